//! How an invitation stands, in a word, and the chain of its answers: who was invited, who
//! was asked for, who agreed and when, who comes.

use super::words::*;
use crate::meeting::card::at;
use crate::parts::Badge;
use crate::visit::{say, use_locale};
use domain::meeting::{Answered, Attendance, Invitee, coming_text};
use domain::words;
use leptos::prelude::*;

/// How it stands, in a word.
pub fn badge(attendance: Attendance) -> AnyView {
    let (tone, icon) = match attendance {
        Attendance::Unsent => ("", "edit"),
        Attendance::Invited => ("", "clock"),
        Attendance::Confirmed => ("green", "done"),
        Attendance::DeputyAsked => ("amber", "substitute"),
        Attendance::DeputyAgreed => ("green", "substitute"),
        Attendance::DeputyRefused => ("red", "undo"),
        Attendance::AbsentExcused => ("", "close"),
    };
    view! { <Badge tone=tone icon=icon text=say(words::attendance(attendance))/> }.into_any()
}

/// The marks of an invitee; `issue` is the last issue of the letter.
pub fn marks(invitee: &Invitee, issue: u32) -> AnyView {
    let attendance = invitee.attendance();
    let unsent = (issue > 0 && invitee.since.is_none() && attendance != Attendance::Unsent)
        .then(|| view! { <Badge tone="amber" icon="warning" text=say(NOT_SENT)/> });
    let answered = invitee.answers.last();
    let older = answered.filter(|last| last.issue < issue && last.issue > 0);
    let older = older.map(|_| view! { <Badge tone="amber" icon="compare" text=say(OLDER)/> });
    view! { <div class="stands">{badge(attendance)} {older} {unsent}</div> }.into_any()
}

/// Who comes by now.
pub fn comes(invitee: &Invitee) -> Option<AnyView> {
    let coming = coming_text(invitee.coming());
    (!coming.is_empty()).then(|| view! { <p class="comes"><b>{say(COMES)} ": "</b> {coming}</p> }.into_any())
}

/// All answers, the first first; one that stands for itself is not repeated.
pub fn chain(invitee: &Invitee) -> Option<AnyView> {
    if invitee.answers.is_empty() {
        return None;
    }
    let steps = invitee.answers.iter().map(step);
    Some(view! { <ol class="chain" aria-label=say(CHAIN)>{steps.collect_view()}</ol> }.into_any())
}

fn step(answered: &Answered) -> AnyView {
    let coming = coming_text(&answered.coming);
    let coming = (!coming.is_empty()).then(|| format!(": {coming}"));
    let reason = (!answered.reason.is_empty()).then(|| view! { <q>{answered.reason.clone()}</q> });
    let locale = use_locale();
    let instead = answered.instead.as_ref().map(|instead| format!(" ({})", words::instead(locale, instead)));
    let given = format!("{}{}, {}", answered.by, instead.unwrap_or_default(), at(answered.at));
    view! {
        <li>
            {say(words::answer_step(answered.step))} {coming} " " {reason} " " <small class="soft">{given}</small>
        </li>
    }
    .into_any()
}
