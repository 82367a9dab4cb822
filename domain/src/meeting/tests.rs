use super::story::*;
use super::*;
use crate::access::{Acting, Instead, Role};
use crate::calendar::Counting;
use crate::refusal::{Issue, Problem};
use crate::request::SlotDraft;
use crate::schedule::story::{day, moment, post, somebody, unit};
use crate::schedule::{EntryKind, Halt, Standing};
use chrono::NaiveDateTime;

/// What becomes of a meeting in each state by each step: the state it goes to, `.` where
/// the step does not fit, `/` before what fits only when its entry does not take place.
const STEPS: &str = "
                       proposed  agreed draft    convened ready  held      concluded written not_held withdrawn
    change             proposed  .      .        .        .      .         .         .       .        .
    withdraw           withdrawn .      .        .        .      .         .         .       .        .
    agree              agreed    .      .        .        .      .         .         .       .        .
    agree_with_changes agreed    .      .        .        .      .         .         .       .        .
    ask_in_writing     written   .      .        .        .      .         .         .       .        .
    decline            not_held  .      .        .        .      .         .         .       .        .
    schedule           .         draft  /draft   /draft   /draft .         .         .       .        .
    convene            .         .      convened .        .      .         .         .       .        .
    ready              .         .      .        ready    .      .         .         .       .        .
    hold               .         .      .        held     held   .         .         .       .        .
    conclude           .         .      .        .        .      concluded .         .       .        .
";

/// Whoever has all roles, chairs, and belongs to the unit.
fn everybody() -> Actor {
    Actor { unit: Some(unit("stc")), holds: vec![post("pcttt")], ..somebody(&Role::ALL) }
}

fn on_board(standing: Standing) -> OnBoard {
    OnBoard {
        entry: 7.into(),
        version: 3,
        date: day("2026-12-10"),
        part: SessionPart::Afternoon,
        start: Some("14:00:00".parse().unwrap()),
        end: None,
        place: "Phòng họp A".into(),
        standing,
    }
}

fn cancelled() -> Standing {
    let halt =
        Halt { reason: "Bão".into(), by: "Thư ký".into(), at: moment("2026-12-08T03:00"), moved_to: None };
    Standing::Cancelled(halt)
}

fn standing(state: MeetingState, is_going: bool) -> Meeting {
    let standing = if is_going { Standing::Going } else { cancelled() };
    let board = state.is_on_board().then(|| on_board(standing));
    Meeting { state, board, ..a_meeting() }
}

#[test]
fn each_step_leads_from_its_states_to_its_own_and_from_no_others() {
    let mut lines = STEPS.lines().filter(|line| !line.trim().is_empty());
    let states: Vec<_> = lines.next().unwrap().split_whitespace().collect();
    let rows: Vec<Vec<_>> = lines.map(|line| line.split_whitespace().collect()).collect();
    assert_eq!((states.len(), rows.len()), (MeetingState::ALL.len(), MeetingStep::ALL.len()));
    for row in rows {
        let step = MeetingStep::of_code(row[0]).unwrap();
        for (state, cell) in states.iter().zip(&row[1..]) {
            let state = MeetingState::of_code(state).unwrap();
            let (is_halted_only, to) = match cell.strip_prefix('/') {
                Some(to) => (true, to),
                None => (false, *cell),
            };
            let to = MeetingState::of_code(to);
            for is_going in [true, false] {
                let needs_going = state.is_prepared();
                let fits = if is_halted_only { !is_going } else { is_going || !needs_going };
                let expected = to.filter(|_| fits).ok_or(Refusal::WrongMeetingState { state });
                let answer = standing(state, is_going).after(step, &everybody());
                assert_eq!(answer, expected, "{} from {state:?}, going: {is_going}", row[0]);
            }
        }
    }
}

