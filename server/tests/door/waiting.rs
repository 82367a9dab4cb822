//! The desk: where the header leads, and what it counts.

use crate::house::House;
use axum::http::StatusCode;
use domain::access::{Actor, Role};
use domain::calendar::hours::SessionPart;
use domain::schedule::{EntryDraft, Save};
use office::{meeting, schedule};

#[tokio::test]
async fn a_secretary_finds_what_waits_and_goes_there() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let desk = secretary.reads("/desk").await;
    assert_eq!(desk.status, StatusCode::OK);
    assert!(desk.text("h1").starts_with("Việc chờ xử lý"));
    let title = desk.text("title");
    assert!(title.starts_with('(') && title.ends_with(") Việc chờ xử lý - Giao Ban"), "{title}");
    let card = |name: &str| format!("section[aria-labelledby='waits-{name}']");
    let counted: u32 = desk.text(&format!("{} .number", card("requests"))).parse().expect("a count");
    let to = desk.value(&format!("{} li a", card("requests")), "href").expect("a link");
    assert!(to.starts_with("/desk/requests?week=2026-W"), "{to}");
    assert!(counted > 0 && secretary.reads(&to).await.status == StatusCode::OK);
    assert!(desk.text(&card("submit")).contains("Quá hạn trình"), "it is Friday, 17:10");
    assert!(desk.text(&card("duty")).contains("12/12/2026"));
    assert!(desk.text(".well").contains("Người đọc thấy đúng như bảng."));
    let to = desk.value(&format!("{} li a", card("duty")), "href").expect("a link");
    assert_eq!(secretary.reads(&to).await.value("#date", "value").as_deref(), Some("2026-12-12"));
    assert_eq!(desk.value(".brand", "href").as_deref(), Some("/desk"));
}

#[tokio::test]
async fn what_is_late_comes_first_and_what_is_well_takes_a_line() {
    let house = House::open().await;
    for who in ["chanhvanphong", "thuky"] {
        let desk = house.sign_in(who).await.reads("/desk").await;
        let heads = desk.texts(".waiting h2");
        assert!(heads.first().is_some_and(|head| head.contains("Trình lịch tuần sau")), "{who}: {heads:?}");
        assert!(!heads.iter().any(|head| head.contains("Cuộc họp chờ xử lý")), "{who}: {heads:?}");
        assert!(desk.text(".well").contains("Không có đề xuất nào chờ."), "{who}");
    }
}

#[tokio::test]
async fn who_has_no_desk_is_sent_to_their_own_room() {
    let house = House::open().await;
    for (who, home) in [("chutich", "/my"), ("quantri", "/desk/settings")] {
        let page = house.sign_in(who).await.reads("/desk").await;
        assert_eq!((page.status, page.to.as_str()), (StatusCode::SEE_OTHER, home), "{who}");
    }
    assert!(house.nobody().reads("/desk").await.to.starts_with("/sign-in"));
}

#[tokio::test]
async fn the_head_of_a_unit_is_told_what_waits_until_it_is_agreed_to() {
    let house = House::open().await;
    let (finance, head) = (house.sign_in("sotaichinh").await, house.sign_in("giamdocsotaichinh").await);
    let card = "section[aria-labelledby='waits-agreements']";
    assert!(!head.reads("/desk").await.has(card));
    let item = [
        ("deed", "meeting.propose_item"),
        ("body", "1"),
        ("content", "Phân bổ dự phòng ngân sách"),
        ("item_kind", "decision"),
        ("minutes", "20"),
    ];
    let proposed = finance.sends("/desk/bodies?item=new", &item).await;
    assert_eq!(proposed.status, StatusCode::SEE_OTHER, "{:?}", proposed.texts(".error"));
    let (page, id) = (proposed.to.as_str(), proposed.to.rsplit('=').next().expect("a number"));
    let step = |step, seen| [("deed", "meeting.take_item_step"), ("id", id), ("seen", seen), ("step", step)];
    assert_eq!(finance.sends(page, &step("present", "1")).await.status, StatusCode::SEE_OTHER);

    let desk = head.reads("/desk").await;
    assert_eq!(
        (desk.text(&format!("{card} .number")).as_str(), desk.text("title")),
        ("1", "(1) Việc chờ xử lý - Giao Ban".into())
    );
    assert_eq!(desk.value(&format!("{card} li a"), "href").as_deref(), Some(page));
    let menu = ".rooms a[href='/desk/bodies']";
    assert_eq!(desk.text(menu), "Nội dung (1)");
    assert!(!finance.reads("/desk").await.has(card), "the officer does not agree");
    assert_eq!(head.sends(page, &step("agree", "2")).await.status, StatusCode::SEE_OTHER);
    let desk = head.reads("/desk").await;
    assert_eq!((desk.has(card), desk.text(menu).as_str()), (false, "Nội dung"));
}

