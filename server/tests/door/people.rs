//! Units, persons, positions and the journal, read and changed without our
//! program in the browser.

use crate::house::{House, Page, Person};
use axum::http::StatusCode;

const UNITS: &str = "/desk/people";
const PERSONS: &str = "/desk/people/persons";
const POSITIONS: &str = "/desk/people/positions";

/// The number of the row whose link has this text.
fn row(page: &Page, name: &str) -> String {
    let selector = scraper::Selector::parse("a[href*='edit=']").unwrap();
    scraper::Html::parse_document(&page.html)
        .select(&selector)
        .find(|a| a.text().collect::<String>() == name)
        .and_then(|a| a.value().attr("href")?.split("edit=").nth(1).map(str::to_owned))
        .unwrap_or_else(|| panic!("no link to {name}"))
}

/// The fields of the form that is open on a page, as a browser would send them.
fn fields_of(page: &Page, deed: &str) -> Vec<(String, String)> {
    let document = scraper::Html::parse_document(&page.html);
    let sel = |s: &str| scraper::Selector::parse(s).unwrap();
    let form = document
        .select(&sel("form"))
        .find(|f| f.select(&sel(&format!("input[name=deed][value='{deed}']"))).next().is_some())
        .unwrap_or_else(|| panic!("no form for {deed}"));
    let mut fields = Vec::new();
    for control in form.select(&sel("input, select, textarea")) {
        let at = |name: &str| control.value().attr(name);
        let Some(name) = at("name") else { continue };
        let value = match control.value().name() {
            "textarea" => control.text().collect(),
            "select" => {
                let options: Vec<_> = control.select(&sel("option")).collect();
                let chosen =
                    options.iter().find(|o| o.value().attr("selected").is_some()).or(options.first());
                chosen.and_then(|o| o.value().attr("value")).unwrap_or_default().to_owned()
            }
            _ if at("type") == Some("checkbox") && at("checked").is_none() => continue,
            _ => at("value").unwrap_or_default().to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}

fn with<'a>(fields: &'a [(String, String)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    for (name, value) in changed {
        match all.iter_mut().find(|(n, _)| n == name) {
            Some(known) => known.1 = value,
            None => all.push((name, value)),
        }
    }
    all
}

async fn opens(person: &Person<'_>, path: &str, name: &str) -> (String, Page) {
    let id = row(&person.reads(path).await, name);
    let address = format!("{path}?edit={id}");
    let page = person.reads(&address).await;
    (address, page)
}

#[tokio::test]
async fn the_tree_shows_what_exists_and_what_has_ended_on_demand() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = secretary.reads(UNITS).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.text("h1"), "Nhân sự và đơn vị");
    assert!(page.texts(".tree .tree a, .tree ul a").contains(&"Sở Tài chính".to_owned()));
    assert_eq!(page.text(".tabs [aria-current=page]"), "Đơn vị");

    let (address, form) = opens(&secretary, UNITS, "Sở Tài chính").await;
    let ended = secretary
        .sends(&address, &with(&fields_of(&form, "people.save_unit"), &[("to", "2026-11-30")]))
        .await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    let page = secretary.reads(&ended.to).await;
    assert_eq!(page.text(".notice"), "Đã lưu: Sở Tài chính");
    assert!(!page.texts(".tree a").contains(&"Sở Tài chính".to_owned()));
    let page = secretary.reads("/desk/people?q=so+tai+chinh&ended=on").await;
    assert_eq!(page.text("[data-ended] a"), "Sở Tài chính");
    assert_eq!(page.text("[data-ended] .badge"), "Đã kết thúc");
    assert!(page.text(".tree").starts_with("Ủy ban nhân dân tỉnh Minh Giang"));
    assert!(!page.texts(".tree a").contains(&"Sở Tư pháp".to_owned()));
    let page = secretary.reads("/desk/people?q=khong-co").await;
    assert_eq!(page.text(".state h2"), "Không có mục nào khớp.");
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed_and_says_why_at_the_field() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let fields = fields_of(&secretary.reads("/desk/people?new").await, "people.save_unit");
    let typed = [("name", "<b>Sở & Ban</b>"), ("code", "STC"), ("from", "2026-12-02"), ("to", "2026-12-01")];
    let page = secretary.sends("/desk/people?new", &with(&fields, &typed)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.value("#name", "value").as_deref(), Some("<b>Sở & Ban</b>"));
    assert_eq!(page.value("#to", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.text("#code-error"), "Đã có nơi khác dùng giá trị này.");
    assert_eq!(page.text("#to-error"), "Phải sau thời điểm bắt đầu.");
    assert!(!page.has("main b"), "typed markup is text");
}

#[tokio::test]
async fn a_text_area_holds_markup_as_text() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let (address, form) = opens(&secretary, PERSONS, "Lã Minh Quân").await;
    let fields = fields_of(&form, "people.save_person");
    let duties = "</textarea><script>1</script> &amp; ghi";
    let page = secretary.sends(&address, &with(&fields, &[("duties", duties), ("email", "x")])).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("#duties"), duties);
    assert_eq!(page.text("#email-error"), "Không phải địa chỉ thư điện tử.");
}

