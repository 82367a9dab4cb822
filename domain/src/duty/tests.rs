use super::*;
use crate::calendar::working_day::{Holiday, HolidayKind};
use crate::refusal::{Issue, Problem};
use crate::schedule::story::{day, person, post, the_office};
use crate::text::plain;

fn draft(date: &str) -> DutyDraft {
    DutyDraft {
        date: date.into(),
        duty_leader: post("pct-kt").to_string(),
        office_leader: person("cvp").to_string(),
        specialist: person("cv-th").to_string(),
        driver: person("lx-1").to_string(),
        hotline: " (0200)  3.000.115 ".into(),
        note: "Bão số 9".into(),
        ..DutyDraft::default()
    }
}

fn duty(id: i64, draft: &DutyDraft) -> Duty {
    let plan = draft.check(None, &[], &the_office()).unwrap();
    Duty {
        id: DutyId(id),
        date: plan.dates[0],
        part: plan.part,
        leader: plan.leader,
        office_leader: plan.office_leader,
        specialist: plan.specialist,
        driver: plan.driver,
        hotline: plan.hotline,
        note: plan.note,
        version: 1,
    }
}

fn issues(draft: &DutyDraft, known: &[Duty]) -> Vec<Issue> {
    draft.check(None, known, &the_office()).unwrap_err()
}

#[test]
fn one_form_fills_the_days_of_tet() {
    let tet = DutyDraft { to: "9/2/2027".into(), ..draft("2027-02-05") };
    let plan = tet.check(None, &[], &the_office()).unwrap();
    assert_eq!(plan.dates.len(), 5);
    assert_eq!((plan.part, plan.hotline.as_str()), (SessionPart::AllDay, "(0200) 3.000.115"));
    let row = duty(1, &draft("2026-12-05"));
    assert_eq!(
        DutyDraft::of(&row).check(Some(row.id), std::slice::from_ref(&row), &the_office()).unwrap().dates,
        [row.date]
    );
}

#[test]
fn each_field_is_told_what_is_wrong_with_it() {
    let one = |draft: DutyDraft| match issues(&draft, &[]).as_slice() {
        [issue] => (issue.field.clone(), issue.problem.clone()),
        other => panic!("not one issue: {other:?}"),
    };
    let wrong = |field: &str, problem| (field.to_owned(), problem);
    assert_eq!(one(draft("1900-01-01")), wrong("date", Problem::DateOutOfRange));
    assert_eq!(one(draft("")), wrong("date", Problem::Required));
    let until = |to: &str| DutyDraft { to: to.into(), ..draft("2027-02-05") };
    assert_eq!(one(until("2027-02-04")), wrong("to", Problem::EndBeforeStart));
    assert_eq!(one(until("2027-03-08")), wrong("to", Problem::TooManyDays { max: LONGEST }));
    assert!(until("2027-03-07").check(None, &[], &the_office()).is_ok());
    let somebody = |typed: &str| DutyDraft { duty_leader: typed.into(), ..draft("2026-12-05") };
    assert_eq!(one(somebody("99")), wrong("duty_leader", Problem::Unknown));
    let nobody = DutyDraft { office_leader: String::new(), ..somebody("") };
    assert_eq!(one(nobody), wrong("duty_leader", Problem::Required));
    let part = DutyDraft { part: "night".into(), ..draft("2026-12-05") };
    assert_eq!(one(part), wrong("part", Problem::Unknown));
    let note = DutyDraft { note: "a\u{7}".into(), ..draft("2026-12-05") };
    assert_eq!(one(note), wrong("note", Problem::ControlCharacters));
}

#[test]
fn who_has_left_is_on_duty_no_more() {
    let mut office = the_office();
    let on = day("2026-12-04");
    for driver in office.staff.iter_mut().filter(|p| p.id == person("lx-1")) {
        driver.valid.to = Some(on);
    }
    let refused = draft("2026-12-05").check(None, &[], &office).unwrap_err();
    let ended = Problem::Ended { name: "Hồ Lái Một".into(), on };
    assert_eq!(refused, [Issue::new("driver", ended)]);
    assert!(draft("2026-12-04").check(None, &[], &office).is_ok());
}

