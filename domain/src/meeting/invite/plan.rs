//! What the Office writes into a letter itself: requirements, contact point, signer,
//! recipients. Everything else comes from the meeting and its entry.

use super::chosen::phone;
use crate::access::optional_id;
use crate::id::PersonId;
use crate::meeting::{Meeting, Offer};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Numbers that a letter can have within its year.
pub const NUMBERS: RangeInclusive<u32> = 1..=99_999;

/// Reads a number: "512" or "512/GM-UBND".
///
/// # Errors
/// [`Problem::Required`] or [`Problem::NotBetween`].
pub fn letter_number(typed: &str) -> Result<u32, Problem> {
    text::number(typed.split('/').next().unwrap_or_default(), NUMBERS)
}

/// What the Office writes into the letter; a checked [`InvitationDraft`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvitationPlan {
    /// Specific requirements, one a line.
    pub requirements: String,
    /// The person to turn to.
    pub contact: Option<PersonId>,
    /// The telephone to turn to.
    pub contact_phone: String,
    /// "TL. CHỦ TỊCH".
    pub signing: String,
    /// "CHÁNH VĂN PHÒNG".
    pub signer_title: String,
    /// Who signs.
    pub signer: Option<PersonId>,
    /// Nơi nhận, one a line.
    pub recipients: String,
}

impl InvitationPlan {
    /// What a letter begins with: signed as the last one of the Office was, the secretary
    /// of the meeting as contact point.
    pub fn offered(meeting: &Meeting, last: Option<&InvitationPlan>) -> Self {
        let last = last.cloned().unwrap_or_else(|| InvitationPlan {
            signing: "TL. CHỦ TỊCH".to_owned(),
            signer_title: "CHÁNH VĂN PHÒNG".to_owned(),
            ..InvitationPlan::default()
        });
        let recipients = "Như thành phần mời\nLưu: VT".to_owned();
        let contact = meeting.proposal.secretary.or(last.contact);
        let contact_phone = if contact == last.contact { last.contact_phone } else { String::new() };
        Self { requirements: String::new(), contact, contact_phone, recipients, ..last }
    }
}

/// The form of a letter. A draft may lack anything; what is missing is asked for when the
/// letter is issued.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InvitationDraft {
    /// Specific requirements, one a line.
    pub requirements: String,
    /// Number of the contact person, or empty.
    pub contact: String,
    /// Telephone of the contact point.
    pub contact_phone: String,
    /// Form of signing.
    pub signing: String,
    /// Title of the signer.
    pub signer_title: String,
    /// Number of the signer, or empty.
    pub signer: String,
    /// Recipients, one a line.
    pub recipients: String,
}

impl InvitationDraft {
    /// The form of what stands there.
    pub fn of(plan: &InvitationPlan) -> Self {
        let number = |id: Option<PersonId>| id.map(|id| id.to_string()).unwrap_or_default();
        Self {
            requirements: plan.requirements.clone(),
            contact: number(plan.contact),
            contact_phone: plan.contact_phone.clone(),
            signing: plan.signing.clone(),
            signer_title: plan.signer_title.clone(),
            signer: number(plan.signer),
            recipients: plan.recipients.clone(),
        }
    }

    /// Checks what was typed; `old` may name persons who have left since.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, offer: &Offer, old: &InvitationPlan) -> Result<InvitationPlan, Vec<Issue>> {
        let mut issues = Issues::default();
        let mut person = |field: &str, typed: &str, old: Option<PersonId>| {
            let id = issues.take(field, optional_id(typed)).map(PersonId);
            let is_known =
                |id: PersonId| Some(id) == old || offer.persons.iter().any(|(known, _)| *known == id);
            if id.is_some_and(|id| !is_known(id)) {
                issues.note(field, Problem::Unknown);
            }
            id
        };
        let contact = person("contact", &self.contact, old.contact);
        let signer = person("signer", &self.signer, old.signer);
        let plan = InvitationPlan {
            requirements: issues.take("requirements", text::paragraph(&self.requirements, text::PARAGRAPH)),
            contact,
            contact_phone: issues.take("contact_phone", phone(&self.contact_phone)),
            signing: issues.take("signing", text::line(&self.signing, 100)),
            signer_title: issues.take("signer_title", text::line(&self.signer_title, 100)),
            signer,
            recipients: issues.take("recipients", text::paragraph(&self.recipients, text::PARAGRAPH)),
        };
        issues.or(plan)
    }
}
