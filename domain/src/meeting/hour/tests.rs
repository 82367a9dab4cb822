use super::*;
use crate::access::Role;
use crate::meeting::story::{a_meeting, an_item};
use crate::meeting::{Item, ItemState, Meeting, OnBoard};
use crate::schedule::story::{day, hour, moment, somebody};
use crate::schedule::{Halt, Standing};
use crate::words::late;

const DAY: &str = "2026-12-10";

/// A meeting of the afternoon of the day.
fn afternoon(state: MeetingState, standing: Standing) -> Meeting {
    let board = OnBoard {
        entry: 7.into(),
        version: 1,
        date: day(DAY),
        part: crate::calendar::hours::SessionPart::Afternoon,
        start: Some(hour("14:00")),
        end: None,
        place: "Phòng họp A".into(),
        standing,
    };
    Meeting { state, board: Some(board), ..a_meeting() }
}

/// Two sections with a break between them: 14:00, 14:10, 14:40, 14:55, 15:25.
fn agenda() -> Vec<Item> {
    let mut all = vec![
        an_item(1, "Khai mạc", 10),
        an_item(2, "Báo cáo giải ngân", 30),
        an_item(3, "Giải lao", 15),
        an_item(4, "Đề án trạm y tế", 30),
        an_item(5, "Kết luận", 15),
    ];
    for (item, section) in all.iter_mut().zip(["I", "I", "I", "II", "II"]) {
        item.plan.section = section.into();
    }
    all
}

fn at(time: &str) -> Option<DateTime<Utc>> {
    on(day(DAY), hour(time))
}

/// The agenda with real hours, as "place: began-ended".
fn with(hours: &[(usize, &str, &str)]) -> Vec<Item> {
    let mut all = agenda();
    for (place, began, ended) in hours {
        let ended = if ended.is_empty() { None } else { at(ended) };
        all[place - 1].real = RealHours { began: at(began), ended };
    }
    all
}

/// How the items stand at an hour of the day: "14:10 on", "14:25-14:40 over", "15:10 +15".
fn seen(items: &[Item], now: &str) -> Vec<String> {
    told(&afternoon(MeetingState::Ready, Standing::Going), items, &format!("{DAY}T{now}:00"))
}

fn told(meeting: &Meeting, items: &[Item], now: &str) -> Vec<String> {
    let now: NaiveDateTime = now.parse().unwrap();
    let course = Course::of(meeting, items, now.date(), |_| false);
    let text = |time: Option<NaiveTime>| time.map(spoken::time).unwrap_or_default();
    let line = |hour: Hour| {
        let off = hour.late().filter(|late| *late != 0).map(|late| format!(" {late:+}")).unwrap_or_default();
        let turn = match hour.turn {
            Turn::Waits => "",
            Turn::Runs => " on",
            Turn::Over => " over",
            Turn::Skipped => "skipped",
        };
        let ends = hour.ends.map(|ends| format!("-{}", spoken::time(ends))).unwrap_or_default();
        format!("{}{ends}{turn}{off}", text(hour.begins))
    };
    course.hours(now).into_iter().map(line).collect()
}

#[test]
fn before_anything_is_noted_the_plan_holds() {
    let planned = ["14:00", "14:10", "14:40", "14:55", "15:25"];
    for now in ["08:00", "14:30", "18:00"] {
        assert_eq!(seen(&agenda(), now), planned, "an office that notes no hours is not late at {now}");
    }
}

#[test]
fn what_waits_follows_what_is_on() {
    let late = with(&[(1, "14:15", "")]);
    assert_eq!(seen(&late, "14:18"), ["14:15 on +15", "14:25 +15", "14:55 +15", "15:10 +15", "15:40 +15"]);
    let early = with(&[(1, "14:00", "14:04"), (2, "14:05", "")]);
    assert_eq!(
        seen(&early, "14:20"),
        ["14:00-14:04 over", "14:05 on -5", "14:35 -5", "14:50 -5", "15:20 -5"]
    );
}

