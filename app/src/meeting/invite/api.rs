//! What the pages of invitations ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::meeting::{
    AnswerDraft, AnswerStep, Invitation, InvitationDraft, InviteDraft, Invitee, InviteeDraft, Summons,
    Summonses,
};
use domain::{InviteeId, MeetingId};
use leptos::prelude::*;

/// One's own invitations.
#[server(prefix = "/api/meeting", endpoint = "read_invitations", input = Json, output = Json)]
pub async fn read_invitations() -> Answer<Summonses> {
    Ok(office::meeting::invitations(&crate::visit::desk()?).await?)
}

/// One of them, and how many still wait.
#[server(prefix = "/api/meeting", endpoint = "read_invitation", input = Json, output = Json)]
pub async fn read_invitation(id: MeetingId) -> Answer<(Summons, u32)> {
    let desk = crate::visit::desk()?;
    let summons = office::meeting::invitation(&desk, id).await?;
    Ok((summons, office::meeting::unanswered(&desk).await?))
}

/// Invites units and persons, or a guest.
#[server(prefix = "/api/meeting", endpoint = "invite", input = Json, output = Json)]
pub async fn invite(id: MeetingId, draft: InviteDraft) -> Answer<()> {
    office::meeting::invite(&crate::visit::desk()?, id, draft).await?;
    Ok(())
}

/// Invites the members of the body.
#[server(prefix = "/api/meeting", endpoint = "invite_members", input = Json, output = Json)]
pub async fn invite_members(id: MeetingId) -> Answer<()> {
    office::meeting::invite_members(&crate::visit::desk()?, id).await?;
    Ok(())
}

/// Changes an invitee.
#[server(prefix = "/api/meeting", endpoint = "change_invitee", input = Json, output = Json)]
pub async fn change_invitee(id: InviteeId, seen: i32, draft: InviteeDraft) -> Answer<Invitee> {
    Ok(office::meeting::change_invitee(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Takes an invitee off the list.
#[server(prefix = "/api/meeting", endpoint = "remove_invitee", input = Json, output = Json)]
pub async fn remove_invitee(id: InviteeId, seen: i32) -> Answer<MeetingId> {
    Ok(office::meeting::remove_invitee(&crate::visit::desk()?, id, seen).await?)
}

/// Saves what the Office writes into the letter.
#[server(prefix = "/api/meeting", endpoint = "save_invitation", input = Json, output = Json)]
pub async fn save_invitation(id: MeetingId, seen: i32, draft: InvitationDraft) -> Answer<Invitation> {
    Ok(office::meeting::save_invitation(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Issues the letter.
#[server(prefix = "/api/meeting", endpoint = "issue_invitation", input = Json, output = Json)]
pub async fn issue_invitation(id: MeetingId, seen: i32, number: String) -> Answer<Invitation> {
    Ok(office::meeting::issue_invitation(&crate::visit::desk()?, id, seen, &number).await?)
}

/// Answers an invitation, or decides about a deputy.
#[server(prefix = "/api/meeting", endpoint = "answer_invitation", input = Json, output = Json)]
pub async fn answer_invitation(
    id: InviteeId,
    seen: i32,
    step: AnswerStep,
    draft: AnswerDraft,
) -> Answer<Invitee> {
    Ok(office::meeting::answer_invitation(&crate::visit::desk()?, id, seen, step, draft).await?)
}
