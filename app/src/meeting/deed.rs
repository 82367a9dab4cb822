//! The deeds of this room as forms send them, read here once for our program and for the
//! plain form alike. The answer is where to go on.

use super::{api, hour, material, plan};
use crate::fields::Fields;
use crate::refused::{Answer, Refused};
use crate::schedule::api as board;
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::meeting::{
    AgreementDraft, BodyDraft, CountingDraft, ItemDraft, ItemStep, MeetingStep, OpinionDraft, ProposalDraft,
    RuleDraft, SessionDraft, Shift,
};
use domain::request::{Placing, SlotDraft};
use domain::{BodyId, EntryId, ItemId, MeetingId, OpinionId, Problem, Refusal};

/// The list of meetings.
pub const MEETINGS: &str = "/desk/meetings";
/// The bodies and what waits for them.
pub const BODIES: &str = "/desk/bodies";

/// One's own invitations.
pub const INVITATIONS: &str = "/desk/invitations";

/// The entry of a meeting on the board, with its form open.
pub fn on_board(day: NaiveDate, entry: EntryId) -> String {
    format!("/desk/weeks/{}?entry={entry}", IsoWeek::of(day))
}

/// The page of a meeting.
pub fn page(id: MeetingId) -> String {
    format!("{MEETINGS}/{id}")
}

/// Carries out the verb with what stands in the form.
///
/// # Errors
/// The verb's refusal, or an issue of a field that cannot be read.
pub async fn carry_out(verb: &str, fields: &Fields) -> Answer<String> {
    let row = fields.id("id").unwrap_or_default();
    let seen = fields.number("seen");
    let meeting = MeetingId(fields.id("meeting").unwrap_or(row));
    let why = fields.text("reason");
    let here = page(meeting);
    Ok(match verb {
        "propose_meeting" => page(api::propose_meeting(proposal(fields)).await?.id),
        "change_proposal" => page(api::change_proposal(meeting, seen, proposal(fields)).await?.id),
        "take_step" => {
            let step = MeetingStep::of_code(fields.get("step")).ok_or(Refusal::NotFound)?;
            page(api::take_step(meeting, seen, step, why).await?.id)
        }
        "schedule_meeting" => page(api::schedule_meeting(meeting, seen, placing(fields)).await?.id),
        "number_meeting" => page(api::number_meeting(meeting, seen, session(fields)).await?.id),
        "found_meeting" => page(api::found_meeting(EntryId(row)).await?.id),
        "move_entry" => {
            let date = needed("date", spoken::parse_date(fields.get("date")), Problem::NotADate)?;
            let start = match fields.get("start").trim() {
                "" => None,
                typed => Some(needed("start", spoken::parse_time(typed), Problem::NotATime)?),
            };
            let part = start.map(SessionPart::of_time).or(SessionPart::of_code(fields.get("part")));
            let part = needed("part", part, Problem::Unknown)?;
            board::move_entry(EntryId(row), seen, date, part, start, fields.text("conflict_reason")).await?;
            here
        }
        "postpone_entry" => {
            board::postpone_entry(EntryId(row), seen, why, None).await?;
            here
        }
        "cancel_entry" => {
            board::cancel_entry(EntryId(row), seen, why).await?;
            here
        }
        "resume_entry" => {
            board::resume_entry(EntryId(row), seen, fields.text("conflict_reason")).await?;
            here
        }
        "add_item" => page(api::add_item(meeting, seen, item(fields), fields.text("supplement")).await?.id),
        "change_item" => page(api::change_item(meeting, seen, ItemId(row), item(fields)).await?.id),
        "move_item" => {
            let shift = match fields.get("shift") {
                "up" => Shift::Up,
                "down" => Shift::Down,
                place => Shift::To(place.parse().map_err(|_| Refusal::NotFound)?),
            };
            page(api::move_item(meeting, seen, ItemId(row), shift).await?.id)
        }
        "remove_item" => page(api::remove_item(meeting, seen, ItemId(row)).await?.id),
        "place_item" => {
            page(api::place_item(meeting, seen, ItemId(row), fields.text("supplement")).await?.id)
        }
        "carry_item" => {
            let to = needed("to_meeting", fields.id("to_meeting").map(MeetingId), Problem::Required)?;
            page(api::carry_item(meeting, seen, ItemId(row), to, why).await?.id)
        }
        "freeze_agenda" => page(api::freeze_agenda(meeting, seen).await?.id),
        "lay_out" => page(api::lay_out(meeting, seen).await?.id),
        "save_agenda_template" => {
            api::save_agenda_template(meeting).await?;
            format!("{here}?done=template")
        }
        "save_body" => {
            let id = fields.row("id")?.map(BodyId);
            let saved = api::save_body(id, seen, body(fields)).await?;
            format!("{BODIES}?saved={}", saved.id)
        }
        "plan_meetings" => {
            let body = BodyId(row);
            api::plan_meetings(body, seen, plan::typed(fields)).await?;
            plan::way_on(body)
        }
        "propose_item" => {
            let to = needed("body", fields.id("body").map(BodyId), Problem::Required)?;
            let saved = api::propose_item(to, fields.text("unit"), item(fields)).await?;
            format!("{BODIES}?item={}", saved.id)
        }
        "change_proposed_item" => {
            let saved = api::change_proposed_item(ItemId(row), seen, item(fields)).await?;
            format!("{BODIES}?item={}", saved.id)
        }
        "take_item_step" => {
            let step = ItemStep::of_code(fields.get("step")).ok_or(Refusal::NotFound)?;
            let item = match step {
                ItemStep::Submit => api::submit_item(ItemId(row), seen, agreement(fields)).await?,
                _ => api::take_item_step(ItemId(row), seen, step, why).await?,
            };
            if item.state.is_open() { format!("{BODIES}?item={}", item.id) } else { BODIES.to_owned() }
        }
        "ask_opinion" => {
            let asked = api::ask_opinion(ItemId(row), question(fields)).await?;
            match fields.id("meeting") {
                Some(_) => here,
                None => format!("{BODIES}?item={}", asked.item),
            }
        }
        "answer_opinion" => {
            let agrees = fields.get("agrees") == "yes";
            api::answer_opinion(OpinionId(row), agrees, fields.text("answer")).await?;
            BODIES.to_owned()
        }
        "save_rule" => {
            let saved = api::save_rule(seen, rule(fields)).await?;
            format!("{MEETINGS}/rules?saved={}", saved.version)
        }
        "save_counting" => {
            let saved = api::save_counting(seen, counting(fields)).await?;
            format!("{MEETINGS}/rules?saved={}", saved.version)
        }
        verb if hour::carries_out(verb) => hour::carry_out(verb, fields).await?,
        verb if material::carries_out(verb) => material::carry_out(verb, fields).await?,
        verb => return super::invite::deed::carry_out(verb, fields).await,
    })
}

