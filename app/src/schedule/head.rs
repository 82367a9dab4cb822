//! What stands above the board: the days of the week, its title and state, and
//! the steps that this person can take.

use super::address::{self, Panel};
use super::open::Open;
use super::words::*;
use crate::fields::DEED;
use crate::parts::{Badge, Icon, Notice, RefusalNotice};
use crate::send::Sending;
use crate::visit::{say, use_locale, use_today};
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::calendar::working_day::WorkingDays;
use domain::schedule::{Directory, Step, Week, WeekState};
use domain::{Deed, Locale, words};
use leptos::prelude::*;

/// The steps above the board, as they came back if they were refused.
pub(super) fn steps_sent(open: Open) -> Sending {
    let sending = Sending::of("schedule.take_step");
    if open.panel.get_untracked() == Panel::Return {
        // What came back for the form of the panel is said there.
        sending.refusal.set(None);
    }
    sending
}

/// Everything above the board. The place of the week does not change while it
/// is open; its state does.
pub(super) fn head(open: Open, sending: Sending) -> AnyView {
    let strip = open.board.with_untracked(|b| strip(open.week, &b.directory));
    view! {
        <div class="week-head">
            {strip}
            {move || open.board.with(|b| title(open, &b.week))}
            <div class="bar">
                {move || open.board.with(|b| steps(&b.week))}
                {super::live::people(open)}
                {move || open.board.with(|b| buttons(open, &b.week, sending))}
            </div>
            <RefusalNotice refusal=sending.refusal/>
        </div>
    }
    .into_any()
}

/// The days of the week, with the weeks beside it.
fn strip(week: IsoWeek, directory: &Directory) -> AnyView {
    let locale = use_locale();
    let today = use_today();
    let days = WorkingDays::new(&directory.holidays);
    let name = |week: IsoWeek| format!("{} {}", say(WEEK), week.number());
    let aside = |week: IsoWeek| week.is_supported().then(|| address::board(week));
    let links = week.days().into_iter().map(|date| {
        let day = spoken::day_month(date);
        let (number, month) = day.split_at(2);
        let current = (date == today).then_some("date");
        let off = (!days.is_working(date)).then_some("");
        view! {
            <a href=format!("#d{date}") data-day=date.to_string() aria-current=current data-off=off>
                <small>{spoken::weekday_short(locale, chrono::Datelike::weekday(&date))}</small>
                <b>{number.to_owned()}<span>{month.to_owned()}</span></b>
                <small>{LunarDate::of(date).map(|l| l.short(locale))}<span>" " {say(LUNAR)}</span></small>
            </a>
        }
    });
    view! {
        <nav class="strip" aria-label=name(week)>
            <a href=aside(week.previous()) rel="prev" data-week=week.previous().to_string() aria-label=name(week.previous())>
                <Icon name="previous"/>
                <span>{name(week.previous())}</span>
            </a>
            {links.collect_view()}
            <a href=aside(week.next()) rel="next" data-week=week.next().to_string() aria-label=name(week.next())>
                <span>{name(week.next())}</span>
                <Icon name="next"/>
            </a>
        </nav>
    }
    .into_any()
}

/// "Lịch công tác tuần 49 (30/11 - 06/12/2026)".
pub(super) fn name_of(week: IsoWeek) -> (String, String) {
    let days = format!("({} - {})", spoken::day_month(week.monday()), spoken::date(week.sunday()));
    (format!("{} {}", say(SCHEDULE_OF_WEEK), week.number()), days)
}

/// "Điều chỉnh lần 2".
pub(super) fn edition(locale: Locale, number: i32) -> String {
    if number == 1 {
        locale.say(FIRST_EDITION).to_owned()
    } else {
        format!("{} {}", locale.say(LATER_EDITION), number - 1)
    }
}

fn title(open: Open, week: &Week) -> AnyView {
    let locale = use_locale();
    let (name, days) = name_of(week.iso);
    let published = week.published.map(|(number, at)| {
        let at = spoken::date_time(at.with_timezone(&words::vietnam()).naive_local());
        let past = format!("{}/publications", address::board(week.iso));
        view! { <p class="edition"><a href=past><b>{edition(locale, number)}</b></a> " · " {at}</p> }
    });
    let (tone, icon, word) = match week.state {
        WeekState::Building if week.published.is_some() => ("amber", "edit", CHANGED_SINCE),
        WeekState::Building => ("amber", "edit", words::week_state(week.state)),
        WeekState::Submitted => ("blue", "send", words::week_state(week.state)),
        state => ("green", "done", words::week_state(state)),
    };
    let by = week.stepped.as_ref().filter(|_| week.state != WeekState::Building).map(|(by, at)| {
        let at = spoken::date_time(at.with_timezone(&words::vietnam()).naive_local());
        view! { <p class="small soft">{by.clone()} ", " {at}</p> }
    });
    let returned = Some(week.returned.clone()).filter(|reason| !reason.is_empty()).map(|reason| {
        view! {
            <Notice tone="amber">
                <p><b>{say(RETURNED)} ": "</b> {reason}</p>
            </Notice>
        }
    });
    let may = open.actor.with_value(|a| a.can(Deed::EditEntry));
    let word_of_link = if week.remark.is_empty() { ADD_REMARK } else { CHANGE_REMARK };
    view! {
        <div class="title">
            <h1>{name} " " <small>{days}</small></h1>
            {published}
            <Badge tone=tone icon=icon text=say(word)/>
            {by}
        </div>
        <p class="remark small">
            {week.remark.clone()} " "
            {may.then(|| view! { <a href="?remark" data-noscroll>{say(word_of_link)}</a> })}
        </p>
        {returned}
    }
    .into_any()
}

