//! A week of the roster. On a day off that nobody is on duty for, the line says so.

use super::api;
use super::month::Month;
use super::page::DutyPage;
use super::words::*;
use crate::fields::DEED;
use crate::list::{table, way_cell};
use crate::parts::{Badge, Icon, RefusalNotice};
use crate::send::Sending;
use crate::visit::{say, use_locale, use_today};
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::calendar::week::IsoWeek;
use domain::calendar::{WorkingDays, spoken};
use domain::duty::{Duty, PublishedDuty, Roster};
use leptos::prelude::*;

/// A week with its heading and what can be done with it.
pub fn week(page: DutyPage, roster: &Roster, iso: IsoWeek, may: bool) -> AnyView {
    let days = WorkingDays::new(&roster.directory.holidays);
    let heading = format!("{} {}", say(WEEK), iso.number());
    let span = format!("({} - {})", spoken::day_month(iso.monday()), spoken::date(iso.sunday()));
    let is_free = |day: &NaiveDate| roster.duties.iter().all(|duty| duty.date != *day);
    let copy = may && iso.days().iter().any(is_free);
    let month = page.month.get_untracked();
    let rows: Vec<AnyView> =
        iso.days().into_iter().flat_map(|day| lines(roster, &days, month, day, may)).collect();
    let caption = format!("{}, {} {}", say(DUTY), say(WEEK), iso.number());
    let (id, label) = (format!("w{iso}"), format!("w{iso}"));
    view! {
        <section class="duty" aria-labelledby=label>
            <div class="head">
                <h2 id=id>{heading} " " <small>{span}</small></h2>
                {copy.then(|| view! { <Copy page iso/> })}
            </div>
            {table(caption, &[DAY, LEADER, OFFICE_LEADER, SPECIALIST, DRIVER, HOTLINE], may, rows)}
        </section>
    }
    .into_any()
}

fn lines(roster: &Roster, days: &WorkingDays, month: Month, day: NaiveDate, may: bool) -> Vec<AnyView> {
    let own: Vec<&Duty> = roster.duties.iter().filter(|duty| duty.date == day).collect();
    if own.is_empty() {
        return vec![nobody(days, month, day, may)];
    }
    own.into_iter().map(|duty| line(roster, days, month, duty, may)).collect()
}

/// The day, with the name of a holiday and the part that is meant.
fn day_head(days: &WorkingDays, day: NaiveDate, part: SessionPart) -> AnyView {
    let locale = use_locale();
    let holiday = days.exception_on(day).map(|row| view! { " " <small>{row.name.clone()}</small> });
    let part = (part != SessionPart::AllDay).then(|| format!(" · {}", say(part.word())));
    let today = (day == use_today()).then(|| view! { " " <Badge tone="blue" icon="clock" text=say(TODAY)/> });
    view! { <th scope="row">{spoken::short_date(locale, day)} {part} {today} {holiday}</th> }.into_any()
}

fn nobody(days: &WorkingDays, month: Month, day: NaiveDate, may: bool) -> AnyView {
    let off = !days.is_working(day);
    let mark = off.then(|| view! { <Badge tone="amber" icon="warning" text=say(MISSING)/> });
    let assign = may.then(|| {
        let href = format!("{}&new={day}", month.address());
        let label = format!("{} {}", say(ASSIGN), spoken::date(day));
        way_cell(href, label, ASSIGN)
    });
    view! {
        <tr data-off=off.then_some("")>
            {day_head(days, day, SessionPart::AllDay)}
            <td colspan="5">{mark}</td>
            {assign}
        </tr>
    }
    .into_any()
}

fn line(roster: &Roster, days: &WorkingDays, month: Month, duty: &Duty, may: bool) -> AnyView {
    let named = PublishedDuty::of(duty, &roster.directory);
    let edit = may.then(|| {
        let href = format!("{}&edit={}", month.address(), duty.id);
        let label = format!("{} {}", say(EDIT_DUTY), spoken::date(duty.date));
        way_cell(href, label, EDIT)
    });
    let leader = (!named.name.is_empty()).then(|| format!("{} {}", named.title, named.name));
    let note = (!named.note.is_empty()).then(|| view! { " " <small>{named.note.clone()}</small> });
    let cell = |text: String| Some(text).filter(|text| !text.is_empty());
    view! {
        <tr data-off=(!days.is_working(duty.date)).then_some("")>
            {day_head(days, duty.date, duty.part)}
            <td data-label=say(LEADER)>{leader} {note}</td>
            <td data-label=say(OFFICE_LEADER)>{cell(named.office_leader)}</td>
            <td data-label=say(SPECIALIST)>{cell(named.specialist)}</td>
            <td data-label=say(DRIVER)>{cell(named.driver)}</td>
            <td data-label=say(HOTLINE)>{cell(named.hotline)}</td>
            {edit}
        </tr>
    }
    .into_any()
}

/// The button that fills the free days as the week before had them.
#[component]
fn Copy(page: DutyPage, iso: IsoWeek) -> impl IntoView {
    let sending = Sending::of("duty.copy_last_week");
    let navigate = sending.onward();
    let copy = sending.submit(
        move |_| api::copy_last_week(iso),
        move |copied: Vec<Duty>| {
            page.roster.refetch();
            let done = if copied.is_empty() { "nothing" } else { "copied" };
            let to = format!("{}&done={done}", page.month.get_untracked().address());
            navigate(&to, Default::default());
        },
    );
    let label = format!("{}: {} {}", say(COPY), say(WEEK), iso.number());
    view! {
        <form method="post" on:submit=copy>
            <input type="hidden" name=DEED value="duty.copy_last_week"/>
            <input type="hidden" name="week" value=iso.to_string()/>
            <input type="hidden" name="month" value=page.month.get_untracked().code()/>
            <RefusalNotice refusal=sending.refusal/>
            <button class="button" data-size="small" aria-label=label><Icon name="copy"/>{say(COPY)}</button>
        </form>
    }
}
