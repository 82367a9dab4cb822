//! The page at `/my`: now and next, today, the whole week.
//!
//! It is read for ten seconds in a car: time, content, place and the telephone
//! of the secretary come first; the rest opens.

use super::api;
use super::words::*;
use crate::parts::{Badge, Icon, StateBox, refused_page};
use crate::title::PageTitle;
use crate::visit::{Visit, say, use_locale, use_today, use_visit};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use domain::calendar::hours::WorkingHours;
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::publication::FaceStanding;
use domain::schedule::{Face, Mark, Phone, PublishedEntry};
use domain::words;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page at its address; it asks the server when it is shown.
pub fn my_page() -> AnyView {
    let query = use_query_map();
    let this_week = IsoWeek::of(use_today());
    let week =
        Memo::new(move |_| query.with(|q| q.get("week").and_then(|w| w.parse().ok())).unwrap_or(this_week));
    let phone = Resource::new(move || week.get(), api::week);
    view! {
        <PageTitle text=say(MY_DAY)/>
        <div class="my">
            <Transition>
                {move || Suspend::new(async move {
                    match phone.await {
                        Ok(phone) => view! { <Week week=week.get_untracked() phone/> }.into_any(),
                        Err(refused) => refused_page(&refused.0),
                    }
                })}
            </Transition>
        </div>
    }
    .into_any()
}

#[component]
fn Week(week: IsoWeek, phone: Phone) -> impl IntoView {
    let locale = use_locale();
    let today = use_today();
    let now = use_visit().with_value(Visit::local_now);
    let here = week.contains(today);
    let day = if here { today } else { week.monday() };
    let published = phone.week.publication.is_some();
    let entries = phone.week.entries.clone();
    let going: Vec<PublishedEntry> =
        entries.iter().filter(|e| e.published.face.standing == FaceStanding::Going).cloned().collect();
    let at = |e: &PublishedEntry| moment(&e.published.face);
    let current = going.iter().find(|e| here && at(e).0 <= now && now < at(e).1).cloned();
    let next = going.iter().find(|e| here && e.published.face.date == today && at(e).0 > now).cloned();
    let of_day: Vec<PublishedEntry> =
        entries.iter().filter(|e| e.published.face.date == today).cloned().collect();
    let quiet = published && here && current.is_none() && next.is_none();
    let secretaries = phone.secretaries.clone();
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
        {current.map(|entry| view! { <Moment entry heading=say(NOW) now=true secretaries=secretaries.clone()/> })}
        {next.map(|entry| view! { <Moment entry heading=say(NEXT) now=false secretaries=phone.secretaries.clone()/> })}
        {quiet
            .then(|| {
                let words = if of_day.is_empty() { NOTHING_TODAY } else { NOTHING_MORE };
                view! { <p class="soft">{say(words)}</p> }
            })}
        {(here && !of_day.is_empty())
            .then(|| {
                view! {
                    <section>
                        <h2>{say(TODAY)}</h2>
                        <Line entries=of_day now=Some(now)/>
                    </section>
                }
            })}
        {published
            .then(|| {
                view! {
                    <section>
                        <h2>{say(WHOLE_WEEK)}</h2>
                        <div class="ahead">
                            {week
                                .days()
                                .into_iter()
                                .map(|day| {
                                    let of_day = entries
                                        .iter()
                                        .filter(|e| e.published.face.date == day)
                                        .cloned()
                                        .collect();
                                    let open = !here || day > today;
                                    view! { <Day day entries=of_day open/> }
                                })
                                .collect_view()}
                        </div>
                    </section>
                }
            })}
    }
}

