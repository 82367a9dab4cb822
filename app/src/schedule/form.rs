//! The form of an entry in the side panel. The rules judge it while it is
//! typed, and again in the transaction; what is typed is never lost.

mod choices;
pub(super) mod consent;
pub(super) mod fields;
mod judge;
pub(super) mod layout;
mod leaders;
mod newer;

pub(super) use choices::{coded, segment};

use super::open::Open;
use super::words::*;
use super::{clash, offer};
use crate::dom::focus_when_drawn;
use crate::fields::{DEED, Fields, Returned};
use crate::keep::{self, forget, keep, kept};
use crate::parts::{Field, Notice, RefusalNotice};
use crate::send::{Sending, fields_now};
use crate::visit::say;
use domain::schedule::{Entry, EntryDraft, Slot};
use domain::{Deed, Issue, Problem, Refusal};
use fields::{draft_of, sorted};
use judge::{Judged, needs_reason};
use leptos::html;
use leptos::prelude::*;
use newer::{Seen, is_stale, newer};

/// The verb of this form.
const SAVE_ENTRY: &str = "schedule.save_entry";

/// What a form begins with.
pub(super) struct Beginning {
    /// The entry that is changed; `None` makes a new one.
    pub entry: Option<Entry>,
    /// What stands in its fields.
    pub draft: EntryDraft,
}

