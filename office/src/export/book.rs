//! `office.json`: who and what the Office is made of, in a shape that a person can
//! write by hand. Things name each other by keys, never by numbers of rows: a unit
//! by its code, a person or post by a key that the file gives.

use crate::failure::Result;
use crate::{facility, people, setting};
use chrono::NaiveDate;
use domain::calendar::working_day::Holiday;
use domain::text;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// What the file says of itself.
const SHAPE: &str = "giao-ban-office";

/// The whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Book {
    /// Always "giao-ban-office".
    pub(crate) shape: String,
    pub(crate) units: Vec<Section>,
    pub(crate) persons: Vec<Member>,
    pub(crate) positions: Vec<Post>,
    pub(crate) rooms: Vec<Hall>,
    pub(crate) vehicles: Vec<Car>,
    pub(crate) holidays: Vec<Holiday>,
}

/// A unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Section {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) short_name: String,
    pub(crate) kind: String,
    /// Code of the unit above, or empty.
    pub(crate) parent: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Member {
    /// What the file calls this person; empty takes the name.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) title: String,
    /// Code of the unit, or empty.
    pub(crate) unit: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) duties: String,
    pub(crate) service: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// One holder's time in a post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Post {
    /// What the file calls this holder's time; empty takes the slug.
    pub(crate) key: String,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) short_title: String,
    /// Key of the holder.
    pub(crate) person: String,
    /// Code of the unit.
    pub(crate) unit: String,
    pub(crate) precedence: i32,
    pub(crate) portfolio: String,
    pub(crate) has_calendar: bool,
    /// Key of the leader of the Office, or empty.
    pub(crate) office_leader: String,
    /// Key of the position that acts, or empty.
    pub(crate) acting: String,
    /// Keys of the secretaries who serve it.
    pub(crate) secretaries: Vec<String>,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// A meeting room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Hall {
    pub(crate) name: String,
    pub(crate) location: String,
    pub(crate) capacity: i32,
    pub(crate) video_conference: bool,
}

/// An official car.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Car {
    pub(crate) plate: String,
    pub(crate) seats: i32,
    /// Key of the usual driver, or empty.
    pub(crate) driver: String,
}

/// A name as a key: in plain letters, without spaces.
pub(crate) fn key(name: &str) -> String {
    text::plain(name).split_whitespace().collect::<Vec<_>>().join("-")
}

/// A key for each of these numbered names, with a number behind it when others had it
/// before.
pub(crate) fn keys<'a>(names: impl IntoIterator<Item = (i64, &'a str)>) -> HashMap<i64, String> {
    let mut taken = HashSet::new();
    let mut keys = HashMap::new();
    for (id, name) in names {
        let plain = key(name);
        let mut own = plain.clone();
        let mut count = 1;
        while !taken.insert(own.clone()) {
            count += 1;
            own = format!("{plain}-{count}");
        }
        keys.insert(id, own);
    }
    keys
}

impl Book {
    pub(super) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let units = people::units(db).await?;
        let persons = people::persons(db).await?;
        let mut positions = people::positions(db).await?;
        positions.sort_by_key(|p| p.id.0);
        let serving = people::serving(db).await?;

        let codes: HashMap<i64, String> = units.iter().map(|u| (u.id.0, u.code.clone())).collect();
        let members = keys(persons.iter().map(|p| (p.id.0, p.name.as_str())));
        let posts = keys(positions.iter().map(|p| (p.id.0, p.slug.as_str())));
        let of = |keys: &HashMap<i64, String>, id: Option<i64>| {
            id.and_then(|id| keys.get(&id).cloned()).unwrap_or_default()
        };

        Ok(Self {
            shape: SHAPE.to_owned(),
            units: units
                .iter()
                .map(|unit| Section {
                    code: unit.code.clone(),
                    name: unit.name.clone(),
                    short_name: unit.short_name.clone(),
                    kind: unit.kind.code().to_owned(),
                    parent: of(&codes, unit.parent.map(|p| p.0)),
                    from: day(unit.valid.from),
                    to: day(unit.valid.to),
                })
                .collect(),
            persons: persons
                .iter()
                .map(|person| Member {
                    key: of(&members, Some(person.id.0)),
                    name: person.name.clone(),
                    title: person.title.clone(),
                    unit: of(&codes, person.unit.map(|u| u.0)),
                    email: person.email.clone(),
                    phone: person.phone.clone(),
                    duties: person.duties.clone(),
                    service: person.service.code().to_owned(),
                    from: day(person.valid.from),
                    to: day(person.valid.to),
                })
                .collect(),
            positions: positions
                .iter()
                .map(|position| {
                    let mut secretaries: Vec<String> = serving
                        .iter()
                        .filter(|s| s.position == position.id)
                        .map(|s| of(&members, Some(s.secretary.0)))
                        .collect();
                    secretaries.sort();
                    Post {
                        key: of(&posts, Some(position.id.0)),
                        slug: position.slug.clone(),
                        title: position.title.clone(),
                        short_title: position.short_title.clone(),
                        person: of(&members, Some(position.person.0)),
                        unit: of(&codes, Some(position.unit.0)),
                        precedence: position.precedence,
                        portfolio: position.portfolio.clone(),
                        has_calendar: position.has_calendar,
                        office_leader: of(&members, position.office_leader.map(|p| p.0)),
                        acting: of(&posts, position.acting.map(|p| p.0)),
                        secretaries,
                        from: day(position.valid.from),
                        to: day(position.valid.to),
                    }
                })
                .collect(),
            rooms: facility::rooms(db)
                .await?
                .into_iter()
                .map(|room| Hall {
                    name: room.name,
                    location: room.location,
                    capacity: room.capacity,
                    video_conference: room.video_conference,
                })
                .collect(),
            vehicles: facility::vehicles(db)
                .await?
                .into_iter()
                .map(|car| Car {
                    plate: car.plate,
                    seats: car.seats,
                    driver: of(&members, car.driver.map(|p| p.0)),
                })
                .collect(),
            holidays: setting::holidays_in(db, None).await?.into_iter().map(|row| row.day).collect(),
        })
    }

    /// How many things the file holds.
    pub(crate) fn things(&self) -> u64 {
        let lists = [
            self.units.len(),
            self.persons.len(),
            self.positions.len(),
            self.rooms.len(),
            self.vehicles.len(),
            self.holidays.len(),
        ];
        lists.iter().sum::<usize>() as u64
    }

    /// Whether the file says that it is one of these; a file without a word about it is.
    pub(crate) fn is_ours(&self) -> bool {
        self.shape.is_empty() || self.shape == SHAPE
    }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|d| d.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn namesakes_get_keys_of_their_own() {
        let keys = keys([(4, "Nguyễn Văn An"), (9, "Nguyễn  Văn Án"), (7, "Đỗ Thị Bình")]);
        assert_eq!(keys[&4], "nguyen-van-an");
        assert_eq!(keys[&9], "nguyen-van-an-2");
        assert_eq!(keys[&7], "do-thi-binh");
    }
}
