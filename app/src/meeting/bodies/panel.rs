//! The panel beside the bodies: a body, an item on its way to one, an answer that a unit owes.

use super::Beside;
use crate::control::{Area, Choice, Day, Form, Line};
use crate::meeting::act::Act;
use crate::meeting::body_form::BodyForm;
use crate::meeting::card::item_badge;
use crate::meeting::choices::named;
use crate::meeting::deed::{self, BODIES};
use crate::meeting::item_form::item_fields;
use crate::meeting::words::*;
use crate::panel::{Feet, Panel, no_such_row};
use crate::parts::Field;
use crate::visit::{say, use_actor};
use domain::calendar::spoken;
use domain::meeting::{Asked, Backlog, Item, ItemDraft, ItemStep};
use domain::{Deed, words};
use leptos::prelude::*;

/// What stands beside the lists.
pub(super) fn panel(backlog: &Backlog, beside: Beside, again: Callback<()>) -> Option<AnyView> {
    let office = use_actor().can(Deed::EditMeeting);
    Some(match beside {
        Beside::Nothing => return None,
        Beside::NewBody if office => {
            view! { <BodyForm body=None offer=backlog.offer.clone() again/> }.into_any()
        }
        Beside::Body(id) if office => match backlog.bodies.iter().find(|body| body.id.0 == id) {
            Some(body) => {
                view! { <BodyForm body=Some(body.clone()) offer=backlog.offer.clone() again/> }.into_any()
            }
            None => no_such_row(),
        },
        Beside::NewBody | Beside::Body(_) => no_such_row(),
        Beside::NewItem => item_panel(backlog, None, again),
        Beside::Item(id) => match backlog.items.iter().find(|item| item.id.0 == id) {
            Some(item) => item_panel(backlog, Some(item), again),
            None => no_such_row(),
        },
        Beside::Answer(id) => match backlog.asked.iter().find(|asked| asked.id.0 == id) {
            Some(asked) if asked.reply.is_none() => answer_panel(asked, again),
            _ => no_such_row(),
        },
    })
}

/// A new item, or one with the steps that can be taken.
fn item_panel(backlog: &Backlog, item: Option<&Item>, again: Callback<()>) -> AnyView {
    let actor = use_actor();
    let steps = item.map(|item| item.steps(&actor)).unwrap_or_default();
    let close = Signal::derive(|| BODIES.to_owned());
    let editable = item.is_none() || steps.contains(&ItemStep::Change);
    let form = editable.then(|| item_form(backlog, item, again));
    let told = item.map(|item| {
        let head = (!item.head.is_empty()).then(|| format!(" · {}", agreed(item)));
        let decision =
            item.decision.as_ref().filter(|decision| !decision.reason.is_empty()).map(|decision| {
                view! { <p class="said"><b>{decision.by.clone()} ": "</b> {decision.reason.clone()}</p> }
            });
        view! {
            <div class="body">
                <p class="asked">{item.plan.content.clone()}</p>
                <p class="stands">{item_badge(item)}</p>
                <p class="soft">{item.unit_name.clone()} {head}</p>
                {decision}
            </div>
        }
    });
    let taking = item.map(|item| step_form(item, &steps, again));
    let title = if item.is_some() { ITEM } else { PROPOSE_ITEM };
    view! { <Panel title note="" close>{told} {form} {taking}</Panel> }.into_any()
}

