//! The week leader by leader. An entry of two leaders stands with both.

use super::Reader;
use super::day::day_name;
use super::entry::entry;
use super::words::*;
use domain::bulletin::{BulletinLeader, BulletinWeek};
use domain::calendar::week::IsoWeek;
use domain::schedule::Published;
use maud::{Markup, html};

/// Links to the leaders, then one section for each; last, what has no leader
/// with a calendar.
pub(super) fn leaders(reader: &Reader, week: &BulletinWeek) -> Markup {
    let lang = reader.written();
    let has = |entry: &Published, leader: &BulletinLeader| {
        entry.face.leaders.iter().any(|there| there.slug == leader.slug)
    };
    let listed = |entry: &Published| week.leaders.iter().any(|leader| has(entry, leader));
    let rest: Vec<&Published> = week.entries.iter().filter(|entry| !listed(entry)).collect();
    html! {
        nav.tools aria-label=(reader.say(LEADERS)) lang=[lang] {
            @for l in &week.leaders {
                a href={ "#l-" (l.slug) } { (l.short_title) " " (l.name) }
            }
        }
        @for l in &week.leaders {
            @let own: Vec<&Published> = week.entries.iter().filter(|entry| has(entry, l)).collect();
            section.day id={ "l-" (l.slug) } {
                h2 {
                    span lang=[lang] { (l.name) }
                    small lang=[lang] { (l.title) }
                    small {
                        a href={ "/leaders/" (l.slug) } { (reader.say(OWN_PAGE)) } " · "
                        a href={ "/subscribe#" (l.slug) } { (reader.say(LEADER_SUBSCRIBE)) }
                    }
                }
                div { (dated(reader, week.week, &own)) }
            }
        }
        @if !rest.is_empty() {
            section.day { h2 { (reader.say(NOT_LISTED)) } div { (dated(reader, week.week, &rest)) } }
        }
    }
}

/// Entries under the names of their days.
pub(super) fn dated(reader: &Reader, week: IsoWeek, entries: &[&Published]) -> Markup {
    html! {
        @if entries.is_empty() { p.none { (reader.say(NOTHING_THIS_WEEK)) } }
        @for day in week.days() {
            @if entries.iter().any(|e| e.face.date == day) {
                h3.lane { (day_name(reader, day)) }
                ol.entries {
                    @for own in entries.iter().filter(|e| e.face.date == day) { (entry(reader, own, false)) }
                }
            }
        }
    }
}