/// "Chủ tịch Đặng Hữu Khiêm · Tuần 49 · Điều chỉnh lần 2, 14:05 02/12".
fn edition(phone: &Phone) -> impl IntoView + use<> {
    let post = phone.posts.first().map(|p| format!("{} {} · ", p.short_title, p.person_name));
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

#[component]
fn Moment(
    entry: PublishedEntry,
    heading: &'static str,
    now: bool,
    secretaries: Vec<(String, String)>,
) -> impl IntoView {
    let face = entry.published.face;
    let backstage = entry.backstage;
    let (from, to) = hours(&face);
    let company = company(&face);
    let car = (!backstage.vehicle.is_empty())
        .then(|| format!("{}: {} {}", say(CAR), backstage.vehicle, backstage.driver));
    let served: Vec<String> =
        [backstage.office_leader, backstage.specialist].into_iter().filter(|n| !n.is_empty()).collect();
    let roads = roads(&face.place);
    view! {
        <section class="moment" data-now=now.then_some("")>
            <h2>{heading}</h2>
            <p class="when"><b>{from.unwrap_or_else(|| say(words::part(face.part)).to_owned())}</b> {to.map(|to| format!(" - {to}"))}</p>
            <p class="content">{face.content.clone()}</p>
            {(!face.place.is_empty()).then(|| view! { <p class="place"><Icon name="place"/>{face.place.clone()}</p> })}
            {(!company.is_empty()).then(|| view! { <p class="with">{say(WITH)} ": " {company}</p> })}
            {(!face.participants.is_empty()).then(|| view! { <p class="with">{face.participants.clone()}</p> })}
            {(!served.is_empty()).then(|| view! { <p class="with">{say(SERVED_BY)} ": " {served.join(", ")}</p> })}
            {car.map(|car| view! { <p class="with">{car}</p> })}
            <MarkLine face=face.clone() mark=entry.published.mark/>
            <div class="reach">
                {secretaries
                    .into_iter()
                    .filter(|(_, phone)| !phone.is_empty())
                    .take(1)
                    .map(|(name, phone)| {
                        view! {
                            <a class="button call" href=format!("tel:{}", dialled(&phone)) title=name>
                                <Icon name="phone"/>
                                {say(CALL)}
                            </a>
                        }
                    })
                    .collect_view()}
                {roads
                    .map(|href| {
                        view! {
                            <a class="button" href=href rel="external noopener" target="_blank">
                                <Icon name="place"/>
                                {say(MAP)}
                            </a>
                        }
                    })}
            </div>
        </section>
    }
}

#[component]
fn Day(day: NaiveDate, entries: Vec<PublishedEntry>, open: bool) -> impl IntoView {
    let locale = use_locale();
    let number = entries.len();
    view! {
        <details id=format!("d{day}") open=open>
            <summary>
                <span>{spoken::short_date(locale, day)}</span>
                <span class="lunar">{lunar(day)} " " {say(LUNAR)}</span>
                <small>{number}</small>
                <Icon name="down"/>
            </summary>
            {if entries.is_empty() {
                view! { <p class="soft">{say(NO_ENTRIES)}</p> }.into_any()
            } else {
                view! { <Line entries now=None/> }.into_any()
            }}
        </details>
    }
}

#[component]
fn Line(entries: Vec<PublishedEntry>, now: Option<NaiveDateTime>) -> impl IntoView {
    view! {
        <ol class="line">
            {entries
                .into_iter()
                .map(|entry| {
                    let mark = entry.published.mark;
                    let face = entry.published.face;
                    let (from, to) = hours(&face);
                    let (start, end) = moment(&face);
                    let going = face.standing == FaceStanding::Going;
                    let is_now = going && now.is_some_and(|now| start <= now && now < end);
                    let past = now.is_some_and(|now| end <= now);
                    let content = face.content.clone();
                    let content = if going { content.into_any() } else { view! { <s>{content}</s> }.into_any() };
                    view! {
                        <li
                            data-past=past.then_some("")
                            data-now=is_now.then_some("")
                            data-mark=(mark != Mark::Kept).then(|| style_of(mark))
                        >
                            <p class="when">
                                <b>{from.unwrap_or_else(|| say(words::part(face.part)).to_owned())}</b>
                                <small>{to}</small>
                            </p>
                            <div>
                                <p class="content">{content}</p>
                                {(!face.place.is_empty()).then(|| view! { <p class="place">{face.place.clone()}</p> })}
                                <MarkLine face mark/>
                            </div>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

#[component]
fn MarkLine(face: Face, mark: Mark) -> impl IntoView {
    let (tone, icon) = match mark {
        Mark::Kept => return ().into_any(),
        Mark::Added => ("green", "add"),
        Mark::Adjusted => ("blue", "edit"),
        Mark::Postponed => ("amber", "pause"),
        Mark::Cancelled => ("red", "cancel"),
        Mark::Delegated => ("blue", "substitute"),
    };
    view! {
        <p><Badge tone=tone icon=icon text=say(words::mark(mark))/> " " <small>{face.reason}</small></p>
    }
    .into_any()
}

fn style_of(mark: Mark) -> &'static str {
    match mark {
        Mark::Adjusted => "changed",
        other => other.code(),
    }
}

fn hours(face: &Face) -> (Option<String>, Option<String>) {
    (face.start.map(spoken::time), face.end.map(spoken::time))
}

/// From when to when, for "now" and "past"; without hours the part of the day.
fn moment(face: &Face) -> (NaiveDateTime, NaiveDateTime) {
    let (from, to) = face.part.bounds(&WorkingHours::default());
    let at = |time: NaiveTime| NaiveDateTime::new(face.date, time);
    (at(face.start.unwrap_or(from)), at(face.end.unwrap_or(to)))
}

/// The other leaders, by title and last name.
fn company(face: &Face) -> String {
    let names: Vec<String> = face
        .leaders
        .iter()
        .map(|l| format!("{} {}", l.title, l.name.split_whitespace().last().unwrap_or_default()))
        .collect();
    if names.len() < 2 { String::new() } else { names.join(", ") }
}

fn lunar(day: NaiveDate) -> String {
    LunarDate::of(day).map(|l| l.short(use_locale())).unwrap_or_default()
}

/// A telephone number as `tel:` wants it (RFC 3966): digits, +84 for 0.
fn dialled(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) => format!("+84{rest}"),
        None => digits,
    }
}

/// A map for places outside the building; `None` for an empty place.
fn roads(place: &str) -> Option<String> {
    (!place.is_empty()).then(|| {
        let mut query = String::new();
        for byte in place.bytes() {
            if byte.is_ascii_alphanumeric() {
                query.push(char::from(byte));
            } else {
                query.push_str(&format!("%{byte:02X}"));
            }
        }
        format!("https://www.openstreetmap.org/search?query={query}")
    })
}
