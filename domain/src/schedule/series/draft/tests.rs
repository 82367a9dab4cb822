use super::*;
use crate::locale::Locale;
use crate::schedule::series::Exception;
use crate::schedule::story::{day, moment};
use crate::words;

fn form(repeats: &str) -> SeriesDraft {
    SeriesDraft { repeats: repeats.into(), until: "2026-12-31".into(), ..SeriesDraft::default() }
}

/// From Thursday 03/12/2026 on, the first one of its month.
fn of(draft: &SeriesDraft) -> Series {
    draft.check(day("2026-12-03")).unwrap()
}

#[test]
fn each_rule_follows_from_its_first_day_and_is_said_in_words() {
    let said = |repeats| words::series(Locale::Vi, &of(&form(repeats)));
    assert_eq!(said("weekly"), "Hằng tuần: Thứ Năm; đến 31/12/2026");
    assert_eq!(said("monthly_by_day"), "Hằng tháng: ngày 3; đến 31/12/2026");
    assert_eq!(said("monthly_by_weekday"), "Hằng tháng: Thứ Năm thứ nhất của tháng; đến 31/12/2026");
    assert_eq!(said("monthly_by_last"), "Hằng tháng: Thứ Năm cuối cùng của tháng; đến 31/12/2026");
    assert_eq!(said("yearly"), "Hằng năm: 03/12; đến 31/12/2026");
    let fortnight = SeriesDraft { every: "2".into(), count: "10".into(), ..form("weekly") };
    assert_eq!(words::series(Locale::Vi, &of(&fortnight)), "2 tuần một lần: Thứ Năm; 10 lần");
    assert_eq!(words::series(Locale::En, &of(&fortnight)), "Every 2 weeks: Thursday; 10 times");
}

#[test]
fn a_form_gives_back_the_series_it_was_made_of() {
    for repeats in Repeats::ALL {
        for off in OnDayOff::ALL {
            let every = if repeats == Repeats::Yearly { "" } else { "3" };
            let draft =
                SeriesDraft { every: every.into(), on_day_off: off.code().into(), ..form(repeats.code()) };
            let series = of(&draft);
            assert_eq!(SeriesDraft::of(&series).check(series.first), Ok(series), "{repeats:?}");
        }
    }
}

#[test]
fn the_form_of_the_rest_has_the_times_that_are_left() {
    let six = SeriesDraft { until: String::new(), count: "6".into(), ..form("weekly") };
    let mut series = of(&six);
    series.exceptions.insert(day("2026-12-10"), Exception::Cancelled);
    series.exceptions.insert(day("2026-12-31"), Exception::MovedTo(day("2026-12-30")));
    let left = |from: &str| SeriesDraft::of_rest(&series, day(from)).count;
    assert_eq!([left("2026-12-03"), left("2026-12-24"), left("2027-01-07")], ["6", "3", "1"]);

    let fourth = day("2026-12-24");
    let rest = SeriesDraft::of_rest(&series, fourth).check(fourth).unwrap();
    let (_, second) = series.split(fourth).unwrap();
    assert_eq!(Series { exceptions: second.exceptions.clone(), ..rest }, second);
}

#[test]
fn the_form_of_the_rest_keeps_a_last_day_and_leaves_out_months_without_the_day() {
    let until = of(&form("weekly"));
    assert_eq!(SeriesDraft::of_rest(&until, day("2026-12-17")), SeriesDraft::of(&until));

    let four = SeriesDraft { until: String::new(), count: "4".into(), ..form("monthly_by_day") };
    let series = four.check(day("2026-12-31")).unwrap();
    assert_eq!(SeriesDraft::of_rest(&series, day("2027-03-31")).count, "2", "February has no such day");
}

#[test]
fn the_first_day_is_always_one_of_the_series() {
    let monday = SeriesDraft { on: vec!["1".into(), "1".into()], ..form("weekly") };
    let Rule::Weekly { on, .. } = of(&monday).rule else { panic!("weekly") };
    assert_eq!(on, [Weekday::Mon, Weekday::Thu]);
}

#[test]
fn what_cannot_be_meant_is_said_at_its_field() {
    let issues = |draft: SeriesDraft| -> Vec<(String, Problem)> {
        let issues = draft.check(day("2026-12-03")).unwrap_err();
        issues.into_iter().map(|i| (i.field, i.problem)).collect()
    };
    let one = |field: &str, problem| vec![(field.to_owned(), problem)];
    assert_eq!(issues(form("daily")), one("repeats", Problem::Unknown));
    let endless = SeriesDraft { until: String::new(), ..form("weekly") };
    assert_eq!(issues(endless), one("until", Problem::Required));
    let before = SeriesDraft { until: "2026-12-02".into(), ..form("weekly") };
    assert_eq!(issues(before), one("until", Problem::EndBeforeStart));
    let never = SeriesDraft { every: "0".into(), ..form("weekly") };
    assert_eq!(issues(never), one("every", Problem::NotBetween { min: 1, max: FARTHEST }));
    let many = SeriesDraft { count: "x".into(), ..form("weekly") };
    assert_eq!(issues(many)[0], ("count".into(), Problem::NotBetween { min: 1, max: MOST }));
    let eighth = SeriesDraft { on: vec!["8".into()], ..form("weekly") };
    assert_eq!(issues(eighth), one("on", Problem::Unknown));
}

#[test]
fn what_is_due_was_not_taken_and_bears_its_day() {
    let series = of(&form("weekly"));
    let kept = Repeated {
        id: SeriesId(1),
        series,
        draft: EntryDraft { content: "Giao ban".into(), date: "2026-12-03".into(), ..EntryDraft::default() },
        taken: vec![(day("2026-12-03"), None)],
        by: "Thư ký".into(),
        at: moment("2026-11-30T02:00"),
        version: 1,
    };
    let days = WorkingDays::new(&[]);
    let due = kept.due(day("2026-11-30"), day("2026-12-13"), &days);
    let [(of, draft)] = due.as_slice() else { panic!("one is due: {due:?}") };
    assert_eq!((*of, draft.date.as_str()), (day("2026-12-10"), "2026-12-10"));
    assert!(kept.is_left_out(day("2026-12-03")) && !kept.is_left_out(day("2026-12-10")));
    let coming: Vec<_> = kept.coming(day("2026-12-04"), 2, &days).iter().map(|o| o.date).collect();
    assert_eq!(coming, [day("2026-12-10"), day("2026-12-17")]);
}