fn item_form(backlog: &Backlog, item: Option<&Item>, again: Callback<()>) -> AnyView {
    let deed = if item.is_some() { "meeting.change_proposed_item" } else { "meeting.propose_item" };
    let form = Form::of(deed, item.map(|item| item.id.0), item.map_or(0, |item| item.version));
    let (issues, sending) = (form.issues, form.sending);
    let (to, by) = (form.text("body"), form.text("unit"));
    let shown = match (&form.typed, item) {
        (Some(typed), _) => deed::item(typed),
        (None, Some(item)) => ItemDraft::of(item),
        (None, None) => ItemDraft::default(),
    };
    let office = use_actor().can(Deed::EditMeeting);
    let offer = &backlog.offer;
    let (units, bodies) = (named(&offer.units), named(&offer.bodies));
    let fields = item_fields(offer, shown, issues);
    let first = item.is_none().then(|| {
        let unit = office.then(|| {
            view! {
                <Field name="unit" label=PROPOSED_BY issues>
                    <Choice name="unit" options=units chosen=by none=NO_CHOICE issues required=true/>
                </Field>
            }
        });
        view! {
            <div class="fields">
                <Field name="body" issues>
                    <Choice name="body" options=bodies chosen=to none=NO_CHOICE issues required=true/>
                </Field>
                {unit}
            </div>
        }
    });
    let close = Signal::derive(|| BODIES.to_owned());
    view! {
        <Act form again>
            <div class="body">{first} {fields}</div>
            <Feet close busy=sending.busy/>
        </Act>
    }
    .into_any()
}

/// "Thủ trưởng đồng ý: Giám đốc Sở Y tế, 03/12/2026 (Văn thư Sở Y tế ghi nhận)".
fn agreed(item: &Item) -> String {
    let on = item.head_on.map(|day| format!(", {}", spoken::date(day))).unwrap_or_default();
    let by = Some(&item.head_by).filter(|by| !by.is_empty());
    let by = by.map(|by| format!(" ({}: {by})", say(words::field("head_by")))).unwrap_or_default();
    format!("{}: {}{on}{by}", say(words::field("head")), item.head)
}

/// The steps of an item: who of the unit agreed, what is missing, that it is complete.
fn step_form(item: &Item, steps: &[ItemStep], again: Callback<()>) -> Option<AnyView> {
    let steps: Vec<ItemStep> = steps.iter().copied().filter(|step| *step != ItemStep::Change).collect();
    if steps.is_empty() {
        return None;
    }
    let form = Form::of("meeting.take_item_step", Some(item.id.0), item.version);
    let issues = form.issues;
    let (head, on, why) = (form.text("head"), form.text("head_on"), form.text("reason"));
    let submits = steps.contains(&ItemStep::Submit).then(|| {
        view! {
            <Field name="head" hint=HEAD_HINT issues>
                <Line name="head" value=head issues/>
            </Field>
            <Field name="head_on" issues>
                <Day name="head_on" value=on issues/>
            </Field>
        }
    });
    let explained = [ItemStep::Return, ItemStep::SendBack].iter().any(|step| steps.contains(step));
    let explains = explained.then(|| {
        view! {
            <Field name="reason" hint=RETURN_HINT issues>
                <Line name="reason" value=why issues/>
            </Field>
        }
    });
    let buttons = steps.into_iter().map(|step| {
        let kind = match step {
            ItemStep::Present | ItemStep::Submit | ItemStep::Agree | ItemStep::Accept => Some("primary"),
            ItemStep::Withdraw => Some("danger"),
            _ => None,
        };
        view! {
            <button class="button" data-kind=kind name="step" value=step.code()>{say(words::item_step(step))}</button>
        }
    });
    Some(
        view! {
            <Act form again class="body">
                {submits}
                {explains}
                <p class="buttons">{buttons.collect_view()}</p>
            </Act>
        }
        .into_any(),
    )
}

/// The answer of the own unit.
fn answer_panel(asked: &Asked, again: Callback<()>) -> AnyView {
    let form = Form::of("meeting.answer_opinion", Some(asked.id.0), 0);
    let issues = form.issues;
    let typed = form.text("answer");
    let question = asked.question.clone();
    view! {
        <Panel title=ANSWER note=asked.content.clone() close=Signal::derive(|| BODIES.to_owned())>
            <Act form again class="body">
                <p class="asked">{question}</p>
                <Field name="answer" issues>
                    <Area name="answer" value=typed issues/>
                </Field>
                <p class="buttons">
                    <button class="button" data-kind="primary" name="agrees" value="yes">{say(AGREES)}</button>
                    <button class="button" data-kind="danger" name="agrees" value="no">{say(DISAGREES)}</button>
                </p>
            </Act>
        </Panel>
    }
    .into_any()
}
