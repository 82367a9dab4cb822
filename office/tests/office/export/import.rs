//! What a file brings in, all or nothing.

use super::{exported, folder, operator};
use crate::support::{TestOffice, on_both, refused, tell_from_scratch};
use domain::journal::Subject;
use domain::people::Service;
use domain::{Actor, Refusal, Role};
use office::import::{self, Written};
use office::{Engine, Office, demo, journal, people, setting};

/// The demo office goes out, comes in somewhere else, and goes out the same.
async fn an_office_goes_out_and_comes_in_the_same(url: String) {
    let name = if url.starts_with("sqlite") { "sqlite" } else { "postgres" };
    let (first, second) = (folder(&format!("out-{name}")), folder(&format!("again-{name}")));
    let source = std::env::temp_dir().join(format!("giaoban-export-{}-{name}.db", std::process::id()));
    let _ = std::fs::remove_file(&source);
    let old = Office::open(&format!("sqlite://{}", source.display())).await.expect("an office");
    demo::load(&old, None).await.expect("the demo office");
    exported(&old, &first).await;
    old.close().await.expect("closed");

    let new = Office::open(&url).await.expect("an empty office");
    let text = std::fs::read_to_string(first.join("office.json")).expect("a file");
    let taken = import::read(&operator(&new), &text, Written::Json).await.expect("taken in");
    assert!(taken.units > 20 && taken.persons > 20 && taken.positions > 5, "{taken:?}");
    assert!(taken.rooms > 0 && taken.vehicles > 0 && taken.holidays > 0, "{taken:?}");
    exported(&new, &second).await;
    let again = std::fs::read_to_string(second.join("office.json")).expect("a file");
    assert!(text == again, "the second export differs from the first");

    let lines = journal::list(&operator(&new), Some(Subject::Unit), None).await.expect("a journal");
    assert!(lines.iter().all(|l| l.deed == "people.save_unit" && l.actor == "giaoban"));
    let said = import::read(&operator(&new), &text, Written::Json).await.expect_err("all are there");
    assert!(said.to_string().contains("Mã: Đã có nơi khác dùng giá trị này."), "{said}");
    new.close().await.expect("closed");
    for left in [first, second] {
        std::fs::remove_dir_all(left).expect("removed");
    }
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", source.display()));
    }
}

#[test]
fn an_office_goes_out_and_comes_in_the_same_on_sqlite() {
    tell_from_scratch(Engine::Sqlite, an_office_goes_out_and_comes_in_the_same);
}

#[test]
fn an_office_goes_out_and_comes_in_the_same_on_postgres() {
    tell_from_scratch(Engine::Postgres, an_office_goes_out_and_comes_in_the_same);
}

/// What the Office was told was wrong, line by line.
async fn said(office: &TestOffice, text: &str, written: Written) -> Vec<String> {
    let failure = import::read(&operator(office), text, written).await.expect_err("nothing is read");
    let words = failure.to_string();
    let mut lines = words.lines().map(str::to_owned);
    let head = lines.next().expect("a first line");
    let lines: Vec<String> = lines.collect();
    assert_eq!(head, format!("không nhập gì, {} chỗ chưa đúng", lines.len()));
    lines
}

