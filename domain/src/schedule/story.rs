//! The beginnings of test stories: the office of Minh Giang, and entries told in
//! the words of a secretary. All people and things are invented.

mod office;

pub(crate) use office::*;

use super::choice::{EntryKind, Format, LeaderRole, Visibility};
use super::entry::{Agreed, Attending, Entry, Halt, Plan, Standing};
use crate::calendar::hours::SessionPart;
use crate::id::EntryId;
use chrono::NaiveDate;

/// A working meeting on the morning of 01/12/2026 that nobody attends yet.
pub(crate) fn an_entry() -> Story {
    Story(Entry {
        id: EntryId(1),
        version: 1,
        plan: Plan {
            date: day("2026-12-01"),
            part: SessionPart::Morning,
            start: None,
            end: None,
            kind: EntryKind::WorkingMeeting,
            content: "Họp về giải ngân vốn đầu tư công".into(),
            attending: Vec::new(),
            participants: String::new(),
            host_unit: None,
            preparing_unit: None,
            room: None,
            place: String::new(),
            format: Format::InPerson,
            remote_sites: Vec::new(),
            office_leader: None,
            specialist: None,
            division: None,
            vehicle: None,
            invitation: None,
            visibility: Visibility::Public,
            public_wording: String::new(),
            note: String::new(),
            acting: None,
            agreed: None,
        },
        standing: Standing::Going,
        reason: String::new(),
        conflict_reason: String::new(),
        published_in: None,
        span: None,
    })
}

/// An entry being told.
#[derive(Clone)]
pub(crate) struct Story(Entry);

impl Story {
    pub fn numbered(mut self, id: i64) -> Self {
        self.0.id = EntryId(id);
        self
    }

    pub fn of_kind(mut self, kind: EntryKind) -> Self {
        self.0.plan.kind = kind;
        self
    }

    pub fn saying(mut self, content: &str) -> Self {
        self.0.plan.content = content.into();
        self
    }

    pub fn with(mut self, slug: &str, role: LeaderRole) -> Self {
        self.0.plan.attending.push(Attending { position: post(slug), role, in_place_of: None });
        self
    }

    pub fn chaired_by(self, slug: &str) -> Self {
        self.with(slug, LeaderRole::Chair)
    }

    pub fn attended_by(self, slug: &str) -> Self {
        self.with(slug, LeaderRole::Attend)
    }

    /// Makes `slug` go in the place of `original`.
    pub fn delegated(mut self, slug: &str, original: &str) -> Self {
        self = self.with(slug, LeaderRole::Substitute);
        if let Some(last) = self.0.plan.attending.last_mut() {
            last.in_place_of = Some(post(original));
        }
        self
    }

    /// Names who acts meanwhile.
    pub fn acted_for_by(mut self, slug: &str) -> Self {
        self.0.plan.acting = Some(post(slug));
        self
    }

    /// Says who agreed to a delegation.
    pub fn agreed_by(mut self, name: &str, at: &str) -> Self {
        self.0.plan.agreed = Some(Agreed { by: name.into(), at: Some(moment(at)) });
        self
    }

    pub fn on(mut self, date: &str) -> Self {
        self.0.plan.date = day(date);
        self
    }

    /// "08:00-10:00", or "08:00" when nobody knows how long it lasts.
    pub fn at(mut self, hours: &str) -> Self {
        let (start, end) = hours.split_once('-').map_or((hours, None), |(s, e)| (s, Some(e)));
        self.0.plan.start = Some(hour(start));
        self.0.plan.end = end.map(hour);
        self.0.plan.part = SessionPart::of_time(hour(start));
        self
    }

    pub fn in_the(mut self, part: SessionPart) -> Self {
        self.0.plan.part = part;
        self
    }

    pub fn in_room(mut self, name: &str) -> Self {
        self.0.plan.room = Some(room(name));
        self
    }

    pub fn at_place(mut self, place: &str) -> Self {
        self.0.plan.place = place.into();
        self
    }

    pub fn by_car(mut self, name: &str) -> Self {
        self.0.plan.vehicle = Some(car(name));
        self
    }

    pub fn prepared_by(mut self, code: &str) -> Self {
        self.0.plan.preparing_unit = Some(unit(code));
        self
    }

    pub fn joined_by(mut self, code: &str) -> Self {
        self.0.plan.remote_sites.push(unit(code));
        self
    }

    pub fn served_by(mut self, leader: &str, specialist: &str) -> Self {
        self.0.plan.office_leader = Some(person(leader));
        self.0.plan.specialist = Some(person(specialist));
        self
    }

    pub fn noted(mut self, note: &str) -> Self {
        self.0.plan.note = note.into();
        self
    }

    pub fn because(mut self, reason: &str) -> Self {
        self.0.reason = reason.into();
        self
    }

    pub fn postponed(mut self, moved_to: Option<&str>) -> Self {
        self.0.standing = Standing::Postponed(halt("Chủ tịch bận", moved_to.map(day)));
        self
    }

    pub fn cancelled(mut self) -> Self {
        self.0.standing = Standing::Cancelled(halt("Không còn cần họp", None));
        self
    }

    pub fn plan(self) -> Plan {
        self.0.plan
    }

    pub fn entry(self) -> Entry {
        self.0
    }
}

fn halt(reason: &str, moved_to: Option<NaiveDate>) -> Halt {
    Halt { reason: reason.into(), by: "Thư ký".into(), at: moment("2026-11-30T02:00"), moved_to }
}
