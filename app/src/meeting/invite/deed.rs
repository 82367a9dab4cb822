//! The deeds of invitations as forms send them. The answer is where to go on.

use super::api;
use crate::fields::Fields;
use crate::meeting::deed::{INVITATIONS, page};
use crate::refused::Answer;
use domain::meeting::{AnswerDraft, AnswerStep, InvitationDraft, InviteDraft, InviteeDraft};
use domain::{InviteeId, MeetingId, Refusal};

/// The page of one's own invitation to a meeting.
pub fn own(id: MeetingId) -> String {
    format!("{INVITATIONS}/{id}")
}

/// Carries out the verb with what stands in the form.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, fields: &Fields) -> Answer<String> {
    let row = fields.id("id").unwrap_or_default();
    let seen = fields.number("seen");
    let meeting = MeetingId(fields.id("meeting").unwrap_or(row));
    let here = page(meeting);
    Ok(match verb {
        "invite" => {
            api::invite(meeting, chosen(fields)).await?;
            here
        }
        "invite_members" => {
            api::invite_members(meeting).await?;
            here
        }
        "change_invitee" => {
            api::change_invitee(InviteeId(row), seen, invitee(fields)).await?;
            here
        }
        "remove_invitee" => page(api::remove_invitee(InviteeId(row), seen).await?),
        "save_invitation" => {
            api::save_invitation(meeting, seen, letter(fields)).await?;
            here
        }
        "issue_invitation" => {
            api::issue_invitation(meeting, seen, fields.text("number")).await?;
            here
        }
        "answer_invitation" => {
            let step = AnswerStep::of_code(fields.get("step")).ok_or(Refusal::NotFound)?;
            let answered = api::answer_invitation(InviteeId(row), seen, step, answer(fields)).await?;
            if fields.get("own").is_empty() { page(answered.meeting) } else { own(answered.meeting) }
        }
        _ => return Err(Refusal::NotFound.into()),
    })
}

/// The form that invites.
pub fn chosen(fields: &Fields) -> InviteDraft {
    InviteDraft {
        units: fields.all("invited_units"),
        persons: fields.all("invited_persons"),
        invitee: invitee(fields),
    }
}

/// The form of one invitee.
pub fn invitee(fields: &Fields) -> InviteeDraft {
    let text = |name| fields.text(name);
    InviteeDraft {
        part: text("invitee_part"),
        items: fields.all("items"),
        name: text("guest_name"),
        title: text("guest_title"),
        email: text("email"),
        phone: text("guest_phone"),
    }
}

/// The form of the letter.
pub fn letter(fields: &Fields) -> InvitationDraft {
    let text = |name| fields.text(name);
    InvitationDraft {
        requirements: text("requirements"),
        contact: text("contact"),
        contact_phone: text("contact_phone"),
        signing: text("signing"),
        signer_title: text("signer_title"),
        signer: text("signer"),
        recipients: text("recipients"),
    }
}

/// The form of an answer.
pub fn answer(fields: &Fields) -> AnswerDraft {
    AnswerDraft { coming: fields.text("coming"), reason: fields.text("reason") }
}
