//! What stands in the way of publishing, and the step that comes next.

use crate::control::Area;
use crate::fields::Returned;
use crate::parts::{Field, Icon, Notice, RefusalNotice};
use crate::schedule::head::step_fields;
use crate::schedule::words::*;
use crate::schedule::{address, deed};
use crate::send::Sending;
use crate::visit::{say, use_actor, use_locale};
use domain::calendar::spoken;
use domain::schedule::{Review, Severity, Step};
use domain::words;
use leptos::prelude::*;
use leptos_router::NavigateOptions;

/// Conflicts that are left, and the step that comes next.
pub(super) fn panel(review: &Review) -> AnyView {
    let locale = use_locale();
    let week = &review.week;
    let steps = week.steps(&use_actor());
    let heading = match review.next_number {
        1 => say(FIRST_EDITION).to_owned(),
        number => format!("{} {}", say(PUBLISH_ADJUSTMENT), number - 1),
    };
    let left =
        review.conflicts.iter().filter(|(_, c)| c.severity >= Severity::Reason).map(|(id, conflict)| {
            let tone = if conflict.severity == Severity::Refuse { "red" } else { "amber" };
            let (text, href) =
                (words::conflict(locale, conflict), format!("{}?entry={id}", address::board(week.iso)));
            view! {
                <Notice tone=tone>
                    <p>
                        {text} " "
                        <a href=href>{say(OPEN)}</a>
                    </p>
                </Notice>
            }
        });
    let lacking = review.receptions.iter().map(|due| {
        let text = words::reception(locale, due);
        view! { <Notice tone="amber"><p>{text}</p></Notice> }
    });
    let left: Vec<_> = left.chain(lacking).collect();
    let next =
        [(Step::Publish, "publish"), (Step::Approve, "done")].into_iter().find(|(s, _)| steps.contains(s));
    let form = match next {
        Some((step, icon)) => step_form(review, step, icon),
        None => view! {
            <div class="body">
                <p>{say(words::week_state(week.state))}</p>
                <p class="soft">{say(CANNOT_PUBLISH_YET)}</p>
                <p><a class="button" href=address::board(week.iso)>{say(BACK_TO_BOARD)}</a></p>
            </div>
        }
        .into_any(),
    };
    view! {
        <aside class="panel" aria-labelledby="publish-h">
            <header>
                <div>
                    <h2 id="publish-h">{heading}</h2>
                    <small>{say(NUMBER_OF_WEEK)} " " {review.next_number}</small>
                </div>
            </header>
            {(!left.is_empty()).then(|| view! { <div class="body clash-list">{left}</div> })}
            {form}
        </aside>
    }
    .into_any()
}

fn step_form(review: &Review, step: Step, icon: &'static str) -> AnyView {
    let week = &review.week;
    let iso = week.iso;
    let sending = Sending::of("schedule.take_step");
    let issues = sending.issues();
    let go = sending.onward();
    let submit = sending.submit(
        |fields| async move { deed::carry_out("take_step", &fields).await },
        move |done: deed::Done| {
            go(
                &format!("{}?done={}", address::board(iso), done.name("take_step")),
                NavigateOptions::default(),
            );
        },
    );
    let typed = Returned::of("schedule.take_step").map(|returned| returned.fields.text("reason"));
    let reason = (step == Step::Publish && review.next_number > 1).then(|| {
        let value = typed.unwrap_or_default();
        view! {
            <Field name="reason" label=REASON_OF_EDITION hint=REASON_OF_EDITION_HINT issues>
                <Area name="reason" value issues required=true/>
            </Field>
        }
    });
    view! {
        <form class="form" method="post" novalidate on:submit=submit>
            {step_fields(week, step)}
            <div class="body">
                <RefusalNotice refusal=sending.refusal/>
                {reason}
                <dl class="facts small">
                    {week
                        .stepped
                        .clone()
                        .map(|(by, at)| {
                            let at = spoken::date_time(at.with_timezone(&words::vietnam()).naive_local());
                            view! { <dt>{say(words::week_state(week.state))}</dt><dd>{by} ", " {at}</dd> }
                        })}
                </dl>
            </div>
            <footer>
                <button class="button" data-kind="primary" aria-busy=move || sending.busy.get().then_some("true")>
                    <Icon name=icon/>
                    {say(words::step(step))}
                </button>
                <a class="button" href=address::board(iso)>{say(BACK_TO_BOARD)}</a>
            </footer>
        </form>
    }
    .into_any()
}
