//! The page at `/desk/meetings/plan?body=3`: the next meetings of a body. One form asks
//! what they would be (its answer is in the address) and plans them; days are moved and
//! left out in between. It works by plain links and forms.

mod form;
mod row;
pub(super) mod words;

use self::form::form;
use self::words::*;
use super::deed::{BODIES, MEETINGS, page};
use super::words::BODIES_TITLE;
use crate::fields::{Fields, Returned};
use crate::parts::{Icon, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::meeting::{PlanDraft, Planning};
use domain::schedule::series::draft::SeriesDraft;
use domain::{BodyId, Refusal, words as names};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page.
pub const PATH: &str = "/desk/meetings/plan";
/// Its verb.
const PLAN: &str = "meeting.plan_meetings";

/// The way to the plan of a body.
pub fn address(body: BodyId) -> String {
    format!("{PATH}?body={body}")
}

/// The form as it was typed.
pub fn typed(fields: &Fields) -> PlanDraft {
    let text = |name| fields.text(name);
    PlanDraft {
        rule: SeriesDraft {
            repeats: text("repeats"),
            every: text("every"),
            until: text("until"),
            count: text("count"),
            on_day_off: text("on_day_off"),
            ..SeriesDraft::default()
        },
        first: text("first"),
        days: text("days"),
        content: text("content"),
        session: text("session"),
        start: text("start"),
        part: text("part"),
        minutes: text("minutes"),
        chair: text("chair"),
        room: text("room"),
        place: text("place"),
        conflict_reason: text("conflict_reason"),
        moved: fields.keyed("date.").collect(),
        taken: fields.all("taken"),
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn plan_page() -> AnyView {
    let query = use_query_map();
    // What came back refused is looked at again; the address has the last question.
    let returned = StoredValue::new(Returned::of(PLAN).map(|returned| returned.fields));
    let asked = Memo::new(move |before: Option<&(Option<i64>, PlanDraft)>| {
        let fields =
            Fields(query.with(|all| all.into_iter().map(|(k, v)| (k.to_string(), v.to_owned())).collect()));
        let fields = match returned.get_value().filter(|_| before.is_none()) {
            Some(refused) => refused,
            None => fields,
        };
        (fields.id("body"), typed(&fields))
    });
    let known: Resource<Answer<Planning>> = Resource::new(
        move || asked.get(),
        |(body, draft)| async move {
            match body {
                Some(body) => super::api::read_planning(BodyId(body), draft).await,
                None => Err(Refusal::NotFound.into()),
            }
        },
    );
    view! {
        <PageTitle text=say(PLAN_NEXT)/>
        <Transition>
            {move || Suspend::new(async move {
                match known.await {
                    Ok(planning) => whole(&planning),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn whole(planning: &Planning) -> AnyView {
    let last = planning.last.as_ref().map(|last| {
        let number = last.session.map(|number| format!(" ({})", names::session(use_locale(), number)));
        view! {
            <p class="soft">
                {say(LAST)} ": " <a href=page(last.id)>{last.content.clone()}</a> {number} ", "
                {spoken::date(last.date)}
            </p>
        }
    });
    view! {
        <p class="soft"><a href=BODIES>{say(BODIES_TITLE)}</a></p>
        <h1>{say(PLAN_NEXT)}</h1>
        <p><b>{planning.body.name.clone()}</b></p>
        {last}
        {form(planning)}
    }
    .into_any()
}

/// Where the person goes on: the list of meetings of the body.
pub fn way_on(body: BodyId) -> String {
    format!("{MEETINGS}?body={body}")
}

/// The way to the plan, in the list of bodies.
pub fn way(body: BodyId) -> AnyView {
    view! { <a class="button" data-size="small" href=address(body)><Icon name="week"/>{say(PLAN_NEXT)}</a> }
        .into_any()
}
