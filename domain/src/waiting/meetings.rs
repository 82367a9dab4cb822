//! What of the meetings waits: answers of chairs, places on the board, legal deadlines.

use crate::calendar::WorkingDays;
use crate::id::MeetingId;
use crate::meeting::{Asked, Deadline, DeputiesLeft, Mark, Meeting, MeetingRules, MeetingState, PapersLeft};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A deadline that presses, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pressing {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is about.
    pub content: String,
    /// What is due.
    pub deadline: Deadline,
}

/// Meetings that somebody is to go on with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingsLeft {
    /// Proposals that their chairs did not answer.
    pub proposed: u32,
    /// Meetings that were agreed to and have no place on the board, or none any more.
    pub unplaced: u32,
    /// Deadlines that are over, the longest first.
    pub red: Vec<Pressing>,
    /// Deadlines of today and the days to come.
    pub amber: Vec<Pressing>,
    /// Deputies who wait for the chair, by meeting.
    pub deputies: Vec<DeputiesLeft>,
    /// Papers that have not come although their time is near or over.
    pub papers: Vec<PapersLeft>,
    /// Questions that units have not answered although their day has come or is over.
    pub opinions: Vec<Asked>,
}

impl MeetingsLeft {
    /// What these meetings leave to do.
    pub fn of(meetings: &[Meeting], rules: &MeetingRules, days: &WorkingDays, today: NaiveDate) -> Self {
        let mut left = Self::default();
        for meeting in meetings {
            let waits = match meeting.state {
                MeetingState::Proposed => Some(&mut left.proposed),
                MeetingState::Agreed => Some(&mut left.unplaced),
                state if state.is_prepared() && !meeting.is_going() => Some(&mut left.unplaced),
                _ => None,
            };
            if let Some(waits) = waits {
                *waits += 1;
            }
            for deadline in meeting.deadlines(rules, days, today) {
                let pressing =
                    || Pressing { meeting: meeting.id, content: meeting.proposal.content.clone(), deadline };
                match deadline.mark {
                    Mark::Red => left.red.push(pressing()),
                    Mark::Amber => left.amber.push(pressing()),
                    _ => {}
                }
            }
        }
        left.red.sort_by_key(|pressing| (pressing.deadline.latest, pressing.meeting));
        left.amber.sort_by_key(|pressing| (pressing.deadline.latest, pressing.meeting));
        left
    }

    /// How many things wait.
    pub fn count(&self) -> u32 {
        let deadlines = u32::try_from(self.red.len() + self.amber.len()).unwrap_or(u32::MAX);
        let deputies: u32 = self.deputies.iter().map(|left| left.count).sum();
        let papers: u32 = self.papers.iter().map(|left| left.late + left.soon).sum();
        let opinions = u32::try_from(self.opinions.len()).unwrap_or(u32::MAX);
        self.proposed + self.unplaced + deadlines + deputies + papers + opinions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::story::a_meeting;
    use crate::meeting::{OnBoard, What};
    use crate::schedule::Standing;
    use crate::schedule::story::{day, moment};

    fn on(date: &str, standing: Standing) -> Meeting {
        let wish = a_meeting().proposal.wish;
        let board = OnBoard {
            entry: 7.into(),
            version: 1,
            date: day(date),
            part: wish.part,
            start: wish.start,
            end: None,
            place: "Phòng họp A".into(),
            standing,
        };
        Meeting { state: MeetingState::Draft, board: Some(board), ..a_meeting() }
    }

    #[test]
    fn what_is_over_stands_before_what_is_near() {
        let halt = crate::schedule::Halt {
            reason: "Bão".into(),
            by: "Thư ký".into(),
            at: moment("2026-12-04T03:00"),
            moved_to: None,
        };
        let agreed = Meeting { state: MeetingState::Agreed, ..a_meeting() };
        let meetings = [
            a_meeting(),
            agreed,
            on("2026-12-09", Standing::Postponed(halt)),
            on("2026-12-07", Standing::Going),
            on("2026-12-10", Standing::Going),
            on("2026-12-25", Standing::Going),
        ];
        let left =
            MeetingsLeft::of(&meetings, &MeetingRules::default(), &WorkingDays::default(), day("2026-12-04"));
        assert_eq!((left.proposed, left.unplaced), (1, 2), "what was postponed is to be put somewhere");
        assert_eq!(left.red.len(), 2, "invitation and papers of Monday were due on Wednesday");
        assert_eq!(
            left.amber.iter().map(|p| p.deadline.what).collect::<Vec<_>>(),
            [What::Invitation, What::Papers]
        );
        assert_eq!(left.count(), 1 + 2 + 2 + 2);
        let deputies = DeputiesLeft { meeting: MeetingId(1), content: "Họp".into(), count: 3 };
        assert_eq!(MeetingsLeft { deputies: vec![deputies], ..left }.count(), 7 + 3);
    }
}