#[test]
fn each_role_takes_its_own_steps_only() {
    use MeetingState::*;
    use MeetingStep::*;
    let office = [Role::Secretary, Role::ChiefOfOffice];
    for role in Role::ALL {
        let actor = Actor { unit: Some(unit("stc")), holds: vec![post("pcttt")], ..somebody(&[role]) };
        for state in MeetingState::ALL {
            let steps = match (state, role) {
                (Proposed, Role::DepartmentOfficer | Role::UnitHead) => vec![Change, Withdraw],
                (Proposed, Role::Leader) => vec![Agree, AgreeWithChanges, AskInWriting, Decline],
                (_, role) if !office.contains(&role) => vec![],
                (Proposed, _) => vec![Change, Withdraw],
                (Agreed, _) => vec![Schedule],
                (Draft, _) => vec![Convene],
                (Convened, _) => vec![MeetingStep::Ready, Hold],
                (MeetingState::Ready, _) => vec![Hold],
                (Held, _) => vec![Conclude],
                _ => vec![],
            };
            assert_eq!(standing(state, true).steps(&actor), steps, "{role:?} at {state:?}");
        }
    }
}

#[test]
fn who_has_nothing_to_do_with_it_does_not_find_it() {
    let meeting = a_meeting();
    let neighbour = Actor { unit: Some(unit("sxd")), ..somebody(&[Role::DepartmentOfficer]) };
    let homeless = somebody(&[Role::DepartmentOfficer]);
    let other_leader = Actor { holds: vec![post("ct")], ..somebody(&[Role::Leader]) };
    for actor in [neighbour, homeless] {
        assert_eq!(meeting.after(MeetingStep::Withdraw, &actor), Err(Refusal::NotFound));
        assert!(!meeting.is_seen_by(&actor));
    }
    assert_eq!(meeting.after(MeetingStep::Agree, &other_leader), Err(Refusal::NotFound));
    // The Chief of Office who is a leader elsewhere sees it and still does not answer for its chair.
    let both = Actor { holds: vec![post("ct")], ..somebody(&[Role::Leader, Role::ChiefOfOffice]) };
    assert_eq!(meeting.after(MeetingStep::Agree, &both), Err(Refusal::NotYours));
    for step in MeetingStep::ALL {
        assert_eq!(meeting.after(step, &Actor::nobody()), Err(Refusal::SignInNeeded));
    }
}

#[test]
fn who_acts_answers_for_the_absent_chair_and_for_nobody_else() {
    let acting = |slug: &str| Acting {
        position: post(slug),
        instead: Instead { of: "Chủ tịch".into(), from: day("2026-12-14"), to: day("2026-12-18") },
    };
    let acts =
        |slug| Actor { holds: vec![post("ct")], acts: vec![acting(slug)], ..somebody(&[Role::Leader]) };
    let meeting = a_meeting();
    assert_eq!(meeting.after(MeetingStep::Agree, &acts("pcttt")), Ok(MeetingState::Agreed));
    assert!(acts("pcttt").acts_for(post("pcttt")).is_some());
    assert_eq!(
        meeting.after(MeetingStep::Agree, &acts("pct-vx")),
        Err(Refusal::NotFound),
        "another one's absence"
    );
    let officer = Actor { roles: vec![Role::DepartmentOfficer], unit: Some(unit("stc")), ..acts("pcttt") };
    assert_eq!(meeting.after(MeetingStep::Agree, &officer), Err(Refusal::NotYours), "only leaders act");
    let own = Actor { holds: vec![post("pcttt")], ..acts("pcttt") };
    assert!(
        own.answers_as(post("pcttt")) && own.acts_for(post("pcttt")).is_none(),
        "the holder answers as such"
    );
}

#[test]
fn what_is_not_simply_agreed_to_is_explained() {
    let explained: Vec<_> = MeetingStep::ALL.into_iter().filter(|s| s.needs_reason()).collect();
    assert_eq!(explained, [MeetingStep::AgreeWithChanges, MeetingStep::AskInWriting, MeetingStep::Decline]);
}

