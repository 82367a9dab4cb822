use super::story::*;
use super::*;
use crate::access::Role;
use crate::meeting::MeetingState;
use crate::meeting::story::{a_meeting, an_item, an_offer};
use crate::refusal::{Issue, Problem};
use crate::schedule::story::{day, hour, post, somebody, unit};
use crate::setting::Profile;

/// What becomes of an invitation by each step from each state; `.` where it does not fit.
const STEPS: &str = "
                  unsent         invited        confirmed      deputy_asked   deputy_agreed  deputy_refused absent_excused
    confirm       confirmed      confirmed      confirmed      confirmed      confirmed      confirmed      confirmed
    ask_deputy    deputy_asked   deputy_asked   deputy_asked   deputy_asked   deputy_asked   deputy_asked   deputy_asked
    decline       absent_excused absent_excused absent_excused absent_excused absent_excused absent_excused absent_excused
    agree_deputy  .              .              .              deputy_agreed  .              .              .
    refuse_deputy .              .              .              deputy_refused .              .              .
";

/// An invitee that stands so.
fn standing(state: Attendance) -> Invitee {
    use AnswerStep::*;
    let invitee = after(match state {
        Attendance::Unsent | Attendance::Invited => &[],
        Attendance::Confirmed => &[Confirm],
        Attendance::DeputyAsked => &[AskDeputy],
        Attendance::DeputyAgreed => &[AskDeputy, AgreeDeputy],
        Attendance::DeputyRefused => &[AskDeputy, RefuseDeputy],
        Attendance::AbsentExcused => &[Decline],
    });
    let since = invitee.since.filter(|_| state != Attendance::Unsent);
    let invitee = Invitee { since, ..invitee };
    assert_eq!(invitee.attendance(), state);
    invitee
}

fn before() -> NaiveDateTime {
    at("2026-12-09 08:29")
}

fn officer(code: &str) -> Actor {
    Actor { unit: Some(unit(code)), ..somebody(&[Role::DepartmentOfficer]) }
}

fn chair() -> Actor {
    Actor { holds: vec![post("pcttt")], ..somebody(&[Role::Leader]) }
}

#[test]
fn each_step_leads_from_its_states_to_its_own_and_from_no_others() {
    let mut lines = STEPS.lines().filter(|line| !line.trim().is_empty());
    let states: Vec<_> = lines.next().unwrap().split_whitespace().collect();
    let rows: Vec<Vec<_>> = lines.map(|line| line.split_whitespace().collect()).collect();
    assert_eq!((states.len(), rows.len()), (Attendance::ALL.len(), AnswerStep::ALL.len()));
    let office = somebody(&[Role::Secretary]);
    for row in rows {
        let step = AnswerStep::of_code(row[0]).unwrap();
        for (state, cell) in states.iter().zip(&row[1..]) {
            let state = Attendance::of_code(state).unwrap();
            let expected = Attendance::of_code(cell).ok_or(Refusal::WrongAnswer { state });
            let answer = standing(state).after(step, &office, &a_gathering(), before());
            assert_eq!(answer, expected, "{step:?} from {state:?}");
        }
    }
}

#[test]
fn each_role_takes_its_own_steps_only() {
    use AnswerStep::*;
    let answers = vec![Confirm, AskDeputy, Decline];
    for role in Role::ALL {
        let actor = Actor { unit: Some(unit("sxd")), holds: vec![post("pcttt")], ..somebody(&[role]) };
        for state in Attendance::ALL {
            let (asked, unsent) = (state == Attendance::DeputyAsked, state == Attendance::Unsent);
            let expected = match role {
                Role::Secretary | Role::ChiefOfOffice if asked => AnswerStep::ALL.to_vec(),
                Role::DepartmentOfficer | Role::UnitHead if unsent => vec![],
                Role::Leader if asked => vec![AgreeDeputy, RefuseDeputy],
                Role::Leader | Role::Administrator => vec![],
                _ => answers.clone(),
            };
            let steps = standing(state).steps(&actor, &a_gathering(), before());
            assert_eq!(steps, expected, "{role:?} at {state:?}");
        }
    }
}

