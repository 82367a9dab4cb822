//! The form of a plan: the rule, what all meetings have in common, and those that it
//! leads to. One button asks again, the other one plans.

use super::row::row;
use super::words::*;
use super::{PLAN, address};
use crate::control::{Area, Choice, Day, Form, Hidden, Line};
use crate::fields::{DEED, Fields};
use crate::meeting::choices::{chairs, rooms};
use crate::meeting::deed::{self, BODIES};
use crate::meeting::words::{CHAIR, CONFLICT_HINT, HOUR_HINT, NO_CHOICE};
use crate::parts::{Field, Icon, Notice, RefusalNotice, problem_of};
use crate::send::fields_of;
use crate::visit::{say, use_locale};
use domain::calendar::hours::SessionPart;
use domain::meeting::{CHOSEN, PlanDraft, Planning};
use domain::schedule::Severity;
use domain::schedule::series::OnDayOff;
use domain::schedule::series::draft::{Repeats, SeriesDraft};
use domain::{BodyId, Issue, Refusal, words as names};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::location::Url;

/// The form.
pub(super) fn form(planning: &Planning) -> AnyView {
    let form = Form::of(PLAN, Some(planning.body.id.0), planning.body.version);
    let sending = form.sending;
    let found = planning.issues.clone();
    let issues = Signal::derive(move || match sending.refusal.get() {
        Some(Refusal::Invalid(issues)) => issues,
        _ => found.clone(),
    });
    let (navigate, body) = (use_navigate(), planning.body.id);
    let looks = {
        let navigate = navigate.clone();
        move |fields: &Fields| {
            navigate(&question(body, fields), NavigateOptions { scroll: false, ..Default::default() });
        }
    };
    let go = sending.onward();
    let plans = sending.submit(
        move |fields: Fields| async move { deed::carry_out("plan_meetings", &fields).await },
        move |to: String| go(&to, NavigateOptions::default()),
    );
    let send = move |event: SubmitEvent| {
        let fields = fields_of(&event);
        if fields.get("look").is_empty() {
            plans(event);
        } else {
            event.prevent_default();
            looks(&fields);
        }
    };
    let draft = planning.draft.clone();
    let locale = use_locale();
    let collides = move || {
        sending.refusal.with(|refusal| match refusal {
            Some(Refusal::Conflicts(found)) => {
                let lines = found.iter().filter(|conflict| conflict.severity > Severity::Note);
                let lines = lines.map(|one| view! { <p>{names::conflict(locale, one)}</p> }).collect_view();
                Some(view! { <Notice tone="amber">{lines}</Notice> })
            }
            _ => None,
        })
    };
    view! {
        <form class="plan" method="post" novalidate on:submit=send>
            <Hidden form/>
            <input type="hidden" name="body" value=body.to_string()/>
            <RefusalNotice refusal=sending.refusal/>
            {rule(&draft, issues)}
            {each(planning, issues)}
            <p class="buttons">
                <button class="button" name="look" value="1" formmethod="get">
                    <Icon name="search"/>
                    {say(LOOK)}
                </button>
            </p>
            {collides}
            {rows(planning, issues, sending.busy)}
        </form>
    }
    .into_any()
}

/// The address that asks for what stands in the form.
fn question(body: BodyId, fields: &Fields) -> String {
    let own = |name: &str| matches!(name, DEED | "id" | "seen" | "back" | "look" | "body");
    let pairs = fields.0.iter().filter(|(name, value)| !own(name) && !value.is_empty());
    let pairs = pairs.map(|(name, value)| format!("&{}={}", Url::escape(name), Url::escape(value)));
    format!("{}{}", address(body), pairs.collect::<String>())
}

