//! What a form names by its number, found in the directory of the week and
//! valid on the day of the entry.

use crate::access::optional_id;
use crate::id::{PersonId, RoomId, UnitId, VehicleId};
use crate::people::Span;
use crate::refusal::Problem;
use crate::schedule::directory::Directory;
use crate::text::Issues;
use chrono::NaiveDate;

/// Things by number, valid on the entry's day.
pub(super) struct Named<'a> {
    pub directory: &'a Directory,
    /// The day, unless it could not be read: then nothing is said about dates.
    pub date: Option<NaiveDate>,
}

impl Named<'_> {
    pub fn must_be_valid(&self, issues: &mut Issues, field: &str, name: &str, valid: Span) {
        let Some(date) = self.date.filter(|date| !valid.contains(*date)) else {
            return;
        };
        match valid.to {
            Some(on) if on < date => issues.note(field, Problem::Ended { name: name.to_owned(), on }),
            _ => issues.note(field, Problem::Unknown),
        }
    }

    pub fn unit(&self, issues: &mut Issues, field: &str, typed: &str) -> Option<UnitId> {
        let id = issues.take(field, optional_id(typed)).map(UnitId)?;
        match self.directory.unit(id) {
            Some(unit) => self.must_be_valid(issues, field, &unit.short_name, unit.valid),
            None => issues.note(field, Problem::Unknown),
        }
        Some(id)
    }

    pub fn person(&self, issues: &mut Issues, field: &str, typed: &str) -> Option<PersonId> {
        let id = issues.take(field, optional_id(typed)).map(PersonId)?;
        match self.directory.person(id) {
            Some(person) => self.must_be_valid(issues, field, &person.name, person.valid),
            None => issues.note(field, Problem::Unknown),
        }
        Some(id)
    }

    pub fn room(&self, issues: &mut Issues, typed: &str) -> Option<RoomId> {
        let id = issues.take("room", optional_id(typed)).map(RoomId)?;
        if self.directory.room(id).is_none() {
            issues.note("room", Problem::Unknown);
        }
        Some(id)
    }

    pub fn vehicle(&self, issues: &mut Issues, typed: &str) -> Option<VehicleId> {
        let id = issues.take("vehicle", optional_id(typed)).map(VehicleId)?;
        if self.directory.vehicle(id).is_none() {
            issues.note("vehicle", Problem::Unknown);
        }
        Some(id)
    }
}