fn needed<T>(field: &str, value: Option<T>, problem: Problem) -> Result<T, Refused> {
    value.ok_or_else(|| Refusal::field(field, problem).into())
}

/// The form of a proposal.
pub fn proposal(fields: &Fields) -> ProposalDraft {
    let text = |name| fields.text(name);
    ProposalDraft {
        unit: text("unit"),
        kind: text("kind"),
        content: text("content"),
        body: text("body"),
        purpose: text("purpose"),
        chair: text("chair"),
        participants: text("participants"),
        papers: text("papers"),
        slot: SlotDraft { date: text("date"), part: text("part"), start: text("start") },
        minutes: text("minutes"),
        secretary: text("secretary"),
        note_number: text("note_number"),
    }
}

/// The form of a place on the board.
pub fn placing(fields: &Fields) -> Placing {
    let text = |name| fields.text(name);
    Placing {
        date: text("date"),
        part: text("part"),
        start: text("start"),
        minutes: text("minutes"),
        chair: text("chair"),
        room: text("room"),
        place: text("place"),
        conflict_reason: text("conflict_reason"),
    }
}

/// The form of the body and of the number there.
pub fn session(fields: &Fields) -> SessionDraft {
    SessionDraft { body: fields.text("body"), session: fields.text("session") }
}

/// The form of an item.
pub fn item(fields: &Fields) -> ItemDraft {
    let text = |name| fields.text(name);
    ItemDraft {
        content: text("content"),
        section: text("section"),
        item_kind: text("item_kind"),
        minutes: text("minutes"),
        presenter_unit: text("presenter_unit"),
        presenter: text("presenter"),
    }
}

/// The form in which an officer states that the head of the unit agreed.
pub fn agreement(fields: &Fields) -> AgreementDraft {
    AgreementDraft { head: fields.text("head"), head_on: fields.text("head_on") }
}

/// The form of a question to a unit.
pub fn question(fields: &Fields) -> OpinionDraft {
    OpinionDraft { unit: fields.text("unit"), question: fields.text("question"), due: fields.text("due") }
}

/// The form of a body.
pub fn body(fields: &Fields) -> BodyDraft {
    let text = |name| fields.text(name);
    BodyDraft {
        name: text("name"),
        kind: text("kind"),
        chair: text("chair"),
        unit: text("unit"),
        secretary: text("secretary"),
        basis: text("basis"),
        members: fields.all("members"),
        voters: fields.all("voters"),
        from: text("from"),
        to: text("to"),
    }
}

/// The form of the deadlines of a kind.
pub fn rule(fields: &Fields) -> RuleDraft {
    let text = |name| fields.text(name);
    RuleDraft {
        kind: text("id"),
        invitation_days: text("invitation_days"),
        paper_days: text("paper_days"),
        conclusion_days: text("conclusion_days"),
        half_days: text("half_days"),
        basis: text("basis"),
    }
}

/// The form of how days are counted.
pub fn counting(fields: &Fields) -> CountingDraft {
    CountingDraft { counting: fields.text("counting"), amber_days: fields.text("amber_days") }
}