#[tokio::test]
async fn an_officer_is_told_of_a_request_that_came_back() {
    let house = House::open().await;
    let (health, finance) = (house.sign_in("soyte").await, house.sign_in("sotaichinh").await);
    let (card, menu) = ("section[aria-labelledby='waits-returned']", ".rooms a[href='/desk/requests']");
    let desk = health.reads("/desk").await;
    assert_eq!(
        (desk.text(&format!("{card} .number")).as_str(), desk.text(menu).as_str()),
        ("1", "Đăng ký (1)")
    );
    let to = desk.value(&format!("{card} li a"), "href").expect("a link");
    let form = health.reads(&to).await;
    assert_eq!((form.text("#panel-title"), form.text(menu)), ("Sửa đăng ký".into(), "Đăng ký (1)".into()));
    let desk = finance.reads("/desk").await;
    assert_eq!((desk.has(card), desk.text(menu).as_str()), (false, "Đăng ký"));
    assert!(desk.text(".well").contains("Không có đăng ký nào bị trả lại."));
}

#[tokio::test]
async fn a_week_without_its_day_of_reception_says_so_until_the_rule_is_another() {
    let house = House::open().await;
    let chief = house.sign_in("chanhvanphong").await;
    let (week, calendar) = ("/desk/weeks/2027-W01", "/desk/settings/calendar");
    let board = chief.reads(week).await;
    let sentence =
        "Chủ tịch Đặng Hữu Khiêm chưa có lịch tiếp công dân; ngày đã niêm yết: Thứ Năm, 07/01/2027";
    assert!(board.text(".clashes li").contains(sentence), "{}", board.text(".clashes"));
    let plan = board.value(".clashes li a", "href").expect("a way to plan it");
    assert_eq!(
        chief.reads(&format!("{week}{plan}")).await.value("#date", "value").as_deref(),
        Some("2027-01-07")
    );
    assert!(chief.reads(&format!("{week}/review")).await.text(".clash-list").contains(sentence));

    let page = chief.reads(&format!("{calendar}?reception")).await;
    assert_eq!(page.value("[name='per_month.ct']", "value").as_deref(), Some("1"));
    let form = |per_month: &'static str| {
        [
            ("deed", "setting.save_receptions"),
            ("seen", "1"),
            ("basis", "Quy chế làm việc"),
            ("per_month.ct", per_month),
            ("nth.ct", ""),
            ("weekday.ct", ""),
        ]
    };
    let wrong = chief.sends(&format!("{calendar}?reception"), &form("9")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.text("[id='per_month.ct-error']"), "Cần một số từ 0 đến 4.");
    let saved = chief.sends(&format!("{calendar}?reception"), &form("0")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(!chief.reads(week).await.has(".clashes"));
}

#[tokio::test]
async fn legal_days_that_are_over_stand_before_those_that_are_near() {
    let house = House::open().await;
    let roles = vec![Role::Secretary, Role::ChiefOfOffice];
    let desk = house.office.desk(Actor { roles, ..Actor::job("Người thử") });
    // It is Friday, 4 December; working meetings are invited to three working days before.
    for (day, content) in [("2026-12-10", "Họp sắp đến hạn"), ("2026-12-07", "Họp quá hạn")] {
        let date = day.parse().expect("a day");
        let draft = EntryDraft {
            content: content.into(),
            kind: "working_meeting".into(),
            preparing_unit: "2".into(),
            leaders: [("1".to_owned(), "chair".to_owned())].into(),
            ..EntryDraft::blank(date, SessionPart::Morning, None)
        };
        let save = Save { draft, conflict_reason: "Thử".into(), ..Save::default() };
        let saved = schedule::save_entry(&desk, save).await.expect("on the board");
        meeting::found_meeting(&desk, saved.entry.id).await.expect("a meeting");
    }
    let card = "section[aria-labelledby='waits-deadlines']";
    for who in ["chanhvanphong", "thuky"] {
        let page = house.sign_in(who).await.reads("/desk").await;
        let lines = page.texts(&format!("{card} li"));
        let (red, amber) = lines.split_at(2);
        assert!(red.iter().all(|line| line.contains("Họp quá hạn") && line.contains("Quá hạn")), "{lines:?}");
        let near = |line: &String| line.contains("Họp sắp đến hạn") && line.contains("Sắp đến hạn");
        assert!(amber.len() == 2 && amber.iter().all(near), "{lines:?}");
        assert_eq!(page.text(&format!("{card} .number")), "4");
        assert_eq!(page.value(card, "data-tone").as_deref(), Some("red"));
    }
}
