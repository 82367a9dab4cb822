//! What units propose to a body, what other units say to it, and how it goes on.

use super::agenda::{added, an_item, dossier};
use super::{a_proposal, agreed, scheduled};
use crate::support::{TestOffice, day, issue, on_both, refused, stale};
use domain::meeting::{
    AgreementDraft, BodyDraft, Item, ItemState, ItemStep, Meeting, OpinionDraft, ProposalDraft,
};
use domain::{BodyId, Problem, Refusal};
use office::{journal, meeting};

pub async fn committee(office: &TestOffice) -> BodyId {
    let all = meeting::backlog(&office.secretary()).await.expect("bodies").bodies;
    all.iter().find(|body| body.members.len() > 10).expect("the committee of the demo").id
}

/// A session of the committee in preparation.
pub async fn a_session(office: &TestOffice, date: &str) -> Meeting {
    let body = committee(office).await.to_string();
    let mut draft = ProposalDraft { body, kind: "regular_session".into(), ..a_proposal(office) };
    draft.slot.date = date.into();
    scheduled(office, &agreed(office, draft).await).await
}

async fn sent(office: &TestOffice) -> Item {
    let health = office.officer("SYT").await;
    let body = committee(office).await;
    let item = meeting::propose_item(&health, body, "", an_item("Đề án sắp xếp trạm y tế", "35"))
        .await
        .expect("proposed");
    meeting::submit_item(&health, item.id, item.version, agreed_by_head()).await.expect("sent")
}

fn agreed_by_head() -> AgreementDraft {
    AgreementDraft { head: "Giám đốc Sở Y tế".into(), head_on: "2026-12-03".into() }
}

async fn accepted(office: &TestOffice) -> Item {
    let item = sent(office).await;
    meeting::take_item_step(&office.secretary(), item.id, item.version, ItemStep::Accept, "")
        .await
        .expect("accepted")
}