#[tokio::test]
async fn a_stale_save_shows_who_changed_what_and_goes_through_the_second_time() {
    let house = House::open().await;
    let (secretary, chief) = (house.sign_in("thuky").await, house.sign_in("chanhvanphong").await);
    let (address, form) = opens(&secretary, UNITS, "Sở Tư pháp").await;
    let fields = fields_of(&form, "people.save_unit");
    let first = chief.sends(&address, &with(&fields, &[("short_name", "Sở TP")])).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);

    let page = secretary.sends(&address, &with(&fields, &[("code", "STP2")])).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text(".stale p").starts_with("Mạc Đăng Thuận đã sửa lúc"), "{}", page.text(".stale p"));
    assert_eq!(page.text(".stale dt"), "Tên ngắn");
    assert_eq!(page.text(".stale ins"), "Sở TP");
    assert_eq!(page.value("#code", "value").as_deref(), Some("STP2"));

    let again = fields_of(&page, "people.save_unit");
    let saved = secretary.sends(&address, &with(&again, &[])).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = secretary.reads(&address).await;
    assert_eq!(page.value("#code", "value").as_deref(), Some("STP2"));
}

#[tokio::test]
async fn a_form_for_a_row_that_is_none_is_refused() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let fields = fields_of(&secretary.reads("/desk/people?new").await, "people.save_unit");
    for id in ["999999", "x", "-1"] {
        let typed = [("id", id), ("name", "Đơn vị lạ"), ("code", "LA")];
        let page = secretary.sends("/desk/people?new", &with(&fields, &typed)).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}");
    }
    let page = secretary.reads("/desk/people?edit=999999").await;
    assert_eq!(page.text(".panel .notice"), "Không còn mục này trong danh sách.");
}

#[tokio::test]
async fn positions_stand_by_precedence_with_those_who_serve() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = secretary.reads(POSITIONS).await;
    assert_eq!(page.text("tbody th"), "Chủ tịch Ủy ban nhân dân tỉnh Lịch tuần");
    assert!(page.text(".served-by").starts_with("Lã Minh Quân"), "{}", page.text(".served-by"));
    let (_, form) = opens(&secretary, POSITIONS, "Chủ tịch Ủy ban nhân dân tỉnh").await;
    assert_eq!(form.text(".panel header small"), "Lịch đã phát hành không đổi theo.");
    assert!(form.text(".panel section").contains("Chánh Văn phòng phân công thư ký."));
    assert!(!form.has("input[value='people.release_secretary']"));
}

#[tokio::test]
async fn the_chief_of_office_assigns_and_releases_secretaries() {
    let house = House::open().await;
    let chief = house.sign_in("chanhvanphong").await;
    let (address, form) = opens(&chief, POSITIONS, "Chủ tịch Ủy ban nhân dân tỉnh").await;
    let release = fields_of(&form, "people.release_secretary");
    let done = chief.sends(&address, &with(&release, &[])).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let form = chief.reads(&address).await;
    assert!(form.text(".panel section").contains("Chưa có thư ký phục vụ."));

    let secretary = release.iter().find(|(n, _)| n == "secretary").map(|(_, v)| v.clone()).unwrap();
    let assign = fields_of(&form, "people.assign_secretary");
    let done = chief.sends(&address, &with(&assign, &[("secretary", &secretary)])).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(chief.reads(&address).await.text(".served").contains("Lã Minh Quân"));

    let other = house.sign_in("thuky").await;
    let refused = other.sends(&address, &with(&assign, &[("secretary", &secretary)])).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn ending_a_position_leaves_the_published_week_as_it_was() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let before = secretary.reads("/weeks/2026-W49").await;
    assert!(before.html.contains("Đặng Hữu Khiêm"));
    let (address, form) = opens(&secretary, POSITIONS, "Chủ tịch Ủy ban nhân dân tỉnh").await;
    let fields = fields_of(&form, "people.save_position");
    let ended = secretary.sends(&address, &with(&fields, &[("to", "2026-11-29")])).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    assert_eq!(secretary.reads("/weeks/2026-W49").await.texts(".entry"), before.texts(".entry"));
}

