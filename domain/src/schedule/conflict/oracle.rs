//! The conflicts of random days, found a second time and in another way: each
//! minute of the day is painted for each leader, room, car and driver.

mod random;

use self::random::{entries, the_office};
use super::*;
use crate::schedule::buffer::{Leg, Stop};
use crate::schedule::choice::EntryKind;
use crate::schedule::story::unit;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What an entry says about a minute: nothing, perhaps, or beyond doubt.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    No,
    Maybe,
    Sure,
}

fn claim(plan: &Plan, minute: u32) -> Claim {
    let of = |t: NaiveTime| {
        use chrono::Timelike;
        t.hour() * 60 + t.minute()
    };
    let (first, last) = match plan.part {
        SessionPart::Morning => (450, 690),
        SessionPart::Afternoon => (810, 1020),
        SessionPart::Evening => (1080, 1260),
        SessionPart::AllDay => (450, 1020),
    };
    let whole_day = plan.part == SessionPart::AllDay;
    let block = matches!(plan.kind, EntryKind::Leave | EntryKind::BusinessTrip);
    match (plan.start.map(of), plan.end.map(of)) {
        (Some(start), _) if minute < start => Claim::No,
        (Some(_), Some(end)) if minute < end => Claim::Sure,
        (Some(_), Some(_)) => Claim::No,
        (Some(start), None) if minute < start + 30 => Claim::Sure,
        (Some(_), None) if minute < last && whole_day => Claim::Sure,
        (Some(_), None) if minute < last => Claim::Maybe,
        (Some(_), None) => Claim::No,
        (None, _) if minute < first || minute >= last => Claim::No,
        (None, _) if whole_day || block => Claim::Sure,
        (None, _) => Claim::Maybe,
    }
}

/// Everything an entry needs for itself, by name.
fn needs(plan: &Plan, office: &Directory) -> BTreeSet<String> {
    let mut needs = BTreeSet::new();
    for attending in &plan.attending {
        needs.extend(office.leader(attending.position).map(|l| format!("leader {}", l.person_name)));
    }
    needs.extend(plan.room.map(|room| format!("room {room}")));
    if let Some(car) = plan.vehicle.and_then(|car| office.vehicle(car)) {
        needs.insert(format!("car {}", car.plate));
        needs.extend(car.driver.map(|driver| format!("driver {driver}")));
    }
    needs
}

type Clash = (String, EntryId, EntryId);

fn painted(entries: &[Entry], office: &Directory) -> BTreeMap<Clash, Severity> {
    let mut clashes = BTreeMap::new();
    let busy = |e: &&Entry| {
        e.standing == crate::schedule::Standing::Going
            && !matches!(e.plan.kind, EntryKind::OfficeWork | EntryKind::Duty)
    };
    let busy: Vec<_> = entries.iter().filter(busy).collect();
    for date in ["2026-12-01", "2026-12-02"].map(crate::schedule::story::day) {
        for minute in 0..24 * 60 {
            let mut taken: BTreeMap<String, Vec<(EntryId, Claim)>> = BTreeMap::new();
            for entry in busy.iter().filter(|e| e.plan.date == date) {
                let claim = claim(&entry.plan, minute);
                if claim > Claim::No {
                    for need in needs(&entry.plan, office) {
                        taken.entry(need).or_default().push((entry.id, claim));
                    }
                }
            }
            for (need, takers) in taken {
                for (one, mine) in &takers {
                    for (other, theirs) in takers.iter().filter(|(other, _)| other > one) {
                        let sure = *mine.min(theirs) == Claim::Sure;
                        let severity = if sure { Severity::Refuse } else { Severity::Reason };
                        let clash = (need.clone(), *one, *other);
                        let worst = clashes.entry(clash).or_insert(severity);
                        *worst = severity.max(*worst);
                    }
                }
            }
        }
    }
    // Who shares a car is told about the car and not about its driver as well.
    let cars: Vec<_> = clashes.keys().filter(|c| c.0.starts_with("car")).cloned().collect();
    clashes.retain(|(need, one, other), _| {
        !need.starts_with("driver") || !cars.iter().any(|c| (c.1, c.2) == (*one, *other))
    });
    clashes
}

/// What a conflict is about, the same from both sides; `None` for the rest.
fn about(conflict: &Conflict, office: &Directory) -> Option<String> {
    let holder = |name: &str| {
        let post = office.leaders.iter().find(|l| name.ends_with(&l.person_name));
        post.map(|l| l.person_name.clone()).unwrap()
    };
    Some(match &conflict.kind {
        ConflictKind::Leader { name } => format!("leader {}", holder(name)),
        ConflictKind::Room { name } => {
            format!("room {}", office.rooms.iter().find(|r| r.name == *name).unwrap().id)
        }
        ConflictKind::Vehicle { plate } => format!("car {plate}"),
        ConflictKind::Driver { name } => {
            format!("driver {}", office.staff.iter().find(|p| p.name == *name).unwrap().id)
        }
        ConflictKind::Reception { name } => format!("reception {}", holder(name)),
        ConflictKind::Way { name, .. } => format!("way {}", holder(name)),
        ConflictKind::Staff { name } | ConflictKind::Unit { name } => format!("serves {name}"),
        _ => return None,
    })
}

fn is_refusable(about: &str) -> bool {
    ["leader", "room", "car", "driver"].iter().any(|kind| about.starts_with(kind))
}

