//! The duty roster, by plain forms.

use crate::house::{House, Page};
use axum::http::StatusCode;

const ROSTER: &str = "/desk/duty?month=2026-12";
/// The lines of the roster that say that nobody is there, for a day.
fn is_open(page: &Page, day: &str) -> bool {
    let open = page.texts("tr[data-off]").into_iter().filter(|row| row.contains("Chưa phân công trực"));
    open.into_iter().any(|row| row.contains(day))
}

#[tokio::test]
async fn a_secretary_fills_a_weekend_and_copies_the_rest() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = secretary.reads(ROSTER).await;
    assert_eq!(page.text("h1"), "Lịch trực Tháng 12/2026");
    assert!(is_open(&page, "12/12") && is_open(&page, "13/12") && !is_open(&page, "05/12"));
    assert!(page.texts("tbody tr").iter().any(|row| row.contains("(0200) 3.000.115")));
    let board = secretary.reads("/desk/weeks/2026-W49").await;
    assert_eq!(board.texts(".on-duty").len(), 7);
    assert!(board.text(".on-duty").contains("Trực: PCT Phan Đình Sách"), "{}", board.text(".on-duty"));

    let form = secretary.reads(&format!("{ROSTER}&new=2026-12-12")).await;
    assert_eq!(form.value("#date", "value").as_deref(), Some("2026-12-12"));
    let leader = form.value("#duty_leader option:nth-child(2)", "value").unwrap();
    let typed = |to| {
        [
            ("deed", "duty.save_duty"),
            ("id", ""),
            ("seen", "0"),
            ("month", "2026-12"),
            ("date", "2026-12-12"),
            ("to", to),
            ("part", "all_day"),
            ("duty_leader", leader.as_str()),
            ("hotline", "(0200) 3.000.115"),
            ("note", "Ghi chú <i>nội bộ</i>"),
        ]
    };
    let refused = secretary.sends(ROSTER, &typed("2026-12-01")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let refused = secretary.sends(&format!("{ROSTER}&new"), &typed("2026-12-01")).await;
    assert_eq!(refused.text("#to-error"), "Phải sau thời điểm bắt đầu.");
    assert_eq!(refused.value("#hotline", "value").as_deref(), Some("(0200) 3.000.115"));
    let saved = secretary.sends(&format!("{ROSTER}&new"), &typed("2026-12-13")).await;
    assert_eq!((saved.status, saved.to.clone()), (StatusCode::SEE_OTHER, format!("{ROSTER}&done=saved")));
    let page = secretary.reads(&saved.to).await;
    assert!(!is_open(&page, "12/12") && !is_open(&page, "13/12") && is_open(&page, "19/12"));
    assert_eq!(page.text(".notice"), "Đã lưu lịch trực.");

    let copy = [("deed", "duty.copy_last_week"), ("week", "2026-W50"), ("month", "2026-12")];
    assert_eq!(secretary.sends(ROSTER, &copy).await.to, format!("{ROSTER}&done=copied"));
    let filled = secretary.reads(ROSTER).await.texts("tbody tr");
    let days = ["07/12", "08/12", "09/12", "10/12", "11/12", "12/12", "13/12"];
    let has = |day: &str| filled.iter().any(|row| row.contains(day) && row.contains("3.000.115"));
    assert!(days.into_iter().all(has), "{filled:?}");
    assert_eq!(secretary.sends(ROSTER, &copy).await.to, format!("{ROSTER}&done=nothing"));

    let officer = house.sign_in("sotaichinh").await;
    assert_eq!(officer.reads(ROSTER).await.status, StatusCode::FORBIDDEN);
    assert_eq!(officer.sends(ROSTER, &copy).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_public_reads_who_is_on_duty_until_the_office_says_otherwise() {
    let house = House::open().await;
    let read = async |address: &str| house.nobody().reads(address).await.html;
    let page = read("/weeks/2026-W49").await;
    assert!(page.contains("(0200) 3.000.115"));
    let data = read("/weeks/2026-W49.json").await;
    assert!(data.contains("\"duty\":[{\"date\":\"2026-11-30\",\"part\":\"all_day\""), "{data}");
    let chief = house.sign_in("chanhvanphong").await;
    let seen = chief.reads(ROSTER).await.value("#rules ~ form input[name=seen]", "value").unwrap();
    let ticked = [("deed", "duty.save_rules"), ("seen", seen.as_str()), ("duty_public", "on")];
    assert_eq!(chief.sends(ROSTER, &ticked).await.status, StatusCode::SEE_OTHER);
    let page = read("/weeks/2026-W49").await;
    assert!(page.contains("Trực: ") && !page.contains("3.000.115"));
    assert!(!read("/weeks/2026-W49.json?publication=1").await.contains("3.000.115"));
}
