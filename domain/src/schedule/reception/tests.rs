//! Days of reception that a week lacks, told with December 2026 and the year's turn.

use super::*;
use crate::calendar::working_day::{Holiday, HolidayKind};
use crate::refusal::{Issue, Problem};
use crate::schedule::story::{an_entry, day, post, the_office};

fn week(number: u32) -> IsoWeek {
    IsoWeek::new(2026, number).unwrap()
}

fn first_thursday() -> ReceptionRules {
    let rule = ReceptionRule { post: "ct".into(), per_month: 1, announced: Some((1, Weekday::Thu)) };
    ReceptionRules { rules: vec![rule], basis: BASIS.into(), version: 1 }
}

fn due(week: IsoWeek, rules: &ReceptionRules, days: &[Holiday]) -> Vec<ReceptionDue> {
    due_in(week, rules, &the_office().leaders, &WorkingDays::new(days))
}

fn days_of(due: &[ReceptionDue]) -> Vec<NaiveDate> {
    due.iter().map(|due| due.due).collect()
}

#[test]
fn the_announced_day_is_due_in_its_week_and_in_no_other() {
    let rules = first_thursday();
    assert_eq!(days_of(&due(week(49), &rules, &[])), [day("2026-12-03")]);
    let others = [48, 50, 51, 52].map(|number| due(week(number), &rules, &[]));
    assert_eq!(others, [vec![], vec![], vec![], vec![]]);
}

#[test]
fn a_day_that_is_off_is_due_on_the_next_working_day() {
    let off = Holiday {
        date: day("2026-12-03"),
        name: "Ngày nghỉ".into(),
        kind: HolidayKind::Holiday,
        source: String::new(),
        provisional: false,
    };
    assert_eq!(days_of(&due(week(49), &first_thursday(), &[off])), [day("2026-12-04")]);
}

#[test]
fn without_an_announced_day_the_month_ends_with_a_warning_for_the_head_alone() {
    let rules = ReceptionRules::default().in_force(&the_office().leaders);
    assert_eq!(rules.rules.iter().map(|rule| rule.post.as_str()).collect::<Vec<_>>(), ["ct"]);
    assert_eq!(days_of(&due(week(49), &rules, &[])), [day("2026-11-30")], "the last one of November");
    assert_eq!(days_of(&due(week(50), &rules, &[])), []);
    let last = due(IsoWeek::of(day("2026-12-31")), &rules, &[]);
    assert_eq!((days_of(&last), last[0].is_announced), (vec![day("2026-12-31")], false));
    assert_eq!(last[0].name, "Chủ tịch Đặng Hữu Khiêm");
}

#[test]
fn an_office_that_asks_nothing_is_not_warned() {
    let saved = ReceptionRules { version: 3, ..ReceptionRules::default() };
    assert_eq!(saved.in_force(&the_office().leaders), saved);
}

#[test]
fn only_the_leader_in_person_meets_the_rule() {
    let due = due(week(49), &first_thursday(), &[]);
    let reception = || an_entry().of_kind(EntryKind::CitizenReception).on("2026-12-02").at("07:30-11:30");
    let is_missing = |entry| !missing(&[entry], &due).is_empty();
    assert!(!is_missing(reception().chaired_by("ct").entry()), "an earlier day of the month is as good");
    assert!(is_missing(reception().chaired_by("pcttt").entry()));
    assert!(is_missing(reception().chaired_by("ct").cancelled().entry()));
    assert!(is_missing(reception().chaired_by("ct").of_kind(EntryKind::WorkingMeeting).entry()));
    assert!(is_missing(reception().chaired_by("ct").on("2026-11-30").entry()), "that is November");
    let mut handed = reception().chaired_by("pcttt").entry();
    handed.plan.attending[0].in_place_of = Some(post("ct"));
    assert!(is_missing(handed), "the head does not delegate it");
}

#[test]
fn days_are_counted_not_entries_and_other_weeks_count() {
    let mut rules = first_thursday();
    rules.rules[0].per_month = 2;
    let due = due(week(49), &rules, &[]);
    let on = |hours: &str| {
        an_entry().of_kind(EntryKind::CitizenReception).chaired_by("ct").on("2026-12-03").at(hours).entry()
    };
    let one_day = [on("07:30-11:30"), on("13:30-16:30")];
    assert_eq!(missing(&one_day, &due).len(), 1);
    let elsewhere: Vec<_> = due.into_iter().map(|due| ReceptionDue { elsewhere: 1, ..due }).collect();
    assert_eq!(missing(&one_day, &elsewhere), Vec::<&ReceptionDue>::new());
}

#[test]
fn the_form_says_what_it_read_and_refuses_by_row() {
    let leaders = the_office().leaders;
    let rules = first_thursday();
    let draft = ReceptionDraft::of(&rules);
    let read = draft.check(&leaders).unwrap();
    assert_eq!(read, ReceptionRules { version: 0, ..rules });

    let row = |per_month: &str, nth: &str, weekday: &str| RowDraft {
        per_month: per_month.into(),
        nth: nth.into(),
        weekday: weekday.into(),
    };
    let rows = [("ct", row("9", "2", "")), ("pcttt", row("", "", "4")), ("ai", row("1", "", ""))];
    let rows = rows.map(|(post, row)| (post.to_owned(), row)).into();
    let issues = ReceptionDraft { basis: " ".into(), rows }.check(&leaders).unwrap_err();
    let expected = [
        Issue::new("basis", Problem::Required),
        Issue::new("per_month.ai", Problem::Unknown),
        Issue::new("per_month.ct", Problem::NotBetween { min: 0, max: 4 }),
        Issue::new("weekday.ct", Problem::Required),
    ];
    assert_eq!(issues, expected);
}
