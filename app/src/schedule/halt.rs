//! The short forms of the panel: moving, postponing, cancelling, resuming,
//! removing an entry; returning a week; the line under its title.

use super::address::{self, Ask};
use super::form::{coded, layout, segment};
use super::head::step_fields;
use super::open::Open;
use super::words::*;
use crate::control::Line;
use crate::fields::{DEED, Fields, Returned};
use crate::parts::{Field, Icon, Notice, RefusalNotice};
use crate::send::Sending;
use crate::visit::{say, use_locale};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::schedule::{Entry, Step};
use domain::{Issue, Refusal, Word, words};
use leptos::prelude::*;

/// A short form: its verb, its heading, and how its button looks.
struct Short {
    deed: &'static str,
    verb: &'static str,
    button: Word,
    danger: bool,
}

/// The panel of one deed.
pub(super) fn ask(open: Open, ask: Ask, entry: &Entry) -> AnyView {
    let (deed, button) = match ask {
        Ask::Move => ("schedule.move_entry", MOVE),
        Ask::Postpone => ("schedule.postpone_entry", POSTPONE),
        Ask::Cancel => ("schedule.cancel_entry", CANCEL),
        Ask::Resume => ("schedule.resume_entry", RESUME),
        Ask::Remove => ("schedule.remove_entry", REMOVE),
    };
    let verb = deed.split_once('.').map_or(deed, |(_, verb)| verb);
    let danger = matches!(ask, Ask::Cancel | Ask::Remove);
    let row = entry.id.to_string();
    let typed = Returned::of(deed).map(|r| r.fields).filter(|f| f.get("id") == row);
    let sending = Sending::of(deed);
    if typed.is_none() {
        sending.refusal.set(None);
    }
    let issues = sending.issues();
    let text = |name: &'static str, fallback: String| typed.as_ref().map_or(fallback, |f| f.text(name));
    let plan = &entry.plan;
    let content = match ask {
        Ask::Move => {
            let parts = coded(&SessionPart::ALL, SessionPart::code, words::part);
            let start = plan.start.map(spoken::time).unwrap_or_default();
            view! {
                <div class="fields">
                    {layout::date("date", &text("date", plan.date.to_string()), issues)}
                    {segment("part", parts, &text("part", plan.part.code().to_owned()), issues)}
                    {layout::time("start", &text("start", start), issues)}
                </div>
                {conflict_reason(sending, typed.as_ref(), issues)}
            }
            .into_any()
        }
        Ask::Postpone => view! {
            <p class="soft">{say(HALT_HINT)}</p>
            {reason(&text("reason", String::new()), issues)}
            {layout::date("moved_to", &text("moved_to", String::new()), issues)}
        }
        .into_any(),
        Ask::Cancel => view! {
            <p class="soft">{say(HALT_HINT)}</p>
            {reason(&text("reason", String::new()), issues)}
        }
        .into_any(),
        Ask::Resume => view! {
            <p class="soft">{say(RESUME_HINT)}</p>
            {conflict_reason(sending, typed.as_ref(), issues)}
        }
        .into_any(),
        Ask::Remove => view! { <Notice tone="amber"><p>{say(REMOVE_HINT)}</p></Notice> }.into_any(),
    };
    let hours = words::hours(use_locale(), plan.start, plan.end, plan.part);
    let about = view! {
        <input type="hidden" name="id" value=row/>
        <input type="hidden" name="week" value=open.week.to_string()/>
        <input type="hidden" name="seen" value=entry.version.to_string()/>
        <p>
            <b>{plan.content.clone()}</b> <br/>
            <small>{spoken::long_date(use_locale(), plan.date)} ", " {hours}</small>
        </p>
    };
    let back = format!("?entry={}", entry.id);
    short(open, Short { deed, verb, button, danger }, sending, view! { {about} {content} }.into_any(), back)
}

/// Returning the week, with the reason that its secretaries read.
pub(super) fn return_week(open: Open) -> AnyView {
    let sending = Sending::of("schedule.take_step");
    let issues = sending.issues();
    let typed = Returned::of("schedule.take_step").map(|r| r.fields.text("reason")).unwrap_or_default();
    let fields = open.board.with_untracked(|b| step_fields(&b.week, Step::Return));
    let content =
        view! { {fields} <p class="soft">{say(RETURN_HINT)}</p> {reason(&typed, issues)} }.into_any();
    let form = Short { deed: "", verb: "take_step", button: words::step(Step::Return), danger: true };
    short(open, form, sending, content, address::board(open.week))
}

/// The line under the title.
pub(super) fn remark(open: Open) -> AnyView {
    let deed = "schedule.set_remark";
    let sending = Sending::of(deed);
    let issues = sending.issues();
    let typed = Returned::of(deed).map(|r| r.fields.text("remark"));
    let (version, now) = open.board.with_untracked(|b| (b.week.version, b.week.remark.clone()));
    let content = view! {
        <input type="hidden" name="week" value=open.week.to_string()/>
        <input type="hidden" name="seen" value=version.to_string()/>
        <Field name="remark" hint=REMARK_HINT issues>
            <Line name="remark" value=typed.unwrap_or(now) issues/>
        </Field>
    }
    .into_any();
    let form = Short { deed, verb: "set_remark", button: SAVE, danger: false };
    short(open, form, sending, content, address::board(open.week))
}

fn reason(value: &str, issues: Signal<Vec<Issue>>) -> AnyView {
    let value = value.to_owned();
    view! {
        <Field name="reason" issues>
            <Line name="reason" value issues required=true/>
        </Field>
    }
    .into_any()
}

/// What collides, and why it is accepted: asked once the verb has said so.
fn conflict_reason(sending: Sending, typed: Option<&Fields>, issues: Signal<Vec<Issue>>) -> AnyView {
    let locale = use_locale();
    let value = typed.map(|f| f.text("conflict_reason")).unwrap_or_default();
    let asked = move || {
        let found: Vec<String> = sending.refusal.with(|r| match r {
            Some(Refusal::Conflicts(list)) => list.iter().map(|c| words::conflict(locale, c)).collect(),
            _ => Vec::new(),
        });
        let value = value.clone();
        (!found.is_empty()).then(|| {
            view! {
                <Notice tone="amber">
                    {found.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                </Notice>
                <Field name="conflict_reason" hint=CONFLICT_REASON_HINT issues>
                    <Line name="conflict_reason" value issues/>
                </Field>
            }
        })
    };
    asked.into_any()
}

fn short(open: Open, form: Short, sending: Sending, content: AnyView, back: String) -> AnyView {
    let submit = open.submit(form.verb, sending);
    let kind = if form.danger { "danger" } else { "primary" };
    let deed = (!form.deed.is_empty()).then(|| view! { <input type="hidden" name=DEED value=form.deed/> });
    let stale = move || {
        sending.refusal.with(|r| match r {
            Some(Refusal::Stale(stale)) => Some(stale.current),
            _ => None,
        })
    };
    view! {
        <form class="form" method="post" novalidate on:submit=submit>
            {deed}
            <div class="body">
                <RefusalNotice refusal=sending.refusal/>
                {content}
            </div>
            <footer>
                <button
                    class="button save"
                    data-kind=kind
                    name=move || stale().map(|_| "over")
                    value=move || stale().map(|v| v.to_string())
                >
                    <Icon name="check"/>
                    {say(form.button)}
                </button>
                <a class="button" href=back data-noscroll>{say(BACK)}</a>
            </footer>
        </form>
    }
    .into_any()
}
