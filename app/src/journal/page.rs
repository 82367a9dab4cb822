//! The page at `/desk/journal`: by day, newest first, with a filter by the kind
//! of thing and older pages behind a link.

use super::api::{self, Leaf};
use super::old_new::old_new;
use super::words::{self as own, *};
use crate::list::address;
use crate::parts::{Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_locale};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::journal::{Change, FieldChange, Subject};
use domain::words;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};

const PATH: &str = "/desk/journal";
/// A line with more changed fields than this shows them on demand.
const AT_ONCE: usize = 4;
/// So many comings and goings in a row are told in one line.
const FOLDED: usize = 3;

/// The page at `/desk/journal`.
#[derive(Clone, Copy)]
pub struct JournalPage {
    about: Memo<Option<Subject>>,
    before: Memo<Option<i64>>,
    leaf: Resource<Answer<Leaf>>,
}

impl JournalPage {
    fn open() -> Self {
        let query = use_query_map();
        let about =
            Memo::new(move |_| query.with(|q| q.get("about").and_then(|code| Subject::of_code(&code))));
        let before = Memo::new(move |_| query.with(|q| q.get("before").and_then(|id| id.parse().ok())));
        Self {
            about,
            before,
            leaf: Resource::new(
                move || (about.get(), before.get()),
                |(about, before)| api::list(about, before),
            ),
        }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn journal_page() -> AnyView {
    let this = JournalPage::open();
    view! {
        <PageTitle text=say(JOURNAL)/>
        <Transition>
            {move || Suspend::new(async move {
                match this.leaf.await {
                    Ok(leaf) => view! { <Lines page=this leaf/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Lines(page: JournalPage, leaf: Leaf) -> impl IntoView {
    let about = page.about.get_untracked();
    let about_part = about.map(|s| format!("about={}", s.code())).unwrap_or_default();
    let older = leaf.lines.last().filter(|_| leaf.older).map(|last| {
        let href = address(PATH, &format!("before={}", last.id), &about_part);
        view! { <a class="button" rel="next" href=href>{say(OLDER)}<Icon name="next"/></a> }
    });
    let newest = page.before.get_untracked().map(|_| {
        view! { <a class="button" href=address(PATH, "", &about_part)><Icon name="previous"/>{say(NEWEST)}</a> }
    });
    let days = by_day(leaf.lines);
    view! {
        <div class="head"><h1>{say(JOURNAL)}</h1></div>
        <Filter about/>
        {if days.is_empty() {
            view! { <StateBox icon="journal" title=say(NOTHING)><p>{say(NOTHING_HINT)}</p></StateBox> }.into_any()
        } else {
            days.into_iter().map(|(day, lines)| view! { <Day day lines/> }).collect_view().into_any()
        }}
        <nav class="pages" aria-label=say(PAGES)>
            <span>{newest}</span>
            <span>{older}</span>
        </nav>
    }
}

#[component]
fn Filter(about: Option<Subject>) -> impl IntoView {
    let navigate = use_navigate();
    let choose = move |event| {
        let code = event_target_value(&event);
        let with = if code.is_empty() { String::new() } else { format!("about={code}") };
        navigate(&address(PATH, &with, ""), Default::default());
    };
    view! {
        <form class="filters">
            <div class="field">
                <label for="about">{say(ABOUT)}</label>
                <select id="about" name="about" on:change=choose>
                    <option value="">{say(ALL)}</option>
                    {Subject::ALL
                        .map(|subject| {
                            view! {
                                <option value=subject.code() selected=about == Some(subject)>
                                    {say(words::subject(subject))}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
            <button class="button"><Icon name="search"/>{say(FILTER)}</button>
        </form>
    }
}

#[component]
fn Day(day: NaiveDate, lines: Vec<Change>) -> impl IntoView {
    let locale = use_locale();
    let lunar = LunarDate::of(day).map(|l| view! { " " <span class="lunar">{l.long(locale)}</span> });
    view! {
        <h2 class="date">{spoken::long_date(locale, day)} {lunar}</h2>
        <ol class="journal">{lines.chunk_by(|a, b| is_coming(a) && is_coming(b)).map(run).collect_view()}</ol>
    }
}

/// Whether somebody only came or went.
fn is_coming(change: &Change) -> bool {
    change.subject == Subject::Session && change.fields.is_empty() && change.reason.is_empty()
}

/// A few lines that stand together. Comings and goings of many people take one line, so
/// that the deeds between them are found.
fn run(lines: &[Change]) -> AnyView {
    let [last, .., first] = lines else { return lines.iter().map(line).collect_view().into_any() };
    if lines.len() < FOLDED {
        return lines.iter().map(line).collect_view().into_any();
    }
    let (from, to) = (local(first), local(last));
    let mut people: Vec<&str> = lines.iter().map(|line| line.actor.as_str()).collect();
    people.sort_unstable();
    people.dedup();
    let people = people.join(", ");
    let times = match (spoken::time(from.time()), spoken::time(to.time())) {
        (from, to) if from == to => to,
        (from, to) => format!("{from} - {to}"),
    };
    view! {
        <li>
            <time datetime=format!("{to:?}")>{spoken::time(to.time())}</time>
            <p class="actor">{lines.len()} " " {say(COMINGS)}</p>
            <details class="deed">
                <summary>{times} ": " {people}</summary>
                <ol class="journal">{lines.iter().map(line).collect_view()}</ol>
            </details>
        </li>
    }
    .into_any()
}

fn line(change: &Change) -> AnyView {
    let at = local(change);
    let actor = if change.actor.is_empty() { say(NIGHT_SHIFT).to_owned() } else { change.actor.clone() };
    let title = title(change);
    let reason = (!change.reason.is_empty())
        .then(|| view! { <p class="old-new">{say(REASON)} ": " {change.reason.clone()}</p> });
    let shown: Vec<&FieldChange> = change.fields.iter().filter(|field| is_told(change, field)).collect();
    let count = shown.len();
    let fields = shown.into_iter().map(old_new).collect_view();
    view! {
        <li>
            <time datetime=format!("{at:?}")>{spoken::time(at.time())}</time>
            <p class="actor">{actor}</p>
            <div class="deed">
                <p>{say(own::deed(&change.deed))} " " {title}</p>
                {reason}
                {if count > AT_ONCE {
                    view! {
                        <details>
                            <summary>{say(DETAILS)} " (" {count} ")"</summary>
                            {fields}
                        </details>
                    }
                    .into_any()
                } else {
                    fields.into_any()
                }}
            </div>
        </li>
    }
    .into_any()
}

/// Whether a field says more than the line does: its reason stands there already, and the
/// number of an entry is nothing to read where its content does.
fn is_told(change: &Change, field: &FieldChange) -> bool {
    match field.field.as_str() {
        "reason" => change.reason.is_empty(),
        "entry" => change.title.is_empty(),
        _ => true,
    }
}

/// The thing that it was done to, with a link to its week when that is known.
fn title(change: &Change) -> AnyView {
    match change.subject {
        Subject::Week => match change.subject_id.parse::<IsoWeek>() {
            Ok(week) => {
                let name = format!("{} {}/{}", say(WEEK), week.number(), week.year());
                view! { <a href=format!("/desk/weeks/{week}")>{name}</a> }.into_any()
            }
            Err(_) => change.title.clone().into_any(),
        },
        Subject::Entry => match day_of(change).map(IsoWeek::of) {
            Some(week) => {
                view! { <a href=format!("/desk/weeks/{week}")>{change.title.clone()}</a> }.into_any()
            }
            None => view! { <b>{change.title.clone()}</b> }.into_any(),
        },
        // One's own session is named after oneself.
        Subject::Session | Subject::Setting => ().into_any(),
        _ => view! { <b>{change.title.clone()}</b> }.into_any(),
    }
}

/// The day of an entry: as the line tells it, or where the entry stands now.
fn day_of(change: &Change) -> Option<NaiveDate> {
    let told = change.fields.iter().find(|f| f.field == "date");
    let told = told.map(|date| if date.after.is_empty() { &date.before } else { &date.after });
    told.and_then(|day| day.parse().ok()).or(change.day)
}

fn local(change: &Change) -> DateTime<FixedOffset> {
    change.at.with_timezone(&words::vietnam())
}

fn by_day(lines: Vec<Change>) -> Vec<(NaiveDate, Vec<Change>)> {
    let mut days: Vec<(NaiveDate, Vec<Change>)> = Vec::new();
    for line in lines {
        let day = local(&line).date_naive();
        match days.last_mut() {
            Some((last, lines)) if *last == day => lines.push(line),
            _ => days.push((day, vec![line])),
        }
    }
    days
}