/// How far the week has come.
fn steps(week: &Week) -> AnyView {
    let now = match week.state {
        WeekState::Building => 0,
        WeekState::Submitted => 2,
        WeekState::Approved => 3,
        WeekState::Published => 4,
    };
    let items = [STEP_BUILD, STEP_SUBMIT, STEP_APPROVE, STEP_PUBLISH].into_iter().enumerate();
    let items = items.map(|(at, word)| {
        let done = at < now;
        view! {
            <li data-done=done.then_some("") aria-current=(at == now).then_some("step")>
                {done.then(|| view! { <Icon name="done"/> })}
                <span>{say(word)}</span>
            </li>
        }
    });
    view! { <ol class="steps" aria-label=say(STEPS)>{items.collect_view()}</ol> }.into_any()
}

/// What can be done with the week as a whole.
fn buttons(open: Open, week: &Week, sending: Sending) -> AnyView {
    let actor = open.actor.get_value();
    let steps = week.steps(&actor);
    let empty = open.board.with_untracked(|b| b.entries.is_empty());
    // An empty week is nothing to look at, and so nothing to submit.
    let has = |step| steps.contains(&step) && !(empty && step == Step::Submit);
    let add = actor.can(Deed::EditEntry).then(|| {
        view! {
            <a class="button" id="add-entry" href="?new" data-noscroll>
                <Icon name="add"/>
                {say(ADD_ENTRY)}
                <kbd aria-hidden="true">"n"</kbd>
            </a>
        }
    });
    let step = |step: Step, icon, primary: bool| {
        has(step).then(|| step_form(open, week, step, icon, primary, sending))
    };
    let publishing = has(Step::Publish);
    let review = (!empty).then(|| {
        let word = if publishing { REVIEW_AND_PUBLISH } else { REVIEW };
        view! {
            <a
                class="button"
                data-kind=publishing.then_some("primary")
                href=format!("{}/review", address::board(week.iso))
            >
                <Icon name=if publishing { "publish" } else { "compare" }/>
                {say(word)}
            </a>
        }
    });
    let sheet = week.published.is_some().then(|| {
        view! {
            <a class="button" href=format!("/weeks/{}?view=table", week.iso) rel="external">
                <Icon name="print"/>
                {say(PRINT)}
            </a>
        }
    });
    let start = actor.can(Deed::EditEntry).then(|| {
        view! {
            <a class="button" href=format!("{}/start", address::board(week.iso))>
                <Icon name="copy"/>
                {say(START_SHORT)}
            </a>
            <a class="button" href=format!("{}/absence", address::board(week.iso))>
                <Icon name="substitute"/>
                {say(ABSENCE)}
            </a>
        }
    });
    view! {
        <div class="buttons">
            {add} {start} {sheet} {step(Step::Submit, "send", true)} {step(Step::Withdraw, "undo", false)}
            {has(Step::Return)
                .then(|| {
                    view! {
                        <a class="button" href="?return" data-noscroll>
                            <Icon name="undo"/>
                            {say(words::step(Step::Return))}
                        </a>
                    }
                })}
            {step(Step::Approve, "done", true)} {review} {super::keys::ways(open)} {super::keys::button()}
        </div>
    }
    .into_any()
}

/// One step as a button.
pub(super) fn step_form(
    open: Open,
    week: &Week,
    step: Step,
    icon: &'static str,
    primary: bool,
    sending: Sending,
) -> AnyView {
    let submit = open.submit("take_step", sending);
    view! {
        <form method="post" on:submit=submit>
            {step_fields(week, step)}
            <button class="button" data-kind=primary.then_some("primary")>
                <Icon name=icon/>
                {say(words::step(step))}
            </button>
        </form>
    }
    .into_any()
}

/// The hidden fields of a step.
pub(super) fn step_fields(week: &Week, step: Step) -> AnyView {
    view! {
        <input type="hidden" name=DEED value="schedule.take_step"/>
        <input type="hidden" name="week" value=week.iso.to_string()/>
        <input type="hidden" name="step" value=step.code()/>
        <input type="hidden" name="seen" value=week.version.to_string()/>
    }
    .into_any()
}
