//! Requests for the leaders' calendar, sent and answered without our program in
//! the browser.

use crate::house::{House, Page, Person};
use axum::http::StatusCode;
use scraper::{ElementRef, Html, Selector};

const PATH: &str = "/desk/requests";
const BUDGET: &str = "Họp thông qua phương án điều hành ngân sách tháng cuối năm";
const PROJECTS: &str = "Họp giao ban các dự án trọng điểm";

fn find<T>(page: &Page, selector: &str, read: impl FnMut(ElementRef) -> Option<T>) -> Option<T> {
    Html::parse_document(&page.html).select(&Selector::parse(selector).unwrap()).find_map(read)
}

fn text(element: ElementRef) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// The number of the request with this content, by its link in the list.
fn row(page: &Page, content: &str) -> String {
    find(page, ".requests h2 a", |a| {
        let number = a.value().attr("href")?.split("edit=").nth(1)?.split('&').next()?.to_owned();
        (text(a) == content).then_some(number)
    })
    .unwrap_or_else(|| panic!("no request {content}: {:?}", page.texts(".requests h2 a")))
}

/// The value of the choice with this name.
fn choice(page: &Page, field: &str, name: &str) -> String {
    let value = |option: ElementRef| option.value().attr("value").map(str::to_owned);
    find(page, &format!("#{field} option"), |o| text(o).starts_with(name).then(|| value(o)).flatten())
        .unwrap_or_else(|| panic!("{name} cannot be chosen as {field}"))
}

/// What a request looks like in the list.
fn card(page: &Page, content: &str) -> String {
    let cards = page.texts(".requests > li");
    cards.into_iter().find(|card| card.starts_with(content)).unwrap_or_default()
}

async fn opened(person: &Person<'_>, query: &str, content: &str) -> (String, String, Page) {
    let id = row(&person.reads(&format!("{PATH}?{query}")).await, content);
    let address = format!("{PATH}?{query}&edit={id}");
    let page = person.reads(&address).await;
    (id, address, page)
}

/// Accepts a request as it was wished.
async fn accepts(person: &Person<'_>, content: &str, why: &str) -> Page {
    let (id, address, page) = opened(person, "week=2026-W50&state=all", content).await;
    let value = |name: &str| page.value(&format!("#{name}"), "value").unwrap_or_default();
    let (date, start, minutes) = (value("date"), value("start"), value("minutes"));
    let chosen = |name: &str| page.value(&format!("#{name} option[selected]"), "value").unwrap_or_default();
    let (chair, room) = (chosen("chair"), chosen("room"));
    let fields = [
        ("deed", "request.accept"),
        ("id", &id),
        ("seen", "1"),
        ("back", "week=2026-W50"),
        ("date", &date),
        ("start", &start),
        ("minutes", &minutes),
        ("chair", &chair),
        ("room", &room),
        ("conflict_reason", why),
    ];
    person.sends(&address, &fields).await
}