#[test]
fn who_is_not_invited_does_not_find_it() {
    use AnswerStep::*;
    let now = before();
    let asked = standing(Attendance::DeputyAsked);
    let refused =
        |invitee: &Invitee, step, actor: &Actor| invitee.after(step, actor, &a_gathering(), now).unwrap_err();
    assert_eq!(refused(&asked, Confirm, &officer("snnmt")), Refusal::NotFound);
    let elsewhere = Actor { holds: vec![post("ct")], ..somebody(&[Role::Leader]) };
    assert_eq!(refused(&asked, AgreeDeputy, &elsewhere), Refusal::NotFound);
    assert_eq!(refused(&asked, AgreeDeputy, &officer("sxd")), Refusal::NotYours, "not for oneself");
    assert_eq!(refused(&asked, Confirm, &chair()), Refusal::NotYours, "the chair does not answer for a unit");
    assert_eq!(refused(&asked, Confirm, &Actor::nobody()), Refusal::SignInNeeded);
    let unsent = Invitee { since: None, ..an_invitee() };
    assert_eq!(refused(&unsent, Confirm, &officer("sxd")), Refusal::NotFound, "before the letter went out");
    assert!(unsent.after(Confirm, &somebody(&[Role::Secretary]), &a_gathering(), now).is_ok());
    let colleague = Actor { unit: Some(unit("sxd")), ..somebody(&[Role::Leader]) };
    assert_eq!(refused(&an_invitee(), Confirm, &colleague), Refusal::NotFound, "only the officer answers");
}

#[test]
fn a_person_answers_in_person_or_by_the_officer_of_the_unit() {
    let invitee = Invitee { who: Who::Person(7.into()), ..an_invitee() };
    let person = Actor { person: Some(7.into()), ..somebody(&[Role::Leader]) };
    assert!(invitee.is_answered_by(&person) && invitee.is_answered_by(&officer("sxd")));
    let other = Actor { person: Some(8.into()), ..somebody(&[Role::Leader]) };
    assert!(!invitee.is_answered_by(&other) && !invitee.is_answered_by(&officer("snnmt")));
    let guest = Invitee {
        who: Who::Guest { email: String::new(), phone: "0912345678".into() },
        unit: None,
        ..an_invitee()
    };
    let homeless = somebody(&[Role::DepartmentOfficer]);
    assert!(!guest.is_answered_by(&homeless), "nobody's unit is not the unit of a guest");
}

#[test]
fn answers_are_taken_until_the_meeting_begins() {
    let answer = |now: &str, gathering: Gathering| {
        an_invitee().after(AnswerStep::Confirm, &officer("sxd"), &gathering, at(now))
    };
    assert_eq!(answer("2026-12-09 08:29", a_gathering()), Ok(Attendance::Confirmed));
    assert_eq!(answer("2026-12-09 08:30", a_gathering()), Err(Refusal::Begun));
    let held = Gathering { state: MeetingState::Held, ..a_gathering() };
    assert_eq!(
        answer("2026-12-08 08:00", held),
        Err(Refusal::WrongMeetingState { state: MeetingState::Held })
    );
    let meeting = a_meeting();
    assert_eq!(meeting.gathering().begins, at("2026-12-09 08:30"));
    let mut open = meeting;
    open.proposal.wish.start = None;
    assert_eq!(open.gathering().begins, at("2026-12-10 00:00"), "without an hour it is the whole day");
}

