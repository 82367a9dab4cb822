//! What an entry can name: leaders, units, people of the Office, rooms, cars,
//! holidays, hours and ways. The board holds one, and so does the transaction.

use super::buffer::Travel;
use crate::calendar::hours::{HoursTable, WorkingHours};
use crate::calendar::working_day::Holiday;
use crate::facility::{Room, Vehicle};
use crate::id::{PersonId, PositionId, RoomId, UnitId, VehicleId};
use crate::people::{Person, Position, Serving, Unit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The directory of a week.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Directory {
    /// Posts with a calendar that are held on some day of the week, by precedence.
    pub leaders: Vec<Position>,
    /// Units, those that ended included (an entry may still name them).
    pub units: Vec<Unit>,
    /// Leaders of the Office, specialists, drivers.
    pub staff: Vec<Person>,
    /// Rooms.
    pub rooms: Vec<Room>,
    /// Cars.
    pub vehicles: Vec<Vehicle>,
    /// Holidays and swapped days around the week.
    pub holidays: Vec<Holiday>,
    /// Working hours.
    pub hours: HoursTable,
    /// Which secretary serves whom.
    pub serving: Vec<Serving>,
    /// Ways between places.
    pub travel: Travel,
}

impl Directory {
    /// The post with this number.
    pub fn leader(&self, id: PositionId) -> Option<&Position> {
        self.leaders.iter().find(|p| p.id == id)
    }

    /// The unit with this number.
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.iter().find(|u| u.id == id)
    }

    /// The person of the Office with this number.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.staff.iter().find(|p| p.id == id)
    }

    /// The room with this number.
    pub fn room(&self, id: RoomId) -> Option<&Room> {
        self.rooms.iter().find(|r| r.id == id)
    }

    /// The car with this number.
    pub fn vehicle(&self, id: VehicleId) -> Option<&Vehicle> {
        self.vehicles.iter().find(|v| v.id == id)
    }

    /// The working hours of a day.
    pub fn hours_on(&self, day: NaiveDate) -> WorkingHours {
        self.hours.on(day)
    }
}
