//! The phone: day by day, whom to call, and what changed since the last look, read and
//! marked without our program in the browser.

use crate::house::House;
use axum::http::StatusCode;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Mark, Published, Step, Visibility};
use domain::{Actor, EntryId, Role};
use office::{Desk, schedule};

const MY: &str = "/my?week=2026-W49";

#[tokio::test]
async fn a_leader_walks_day_by_day_and_calls_whoever_looks_after_an_entry() {
    let house = House::open().await;
    let deputy = house.sign_in("pct2").await;
    let page = deputy.reads(MY).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.texts(".pages > section").len(), 7);
    assert_eq!(page.value(".pages > section[data-today]", "id").as_deref(), Some("d2026-12-04"));
    assert_eq!(page.value("#d2026-12-04 [rel=prev]", "href").as_deref(), Some("#d2026-12-03"));
    assert!(!page.has("#d2026-11-30 [rel=prev]") && !page.has("#d2026-12-06 [rel=next]"));
    // It is past five on Friday: what comes next is on Saturday evening, in a park.
    assert_eq!(page.text(".moment h2"), "Tiếp theo · T7 05/12");
    assert!(page.text(".moment .place").contains("Công viên bờ sông Lam Giang"));
    assert!(page.value(".moment .call", "href").is_some_and(|href| href.starts_with("tel:+84")));
    assert!(page.has(".moment .reach a[href^='https://www.openstreetmap.org/search']"));
    assert!(!page.has("#d2026-11-30 .reach"), "what is over needs no way to it");
    assert!(page.text(".whole-week").contains("Công viên") || page.text(".whole-week").contains("19:30"));

    let officer = house.sign_in("sotaichinh").await.reads(MY).await;
    assert_eq!(officer.texts(".whole-week ul li").len(), 58);
    assert!(!officer.has(".call"), "officers are not told who serves");
    assert!(officer.text(".whole-week").contains("Chủ tịch Khiêm · "), "each says whose it is");
    assert!(!page.has(".whole-week small"), "one's own need not");
}

#[tokio::test]
async fn what_changed_since_the_last_look_stays_until_it_was_seen() {
    let house = House::open().await;
    let chairman = house.sign_in("chutich").await;
    let first = chairman.reads(MY).await;
    assert!(!first.has(".since") && first.has("form [value='my.mark_seen']"));
    let seen = |number: &'static str| [("deed", "my.mark_seen"), ("week", "2026-W49"), ("number", number)];
    let back = chairman.sends(MY, &seen("1")).await;
    assert_eq!((back.status, back.to.as_str()), (StatusCode::SEE_OTHER, MY));

    let page = chairman.reads(MY).await;
    assert!(page.text(".since h2").starts_with("Thay đổi từ lần xem"));
    assert!(page.text(".since .news").contains("Giờ bắt đầu: 16:00 → 16:30"), "{}", page.text(".since"));
    assert!(page.text(".since .news").contains("Hoãn"));
    assert!(!page.text(".since .news").contains("Hủy"), "what was cancelled was a deputy's");
    chairman.sends(MY, &seen("3")).await;
    let page = chairman.reads(MY).await;
    assert!(!page.has(".since") && !page.has("form [value='my.mark_seen']"));

    let week: IsoWeek = "2026-W49".parse().unwrap();
    let phone = schedule::my_week(&house.office.desk(Actor::nobody()), week).await;
    assert!(phone.is_err(), "nobody has no phone");
    assert_eq!(chairman.sends(MY, &seen("9")).await.status, StatusCode::NOT_FOUND);
    let administrator = house.sign_in("quantri").await;
    assert_eq!(administrator.sends(MY, &seen("1")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_is_postponed_says_its_new_day_and_what_is_resumed_that_it_takes_place() {
    let house = House::open().await;
    let week: IsoWeek = "2026-W49".parse().unwrap();
    let desk = desk(&house);
    let mut own = schedule::official_week(&desk, week, None).await.unwrap().entries;
    own.retain(|entry| {
        let Published { face, mark, .. } = &entry.published;
        entry.visibility == Visibility::Public
            && *mark == Mark::Kept
            && face.leaders.iter().any(|leader| leader.slug == "ct")
    });
    let own = own.pop().expect("something that the chairman attends in public");
    let (id, line) = (own.entry, format!("#d{} .line", own.published.face.date));
    let public = format!("/weeks/{week}");
    let chairman = house.sign_in("chutich").await;

    let friday = "2026-12-11".parse().unwrap();
    let seen = version(&desk, week, id).await;
    schedule::postpone_entry(&desk, id, seen, "Chờ số liệu", Some(friday)).await.unwrap();
    publish(&desk, week).await;
    let told = "Hoãn chuyển sang Thứ Sáu, 11/12/2026";
    let phone = chairman.reads(MY).await.text(&line);
    assert!(phone.contains(&format!("{told} Chờ số liệu")), "{phone}");
    let reader = house.nobody().reads(&public).await.text("main");
    assert!(reader.contains(told), "{reader}");

    let seen_all = [("deed", "my.mark_seen"), ("week", "2026-W49"), ("number", "4")];
    chairman.sends(MY, &seen_all).await;
    let seen = version(&desk, week, id).await;
    schedule::resume_entry(&desk, id, seen, "Thử").await.unwrap();
    publish(&desk, week).await;
    let page = chairman.reads(MY).await;
    assert!(page.text(&line).contains("Diễn ra trở lại"), "{}", page.text(&line));
    let news = page.text(".since .news");
    assert!(news.contains("Diễn ra trở lại") && !news.contains("Ngày mới"), "{news}");
    let reader = house.nobody().reads(&public).await.text("main");
    assert!(reader.contains("Diễn ra trở lại"), "{reader}");
}

/// The desk of somebody who may do all that a week needs.
fn desk(house: &House) -> Desk {
    let roles = vec![Role::Secretary, Role::ChiefOfOffice];
    house.office.desk(Actor { roles, ..Actor::job("Người thử") })
}

async fn version(desk: &Desk, week: IsoWeek, id: EntryId) -> i32 {
    let board = schedule::board(desk, week).await.unwrap();
    board.entries.iter().find(|entry| entry.id == id).expect("the entry").version
}

async fn publish(desk: &Desk, week: IsoWeek) {
    for step in [Step::Submit, Step::Approve, Step::Publish] {
        let seen = schedule::board(desk, week).await.unwrap().week.version;
        let reason = if step == Step::Publish { "Theo lịch mới" } else { "" };
        schedule::take_step(desk, week, step, seen, reason).await.unwrap();
    }
}