#[tokio::test]
async fn an_officer_sees_the_own_units_requests_and_the_cut_off() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let page = officer.reads(PATH).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!((page.text("h1"), page.text(".head p")), ("Đăng ký lịch".into(), "Sở Tài chính".into()));
    assert!(page.text(".closes").starts_with("Hạn đăng ký tuần 51 (14/12): Thứ Năm, 10/12/2026, 11:30."));
    assert_eq!(page.texts(".requests h2"), [BUDGET]);
    assert!(card(&page, BUDGET).ends_with("Chờ xếp lịch"), "{}", card(&page, BUDGET));
    assert_eq!(page.text(".rooms [aria-current=page]"), "Đăng ký");

    let health = house.sign_in("soyte").await.reads(PATH).await;
    assert!(health.text(".requests").contains("Đã trả lại"));
    assert!(health.text(".requests .said").ends_with("Đề nghị bổ sung dự thảo báo cáo và thành phần mời"));
    let empty = house.sign_in("sotuphap").await.reads(PATH).await;
    assert_eq!(empty.text(".state h2"), "Đơn vị chưa đăng ký nội dung nào");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_a_full_one_is_registered() {
    let house = House::open().await;
    let officer = house.sign_in("sotaichinh").await;
    let address = format!("{PATH}?new");
    let form = officer.reads(&address).await;
    assert_eq!(form.text("#panel-title"), "Đăng ký mới");
    let chair = choice(&form, "chair", "PCT Thường trực");
    let typed = [
        ("deed", "request.register"),
        ("id", ""),
        ("content", "<b>Rà soát</b> dự toán & quyết toán"),
        ("chair", &chair),
        ("date", "2026-12-09"),
        ("start", "14h5"),
        ("date_2", "2026-12-16"),
        ("part_2", "morning"),
        ("minutes", "5"),
    ];
    let page = officer.sends(&address, &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("#content"), "<b>Rà soát</b> dự toán & quyết toán");
    assert!(!page.has("main b:not(.stands b, .notice b)"), "typed markup is text");
    assert_eq!(page.text("#start-error"), "Không phải giờ; ví dụ: 8h30 hoặc 14:00.");
    assert_eq!(page.text("#minutes-error"), "Cần một số từ 15 đến 720.");
    assert_eq!(page.value("#minutes", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.value("#chair option[selected]", "value").as_deref(), Some(chair.as_str()));

    let right = typed.map(|(name, value)| match name {
        "start" => (name, "14h30"),
        "date_2" => (name, "2026-12-10"),
        "minutes" => (name, "90"),
        _ => (name, value),
    });
    let sent = officer.sends(&address, &right).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = officer.reads(&sent.to).await;
    assert_eq!(page.text(".notice"), "Đã lưu: <b>Rà soát</b> dự toán & quyết toán (Chờ xếp lịch)");
    let card = card(&page, "<b>Rà soát</b>");
    assert!(card.contains("T4 09/12, 14:30 - 16:00"), "{card}");
    assert!(card.ends_with("Chờ xếp lịchSau hạn"), "registration for that week has closed: {card}");
}

#[tokio::test]
async fn an_officer_changes_and_withdraws_and_another_unit_finds_nothing() {
    let house = House::open().await;
    let (officer, other) = (house.sign_in("sotaichinh").await, house.sign_in("soxaydung").await);
    let (id, address, form) = opened(&officer, "", BUDGET).await;
    assert_eq!(form.text("#content"), BUDGET);
    let withdraw =
        [("deed", "request.withdraw"), ("id", &id), ("seen", "1"), ("reason", "Lùi sang tháng sau")];
    assert_eq!(other.sends(&address, &withdraw).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.reads(&address).await.text(".panel .notice"), "Không còn mục này trong danh sách.");
    assert!(!other.reads(PATH).await.html.contains(BUDGET));

    let page = officer.reads(&format!("{PATH}?edit={id}&do=withdraw")).await;
    assert_eq!(page.text("#panel-title"), "Rút đăng ký");
    let done = officer.sends(&address, &withdraw).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let page = officer.reads(&done.to).await;
    assert!(card(&page, BUDGET).ends_with("Lùi sang tháng sauĐã rút"), "{}", card(&page, BUDGET));
    let again = officer.sends(&address, &withdraw).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let told = officer.reads(&address).await;
    assert!(!told.has(".panel form"), "what is withdrawn is only told");
}

#[tokio::test]
async fn the_tray_shows_what_waits_and_what_stands_against_each_other() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = secretary.reads(PATH).await;
    assert_eq!(page.text("h1"), "Đăng ký lịch, tuần 50");
    assert_eq!(page.texts(".requests > li").len(), 5);
    assert_eq!(page.text(".head .segment [aria-current=page]"), "Tuần 50 (5)");
    assert_eq!(secretary.reads(&format!("{PATH}?state=all")).await.texts(".requests > li").len(), 8);
    let refused = secretary.reads(&format!("{PATH}?state=refused")).await;
    assert!(refused.text(".requests").contains("Chuyển Người phát ngôn cung cấp thông tin"));
    let found = secretary.reads(&format!("{PATH}?q=du+an+trong+diem")).await;
    assert_eq!(found.texts(".requests h2"), [PROJECTS]);
    let nothing = secretary.reads(&format!("{PATH}?week=2026-W20")).await;
    assert_eq!(nothing.text(".state h2"), "Không có đăng ký nào ở đây");

    let (.., form) = opened(&secretary, "", PROJECTS).await;
    let rival = form.text(".panel .notice");
    assert!(
        rival.contains("Sở Tài chính") && rival.contains(BUDGET) && rival.contains("(cùng phòng)"),
        "{rival}"
    );
    assert_eq!(form.text(".slots .clash"), "Không trùng");
}

