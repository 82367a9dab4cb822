//! The form of a day off: what it is, and the law or notice that it comes from.

use super::api::{self, Calendar};
use super::done::Done;
use super::tabs::CALENDAR_PATH;
use super::words::*;
use crate::control::{Choice, Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::Sieve;
use crate::panel::{Feet, Panel, TakeOut};
use crate::parts::{Field, RefusalNotice};
use crate::refused::Answer;
use crate::send::Sending;
use crate::visit::say;
use domain::calendar::day_off::{DayOff, DayOffDraft};
use domain::calendar::working_day::HolidayKind;
use domain::{HolidayId, Refusal};
use leptos::prelude::*;
use std::sync::Arc;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> DayOffDraft {
    DayOffDraft {
        date: fields.text("date"),
        name: fields.text("name"),
        kind: fields.text("kind"),
        basis: fields.text("basis"),
        provisional: fields.text("provisional"),
    }
}

/// The panel that adds a day or changes one.
#[component]
pub fn DayForm(
    /// The row, or nothing for a new one.
    row: Option<DayOff>,
    /// All rows.
    known: Arc<Vec<DayOff>>,
    /// The tables, to be read again.
    all: Resource<Answer<Calendar>>,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let id = row.as_ref().map(|row| row.id);
    let version = row.as_ref().map_or(0, |row| row.version);
    let form = Form::of("setting.save_day_off", id.map(|id| id.0), version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &row) {
        (Some(fields), _) => typed(fields),
        (None, Some(row)) => DayOffDraft::of(&row.day),
        (None, None) => {
            DayOffDraft { kind: HolidayKind::Holiday.code().to_owned(), ..DayOffDraft::default() }
        }
    };
    let close = Signal::derive(move || sieve.link(CALENDAR_PATH, ""));
    let navigate = sending.onward();
    let save = sending.submit(
        move |fields| {
            let draft = typed(&fields);
            let judged = draft.check(id, &known).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_day_off(id, fields.number("seen"), draft).await
            }
        },
        move |saved: DayOff| {
            all.refetch();
            navigate(&sieve.after(CALENDAR_PATH, saved.id.0), Default::default());
        },
    );
    let kinds = HolidayKind::ALL.map(|kind| (kind.code().to_owned(), say(kind.word()).to_owned()));
    view! {
        <Panel title=if id.is_some() { EDIT_DAY } else { ADD_DAY } note=say(DAY_NOTE) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="date" span=6 issues>
                            <Day name="date" value=shown.date issues required=true/>
                        </Field>
                        <Field name="kind" span=6 issues>
                            <Choice name="kind" options=kinds.to_vec() chosen=shown.kind issues required=true/>
                        </Field>
                        <Field name="name" label=DAY_NAME issues>
                            <Line name="name" value=shown.name issues required=true/>
                        </Field>
                        <Field name="basis" hint=SOURCE_HINT issues>
                            <Line name="basis" value=shown.basis issues required=true/>
                        </Field>
                    </div>
                    <label class="choice">
                        <input
                            type="checkbox"
                            name="provisional"
                            value="on"
                            checked=!shown.provisional.is_empty()
                        />
                        {say(STILL_AWAITED)}
                    </label>
                </div>
                <Feet close busy=sending.busy/>
            </form>
            {id.map(|id| view! { <Remove id version all sieve/> })}
        </Panel>
    }
}

/// The button that takes the day out of the table.
#[component]
fn Remove(id: HolidayId, version: i32, all: Resource<Answer<Calendar>>, sieve: Sieve) -> impl IntoView {
    let deed = "setting.remove_day_off";
    let sending = Sending::of(deed);
    let navigate = sending.onward();
    let remove = sending.submit(
        move |_| api::remove_day_off(id, version),
        move |gone: DayOff| {
            all.refetch();
            navigate(&Done::DayGone(gone.day.date).address(sieve), Default::default());
        },
    );
    view! {
        <TakeOut deed row=id.to_string() seen=version word=REMOVE_DAY sending take=remove/>
    }
}
