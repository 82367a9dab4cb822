//! A year of entries arranged so that one move is judged at once: by day, and
//! within a day by what an entry needs for itself.
//!
//! The answers are those of [`conflicts`](super::conflicts) over the same entries
//! in the same order: the index only leaves out entries that share no leader,
//! room, car, driver, colleague or unit with the plan. It knows no directory; who
//! holds two posts and who drives two cars is asked when a plan is judged.

#[cfg(test)]
mod tests;

use super::{Conflict, judged, takes_time};
use crate::id::{EntryId, PersonId, PositionId, RoomId, UnitId, VehicleId};
use crate::schedule::directory::Directory;
use crate::schedule::entry::{Entry, Plan};
use chrono::NaiveDate;
use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};

/// Something that two entries of a day can want.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Need {
    Leader(PositionId),
    Room(RoomId),
    Vehicle(VehicleId),
    Staff(PersonId),
    Unit(UnitId),
}

/// Entries by day and need; `E` is `Entry` or `&Entry`.
#[derive(Clone)]
pub struct EntryIndex<E> {
    entries: BTreeMap<u64, E>,
    places: HashMap<EntryId, u64>,
    days: HashMap<NaiveDate, HashMap<Need, Vec<u64>>>,
    next: u64,
}

impl<E> Default for EntryIndex<E> {
    fn default() -> Self {
        Self { entries: BTreeMap::new(), places: HashMap::new(), days: HashMap::new(), next: 0 }
    }
}

impl<E: Borrow<Entry>> FromIterator<E> for EntryIndex<E> {
    fn from_iter<I: IntoIterator<Item = E>>(entries: I) -> Self {
        let mut index = Self::default();
        entries.into_iter().for_each(|entry| index.put(entry));
        index
    }
}

impl<E: Borrow<Entry>> EntryIndex<E> {
    /// Adds an entry behind the others, or puts it in the place of the one with
    /// its number.
    pub fn put(&mut self, entry: E) {
        let id = entry.borrow().id;
        let place = self.places.get(&id).copied().unwrap_or(self.next);
        self.forget(place);
        if place == self.next {
            self.next += 1;
        }
        self.places.insert(id, place);
        if takes_time(entry.borrow()) {
            let plan = &entry.borrow().plan;
            let day = self.days.entry(plan.date).or_default();
            for need in needs(plan) {
                let places = day.entry(need).or_default();
                if let Err(at) = places.binary_search(&place) {
                    places.insert(at, place);
                }
            }
        }
        self.entries.insert(place, entry);
    }

    /// Takes an entry out.
    pub fn remove(&mut self, id: EntryId) -> Option<E> {
        let place = self.places.remove(&id)?;
        self.forget(place)
    }

    fn forget(&mut self, place: u64) -> Option<E> {
        let entry = self.entries.remove(&place)?;
        let plan = &entry.borrow().plan;
        if let Some(day) = self.days.get_mut(&plan.date) {
            for need in needs(plan) {
                if let Some(places) = day.get_mut(&need) {
                    places.retain(|other| *other != place);
                }
            }
            day.retain(|_, places| !places.is_empty());
        }
        if self.days.get(&plan.date).is_some_and(HashMap::is_empty) {
            self.days.remove(&plan.date);
        }
        Some(entry)
    }

    /// How many entries it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry with this number.
    pub fn get(&self, id: EntryId) -> Option<&E> {
        self.entries.get(self.places.get(&id)?)
    }

    /// What [`conflicts`](super::conflicts) says about `plan` among all entries.
    pub fn conflicts(&self, id: Option<EntryId>, plan: &Plan, directory: &Directory) -> Vec<Conflict> {
        let mut places: Vec<u64> = match self.days.get(&plan.date) {
            Some(day) => {
                wanted(plan, directory).filter_map(|need| day.get(&need)).flatten().copied().collect()
            }
            None => Vec::new(),
        };
        places.sort_unstable();
        places.dedup();
        let entries = places.iter().filter_map(|place| self.entries.get(place)).map(Borrow::borrow);
        judged(entries, id, plan, directory)
    }
}

fn needs(plan: &Plan) -> impl Iterator<Item = Need> {
    let leaders = plan.attending.iter().map(|a| Need::Leader(a.position));
    let staff = plan.office_leader.into_iter().chain(plan.specialist).map(Need::Staff);
    let units = plan.remote_sites.iter().copied().chain(plan.preparing_unit).map(Need::Unit);
    let things = plan.room.map(Need::Room).into_iter().chain(plan.vehicle.map(Need::Vehicle));
    leaders.chain(things).chain(staff).chain(units)
}

/// The needs of a plan, with the other posts of its leaders and the other cars
/// of its driver.
fn wanted<'a>(plan: &'a Plan, directory: &'a Directory) -> impl Iterator<Item = Need> + 'a {
    let people = plan.attending.iter().filter_map(|a| directory.leader(a.position)).map(|post| post.person);
    let posts = people.flat_map(|person| directory.leaders.iter().filter(move |post| post.person == person));
    let driver = plan.vehicle.and_then(|id| directory.vehicle(id)).and_then(|car| car.driver);
    let cars = directory.vehicles.iter().filter(move |car| driver.is_some() && car.driver == driver);
    needs(plan).chain(posts.map(|post| Need::Leader(post.id))).chain(cars.map(|car| Need::Vehicle(car.id)))
}
