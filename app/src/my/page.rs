//! The page at `/my`: now and next, today, the whole week.
//!
//! It is read for ten seconds in a car: time, content, place and the telephone
//! of the secretary come first; the rest opens.

use super::api;
use super::days::days;
use super::entry::Moment;
use super::look::{first, since};
use super::reach::Book;
use super::tell::{deputies, moment};
use super::week::list;
use super::words::*;
use crate::parts::{Icon, Notice, StateBox, refused_page};
use crate::refused::Refused;
use crate::title::PageTitle;
use crate::visit::{Visit, Waits, say, use_locale, use_today, use_visit};
use chrono::{Datelike, NaiveDate};
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::publication::FaceStanding;
use domain::schedule::{Phone, PublishedEntry};
use domain::{Refusal, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where it is told that a week was published.
const LIVE: &str = "/my/live";

/// The page at its address; it asks the server when it is shown.
pub fn my_page() -> AnyView {
    let query = use_query_map();
    let this_week = IsoWeek::of(use_today());
    let week =
        Memo::new(move |_| query.with(|q| q.get("week").and_then(|w| w.parse().ok())).unwrap_or(this_week));
    let phone_of_week = Resource::new(move || week.get(), api::week);
    let ask = move || api::week(week.get_untracked());
    // What was read stays readable where there is no network.
    let kept = StoredValue::new(BTreeMap::<IsoWeek, Phone>::new());
    crate::live::keep_fresh(LIVE, &["published", "missed"], Signal::from(false), phone_of_week, ask);
    view! {
        <PageTitle text=say(MY_DAY)/>
        <div class="my">
            <Transition>
                {move || Suspend::new(async move {
                    let week = week.get_untracked();
                    let known = match phone_of_week.await {
                        Ok(phone) => {
                            kept.update_value(|kept| drop(kept.insert(phone.week.week, phone.clone())));
                            Ok(phone)
                        }
                        Err(Refused(lost @ Refusal::NoConnection)) => {
                            kept.with_value(|kept| kept.get(&week).cloned()).ok_or(Refused(lost))
                        }
                        Err(refused) => Err(refused),
                    };
                    match known {
                        Ok(phone) => {
                            let again = Callback::new(move |()| phone_of_week.refetch());
                            view! { <Week week=phone.week.week phone again/> }.into_any()
                        }
                        Err(refused) => refused_page(&refused.0),
                    }
                })}
            </Transition>
        </div>
    }
    .into_any()
}

#[component]
fn Week(week: IsoWeek, phone: Phone, again: Callback<()>) -> impl IntoView {
    let locale = use_locale();
    let today = use_today();
    let now = use_visit().with_value(Visit::local_now);
    let here = week.contains(today);
    let day = if here { today } else { week.monday() };
    let last = phone.week.publication.as_ref().map(|publication| publication.number);
    let published = last.is_some();
    let book = Arc::new(Book {
        contacts: phone.contacts.clone(),
        rooms: phone.rooms.clone(),
        posts: phone.posts.clone(),
    });
    let entries = phone.week.entries.clone();
    // Where somebody else goes in the reader's place is told, and is nothing to go to.
    let own = |e: &PublishedEntry| deputies(&e.published.face, &phone.posts).is_none();
    let is_going = |e: &&PublishedEntry| e.published.face.standing == FaceStanding::Going && own(e);
    let going: Vec<PublishedEntry> = entries.iter().filter(is_going).cloned().collect();
    let at = |e: &PublishedEntry| moment(&e.published.face);
    let current = going.iter().find(|e| here && at(e).0 <= now && now < at(e).1).cloned();
    let next = going.iter().find(|e| here && at(e).0 > now).cloned();
    let free_day = !entries.iter().any(|e| e.published.face.date == today && own(e));
    let more_today = next.as_ref().is_some_and(|e| e.published.face.date == today);
    let quiet = published && here && current.is_none() && !more_today;
    let secretary = phone.secretaries.iter().find(|(_, phone)| !phone.is_empty()).cloned();
    let since = last.and_then(|last| since(week, &phone.look, last, again));
    let first = last.and_then(|last| first(week, &phone.look, last, again));
    let moment_of = |entry: PublishedEntry, word, now| {
        let (secretary, book) = (secretary.clone(), book.clone());
        let date = entry.published.face.date;
        let day = (date != today).then(|| format!(" · {}", spoken::short_date(locale, date)));
        let heading = format!("{}{}", say(word), day.unwrap_or_default());
        view! { <Moment entry heading now secretary book/> }
    };
    view! {
        <header>
            <h1>
                {spoken::long_date(locale, day)} " "
                <small>{lunar(day)} " " {say(LUNAR)}</small>
            </h1>
            <p class="soft small">{edition(&phone)}</p>
        </header>
        <Strip week/>
        {(!published).then(|| view! { <StateBox icon="week" title=say(NOTHING_PUBLISHED)>""</StateBox> })}
        {waiting()}
        {since}
        {current.map(|entry| moment_of(entry, NOW, true))}
        {quiet
            .then(|| {
                let words = if free_day { NOTHING_TODAY } else { NOTHING_MORE };
                view! { <p class="soft">{say(words)}</p> }
            })}
        {next.map(|entry| moment_of(entry, NEXT, false))}
        {published
            .then(|| {
                view! {
                    {days(week, &entries, now, here.then_some(today), &book)}
                    {list(week, &entries, &book)}
                    {first}
                }
            })}
    }
}

/// What waits for an answer, with the way there.
fn waiting() -> impl IntoView {
    let waits = expect_context::<Waits>().0;
    let line = |count: u32, word, href: &'static str| {
        (count > 0).then(|| view! { <p><a href=href>{say(word)} " (" {count} ")"</a></p> })
    };
    move || {
        let counts = waits.get();
        let lines = [
            line(counts.proposals, PROPOSALS, "/desk/meetings"),
            line(counts.invitations, INVITATIONS, "/desk/invitations"),
        ];
        lines
            .iter()
            .any(Option::is_some)
            .then(|| view! { <Notice tone="amber">{lines.collect_view()}</Notice> })
    }
}

