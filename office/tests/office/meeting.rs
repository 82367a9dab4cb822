//! Meetings: proposed, answered by their chairs, one with their entries on the board,
//! prepared with an agenda that is closed in time.

mod acting;
pub mod agenda;
pub mod backlog;
mod board;
mod hour;
mod invite;
mod material;
mod series;

use crate::support::{TestOffice, issue, on_both, refused, stale};
use domain::journal::Subject;
use domain::meeting::{
    CountingDraft, Mark, Meeting, MeetingState, MeetingStep, ProposalDraft, RuleDraft, Rules, What,
};
use domain::request::{Placing, SlotDraft};
use domain::schedule::EntryKind;
use domain::{Problem, Refusal};
use office::{Desk, journal, meeting, waiting};

/// What the Department of Finance wants to meet about, on Wednesday after next.
pub fn a_proposal(office: &TestOffice) -> ProposalDraft {
    ProposalDraft {
        kind: "working_meeting".into(),
        content: "Họp rà soát giải ngân vốn đầu tư công tháng cuối năm".into(),
        purpose: "Tháo gỡ vướng mắc của các dự án giải ngân dưới 50%".into(),
        chair: office.post("pcttt").to_string(),
        participants: "Lãnh đạo các Sở, chủ đầu tư".into(),
        papers: "Báo cáo của Sở Tài chính".into(),
        slot: SlotDraft { date: "2026-12-16".into(), part: "morning".into(), start: "08:30".into() },
        minutes: "120".into(),
        ..ProposalDraft::default()
    }
}

pub async fn proposed(desk: &Desk, draft: ProposalDraft) -> Meeting {
    meeting::propose_meeting(desk, draft).await.expect("a proposed meeting")
}

pub async fn step(desk: &Desk, meeting: &Meeting, step: MeetingStep) -> Meeting {
    meeting::take_step(desk, meeting.id, meeting.version, step, "").await.expect("a step")
}

/// Proposed by the Department of Finance and agreed to by its chair.
pub async fn agreed(office: &TestOffice, draft: ProposalDraft) -> Meeting {
    let waiting = proposed(&office.officer("STC").await, draft).await;
    step(&office.leader("pcttt").await, &waiting, MeetingStep::Agree).await
}

pub async fn scheduled(office: &TestOffice, agreed: &Meeting) -> Meeting {
    let placing = Placing { room: office.room("Phòng họp A").to_string(), ..agreed.placing() };
    meeting::schedule_meeting(&office.secretary(), agreed.id, agreed.version, placing)
        .await
        .expect("on the board")
}

/// In preparation, with a place on the board.
pub async fn drafted(office: &TestOffice) -> Meeting {
    scheduled(office, &agreed(office, a_proposal(office)).await).await
}