on_both! {
    async fn an_item_goes_from_its_unit_over_the_office_to_the_agenda(office: TestOffice) {
        let health = office.officer("SYT").await;
        let body = committee(&office).await;
        let item = meeting::propose_item(&health, body, "", an_item("Đề án sắp xếp trạm y tế", "35")).await.expect("proposed");
        assert_eq!((item.state, item.unit), (ItemState::Drafted, Some(office.unit("SYT"))));
        let headless = meeting::submit_item(&health, item.id, 1, AgreementDraft { head: " ".into(), ..agreed_by_head() }).await;
        assert_eq!(issue(headless), ("head".to_owned(), Problem::Required));
        assert!(!item.headed && !item.steps(&health.actor).contains(&ItemStep::Present), "its head has no account");
        let item = meeting::submit_item(&health, item.id, 1, agreed_by_head()).await.expect("sent");
        assert_eq!((item.state, item.head.as_str(), item.head_on), (ItemState::Submitted, "Giám đốc Sở Y tế", Some(day("2026-12-03"))));
        assert_eq!(item.head_by, health.actor.name, "who stated it is kept");

        let why = "Thiếu ý kiến của Sở Nội vụ";
        let back = meeting::take_item_step(&office.secretary(), item.id, item.version, ItemStep::Return, why).await.expect("back");
        assert_eq!(back.decision.as_ref().map(|d| d.reason.as_str()), Some(why));
        let old = meeting::change_proposed_item(&health, item.id, 1, an_item("Đề án", "30")).await;
        assert_eq!(stale(old).current, 3);
        let item = meeting::change_proposed_item(&health, item.id, 3, an_item("Đề án sắp xếp trạm y tế (lần 2)", "40")).await.expect("completed");
        assert_eq!((item.head.as_str(), item.head_on), ("", None), "the head agreed to what it was");
        let item = meeting::submit_item(&health, item.id, item.version, agreed_by_head()).await.expect("sent again");
        let item = meeting::take_item_step(&office.secretary(), item.id, item.version, ItemStep::Accept, "").await.expect("accepted");

        let session = a_session(&office, "2026-12-22").await;
        assert_eq!(dossier(&office, &session).await.backlog.len(), 1);
        let placed = meeting::place_item(&office.secretary(), session.id, session.version, item.id, "").await.expect("on the agenda");
        let seen = dossier(&office, &placed).await;
        assert_eq!((seen.backlog.len(), seen.agenda[0].state), (0, ItemState::Placed));
        let twice = meeting::place_item(&office.secretary(), session.id, placed.version, item.id, "").await;
        assert_eq!(refused(twice), Refusal::WrongItemState { state: ItemState::Placed });
        meeting::remove_item(&office.secretary(), session.id, placed.version, item.id).await.expect("taken off");
        assert_eq!(dossier(&office, &placed).await.backlog.len(), 1, "it waits again");
    }

    async fn the_head_of_the_unit_agrees_before_the_office_has_it(office: TestOffice) {
        let (finance, head) = (office.officer("STC").await, office.head("STC").await);
        let item = meeting::propose_item(&finance, committee(&office).await, "", an_item("Phân bổ dự phòng ngân sách", "20")).await.expect("proposed");
        assert!(item.headed);
        let stated = meeting::submit_item(&finance, item.id, 1, agreed_by_head()).await;
        assert_eq!(refused(stated), Refusal::WrongItemState { state: ItemState::Drafted }, "nobody states it for a head who can say it");
        let own = meeting::take_item_step(&finance, item.id, 1, ItemStep::Agree, "").await;
        assert_eq!(refused(own), Refusal::NotYours);
        let item = meeting::take_item_step(&finance, item.id, 1, ItemStep::Present, "").await.expect("handed to the head");
        assert_eq!(item.state, ItemState::Presented);
        let early = meeting::take_item_step(&office.secretary(), item.id, 2, ItemStep::Accept, "").await;
        assert_eq!(refused(early), Refusal::WrongItemState { state: ItemState::Presented });
        let mute = meeting::take_item_step(&head, item.id, 2, ItemStep::SendBack, " ").await;
        assert_eq!(issue(mute), ("reason".to_owned(), Problem::Required));
        let why = "Bổ sung số liệu tháng 11";
        let back = meeting::take_item_step(&head, item.id, 2, ItemStep::SendBack, why).await.expect("sent back inside the unit");
        let decision = back.decision.clone().expect("a decision");
        assert_eq!((back.state, decision.reason.as_str(), decision.by.as_str()), (ItemState::Returned, why, head.actor.name.as_str()));
        let item = meeting::change_proposed_item(&finance, item.id, 3, an_item("Phân bổ dự phòng ngân sách (lần 2)", "20")).await.expect("completed");
        let item = meeting::take_item_step(&finance, item.id, item.version, ItemStep::Present, "").await.expect("again");
        assert_eq!(stale(meeting::take_item_step(&head, item.id, 2, ItemStep::Agree, "").await).current, 5);
        let seen = meeting::backlog(&head).await.expect("the unit's own").items;
        assert!(seen.iter().any(|known| known.id == item.id && known.steps(&head.actor).contains(&ItemStep::Agree)));
        let item = meeting::take_item_step(&head, item.id, item.version, ItemStep::Agree, "").await.expect("agreed");
        assert_eq!((item.state, item.head.as_str(), item.head_on, item.head_by.as_str()), (ItemState::Submitted, "Hoàng Trọng Duyệt", Some(day("2026-12-04")), ""));
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert_eq!((line.deed.as_str(), line.actor.as_str()), ("meeting.agree_item", "Hoàng Trọng Duyệt"));
        let elsewhere = meeting::take_item_step(&head, sent(&office).await.id, 2, ItemStep::Agree, "").await;
        assert_eq!(refused(elsewhere), Refusal::NotFound, "another unit's");
    }

    async fn another_unit_sees_neither_the_item_nor_the_question(office: TestOffice) {
        let item = sent(&office).await;
        let draft = OpinionDraft { unit: office.unit("SNV").to_string(), question: "Ý kiến về biên chế".into(), due: "2026-12-08".into() };
        let asked = meeting::ask_opinion(&office.secretary(), item.id, draft).await.expect("asked");
        let neighbour = office.officer("SXD").await;
        let seen = meeting::backlog(&neighbour).await.expect("its own");
        assert!(seen.items.is_empty() && seen.asked.is_empty());
        assert!(seen.bodies.iter().all(|body| body.members.is_empty()));
        assert_eq!(refused(meeting::take_item_step(&neighbour, item.id, 2, ItemStep::Withdraw, "").await), Refusal::NotFound);
        assert_eq!(refused(meeting::change_proposed_item(&neighbour, item.id, 2, an_item("x", "5")).await), Refusal::NotFound);
        assert_eq!(refused(meeting::answer_opinion(&neighbour, asked.id, true, "").await), Refusal::NotFound);
        let own = meeting::backlog(&office.officer("SYT").await).await.expect("its own");
        assert_eq!((own.items.len(), own.asked.len()), (1, 0));
    }

    async fn a_unit_is_asked_once_and_answers_once(office: TestOffice) {
        let item = sent(&office).await;
        let draft = OpinionDraft { unit: office.unit("SNV").to_string(), question: "Ý kiến về biên chế".into(), due: "2026-12-08".into() };
        let asked = meeting::ask_opinion(&office.secretary(), item.id, draft.clone()).await.expect("asked");
        assert_eq!(issue(meeting::ask_opinion(&office.secretary(), item.id, draft.clone()).await), ("unit".to_owned(), Problem::Taken));
        let past = OpinionDraft { due: "2026-12-03".into(), ..draft };
        assert_eq!(issue(meeting::ask_opinion(&office.secretary(), item.id, past).await), ("due".to_owned(), Problem::Past));
        let home = office.officer("SNV").await;
        assert!(asked.is_late(day("2026-12-09")));
        assert_eq!(issue(meeting::answer_opinion(&home, asked.id, false, " ").await), ("answer".to_owned(), Problem::Required));
        let answered = meeting::answer_opinion(&home, asked.id, false, "Đề nghị rà soát biên chế").await.expect("answered");
        assert_eq!(answered.reply.as_ref().map(|r| (r.agrees, r.text.as_str())), Some((false, "Đề nghị rà soát biên chế")));
        assert_eq!(refused(meeting::answer_opinion(&home, asked.id, true, "").await), Refusal::NotFound, "it is answered");
    }

    async fn an_item_is_carried_to_the_next_meeting_with_its_history(office: TestOffice) {
        let item = accepted(&office).await;
        let first = a_session(&office, "2026-12-22").await;
        let next = a_session(&office, "2026-12-29").await;
        let third = a_session(&office, "2026-12-30").await;
        let first = meeting::place_item(&office.secretary(), first.id, first.version, item.id, "").await.expect("placed");
        let first = added(&office, &first, "Kết luận", "10").await;
        let later = dossier(&office, &first).await.later;
        assert_eq!(later.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [next.id, third.id]);
        let working = scheduled(&office, &agreed(&office, a_proposal(&office)).await).await;
        let strange = meeting::carry_item(&office.secretary(), first.id, first.version, item.id, working.id, "x").await;
        assert_eq!(issue(strange), ("to_meeting".to_owned(), Problem::Unknown), "another body's");
        let why = "Chưa đủ thời gian thảo luận";
        meeting::carry_item(&office.secretary(), first.id, first.version, item.id, next.id, why).await.expect("carried");
        let there = dossier(&office, &next).await;
        assert_eq!((there.meeting.version, there.agenda.len()), (next.version + 1, 1));
        assert_eq!(there.agenda[0].before, [(first.id, day("2026-12-22"))]);
        let on = there.agenda[0].id;
        meeting::carry_item(&office.secretary(), next.id, there.meeting.version, on, third.id, why).await.expect("carried on");
        let last = dossier(&office, &third).await;
        assert_eq!(last.agenda[0].before, [(first.id, day("2026-12-22")), (next.id, day("2026-12-29"))]);
        assert_eq!(last.agenda[0].unit, Some(office.unit("SYT")));
        let here = dossier(&office, &first).await;
        assert_eq!((here.agenda[0].state, here.agenda.len()), (ItemState::Carried, 2), "it stays with a mark");
        let gone = meeting::remove_item(&office.secretary(), first.id, here.meeting.version, item.id).await;
        assert_eq!(refused(gone), Refusal::WrongItemState { state: ItemState::Carried });
    }

    async fn bodies_are_changed_by_the_office_and_keep_their_names(office: TestOffice) {
        let all = meeting::backlog(&office.secretary()).await.expect("bodies").bodies;
        let body = all[0].clone();
        assert_eq!((body.voters(), body.secretary_name.is_empty()), (21, false), "all members of the committee vote");
        let mut draft = BodyDraft::of(&body);
        draft.voters.pop();
        let saved = meeting::save_body(&office.secretary(), Some(body.id), body.version, draft.clone()).await.expect("saved");
        assert_eq!((saved.voters(), saved.version), (20, body.version + 1));
        assert_eq!(stale(meeting::save_body(&office.chief(), Some(body.id), body.version, draft.clone()).await).current, saved.version);
        let second = BodyDraft { members: Vec::new(), voters: Vec::new(), ..draft };
        assert_eq!(issue(meeting::save_body(&office.chief(), None, 0, second).await), ("name".to_owned(), Problem::Taken));
    }
}
