use super::*;
use crate::schedule::conflict::heaviest;
use crate::schedule::story::{an_entry, day, moment, post, the_office};
use crate::schedule::{ConflictKind, Severity};

fn week(text: &str) -> IsoWeek {
    text.parse().unwrap()
}

fn proposed(entries: &[Entry], there: &[Entry]) -> Vec<Proposal> {
    from_week(entries, week("2026-W50"), there, &the_office())
}

#[test]
fn a_source_is_read_as_it_is_written() {
    for source in [Source::Week(week("2026-W49")), Source::Template(TemplateId(3)), Source::Series] {
        assert_eq!(source.to_string().parse(), Ok(source));
    }
    for wrong in ["", "template-", "template-x", "2026-W54", "3"] {
        assert_eq!(wrong.parse::<Source>(), Err(NoSource), "{wrong}");
    }
    use super::source::NoSource;
}

#[test]
fn last_week_comes_again_on_the_same_weekdays() {
    let briefing = an_entry().on("2026-12-03").at("07:30-08:15").of_kind(EntryKind::Briefing).entry();
    let [proposal] = proposed(&[briefing], &[]).try_into().unwrap();
    assert_eq!((proposal.draft.date.as_str(), proposal.draft.start.as_str()), ("2026-12-10", "07:30"));
    assert_eq!((proposal.ticked, proposal.note), (true, None));
}

#[test]
fn only_what_comes_each_week_is_ticked_from_the_beginning() {
    let of = |kind| proposed(&[an_entry().of_kind(kind).entry()], &[])[0].ticked;
    let ticked: Vec<_> = EntryKind::ALL.iter().copied().filter(|kind| of(*kind)).collect();
    assert_eq!(ticked, [EntryKind::Briefing, EntryKind::OfficeWork]);
}

#[test]
fn what_was_called_off_is_offered_and_not_ticked() {
    let briefing = || an_entry().of_kind(EntryKind::Briefing);
    let notes = |entries: &[Entry]| -> Vec<_> {
        proposed(entries, &[]).into_iter().map(|p| (p.note, p.ticked)).collect()
    };
    let entries = [
        briefing().postponed(None).entry(),
        briefing().cancelled().entry(),
        briefing().on("2026-12-05").entry(),
        briefing().entry(),
    ];
    let expected = [
        (Some(Note::Postponed), false),
        (Some(Note::Cancelled), false),
        (Some(Note::DayOff), false),
        (None, true),
    ];
    assert_eq!(notes(&entries), expected);
}

#[test]
fn a_delegation_is_of_one_day() {
    let delegated = an_entry().chaired_by("pcttt").delegated("pct-kt", "ct").plan();
    let draft = again(&delegated, week("2026-W50"));
    let plan = draft.check(&the_office()).unwrap();
    let leaders: Vec<_> = plan.attending.iter().map(|a| (a.position, a.role, a.in_place_of)).collect();
    let expected = [(post("ct"), LeaderRole::Attend, None), (post("pcttt"), LeaderRole::Chair, None)];
    assert_eq!(leaders, expected);
}

#[test]
fn what_is_there_is_known_again_although_somebody_else_goes_now() {
    let before = an_entry().attended_by("ct").at("08:00-09:00").entry();
    let there = an_entry().on("2026-12-08").delegated("pcttt", "ct").at("08:00-10:00").entry();
    let other = an_entry().on("2026-12-08").attended_by("pcttt").at("08:00-09:00").entry();
    let before = [before];
    assert_eq!(proposed(&before, &[there])[0].note, Some(Note::There));
    assert_eq!(proposed(&before, &[other])[0].note, None);
}

#[test]
fn of_a_template_only_the_weekday_counts() {
    let entries = vec![EntryDraft::of(&an_entry().on("2025-03-06").at("14:00-15:00").plan())];
    let template = Template {
        id: TemplateId(1),
        name: "Tuần thường".into(),
        entries,
        by: "Thư ký".into(),
        at: moment("2026-11-30T02:00"),
        version: 1,
    };
    let [proposal] = from_template(&template, week("2026-W50"), &[], &the_office()).try_into().unwrap();
    assert_eq!((proposal.draft.date.as_str(), proposal.ticked), ("2026-12-10", true));
}

#[test]
fn each_proposal_is_judged_upon_those_taken_before_it() {
    let office = the_office();
    let meeting = |from| an_entry().chaired_by("ct").at(from).entry();
    let proposals = proposed(&[meeting("08:00-10:00"), meeting("09:00-11:00"), meeting("10:00-11:00")], &[]);
    let weights = |takes: fn(&Proposal, &[Conflict]) -> bool| -> Vec<_> {
        judged(&[], &proposals, &office, takes).iter().map(|v| heaviest(&v.conflicts)).collect()
    };
    let refuse = Some(Severity::Refuse);
    assert_eq!(weights(|_, _| false), [None, None, None]);
    assert_eq!(weights(|_, _| true), [None, refuse, refuse]);
    assert_eq!(
        weights(|_, found| found.is_empty()),
        [None, refuse, None],
        "what is refused is in nobody's way"
    );
}

#[test]
fn what_stands_in_the_week_is_in_the_way_and_what_ended_is_said() {
    let mut office = the_office();
    let there = an_entry().on("2026-12-08").chaired_by("ct").at("08:00-10:00").saying("Họp khác").entry();
    let again = an_entry().chaired_by("ct").at("09:00-11:00").entry();
    let proposals = proposed(&[again], std::slice::from_ref(&there));
    let verdicts = judged(&[there], &proposals, &office, |_, _| true);
    assert!(matches!(verdicts[0].conflicts[0].kind, ConflictKind::Leader { .. }));
    office.leaders[0].valid.to = Some(day("2026-12-04"));
    let verdicts = judged(&[], &proposals, &office, |_, _| true);
    assert_eq!(verdicts[0].issues[0].field, "leaders");
    assert_eq!(verdicts[0].plan, None);
}
