//! Ending an absence (`/desk/weeks/{week}/absence?end=12`): its days that are still to
//! come go at once, with the one who acts on them.

use super::api;
use super::words::*;
use crate::control::{Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::parts::{Badge, Field, Icon, Notice, RefusalNotice, StateBox, refused_page};
use crate::refused::Answer;
use crate::schedule::address;
use crate::schedule::words::UNPUBLISHED;
use crate::visit::{say, use_locale, use_today};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::Entry;
use domain::schedule::absence::{Ended, days_left};
use domain::{EntryId, Problem, Refusal};
use leptos::prelude::*;

const END: &str = "schedule.end_absence";

/// The page; it asks the server when it is shown.
pub(super) fn ending(week: IsoWeek, entry: EntryId) -> AnyView {
    let days: Resource<Answer<Vec<Entry>>> = Resource::new(move || entry, api::absence_of);
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match days.await {
                    Ok(days) => form(week, entry, &days),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn form(week: IsoWeek, id: EntryId, days: &[Entry]) -> AnyView {
    let (locale, today) = (use_locale(), use_today());
    let left = days_left(days, today);
    let known = days.iter().find(|entry| entry.id == id);
    let Some(known) = known.filter(|_| !left.is_empty()) else {
        return view! { <StateBox icon="done" title=say(NO_DAY_LEFT)><p>{say(NO_DAY_LEFT_HINT)}</p></StateBox> }
            .into_any();
    };
    let form = Form::of(END, Some(id.0), known.version);
    let (issues, sending) = (form.issues, form.sending);
    let typed = form.typed.clone().unwrap_or_default();
    let from = Some(typed.text("from")).filter(|typed| !typed.is_empty());
    // The day of the card from which the person came, but nothing that is past.
    let from = from.unwrap_or_else(|| known.plan.date.max(today).to_string());
    let published = left.iter().any(|entry| entry.published_in.is_some());
    let lines = left.iter().map(|entry| {
        let draft = entry.published_in.is_none();
        let draft = draft.then(|| view! { <Badge icon="internal" text=say(UNPUBLISHED)/> });
        view! {
            <li><span>{spoken::long_date(locale, entry.plan.date)} ": " {entry.plan.content.clone()}</span> {draft}</li>
        }
    });
    let go = sending.onward();
    let submit = sending.submit(
        |fields: Fields| async move { carry(&fields).await },
        move |_: Ended| go(&format!("{}?done=end_absence", address::board(week)), Default::default()),
    );
    let reason = published.then(|| {
        view! {
            <Field name="reason" hint=REASON_HINT issues>
                <Line name="reason" value=typed.text("reason") issues required=true/>
            </Field>
        }
    });
    view! {
        <form class="absence" method="post" novalidate on:submit=submit>
            <Hidden form/>
            <input type="hidden" name="week" value=week.to_string()/>
            <RefusalNotice refusal=sending.refusal/>
            <Notice tone="blue"><p>{say(END_HINT)}</p></Notice>
            <ul class="times">{lines.collect_view()}</ul>
            <div class="fields">
                <Field name="from" label=END_FROM issues>
                    <Day name="from" value=from issues required=true/>
                </Field>
                {reason}
            </div>
            <footer class="start-feet">
                <button class="button" data-kind="danger" aria-busy=move || sending.busy.get().to_string()>
                    <Icon name="cancel"/>
                    {say(END_IT)}
                </button>
                <a class="button" href=address::board(week)>{say(BACK_TO_BOARD)}</a>
            </footer>
        </form>
    }
    .into_any()
}

async fn carry(fields: &Fields) -> Answer<Ended> {
    let id = fields.row("id")?.map(EntryId).ok_or(Refusal::NotFound)?;
    let from = spoken::parse_date(fields.get("from"));
    let from = from.ok_or(Refusal::field("from", Problem::NotADate))?;
    api::end_absence(id, fields.number("seen"), from, fields.text("reason")).await
}

/// The plain form.
#[cfg(feature = "ssr")]
pub(in crate::schedule) async fn carry_out(fields: &Fields) -> Answer<String> {
    let week: IsoWeek = fields.get("week").parse().map_err(|_| Refusal::NotFound)?;
    carry(fields).await?;
    Ok(format!("{}?done=end_absence", address::board(week)))
}
