//! An entry on the phone: large when it is now or next, a line in the list else.

use super::reach::{Book, reach};
use super::tell::{company, deputies, hours, leaders, moment};
use super::words::*;
use crate::parts::{Badge, Icon};
use crate::visit::{say, use_locale};
use chrono::NaiveDateTime;
use domain::calendar::spoken;
use domain::schedule::publication::{FaceStanding, is_resumed};
use domain::schedule::{Mark, Published, PublishedEntry};
use domain::words;
use leptos::prelude::*;
use std::sync::Arc;

/// What goes on now or comes next, with everything to get there.
#[component]
pub(super) fn Moment(
    /// Which.
    entry: PublishedEntry,
    /// "Now" or "next".
    heading: String,
    /// Whether it goes on.
    now: bool,
    /// Whom to call before others: name and telephone.
    secretary: Option<(String, String)>,
    /// Telephones and rooms.
    book: Arc<Book>,
) -> impl IntoView {
    let reach = reach(&book, &entry, secretary);
    let published = entry.published;
    let face = published.face.clone();
    let backstage = entry.backstage;
    let (from, to) = hours(&face);
    let with = match book.is_of_many() {
        true => leaders(&face),
        false => company(&face).map(|names| format!("{}: {names}", say(WITH))),
    };
    let car = (!backstage.vehicle.is_empty())
        .then(|| format!("{}: {} {}", say(CAR), backstage.vehicle, backstage.driver));
    let served: Vec<String> =
        [backstage.office_leader, backstage.specialist].into_iter().filter(|n| !n.is_empty()).collect();
    let acting = face.acting.is_some().then(|| face.acting_name());
    view! {
        <section class="moment" data-now=now.then_some("")>
            <h2>{heading}</h2>
            <p class="when"><b>{from.unwrap_or_else(|| say(words::part(face.part)).to_owned())}</b> {to.map(|to| format!(" - {to}"))}</p>
            <p class="content">{face.content.clone()}</p>
            {(!face.place.is_empty()).then(|| view! { <p class="place"><Icon name="place"/>{face.place.clone()}</p> })}
            {with.map(|with| view! { <p class="with">{with}</p> })}
            {(!face.participants.is_empty()).then(|| view! { <p class="with">{face.participants.clone()}</p> })}
            {(!served.is_empty()).then(|| view! { <p class="with">{say(SERVED_BY)} ": " {served.join(", ")}</p> })}
            {acting.map(|name| view! { <p class="with">{say(words::field("acting"))} ": " {name}</p> })}
            {car.map(|car| view! { <p class="with">{car}</p> })}
            <MarkLine published away=None/>
            {reach}
        </section>
    }
}

/// Entries in their order; `now` marks what is past and what goes on.
#[component]
pub(super) fn Line(
    /// Which.
    entries: Vec<PublishedEntry>,
    /// The present time.
    now: NaiveDateTime,
    /// Telephones and rooms.
    book: Arc<Book>,
) -> impl IntoView {
    view! {
        <ol class="line">
            {entries
                .into_iter()
                .map(|entry| {
                    let links = reach(&book, &entry, None);
                    let published = entry.published;
                    let mark = published.mark;
                    let face = published.face.clone();
                    let away = deputies(&face, &book.posts);
                    let goes = away.is_none();
                    let (from, to) = hours(&face);
                    let (start, end) = moment(&face);
                    let going = face.standing == FaceStanding::Going;
                    let is_now = going && goes && start <= now && now < end;
                    let past = end <= now;
                    let whose = leaders(&face).filter(|_| book.is_of_many());
                    let content = face.content.clone();
                    let content = if going { content.into_any() } else { view! { <s>{content}</s> }.into_any() };
                    view! {
                        <li
                            data-past=past.then_some("")
                            data-now=is_now.then_some("")
                            data-away=(!goes).then_some("")
                            data-mark=(mark != Mark::Kept).then(|| style_of(mark))
                        >
                            <p class="when">
                                <b>{from.unwrap_or_else(|| say(words::part(face.part)).to_owned())}</b>
                                <small>{to}</small>
                            </p>
                            <div>
                                <p class="content">{content}</p>
                                {whose.map(|names| view! { <p class="with">{names}</p> })}
                                {(!face.place.is_empty()).then(|| view! { <p class="place">{face.place.clone()}</p> })}
                                <MarkLine published away/>
                                {links.filter(|_| going && goes && !past)}
                            </div>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

/// Who goes in the reader's place, what the publication changed, and why.
#[component]
fn MarkLine(published: Published, away: Option<String>) -> impl IntoView {
    let Published { mark, face, was, .. } = published;
    let badge = |mark: Mark, text: &'static str| {
        looks(mark).map(|(tone, icon)| view! { <Badge tone=tone icon=icon text=text/> " " })
    };
    // Who goes says already that it was delegated.
    let is_told = away.is_some() && mark == Mark::Delegated;
    let changed = if is_told { None } else { badge(mark, say(words::mark_told(mark, is_resumed(&was)))) };
    if away.is_none() && changed.is_none() {
        return ().into_any();
    }
    let instead = away.map(|names| {
        let delegated = badge(Mark::Delegated, say(words::mark(Mark::Delegated)));
        view! { {delegated} <b>{names}</b> " " }
    });
    let day = face.moved_to.map(|day| spoken::long_date(use_locale(), day));
    let moved = day.map(|day| format!("{} {day} ", say(MOVED_TO)));
    view! { <p>{instead} {changed} {moved} <small>{face.reason}</small></p> }.into_any()
}

/// The tone and the icon of a mark; nothing for what was kept.
pub(super) fn looks(mark: Mark) -> Option<(&'static str, &'static str)> {
    Some(match mark {
        Mark::Kept => return None,
        Mark::Added => ("green", "add"),
        Mark::Adjusted => ("blue", "edit"),
        Mark::Postponed => ("amber", "pause"),
        Mark::Cancelled => ("red", "cancel"),
        Mark::Delegated => ("blue", "substitute"),
    })
}

fn style_of(mark: Mark) -> &'static str {
    match mark {
        Mark::Adjusted => "changed",
        other => other.code(),
    }
}
