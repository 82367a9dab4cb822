use super::*;
use crate::access::Role;
use crate::calendar::hours::SessionPart;
use crate::calendar::working_day::HolidayKind;
use crate::calendar::working_day::{Holiday, WorkingDays};
use crate::id::{BodyId, EntryId};
use crate::meeting::story::{a_meeting, an_offer};
use crate::meeting::{BodyDraft, MeetingState, Offer, OnBoard};
use crate::refusal::{Problem, Refusal};
use crate::schedule::Standing;
use crate::schedule::entry::Halt;
use crate::schedule::series::draft::SeriesDraft;
use crate::schedule::story::{day, post, somebody};
use std::collections::BTreeMap;

fn today() -> NaiveDate {
    day("2026-12-04")
}

/// New Year's Day is a holiday, and the Saturday after it is worked in exchange.
fn days() -> WorkingDays {
    let off = |date: &str, kind| Holiday {
        date: day(date),
        name: "Tết Dương lịch".into(),
        kind,
        source: String::new(),
        provisional: false,
    };
    WorkingDays::new(&[off("2027-01-01", HolidayKind::Holiday), off("2027-01-09", HolidayKind::SwapWork)])
}

/// The last Friday of each month, four times.
fn a_plan() -> PlanDraft {
    PlanDraft {
        rule: SeriesDraft {
            repeats: "monthly_by_weekday".into(),
            count: "3".into(),
            on_day_off: "next_working_day".into(),
            ..SeriesDraft::default()
        },
        first: "2027-01-01".into(),
        content: "Phiên họp thứ {số}, tháng {tháng}/{năm}, quý {quý}".into(),
        session: "5".into(),
        start: "8h30".into(),
        minutes: "150".into(),
        chair: post("pcttt").to_string(),
        ..PlanDraft::default()
    }
}

fn told(plan: &PlanDraft) -> Vec<(String, Option<u32>)> {
    let all = plan.check(&an_offer(), &days(), today()).unwrap().all;
    all.into_iter().map(|session| (session.date.to_string(), session.number)).collect()
}

fn wrong(plan: &PlanDraft) -> Vec<(String, Problem)> {
    let issues = plan.check(&an_offer(), &days(), today()).unwrap_err();
    issues.into_iter().map(|issue| (issue.field, issue.problem)).collect()
}

fn at(date: &str, number: u32) -> (String, Option<u32>) {
    (date.to_owned(), Some(number))
}

#[test]
fn a_rule_leads_to_numbered_meetings_and_leaves_holidays() {
    // The first Friday of January is New Year's Day: it goes to Monday.
    assert_eq!(told(&a_plan()), [at("2027-01-04", 5), at("2027-02-05", 6), at("2027-03-05", 7)]);
    let sessions = a_plan().check(&an_offer(), &days(), today()).unwrap();
    assert_eq!(sessions.all[1].content, "Phiên họp thứ 6, tháng 02/2027, quý I");
    assert_eq!(sessions.part, SessionPart::Morning, "by the hour");
    let placing = sessions.placing(&sessions.all[0]);
    assert_eq!((placing.date.as_str(), placing.start.as_str()), ("2027-01-04", "08:30"));
}

#[test]
fn quarters_weeks_and_last_weekdays_are_rules_too() {
    let with = |repeats: &str, every: &str, first: &str| {
        let rule = SeriesDraft { repeats: repeats.into(), every: every.into(), ..a_plan().rule };
        let all = told(&PlanDraft { rule, first: first.into(), ..a_plan() });
        all.into_iter().map(|(date, _)| date).collect::<Vec<_>>()
    };
    assert_eq!(with("monthly_by_day", "3", "2027-01-15"), ["2027-01-15", "2027-04-15", "2027-07-15"]);
    assert_eq!(with("weekly", "2", "2027-01-06"), ["2027-01-06", "2027-01-20", "2027-02-03"]);
    assert_eq!(with("monthly_by_last", "", "2027-01-28"), ["2027-01-28", "2027-02-25", "2027-03-25"]);
}

#[test]
fn a_meeting_can_be_moved_or_left_out_and_numbers_stay_whole() {
    let moved = [("2027-01-01", "2027-01-09"), ("2027-02-05", "2027-02-05"), ("2027-03-05", "2027-03-05")];
    let moved: BTreeMap<String, String> = moved.map(|(of, to)| (of.to_owned(), to.to_owned())).into();
    let plan = PlanDraft { moved, taken: vec!["2027-01-01".into(), "2027-03-05".into()], ..a_plan() };
    assert_eq!(told(&plan), [at("2027-01-09", 5), ("2027-02-05".to_owned(), None), at("2027-03-05", 6)]);
    let none = PlanDraft { taken: Vec::new(), ..plan.clone() };
    assert_eq!(wrong(&none), [("taken".to_owned(), Problem::Required)]);
    let mut twice = plan;
    twice.moved.insert("2027-03-05".into(), "2027-01-09".into());
    assert_eq!(wrong(&twice), [("date.2027-03-05".to_owned(), Problem::Repeated)]);
    twice.moved.insert("2027-03-05".into(), "hôm nào".into());
    assert_eq!(wrong(&twice), [("date.2027-03-05".to_owned(), Problem::NotADate)]);
    twice.moved.insert("2027-03-05".into(), "2026-11-05".into());
    assert_eq!(wrong(&twice), [("date.2027-03-05".to_owned(), Problem::Past)]);
}

