//! The agenda with its computed times: by buttons for the keyboard, by drag for the
//! mouse, and its supplementary list once it is closed.

use super::act::Act;
use super::asked::asked_line;
use super::card::{at, item_badge};
use super::deed::{self, page};
use super::hour;
use super::page::Here;
use super::shift::shifts;
use super::words::*;
use crate::control::Form;
use crate::fields::Fields;
use crate::parts::{Badge, Icon, RefusalNotice, StateBox};
use crate::visit::{say, use_actor};
use domain::calendar::spoken;
use domain::meeting::{Course, Dossier, Hour, Item, ItemState, is_other_section, shifted, total};
use domain::{Deed, ItemId, words};
use leptos::prelude::*;
use std::sync::Arc;

/// The agenda of a meeting that is on the board.
pub fn agenda(dossier: &Arc<Dossier>, here: Here) -> Option<AnyView> {
    let meeting = &dossier.meeting;
    if !meeting.state.is_on_board() {
        return None;
    }
    let actor = use_actor();
    let may_add = meeting.may_add(&actor).is_ok();
    let may_arrange = meeting.may_arrange(&actor).is_ok();
    let course = Course::of(meeting, &dossier.agenda, here.now.get_untracked().date(), |_| false);
    // Only what is going on changes with the clock.
    let goes_on = course.has_begun() && !course.is_over;
    let now = if goes_on { here.now.get() } else { here.now.get_untracked() };
    let dragged = RwSignal::new(None::<ItemId>);
    let main = dossier.agenda.iter().filter(|item| item.supplement.is_none()).count();
    let mut before: Option<&Item> = None;
    let rows: Vec<AnyView> = dossier
        .agenda
        .iter()
        .zip(course.hours(now))
        .enumerate()
        .map(|(place, (item, hour))| {
            let heading = is_other_section(before, item)
                .then(|| view! { <li class="section"><h3>{item.plan.section.clone()}</h3></li> });
            let late = (place == main && item.supplement.is_some())
                .then(|| view! { <li class="section"><h3>{say(SUPPLEMENT)}</h3></li> });
            before = Some(item);
            let movable = may_add && (may_arrange || item.supplement.is_some());
            let row = Row { place, hour, movable, dragged };
            view! { {late} {heading} {line(dossier, item, row, here)} }.into_any()
        })
        .collect();
    let empty = rows.is_empty().then(|| {
        view! { <StateBox icon="file" title=say(NO_AGENDA)><p>{say(NO_AGENDA_HINT)}</p></StateBox> }
    });
    let frozen = meeting.frozen.as_ref().map(|(by, when)| {
        let told = format!("{by}, {}", at(*when));
        view! { <p class="soft"><Badge tone="green" icon="check" text=say(FROZEN)/> " " {told}</p> }
    });
    let sum = total(&dossier.agenda);
    let over = (meeting.state.is_prepared() && sum > dossier.given).then(|| {
        let over = sum - dossier.given;
        view! { " " <Badge tone="amber" icon="warning" text=format!("{} {over} {}", say(TOO_MUCH), say(MINUTES))/> }
    });
    let sum =
        (sum > 0).then(|| view! { <p class="soft">{say(IN_ALL)} " " {sum} " " {say(MINUTES)} {over}</p> });
    Some(
        view! {
            <section class="agenda" aria-labelledby="agenda">
                <h2 id="agenda">{say(AGENDA)}</h2>
                {frozen}
                <RefusalNotice refusal=here.carried/>
                {empty}
                <ol>{rows}</ol>
                {sum}
                {may_add.then(|| tools(dossier, may_arrange, here))}
            </section>
            {backlog(dossier, may_add)}
        }
        .into_any(),
    )
}

/// How a row stands.
struct Row {
    place: usize,
    hour: Hour,
    movable: bool,
    dragged: RwSignal<Option<ItemId>>,
}

