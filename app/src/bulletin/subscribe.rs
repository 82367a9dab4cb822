//! How to get the schedule into one's own calendar: subscribe or download, and
//! honestly how slowly some calendars follow.

use super::Reader;
use super::document::{Paper, document};
use super::frame::icon;
use super::words::*;
use domain::Word;
use domain::bulletin::BulletinLeader;
use leptos::prelude::*;

/// The whole document.
pub fn subscribe_page(reader: &Reader, style: &str, leaders: Vec<BulletinLeader>) -> String {
    document(reader, style, || Paper {
        title: reader.say(SUBSCRIBE_TITLE).to_owned(),
        current: "/subscribe",
        lasting: true,
        alternate: None,
        body: view! { <SubscribePage reader=reader.clone() leaders=leaders/> }.into_any(),
    })
}

#[component]
fn SubscribePage(reader: Reader, leaders: Vec<BulletinLeader>) -> impl IntoView {
    let reader = &reader;
    let lang = reader.written();
    let each: Vec<AnyView> = leaders
        .into_iter()
        .map(|leader| {
            let name = view! { <h3 lang=lang>{leader.short_title}" "{leader.name}</h3> };
            feed(reader, name.into_any(), Some(leader.slug))
        })
        .collect();
    let how = |word: Word| view! { <li>{reader.say(word)}</li> };
    view! {
        <div class="title"><h1>{reader.say(SUBSCRIBE_TITLE)}</h1><p>{reader.say(SUBSCRIBE_WHAT)}</p></div>
        <section class="day">
            <h2>{reader.say(EVERYBODY)}</h2>
            <div>{feed(reader, ().into_any(), None)}</div>
        </section>
        <section class="day">
            <h2>{reader.say(HOW)}</h2>
            <ul class="ways">{how(HOW_APPLE)}{how(HOW_GOOGLE)}{how(HOW_OUTLOOK)}{how(HOW_ANDROID)}</ul>
        </section>
        <section class="day"><h2>{reader.say(EACH_LEADER)}</h2><div>{each}</div></section>
    }
}

fn feed(reader: &Reader, name: AnyView, slug: Option<String>) -> AnyView {
    let path = match &slug {
        None => "/feeds/public.ics".to_owned(),
        Some(slug) => format!("/feeds/public/leaders/{slug}.ics"),
    };
    let address = format!("{}{path}", reader.site);
    let host = address.split_once("://").map_or("", |(_, rest)| rest).to_owned();
    let saved = slug.clone().unwrap_or_else(|| "public".to_owned());
    view! {
        <div class="feed" id=slug>
            {name}
            <p class="tools">
                <a href=format!("webcal://{host}")>{icon("#subscribe")}{reader.say(SUBSCRIBE_BUTTON)}</a>
                <a href=path download=format!("{saved}.ics")>{icon("#download")}{reader.say(DOWNLOAD_BUTTON)}</a>
                <button class="prefs" data-copy=address.clone() data-done=reader.say(COPIED)>{reader.say(COPY)}</button>
            </p>
            <p class="place">{reader.say(ADDRESS)}": "<code>{address}</code></p>
        </div>
    }
    .into_any()
}
