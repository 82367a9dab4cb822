//! Meeting rooms and official cars, as far as a schedule entry names them.

use crate::id::{PersonId, RoomId, VehicleId};
use serde::{Deserialize, Serialize};

/// A meeting room of the Office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Number of the row.
    pub id: RoomId,
    /// "Phòng họp A".
    pub name: String,
    /// Floor and building.
    pub location: String,
    /// Seats.
    pub capacity: i32,
    /// Whether it has a video conference system.
    pub video_conference: bool,
}

/// An official car. The plate is personal data and never leaves the Office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vehicle {
    /// Number of the row.
    pub id: VehicleId,
    /// Number plate.
    pub plate: String,
    /// Seats.
    pub seats: i32,
    /// Its usual driver.
    pub driver: Option<PersonId>,
}