#[test]
fn two_rows_never_claim_the_same_hours() {
    let in_the = |part: &str| DutyDraft { part: part.into(), ..draft("2026-12-05") };
    let name = "PCT Lương Quốc Trụ".into();
    let taken = [Issue::new("date", Problem::OnDuty { name, on: day("2026-12-05") })];
    let morning = duty(1, &in_the("morning"));
    assert_eq!(issues(&in_the("morning"), std::slice::from_ref(&morning)), taken);
    assert_eq!(issues(&in_the(""), std::slice::from_ref(&morning)), taken);
    assert!(in_the("evening").check(None, std::slice::from_ref(&morning), &the_office()).is_ok());
    let days = DutyDraft { to: "2026-12-06".into(), ..draft("2026-12-04") };
    assert_eq!(issues(&days, std::slice::from_ref(&morning)), taken);
    let unled = Duty { leader: None, ..morning };
    let on_duty = Problem::OnDuty { name: "Lê Văn Phòng".into(), on: day("2026-12-05") };
    assert_eq!(issues(&days, std::slice::from_ref(&unled)), [Issue::new("date", on_duty)]);
    let left = Duty { office_leader: Some(PersonId(99)), ..unled };
    assert_eq!(issues(&days, &[left]), [Issue::new("date", Problem::Taken)], "nobody can say who it was");
}

#[test]
fn a_hotline_is_a_number_that_can_be_called() {
    let with = |hotline: &str| DutyDraft { hotline: hotline.into(), ..draft("2026-12-05") };
    for typed in ["abc!", "12", "(0200) 3.000.115; 0912 345 678", "Phòng trực", "0912345678 <b>"] {
        assert_eq!(issues(&with(typed), &[]), [Issue::new("hotline", Problem::NotAPhone)], "{typed}");
    }
    let kept = |typed: &str| with(typed).check(None, &[], &the_office()).map(|plan| plan.hotline);
    assert_eq!(kept(" 0912  345 678 "), Ok("0912 345 678".into()));
    assert_eq!(kept("1022"), Ok("1022".into()), "a short number of the province");
    assert_eq!(kept(" "), Ok(String::new()), "it may be left empty");
}

#[test]
fn days_without_work_and_without_anybody_are_found() {
    let tet = Holiday {
        date: day("2026-12-03"),
        name: "Ngày thử".into(),
        kind: HolidayKind::Holiday,
        source: "TB 1".into(),
        provisional: false,
    };
    let worked = Holiday { date: day("2026-12-06"), kind: HolidayKind::SwapWork, ..tet.clone() };
    let days = WorkingDays::new(&[tet, worked]);
    let open = |duties: &[Duty]| missing(&days, duties, day("2026-11-30"), day("2026-12-06"));
    assert_eq!(open(&[]), [day("2026-12-03"), day("2026-12-05")]);
    assert_eq!(open(&[duty(1, &draft("2026-12-05"))]), [day("2026-12-03")]);
}

#[test]
fn the_public_reads_the_leader_and_the_hotline_when_it_may() {
    let whole = PublishedDuty::of(&duty(1, &draft("2026-12-05")), &the_office());
    assert_eq!((whole.driver.as_str(), whole.specialist.as_str()), ("Hồ Lái Một", "Ngô Tổng Hợp"));
    let rules = |public, hotline| DutyRules { public, hotline, version: 1 };
    assert_eq!(show(&whole, &rules(false, true)), None);
    let told = |hotline| format!("{:?}", show(&whole, &rules(true, hotline)).unwrap());
    assert!(told(false).contains("Lương Quốc Trụ") && told(true).contains("3.000.115"));
    assert!(!told(false).contains("3.000.115"));
    for secret in ["Hồ Lái Một", "Ngô Tổng Hợp", "Bão số 9", "Lê Văn Phòng"] {
        assert!(!plain(&told(true)).contains(&plain(secret)), "{secret}");
    }
    let unled = PublishedDuty { name: String::new(), ..whole };
    assert_eq!(show(&unled, &rules(true, true)), None);
    assert!(DutyRules::default().public && !DutyRules::default().hotline);
}

#[test]
fn changes_are_told_by_day_and_part() {
    let row = |date: &str, driver: &str| PublishedDuty {
        driver: driver.into(),
        ..PublishedDuty::of(&duty(1, &draft(date)), &the_office())
    };
    let old = [row("2026-12-05", "A"), row("2026-12-06", "A"), row("2026-12-07", "A")];
    let new = [row("2026-12-04", "A"), row("2026-12-05", "A"), row("2026-12-06", "B")];
    let days: Vec<_> = differences(&old, &new)
        .into_iter()
        .map(|change| (change.before.map(|d| d.date.to_string()), change.after.map(|d| d.driver)))
        .collect();
    let date = |text: &str| Some(text.to_owned());
    let expected = [(None, date("A")), (date("2026-12-06"), date("B")), (date("2026-12-07"), None)];
    assert_eq!(days, expected);
    assert!(differences(&new, &new).is_empty());
}

#[test]
fn the_form_of_the_rules_is_two_ticks() {
    let rules = DutyRules { public: true, hotline: true, version: 0 };
    assert_eq!(DutyRulesDraft::of(&rules).rules(), rules);
    assert!(!DutyRulesDraft::default().rules().public);
}
