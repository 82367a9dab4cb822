//! A week as one of its publications holds it, to be read.

use super::moment;
use crate::schedule::card::mark_badge;
use crate::schedule::head::edition;
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::schedule::publication::FaceStanding;
use domain::schedule::{Publication, PublishedEntry};
use domain::words;
use leptos::prelude::*;

/// The publication with its entries, day by day.
pub(super) fn copy(publication: &Publication, entries: &[PublishedEntry]) -> AnyView {
    let locale = use_locale();
    let days = publication.week.days().into_iter().filter_map(|day| {
        let mut of_day = entries.iter().filter(|entry| entry.published.face.date == day).peekable();
        of_day.peek()?;
        let lines = of_day.map(line).collect_view();
        Some(view! {
            <section aria-labelledby=format!("d{day}")>
                <h3 id=format!("d{day}")>{spoken::long_date(locale, day)}</h3>
                <ul class="diff">{lines}</ul>
            </section>
        })
    });
    let days: Vec<_> = days.collect();
    let remark =
        (!publication.remark.is_empty()).then(|| view! { <p class="soft">{publication.remark.clone()}</p> });
    view! {
        <section class="past" aria-labelledby="past-h">
            <h2 id="past-h">
                {edition(locale, publication.number)} " " <small>{moment(publication)} ", " {publication.by.clone()}</small>
            </h2>
            {remark}
            {days}
        </section>
    }
    .into_any()
}

fn line(entry: &PublishedEntry) -> AnyView {
    let locale = use_locale();
    let face = &entry.published.face;
    let leaders: Vec<String> = face.leaders.iter().map(|l| format!("{} {}", l.title, l.name)).collect();
    let content = face.content.clone();
    let content = match face.standing {
        FaceStanding::Going => content.into_any(),
        _ => view! { <s>{content}</s> }.into_any(),
    };
    let facts =
        [("leaders", leaders.join(", ")), ("place", face.place.clone()), ("reason", face.reason.clone())];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(field, text)| {
        view! { <dt>{say(words::field(field))}</dt><dd>{text}</dd> }
    });
    view! {
        <li>
            <span>{mark_badge(entry.published.mark)}</span>
            <time datetime=face.date.to_string()>{words::hours(locale, face.start, face.end, face.part)}</time>
            <div>
                <p>{content}</p>
                <dl>{facts.collect_view()}</dl>
            </div>
        </li>
    }
    .into_any()
}