/// "Chủ tịch Đặng Hữu Khiêm · Tuần 49 · Điều chỉnh lần 2, 14:05 02/12".
fn edition(phone: &Phone) -> impl IntoView + use<> {
    let post = phone.posts.first().map(|p| format!("{} · ", p.titled()));
    let week = format!("{} {}", say(WEEK), phone.week.week.number());
    let edition = phone.week.publication.as_ref().map(|p| {
        let at = spoken::date_time(p.at.with_timezone(&words::vietnam()).naive_local());
        let name = match p.number {
            1 => say(FIRST_EDITION).to_owned(),
            n => format!("{} {}", say(EDITION), n - 1),
        };
        view! { " · " <b>{name}</b> ", " {at} }
    });
    view! { {post} {week} {edition} }
}

#[component]
fn Strip(week: IsoWeek) -> impl IntoView {
    let locale = use_locale();
    let today = use_today();
    let (before, after) = (week.previous(), week.next());
    let link = |to: IsoWeek| format!("/my?week={to}");
    view! {
        <nav class="strip" aria-label=say(DAYS)>
            <a href=link(before) rel="prev" title=say(PREVIOUS_WEEK)>
                <Icon name="previous"/>
                <span>{say(WEEK)} " " {before.number()}</span>
            </a>
            {week
                .days()
                .into_iter()
                .map(|day| {
                    let off = matches!(day.weekday(), chrono::Weekday::Sat | chrono::Weekday::Sun).then_some("");
                    view! {
                        <a href=format!("#d{day}") aria-current=(day == today).then_some("date") data-off=off>
                            <small>{spoken::weekday_short(locale, day.weekday())}</small>
                            <b>{format!("{:02}", day.day())}<span>{format!("/{:02}", day.month())}</span></b>
                            <small>{lunar(day)}<span>" " {say(LUNAR)}</span></small>
                        </a>
                    }
                })
                .collect_view()}
            <a href=link(after) rel="next" title=say(NEXT_WEEK)>
                <span>{say(WEEK)} " " {after.number()}</span>
                <Icon name="next"/>
            </a>
        </nav>
    }
}

fn lunar(day: NaiveDate) -> String {
    LunarDate::of(day).map(|l| l.short(use_locale())).unwrap_or_default()
}
