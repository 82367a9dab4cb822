//! The place of a meeting that exists already within the series of a body.

use super::LAST_NUMBER;
use crate::access::optional_id;
use crate::id::BodyId;
use crate::meeting::{Meeting, Offer};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};

/// The form of the body of a meeting and of its number there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SessionDraft {
    /// Number of the body, or empty.
    pub body: String,
    /// The number within its series, or empty.
    pub session: String,
}

impl SessionDraft {
    /// The form of what holds.
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            body: meeting.proposal.body.map(|body| body.to_string()).unwrap_or_default(),
            session: meeting.session.map(|number| number.to_string()).unwrap_or_default(),
        }
    }

    /// Checks what was typed for a meeting; its body may have ended since.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(
        &self,
        meeting: &Meeting,
        offer: &Offer,
    ) -> Result<(Option<BodyId>, Option<u32>), Vec<Issue>> {
        let mut issues = Issues::default();
        let body = issues.take("body", optional_id(&self.body)).map(BodyId);
        let is_known = |id| meeting.proposal.body == Some(id) || offer.bodies.iter().any(|(b, _)| *b == id);
        if body.is_some_and(|id| !is_known(id)) {
            issues.note("body", Problem::Unknown);
        }
        let number = match self.session.trim() {
            "" => Ok(None),
            typed => text::number(typed, 1..=LAST_NUMBER).map(Some),
        };
        let number = issues.take("session", number);
        if number.is_some() && body.is_none() && issues.is_clean("body") {
            issues.note("body", Problem::Required);
        }
        issues.or((body, number))
    }
}
