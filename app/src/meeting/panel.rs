//! The panel beside a meeting: one form at a time, as the address says.

use super::act::Act;
use super::choices::named;
use super::deed::{self, page};
use super::item_form::item_fields;
use super::page::Here;
use super::place::{halt_panel, move_panel, place_panel};
use super::proposal::ProposalForm;
use super::words::*;
use crate::control::{Choice, Day, Form, Line};
use crate::panel::{Feet, Panel, no_such_row};
use crate::parts::{Field, Icon};
use crate::visit::say;
use domain::meeting::{Dossier, Item, ItemDraft, SessionDraft};
use domain::{Issue, MeetingId};
use leptos::prelude::*;

/// The panel of a deed.
pub fn panel(dossier: &Dossier, here: Here, deed: &str, row: Option<i64>) -> Option<AnyView> {
    let of = |items: &[Item]| items.iter().find(|item| Some(item.id.0) == row).cloned();
    let item = || of(&dossier.agenda);
    if let Some(panel) = super::material::panel(dossier, here, deed, row) {
        return Some(panel);
    }
    Some(match deed {
        "change" => {
            let (meeting, offer) = (Some(dossier.meeting.clone()), dossier.offer.clone());
            view! { <ProposalForm meeting offer again=here.again/> }.into_any()
        }
        "session" => session_panel(dossier, here),
        "place" => place_panel(dossier, here),
        "move" => move_panel(dossier, here)?,
        "postpone" | "cancel" | "resume" => halt_panel(dossier, here, deed)?,
        "add" => item_panel(dossier, here, None),
        "item" => item().map_or_else(no_such_row, |item| item_panel(dossier, here, Some(item))),
        "hours" => item().map_or_else(no_such_row, |item| super::hour::panel(dossier, here, &item)),
        "ask" => item().map_or_else(no_such_row, |item| ask_panel(dossier, here, &item)),
        "carry" => item().map_or_else(no_such_row, |item| carry_panel(dossier, here, &item)),
        "take" => of(&dossier.backlog).map_or_else(no_such_row, |item| take_panel(dossier, here, &item)),
        _ => return super::invite::panel(dossier, here, deed, row),
    })
}

/// The address of a meeting without a panel.
pub fn close(meeting: MeetingId) -> Signal<String> {
    let here = page(meeting);
    Signal::derive(move || here.clone())
}

