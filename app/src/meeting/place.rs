//! The place of a meeting on the board: put there, moved, postponed, cancelled, resumed.
//! These are the deeds of the entry, sent from here.

use super::act::Act;
use super::choices::{chairs, rooms};
use super::deed::{self, on_board, page};
use super::page::Here;
use super::words::*;
use crate::control::{Choice, Day, Form, Line};
use crate::fields::Fields;
use crate::panel::{Feet, Panel};
use crate::parts::{Field, Icon, Notice};
use crate::send::Sending;
use crate::visit::{say, use_locale};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::meeting::{Dossier, OnBoard};
use domain::{Issue, Refusal, words};
use leptos::prelude::*;

/// Puts a meeting on the board.
pub fn place_panel(dossier: &Dossier, here: Here) -> AnyView {
    let meeting = &dossier.meeting;
    let form = Form::of("meeting.schedule_meeting", Some(meeting.id.0), meeting.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| meeting.placing(), deed::placing);
    let back = page(meeting.id);
    let close = Signal::derive(move || back.clone());
    let when = [shown.date, shown.part, shown.start];
    let (chairs, rooms) = (chairs(&dossier.offer), rooms(&dossier.offer));
    view! {
        <Panel title=PLACE note=meeting.proposal.content.clone() close>
            <Act form again=here.again>
                <div class="body">
                    {clashes(sending)}
                    <div class="fields">
                        {slot(when, issues)}
                        <Field name="minutes" issues>
                            <Line name="minutes" value=shown.minutes issues required=true/>
                        </Field>
                        <Field name="chair" label=CHAIR issues>
                            <Choice name="chair" options=chairs chosen=shown.chair none=NO_CHOICE issues required=true/>
                        </Field>
                        <Field name="room" issues>
                            <Choice name="room" options=rooms chosen=shown.room none=NO_CHOICE issues/>
                        </Field>
                        <Field name="place" issues>
                            <Line name="place" value=shown.place issues/>
                        </Field>
                        {accepted(shown.conflict_reason, issues)}
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// Moves the entry.
pub fn move_panel(dossier: &Dossier, here: Here) -> Option<AnyView> {
    let meeting = &dossier.meeting;
    let board = meeting.board.as_ref()?;
    let form = Form::of("meeting.move_entry", Some(board.entry.0), board.version);
    let (issues, sending) = (form.issues, form.sending);
    let start = board.start.map(spoken::time).unwrap_or_default();
    let typed = |fields: &Fields| [fields.text("date"), fields.text("part"), fields.text("start")];
    let known = || [board.date.to_string(), board.part.code().to_owned(), start.clone()];
    let when = form.typed.as_ref().map_or_else(known, typed);
    let why = form.text("conflict_reason");
    let id = meeting.id;
    let back = page(id);
    let close = Signal::derive(move || back.clone());
    let more = more_on_board(board);
    Some(
        view! {
            <Panel title=MOVE note=say(ONE_THING) close>
                <Act form again=here.again meeting=Some(id)>
                    <div class="body">
                        {clashes(sending)}
                        <div class="fields">{slot(when, issues)} {accepted(why, issues)}</div>
                        {more}
                    </div>
                    <Feet close busy=sending.busy/>
                </Act>
            </Panel>
        }
        .into_any(),
    )
}

/// The way to what only the board changes.
pub fn more_on_board(board: &OnBoard) -> AnyView {
    let href = on_board(board.date, board.entry);
    view! { <p><a href=href><Icon name="week"/>{say(MORE_ON_BOARD)}</a></p> }.into_any()
}

/// Postpones, cancels or resumes the entry.
pub fn halt_panel(dossier: &Dossier, here: Here, deed: &str) -> Option<AnyView> {
    let meeting = &dossier.meeting;
    let board = meeting.board.as_ref()?;
    let (title, verb, icon, kind) = match deed {
        "postpone" => (POSTPONE, "meeting.postpone_entry", "pause", "primary"),
        "cancel" => (CANCEL, "meeting.cancel_entry", "cancel", "danger"),
        _ => (RESUME, "meeting.resume_entry", "undo", "primary"),
    };
    let form = Form::of(verb, Some(board.entry.0), board.version);
    let (issues, sending) = (form.issues, form.sending);
    let field = if deed == "resume" {
        accepted(form.text("conflict_reason"), issues)
    } else {
        let why = form.text("reason");
        view! {
            <Field name="reason" issues>
                <Line name="reason" value=why issues required=true/>
            </Field>
        }
        .into_any()
    };
    let id = meeting.id;
    let back = page(id);
    let close = Signal::derive(move || back.clone());
    Some(
        view! {
            <Panel title note=say(ONE_THING) close>
                <Act form again=here.again meeting=Some(id)>
                    <div class="body">{clashes(sending)} <div class="fields">{field}</div></div>
                    <Feet close busy=sending.busy does=title icon kind/>
                </Act>
            </Panel>
        }
        .into_any(),
    )
}

/// Day, part and hour.
fn slot([date, part, start]: [String; 3], issues: Signal<Vec<Issue>>) -> AnyView {
    let parts = SessionPart::ALL.map(|p| (p.code().to_owned(), say(words::part(p)).to_owned())).to_vec();
    view! {
        <Field name="date" span=6 issues>
            <Day name="date" value=date issues required=true/>
        </Field>
        <Field name="part" span=6 issues>
            <Choice name="part" options=parts chosen=part issues/>
        </Field>
        <Field name="start" hint=HOUR_HINT issues>
            <Line name="start" value=start issues/>
        </Field>
    }
    .into_any()
}

fn accepted(why: String, issues: Signal<Vec<Issue>>) -> AnyView {
    view! {
        <Field name="conflict_reason" hint=CONFLICT_HINT issues>
            <Line name="conflict_reason" value=why issues/>
        </Field>
    }
    .into_any()
}

/// What stands in the way, in sentences.
fn clashes(sending: Sending) -> impl IntoView {
    let locale = use_locale();
    move || match sending.refusal.get() {
        Some(Refusal::Conflicts(found)) => {
            let lines: Vec<String> = found.iter().map(|conflict| words::conflict(locale, conflict)).collect();
            let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
            Some(view! { <Notice tone="amber">{lines}</Notice> })
        }
        _ => None,
    }
}