#[tokio::test]
async fn an_accepted_request_stands_on_the_board_and_the_unit_sees_it() {
    let house = House::open().await;
    let (secretary, officer) = (house.sign_in("thuky").await, house.sign_in("sotaichinh").await);
    let done = accepts(&secretary, BUDGET, "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(done.to.contains("week=2026-W50"), "{}", done.to);
    let page = secretary.reads(&done.to).await;
    assert_eq!(page.text(".notice"), format!("Đã lưu: {BUDGET} (Đã xếp lịch)"));
    assert_eq!(page.texts(".requests > li").len(), 4);
    assert!(secretary.reads("/desk/weeks/2026-W50").await.html.contains(BUDGET));
    let own = officer.reads(PATH).await;
    let told = card(&own, BUDGET);
    assert!(told.contains("Đã xếp lịch"), "{told}");
    assert!(told.contains("Xếp vào T4 09/12, 08:00 - 10:30") && !told.contains("Khác đề nghị"), "{told}");
    let (.., told) = opened(&officer, "", BUDGET).await;
    assert!(!told.html.contains("?entry="), "the working week is not for officers");
    assert!(told.text(".panel .said").ends_with("Chưa phát hành"), "{}", told.text(".panel .said"));
    assert!(!told.has(".panel .said a"), "there is nothing to read on yet");
    let (.., told) = opened(&secretary, "week=2026-W50&state=all", BUDGET).await;
    let href = told.value(".panel .said a", "href").expect("a way to the board");
    assert!(href.starts_with("/desk/weeks/2026-W50?entry="), "{href}");
}

#[tokio::test]
async fn a_conflict_is_a_sentence_and_passes_only_with_the_chief_and_a_reason() {
    let house = House::open().await;
    let (secretary, chief) = (house.sign_in("thuky").await, house.sign_in("chanhvanphong").await);
    accepts(&secretary, BUDGET, "").await;
    let (.., form) = opened(&secretary, "week=2026-W50", PROJECTS).await;
    assert!(
        form.text(".slots .clash").starts_with("Phòng họp A đã dùng 08:00-10:30"),
        "{}",
        form.text(".slots")
    );
    let refused = accepts(&secretary, PROJECTS, "Gấp").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.texts(".form .notice").iter().any(|n| n.starts_with("Phòng họp A đã dùng 08:00-10:30")));
    assert_eq!(refused.value("#conflict_reason", "value").as_deref(), Some("Gấp"));
    let without = accepts(&chief, PROJECTS, "").await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(accepts(&chief, PROJECTS, "Hai đơn vị họp chung").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn back_or_no_needs_a_reason_and_several_are_merged_into_one() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let query = "week=2026-W50&state=all";
    let (id, address, _) = opened(&secretary, query, PROJECTS).await;
    let page = secretary.reads(&format!("{address}&do=return")).await;
    assert_eq!(page.text("#panel-title"), "Trả lại");
    let back = [("deed", "request.return"), ("id", &id), ("seen", "1"), ("reason", " ")];
    let refused = secretary.sends(&format!("{address}&do=return"), &back).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.text("#reason-error"), "Cần điền mục này.");

    let page = secretary.reads(&format!("{address}&do=merge")).await;
    let into = choice(&page, "merged_into", "Sở Tài chính");
    let also = find(&page, ".also input", |i| i.value().attr("value").map(str::to_owned)).unwrap();
    let merge = [
        ("deed", "request.merge"),
        ("id", &id),
        ("seen", "1"),
        ("merged_into", &into),
        ("merged", &also),
        ("reason", "Cùng nội dung"),
    ];
    let done = secretary.sends(&format!("{address}&do=merge"), &merge).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let page = secretary.reads(&format!("{PATH}?{query}")).await;
    assert!(card(&page, PROJECTS).contains("Đã gộp"), "{}", card(&page, PROJECTS));
    assert!(card(&page, BUDGET).contains("Chờ xếp lịch"), "the one that takes them goes on");
    let (.., told) = opened(&house.sign_in("soxaydung").await, "", PROJECTS).await;
    let said = told.text(".panel .said");
    assert!(said.ends_with("Gộp vào đăng ký của Sở Tài chính (chờ xếp lịch)"), "{said}");

    let (id, address, _) = opened(&secretary, query, "Báo cáo tiến độ chuẩn bị hàng hóa Tết").await;
    let no = [("deed", "request.refuse"), ("id", &id), ("seen", "1"), ("reason", "Đã hết hạn đăng ký")];
    assert_eq!(secretary.sends(&format!("{address}&do=refuse"), &no).await.status, StatusCode::SEE_OTHER);
    let told = house.sign_in("socongthuong").await.reads(PATH).await;
    assert!(told.text(".requests").contains("Đã hết hạn đăng ký"));
}

