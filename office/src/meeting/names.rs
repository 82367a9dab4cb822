//! The names of what meetings mention: units, posts, persons, rooms, bodies.

use super::table::{self, body, item};
use crate::failure::Result;
use crate::{access, facility, people};
use chrono::NaiveDate;
use domain::facility::Room;
use domain::meeting::{Offer, Reader};
use domain::people::{Person, Position, Unit};
use domain::request::Chair;
use domain::schedule::Entry;
use domain::{BodyId, PersonId, PositionId, UnitId};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

/// Everything that meetings can name.
pub(super) struct Names {
    units: Vec<Unit>,
    positions: Vec<Position>,
    persons: Vec<Person>,
    rooms: Vec<Room>,
    bodies: Vec<body::Model>,
    /// Units whose heads have an account.
    heads: Vec<UnitId>,
}

impl Names {
    pub(super) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        Ok(Self {
            units: people::units(db).await?,
            positions: people::positions(db).await?,
            persons: people::persons(db).await?,
            rooms: facility::rooms(db).await?,
            bodies: body::Entity::find().order_by_asc(body::Column::Name).all(db).await?,
            heads: access::units_with_heads(db).await?,
        })
    }

    /// What the forms offer on a day.
    pub(super) fn offer(&self, day: NaiveDate) -> Offer {
        let leads = self.positions.iter().filter(|p| p.has_calendar);
        let persons = self.persons.iter().filter(|p| p.valid.contains(day));
        Offer {
            chairs: leads.map(|p| Chair { id: p.id, name: p.titled(), valid: p.valid }).collect(),
            rooms: self.rooms.clone(),
            units: self
                .units
                .iter()
                .filter(|u| u.valid.contains(day))
                .map(|u| (u.id, u.short_name.clone()))
                .collect(),
            persons: persons.map(|p| (p.id, self.person_of_unit(p))).collect(),
            bodies: self
                .bodies
                .iter()
                .filter(|body| table::span(body).contains(day))
                .map(|body| (body.id.into(), body.name.clone()))
                .collect(),
        }
    }

    pub(super) fn unit(&self, id: UnitId) -> String {
        self.units.iter().find(|u| u.id == id).map(|u| u.short_name.clone()).unwrap_or_default()
    }

    pub(super) fn chair(&self, id: PositionId) -> String {
        self.post(id).map(Position::titled).unwrap_or_default()
    }

    pub(super) fn person(&self, id: PersonId) -> String {
        self.someone(id).map(|p| p.name.clone()).unwrap_or_default()
    }

    /// Whether the head of a unit can sign in.
    pub(super) fn has_head(&self, id: UnitId) -> bool {
        self.heads.contains(&id)
    }

    pub(super) fn someone(&self, id: PersonId) -> Option<&Person> {
        self.persons.iter().find(|p| p.id == id)
    }

    pub(super) fn post(&self, id: PositionId) -> Option<&Position> {
        self.positions.iter().find(|p| p.id == id)
    }

    /// A leader as somebody who takes part.
    pub(super) fn leader(&self, id: PositionId) -> Reader {
        let post = self.post(id);
        let name = post.map(Position::titled).unwrap_or_default();
        Reader { post: Some(id), person: post.map(|p| p.person), name, is_member: true, ..Reader::default() }
    }

    /// A person as somebody who takes part; the unit's officer reads for them.
    pub(super) fn member(&self, id: PersonId, is_member: bool) -> Reader {
        let person = self.someone(id);
        let name = self.member_name(id);
        Reader { person: Some(id), unit: person.and_then(|p| p.unit), name, is_member, ..Reader::default() }
    }

    /// A unit that takes part.
    pub(super) fn of_unit(&self, id: UnitId) -> Reader {
        Reader { unit: Some(id), name: self.unit(id), ..Reader::default() }
    }

    /// A person with the unit.
    pub(super) fn member_name(&self, id: PersonId) -> String {
        self.someone(id).map(|p| self.person_of_unit(p)).unwrap_or_default()
    }

    fn person_of_unit(&self, person: &Person) -> String {
        match person.unit.map(|unit| self.unit(unit)).filter(|unit| !unit.is_empty()) {
            Some(unit) => format!("{} ({unit})", person.name),
            None => person.name.clone(),
        }
    }

    /// Bodies, by name.
    pub(super) fn bodies(&self) -> &[body::Model] {
        &self.bodies
    }

    /// The name of a body.
    pub(super) fn body(&self, id: BodyId) -> String {
        self.bodies.iter().find(|body| body.id == id.0).map(|body| body.name.clone()).unwrap_or_default()
    }

    /// Where an entry is.
    pub(super) fn place(&self, entry: &Entry) -> String {
        let room = self.rooms.iter().find(|room| Some(room.id) == entry.plan.room);
        let parts = [room.map(|room| room.name.clone()), Some(entry.plan.place.clone())];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Who presents an item.
    pub(super) fn presenter(&self, row: &item::Model) -> String {
        let person = row.presenter_id.map(|id| self.person(id.into()));
        let unit = row.presenter_unit_id.map(|id| self.unit(id.into()));
        match (person, unit) {
            (Some(person), Some(unit)) => format!("{unit}: {person}"),
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) => String::new(),
        }
    }
}
