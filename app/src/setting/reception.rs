//! How often each leader receives citizens, and on which announced day: facts for all,
//! a panel for those who keep the calendar.

use super::api::{self, Calendar};
use super::done::Done;
use super::tabs::CALENDAR_PATH;
use super::words::*;
use crate::control::{Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::Sieve;
use crate::panel::{Feet, Panel};
use crate::parts::{Field, Icon, RefusalNotice, problem_of};
use crate::refused::Answer;
use crate::visit::{say, use_locale};
use chrono::Weekday;
use domain::calendar::spoken;
use domain::people::Position;
use domain::schedule::reception::RowDraft;
use domain::schedule::{ReceptionDraft, ReceptionRules};
use domain::{Issue, Refusal, words};
use leptos::prelude::*;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> ReceptionDraft {
    let row = |(post, per_month): (String, String)| {
        let of = |name: &str| fields.text(&format!("{name}.{post}"));
        let row = RowDraft { per_month, nth: of("nth"), weekday: of("weekday") };
        (post, row)
    };
    ReceptionDraft { basis: fields.text("basis"), rows: fields.keyed("per_month.").map(row).collect() }
}

/// The rules as facts.
pub fn facts(rules: &ReceptionRules, leaders: &[Position], may: bool) -> AnyView {
    let locale = use_locale();
    let lines = rules.rules.iter().filter_map(|rule| {
        let leader = leaders.iter().find(|leader| leader.slug == rule.post)?;
        let text = words::reception_rule(locale, rule);
        Some(view! { <dt>{leader.short_title.clone()} " " {leader.person_name.clone()}</dt> <dd>{text}</dd> })
    });
    let edit = may.then(|| {
        view! {
            <p class="buttons">
                <a class="button" href=format!("{CALENDAR_PATH}?reception")>
                    <Icon name="edit"/>
                    {say(EDIT_RECEPTION)}
                </a>
            </p>
        }
    });
    view! {
        <dl class="facts">{lines.collect_view()} <dt>{say(words::field("basis"))}</dt> <dd>{rules.basis.clone()}</dd></dl>
        {edit}
    }
    .into_any()
}

/// The panel in which the rules are changed.
#[component]
pub fn ReceptionForm(
    /// The rules as they are.
    rules: ReceptionRules,
    /// Whom they can name.
    leaders: Vec<Position>,
    /// The tables, to be read again.
    all: Resource<Answer<Calendar>>,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let form = Form::of("setting.save_receptions", None, rules.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| ReceptionDraft::of(&rules), typed);
    let close = Signal::derive(move || sieve.link(CALENDAR_PATH, ""));
    let navigate = sending.onward();
    let known = leaders.clone();
    let save = sending.submit(
        move |fields| {
            let draft = typed(&fields);
            let judged = draft.check(&known).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_receptions(fields.number("seen"), draft).await
            }
        },
        move |_| {
            all.refetch();
            navigate(&Done::Receptions.address(sieve), Default::default());
        },
    );
    let rows = leaders.into_iter().map(|leader| {
        let row = shown.rows.get(&leader.slug).cloned().unwrap_or_default();
        leader_row(&leader, row, issues)
    });
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <Panel title=EDIT_RECEPTION note=say(RECEPTION_NOTE) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="basis" hint=SOURCE_HINT issues>
                            <Line name="basis" value=shown.basis.clone() issues required=true/>
                        </Field>
                    </div>
                    {rows}
                </div>
                <Feet close busy=sending.busy/>
            </form>
        </Panel>
    }
}

/// One leader: how many days, and which one is announced.
fn leader_row(leader: &Position, row: RowDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let locale = use_locale();
    let name = |field: &str| format!("{field}.{}", leader.slug);
    let nths = [1, 2, 3, 4, 0].map(|nth: u8| (nth.to_string(), say(words::nth_of_month(nth)).to_owned()));
    let weekdays = (0..7).filter_map(|n| Weekday::try_from(n).ok());
    let weekdays = weekdays
        .map(|day| (day.number_from_monday().to_string(), spoken::weekday(locale, day).to_owned()))
        .collect();
    let per_month = name("per_month");
    view! {
        <fieldset class="receives">
            <legend>{leader.short_title.clone()} " " {leader.person_name.clone()}</legend>
            <label for=per_month.clone()>{say(words::field("per_month"))}</label>
            <input
                id=per_month.clone()
                name=per_month.clone()
                inputmode="numeric"
                autocomplete="off"
                value=row.per_month
                aria-describedby=format!("{per_month}-error")
                aria-invalid=wrong(&per_month, issues)
            />
            {problem(&per_month, issues)}
            {choice(name("nth"), "nth", nths.to_vec(), row.nth, issues)}
            {choice(name("weekday"), "weekday", weekdays, row.weekday, issues)}
        </fieldset>
    }
    .into_any()
}

fn choice(
    name: String,
    field: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
    issues: Signal<Vec<Issue>>,
) -> AnyView {
    let options = options.into_iter().map(|(value, text)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    });
    view! {
        <label for=name.clone()>{say(words::field(field))}</label>
        <select
            id=name.clone()
            name=name.clone()
            aria-describedby=format!("{name}-error")
            aria-invalid=wrong(&name, issues)
        >
            <option value="">{say(NOT_ANNOUNCED)}</option>
            {options.collect_view()}
        </select>
        {problem(&name, issues)}
    }
    .into_any()
}

fn wrong(name: &str, issues: Signal<Vec<Issue>>) -> impl Fn() -> Option<&'static str> + Send + 'static {
    let name = name.to_owned();
    move || issues.with(|issues| issues.iter().any(|issue| issue.field == name)).then_some("true")
}

fn problem(name: &str, issues: Signal<Vec<Issue>>) -> impl Fn() -> Option<AnyView> + Send + 'static {
    let name = name.to_owned();
    move || {
        let text = issues.with(|issues| problem_of(issues, &name))?;
        let id = format!("{name}-error");
        Some(view! { <p class="error" id=id><Icon name="error"/><span>{text}</span></p> }.into_any())
    }
}