#[test]
fn days_can_be_chosen_one_by_one() {
    let rule = SeriesDraft { repeats: CHOSEN.into(), ..SeriesDraft::default() };
    let days = "15/03/2027, 2027-01-20\n15/03/2027";
    let plan = PlanDraft { rule, first: String::new(), days: days.into(), ..a_plan() };
    assert_eq!(told(&plan), [at("2027-01-20", 5), at("2027-03-15", 6)]);
    let empty = PlanDraft { days: " ".into(), ..plan.clone() };
    assert_eq!(wrong(&empty)[0], ("days".to_owned(), Problem::Required));
    let no_day = PlanDraft { days: "15/03/2027 sáng".into(), ..plan };
    assert_eq!(wrong(&no_day)[0], ("days".to_owned(), Problem::NotADate));
}

#[test]
fn a_form_is_told_everything_at_once() {
    let blank = PlanDraft { part: "noon".into(), chair: "77".into(), ..PlanDraft::default() };
    assert!(blank.is_blank() && !a_plan().is_blank());
    let fields: Vec<String> = wrong(&blank).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["first", "content", "session", "part", "minutes", "chair"]);
    let often = SeriesDraft { repeats: "weekly".into(), count: "25".into(), ..SeriesDraft::default() };
    let often = PlanDraft { rule: often, ..a_plan() };
    assert_eq!(wrong(&often), [("count".to_owned(), Problem::TooManyDays { max: MOST_SESSIONS })]);
    let over = PlanDraft { first: "2026-11-06".into(), ..a_plan() };
    assert_eq!(wrong(&over)[0], ("first".to_owned(), Problem::Past));
}

#[test]
fn the_neighbours_are_those_that_take_place() {
    let one = |id: i64, date: &str, standing: Standing| {
        let mut meeting = a_meeting();
        meeting.id = MeetingId(id);
        meeting.state = MeetingState::Draft;
        meeting.board = Some(OnBoard {
            entry: EntryId(id),
            version: 1,
            date: day(date),
            part: SessionPart::Morning,
            start: None,
            end: None,
            place: String::new(),
            standing,
        });
        meeting
    };
    let halt =
        Halt { reason: "Trùng họp".into(), by: "Thư ký".into(), at: Default::default(), moved_to: None };
    let all = [
        one(4, "2027-03-05", Standing::Going),
        one(1, "2027-01-05", Standing::Going),
        one(3, "2027-02-06", Standing::Postponed(halt)),
        one(2, "2027-02-05", Standing::Going),
    ];
    let around = |meeting: &Meeting| {
        let Neighbours { previous, next } = Neighbours::of(meeting, &all);
        (previous.map(|one| one.id.0), next.map(|one| one.id.0))
    };
    assert_eq!(around(&all[3]), (Some(1), Some(4)), "what was postponed is passed over");
    assert_eq!(around(&all[1]), (None, Some(2)));
    assert_eq!(around(&all[0]), (Some(2), None));
    let waiting = Meeting { id: MeetingId(9), ..a_meeting() };
    assert_eq!(around(&waiting), (None, Some(1)), "a proposal stands where it is wished");
}

#[test]
fn the_usual_first_day_keeps_its_weekday_and_is_no_day_of_a_weekend() {
    let draft = BodyDraft {
        name: "Ban Chỉ đạo".into(),
        kind: "working_meeting".into(),
        chair: post("ct").to_string(),
        ..BodyDraft::default()
    };
    let body = draft.check(None, &an_offer()).unwrap();
    let first = |last: Option<&str>, today: &str| {
        let last = last.map(|date| {
            let mut meeting = a_meeting();
            meeting.proposal.wish.date = day(date);
            meeting
        });
        PlanDraft::usual(&body, last.as_ref(), 1, &days(), day(today)).first
    };
    assert_eq!(first(Some("2026-11-11"), "2026-12-04"), "2026-12-09", "the second Wednesday again");
    assert_eq!(first(Some("2026-12-01"), "2026-12-04"), "2027-01-05", "five weeks later");
    assert_eq!(first(Some("2026-12-04"), "2026-12-04"), "2027-01-01", "the rule moves it from the holiday");
    assert_eq!(first(None, "2026-12-02"), "2027-01-04", "2 January is a Saturday");
}

#[test]
fn a_number_is_one_of_a_body() {
    let offer = Offer { bodies: vec![(BodyId(1), "Ban Chỉ đạo".into())], ..Offer::default() };
    let meeting = Meeting { state: MeetingState::Held, ..a_meeting() };
    let check = |body: &str, session: &str| {
        let draft = SessionDraft { body: body.into(), session: session.into() };
        draft.check(&meeting, &offer).map_err(|issues| {
            issues.into_iter().map(|issue| (issue.field, issue.problem)).collect::<Vec<_>>()
        })
    };
    assert_eq!(check("1", " 7 "), Ok((Some(BodyId(1)), Some(7))));
    assert_eq!(check("1", ""), Ok((Some(BodyId(1)), None)), "a meeting of the body without a number");
    assert_eq!(check("", ""), Ok((None, None)));
    let wrong = |field: &str, problem| Err(vec![(field.to_owned(), problem)]);
    assert_eq!(check("", "7"), wrong("body", Problem::Required));
    assert_eq!(check("2", "7"), wrong("body", Problem::Unknown));
    assert_eq!(check("1", "0"), wrong("session", Problem::NotBetween { min: 1, max: LAST_NUMBER }));
    let mut old = meeting.clone();
    old.proposal.body = Some(BodyId(2));
    let kept = SessionDraft { session: "7".into(), ..SessionDraft::of(&old) };
    assert!(kept.check(&old, &offer).is_ok(), "its body has ended since");

    let office = somebody(&[Role::Secretary]);
    assert_eq!(meeting.may_number(&office), Ok(()), "also afterwards");
    let waits = a_meeting();
    assert_eq!(waits.may_number(&office), Err(Refusal::WrongMeetingState { state: waits.state }));
    assert_eq!(meeting.may_number(&somebody(&[Role::DepartmentOfficer])), Err(Refusal::NotYours));
}