#[tokio::test]
async fn who_neither_asks_nor_decides_is_told_so() {
    let house = House::open().await;
    for who in ["chutich", "quantri"] {
        let page = house.sign_in(who).await.reads(PATH).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{who}");
        assert!(!page.texts(".rooms a").contains(&"Đăng ký".to_owned()), "{who}");
    }
    let officer = house.sign_in("sotaichinh").await;
    let (id, address, _) = opened(&officer, "", BUDGET).await;
    for deed in ["request.accept", "request.return", "request.refuse", "request.merge"] {
        let fields =
            [("deed", deed), ("id", &id), ("seen", "1"), ("reason", "x"), ("minutes", "60"), ("chair", "1")];
        assert_eq!(officer.sends(&address, &fields).await.status, StatusCode::FORBIDDEN, "{deed}");
    }
    assert!(card(&officer.reads(PATH).await, BUDGET).ends_with("Chờ xếp lịch"));
}

#[tokio::test]
async fn the_administrator_decides_when_registration_closes() {
    let house = House::open().await;
    let administrator = house.sign_in("quantri").await;
    let page = administrator.reads("/desk/settings").await;
    assert_eq!(page.value("#closing_time", "value").as_deref(), Some("11:30"));
    assert_eq!(page.text("#closing_day option[selected]"), "Thứ Năm");
    let rules = |time| {
        [
            ("deed", "setting.save_request_rules"),
            ("seen", "1"),
            ("closing_day", "5"),
            ("closing_time", time),
            ("per_week", "3"),
            ("submit_day", "5"),
            ("submit_time", "12:00"),
        ]
    };
    let refused = administrator.sends("/desk/settings", &rules("trưa")).await;
    assert_eq!(refused.text("#closing_time-error"), "Không phải giờ; ví dụ: 8h30 hoặc 14:00.");
    assert_eq!(administrator.sends("/desk/settings", &rules("17h30")).await.status, StatusCode::SEE_OTHER);
    let page = house.sign_in("sotaichinh").await.reads(PATH).await;
    let closes = page.text(".closes");
    assert!(closes.starts_with("Hạn đăng ký tuần 50 (07/12): Thứ Sáu, 04/12/2026, 17:30."), "{closes}");
}
