//! The office of Minh Giang: its leaders, rooms, cars, people and units.

use crate::access::{Actor, Role};
use crate::facility::{Room, Vehicle};
use crate::id::{AccountId, PersonId, PositionId, RoomId, UnitId, VehicleId};
use crate::people::{Person, Position, Service, Span, Unit, UnitKind};
use crate::schedule::directory::Directory;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Posts with a calendar: name in addresses, title, holder, portfolio. The last
/// one is a second post of the Chairman.
const LEADERS: [(&str, &str, &str, &str); 6] = [
    ("ct", "Chủ tịch", "Đặng Hữu Khiêm", "Lãnh đạo, điều hành chung; đối ngoại; nội chính"),
    ("pcttt", "PCT Thường trực", "Tạ Thị Minh Nguyệt", "Tài chính, ngân sách, đầu tư công"),
    ("pct-kt", "PCT", "Lương Quốc Trụ", "Công nghiệp, thương mại, xây dựng, giao thông"),
    ("pct-nn", "PCT", "Phan Đình Sách", "Nông nghiệp, môi trường, đất đai"),
    ("pct-vx", "PCT", "Vi Thị Hoài Thu", "Giáo dục, y tế, văn hóa, thể thao, du lịch"),
    ("tbcd", "Trưởng Ban Chỉ đạo", "Đặng Hữu Khiêm", "Phòng, chống thiên tai"),
];
const ROOMS: [&str; 8] = ["r-tt", "r-a", "r-b", "r-c", "r-kt", "r-ht", "r-hb", "r-tcd"];
/// Cars and the place of their driver in [`STAFF`]; two of them share one.
const CARS: [(&str, Option<i64>); 7] = [
    ("v-1", Some(5)),
    ("v-2", Some(6)),
    ("v-3", Some(7)),
    ("v-4", Some(8)),
    ("v-5", Some(9)),
    ("v-6", None),
    ("v-7", Some(5)),
];
const STAFF: [(&str, &str, Service); 9] = [
    ("cvp", "Lê Văn Phòng", Service::OfficeLeader),
    ("pcvp", "Mai Phó Chánh", Service::OfficeLeader),
    ("cv-th", "Ngô Tổng Hợp", Service::Specialist),
    ("cv-kt", "Bùi Kinh Tế", Service::Specialist),
    ("lx-1", "Hồ Lái Một", Service::Driver),
    ("lx-2", "Hồ Lái Hai", Service::Driver),
    ("lx-3", "Hồ Lái Ba", Service::Driver),
    ("lx-4", "Hồ Lái Bốn", Service::Driver),
    ("lx-5", "Hồ Lái Năm", Service::Driver),
];
/// The last one ended with the old district level.
const UNITS: [(&str, &str, &str); 6] = [
    ("ubnd", "Ủy ban nhân dân tỉnh Minh Giang", "UBND tỉnh"),
    ("stc", "Sở Tài chính", "STC"),
    ("sxd", "Sở Xây dựng", "SXD"),
    ("snnmt", "Sở Nông nghiệp và Môi trường", "SNNMT"),
    ("minhtan", "UBND phường Minh Tân", "Minh Tân"),
    ("huyen", "UBND huyện Trung Giang", "Trung Giang"),
];

fn number(names: impl IntoIterator<Item = &'static str>, name: &str) -> i64 {
    let at = names.into_iter().position(|n| n == name);
    at.unwrap_or_else(|| panic!("{name} is not of this office")) as i64 + 1
}

pub(crate) fn post(slug: &str) -> PositionId {
    PositionId(number(LEADERS.map(|l| l.0), slug))
}

pub(crate) fn room(name: &str) -> RoomId {
    RoomId(number(ROOMS, name))
}

pub(crate) fn car(name: &str) -> VehicleId {
    VehicleId(number(CARS.map(|c| c.0), name))
}

pub(crate) fn person(name: &str) -> PersonId {
    PersonId(number(STAFF.map(|s| s.0), name))
}

pub(crate) fn unit(code: &str) -> UnitId {
    UnitId(number(UNITS.map(|u| u.0), code))
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn hour(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

pub(crate) fn moment(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

/// Somebody signed in with these roles.
pub(crate) fn somebody(roles: &[Role]) -> Actor {
    Actor { account: Some(AccountId(1)), roles: roles.to_vec(), ..Actor::nobody() }
}

/// The directory of the office in the week 49 of 2026.
pub(crate) fn the_office() -> Directory {
    let ids = || 1_i64..;
    Directory {
        leaders: ids().zip(LEADERS).map(|(id, leader)| a_post(id, leader)).collect(),
        units: ids().zip(UNITS).map(|(id, unit)| a_unit(id, unit)).collect(),
        staff: ids().zip(STAFF).map(|(id, (_, name, service))| a_person(id, name, service)).collect(),
        rooms: ids().zip(ROOMS).map(|(id, name)| a_room(id, name)).collect(),
        vehicles: ids().zip(CARS).map(|(id, car)| a_car(id, car)).collect(),
        ..Directory::default()
    }
}

fn a_post(id: i64, (slug, title, name, portfolio): (&str, &str, &str, &str)) -> Position {
    let holder = number(LEADERS.map(|l| l.2), name);
    Position {
        id: PositionId(id),
        slug: slug.into(),
        title: title.into(),
        short_title: title.into(),
        person: PersonId(100 + holder),
        person_name: name.into(),
        unit: unit("ubnd"),
        precedence: id as i32,
        portfolio: portfolio.into(),
        has_calendar: true,
        office_leader: None,
        acting: None,
        valid: Span::default(),
        version: 1,
    }
}

fn a_unit(id: i64, (code, name, short_name): (&str, &str, &str)) -> Unit {
    let ended = (code == "huyen").then(|| day("2025-06-30"));
    Unit {
        id: UnitId(id),
        code: code.into(),
        name: name.into(),
        short_name: short_name.into(),
        kind: UnitKind::Department,
        parent: None,
        valid: Span { from: None, to: ended },
        version: 1,
    }
}

fn a_person(id: i64, name: &str, service: Service) -> Person {
    Person {
        id: PersonId(id),
        name: name.into(),
        title: String::new(),
        unit: None,
        email: String::new(),
        phone: String::new(),
        duties: String::new(),
        service,
        valid: Span::default(),
        version: 1,
    }
}

fn a_room(id: i64, name: &str) -> Room {
    Room { id: RoomId(id), name: name.into(), location: String::new(), capacity: 20, video_conference: false }
}

fn a_car(id: i64, (plate, driver): (&str, Option<i64>)) -> Vehicle {
    Vehicle { id: VehicleId(id), plate: plate.into(), seats: 7, driver: driver.map(PersonId) }
}
