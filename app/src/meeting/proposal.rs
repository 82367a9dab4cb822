//! The form of a proposal: need, content, chair, people, papers, time.

use super::act::Act;
use super::choices::{chairs, kinds, named};
use super::deed::{self, MEETINGS, page};
use super::words::*;
use crate::control::{Area, Choice, Day, Form, Line};
use crate::panel::{Feet, Panel};
use crate::parts::Field;
use crate::visit::{say, use_actor};
use domain::calendar::hours::SessionPart;
use domain::meeting::{Meeting, Offer, ProposalDraft};
use domain::{Deed, Issue, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The panel that proposes a meeting or changes a proposal.
#[component]
pub fn ProposalForm(
    /// The proposal, or nothing for a new one.
    meeting: Option<Meeting>,
    /// What the form offers.
    offer: Offer,
    /// Reads the page again when it was saved.
    again: Callback<()>,
) -> impl IntoView {
    let id = meeting.as_ref().map(|meeting| meeting.id);
    let deed = if id.is_some() { "meeting.change_proposal" } else { "meeting.propose_meeting" };
    let form = Form::of(deed, id.map(|id| id.0), meeting.as_ref().map_or(0, |meeting| meeting.version));
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &meeting) {
        (Some(typed), _) => deed::proposal(typed),
        (None, Some(meeting)) => ProposalDraft::of(meeting),
        (None, None) => blank(),
    };
    let fields = fields(&offer, shown, issues);
    let close = id.map_or_else(|| MEETINGS.to_owned(), page);
    let back = close.clone();
    view! {
        <Panel title=if id.is_some() { CHANGE_PROPOSAL } else { PROPOSE } note="" close=Signal::derive(move || close.clone())>
            <Act form again>
                <div class="body">{fields}</div>
                <Feet close=Signal::derive(move || back.clone()) busy=sending.busy/>
            </Act>
        </Panel>
    }
}

/// A new proposal; the next meeting of a body begins with the body.
fn blank() -> ProposalDraft {
    let get = |name| use_query_map().with_untracked(|query| query.get(name)).unwrap_or_default();
    let (body, kind, chair, secretary) = (get("body"), get("kind"), get("chair"), get("secretary"));
    ProposalDraft { kind, body, chair, secretary, ..ProposalDraft::default() }
}

fn fields(offer: &Offer, shown: ProposalDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let office = use_actor().can(Deed::EditMeeting);
    let units = named(&offer.units);
    let unit = office.then(|| {
        view! {
            <Field name="unit" label=PROPOSED_BY issues>
                <Choice name="unit" options=units chosen=shown.unit none=NO_CHOICE issues required=true/>
            </Field>
        }
    });
    let parts = SessionPart::ALL.map(|p| (p.code().to_owned(), say(words::part(p)).to_owned())).to_vec();
    let (bodies, chairs, persons) = (named(&offer.bodies), chairs(offer), named(&offer.persons));
    let kinds = kinds();
    view! {
        <div class="fields">
            {unit}
            <Field name="kind" issues>
                <Choice name="kind" options=kinds chosen=shown.kind none=NO_CHOICE issues required=true/>
            </Field>
            <Field name="content" issues>
                <Area name="content" value=shown.content issues required=true/>
            </Field>
            <Field name="body" issues>
                <Choice name="body" options=bodies chosen=shown.body none=NO_BODY issues/>
            </Field>
            <Field name="purpose" label=NEED issues>
                <Area name="purpose" value=shown.purpose issues required=true/>
            </Field>
            <Field name="chair" issues>
                <Choice name="chair" options=chairs chosen=shown.chair none=NO_CHOICE issues required=true/>
            </Field>
            <Field name="date" span=6 issues>
                <Day name="date" value=shown.slot.date issues required=true/>
            </Field>
            <Field name="part" span=6 issues>
                <Choice name="part" options=parts chosen=shown.slot.part none=NO_CHOICE issues/>
            </Field>
            <Field name="start" span=6 hint=HOUR_HINT issues>
                <Line name="start" value=shown.slot.start issues/>
            </Field>
            <Field name="minutes" span=6 issues>
                <Line name="minutes" value=shown.minutes issues required=true/>
            </Field>
            <Field name="participants" issues>
                <Area name="participants" value=shown.participants issues/>
            </Field>
            <Field name="papers" hint=NO_SECRETS issues>
                <Area name="papers" value=shown.papers issues/>
            </Field>
            <Field name="secretary" issues>
                <Choice name="secretary" options=persons chosen=shown.secretary none=NO_CHOICE issues/>
            </Field>
            <Field name="note_number" issues>
                <Line name="note_number" value=shown.note_number issues/>
            </Field>
        </div>
    }
    .into_any()
}
