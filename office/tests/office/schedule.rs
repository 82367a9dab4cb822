//! The working week: entries come, change, move, stop and go.
//!
//! Conflicts are in `schedule/conflict.rs`, several hands at once in `schedule/together.rs`, what
//! is typed wrongly in `schedule/input.rs`.

mod absence;
mod conflict;
mod input;
mod series;
mod start;
mod together;

use crate::support::{TestOffice, day, issue, on_both, refused, stale, week};
use chrono::NaiveTime;
use domain::calendar::hours::SessionPart;
use domain::journal::FieldChange;
use domain::schedule::{Entry, EntryDraft, Save, Standing, Step, WeekState};
use domain::{Problem, Refusal};
use office::{journal, schedule};

fn clock(text: &str) -> NaiveTime {
    text.parse().expect("a time")
}

fn field<'a>(fields: &'a [FieldChange], name: &str) -> (&'a str, &'a str) {
    let found = fields.iter().find(|f| f.field == name);
    let found = found.unwrap_or_else(|| panic!("no {name} in {fields:?}"));
    (&found.before, &found.after)
}

async fn deeds(office: &TestOffice, entry: &Entry) -> Vec<String> {
    let lines = schedule::history(&office.secretary(), entry.id).await.expect("a history");
    lines.into_iter().map(|line| line.deed).collect()
}

/// What the secretary would save, based on the entry as it is now.
fn save_of(entry: &Entry, change: impl FnOnce(&mut EntryDraft)) -> Save {
    let mut draft = EntryDraft::of(&entry.plan);
    change(&mut draft);
    Save { id: Some(entry.id), seen: entry.version, draft, ..Save::default() }
}

