//! The meeting and its entry are one thing seen from two rooms.

use super::{a_proposal, agreed, drafted, scheduled, step};
use crate::support::{TestOffice, day, issue, on_both, refused, stale, week};
use chrono::NaiveTime;
use domain::calendar::hours::SessionPart;
use domain::meeting::{Meeting, MeetingState, MeetingStep};
use domain::request::Placing;
use domain::schedule::Standing;
use domain::{EntryId, Problem, Refusal};
use office::{bulletin, meeting, schedule, waiting};

fn hour(text: &str) -> Option<NaiveTime> {
    text.parse().ok()
}

async fn now(office: &TestOffice, known: &Meeting) -> Meeting {
    meeting::meeting(&office.secretary(), known.id).await.expect("the meeting").meeting
}

fn entry(known: &Meeting) -> (EntryId, i32) {
    let board = known.board.as_ref().expect("a place on the board");
    (board.entry, board.version)
}

on_both! {
    async fn what_was_agreed_to_becomes_an_entry_that_is_judged_like_any_other(office: TestOffice) {
        office.an_entry().on("2026-12-16").at("08:00-10:00").chaired_by("pcttt").put().await;
        let known = agreed(&office, a_proposal(&office)).await;
        let placing = Placing { room: office.room("Phòng họp A").to_string(), ..known.placing() };
        let collides = meeting::schedule_meeting(&office.secretary(), known.id, known.version, placing.clone()).await;
        assert!(matches!(refused(collides), Refusal::Conflicts(found) if !found.is_empty()));
        assert_eq!(now(&office, &known).await.state, MeetingState::Agreed, "nothing was half done");

        let later = Placing { start: "14:00".into(), ..placing };
        let draft = meeting::schedule_meeting(&office.secretary(), known.id, known.version, later).await.expect("on the board");
        let board = office.board(week("2026-W51")).await;
        let on = board.entries.iter().find(|e| e.id == entry(&draft).0).expect("on the board");
        assert_eq!(on.plan.content, draft.proposal.content);
        assert_eq!((draft.start(), draft.part()), (hour("14:00:00"), SessionPart::Afternoon));
        let of = meeting::meeting_of_entry(&office.secretary(), on.id).await.expect("an answer");
        assert_eq!(of.meeting, Some(draft.id));
        let again = meeting::schedule_meeting(&office.secretary(), draft.id, draft.version, draft.placing()).await;
        assert_eq!(refused(again), Refusal::WrongMeetingState { state: MeetingState::Draft });
    }

    async fn moving_the_entry_moves_the_meeting(office: TestOffice) {
        let draft = drafted(&office).await;
        let (id, seen) = entry(&draft);
        schedule::move_entry(&office.secretary(), id, seen, day("2026-12-18"), SessionPart::Afternoon, hour("14:00:00"), "")
            .await
            .expect("moved");
        let moved = now(&office, &draft).await;
        assert_eq!((moved.day(), moved.start()), (day("2026-12-18"), hour("14:00:00")));
        assert_eq!(moved.version, draft.version, "there is nothing of the meeting to save");
        let by = meeting::meeting(&office.secretary(), draft.id).await.expect("the meeting");
        assert!(by.history.iter().any(|line| line.deed == "schedule.move_entry"));
        assert_eq!(by.deadlines[0].latest, day("2026-12-15"));
        let behind = schedule::move_entry(&office.secretary(), id, seen, day("2026-12-17"), SessionPart::Morning, None, "").await;
        assert_eq!(stale(behind).current, seen + 1);
    }

    async fn another_chair_on_the_board_is_the_chair_of_the_meeting(office: TestOffice) {
        let draft = drafted(&office).await;
        let (id, seen) = entry(&draft);
        let known = schedule::working_entry(&office.secretary(), id).await.expect("the entry");
        let mut form = domain::schedule::EntryDraft::of(&known.plan);
        form.leaders = [(office.post("pct-kt").to_string(), "chair".to_owned())].into();
        let save = domain::schedule::Save { id: Some(id), seen, draft: form, ..Default::default() };
        schedule::save_entry(&office.secretary(), save).await.expect("saved");
        assert_eq!(now(&office, &draft).await.proposal.chair, office.post("pct-kt"));
        assert!(meeting::meeting(&office.leader("pct-kt").await, draft.id).await.is_ok());
        assert_eq!(refused(meeting::meeting(&office.leader("pcttt").await, draft.id).await), Refusal::NotFound);
    }

    async fn what_is_postponed_waits_in_both_rooms_and_leaves_its_room_to_others(office: TestOffice) {
        let convened = step(&office.secretary(), &drafted(&office).await, MeetingStep::Convene).await;
        let (id, seen) = entry(&convened);
        let other = || office.an_entry().on("2026-12-16").at("09:00-10:00").chaired_by("ct").in_room("Phòng họp A");
        let takes = async || {
            let save = domain::schedule::Save { draft: other().draft(), ..Default::default() };
            schedule::save_entry(&office.secretary(), save).await
        };
        assert!(matches!(refused(takes().await), Refusal::Conflicts(found) if found.len() == 1), "the room is taken");
        let before = waiting::waiting(&office.secretary()).await.expect("a desk").meetings.unplaced;

        schedule::postpone_entry(&office.secretary(), id, seen, "Bão số 9", None).await.expect("postponed");
        let off = now(&office, &convened).await;
        let board = off.board.clone().expect("its place is told still");
        assert!(matches!(&board.standing, Standing::Postponed(halt) if halt.reason == "Bão số 9"));
        assert_eq!((off.state, off.is_going(), off.version), (MeetingState::Convened, false, convened.version));
        assert!(off.deadlines(&Default::default(), &Default::default(), day("2026-12-14")).is_empty(), "no day presses");
        assert_eq!(waiting::waiting(&office.secretary()).await.expect("a desk").meetings.unplaced, before + 1);
        let hold = meeting::take_step(&office.secretary(), off.id, off.version, MeetingStep::Hold, "").await;
        assert_eq!(refused(hold), Refusal::WrongMeetingState { state: MeetingState::Convened });
        takes().await.expect("the room is free");

        // As before it cannot stand any more: the room is another's now.
        let back = schedule::resume_entry(&office.secretary(), id, board.version, "").await;
        assert!(matches!(refused(back), Refusal::Conflicts(found) if found.len() == 1));
        let next = Placing { date: "2026-12-23".into(), room: office.room("Phòng họp A").to_string(), ..off.placing() };
        let again = meeting::schedule_meeting(&office.secretary(), off.id, off.version, next).await.expect("elsewhere");
        assert_eq!((again.state, again.day(), again.is_going()), (MeetingState::Draft, day("2026-12-23"), true));
    }

    async fn the_room_goes_along_with_the_meeting(office: TestOffice) {
        let draft = drafted(&office).await;
        let takes = async |date: &str| {
            let entry = office.an_entry().on(date).at("08:30-10:30").chaired_by("ct").in_room("Phòng họp A");
            let save = domain::schedule::Save { draft: entry.draft(), ..Default::default() };
            schedule::save_entry(&office.secretary(), save).await
        };
        let (id, seen) = entry(&draft);
        schedule::move_entry(&office.secretary(), id, seen, day("2026-12-18"), SessionPart::Morning, hour("08:30:00"), "")
            .await
            .expect("moved");
        assert!(matches!(refused(takes("2026-12-18").await), Refusal::Conflicts(found) if found.len() == 1));
        takes("2026-12-16").await.expect("where it stood the room is free");
        let (id, seen) = entry(&now(&office, &draft).await);
        schedule::cancel_entry(&office.secretary(), id, seen, "Chủ trì đi công tác").await.expect("cancelled");
        takes("2026-12-18").await.expect("what does not take place needs no room");
    }

    async fn what_is_cancelled_is_cancelled_in_both_rooms_and_can_be_put_elsewhere(office: TestOffice) {
        let draft = drafted(&office).await;
        let convened = step(&office.secretary(), &draft, MeetingStep::Convene).await;
        let (id, seen) = entry(&convened);
        schedule::cancel_entry(&office.secretary(), id, seen, "Chủ trì đi công tác đột xuất").await.expect("cancelled");
        let off = now(&office, &convened).await;
        assert!(!off.is_going() && off.deadlines(&Default::default(), &Default::default(), day("2026-12-14")).is_empty());
        let ready = meeting::take_step(&office.secretary(), off.id, off.version, MeetingStep::Ready, "").await;
        assert_eq!(refused(ready), Refusal::WrongMeetingState { state: MeetingState::Convened });

        let next = Placing { date: "2026-12-23".into(), room: office.room("Phòng họp A").to_string(), ..off.placing() };
        let again = meeting::schedule_meeting(&office.secretary(), off.id, off.version, next).await.expect("elsewhere");
        assert_eq!((again.state, again.day(), again.is_going()), (MeetingState::Draft, day("2026-12-23"), true));
        assert_eq!(again.done(MeetingStep::Convene), None, "it is to be convened anew");
        let old = schedule::working_entry(&office.secretary(), id).await.expect("the old entry");
        assert!(matches!(old.standing, Standing::Cancelled(_)), "readers still see that it was cancelled");
        assert_eq!(meeting::meeting_of_entry(&office.secretary(), id).await.expect("an answer").meeting, None);
    }

    async fn an_entry_with_a_meeting_is_not_removed(office: TestOffice) {
        let draft = drafted(&office).await;
        let (id, seen) = entry(&draft);
        assert_eq!(refused(schedule::remove_entry(&office.secretary(), id, seen).await), Refusal::HasMeeting);
        assert!(now(&office, &draft).await.board.is_some());
    }

    async fn an_entry_of_the_board_gets_its_meeting_once(office: TestOffice) {
        let on = office.an_entry().on("2026-12-16").at("08:00-10:00").chaired_by("ct").prepared_by("STC").put().await;
        let founded = meeting::found_meeting(&office.secretary(), on.id).await.expect("a meeting");
        assert_eq!((founded.state, founded.unit, founded.proposal.minutes), (MeetingState::Draft, office.unit("STC"), 120));
        let again = meeting::found_meeting(&office.secretary(), on.id).await.expect("the same");
        assert_eq!((again.id, again.version), (founded.id, founded.version));
        assert_eq!(office.now_of(&on).await.version, on.version, "the entry stays as it is");

        let leave = office.an_entry().on("2026-12-16").of_kind("leave").chaired_by("pct-vx").put().await;
        assert_eq!(issue(meeting::found_meeting(&office.secretary(), leave.id).await), ("kind".to_owned(), Problem::Unknown));
        let lonely = office.an_entry().on("2026-12-17").prepared_by("STC").put().await;
        assert_eq!(issue(meeting::found_meeting(&office.secretary(), lonely.id).await), ("chair".to_owned(), Problem::Required));
        let others = office.an_entry().on("2026-12-17").chaired_by("pct-vx").prepared_by("SYT").put().await;
        let not_served = meeting::found_meeting(&office.secretary_of(&["ct"]), others.id).await;
        assert_eq!(refused(not_served), Refusal::NotYours);
    }

    async fn it_is_convened_to_an_hour_and_a_place_and_held_when_the_day_has_come(office: TestOffice) {
        let known = agreed(&office, a_proposal(&office)).await;
        let nowhere = meeting::schedule_meeting(&office.secretary(), known.id, known.version, known.placing()).await.expect("on the board");
        let convene = |known: &Meeting| {
            let (id, version, desk) = (known.id, known.version, office.secretary());
            async move { meeting::take_step(&desk, id, version, MeetingStep::Convene, "").await }
        };
        assert_eq!(issue(convene(&nowhere).await), ("place".to_owned(), Problem::Required));
        let known = scheduled(&office, &agreed(&office, domain::meeting::ProposalDraft {
            slot: domain::request::SlotDraft { date: "2026-12-17".into(), part: "morning".into(), start: String::new() },
            ..a_proposal(&office)
        }).await).await;
        assert_eq!(issue(convene(&known).await), ("start".to_owned(), Problem::Required));
        let draft = drafted_later(&office).await;
        let convened = convene(&draft).await.expect("convened");
        let hold = |office: &TestOffice| {
            let (id, version, desk) = (convened.id, convened.version, office.secretary());
            async move { meeting::take_step(&desk, id, version, MeetingStep::Hold, "").await }
        };
        assert_eq!(issue(hold(&office).await), ("date".to_owned(), Problem::NotYet));
        office.at("2026-12-22 17:00");
        assert_eq!(hold(&office).await.expect("held").state, MeetingState::Held);
    }

    async fn nothing_of_a_meeting_reaches_the_public(office: TestOffice) {
        let draft = drafted(&office).await;
        office.publish(week("2026-W51")).await;
        let shown = bulletin::week(&office, week("2026-W51"), None).await.expect("a week");
        let text = serde_json::to_string(&shown.entries).expect("JSON");
        for inside in [&draft.proposal.content, &draft.proposal.purpose, &draft.proposal.papers] {
            assert!(!text.contains(inside.as_str()), "{inside}");
        }
    }
}

/// In preparation for Tuesday, 22 December.
async fn drafted_later(office: &TestOffice) -> Meeting {
    let mut draft = a_proposal(office);
    draft.slot.date = "2026-12-22".into();
    scheduled(office, &agreed(office, draft).await).await
}
