//! The board of a week, its form and its steps, read and sent without our
//! program in the browser.

use crate::house::{House, Page, Person};
use axum::http::StatusCode;
use scraper::{Html, Selector};

const WEEK: &str = "/desk/weeks/2026-W49";
const NEXT: &str = "/desk/weeks/2026-W50";
const SAVE: &str = "schedule.save_entry";

type Fields = Vec<(String, String)>;

/// The fields of the form of a verb, as a browser would send them.
fn fields_of(page: &Page, deed: &str) -> Fields {
    let document = Html::parse_document(&page.html);
    let sel = |s: &str| Selector::parse(s).unwrap();
    let form = document
        .select(&sel("form"))
        .find(|f| f.select(&sel(&format!("[name=deed][value='{deed}']"))).next().is_some())
        .unwrap_or_else(|| panic!("no form for {deed}"));
    let mut fields = Vec::new();
    for control in form.select(&sel("input, select, textarea")) {
        let at = |name: &str| control.value().attr(name);
        let Some(name) = at("name").filter(|_| at("disabled").is_none()) else { continue };
        let value = match control.value().name() {
            "textarea" => control.text().collect(),
            "select" => {
                let options: Vec<_> = control.select(&sel("option")).collect();
                let chosen =
                    options.iter().find(|o| o.value().attr("selected").is_some()).or(options.first());
                chosen.and_then(|o| o.value().attr("value")).unwrap_or_default().to_owned()
            }
            _ if matches!(at("type"), Some("checkbox" | "radio")) && at("checked").is_none() => continue,
            _ => at("value").unwrap_or_default().to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}

fn with<'a>(fields: &'a Fields, typed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    for (name, value) in typed {
        match all.iter_mut().find(|(n, _)| n == name) {
            Some(known) => known.1 = value,
            None => all.push((name, value)),
        }
    }
    all
}

/// The address of the form of the entry whose card holds this text.
fn card(page: &Page, week: &str, text: &str) -> String {
    let found = Html::parse_document(&page.html)
        .select(&Selector::parse("a.card").unwrap())
        .find(|a| a.text().collect::<String>().contains(text))
        .and_then(|a| a.value().attr("href").map(str::to_owned));
    format!("{week}{}", found.unwrap_or_else(|| panic!("no card with {text}")))
}

/// The address of a blank form for the first leader on a morning of week 50.
async fn blank(person: &Person<'_>, day: &str) -> String {
    let board = person.reads(&format!("{NEXT}?new")).await;
    let add = board.value(&format!("a.add[href^='?new={day}.morning']"), "href").unwrap();
    format!("{NEXT}{add}")
}

async fn saves(person: &Person<'_>, address: &str, typed: &[(&str, &str)]) -> Page {
    let fields = fields_of(&person.reads(address).await, SAVE);
    person.sends(address, &with(&fields, typed)).await
}

/// Takes a step of week 50 and gives the board as it is then.
async fn steps(person: &Person<'_>, step: &str, from: &str) -> Page {
    let page = person.reads(from).await;
    let fields = fields_of(&page, "schedule.take_step");
    let done = person.sends(from, &with(&fields, &[("step", step)])).await;
    assert_eq!((done.status, done.to.clone()), (StatusCode::SEE_OTHER, format!("{NEXT}?done={step}")));
    person.reads(&done.to).await
}

#[tokio::test]
async fn the_board_shows_the_week_to_those_who_build_it() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let board = secretary.reads(WEEK).await;
    assert_eq!(board.status, StatusCode::OK);
    assert!(board.text("h1").starts_with("Lịch công tác tuần 49 (30/11 - 06/12/2026)"));
    assert_eq!(board.text(".edition b"), "Điều chỉnh lần 2");
    assert_eq!(board.texts(".strip a").len(), 9);
    assert!(board.text(".strip [aria-current=date]").starts_with("T604/1226/10"));
    assert_eq!(board.texts(".board thead th").len(), 7, "day, part and five leaders");
    assert_eq!(board.texts(".board tbody").len(), 7);
    assert!(board.text("#d2026-11-30 .card").contains("Hội ý Thường trực UBND tỉnh đầu tuần"));
    assert!(board.has("#d2026-12-05[data-off]") && !board.has("#d2026-12-04[data-off]"));
    assert!(board.has("#add-entry") && board.has(".clashes li"));
    assert_eq!(board.texts(".steps [data-done]").len(), 4, "published, nothing is left to do");

    for (who, status) in [
        ("chanhvanphong", StatusCode::OK),
        ("chutich", StatusCode::FORBIDDEN),
        ("sotaichinh", StatusCode::FORBIDDEN),
        ("quantri", StatusCode::FORBIDDEN),
    ] {
        let page = house.sign_in(who).await.reads(WEEK).await;
        assert_eq!(page.status, status, "{who}");
        assert_eq!(page.has(".card"), status == StatusCode::OK, "{who}");
        let refused = page.text(".state h1") == "Không có quyền xem trang này";
        assert_eq!(refused, status == StatusCode::FORBIDDEN, "{who}");
    }
    for week in ["2026-W54", "1900-W01", "2026-w49", "abc", "2026-W54/review"] {
        let page = secretary.reads(&format!("/desk/weeks/{week}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{week}");
        assert_eq!(page.text(".state h1"), "Không tìm thấy trang");
    }
}

#[tokio::test]
async fn an_entry_is_created_changed_and_its_history_told() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    assert_eq!(secretary.reads(NEXT).await.text(".state h2"), "Tuần này chưa có lịch");

    let address = blank(&secretary, "2026-12-08").await;
    let typed =
        [("content", "Họp <b>xét</b> & duyệt"), ("start", "8h"), ("end", "9h30"), ("place", "Nhà khách")];
    let saved = saves(&secretary, &address, &typed).await;
    assert_eq!(
        (saved.status, saved.to.as_str()),
        (StatusCode::SEE_OTHER, "/desk/weeks/2026-W50?done=save_entry")
    );
    let board = secretary.reads(&saved.to).await;
    assert_eq!(board.text(".toast"), "Đã lưu");
    assert!(
        board.text("#d2026-12-08 .card").contains("08:00- 09:30"),
        "{}",
        board.text("#d2026-12-08 .card")
    );
    assert!(board.text("#d2026-12-08 .card .content").contains("Họp <b>xét</b> & duyệt"), "markup is text");

    let form = card(&board, NEXT, "duyệt");
    let page = secretary.reads(&form).await;
    assert_eq!(page.value("#start", "value").as_deref(), Some("08:00"));
    assert!(page.has(&format!(".card[href='{}'][aria-current=true]", form.trim_start_matches(NEXT))));
    saves(&secretary, &form, &[("place", "Hội trường")]).await;
    let history = secretary.reads(&form.replace("entry", "history")).await;
    assert_eq!(history.texts(".history > li").len(), 2);
    assert!(history.text(".history > li").contains("Lã Minh Quân: Sửa lịch"));
    assert_eq!(history.text(".history del"), "Nhà khách");
    assert_eq!(history.text(".history ins"), "Hội trường");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_says_why_at_the_field() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let address = blank(&secretary, "2026-12-08").await;
    let typed = [("content", ""), ("place", "\"Nhà\" <i>khách</i>"), ("start", "10:00"), ("end", "9:00")];
    let page = saves(&secretary, &address, &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("#content-error"), "Cần điền mục này.");
    assert_eq!(page.text("#end-error"), "Phải sau thời điểm bắt đầu.");
    assert_eq!(page.value("#end", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.value("#place", "value").as_deref(), Some("\"Nhà\" <i>khách</i>"));
    assert_eq!(page.value("#start", "value").as_deref(), Some("10:00"));

    for (field, value) in [("date", "1900-01-01"), ("kind", "party"), ("room", "999"), ("note", "a\u{7}b")] {
        let page = saves(&secretary, &address, &[("content", "Họp"), (field, value)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(page.has(&format!("#{field}-error")), "{field}");
    }
    let stranger = saves(&secretary, &address, &[("content", "Họp"), ("id", "999999")]).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refused_entry_is_offered_free_times_and_saved_at_the_one_that_is_pressed() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let address = blank(&secretary, "2026-12-08").await;
    let first = [("content", "Họp về đê điều"), ("start", "8:00"), ("end", "10:00")];
    assert_eq!(saves(&secretary, &address, &first).await.status, StatusCode::SEE_OTHER);

    let second = [("content", "Họp về rừng"), ("start", "9:00"), ("end", "11:00")];
    let page = saves(&secretary, &address, &second).await;
    let offered = page.texts(".free-times button[name=slot]");
    assert_eq!(offered, ["T3 08/12, 13:30 - 15:30", "T4 09/12, 07:30 - 09:30", "T4 09/12, 09:30 - 11:30"]);
    let slot = page.value(".free-times button[name=slot]", "value").unwrap();
    let again = fields_of(&page, SAVE);
    let saved = secretary.sends(&address, &with(&again, &[("slot", &slot)])).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let board = secretary.reads(&saved.to).await;
    let forest = secretary.reads(&card(&board, NEXT, "rừng")).await;
    assert_eq!(forest.value("#start", "value").as_deref(), Some("13:30"));
    assert_eq!(forest.value("#end", "value").as_deref(), Some("15:30"));
}

#[tokio::test]
async fn a_conflict_is_a_sentence_and_only_the_chief_passes_with_a_reason() {
    let house = House::open().await;
    let (secretary, chief) = (house.sign_in("thuky").await, house.sign_in("chanhvanphong").await);
    let address = blank(&secretary, "2026-12-08").await;
    let first = [("content", "Họp về đê điều"), ("start", "8:00"), ("end", "10:00")];
    assert_eq!(saves(&secretary, &address, &first).await.status, StatusCode::SEE_OTHER);

    let second = [("content", "Họp về rừng"), ("start", "9:00"), ("end", "11:00")];
    let page = saves(&secretary, &address, &second).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.text(".clash-list .notice p"),
        "Không cho phép: Chủ tịch Đặng Hữu Khiêm đã có lịch 08:00-10:00 (Họp về đê điều)."
    );
    assert_eq!(page.text("#content"), "Họp về rừng");
    assert!(!page.has("#conflict_reason"), "a secretary cannot pass over it");

    let page = saves(&chief, &address, &second).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = fields_of(&page, SAVE);
    let passed = chief.sends(&address, &with(&again, &[("conflict_reason", "Chủ tịch về sớm")])).await;
    assert_eq!(passed.status, StatusCode::SEE_OTHER);
    let board = chief.reads(&passed.to).await;
    assert!(board.text(".clashes li").contains("Đã chấp nhận: Chủ tịch về sớm"));
    assert!(!board.has(".card[data-clash]"), "what is accepted is no alarm");
}

#[tokio::test]
async fn a_stale_save_shows_who_changed_what_and_can_be_saved_all_the_same() {
    let house = House::open().await;
    let (secretary, chief) = (house.sign_in("thuky").await, house.sign_in("chanhvanphong").await);
    let form = card(&secretary.reads(WEEK).await, WEEK, "Hội ý Thường trực");
    let seen = fields_of(&secretary.reads(&form).await, SAVE);
    let first = chief.sends(&form, &with(&seen, &[("place", "Phòng khách")])).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);

    let page = secretary.sends(&form, &with(&seen, &[("participants", "Các Phó Chủ tịch")])).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".stale p").starts_with("Mạc Đăng Thuận đã sửa lúc"));
    let apart = page.texts(".stale tbody tr");
    assert!(apart.iter().any(|row| row.starts_with("Địa điểm") && row.contains("Phòng khách")), "{apart:?}");
    assert_eq!(page.texts(".stale").len(), 1, "what differs is shown once");
    assert!(!page.has("button[name=over][data-kind=primary]"), "overwriting is not what is suggested");
    assert_eq!(page.text("#participants"), "Các Phó Chủ tịch");

    let again = fields_of(&page, SAVE);
    let unseen = secretary.sends(&form, &with(&again, &[])).await;
    assert_eq!(unseen.status, StatusCode::CONFLICT, "the version that was seen stays the old one");
    let over = page.value("button[name=over]", "value").unwrap();
    let saved = secretary.sends(&form, &with(&again, &[("over", &over)])).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert_eq!(secretary.reads(&form).await.text("#participants"), "Các Phó Chủ tịch");
}

