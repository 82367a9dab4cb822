//! A leader's public page: two weeks from the one that was asked for.

use super::Reader;
use super::document::{Paper, document};
use super::frame::icon;
use super::leader::dated;
use super::title::weeks;
use super::words::*;
use domain::bulletin::{BulletinLeader, BulletinWeek};
use leptos::prelude::*;

/// The whole document. `shown` are the weeks in order; the first one is the
/// one that the neighbours are neighbours of.
pub fn leader_page(reader: &Reader, style: &str, leader: BulletinLeader, shown: Vec<BulletinWeek>) -> String {
    document(reader, style, || Paper {
        title: format!("{} {}", leader.short_title, leader.name),
        current: "",
        lasting: true,
        alternate: None,
        body: view! { <LeaderPage reader=reader.clone() leader=leader shown=shown/> }.into_any(),
    })
}

#[component]
fn LeaderPage(reader: Reader, leader: BulletinLeader, shown: Vec<BulletinWeek>) -> impl IntoView {
    let reader = &reader;
    let lang = reader.written();
    let own = format!("/leaders/{}", leader.slug);
    let neighbours =
        shown.first().map(|first| weeks(reader, first.week, own.clone(), |to| format!("{own}?week={to}")));
    let sections: Vec<AnyView> = shown.into_iter().map(|week| section(reader, &leader.slug, week)).collect();
    view! {
        {neighbours}
        <div class="title">
            <h1 lang=lang>{leader.name.clone()}</h1>
            <p class="edition"><b lang=lang>{leader.title.clone()}</b></p>
        </div>
        <nav class="tools" aria-label=reader.say(TOOLS)>
            <a href=format!("/subscribe#{}", leader.slug)>{icon("#subscribe")}{reader.say(SUBSCRIBE_ICAL)}</a>
        </nav>
        {sections}
    }
}

fn section(reader: &Reader, slug: &str, week: BulletinWeek) -> AnyView {
    let iso = week.week;
    let mut entries = week.entries;
    entries.retain(|e| e.face.leaders.iter().any(|l| l.slug == slug));
    let body = match week.publication {
        Some(_) => dated(reader, iso, &entries),
        None => vec![view! { <p class="none">{reader.say(NOT_PUBLISHED)}</p> }.into_any()],
    };
    let edition = week.publication.map(|(n, at)| format!("{} · {}", edition(reader.locale, n), moment(at)));
    view! {
        <section class="day" data-today=iso.contains(reader.today).then_some("")>
            <h2>
                <a href=format!("/weeks/{iso}")>{week_short(reader.locale, iso)}</a>
                <small>{week_span(iso)}</small>
                {edition.map(|text| view! { <small>{text}</small> })}
            </h2>
            <div>{body}</div>
        </section>
    }
    .into_any()
}
