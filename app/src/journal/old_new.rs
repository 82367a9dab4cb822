//! What was and what is, field by field.

use crate::visit::use_locale;
use domain::journal::FieldChange;
use domain::words;
use leptos::prelude::*;

/// Several fields, one below the other.
pub fn differences(changes: &[FieldChange]) -> AnyView {
    changes.iter().map(old_new).collect_view().into_any()
}

/// One field.
pub fn old_new(change: &FieldChange) -> AnyView {
    let locale = use_locale();
    let before = (!change.before.is_empty())
        .then(|| view! { <del>{words::value(locale, &change.field, &change.before)}</del> " → " });
    view! {
        <p class="old-new">
            {locale.say(words::field(&change.field))} ": " {before}
            <ins>{words::value(locale, &change.field, &change.after)}</ins>
        </p>
    }
    .into_any()
}
