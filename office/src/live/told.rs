//! What processes tell each other: names and numbers, never contents, so that nothing
//! internal can be overheard on the way.

use domain::calendar::week::IsoWeek;
use domain::{AccountId, BodyId, EntryId, MeetingId};
use std::fmt;
use std::str::FromStr;

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Told {
    /// A week or one of its entries was changed.
    Week(IsoWeek),
    /// A week was published.
    Published(IsoWeek),
    /// A request was sent, changed or decided.
    Requests,
    /// A meeting, its agenda, its people or its papers were changed.
    Meeting(MeetingId),
    /// An entry was changed, and with it its meeting, when it has one.
    Entry(EntryId),
    /// What waits to come before a body was changed, and with it the pages of the meetings
    /// that it can come before.
    Body(BodyId),
    /// Something may have been missed.
    Anything,
    /// This account looks at the week.
    Here(IsoWeek, AccountId),
    /// It does not any more.
    Gone(IsoWeek, AccountId),
    /// Who looks at the week?
    Who(IsoWeek),
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week(week) => write!(f, "week {week}"),
            Self::Published(week) => write!(f, "published {week}"),
            Self::Requests => f.write_str("requests"),
            Self::Meeting(meeting) => write!(f, "meeting {meeting}"),
            Self::Entry(entry) => write!(f, "entry {entry}"),
            Self::Body(body) => write!(f, "body {body}"),
            Self::Anything => f.write_str("anything"),
            Self::Here(week, account) => write!(f, "here {week} {account}"),
            Self::Gone(week, account) => write!(f, "gone {week} {account}"),
            Self::Who(week) => write!(f, "who {week}"),
        }
    }
}

impl FromStr for Told {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let week = |text: &str| text.parse::<IsoWeek>().map_err(drop);
        let account = |text: &str| text.parse::<AccountId>().map_err(drop);
        let words: Vec<&str> = text.split(' ').collect();
        match words.as_slice() {
            ["week", iso] => Ok(Self::Week(week(iso)?)),
            ["published", iso] => Ok(Self::Published(week(iso)?)),
            ["requests"] => Ok(Self::Requests),
            ["meeting", id] => Ok(Self::Meeting(id.parse().map_err(drop)?)),
            ["entry", id] => Ok(Self::Entry(id.parse().map_err(drop)?)),
            ["body", id] => Ok(Self::Body(id.parse().map_err(drop)?)),
            ["anything"] => Ok(Self::Anything),
            ["here", iso, who] => Ok(Self::Here(week(iso)?, account(who)?)),
            ["gone", iso, who] => Ok(Self::Gone(week(iso)?, account(who)?)),
            ["who", iso] => Ok(Self::Who(week(iso)?)),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_is_understood_elsewhere_and_noise_is_not() {
        let week: IsoWeek = "2026-W49".parse().unwrap();
        let account = AccountId(7);
        let all = [
            Told::Week(week),
            Told::Published(week),
            Told::Requests,
            Told::Meeting(MeetingId(3)),
            Told::Entry(EntryId(5)),
            Told::Body(BodyId(4)),
            Told::Anything,
            Told::Here(week, account),
            Told::Gone(week, account),
            Told::Who(week),
        ];
        for told in all {
            assert_eq!(told.to_string().parse(), Ok(told));
        }
        assert_eq!(Told::Here(week, account).to_string(), "here 2026-W49 7");
        for noise in
            ["", "week", "week 2026-W54", "week 2026-W49 7", "here 2026-W49 x", "meeting", "entry x", "bell"]
        {
            assert_eq!(noise.parse::<Told>(), Err(()), "{noise}");
        }
    }
}
