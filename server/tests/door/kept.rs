//! A form that is sent after the session has ended: nothing that was typed is lost,
//! and nothing is sent without its author.

use crate::house::{House, Page, Person};
use axum::http::StatusCode;

const WEEK: &str = "/desk/weeks/2026-W49";
const REMARK: &str = "Lịch <b>có thể</b> thay đổi & \"bổ sung\"";

const TYPED: [(&str, &str); 4] =
    [("deed", "schedule.set_remark"), ("week", "2026-W49"), ("seen", "13"), ("remark", REMARK)];

/// The hidden fields of the only form that is sent to this address.
fn hidden(page: &Page, action: &str) -> Vec<(String, String)> {
    let document = scraper::Html::parse_document(&page.html);
    let form = scraper::Selector::parse(&format!("form[action='{action}'] input[type=hidden]")).unwrap();
    document
        .select(&form)
        .map(|field| {
            let value = |name| field.value().attr(name).unwrap_or_default().to_owned();
            (value("name"), value("value"))
        })
        .collect()
}

fn pairs<'a>(fields: &'a [(String, String)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(more.iter().copied()).collect()
}

/// A remark is typed, and the session ends before it is sent.
async fn sent_too_late(person: &Person<'_>) -> Page {
    person.sends("/my/sessions", &[("deed", "access.sign_out_everywhere")]).await;
    person.sends(WEEK, &TYPED).await
}

#[tokio::test]
async fn what_was_typed_goes_through_the_sign_in_and_is_sent_by_a_button() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = sent_too_late(&secretary).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.text("h2"), "Đăng nhập");
    assert_eq!(page.text("#kept dd"), REMARK, "markup is text");
    let door = hidden(&page, "/sign-in");
    assert_eq!(door[0], ("next".to_owned(), WEEK.to_owned()));

    let (email, password) = (("email", "thuky@minhgiang.example"), ("password", "giao-ban-demo"));
    let wrong = secretary.sends("/sign-in", &pairs(&door, &[email, ("password", "sai")])).await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert_eq!(hidden(&wrong, "/sign-in"), door, "still kept after a typing error");

    let inside = secretary.sends("/sign-in", &pairs(&door, &[email, password])).await;
    assert_eq!(inside.status, StatusCode::OK);
    assert_eq!(inside.text("h2"), "Gửi tiếp nội dung đã gõ");
    let kept = hidden(&inside, WEEK);
    assert_eq!(pairs(&kept, &[]), TYPED);

    let again = house.sign_in("thuky").await;
    assert!(!again.reads(WEEK).await.html.contains("bổ sung&quot;"), "nothing is sent by itself");
    let sent = again.sends(WEEK, &pairs(&kept, &[])).await;
    // Saved, or shown again with the version that there is now: never lost.
    assert!([StatusCode::SEE_OTHER, StatusCode::CONFLICT].contains(&sent.status), "{}", sent.status);
}

#[tokio::test]
async fn no_password_is_kept_and_nobody_is_led_away() {
    let house = House::open().await;
    let nobody = house.nobody();
    let typed = [
        ("deed", "access.save_account"),
        ("name", "Cán bộ mới"),
        ("password", "mat-khau-rat-moi"),
        ("old", "cu-rat-cu"),
    ];
    let page = nobody.sends("/desk/settings/accounts?new", &typed).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.text("#kept dd"), "Cán bộ mới");
    assert!(!page.html.contains("mat-khau-rat-moi") && !page.html.contains("cu-rat-cu"));

    let forged = [
        ("next", "https://evil.example/"),
        ("kept", "deed=schedule.set_remark&remark=x"),
        ("email", "thuky@minhgiang.example"),
        ("password", "giao-ban-demo"),
    ];
    let inside = nobody.sends("/sign-in", &forged).await;
    assert!(!inside.html.contains("evil.example"), "only to pages of our own");
}

#[tokio::test]
async fn other_posts_of_strangers_lead_to_an_empty_sign_in() {
    let house = House::open().await;
    let nobody = house.nobody();
    let page = nobody.sends(WEEK, &[("remark", "không có việc")]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.has("#kept") && !page.has("input[name=kept]"));
    let long = "a".repeat(300 * 1024);
    let page = nobody.sends(WEEK, &[("deed", "schedule.set_remark"), ("remark", &long)]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(!page.has("#kept"));
    let page = nobody.reads(WEEK).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_password_as_long_as_a_book_is_refused_at_the_door() {
    let house = House::open().await;
    let book = "a".repeat(257);
    let typed = [("email", "thuky@minhgiang.example"), ("password", book.as_str())];
    let page = house.nobody().sends("/sign-in", &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("#refusal"), "Mật khẩu: Dài 257 ký tự; nhiều nhất là 256.");
}
