//! How to get the schedule into one's own calendar: subscribe or download, and
//! honestly how slowly some calendars follow.

use super::Reader;
use super::document::{Paper, document};
use super::icon;
use super::words::*;
use domain::bulletin::BulletinLeader;
use maud::{Markup, html};

/// The whole document.
pub fn subscribe_page(reader: &Reader, style: &str, leaders: &[BulletinLeader]) -> String {
    let body = html! {
        div.title { h1 { (reader.say(SUBSCRIBE_TITLE)) } p { (reader.say(SUBSCRIBE_WHAT)) } }
        section.day {
            h2 { (reader.say(EVERYBODY)) }
            div { (feed(reader, None)) }
        }
        section.day {
            h2 { (reader.say(HOW)) }
            ul.ways {
                @for word in [HOW_APPLE, HOW_GOOGLE, HOW_OUTLOOK, HOW_ANDROID] { li { (reader.say(word)) } }
            }
        }
        section.day {
            h2 { (reader.say(EACH_LEADER)) }
            div { @for leader in leaders { (feed(reader, Some(leader))) } }
        }
    };
    let title = reader.say(SUBSCRIBE_TITLE).to_owned();
    document(reader, style, Paper { title, current: "/subscribe", lasting: true, alternate: None, body })
}

/// The feed of a leader, or that of everybody.
fn feed(reader: &Reader, leader: Option<&BulletinLeader>) -> Markup {
    let path = match leader {
        None => "/feeds/public.ics".to_owned(),
        Some(leader) => format!("/feeds/public/leaders/{}.ics", leader.slug),
    };
    let address = format!("{}{path}", reader.site);
    let host = address.split_once("://").map_or("", |(_, rest)| rest);
    let slug = leader.map(|leader| &leader.slug);
    html! {
        div.feed id=[slug] {
            @if let Some(leader) = leader {
                h3 lang=[reader.written()] { (leader.short_title) " " (leader.name) }
            }
            p.tools {
                a href={ "webcal://" (host) } { (icon::SUBSCRIBE) (reader.say(SUBSCRIBE_BUTTON)) }
                a href=(path) download={ (slug.map_or("public", String::as_str)) ".ics" } {
                    (icon::DOWNLOAD) (reader.say(DOWNLOAD_BUTTON))
                }
                button.prefs data-copy=(address) data-done=(reader.say(COPIED)) { (reader.say(COPY)) }
            }
            p.place { (reader.say(ADDRESS)) ": " code { (address) } }
        }
    }
}