#[test]
fn nothing_that_waits_begins_in_the_past() {
    let running = with(&[(1, "14:00", "")]);
    assert_eq!(
        seen(&running, "14:32")[..3],
        ["14:00 on", "14:32 +22", "15:02 +22"],
        "it takes longer than planned"
    );
    let pause = with(&[(1, "14:00", "14:06")]);
    assert_eq!(seen(&pause, "14:07")[..3], ["14:00-14:06 over", "14:07 -3", "14:37 -3"], "it ended early");
    assert_eq!(seen(&pause, "14:20")[1], "14:20 +10", "and the next has not begun");
}

#[test]
fn the_next_one_ends_the_one_before() {
    let two = with(&[(1, "14:00", ""), (2, "14:12", "")]);
    assert_eq!(seen(&two, "14:15")[..3], ["14:00-14:12 over", "14:12 on +2", "14:42 +2"]);
    let undone = with(&[(1, "14:00", "")]);
    assert_eq!(seen(&undone, "14:05")[0], "14:00 on", "an hour taken back leaves no trace");
}

#[test]
fn what_was_passed_over_takes_no_time_and_can_come_later() {
    let jumped = with(&[(1, "14:00", "14:10"), (4, "14:10", "")]);
    assert_eq!(
        seen(&jumped, "14:15"),
        ["14:00-14:10 over", "skipped", "skipped", "14:10 on -45", "14:40 -45"]
    );
    let back = with(&[(1, "14:00", "14:10"), (4, "14:10", "14:40"), (2, "14:40", "")]);
    assert_eq!(
        seen(&back, "14:45"),
        ["14:00-14:10 over", "14:40 on +30", "15:10 +30", "14:10-14:40 over -45", "15:25"],
        "the break follows, what was taken first takes no second turn"
    );
}

#[test]
fn a_break_counts_across_sections_whether_it_was_noted_or_not() {
    let before = with(&[(1, "14:00", "14:10"), (2, "14:10", "14:50")]);
    assert_eq!(seen(&before, "14:50")[2..], ["14:50 +10", "15:05 +10", "15:35 +10"]);
    let without = with(&[(1, "14:00", "14:10"), (2, "14:10", "14:40"), (4, "14:42", "")]);
    assert_eq!(seen(&without, "14:45")[2..], ["skipped", "14:42 on -13", "15:12 -13"]);
}

#[test]
fn an_item_that_was_carried_on_takes_its_time_elsewhere() {
    let mut items = with(&[(1, "14:05", "")]);
    items[1].state = ItemState::Carried;
    assert_eq!(seen(&items, "14:06")[..3], ["14:05 on +5", "skipped", "14:15 +5"]);
}

#[test]
fn a_meeting_that_is_over_expects_nothing_more() {
    let items = with(&[(1, "14:00", "14:10"), (2, "14:10", "")]);
    let over = ["14:00-14:10 over", "14:10 over", "skipped", "skipped", "skipped"];
    let held = afternoon(MeetingState::Held, Standing::Going);
    assert_eq!(told(&held, &items, "2026-12-10T15:00:00"), over);
    let ready = afternoon(MeetingState::Ready, Standing::Going);
    assert_eq!(told(&ready, &items, "2026-12-11T07:00:00"), over, "its day is over");
}

#[test]
fn hours_of_another_day_are_not_those_of_the_meeting() {
    let mut moved = afternoon(MeetingState::Ready, Standing::Going);
    moved.board.as_mut().unwrap().date = day("2026-12-14");
    let items = with(&[(1, "14:00", "14:10")]);
    assert_eq!(
        told(&moved, &items, "2026-12-14T13:00:00")[..2],
        ["14:00", "14:10"],
        "it was broken off and moved"
    );
}

#[test]
fn what_would_begin_after_midnight_has_no_hour() {
    let items = with(&[(1, "23:30", "")]);
    assert_eq!(seen(&items, "23:31")[1..4], ["23:40 +570", "", ""]);
}

