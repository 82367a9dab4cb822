//! The fields of an item, on an agenda and in a backlog.

use super::choices::{item_kinds, named};
use super::words::*;
use crate::control::{Choice, Line};
use crate::parts::Field;
use domain::Issue;
use domain::meeting::{ItemDraft, Offer};
use leptos::prelude::*;

/// Content, kind, minutes, section, who presents it.
pub fn item_fields(offer: &Offer, shown: ItemDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let (units, persons, kinds) = (named(&offer.units), named(&offer.persons), item_kinds());
    view! {
        <div class="fields">
            <Field name="content" issues>
                <Line name="content" value=shown.content issues required=true/>
            </Field>
            <Field name="item_kind" span=8 issues>
                <Choice name="item_kind" options=kinds chosen=shown.item_kind issues required=true/>
            </Field>
            <Field name="minutes" span=4 issues>
                <Line name="minutes" value=shown.minutes issues required=true/>
            </Field>
            <Field name="section" hint=SECTION_HINT issues>
                <Line name="section" value=shown.section issues/>
            </Field>
            <Field name="presenter_unit" issues>
                <Choice name="presenter_unit" options=units chosen=shown.presenter_unit none=NO_CHOICE issues/>
            </Field>
            <Field name="presenter" issues>
                <Choice name="presenter" options=persons chosen=shown.presenter none=NO_CHOICE issues/>
            </Field>
        </div>
    }
    .into_any()
}
