use super::*;
use crate::calendar::working_day::{Holiday, HolidayKind};
use crate::schedule::Severity;
use crate::schedule::conflict::{conflicts, heaviest};
use crate::schedule::story::{an_entry, day, post, the_office};

fn leave(from: &str, to: &str) -> AbsenceDraft {
    AbsenceDraft {
        leader: post("ct").to_string(),
        kind: EntryKind::Leave.code().into(),
        from: from.into(),
        to: to.into(),
        acting: post("pcttt").to_string(),
        agreed_by: "Tỉnh ủy".into(),
        ..AbsenceDraft::default()
    }
}

fn days(draft: &AbsenceDraft) -> Vec<String> {
    draft.plans(&the_office()).unwrap().into_iter().map(|plan| plan.date.to_string()).collect()
}

fn issues(draft: &AbsenceDraft) -> Vec<(String, Problem)> {
    let issues = draft.plans(&the_office()).unwrap_err();
    issues.into_iter().map(|issue| (issue.field, issue.problem)).collect()
}

#[test]
fn leave_spares_days_off_and_a_trip_does_not() {
    let leave = leave("2026-12-04", "2026-12-08");
    assert_eq!(days(&leave), ["2026-12-04", "2026-12-07", "2026-12-08"]);
    let trip = AbsenceDraft { kind: EntryKind::BusinessTrip.code().into(), ..leave };
    assert_eq!(days(&trip).len(), 5);
}

#[test]
fn each_day_is_a_whole_day_with_the_one_who_acts() {
    let plans = leave("2026-12-01", "2026-12-01").plans(&the_office()).unwrap();
    let [plan] = plans.as_slice() else { panic!("one day") };
    assert_eq!((plan.part, plan.content.as_str()), (SessionPart::AllDay, "Nghỉ phép"));
    assert_eq!((plan.acting, plan.visibility), (Some(post("pcttt")), Visibility::Internal));
    assert_eq!(plan.agreed, Some(Agreed { by: "Tỉnh ủy".into(), at: None }));
    let expected = Attending { position: post("ct"), role: LeaderRole::Leave, in_place_of: None };
    assert_eq!(plan.attending, [expected]);
}

#[test]
fn what_cannot_be_meant_is_said_at_its_field() {
    let problem = |field: &str, problem| vec![(field.to_owned(), problem)];
    assert_eq!(issues(&leave("2026-12-02", "2026-12-01")), problem("to", Problem::EndBeforeStart));
    let long = Problem::NotBetween { min: 1, max: LONGEST };
    assert_eq!(issues(&leave("2026-12-01", "2027-12-01")), problem("to", long));
    assert_eq!(issues(&leave("mai", "2026-12-01")), problem("from", Problem::NotADate));
    assert_eq!(issues(&leave("2026-12-05", "2026-12-06")), problem("to", Problem::Required), "a weekend");
    let meeting = AbsenceDraft { kind: "briefing".into(), ..leave("2026-12-01", "2026-12-01") };
    assert_eq!(issues(&meeting), problem("kind", Problem::Unknown));
    let own = AbsenceDraft { acting: post("ct").to_string(), ..leave("2026-12-01", "2026-12-01") };
    assert_eq!(issues(&own), problem("acting", Problem::SubstituteForSelf));
}

#[test]
fn a_holiday_in_between_is_no_leave() {
    let mut office = the_office();
    office.holidays.push(Holiday {
        date: day("2026-12-02"),
        kind: HolidayKind::Holiday,
        name: "Ngày lễ".into(),
        source: String::new(),
        provisional: false,
    });
    assert_eq!(leave("2026-12-01", "2026-12-03").plans(&office).unwrap().len(), 2);
}

#[test]
fn who_takes_over_keeps_the_role_and_the_original_stays_named() {
    let of = |plan: &Plan| -> Vec<_> {
        plan.attending.iter().map(|a| (a.position, a.role, a.in_place_of)).collect()
    };
    let chaired = an_entry().chaired_by("ct").attended_by("pct-kt").plan();
    let handed = chaired.handed_over(post("ct"), post("pcttt"), None);
    let chair = (post("pcttt"), LeaderRole::Chair, Some(post("ct")));
    assert_eq!(of(&handed), [chair, (post("pct-kt"), LeaderRole::Attend, None)]);
    let attended = an_entry().attended_by("ct").plan().handed_over(post("ct"), post("pcttt"), None);
    assert_eq!(of(&attended), [(post("pcttt"), LeaderRole::Substitute, Some(post("ct")))]);
    let there = an_entry().chaired_by("ct").attended_by("pcttt").plan();
    assert_eq!(of(&there.handed_over(post("ct"), post("pcttt"), None)), [chair]);
    let elsewhere = an_entry().chaired_by("pct-vx").plan();
    assert_eq!(elsewhere.handed_over(post("ct"), post("pcttt"), None), elsewhere);
}

#[test]
fn what_was_delegated_before_keeps_the_first_name() {
    let twice = an_entry().delegated("pcttt", "ct").plan().handed_over(post("pcttt"), post("pct-kt"), None);
    assert_eq!(twice.attending[0].in_place_of, Some(post("ct")));
    let back = an_entry().delegated("pcttt", "ct").plan().handed_over(post("pcttt"), post("ct"), None);
    assert_eq!(back.attending[0].in_place_of, Some(post("pcttt")));
}

#[test]
fn who_handed_everything_over_is_free_for_the_leave() {
    let office = the_office();
    let meeting = an_entry().chaired_by("ct").at("08:00-10:00").entry();
    let day_off = leave("2026-12-01", "2026-12-01").plans(&office).unwrap().remove(0);
    let before = conflicts(std::slice::from_ref(&meeting), None, &day_off, &office);
    assert_eq!(heaviest(&before), Some(Severity::Refuse));
    assert!(can_be_handed_over(&meeting, post("ct")) && !can_be_handed_over(&meeting, post("pcttt")));
    let handed = meeting.plan.handed_over(post("ct"), post("pcttt"), None);
    let after = conflicts(&[Entry { plan: handed, ..meeting }], None, &day_off, &office);
    assert_eq!(heaviest(&after), None);
}

#[test]
fn a_day_of_absence_is_known() {
    let plan = leave("2026-12-01", "2026-12-01").plans(&the_office()).unwrap().remove(0);
    let entry = Entry { plan, ..an_entry().entry() };
    let entries = [entry.clone()];
    assert!(is_away(&entries, post("ct"), day("2026-12-01")));
    assert!(
        !is_away(&entries, post("ct"), day("2026-12-02"))
            && !is_away(&entries, post("pcttt"), day("2026-12-01"))
    );
    assert!(!can_be_handed_over(&entry, post("ct")));
}

#[test]
fn the_form_says_what_is_in_the_way_of_the_day_and_of_the_one_who_acts() {
    let meeting = an_entry().chaired_by("ct").at("08:00-10:00").entry();
    let busy = an_entry().numbered(2).chaired_by("pcttt").at("09:00-11:00").entry();
    let absent = Absent { directory: the_office(), entries: vec![meeting, busy] };
    let draft = leave("2026-12-01", "2026-12-01");
    let before = judged(&draft, &absent);
    assert_eq!((before.handed.len(), heaviest(&before.days[0].1)), (0, Some(Severity::Refuse)));
    let handed = judged(&AbsenceDraft { delegate: vec!["1:1".into()], ..draft }, &absent);
    assert_eq!(heaviest(&handed.handed[0].1), Some(Severity::Refuse), "who acts is busy");
    assert_eq!(heaviest(&handed.days[0].1), None);
}
