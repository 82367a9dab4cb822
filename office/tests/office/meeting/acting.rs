//! The chair is away: whoever the absence names answers for them, and nobody else.

use super::invite::sent;
use super::{a_proposal, proposed};
use crate::support::{TestOffice, day, on_both, refused};
use domain::Refusal;
use domain::meeting::{AnswerDraft, AnswerStep, Attendance, MeetingState, MeetingStep};
use domain::schedule::absence::AbsenceDraft;
use office::{journal, meeting, schedule};

const TOLD: &str = "thay PCT Thường trực Tạ Thị Minh Nguyệt, vắng từ 14/12/2026 đến 15/12/2026";

/// The Permanent Vice Chairman is on leave on Monday and Tuesday; another one acts.
async fn away(office: &TestOffice) {
    let draft = AbsenceDraft {
        leader: office.post("pcttt").to_string(),
        kind: "leave".into(),
        from: "2026-12-14".into(),
        to: "2026-12-15".into(),
        acting: office.post("pct-kt").to_string(),
        agreed_by: "Chủ tịch".into(),
        conflict_reason: "Đã báo cáo Chủ tịch".into(),
        ..AbsenceDraft::default()
    };
    schedule::record_absence(&office.chief(), draft).await.expect("an absence");
}

on_both! {
    async fn who_acts_gives_the_opinion_on_the_days_of_the_absence(office: TestOffice) {
        let mut draft = a_proposal(&office);
        draft.slot.date = "2026-12-21".into();
        let waiting = proposed(&office.officer("STC").await, draft).await;
        away(&office).await;
        let early = meeting::take_step(&office.leader("pct-kt").await, waiting.id, 1, MeetingStep::Agree, "").await;
        assert_eq!(refused(early), Refusal::NotFound, "the chair is still here");

        office.at("2026-12-15 09:00");
        let stranger = office.leader("pct-nn").await;
        assert_eq!(refused(meeting::take_step(&stranger, waiting.id, 1, MeetingStep::Agree, "").await), Refusal::NotFound);
        let acting = office.leader("pct-kt").await;
        let list = meeting::list_meetings(&acting).await.expect("a list").meetings;
        assert!(list.iter().any(|known| known.id == waiting.id));
        let agreed = meeting::take_step(&acting, waiting.id, 1, MeetingStep::Agree, "").await.expect("agreed");
        let opinion = agreed.opinion().expect("an opinion");
        assert_eq!((agreed.state, opinion.by.as_str()), (MeetingState::Agreed, acting.actor.name.as_str()));
        let instead = opinion.instead.clone().expect("for somebody");
        assert_eq!((instead.from, instead.to), (day("2026-12-14"), day("2026-12-15")));
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        let told = line.fields.iter().find(|field| field.field == "instead").expect("for whom");
        assert_eq!((line.actor.as_str(), told.after.as_str()), (acting.actor.name.as_str(), TOLD));

        let mut later = a_proposal(&office);
        later.slot.date = "2026-12-22".into();
        let later = proposed(&office.officer("STC").await, later).await;
        let own = office.leader("pcttt").await;
        let answered = meeting::take_step(&own, later.id, 1, MeetingStep::Agree, "").await.expect("also on leave");
        assert_eq!(answered.opinion().and_then(|taken| taken.instead.clone()), None, "the chair answers as such");
        office.at("2026-12-16 09:00");
        let back = office.leader("pct-kt").await;
        assert!(back.actor.acts.is_empty());
        assert_eq!(refused(meeting::meeting(&back, later.id).await), Refusal::NotFound);
    }

    async fn who_acts_decides_about_a_deputy(office: TestOffice) {
        let known = sent(&office).await;
        away(&office).await;
        office.at("2026-12-15 09:00");
        let people = meeting::meeting(&office.secretary(), known.id).await.expect("the meeting").people.expect("people");
        let invitee = people.invitees[0].clone();
        let asks = AnswerDraft { coming: "Trần Văn An, Phó Giám đốc".into(), reason: "Giám đốc đi công tác".into() };
        let invited = if invitee.name == "Sở Y tế" { "SYT" } else { "SXD" };
        let asked = meeting::answer_invitation(&office.officer(invited).await, invitee.id, invitee.version, AnswerStep::AskDeputy, asks)
            .await
            .expect("asked");
        let acting = office.leader("pct-kt").await;
        let left = meeting::invitations(&acting).await.expect("what waits");
        assert!(left.deputies.iter().any(|one| one.meeting == known.id), "it waits for who acts");
        let decided = meeting::answer_invitation(&acting, invitee.id, asked.version, AnswerStep::AgreeDeputy, AnswerDraft::default())
            .await
            .expect("agreed");
        assert_eq!(decided.attendance(), Attendance::DeputyAgreed);
        let people = meeting::meeting(&office.secretary(), known.id).await.expect("the meeting").people.expect("people");
        let last = people.invitees[0].answers.last().expect("an answer");
        assert_eq!((last.by.as_str(), last.instead.as_ref().map(|one| one.to)), (acting.actor.name.as_str(), Some(day("2026-12-15"))));
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert!(line.fields.iter().any(|field| field.field == "instead" && field.after == TOLD), "{:?}", line.fields);
    }
}
