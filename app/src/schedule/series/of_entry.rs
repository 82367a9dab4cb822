//! An entry and its series: it becomes the first of one, or, as a day of one, is changed
//! alone, or with everything from here on.

use super::words::*;
use super::{PATH, Page, carry_out, hours, rule, way_on};
use crate::control::{Form, Hidden, Line};
use crate::fields::Fields;
use crate::panel::Panel;
use crate::parts::{Field, Icon, Notice, RefusalNotice};
use crate::schedule::address;
use crate::visit::{say, use_locale};
use chrono::NaiveDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::series::draft::{EntrySeries, Repeated, Repeats, SeriesDraft};
use domain::schedule::{Entry, EntryDraft};
use domain::{Issue, Word, words as names};
use leptos::prelude::*;

/// The panel.
pub(super) fn panel(page: Page, found: &EntrySeries) -> AnyView {
    let EntrySeries { entry, series } = found;
    let note = entry.plan.content.clone();
    let close = Signal::derive(|| PATH.to_owned());
    let body = match series {
        None => make(page, entry),
        Some((series, of)) => choices(page, entry, series, *of),
    };
    view! { <Panel title=REPEAT note close>{body}</Panel> }.into_any()
}

/// When the entry is now.
fn about(entry: &Entry) -> AnyView {
    let when = spoken::long_date(use_locale(), entry.plan.date);
    view! { <p><b>{when} ", " {hours(&EntryDraft::of(&entry.plan))}</b></p> }.into_any()
}

fn make(page: Page, entry: &Entry) -> AnyView {
    let form = Form::of("schedule.make_series", Some(entry.id.0), entry.version);
    let end_of_year = format!("{}-12-31", chrono::Datelike::year(&entry.plan.date));
    let usual = SeriesDraft {
        repeats: Repeats::Weekly.code().to_owned(),
        until: end_of_year,
        ..SeriesDraft::default()
    };
    let draft = form.typed.as_ref().map_or(usual, rule::typed);
    let fields =
        view! { {about(entry)} <p class="soft">{say(MAKE_HINT)}</p> {rule::rule(&draft, form.issues)} };
    send(page, form, None, fields.into_any(), MAKE, "primary")
}

fn choices(page: Page, entry: &Entry, series: &Repeated, of: NaiveDate) -> AnyView {
    let locale = use_locale();
    let alone = format!("{}?entry={}", address::board(IsoWeek::of(entry.plan.date)), entry.id);
    let cancel = format!("{}?cancel={}", address::board(IsoWeek::of(entry.plan.date)), entry.id);
    let change = Form::of("schedule.change_series", Some(series.id.0), series.version);
    let draft = change.typed.as_ref().map_or_else(|| SeriesDraft::of_rest(&series.series, of), rule::typed);
    let from = Some(("entry", entry.id.to_string()));
    let fields = view! {
        <input type="hidden" name="from" value=of.to_string()/>
        <p class="soft">{say(FROM_HERE_HINT)}</p>
        {rule::rule(&draft, change.issues)}
        {along(change.typed.as_ref(), change.issues)}
    };
    let end = Form::of("schedule.end_series", Some(series.id.0), series.version);
    let ending = view! {
        <input type="hidden" name="from" value=of.to_string()/>
        <p class="soft">{say(END_HINT)}</p>
    };
    view! {
        <div class="body">
            {about(entry)}
            <p>{names::series(locale, &series.series)}</p>
            <h3>{say(ONLY_THIS)}</h3>
            <p class="buttons">
                <a class="button" href=alone><Icon name="edit"/>{say(CHANGE_THIS)}</a>
                <a class="button" data-kind="danger" href=cancel><Icon name="cancel"/>{say(CANCEL_THIS)}</a>
            </p>
            <h3>{say(FROM_HERE)}</h3>
        </div>
        {send(page, change, from, fields.into_any(), FROM_HERE, "primary")}
        {send(page, end, None, ending.into_any(), END_HERE, "danger")}
    }
    .into_any()
}

/// Whether what is on the board already changes, too, and why.
fn along(typed: Option<&Fields>, issues: Signal<Vec<Issue>>) -> AnyView {
    let is_along = typed.is_none_or(|fields| !fields.get("along").is_empty());
    let text = |name| typed.map(|fields| fields.text(name)).unwrap_or_default();
    let (reason, conflict_reason) = (text("reason"), text("conflict_reason"));
    view! {
        <label class="choice">
            <input type="checkbox" name="along" value="on" checked=is_along/>
            {say(ALONG)}
        </label>
        <Field name="reason" hint=ALONG_REASON issues>
            <Line name="reason" value=reason issues/>
        </Field>
        <Field name="conflict_reason" hint=ALONG_CONFLICT issues>
            <Line name="conflict_reason" value=conflict_reason issues/>
        </Field>
    }
    .into_any()
}

/// A form of this page with its button.
pub(super) fn send(
    page: Page,
    form: Form,
    with: Option<(&'static str, String)>,
    fields: AnyView,
    button: Word,
    kind: &'static str,
) -> AnyView {
    let sending = form.sending;
    let verb = form.deed.split_once('.').map_or(form.deed, |(_, verb)| verb);
    let go = sending.onward();
    let submit = sending.submit(
        move |fields: Fields| async move { carry_out(verb, &fields).await },
        move |series: Repeated| {
            page.found.refetch();
            go(&way_on(&series), Default::default());
        },
    );
    let with = with.map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let icon = if kind == "danger" { "cancel" } else { "check" };
    let stale = move || sending.refusal.with(|r| matches!(r, Some(domain::Refusal::Stale(_))));
    view! {
        <form class="form" method="post" novalidate on:submit=submit>
            <Hidden form/>
            {with}
            <div class="body">
                <RefusalNotice refusal=sending.refusal/>
                {move || stale().then(|| view! { <Notice tone="amber"><p>{say(LOOK_AGAIN)}</p></Notice> })}
                {fields}
            </div>
            <footer>
                <button class="button" data-kind=kind aria-busy=move || sending.busy.get().to_string()>
                    <Icon name=icon/>
                    {say(button)}
                </button>
            </footer>
        </form>
    }
    .into_any()
}
