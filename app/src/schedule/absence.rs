//! The page at `/desk/weeks/{week}/absence`: a leader's leave or trip. The address says
//! who and when (`?leader=3&kind=leave&from=...&to=...`); then the form lists what takes
//! place on those days, to be handed over to the one who acts.

pub mod api;
pub(super) mod end;
mod form;
mod words;

use self::form::form;
use self::words::*;
use super::address;
use super::api as schedule;
use super::page::week_of_address;
use crate::control::{Choice, Day};
use crate::fields::{DEED, Fields};
use crate::parts::{Field, Icon, RefusalNotice, issues_of, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::say;
use domain::Refusal;
use domain::calendar::week::IsoWeek;
use domain::schedule::absence::{AbsenceDraft, Absent};
use domain::schedule::{Board, EntryKind};
use domain::words as names;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::location::Url;

/// The verb of this page.
pub(super) const RECORD: &str = "schedule.record_absence";

/// What the page stands on: the leaders to choose from, and, once it is known who and
/// when, what takes place then.
type Found = (Board, Option<Answer<Absent>>);

/// The page at its address; it asks the server when it is shown.
pub fn absence_page() -> AnyView {
    let week = week_of_address();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|q| {
            let text = |name: &str| q.get(name).unwrap_or_default();
            AbsenceDraft {
                leader: text("leader"),
                kind: text("kind"),
                from: text("from"),
                to: text("to"),
                ..AbsenceDraft::default()
            }
        })
    });
    let found = Resource::new(
        move || (week.get(), asked.get()),
        |(week, asked)| async move {
            let week = week.ok_or(Refusal::NotFound)?;
            let board = schedule::board(week).await?;
            let absent = match asked.leader.is_empty() {
                true => None,
                false => Some(api::absence_form(asked).await),
            };
            Answer::<Found>::Ok((board, absent))
        },
    );
    let ended = Memo::new(move |_| query.with(|q| q.get("end").and_then(|id| id.parse().ok())));
    let recording = move || {
        view! {
            <Transition>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((board, absent)) => page(&board, absent, &asked.get()),
                        Err(refused) => refused_page(&refused.0),
                    }
                })}
            </Transition>
        }
        .into_any()
    };
    let content = move || match (week.get(), ended.get()) {
        (Some(week), Some(entry)) => view! { {head(week)} {end::ending(week, entry)} }.into_any(),
        _ => recording(),
    };
    view! {
        <PageTitle text=say(ABSENCE)/>
        {content}
    }
    .into_any()
}

/// Where the page is, and what it is for.
fn head(week: IsoWeek) -> AnyView {
    view! {
        <nav class="crumbs" aria-label=say(PLACE)>
            <ol>
                <li><a href=address::board(week)>{say(WEEK)} " " {week.number()}</a></li>
                <li>{say(ABSENCE)}</li>
            </ol>
        </nav>
        <div class="head">
            <div>
                <h1>{say(ABSENCE)}</h1>
                <p>{say(LEAD)}</p>
            </div>
        </div>
    }
    .into_any()
}

fn page(board: &Board, absent: Option<Answer<Absent>>, asked: &AbsenceDraft) -> AnyView {
    let week = board.week.iso;
    let refusal = absent.as_ref().and_then(|a| a.as_ref().err()).map(|refused| refused.0.clone());
    let second = absent.and_then(Result::ok).map(|absent| form(week, absent, asked));
    view! {
        {head(week)}
        {question(board, asked, refusal)}
        {second}
    }
    .into_any()
}

/// The kinds of an absence, by code.
fn kinds() -> Vec<(String, String)> {
    let kinds = [EntryKind::Leave, EntryKind::BusinessTrip];
    kinds.map(|kind| (kind.code().to_owned(), say(names::kind(kind)).to_owned())).to_vec()
}

/// Who is away, how, and on which days.
fn question(board: &Board, asked: &AbsenceDraft, refusal: Option<Refusal>) -> AnyView {
    let week = board.week.iso;
    let leaders: Vec<(String, String)> = board
        .directory
        .leaders
        .iter()
        .map(|l| (l.id.to_string(), format!("{} {}", l.short_title, l.person_name)))
        .collect();
    let found = issues_of(refusal.as_ref());
    let issues = Signal::derive(move || found.clone());
    let told = Signal::derive(move || refusal.clone());
    let or = |typed: &str, usual: String| if typed.is_empty() { usual } else { typed.to_owned() };
    let from = or(&asked.from, week.monday().to_string());
    let to = or(&asked.to, from.clone());
    let leader = asked.leader.clone();
    let kind = or(&asked.kind, EntryKind::Leave.code().to_owned());
    let navigate = use_navigate();
    let ask = move |event: SubmitEvent| {
        event.prevent_default();
        let fields = crate::send::fields_of(&event);
        navigate(&address_of(week, &fields), Default::default());
    };
    view! {
        <form class="absence" method="get" on:submit=ask>
            <RefusalNotice refusal=told/>
            <div class="fields">
                <Field name="leader" span=6 issues>
                    <Choice name="leader" options=leaders chosen=leader issues required=true/>
                </Field>
                <Field name="kind" span=6 issues>
                    <Choice name="kind" options=kinds() chosen=kind issues required=true/>
                </Field>
                <Field name="from" span=6 issues>
                    <Day name="from" value=from issues required=true/>
                </Field>
                <Field name="to" span=6 issues>
                    <Day name="to" value=to issues required=true/>
                </Field>
            </div>
            <button class="button"><Icon name="search"/>{say(SHOW_DAYS)}</button>
        </form>
    }
    .into_any()
}

/// The address with who and when.
fn address_of(week: IsoWeek, fields: &Fields) -> String {
    let pairs =
        ["leader", "kind", "from", "to"].map(|name| format!("{name}={}", Url::escape(fields.get(name))));
    format!("{}/absence?{}", address::board(week), pairs.join("&"))
}

/// The form as the draft that is judged.
pub(super) fn typed(fields: &Fields) -> AbsenceDraft {
    let text = |name| fields.text(name);
    AbsenceDraft {
        leader: text("leader"),
        kind: text("kind"),
        from: text("from"),
        to: text("to"),
        content: text("content"),
        place: text("place"),
        visibility: text("visibility"),
        acting: text("acting"),
        agreed_by: text("agreed_by"),
        agreed_at: text("agreed_at"),
        delegate: fields.all("delegate"),
        reason: text("reason"),
        conflict_reason: text("conflict_reason"),
    }
}

/// Where the person goes on: the board of the first day.
pub(super) fn way_on(draft: &AbsenceDraft, week: IsoWeek) -> String {
    let first = draft.span().map_or(week, |span| IsoWeek::of(span.from));
    format!("{}?done=record_absence", address::board(first))
}

/// The plain form of this page.
#[cfg(feature = "ssr")]
pub(super) async fn carry_out(fields: &Fields) -> Answer<String> {
    let draft = typed(fields);
    let week: IsoWeek = fields.get("week").parse().map_err(|_| Refusal::NotFound)?;
    api::record_absence(draft.clone()).await?;
    Ok(way_on(&draft, week))
}
