//! The tables: made once, kept ever after, and watched by the database too.

use crate::support::TestOffice;
use crate::support::{on_both, tell_from_scratch, week};
use office::{Engine, Office, bulletin, demo, schedule};
use sea_orm::{ConnectionTrait, Database};

async fn an_empty_office_works_and_asks_for_nothing(url: String) {
    let before = Office::open_unmigrated(&url).await.expect("a connection");
    assert!(before.ready().await.is_err(), "tables are missing");
    before.close().await.expect("closed");
    let office = Office::open(&url).await.expect("migrated");
    office.ready().await.expect("ready");
    assert!(!office::setting::is_demo(&office).await.expect("an answer"));
    assert!(!office::access::has_demo_password(&office).await.expect("an answer"));
    assert_eq!(office::setting::profile(&office).await.expect("names").committee_short, "UBND tỉnh");
    assert_eq!(office.stamp(), 0);
    assert!(bulletin::week(&office, week("2026-W49"), None).await.expect("a week").entries.is_empty());
    let feed = office::feed::public_feed(&office, None, "https://x.example").await.expect("a feed");
    assert!(crate::ical::logical_lines(&feed).iter().all(|line| line != "BEGIN:VEVENT"));
    office.close().await.expect("closed");
}

async fn the_demo_week_is_repeated_and_published(url: String) {
    let office = Office::open(&url).await.expect("migrated").at(Some(demo::now().expect("a clock")));
    demo::load(&office, Some(130)).await.expect("loaded");
    let mut entries = 0;
    for (week, _) in bulletin::published_weeks(&office).await.expect("weeks") {
        let shown = bulletin::week(&office, week, None).await.expect("a week").entries;
        assert!(shown.iter().all(|e| week.contains(e.face.date)));
        entries += shown.len();
    }
    assert!(entries > 48 + 40 && entries < 130, "{entries} of 130 are public");
    office.close().await.expect("closed");
}

/// As far as another process had come when it was ended.
async fn an_interrupted_loading_begins_again(url: String) {
    let office = Office::open(&url).await.expect("migrated").at(Some(demo::now().expect("a clock")));
    demo::load(&office, None).await.expect("loaded");
    assert!(!demo::is_half_loaded(&office).await.expect("an answer"));
    let refused = demo::load(&office, None).await.expect_err("it is there").to_string();
    assert!(refused.contains("is not empty"), "{refused}");
    let db = Database::connect(&url).await.expect("a connection");
    for sql in [
        "UPDATE setting SET key = 'demo_loading' WHERE key = 'demo'",
        "DELETE FROM bulletin_entry WHERE publication_id = 3",
        "DELETE FROM bulletin_publication WHERE number = 3",
        "DELETE FROM published_entry WHERE publication_id = 3",
        "DELETE FROM publication WHERE number = 3",
    ] {
        db.execute_unprepared(sql).await.expect(sql);
    }
    db.close().await.expect("closed");
    assert!(demo::is_half_loaded(&office).await.expect("an answer"));
    assert!(!office::setting::is_demo(&office).await.expect("an answer"), "its passwords open nothing");
    demo::load(&office, None).await.expect("loaded anew");
    assert!(!demo::is_half_loaded(&office).await.expect("an answer"));
    assert!(office::setting::is_demo(&office).await.expect("an answer"));
    let shown = bulletin::week(&office, week("2026-W49"), None).await.expect("a week");
    assert_eq!(shown.publication.map(|(number, _)| number), Some(3));
    office.close().await.expect("closed");
}

#[test]
fn an_interrupted_loading_begins_again_on_sqlite() {
    tell_from_scratch(Engine::Sqlite, an_interrupted_loading_begins_again);
}

#[test]
fn an_interrupted_loading_begins_again_on_postgres() {
    tell_from_scratch(Engine::Postgres, an_interrupted_loading_begins_again);
}

#[test]
fn an_empty_office_works_and_asks_for_nothing_on_sqlite() {
    tell_from_scratch(Engine::Sqlite, an_empty_office_works_and_asks_for_nothing);
}

#[test]
fn an_empty_office_works_and_asks_for_nothing_on_postgres() {
    tell_from_scratch(Engine::Postgres, an_empty_office_works_and_asks_for_nothing);
}

#[test]
fn the_demo_week_is_repeated_and_published_on_sqlite() {
    tell_from_scratch(Engine::Sqlite, the_demo_week_is_repeated_and_published);
}

#[test]
fn the_demo_week_is_repeated_and_published_on_postgres() {
    tell_from_scratch(Engine::Postgres, the_demo_week_is_repeated_and_published);
}

on_both! {
    async fn migrating_again_changes_nothing(office: TestOffice) {
        let read = || async {
            let board = office.board(week("2026-W49")).await;
            let official = schedule::official_week(&office.chief(), week("2026-W49"), Some(1)).await.expect("a week");
            serde_json::to_string(&(board, official)).expect("JSON")
        };
        let before = read().await;
        let again = Office::open(&office.url).await.expect("opened and migrated again");
        again.ready().await.expect("ready");
        assert_eq!(again.stamp(), office.stamp());
        again.close().await.expect("closed");
        assert_eq!(read().await, before);
    }

    async fn the_database_refuses_what_would_hang_in_the_air(office: TestOffice) {
        // The engine's own defaults do not matter: this is the connection that the office uses.
        let entry = office.an_entry().in_room("Phòng họp A").chaired_by("ct").put().await;
        let db = Database::connect(&office.url).await.expect("a connection");
        if office.engine == Engine::Sqlite {
            db.execute_unprepared("PRAGMA foreign_keys = ON").await.expect("switched on");
        }
        let id = entry.id;
        for broken in [
            format!("UPDATE entry SET room_id = 999999 WHERE id = {id}"),
            format!("INSERT INTO entry_leader (entry_id, position_id, role) VALUES ({id}, 999999, 'chair')"),
            "DELETE FROM room WHERE name = 'Phòng họp A'".into(),
            "DELETE FROM position WHERE slug = 'ct'".into(),
            "DELETE FROM publication".into(),
            "UPDATE unit SET code = 'STC' WHERE code = 'SYT'".into(),
            "UPDATE account SET email = 'thuky@minhgiang.example'".into(),
            "UPDATE publication SET number = 1".into(),
            format!("UPDATE entry SET uid = 'demo-e19@giaoban' WHERE id = {id}"),
        ] {
            assert!(db.execute_unprepared(&broken).await.is_err(), "{broken}");
        }
        db.close().await.expect("closed");
    }

    async fn the_office_itself_watches_the_keys(office: TestOffice) {
        let entry = office.an_entry().chaired_by("ct").put().await;
        schedule::remove_entry(&office.secretary(), entry.id, 1).await.expect("removed");
        let db = Database::connect(&office.url).await.expect("a connection");
        let left = sea_orm::Statement::from_string(
            db.get_database_backend(),
            format!("SELECT COUNT(*) AS n FROM entry_leader WHERE entry_id = {}", entry.id),
        );
        let row = db.query_one_raw(left).await.expect("a count").expect("a row");
        assert_eq!(row.try_get::<i64>("", "n").expect("a number"), 0, "its leaders went with it");
        db.close().await.expect("closed");
    }
}
