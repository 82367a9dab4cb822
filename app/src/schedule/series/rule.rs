//! The fields of a rule: how it repeats, until when, what becomes of days off.

use super::words::*;
use crate::control::{Choice, Day, Line};
use crate::fields::Fields;
use crate::parts::Field;
use crate::visit::{say, use_locale};
use chrono::Weekday;
use domain::calendar::spoken;
use domain::schedule::series::OnDayOff;
use domain::schedule::series::draft::{Repeats, SeriesDraft};
use domain::{Issue, words as names};
use leptos::prelude::*;

/// The rule that stands in a form.
pub(super) fn typed(fields: &Fields) -> SeriesDraft {
    let text = |name| fields.text(name);
    SeriesDraft {
        repeats: text("repeats"),
        every: text("every"),
        on: fields.all("on"),
        until: text("until"),
        count: text("count"),
        on_day_off: text("on_day_off"),
    }
}

/// The fields.
pub(super) fn rule(draft: &SeriesDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let locale = use_locale();
    let repeats = Repeats::ALL.map(|r| (r.code().to_owned(), say(names::repeats(r)).to_owned())).to_vec();
    let off = OnDayOff::ALL.map(|o| (o.code().to_owned(), say(names::on_day_off(o)).to_owned())).to_vec();
    let days = (0..7_u8).filter_map(|n| Weekday::try_from(n).ok()).map(|weekday| {
        let value = weekday.number_from_monday().to_string();
        let checked = draft.on.contains(&value);
        view! {
            <label class="choice">
                <input type="checkbox" name="on" value=value checked=checked/>
                {spoken::weekday(locale, weekday)}
            </label>
        }
    });
    let SeriesDraft { repeats: chosen, every, until, count, on_day_off, .. } = draft.clone();
    view! {
        <div class="fields">
            <Field name="repeats" span=6 issues>
                <Choice name="repeats" options=repeats chosen issues required=true/>
            </Field>
            <Field name="every" span=6 hint=EVERY_HINT issues>
                <Line name="every" value=every issues/>
            </Field>
        </div>
        <fieldset class="field">
            <legend>{say(names::field("on"))}</legend>
            <div class="choices">{days.collect_view()}</div>
            <p class="hint">{say(ON_HINT)}</p>
        </fieldset>
        <div class="fields">
            <Field name="until" span=6 issues>
                <Day name="until" value=until issues/>
            </Field>
            <Field name="count" span=6 hint=COUNT_HINT issues>
                <Line name="count" value=count issues/>
            </Field>
            <Field name="on_day_off" issues>
                <Choice name="on_day_off" options=off chosen=on_day_off issues/>
            </Field>
        </div>
    }
    .into_any()
}
