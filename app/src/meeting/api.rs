//! What the pages of this room ask of the server.

use crate::json::Json;
use crate::refused::Answer;
use domain::meeting::{
    AgreementDraft, Asked, Backlog, Body, BodyDraft, CountingDraft, Dossier, Item, ItemDraft, ItemStep,
    Meeting, MeetingList, MeetingRules, MeetingStep, OfEntry, OpinionDraft, PlanDraft, Planning,
    ProposalDraft, RuleDraft, SessionDraft, Shift,
};
use domain::request::Placing;
use domain::{BodyId, EntryId, ItemId, MeetingId, OpinionId};
use leptos::prelude::*;

/// The meetings that the person may know of.
#[server(prefix = "/api/meeting", endpoint = "list_meetings", input = Json, output = Json)]
pub async fn list_meetings() -> Answer<MeetingList> {
    Ok(office::meeting::list_meetings(&crate::visit::desk()?).await?)
}

/// One meeting with all that belongs to it.
#[server(prefix = "/api/meeting", endpoint = "read_meeting", input = Json, output = Json)]
pub async fn read_meeting(id: MeetingId) -> Answer<Dossier> {
    Ok(office::meeting::meeting(&crate::visit::desk()?, id).await?)
}

/// What an entry says about its meeting.
#[server(prefix = "/api/meeting", endpoint = "meeting_of_entry", input = Json, output = Json)]
pub async fn meeting_of_entry(entry: EntryId) -> Answer<OfEntry> {
    Ok(office::meeting::meeting_of_entry(&crate::visit::desk()?, entry).await?)
}

/// Makes the meeting of an entry.
#[server(prefix = "/api/meeting", endpoint = "found_meeting", input = Json, output = Json)]
pub async fn found_meeting(entry: EntryId) -> Answer<Meeting> {
    Ok(office::meeting::found_meeting(&crate::visit::desk()?, entry).await?)
}

/// Proposes a meeting.
#[server(prefix = "/api/meeting", endpoint = "propose_meeting", input = Json, output = Json)]
pub async fn propose_meeting(draft: ProposalDraft) -> Answer<Meeting> {
    Ok(office::meeting::propose_meeting(&crate::visit::desk()?, draft).await?)
}

