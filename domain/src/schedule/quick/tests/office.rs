//! The demo office as far as a line can name it.

use crate::facility::{Room, Vehicle};
use crate::id::{PersonId, PositionId, RoomId, UnitId, VehicleId};
use crate::people::{Person, Position, Service, Span, Unit, UnitKind};
use crate::schedule::directory::Directory;

const OFFICE: &str = include_str!("../../../../tests/data/quick-office.txt");

/// A directory whose things are called by the short names of the demo.
pub(super) struct Office {
    pub directory: Directory,
    people: Vec<&'static str>,
    rooms: Vec<&'static str>,
    cars: Vec<&'static str>,
}

impl Office {
    pub fn slug(&self, id: &str) -> &str {
        let post = self.directory.leaders.iter().find(|post| post.id.to_string() == id);
        post.map_or("", |post| &post.slug)
    }

    pub fn unit(&self, id: &str) -> String {
        let unit = self.directory.units.iter().find(|unit| unit.id.to_string() == id);
        unit.map_or(String::new(), |unit| unit.code.clone())
    }

    pub fn person(&self, id: &str) -> String {
        name(&self.people, id)
    }

    pub fn room(&self, id: &str) -> String {
        name(&self.rooms, id)
    }

    pub fn car(&self, id: &str) -> String {
        name(&self.cars, id)
    }
}

fn name(names: &[&str], id: &str) -> String {
    let number: Option<usize> = id.parse().ok();
    number.map_or(String::new(), |number| names[number - 1].to_owned())
}

fn rows(kind: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let rows = OFFICE.lines().map(|line| line.split(" | ").collect::<Vec<_>>());
    rows.filter(move |cells| cells[0] == kind)
}

pub(super) fn the_office() -> Office {
    let ids = || 1_i64..;
    let names = |kind| rows(kind).map(|cells| cells[1]).collect::<Vec<_>>();
    let people = names("staff");
    let directory = Directory {
        leaders: ids().zip(rows("leader")).map(|(id, cells)| a_post(id, &cells)).collect(),
        units: ids().zip(rows("unit")).map(|(id, cells)| a_unit(id, &cells)).collect(),
        staff: ids().zip(rows("staff")).map(|(id, cells)| a_person(id, &cells)).collect(),
        rooms: ids().zip(rows("room")).map(|(id, cells)| a_room(id, &cells)).collect(),
        vehicles: ids().zip(rows("car")).map(|(id, cells)| a_car(id, &cells)).collect(),
        ..Directory::default()
    };
    Office { directory, people, rooms: names("room"), cars: names("car") }
}

fn a_post(id: i64, cells: &[&str]) -> Position {
    let [_, slug, title, short_title, name] = cells else { panic!("{cells:?}") };
    Position {
        id: PositionId(id),
        slug: (*slug).into(),
        title: (*title).into(),
        short_title: (*short_title).into(),
        person: PersonId(100 + id),
        person_name: (*name).into(),
        unit: UnitId(1),
        precedence: id as i32,
        portfolio: String::new(),
        has_calendar: true,
        office_leader: None,
        acting: None,
        valid: Span::default(),
        version: 1,
    }
}

fn a_unit(id: i64, cells: &[&str]) -> Unit {
    let [_, code, name, short_name, kind] = cells else { panic!("{cells:?}") };
    Unit {
        id: UnitId(id),
        code: (*code).into(),
        name: (*name).into(),
        short_name: (*short_name).into(),
        kind: UnitKind::of_code(kind).unwrap(),
        parent: None,
        valid: Span::default(),
        version: 1,
    }
}

fn a_person(id: i64, cells: &[&str]) -> Person {
    let [_, _, name, title, service] = cells else { panic!("{cells:?}") };
    Person {
        id: PersonId(id),
        name: (*name).into(),
        title: (*title).into(),
        unit: None,
        email: String::new(),
        phone: String::new(),
        duties: String::new(),
        service: Service::of_code(service).unwrap(),
        valid: Span::default(),
        version: 1,
    }
}

fn a_room(id: i64, cells: &[&str]) -> Room {
    Room {
        id: RoomId(id),
        name: cells[2].into(),
        location: String::new(),
        capacity: 20,
        video_conference: false,
    }
}

fn a_car(id: i64, cells: &[&str]) -> Vehicle {
    Vehicle { id: VehicleId(id), plate: cells[2].into(), seats: cells[3].parse().unwrap(), driver: None }
}