#[test]
fn an_answer_names_who_comes_or_says_why_not() {
    use AnswerStep::*;
    let unit = Who::Unit(unit("sxd"));
    let typed = |coming: &str, reason: &str| AnswerDraft { coming: coming.into(), reason: reason.into() };
    let (coming, _) = typed(" Kha Văn Lương , Giám đốc\n\nTừ Thị Vân Khanh, Phó Giám đốc, kiêm", "")
        .check(Confirm, &unit)
        .unwrap();
    assert_eq!(coming_text(&coming), "Kha Văn Lương, Giám đốc; Từ Thị Vân Khanh, Phó Giám đốc, kiêm");
    let wrong = |step, who: &Who, coming: &str, reason: &str| {
        let issues = typed(coming, reason).check(step, who).unwrap_err();
        issues.into_iter().map(|i| (i.field, i.problem)).collect::<Vec<_>>()
    };
    let needed = |field: &str| (field.to_owned(), Problem::Required);
    assert_eq!(wrong(Confirm, &unit, " ", ""), [needed("coming")]);
    assert_eq!(wrong(AskDeputy, &Who::Person(7.into()), "", ""), [needed("coming"), needed("reason")]);
    assert_eq!(wrong(Decline, &unit, "", " "), [needed("reason")]);
    assert_eq!(wrong(RefuseDeputy, &unit, "", ""), [needed("reason")]);
    let line = "Kha Văn Lương".to_owned();
    assert_eq!(
        wrong(Confirm, &unit, "Kha Văn Lương", ""),
        [("coming".to_owned(), Problem::NoTitle { line })]
    );
    let crowd = "A, B\n".repeat(COMING + 1);
    assert_eq!(
        wrong(Confirm, &unit, &crowd, ""),
        [("coming".to_owned(), Problem::TooManyPeople { max: 20 })]
    );
    assert_eq!(
        typed("", "").check(Confirm, &Who::Person(7.into())),
        Ok((vec![], String::new())),
        "in person"
    );
    assert_eq!(typed("", "").check(AgreeDeputy, &unit), Ok((vec![], String::new())));
}

#[test]
fn the_chain_says_who_comes_once_it_is_agreed_to() {
    use AnswerStep::*;
    let named = |steps: &[AnswerStep]| coming_text(after(steps).coming());
    let deputy = "Từ Thị Vân Khanh, Phó Giám đốc";
    assert_eq!(named(&[AskDeputy]), "", "nobody comes before the chair has answered");
    assert_eq!(named(&[AskDeputy, AgreeDeputy]), deputy);
    assert_eq!(named(&[AskDeputy, RefuseDeputy, Confirm]), deputy);
    assert_eq!(named(&[Confirm, Decline]), "");
}

#[test]
fn everybody_stands_in_one_column() {
    let all = Attendance::ALL.map(standing);
    let tally = Tally::of(&all);
    assert_eq!(tally, Tally { listed: 7, coming: 2, deputies: 1, declined: 1, silent: 2, unsent: 1 });
}

#[test]
fn people_are_chosen_from_lists_and_nobody_twice() {
    let offer = an_offer();
    let (person, agenda) = (offer.persons[0].0.to_string(), [an_item(3, "Báo cáo", 10)]);
    let invitee = InviteeDraft {
        part: "attend".into(),
        items: vec!["3".into(), "3".into()],
        ..InviteeDraft::default()
    };
    let both = InviteDraft {
        units: vec![unit("snnmt").to_string(), unit("snnmt").to_string()],
        persons: vec![person],
        invitee: invitee.clone(),
    };
    let new = both.check(&offer, &agenda, &[]).unwrap();
    assert_eq!((new.len(), new[0].items.as_slice()), (2, &[ItemId(3)][..]));
    let issues = |draft: &InviteDraft| {
        let issues = draft.check(&offer, &agenda, &[an_invitee()]).unwrap_err();
        issues.into_iter().map(|i| (i.field, i.problem)).collect::<Vec<_>>()
    };
    let again =
        InviteDraft { units: vec![unit("sxd").to_string(), "x".into()], invitee, ..InviteDraft::default() };
    let unit_is = |problem| ("invited_units".to_owned(), problem);
    assert_eq!(issues(&again), [unit_is(Problem::Taken), unit_is(Problem::Unknown)]);
    let nothing = [("invitee_part".to_owned(), Problem::Required), unit_is(Problem::Required)];
    assert_eq!(issues(&InviteDraft::default()), nothing);
}

