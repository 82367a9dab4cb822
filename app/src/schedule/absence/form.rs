//! The second step: who acts, who agreed, and what is handed over; the rules speak while
//! it is filled in, by the functions of the transaction.

use super::words::*;
use super::{DEED, RECORD, api, typed, way_on};
use crate::control::Line;
use crate::fields::{Fields, Returned};
use crate::parts::{Field, Icon, RefusalNotice};
use crate::schedule::address;
use crate::schedule::form::{coded, consent, segment};
use crate::send::{Sending, fields_now};
use crate::visit::{say, use_actor, use_locale, use_visit};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::absence::{AbsenceDraft, Absent, Judged, Recorded, can_be_handed_over, judged};
use domain::schedule::{Conflict, Entry, EntryDraft, EntryKind, Severity, Visibility, conflict};
use domain::{Deed, Issue, Refusal, words as names};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The form.
pub(super) fn form(week: IsoWeek, absent: Absent, asked: &AbsenceDraft) -> AnyView {
    let locale = use_locale();
    let absent = Arc::new(absent);
    let visit = use_visit();
    let sending = Sending::of(RECORD);
    let returned = Returned::of(RECORD).map(|r| r.fields);
    Effect::new(move |_| visit.update_value(|v| v.returned = None));
    let issues = sending.issues();
    let leader = asked.span().map(|span| span.leader).ok();
    let mine: Vec<Entry> = absent
        .entries
        .iter()
        .filter(|entry| leader.is_some_and(|leader| can_be_handed_over(entry, leader)))
        .cloned()
        .collect();
    let shown = match &returned {
        Some(fields) => typed(fields),
        None => AbsenceDraft {
            acting: leader
                .and_then(|id| absent.directory.leader(id)?.acting)
                .filter(|id| absent.directory.leader(*id).is_some())
                .map(|id| id.to_string())
                .unwrap_or_default(),
            visibility: Visibility::Internal.code().to_owned(),
            delegate: mine.iter().filter(|entry| is_handed_over(entry)).map(value).collect(),
            ..asked.clone()
        },
    };

    let now = RwSignal::new(shown.clone());
    let node = NodeRef::<html::Form>::new();
    let follow = move || {
        if let Some(fields) = fields_now(node) {
            now.set(typed(&fields));
        }
    };
    Effect::new(move |_| follow());
    let verdict = {
        let absent = Arc::clone(&absent);
        Memo::new(move |_| now.with(|draft| Told(judged(draft, &absent))))
    };
    let chief = use_actor().can(Deed::OverrideConflict);
    let asks = Memo::new(move |_| {
        let refused = sending.refusal.with(|r| matches!(r, Some(Refusal::Conflicts(_))));
        refused || verdict.with(|told| told.asks(chief))
    });
    let why = StoredValue::new(shown.conflict_reason.clone());
    let reason = move || asks.get().then(|| conflict_reason(why.get_value(), issues));

    let rows = mine.iter().map(|entry| row(entry, shown.delegate.contains(&value(entry)), verdict));
    let rows = rows.collect_view();
    let consented = EntryDraft {
        acting: shown.acting.clone(),
        agreed_by: shown.agreed_by.clone(),
        agreed_at: shown.agreed_at.clone(),
        ..EntryDraft::default()
    };
    let handing = match mine.is_empty() {
        true => view! { <p class="soft">{say(NOTHING_TO_HAND_OVER)}</p> }.into_any(),
        false => view! {
            <fieldset class="field">
                <legend>{say(HAND_OVER)}</legend>
                <ul class="proposals">{rows}</ul>
            </fieldset>
        }
        .into_any(),
    };
    let days = move || {
        verdict.with(|told| {
            let lines = told.0.days.iter().flat_map(|(day, found)| {
                found.iter().filter(|c| c.severity > Severity::Note).map(move |conflict| {
                    let text = format!(
                        "{}: {}",
                        spoken::short_date(locale, *day),
                        names::conflict(locale, conflict)
                    );
                    sentence(conflict, text)
                })
            });
            lines.collect_view()
        })
    };
    let published = mine.iter().any(|entry| entry.published_in.is_some());
    let visibilities = coded(Visibility::ALL, Visibility::code, names::visibility);
    let go = sending.onward();
    let submit = sending.submit(
        move |fields: Fields| {
            let draft = typed(&fields);
            async move { api::record_absence(draft.clone()).await.map(|recorded| (draft, recorded)) }
        },
        move |(draft, _): (AbsenceDraft, Recorded)| go(&way_on(&draft, week), Default::default()),
    );
    let hidden = [("leader", &asked.leader), ("kind", &asked.kind), ("from", &asked.from), ("to", &asked.to)];
    let hidden = hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value.clone()/> });
    view! {
        <form
            class="absence"
            method="post"
            novalidate
            node_ref=node
            on:input=move |_| follow()
            on:submit=submit
        >
            <input type="hidden" name=DEED value=RECORD/>
            <input type="hidden" name="week" value=week.to_string()/>
            {hidden.into_iter().collect_view()}
            <h2>{say(WHO_ACTS)}</h2>
            <RefusalNotice refusal=sending.refusal/>
            {consent::fields(&absent.directory, &consented, leader, issues)}
            {handing}
            {days}
            {reason}
            <div class="fields">
                <Field name="content" hint=CONTENT_HINT issues>
                    <Line name="content" value=shown.content issues/>
                </Field>
                <Field name="place" issues>
                    <Line name="place" value=shown.place issues/>
                </Field>
                {segment("visibility", visibilities, &shown.visibility, issues)}
                {published
                    .then(|| {
                        view! {
                            <Field name="reason" hint=REASON_HINT issues>
                                <Line name="reason" value=shown.reason issues/>
                            </Field>
                        }
                    })}
            </div>
            <footer class="start-feet">
                <button class="button" data-kind="primary" aria-busy=move || sending.busy.get().to_string()>
                    <Icon name="check"/>
                    {say(RECORD_IT)}
                </button>
                <a class="button" href=address::board(week)>{say(BACK_TO_BOARD)}</a>
            </footer>
        </form>
    }
    .into_any()
}

