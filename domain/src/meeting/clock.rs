//! The legal clock: the last day for the invitation, for the papers, for the
//! conclusion, counted in working days, and how near it is.

use super::{MeetingRules, Rules};
use crate::calendar::WorkingDays;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Giấy mời.
    Invitation,
    /// Tài liệu.
    Papers,
    /// Thông báo kết luận.
    Conclusion,
}

/// How near the last day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Done in time.
    Done,
    /// Done after the last day.
    DoneLate,
    /// There is time.
    Far,
    /// The last day is today or near.
    Amber,
    /// The last day is over.
    Red,
}

/// One last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// What is due.
    pub what: What,
    /// The last day on which it is in time.
    pub latest: NaiveDate,
    /// The day on which it was done.
    pub done: Option<NaiveDate>,
    /// How near it is.
    pub mark: Mark,
}

impl Deadline {
    /// Whether somebody is to act on it now.
    pub fn is_pressing(&self) -> bool {
        matches!(self.mark, Mark::Amber | Mark::Red)
    }
}

/// What of a meeting is done, and on which day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// The invitation went out.
    pub invitation: Option<NaiveDate>,
    /// All papers are there.
    pub papers: Option<NaiveDate>,
    /// Whether the meeting was held; the days for the conclusion run from then.
    pub held: bool,
    /// The conclusion was issued.
    pub conclusion: Option<NaiveDate>,
}

/// The last days for a meeting on a day.
pub fn deadlines(
    of: &Rules,
    rules: &MeetingRules,
    days: &WorkingDays,
    day: NaiveDate,
    today: NaiveDate,
    done: &Done,
) -> Vec<Deadline> {
    let before = |n: u32| days.before_counting(day, n, rules.counting);
    let mut all = Vec::new();
    let mut due = |what, latest: Option<NaiveDate>, done: Option<NaiveDate>, runs: bool| {
        let Some(latest) = latest else { return };
        let mark = match done {
            Some(done) if done <= latest => Mark::Done,
            Some(_) => Mark::DoneLate,
            None if !runs => Mark::Far,
            None if today > latest => Mark::Red,
            None if today >= days.before(latest, rules.amber) => Mark::Amber,
            None => Mark::Far,
        };
        all.push(Deadline { what, latest, done, mark });
    };
    due(What::Invitation, of.invitation.map(before), done.invitation, !done.held);
    due(What::Papers, of.papers.map(before), done.papers, !done.held);
    due(What::Conclusion, of.conclusion.map(|n| days.after(day, n)), done.conclusion, done.held);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Counting;
    use crate::calendar::working_day::{Holiday, HolidayKind};
    use crate::schedule::EntryKind;
    use crate::schedule::story::day;

    /// The Day of Vietnamese Culture is a holiday: Tuesday, 24 November 2026.
    fn days() -> WorkingDays {
        WorkingDays::new(&[Holiday {
            date: day("2026-11-24"),
            name: "Ngày Văn hóa Việt Nam".into(),
            kind: HolidayKind::Holiday,
            source: "Nghị quyết 28/2026/QH16".into(),
            provisional: false,
        }])
    }

    fn of(kind: EntryKind, on: &str, today: &str, done: Done) -> Vec<(What, String, Mark)> {
        let rules = MeetingRules::default();
        deadlines(&rules.of(kind), &rules, &days(), day(on), day(today), &done)
            .into_iter()
            .map(|due| (due.what, due.latest.to_string(), due.mark))
            .collect()
    }

    #[test]
    fn days_off_are_not_counted() {
        let on = |date| {
            let all = of(EntryKind::WorkingMeeting, date, "2026-11-01", Done::default());
            all.into_iter().map(|(_, latest, _)| latest).collect::<Vec<_>>()
        };
        assert_eq!(on("2026-11-30"), ["2026-11-25", "2026-11-25", "2026-12-07"]);
        assert_eq!(on("2026-11-27"), ["2026-11-23", "2026-11-23", "2026-12-04"]);
        assert_eq!(on("2026-12-01")[2], "2026-12-08");
    }

    #[test]
    fn an_office_that_counts_clear_days_has_one_less() {
        let rules = MeetingRules { counting: Counting::ClearDays, ..MeetingRules::default() };
        let of = rules.of(EntryKind::WorkingMeeting);
        let all = deadlines(&of, &rules, &days(), day("2026-11-30"), day("2026-11-01"), &Done::default());
        assert_eq!(all[0].latest, day("2026-11-23"));
        assert_eq!(all[2].latest, day("2026-12-07"), "what comes after is counted as ever");
    }

    #[test]
    fn it_turns_amber_a_working_day_before_and_red_after() {
        let invitation = |today| of(EntryKind::WorkingMeeting, "2026-11-30", today, Done::default())[0].2;
        // Monday is the working day before Wednesday, because Tuesday is a holiday.
        let seen = ["2026-11-20", "2026-11-23", "2026-11-25", "2026-11-26"].map(invitation);
        assert_eq!(seen, [Mark::Far, Mark::Amber, Mark::Amber, Mark::Red]);
    }

    #[test]
    fn what_was_done_presses_nobody_and_says_whether_it_was_late() {
        let done = Done {
            invitation: Some(day("2026-11-23")),
            papers: Some(day("2026-11-26")),
            held: true,
            conclusion: None,
        };
        let marks = |today| of(EntryKind::WorkingMeeting, "2026-11-30", today, done).into_iter().map(|d| d.2);
        assert_eq!(marks("2026-12-04").collect::<Vec<_>>(), [Mark::Done, Mark::DoneLate, Mark::Amber]);
        assert_eq!(marks("2026-12-08").next_back(), Some(Mark::Red));
        let before = of(EntryKind::WorkingMeeting, "2026-11-30", "2026-12-08", Done::default());
        assert_eq!(before[2].2, Mark::Far, "nobody concludes what was not held");
    }

    #[test]
    fn a_kind_outside_the_decision_has_no_days_until_the_office_says_so() {
        assert!(of(EntryKind::PressConference, "2026-11-30", "2026-11-01", Done::default()).is_empty());
        let one = Rules { invitation: Some(1), ..Rules::usual(EntryKind::PressConference) };
        let rules = MeetingRules::default().with(one.clone());
        let all = deadlines(
            &rules.of(one.kind),
            &rules,
            &days(),
            day("2026-11-25"),
            day("2026-11-01"),
            &Done::default(),
        );
        assert_eq!(all[0].latest, day("2026-11-23"));
        assert_eq!(rules.with(Rules::usual(one.kind)), MeetingRules::default(), "as usual again");
    }
}
