//! What waits at the desk, as counts that go down when the work is done.

use crate::meeting::agenda::{added, an_item, dossier};
use crate::meeting::backlog::committee;
use crate::meeting::{a_proposal, drafted, proposed, step};
use crate::request::{a_request, registered};
use crate::support::{TestOffice, day, on_both, week};
use domain::duty::DutyDraft;
use domain::meeting::{ItemStep, MeetingStep, OpinionDraft};
use domain::schedule::{EntryDraft, Save, Step, WeekState};
use domain::waiting::{Waiting, WeekLeft};
use office::{Desk, duty, meeting, request, schedule, waiting};

async fn seen(desk: &Desk) -> Waiting {
    waiting::waiting(desk).await.expect("a desk")
}

fn left<'w>(waiting: &'w Waiting, name: &str) -> &'w WeekLeft {
    waiting.weeks.iter().find(|left| left.week.iso == week(name)).expect("a week")
}

/// An entry that stands in the way of another one, put down by the Chief with a reason.
async fn against(office: &TestOffice, draft: EntryDraft) {
    let save = Save { draft, conflict_reason: "Chủ tịch đồng ý".into(), ..Save::default() };
    schedule::save_entry(&office.chief(), save).await.expect("saved in spite of it");
}

on_both! {
    async fn the_desk_counts_what_the_demo_left(office: TestOffice) {
        office.at("2026-12-04 11:00");
        let desk = office.secretary();
        let now = seen(&desk).await;
        let waiting: u32 = now.requests.iter().map(|left| left.waiting).sum();
        let tray = request::request_tray(&desk, week("2026-W50")).await.expect("a tray");
        assert_eq!(waiting, tray.open.iter().map(|(_, many)| many).sum::<u32>());
        assert!(now.requests.iter().any(|left| left.late > 0), "{:?}", now.requests);
        assert_eq!(now.weeks.iter().map(|w| w.week.iso).collect::<Vec<_>>(), [week("2026-W49"), week("2026-W50")]);
        assert!(!left(&now, "2026-W50").overdue, "until noon");
        assert_eq!(left(&now, "2026-W49").unpublished, 0);
        assert_eq!(now.duty, [day("2026-12-12"), day("2026-12-13")]);

        office.at("2026-12-04 12:01");
        assert!(left(&seen(&office.secretary()).await, "2026-W50").overdue);
        office.an_entry().on("2026-12-08").chaired_by("ct").put().await;
        office.step(week("2026-W50"), Step::Submit).await;
        let now = seen(&office.chief()).await;
        assert!(!left(&now, "2026-W50").overdue && left(&now, "2026-W50").week.state == WeekState::Submitted);
        assert_eq!(now.count(&office.chief().actor), now.count(&office.secretary().actor) + 1);
    }

    async fn conflicts_are_counted_for_those_who_serve(office: TestOffice) {
        let entry = |at: &str| office.an_entry().on("2026-12-08").at(at).chaired_by("ct");
        entry("08:00-10:00").put().await;
        against(&office, entry("09:00-11:00").draft()).await;
        let own = |slug: &'static str| {
            let desk = office.secretary_of(&[slug]);
            async move {
                let now = seen(&desk).await;
                let week = left(&now, "2026-W50");
                (week.conflicts, week.own_conflicts)
            }
        };
        assert_eq!(own("ct").await, (1, 1));
        assert_eq!(own("pct-kt").await, (1, 0));
    }

    async fn an_item_waits_for_the_head_of_its_unit_alone(office: TestOffice) {
        let (finance, head) = (office.officer("STC").await, office.head("STC").await);
        let own = async |desk: &Desk| waiting::own(desk).await.expect("a count");
        let before = own(&head).await;
        let item = meeting::propose_item(&finance, committee(&office).await, "", an_item("Phân bổ dự phòng", "20")).await.expect("proposed");
        assert_eq!(own(&head).await, before, "the unit is still writing it");
        let item = meeting::take_item_step(&finance, item.id, item.version, ItemStep::Present, "").await.expect("handed to the head");
        let now = own(&head).await;
        assert_eq!(now.agreements, [(item.id, "Phân bổ dự phòng".to_owned())]);
        assert_eq!(now.counts().agreements, meeting::backlog(&head).await.expect("its own").agreements(&head.actor));
        for other in [&finance, &office.officer("SYT").await, &office.secretary()] {
            assert!(own(other).await.agreements.is_empty(), "{:?}", other.actor.roles);
        }
        meeting::take_item_step(&head, item.id, item.version, ItemStep::Agree, "").await.expect("agreed");
        assert_eq!(own(&head).await, before);
    }

    async fn a_returned_request_waits_for_its_unit_alone_until_it_is_sent_again(office: TestOffice) {
        let own = async |desk: &Desk| waiting::own(desk).await.expect("a count");
        let (finance, secretary) = (office.officer("STC").await, office.secretary());
        let asked = registered(&finance, a_request(&office)).await;
        assert_eq!(own(&finance).await.requests, [], "it waits for the Office");
        request::return_request(&secretary, asked.id, 1, "Thiếu dự thảo").await.expect("returned");
        let now = own(&finance).await;
        assert_eq!(now.requests, [(asked.id, asked.wanted.content.clone())]);
        assert_eq!(now.counts().requests, 1);
        for other in [office.officer("SXD").await, office.head("STC").await, secretary.clone(), office.leader("pcttt").await] {
            assert_eq!(own(&other).await.requests, [], "{:?}", other.actor.roles);
        }
        assert_eq!(own(&office.officer("SYT").await).await.counts().requests, 1, "as the demo has it");
        request::change_request(&finance, asked.id, 2, a_request(&office)).await.expect("sent again");
        assert_eq!(own(&finance).await.requests, []);

        request::return_request(&secretary, asked.id, 3, "Vẫn thiếu").await.expect("returned");
        assert_eq!(own(&finance).await.counts().requests, 1);
        office.at("2026-12-14 09:00");
        assert_eq!(own(&office.officer("STC").await).await.requests, [], "its week is over");
    }

    async fn a_proposal_waits_for_its_chair_alone_until_there_is_an_answer(office: TestOffice) {
        let own = async |desk: &Desk| waiting::own(desk).await.expect("a count").proposals;
        let chair = office.leader("pcttt").await;
        let before = own(&chair).await;
        let finance = office.officer("STC").await;
        let known = proposed(&finance, a_proposal(&office)).await;
        let now = own(&chair).await;
        assert_eq!(now.last(), Some(&(known.id, known.proposal.content.clone())));
        assert_eq!(now.len(), before.len() + 1);
        for other in [finance, office.leader("ct").await, office.secretary(), office.chief()] {
            assert!(own(&other).await.is_empty(), "{:?}", other.actor.roles);
        }
        step(&chair, &known, MeetingStep::Agree).await;
        assert_eq!(own(&chair).await, before);
    }

    async fn the_head_reads_what_the_unit_proposed_and_was_sent(office: TestOffice) {
        let head = office.head("STC").await;
        let known = drafted(&office).await;
        let listed = meeting::list_meetings(&head).await.expect("a list").meetings;
        assert!(listed.iter().any(|one| one.id == known.id));
        let read = meeting::meeting(&head, known.id).await.expect("what the list leads to");
        assert!(read.people.is_none() && read.history.is_empty(), "that is the Office's");
        let of_officer = meeting::papers(&office.officer("STC").await).await.expect("papers");
        assert!(!of_officer.owed.is_empty(), "the demo owes some");
        assert_eq!(meeting::papers(&head).await.expect("papers"), of_officer);
    }

    async fn a_question_waits_for_its_unit_and_is_late_at_the_desk(office: TestOffice) {
        let proposer = office.officer("SYT").await;
        let item = meeting::propose_item(&proposer, committee(&office).await, "", an_item("Phân bổ dự phòng", "20")).await.expect("proposed");
        let ask = async |unit: &str| {
            let question = OpinionDraft { unit: office.unit(unit).to_string(), question: "Ý kiến về biên chế".into(), due: "2026-12-08".into() };
            meeting::ask_opinion(&office.secretary(), item.id, question).await.expect("asked")
        };
        let (asked, other) = (ask("STC").await, ask("SNV").await);
        let (home, head) = (office.officer("STC").await, office.head("STC").await);
        let own = async |desk: &Desk| waiting::own(desk).await.expect("a count");
        for desk in [&home, &head] {
            let now = own(desk).await;
            assert_eq!(now.opinions, std::slice::from_ref(&asked), "{:?}", desk.actor.roles);
            assert_eq!(now.counts().opinions, meeting::backlog(desk).await.expect("its own").opinions(&desk.actor));
        }
        for desk in [&proposer, &office.secretary(), &office.leader("ct").await] {
            assert!(own(desk).await.opinions.is_empty(), "{:?}", desk.actor.roles);
        }
        let late = async || seen(&office.chief()).await.meetings.opinions;
        assert_eq!(late().await, [], "there is time");
        office.at("2026-12-08 09:00");
        assert_eq!(late().await, [asked.clone(), other.clone()]);
        office.at("2026-12-09 09:00");
        meeting::answer_opinion(&home, asked.id, true, "").await.expect("answered");
        assert!(own(&head).await.opinions.is_empty());
        assert_eq!(late().await, [other], "the answer of one unit is not that of the other");
        let count = seen(&office.chief()).await.meetings.count();
        meeting::take_item_step(&proposer, item.id, item.version, ItemStep::Withdraw, "").await.expect("withdrawn");
        assert_eq!(late().await, [], "nobody answers about what was withdrawn");
        assert_eq!(seen(&office.chief()).await.meetings.count(), count - 1);
        assert!(own(&office.officer("SNV").await).await.opinions.is_empty());
        let told = meeting::backlog(&office.secretary()).await.expect("all").asked;
        assert!(told.iter().any(|known| known.id == asked.id), "what was answered stays to be read");
        assert!(told.iter().all(|known| known.reply.is_some()), "{told:?}");
    }

    async fn a_question_ends_with_its_meeting(office: TestOffice) {
        let known = drafted(&office).await;
        let known = added(&office, &known, "Báo cáo", "20").await;
        let item = dossier(&office, &known).await.agenda[0].id;
        let question = OpinionDraft { unit: office.unit("SNV").to_string(), question: "Ý kiến về biên chế".into(), due: "2026-12-14".into() };
        meeting::ask_opinion(&office.secretary(), item, question).await.expect("asked");
        office.at("2026-12-16 10:00");
        let home = office.officer("SNV").await;
        let waits = async || {
            let own = waiting::own(&home).await.expect("a count").opinions.len();
            (own, seen(&office.chief()).await.meetings.opinions.len(), meeting::backlog(&home).await.expect("its own").asked.len())
        };
        assert_eq!(waits().await, (1, 1, 1));
        let convened = step(&office.secretary(), &known, MeetingStep::Convene).await;
        step(&office.secretary(), &convened, MeetingStep::Hold).await;
        assert_eq!(waits().await, (0, 0, 0), "what was not said before the meeting is not asked any more");
    }

    async fn a_change_of_a_published_week_waits_until_it_is_published(office: TestOffice) {
        let entry = office.an_entry().on("2026-12-08").chaired_by("ct").put().await;
        office.publish(week("2026-W50")).await;
        assert_eq!(left(&seen(&office.secretary()).await, "2026-W50").unpublished, 0);
        office.change(&entry, |draft| draft.content = "Họp khác".into()).await;
        let on_duty = DutyDraft {
            date: "2026-12-12".into(),
            to: "2026-12-13".into(),
            duty_leader: office.post("ct").to_string(),
            ..DutyDraft::default()
        };
        duty::save_duty(&office.secretary(), None, 0, on_duty).await.expect("on duty");
        let now = seen(&office.secretary()).await;
        assert_eq!(left(&now, "2026-W50").unpublished, 3, "an entry and two days of duty");
        assert!(now.duty.is_empty());
        office.publish(week("2026-W50")).await;
        assert_eq!(left(&seen(&office.secretary()).await, "2026-W50").unpublished, 0);
    }
}
