//! The demo office: its week happens again, with three publications.

use crate::support::{TestOffice, on_both, week};
use domain::schedule::{LeaderRole, Mark, Published, Visibility};
use office::{bulletin, demo, schedule};
use serde_json::Value;

/// The data as it is written, read again without the loader's help.
fn data() -> Value {
    serde_json::from_str(include_str!("../../src/demo/week-49.json")).expect("JSON")
}

async fn published(office: &TestOffice, number: i32) -> Vec<Published> {
    let official = schedule::official_week(&office.chief(), week("2026-W49"), Some(number)).await;
    official.expect("a publication").entries.into_iter().map(|e| e.published).collect()
}

fn entry<'a>(entries: &'a [Published], id: &str) -> &'a Published {
    let uid = format!("demo-{id}@giaoban");
    entries.iter().find(|e| e.uid == uid).unwrap_or_else(|| panic!("{id} is not published"))
}

fn old_value(published: &Published, field: &str) -> (String, String) {
    let change = published.was.iter().find(|c| c.field == field);
    let change = change.unwrap_or_else(|| panic!("no {field} in {:?}", published.was));
    (change.before.clone(), change.after.clone())
}

on_both! {
    async fn everything_in_the_data_is_in_the_office(office: TestOffice) {
        let data = data();
        let count = |name: &str| data[name].as_array().expect("a list").len();
        let board = office.board(week("2026-W49")).await;
        assert_eq!(board.entries.len(), count("entries"));
        assert_eq!(board.directory.units.len(), count("org_units"));
        assert_eq!(board.directory.rooms.len(), count("rooms"));
        assert_eq!(board.directory.vehicles.len(), count("vehicles"));
        let persons = office::people::list_persons(&office.chief()).await.expect("persons");
        assert_eq!(persons.len(), count("persons"));
        let holidays = office::setting::holidays(&office).await.expect("holidays");
        for own in data["holidays"].as_array().expect("a list") {
            let told = holidays.iter().filter(|row| row.day.date.to_string() == own["date"]);
            assert_eq!(told.map(|row| &*row.day.name).collect::<Vec<_>>(), [own["name"].as_str().expect("a name")]);
        }
        assert_eq!(board.week.published.map(|(number, _)| number), Some(3));
        assert!(office::setting::is_demo(&office).await.expect("a mark"));
    }

    async fn the_first_publication_is_the_week_as_it_was_planned(office: TestOffice) {
        let first = published(&office, 1).await;
        let added_later = data()["entries"].as_array().expect("a list").iter()
            .filter(|e| e["added_in_revision"] != 1).count();
        assert_eq!((first.len(), added_later), (57, 1));
        assert!(first.iter().all(|e| e.mark == Mark::Kept && e.was.is_empty() && e.sequence == 0));
        assert_eq!(entry(&first, "e19").face.start.map(|t| t.to_string()).as_deref(), Some("16:00:00"));
        assert_eq!(entry(&first, "e49").face.place, "Phòng họp B");
    }

    async fn the_first_adjustment_postpones_cancels_and_moves(office: TestOffice) {
        let second = published(&office, 2).await;
        assert_eq!(entry(&second, "e30").mark, Mark::Postponed);
        assert!(entry(&second, "e30").face.reason.contains("bổ sung số liệu"));
        assert_eq!(entry(&second, "e33").mark, Mark::Cancelled);
        assert_eq!(entry(&second, "e33").face.reason, "Lồng ghép nội dung vào cuộc họp Ban Chỉ đạo cùng buổi");
        let reception = entry(&second, "e19");
        assert_eq!(reception.mark, Mark::Adjusted);
        assert_eq!(old_value(reception, "start"), ("16:00".into(), "16:30".into()));
        assert_eq!(reception.sequence, 1);
        let task_force = entry(&second, "e49");
        assert_eq!(task_force.mark, Mark::Adjusted);
        assert_eq!(old_value(task_force, "place"), ("Phòng họp B".into(), "Phòng họp A".into()));
        assert_eq!(task_force.sequence, 0, "another room is not another time");
        let others = second.iter().filter(|e| e.changed_in == 2).count();
        assert_eq!(others, 4, "nothing else changed");
    }

    async fn the_second_adjustment_adds_and_delegates(office: TestOffice) {
        let third = published(&office, 3).await;
        assert_eq!(entry(&third, "e41").mark, Mark::Added);
        assert_eq!(entry(&third, "e41").face.reason, "Diễn biến áp thấp nhiệt đới");
        let ceremony = entry(&third, "e52");
        assert_eq!(ceremony.mark, Mark::Delegated);
        let [goes] = ceremony.face.leaders.as_slice() else { panic!("one leader goes") };
        assert_eq!((goes.slug.as_str(), goes.role), ("pct-kt", LeaderRole::Substitute));
        assert_eq!(goes.in_place_of, Some(("Chủ tịch".into(), "Đặng Hữu Khiêm".into())));
        assert!(old_value(ceremony, "leaders").0.contains("Đặng Hữu Khiêm"));
        assert_eq!(entry(&third, "e30").mark, Mark::Postponed, "what was postponed stays so");
        assert_eq!(entry(&third, "e19").changed_in, 2);
    }

    async fn the_public_reads_what_the_data_calls_public(office: TestOffice) {
        let data = data();
        let shown = data["entries"].as_array().expect("a list").iter().filter(|e| {
            e["visibility"] == "public" || (e["visibility"] == "restricted" && e["public_content"].is_string())
        });
        let public = bulletin::week(&office, week("2026-W49"), None).await.expect("a week");
        assert_eq!(public.entries.len(), shown.count());
        assert_eq!(public.publications.len(), 3);
        let leaders: Vec<&str> = public.leaders.iter().map(|l| l.slug.as_str()).collect();
        assert_eq!(leaders, ["ct", "pcttt", "pct-kt", "pct-nn", "pct-vx"]);
        let official = schedule::official_week(&office.chief(), week("2026-W49"), None).await.expect("a week");
        let restricted = official.entries.iter().find(|e| e.visibility == Visibility::Restricted);
        let restricted = restricted.expect("one restricted entry");
        let outside = public.entries.iter().find(|e| e.uid == restricted.published.uid).expect("its block");
        assert_eq!(outside.face.content, restricted.public_wording);
        assert_ne!(outside.face.content, restricted.published.face.content);
    }

    async fn nobody_can_load_it_twice(office: TestOffice) {
        let before = office.board(week("2026-W49")).await;
        assert!(demo::load(&office, None).await.is_err());
        assert_eq!(office.board(week("2026-W49")).await, before);
    }
}