/// Minutes between two places of the oracle's office, read off by hand; `None` where
/// nobody can say.
fn by_hand(one: &Plan, other: &Plan) -> Option<u32> {
    let place = |plan: &Plan| match plan.place.as_str() {
        _ if matches!(plan.kind, EntryKind::BusinessTrip | EntryKind::Leave) => None,
        _ if plan.room.is_some() => Some(0),
        "" => Some(0),
        "Phường Minh Tân" => Some(1),
        "Nhà văn hóa Trung Giang" => Some(2),
        "Sân bay" => Some(3),
        _ => None,
    };
    const MINUTES: [[u32; 4]; 4] = [[0, 10, 40, 40], [10, 0, 50, 75], [40, 50, 0, 80], [40, 75, 80, 0]];
    Some(MINUTES[place(one)?][place(other)?])
}

/// Who walks from one entry to the other minute by minute and comes too late.
fn walked(entries: &[Entry], office: &Directory) -> BTreeMap<Clash, Severity> {
    let mut late = BTreeMap::new();
    let busy =
        |e: &&Entry| e.standing.is_going() && !matches!(e.plan.kind, EntryKind::OfficeWork | EntryKind::Duty);
    let busy: Vec<_> = entries.iter().filter(busy).collect();
    let taken = |plan: &Plan| -> Vec<u32> { (0..24 * 60).filter(|m| claim(plan, *m) > Claim::No).collect() };
    let sure = |plan: &Plan| plan.part == SessionPart::AllDay || (plan.start.is_some() && plan.end.is_some());
    for (at, one) in busy.iter().enumerate() {
        for other in &busy[at + 1..] {
            let (mine, theirs) = (taken(&one.plan), taken(&other.plan));
            let meet = one.plan.date != other.plan.date || mine.iter().any(|m| theirs.contains(m));
            let Some(way) = by_hand(&one.plan, &other.plan).filter(|way| *way > 0 && !meet) else { continue };
            let between = if mine.last() < theirs.first() {
                theirs[0] - mine[mine.len() - 1] - 1
            } else {
                mine[0] - theirs[theirs.len() - 1] - 1
            };
            let severity = match between {
                left if left >= way + 20 => continue,
                left if left < way && sure(&one.plan) && sure(&other.plan) => Severity::Reason,
                _ => Severity::Warn,
            };
            let (mine, theirs) = (needs(&one.plan, office), needs(&other.plan, office));
            for leader in mine.intersection(&theirs).filter_map(|need| need.strip_prefix("leader ")) {
                late.insert((format!("way {leader}"), one.id.min(other.id), one.id.max(other.id)), severity);
            }
        }
    }
    late
}

proptest! {
    #[test]
    fn who_cannot_be_there_in_time_is_found_and_nobody_else(entries in entries()) {
        let office = the_office();
        let mut found = BTreeMap::new();
        for entry in entries.iter().filter(|e| e.standing.is_going()) {
            for conflict in conflicts(&entries, Some(entry.id), &entry.plan, &office) {
                let about = about(&conflict, &office).filter(|about| about.starts_with("way"));
                if let (Some(about), Some(other)) = (about, &conflict.with) {
                    let pair = (entry.id.min(other.id), entry.id.max(other.id));
                    found.insert((about, pair.0, pair.1), conflict.severity);
                }
            }
        }
        prop_assert_eq!(found, walked(&entries, &office));
    }

    #[test]
    fn the_same_collisions_are_found_minute_by_minute(entries in entries()) {
        let office = the_office();
        let mut found = BTreeMap::new();
        for entry in entries.iter().filter(|e| e.standing.is_going()) {
            for conflict in conflicts(&entries, Some(entry.id), &entry.plan, &office) {
                let about = about(&conflict, &office).filter(|about| is_refusable(about));
                if let (Some(about), Some(other)) = (about, &conflict.with) {
                    let pair = (entry.id.min(other.id), entry.id.max(other.id));
                    found.insert((about, pair.0, pair.1), conflict.severity);
                }
            }
        }
        prop_assert_eq!(found, painted(&entries, &office));
    }

    #[test]
    fn what_collides_with_another_is_collided_with_as_hard(entries in entries()) {
        let office = the_office();
        let seen_from = |one: &Entry, other: &Entry| {
            let mut seen: Vec<_> = conflicts(std::slice::from_ref(other), Some(one.id), &one.plan, &office)
                .into_iter()
                .filter(|c| c.with.is_some())
                .map(|c| (about(&c, &office), c.severity))
                .collect();
            seen.sort();
            seen
        };
        let going: Vec<_> = entries.iter().filter(|e| e.standing.is_going()).collect();
        for one in &going {
            for other in going.iter().filter(|other| other.id > one.id) {
                prop_assert_eq!(seen_from(one, other), seen_from(other, one));
            }
        }
    }

    #[test]
    fn the_list_of_a_week_holds_each_collision_once(entries in entries()) {
        let office = the_office();
        let mut listed = BTreeMap::new();
        for (id, conflict) in of_week(&entries, &office) {
            if let (Some(about), Some(other)) = (about(&conflict, &office), &conflict.with) {
                let pair = (id.min(other.id), id.max(other.id));
                let clash = (about, pair.0, pair.1);
                prop_assert!(!listed.contains_key(&clash), "twice: {:?}", clash);
                listed.insert(clash, conflict.severity);
            }
        }
        listed.retain(|clash, _| is_refusable(&clash.0));
        prop_assert_eq!(listed, painted(&entries, &office));
    }
}