#[test]
fn the_board_says_when_and_whether() {
    let meeting = standing(MeetingState::Draft, true);
    assert_eq!((meeting.day(), meeting.part()), (day("2026-12-10"), SessionPart::Afternoon));
    assert_eq!(meeting.start().map(|at| at.to_string()).as_deref(), Some("14:00:00"));
    let wished = a_meeting();
    assert_eq!((wished.day(), wished.is_going()), (day("2026-12-09"), true));
    let rules = MeetingRules::default();
    let days = crate::calendar::WorkingDays::default();
    assert_eq!(meeting.deadlines(&rules, &days, day("2026-12-01"))[0].latest, day("2026-12-07"));
    let cancelled = standing(MeetingState::Convened, false);
    assert!(
        cancelled.deadlines(&rules, &days, day("2026-12-01")).is_empty(),
        "nothing is due for what is off"
    );
    assert!(wished.deadlines(&rules, &days, day("2026-12-01")).is_empty());
}

#[test]
fn what_was_done_before_it_was_put_elsewhere_is_to_be_done_again() {
    let taken = |step, at: &str| Taken {
        step,
        by: "Thư ký".into(),
        at: moment(at),
        reason: String::new(),
        instead: None,
    };
    let mut meeting = standing(MeetingState::Convened, true);
    meeting.taken = vec![
        taken(MeetingStep::Agree, "2026-12-01T01:00"),
        taken(MeetingStep::Schedule, "2026-12-01T02:00"),
        taken(MeetingStep::Convene, "2026-12-01T18:00"),
    ];
    // Six in the evening by universal time is the next day in Vietnam.
    assert_eq!(meeting.done(MeetingStep::Convene).map(Taken::day), Some(day("2026-12-02")));
    meeting.taken.push(taken(MeetingStep::Schedule, "2026-12-03T02:00"));
    assert_eq!(meeting.done(MeetingStep::Convene), None);
    assert_eq!(meeting.opinion().map(|o| o.step), Some(MeetingStep::Agree));
}

#[test]
fn an_agenda_is_arranged_until_it_is_closed_and_added_to_until_the_meeting() {
    let secretary = somebody(&[Role::Secretary]);
    let draft = standing(MeetingState::Draft, true);
    assert_eq!(draft.may_arrange(&secretary), Ok(()));
    let frozen = Meeting { frozen: Some(("Thư ký".into(), moment("2026-12-08T03:00"))), ..draft.clone() };
    assert_eq!(frozen.may_arrange(&secretary), Err(Refusal::AgendaFrozen));
    assert_eq!(frozen.may_add(&secretary), Ok(()));
    let held = standing(MeetingState::Held, true);
    assert_eq!(held.may_add(&secretary), Err(Refusal::WrongMeetingState { state: MeetingState::Held }));
    assert_eq!(draft.may_arrange(&everybody()), Ok(()));
    assert_eq!(draft.may_arrange(&somebody(&[Role::Leader])), Err(Refusal::NotYours));
}

#[test]
fn a_proposal_is_told_everything_at_once() {
    let fields_at = |draft: &ProposalDraft, now: NaiveDateTime| {
        let issues = draft.check(&an_offer(), now).unwrap_err();
        issues.into_iter().map(|i| (i.field, i.problem)).collect::<Vec<_>>()
    };
    let fields = |draft: &ProposalDraft| fields_at(draft, day("2026-12-04").into());
    let empty: Vec<_> = fields(&ProposalDraft::default()).into_iter().map(|(field, _)| field).collect();
    assert_eq!(empty, ["kind", "content", "purpose", "date", "part", "chair", "minutes"]);
    let leave = ProposalDraft { kind: "leave".into(), ..a_draft() };
    assert_eq!(fields(&leave), [("kind".to_owned(), Problem::Unknown)], "nobody convenes a leave");
    let open = ProposalDraft { kind: String::new(), ..a_draft() };
    assert_eq!(fields(&open), [("kind".to_owned(), Problem::Required)], "a choice that was not made");
    let nowhere =
        ProposalDraft { body: "9".into(), secretary: "999".into(), chair: "77".into(), ..a_draft() };
    assert_eq!(
        fields(&nowhere),
        ["chair", "body", "secretary"].map(|field| (field.to_owned(), Problem::Unknown))
    );
    let afternoon = day("2026-12-09").and_hms_opt(13, 0, 0).unwrap();
    assert_eq!(fields_at(&a_draft(), afternoon), [("start".to_owned(), Problem::HourPast)]);
    let late = SlotDraft { start: "22:00".into(), ..a_draft().slot };
    let late = ProposalDraft { slot: late, ..a_draft() };
    assert_eq!(fields(&late), [("start".to_owned(), Problem::EndsNextDay)], "150 minutes");
    let kept = a_meeting();
    assert_eq!(ProposalDraft::of(&kept), a_draft());
    assert_eq!(kept.proposal.kind, EntryKind::WorkingMeeting);
}

