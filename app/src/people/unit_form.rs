//! The form of a unit, beside the tree.

use super::choice::unit_choices;
use super::units::PATH;
use super::words::*;
use super::{api, draft};
use crate::control::{Choice, Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::Sieve;
use crate::panel::{Feet, Panel};
use crate::parts::{Field, Icon, RefusalNotice};
use crate::refused::Answer;
use crate::visit::say;
use domain::people::{Unit, UnitDraft, UnitKind};
use domain::{Refusal, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// The panel that adds a unit or changes one.
#[component]
pub fn UnitForm(
    /// The unit, or nothing for a new one.
    unit: Option<Unit>,
    /// All units.
    units: Arc<Vec<Unit>>,
    /// The list, to be read again.
    all: Resource<Answer<Vec<Unit>>>,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let id = unit.as_ref().map(|u| u.id);
    let form = Form::of("people.save_unit", id.map(|i| i.0), unit.as_ref().map_or(0, |u| u.version));
    let (issues, sending) = (form.issues, form.sending);
    let above = use_query_map().with_untracked(|q| q.get("parent")).unwrap_or_default();
    let shown = match (&form.typed, &unit) {
        (Some(typed), _) => draft::unit(typed),
        (None, Some(unit)) => UnitDraft::of(unit),
        (None, None) => UnitDraft { parent: above, kind: "department".into(), ..UnitDraft::default() },
    };
    let close = Signal::derive(move || sieve.link(PATH, ""));
    let navigate = sending.onward();
    let parents = unit_choices(&units, &shown.parent);
    let save = sending.submit(
        move |fields: Fields| {
            let draft = draft::unit(&fields);
            let judged = draft.check(id, &units).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_unit(id, fields.number("seen"), draft).await
            }
        },
        move |saved: Unit| {
            all.refetch();
            navigate(&sieve.after(PATH, saved.id.0), Default::default());
        },
    );
    let kinds = UnitKind::ALL.map(|k| (k.code().to_owned(), say(words::unit_kind(k)).to_owned())).to_vec();
    view! {
        <Panel title=if unit.is_some() { EDIT_UNIT } else { ADD_UNIT } note=say(KEPT) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form back=Signal::derive(move || sieve.query())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="name" issues>
                            <Line name="name" value=shown.name issues required=true/>
                        </Field>
                        <Field name="short_name" hint=SHORT_NAME_HINT issues>
                            <Line name="short_name" value=shown.short_name issues/>
                        </Field>
                        <Field name="code" span=4 hint=CODE_HINT issues>
                            <Line name="code" value=shown.code issues required=true/>
                        </Field>
                        <Field name="kind" span=8 issues>
                            <Choice name="kind" options=kinds chosen=shown.kind issues required=true/>
                        </Field>
                        <Field name="parent" issues>
                            <Choice name="parent" options=parents chosen=shown.parent none=NO_PARENT issues/>
                        </Field>
                        <Field name="from" span=6 issues>
                            <Day name="from" value=shown.from issues/>
                        </Field>
                        <Field name="to" span=6 issues>
                            <Day name="to" value=shown.to issues/>
                        </Field>
                    </div>
                    <p class="soft">{say(LAST_DAY)}</p>
                    {id
                        .map(|id| {
                            view! {
                                <p>
                                    <a class="button" data-size="small" href=format!("{PATH}?new&parent={id}")>
                                        <Icon name="add"/>
                                        {say(ADD_BELOW)}
                                    </a>
                                </p>
                            }
                        })}
                </div>
                <Feet close busy=sending.busy/>
            </form>
        </Panel>
    }
}