on_both! {
    async fn an_entry_appears_on_the_board_and_in_the_journal(office: TestOffice) {
        let entry = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct")
            .in_room("Phòng họp A").by_car("00A-001.01").saying("Họp giao ban").put().await;

        let board = office.board(week("2026-W50")).await;
        assert_eq!(board.entries, std::slice::from_ref(&entry));
        assert_eq!((entry.version, board.week.version, board.week.state), (1, 1, WeekState::Building));
        assert_eq!(entry.plan.start.zip(entry.plan.end), Some((clock("08:00:00"), clock("10:00:00"))));
        let history = schedule::history(&office.secretary(), entry.id).await.expect("a history");
        let [line] = history.as_slice() else { panic!("one line") };
        assert_eq!((line.deed.as_str(), line.actor.as_str()), ("schedule.create_entry", "Lã Minh Quân"));
        assert_eq!(field(&line.fields, "room"), ("", "Phòng họp A"));
        assert_eq!(field(&line.fields, "vehicle"), ("", "00A-001.01"));
        assert_eq!(field(&line.fields, "leaders"), ("", "Chủ tịch Đặng Hữu Khiêm (Chủ trì)"));
    }

    async fn a_change_is_kept_with_old_and_new_values(office: TestOffice) {
        let entry = office.an_entry().chaired_by("ct").at("08:00-10:00").saying("Họp cũ").put().await;
        let changed = office.change(&entry, |draft| {
            draft.content = "Họp mới".into();
            draft.room = office.room("Phòng họp B").to_string();
        }).await;
        assert_eq!(changed.version, 2);
        assert_eq!(office.now_of(&entry).await, changed);
        let history = schedule::history(&office.secretary(), entry.id).await.expect("a history");
        assert_eq!(history[0].deed, "schedule.save_entry");
        assert_eq!(field(&history[0].fields, "content"), ("Họp cũ", "Họp mới"));
        assert_eq!(field(&history[0].fields, "room"), ("", "Phòng họp B"));
        assert_eq!(history[0].fields.len(), 2);
    }

    async fn leaders_stand_in_order_of_precedence_wherever_they_are_read(office: TestOffice) {
        use domain::schedule::LeaderRole::Attend;
        let entry = office.an_entry().at("08:00-09:00").attended_by("pct-vx", Attend)
            .attended_by("ct", Attend).attended_by("pct-nn", Attend).put().await;
        let expected = ["ct", "pct-nn", "pct-vx"].map(|slug| office.post(slug));
        assert_eq!(entry.plan.positions(), expected);
        assert_eq!(office.now_of(&entry).await.plan.positions(), expected);
        assert_eq!(office.board(week("2026-W50")).await.entries[0].plan.positions(), expected);
    }

    async fn moving_keeps_the_length(office: TestOffice) {
        let entry = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct").put().await;
        let (to, at) = (day("2026-12-15"), Some(clock("14:00:00")));
        let moved = schedule::move_entry(
            &office.secretary(), entry.id, 1, to, SessionPart::Afternoon, at, "",
        ).await.expect("moved").entry;
        assert_eq!((moved.plan.date, moved.plan.end), (to, Some(clock("16:00:00"))));
        assert!(office.board(week("2026-W50")).await.entries.is_empty());
        assert_eq!(office.board(week("2026-W51")).await.entries, std::slice::from_ref(&moved));
        let again = schedule::move_entry(
            &office.secretary(), entry.id, 2, to, SessionPart::Afternoon, at, "",
        ).await.expect("where it is").entry;
        assert_eq!(again, moved, "and no line tells of it");
        assert_eq!(office.board(week("2026-W50")).await.week.version, 2, "the week that it left changed too");
        assert_eq!(deeds(&office, &entry).await, ["schedule.move_entry", "schedule.create_entry"]);
    }

    async fn a_move_is_judged_like_a_form(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let desk = office.secretary();
        let to = |date: &str, part, at: &str| {
            schedule::move_entry(&desk, entry.id, 1, day(date), part, Some(clock(at)), "")
        };
        let wrong_part = to("2026-12-09", SessionPart::Morning, "14:00:00").await;
        assert_eq!(issue(wrong_part), ("part".into(), Problem::NotInThisPart));
        let long_ago = to("1900-01-01", SessionPart::Morning, "08:00:00").await;
        assert_eq!(issue(long_ago), ("date".into(), Problem::DateOutOfRange));
        assert_eq!(office.now_of(&entry).await, entry, "nothing was changed");
    }

    async fn a_postponed_entry_stays_with_its_reason(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let desk = office.secretary();
        let blank = schedule::postpone_entry(&desk, entry.id, 1, "  ", None).await;
        assert_eq!(issue(blank), ("reason".into(), Problem::Required));
        let long_ago = schedule::postpone_entry(&desk, entry.id, 1, "Bận", Some(day("1900-01-01"))).await;
        assert_eq!(issue(long_ago), ("moved_to".into(), Problem::DateOutOfRange));

        let to = day("2026-12-10");
        let postponed = schedule::postpone_entry(&desk, entry.id, 1, "Chờ số liệu", Some(to)).await.expect("postponed");
        assert_eq!(office.now_of(&entry).await, postponed);
        let halt = postponed.standing.halt().expect("a halt");
        assert_eq!((halt.reason.as_str(), halt.moved_to), ("Chờ số liệu", Some(to)));
        assert_eq!((halt.by.as_str(), halt.at), ("Lã Minh Quân", desk.now));
        let free = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        assert_eq!(free.version, 1, "the time is free again");
    }

    async fn a_cancelled_entry_can_be_resumed(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let desk = office.secretary();
        let cancelled = schedule::cancel_entry(&desk, entry.id, 1, "Lồng ghép").await.expect("cancelled");
        assert!(matches!(cancelled.standing, Standing::Cancelled(_)));
        let resumed = schedule::resume_entry(&desk, entry.id, 2, "").await.expect("resumed").entry;
        assert_eq!((&resumed.standing, resumed.version), (&Standing::Going, 3));
        assert_eq!(office.now_of(&entry).await, resumed);
        let again = schedule::resume_entry(&desk, entry.id, 3, "").await.expect("nothing to do").entry;
        assert_eq!(again.version, 3);
        let expected = ["schedule.resume_entry", "schedule.cancel_entry", "schedule.create_entry"];
        assert_eq!(deeds(&office, &entry).await, expected);
        let history = schedule::history(&desk, entry.id).await.expect("a history");
        assert_eq!(field(&history[0].fields, "standing"), ("cancelled", "going"));
        assert_eq!(history[1].reason, "Lồng ghép");
    }

    async fn what_was_never_published_can_be_removed(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").saying("Họp thử").chaired_by("ct").put().await;
        assert_eq!(stale(schedule::remove_entry(&office.secretary(), entry.id, 7).await).current, 1);
        let desk = office.secretary();
        schedule::remove_entry(&desk, entry.id, 1).await.expect("removed");
        assert!(office.board(week("2026-W50")).await.entries.is_empty());
        let gone = Refusal::Removed { by: desk.actor.name.clone(), at: desk.now };
        assert_eq!(refused(schedule::working_entry(&office.chief(), entry.id).await), gone);
        assert_eq!(refused(schedule::cancel_entry(&office.chief(), entry.id, 1, "Lồng ghép").await), gone);
        let closed = schedule::working_entry(&office.administrator(), entry.id).await;
        assert_eq!(refused(closed), Refusal::NotYours, "who removed it is not everybody's");
        let last = &journal::list(&office.chief(), None, None).await.expect("a journal")[0];
        assert_eq!((last.deed.as_str(), last.title.as_str()), ("schedule.remove_entry", "Họp thử"));
    }

    async fn what_was_published_is_neither_removed_nor_taken_to_another_week(office: TestOffice) {
        let entry = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct").put().await;
        office.publish(week("2026-W50")).await;
        let desk = office.secretary();
        let entry = office.now_of(&entry).await;
        assert_eq!(entry.published_in, Some(1));
        assert_eq!(refused(schedule::remove_entry(&desk, entry.id, 1).await), Refusal::AlreadyPublished);
        let next_week = schedule::move_entry(&desk, entry.id, 1, day("2026-12-15"), SessionPart::Morning, None, "");
        assert_eq!(issue(next_week.await), ("date".into(), Problem::OutsideWeek));
        let typed = schedule::save_entry(&desk, save_of(&entry, |draft| draft.date = "15/12/2026".into()));
        assert_eq!(issue(typed.await), ("date".into(), Problem::OutsideWeek));
        let inside = schedule::move_entry(&desk, entry.id, 1, day("2026-12-11"), SessionPart::Morning, None, "");
        assert_eq!(inside.await.expect("moved within the week").entry.plan.date, day("2026-12-11"));
    }

    async fn what_was_called_off_before_anybody_read_of_it_can_be_removed(office: TestOffice) {
        let called_off = office.an_entry().at("08:00-09:00").chaired_by("ct").put().await;
        office.an_entry().at("09:00-10:00").chaired_by("ct").put().await;
        schedule::cancel_entry(&office.secretary(), called_off.id, 1, "Nhầm ngày").await.expect("cancelled");
        office.publish(week("2026-W50")).await;
        let called_off = office.now_of(&called_off).await;
        assert_eq!(called_off.published_in, None);
        schedule::remove_entry(&office.secretary(), called_off.id, 2).await.expect("removed");
    }

    async fn a_change_takes_an_approval_back(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let w50 = week("2026-W50");
        let desk = office.secretary();
        for change in 0..4 {
            office.step(w50, Step::Submit).await;
            assert_eq!(office.step(w50, Step::Approve).await.state, WeekState::Approved);
            let version = office.now_of(&entry).await.version;
            match change {
                0 => drop(office.change(&entry, |draft| draft.note = "Mang hồ sơ".into()).await),
                1 => drop(schedule::postpone_entry(&desk, entry.id, version, "Bận", None).await.expect("postponed")),
                2 => drop(schedule::resume_entry(&desk, entry.id, version, "").await.expect("resumed")),
                _ => schedule::remove_entry(&desk, entry.id, version).await.expect("removed"),
            }
            assert_eq!(office.board(w50).await.week.state, WeekState::Building, "change {change}");
        }
    }

    async fn the_line_under_the_title_is_part_of_the_week(office: TestOffice) {
        let w50 = week("2026-W50");
        let desk = office.secretary();
        let remark = "Lịch này thay giấy mời";
        let set = schedule::set_remark(&desk, w50, 0, remark).await.expect("a remark");
        assert_eq!((set.remark.as_str(), set.version), (remark, 1));
        let late = stale(schedule::set_remark(&desk, w50, 0, "Khác").await);
        assert_eq!((late.by.as_str(), field(&late.changes, "remark")), ("Lã Minh Quân", ("", remark)));
        office.step(w50, Step::Submit).await;
        let same = schedule::set_remark(&desk, w50, 2, remark).await.expect("nothing to do");
        assert_eq!(same.state, WeekState::Submitted);
        let other = schedule::set_remark(&desk, w50, 2, "").await.expect("another remark");
        assert_eq!(other.state, WeekState::Building);
    }

    async fn a_secretary_arranges_only_the_leaders_served(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let other = office.secretary_of(&["pct-vx"]);
        let change = schedule::save_entry(&other, save_of(&entry, |draft| draft.note = "x".into())).await;
        assert_eq!(refused(change), Refusal::NotYours);
        assert_eq!(refused(schedule::cancel_entry(&other, entry.id, 1, "x").await), Refusal::NotYours);
        assert_eq!(refused(schedule::remove_entry(&other, entry.id, 1).await), Refusal::NotYours);
        let moved = schedule::move_entry(&other, entry.id, 1, day("2026-12-09"), SessionPart::Morning, None, "");
        assert_eq!(refused(moved.await), Refusal::NotYours);
        let own = office.an_entry().at("08:00-10:00").chaired_by("pct-vx").draft();
        schedule::save_entry(&other, Save { draft: own, ..Save::default() }).await.expect("their own leader");
    }

    async fn what_a_verb_returns_is_what_is_stored(office: TestOffice) {
        // The real clock: engines keep instants with different exactness.
        let desk = office.clocked().at(None).desk(office.secretary().actor);
        let entry = office.an_entry().chaired_by("ct").put().await;
        let cancelled = schedule::cancel_entry(&desk, entry.id, 1, "Bận").await.expect("cancelled");
        assert_eq!(office.now_of(&entry).await, cancelled);
        let submitted = schedule::take_step(&desk, week("2026-W50"), Step::Submit, 2, "").await.expect("submitted");
        assert_eq!(office.board(week("2026-W50")).await.week, submitted);
    }
}
