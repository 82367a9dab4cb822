//! Posts and their holders by precedence, with the secretaries who serve them.

use super::api;
use super::choice::has_ended;
use super::frame::{Head, standing, term, work};
use super::position_form::PositionForm;
use super::words::*;
use crate::list::{Open, Sieve, Sift, use_open};
use crate::panel::Saved;
use crate::parts::{Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_today};
use domain::Deed;
use domain::people::{Person, Position, Serving, Unit};
use leptos::prelude::*;
use std::sync::Arc;

/// The address of the list.
pub const PATH: &str = "/desk/people/positions";

/// The page at `/desk/people/positions`.
#[derive(Clone, Copy)]
pub struct PositionsPage {
    persons: Resource<Answer<Vec<Person>>>,
    units: Resource<Answer<Vec<Unit>>>,
    positions: Resource<Answer<(Vec<Position>, Vec<Serving>)>>,
    sieve: Sieve,
    open: Memo<Open>,
}

/// What the list and its form need to know.
#[derive(Clone)]
pub struct Known {
    /// All persons.
    pub persons: Arc<Vec<Person>>,
    /// All units.
    pub units: Arc<Vec<Unit>>,
    /// All positions by precedence.
    pub positions: Arc<Vec<Position>>,
    /// Who serves whom.
    pub serving: Arc<Vec<Serving>>,
    /// The list, to be read again.
    pub all: Resource<Answer<(Vec<Position>, Vec<Serving>)>>,
}

impl PositionsPage {
    fn open() -> Self {
        Self {
            persons: Resource::new(|| (), |()| api::list_persons()),
            units: Resource::new(|| (), |()| api::list_units()),
            positions: Resource::new(|| (), |()| api::list_positions()),
            sieve: Sieve::of_address(),
            open: use_open(),
        }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn positions_page() -> AnyView {
    let this = PositionsPage::open();
    view! {
        <PageTitle text=say(POSITIONS)/>
        <Transition>
            {move || Suspend::new(async move {
                match known(this).await {
                    Ok(known) => view! { <Positions page=this known/> }.into_any(),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

async fn known(page: PositionsPage) -> Answer<Known> {
    let (persons, units, positions) = (page.persons.await, page.units.await, page.positions.await);
    let (positions, serving) = positions?;
    Ok(Known {
        persons: Arc::new(persons?),
        units: Arc::new(units?),
        positions: Arc::new(positions),
        serving: Arc::new(serving),
        all: page.positions,
    })
}

#[component]
fn Positions(page: PositionsPage, known: Known) -> impl IntoView {
    let PositionsPage { sieve, open, .. } = page;
    let (named, shown) = (known.positions.clone(), known.clone());
    let name = move |id| named.iter().find(|p| p.id.0 == id).map(Position::titled);
    view! {
        <Head path=PATH add=ADD_POSITION sieve/>
        <Sift sieve path=PATH/>
        <Saved name/>
        <div class="with-panel">
            {move || table(&shown, sieve)}
            {move || {
                let form = |position: Option<Position>| {
                    view! { <PositionForm position known=known.clone() sieve/> }.into_any()
                };
                let found = |id| known.positions.iter().find(|p| p.id.0 == id).cloned();
                use_actor().can(Deed::EditPeople).then(|| open.get().panel(found, form)).flatten()
            }}
        </div>
    }
}

fn table(known: &Known, sieve: Sieve) -> AnyView {
    let today = use_today();
    let with_ended = sieve.with_ended();
    let rows: Vec<AnyView> = known
        .positions
        .iter()
        .filter(|p| with_ended || !has_ended(p.valid, today))
        .filter(|p| sieve.finds(&[&p.title, &p.short_title, &p.person_name, &p.portfolio]))
        .map(|p| row(p, known, sieve))
        .collect();
    if rows.is_empty() {
        return view! {
            <StateBox icon="search" title=say(NOBODY_FOUND)><p>{say(NOBODY_FOUND_HINT)}</p></StateBox>
        }
        .into_any();
    }
    let may = use_actor().can(Deed::EditPeople);
    let work = may.then(|| view! { <th scope="col"><span class="only-read">{say(WORK)}</span></th> });
    view! {
        <div class="table-box">
            <table class="table">
                <caption class="only-read">{say(POSITIONS)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="number">{say(ORDER)}</th>
                        <th scope="col">{say(POST)}</th>
                        <th scope="col">{say(HOLDER)}</th>
                        <th scope="col">{say(TERM)}</th>
                        <th scope="col">{say(PORTFOLIO)}</th>
                        <th scope="col">{say(SECRETARIES)}</th>
                        {work}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(position: &Position, known: &Known, sieve: Sieve) -> AnyView {
    let today = use_today();
    let edit = use_actor().can(Deed::EditPeople).then(|| sieve.link(PATH, &format!("edit={}", position.id)));
    let secretaries: Vec<&str> = known
        .serving
        .iter()
        .filter(|s| s.position == position.id)
        .map(|s| s.secretary_name.as_str())
        .collect();
    let acts = known.positions.iter().find(|p| Some(p.id) == position.acting);
    let leader = known.persons.iter().find(|p| Some(p.id) == position.office_leader);
    let also =
        [leader.map(|l| (LEADER_OF_OFFICE, l.name.clone())), acts.map(|a| (ACTS, a.person_name.clone()))];
    let also: Vec<AnyView> = also
        .into_iter()
        .flatten()
        .map(|(word, name)| view! { <small>{say(word)} ": " {name}</small> }.into_any())
        .collect();
    let secretaries = (!secretaries.is_empty()).then(|| secretaries.join(", "));
    let calendar =
        position.has_calendar.then(|| view! { <small><Icon name="week"/> " " {say(CALENDAR)}</small> });
    let mark = standing(position.valid, today);
    let (beside, last) = if edit.is_some() { (None, mark) } else { (mark, None) };
    let work = work(edit.clone(), format!("{} {}", say(EDIT), position.titled()), last);
    view! {
        <tr data-ended=has_ended(position.valid, today).then_some("")>
            <td class="number" data-label=say(ORDER_LONG)>{position.precedence}</td>
            <th scope="row">
                {match edit {
                    Some(href) => view! { <a href=href>{position.title.clone()}</a> }.into_any(),
                    None => position.title.clone().into_any(),
                }}
                " "
                {calendar}
                {beside}
            </th>
            <td data-label=say(HOLDER)>{position.person_name.clone()}</td>
            <td data-label=say(TERM)>{Some(term(position.valid)).filter(|t| !t.is_empty())}</td>
            <td data-label=say(PORTFOLIO)>{position.portfolio.clone()}</td>
            <td data-label=say(SECRETARIES) class="served-by">{secretaries} {also}</td>
            {work}
        </tr>
    }
    .into_any()
}
