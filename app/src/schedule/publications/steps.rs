//! From one publication to another: what differs for readers, and who did what.

use super::moment;
use crate::journal;
use crate::parts::StateBox;
use crate::schedule::head::edition;
use crate::schedule::history;
use crate::schedule::review::difference;
use crate::schedule::words::*;
use crate::visit::{say, use_locale};
use domain::journal::{Change, Subject};
use domain::schedule::Publication;
use domain::schedule::publication::Difference;
use leptos::prelude::*;

/// Differences, and the deeds between both publications.
pub(super) fn steps(
    from: &Publication,
    to: &Publication,
    differences: &[Difference],
    deeds: &[Change],
) -> AnyView {
    let locale = use_locale();
    let told = |publication: &Publication| {
        format!("{} ({})", edition(locale, publication.number), moment(publication))
    };
    let list = if differences.is_empty() {
        view! { <StateBox icon="done" title=say(NO_DIFFERENCE)>""</StateBox> }.into_any()
    } else {
        let lines = differences.iter().map(|found| difference(found, true)).collect_view();
        view! { <ul class="diff">{lines}</ul> }.into_any()
    };
    let count = deeds.len();
    let lines = if deeds.is_empty() {
        view! { <p class="soft">{say(NO_DEEDS)}</p> }.into_any()
    } else {
        let lines = deeds.iter().map(|deed| history::line(deed, said(deed))).collect_view();
        view! { <ol class="history">{lines}</ol> }.into_any()
    };
    view! {
        <section class="past" aria-labelledby="past-h">
            <h2 id="past-h">{told(from)} " → " {told(to)}</h2>
            {list}
        </section>
        <section class="past" aria-labelledby="deeds-h">
            <h2 id="deeds-h">{say(WHO_CHANGED)} " " <small>{count}</small></h2>
            {lines}
        </section>
    }
    .into_any()
}

/// "hoãn Họp ...".
fn said(deed: &Change) -> AnyView {
    let verb = say(journal::words::deed(&deed.deed));
    match deed.subject {
        Subject::Entry => view! { {verb} " " <b>{deed.title.clone()}</b> }.into_any(),
        _ => view! { {verb} " " {say(WEEK).to_lowercase()} }.into_any(),
    }
}
