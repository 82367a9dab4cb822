//! The page at `/desk/settings/calendar`: days off and swapped days, the usual hours
//! and those of seasons, with a panel to change them.

use super::api::{self, Calendar};
use super::day_form::DayForm;
use super::days::{Hours, holidays};
use super::done;
use super::hours_form::{SeasonForm, UsualForm, known};
use super::reception::{self, ReceptionForm};
use super::tabs::{CALENDAR_PATH, Head};
use super::words::*;
use crate::list::{Open, Sieve, Sift, use_open};
use crate::panel::{Saved, no_such_row};
use crate::parts::{Icon, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor};
use chrono::NaiveDate;
use domain::Deed;
use domain::calendar::day_off::DayOff;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// The page at `/desk/settings/calendar`.
#[derive(Clone, Copy)]
pub struct CalendarPage {
    calendar: Resource<Answer<Calendar>>,
    sieve: Sieve,
    open: Memo<Open>,
    hours: Memo<Option<OpenHours>>,
    reception: Memo<bool>,
}

/// Which hours the panel is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenHours {
    Usual,
    NewSeason,
    Season(NaiveDate),
}

impl CalendarPage {
    fn open() -> Self {
        let query = use_query_map();
        let hours = Memo::new(move |_| {
            query.with(|query| match query.get("season") {
                Some(from) => Some(known(&from).map_or(OpenHours::NewSeason, OpenHours::Season)),
                None => query.get("hours").map(|_| OpenHours::Usual),
            })
        });
        let calendar = Resource::new(|| (), |()| api::read_calendar());
        let reception = Memo::new(move |_| query.with(|query| query.get("reception").is_some()));
        Self { calendar, sieve: Sieve::of_address(), open: use_open(), hours, reception }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn calendar_page() -> AnyView {
    let this = CalendarPage::open();
    view! {
        <PageTitle text=say(CALENDAR)/>
        <Transition>
            {move || Suspend::new(async move {
                match this.calendar.await {
                    Ok(calendar) => view! { <Tables page=this calendar/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Tables(page: CalendarPage, calendar: Calendar) -> impl IntoView {
    let CalendarPage { sieve, .. } = page;
    let may = use_actor().can(Deed::EditCalendar);
    let days = Arc::new(calendar.days.clone());
    let (named, shown) = (days.clone(), days.clone());
    let name = move |id| named.iter().find(|row| row.id.0 == id).map(|row| row.day.name.clone());
    let hours = calendar.hours.clone();
    let said = done::said(hours.clone());
    let receptions = reception::facts(&calendar.receptions, &calendar.leaders, may);
    view! {
        <Head path=CALENDAR_PATH>
            {may
                .then(|| {
                    view! {
                        <a class="button" data-kind="primary" href=move || sieve.link(CALENDAR_PATH, "new")>
                            <Icon name="add"/>
                            {say(ADD_DAY)}
                        </a>
                    }
                })}
        </Head>
        <Saved name/>
        {said}
        <div class="with-panel">
            <div>
                <section aria-labelledby="hours">
                    <h2 id="hours">{say(HOURS)}</h2>
                    <p class="soft">{say(HOURS_LEAD)}</p>
                    <Hours table=hours may/>
                </section>
                <section aria-labelledby="receptions">
                    <h2 id="receptions">{say(RECEPTION)}</h2>
                    <p class="soft">{say(RECEPTION_LEAD)}</p>
                    {receptions}
                </section>
                <section aria-labelledby="holidays">
                    <h2 id="holidays">{say(HOLIDAYS)}</h2>
                    <p class="soft">{say(HOLIDAYS_LEAD)}</p>
                    <Sift sieve path=CALENDAR_PATH with=LAST_YEARS/>
                    {move || holidays(&shown, sieve, may)}
                </section>
            </div>
            {move || may.then(|| panel(page, &calendar, &days)).flatten()}
        </div>
    }
}

fn panel(page: CalendarPage, calendar: &Calendar, days: &Arc<Vec<DayOff>>) -> Option<AnyView> {
    let CalendarPage { calendar: all, sieve, .. } = page;
    let day = |row: Option<DayOff>| {
        let known = days.clone();
        view! { <DayForm row known all sieve/> }.into_any()
    };
    let (table, version) = (calendar.hours.clone(), calendar.hours_version);
    match (page.open.get(), page.hours.get()) {
        (Open::New, _) => Some(day(None)),
        (Open::Edit(id), _) => Some(match days.iter().find(|row| row.id.0 == id) {
            Some(row) => day(Some(row.clone())),
            None => no_such_row(),
        }),
        (Open::Nothing, None) => page.reception.get().then(|| {
            let (rules, leaders) = (calendar.receptions.clone(), calendar.leaders.clone());
            view! { <ReceptionForm rules leaders all sieve/> }.into_any()
        }),
        (Open::Nothing, Some(OpenHours::Usual)) => {
            Some(view! { <UsualForm hours=table.usual() version all sieve/> }.into_any())
        }
        (Open::Nothing, Some(OpenHours::NewSeason)) => {
            Some(view! { <SeasonForm season=None table version all sieve/> }.into_any())
        }
        (Open::Nothing, Some(OpenHours::Season(from))) => {
            Some(match table.seasons().iter().find(|season| season.from == from).copied() {
                Some(season) => {
                    view! { <SeasonForm season=Some(season) table=table.clone() version all sieve/> }
                        .into_any()
                }
                None => no_such_row(),
            })
        }
    }
}