/// A judgement that signals can compare.
#[derive(Clone, Default, PartialEq)]
struct Told(Judged);

impl Told {
    fn asks(&self, chief: bool) -> bool {
        let handed = self.0.handed.iter().map(|(_, found)| found);
        handed.chain(self.0.days.iter().map(|(_, found)| found)).any(|found| {
            match conflict::heaviest(found) {
                Some(Severity::Reason) => true,
                Some(Severity::Refuse) => chief,
                _ => false,
            }
        })
    }
}

/// Whether an entry is handed over unless somebody says otherwise: nobody works in the
/// office in somebody's place.
fn is_handed_over(entry: &Entry) -> bool {
    entry.plan.kind != EntryKind::OfficeWork
}

/// An entry with the version that was seen.
fn value(entry: &Entry) -> String {
    format!("{}:{}", entry.id, entry.version)
}

fn row(entry: &Entry, ticked: bool, verdict: Memo<Told>) -> AnyView {
    let locale = use_locale();
    let (id, plan) = (entry.id, &entry.plan);
    let hours = names::hours(locale, plan.start, plan.end, plan.part);
    let found = move || {
        verdict.with(|told| {
            let found = told.0.handed.iter().find(|(known, _)| *known == id).map(|(_, found)| found.clone());
            let worth = found.unwrap_or_default().into_iter().filter(|c| c.severity > Severity::Note);
            worth.map(|conflict| sentence(&conflict, names::conflict(locale, &conflict))).collect_view()
        })
    };
    let box_id = format!("delegate-{id}");
    view! {
        <li>
            <input type="checkbox" id=box_id.clone() name="delegate" value=value(entry) checked=ticked/>
            <div>
                <label for=box_id>
                    <b>{spoken::short_date(locale, plan.date)} ", " {hours}</b>
                    <span>{plan.content.clone()}</span>
                </label>
                {found}
            </div>
        </li>
    }
    .into_any()
}

fn sentence(conflict: &Conflict, text: String) -> AnyView {
    let (tone, icon) = match conflict.severity {
        Severity::Refuse => ("red", "error"),
        _ => ("amber", "warning"),
    };
    view! { <p class="clash" data-tone=tone><Icon name=icon/><span>{text}</span></p> }.into_any()
}

fn conflict_reason(value: String, issues: Signal<Vec<Issue>>) -> AnyView {
    view! {
        <div class="fields">
            <Field name="conflict_reason" issues>
                <Line name="conflict_reason" value issues/>
            </Field>
        </div>
    }
    .into_any()
}
