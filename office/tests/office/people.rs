//! Units, persons and posts: they are added, changed and ended, never deleted.

use crate::support::{TestOffice, a_person, a_position, a_unit, day, issue, on_both, refused, stale, week};
use domain::people::{PersonDraft, PositionDraft, UnitDraft};
use domain::{PersonId, PositionId, Problem, Refusal, UnitId};
use office::{journal, people};

async fn post(office: &TestOffice, slug: &str) -> domain::people::Position {
    let (posts, _) = people::list_positions(&office.chief()).await.expect("positions");
    posts.into_iter().find(|p| p.slug == slug).expect("a post")
}

on_both! {
    async fn a_unit_is_added_changed_and_ended(office: TestOffice) {
        let desk = office.secretary();
        let added = people::save_unit(&desk, None, 0, a_unit("BDA")).await.expect("added");
        assert_eq!((added.version, added.short_name.as_str()), (1, "Đơn vị BDA"));
        let draft = UnitDraft { name: "Ban Điều phối".into(), ..UnitDraft::of(&added) };
        let changed = people::save_unit(&desk, Some(added.id), 1, draft).await.expect("changed");
        let draft = UnitDraft { to: "31/12/2026".into(), ..UnitDraft::of(&changed) };
        let ended = people::save_unit(&desk, Some(added.id), 2, draft).await.expect("ended");
        assert_eq!(ended.valid.to, Some(day("2026-12-31")));
        let units = people::list_units(&desk).await.expect("units");
        assert!(units.contains(&ended), "it stays on the list");
        let lines = journal::list(&office.chief(), None, None).await.expect("lines");
        let fields: Vec<_> = lines[1].fields.iter().map(|f| (f.field.as_str(), f.before.as_str(), f.after.as_str())).collect();
        assert_eq!(fields, [("name", "Đơn vị BDA", "Ban Điều phối")]);
    }

    async fn a_tree_of_units_has_no_circle_and_no_code_twice(office: TestOffice) {
        let desk = office.secretary();
        let above = people::save_unit(&desk, None, 0, a_unit("A1")).await.expect("added");
        let below = UnitDraft { parent: above.id.to_string(), ..a_unit("A2") };
        let below = people::save_unit(&desk, None, 0, below).await.expect("added");
        let circle = UnitDraft { parent: below.id.to_string(), ..UnitDraft::of(&above) };
        assert_eq!(issue(people::save_unit(&desk, Some(above.id), 1, circle).await), ("parent".into(), Problem::Circle));
        let own = UnitDraft { parent: above.id.to_string(), ..UnitDraft::of(&above) };
        assert_eq!(issue(people::save_unit(&desk, Some(above.id), 1, own).await), ("parent".into(), Problem::Circle));
        assert_eq!(issue(people::save_unit(&desk, None, 0, a_unit("A1")).await), ("code".into(), Problem::Taken));
        let renamed = UnitDraft { code: "A1".into(), ..UnitDraft::of(&below) };
        assert_eq!(issue(people::save_unit(&desk, Some(below.id), 1, renamed).await), ("code".into(), Problem::Taken));
        let orphan = UnitDraft { parent: "999999".into(), ..a_unit("A3") };
        assert_eq!(issue(people::save_unit(&desk, None, 0, orphan).await), ("parent".into(), Problem::Unknown));
    }

    async fn a_person_is_added_and_changed(office: TestOffice) {
        let desk = office.secretary();
        let added = people::save_person(&desk, None, 0, a_person("Nguyễn Văn Mới")).await.expect("added");
        let draft = PersonDraft { phone: "0912 345 678".into(), email: "Moi@MinhGiang.example".into(), ..PersonDraft::of(&added) };
        let changed = people::save_person(&desk, Some(added.id), 1, draft).await.expect("changed");
        assert_eq!((changed.email.as_str(), changed.version), ("moi@minhgiang.example", 2));
        assert!(people::list_persons(&desk).await.expect("persons").contains(&changed));
        let staff = office.board(week("2026-W50")).await.directory.staff;
        assert!(staff.iter().any(|p| p.id == added.id), "and can be chosen for an entry");
    }

    async fn a_post_has_one_holder_at_a_time(office: TestOffice) {
        let desk = office.chief();
        let old = post(&office, "pct-vx").await;
        let new = people::save_person(&desk, None, 0, a_person("Người Kế Nhiệm")).await.expect("added");
        let next = |from: &str| PositionDraft {
            from: from.into(),
            ..a_position("pct-vx", &new.id.to_string(), &old.unit.to_string())
        };
        let overlapping = people::save_position(&desk, None, 0, next("2026-12-07")).await;
        assert_eq!(issue(overlapping), ("from".into(), Problem::Taken));
        let ended = PositionDraft { to: "2026-12-08".into(), ..PositionDraft::of(&old) };
        people::save_position(&desk, Some(old.id), 1, ended).await.expect("ended");
        let overlapping = people::save_position(&desk, None, 0, next("2026-12-08")).await;
        assert_eq!(issue(overlapping), ("from".into(), Problem::Taken));
        people::save_position(&desk, None, 0, next("2026-12-09")).await.expect("the next holder");

        let names = |board: domain::schedule::Board| -> Vec<_> {
            board.directory.leaders.into_iter().filter(|l| l.slug == "pct-vx").map(|l| l.person_name).collect()
        };
        assert_eq!(names(office.board(week("2026-W49")).await), ["Vi Thị Hoài Thu"]);
        let both = names(office.board(week("2026-W50")).await);
        assert_eq!(both.len(), 2, "both hold it on some day of that week");
        assert_eq!(names(office.board(week("2026-W51")).await), ["Người Kế Nhiệm"]);
    }

    async fn a_stale_form_is_told_who_changed_what(office: TestOffice) {
        let seen = post(&office, "ct").await;
        let draft = PositionDraft { portfolio: "Quy hoạch".into(), ..PositionDraft::of(&seen) };
        people::save_position(&office.chief(), Some(seen.id), 1, draft).await.expect("saved");
        let late = people::save_position(&office.secretary(), Some(seen.id), 1, PositionDraft::of(&seen)).await;
        let told = stale(late);
        assert_eq!((told.by.as_str(), told.current), ("Mạc Đăng Thuận", 2));
        assert_eq!((told.changes[0].field.as_str(), told.changes[0].after.as_str()), ("portfolio", "Quy hoạch"));
        let forged = people::save_position(&office.secretary(), Some(seen.id), 99, PositionDraft::of(&seen)).await;
        assert_eq!(stale(forged).by, "Mạc Đăng Thuận");
    }

    async fn of_many_saves_of_one_unit_exactly_one_wins(office: TestOffice) {
        let unit = people::save_unit(&office.chief(), None, 0, a_unit("CC")).await.expect("added");
        let mut hands = tokio::task::JoinSet::new();
        for n in 0..5 {
            let (desk, draft) = (office.chief(), UnitDraft { name: format!("Tên {n}"), ..UnitDraft::of(&unit) });
            hands.spawn(async move { people::save_unit(&desk, Some(unit.id), 1, draft).await });
        }
        let (won, lost): (Vec<_>, Vec<_>) = hands.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 4));
        lost.into_iter().for_each(|late| assert_eq!(stale(late).current, 2));
    }

    async fn of_two_units_with_one_code_the_second_is_refused_at_the_field(office: TestOffice) {
        let desks = [office.chief(), office.secretary()];
        let (one, two) = tokio::join!(
            people::save_unit(&desks[0], None, 0, a_unit("TRUNG")),
            people::save_unit(&desks[1], None, 0, a_unit("TRUNG")),
        );
        let late = if one.is_ok() { two } else { one };
        assert_eq!(issue(late), ("code".into(), Problem::Taken));
    }

    async fn secretaries_are_assigned_and_released(office: TestOffice) {
        let chief = office.chief();
        let (secretary, leader) = (office.person("Doãn Thị Hạnh"), office.post("ct"));
        for _ in 0..2 {
            people::assign_secretary(&chief, secretary, leader).await.expect("assigned, once or twice");
        }
        let serving = |list: Vec<domain::people::Serving>| {
            list.iter().filter(|s| s.secretary == secretary && s.position == leader).count()
        };
        assert_eq!(serving(people::list_positions(&chief).await.expect("positions").1), 1);
        people::release_secretary(&chief, secretary, leader).await.expect("released");
        assert_eq!(serving(people::list_positions(&chief).await.expect("positions").1), 0);
        assert_eq!(refused(people::release_secretary(&chief, secretary, leader).await), Refusal::NotFound);
        let deeds: Vec<_> = journal::list(&chief, None, None).await.expect("lines").into_iter().take(2).map(|l| l.deed).collect();
        assert_eq!(deeds, ["people.release_secretary", "people.assign_secretary"]);
    }

    async fn what_does_not_exist_is_not_found(office: TestOffice) {
        let desk = office.chief();
        let none = 999_999;
        assert_eq!(refused(people::save_unit(&desk, Some(UnitId(none)), 1, a_unit("X")).await), Refusal::NotFound);
        assert_eq!(refused(people::save_person(&desk, Some(PersonId(none)), 1, a_person("X")).await), Refusal::NotFound);
        let draft = a_position("x", "1", "1");
        assert_eq!(refused(people::save_position(&desk, Some(PositionId(none)), 1, draft).await), Refusal::NotFound);
        let assigned = people::assign_secretary(&desk, PersonId(none), office.post("ct")).await;
        assert_eq!(refused(assigned), Refusal::NotFound);
        let assigned = people::assign_secretary(&desk, office.person("Doãn Thị Hạnh"), PositionId(none)).await;
        assert_eq!(refused(assigned), Refusal::NotFound);
    }

    async fn wrong_fields_are_named(office: TestOffice) {
        let desk = office.chief();
        let long = UnitDraft { name: "Đ".repeat(201), ..a_unit("L") };
        assert_eq!(issue(people::save_unit(&desk, None, 0, long).await), ("name".into(), Problem::TooLong { max: 200, is: 201 }));
        let backwards = UnitDraft { from: "2026-12-02".into(), to: "2026-12-01".into(), ..a_unit("L") };
        assert_eq!(issue(people::save_unit(&desk, None, 0, backwards).await), ("to".into(), Problem::EndBeforeStart));
        let hidden = PersonDraft { duties: "a\u{0}b".into(), ..a_person("X") };
        assert_eq!(issue(people::save_person(&desk, None, 0, hidden).await), ("duties".into(), Problem::ControlCharacters));
        let lost = PersonDraft { unit: "999999".into(), ..a_person("X") };
        assert_eq!(issue(people::save_person(&desk, None, 0, lost).await), ("unit".into(), Problem::Unknown));
        let unit = office.unit("UBND").to_string();
        let unheld = a_position("moi", "999999", &unit);
        assert_eq!(issue(people::save_position(&desk, None, 0, unheld).await), ("person".into(), Problem::Unknown));
        let person = office.person("Doãn Thị Hạnh").to_string();
        let slug = a_position("Có Dấu", &person, &unit);
        assert_eq!(issue(people::save_position(&desk, None, 0, slug).await), ("slug".into(), Problem::Unknown));
    }
}
