//! Papers of meetings by their addresses: owed, sent from a plain form, read by those whom
//! they are for, and for everybody else the bytes of an address that leads nowhere.

use crate::house::{House, Page, Person};
use axum::body::Body;
use axum::http::{Response, StatusCode};
use http_body_util::BodyExt as _;

const PATH: &str = "/desk/papers";
const KIND: (&str, &str) = ("content-type", "multipart/form-data; boundary=giua");

/// A form that sends one PDF for a material.
fn form(material: &str, confirmed: bool) -> Vec<u8> {
    let back = format!("send={material}");
    let mut fields = vec![("deed", "file.attach"), ("owner", "material"), ("id", material), ("back", &back)];
    if confirmed {
        fields.push(("no_secrets", "on"));
    }
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!("--giua\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    body += "--giua\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Báo cáo.pdf\"\r\n\r\n";
    body += "%PDF-1.7\nBáo cáo\r\n--giua--\r\n";
    body.into_bytes()
}

async fn sends(person: &Person<'_>, material: &str, confirmed: bool) -> Page {
    let at = format!("{PATH}?send={material}");
    Page::of(person.asks("POST", &at, &[KIND], Body::from(form(material, confirmed))).await).await
}

/// The number of a paper that somebody owes to the review of the disbursement.
async fn first(person: &Person<'_>) -> String {
    let pack = person.reads(&format!("{PATH}/1")).await;
    let line = pack.value(".material", "id").expect("a line");
    line.trim_start_matches("paper").to_owned()
}

async fn answered(person: &Person<'_>, at: &str) -> (StatusCode, Vec<u8>) {
    let response: Response<Body> = person.asks("GET", at, &[], Body::empty()).await;
    let status = response.status();
    (status, response.into_body().collect().await.expect("a body").to_bytes().to_vec())
}

#[tokio::test]
async fn a_unit_sends_what_it_owes_and_a_stranger_finds_nothing() {
    let house = House::open().await;
    let finance = house.sign_in("sotaichinh").await;
    let page = finance.reads(PATH).await;
    assert_eq!((page.status, page.text("#owed")), (StatusCode::OK, "Đơn vị phải gửi".into()));
    let material = first(&finance).await;

    let silent = sends(&finance, &material, false).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(silent.text("#no_secrets-error").trim(), "Cần điền mục này.");
    let done = sends(&finance, &material, true).await;
    assert_eq!(
        (done.status, done.to.as_str()),
        (StatusCode::SEE_OTHER, format!("{PATH}?send={material}").as_str())
    );
    let page = finance.reads(&done.to).await;
    let file = page.value(&format!("#paper{material} .paper a"), "href").expect("the address of the file");
    assert_eq!(answered(&finance, &file).await.0, StatusCode::OK);

    let stranger = house.sign_in("sotuphap").await;
    assert_eq!(answered(&stranger, &file).await, answered(&stranger, "/files/999999").await);
    assert_eq!(answered(&stranger, &file).await.0, StatusCode::NOT_FOUND);
    let nobody = house.nobody();
    assert_eq!(answered(&nobody, &file).await.0, StatusCode::SEE_OTHER);
    assert_eq!(sends(&stranger, &material, true).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_officer_is_told_at_the_desk_and_in_the_menu_what_the_unit_owes() {
    let house = House::open().await;
    let (finance, chief) = (house.sign_in("sotaichinh").await, house.sign_in("chanhvanphong").await);
    let (card, menu) = ("section[aria-labelledby='waits-owed']", ".rooms a[href='/desk/papers']");
    let desk = finance.reads("/desk").await;
    assert_eq!((desk.status, desk.has(card), desk.text(menu).as_str()), (StatusCode::OK, false, "Tài liệu"));

    let found = [("deed", "meeting.found_meeting"), ("id", "1")];
    let meeting = chief.sends("/desk/meetings?entry=1", &found).await.to;
    let at = format!("{meeting}?do=add_material");
    let panel = chief.reads(&at).await;
    let place =
        panel.texts("#owed_by option").iter().position(|unit| unit == "Sở Tài chính").expect("a unit");
    let unit =
        panel.value(&format!("#owed_by option:nth-child({})", place + 1), "value").expect("its number");
    let line = [
        ("deed", "meeting.add_material"),
        ("meeting", meeting.rsplit('/').next().expect("a number")),
        ("seen", "1"),
        ("material_title", "Báo cáo giải ngân"),
        ("paper_kind", "report"),
        ("owed_by", &unit),
        ("due_date", "2026-12-04"),
        ("due_time", "17:00"),
        ("access", "invited"),
    ];
    let asked = chief.sends(&at, &line).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{:?}", asked.texts(".error"));

    let desk = finance.reads("/desk").await;
    assert_eq!(desk.value(card, "data-tone").as_deref(), Some("red"), "it was due ten minutes ago");
    assert_eq!(
        (desk.text(&format!("{card} .number")).as_str(), desk.text(menu).as_str()),
        ("1", "Tài liệu (1)")
    );
    let to = desk.value(&format!("{card} li a"), "href").expect("a link");
    let page = finance.reads(&to).await;
    assert!(page.text("title").starts_with("(1) ") && page.has("aside.panel input[type='file']"));
    let of_head = house.sign_in("giamdocsotaichinh").await.reads(PATH).await;
    assert!(of_head.text("title").starts_with("(1) ") && of_head.has("#owed"), "its head is shown the same");
    let material = to.rsplit('=').next().expect("a number");
    assert_eq!(sends(&finance, material, true).await.status, StatusCode::SEE_OTHER);
    let desk = finance.reads("/desk").await;
    assert_eq!((desk.has(card), desk.text(menu).as_str()), (false, "Tài liệu"));
}

#[tokio::test]
async fn a_paper_is_shown_and_all_of_them_are_handed_out_in_one() {
    let house = House::open().await;
    let finance = house.sign_in("sotaichinh").await;
    let material = first(&finance).await;
    sends(&finance, &material, true).await;
    let page = finance.reads(PATH).await;
    let file = page.value(&format!("#paper{material} .paper a"), "href").expect("the address of the file");
    let view = page.value(&format!("#paper{material} .paper .view"), "href").expect("the way to look at it");
    assert_eq!(view, format!("{file}/view"));
    let header = |response: &Response<Body>, name: &str| {
        response.headers().get(name).map(|value| value.to_str().expect("text").to_owned()).unwrap_or_default()
    };
    let shown = finance.asks("GET", &view, &[], Body::empty()).await;
    assert!(header(&shown, "content-disposition").starts_with("inline;"));
    let policy = header(&shown, "content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'") && !policy.contains("script") && !policy.contains("sandbox")
    );
    assert_eq!(
        (header(&shown, "content-type").as_str(), header(&shown, "x-content-type-options").as_str()),
        ("application/pdf", "nosniff")
    );
    let handed = finance.asks("GET", &file, &[], Body::empty()).await;
    assert!(header(&handed, "content-disposition").starts_with("attachment;"));
    assert!(header(&handed, "content-security-policy").contains("sandbox"));

    let link = page.texts("#packs").len();
    assert_eq!(link, 1);
    let pack = page.value(".requests h3 a", "href").expect("a pack");
    let meeting = pack.rsplit('/').next().expect("a number").to_owned();
    let archive = finance.asks("GET", &format!("/files/meetings/{meeting}"), &[], Body::empty()).await;
    assert_eq!(
        (archive.status(), header(&archive, "content-type").as_str()),
        (StatusCode::OK, "application/zip")
    );
    let bytes = archive.into_body().collect().await.expect("a body").to_bytes();
    assert!(bytes.starts_with(b"PK\x03\x04"));
    let stranger = house.sign_in("sotuphap").await;
    let hidden = answered(&stranger, &format!("/files/meetings/{meeting}")).await;
    assert_eq!(hidden, answered(&stranger, "/files/meetings/999999").await);
    assert_eq!(answered(&stranger, &view).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_pack_is_found_by_those_who_take_part() {
    let house = House::open().await;
    for (who, status) in [
        ("thuky", StatusCode::OK),
        ("pcttt", StatusCode::OK),
        ("sotaichinh", StatusCode::OK),
        ("sotuphap", StatusCode::NOT_FOUND),
        ("pct3", StatusCode::NOT_FOUND),
        ("quantri", StatusCode::FORBIDDEN),
    ] {
        let person = house.sign_in(who).await;
        assert_eq!(person.reads(&format!("{PATH}/1")).await.status, status, "{who}");
    }
    let officer = house.sign_in("sotuphap").await;
    assert_eq!(officer.reads(&format!("{PATH}/999999")).await.status, StatusCode::NOT_FOUND);
    let chair = house.sign_in("pcttt").await.reads(&format!("{PATH}/1")).await;
    assert_eq!(chair.texts(".material").len(), 6);
    assert_eq!(chair.texts(".materials h3").len(), 4, "items without papers have no heading");
    let unit = house.sign_in("sotaichinh").await.reads(&format!("{PATH}/1")).await;
    assert_eq!(unit.texts(".material").len(), 5, "the draft for the chair is not for units");
}
