//! A leader's public page: two weeks from the one that was asked for.

use super::Reader;
use super::document::{Paper, document};
use super::icon;
use super::leader::dated;
use super::title::weeks;
use super::words::*;
use domain::bulletin::{BulletinLeader, BulletinWeek};
use domain::schedule::Published;
use maud::{Markup, html};

/// The whole document. `shown` are the weeks in order; the first one is the
/// one that the neighbours are neighbours of.
pub fn leader_page(reader: &Reader, style: &str, leader: &BulletinLeader, shown: &[BulletinWeek]) -> String {
    let lang = reader.written();
    let own = format!("/leaders/{}", leader.slug);
    let body = html! {
        div.title {
            h1 lang=[lang] { (leader.name) }
            p.edition { b lang=[lang] { (leader.title) } }
        }
        @if let Some(first) = shown.first() {
            (weeks(reader, first.week, &own, |to| format!("{own}?week={to}")))
        }
        nav.tools aria-label=(reader.say(TOOLS)) {
            a href={ "/subscribe#" (leader.slug) } { (icon::SUBSCRIBE) (reader.say(SUBSCRIBE)) }
        }
        @for week in shown { (section(reader, &leader.slug, week)) }
    };
    let title = format!("{} {}", leader.short_title, leader.name);
    document(reader, style, Paper { title, current: "", lasting: true, alternate: None, body })
}

fn section(reader: &Reader, slug: &str, week: &BulletinWeek) -> Markup {
    let iso = week.week;
    let own: Vec<&Published> =
        week.entries.iter().filter(|e| e.face.leaders.iter().any(|l| l.slug == slug)).collect();
    html! {
        section.day data-today=[iso.contains(reader.today).then_some("")] {
            h2 {
                a href=(format_args!("/weeks/{iso}")) { (week_short(reader.locale, iso)) }
                small { (week_span(iso)) }
                @if let Some((number, at)) = week.publication {
                    small { (edition(reader.locale, number)) " · " (moment(at)) }
                }
            }
            div {
                @if week.publication.is_some() {
                    (dated(reader, iso, &own))
                } @else {
                    p.none { (reader.say(NOT_PUBLISHED)) }
                }
            }
        }
    }
}
