//! One entry on the board: time, content, place, and what is to be known of it
//! at a glance.

use super::clash::Alarm;
use super::face::Face;
use super::open::Open;
use super::words::*;
use crate::parts::Badge;
use crate::visit::say;
use domain::schedule::{Format, Mark, Visibility};
use domain::{Word, words};
use leptos::prelude::*;
use maud::{Markup, html};

/// The style name, tone and icon of a mark.
pub(super) fn looks(mark: Mark) -> Option<(&'static str, &'static str, &'static str)> {
    match mark {
        Mark::Kept => None,
        Mark::Added => Some(("added", "green", "add")),
        Mark::Adjusted => Some(("changed", "blue", "edit")),
        Mark::Postponed => Some(("postponed", "amber", "pause")),
        Mark::Cancelled => Some(("cancelled", "red", "cancel")),
        Mark::Delegated => Some(("delegated", "blue", "substitute")),
    }
}

/// The badge of a mark; nothing for what was kept.
pub(super) fn mark_badge(mark: Mark) -> Option<AnyView> {
    let (_, tone, icon) = looks(mark)?;
    Some(view! { <Badge tone=tone icon=icon text=say(words::mark(mark))/> }.into_any())
}

/// An icon of the set.
pub(super) fn icon(name: &str) -> Markup {
    html! { svg.i aria-hidden="true" { use href={ "#i-" (name) } {} } }
}

/// The card of an entry, and below that of a leave who acts meanwhile.
pub(super) fn card(open: Open, face: &Face) -> Markup {
    let id = face.id;
    let is_current = open.panel.with_untracked(|panel| panel.entry() == Some(id));
    let is_chosen = open.chosen.with_untracked(|chosen| chosen.contains(&id));
    let is_fresh = open.fresh.with_value(|fresh| fresh.contains(&id));
    let look = looks(face.mark);
    html! {
        a.card href={ "?entry=" (id) } data-noscroll draggable="false"
            data-entry=(id)
            data-chosen=[is_chosen.then_some("")]
            data-mark=[look.map(|(name, ..)| name)]
            data-role=[face.attends.then_some("attend")]
            data-kind=[face.is_filler.then_some("filler")]
            data-fresh=[is_fresh.then_some("")]
            data-clash=[(face.alarm == Some(Alarm::Open)).then_some("")]
            aria-current=[is_current.then_some("true")]
        {
            span.when {
                b { (face.start) }
                @if let Some(end) = &face.end { small { (end) } }
                (flags(open, face))
            }
            span.content {
                @if face.attends && !face.says_so { span.soft { (open.locale.say(ATTENDS)) } }
                (face.content)
            }
            @if !face.leader.is_empty() { span.only-read { ", " (face.leader) } }
            @if !face.location.is_empty() { span.place { (face.location) } }
            @if let Some((_, tone, name)) = look {
                span.badge data-tone=(tone) { (icon(name)) (open.locale.say(words::mark(face.mark))) }
            }
            @if face.may { span.grip aria-hidden="true" {} }
            @if face.may && face.is_timed { span.stretch aria-hidden="true" {} }
        }
        @if let Some(name) = &face.acting {
            p.small.soft { (open.locale.say(words::field("acting"))) ": " (name) }
        }
    }
}

/// The line of a flag on a ground of 24 by 24: shapes of `public/icons.svg`, each as one
/// path. They are written where they stand, since a reference to the set is a second tree
/// for the browser, and a week has hundreds of them.
mod line {
    pub const WARNING: &str =
        "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01";
    pub const INTERNAL: &str = "M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49M14.084 14.158a3 3 0 0 1-4.242-4.242M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143M2 2l20 20";
    pub const RESTRICTED: &str =
        "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM7 11V7a5 5 0 0 1 10 0v4";
    pub const ONLINE: &str = "m16 13 5.223 3.482a.5.5 0 0 0 .777-.416V7.87a.5.5 0 0 0-.752-.432L16 10.5M4 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z";
}

/// What an entry is besides its hour: colliding or with a warning, online, not public.
fn flags(open: Open, face: &Face) -> Markup {
    let hidden = match face.visibility {
        Visibility::Public => None,
        Visibility::Internal => Some(line::INTERNAL),
        Visibility::Restricted => Some(line::RESTRICTED),
    };
    let alarm = face.alarm.map(|alarm| match alarm {
        Alarm::Warned => (None, WARNED),
        Alarm::Accepted => (None, CLASHES),
        Alarm::Open => (Some("clash"), CLASHES),
    });
    let flag = |class: Option<&str>, line: &str, word: Word| {
        let said = open.locale.say(word);
        html! {
            span class=[class] role="img" title=(said) aria-label=(said) {
                svg.i viewBox="0 0 24 24" aria-hidden="true" { path d=(line) {} }
            }
        }
    };
    html! {
        span.flags {
            @if let Some((class, word)) = alarm { (flag(class, line::WARNING, word)) }
            @if face.format != Format::InPerson { (flag(None, line::ONLINE, words::format(face.format))) }
            @if let Some(line) = hidden { (flag(None, line, words::visibility(face.visibility))) }
        }
    }
}
