//! Days off, swapped days and hours: changed by the Office, seen everywhere at once.

use crate::support::{TestOffice, day, issue, on_both, refused, stale, tell_from_scratch, week};
use domain::calendar::day_off::DayOffDraft;
use domain::calendar::hours::HoursDraft;
use domain::calendar::legal_days;
use domain::calendar::working_day::HolidayKind;
use domain::journal::Subject;
use domain::{HolidayId, Problem, Refusal};
use office::{Engine, Office, bulletin, journal, setting};
use sea_orm::{ConnectionTrait, Database};

fn swap(date: &str) -> DayOffDraft {
    DayOffDraft {
        date: date.into(),
        name: "Nghỉ hoán đổi dịp Tết".into(),
        kind: HolidayKind::SwapOff.code().into(),
        basis: "Thông báo của Bộ Nội vụ".into(),
        provisional: String::new(),
    }
}

fn summer(to: &str) -> HoursDraft {
    HoursDraft {
        from: "2027-04-16".into(),
        to: to.into(),
        morning_from: "7:00".into(),
        morning_to: "11:30".into(),
        afternoon_from: "13:30".into(),
        afternoon_to: "17:00".into(),
    }
}

on_both! {
    async fn a_swapped_day_is_added_moved_and_taken_out(office: TestOffice) {
        let stamp = office.stamp();
        let saved = setting::save_day_off(&office.secretary(), None, 0, swap("12/02/2027")).await.expect("added");
        assert_eq!((saved.day.date, saved.version), (day("2027-02-12"), 1));
        assert!(office.stamp() > stamp, "what readers keep is looked at again");
        let w6 = week("2027-W06");
        let off = |board: domain::schedule::Board| {
            let days = domain::calendar::WorkingDays::new(&board.directory.holidays);
            ["2027-02-11", "2027-02-12"].map(|date| !days.is_working(day(date)))
        };
        assert_eq!(off(office.board(w6).await), [true, true], "the board sees it");
        let shown = bulletin::week(&office, w6, None).await.expect("a week");
        assert!(shown.holidays.contains(&(day("2027-02-12"), "Nghỉ hoán đổi dịp Tết".to_owned())));

        let moved = setting::save_day_off(&office.chief(), Some(saved.id), 1, swap("2027-02-04")).await.expect("moved");
        assert_eq!(moved.version, 2);
        assert_eq!(off(office.board(w6).await), [true, false]);
        let told = stale(setting::save_day_off(&office.secretary(), Some(saved.id), 1, swap("2027-02-12")).await);
        let change: Vec<_> = told.changes.iter().map(|c| (c.field.as_str(), c.after.as_str())).collect();
        assert_eq!(change, [("date", "2027-02-04")]);

        assert_eq!(stale(setting::remove_day_off(&office.chief(), saved.id, 1).await).current, 2);
        let gone = setting::remove_day_off(&office.chief(), saved.id, 2).await.expect("taken out");
        assert_eq!(gone, moved, "it says which day it was");
        let left = setting::holidays(&office).await.expect("days");
        assert!(left.iter().all(|row| row.id != saved.id));
        let again = setting::remove_day_off(&office.chief(), saved.id, 2).await;
        assert_eq!(refused(again), Refusal::NotFound);
        let lines = journal::list(&office.chief(), Some(Subject::DayOff), None).await.expect("lines");
        let deeds: Vec<&str> = lines.iter().map(|line| line.deed.as_str()).collect();
        assert_eq!(deeds, ["setting.remove_day_off", "setting.save_day_off", "setting.save_day_off"]);
        assert_eq!(lines[0].title, "Nghỉ hoán đổi dịp Tết");
    }

    async fn a_day_without_sense_is_refused_at_its_field(office: TestOffice) {
        let desk = office.secretary();
        let before = setting::holidays(&office).await.expect("days");
        for (draft, field, problem) in [
            (swap("1900-01-01"), "date", Problem::DateOutOfRange),
            (swap("2027-01-01"), "date", Problem::TakenBy { name: "Tết Dương lịch".into() }),
            (DayOffDraft { name: " ".into(), ..swap("2027-02-12") }, "name", Problem::Required),
            (DayOffDraft { basis: String::new(), ..swap("2027-02-12") }, "basis", Problem::Required),
            (DayOffDraft { kind: "lam_bu".into(), ..swap("2027-02-12") }, "kind", Problem::WorkedAnyway),
        ] {
            assert_eq!(issue(setting::save_day_off(&desk, None, 0, draft).await), (field.to_owned(), problem));
        }
        let unknown = setting::save_day_off(&desk, Some(HolidayId(999_999)), 1, swap("2027-02-12")).await;
        assert_eq!(refused(unknown), Refusal::NotFound);
        assert_eq!(setting::holidays(&office).await.expect("days"), before);
    }

    async fn summer_begins_and_ends_as_the_office_decides(office: TestOffice) {
        let version = setting::hours_version(&office).await.expect("a version");
        let table = setting::save_season(&office.secretary(), None, version, summer("2027-10-15")).await.expect("added");
        assert_eq!(table.seasons().len(), 1);
        let opens = |board: domain::schedule::Board, date: &str| board.directory.hours.on(day(date)).morning.0.to_string();
        assert_eq!(opens(office.board(week("2027-W20")).await, "2027-05-17"), "07:00:00");
        assert_eq!(opens(office.board(week("2027-W10")).await, "2027-03-08"), "07:30:00");

        let told = stale(setting::save_hours(&office.chief(), version, HoursDraft::of(table.usual())).await);
        assert_eq!((told.current, told.by.as_str()), (version + 1, "Lã Minh Quân"));
        let claimed = setting::save_season(&office.chief(), None, version + 1, summer("2027-04-30")).await;
        let (field, problem) = issue(claimed);
        assert_eq!(field, "from");
        assert!(matches!(problem, Problem::OtherSeason { .. }), "{problem:?}");
        let first = Some(day("2027-04-16"));
        let shorter = setting::save_season(&office.chief(), first, version + 1, summer("2027-09-30")).await.expect("changed");
        assert_eq!(shorter.seasons()[0].to, day("2027-09-30"));
        let usual = HoursDraft { afternoon_to: "16h30".into(), ..HoursDraft::of(table.usual()) };
        setting::save_hours(&office.chief(), version + 2, usual).await.expect("changed");
        let left = setting::remove_season(&office.chief(), day("2027-04-16"), version + 3).await.expect("taken out");
        assert!(left.seasons().is_empty());
        assert_eq!(setting::working_hours(&office).await.expect("hours"), left);
        assert_eq!(left.usual().afternoon.1.to_string(), "16:30:00");
        let gone = setting::remove_season(&office.chief(), day("2027-04-16"), version + 4).await;
        assert_eq!(refused(gone), Refusal::NotFound);
    }
}

