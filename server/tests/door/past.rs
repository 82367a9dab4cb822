//! The past of a week: its publications, the week at any moment, and who changed what,
//! all by plain addresses.

use crate::house::House;
use axum::http::StatusCode;

const PAST: &str = "/desk/weeks/2026-W49/publications";

#[tokio::test]
async fn a_week_is_read_as_it_was_at_any_moment() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let board = secretary.reads("/desk/weeks/2026-W49").await;
    assert_eq!(board.value(".edition a", "href").as_deref(), Some(PAST), "the board leads here");
    let page = secretary.reads(PAST).await;
    let rows = page.texts("tbody th");
    assert_eq!(rows, ["3. Điều chỉnh lần 2", "2. Điều chỉnh lần 1", "1. Phát hành lần đầu"]);

    let before = secretary.reads(&format!("{PAST}?day=2026-11-20&time=8h")).await;
    assert_eq!(before.text(".notice"), "Lúc đó tuần này chưa phát hành.");
    let monday = secretary.reads(&format!("{PAST}?day=2026-11-30&time=08:00")).await;
    assert!(monday.text("#past-h").starts_with("Phát hành lần đầu"), "{}", monday.text("#past-h"));
    assert!(monday.text(".past").contains("16:00"));
    let now = secretary.reads(&format!("{PAST}?publication=3")).await;
    assert!(now.text(".past").contains("16:30") && now.text(".past").contains("Bổ sung"));
    let unreadable = secretary.reads(&format!("{PAST}?day=2026-11-30&time=tr%C6%B0a")).await;
    assert!(unreadable.text("#day-error").starts_with("Không đọc được"));
    assert_eq!(unreadable.value("#time", "value").as_deref(), Some("trưa"));
    let never = secretary.reads("/desk/weeks/2026-W51/publications").await;
    assert_eq!(never.text(".state h2"), "Tuần này chưa phát hành lần nào");
    assert_eq!(secretary.reads(&format!("{PAST}?publication=9")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn two_publications_are_compared_with_who_did_what_in_between() {
    let house = House::open().await;
    let chief = house.sign_in("chanhvanphong").await;
    let page = chief.reads(&format!("{PAST}?from=1&to=3")).await;
    assert!(page.text("#past-h").contains(" → "));
    assert!(page.text(".diff").contains("Giờ bắt đầu") && page.text(".diff").contains("16:00 → 16:30"));
    let deeds = page.texts(".history > li").join("\n");
    assert!(deeds.contains("Lã Minh Quân: hủy"), "{deeds}");
    assert!(deeds.contains("Mạc Đăng Thuận: phát hành tuần"), "{deeds}");
    assert_eq!(page.value("#from option[selected]", "value").as_deref(), Some("1"));
    for who in ["chutich", "sotaichinh", "quantri"] {
        assert_eq!(house.sign_in(who).await.reads(PAST).await.status, StatusCode::FORBIDDEN, "{who}");
    }
}
