//! People: invited once each, by a letter that states everything under a number of its
//! own, answered for by those whom it is for and by nobody else.

use super::{a_proposal, agreed, drafted, proposed, scheduled};
use crate::support::{TestOffice, issue, on_both, refused, stale};
use domain::calendar::hours::SessionPart;
use domain::meeting::{
    AnswerDraft, AnswerStep, Attendance, Invitation, InvitationDraft, InviteDraft, Invitee, InviteeDraft,
    Meeting, MeetingState, People, Tally, coming_text,
};
use domain::{Problem, Refusal};
use office::{Desk, journal, meeting, schedule, waiting};

fn of_part(part: &str) -> InviteeDraft {
    InviteeDraft { part: part.into(), ..InviteeDraft::default() }
}

fn units(office: &TestOffice, codes: &[&str]) -> InviteDraft {
    let units = codes.iter().map(|code| office.unit(code).to_string()).collect();
    InviteDraft { units, invitee: of_part("attend"), ..InviteDraft::default() }
}

async fn invite(office: &TestOffice, known: &Meeting, draft: InviteDraft) -> Vec<Invitee> {
    meeting::invite(&office.secretary(), known.id, draft).await.expect("invited")
}

async fn people(office: &TestOffice, known: &Meeting) -> People {
    let dossier = meeting::meeting(&office.secretary(), known.id).await.expect("the meeting");
    dossier.people.expect("people")
}

fn a_letter(office: &TestOffice) -> InvitationDraft {
    let chief = office.person("Mạc Đăng Thuận").to_string();
    InvitationDraft {
        requirements: "Sở Tài chính gửi báo cáo trước ngày 11/12/2026".into(),
        contact: chief.clone(),
        contact_phone: "(0200) 3.000.214".into(),
        signing: "TL. CHỦ TỊCH".into(),
        signer_title: "CHÁNH VĂN PHÒNG".into(),
        signer: chief,
        recipients: "Như thành phần mời".into(),
    }
}

async fn written(office: &TestOffice, known: &Meeting) {
    meeting::save_invitation(&office.secretary(), known.id, 0, a_letter(office)).await.expect("saved");
}

async fn issued(office: &TestOffice, known: &Meeting, number: &str) -> People {
    issue_it(office, known, number).await.expect("issued");
    people(office, known).await
}

/// Issues the letter as it is now.
async fn issue_it(office: &TestOffice, known: &Meeting, number: &str) -> office::Result<Invitation> {
    meeting::issue_invitation(&office.secretary(), known.id, stamp(office, known).await, number).await
}

async fn stamp(office: &TestOffice, known: &Meeting) -> i32 {
    let dossier = meeting::meeting(&office.secretary(), known.id).await.expect("the meeting");
    dossier.people.expect("people").invitation.stamp(&dossier.meeting)
}

/// Construction and Health are invited to a meeting of Finance.
pub async fn sent(office: &TestOffice) -> Meeting {
    let known = drafted(office).await;
    invite(office, &known, units(office, &["SXD", "SYT"])).await;
    written(office, &known).await;
    issued(office, &known, "").await;
    meeting::meeting(&office.secretary(), known.id).await.expect("the meeting").meeting
}

async fn own(desk: &Desk, known: &Meeting) -> Invitee {
    meeting::invitation(desk, known.id).await.expect("an invitation").own.remove(0)
}

fn saying(coming: &str, reason: &str) -> AnswerDraft {
    AnswerDraft { coming: coming.into(), reason: reason.into() }
}

async fn answered(desk: &Desk, invitee: &Invitee, step: AnswerStep, draft: AnswerDraft) -> Invitee {
    meeting::answer_invitation(desk, invitee.id, invitee.version, step, draft).await.expect("an answer")
}

/// Invites units and sends them the letter.
pub async fn sent_to(office: &TestOffice, known: &Meeting, codes: &[&str]) -> People {
    written(office, known).await;
    invite(office, known, units(office, codes)).await;
    issued(office, known, "").await
}