#[test]
fn hours_are_noted_on_the_day_by_who_builds_the_agenda() {
    let secretary = somebody(&[Role::Secretary]);
    let going = |state| afternoon(state, Standing::Going);
    let ready = going(MeetingState::Ready);
    assert_eq!(ready.may_begin_items(&secretary, day(DAY)), Ok(()));
    let early = Err(Refusal::NotInSession(NotInSession::NotYet(day(DAY))));
    assert_eq!(ready.may_begin_items(&secretary, day("2026-12-09")), early);
    let next = day("2026-12-11");
    assert_eq!(
        ready.may_begin_items(&secretary, next),
        Err(Refusal::NotInSession(NotInSession::Over(day(DAY))))
    );
    assert_eq!(ready.may_note_hours(&secretary, next), Ok(()), "an hour can still be typed");
    assert_eq!(ready.may_note_hours(&somebody(&[Role::DepartmentOfficer]), day(DAY)), Err(Refusal::NotYours));

    let halt =
        || Halt {
            reason: "Bão".into(), by: "Thư ký".into(), at: moment("2026-12-08T03:00"), moved_to: None
        };
    for (standing, why) in [
        (Standing::Postponed(halt()), NotInSession::Postponed),
        (Standing::Cancelled(halt()), NotInSession::Cancelled),
    ] {
        let halted = afternoon(MeetingState::Ready, standing);
        assert_eq!(halted.may_note_hours(&secretary, day(DAY)), Err(Refusal::NotInSession(why)));
    }
    let held = MeetingState::Held;
    assert_eq!(
        going(held).may_note_hours(&secretary, day(DAY)),
        Ok(()),
        "what was forgotten is typed afterwards"
    );
    assert_eq!(
        going(held).may_begin_items(&secretary, day(DAY)),
        Err(Refusal::WrongMeetingState { state: held })
    );
    let state = MeetingState::Concluded;
    assert_eq!(going(state).may_note_hours(&secretary, next), Err(Refusal::WrongMeetingState { state }));
}

#[test]
fn typed_hours_are_checked_and_exact_ones_stay_exact() {
    let known =
        RealHours { began: Some(moment("2026-12-10T07:20") + chrono::TimeDelta::seconds(42)), ended: None };
    let now = "2026-12-10T14:40:00".parse().unwrap();
    let check = |began: &str, ended: &str| {
        RealHoursDraft { began: began.into(), ended: ended.into() }.check(known, day(DAY), now)
    };
    assert_eq!(check("14:20", "14h31"), Ok(RealHours { began: known.began, ended: at("14:31") }));
    assert_eq!(check("14h05", ""), Ok(RealHours { began: at("14:05"), ended: None }));
    assert_eq!(check(" ", ""), Ok(RealHours::default()), "an empty form takes them back");
    let wrong = |began: &str, ended: &str| {
        let issues = check(began, ended).unwrap_err();
        issues.into_iter().map(|issue| (issue.field, issue.problem)).collect::<Vec<_>>()
    };
    assert_eq!(wrong("", "14:30"), [("ended".to_owned(), Problem::EndWithoutStart)]);
    assert_eq!(wrong("14:30", "14:29"), [("ended".to_owned(), Problem::EndBeforeStart)]);
    assert_eq!(wrong("14:41", ""), [("began".to_owned(), Problem::HourNotYet)]);
    assert_eq!(
        wrong("sớm", "1430"),
        [("began".to_owned(), Problem::NotATime), ("ended".to_owned(), Problem::NotATime)]
    );
}

#[test]
fn delays_are_told_in_words() {
    let hour = |begins: &str| Hour {
        planned: Some(hour("14:00")),
        turn: Turn::Waits,
        begins: Some(self::hour(begins)),
        ends: None,
    };
    assert_eq!(late(crate::Locale::Vi, &hour("14:15")).as_deref(), Some("chậm 15 phút"));
    assert_eq!(late(crate::Locale::Vi, &hour("13:55")).as_deref(), Some("sớm 5 phút"));
    assert_eq!(late(crate::Locale::En, &hour("14:01")).as_deref(), Some("1 minute late"));
    assert_eq!(late(crate::Locale::Vi, &hour("14:00")), None);
}
