//! Rooms, cars and days: what has no verb on a screen yet.

use super::{NOWHERE, Reading, Row};
use crate::export::{Car, Hall};
use crate::facility::table::{room, vehicle};
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::setting;
use domain::calendar::working_day::Holiday;
use domain::journal::{FieldChange, Subject};
use domain::text::{self, Issues};
use domain::{Issue, Problem};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use std::collections::HashSet;

/// More seats than any hall of an office has.
const SEATS: std::ops::RangeInclusive<i32> = 0..=100_000;

impl<C: ConnectionTrait> Reading<'_, C> {
    pub(super) async fn rooms(&mut self, rooms: &[Hall]) -> Result<()> {
        let known = room::Entity::find().all(self.db).await?;
        let mut taken: HashSet<String> = known.into_iter().map(|room| room.name).collect();
        for (at, hall) in rooms.iter().enumerate() {
            let row = Row { room: "Phòng họp", at, name: &hall.name };
            let mut issues = Issues::default();
            let name = issues.needed_line("name", &hall.name, 200);
            if !name.is_empty() && !taken.insert(name.clone()) {
                issues.note("name", Problem::Taken);
            }
            let location = issues.take("place", text::line(&hall.location, 300));
            if !SEATS.contains(&hall.capacity) {
                issues.note("capacity", Problem::Unknown);
            }
            if !self.accepts(row, issues) {
                continue;
            }
            let made = room::Entity::insert(room::ActiveModel {
                name: Set(name.clone()),
                location: Set(location),
                capacity: Set(hall.capacity),
                video_conference: Set(hall.video_conference),
                ..Default::default()
            })
            .exec_with_returning(self.db)
            .await?;
            self.line("facility.import_room", made.id.to_string(), "name", name).await?;
        }
        Ok(())
    }

    pub(super) async fn vehicles(&mut self, cars: &[Car]) -> Result<()> {
        let known = vehicle::Entity::find().all(self.db).await?;
        let mut taken: HashSet<String> = known.into_iter().map(|car| car.plate).collect();
        for (at, car) in cars.iter().enumerate() {
            let row = Row { room: "Xe", at, name: &car.plate };
            let (driver, _) = self.find("driver", &car.driver, |r| &r.persons);
            let mut issues = Issues::default();
            let plate = issues.needed_line("vehicle", &car.plate, 30);
            if !plate.is_empty() && !taken.insert(plate.clone()) {
                issues.note("vehicle", Problem::Taken);
            }
            if driver == NOWHERE {
                issues.note("driver", Problem::Unknown);
            }
            if !SEATS.contains(&car.seats) {
                issues.note("capacity", Problem::Unknown);
            }
            if !self.accepts(row, issues) {
                continue;
            }
            let made = vehicle::Entity::insert(vehicle::ActiveModel {
                plate: Set(plate.clone()),
                seats: Set(car.seats),
                driver_id: Set(driver.parse().ok()),
                ..Default::default()
            })
            .exec_with_returning(self.db)
            .await?;
            self.line("facility.import_vehicle", made.id.to_string(), "vehicle", plate).await?;
        }
        Ok(())
    }

    pub(super) async fn holidays(&mut self, days: &[Holiday]) -> Result<()> {
        let known = setting::holidays_in(self.db, None).await?;
        let mut taken = HashSet::new();
        for (at, day) in days.iter().enumerate() {
            let date = day.date.to_string();
            let row = Row { room: "Ngày nghỉ", at, name: &date };
            let mut issues = Issues::default();
            let name = issues.needed_line("name", &day.name, 200);
            let source = issues.take("source", text::line(&day.source, 500));
            if !taken.insert(day.date) {
                issues.note("date", Problem::Taken);
            }
            if !self.accepts(row, issues) {
                continue;
            }
            // A new database has days already; those of the file take their places.
            let day = Holiday { name, source, ..day.clone() };
            let before = known.iter().find(|row| row.day.date == day.date);
            if before.is_some_and(|row| row.day == day) {
                continue;
            }
            setting::put_holiday(self.db, before, &day).await?;
            self.line("setting.import_holiday", date.clone(), "date", date).await?;
        }
        Ok(())
    }

    fn accepts(&mut self, row: Row<'_>, issues: Issues) -> bool {
        let issues: Vec<Issue> = issues.or(()).err().unwrap_or_default();
        self.note(row, &issues);
        issues.is_empty()
    }

    async fn line(&self, deed: &str, id: String, field: &str, value: String) -> Result<()> {
        let line = Line {
            deed,
            subject: Subject::Setting,
            id,
            title: "",
            fields: FieldChange::between(field, String::new(), value).into_iter().collect(),
            reason: "",
            version: None,
        };
        journal::write(self.db, self.desk, line).await
    }
}
