//! The panels about one paper: the line that is owed, the form that sends it, what the
//! Office notes when it asks again or receives it another way.

use super::deed::{PAPERS, draft};
use super::words::*;
use crate::control::{Area, Choice, Day, Form, Line};
use crate::file::Papers;
use crate::meeting::act::Act;
use crate::meeting::choices::{Options, named};
use crate::meeting::page::Here;
use crate::meeting::panel::close;
use crate::panel::{Feet, Panel, no_such_row};
use crate::parts::{Field, Icon};
use crate::visit::{say, use_actor};
use domain::file::Owner;
use domain::meeting::{Access, Dossier, Material, MaterialDraft, MeetingState, Pack, PaperKind};
use domain::{Deed, Issue, MeetingId, Word, words};
use leptos::prelude::*;

/// The panel of a deed about a paper; `None` for what is not one.
pub fn panel(dossier: &Dossier, here: Here, deed: &str, row: Option<i64>) -> Option<AnyView> {
    let pack = &dossier.papers;
    let found = || pack.materials.iter().find(|material| Some(material.id.0) == row).cloned();
    let with = |show: &dyn Fn(Material) -> AnyView| found().map_or_else(no_such_row, show);
    Some(match deed {
        "add_material" => line_panel(dossier, here, None),
        "material" => with(&|material| line_panel(dossier, here, Some(material))),
        "remind" => with(&|material| words_panel(pack.meeting, here, &material, REMIND_DEED)),
        "received" => with(&|material| words_panel(pack.meeting, here, &material, RECEIVED_DEED)),
        "send" => with(&|material| {
            let back = format!("do=send&item={}", material.id);
            send_panel(&material, pack.is_frozen, pack.state, close(pack.meeting), back, here.again)
        }),
        _ => return None,
    })
}

/// A new line, or one that stands there.
fn line_panel(dossier: &Dossier, here: Here, material: Option<Material>) -> AnyView {
    let pack = &dossier.papers;
    let (deed, title) = match material {
        Some(_) => ("meeting.change_material", CHANGE),
        None => ("meeting.add_material", ADD),
    };
    let form = Form::of(deed, material.as_ref().map(|material| material.id.0), pack.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &material) {
        (Some(typed), _) => draft(typed),
        (None, Some(material)) => MaterialDraft::of(material),
        (None, None) => MaterialDraft {
            access: Access::Invited.code().to_owned(),
            kind: PaperKind::Report.code().to_owned(),
            ..MaterialDraft::due(pack.usual_due)
        },
    };
    let mut units = named(&pack.units);
    if let Some(owes) = &material {
        let known = (owes.plan.unit.to_string(), owes.unit_name.clone());
        if !units.iter().any(|(id, _)| *id == known.0) {
            units.push(known);
        }
    }
    let (fields, meeting, shut) =
        (fields(named(&pack.heads), units, shown, issues), pack.meeting, close(pack.meeting));
    let remove = material.filter(|material| material.files.is_empty()).map(|material| {
        let form = Form::of("meeting.remove_material", Some(material.id.0), pack.version);
        view! {
            <Act form again=here.again meeting=Some(meeting) class="body">
                <p><button class="button" data-kind="danger"><Icon name="delete"/>{say(REMOVE)}</button></p>
            </Act>
        }
    });
    view! {
        <Panel title note="" close=shut>
            <Act form again=here.again meeting=Some(meeting)>
                <div class="body">{fields}</div>
                <Feet close=shut busy=sending.busy/>
            </Act>
            {remove}
        </Panel>
    }
    .into_any()
}

