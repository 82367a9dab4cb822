//! From when to when an entry lasts, for whoever asks what goes on now and what is over.

use super::Face;
use crate::calendar::hours::WorkingHours;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

impl Face {
    /// Start and end. Without an hour an entry begins with its part of the day; without an
    /// end it lasts until that part does, but half an hour at least: what begins at 17:30
    /// is not over before it begins.
    pub fn span(&self, hours: &WorkingHours) -> (NaiveDateTime, NaiveDateTime) {
        let (from, to) = self.part.bounds(hours);
        let at = |time: NaiveTime| NaiveDateTime::new(self.date, time);
        let start = at(self.start.unwrap_or(from));
        let end = self.end.map(at).filter(|end| *end > start);
        (start, end.unwrap_or_else(|| at(to).max(start + TimeDelta::minutes(30))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::hours::SessionPart;
    use crate::schedule::story::{Story, an_entry, the_office};

    fn lasts(story: Story) -> (String, String) {
        let (start, end) = Face::of(&story.entry(), &the_office()).span(&WorkingHours::default());
        let told = |at: NaiveDateTime| at.format("%d %H:%M").to_string();
        (told(start), told(end))
    }

    fn first(start: &str, end: &str) -> (String, String) {
        (format!("01 {start}"), format!("01 {end}"))
    }

    #[test]
    fn without_an_end_an_entry_lasts_as_long_as_its_part_of_the_day() {
        assert_eq!(lasts(an_entry().at("08:00")), first("08:00", "11:30"));
        assert_eq!(lasts(an_entry().at("14:00")), first("14:00", "17:00"));
        assert_eq!(lasts(an_entry().at("18:30")), first("18:30", "21:00"));
    }

    #[test]
    fn what_begins_when_its_part_is_over_lasts_half_an_hour() {
        assert_eq!(lasts(an_entry().at("17:30")), first("17:30", "18:00"));
        assert_eq!(lasts(an_entry().at("17:50")), first("17:50", "18:20"));
        assert_eq!(lasts(an_entry().at("11:45")), first("11:45", "12:15"));
        assert_eq!(lasts(an_entry().at("21:30")), first("21:30", "22:00"));
        assert_eq!(lasts(an_entry().at("16:50")), first("16:50", "17:20"), "ten minutes are none");
        let late = ("01 23:45".to_owned(), "02 00:15".to_owned());
        assert_eq!(lasts(an_entry().at("23:45")), late);
    }

    #[test]
    fn an_end_is_an_end_and_no_hours_are_the_whole_part() {
        assert_eq!(lasts(an_entry().at("17:30-17:40")), first("17:30", "17:40"));
        assert_eq!(lasts(an_entry().in_the(SessionPart::Morning)), first("07:30", "11:30"));
        assert_eq!(lasts(an_entry().in_the(SessionPart::AllDay)), first("07:30", "17:00"));
    }
}
