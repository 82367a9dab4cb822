//! Rooms and cars that an entry can name.

pub(crate) mod table;

use crate::failure::Result;
use domain::facility::{Room, Vehicle};
use domain::{PersonId, RoomId, VehicleId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

pub(crate) async fn rooms(db: &impl ConnectionTrait) -> Result<Vec<Room>> {
    let rows = table::room::Entity::find().order_by_asc(table::room::Column::Id).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| Room {
            id: RoomId(row.id),
            name: row.name,
            location: row.location,
            capacity: row.capacity,
            video_conference: row.video_conference,
        })
        .collect())
}

pub(crate) async fn vehicles(db: &impl ConnectionTrait) -> Result<Vec<Vehicle>> {
    let rows = table::vehicle::Entity::find().order_by_asc(table::vehicle::Column::Id).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| Vehicle {
            id: VehicleId(row.id),
            plate: row.plate,
            seats: row.seats,
            driver: row.driver_id.map(PersonId),
        })
        .collect())
}