/// The form with everything that is said about it.
pub(super) fn entry_form(open: Open, beginning: Beginning) -> AnyView {
    let Beginning { entry, draft } = beginning;
    let id = entry.as_ref().map(|e| e.id);
    let row = id.map(|id| id.to_string()).unwrap_or_default();
    let key = format!("{}:{row}", open.week);
    let sending = Sending::of(SAVE_ENTRY);
    let returned = Returned::of(SAVE_ENTRY).map(|r| r.fields).filter(|f| f.get("id") == row);
    if returned.is_none() {
        sending.refusal.set(None);
    }
    let typed = open.refill.try_update_untracked(Option::take).flatten().or(returned);
    let stored_seen = entry.as_ref().map_or(0, |e| e.version);
    let seen = typed.as_ref().map_or(stored_seen, |f| f.number("seen"));
    // What came back may have been typed upon an older version than the one that is here.
    let base = StoredValue::new(Some(draft.clone()).filter(|_| seen == stored_seen));
    let conflict_reason = typed.as_ref().map_or_else(
        || entry.as_ref().map(|e| e.conflict_reason.clone()).unwrap_or_default(),
        |f| f.text("conflict_reason"),
    );
    let shown = typed.as_ref().map_or_else(|| draft.clone(), draft_of);

    let chief = open.actor.with_value(|a| a.can(Deed::OverrideConflict));
    let first = open.board.with_untracked(|b| Judged::of(b, id, &shown, open.now).patient());
    let found = RwSignal::new(first.conflicts);
    let free = RwSignal::new(first.offered);
    let issues = RwSignal::new(match sending.refusal.get_untracked() {
        Some(Refusal::Invalid(issues)) => issues,
        _ => first.issues,
    });
    let eager = RwSignal::new(false);
    let form = NodeRef::<html::Form>::new();

    let judge =
        move |fields: &Fields| open.board.with_untracked(|b| Judged::of(b, id, &draft_of(fields), open.now));
    let say_it = move |judged: Judged| {
        found.maybe_update(|f| replaced(f, judged.conflicts));
        free.maybe_update(|f| replaced(f, judged.offered));
        issues.maybe_update(|i| replaced(i, judged.issues));
    };
    let kept_key = StoredValue::new(key);
    let typing = move || {
        let Some(fields) = fields_now(form) else { return };
        kept_key.with_value(|key| keep(key, &fields));
        let judged = judge(&fields);
        say_it(if eager.get_untracked() { judged } else { judged.patient() });
    };
    let send = open.submit_then("save_entry", sending, move || {
        // The panel may be closed by now.
        kept_key.try_with_value(|key| forget(key));
    });
    let asked = StoredValue::new(None::<Judged>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        eager.set(true);
        // What was saved before would be taken for the answer to this.
        open.toast.set(None);
        let Some(fields) = fields_now(form) else { return send(event) };
        let mut judged = judge(&fields);
        if needs_reason(&judged.conflicts, chief) && fields.get("conflict_reason").trim().is_empty() {
            judged.issues.push(Issue::new("conflict_reason", Problem::Required));
        }
        if judged.issues.is_empty() {
            asked.set_value(Some(judged.clone()));
            send(event);
        } else {
            event.prevent_default();
            show_first_problem();
        }
        say_it(judged);
    };
    // What was corrected while the answer was on its way is not what was refused: the rules
    // say something else of it here, too.
    let is_corrected = move || {
        let now = fields_now(form).map(|fields| judge(&fields));
        asked.with_value(|asked| asked.is_some() && *asked != now)
    };
    Effect::new(move |_| match sending.refusal.get() {
        Some(Refusal::Invalid(_) | Refusal::Conflicts(_)) if is_corrected() => {
            open.refresh();
            typing();
        }
        Some(Refusal::Invalid(list)) => issues.set(list),
        Some(Refusal::Stale(_)) => open.refresh(),
        Some(Refusal::Conflicts(list)) => {
            found.set(list);
            open.refresh();
        }
        _ => {}
    });
    let unsaved = RwSignal::new(None::<Fields>);
    let was_typed = typed.is_some();
    let begun = EntryDraft { remote_sites: sorted(shown.remote_sites.clone()), ..shown.clone() };
    Effect::new(move |_| {
        // Somebody may have typed before our program was there.
        if fields_now(form).is_some_and(|now| draft_of(&now) != begun) {
            return typing();
        }
        let fields = kept_key.with_value(|key| kept(key));
        unsaved.set(fields.filter(|f| !was_typed && draft_of(f) != begun));
    });

    let unsaved_offer = keep::offer(
        unsaved,
        move |fields| open.lay_anew(Some(fields)),
        move || kept_key.with_value(|key| forget(key)),
    );

    let seen_now = Seen { id, version: seen, base };
    let stored = seen_now.newer(open);
    // Where both versions are shown the refusal is told with them, and what differs only once.
    let refusal = Signal::derive(move || {
        let refusal = sending.refusal.get();
        refusal.filter(|refusal| !is_stale(refusal) || stored.with(Option::is_none))
    });
    let first_typed = StoredValue::new(typed);
    let in_form = move || fields_now(form).or_else(|| first_typed.get_value());

    let take = move |slot: Slot| {
        let Some(fields) = fields_now(form) else { return };
        open.lay_anew(Some(with_slot(fields, slot)));
        to_save_button();
    };
    let may = entry.as_ref().is_none_or(|e| {
        let on = e.plan.positions();
        open.actor.with_value(|a| a.may_arrange(&on, &on))
    });
    let published = entry.as_ref().is_some_and(|e| e.published_in.is_some());
    let body = open.board.with_untracked(|b| layout::layout(open, &b.directory, &shown, published, issues));
    let reason = move || {
        found.with(|f| needs_reason(f, chief)).then(|| {
            let value = conflict_reason.clone();
            view! {
                <Field name="conflict_reason" hint=CONFLICT_REASON_HINT issues>
                    <crate::control::Line name="conflict_reason" value issues=issues.into() required=true/>
                </Field>
            }
        })
    };
    view! {
        <form class="form" method="post" novalidate node_ref=form on:input=move |_| typing() on:submit=submit>
            <input type="hidden" name=DEED value=SAVE_ENTRY/>
            <input type="hidden" name="id" value=row/>
            <input type="hidden" name="seen" value=seen.to_string()/>
            <div class="body">
                {unsaved_offer} <RefusalNotice refusal=refusal/>
                {newer(open, seen_now, stored, sending.refusal, in_form, kept_key)}
                {clash::live(open, found)} {offer::buttons(free, take)} {reason}
                {(!may).then(|| view! { <Notice tone="blue"><p>{say(NOT_SERVED)}</p></Notice> })}
                <fieldset class="whole" disabled=!may>{body}</fieldset>
            </div>
            {layout::footer(open, entry.as_ref(), may, sending)}
        </form>
    }
    .into_any()
}

/// Sets a value, and says whether it is another one.
fn replaced<T: PartialEq>(old: &mut T, new: T) -> bool {
    let changed = *old != new;
    *old = new;
    changed
}

/// The fields with another time.
fn with_slot(mut fields: Fields, slot: Slot) -> Fields {
    fields.0.retain(|(name, _)| name != offer::SLOT);
    fields.0.push((offer::SLOT.to_owned(), slot.code()));
    fields
}

/// Saving is what comes next when a time was chosen.
fn to_save_button() {
    focus_when_drawn(".panel .save");
}

/// Brings the first problem of the panel into sight once it is drawn.
fn show_first_problem() {
    #[cfg(feature = "hydrate")]
    request_animation_frame(|| {
        let found = crate::dom::find(".panel [aria-invalid=true], .panel .notice");
        if let Some(element) = &found {
            element.scroll_into_view();
        }
        crate::dom::focus(found);
    });
}