#[tokio::test]
async fn an_entry_is_moved_postponed_resumed_and_removed_by_short_forms() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let address = blank(&secretary, "2026-12-08").await;
    saves(&secretary, &address, &[("content", "Họp về rừng"), ("start", "8:00"), ("end", "9:30")]).await;
    let form = card(&secretary.reads(NEXT).await, NEXT, "rừng");

    let to = form.replace("entry", "move");
    let fields = fields_of(&secretary.reads(&to).await, "schedule.move_entry");
    let typed = [("date", "2026-12-09"), ("part", "afternoon"), ("start", "14h")];
    let moved = secretary.sends(&to, &with(&fields, &typed)).await;
    let board = secretary.reads(&moved.to).await;
    assert!(board.text("#d2026-12-09 .card").contains("14:00- 15:30"), "it keeps its length");

    let to = form.replace("entry", "postpone");
    let fields = fields_of(&secretary.reads(&to).await, "schedule.postpone_entry");
    let silent = secretary.sends(&to, &with(&fields, &[])).await;
    assert_eq!(
        (silent.status, silent.text("#reason-error")),
        (StatusCode::UNPROCESSABLE_ENTITY, "Cần điền mục này.".into())
    );
    let halted =
        secretary.sends(&to, &with(&fields, &[("reason", "Mưa bão"), ("moved_to", "2026-12-10")])).await;
    assert!(secretary.reads(&halted.to).await.has(".card[data-mark=postponed]"));

    for (deed, verb) in [("resume", "schedule.resume_entry"), ("remove", "schedule.remove_entry")] {
        let to = form.replace("entry", deed);
        let fields = fields_of(&secretary.reads(&to).await, verb);
        assert_eq!(secretary.sends(&to, &with(&fields, &[])).await.status, StatusCode::SEE_OTHER, "{deed}");
    }
    assert_eq!(secretary.reads(NEXT).await.text(".state h2"), "Tuần này chưa có lịch");
    let gone = secretary.reads(&form).await;
    assert!(gone.text(".panel .notice").contains("không còn trong tuần"));
}

