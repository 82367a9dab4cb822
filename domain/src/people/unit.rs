//! Units: departments, divisions, localities and the bodies around them.
//!
//! A unit never lies below itself and its code is used once. Units that end
//! keep their row, because what was published names them.

use super::Span;
use super::form::{day_text, span};
use crate::access::optional_id;
use crate::id::UnitId;
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};

/// What kind of body a unit is (Decree 150/2025 and the two-tier model).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// The People's Committee itself.
    PeopleCommittee,
    /// The Office of the People's Committee.
    Office,
    /// A division of the Office.
    Division,
    /// A department (sở, thanh tra).
    Department,
    /// A management board.
    ManagementBoard,
    /// A public service unit.
    ServiceUnit,
    /// An administrative organisation of its own kind.
    SpecialOrganisation,
    /// Police, military command.
    ArmedForces,
    /// A body of the Party.
    PartyBody,
    /// The People's Council.
    PeopleCouncil,
    /// The delegation of the National Assembly.
    NationalAssembly,
    /// The Fatherland Front.
    FatherlandFront,
    /// Press, radio and television.
    Press,
    /// A body of the central government.
    CentralBody,
    /// A committee of a commune, ward or special zone.
    Locality,
}

impl UnitKind {
    /// All kinds, in the order of the choice list.
    pub const ALL: [UnitKind; 15] = [
        UnitKind::PeopleCommittee,
        UnitKind::Office,
        UnitKind::Division,
        UnitKind::Department,
        UnitKind::ManagementBoard,
        UnitKind::ServiceUnit,
        UnitKind::SpecialOrganisation,
        UnitKind::ArmedForces,
        UnitKind::PartyBody,
        UnitKind::PeopleCouncil,
        UnitKind::NationalAssembly,
        UnitKind::FatherlandFront,
        UnitKind::Press,
        UnitKind::CentralBody,
        UnitKind::Locality,
    ];

    /// The code under which the kind is stored.
    pub fn code(self) -> &'static str {
        match self {
            UnitKind::PeopleCommittee => "people_committee",
            UnitKind::Office => "office",
            UnitKind::Division => "division",
            UnitKind::Department => "department",
            UnitKind::ManagementBoard => "management_board",
            UnitKind::ServiceUnit => "service_unit",
            UnitKind::SpecialOrganisation => "special_organisation",
            UnitKind::ArmedForces => "armed_forces",
            UnitKind::PartyBody => "party_body",
            UnitKind::PeopleCouncil => "people_council",
            UnitKind::NationalAssembly => "national_assembly",
            UnitKind::FatherlandFront => "fatherland_front",
            UnitKind::Press => "press",
            UnitKind::CentralBody => "central_body",
            UnitKind::Locality => "locality",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// A unit of the organisation tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Number of the row.
    pub id: UnitId,
    /// Short code, unique ("STC").
    pub code: String,
    /// Full name.
    pub name: String,
    /// Name used in schedules.
    pub short_name: String,
    /// Kind of body.
    pub kind: UnitKind,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// Days on which it exists.
    pub valid: Span,
    /// Raised by each save.
    pub version: i32,
}

/// A form for a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitDraft {
    /// Short code.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Name in schedules; empty takes the full name.
    pub short_name: String,
    /// Kind code.
    pub kind: String,
    /// Number of the unit above, or empty.
    pub parent: String,
    /// First day or empty.
    pub from: String,
    /// Last day or empty.
    pub to: String,
}

impl UnitDraft {
    /// The form of a unit as it is.
    pub fn of(unit: &Unit) -> Self {
        Self {
            code: unit.code.clone(),
            name: unit.name.clone(),
            short_name: unit.short_name.clone(),
            kind: unit.kind.code().to_owned(),
            parent: unit.parent.map(|p| p.to_string()).unwrap_or_default(),
            from: day_text(unit.valid.from),
            to: day_text(unit.valid.to),
        }
    }

    /// Checks what was typed against the units that exist.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, id: Option<UnitId>, units: &[Unit]) -> Result<Unit, Vec<Issue>> {
        let mut issues = Issues::default();
        let code = issues.needed_line("code", &self.code, 30);
        if units.iter().any(|u| Some(u.id) != id && u.code == code) {
            issues.note("code", Problem::Taken);
        }
        let name = issues.needed_line("name", &self.name, 200);
        let mut short_name = issues.take("short_name", text::line(&self.short_name, 100));
        if short_name.is_empty() {
            short_name.clone_from(&name);
        }
        let kind = UnitKind::of_code(&self.kind).unwrap_or_else(|| {
            issues.note("kind", Problem::Unknown);
            UnitKind::Department
        });
        let parent = issues.take("parent", optional_id(&self.parent)).map(UnitId);
        if let Some(parent) = parent {
            if !units.iter().any(|u| u.id == parent) {
                issues.note("parent", Problem::Unknown);
            } else if id.is_some_and(|id| lies_below(parent, id, units)) {
                issues.note("parent", Problem::Circle);
            }
        }
        let valid = span(&mut issues, &self.from, &self.to);
        issues.or(Unit {
            id: id.unwrap_or(UnitId(0)),
            code,
            name,
            short_name,
            kind,
            parent,
            valid,
            version: 0,
        })
    }
}

/// Whether `unit` is `above` or lies somewhere below it.
fn lies_below(unit: UnitId, above: UnitId, units: &[Unit]) -> bool {
    let mut at = Some(unit);
    for _ in 0..=units.len() {
        match at {
            None => return false,
            Some(id) if id == above => return true,
            Some(id) => at = units.iter().find(|u| u.id == id).and_then(|u| u.parent),
        }
    }
    true
}