#[test]
fn a_guest_has_a_name_a_title_and_a_way_to_be_reached() {
    let guest = |email: &str, phone: &str| InviteeDraft {
        part: "guest".into(),
        name: "Lê Văn Khách".into(),
        title: "Giám đốc Công ty Lam Giang".into(),
        email: email.into(),
        phone: phone.into(),
        ..InviteeDraft::default()
    };
    let invite = |invitee: InviteeDraft, known: &[Invitee]| {
        InviteDraft { invitee, ..InviteDraft::default() }.check(&an_offer(), &[], known)
    };
    let field = |result: Result<Vec<NewInvitee>, Vec<Issue>>| {
        let issues = result.unwrap_err();
        issues.into_iter().map(|i| (i.field, i.problem)).collect::<Vec<_>>()
    };
    assert_eq!(field(invite(guest("", ""), &[])), [("email".to_owned(), Problem::NoWayToReach)]);
    assert_eq!(
        field(invite(guest("khach@", "0912345678"), &[])),
        [("email".to_owned(), Problem::NotAnEmail)]
    );
    assert_eq!(field(invite(guest("", "09x"), &[])), [("guest_phone".to_owned(), Problem::NotAPhone)]);
    assert_eq!(
        field(invite(InviteeDraft { title: " ".into(), ..guest("", "0912 345 678") }, &[])),
        [("guest_title".to_owned(), Problem::Required)]
    );
    let new = invite(guest("Khach@Lamgiang.example", ""), &[]).unwrap().remove(0);
    assert_eq!(new.who, Who::Guest { email: "khach@lamgiang.example".into(), phone: String::new() });
    let known = Invitee { who: new.who, name: new.name, title: new.title, ..an_invitee() };
    let again = invite(guest("khach@lamgiang.example", ""), std::slice::from_ref(&known));
    assert_eq!(field(again), [("guest_name".to_owned(), Problem::Taken)]);
    let same = InviteeDraft::of(&known).check(&known, &[], std::slice::from_ref(&known));
    assert_eq!(same.map(|same| same.who), Ok(known.who), "itself is not another one");
}

#[test]
fn a_letter_states_all_that_the_law_wants_or_says_what_lacks() {
    let profile = Profile::default();
    let bare = Letter::of(&profile, &a_meeting(), &InvitationPlan::default(), &[], Default::default());
    let lacks: Vec<_> = bare.missing().into_iter().map(|issue| issue.field).collect();
    let all = [
        "chair",
        "invitees",
        "place",
        "requirements",
        "contact",
        "contact_phone",
        "signing",
        "signer_title",
        "signer",
    ];
    assert_eq!(lacks, all, "the hour was wished already");
    assert!(a_letter().missing().is_empty());
    assert!(Letter { start: None, ..a_letter() }.missing()[0].field == "start");
}

#[test]
fn a_letter_tells_what_became_other() {
    let moved = Letter { date: day("2026-12-10"), start: Some(hour("14:00")), ..a_letter() };
    let told: Vec<_> = a_letter().changes(&moved).into_iter().map(|c| (c.field, c.before, c.after)).collect();
    let change =
        |field: &str, before: &str, after: &str| (field.to_owned(), before.to_owned(), after.to_owned());
    assert_eq!(told, [change("date", "2026-12-09", "2026-12-10"), change("start", "08:30", "14:00")]);
    assert!(a_letter().is_moved(&moved) && !a_letter().is_moved(&a_letter()));
    let reworded = Letter { requirements: vec![], ..a_letter() };
    assert!(!a_letter().is_moved(&reworded) && a_letter().changes(&reworded).len() == 1);
}

