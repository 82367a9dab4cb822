//! Requests that cannot all be granted as wished: the same leader or the same
//! room at the same time, before any of them is on the board.

use super::{Request, RequestState, Slot, Wanted};
use chrono::Timelike;

/// A request that wishes for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rival<'a> {
    /// The other request.
    pub request: &'a Request,
    /// Whether both ask for the same leader.
    pub chair: bool,
    /// Whether both ask for the same room.
    pub room: bool,
}

/// The waiting requests whose wish stands against that of `one`. Wishes without
/// an hour are not held against each other: they find room in their half-day.
pub fn rivals<'a>(one: &Request, others: impl IntoIterator<Item = &'a Request>) -> Vec<Rival<'a>> {
    if one.state != RequestState::Registered {
        return Vec::new();
    }
    let waiting = |other: &&Request| other.id != one.id && other.state == RequestState::Registered;
    others
        .into_iter()
        .filter(waiting)
        .filter(|other| meet(&one.wanted, &other.wanted))
        .map(|other| Rival {
            request: other,
            chair: other.wanted.chair == one.wanted.chair,
            room: other.wanted.room.is_some() && other.wanted.room == one.wanted.room,
        })
        .filter(|rival| rival.chair || rival.room)
        .collect()
}

fn meet(one: &Wanted, other: &Wanted) -> bool {
    let minutes = |slot: &Slot, length: u32| {
        let start = slot.start.map(|start| start.hour() * 60 + start.minute())?;
        Some((start, start + length))
    };
    let (Some(a), Some(b)) = (minutes(&one.wish, one.minutes), minutes(&other.wish, other.minutes)) else {
        return false;
    };
    one.wish.date == other.wish.date && a.0 < b.1 && b.0 < a.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::story::a_request;
    use crate::schedule::story::{post, room};

    fn told(request: &Request, other: &Request) -> Option<(bool, bool)> {
        let found = rivals(request, [request, other]);
        let back = rivals(other, [request, other]);
        let said = |list: &[Rival]| list.first().map(|r| (r.chair, r.room));
        assert_eq!(said(&found), said(&back), "each stands against the other");
        said(&found)
    }

    #[test]
    fn the_same_room_or_leader_at_the_same_hour() {
        let one = a_request().request();
        let both = a_request().numbered(2).request();
        assert_eq!(told(&one, &both), Some((true, true)));
        let room_only = a_request().numbered(2).wanting(|d| d.chair = post("pct-kt").to_string()).request();
        assert_eq!(told(&one, &room_only), Some((false, true)));
        let leader_only = a_request().numbered(2).wanting(|d| d.room = room("r-b").to_string()).request();
        assert_eq!(told(&one, &leader_only), Some((true, false)));
        let neither = a_request().numbered(2).wanting(|d| {
            d.chair = post("pct-kt").to_string();
            d.room = String::new();
        });
        assert_eq!(told(&one, &neither.request()), None);
    }

    #[test]
    fn one_that_begins_when_the_other_ends_is_not_in_its_way() {
        let one = a_request().request();
        let next = a_request().numbered(2).wanting(|d| d.slots[0].start = "10:30".into()).request();
        assert_eq!(told(&one, &next), None);
        let earlier = a_request().numbered(2).wanting(|d| d.slots[0].start = "10:29".into()).request();
        assert_eq!(told(&one, &earlier), Some((true, true)));
        let other_day = a_request().numbered(2).wanting(|d| d.slots[0].date = "2026-12-08".into()).request();
        assert_eq!(told(&one, &other_day), None);
        let some_time = a_request().numbered(2).wanting(|d| d.slots[0].start = String::new()).request();
        assert_eq!(told(&one, &some_time), None);
    }

    #[test]
    fn what_is_decided_stands_against_nobody() {
        let one = a_request().request();
        for state in RequestState::ALL.into_iter().filter(|s| *s != RequestState::Registered) {
            let other = a_request().numbered(2).standing(state).request();
            assert_eq!(told(&one, &other), None, "{state:?}");
        }
    }
}
