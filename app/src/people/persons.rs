//! Persons with their present post and work contacts.

use super::api;
use super::choice::has_ended;
use super::frame::{Head, standing, term, work};
use super::person_form::PersonForm;
use super::words::*;
use crate::list::{Open, Sieve, Sift, table, use_open};
use crate::panel::Saved;
use crate::parts::{StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_today};
use domain::people::{Person, Position, Service, Serving, Unit};
use domain::{Deed, UnitId, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// The address of the list.
pub const PATH: &str = "/desk/people/persons";

/// The page at `/desk/people/persons`.
#[derive(Clone, Copy)]
pub struct PersonsPage {
    persons: Resource<Answer<Vec<Person>>>,
    units: Resource<Answer<Vec<Unit>>>,
    positions: Resource<Answer<(Vec<Position>, Vec<Serving>)>>,
    sieve: Sieve,
    of: RwSignal<Option<UnitId>>,
    open: Memo<Open>,
}

/// What the list and its form need to know.
#[derive(Clone)]
struct Known {
    persons: Arc<Vec<Person>>,
    units: Arc<Vec<Unit>>,
    positions: Arc<Vec<Position>>,
}

impl PersonsPage {
    fn open() -> Self {
        let of = use_query_map().with_untracked(|q| q.get("of").and_then(|id| id.parse().ok()));
        Self {
            persons: Resource::new(|| (), |()| api::list_persons()),
            units: Resource::new(|| (), |()| api::list_units()),
            positions: Resource::new(|| (), |()| api::list_positions()),
            sieve: Sieve::of_address(),
            of: RwSignal::new(of),
            open: use_open(),
        }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn persons_page() -> AnyView {
    let this = PersonsPage::open();
    view! {
        <PageTitle text=say(PERSONS)/>
        <Transition>
            {move || Suspend::new(async move {
                match known(this).await {
                    Ok(known) => view! { <Persons page=this known/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

async fn known(page: PersonsPage) -> Answer<Known> {
    let (persons, units, positions) = (page.persons.await, page.units.await, page.positions.await);
    Ok(Known { persons: Arc::new(persons?), units: Arc::new(units?), positions: Arc::new(positions?.0) })
}

#[component]
fn Persons(page: PersonsPage, known: Known) -> impl IntoView {
    let PersonsPage { sieve, of, open, .. } = page;
    let (named, shown) = (known.persons.clone(), known.clone());
    let name = move |id| named.iter().find(|p| p.id.0 == id).map(|p| p.name.clone());
    let choose = units_of(&known);
    view! {
        <Head path=PATH add=ADD_PERSON sieve/>
        <Sift sieve path=PATH>
            <div class="field">
                <label for="of">{say(UNIT)}</label>
                <select id="of" name="of" on:change=move |event| of.set(event_target_value(&event).parse().ok())>
                    <option value="">{say(ALL_UNITS)}</option>
                    {choose
                        .into_iter()
                        .map(|(id, name)| {
                            view! {
                                <option value=id.to_string() selected=of.get_untracked() == Some(id)>{name}</option>
                            }
                        })
                        .collect_view()}
                </select>
            </div>
        </Sift>
        <Saved name/>
        <div class="with-panel">
            {move || rows(&shown, sieve, of)}
            {move || {
                let form = |person: Option<Person>| {
                    let units = known.units.clone();
                    view! { <PersonForm person units all=page.persons sieve/> }.into_any()
                };
                let found = |id| known.persons.iter().find(|p| p.id.0 == id).cloned();
                use_actor().can(Deed::EditPeople).then(|| open.get().panel(found, form)).flatten()
            }}
        </div>
    }
}

/// The units that persons of the list work in.
fn units_of(known: &Known) -> Vec<(UnitId, String)> {
    let works = |unit: &&Unit| known.persons.iter().any(|p| p.unit == Some(unit.id));
    known.units.iter().filter(works).map(|u| (u.id, u.short_name.clone())).collect()
}

fn rows(known: &Known, sieve: Sieve, of: RwSignal<Option<UnitId>>) -> AnyView {
    let today = use_today();
    let (with_ended, of) = (sieve.with_ended(), of.get());
    let rows: Vec<AnyView> = known
        .persons
        .iter()
        .filter(|p| with_ended || !has_ended(p.valid, today))
        .filter(|p| of.is_none() || p.unit == of)
        .filter(|p| sieve.finds(&[&p.name, &p.title, &p.email]))
        .map(|p| row(p, known, sieve))
        .collect();
    if rows.is_empty() {
        return view! {
            <StateBox icon="search" title=say(NOBODY_FOUND)><p>{say(NOBODY_FOUND_HINT)}</p></StateBox>
        }
        .into_any();
    }
    let may = use_actor().can(Deed::EditPeople);
    table(say(LIST_OF_PERSONS), &[FULL_NAME, PRESENT_POST, UNIT, EMAIL, PHONE], may, rows)
}

fn row(person: &Person, known: &Known, sieve: Sieve) -> AnyView {
    let today = use_today();
    let edit = use_actor().can(Deed::EditPeople).then(|| sieve.link(PATH, &format!("edit={}", person.id)));
    let held = known.positions.iter().find(|p| p.person == person.id && p.valid.contains(today));
    let post = held.map_or_else(|| person.title.clone(), |p| p.title.clone());
    let unit = known.units.iter().find(|u| Some(u.id) == person.unit).map(|u| u.short_name.clone());
    let service = (person.service != Service::None && post != say(words::service(person.service)))
        .then(|| view! { <small>" " {say(words::service(person.service))}</small> });
    let mark = standing(person.valid, today)
        .map(|mark| view! { <span class="validity">{term(person.valid)}</span> " " {mark} }.into_any());
    let (beside, last) = if edit.is_some() { (None, mark) } else { (mark, None) };
    let work = work(edit.clone(), format!("{} {}", say(EDIT), person.name), last);
    view! {
        <tr data-ended=has_ended(person.valid, today).then_some("")>
            <th scope="row">
                {match edit {
                    Some(href) => view! { <a href=href>{person.name.clone()}</a> }.into_any(),
                    None => view! { {person.name.clone()} " " {beside} }.into_any(),
                }}
            </th>
            <td data-label=say(POST)>{post} {service}</td>
            <td data-label=say(UNIT)>{unit}</td>
            <td data-label=say(EMAIL)>{filled(&person.email)}</td>
            <td data-label=say(PHONE)>{filled(&person.phone)}</td>
            {work}
        </tr>
    }
    .into_any()
}

/// A text, or nothing at all, so that a folded table leaves its line out.
fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