fn fields(items: Options, units: Options, shown: MaterialDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let kinds = PaperKind::ALL.map(|kind| (kind.code().to_owned(), say(words::paper_kind(kind)).to_owned()));
    let rules =
        Access::ALL.map(|rule| (rule.code().to_owned(), say(words::material_access(rule)).to_owned()));
    let (kinds, rules) = (kinds.to_vec(), rules.to_vec());
    view! {
        <div class="fields">
            <Field name="material_title" issues>
                <Line name="material_title" value=shown.title issues required=true/>
            </Field>
            <Field name="material_item" issues>
                <Choice name="material_item" options=items chosen=shown.item none=WHOLE issues/>
            </Field>
            <Field name="paper_kind" span=6 issues>
                <Choice name="paper_kind" options=kinds chosen=shown.kind issues required=true/>
            </Field>
            <Field name="owed_by" span=6 issues>
                <Choice name="owed_by" options=units chosen=shown.unit none=NOT_CHOSEN issues required=true/>
            </Field>
            <Field name="due_date" span=6 issues>
                <Day name="due_date" value=shown.due_date issues/>
            </Field>
            <Field name="due_time" span=6 hint=DUE_HINT issues>
                <Line name="due_time" value=shown.due_time issues/>
            </Field>
            <Field name="access" issues>
                <Choice name="access" options=rules chosen=shown.access issues required=true/>
            </Field>
            <Field name="material_note" issues>
                <Line name="material_note" value=shown.note issues/>
            </Field>
        </div>
    }
    .into_any()
}

/// What the Office notes about a paper that has not come.
struct Noting {
    deed: &'static str,
    title: Word,
    field: &'static str,
    hint: Word,
    needed: bool,
}

const REMIND_DEED: Noting = Noting {
    deed: "meeting.remind_material",
    title: REMIND,
    field: "chase",
    hint: REMIND_HINT,
    needed: false,
};
const RECEIVED_DEED: Noting = Noting {
    deed: "meeting.note_received",
    title: NOTE_RECEIVED,
    field: "received",
    hint: RECEIVED_HINT,
    needed: true,
};

fn words_panel(meeting: MeetingId, here: Here, material: &Material, noting: Noting) -> AnyView {
    let Noting { deed, title, field, hint, needed } = noting;
    let form = Form::of(deed, Some(material.id.0), 0);
    let (issues, sending, typed) = (form.issues, form.sending, form.text(field));
    let (note, shut) = (format!("{}: {}", material.unit_name, material.plan.title), close(meeting));
    view! {
        <Panel title note close=shut>
            <Act form again=here.again meeting=Some(meeting)>
                <div class="body">
                    <Field name=field hint=hint issues>
                        <Line name=field value=typed issues required=needed/>
                    </Field>
                </div>
                <Feet close=shut busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// One's own note about an item or a paper, as the address names it.
pub fn note_panel(pack: &Pack, of: &str, again: Callback<()>) -> AnyView {
    let row = |id: &str| id.parse::<i64>().ok();
    let known = match of.split_once('-') {
        Some(("item", id)) => pack
            .heads
            .iter()
            .find(|(item, _)| Some(item.0) == row(id))
            .map(|(item, content)| (pack.note(Some(*item), None), content.clone())),
        Some(("paper", id)) => pack
            .materials
            .iter()
            .find(|known| Some(known.id.0) == row(id))
            .map(|known| (pack.note(None, Some(known.id)), known.plan.title.clone())),
        _ => None,
    };
    let Some((words, note)) = known else { return no_such_row() };
    let form = Form::named("meeting.note_privately", of.to_owned(), 0);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| words.to_owned(), |typed| typed.text("private_note"));
    let here = format!("{PAPERS}/{}", pack.meeting);
    let (meeting, shut) = (pack.meeting, Signal::derive(move || here.clone()));
    view! {
        <Panel title=NOTE note close=shut>
            <Act form again meeting=Some(meeting)>
                <div class="body">
                    <Field name="private_note" hint=NOTE_HINT issues>
                        <Area name="private_note" value=shown issues/>
                    </Field>
                </div>
                <Feet close=shut busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// The versions of a paper, and for its unit and the Office the form that sends one.
pub fn send_panel(
    material: &Material,
    is_frozen: bool,
    state: MeetingState,
    close: Signal<String>,
    back: String,
    again: Callback<()>,
) -> AnyView {
    let actor = use_actor();
    let adds = material.takes_files_of(&actor, state).is_ok();
    let removes = actor.can(Deed::EditMeeting);
    let asks_why = material.needs_reason(is_frozen);
    let title = if material.files.is_empty() { SEND } else { SEND_AGAIN };
    let (owner, files, note) =
        (Owner::Material(material.id), material.files.clone(), material.plan.title.clone());
    view! {
        <Panel title note close>
            <div class="body"><Papers owner files adds removes asks_why back kept=again/></div>
        </Panel>
    }
    .into_any()
}
