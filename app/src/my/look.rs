//! What changed since the person looked last, until they say that they have seen it.
//!
//! Reading a page marks nothing: a phone opens pages by itself, and a change that was
//! only drawn was not read. The button is a form, with or without our program. Only the
//! first look at a week, of which nothing can be new yet, is marked by our program.

use super::api;
use super::words::*;
use crate::fields::DEED;
use crate::parts::{Badge, Icon, RefusalNotice};
use crate::send::Sending;
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::publication::{Difference, is_resumed};
use domain::schedule::{Look, Mark};
use domain::words;
use leptos::prelude::*;

/// What changed, with the button; nothing before the first look or when nothing did.
/// `last` is the newest publication, `again` asks for the week anew.
pub(super) fn since(week: IsoWeek, look: &Look, last: i32, again: Callback<()>) -> Option<AnyView> {
    let (_, at) = look.seen.filter(|(seen, _)| *seen < last)?;
    let sending = Sending::of("my.mark_seen");
    let locale = use_locale();
    let at = spoken::date_time(at.with_timezone(&words::vietnam()).naive_local());
    let lines = look.changes.iter().map(line).collect_view();
    let none = look.changes.is_empty().then(|| view! { <p class="soft">{locale.say(NOTHING_OF_YOURS)}</p> });
    Some(
        view! {
            <section class="since" aria-labelledby="since-h">
                <h2 id="since-h">{say(SINCE)} " " {at}</h2>
                <ul class="news">{lines}</ul>
                {none}
                {form(week, last, sending, again)}
            </section>
        }
        .into_any(),
    )
}

/// The button alone, before the first look at a week.
pub(super) fn first(week: IsoWeek, look: &Look, last: i32, again: Callback<()>) -> Option<AnyView> {
    if look.seen.is_some() {
        return None;
    }
    let sending = Sending::of("my.mark_seen");
    let waits = RwSignal::new(true);
    Effect::new(move |_| {
        waits.set(false);
        leptos::task::spawn_local(async move {
            // What could not be marked is marked the next time.
            _ = api::mark_seen(week, last).await;
        });
    });
    Some((move || waits.get().then(|| form(week, last, sending, again))).into_any())
}

fn form(week: IsoWeek, last: i32, sending: Sending, again: Callback<()>) -> AnyView {
    let send = sending.submit(move |_| api::mark_seen(week, last), move |()| again.run(()));
    view! {
        <form method="post" on:submit=send>
            <RefusalNotice refusal=sending.refusal/>
            <input type="hidden" name=DEED value="my.mark_seen"/>
            <input type="hidden" name="week" value=week.to_string()/>
            <input type="hidden" name="number" value=last.to_string()/>
            <button class="button" aria-busy=move || sending.busy.get().then_some("true")>
                <Icon name="check"/>
                {say(HAVE_SEEN)}
            </button>
        </form>
    }
    .into_any()
}

fn line(difference: &Difference) -> AnyView {
    let locale = use_locale();
    let Difference { mark, face, fields, gone, .. } = difference;
    let (tone, icon) = super::entry::looks(*mark).unwrap_or(("blue", "edit"));
    let resumed = is_resumed(fields);
    let word = match gone {
        true => say(NO_LONGER_YOURS),
        false => say(words::mark_told(if *mark == Mark::Kept { Mark::Adjusted } else { *mark }, resumed)),
    };
    let day = spoken::short_date(locale, face.date);
    let hours = words::hours(locale, face.start, face.end, face.part);
    // What takes place after all has no new day any more: that is no news besides.
    let is_news = |field: &str| field != "standing" && !(resumed && field == "moved_to");
    let told = fields.iter().filter(|change| is_news(&change.field)).map(|change| {
        view! {
            <p class="small">
                {locale.say(words::field(&change.field))} ": "
                <del>{words::value(locale, &change.field, &change.before)}</del> " → "
                <ins>{words::value(locale, &change.field, &change.after)}</ins>
            </p>
        }
    });
    let reason = (!face.reason.is_empty()).then(|| view! { <p class="small soft">{face.reason.clone()}</p> });
    view! {
        <li>
            <p>
                <Badge tone=tone icon=icon text=word/> " " <a href=format!("#d{}", face.date)>{day} ", " {hours}</a>
            </p>
            <p>{face.content.clone()}</p>
            {told.collect_view()}
            {reason}
        </li>
    }
    .into_any()
}
