//! One line of the page: what would be created, what speaks against it, and what stands
//! in its way now.

use super::deed;
use super::words::*;
use crate::parts::{Badge, Icon};
use crate::visit::{say, use_locale};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::schedule::start::{Note, Verdict};
use domain::schedule::{Directory, EntryDraft, Proposal, Severity, conflict};
use domain::words;
use leptos::prelude::*;

/// What a line is made of.
pub(super) struct Line<'a> {
    pub proposal: &'a Proposal,
    pub directory: &'a Directory,
    /// Whether its box is ticked at first.
    pub ticked: bool,
    /// Whether it was picked before and could not be taken.
    pub left: bool,
    /// The reason that was typed before.
    pub why: String,
}

/// The line.
pub(super) fn line(line: Line, verdict: Signal<Verdict>, chief: bool) -> AnyView {
    let Line { proposal, directory, ticked, left, why } = line;
    let locale = use_locale();
    let (key, draft) = (&proposal.key, &proposal.draft);
    let part = SessionPart::of_code(&draft.part).unwrap_or(SessionPart::Morning);
    let time = |typed: &str| spoken::parse_time(typed);
    let hours = words::hours(locale, time(&draft.start), time(&draft.end), part);
    let note = proposal.note.map(|note| match note {
        Note::There => ("green", "done", IS_THERE),
        Note::Postponed => ("amber", "pause", WAS_POSTPONED),
        Note::Cancelled => ("red", "cancel", WAS_CANCELLED),
        Note::DayOff => ("amber", "warning", IS_DAY_OFF),
    });
    let note = note.map(|(tone, icon, word)| view! { <Badge tone=tone icon=icon text=say(word)/> });
    let left = left.then(|| view! { <Badge tone="red" icon="error" text=say(NOT_TAKEN)/> });
    let facts: Vec<String> =
        [leaders(draft, directory), place(draft, directory)].into_iter().filter(|f| !f.is_empty()).collect();
    let asks = Memo::new(move |_| {
        verdict.with(|v| match conflict::heaviest(&v.conflicts) {
            Some(Severity::Reason) => true,
            Some(Severity::Refuse) => chief,
            _ => false,
        })
    });
    let field = deed::why(key);
    let reason = move || {
        let (field, why) = (field.clone(), why.clone());
        asks.get().then(|| {
            view! {
                <p class="why">
                    <label for=field.clone()>{say(words::field("conflict_reason"))}</label>
                    <input id=field.clone() name=field value=why autocomplete="off"/>
                </p>
            }
        })
    };
    let box_id = format!("take-{key}");
    view! {
        <li>
            <input type="checkbox" id=box_id.clone() name="take" value=key.clone() checked=ticked/>
            <div>
                <label for=box_id>
                    <b>{hours}</b>
                    <span>{draft.content.clone()}</span>
                </label>
                <p class="soft">{facts.join(" · ")}</p>
                {move || sentences(&verdict.get(), chief)}
                {reason}
            </div>
            <p class="stands">{left} {note}</p>
        </li>
    }
    .into_any()
}

/// Everything that the rules say, as sentences.
fn sentences(verdict: &Verdict, chief: bool) -> AnyView {
    let locale = use_locale();
    let issues = verdict.issues.iter().map(|issue| {
        let name = locale.say(words::field(&issue.field));
        ("red", "error", format!("{name}: {}", words::problem(locale, &issue.problem)))
    });
    let conflicts = verdict.conflicts.iter().filter(|c| c.severity > Severity::Note).map(|conflict| {
        let text = words::conflict(locale, conflict);
        match conflict.severity {
            Severity::Refuse if !chief => ("red", "error", format!("{text} {}", say(STAYS_OUT))),
            Severity::Refuse => ("red", "error", text),
            _ => ("amber", "warning", text),
        }
    });
    let lines = issues.chain(conflicts).map(|(tone, icon, text)| {
        view! { <p class="clash" data-tone=tone><Icon name=icon/><span>{text}</span></p> }
    });
    lines.collect_view().into_any()
}

fn leaders(draft: &EntryDraft, directory: &Directory) -> String {
    let goes = directory.leaders.iter().filter(|l| draft.leaders.contains_key(&l.id.to_string()));
    goes.map(|l| format!("{} {}", l.short_title, l.person_name)).collect::<Vec<_>>().join(", ")
}

fn place(draft: &EntryDraft, directory: &Directory) -> String {
    let room = draft.room.parse().ok().and_then(|id| directory.room(id)).map(|room| room.name.as_str());
    let both: Vec<&str> =
        [room.unwrap_or_default(), draft.place.as_str()].into_iter().filter(|p| !p.is_empty()).collect();
    both.join(", ")
}