/// When: a rule, or days one by one.
fn rule(draft: &PlanDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let repeats = Repeats::ALL.into_iter().filter(|one| *one != Repeats::Yearly);
    let repeats = repeats.map(|one| (one.code().to_owned(), say(names::repeats(one)).to_owned()));
    let repeats = repeats.chain([(CHOSEN.to_owned(), say(ON_DAYS).to_owned())]).collect();
    let off =
        OnDayOff::ALL.map(|one| (one.code().to_owned(), say(names::on_day_off(one)).to_owned())).to_vec();
    let SeriesDraft { repeats: chosen, every, until, count, on_day_off, .. } = draft.rule.clone();
    let (first, days) = (draft.first.clone(), draft.days.clone());
    view! {
        <fieldset class="field">
            <legend>{say(WHEN_THEY_MEET)}</legend>
            <div class="fields">
                <Field name="repeats" span=6 issues>
                    <Choice name="repeats" options=repeats chosen issues required=true/>
                </Field>
                <Field name="every" span=6 hint=EVERY_HINT issues>
                    <Line name="every" value=every issues/>
                </Field>
                <Field name="first" span=6 hint=FIRST_HINT issues>
                    <Day name="first" value=first issues/>
                </Field>
                <Field name="count" span=6 hint=COUNT_HINT issues>
                    <Line name="count" value=count issues/>
                </Field>
                <Field name="until" span=6 issues>
                    <Day name="until" value=until issues/>
                </Field>
                <Field name="on_day_off" span=6 issues>
                    <Choice name="on_day_off" options=off chosen=on_day_off issues/>
                </Field>
                <Field name="days" hint=DAYS_HINT issues>
                    <Area name="days" value=days issues/>
                </Field>
            </div>
        </fieldset>
    }
    .into_any()
}

/// What all of them have in common.
fn each(planning: &Planning, issues: Signal<Vec<Issue>>) -> AnyView {
    let draft = planning.draft.clone();
    let parts = SessionPart::ALL.map(|p| (p.code().to_owned(), say(names::part(p)).to_owned())).to_vec();
    let (chairs, rooms) = (chairs(&planning.offer), rooms(&planning.offer));
    view! {
        <fieldset class="field">
            <legend>{say(EACH_OF_THEM)}</legend>
            <div class="fields">
                <Field name="content" hint=TITLE_HINT issues>
                    <Line name="content" value=draft.content issues required=true/>
                </Field>
                <Field name="session" span=6 label=FIRST_NUMBER issues>
                    <Line name="session" value=draft.session issues required=true/>
                </Field>
                <Field name="chair" span=6 label=CHAIR issues>
                    <Choice name="chair" options=chairs chosen=draft.chair none=NO_CHOICE issues required=true/>
                </Field>
                <Field name="start" span=6 hint=HOUR_HINT issues>
                    <Line name="start" value=draft.start issues/>
                </Field>
                <Field name="part" span=6 issues>
                    <Choice name="part" options=parts chosen=draft.part issues/>
                </Field>
                <Field name="minutes" span=6 issues>
                    <Line name="minutes" value=draft.minutes issues required=true/>
                </Field>
                <Field name="room" span=6 issues>
                    <Choice name="room" options=rooms chosen=draft.room none=NO_CHOICE issues/>
                </Field>
                <Field name="place" issues>
                    <Line name="place" value=draft.place issues/>
                </Field>
            </div>
        </fieldset>
    }
    .into_any()
}

/// The meetings that it leads to, and the button that plans those that are ticked.
fn rows(planning: &Planning, issues: Signal<Vec<Issue>>, busy: RwSignal<bool>) -> AnyView {
    if planning.foreseen.is_empty() {
        return view! { <p class="soft">{say(LOOK_FIRST)}</p> }.into_any();
    }
    let lines = planning.foreseen.iter().map(|one| row(one, issues)).collect_view();
    let asks = planning.foreseen.iter().any(|one| {
        let heavy = |severity| one.conflicts.iter().any(|conflict| conflict.severity == severity);
        one.session.number.is_some() && (heavy(Severity::Reason) || heavy(Severity::Refuse))
    });
    let why = planning.draft.conflict_reason.clone();
    let reason = (asks || !why.is_empty()).then(|| {
        view! {
            <Field name="conflict_reason" hint=CONFLICT_HINT issues>
                <Line name="conflict_reason" value=why issues/>
            </Field>
        }
    });
    let begins = if planning.has_template { WITH_TEMPLATE } else { WITHOUT_TEMPLATE };
    view! {
        <section aria-labelledby="foreseen">
            <h2 id="foreseen">{say(FORESEEN)}</h2>
            <p class="soft">{say(FORESEEN_HINT)}</p>
            <ol class="proposals">{lines}</ol>
            {move || {
                let wrong = issues.with(|all| problem_of(all, "taken"));
                wrong.map(|text| view! { <Notice tone="amber"><p>{text}</p></Notice> })
            }}
            {reason}
            <p class="soft">{say(begins)}</p>
            <footer class="start-feet">
                <button class="button" data-kind="primary" aria-busy=move || busy.get().to_string()>
                    <Icon name="check"/>
                    {say(PLAN_THEM)}
                </button>
                <a class="button" href=BODIES>{say(BACK)}</a>
            </footer>
        </section>
    }
    .into_any()
}
