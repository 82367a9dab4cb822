//! Conflicts as sentences: those of the week above the board, and those of the
//! form while somebody types.

use super::open::Open;
use super::words::*;
use crate::parts::{Badge, Icon};
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::schedule::{Board, Conflict, Severity, conflict};
use domain::{Deed, EntryId, words};
use leptos::prelude::*;

/// The conflicts of a week that are worth a mark, and which entries bear one.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Clashes {
    list: Vec<(EntryId, Conflict)>,
    /// Entry, and whether nobody has said why its conflict is accepted.
    marks: Vec<(EntryId, bool)>,
}

impl Clashes {
    /// Looks through the week.
    pub fn of(board: &Board) -> Self {
        let mut list = conflict::of_week(&board.entries, &board.directory);
        list.retain(|(_, c)| c.severity > Severity::Note);
        let accepted = |id: EntryId| {
            board.entries.iter().any(|e| e.id == id && !e.conflict_reason.is_empty())
        };
        let mut marks: Vec<(EntryId, bool)> = Vec::new();
        for (id, conflict) in &list {
            let other = conflict.with.as_ref().map(|w| w.id);
            let open = conflict.severity >= Severity::Reason
                && !accepted(*id)
                && !other.is_some_and(accepted);
            for entry in [Some(*id), other].into_iter().flatten() {
                match marks.iter_mut().find(|(known, _)| *known == entry) {
                    Some(mark) => mark.1 |= open,
                    None => marks.push((entry, open)),
                }
            }
        }
        Self { list, marks }
    }

    fn count(&self, weighs: impl Fn(Severity) -> bool) -> usize {
        self.list.iter().filter(|(_, c)| weighs(c.severity)).count()
    }
}

/// The mark of an entry on the board.
pub(super) fn marked(open: Open, id: EntryId) -> Option<bool> {
    open.clashes.with(|c| c.marks.iter().find(|(known, _)| *known == id).map(|(_, open)| *open))
}

/// The tone and the icon of a severity.
fn looks(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Refuse => ("red", "error"),
        Severity::Reason | Severity::Warn => ("amber", "warning"),
        Severity::Note => ("blue", "info"),
    }
}

/// What a severity says before its sentence.
fn prefix(severity: Severity) -> Option<&'static str> {
    match severity {
        Severity::Refuse => Some(say(NOT_ALLOWED)),
        Severity::Reason => Some(say(REASON_NEEDED)),
        Severity::Warn | Severity::Note => None,
    }
}

/// The list above the board.
pub(super) fn clashes(open: Open) -> impl IntoView {
    move || {
        let clashes = open.clashes.get();
        (!clashes.list.is_empty()).then(|| {
            let badge = |tone, icon, count: usize, word| {
                (count > 0).then(|| view! { <Badge tone=tone icon=icon text=format!("{count} {}", say(word))/> })
            };
            let refused = clashes.count(|s| s == Severity::Refuse);
            let reasons = clashes.count(|s| s == Severity::Reason);
            let warnings = clashes.count(|s| s == Severity::Warn);
            view! {
                <details class="clashes">
                    <summary>
                        {say(CLASHES)} {badge("red", "error", refused, COUNT_REFUSED)}
                        {badge("amber", "warning", reasons, COUNT_REASONS)}
                        {badge("amber", "warning", warnings, COUNT_WARNINGS)} <Icon name="down"/>
                    </summary>
                    <ul>{clashes.list.iter().map(|(id, conflict)| line(open, *id, conflict)).collect_view()}</ul>
                </details>
            }
        })
    }
}

/// One conflict of the week, with the way to its entry.
fn line(open: Open, id: EntryId, conflict: &Conflict) -> AnyView {
    let locale = use_locale();
    let (tone, icon) = looks(conflict.severity);
    let entry = open.entry(id);
    let other = conflict.with.as_ref().and_then(|with| open.entry(with.id));
    let about = entry.as_ref().map(|e| {
        let hours = words::hours(locale, e.plan.start, e.plan.end, e.plan.part);
        let content: String = e.plan.content.chars().take(60).collect();
        format!("{} · {hours} · {content}", spoken::short_date(locale, e.plan.date))
    });
    let reasons = [entry, other].into_iter().flatten().map(|e| e.conflict_reason);
    let accepted = reasons.into_iter().find(|reason| !reason.is_empty());
    let accepted = accepted.filter(|_| conflict.severity >= Severity::Reason);
    view! {
        <li data-tone=tone>
            <Icon name=icon/>
            <div>
                <p>
                    {prefix(conflict.severity).map(|text| view! { <b>{text} ". "</b> })}
                    {words::conflict(locale, conflict)}
                    {accepted.map(|reason| view! { " " <span class="soft">{say(ACCEPTED)} ": " {reason}</span> })}
                </p>
                <small>{about} " · " <a href=format!("?entry={id}") data-noscroll>{say(OPEN)}</a></small>
            </div>
        </li>
    }
    .into_any()
}

/// The conflicts of what stands in the form.
pub(super) fn live(open: Open, found: RwSignal<Vec<Conflict>>) -> impl IntoView {
    let locale = use_locale();
    let chief = open.actor.with_value(|a| a.can(Deed::OverrideConflict));
    move || {
        found.with(|found| {
            (!found.is_empty()).then(|| {
                let refused = !chief && conflict::heaviest(found) == Some(Severity::Refuse);
                let notices = found.iter().map(|conflict| {
                    let (tone, icon) = looks(conflict.severity);
                    view! {
                        <div class="notice" data-tone=tone>
                            <Icon name=icon/>
                            <div>
                                <p>
                                    {prefix(conflict.severity).map(|text| view! { <b>{text} ": "</b> })}
                                    {words::conflict(locale, conflict)}
                                </p>
                            </div>
                        </div>
                    }
                });
                view! {
                    <div class="clash-list" role="alert">
                        {notices.collect_view()}
                        {refused.then(|| view! { <p class="small soft">{say(CHIEF_ONLY)}</p> })}
                    </div>
                }
            })
        })
    }
}
