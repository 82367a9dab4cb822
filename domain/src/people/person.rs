//! Persons of the Office and of the bodies it works with, and what they can
//! be chosen for in an entry.

use super::form::{day_text, known_unit, span};
use super::{Span, Unit};
use crate::access::email;
use crate::id::{PersonId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};

/// A person, with work contacts only (Law 91/2025/QH15: minimal fields).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Number of the row.
    pub id: PersonId,
    /// Full name, family name first.
    pub name: String,
    /// Title as written in lists ("Chuyên viên").
    pub title: String,
    /// Unit they work in.
    pub unit: Option<UnitId>,
    /// Work e-mail or empty.
    pub email: String,
    /// Work telephone or empty; never public.
    pub phone: String,
    /// What they look after.
    pub duties: String,
    /// What they can be chosen for in an entry.
    pub service: Service,
    /// Days on which they work here.
    pub valid: Span,
    /// Raised by each save.
    pub version: i32,
}

/// What a person of the Office can be chosen for in an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// Nothing of these.
    #[default]
    None,
    /// Leader of the Office in charge (CVP, PCVP).
    OfficeLeader,
    /// Specialist in charge.
    Specialist,
    /// Driver.
    Driver,
}

impl Service {
    /// All services.
    pub const ALL: [Service; 4] =
        [Service::None, Service::OfficeLeader, Service::Specialist, Service::Driver];

    /// The code under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Service::None => "none",
            Service::OfficeLeader => "office_leader",
            Service::Specialist => "specialist",
            Service::Driver => "driver",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }
}

/// A form for a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonDraft {
    /// Full name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Number of the unit or empty.
    pub unit: String,
    /// Work e-mail or empty.
    pub email: String,
    /// Work telephone or empty.
    pub phone: String,
    /// Duties.
    pub duties: String,
    /// Service code.
    pub service: String,
    /// First day or empty.
    pub from: String,
    /// Last day or empty.
    pub to: String,
}

impl PersonDraft {
    /// The form of a person as they are.
    pub fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            title: person.title.clone(),
            unit: person.unit.map(|u| u.to_string()).unwrap_or_default(),
            email: person.email.clone(),
            phone: person.phone.clone(),
            duties: person.duties.clone(),
            service: person.service.code().to_owned(),
            from: day_text(person.valid.from),
            to: day_text(person.valid.to),
        }
    }

    /// Checks what was typed against the units that exist.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, id: Option<PersonId>, units: &[Unit]) -> Result<Person, Vec<Issue>> {
        let mut issues = Issues::default();
        let name = issues.needed_line("name", &self.name, 120);
        let title = issues.take("title", text::line(&self.title, 200));
        let unit = known_unit(&mut issues, &self.unit, units);
        let email = if self.email.trim().is_empty() {
            String::new()
        } else {
            issues.take("email", email(&self.email))
        };
        let phone = issues.take("phone", text::line(&self.phone, 30));
        let duties = issues.take("duties", text::paragraph(&self.duties, 1000));
        let service = if self.service.is_empty() {
            Service::None
        } else {
            issues.take("service", Service::of_code(&self.service).ok_or(Problem::Unknown))
        };
        let valid = span(&mut issues, &self.from, &self.to);
        issues.or(Person {
            id: id.unwrap_or(PersonId(0)),
            name,
            title,
            unit,
            email,
            phone,
            duties,
            service,
            valid,
            version: 0,
        })
    }
}
