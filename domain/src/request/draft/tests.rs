use super::*;
use crate::request::story::{a_draft, choices, now, today};
use crate::schedule::story::{day, hour, post};

fn issues(draft: &RequestDraft) -> Vec<(String, Problem)> {
    let issues = draft.check(&choices(), now()).unwrap_err();
    issues.into_iter().map(|i| (i.field, i.problem)).collect()
}

fn one(field: &str, problem: Problem) -> Vec<(String, Problem)> {
    vec![(field.to_owned(), problem)]
}

fn slot(date: &str, part: &str, start: &str) -> SlotDraft {
    SlotDraft { date: date.into(), part: part.into(), start: start.into() }
}

#[test]
fn a_full_form_says_what_is_wanted() {
    let wanted = a_draft().check(&choices(), now()).unwrap();
    assert_eq!(wanted.chair, post("pcttt"));
    assert_eq!(wanted.week(), IsoWeek::new(2026, 50).unwrap());
    let wish = Slot { date: day("2026-12-09"), part: SessionPart::Morning, start: Some(hour("08:00")) };
    let other = Slot { date: day("2026-12-10"), part: SessionPart::Afternoon, start: None };
    assert_eq!(wanted.slots().copied().collect::<Vec<_>>(), [wish, other]);
    assert_eq!(RequestDraft::of(&wanted).check(&choices(), now()), Ok(wanted));
}

#[test]
fn an_empty_form_is_told_everything_at_once() {
    let issues = issues(&RequestDraft::default());
    let fields: Vec<_> = issues.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["content", "date", "part", "chair", "minutes"]);
}

#[test]
fn the_hour_decides_the_part_of_the_day() {
    let mut draft = a_draft();
    draft.slots[0] = slot("2026-12-09", "morning", "14h30");
    let wanted = draft.check(&choices(), now()).unwrap();
    assert_eq!(wanted.wish.part, SessionPart::Afternoon);
}

#[test]
fn a_day_that_is_over_cannot_be_wished_and_today_can() {
    let mut draft = a_draft();
    draft.slots = [slot("2026-12-03", "morning", ""), SlotDraft::default(), SlotDraft::default()];
    assert_eq!(issues(&draft), one("date", Problem::Past));
    draft.slots[0] = slot(&today().to_string(), "evening", "");
    assert!(draft.check(&choices(), now()).is_ok());
    draft.slots[0].date = "2060-01-05".into();
    assert_eq!(issues(&draft), one("date", Problem::DateOutOfRange));
    draft.slots[0].date = "31/02/2027".into();
    assert_eq!(issues(&draft), one("date", Problem::NotADate));
}

#[test]
fn alternatives_lie_in_the_same_week_and_differ() {
    let mut draft = a_draft();
    draft.slots[1] = slot("2026-12-14", "morning", "");
    assert_eq!(issues(&draft), one("date_2", Problem::OtherWeek));
    draft.slots[1] = slot("2026-12-10", "afternoon", "");
    draft.slots[2] = draft.slots[1].clone();
    assert_eq!(issues(&draft), one("date_3", Problem::Repeated));
    draft.slots[2] = slot("", "", "8h");
    assert_eq!(issues(&draft), one("date_3", Problem::Required));
    draft.slots[2] = slot("2026-12-11", "night", "");
    assert_eq!(issues(&draft), one("part_3", Problem::Unknown));
    draft.slots[2] = slot("2026-12-11", "", "8h5");
    assert_eq!(issues(&draft), one("start_3", Problem::NotATime));
}

#[test]
fn a_part_is_missed_only_where_no_hour_was_typed() {
    let mut draft = a_draft();
    draft.slots[0] = slot("2026-12-09", "", "25h99");
    assert_eq!(issues(&draft), one("start", Problem::NotATime));
    draft.slots[0].start = " ".into();
    assert_eq!(issues(&draft), one("part", Problem::Required));
    draft.slots[0].start = "8h30".into();
    assert!(draft.check(&choices(), now()).is_ok());
}

