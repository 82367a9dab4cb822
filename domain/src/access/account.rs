//! Sign-in accounts: what is seen of them, and the form of an administrator.
//!
//! Passwords are only measured here; hashing and sessions are the server's.

use super::Role;
use crate::id::{AccountId, PersonId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a person sees of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Number of the row.
    pub id: AccountId,
    /// The sign-in name.
    pub email: String,
    /// The name shown.
    pub name: String,
    /// The roles.
    pub roles: Vec<Role>,
    /// The unit that an officer or its head speaks for.
    pub unit: Option<UnitId>,
    /// The person behind the account.
    pub person: Option<PersonId>,
    /// Since when the account is locked.
    pub locked_at: Option<DateTime<Utc>>,
    /// Raised by each save.
    pub version: i32,
}

/// One of a person's own sign-ins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnSession {
    /// A number to end it by; the secret itself is never shown.
    pub id: i64,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// When it was last used (to the minute or so).
    pub seen_at: DateTime<Utc>,
    /// The browser, in its own words.
    pub client: String,
    /// The network address.
    pub address: String,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// The least number of characters of a password.
pub const PASSWORD_MIN: usize = 10;

/// The greatest number of characters of a password: hashing costs by the length.
pub const PASSWORD_MAX: usize = 256;

/// The least number of different characters of a password.
pub const PASSWORD_DIFFERENT: usize = 5;

/// The least number of characters of a sign-in name that a password may not hold: shorter
/// ones stand in many good passwords by chance.
const NAME_MIN: usize = 4;

/// Checks a new password of the account with this e-mail address: by its length, and that
/// it is not among the first ones that somebody would try, as NIST SP 800-63B 3.1.1
/// advises; not by which kinds of characters it mixes.
///
/// # Errors
/// [`Problem::WeakPassword`], [`Problem::TooLong`], [`Problem::Guessable`].
pub fn password(new: &str, email: &str) -> Result<(), Problem> {
    if new.chars().count() < PASSWORD_MIN {
        return Err(Problem::WeakPassword { min: PASSWORD_MIN });
    }
    typed_password(new)?;
    if is_monotonous(new) || holds_name(new, email) {
        return Err(Problem::Guessable { different: PASSWORD_DIFFERENT });
    }
    Ok(())
}

/// Whether it is made of very few characters, such as "1111111111".
fn is_monotonous(new: &str) -> bool {
    new.chars().collect::<BTreeSet<char>>().len() < PASSWORD_DIFFERENT
}

/// Whether it holds what stands before the `@` of the address, in whatever letters.
fn holds_name(new: &str, email: &str) -> bool {
    let name = text::plain(email.split('@').next().unwrap_or_default().trim());
    name.chars().count() >= NAME_MIN && text::plain(new).contains(&name)
}

/// Checks a password that should be known already: only that nobody hashes a book.
///
/// # Errors
/// [`Problem::TooLong`].
pub fn typed_password(typed: &str) -> Result<(), Problem> {
    match typed.chars().count() {
        is if is > PASSWORD_MAX => Err(Problem::TooLong { max: PASSWORD_MAX, is }),
        _ => Ok(()),
    }
}

/// Checks an e-mail address roughly: one `@`, a domain, no spaces; lower case.
///
/// # Errors
/// [`Problem::Required`], [`Problem::NotAnEmail`], or a text problem.
pub fn email(typed: &str) -> Result<String, Problem> {
    let email = text::line(typed, 254)?.to_lowercase();
    if email.is_empty() {
        return Err(Problem::Required);
    }
    match email.split_once('@') {
        Some((local, host))
            if !local.is_empty()
                && !host.is_empty()
                && !host.contains('@')
                && host.contains('.')
                && !email.contains(' ')
                && email.is_ascii() =>
        {
            Ok(email)
        }
        _ => Err(Problem::NotAnEmail),
    }
}

/// What an administrator types to create or change an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountDraft {
    /// Sign-in name.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// Role codes.
    pub roles: Vec<String>,
    /// Unit number or empty.
    pub unit: String,
    /// Person number or empty.
    pub person: String,
    /// A new password, or empty to keep the old one.
    pub password: String,
}

/// A checked [`AccountDraft`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountPlan {
    /// Sign-in name, lower case.
    pub email: String,
    /// Name shown.
    pub name: String,
    /// Roles, at least one.
    pub roles: Vec<Role>,
    /// Unit.
    pub unit: Option<UnitId>,
    /// Person.
    pub person: Option<PersonId>,
    /// New password.
    pub password: Option<String>,
}

impl AccountDraft {
    /// Checks what was typed; a new account needs a password, and who speaks for a unit
    /// needs the unit.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, new: bool) -> Result<AccountPlan, Vec<Issue>> {
        let mut issues = Issues::default();
        let mut plan = AccountPlan {
            email: issues.take("email", email(&self.email)),
            name: issues.needed_line("name", &self.name, 120),
            ..AccountPlan::default()
        };
        for code in &self.roles {
            match Role::of_code(code) {
                Some(role) if plan.roles.contains(&role) => {}
                Some(role) => plan.roles.push(role),
                None => issues.note("roles", Problem::Unknown),
            }
        }
        if self.roles.is_empty() {
            issues.note("roles", Problem::Required);
        }
        plan.unit = issues.take("unit", optional_id(&self.unit)).map(UnitId);
        if plan.unit.is_none() && issues.is_clean("unit") && plan.roles.iter().any(|r| r.needs_unit()) {
            issues.note("unit", Problem::Required);
        }
        plan.person = issues.take("person", optional_id(&self.person)).map(PersonId);
        if new || !self.password.is_empty() {
            issues.take("password", password(&self.password, &self.email));
            plan.password = Some(self.password.clone());
        }
        issues.or(plan)
    }
}

/// Reads a number of a row out of a form field; empty is none.
///
/// # Errors
/// [`Problem::Unknown`] for anything that is not a number.
pub fn optional_id(typed: &str) -> Result<Option<i64>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| Problem::Unknown)
}