/// What becomes of an item in each state by each step. What stands behind a star is for a
/// unit whose head has an account, behind a plus for one whose head has none.
const ITEM_STEPS: &str = "
              drafted    presented  submitted returned  accepted placed carried withdrawn
    change    drafted    .          .         drafted   .        .      .       .
    present   *presented .          .         .         .        .      .       .
    submit    +submitted +submitted .         .         .        .      .       .
    agree     submitted  submitted  .         .         .        .      .       .
    send_back .          returned   .         .         .        .      .       .
    withdraw  withdrawn  withdrawn  withdrawn withdrawn .        .      .       .
    return    .          .          returned  .         returned .      .       .
    accept    .          .          accepted  .         .        .      .       .
";

#[test]
fn an_item_goes_from_its_unit_over_its_head_to_the_office_and_back() {
    let mut lines = ITEM_STEPS.lines().filter(|line| !line.trim().is_empty());
    let states: Vec<_> = lines.next().unwrap().split_whitespace().collect();
    let rows: Vec<Vec<_>> = lines.map(|line| line.split_whitespace().collect()).collect();
    assert_eq!((states.len(), rows.len()), (ItemState::ALL.len(), ItemStep::ALL.len()));
    let of_unit = |code: &str, role| Actor { unit: Some(unit(code)), ..somebody(&[role]) };
    let (officer, head) = (of_unit("stc", Role::DepartmentOfficer), of_unit("stc", Role::UnitHead));
    let secretary = somebody(&[Role::Secretary]);
    for (row, headed) in rows.iter().flat_map(|row| [(row, true), (row, false)]) {
        let step = ItemStep::of_code(row[0]).unwrap();
        for (state, cell) in states.iter().zip(&row[1..]) {
            let state = ItemState::of_code(state).unwrap();
            let item = Item { state, headed, ..an_item(1, "Đề án sắp xếp trạm y tế", 35) };
            let to = match cell.split_at(1) {
                ("*", to) => Some(to).filter(|_| headed),
                ("+", to) => Some(to).filter(|_| !headed),
                _ => Some(*cell),
            };
            let expected = to.and_then(ItemState::of_code).ok_or(Refusal::WrongItemState { state });
            let allowed = |mine: &[Deed]| match mine.contains(&step.deed()) {
                true => expected.clone(),
                false => Err(Refusal::NotYours),
            };
            let told = format!("{} from {state:?}, headed: {headed}", row[0]);
            let (proposes, agrees, decides) = (Deed::ProposeMeeting, Deed::AgreeItem, Deed::EditMeeting);
            assert_eq!(item.after(step, &secretary), allowed(&[proposes, decides]), "secretary: {told}");
            assert_eq!(item.after(step, &officer), allowed(&[proposes]), "officer: {told}");
            assert_eq!(item.after(step, &head), allowed(&[proposes, agrees]), "head: {told}");
            assert_eq!(item.after(step, &somebody(&[Role::Leader])), Err(Refusal::NotYours), "{told}");
            for (role, mine) in
                [(Role::DepartmentOfficer, vec![proposes]), (Role::UnitHead, vec![proposes, agrees])]
            {
                let hidden = if mine.contains(&step.deed()) { Refusal::NotFound } else { Refusal::NotYours };
                assert_eq!(
                    item.after(step, &of_unit("sxd", role)),
                    Err(hidden),
                    "{role:?} elsewhere: {told}"
                );
            }
        }
    }
    let explained: Vec<_> = ItemStep::ALL.into_iter().filter(|s| s.needs_reason()).collect();
    assert_eq!(
        explained,
        [ItemStep::Submit, ItemStep::SendBack, ItemStep::Return],
        "the head's name, or what is missing"
    );
    // Whoever heads a unit and works in the Office, too, agrees for the own unit only.
    let both = Actor { unit: Some(unit("sxd")), ..somebody(&[Role::UnitHead, Role::Secretary]) };
    let item = Item { state: ItemState::Presented, headed: true, ..an_item(1, "Đề án", 35) };
    assert_eq!(item.after(ItemStep::Agree, &both), Err(Refusal::NotYours));
}