#[test]
fn an_hour_of_today_that_is_over_cannot_be_wished() {
    let today = today().to_string();
    let mut draft = a_draft();
    draft.slots = [slot(&today, "", "08:00"), SlotDraft::default(), SlotDraft::default()];
    assert_eq!(issues(&draft), one("start", Problem::HourPast));
    draft.slots[0].start = "17:09".into();
    assert_eq!(issues(&draft), one("start", Problem::HourPast));
    draft.slots[0].start = "17:10".into();
    assert!(draft.check(&choices(), now()).is_ok(), "the present minute is not over");
    draft.slots[1] = slot(&today, "", "16h");
    assert_eq!(issues(&draft), one("start_2", Problem::HourPast));
    draft.slots[0].date = "2026-12-03".into();
    assert_eq!(issues(&draft)[0], ("date".into(), Problem::Past));
    draft.slots = [slot(&today, "morning", ""), SlotDraft::default(), SlotDraft::default()];
    assert_eq!(issues(&draft), one("part", Problem::PartPast));
    for part in ["afternoon", "evening", "all_day"] {
        draft.slots[0].part = part.into();
        assert!(draft.check(&choices(), now()).is_ok(), "{part} at 17:10");
    }
    draft.slots[0] = slot("2026-12-09", "morning", "");
    assert!(draft.check(&choices(), now()).is_ok(), "another day's");
}

#[test]
fn it_lasts_a_quarter_of_an_hour_at_least_and_ends_on_its_day() {
    let with = |minutes: &str, start: &str| {
        let mut draft = RequestDraft { minutes: minutes.into(), ..a_draft() };
        draft.slots[0].start = start.into();
        draft
    };
    let range = |max| Problem::NotBetween { min: 15, max };
    for wrong in ["14", "721", "-60", "một giờ"] {
        assert_eq!(issues(&with(wrong, "08:00")), one("minutes", range(720)), "{wrong}");
    }
    for (minutes, start) in [("120", "22:30"), ("90", "22:30"), ("15", "23:50"), ("720", "23:50")] {
        assert_eq!(
            issues(&with(minutes, start)),
            one("start", Problem::EndsNextDay),
            "{minutes} from {start}"
        );
    }
    assert_eq!(issues(&with("721", "23:50")), one("minutes", range(720)));
    assert!(with("89", "22:30").check(&choices(), now()).is_ok());
    assert!(with("720", "").check(&choices(), now()).is_ok());
    let mut other = with("60", "");
    other.slots[1].start = "23h30".into();
    assert_eq!(issues(&other), one("start_2", Problem::EndsNextDay));
}

#[test]
fn only_what_the_office_offers_can_be_chosen() {
    let unknown = |draft: &RequestDraft, field| assert_eq!(issues(draft), one(field, Problem::Unknown));
    unknown(&RequestDraft { chair: "999".into(), ..a_draft() }, "chair");
    unknown(&RequestDraft { chair: "x".into(), ..a_draft() }, "chair");
    unknown(&RequestDraft { room: "999".into(), ..a_draft() }, "room");
    let mut choices = choices();
    for chair in &mut choices.chairs {
        chair.valid.to = Some(day("2026-12-08"));
    }
    let gone = a_draft().check(&choices, now()).unwrap_err();
    let name = choices.chairs.iter().find(|c| c.id == post("pcttt")).unwrap().name.clone();
    assert_eq!(gone, [Issue::new("chair", Problem::Ended { name, on: day("2026-12-08") })]);
}

#[test]
fn texts_are_kept_whole_or_refused() {
    let long = RequestDraft { content: "Đ".repeat(2001), ..a_draft() };
    assert_eq!(issues(&long), one("content", Problem::TooLong { max: 2000, is: 2001 }));
    let hidden = RequestDraft { papers: "a\u{202E}b".into(), ..a_draft() };
    assert_eq!(issues(&hidden), one("papers", Problem::ControlCharacters));
}