async fn a_new_office_begins_with_the_days_by_law(url: String) {
    let office = Office::open(&url).await.expect("migrated");
    let days: Vec<_> =
        setting::holidays(&office).await.expect("days").into_iter().map(|row| row.day).collect();
    assert_eq!(days, legal_days::first_days());
    assert!(days.iter().all(|day| !day.source.is_empty()));
    office.close().await.expect("closed");
}

#[test]
fn a_new_office_begins_with_the_days_by_law_on_sqlite() {
    tell_from_scratch(Engine::Sqlite, a_new_office_begins_with_the_days_by_law);
}

#[test]
fn a_new_office_begins_with_the_days_by_law_on_postgres() {
    tell_from_scratch(Engine::Postgres, a_new_office_begins_with_the_days_by_law);
}

/// An office from before, with days of its own.
async fn an_older_office_keeps_its_days(url: String) {
    let office = Office::open(&url).await.expect("migrated");
    office.close().await.expect("closed");
    let db = Database::connect(&url).await.expect("a connection");
    for sql in [
        "ALTER TABLE holiday DROP COLUMN version",
        "DELETE FROM holiday",
        "INSERT INTO holiday (date, name, kind, source, provisional) \
         VALUES ('2026-11-24', 'Ngày của tỉnh', 'nghi_le', 'QĐ 1', false)",
        "DELETE FROM seaql_migrations WHERE version = 'm008_days_off'",
    ] {
        db.execute_unprepared(sql).await.expect(sql);
    }
    db.close().await.expect("closed");
    let office = Office::open(&url).await.expect("migrated");
    let days = setting::holidays(&office).await.expect("days");
    let told: Vec<_> = days.iter().map(|row| (row.day.name.as_str(), row.version)).collect();
    assert_eq!(told, [("Ngày của tỉnh", 1)]);
    office.close().await.expect("closed");
}

#[test]
fn an_older_office_keeps_its_days_on_sqlite() {
    tell_from_scratch(Engine::Sqlite, an_older_office_keeps_its_days);
}

#[test]
fn an_older_office_keeps_its_days_on_postgres() {
    tell_from_scratch(Engine::Postgres, an_older_office_keeps_its_days);
}