#[test]
fn an_officer_states_who_agreed_and_when() {
    let today = day("2026-12-04");
    let stated = |head: &str, on: &str| {
        let draft = AgreementDraft { head: head.into(), head_on: on.into() };
        draft
            .check(today)
            .map_err(|issues| issues.into_iter().map(|i| (i.field, i.problem)).collect::<Vec<_>>())
    };
    assert_eq!(
        stated("Giám đốc Sở Y tế", "03/12/2026"),
        Ok(("Giám đốc Sở Y tế".to_owned(), day("2026-12-03")))
    );
    let both = vec![("head".to_owned(), Problem::Required), ("head_on".to_owned(), Problem::Required)];
    assert_eq!(stated(" ", ""), Err(both));
    assert_eq!(stated("Giám đốc", "05/12/2026"), Err(vec![("head_on".to_owned(), Problem::NotYet)]));
    assert_eq!(stated("Giám đốc", "hôm qua"), Err(vec![("head_on".to_owned(), Problem::NotADate)]));
}

#[test]
fn the_form_of_an_item_comes_back_as_it_is_kept() {
    let draft = ItemDraft {
        content: "Báo cáo tình hình giải ngân".into(),
        section: "I. Nội dung trình".into(),
        item_kind: "decision".into(),
        minutes: "15".into(),
        presenter_unit: unit("stc").to_string(),
        presenter: "1".into(),
    };
    let plan = draft.check(&an_offer()).unwrap();
    assert_eq!((plan.kind, plan.minutes, plan.unit), (ItemKind::Decision, 15, Some(unit("stc"))));
    assert_eq!(ItemDraft::planned(&plan), draft);
    let wrong = ItemDraft { minutes: "481".into(), presenter: "0".into(), item_kind: "x".into(), ..draft };
    let range = Problem::NotBetween { min: 1, max: 480 };
    assert_eq!(
        wrong.check(&an_offer()),
        Err(vec![
            Issue::new("item_kind", Problem::Unknown),
            Issue::new("presenter", Problem::Unknown),
            Issue::new("minutes", range),
        ])
    );
}

#[test]
fn a_unit_is_asked_until_a_day_that_is_not_over() {
    let offer = an_offer();
    let draft = OpinionDraft {
        unit: unit("sxd").to_string(),
        question: "Ý kiến về tiến độ".into(),
        due: "2026-12-08".into(),
    };
    let ask = |due: &str, today: &str| {
        OpinionDraft { due: due.into(), ..draft.clone() }.check(&offer.units, day(today))
    };
    assert_eq!(ask("2026-12-08", "2026-12-08").map(|asked| asked.2), Ok(day("2026-12-08")));
    assert_eq!(ask("2026-12-08", "2026-12-09"), Err(vec![Issue::new("due", Problem::Past)]));
    assert_eq!(ask("", "2026-12-09"), Err(vec![Issue::new("due", Problem::Required)]));
    let asked = Asked {
        id: 1.into(),
        item: 1.into(),
        content: String::new(),
        unit: unit("sxd"),
        unit_name: "SXD".into(),
        question: draft.question.clone(),
        due: day("2026-12-08"),
        by: "Thư ký".into(),
        reply: None,
    };
    assert!(!asked.is_late(day("2026-12-08")) && asked.is_late(day("2026-12-09")));
    let reply =
        Reply { agrees: true, text: String::new(), by: "Văn thư".into(), at: moment("2026-12-08T03:00") };
    assert!(!Asked { reply: Some(reply), ..asked }.is_late(day("2026-12-20")));
}