/// Which session of which body it is.
fn session_panel(dossier: &Dossier, here: Here) -> AnyView {
    let (meeting, close) = (&dossier.meeting, close(dossier.meeting.id));
    let form = Form::of("meeting.number_meeting", Some(meeting.id.0), meeting.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| SessionDraft::of(meeting), deed::session);
    let mut bodies = named(&dossier.offer.bodies);
    // A body that has ended keeps its meetings.
    if let Some(own) = meeting.proposal.body.map(|own| own.to_string())
        && bodies.iter().all(|(id, _)| *id != own)
    {
        bodies.push((own, meeting.body_name.clone()));
    }
    let note = meeting.proposal.content.clone();
    view! {
        <Panel title=SESSION note close>
            <Act form again=here.again>
                <div class="body">
                    <div class="fields">
                        <Field name="body" issues>
                            <Choice name="body" options=bodies chosen=shown.body none=NO_BODY issues/>
                        </Field>
                        <Field name="session" hint=SESSION_HINT issues>
                            <Line name="session" value=shown.session issues/>
                        </Field>
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// A new item, or one that stands there.
fn item_panel(dossier: &Dossier, here: Here, item: Option<Item>) -> AnyView {
    let (meeting, close) = (&dossier.meeting, close(dossier.meeting.id));
    let deed = if item.is_some() { "meeting.change_item" } else { "meeting.add_item" };
    let form = Form::of(deed, item.as_ref().map(|item| item.id.0), meeting.version);
    let (issues, sending) = (form.issues, form.sending);
    let why = form.text("supplement");
    let shown = match (&form.typed, &item) {
        (Some(typed), _) => deed::item(typed),
        (None, Some(item)) => ItemDraft::of(item),
        (None, None) => ItemDraft::default(),
    };
    let late = (item.is_none() && meeting.frozen.is_some()).then(|| supplement(why, issues));
    let title = match (&item, meeting.frozen.is_some()) {
        (Some(_), _) => EDIT_ITEM,
        (None, true) => ADD_LATE,
        (None, false) => ADD_ITEM,
    };
    let remove = item.map(|item| {
        let form = Form::of("meeting.remove_item", Some(item.id.0), meeting.version);
        view! {
            <Act form again=here.again meeting=Some(meeting.id) class="body">
                <p><button class="button" data-kind="danger"><Icon name="delete"/>{say(REMOVE_ITEM)}</button></p>
            </Act>
        }
    });
    let (id, fields) = (meeting.id, item_fields(&dossier.offer, shown, issues));
    view! {
        <Panel title note="" close>
            <Act form again=here.again meeting=Some(id)>
                <div class="body">{fields} {late}</div>
                <Feet close busy=sending.busy/>
            </Act>
            {remove}
        </Panel>
    }
    .into_any()
}

/// Why an item comes although the agenda is closed.
fn supplement(why: String, issues: Signal<Vec<Issue>>) -> AnyView {
    view! {
        <Field name="supplement" issues>
            <Line name="supplement" value=why issues required=true/>
        </Field>
    }
    .into_any()
}

/// Asks a unit about an item.
fn ask_panel(dossier: &Dossier, here: Here, item: &Item) -> AnyView {
    let close = close(dossier.meeting.id);
    let form = Form::of("meeting.ask_opinion", Some(item.id.0), 0);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map(deed::question).unwrap_or_default();
    let (id, units) = (dossier.meeting.id, named(&dossier.offer.units));
    view! {
        <Panel title=ASK note=item.plan.content.clone() close>
            <Act form again=here.again meeting=Some(id)>
                <div class="body">
                    <div class="fields">
                        <Field name="unit" issues>
                            <Choice name="unit" options=units chosen=shown.unit none=NO_CHOICE issues required=true/>
                        </Field>
                        <Field name="question" issues>
                            <Line name="question" value=shown.question issues required=true/>
                        </Field>
                        <Field name="due" issues>
                            <Day name="due" value=shown.due issues required=true/>
                        </Field>
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// Carries an item to a later meeting of the body.
fn carry_panel(dossier: &Dossier, here: Here, item: &Item) -> AnyView {
    let close = close(dossier.meeting.id);
    let form = Form::of("meeting.carry_item", Some(item.id.0), dossier.meeting.version);
    let (issues, sending) = (form.issues, form.sending);
    let usual = dossier.beside.next.as_ref().map(|next| next.id.to_string()).unwrap_or_default();
    let (to, why) = (Some(form.text("to_meeting")).filter(|to| !to.is_empty()), form.text("reason"));
    let to = to.unwrap_or(usual);
    let none = dossier.later.is_empty().then(|| view! { <p class="soft">{say(NO_LATER)}</p> });
    let (id, later) = (dossier.meeting.id, named(&dossier.later));
    view! {
        <Panel title=CARRY note=item.plan.content.clone() close>
            <Act form again=here.again meeting=Some(id)>
                <div class="body">
                    {none}
                    <div class="fields">
                        <Field name="to_meeting" issues>
                            <Choice name="to_meeting" options=later chosen=to none=NO_CHOICE issues required=true/>
                        </Field>
                        <Field name="reason" issues>
                            <Line name="reason" value=why issues required=true/>
                        </Field>
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// Takes an item of the backlog onto the agenda.
fn take_panel(dossier: &Dossier, here: Here, item: &Item) -> AnyView {
    let (meeting, close) = (&dossier.meeting, close(dossier.meeting.id));
    let form = Form::of("meeting.place_item", Some(item.id.0), meeting.version);
    let (issues, sending) = (form.issues, form.sending);
    let why = form.text("supplement");
    let late = meeting.frozen.is_some().then(|| supplement(why, issues));
    let (id, content) = (meeting.id, item.plan.content.clone());
    view! {
        <Panel title=TAKE note=item.unit_name.clone() close>
            <Act form again=here.again meeting=Some(id)>
                <div class="body"><p class="asked">{content}</p> {late}</div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}
