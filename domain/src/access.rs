//! Who may do what. Rights are decided here and asked in every verb.
//!
//! Administrators look after accounts and settings and have no business
//! rights; who drafts a week does not approve it.

mod account;
mod acting;
mod right;

#[cfg(test)]
mod tests;

pub use account::{
    Account, AccountDraft, AccountPlan, OwnSession, PASSWORD_DIFFERENT, PASSWORD_MAX, PASSWORD_MIN, email,
    optional_id, password, typed_password,
};
pub use acting::{Acting, Instead};
pub use right::{Deed, Role};

use crate::id::{AccountId, PersonId, PositionId, UnitId};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Who is at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The account; `None` for the office's own jobs.
    pub account: Option<AccountId>,
    /// The person behind the account, when there is one.
    pub person: Option<PersonId>,
    /// The name that the journal keeps.
    pub name: String,
    /// The unit that an officer or its head speaks for.
    pub unit: Option<UnitId>,
    /// The roles.
    pub roles: Vec<Role>,
    /// The leaders that a secretary serves.
    pub serves: Vec<PositionId>,
    /// The posts with a calendar that the person holds.
    pub holds: Vec<PositionId>,
    /// The leaders who are away today, and for whom the person acts.
    #[serde(default)]
    pub acts: Vec<Acting>,
}

impl Actor {
    /// Somebody who is not signed in.
    pub fn nobody() -> Self {
        Self::job("")
    }

    /// A job of the office itself: no roles, only a name for the journal.
    pub fn job(name: &str) -> Self {
        Self {
            account: None,
            person: None,
            name: name.to_owned(),
            unit: None,
            roles: Vec::new(),
            serves: Vec::new(),
            holds: Vec::new(),
            acts: Vec::new(),
        }
    }

    /// Whether one of the roles includes the deed.
    pub fn can(&self, deed: Deed) -> bool {
        self.roles.iter().any(|role| role.may(deed))
    }

    /// The unit that the person speaks for: its officers and its head do, leaders and
    /// others who only belong to one do not.
    pub fn speaks_for(&self) -> Option<UnitId> {
        self.unit.filter(|_| self.can(Deed::RegisterRequest) || self.can(Deed::AgreeItem))
    }

    /// The unit for which the person answers what it is asked: whoever may propose for it.
    pub fn answers_for(&self) -> Option<UnitId> {
        self.unit.filter(|_| self.can(Deed::ProposeMeeting))
    }

    /// Asks for a deed.
    ///
    /// # Errors
    /// [`Refusal::SignInNeeded`] for nobody, [`Refusal::NotYours`] otherwise.
    pub fn may(&self, deed: Deed) -> Result<(), Refusal> {
        if self.can(deed) {
            Ok(())
        } else if self.account.is_none() {
            Err(Refusal::SignInNeeded)
        } else {
            Err(Refusal::NotYours)
        }
    }

    /// Whether the person may change an entry whose leaders were `before` and
    /// become `after`: the Chief of Office always; a secretary who serves each
    /// leader that is put on or taken off and at least one of those on it.
    pub fn may_arrange(&self, before: &[PositionId], after: &[PositionId]) -> bool {
        if self.roles.contains(&Role::ChiefOfOffice) {
            return true;
        }
        if !self.can(Deed::EditEntry) {
            return false;
        }
        let serves = |p: &PositionId| self.serves.contains(p);
        let on_or_off =
            before.iter().filter(|p| !after.contains(p)).chain(after.iter().filter(|p| !before.contains(p)));
        let touches = |list: &[PositionId]| list.is_empty() || list.iter().any(serves);
        on_or_off.clone().all(serves) && touches(before) && touches(after)
    }

    /// The page that a person is sent to after signing in.
    pub fn home(&self) -> &'static str {
        if [Deed::ReadDesk, Deed::RegisterRequest, Deed::AgreeItem].into_iter().any(|deed| self.can(deed)) {
            "/desk"
        } else if self.roles.contains(&Role::Administrator) {
            "/desk/settings"
        } else {
            "/my"
        }
    }
}
