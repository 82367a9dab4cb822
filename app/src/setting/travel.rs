//! The page at `/desk/settings/travel`: how long the ways between places take, to be
//! changed by those who arrange the leaders' days and read by the administrator.

mod rows;

use super::api::{self, Ways};
use super::tabs::{Head, TRAVEL_PATH};
use super::words::*;
use crate::control::{Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::{address, use_saved};
use crate::parts::{Field, Icon, Notice, RefusalNotice, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor};
use domain::schedule::buffer::MOST;
use domain::schedule::{LegDraft, Travel, TravelDraft};
use domain::{Deed, Refusal, words};
use leptos::prelude::*;
use rows::{facts, rows};

/// Empty rows below those of the table.
const SPARE: usize = 3;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> TravelDraft {
    let leg = |(row, one): (String, String)| LegDraft {
        one,
        other: fields.text(&format!("other.{row}")),
        minutes: fields.text(&format!("way.{row}")),
    };
    TravelDraft {
        usual: fields.text("usual"),
        preparation: fields.text("preparation"),
        // No form of ours has more rows.
        legs: fields.keyed("one.").take(MOST + SPARE).map(leg).collect(),
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn travel_page() -> AnyView {
    let ways: Resource<Answer<Ways>> = Resource::new(|| (), |()| api::read_ways());
    view! {
        <PageTitle text=say(TRAVEL)/>
        <Transition>
            {move || Suspend::new(async move {
                match ways.await {
                    Ok(found) => page(found, ways),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn page(found: Ways, ways: Resource<Answer<Ways>>) -> AnyView {
    let may = use_actor().can(Deed::EditEntry);
    let content = if may { form(found, ways) } else { read_only(&found) };
    view! {
        <Head path=TRAVEL_PATH/>
        {content}
    }
    .into_any()
}

fn form(found: Ways, ways: Resource<Answer<Ways>>) -> AnyView {
    let form = Form::of("setting.save_travel", None, found.travel.version);
    let (issues, sending) = (form.issues, form.sending);
    let stored = TravelDraft::of(&found.travel, &found.localities);
    let shown = form.typed.as_ref().map_or(stored, typed);
    let saved = use_saved();
    let navigate = sending.onward();
    let localities = StoredValue::new(found.localities.clone());
    let save = sending.submit(
        move |fields: Fields| {
            let draft = typed(&fields);
            let judged = localities.with_value(|units| draft.check(units)).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_travel(fields.number("seen"), draft).await
            }
        },
        move |travel: Travel| {
            ways.refetch();
            navigate(&address(TRAVEL_PATH, &format!("saved={}", travel.version), ""), Default::default());
        },
    );
    let table = rows(shown.legs, &found.localities, issues);
    view! {
        <form method="post" novalidate on:submit=save>
            <Hidden form/>
            <RefusalNotice refusal=sending.refusal/>
            {move || saved.get().map(|_| view! { <Notice tone="green"><p>{say(SAVED)}</p></Notice> })}
            <section class="setting" aria-labelledby="buffers">
                <div>
                    <h2 id="buffers">{say(BUFFERS)}</h2>
                    <p class="soft">{say(BUFFERS_LEAD)}</p>
                </div>
                <div class="fields">
                    <Field name="usual" span=6 issues>
                        <Line name="usual" value=shown.usual issues required=true/>
                    </Field>
                    <Field name="preparation" span=6 issues>
                        <Line name="preparation" value=shown.preparation issues required=true/>
                    </Field>
                </div>
            </section>
            <section class="setting" aria-labelledby="ways">
                <div>
                    <h2 id="ways">{say(WAYS)}</h2>
                    <p class="soft">{say(WAYS_LEAD)}</p>
                </div>
                <div>
                    {table}
                    <p class="hint">{say(WAYS_HINT)}</p>
                    <p class="buttons">
                        <button
                            class="button"
                            data-kind="primary"
                            aria-busy=move || sending.busy.get().then_some("true")
                        >
                            <Icon name="check"/>
                            {say(SAVE)}
                        </button>
                    </p>
                </div>
            </section>
        </form>
    }
    .into_any()
}

fn read_only(found: &Ways) -> AnyView {
    let travel = &found.travel;
    let numbers = [("usual", travel.usual), ("preparation", travel.preparation)];
    let numbers = numbers.map(|(field, minutes)| {
        view! { <dt>{say(words::field(field))}</dt> <dd>{minutes}</dd> }
    });
    view! {
        <section class="setting" aria-labelledby="buffers">
            <div>
                <h2 id="buffers">{say(BUFFERS)}</h2>
                <p class="soft">{say(ONLY_SECRETARIES)}</p>
            </div>
            <dl class="facts">{numbers.collect_view()}</dl>
        </section>
        <section class="setting" aria-labelledby="ways">
            <div>
                <h2 id="ways">{say(WAYS)}</h2>
                <p class="soft">{say(WAYS_LEAD)}</p>
            </div>
            {facts(travel, &found.localities)}
        </section>
    }
    .into_any()
}