const DEPUTY: &str = "Từ Thị Vân Khanh, Phó Giám đốc Sở Xây dựng";

on_both! {
    async fn people_are_invited_once_each(office: TestOffice) {
        let known = drafted(&office).await;
        let all = invite(&office, &known, units(&office, &["SXD", "SYT"])).await;
        assert_eq!(all.iter().map(|i| i.name.as_str()).collect::<Vec<_>>(), ["Sở Xây dựng", "Sở Y tế"]);
        let again = meeting::invite(&office.secretary(), known.id, units(&office, &["SYT"])).await;
        assert_eq!(issue(again), ("invited_units".to_owned(), Problem::Taken));
        let guest = InviteeDraft {
            name: "Lê Văn Khách".into(),
            title: "Giám đốc Công ty Lam Giang".into(),
            phone: "0912 345 678".into(),
            ..of_part("guest")
        };
        let draft = InviteDraft { invitee: guest.clone(), ..InviteDraft::default() };
        let all = invite(&office, &known, draft.clone()).await;
        assert_eq!(all[2].titled(), "Lê Văn Khách, Giám đốc Công ty Lam Giang");
        let twice = meeting::invite(&office.secretary(), known.id, draft).await;
        assert_eq!(issue(twice), ("guest_name".to_owned(), Problem::Taken));

        let other = InviteeDraft { email: "khach@lamgiang.example".into(), ..guest };
        let changed = meeting::change_invitee(&office.secretary(), all[2].id, 1, other.clone()).await.expect("changed");
        let told = stale(meeting::remove_invitee(&office.secretary(), all[2].id, 1).await);
        assert!(told.changes.iter().any(|c| c.field == "email" && c.after == "khach@lamgiang.example"), "{told:?}");
        meeting::remove_invitee(&office.secretary(), changed.id, changed.version).await.expect("removed");
        assert_eq!(people(&office, &known).await.invitees.len(), 2);
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert_eq!((line.deed.as_str(), line.fields[0].before.as_str()), ("meeting.remove_invitee", "Lê Văn Khách, Giám đốc Công ty Lam Giang"));
        let gone = meeting::change_invitee(&office.secretary(), changed.id, changed.version, other).await;
        assert_eq!(refused(gone), Refusal::NotFound);
    }

    async fn the_members_of_the_body_come_with_one_press(office: TestOffice) {
        let bodies = meeting::backlog(&office.secretary()).await.expect("bodies").bodies;
        let mut draft = a_proposal(&office);
        draft.body = bodies[0].id.to_string();
        draft.slot.date = "2026-12-17".into();
        let known = scheduled(&office, &agreed(&office, draft).await).await;
        let members = bodies[0].members.len();
        let chair = office.leader("pcttt").await.actor.person.expect("a person");
        let some = InviteDraft { persons: vec![bodies[0].members.iter().find(|m| m.person != chair).expect("a member").person.to_string()], invitee: of_part("present"), ..InviteDraft::default() };
        invite(&office, &known, some).await;
        let waiting = people(&office, &known).await.members;
        assert_eq!(waiting as usize, members - 2, "without the chair and who is there already");
        let added = meeting::invite_members(&office.secretary(), known.id).await.expect("invited");
        assert_eq!(added, members - 2);
        assert_eq!(meeting::invite_members(&office.secretary(), known.id).await.expect("nobody"), 0);
        let all = people(&office, &known).await;
        assert_eq!((all.invitees.len(), all.members), (members - 1, 0));
        let bodiless = drafted(&office).await;
        let nobodys = meeting::invite_members(&office.secretary(), bodiless.id).await;
        assert_eq!(issue(nobodys), ("body".to_owned(), Problem::Required));
    }

    async fn a_letter_that_lacks_something_does_not_go_out(office: TestOffice) {
        let known = drafted(&office).await;
        let fields = |no: Refusal| match no {
            Refusal::Invalid(issues) => issues.into_iter().map(|i| i.field).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let lacks = fields(refused(issue_it(&office, &known, "").await));
        assert_eq!(lacks, ["invitees", "requirements"], "signer and contact are offered as they were last");
        written(&office, &known).await;
        assert_eq!(fields(refused(issue_it(&office, &known, "").await)), ["invitees"]);
        assert_eq!(meeting::meeting(&office.secretary(), known.id).await.expect("it").meeting.state, MeetingState::Draft);
    }

    async fn a_letter_has_a_number_of_its_year_and_convenes(office: TestOffice) {
        let first = drafted(&office).await;
        invite(&office, &first, units(&office, &["SXD"])).await;
        written(&office, &first).await;
        assert_eq!(people(&office, &first).await.next, 513, "after the letters of the demo");
        let sent = issued(&office, &first, "520/GM-UBND").await;
        assert_eq!((sent.invitation.number, sent.next, sent.untold().len()), (Some(520), 521, 0));
        let convened = meeting::meeting(&office.secretary(), first.id).await.expect("it");
        assert_eq!(convened.meeting.state, MeetingState::Convened);
        let deeds: Vec<_> = convened.history.iter().map(|line| line.deed.as_str()).collect();
        assert!(deeds.contains(&"meeting.issue_invitation") && deeds.contains(&"meeting.convene"), "{deeds:?}");

        let mut draft = a_proposal(&office);
        draft.slot.date = "2026-12-17".into();
        let second = scheduled(&office, &agreed(&office, draft).await).await;
        invite(&office, &second, units(&office, &["SXD"])).await;
        written(&office, &second).await;
        let taken = Problem::NumberTaken { by: first.proposal.content.clone(), free: 521 };
        for (typed, problem) in [("520", taken), ("x", Problem::NotBetween { min: 1, max: 99_999 })] {
            assert_eq!(issue(issue_it(&office, &second, typed).await), ("number".to_owned(), problem));
        }
        assert_eq!(issued(&office, &second, "").await.invitation.number, Some(521));
        office.at("2027-01-04 09:00");
        assert_eq!(people(&office, &second).await.next, 1, "numbers begin again with the year");
    }

    async fn an_hour_that_moves_after_the_letter_went_out_is_told_by_an_adjustment(office: TestOffice) {
        let known = sent(&office).await;
        let health = office.officer("SYT").await;
        let came = "Lê Văn Y, Giám đốc Sở Y tế";
        answered(&health, &own(&health, &known).await, AnswerStep::Confirm, saying(came, "")).await;
        assert_eq!(meeting::unanswered(&health).await.expect("a count"), 0);
        assert_eq!(refused(issue_it(&office, &known, "").await), Refusal::NothingToPublish);
        let before = stamp(&office, &known).await;

        let board = known.board.as_ref().expect("on the board");
        let hour = Some("14:00:00".parse().expect("an hour"));
        schedule::move_entry(&office.secretary(), board.entry, board.version, board.date, SessionPart::Afternoon, hour, "").await.expect("moved");
        let untold: Vec<_> = people(&office, &known).await.untold().into_iter().map(|c| c.field).collect();
        assert_eq!(untold, ["start", "end"]);
        let seen = meeting::invitation(&health, known.id).await.expect("the letter");
        assert!(seen.is_moved && seen.issued.letter.start.expect("an hour").to_string() == "08:30:00", "the old letter still says the old hour");

        let told = stale(meeting::issue_invitation(&office.secretary(), known.id, before, "").await);
        assert!(told.changes.iter().any(|c| c.field == "start" && c.after == "14:00"), "{told:?}");
        let again = issued(&office, &known, "999").await;
        assert_eq!(again.invitation.number, Some(513), "an adjustment keeps the number");
        let seen = meeting::invitation(&health, known.id).await.expect("the letter");
        assert_eq!((seen.issued.issue, seen.adjusted.len(), seen.is_moved), (2, 2, false));
        assert_eq!((seen.own[0].answers[0].issue, seen.own[0].waits), (1, true), "answered the older one");
        assert_eq!(meeting::unanswered(&health).await.expect("a count"), 1);
    }

    async fn a_deputy_comes_when_the_chair_agrees(office: TestOffice) {
        let known = sent(&office).await;
        let construction = office.officer("SXD").await;
        assert_eq!(meeting::unanswered(&construction).await.expect("a count"), 1);
        let invited = own(&construction, &known).await;
        let nameless = meeting::answer_invitation(&construction, invited.id, 1, AnswerStep::AskDeputy, saying("", "")).await;
        assert!(matches!(refused(nameless), Refusal::Invalid(issues) if issues.len() == 2));
        let asked = answered(&construction, &invited, AnswerStep::AskDeputy, saying(DEPUTY, "Giám đốc đi công tác")).await;
        assert_eq!(meeting::unanswered(&construction).await.expect("a count"), 0);
        let desk = waiting::waiting(&office.secretary()).await.expect("a desk").meetings.deputies;
        assert_eq!(desk.iter().map(|left| (left.meeting, left.count)).collect::<Vec<_>>(), [(known.id, 1)]);
        let chair = office.leader("pcttt").await;
        assert_eq!(meeting::unanswered(&chair).await.expect("a count"), 1);
        assert_eq!(meeting::invitations(&chair).await.expect("a list").deputies.len(), 1);
        assert_eq!(meeting::unanswered(&office.leader("ct").await).await.expect("a count"), 0, "not the chair");

        let alone = meeting::answer_invitation(&construction, asked.id, asked.version, AnswerStep::AgreeDeputy, saying("", "")).await;
        assert_eq!(refused(alone), Refusal::NotYours);
        let told = stale(meeting::answer_invitation(&chair, asked.id, 1, AnswerStep::AgreeDeputy, saying("", "")).await);
        assert!(told.changes.iter().any(|c| c.field == "coming" && c.after == DEPUTY), "{told:?}");
        let no = meeting::answer_invitation(&chair, asked.id, asked.version, AnswerStep::RefuseDeputy, saying("", " ")).await;
        assert_eq!(issue(no), ("reason".to_owned(), Problem::Required));
        let refusal = answered(&chair, &asked, AnswerStep::RefuseDeputy, saying("", "Cần Giám đốc báo cáo trực tiếp")).await;
        assert_eq!(meeting::unanswered(&construction).await.expect("a count"), 1, "it is to answer again");
        let asked = answered(&construction, &refusal, AnswerStep::AskDeputy, saying(DEPUTY, "Giám đốc nằm viện")).await;
        office.minutes_later(20);
        let chair = office.leader("pcttt").await;
        let done = answered(&chair, &asked, AnswerStep::AgreeDeputy, saying("", "")).await;
        assert_eq!((done.attendance(), coming_text(done.coming()).as_str()), (Attendance::DeputyAgreed, DEPUTY));
        let last = done.answers.last().expect("a decision");
        assert_eq!((last.by.as_str(), last.at), (chair.actor.name.as_str(), chair.now));
        let kept = people(&office, &known).await;
        assert_eq!(kept.invitees[0].answers, done.answers, "the whole chain stays");
        assert_eq!(Tally::of(&kept.invitees), Tally { listed: 2, coming: 1, silent: 1, ..Tally::default() });
        let late = meeting::answer_invitation(&chair, done.id, done.version, AnswerStep::RefuseDeputy, saying("", "x")).await;
        assert_eq!(refused(late), Refusal::WrongAnswer { state: Attendance::DeputyAgreed });
        let history = meeting::meeting(&office.chief(), known.id).await.expect("it").history;
        assert!(history.iter().any(|line| line.deed == "meeting.answer_agree_deputy" && line.actor == chair.actor.name));
    }

    async fn whoever_is_not_invited_finds_nothing(office: TestOffice) {
        let known = drafted(&office).await;
        let all = invite(&office, &known, units(&office, &["SXD"])).await;
        written(&office, &known).await;
        let construction = office.officer("SXD").await;
        assert_eq!(refused(meeting::invitation(&construction, known.id).await), Refusal::NotFound, "not yet sent");
        issued(&office, &known, "").await;
        assert!(meeting::invitation(&construction, known.id).await.is_ok());
        assert_eq!(refused(meeting::meeting(&construction, known.id).await), Refusal::NotFound, "the letter, not the dossier");
        for stranger in [office.officer("SYT").await, office.leader("pct-vx").await, office.officer("STC").await] {
            assert_eq!(refused(meeting::invitation(&stranger, known.id).await), Refusal::NotFound);
            let answer = meeting::answer_invitation(&stranger, all[0].id, 1, AnswerStep::Confirm, saying("A, B", "")).await;
            assert_eq!(refused(answer), Refusal::NotFound);
            let list = meeting::invitations(&stranger).await.expect("a list");
            assert!(list.own.iter().all(|summons| summons.meeting != known.id));
        }
        let proposer = meeting::meeting(&office.officer("STC").await, known.id).await.expect("its own proposal");
        assert!(proposer.people.is_none(), "who proposed it does not see who is invited");
        assert!(meeting::meeting(&office.leader("pcttt").await, known.id).await.expect("the chair").people.is_some());
    }

    async fn who_was_added_after_the_letter_is_invited_by_its_adjustment(office: TestOffice) {
        let known = drafted(&office).await;
        invite(&office, &known, units(&office, &["SXD", "SYT"])).await;
        let tally = async || Tally::of(&people(&office, &known).await.invitees);
        assert_eq!(tally().await, Tally { listed: 2, unsent: 2, ..Tally::default() }, "no letter went out yet");
        written(&office, &known).await;
        issued(&office, &known, "").await;
        assert_eq!(tally().await, Tally { listed: 2, silent: 2, ..Tally::default() });
        invite(&office, &known, units(&office, &["STP"])).await;
        assert_eq!(tally().await, Tally { listed: 3, silent: 2, unsent: 1, ..Tally::default() });
        let justice = office.officer("STP").await;
        assert_eq!(refused(meeting::invitation(&justice, known.id).await), Refusal::NotFound);
        let untold: Vec<_> = people(&office, &known).await.untold().into_iter().map(|c| c.field).collect();
        assert_eq!(untold, ["invitees"]);
        issued(&office, &known, "").await;
        assert_eq!(tally().await, Tally { listed: 3, silent: 3, ..Tally::default() });
        assert_eq!(own(&justice, &known).await.since, Some(2));
        let elder = office.officer("SXD").await;
        assert_eq!(own(&elder, &known).await.since, Some(1));
    }

    async fn who_was_taken_off_and_put_on_again_is_told_again(office: TestOffice) {
        let known = sent(&office).await;
        let health = people(&office, &known).await.invitees.remove(1);
        meeting::remove_invitee(&office.secretary(), health.id, health.version).await.expect("removed");
        invite(&office, &known, units(&office, &["SYT"])).await;
        let now = people(&office, &known).await;
        assert!(now.untold().is_empty() && !now.is_told(), "the letter reads the same");
        assert!(issued(&office, &known, "").await.is_told());
        assert_eq!(own(&office.officer("SYT").await, &known).await.since, Some(2));
        assert_eq!(refused(issue_it(&office, &known, "").await), Refusal::NothingToPublish);
    }

    async fn answers_are_taken_until_the_meeting_begins(office: TestOffice) {
        let known = sent(&office).await;
        office.at("2026-12-16 08:29");
        let health = office.officer("SYT").await;
        let came = answered(&health, &own(&health, &known).await, AnswerStep::Confirm, saying("Lê Văn Y, Giám đốc", "")).await;
        office.at("2026-12-16 08:30");
        let health = office.officer("SYT").await;
        let late = meeting::answer_invitation(&health, came.id, came.version, AnswerStep::Decline, saying("", "Ốm")).await;
        assert_eq!(refused(late), Refusal::Begun);
        let construction = office.officer("SXD").await;
        assert_eq!(meeting::unanswered(&construction).await.expect("a count"), 0, "too late to ask for");
        let list = meeting::invitations(&construction).await.expect("a list");
        assert_eq!((list.waiting, list.own[0].meeting), (0, known.id));
    }

    async fn the_office_notes_what_a_guest_says_and_a_leader_answers_in_person(office: TestOffice) {
        let known = drafted(&office).await;
        let guest = InviteeDraft { name: "Lê Văn Khách".into(), title: "Công ty Lam Giang".into(), email: "k@lam.example".into(), ..of_part("guest") };
        invite(&office, &known, InviteDraft { invitee: guest, ..InviteDraft::default() }).await;
        let leader = office.leader("pct-kt").await;
        let person = leader.actor.person.expect("a person").to_string();
        invite(&office, &known, InviteDraft { persons: vec![person], invitee: of_part("attend"), ..InviteDraft::default() }).await;
        written(&office, &known).await;
        let all = issued(&office, &known, "").await.invitees;
        let guest = all.iter().find(|i| i.name == "Lê Văn Khách").expect("the guest");
        let noted = answered(&office.secretary(), guest, AnswerStep::Decline, saying("", "Bận họp cổ đông")).await;
        assert_eq!((noted.attendance(), noted.answers[0].by.as_str()), (Attendance::AbsentExcused, office.secretary().actor.name.as_str()));
        let invited = own(&leader, &known).await;
        assert_eq!(meeting::unanswered(&leader).await.expect("a count"), 1);
        let coming = answered(&leader, &invited, AnswerStep::Confirm, saying("", "")).await;
        assert_eq!(coming.attendance(), Attendance::Confirmed);
    }

    async fn nobody_is_invited_to_what_is_not_prepared(office: TestOffice) {
        let waits = proposed(&office.officer("STC").await, a_proposal(&office)).await;
        let early = meeting::invite(&office.secretary(), waits.id, units(&office, &["SXD"])).await;
        assert_eq!(refused(early), Refusal::WrongMeetingState { state: MeetingState::Proposed });
        let known = sent(&office).await;
        let board = known.board.as_ref().expect("on the board");
        schedule::cancel_entry(&office.secretary(), board.entry, board.version, "Bão").await.expect("cancelled");
        assert_eq!(refused(issue_it(&office, &known, "").await), Refusal::WrongMeetingState { state: MeetingState::Convened });
        let health = office.officer("SYT").await;
        assert!(!meeting::invitation(&health, known.id).await.expect("the letter").standing.is_going());
        assert_eq!(meeting::unanswered(&health).await.expect("a count"), 0);
    }

    async fn the_demo_meetings_were_invited_to_and_answered(office: TestOffice) {
        let list = meeting::list_meetings(&office.secretary()).await.expect("a list").meetings;
        let session = people(&office, &list[0]).await;
        assert_eq!((session.invitation.number, session.next), (Some(508), 513));
        let tally = Tally::of(&session.invitees);
        assert_eq!((tally.coming, tally.silent, tally.deputies, tally.declined), (tally.listed, 0, 0, 0));
        let review = people(&office, &list[1]).await;
        assert_eq!(review.invitation.number, Some(512));
        assert_eq!(Tally::of(&review.invitees), Tally { listed: 19, coming: 18, silent: 1, ..Tally::default() });
        let deputy = review.invitees.iter().find(|i| i.attendance() == Attendance::DeputyAgreed).expect("a deputy");
        assert_eq!(coming_text(deputy.coming()), DEPUTY);
        assert_eq!(deputy.answers[1].by, "Tạ Thị Minh Nguyệt");
        assert!(review.invitation.plan.requirements.contains("17 giờ 00 ngày 25/11/2026"));
    }
}
