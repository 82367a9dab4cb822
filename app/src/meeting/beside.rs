//! What comes before and after a meeting in the series of its body, and the way to plan
//! those that follow.

use super::deed::page;
use super::plan::{self, words::*};
use crate::parts::Icon;
use crate::visit::{say, use_actor, use_locale};
use domain::calendar::spoken;
use domain::meeting::{Dossier, Neighbour};
use domain::{Deed, Word, words};
use leptos::prelude::*;

/// The line below the head of a meeting; nothing for one of no body.
pub fn beside(dossier: &Dossier) -> Option<AnyView> {
    let body = dossier.meeting.proposal.body?;
    let plans = use_actor().can(Deed::EditMeeting).then(|| {
        view! { <a class="button" data-size="small" href=plan::address(body)><Icon name="add"/>{say(PLAN_NEXT)}</a> }
    });
    let around = &dossier.beside;
    if around.previous.is_none() && around.next.is_none() && plans.is_none() {
        return None;
    }
    Some(
        view! {
            <nav class="beside" aria-label=say(SERIES)>
                {around.previous.as_ref().map(|one| way(BEFORE, "prev", one))}
                {around.next.as_ref().map(|one| way(AFTER, "next", one))}
                {plans}
            </nav>
        }
        .into_any(),
    )
}

fn way(word: Word, rel: &'static str, one: &Neighbour) -> AnyView {
    let locale = use_locale();
    let number = one.session.map(|number| format!("{}, ", words::session(locale, number)));
    view! {
        <a href=page(one.id) rel=rel title=one.content.clone()>
            {say(word)} ": " {number} {spoken::date(one.date)}
        </a>
    }
    .into_any()
}
