//! Conflicts as sentences: those of the week above the board, and those of the
//! form while somebody types.

use super::open::Open;
use super::words::*;
use crate::parts::{Badge, Icon};
use crate::visit::{say, say_counted, use_locale};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::schedule::{Board, Conflict, ReceptionDue, Severity, conflict, reception};
use domain::{Deed, EntryId, words};
use leptos::prelude::*;

/// One conflict of the week.
#[derive(Clone, PartialEq)]
struct Clash {
    entry: EntryId,
    conflict: Conflict,
    /// Why it is accepted; then it is only worth knowing.
    accepted: Option<String>,
}

impl Clash {
    fn severity(&self) -> Severity {
        if self.accepted.is_some() { Severity::Warn } else { self.conflict.severity }
    }
}

/// What the mark of an entry says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alarm {
    /// Something to be careful about; nothing collides.
    Warned,
    /// A conflict that is accepted with a reason.
    Accepted,
    /// A conflict for which nobody has given a reason.
    Open,
}

/// The conflicts of a week that are worth a mark, and which entries bear one.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Clashes {
    list: Vec<Clash>,
    /// Entry, and the gravest that is to be said of it.
    marks: Vec<(EntryId, Alarm)>,
    /// Days of citizen reception that the week lacks.
    receptions: Vec<ReceptionDue>,
}

impl Clashes {
    /// Looks through the week.
    pub fn of(board: &Board) -> Self {
        let reason = |id: EntryId| {
            let entry = board.entries.iter().find(|e| e.id == id);
            entry.map(|e| e.conflict_reason.clone()).filter(|reason| !reason.is_empty())
        };
        let receptions = reception::missing(&board.entries, &board.receptions);
        let mut all = Self { receptions: receptions.into_iter().cloned().collect(), ..Self::default() };
        for (entry, conflict) in conflict::of_week(&board.entries, &board.directory) {
            if conflict.severity == Severity::Note {
                continue;
            }
            let other = conflict.with.as_ref().map(|w| w.id);
            let heavy = conflict.severity >= Severity::Reason;
            let accepted = if heavy { reason(entry).or_else(|| reason(other?)) } else { None };
            let alarm = match (heavy, &accepted) {
                (false, _) => Alarm::Warned,
                (true, Some(_)) => Alarm::Accepted,
                (true, None) => Alarm::Open,
            };
            for id in [Some(entry), other].into_iter().flatten() {
                match all.marks.iter_mut().find(|(known, _)| *known == id) {
                    Some(mark) => mark.1 = mark.1.max(alarm),
                    None => all.marks.push((id, alarm)),
                }
            }
            all.list.push(Clash { entry, conflict, accepted });
        }
        all.list.sort_by_key(|c| std::cmp::Reverse(c.severity()));
        all
    }

    /// The mark of an entry.
    pub fn of_entry(&self, id: EntryId) -> Option<Alarm> {
        self.marks.iter().find(|(known, _)| *known == id).map(|(_, alarm)| *alarm)
    }

    fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|c| c.severity() == severity).count()
    }
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
        let lacks = clashes.receptions.len();
        (lacks > 0 || !clashes.list.is_empty()).then(|| {
            let badge = |tone, icon, count: usize, words| {
                (count > 0).then(|| view! { <Badge tone=tone icon=icon text=say_counted(count, words)/> })
            };
            let refused = clashes.count(Severity::Refuse);
            let reasons = clashes.count(Severity::Reason);
            let warnings = clashes.count(Severity::Warn) + lacks;
            view! {
                <details class="clashes">
                    <summary>
                        {say(CLASHES)} {badge("red", "error", refused, [COUNT_REFUSED; 2])}
                        {badge("amber", "warning", reasons, [COUNT_REASON, COUNT_REASONS])}
                        {badge("amber", "warning", warnings, [COUNT_WARNING, COUNT_WARNINGS])} <Icon name="down"/>
                    </summary>
                    <ul>
                        {clashes.receptions.iter().map(|due| lacking(open, due)).collect_view()}
                        {clashes.list.iter().map(|clash| line(open, clash)).collect_view()}
                    </ul>
                </details>
            }
        })
    }
}

/// A day of citizen reception that the week lacks, with the way to plan it.
fn lacking(open: Open, due: &ReceptionDue) -> AnyView {
    let text = words::reception(use_locale(), due);
    let may = open.actor.with_value(|actor| actor.can(Deed::EditEntry));
    let plan = may.then(|| {
        let href = format!("?new={}.{}.{}", due.due, SessionPart::Morning.code(), due.position);
        view! { <small><a href=href data-noscroll>{say(PLAN_RECEPTION)}</a></small> }
    });
    view! { <li data-tone="amber"><Icon name="warning"/><div><p>{text}</p> {plan}</div></li> }.into_any()
}

/// One conflict of the week, with the way to its entry.
fn line(open: Open, clash: &Clash) -> AnyView {
    let locale = use_locale();
    let Clash { entry: id, conflict, accepted } = clash.clone();
    let severity = clash.severity();
    let (tone, icon) = looks(severity);
    let about = open.entry(id).map(|e| {
        let hours = words::hours(locale, e.plan.start, e.plan.end, e.plan.part);
        format!("{} · {hours} · {}", spoken::short_date(locale, e.plan.date), words::excerpt(&e.plan.content))
    });
    view! {
        <li data-tone=tone>
            <Icon name=icon/>
            <div>
                <p>
                    {prefix(severity).map(|text| view! { <b>{text} ". "</b> })}
                    {words::conflict(locale, &conflict)}
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