fn line(dossier: &Arc<Dossier>, item: &Item, row: Row, here: Here) -> AnyView {
    let meeting = &dossier.meeting;
    let (id, seen, of) = (item.id, meeting.version, meeting.id);
    let Row { place, hour, movable, dragged } = row;
    let drop_here = move || {
        let Some(from) = dragged.get_untracked().filter(|from| *from != id) else { return };
        dragged.set(None);
        let fields = [("id", from.to_string()), ("meeting", of.to_string())];
        let fields = fields.into_iter().chain([("seen", seen.to_string()), ("shift", place.to_string())]);
        let fields = Fields(fields.map(|(name, text)| (name.to_owned(), text)).collect());
        leptos::task::spawn_local(async move {
            let refused = deed::carry_out("move_item", &fields).await.err();
            // Refused or done: the page shows what is true now.
            here.again.run(());
            here.carried.set(refused.map(|refused| refused.0));
        });
    };
    let presenter = (!item.presenter.is_empty()).then(|| format!(" · {}", item.presenter));
    let carried = (item.state == ItemState::Carried).then(|| item_badge(item));
    let late = item.supplement.clone().map(|why| view! { <p class="said">{why}</p> });
    let from = item.before.iter().map(|(meeting, day)| {
        view! { <a href=page(*meeting)>{say(CARRIED_FROM)} " " {spoken::date(*day)}</a> " " }
    });
    let asked: Vec<AnyView> = dossier.asked.iter().filter(|asked| asked.item == id).map(asked_line).collect();
    let content = item.plan.content.clone();
    let is_carried = item.state == ItemState::Carried;
    let begins = hour.begins.or(hour.planned).filter(|_| !is_carried).map(spoken::time);
    let standing = (!is_carried).then(|| hour::standing(&hour)).flatten();
    view! {
        <li
            class="item"
            draggable=movable.then_some("true")
            data-carried=is_carried.then_some("")
            data-turn=hour::turn(hour.turn)
            on:dragstart=move |_| dragged.set(Some(id))
            on:dragover=move |event| {
                if movable && dragged.get_untracked().is_some() {
                    event.prevent_default();
                }
            }
            on:drop=move |event| {
                event.prevent_default();
                drop_here();
            }
        >
            <p class="when"><b>{begins.unwrap_or_else(|| format!("{}.", place + 1))}</b> <small>{item.plan.minutes} "′"</small></p>
            <div>
                <p class="content">{content.clone()}</p>
                {standing}
                <p class="soft">{say(words::item_kind(item.plan.kind))} {presenter}</p>
                {(!item.before.is_empty() || carried.is_some()).then(|| view! { <p>{from.collect_view()} {carried}</p> })}
                {late}
                {(!asked.is_empty()).then(|| view! { <ul class="asked-list">{asked}</ul> })}
            </div>
            {use_actor().can(Deed::EditMeeting).then(|| deeds(dossier, item, &hour, movable, here))}
        </li>
    }
    .into_any()
}

/// Up, down, and the links that open a panel.
fn deeds(dossier: &Dossier, item: &Item, hour: &Hour, movable: bool, here: Here) -> AnyView {
    let meeting = &dossier.meeting;
    let (id, content) = (item.id, item.plan.content.clone());
    let moving = movable.then(|| {
        let form = Form::of("meeting.move_item", Some(id.0), meeting.version);
        let moves = |way| shifted(&dossier.agenda, id, way).is_some();
        shifts(form, meeting.id, &content, "", moves, here)
    });
    let hours = hour::buttons(meeting, item, hour, here);
    let here = page(meeting.id);
    let link = |deed: &'static str, word| {
        let name = format!("{}: {content}", say(word));
        view! { <a href=format!("{here}?do={deed}&item={id}") aria-label=name>{say(word)}</a> " " }
    };
    let placed = item.state == ItemState::Placed;
    view! {
        <div class="deeds">
            {hours} {moving}
            <p>
                {movable.then(|| link("item", EDIT))}
                {placed.then(|| link("ask", ASK))}
                {placed.then(|| link("carry", CARRY))}
            </p>
        </div>
    }
    .into_any()
}

/// What is done to the agenda as a whole.
fn tools(dossier: &Dossier, may_arrange: bool, here: Here) -> AnyView {
    let meeting = &dossier.meeting;
    let add = if may_arrange { ADD_ITEM } else { ADD_LATE };
    let act = |deed: &'static str, icon: &'static str, word| {
        let form = Form::of(deed, Some(meeting.id.0), meeting.version);
        view! {
            <Act form again=here.again class="inline">
                <button class="button"><Icon name=icon/>{say(word)}</button>
            </Act>
        }
        .into_any()
    };
    let some = !dossier.agenda.is_empty();
    view! {
        <div class="buttons tools">
            <a class="button" data-kind="primary" href=format!("{}?do=add", page(meeting.id))>
                <Icon name="add"/>
                {say(add)}
            </a>
            {(may_arrange && dossier.has_template).then(|| act("meeting.lay_out", "copy", LAY_OUT))}
            {some.then(|| act("meeting.save_agenda_template", "file", KEEP_TEMPLATE))}
            {(may_arrange && some).then(|| act("meeting.freeze_agenda", "check", FREEZE))}
        </div>
    }
    .into_any()
}

/// Accepted items of the body that wait for a meeting.
fn backlog(dossier: &Dossier, may_add: bool) -> Option<AnyView> {
    if dossier.backlog.is_empty() {
        return None;
    }
    let meeting = &dossier.meeting;
    let rows = dossier.backlog.iter().map(|item| {
        let href = format!("{}?do=take&item={}", page(meeting.id), item.id);
        let name = format!("{}: {}", say(TAKE), item.plan.content);
        view! {
            <li>
                <div class="what">
                    <h3>{item.plan.content.clone()}</h3>
                    <p class="soft">{item.unit_name.clone()} " · " {item.plan.minutes} " " {say(MINUTES)}</p>
                </div>
                {may_add.then(|| view! { <p><a class="button" href=href aria-label=name>{say(TAKE)}</a></p> })}
            </li>
        }
    });
    Some(
        view! {
            <section aria-labelledby="backlog">
                <h2 id="backlog">{say(BACKLOG)}</h2>
                <ul class="requests">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}
