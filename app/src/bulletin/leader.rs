//! The week leader by leader. An entry of two leaders stands with both.

use super::Reader;
use super::day::day_name;
use super::entry::entry;
use super::words::*;
use domain::bulletin::BulletinLeader;
use domain::calendar::week::IsoWeek;
use domain::schedule::Published;
use leptos::prelude::*;

/// Links to the leaders, then one section for each; last, what has no leader
/// with a calendar.
pub(super) fn leaders(
    reader: &Reader,
    week: IsoWeek,
    leaders: &[BulletinLeader],
    entries: &[Published],
) -> AnyView {
    let lang = reader.written();
    let links: Vec<AnyView> = leaders
        .iter()
        .map(|l| {
            view! { <a href=format!("#l-{}", l.slug)>{l.short_title.clone()}" "{l.name.clone()}</a> }
                .into_any()
        })
        .collect();
    let sections: Vec<AnyView> = leaders
        .iter()
        .map(|l| {
            let own = entries.iter().filter(|e| e.face.leaders.iter().any(|x| x.slug == l.slug));
            let own: Vec<Published> = own.cloned().collect();
            view! {
                <section class="day" id=format!("l-{}", l.slug)>
                    <h2>
                        <span lang=lang>{l.name.clone()}</span>
                        <small lang=lang>{l.title.clone()}</small>
                        <small>
                            <a href=format!("/leaders/{}", l.slug)>{reader.say(OWN_PAGE)}</a>" · "
                            <a href=format!("/subscribe#{}", l.slug)>{reader.say(LEADER_SUBSCRIBE)}</a>
                        </small>
                    </h2>
                    <div>{dated(reader, week, &own)}</div>
                </section>
            }
            .into_any()
        })
        .collect();
    let listed = |e: &Published| e.face.leaders.iter().any(|x| leaders.iter().any(|l| l.slug == x.slug));
    let rest: Vec<Published> = entries.iter().filter(|e| !listed(e)).cloned().collect();
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <section class="day"><h2>{reader.say(NOT_LISTED)}</h2><div>{dated(reader, week, &rest)}</div></section>
        }
    });
    view! {
        <nav class="tools" aria-label=reader.say(LEADERS) lang=lang>{links}</nav>
        {sections}
        {rest}
    }
    .into_any()
}

/// Entries under the names of their days.
pub(super) fn dated(reader: &Reader, week: IsoWeek, entries: &[Published]) -> Vec<AnyView> {
    if entries.is_empty() {
        return vec![view! { <p class="none">{reader.say(NOTHING_THIS_WEEK)}</p> }.into_any()];
    }
    week.days()
        .into_iter()
        .filter_map(|day| {
            let own = entries.iter().filter(|e| e.face.date == day);
            let items: Vec<AnyView> = own.map(|e| entry(reader, e.clone(), false)).collect();
            (!items.is_empty()).then(|| {
                view! {
                    <h3 class="lane">{day_name(reader, day)}</h3>
                    <ol class="entries">{items}</ol>
                }
                .into_any()
            })
        })
        .collect()
}
