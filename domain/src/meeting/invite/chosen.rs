//! The forms with which people are invited: units and persons of the lists in one go, a
//! guest without an account by name.

use super::{Invitee, InviteePart, Who};
use crate::access::email;
use crate::id::{ItemId, PersonId, UnitId};
use crate::meeting::{Item, Offer};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};

/// Somebody to be invited; a checked [`InviteDraft`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInvitee {
    /// Who.
    pub who: Who,
    /// Name of a guest.
    pub name: String,
    /// Title or organisation of a guest.
    pub title: String,
    /// What as.
    pub part: InviteePart,
    /// The items that concern them.
    pub items: Vec<ItemId>,
}

/// The form that invites: units, persons and at most one guest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InviteDraft {
    /// Numbers of the units.
    pub units: Vec<String>,
    /// Numbers of the persons.
    pub persons: Vec<String>,
    /// The guest, when one is typed, with the part and the items of all.
    pub invitee: InviteeDraft,
}

impl InviteDraft {
    /// Checks what was typed against who is invited already.
    ///
    /// # Errors
    /// All issues, by field; [`Problem::Taken`] for whoever is invited already.
    pub fn check(
        &self,
        offer: &Offer,
        agenda: &[Item],
        known: &[Invitee],
    ) -> Result<Vec<NewInvitee>, Vec<Issue>> {
        let mut issues = Issues::default();
        let (part, items) = self.invitee.part(&mut issues, agenda);
        let mut chosen: Vec<Who> = Vec::new();
        let is_known = |who: &Who| known.iter().any(|invitee| invitee.who == *who);
        let units = self.units.iter().map(|typed| {
            let id = typed.parse().ok().filter(|id| offer.units.iter().any(|(unit, _)| unit == id));
            ("invited_units", id.map(|id: UnitId| Who::Unit(id)))
        });
        let persons = self.persons.iter().map(|typed| {
            let id = typed.parse().ok().filter(|id| offer.persons.iter().any(|(person, _)| person == id));
            ("invited_persons", id.map(|id: PersonId| Who::Person(id)))
        });
        for (field, who) in units.chain(persons) {
            match who {
                None => issues.note(field, Problem::Unknown),
                Some(who) if is_known(&who) => issues.note(field, Problem::Taken),
                Some(who) if chosen.contains(&who) => {}
                Some(who) => chosen.push(who),
            }
        }
        let mut new: Vec<NewInvitee> = chosen
            .into_iter()
            .map(|who| NewInvitee {
                who,
                name: String::new(),
                title: String::new(),
                part,
                items: items.clone(),
            })
            .collect();
        let nobody = self.units.is_empty() && self.persons.is_empty();
        if self.invitee.names_somebody() {
            let (who, name, title) = self.invitee.guest(&mut issues);
            if known.iter().any(|other| other.name == name && other.who == who) {
                issues.note("guest_name", Problem::Taken);
            }
            new.push(NewInvitee { who, name, title, part, items });
        } else if nobody {
            issues.note("invited_units", Problem::Required);
        }
        issues.or(new)
    }
}

/// The form of one invitee: part and items, and of a guest everything else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InviteeDraft {
    /// Part code.
    pub part: String,
    /// Numbers of items.
    pub items: Vec<String>,
    /// Name of a guest.
    pub name: String,
    /// Title or organisation of a guest.
    pub title: String,
    /// E-mail address of a guest.
    pub email: String,
    /// Telephone of a guest.
    pub phone: String,
}

impl InviteeDraft {
    /// The form of an invitee as it is.
    pub fn of(invitee: &Invitee) -> Self {
        let (email, phone) = invitee.who.reach();
        Self {
            part: invitee.part.code().to_owned(),
            items: invitee.items.iter().map(ToString::to_string).collect(),
            name: invitee.name.clone(),
            title: invitee.title.clone(),
            email,
            phone,
        }
    }

    /// The invitee with what was typed; of a unit or a person only part and items.
    ///
    /// # Errors
    /// All issues, by field; [`Problem::Taken`] for a guest who is there already.
    pub fn check(&self, old: &Invitee, agenda: &[Item], known: &[Invitee]) -> Result<Invitee, Vec<Issue>> {
        let mut issues = Issues::default();
        let (part, items) = self.part(&mut issues, agenda);
        let mut new = Invitee { part, items, ..old.clone() };
        if matches!(old.who, Who::Guest { .. }) {
            (new.who, new.name, new.title) = self.guest(&mut issues);
            let taken =
                |other: &Invitee| other.id != old.id && other.name == new.name && other.who == new.who;
            if known.iter().any(taken) {
                issues.note("guest_name", Problem::Taken);
            }
        }
        issues.or(new)
    }

    fn names_somebody(&self) -> bool {
        [&self.name, &self.title, &self.email, &self.phone].iter().any(|typed| !typed.trim().is_empty())
    }

    fn part(&self, issues: &mut Issues, agenda: &[Item]) -> (InviteePart, Vec<ItemId>) {
        let part = issues.chosen("invitee_part", &self.part, InviteePart::of_code(&self.part));
        let mut items: Vec<ItemId> = Vec::new();
        for typed in &self.items {
            match typed.parse().ok().filter(|id| agenda.iter().any(|item| item.id == *id)) {
                None => issues.note("items", Problem::Unknown),
                Some(id) if items.contains(&id) => {}
                Some(id) => items.push(id),
            }
        }
        (part.unwrap_or(InviteePart::Attend), items)
    }

    fn guest(&self, issues: &mut Issues) -> (Who, String, String) {
        let name = issues.needed_line("guest_name", &self.name, 200);
        let title = issues.needed_line("guest_title", &self.title, 200);
        let typed_email = !self.email.trim().is_empty();
        let email = if typed_email { issues.take("email", email(&self.email)) } else { String::new() };
        let phone = issues.take("guest_phone", phone(&self.phone));
        if !typed_email && self.phone.trim().is_empty() {
            issues.note("email", Problem::NoWayToReach);
        }
        (Who::Guest { email, phone }, name, title)
    }
}

/// A telephone number or nothing: 8 to 15 digits with the usual marks between them.
pub(super) fn phone(typed: &str) -> Result<String, Problem> {
    text::phone(typed, 8..=15)
}
