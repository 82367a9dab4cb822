//! Units as a tree. What has ended is left out until it is asked for; a unit
//! that is found brings those above it along.

use super::api;
use super::choice::has_ended;
use super::frame::{Head, standing, validity};
use super::unit_form::UnitForm;
use super::words::*;
use crate::list::{Open, Sieve, Sift, use_open};
use crate::panel::Saved;
use crate::parts::{Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_today};
use domain::people::Unit;
use domain::{Deed, UnitId, words};
use leptos::prelude::*;
use std::collections::HashSet;
use std::sync::Arc;

/// The address of the list.
pub const PATH: &str = "/desk/people";

/// The page at `/desk/people`.
#[derive(Clone, Copy)]
pub struct UnitsPage {
    units: Resource<Answer<Vec<Unit>>>,
    sieve: Sieve,
    open: Memo<Open>,
}

impl UnitsPage {
    fn open() -> Self {
        Self {
            units: Resource::new(|| (), |()| api::list_units()),
            sieve: Sieve::of_address(),
            open: use_open(),
        }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn units_page() -> AnyView {
    let this = UnitsPage::open();
    view! {
        <PageTitle text=say(UNITS)/>
        <Transition>
            {move || Suspend::new(async move {
                match this.units.await {
                    Ok(units) => view! { <Units page=this units=Arc::new(units)/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Units(page: UnitsPage, units: Arc<Vec<Unit>>) -> impl IntoView {
    let UnitsPage { sieve, open, .. } = page;
    let (named, shown, edited) = (units.clone(), units.clone(), units);
    let name = move |id| named.iter().find(|u| u.id.0 == id).map(|u| u.name.clone());
    view! {
        <Head path=PATH add=ADD_UNIT sieve/>
        <Sift sieve path=PATH/>
        <Saved name/>
        <div class="with-panel">
            {move || {
                let kept = kept(&shown, sieve);
                if kept.is_empty() {
                    view! {
                        <StateBox icon="search" title=say(NOBODY_FOUND)>
                            <p>{say(NOBODY_FOUND_HINT)}</p>
                        </StateBox>
                    }
                    .into_any()
                } else {
                    view! { <ul class="tree">{branch(&shown, None, &kept, sieve)}</ul> }.into_any()
                }
            }}
            {move || {
                let form = |unit: Option<Unit>| {
                    view! { <UnitForm unit units=edited.clone() all=page.units sieve/> }.into_any()
                };
                let found = |id| edited.iter().find(|u| u.id.0 == id).cloned();
                use_actor().can(Deed::EditPeople).then(|| open.get().panel(found, form)).flatten()
            }}
        </div>
    }
}

/// The units that are shown: those that fit, and those above them.
fn kept(units: &[Unit], sieve: Sieve) -> HashSet<UnitId> {
    let today = use_today();
    let with_ended = sieve.with_ended();
    let fits = |u: &&Unit| {
        (with_ended || !has_ended(u.valid, today)) && sieve.finds(&[&u.name, &u.short_name, &u.code])
    };
    let mut kept = HashSet::new();
    for unit in units.iter().filter(fits) {
        let mut at = Some(unit.id);
        while let Some(id) = at.filter(|id| kept.insert(*id)) {
            at = units.iter().find(|u| u.id == id).and_then(|u| u.parent);
        }
    }
    kept
}

fn branch(units: &[Unit], above: Option<UnitId>, kept: &HashSet<UnitId>, sieve: Sieve) -> AnyView {
    units
        .iter()
        .filter(|u| u.parent == above && kept.contains(&u.id))
        .map(|unit| {
            let below = units.iter().any(|u| u.parent == Some(unit.id) && kept.contains(&u.id));
            view! {
                <li>
                    {node(unit, sieve)}
                    {below.then(|| view! { <ul>{branch(units, Some(unit.id), kept, sieve)}</ul> })}
                </li>
            }
        })
        .collect_view()
        .into_any()
}

fn node(unit: &Unit, sieve: Sieve) -> AnyView {
    let edit = use_actor().can(Deed::EditPeople).then(|| sieve.link(PATH, &format!("edit={}", unit.id)));
    let mark = standing(unit.valid, use_today());
    let ended = has_ended(unit.valid, use_today()).then_some("");
    let pen = edit.clone().filter(|_| mark.is_none()).map(|href| {
        let label = format!("{} {}", say(EDIT), unit.short_name);
        view! { <a class="button" data-kind="icon" href=href aria-label=label><Icon name="edit"/></a> }
    });
    let name = match edit {
        Some(href) => view! { <a href=href>{unit.name.clone()}</a> }.into_any(),
        None => view! { <span>{unit.name.clone()}</span> }.into_any(),
    };
    view! {
        <div class="node" data-ended=ended>
            {name}
            <small>{unit.code.clone()} " · " {say(words::unit_kind(unit.kind))}</small>
            <span class="validity">{validity(unit.valid)}</span>
            {mark}
            {pen}
        </div>
    }
    .into_any()
}
