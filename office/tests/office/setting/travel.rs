//! The table of ways, and what it does to the entries of a day.

use crate::support::{TestOffice, issue, on_both, refused, stale};
use domain::schedule::{Conflict, ConflictKind, LegDraft, Save, Severity, Stop, TravelDraft};
use domain::{Problem, Refusal};
use office::{journal, schedule, setting};

fn row(one: &str, other: &str, minutes: &str) -> LegDraft {
    LegDraft { one: one.into(), other: other.into(), minutes: minutes.into() }
}

async fn typed(office: &TestOffice) -> (i32, TravelDraft) {
    let (travel, units) = setting::travel(&office.secretary()).await.expect("the table");
    (travel.version, TravelDraft::of(&travel, &units))
}

on_both! {
    async fn a_secretary_corrects_a_way_and_the_journal_tells_which(office: TestOffice) {
        let (seen, mut draft) = typed(&office).await;
        let at = draft.legs.iter().position(|leg| leg.other == "xã An Khê Hạ").expect("a row of the demo");
        draft.legs[at].minutes = "50".into();
        draft.legs.push(row("Trụ sở", "Sân bay Lam Giang", "60"));
        draft.legs.retain(|leg| leg.other != "Sở Y tế");
        draft.preparation = "10".into();
        let saved = setting::save_travel(&office.secretary(), seen, draft.clone()).await.expect("saved");
        assert_eq!((saved.version, saved.preparation), (seen + 1, 10));
        assert_eq!(setting::travel(&office.administrator()).await.expect("the table").0, saved);

        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert_eq!(line.deed, "setting.save_travel");
        let fields: Vec<_> =
            line.fields.iter().map(|f| (f.field.as_str(), f.before.as_str(), f.after.as_str())).collect();
        assert_eq!(
            fields,
            [
                ("preparation", "5", "10"),
                (
                    "way.Trụ sở - xã An Khê Hạ",
                    "Trụ sở - xã An Khê Hạ: 55",
                    "Trụ sở - xã An Khê Hạ: 50",
                ),
                ("way.Trụ sở - Sân bay Lam Giang", "", "Trụ sở - Sân bay Lam Giang: 60"),
                ("way.Trụ sở - Sở Y tế", "Trụ sở - Sở Y tế: 10", ""),
            ]
        );

        let told = stale(setting::save_travel(&office.chief(), seen, draft).await);
        assert_eq!((told.current, told.changes.len()), (seen + 1, 4));
    }

    async fn a_wrong_row_is_named_and_nothing_is_saved(office: TestOffice) {
        let (seen, mut draft) = typed(&office).await;
        draft.legs.push(row("Phường Minh Tân", "Trụ sở", "15"));
        let at = format!("other.{}", draft.legs.len() - 1);
        let first = draft.legs.iter().position(|leg| leg.other == "phường Minh Tân").expect("a row");
        let answer = setting::save_travel(&office.secretary(), seen, draft).await;
        let taken = Problem::TakenByRow { row: first + 1, name: "Trụ sở - phường Minh Tân".into() };
        assert_eq!(issue(answer), (at, taken));
        assert_eq!(typed(&office).await.0, seen);
    }

    async fn a_save_is_judged_by_the_table_as_it_is_now(office: TestOffice) {
        let meeting = office.an_entry().at("08:00-09:00").chaired_by("ct").in_room("Phòng họp A").put().await;
        let visit = office.an_entry().at("09:20-10:00").chaired_by("ct");
        let visit = visit.in_place("Nhà văn hóa xã An Khê Hạ").draft();
        let save = |conflict_reason: &str| {
            Save { draft: visit.clone(), conflict_reason: conflict_reason.into(), ..Save::default() }
        };
        let Refusal::Conflicts(found) = refused(schedule::save_entry(&office.secretary(), save("")).await)
        else {
            panic!("55 minutes on the way, twenty left");
        };
        assert_eq!((found[0].severity, found.len()), (Severity::Reason, 1));
        assert_eq!(found[0].with.as_ref().map(|other| other.id), Some(meeting.id));
        let board = office.board(crate::support::week("2026-W50")).await;
        let locality = board.directory.units.iter().find(|unit| unit.code == "ANKHEHA").expect("a unit");
        let ends = |leg: &domain::schedule::Leg| leg.other == Stop::Locality(locality.id);
        assert!(board.directory.travel.legs.iter().any(ends), "the board judges by the same table");

        let (seen, mut draft) = typed(&office).await;
        let leg = draft.legs.iter_mut().find(|leg| leg.other == "xã An Khê Hạ").expect("a row");
        leg.minutes = "15".into();
        setting::save_travel(&office.secretary(), seen, draft).await.expect("saved");
        let saved = schedule::save_entry(&office.secretary(), save("")).await.expect("there in time");
        assert_eq!(saved.conflicts, []);
    }

    async fn of_the_demo_week_one_way_is_worth_a_warning(office: TestOffice) {
        let review = office.review(crate::support::week("2026-W49")).await;
        let is_way = |conflict: &Conflict| matches!(conflict.kind, ConflictKind::Way { .. });
        let ways: Vec<_> = review.conflicts.iter().filter(|(_, conflict)| is_way(conflict)).collect();
        let [(_, way)] = ways.as_slice() else { panic!("one way is tight: {ways:?}") };
        assert_eq!(way.severity, Severity::Warn);
        let visit = way.with.as_ref().map(|other| other.content.as_str()).unwrap_or_default();
        assert!(visit.starts_with("Kiểm tra thực địa tiến độ"), "{visit}");
    }
}