on_both! {
    async fn one_wrong_row_and_nothing_was_read(office: TestOffice) {
        let before = people::list_units(&office.chief()).await.expect("units").len();
        let lines = said(&office, r#"{
            "units": [
                {"code": "MOI", "name": "Sở Mới", "kind": "department", "parent": "CON"},
                {"code": "CON", "name": "Phòng Con", "kind": "phòng ban", "from": "hôm qua"},
                {"code": "STC", "name": "Sở Tài chính lần nữa", "kind": "department"}
            ],
            "persons": [
                {"name": "Trần Văn Thử", "unit": "KHONG-CO", "email": "thử"},
                {"name": "", "unit": "MOI"}
            ],
            "positions": [{"slug": "gd", "title": "Giám đốc", "short_title": "GĐ", "person": "ai-do",
                "unit": "MOI", "precedence": 5}],
            "rooms": [{"name": "Phòng họp A", "capacity": -1}],
            "vehicles": [{"plate": "", "seats": 4, "driver": "ai-do"}, {"plate": "99A-1", "driver": "tran-van-thu"}]
        }"#, Written::Json).await;
        assert_eq!(lines, [
            "Đơn vị thứ 2 (CON): Loại: Giá trị này không có trong danh sách.",
            "Đơn vị thứ 2 (CON): Từ ngày: Không phải ngày có thật; ví dụ: 30/11/2026.",
            "Đơn vị thứ 3 (STC): Mã: Đã có nơi khác dùng giá trị này.",
            "Cá nhân thứ 1 (Trần Văn Thử): Đơn vị: Giá trị này không có trong danh sách.",
            "Cá nhân thứ 1 (Trần Văn Thử): Thư điện tử: Không phải địa chỉ thư điện tử.",
            "Cá nhân thứ 2: Tên: Cần điền mục này.",
            "Chức vụ thứ 1 (Giám đốc): Người giữ chức: Giá trị này không có trong danh sách.",
            "Phòng họp thứ 1 (Phòng họp A): Tên: Đã có nơi khác dùng giá trị này.",
            "Phòng họp thứ 1 (Phòng họp A): Số chỗ: Giá trị này không có trong danh sách.",
            "Xe thứ 1: Xe: Cần điền mục này.",
            "Xe thứ 1: Lái xe: Giá trị này không có trong danh sách.",
        ]);
        assert_eq!(people::list_units(&office.chief()).await.expect("units").len(), before);
    }

    async fn rows_may_name_what_comes_later_in_the_file(office: TestOffice) {
        import::read(&operator(&office), r#"{
            "units": [
                {"code": "T2", "name": "Tổ hai", "kind": "division", "parent": "T1"},
                {"code": "T1", "name": "Tổ một", "kind": "division", "parent": "STC"}
            ],
            "persons": [{"key": "a", "name": "Trần Văn Thử", "unit": "T2"}, {"name": "Lý Thị Mẫu", "unit": "t1"}],
            "positions": [
                {"slug": "to-1", "title": "Tổ trưởng tổ một", "short_title": "TT1", "person": "Lý Thị Mẫu",
                 "unit": "T1", "precedence": 400, "acting": "to-2", "secretaries": ["a"]},
                {"slug": "to-2", "title": "Tổ trưởng tổ hai", "short_title": "TT2", "person": "a",
                 "unit": "T2", "precedence": 401}
            ]
        }"#, Written::Json).await.expect("taken in");
        let units = people::list_units(&office.chief()).await.expect("units");
        let unit = |code: &str| units.iter().find(|u| u.code == code).expect(code);
        assert_eq!(unit("T2").parent, Some(unit("T1").id));
        assert_eq!(unit("T1").parent, Some(unit("STC").id));
        let (positions, serving) = people::list_positions(&office.chief()).await.expect("positions");
        let position = |slug: &str| positions.iter().find(|p| p.slug == slug).expect(slug);
        assert_eq!(position("to-1").acting, Some(position("to-2").id));
        let served = serving.iter().find(|s| s.position == position("to-1").id).expect("a secretary");
        assert_eq!(served.secretary_name, "Trần Văn Thử");
    }

    async fn a_circle_is_refused_though_each_row_is_right(office: TestOffice) {
        let lines = said(&office, r#"{"units": [
            {"code": "V1", "name": "Vòng một", "kind": "division", "parent": "V2"},
            {"code": "V2", "name": "Vòng hai", "kind": "division", "parent": "V1"}
        ]}"#, Written::Json).await;
        assert_eq!(lines.len(), 1);
        assert!(lines[0].starts_with("Đơn vị thứ 1 (V1): Đơn vị cấp trên: "), "{lines:?}");
    }

    async fn a_table_of_persons_is_read_and_not_read_twice(office: TestOffice) {
        let table = "Họ và tên,Chức danh,Đơn vị,Thư điện tử,Phục vụ lịch\n\
                     \"Trần Văn Thử\",Chuyên viên,STC,thu@x.vn,Chuyên viên\n\
                     Lý Thị Mẫu,Lái xe,STC,,Lái xe\n";
        let taken = import::read(&operator(&office), table, Written::Csv).await.expect("taken in");
        assert_eq!((taken.persons, taken.units), (2, 0));
        let persons = people::list_persons(&office.chief()).await.expect("persons");
        let driver = persons.iter().find(|p| p.name == "Lý Thị Mẫu").expect("a driver");
        assert_eq!((driver.service, driver.unit), (Service::Driver, Some(office.unit("STC"))));
        let lines = said(&office, table, Written::Csv).await;
        assert_eq!(lines[0], "dòng 2 (Trần Văn Thử): Tên: Đã có nơi khác dùng giá trị này.");
        assert_eq!(lines.len(), 2);
    }

    async fn a_file_that_is_none_is_refused_with_the_place(office: TestOffice) {
        for (text, why) in [
            ("{\"units\": [", "dòng 1, cột 11: không đọc được"),
            ("{\"shape\": \"something-else\"}", "something-else"),
            ("{\"units\": [{\"mã\": \"X\"}]}", "unknown field `mã`"),
            ("{\"holidays\": [{\"date\": \"2027-02-30\"}]}", "không đọc được"),
        ] {
            let lines = said(&office, text, Written::Json).await;
            assert!(lines.len() == 1 && lines[0].contains(why), "{text}: {lines:?}");
        }
    }

    async fn days_off_count_at_once_and_everything_has_its_line(office: TestOffice) {
        let file = r#"{"holidays": [{"date": "2027-04-19", "name": "Ngày thử", "kind": "nghi_le", "source": "TB 1"}],
            "rooms": [{"name": "Phòng thử", "capacity": 10}], "vehicles": [{"plate": "99A-000.01", "seats": 5}]}"#;
        import::read(&operator(&office), file, Written::Json).await.expect("taken in");
        let holidays = setting::holidays(&office).await.expect("holidays");
        assert!(holidays.iter().any(|row| row.day.name == "Ngày thử"));
        let lines = journal::list(&operator(&office), Some(Subject::Setting), None).await.expect("a journal");
        let deeds: Vec<&str> = lines.iter().take(3).map(|l| l.deed.as_str()).collect();
        assert_eq!(deeds, ["setting.import_holiday", "facility.import_vehicle", "facility.import_room"]);
    }

    async fn nobody_of_one_role_alone_reads_a_file_in(office: TestOffice) {
        for role in Role::ALL {
            let desk = office.desk(Actor { account: Some(domain::AccountId(1)), roles: vec![role], ..Actor::job("x") });
            assert_eq!(refused(import::read(&desk, "{}", Written::Json).await), Refusal::NotYours, "{role:?}");
        }
    }
}
