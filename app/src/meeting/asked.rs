//! What units were asked, line by line, with what they answered.

use super::card::at;
use super::deed::BODIES;
use super::words::*;
use crate::list::address;
use crate::parts::Badge;
use crate::visit::{say, use_actor, use_locale, use_today};
use domain::Deed;
use domain::calendar::spoken;
use domain::meeting::Asked;
use leptos::prelude::*;

/// A question with its day and its answer.
pub fn asked_line(asked: &Asked) -> AnyView {
    let actor = use_actor();
    let own = actor.unit == Some(asked.unit) && actor.can(Deed::ProposeMeeting);
    let answer = match &asked.reply {
        Some(reply) => {
            let (tone, icon, word) = match reply.agrees {
                true => ("green", "done", AGREES),
                false => ("red", "cancel", DISAGREES),
            };
            view! {
                <Badge tone=tone icon=icon text=say(word)/>
                " "
                {reply.text.clone()}
                " ("
                {reply.by.clone()}
                ", "
                {at(reply.at)}
                ")"
            }
            .into_any()
        }
        None => {
            let late = asked.is_late(use_today());
            let (tone, icon) = if late { ("red", "error") } else { ("amber", "clock") };
            let text = format!("{} {}", say(ANSWER_BY), spoken::short_date(use_locale(), asked.due));
            let href = address(BODIES, &format!("answer={}", asked.id), "");
            view! {
                <Badge tone=tone icon=icon text=text/>
                " "
                {own.then(|| view! { <a class="button" data-size="small" href=href>{say(ANSWER)}</a> })}
            }
            .into_any()
        }
    };
    view! {
        <li>
            <p><b>{asked.unit_name.clone()}</b> " · " {asked.question.clone()} <span class="soft">" (" {asked.content.clone()} ")"</span></p>
            <p>{answer}</p>
        </li>
    }
    .into_any()
}
