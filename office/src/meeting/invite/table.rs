//! How invitees, their answers, letters and the issues of letters are stored.

use crate::failure::{Failure, Result};
use crate::meeting::table::{entities, instead};
use domain::meeting::{AnswerStep, Answered, InvitationPlan, InviteePart, Issued};
use sea_orm::ActiveValue::Set;

entities! {
    invitee = "invitee" {
        #[sea_orm(primary_key)]
        id: i64,
        meeting_id: i64,
        unit_id: Option<i64>,
        person_id: Option<i64>,
        answering_unit_id: Option<i64>,
        name: String,
        title: String,
        email: String,
        phone: String,
        part: String,
        since: Option<i32>,
        waits: bool,
        state: String,
        version: i32,
    }
    about = "invitee_item" {
        #[sea_orm(primary_key, auto_increment = false)]
        invitee_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        item_id: i64,
    }
    answer = "invitee_answer" {
        #[sea_orm(primary_key)]
        id: i64,
        invitee_id: i64,
        step: String,
        coming: String,
        reason: String,
        by: String,
        at: DateTimeUtc,
        issue: i32,
        instead: String,
    }
    invitation = "invitation" {
        #[sea_orm(primary_key, auto_increment = false)]
        meeting_id: i64,
        requirements: String,
        contact_id: Option<i64>,
        contact_phone: String,
        signing: String,
        signer_title: String,
        signer_id: Option<i64>,
        recipients: String,
        year: Option<i32>,
        number: Option<i32>,
        version: i32,
    }
    issue = "invitation_issue" {
        #[sea_orm(primary_key)]
        id: i64,
        meeting_id: i64,
        issue: i32,
        letter: String,
        by: String,
        at: DateTimeUtc,
    }
}

/// What the Office wrote into a letter, out of its row.
pub(super) fn plan(row: &invitation::Model) -> InvitationPlan {
    InvitationPlan {
        requirements: row.requirements.clone(),
        contact: row.contact_id.map(Into::into),
        contact_phone: row.contact_phone.clone(),
        signing: row.signing.clone(),
        signer_title: row.signer_title.clone(),
        signer: row.signer_id.map(Into::into),
        recipients: row.recipients.clone(),
    }
}

/// The columns of what the Office writes into a letter.
pub(super) fn columns(plan: &InvitationPlan) -> invitation::ActiveModel {
    invitation::ActiveModel {
        requirements: Set(plan.requirements.clone()),
        contact_id: Set(plan.contact.map(|id| id.0)),
        contact_phone: Set(plan.contact_phone.clone()),
        signing: Set(plan.signing.clone()),
        signer_title: Set(plan.signer_title.clone()),
        signer_id: Set(plan.signer.map(|id| id.0)),
        recipients: Set(plan.recipients.clone()),
        ..Default::default()
    }
}

/// A letter that went out, out of its row.
pub(super) fn issued(row: issue::Model) -> Result<Issued> {
    Ok(Issued { issue: count(row.issue), letter: serde_json::from_str(&row.letter)?, by: row.by, at: row.at })
}

/// An answer out of its row.
pub(super) fn answered(row: answer::Model) -> Result<Answered> {
    Ok(Answered {
        step: known(AnswerStep::of_code(&row.step), &row.step)?,
        coming: serde_json::from_str(&row.coming)?,
        reason: row.reason,
        by: row.by,
        at: row.at,
        issue: count(row.issue),
        instead: instead(&row.instead)?,
    })
}

/// What somebody is invited as.
pub(super) fn part(row: &invitee::Model) -> Result<InviteePart> {
    known(InviteePart::of_code(&row.part), &row.part)
}

/// A number that is never below nothing.
pub(super) fn count(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or_default()
}

fn known<T>(value: Option<T>, stored: &str) -> Result<T> {
    value.ok_or_else(|| Failure::Other(format!("an invitation holds the unknown value {stored}")))
}
