//! The parts of a day: the lanes of a schedule, and what stands in for an hour
//! when an entry has none.

use super::{Span, WorkingHours, at};
use crate::locale::Word;
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

const NOON: NaiveTime = at(12, 0);
const EVENING: Span = (at(18, 0), at(21, 0));

/// A part of the day (buổi), in the order of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionPart {
    /// Sáng, before 12:00.
    Morning,
    /// Chiều, from 12:00 and before 18:00.
    Afternoon,
    /// Tối, from 18:00.
    Evening,
    /// Cả ngày.
    AllDay,
}

impl SessionPart {
    /// All parts, in the order of a schedule.
    pub const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Evening, Self::AllDay];

    /// The part that an hour lies in; never [`SessionPart::AllDay`].
    pub fn of_time(time: NaiveTime) -> Self {
        if time < NOON {
            Self::Morning
        } else if time < EVENING.0 {
            Self::Afternoon
        } else {
            Self::Evening
        }
    }

    /// From when to when the part lasts for something without an hour of its
    /// own. The evening is 18:00-21:00 whatever the working hours are.
    pub fn bounds(self, hours: &WorkingHours) -> Span {
        match self {
            Self::Morning => hours.morning,
            Self::Afternoon => hours.afternoon,
            Self::Evening => EVENING,
            Self::AllDay => (hours.morning.0, hours.afternoon.1),
        }
    }

    /// Its code name in tables, forms and on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::AllDay => "all_day",
        }
    }

    /// The part of this code name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// Its name on a screen.
    pub fn word(self) -> Word {
        match self {
            Self::Morning => Word::new("Sáng", "Morning"),
            Self::Afternoon => Word::new("Chiều", "Afternoon"),
            Self::Evening => Word::new("Tối", "Evening"),
            Self::AllDay => Word::new("Cả ngày", "All day"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};

    #[test]
    fn noon_is_afternoon_and_six_is_evening() {
        let part = |hour, minute| SessionPart::of_time(at(hour, minute));
        assert_eq!(part(0, 0), SessionPart::Morning);
        assert_eq!(part(11, 59), SessionPart::Morning);
        assert_eq!(part(12, 0), SessionPart::Afternoon);
        assert_eq!(part(17, 59), SessionPart::Afternoon);
        assert_eq!(part(18, 0), SessionPart::Evening);
        assert_eq!(part(23, 59), SessionPart::Evening);
    }

    #[test]
    fn a_part_lasts_as_long_as_the_hours_of_its_day() {
        let morning = (at(7, 0), at(11, 30));
        let summer = WorkingHours { morning, ..WorkingHours::default() };
        let bounds = |part: SessionPart| part.bounds(&summer);
        assert_eq!(bounds(SessionPart::Morning), morning);
        assert_eq!(bounds(SessionPart::Afternoon), (at(13, 30), at(17, 0)));
        assert_eq!(bounds(SessionPart::Evening), (at(18, 0), at(21, 0)));
        assert_eq!(bounds(SessionPart::AllDay), (at(7, 0), at(17, 0)));
    }

    #[test]
    fn on_the_wire_a_part_is_its_code_name() {
        let read = |code: &'static str| {
            let wire: StrDeserializer<'_, Error> = code.into_deserializer();
            SessionPart::deserialize(wire)
        };
        assert_eq!(read("all_day"), Ok(SessionPart::AllDay));
        assert!(read("night").is_err());
        assert_eq!(SessionPart::of_code("night"), None);
        for part in SessionPart::ALL {
            assert_eq!(read(part.code()), Ok(part));
            assert_eq!(SessionPart::of_code(part.code()), Some(part));
        }
    }

    proptest! {
        #[test]
        fn every_hour_lies_in_one_part_and_parts_follow_each_other(a in 0..1440_u32, b in 0..1440_u32) {
            let part = |minutes: u32| SessionPart::of_time(at(minutes / 60, minutes % 60));
            prop_assert!(part(a.min(b)) <= part(a.max(b)));
            prop_assert_ne!(part(a), SessionPart::AllDay);
        }
    }
}
