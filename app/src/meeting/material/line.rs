//! One material in a list: what it is, who owes it until when, its newest version with
//! those before, and how often it was asked for.

use super::words::*;
use crate::file::link;
use crate::meeting::card::{at, halted_as, looks};
use crate::parts::{Badge, Icon};
use crate::visit::{say, say_counted, use_actor, use_locale};
use chrono::{DateTime, Utc};
use domain::calendar::spoken;
use domain::file::{File, earlier};
use domain::meeting::{Access, Material};
use domain::schedule::Standing;
use domain::{Deed, words};
use leptos::prelude::*;

/// A line with what can be done about it, of a meeting with this standing.
pub fn line(
    material: &Material,
    standing: &Standing,
    of: Option<String>,
    beside: Option<AnyView>,
    deeds: Option<AnyView>,
) -> AnyView {
    let actor = use_actor();
    let own = actor.can(Deed::EditMeeting) || material.is_owed_by(&actor);
    let plan = &material.plan;
    let kind = say(words::paper_kind(plan.kind));
    let due = plan.due.map(|due| view! { " · " {say(DUE)} " " <b>{moment(due)}</b> });
    let note = (!plan.note.is_empty() && own).then(|| view! { <p class="soft">{plan.note.clone()}</p> });
    // What is missing of a meeting that does not take place presses nobody.
    let off = halted_as(standing).filter(|_| material.is_owed());
    let mark = if off.is_none() { mark_of(material) } else { None };
    let stands = off.unwrap_or_else(|| badge(material));
    let access = (plan.access != Access::Invited)
        .then(|| view! { <Badge icon="restricted" text=say(words::material_access(plan.access))/> });
    let closed = material.closed.as_ref().map(|(by, when)| {
        let told = format!("{by}, {}", at(*when));
        view! { <p class="soft"><Badge icon="restricted" text=say(CLOSED)/> " " {told}</p> }
    });
    let noted = material.noted.as_ref().map(|noted| {
        let told = format!("{}: {} ({}, {})", say(ANOTHER_WAY), noted.text, noted.by, at(noted.at));
        view! { <p class="soft">{told}</p> }
    });
    view! {
        <li class="material" id=format!("paper{}", material.id) data-mark=mark>
            <div class="what">
                <p class="content">{plan.title.clone()}</p>
                {of.map(|of| view! { <p class="soft">{of}</p> })}
                <p class="soft">{kind} " · " {material.unit_name.clone()} {due}</p>
                {note}
                {material.file().map(|file| file_line(material, file))}
                {noted}
                {own.then(|| chased(material)).flatten()}
                {closed}
                {beside}
            </div>
            <div class="stands">{access} {stands}</div>
            {deeds}
        </li>
    }
    .into_any()
}

/// How it stands against its time, in a word.
pub fn badge(material: &Material) -> AnyView {
    let (tone, icon) = looks(material.mark);
    view! { <Badge tone=tone icon=icon text=say(words::material_mark(material.mark))/> }.into_any()
}

/// "11:30 Thứ Sáu, 11/12/2026".
pub fn moment(moment: DateTime<Utc>) -> String {
    let local = moment.with_timezone(&words::vietnam()).naive_local();
    format!("{} {}", spoken::time(local.time()), spoken::long_date(use_locale(), local.date()))
}

fn mark_of(material: &Material) -> Option<&'static str> {
    let (tone, _) = looks(material.mark);
    (material.is_owed() && !tone.is_empty()).then_some(tone)
}

fn file_line(material: &Material, file: &File) -> AnyView {
    let version = (file.version > 1).then(|| format!("{} {}", say(VERSION), file.version));
    let version = version.map(|text| view! { " " <Badge tone="blue" icon="copy" text/> });
    let reason = (!file.reason.is_empty()).then(|| format!(" ({})", file.reason));
    let before = earlier(&material.files, file);
    let count = before.len();
    let lines = before.into_iter().map(|file| {
        let which = format!("{} {}: ", say(VERSION), file.version);
        let reason = (!file.reason.is_empty()).then(|| format!(" ({})", file.reason));
        view! { <li>{which} {link(file)} " " <span class="soft">{told(file)} {reason}</span></li> }
    });
    let lines = lines.collect_view();
    let before = (count > 0).then(|| {
        view! {
            <details class="more">
                <summary>{say(EARLIER)} " (" {count} ") " <Icon name="down"/></summary>
                <ul>{lines}</ul>
            </details>
        }
    });
    view! {
        <p class="paper"><Icon name="file"/> {link(file)} {version} " " <span class="soft">{told(file)} {reason}</span></p>
        {before}
    }
    .into_any()
}

/// "1,4 MB · Văn thư Sở Tài chính, 14:36 03/12".
fn told(file: &File) -> String {
    format!("{} · {}, {}", words::size(use_locale(), file.size), file.by, at(file.at))
}

/// "Đã nhắc 2 lần" with each time.
fn chased(material: &Material) -> Option<AnyView> {
    let count = material.chased.len();
    let lines = material.chased.iter().map(|chase| {
        let words = if chase.text.is_empty() { String::new() } else { format!(": {}", chase.text) };
        view! { <li>{at(chase.at)} " · " {chase.by.clone()} {words}</li> }
    });
    let lines = lines.collect_view();
    (count > 0).then(|| {
        view! {
            <details class="more">
                <summary>{say(CHASED)} " " {say_counted(count, [TIME, TIMES])} " " <Icon name="down"/></summary>
                <ul>{lines}</ul>
            </details>
        }
        .into_any()
    })
}