#[test]
fn a_body_knows_its_members_and_who_of_them_votes() {
    let draft = BodyDraft {
        name: "Ủy ban nhân dân tỉnh".into(),
        kind: "regular_session".into(),
        chair: post("ct").to_string(),
        members: vec!["1".into(), "2".into(), "1".into()],
        voters: vec!["2".into(), "3".into()],
        ..BodyDraft::default()
    };
    let body = draft.check(None, &an_offer()).unwrap();
    assert_eq!((body.members.len(), body.voters()), (2, 1), "who is no member does not vote");
    assert_eq!(BodyDraft::of(&body).voters, ["2"]);
    let taken = BodyDraft { name: "Ban Chỉ đạo phòng, chống thiên tai".into(), ..draft.clone() };
    assert_eq!(taken.check(None, &an_offer()), Err(vec![Issue::new("name", Problem::Taken)]));
    assert!(taken.check(Some(1.into()), &an_offer()).is_ok(), "its own name is no other's");
    let wrong = BodyDraft { kind: "duty".into(), members: vec!["999".into()], ..draft };
    let issues = ["kind", "members"].map(|field| Issue::new(field, Problem::Unknown));
    assert_eq!(wrong.check(None, &an_offer()), Err(issues.to_vec()));
}

#[test]
fn rules_are_a_setting_with_their_basis() {
    let draft = RuleDraft::of(&Rules::usual(EntryKind::WorkingMeeting));
    assert_eq!((draft.invitation_days.as_str(), draft.basis.as_str()), ("3", "Quyết định 45/2018/QĐ-TTg"));
    assert_eq!(draft.check(), Ok(Rules::usual(EntryKind::WorkingMeeting)));
    assert_eq!(draft.half_days, "1", "half a day: Decision 45/2018");
    assert_eq!(Rules::usual(EntryKind::Conference).longest(), Some(480));
    assert_eq!(Rules::usual(EntryKind::CitizenReception).longest(), None);
    let endless = RuleDraft { half_days: "0".into(), ..draft.clone() };
    let at_least_one = Issue::new("half_days", Problem::NotBetween { min: 1, max: 10 });
    assert_eq!(endless.check(), Err(vec![at_least_one]));
    let none = RuleDraft { conclusion_days: " ".into(), ..draft.clone() };
    assert_eq!(none.check().map(|rules| rules.conclusion), Ok(None));
    let wrong = RuleDraft { kind: "leave".into(), paper_days: "61".into(), basis: String::new(), ..draft };
    let range = Problem::NotBetween { min: 0, max: 60 };
    assert_eq!(
        wrong.check(),
        Err(vec![
            Issue::new("kind", Problem::Unknown),
            Issue::new("paper_days", range),
            Issue::new("basis", Problem::Required),
        ])
    );
    for kind in KINDS {
        assert!(!Rules::usual(kind).basis.is_empty(), "{kind:?}");
    }
}

#[test]
fn how_days_are_counted_is_a_setting_of_all_kinds() {
    let changed =
        MeetingRules::default().with(Rules { papers: Some(9), ..Rules::usual(EntryKind::Briefing) });
    let draft = CountingDraft::of(&changed);
    assert_eq!((draft.counting.as_str(), draft.amber_days.as_str()), ("ordinary", "1"));
    for counting in Counting::ALL {
        let other = CountingDraft { counting: counting.code().into(), amber_days: " 0 ".into() };
        let rules = MeetingRules { counting, amber: 0, ..changed.clone() };
        assert_eq!(other.check(changed.clone()), Ok(rules), "the kinds stay as they are");
    }
    let wrong = CountingDraft { counting: "months".into(), amber_days: "11".into() };
    assert_eq!(
        wrong.check(changed),
        Err(vec![
            Issue::new("counting", Problem::Unknown),
            Issue::new("amber_days", Problem::NotBetween { min: 0, max: 10 }),
        ])
    );
}
