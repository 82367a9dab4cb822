//! The settings of the office and its accounts, for the administrator.

use crate::house::House;
use axum::http::StatusCode;

const OFFICE: &str = "/desk/settings";
const CALENDAR: &str = "/desk/settings/calendar";
const ACCOUNTS: &str = "/desk/settings/accounts";

/// The number of an account by its address.
fn account(page: &crate::house::Page, email: &str) -> String {
    let selector = scraper::Selector::parse("tbody th a").unwrap();
    scraper::Html::parse_document(&page.html)
        .select(&selector)
        .find(|a| a.text().collect::<String>() == email)
        .and_then(|a| a.value().attr("href")?.split("edit=").nth(1).map(str::to_owned))
        .unwrap_or_else(|| panic!("no account {email}"))
}

#[tokio::test]
async fn the_administrator_begins_at_the_settings_and_names_the_office() {
    let house = House::open().await;
    let administrator = house.sign_in("quantri").await;
    assert_eq!(administrator.reads("/desk").await.to, OFFICE);
    let page = administrator.reads(OFFICE).await;
    assert_eq!(page.text("h1"), "Cài đặt");

    let seen = page.value("input[name=seen]", "value").unwrap();
    let names = |committee, seen| {
        [
            ("deed", "setting.save_profile"),
            ("seen", seen),
            ("committee_name", committee),
            ("committee_short", "UBND tỉnh"),
            ("office_name", "Văn phòng Ủy ban nhân dân tỉnh Minh Giang"),
            ("place_name", "Minh Giang"),
        ]
    };
    let refused = administrator.sends(OFFICE, &names("", &seen)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.text("#committee_name-error"), "Cần điền mục này.");

    let saved = administrator.sends(OFFICE, &names("UBND tỉnh Minh Giang", &seen)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = administrator.reads(&saved.to).await;
    assert_eq!(page.value("#committee_name", "value").as_deref(), Some("UBND tỉnh Minh Giang"));
    assert_eq!(page.text(".notice"), "Đã lưu.");

    let stale = administrator.sends(OFFICE, &names("UBND tỉnh khác", &seen)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.value("#committee_name", "value").as_deref(), Some("UBND tỉnh khác"));
    assert_eq!(stale.text(".stale ins"), "UBND tỉnh Minh Giang");
}

#[tokio::test]
async fn a_secretary_keeps_the_table_of_ways_and_the_administrator_reads_it() {
    const WAYS: &str = "/desk/settings/travel";
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = secretary.reads(WAYS).await;
    assert_eq!(page.text(".tabs [aria-current]"), "Đường đi");
    let (usual, seen) = (page.value("#usual", "value"), page.value("input[name=seen]", "value").unwrap());
    assert_eq!(usual.as_deref(), Some("40"));
    let rows = page.texts(".ways tbody tr").len();
    assert_eq!(rows, 12, "nine ways of the demo and three empty rows");

    let typed = |minutes: &'static str, seen| {
        let row = [("one.0", "Trụ sở"), ("other.0", "xã An Khê Hạ"), ("way.0", minutes)];
        let empty = [("one.1", ""), ("other.1", ""), ("way.1", "")];
        let head = [("deed", "setting.save_travel"), ("seen", seen), ("usual", "45"), ("preparation", "5")];
        head.into_iter().chain(row).chain(empty).collect::<Vec<_>>()
    };
    let refused = secretary.sends(WAYS, &typed("gần", &seen)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.text(".notice"), "Chưa lưu được. Cần xem lại: Số phút đi (dòng 1).");
    assert_eq!(refused.text("[id='way.0-error']"), "Cần một số từ 1 đến 600.");
    assert_eq!(refused.value("[id='way.0']", "value").as_deref(), Some("gần"));
    assert_eq!(refused.value("[id='way.0']", "aria-label").as_deref(), Some("Số phút đi, dòng 1"));

    let saved = secretary.sends(WAYS, &typed("50", &seen)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = secretary.reads(&saved.to).await;
    assert_eq!(page.text(".notice"), "Đã lưu.");
    assert_eq!(page.value("[id='way.0']", "value").as_deref(), Some("50"));
    assert_eq!(page.texts(".ways tbody tr").len(), 4);
    assert_eq!(secretary.sends(WAYS, &typed("55", &seen)).await.status, StatusCode::CONFLICT);

    let administrator = house.sign_in("quantri").await;
    let page = administrator.reads(WAYS).await;
    assert!(page.text(".ways tbody").contains("xã An Khê Hạ"), "{}", page.text(".ways tbody"));
    assert!(!page.has(".ways input"));
    assert_eq!(administrator.sends(WAYS, &typed("60", "3")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(house.sign_in("sotaichinh").await.reads(WAYS).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_secretary_reads_the_names_and_changes_none() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = secretary.reads(OFFICE).await;
    assert!(page.texts(".rooms a").contains(&"Cài đặt".to_owned()), "the menu leads here");
    let officer = house.sign_in("sotaichinh").await;
    assert!(!officer.reads("/my").await.texts(".rooms a").contains(&"Cài đặt".to_owned()));
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text(".facts").contains("Tên Ủy ban nhân dân"));
    assert!(!page.has("form input[value='setting.save_profile']"));
    assert!(!page.has(".tabs a[href='/desk/settings/accounts']"));
    assert_eq!(secretary.reads(ACCOUNTS).await.status, StatusCode::FORBIDDEN);
    let forged = [("deed", "setting.save_profile"), ("seen", "1"), ("committee_name", "X")];
    assert_eq!(secretary.sends(OFFICE, &forged).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_secretary_adds_a_day_off_and_takes_it_out_again() {
    let house = House::open().await;
    let secretary = house.sign_in("thuky").await;
    let page = secretary.reads(CALENDAR).await;
    assert!(page.text(".facts").contains("Sáng 07:30 - 11:30"), "{}", page.text(".facts"));
    assert!(page.texts("tbody tr").iter().any(|row| row.contains("Làm bù") && row.contains("22/08/2026")));
    let typed = |date| {
        [
            ("deed", "setting.save_day_off"),
            ("id", ""),
            ("seen", "0"),
            ("date", date),
            ("kind", "nghi_hoan_doi"),
            ("name", "Nghỉ hoán đổi <b>một ngày</b>"),
            ("basis", "Thông báo 1/TB-BNV"),
        ]
    };
    let address = format!("{CALENDAR}?new");
    let refused = secretary.sends(&address, &typed("2027-01-01")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.text("#date-error"), "Đã dùng cho “Tết Dương lịch”.");
    assert_eq!(refused.value("#basis", "value").as_deref(), Some("Thông báo 1/TB-BNV"));
    let saved = secretary.sends(&address, &typed("2026-12-03")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = secretary.reads(&saved.to).await;
    assert_eq!(page.text(".notice"), "Đã lưu: Nghỉ hoán đổi <b>một ngày</b>");
    assert!(page.texts("tbody th").iter().any(|day| day.contains("03/12/2026")));
    assert!(secretary.reads("/weeks/2026-W49").await.html.contains("&lt;b&gt;một ngày"), "readers see it");

    let id = saved.to.split("saved=").nth(1).expect("a number").to_owned();
    let remove = [("deed", "setting.remove_day_off"), ("id", id.as_str()), ("seen", "1")];
    let gone = secretary.sends(&format!("{CALENDAR}?edit={id}"), &remove).await;
    assert_eq!(gone.to, format!("{CALENDAR}?done=day_gone.2026-12-03"));
    assert_eq!(secretary.reads(&gone.to).await.text(".notice"), "Đã xóa: Thứ Năm, 03/12/2026");
    assert!(!secretary.reads(CALENDAR).await.html.contains("03/12/2026"));
    let administrator = house.sign_in("quantri").await;
    let page = administrator.reads(&address).await;
    assert!(page.has("tbody tr") && !page.has("aside.panel"), "the administrator reads");
    assert_eq!(administrator.sends(&address, &typed("2026-12-03")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn summer_gets_its_own_hours() {
    let house = House::open().await;
    let chief = house.sign_in("chanhvanphong").await;
    let typed = |to| {
        [
            ("deed", "setting.save_season"),
            ("id", ""),
            ("seen", "1"),
            ("from", "2027-04-16"),
            ("to", to),
            ("morning_from", "7h"),
            ("morning_to", "11h30"),
            ("afternoon_from", "13:30"),
            ("afternoon_to", "17:00"),
        ]
    };
    let address = format!("{CALENDAR}?season");
    let refused = chief.sends(&address, &typed("2027-04-15")).await;
    assert_eq!(refused.text("#to-error"), "Phải sau thời điểm bắt đầu.");
    assert_eq!(refused.value("#morning_from", "value").as_deref(), Some("7h"));
    let saved = chief.sends(&address, &typed("2027-10-15")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = chief.reads(&saved.to).await;
    assert_eq!(page.text(".notice"), "Đã lưu: Mùa 16/04/2027 - 15/10/2027");
    let facts = page.text(".facts");
    assert!(facts.contains("16/04/2027 - 15/10/2027") && facts.contains("Sáng 07:00 - 11:30"), "{facts}");
    let edit = format!("{CALENDAR}?season=2027-04-16");
    assert_eq!(chief.reads(&edit).await.value("#from", "value").as_deref(), Some("2027-04-16"));
    let stale = chief.sends(&address, &typed("2027-10-15")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let gone =
        chief.sends(&edit, &[("deed", "setting.remove_season"), ("id", "2027-04-16"), ("seen", "2")]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    let page = chief.reads(&gone.to).await;
    assert_eq!(page.text(".notice"), "Đã xóa: Mùa bắt đầu từ 16/04/2027");
    assert!(!page.text(".facts").contains("2027"));
    let usual = typed("").into_iter().filter(|(name, _)| !["from", "to"].contains(name));
    let usual: Vec<_> = usual
        .map(|(name, value)| match name {
            "deed" => (name, "setting.save_hours"),
            "seen" => (name, "3"),
            _ => (name, value),
        })
        .collect();
    let saved = chief.sends(&format!("{CALENDAR}?hours"), &usual).await;
    assert_eq!((saved.status, saved.to.clone()), (StatusCode::SEE_OTHER, format!("{CALENDAR}?done=usual")));
    let page = chief.reads(&saved.to).await;
    assert_eq!(page.text(".notice"), "Đã lưu: Giờ làm việc thông thường");
    assert!(page.text(".facts").contains("Sáng 07:00 - 11:30"), "{}", page.text(".facts"));
}

#[tokio::test]
async fn an_account_is_created_changed_locked_and_opened_again() {
    let house = House::open().await;
    let administrator = house.sign_in("quantri").await;
    let new = |password| {
        [
            ("deed", "access.save_account"),
            ("id", ""),
            ("seen", "0"),
            ("email", "Moi@minhgiang.example"),
            ("name", "Người Mới"),
            ("roles", "secretary"),
            ("password", password),
        ]
    };
    let page = administrator.sends("/desk/settings/accounts?new", &new("ngan-qua")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.text("#password-error"), "Mật khẩu cần ít nhất 10 ký tự.");
    assert_eq!(page.value("#email", "value").as_deref(), Some("Moi@minhgiang.example"));
    assert!(page.has("input[name=roles][value=secretary][checked]"));
    assert!(!page.html.contains("ngan-qua"), "a password does not come back");

    let saved = administrator.sends("/desk/settings/accounts?new", &new("giao-ban-demo")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = administrator.reads(&saved.to).await;
    assert_eq!(page.text(".notice"), "Đã lưu: moi@minhgiang.example");
    let id = account(&page, "moi@minhgiang.example");
    let newcomer = house.sign_in("moi").await;
    assert_eq!(newcomer.reads("/desk/people").await.status, StatusCode::OK);

    let address = format!("{ACCOUNTS}?edit={id}");
    let locked = administrator.sends(&address, &[("deed", "access.lock_account"), ("id", &id)]).await;
    assert_eq!(locked.status, StatusCode::SEE_OTHER);
    assert!(newcomer.reads("/desk/people").await.to.starts_with("/sign-in"), "sessions have ended");
    let shown = administrator.reads(ACCOUNTS).await.texts("tbody th");
    assert!(!shown.contains(&"moi@minhgiang.example".to_owned()));
    let page = administrator.reads("/desk/settings/accounts?ended=on&q=moi@").await;
    assert_eq!(page.text("tr[data-ended] .badge"), "Đã khóa");
    administrator.sends(&address, &[("deed", "access.unlock_account"), ("id", &id)]).await;
    assert_eq!(house.sign_in("moi").await.reads("/desk/people").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_password_takes_the_place_of_the_old_one() {
    let house = House::open().await;
    let administrator = house.sign_in("quantri").await;
    let id = account(&administrator.reads(ACCOUNTS).await, "thuky@minhgiang.example");
    let address = format!("{ACCOUNTS}?edit={id}");
    let reset = |password| [("deed", "access.reset_password"), ("id", id.as_str()), ("password", password)];
    let weak = administrator.sends(&address, &reset("ngan")).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(weak.text("#password-error"), "Mật khẩu cần ít nhất 10 ký tự.");
    assert_eq!(weak.value("#email", "value").as_deref(), Some("thuky@minhgiang.example"));

    let secretary = house.sign_in("thuky").await;
    let done = administrator.sends(&address, &reset("mot cau that dai")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(!done.to.contains("cau"), "a password is never in an address");
    assert!(secretary.reads("/desk/people").await.to.starts_with("/sign-in"));
}

#[tokio::test]
async fn nobody_locks_themselves_and_only_administrators_have_keys() {
    let house = House::open().await;
    let administrator = house.sign_in("quantri").await;
    let id = account(&administrator.reads(ACCOUNTS).await, "quantri@minhgiang.example");
    let address = format!("{ACCOUNTS}?edit={id}");
    assert!(!administrator.reads(&address).await.has("input[value='access.lock_account']"));
    let lock = [("deed", "access.lock_account"), ("id", id.as_str())];
    assert_eq!(administrator.sends(&address, &lock).await.status, StatusCode::FORBIDDEN);
    let chief = house.sign_in("chanhvanphong").await;
    assert_eq!(chief.sends(&address, &lock).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_last_administrator_is_told_why_the_role_stays() {
    let house = House::open().await;
    let administrator = house.sign_in("quantri").await;
    let id = account(&administrator.reads(ACCOUNTS).await, "quantri@minhgiang.example");
    let address = format!("{ACCOUNTS}?edit={id}");
    let typed = [
        ("deed", "access.save_account"),
        ("id", id.as_str()),
        ("seen", "1"),
        ("email", "quantri@minhgiang.example"),
        ("name", "Quản trị hệ thống"),
        ("roles", "secretary"),
    ];
    let page = administrator.sends(&address, &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        page.text("#roles-error"),
        "Đây là quản trị viên cuối cùng còn hoạt động; hãy giao vai trò này cho người khác trước."
    );
}
