//! Real hours on the screen: what an item shows of them, the buttons and the form of who
//! builds the agenda, and the agenda by its hours for those who wait outside.

pub mod api;
mod clock;
mod course;
mod deed;

pub use clock::clock;
pub use course::course;
pub use deed::{carries_out, carry_out};

use super::act::Act;
use super::page::Here;
use super::panel::close;
use crate::control::{Form, Line};
use crate::panel::{Feet, Panel};
use crate::parts::{Badge, Field, Icon};
use crate::visit::{say, use_actor, use_locale};
use domain::calendar::spoken;
use domain::meeting::{Dossier, Hour, Item, ItemState, Meeting, RealHoursDraft, Turn};
use domain::words;
use leptos::prelude::*;

domain::words! {
    BEGINS: "Bắt đầu" | "Begins now";
    ENDS: "Xong" | "Is over";
    HOURS: "Sửa giờ" | "Hours";
    HOURS_TITLE: "Giờ thực tế" | "Real hours";
    HOURS_HINT: "Để trống là chưa ghi. Mục sau bắt đầu thì mục trước coi như xong." | "Empty means not noted. When the next item begins, the one before is over.";
    HOUR_HINT: "Ví dụ 8h30." | "For example 8:30.";
    PLANNED: "Theo chương trình" | "Planned for";
    EXPECTED: "dự kiến" | "expected at";
    OWN_ITEM: "Mục của quý cơ quan" | "Your item";
    COURSE: "Giờ của từng mục" | "Hours of the items";
    NO_HOUR: "chưa có giờ" | "no hour yet";
}

/// The mark of how far an item has come.
fn mark(turn: Turn) -> AnyView {
    let (tone, icon) = match turn {
        Turn::Runs => ("red", "clock"),
        Turn::Over => ("green", "done"),
        Turn::Skipped => ("amber", "pause"),
        Turn::Waits => ("", "clock"),
    };
    view! { <Badge tone=tone icon=icon text=say(words::turn(turn))/> }.into_any()
}

/// The code of a turn for the eye.
pub fn turn(turn: Turn) -> &'static str {
    match turn {
        Turn::Waits => "waits",
        Turn::Runs => "runs",
        Turn::Over => "over",
        Turn::Skipped => "skipped",
    }
}

/// What a row says once hours were noted: how far the item has come, and how that stands
/// to the plan.
pub fn standing(hour: &Hour) -> Option<AnyView> {
    let late = words::late(use_locale(), hour);
    if hour.turn == Turn::Waits && late.is_none() {
        return None;
    }
    let badge = (hour.turn != Turn::Waits).then(|| mark(hour.turn));
    let span = match (hour.turn, hour.begins, hour.ends) {
        (Turn::Over, Some(begins), Some(ends)) => {
            Some(format!(" {} - {}", spoken::time(begins), spoken::time(ends)))
        }
        _ => None,
    };
    let differs = late.is_some() || hour.turn == Turn::Skipped;
    let planned = hour.planned.filter(|_| differs);
    let planned = planned.map(|at| format!(" {} {}", say(PLANNED), spoken::time(at)));
    let late = late.map(|late| view! { " · " <b>{late}</b> });
    Some(view! { <p class="hour">{badge} {span} {planned} {late}</p> }.into_any())
}

/// Begin, end, and the way to the form, on the day of the meeting and after it.
pub fn buttons(meeting: &Meeting, item: &Item, hour: &Hour, here: Here) -> Option<AnyView> {
    let (actor, today) = (use_actor(), here.now.get_untracked().date());
    if item.state != ItemState::Placed || meeting.may_note_hours(&actor, today).is_err() {
        return None;
    }
    let (id, content) = (item.id, item.plan.content.clone());
    let presses = meeting.may_begin_items(&actor, today).is_ok();
    let press = |deed: &'static str, icon: &'static str, word: domain::Word, next: String| {
        let form = Form::of(deed, Some(id.0), meeting.version);
        let name = format!("{}: {content}", say(word));
        let mark = format!("{}-{id}", deed.trim_start_matches("meeting."));
        view! {
            <Act form again=here.again meeting=Some(meeting.id) class="inline">
                <button
                    class="button"
                    data-size="small"
                    id=mark
                    aria-label=name
                    on:click=move |_| here.focus.set(Some(next.clone()))
                >
                    <Icon name=icon/>
                    {say(word)}
                </button>
            </Act>
        }
        .into_any()
    };
    let begin = (presses && item.real.began.is_none())
        .then(|| press("meeting.begin_item", "clock", BEGINS, format!("end_item-{id}")));
    let end = (presses && hour.turn == Turn::Runs)
        .then(|| press("meeting.end_item", "done", ENDS, format!("hours-{id}")));
    let href = format!("{}?do=hours&item={id}", super::deed::page(meeting.id));
    let name = format!("{}: {content}", say(HOURS));
    Some(
        view! {
            <div class="hours">
                {begin} {end}
                <a id=format!("hours-{id}") href=href aria-label=name>{say(HOURS)}</a>
            </div>
        }
        .into_any(),
    )
}

/// The form of the hours of an item.
pub fn panel(dossier: &Dossier, here: Here, item: &Item) -> AnyView {
    let (meeting, close) = (&dossier.meeting, close(dossier.meeting.id));
    let form = Form::of("meeting.note_hours", Some(item.id.0), meeting.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| RealHoursDraft::of(item), deed::draft);
    let (id, note) = (meeting.id, item.plan.content.clone());
    view! {
        <Panel title=HOURS_TITLE note close>
            <Act form again=here.again meeting=Some(id)>
                <div class="body">
                    <p class="soft">{say(HOURS_HINT)}</p>
                    <div class="fields">
                        <Field name="began" span=6 hint=HOUR_HINT issues>
                            <Line name="began" value=shown.began issues/>
                        </Field>
                        <Field name="ended" span=6 hint=HOUR_HINT issues>
                            <Line name="ended" value=shown.ended issues/>
                        </Field>
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}