#[test]
fn the_next_letter_is_signed_as_the_last_one_was() {
    let meeting = a_meeting();
    let first = InvitationPlan::offered(&meeting, None);
    assert_eq!((first.signing.as_str(), first.contact), ("TL. CHỦ TỊCH", None));
    let last = InvitationPlan {
        requirements: "Mang theo máy tính bảng".into(),
        contact: Some(3.into()),
        contact_phone: "0200".into(),
        signer: Some(4.into()),
        signing: "KT. CHỦ TỊCH".into(),
        recipients: "Thành viên UBND tỉnh".into(),
        ..first.clone()
    };
    let next = InvitationPlan::offered(&meeting, Some(&last));
    assert_eq!(
        (next.signer, next.signing.as_str(), next.requirements.as_str()),
        (Some(4.into()), "KT. CHỦ TỊCH", "")
    );
    assert_eq!((next.contact, next.contact_phone.as_str()), (Some(3.into()), "0200"));
    assert_eq!(next.recipients, first.recipients, "whom another letter went to is its own");
    let mut with_secretary = meeting;
    with_secretary.proposal.secretary = Some(9.into());
    let next = InvitationPlan::offered(&with_secretary, Some(&last));
    assert_eq!((next.contact, next.contact_phone.as_str()), (Some(9.into()), ""), "another one's telephone");
    let unknown = InvitationDraft { signer: "4".into(), ..InvitationDraft::default() };
    assert_eq!(
        unknown.check(&crate::meeting::Offer::default(), &InvitationPlan::default()),
        Err(vec![Issue::new("signer", Problem::Unknown)])
    );
    assert!(
        unknown.check(&crate::meeting::Offer::default(), &last).is_ok(),
        "who has left still stands there"
    );
}

#[test]
fn a_number_is_read_with_or_without_its_symbol() {
    assert_eq!((letter_number("512"), letter_number(" 512/GM-UBND ")), (Ok(512), Ok(512)));
    assert_eq!(letter_number(""), Err(Problem::Required));
    let range = Problem::NotBetween { min: 1, max: 99_999 };
    assert_eq!(
        (letter_number("0"), letter_number("x"), letter_number("100000")),
        (Err(range.clone()), Err(range.clone()), Err(range))
    );
    let usual = a_letter();
    assert_eq!((usual.numbered(512), usual.numbered(5)), ("512/GM-UBND".to_owned(), "05/GM-UBND".to_owned()));
    let own = Letter { symbol: "GM-VPUB".into(), ..a_letter() };
    assert_eq!(own.numbered(7), "07/GM-VPUB");
    assert!(letter_text(&own, None, 1, None).contains("Số: ....../GM-VPUB"));
}

#[test]
fn the_text_follows_the_model_of_the_decree() {
    let text = letter_text(&a_letter(), Some(512), 2, Some(day("2026-02-03")));
    let expected = "ỦY BAN NHÂN DÂN TỈNH MINH GIANG
Số: 512/GM-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Minh Giang, ngày 03 tháng 02 năm 2026

GIẤY MỜI
(Điều chỉnh lần 1)
Họp rà soát tiến độ giải ngân vốn đầu tư công

Ủy ban nhân dân tỉnh Minh Giang trân trọng kính mời:
- Dự họp: Sở Xây dựng; Sở Y tế.
- Báo cáo, trình bày: Hoàng Trọng Duyệt, Giám đốc Sở Tài chính.

Chủ trì: Tạ Thị Minh Nguyệt, Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh.
Thời gian: từ 08 giờ 30 đến 11 giờ 00, Thứ Tư, ngày 09 tháng 12 năm 2026.
Địa điểm: Phòng họp A.
Yêu cầu:
- Sở Tài chính gửi báo cáo trước ngày 04/12/2026.
- Báo vắng với chủ trì.
Liên hệ: Quách Tuấn Anh, Chuyên viên, điện thoại (0200) 3.000.214./.

TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG

Mạc Đăng Thuận

Nơi nhận:
- Như thành phần mời;
- Lưu: VT, KT.
";
    assert_eq!(text, expected);
    let draft = letter_text(&a_letter(), None, 1, None);
    assert!(draft.contains("Số: ....../GM-UBND") && draft.contains("ngày ... tháng ... năm"));
    assert!(!draft.contains("Điều chỉnh"));
}
