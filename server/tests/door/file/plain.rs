//! The same without our program in the browser: forms that hold files.

use super::{PATH, a_pdf, address, bytes, own_request, read, sent};
use crate::house::{House, Page, Person};
use axum::body::Body;
use axum::http::StatusCode;

const KIND: (&str, &str) = ("content-type", "multipart/form-data; boundary=giua");

/// A form as browsers write it: fields, then files with their names.
fn form(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--giua\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    for (name, contents) in files {
        let head = format!(
            "--giua\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.bytes().chain(contents.iter().copied()).chain(*b"\r\n"));
    }
    body.extend(b"--giua--\r\n");
    body
}

async fn attaches(person: &Person<'_>, request: &str, files: &[(&str, &[u8])]) -> Page {
    let back = format!("edit={request}");
    let fields = [
        ("deed", "file.attach"),
        ("owner", "request"),
        ("id", request),
        ("back", &back),
        ("no_secrets", "on"),
    ];
    let at = format!("{PATH}?edit={request}");
    Page::of(person.asks("POST", &at, &[KIND], Body::from(form(&fields, files))).await).await
}

#[tokio::test]
async fn a_form_takes_files_that_are_larger_than_a_form() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let request = own_request(&officer).await;
    let panel = officer.reads(&format!("{PATH}?edit={request}")).await;
    assert_eq!(panel.value(".send-files", "enctype").as_deref(), Some("multipart/form-data"));
    assert_eq!(panel.value(".send-files [name=id]", "value").as_deref(), Some(request.as_str()));
    assert_eq!(
        (panel.text(".papers h3"), panel.text(".papers > p")),
        ("Tệp tài liệu".into(), "Chưa có tệp nào.".into())
    );

    let large = a_pdf(3 * 1024 * 1024);
    let done = attaches(&officer, &request, &[("Tờ trình.pdf", &large), ("ghi chú.txt", b"x")]).await;
    assert_eq!(
        (done.status, done.to.as_str()),
        (StatusCode::SEE_OTHER, format!("{PATH}?edit={request}").as_str())
    );
    let page = officer.reads(&done.to).await;
    assert_eq!(page.texts(".files a:not(.view)"), ["Tờ trình.pdf", "ghi chú.txt"]);
    assert_eq!(bytes(read(&officer, &address(&page, "Tờ trình.pdf"), &[]).await).await, large);
    assert_eq!(page.texts("#replaces option"), ["Tệp khác", "Tờ trình.pdf", "ghi chú.txt"]);

    let tray = house.sign_in("thuky").await.reads(&format!("{PATH}?week=2026-W50&edit={request}")).await;
    assert_eq!(tray.texts(".panel .files a:not(.view)"), ["Tờ trình.pdf", "ghi chú.txt"]);
    assert!(!tray.has(".send-files") && !tray.has(".papers form"), "the Office reads");
}

#[tokio::test]
async fn a_refused_file_is_told_beside_the_field() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let request = own_request(&officer).await;
    for (name, contents, why) in [
        ("", &b""[..], "Cần điền mục này."),
        ("a.exe", b"MZ", "Loại tệp này không nhận."),
        ("a.pdf", b"MZ", "Nội dung tệp không đúng với đuôi tên"),
        ("a.pdf", b"", "Tệp rỗng."),
    ] {
        let page = attaches(&officer, &request, &[(name, contents)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(page.text("#file-error").starts_with(why), "{}", page.text("#file-error"));
        assert!(page.has(".panel #content"), "the panel is still open");
        assert!(!page.has(".files"), "nothing was kept of {name}");
    }
    let other = house.sign_in("soyte").await;
    assert_eq!(attaches(&other, &request, &[("a.txt", b"x")]).await.status, StatusCode::NOT_FOUND);
    let nobody = attaches(&house.nobody(), &request, &[("a.txt", b"x")]).await;
    assert_eq!(nobody.status, StatusCode::SEE_OTHER);
    assert!(nobody.to.starts_with("/sign-in?next="), "{}", nobody.to);
}

#[tokio::test]
async fn a_paper_is_taken_away_by_its_unit_alone() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let paper = sent(&officer, "a.pdf", &a_pdf(500)).await;
    let id = paper.rsplit('/').next().unwrap_or_default();
    let request = own_request(&officer).await;
    let at = format!("{PATH}?edit={request}");
    let fields = [("deed", "file.remove"), ("id", id), ("back", &at[PATH.len() + 1..])];
    assert_eq!(house.sign_in("soyte").await.sends(PATH, &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.sign_in("thuky").await.sends(PATH, &fields).await.status, StatusCode::FORBIDDEN);
    let done = officer.sends(&at, &fields).await;
    assert_eq!((done.status, done.to.as_str()), (StatusCode::SEE_OTHER, at.as_str()));
    assert!(!officer.reads(&at).await.has(".files"));
    assert_eq!(read(&officer, &paper, &[]).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_administrator_sets_how_large_a_file_may_be() {
    let house = House::open().await;
    let administrator = house.sign_in("quantri").await;
    let fields = [("deed", "setting.save_file_rules"), ("seen", "0"), ("megabytes", "1")];
    let saved = administrator.sends("/desk/settings", &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = administrator.reads("/desk/settings").await;
    assert_eq!(page.value("#megabytes", "value").as_deref(), Some("1"));
    let officer = house.sign_in("sotaichinh").await;
    let request = own_request(&officer).await;
    let page = attaches(&officer, &request, &[("a.pdf", &a_pdf(1024 * 1024 + 1))]).await;
    assert_eq!(page.text("#file-error"), "Tệp quá lớn; nhiều nhất 1 MB.");
    assert_eq!(
        house.sign_in("thuky").await.reads("/desk/settings").await.text("[aria-labelledby=files] dd"),
        "1"
    );
}
