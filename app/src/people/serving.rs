//! Which secretaries serve a leader: the Chief of Office assigns and releases,
//! others see it.

use super::api;
use super::choice::person_choices;
use super::positions::{Known, PATH};
use super::words::*;
use crate::control::{Choice, Form};
use crate::fields::{DEED, Fields};
use crate::list::Sieve;
use crate::parts::RefusalNotice;
use crate::visit::{say, use_actor};
use domain::people::{Service, Serving};
use domain::{Deed, PersonId, PositionId, Refusal};
use leptos::prelude::*;

/// The secretaries of one leader, below the leader's form.
#[component]
pub fn Servants(
    /// The leader.
    position: PositionId,
    /// What the list knows.
    known: Known,
    /// What the list shows.
    sieve: Sieve,
) -> impl IntoView {
    let may = use_actor().can(Deed::AssignSecretary);
    let serving: Vec<Serving> = known.serving.iter().filter(|s| s.position == position).cloned().collect();
    let choices: Vec<_> = person_choices(&known.persons, "", |p| p.service == Service::Specialist)
        .into_iter()
        .filter(|(id, _)| !serving.iter().any(|s| s.secretary.to_string() == *id))
        .collect();
    let nobody = serving.is_empty().then(|| view! { <p class="soft">{say(NOBODY_SERVES)}</p> });
    let known_too = known.clone();
    view! {
        <section class="body" aria-labelledby="serving-title">
            <h3 id="serving-title">{say(SERVING)}</h3>
            {nobody}
            <ul class="served">
                {serving
                    .into_iter()
                    .map(|s| view! { <Servant serving=s may known=known_too.clone() sieve/> })
                    .collect_view()}
            </ul>
            {if may {
                view! { <Assign position choices known sieve/> }.into_any()
            } else {
                view! { <p class="soft">{say(ONLY_CHIEF)}</p> }.into_any()
            }}
        </section>
    }
}

#[component]
fn Servant(serving: Serving, may: bool, known: Known, sieve: Sieve) -> impl IntoView {
    let form = Form::of("people.release_secretary", None, 0);
    let (secretary, position) = (serving.secretary, serving.position);
    let navigate = form.sending.onward();
    let release = form.sending.submit(
        move |_| api::release_secretary(secretary, position),
        move |()| {
            known.all.refetch();
            navigate(&sieve.after(PATH, position.0), Default::default());
        },
    );
    let label = format!("{} {}", say(RELEASE), serving.secretary_name);
    view! {
        <li>
            <span>{serving.secretary_name} " " <small>{serving.secretary_phone}</small></span>
            {may
                .then(|| {
                    view! {
                        <form method="post" on:submit=release>
                            <input type="hidden" name=DEED value=form.deed/>
                            <input type="hidden" name="secretary" value=secretary.to_string()/>
                            <input type="hidden" name="position" value=position.to_string()/>
                            <RefusalNotice refusal=form.sending.refusal/>
                            <button class="button" data-size="small" aria-label=label>{say(RELEASE)}</button>
                        </form>
                    }
                })}
        </li>
    }
}

#[component]
fn Assign(position: PositionId, choices: Vec<(String, String)>, known: Known, sieve: Sieve) -> impl IntoView {
    let form = Form::of("people.assign_secretary", None, 0);
    let (issues, sending) = (form.issues, form.sending);
    let navigate = sending.onward();
    let assign = sending.submit(
        move |fields: Fields| {
            let secretary = fields.row("secretary").and_then(|id| id.map(PersonId).ok_or(Refusal::NotFound));
            async move { api::assign_secretary(secretary?, position).await }
        },
        move |()| {
            known.all.refetch();
            navigate(&sieve.after(PATH, position.0), Default::default());
        },
    );
    view! {
        <form class="form" method="post" on:submit=assign>
            <input type="hidden" name=DEED value=form.deed/>
            <input type="hidden" name="position" value=position.to_string()/>
            <RefusalNotice refusal=sending.refusal/>
            <div class="field">
                <label for="secretary">{say(ASSIGN)}</label>
                <Choice name="secretary" options=choices chosen="" none=NO_CHOICE issues required=true/>
            </div>
            <p class="buttons"><button class="button">{say(ASSIGN)}</button></p>
        </form>
    }
}