on_both! {
    async fn a_unit_proposes_and_the_chair_answers(office: TestOffice) {
        let finance = office.officer("STC").await;
        let waiting = proposed(&finance, a_proposal(&office)).await;
        assert_eq!((waiting.state, waiting.unit, waiting.version), (MeetingState::Proposed, office.unit("STC"), 1));
        assert_eq!(waiting.chair_name, "PCT Thường trực Tạ Thị Minh Nguyệt");
        let changed = ProposalDraft { minutes: "150".into(), ..a_proposal(&office) };
        let waiting = meeting::change_proposal(&finance, waiting.id, 1, changed).await.expect("changed");

        let chair = office.leader("pcttt").await;
        let seen = meeting::list_meetings(&chair).await.expect("a list").meetings;
        assert!(seen.iter().any(|m| m.id == waiting.id && m.steps(&chair.actor).len() == 4));
        let mute = meeting::take_step(&chair, waiting.id, waiting.version, MeetingStep::AgreeWithChanges, " ").await;
        assert_eq!(issue(mute), ("reason".to_owned(), Problem::Required));
        let why = "Mời thêm Kho bạc Nhà nước";
        let agreed = meeting::take_step(&chair, waiting.id, waiting.version, MeetingStep::AgreeWithChanges, why)
            .await
            .expect("agreed");
        assert_eq!((agreed.state, agreed.proposal.minutes), (MeetingState::Agreed, 150));
        let opinion = agreed.opinion().expect("an opinion");
        assert_eq!((opinion.by.as_str(), opinion.reason.as_str(), opinion.at), (chair.actor.name.as_str(), why, chair.now));
        let late = meeting::change_proposal(&finance, agreed.id, agreed.version, a_proposal(&office)).await;
        assert_eq!(refused(late), Refusal::WrongMeetingState { state: MeetingState::Agreed });
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert_eq!((line.deed.as_str(), line.reason.as_str()), ("meeting.agree_with_changes", why));
    }

    async fn another_way_ends_it_with_a_reason(office: TestOffice) {
        let chair = office.leader("pcttt").await;
        for (way, state) in [(MeetingStep::AskInWriting, MeetingState::Written), (MeetingStep::Decline, MeetingState::NotHeld)] {
            let waiting = proposed(&office.officer("STC").await, a_proposal(&office)).await;
            let ended = meeting::take_step(&chair, waiting.id, 1, way, "Thuộc thẩm quyền của Sở").await.expect("ended");
            assert_eq!(ended.state, state);
            assert!(ended.steps(&office.chief().actor).is_empty());
        }
    }

    async fn whoever_it_is_not_for_finds_nothing(office: TestOffice) {
        let waiting = proposed(&office.officer("STC").await, a_proposal(&office)).await;
        for stranger in [office.officer("SXD").await, office.leader("pct-vx").await] {
            assert_eq!(refused(meeting::meeting(&stranger, waiting.id).await), Refusal::NotFound);
            let list = meeting::list_meetings(&stranger).await.expect("a list").meetings;
            assert!(list.iter().all(|m| m.id != waiting.id));
        }
        let neighbour = office.officer("SXD").await;
        let withdrawn = meeting::take_step(&neighbour, waiting.id, 1, MeetingStep::Withdraw, "").await;
        assert_eq!(refused(withdrawn), Refusal::NotFound);
        let changed = meeting::change_proposal(&neighbour, waiting.id, 9, a_proposal(&office)).await;
        assert_eq!(refused(changed), Refusal::NotFound, "not even that it is stale");
        let other = meeting::take_step(&office.leader("ct").await, waiting.id, 1, MeetingStep::Agree, "").await;
        assert_eq!(refused(other), Refusal::NotFound, "another one's chair");
        let own = meeting::meeting(&office.officer("STC").await, waiting.id).await.expect("its own");
        assert!(own.history.is_empty() && own.asked.is_empty(), "the Office's notes stay in the Office");
    }

    async fn an_answer_to_what_was_changed_meanwhile_is_stale(office: TestOffice) {
        let finance = office.officer("STC").await;
        let waiting = proposed(&finance, a_proposal(&office)).await;
        let draft = ProposalDraft { content: "Họp về nội dung khác".into(), ..a_proposal(&office) };
        meeting::change_proposal(&finance, waiting.id, 1, draft).await.expect("changed");
        let chair = office.leader("pcttt").await;
        let told = stale(meeting::take_step(&chair, waiting.id, 1, MeetingStep::Agree, "").await);
        assert_eq!((told.seen, told.current), (1, 2));
        assert!(told.changes.iter().any(|c| c.field == "content" && c.after == "Họp về nội dung khác"));
    }

    async fn the_office_proposes_for_a_division(office: TestOffice) {
        let nobodys = meeting::propose_meeting(&office.secretary(), ProposalDraft { unit: "x".into(), ..a_proposal(&office) }).await;
        assert_eq!(issue(nobodys), ("unit".to_owned(), Problem::Unknown));
        let unit = office.unit("KT");
        let draft = ProposalDraft { unit: unit.to_string(), ..a_proposal(&office) };
        let waiting = proposed(&office.secretary(), draft).await;
        assert_eq!((waiting.unit, waiting.unit_name.as_str()), (unit, "P. Kinh tế"));
        let other = ProposalDraft { unit: unit.to_string(), ..a_proposal(&office) };
        let own = proposed(&office.officer("STC").await, other).await;
        assert_eq!(own.unit, office.unit("STC"), "an officer speaks for the own unit only");
    }

    async fn the_demo_meetings_kept_and_missed_their_days(office: TestOffice) {
        let list = meeting::list_meetings(&office.secretary()).await.expect("a list").meetings;
        assert_eq!(list.len(), 2);
        let session = meeting::meeting(&office.secretary(), list[0].id).await.expect("the session");
        assert_eq!((session.meeting.state, session.agenda.len()), (MeetingState::Concluded, 7));
        assert_eq!(session.meeting.body_name, "Ủy ban nhân dân tỉnh Minh Giang");
        let marks: Vec<_> = session.deadlines.iter().map(|d| (d.what, d.latest.to_string(), d.mark)).collect();
        assert_eq!(marks, [
            (What::Invitation, "2026-11-26".to_owned(), Mark::Done),
            (What::Papers, "2026-11-26".to_owned(), Mark::Done),
            (What::Conclusion, "2026-12-08".to_owned(), Mark::Done),
        ]);
        let review = meeting::meeting(&office.secretary(), list[1].id).await.expect("the review");
        let papers = review.deadlines.iter().find(|d| d.what == What::Papers).expect("papers");
        assert_eq!((papers.latest.to_string().as_str(), papers.mark), ("2026-11-25", Mark::DoneLate), "one paper came a day late");
        assert!(review.history.iter().any(|line| line.deed == "meeting.agree"));
    }

    async fn deadlines_press_at_the_desk_as_the_office_decided(office: TestOffice) {
        let before = waiting::waiting(&office.chief()).await.expect("a desk").meetings;
        assert_eq!(before.count(), 0);
        let waits = proposed(&office.officer("STC").await, a_proposal(&office)).await;
        assert_eq!(waiting::waiting(&office.chief()).await.expect("a desk").meetings.proposed, 1);
        let agreed = step(&office.leader("pcttt").await, &waits, MeetingStep::Agree).await;
        assert_eq!(waiting::waiting(&office.chief()).await.expect("a desk").meetings.unplaced, 1);
        let draft = scheduled(&office, &agreed).await;

        office.at("2026-12-10 09:00");
        let left = waiting::waiting(&office.chief()).await.expect("a desk").meetings;
        assert_eq!((left.amber.len(), left.red.len()), (2, 0), "Friday is the last day of both: {left:?}");
        office.at("2026-12-14 09:00");
        assert_eq!(waiting::waiting(&office.chief()).await.expect("a desk").meetings.red.len(), 2);

        let rules = RuleDraft { invitation_days: "1".into(), paper_days: String::new(), ..RuleDraft::of(&Rules::usual(EntryKind::WorkingMeeting)) };
        meeting::save_rule(&office.administrator(), 0, rules.clone()).await.expect("another rule");
        assert_eq!(stale(meeting::save_rule(&office.administrator(), 0, rules).await).current, 1);
        let left = waiting::waiting(&office.chief()).await.expect("a desk").meetings;
        assert_eq!((left.amber.len(), left.red.len()), (1, 0));

        // Stricter: a whole working day lies between the invitation and the meeting.
        let strict = CountingDraft { counting: "clear_days".into(), amber_days: "0".into() };
        let saved = meeting::save_counting(&office.administrator(), 1, strict.clone()).await.expect("counted");
        assert_eq!(saved.changed.len(), 1, "the rule of the kind stays");
        assert_eq!(stale(meeting::save_counting(&office.administrator(), 1, strict).await).current, 2);
        let left = waiting::waiting(&office.chief()).await.expect("a desk").meetings;
        assert_eq!((left.amber.len(), left.red.len()), (1, 0), "today is the last day");
        let relaxed = CountingDraft { counting: "ordinary".into(), amber_days: "0".into() };
        meeting::save_counting(&office.administrator(), 2, relaxed.clone()).await.expect("counted");
        let left = waiting::waiting(&office.chief()).await.expect("a desk").meetings;
        assert_eq!((left.amber.len(), left.red.len()), (0, 0), "tomorrow is, and amber is that day alone");
        let early = CountingDraft { amber_days: "1".into(), ..relaxed };
        meeting::save_counting(&office.administrator(), 3, early).await.expect("counted");
        let left = waiting::waiting(&office.chief()).await.expect("a desk").meetings;
        assert_eq!((left.amber.len(), left.red.len()), (1, 0));
        let lines = journal::list(&office.chief(), Some(Subject::Setting), None).await.expect("lines");
        assert_eq!((lines[0].deed.as_str(), lines[0].fields.len()), ("meeting.save_counting", 1));
        step(&office.secretary(), &draft, MeetingStep::Convene).await;
        assert_eq!(waiting::waiting(&office.chief()).await.expect("a desk").meetings.count(), 0);
    }
}
