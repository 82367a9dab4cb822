//! Who acts while the leader is away, who agreed to a delegation, and when.

use crate::control::{Choice, Line};
use crate::parts::{Field, Icon, is_wrong};
use crate::schedule::words::*;
use crate::visit::say;
use domain::schedule::{Directory, EntryDraft};
use domain::{Issue, PositionId, words};
use leptos::prelude::*;

/// The three fields, open when one of them is filled in or somebody is replaced.
pub(super) fn consent(directory: &Directory, draft: &EntryDraft, issues: Signal<Vec<Issue>>) -> AnyView {
    let open = !draft.acting.is_empty() || !draft.agreed_by.is_empty() || !draft.in_place_of.is_empty();
    view! {
        <details class="more" open=open>
            <summary><Icon name="down"/>{say(CONSENT)}</summary>
            {fields(directory, draft, None, issues)}
        </details>
    }
    .into_any()
}

/// The fields alone. Who is `absent` does not act for themselves.
pub(in crate::schedule) fn fields(
    directory: &Directory,
    draft: &EntryDraft,
    absent: Option<PositionId>,
    issues: Signal<Vec<Issue>>,
) -> AnyView {
    let leaders: Vec<(String, String)> = directory
        .leaders
        .iter()
        .filter(|leader| Some(leader.id) != absent)
        .map(|l| (l.id.to_string(), format!("{} {}", l.short_title, l.person_name)))
        .collect();
    let (acting, by, at) = (draft.acting.clone(), draft.agreed_by.clone(), draft.agreed_at.clone());
    view! {
        <div class="fields">
            <Field name="acting" hint=ACTING_HINT issues>
                <Choice name="acting" options=leaders chosen=acting none=NONE issues/>
            </Field>
            <Field name="agreed_by" span=6 hint=AGREED_HINT issues>
                <Line name="agreed_by" value=by issues/>
            </Field>
            <div class="field" data-span="6">
                <label for="agreed_at">{say(words::field("agreed_at"))}</label>
                <input
                    id="agreed_at"
                    name="agreed_at"
                    type="datetime-local"
                    value=at
                    aria-describedby="agreed_at-hint"
                    aria-invalid=is_wrong(issues, "agreed_at")
                />
                <p class="hint" id="agreed_at-hint">{say(AGREED_AT_HINT)}</p>
            </div>
        </div>
    }
    .into_any()
}
