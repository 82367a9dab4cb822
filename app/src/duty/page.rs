//! The page at `/desk/duty`.

use super::api;
use super::form::DutyForm;
use super::month::{Month, PATH};
use super::rules::RulesForm;
use super::table::week;
use super::words::*;
use crate::list::{Open, use_open};
use crate::parts::{Badge, Icon, Notice, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, say_counted, use_actor, use_locale, use_today};
use chrono::NaiveDate;
use domain::Deed;
use domain::calendar::WorkingDays;
use domain::calendar::spoken;
use domain::duty::{Roster, missing};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// The page at `/desk/duty`.
#[derive(Clone, Copy)]
pub struct DutyPage {
    /// The month that is shown.
    pub month: Memo<Month>,
    /// Its roster.
    pub roster: Resource<Answer<Roster>>,
    open: Memo<Open>,
    /// The day that a new row is for.
    day: Memo<Option<NaiveDate>>,
    done: Memo<Option<String>>,
}

impl DutyPage {
    fn open() -> Self {
        let query = use_query_map();
        let today = use_today();
        let month = Memo::new(move |_| {
            let asked = query.with(|query| query.get("month").and_then(|typed| Month::parse(&typed)));
            asked.unwrap_or_else(|| Month::of(today))
        });
        Self {
            month,
            roster: Resource::new(move || month.get().span(), |(first, last)| api::read_roster(first, last)),
            open: use_open(),
            day: Memo::new(move |_| {
                query.with(|query| query.get("new").and_then(|typed| spoken::parse_date(&typed)))
            }),
            done: Memo::new(move |_| query.with(|query| query.get("done"))),
        }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn duty_page() -> AnyView {
    let this = DutyPage::open();
    view! {
        <PageTitle text=say(DUTY)/>
        <Transition>
            {move || Suspend::new(async move {
                match this.roster.await {
                    Ok(roster) => view! { <Weeks page=this roster/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Weeks(page: DutyPage, roster: Roster) -> impl IntoView {
    let may = use_actor().can(Deed::EditCalendar);
    let month = page.month.get_untracked();
    let roster = Arc::new(roster);
    let weeks: Vec<AnyView> = month.weeks().into_iter().map(|iso| week(page, &roster, iso, may)).collect();
    let rules = roster.rules;
    let days = WorkingDays::new(&roster.directory.holidays);
    let from = roster.first.max(use_today());
    let open = missing(&days, &roster.duties, from, roster.last).len();
    let state = if open == 0 {
        view! { <Badge tone="green" icon="done" text=say(ALL_COVERED)/> }.into_any()
    } else {
        view! { <Badge tone="amber" icon="warning" text=say_counted(open, [MISSING_DAY, MISSING_DAYS])/> }
            .into_any()
    };
    view! {
        <div class="head">
            <h1>{say(DUTY)} " " <small>{month.said(use_locale())}</small></h1>
            {may
                .then(|| {
                    view! {
                        <div class="buttons">
                            <a class="button" data-kind="primary" href=format!("{}&new", month.address())>
                                <Icon name="add"/>
                                {say(ADD_DUTY)}
                            </a>
                        </div>
                    }
                })}
        </div>
        <p>{state}</p>
        <p class="soft">{say(DUTY_LEAD)}</p>
        {months(month)}
        {move || {
            page.done
                .get()
                .map(|done| match done.as_str() {
                    "copied" => view! { <Notice tone="green"><p>{say(COPIED)}</p></Notice> }.into_any(),
                    "nothing" => view! { <Notice tone="amber"><p>{say(NOTHING_TO_COPY)}</p></Notice> }.into_any(),
                    _ => view! { <Notice tone="green"><p>{say(SAVED)}</p></Notice> }.into_any(),
                })
        }}
        <div class="with-panel">
            <div>{weeks} {may.then(|| view! { <RulesForm page rules/> })}</div>
            {move || may.then(|| panel(page, &roster)).flatten()}
        </div>
    }
}

/// The month before, any month, the month after.
fn months(month: Month) -> AnyView {
    let locale = use_locale();
    let link = |to: Option<Month>, rel: &'static str| {
        to.map(|to| {
            view! {
                <a class="button" rel=rel href=to.address()>
                    {(rel == "prev").then(|| view! { <Icon name="previous"/> })}
                    {to.said(locale)}
                    {(rel == "next").then(|| view! { <Icon name="next"/> })}
                </a>
            }
        })
    };
    view! {
        <nav class="filters months" aria-label=say(MONTHS)>
            {link(month.previous(), "prev")}
            <form action=PATH>
                <label class="only-read" for="month">{say(OTHER_MONTH)}</label>
                <input id="month" name="month" type="month" value=month.code() required/>
                <button class="button">{say(SHOW)}</button>
            </form>
            {link(month.next(), "next")}
        </nav>
    }
    .into_any()
}

fn panel(page: DutyPage, roster: &Arc<Roster>) -> Option<AnyView> {
    let (known, day) = (roster.clone(), page.day.get());
    let found = |id| roster.duties.iter().find(|duty| duty.id.0 == id).cloned();
    page.open.get().panel(found, |duty| view! { <DutyForm page duty day known=known.clone()/> }.into_any())
}
