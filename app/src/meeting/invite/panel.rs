//! The panels of invitations beside a meeting: inviting, one invitee, an answer that is
//! noted, the chair's word about a deputy. The letter's are in `write`.

use super::deed;
use super::form::answer_form;
use super::guest::{guest_fields, part_fields};
use super::words::*;
use super::write::{issue_panel, write_panel};
use crate::control::Form;
use crate::meeting::act::Act;
use crate::meeting::page::Here;
use crate::meeting::panel::close;
use crate::panel::{Feet, Panel, no_such_row};
use crate::parts::{Icon, problem_of};
use crate::visit::{say, use_actor, use_visit};
use domain::meeting::{Dossier, Invitee, InviteeDraft, InviteePart, People, Who};
use domain::{Issue, words};
use leptos::prelude::*;
use std::fmt::Display;

/// The panel of a deed.
pub fn panel(dossier: &Dossier, here: Here, deed: &str, row: Option<i64>) -> Option<AnyView> {
    let people = dossier.people.as_ref()?;
    let invitee = || people.invitees.iter().find(|invitee| Some(invitee.id.0) == row);
    Some(match deed {
        "invite" => invite_panel(dossier, people, here),
        "guest" => guest_panel(dossier, here),
        "invitee" => invitee().map_or_else(no_such_row, |invitee| invitee_panel(dossier, here, invitee)),
        "answer" => invitee().map_or_else(no_such_row, |one| answer_panel(dossier, people, here, one, false)),
        "decide" => invitee().map_or_else(no_such_row, |one| answer_panel(dossier, people, here, one, true)),
        "letter" => write_panel(dossier, people, here),
        "issue" => issue_panel(dossier, people, here),
        _ => return None,
    })
}

/// Units and persons who are not invited yet.
fn invite_panel(dossier: &Dossier, people: &People, here: Here) -> AnyView {
    let (meeting, close) = (dossier.meeting.id, close(dossier.meeting.id));
    let form = Form::of("meeting.invite", Some(meeting.0), 0);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map(deed::chosen).unwrap_or_default();
    let mut invitee = shown.invitee.clone();
    if invitee.part.is_empty() {
        InviteePart::Attend.code().clone_into(&mut invitee.part);
    }
    let is_known = |who: Who| people.invitees.iter().any(|invitee| invitee.who == who);
    let units = dossier.offer.units.iter().filter(|(id, _)| !is_known(Who::Unit(*id)));
    let persons = dossier.offer.persons.iter().filter(|(id, _)| !is_known(Who::Person(*id)));
    let units = ticks("invited_units", units.cloned(), &shown.units, issues);
    let persons = ticks("invited_persons", persons.cloned(), &shown.persons, issues);
    let part = part_fields(&invitee, &dossier.agenda, issues);
    view! {
        <Panel title=ADD_PEOPLE note="" close>
            <Act form again=here.again>
                <div class="body">{units} {persons} {part}</div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// A list of which many can be ticked, with what is wrong below its name.
fn ticks<I: Display>(
    name: &'static str,
    rows: impl Iterator<Item = (I, String)>,
    chosen: &[String],
    issues: Signal<Vec<Issue>>,
) -> AnyView {
    let rows: Vec<_> = rows
        .map(|(id, text)| {
            let value = id.to_string();
            let checked = chosen.contains(&value);
            view! {
                <li>
                    <label class="choice"><input type="checkbox" name=name value=value checked=checked/>{text}</label>
                </li>
            }
        })
        .collect();
    let none = rows.is_empty().then(|| view! { <li class="soft">{say(INVITED_ALREADY)}</li> });
    let problem = move || issues.with(|issues| problem_of(issues, name));
    view! {
        <fieldset class="members">
            <legend>{say(words::field(name))}</legend>
            {move || {
                problem()
                    .map(|text| {
                        view! {
                            <p class="error" id=format!("{name}-error")><Icon name="error"/><span>{text}</span></p>
                        }
                    })
            }}
            <ul>{rows} {none}</ul>
        </fieldset>
    }
    .into_any()
}

fn guest_panel(dossier: &Dossier, here: Here) -> AnyView {
    let (meeting, close) = (dossier.meeting.id, close(dossier.meeting.id));
    let form = Form::of("meeting.invite", Some(meeting.0), 0);
    let (issues, sending) = (form.issues, form.sending);
    let mut shown = form.typed.as_ref().map(deed::invitee).unwrap_or_default();
    if shown.part.is_empty() {
        InviteePart::Guest.code().clone_into(&mut shown.part);
    }
    let guest = guest_fields(&shown, issues);
    let part = part_fields(&shown, &dossier.agenda, issues);
    view! {
        <Panel title=ADD_GUEST note="" close>
            <Act form again=here.again>
                <div class="body">{guest} {part}</div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// One invitee, with the button that takes them off the list.
fn invitee_panel(dossier: &Dossier, here: Here, invitee: &Invitee) -> AnyView {
    let close = close(dossier.meeting.id);
    let meeting = Some(dossier.meeting.id);
    let form = Form::of("meeting.change_invitee", Some(invitee.id.0), invitee.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| InviteeDraft::of(invitee), deed::invitee);
    let guest = matches!(invitee.who, Who::Guest { .. }).then(|| guest_fields(&shown, issues));
    let part = part_fields(&shown, &dossier.agenda, issues);
    let off = Form::of("meeting.remove_invitee", Some(invitee.id.0), invitee.version);
    let note = invitee.titled();
    view! {
        <Panel title=EDIT_INVITEE note close>
            <Act form again=here.again meeting=meeting>
                <div class="body">{guest} {part}</div>
                <Feet close busy=sending.busy/>
            </Act>
            <Act form=off again=here.again meeting=meeting class="body">
                <p><button class="button" data-kind="danger"><Icon name="delete"/>{say(REMOVE)}</button></p>
            </Act>
        </Panel>
    }
    .into_any()
}

/// An answer that the Office notes, or a decision about a deputy.
fn answer_panel(dossier: &Dossier, people: &People, here: Here, invitee: &Invitee, decides: bool) -> AnyView {
    let now = use_visit().with_value(|visit| visit.local_now());
    let steps = invitee.steps(&use_actor(), &people.gathering, now);
    let steps: Vec<_> = steps.into_iter().filter(|step| step.is_decision() == decides).collect();
    let title = if decides { DECIDE_DEPUTY } else { NOTE_ANSWER };
    let form = match steps.is_empty() {
        true => view! { <p class="soft">{say(IS_OVER)}</p> }.into_any(),
        false => answer_form(invitee, &steps, false, here.again),
    };
    let chain = super::chain::chain(invitee);
    view! {
        <Panel title note=invitee.titled() close=close(dossier.meeting.id)>
            <div class="body">{chain} {form}</div>
        </Panel>
    }
    .into_any()
}