#[tokio::test]
async fn a_week_is_submitted_returned_approved_reviewed_and_published() {
    let house = House::open().await;
    let (secretary, chief) = (house.sign_in("thuky").await, house.sign_in("chanhvanphong").await);
    let address = blank(&secretary, "2026-12-08").await;
    saves(&secretary, &address, &[("content", "Họp về rừng"), ("start", "8:00"), ("end", "9:30")]).await;
    saves(
        &secretary,
        &address,
        &[("content", "Hội ý"), ("start", "10:00"), ("end", "11:00"), ("visibility", "public")],
    )
    .await;

    let board = steps(&secretary, "submit", NEXT).await;
    assert_eq!(board.text(".title .badge"), "Đã trình duyệt");
    assert!(!board.html.contains("?return"), "a secretary returns nothing");
    let to = format!("{NEXT}?return");
    let silent = chief
        .sends(&to, &with(&fields_of(&chief.reads(&to).await, "schedule.take_step"), &[("step", "return")]))
        .await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = fields_of(&silent, "schedule.take_step");
    chief.sends(&to, &with(&fields, &[("step", "return"), ("reason", "Thiếu địa điểm")])).await;
    assert!(secretary.reads(NEXT).await.text(".week-head .notice").contains("Thiếu địa điểm"));

    steps(&secretary, "submit", NEXT).await;
    steps(&chief, "approve", NEXT).await;
    let review = format!("{NEXT}/review");
    let page = chief.reads(&review).await;
    assert_eq!(page.text("#publish-h"), "Phát hành lần đầu");
    assert_eq!(page.texts(".changes > .diff > li").len(), 2);
    assert_eq!(page.texts(".changes .more .diff > li").len(), 1, "one of them is public");
    assert!(secretary.reads(&review).await.text(".panel").contains("Đã duyệt"));
    assert!(!secretary.reads(&review).await.has(".panel form"));

    let board = steps(&chief, "publish", &review).await;
    assert_eq!(board.text(".edition b"), "Phát hành lần đầu");
    assert_eq!(
        chief.reads(&review).await.text(".changes .state h2"),
        "Không có gì khác với lần phát hành trước"
    );
    let public = chief.reads("/weeks/2026-W50").await;
    assert!(public.html.contains("Hội ý") && !public.html.contains("Họp về rừng"));
}

#[tokio::test]
async fn a_remark_stands_under_the_title_in_both_languages() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let to = format!("{NEXT}?remark");
    let fields = fields_of(&secretary.reads(&to).await, "schedule.set_remark");
    let saved = secretary.sends(&to, &with(&fields, &[("remark", "Lịch này thay giấy mời")])).await;
    assert!(secretary.reads(&saved.to).await.text(".remark").starts_with("Lịch này thay giấy mời"));
    let english = secretary.reads(&format!("{NEXT}?lang=en&new")).await;
    assert!(english.text("h1").starts_with("Schedule of week 50"));
    assert_eq!(english.text("#panel-h"), "New entry");
}