/// Changes a proposal.
#[server(prefix = "/api/meeting", endpoint = "change_proposal", input = Json, output = Json)]
pub async fn change_proposal(id: MeetingId, seen: i32, draft: ProposalDraft) -> Answer<Meeting> {
    Ok(office::meeting::change_proposal(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Says which session of which body a meeting is.
#[server(prefix = "/api/meeting", endpoint = "number_meeting", input = Json, output = Json)]
pub async fn number_meeting(id: MeetingId, seen: i32, draft: SessionDraft) -> Answer<Meeting> {
    Ok(office::meeting::number_meeting(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Takes a step of a meeting.
#[server(prefix = "/api/meeting", endpoint = "take_step", input = Json, output = Json)]
pub async fn take_step(id: MeetingId, seen: i32, step: MeetingStep, reason: String) -> Answer<Meeting> {
    Ok(office::meeting::take_step(&crate::visit::desk()?, id, seen, step, &reason).await?)
}

/// Puts a meeting on the board.
#[server(prefix = "/api/meeting", endpoint = "schedule_meeting", input = Json, output = Json)]
pub async fn schedule_meeting(id: MeetingId, seen: i32, placing: Placing) -> Answer<Meeting> {
    Ok(office::meeting::schedule_meeting(&crate::visit::desk()?, id, seen, placing).await?)
}

/// Adds an item to an agenda.
#[server(prefix = "/api/meeting", endpoint = "add_item", input = Json, output = Json)]
pub async fn add_item(id: MeetingId, seen: i32, draft: ItemDraft, reason: String) -> Answer<Meeting> {
    Ok(office::meeting::add_item(&crate::visit::desk()?, id, seen, draft, &reason).await?)
}

/// Changes an item of an agenda.
#[server(prefix = "/api/meeting", endpoint = "change_item", input = Json, output = Json)]
pub async fn change_item(id: MeetingId, seen: i32, item: ItemId, draft: ItemDraft) -> Answer<Meeting> {
    Ok(office::meeting::change_item(&crate::visit::desk()?, id, seen, item, draft).await?)
}

/// Moves an item of an agenda.
#[server(prefix = "/api/meeting", endpoint = "move_item", input = Json, output = Json)]
pub async fn move_item(id: MeetingId, seen: i32, item: ItemId, shift: Shift) -> Answer<Meeting> {
    Ok(office::meeting::move_item(&crate::visit::desk()?, id, seen, item, shift).await?)
}

/// Takes an item off an agenda.
#[server(prefix = "/api/meeting", endpoint = "remove_item", input = Json, output = Json)]
pub async fn remove_item(id: MeetingId, seen: i32, item: ItemId) -> Answer<Meeting> {
    Ok(office::meeting::remove_item(&crate::visit::desk()?, id, seen, item).await?)
}

/// Puts an accepted item on an agenda.
#[server(prefix = "/api/meeting", endpoint = "place_item", input = Json, output = Json)]
pub async fn place_item(id: MeetingId, seen: i32, item: ItemId, reason: String) -> Answer<Meeting> {
    Ok(office::meeting::place_item(&crate::visit::desk()?, id, seen, item, &reason).await?)
}

/// Carries an item to another meeting.
#[server(prefix = "/api/meeting", endpoint = "carry_item", input = Json, output = Json)]
pub async fn carry_item(
    id: MeetingId,
    seen: i32,
    item: ItemId,
    to: MeetingId,
    reason: String,
) -> Answer<Meeting> {
    Ok(office::meeting::carry_item(&crate::visit::desk()?, id, seen, item, to, &reason).await?)
}

/// Closes an agenda.
#[server(prefix = "/api/meeting", endpoint = "freeze_agenda", input = Json, output = Json)]
pub async fn freeze_agenda(id: MeetingId, seen: i32) -> Answer<Meeting> {
    Ok(office::meeting::freeze_agenda(&crate::visit::desk()?, id, seen).await?)
}

/// Lays the agenda of its kind out.
#[server(prefix = "/api/meeting", endpoint = "lay_out", input = Json, output = Json)]
pub async fn lay_out(id: MeetingId, seen: i32) -> Answer<Meeting> {
    Ok(office::meeting::lay_out(&crate::visit::desk()?, id, seen).await?)
}

/// Keeps an agenda as the one that its kind begins with.
#[server(prefix = "/api/meeting", endpoint = "save_agenda_template", input = Json, output = Json)]
pub async fn save_agenda_template(id: MeetingId) -> Answer<()> {
    Ok(office::meeting::save_agenda_template(&crate::visit::desk()?, id).await?)
}

/// Bodies and what waits to come before them.
#[server(prefix = "/api/meeting", endpoint = "read_backlog", input = Json, output = Json)]
pub async fn read_backlog() -> Answer<Backlog> {
    Ok(office::meeting::backlog(&crate::visit::desk()?).await?)
}

/// Saves a body.
#[server(prefix = "/api/meeting", endpoint = "save_body", input = Json, output = Json)]
pub async fn save_body(id: Option<BodyId>, seen: i32, draft: BodyDraft) -> Answer<Body> {
    Ok(office::meeting::save_body(&crate::visit::desk()?, id, seen, draft).await?)
}

/// What the next meetings of a body would be.
#[server(prefix = "/api/meeting", endpoint = "read_planning", input = Json, output = Json)]
pub async fn read_planning(body: BodyId, draft: PlanDraft) -> Answer<Planning> {
    Ok(office::meeting::planning(&crate::visit::desk()?, body, draft).await?)
}

/// Plans the next meetings of a body.
#[server(prefix = "/api/meeting", endpoint = "plan_meetings", input = Json, output = Json)]
pub async fn plan_meetings(body: BodyId, seen: i32, draft: PlanDraft) -> Answer<Vec<Meeting>> {
    Ok(office::meeting::plan_meetings(&crate::visit::desk()?, body, seen, draft).await?)
}

/// Proposes an item to a body.
#[server(prefix = "/api/meeting", endpoint = "propose_item", input = Json, output = Json)]
pub async fn propose_item(body: BodyId, unit: String, draft: ItemDraft) -> Answer<Item> {
    Ok(office::meeting::propose_item(&crate::visit::desk()?, body, &unit, draft).await?)
}

/// Changes a proposed item.
#[server(prefix = "/api/meeting", endpoint = "change_proposed_item", input = Json, output = Json)]
pub async fn change_proposed_item(id: ItemId, seen: i32, draft: ItemDraft) -> Answer<Item> {
    Ok(office::meeting::change_proposed_item(&crate::visit::desk()?, id, seen, draft).await?)
}

/// States that the head of the unit agreed to an item.
#[server(prefix = "/api/meeting", endpoint = "submit_item", input = Json, output = Json)]
pub async fn submit_item(id: ItemId, seen: i32, draft: AgreementDraft) -> Answer<Item> {
    Ok(office::meeting::submit_item(&crate::visit::desk()?, id, seen, draft).await?)
}

/// Takes a step of a proposed item.
#[server(prefix = "/api/meeting", endpoint = "take_item_step", input = Json, output = Json)]
pub async fn take_item_step(id: ItemId, seen: i32, step: ItemStep, reason: String) -> Answer<Item> {
    Ok(office::meeting::take_item_step(&crate::visit::desk()?, id, seen, step, &reason).await?)
}

/// Asks a unit about an item.
#[server(prefix = "/api/meeting", endpoint = "ask_opinion", input = Json, output = Json)]
pub async fn ask_opinion(item: ItemId, draft: OpinionDraft) -> Answer<Asked> {
    Ok(office::meeting::ask_opinion(&crate::visit::desk()?, item, draft).await?)
}

/// Answers for the own unit.
#[server(prefix = "/api/meeting", endpoint = "answer_opinion", input = Json, output = Json)]
pub async fn answer_opinion(id: OpinionId, agrees: bool, words: String) -> Answer<Asked> {
    Ok(office::meeting::answer_opinion(&crate::visit::desk()?, id, agrees, &words).await?)
}

/// The deadlines of all kinds.
#[server(prefix = "/api/meeting", endpoint = "read_rules", input = Json, output = Json)]
pub async fn read_rules() -> Answer<MeetingRules> {
    Ok(office::meeting::meeting_rules(&crate::visit::desk()?).await?)
}

/// Saves the deadlines of one kind.
#[server(prefix = "/api/meeting", endpoint = "save_rule", input = Json, output = Json)]
pub async fn save_rule(seen: i32, draft: RuleDraft) -> Answer<MeetingRules> {
    Ok(office::meeting::save_rule(&crate::visit::desk()?, seen, draft).await?)
}

/// How the days of all deadlines are counted.
#[server(prefix = "/api/meeting", endpoint = "save_counting", input = Json, output = Json)]
pub async fn save_counting(seen: i32, draft: CountingDraft) -> Answer<MeetingRules> {
    Ok(office::meeting::save_counting(&crate::visit::desk()?, seen, draft).await?)
}