#[tokio::test]
async fn who_may_not_see_people_gets_a_page_that_says_so() {
    let house = House::open().await;
    for who in ["chutich", "sotaichinh"] {
        let person = house.sign_in(who).await;
        for path in [UNITS, PERSONS, POSITIONS, "/desk/journal", "/desk/settings", "/desk/settings/accounts"]
        {
            let page = person.reads(path).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{who} {path}");
            assert!(page.html.contains("Bạn không có quyền làm việc này."), "{who} {path}");
        }
    }
    let administrator = house.sign_in("quantri").await;
    let page = administrator.reads("/desk/people?edit=1").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.has(".panel") && !page.has("a[href*='edit=']"), "administrators only read");
    let fields = [("deed", "people.save_unit"), ("name", "X"), ("code", "X"), ("kind", "office")];
    assert_eq!(administrator.sends(UNITS, &fields).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_journal_is_the_chiefs_and_speaks_in_words() {
    let house = House::open().await;
    let chief = house.sign_in("chanhvanphong").await;
    let (address, form) = opens(&chief, UNITS, "Sở Tài chính").await;
    let fields = fields_of(&form, "people.save_unit");
    chief.sends(&address, &with(&fields, &[("short_name", "Sở TC")])).await;

    let page = chief.reads("/desk/journal?about=unit").await;
    assert_eq!(page.text(".journal .actor"), "Mạc Đăng Thuận");
    assert_eq!(page.text(".journal .deed > p"), "lưu đơn vị Sở Tài chính");
    assert_eq!(page.text(".journal .old-new"), "Tên ngắn: Sở Tài chính → Sở TC");
    assert!(page.text("h2.date").contains("/2026"));

    let (address, form) = opens(&chief, UNITS, "Sở Tư pháp").await;
    chief.sends(&address, &with(&fields_of(&form, "people.save_unit"), &[("parent", "")])).await;
    let page = chief.reads("/desk/journal?about=unit").await;
    assert_eq!(page.text(".journal .old-new"), "Đơn vị cấp trên: UBND tỉnh → —", "numbers are named");
    let weeks = chief.reads("/desk/journal?about=week").await;
    assert_eq!(weeks.value(".journal a", "href").as_deref(), Some("/desk/weeks/2026-W49"));
    assert!(weeks.texts(".deed > p").contains(&"phát hành tuần 49/2026".to_owned()));

    let entries = chief.reads("/desk/journal?about=entry").await;
    let lines = entries.texts(".journal > li").len();
    assert_eq!(entries.texts(".journal .deed > p:first-child a[href='/desk/weeks/2026-W49']").len(), lines);
    assert!(lines >= 6, "those of the two adjustments");

    let secretary = house.sign_in("thuky").await;
    assert_eq!(secretary.reads("/desk/journal").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn older_lines_of_the_journal_follow_behind_a_link() {
    let house = House::open().await;
    let chief = house.sign_in("chanhvanphong").await;
    let (address, _) = opens(&chief, UNITS, "Sở Tài chính").await;
    for round in 1..=50 {
        let fields = fields_of(&chief.reads(&address).await, "people.save_unit");
        let name = format!("STC lần {round}");
        chief.sends(&address, &with(&fields, &[("short_name", &name)])).await;
    }
    let first = chief.reads("/desk/journal?about=unit").await;
    let newest = first.texts(".journal > li");
    assert_eq!(newest.len(), 50);
    assert!(newest[0].contains("STC lần 50"), "{}", newest[0]);
    let older = chief.reads(&first.value(".pages a[rel=next]", "href").unwrap()).await;
    assert!(older.texts(".journal > li").is_empty(), "all lines about units stood on the first page");
    let mut page = chief.reads("/desk/journal").await;
    let mut older = Vec::new();
    while let Some(next) = page.value(".pages a[rel=next]", "href") {
        page = chief.reads(&next).await;
        older.extend(page.texts(".journal > li"));
    }
    assert!(older.iter().any(|line| line.contains("phát hành tuần 49/2026")));
    assert_eq!(page.text(".pages a"), "Mới nhất");
}

#[tokio::test]
async fn comings_and_goings_take_one_line_of_the_journal() {
    let house = House::open().await;
    for who in ["thuky", "chutich", "sotaichinh"] {
        house.sign_in(who).await;
    }
    let page = house.sign_in("chanhvanphong").await.reads("/desk/journal").await;
    assert_eq!(page.texts(".actor")[0], "4 lượt vào, ra");
    let people = page.text(".journal details.deed summary");
    assert!(people.contains("Lã Minh Quân") && people.contains("Đặng Hữu Khiêm"), "{people}");
    assert_eq!(page.texts(".journal .journal > li").len(), 4, "each of them can still be read");
}
