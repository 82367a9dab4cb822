//! The page at `/desk/series`: what comes again, with its next times. The address opens a
//! series (`?edit=3`), or an entry that becomes one or is a day of one (`?entry=12`).

pub mod api;
mod of_entry;
mod one;
mod rule;
mod words;

use self::words::*;
use crate::fields::Fields;
use crate::list::{Open, address, use_open};
use crate::panel::{Saved, no_such_row};
use crate::parts::{Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_locale, use_today};
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::calendar::working_day::WorkingDays;
use domain::schedule::series::draft::{Along, EntrySeries, Repeated, SeriesList};
use domain::schedule::{EntryDraft, Source};
use domain::{EntryId, Problem, Refusal, SeriesId, words as names};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use std::sync::Arc;

/// The address of the page.
pub(super) const PATH: &str = "/desk/series";

/// The address that asks how an entry comes again.
pub(super) fn of(entry: EntryId) -> String {
    format!("{PATH}?entry={entry}")
}

/// What the page stands on.
type Found = (SeriesList, Option<Answer<EntrySeries>>);

/// What is shown, to be read again after each deed.
#[derive(Clone, Copy)]
pub(super) struct Page {
    found: Resource<Answer<Found>>,
}

/// The page at its address; it asks the server when it is shown.
pub fn series_page() -> AnyView {
    let query = use_query_map();
    let entry = Memo::new(move |_| query.with(|q| q.get("entry").and_then(|id| id.parse().ok())));
    let found = Resource::new(
        move || entry.get(),
        |entry: Option<EntryId>| async move {
            let list = api::list_series().await?;
            let entry = match entry {
                Some(id) => Some(api::series_of(id).await),
                None => None,
            };
            Answer::<Found>::Ok((list, entry))
        },
    );
    let page = Page { found };
    view! {
        <PageTitle text=say(SERIES)/>
        <Transition>
            {move || Suspend::new(async move {
                match page.found.await {
                    Ok((list, entry)) => shown(page, Arc::new(list), entry),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn shown(page: Page, list: Arc<SeriesList>, entry: Option<Answer<EntrySeries>>) -> AnyView {
    let open = use_open();
    let (named, listed) = (Arc::clone(&list), Arc::clone(&list));
    let name = move |id| named.series.iter().find(|s| s.id.0 == id).map(|s| s.draft.content.clone());
    let rows = move || rows(&listed, open.get());
    let panel = match entry {
        Some(Ok(found)) => Some(of_entry::panel(page, &found)),
        Some(Err(refused)) => Some(refused_page(&refused.0)),
        None => None,
    };
    let alone = panel.is_none();
    let edit = move || match open.get() {
        Open::Edit(id) if alone => {
            let found = list.series.iter().find(|s| s.id.0 == id);
            Some(found.map_or_else(no_such_row, |series| one::panel(page, series, &list)))
        }
        _ => None,
    };
    let next = IsoWeek::of(use_today()).next();
    view! {
        <div class="head">
            <div>
                <h1>{say(SERIES)}</h1>
                <p>{say(LEAD)}</p>
            </div>
            <div class="buttons">
                <a class="button" href="/desk/templates"><Icon name="copy"/>{say(TEMPLATES)}</a>
                <a class="button" href=super::start::address_of(next, Source::Series)>
                    <Icon name="week"/>
                    {say(START_WEEK)}
                    " "
                    {next.number()}
                </a>
            </div>
        </div>
        <Saved name/>
        <div class="with-panel">{rows} {panel} {edit}</div>
    }
    .into_any()
}

fn rows(list: &SeriesList, open: Open) -> AnyView {
    if list.series.is_empty() {
        return view! { <StateBox icon="refresh" title=say(NONE_YET)><p>{say(NONE_YET_HINT)}</p></StateBox> }
            .into_any();
    }
    let (locale, today) = (use_locale(), use_today());
    let days = WorkingDays::new(&list.holidays);
    let rows = list.series.iter().map(|series| {
        let id = series.id;
        let next = series.coming(today, 1, &days).first().map(|time| time.date);
        let next = match next {
            Some(day) => format!("{}: {}", say(NEXT_TIME), spoken::long_date(locale, day)),
            None => say(HAS_ENDED).to_owned(),
        };
        let current = (open == Open::Edit(id.0)).then_some("true");
        view! {
            <li aria-current=current>
                <div class="what">
                    <h2><a href=address(PATH, &format!("edit={id}"), "")>{series.draft.content.clone()}</a></h2>
                    <p>{hours(&series.draft)} " · " {names::series(locale, &series.series)}</p>
                    <p class="soft">{next}</p>
                </div>
            </li>
        }
    });
    view! { <ul class="requests">{rows.collect_view()}</ul> }.into_any()
}

/// "07:30 - 08:00".
fn hours(draft: &EntryDraft) -> String {
    let part = SessionPart::of_code(&draft.part).unwrap_or(SessionPart::Morning);
    names::hours(use_locale(), spoken::parse_time(&draft.start), spoken::parse_time(&draft.end), part)
}

/// The day that a form names.
fn day(fields: &Fields, name: &str) -> Result<NaiveDate, Refusal> {
    spoken::parse_date(fields.get(name)).ok_or_else(|| Refusal::field(name.to_owned(), Problem::NotADate))
}

/// Carries out a verb of this page, for our program and for the plain form alike.
///
/// # Errors
/// The verb's refusal.
pub(super) async fn carry_out(verb: &str, fields: &Fields) -> Answer<Repeated> {
    let id = fields.row("id")?.ok_or(Refusal::NotFound)?;
    let seen = fields.number("seen");
    match verb {
        "make_series" => api::make_series(EntryId(id), seen, rule::typed(fields)).await,
        "change_series" => {
            let entry = fields.row("entry")?.map(EntryId);
            let from = day(fields, "from")?;
            let along = (!fields.get("along").is_empty()).then(|| Along {
                reason: fields.text("reason"),
                conflict_reason: fields.text("conflict_reason"),
            });
            api::change_series(SeriesId(id), seen, from, entry, rule::typed(fields), along).await
        }
        "end_series" => api::end_series(SeriesId(id), seen, day(fields, "from")?).await,
        "skip_day" => api::skip_day(SeriesId(id), seen, day(fields, "date")?).await,
        "restore_day" => api::restore_day(SeriesId(id), seen, day(fields, "date")?).await,
        _ => Err(Refusal::NotFound.into()),
    }
}

/// Where the person goes on.
pub(super) fn way_on(series: &Repeated) -> String {
    address(PATH, &format!("edit={0}&saved={0}", series.id), "")
}
