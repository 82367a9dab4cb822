//! One entry on the board: time, content, place, and what is to be known of it
//! at a glance.

use super::clash::Alarm;
use super::face::Face;
use super::open::Open;
use super::words::*;
use crate::parts::Badge;
use crate::visit::say;
use domain::schedule::{Mark, Visibility};
use domain::words;
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

/// What an entry is besides its hour: colliding or with a warning, online, not public.
fn flags(open: Open, face: &Face) -> Markup {
    let hidden = match face.visibility {
        Visibility::Public => None,
        Visibility::Internal => Some("internal"),
        Visibility::Restricted => Some("restricted"),
    };
    let alarm = face.alarm.map(|alarm| match alarm {
        Alarm::Warned => (None, WARNED),
        Alarm::Accepted => (None, CLASHES),
        Alarm::Open => (Some("clash"), CLASHES),
    });
    let with_words = |class: Option<&str>, name: &str, words: &str| {
        html! { span class=[class] title=(words) { (icon(name)) span.only-read { (words) } } }
    };
    html! {
        span.flags {
            @if let Some((class, word)) = alarm {
                (with_words(class, "warning", open.locale.say(word)))
            }
            @if face.is_online { (icon("online")) }
            @if let Some(name) = hidden {
                (with_words(None, name, open.locale.say(words::visibility(face.visibility))))
            }
        }
    }
}
