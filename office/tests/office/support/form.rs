//! Forms as people fill them in, by the names of the demo office.

use super::TestOffice;
use domain::people::{PersonDraft, PositionDraft, UnitDraft};
use domain::schedule::{Entry, EntryDraft, LeaderRole};

/// An entry on its way to the board: public, in the Office, a working meeting of the morning.
pub struct AnEntry {
    office: TestOffice,
    draft: EntryDraft,
}

impl AnEntry {
    pub(super) fn new(office: TestOffice) -> Self {
        let draft = EntryDraft {
            date: "2026-12-08".into(),
            part: "morning".into(),
            kind: "working_meeting".into(),
            content: "Họp xử lý công việc".into(),
            format: "in_person".into(),
            visibility: "public".into(),
            ..EntryDraft::default()
        };
        Self { office, draft }
    }

    fn with(mut self, fill: impl FnOnce(&mut EntryDraft, &TestOffice)) -> Self {
        fill(&mut self.draft, &self.office);
        self
    }

    pub fn on(self, date: &str) -> Self {
        self.with(|draft, _| draft.date = date.into())
    }

    /// "08:00-10:00", or "08:00" with an open end. The part of the day follows the start.
    pub fn at(self, hours: &str) -> Self {
        self.with(|draft, _| {
            let (start, end) = hours.split_once('-').unwrap_or((hours, ""));
            draft.part = match start {
                _ if start < "12:00" => "morning",
                _ if start < "18:00" => "afternoon",
                _ => "evening",
            }
            .into();
            (draft.start, draft.end) = (start.into(), end.into());
        })
    }

    pub fn all_day(self) -> Self {
        self.with(|draft, _| draft.part = "all_day".into())
    }

    pub fn saying(self, content: &str) -> Self {
        self.with(|draft, _| draft.content = content.into())
    }

    pub fn of_kind(self, code: &str) -> Self {
        self.with(|draft, _| draft.kind = code.into())
    }

    pub fn chaired_by(self, slug: &str) -> Self {
        self.attended_by(slug, LeaderRole::Chair)
    }

    pub fn attended_by(self, slug: &str, role: LeaderRole) -> Self {
        self.with(|draft, office| {
            draft.leaders.insert(office.post(slug).to_string(), role.code().into());
        })
    }

    pub fn in_room(self, name: &str) -> Self {
        self.with(|draft, office| draft.room = office.room(name).to_string())
    }

    pub fn in_place(self, words: &str) -> Self {
        self.with(|draft, _| draft.place = words.into())
    }

    pub fn by_car(self, plate: &str) -> Self {
        self.with(|draft, office| draft.vehicle = office.vehicle(plate).to_string())
    }

    pub fn looked_after_by(self, name: &str) -> Self {
        self.with(|draft, office| draft.specialist = office.person(name).to_string())
    }

    pub fn prepared_by(self, code: &str) -> Self {
        self.with(|draft, office| draft.preparing_unit = office.unit(code).to_string())
    }

    pub fn noting(self, note: &str) -> Self {
        self.with(|draft, _| draft.note = note.into())
    }

    pub fn internal(self) -> Self {
        self.with(|draft, _| draft.visibility = "internal".into())
    }

    pub fn restricted(self, wording: &str) -> Self {
        self.with(|draft, _| {
            draft.visibility = "restricted".into();
            draft.public_wording = wording.into();
        })
    }

    pub fn draft(self) -> EntryDraft {
        self.draft
    }

    /// Puts the entry on the board as the secretary.
    pub async fn put(self) -> Entry {
        let office = self.office.clone();
        office.put(self).await
    }
}

pub fn a_unit(code: &str) -> UnitDraft {
    UnitDraft {
        code: code.into(),
        name: format!("Đơn vị {code}"),
        kind: "department".into(),
        ..UnitDraft::default()
    }
}

pub fn a_person(name: &str) -> PersonDraft {
    PersonDraft { name: name.into(), service: "specialist".into(), ..PersonDraft::default() }
}

pub fn a_position(slug: &str, person: &str, unit: &str) -> PositionDraft {
    PositionDraft {
        slug: slug.into(),
        title: "Phó Chủ tịch Ủy ban nhân dân tỉnh".into(),
        short_title: "Phó Chủ tịch".into(),
        person: person.into(),
        unit: unit.into(),
        precedence: "6".into(),
        has_calendar: "on".into(),
        ..PositionDraft::default()
    }
}
