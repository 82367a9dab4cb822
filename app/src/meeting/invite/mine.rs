//! One's own invitations: the list at `/desk/invitations`, and one of them with the letter
//! and the form of the answer.

use super::api;
use super::chain::{chain, comes, marks};
use super::deed::own;
use super::form::answer_form;
use super::letter::{Stamp, letter};
use super::words::*;
use crate::journal::old_new::differences;
use crate::meeting::address::meeting_below;
use crate::meeting::card::halted_as;
use crate::meeting::deed::{INVITATIONS, page};
use crate::meeting::hour::api::read_course;
use crate::meeting::hour::{self, clock};
use crate::meeting::live::follow_meeting;
use crate::parts::{Badge, Icon, Notice, StateBox, refused_page};
use crate::refused::Answer;
use crate::steady::steady;
use crate::title::PageTitle;
use crate::visit::{say, tell_header, use_actor, use_locale, use_visit};
use chrono::NaiveDateTime;
use domain::calendar::spoken;
use domain::meeting::{Course, DeputiesLeft, Invitee, Letter, Summons, Summonses};
use domain::{MeetingId, Refusal, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The list; it asks the server when it is shown.
pub fn invitations_page() -> AnyView {
    let all: Resource<Answer<Summonses>> = Resource::new(|| (), |()| api::read_invitations());
    view! {
        <PageTitle text=say(INVITATIONS_TITLE)/>
        <Transition>
            {move || Suspend::new(async move {
                match all.await {
                    Ok(all) => list(&all),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn list(all: &Summonses) -> AnyView {
    let waiting = all.waiting;
    tell_header(move |counts| counts.invitations = waiting);
    let now = use_visit().with_value(|visit| visit.local_now());
    let (over, later): (Vec<_>, Vec<_>) = all.own.iter().partition(|summons| summons.is_over(now));
    let group = |word, id: &'static str, rows: Vec<&Summons>| {
        (!rows.is_empty()).then(|| {
            let rows = rows.into_iter().map(card).collect_view();
            view! {
                <section aria-labelledby=id>
                    <h2 id=id>{say(word)}</h2>
                    <ul class="requests">{rows}</ul>
                </section>
            }
        })
    };
    let empty = (all.own.is_empty() && all.deputies.is_empty()).then(|| {
        view! { <StateBox icon="file" title=say(NO_INVITATION)><p>{say(NO_INVITATION_HINT)}</p></StateBox> }
    });
    view! {
        <div class="head"><h1>{say(INVITATIONS_TITLE)}</h1></div>
        <div class="meeting">
            <div>
                {empty}
                {deputies(&all.deputies)}
                {group(TO_COME, "to-come", later)}
                {group(OVER, "over", over)}
            </div>
        </div>
    }
    .into_any()
}

/// What waits for the person as chair.
fn deputies(left: &[DeputiesLeft]) -> Option<AnyView> {
    if left.is_empty() {
        return None;
    }
    let rows = left.iter().map(|left| {
        view! {
            <li>
                <div class="what">
                    <h3><a href=format!("{}#people", page(left.meeting))>{left.content.clone()}</a></h3>
                </div>
                <Badge tone="amber" icon="substitute" text=format!("{} {}", left.count, say(DEPUTIES))/>
            </li>
        }
    });
    Some(
        view! {
            <section aria-labelledby="to-decide">
                <h2 id="to-decide">{say(TO_DECIDE)}</h2>
                <ul class="requests">{rows.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

/// "Thứ Tư, 16/12/2026, 08:30 - 10:30".
fn time(letter: &Letter) -> String {
    let locale = use_locale();
    let hours = words::hours(locale, letter.start, letter.end, letter.part);
    format!("{}, {hours}", spoken::long_date(locale, letter.date))
}

fn card(summons: &Summons) -> AnyView {
    let now = use_visit().with_value(|visit| visit.local_now());
    let letter = &summons.issued.letter;
    let waits =
        summons.waits(now).then(|| view! { <Badge tone="amber" icon="clock" text=say(WAITS_FOR_YOU)/> });
    let own_ones = summons.own.iter().map(|invitee| super::chain::badge(invitee.attendance())).collect_view();
    view! {
        <li>
            <div class="what">
                <h3><a href=own(summons.meeting)>{letter.content.clone()}</a></h3>
                <p class="soft"><b>{time(letter)}</b> " · " {letter.place.clone()}</p>
                <p class="soft">{letter.numbered(summons.number)} " · " {letter.chair.clone()}</p>
            </div>
            <div class="stands">{halted_as(&summons.standing)} {waits} {own_ones}</div>
        </li>
    }
    .into_any()
}

/// One of them; it asks the server when it is shown.
pub fn invitation_page() -> AnyView {
    let query = use_query_map();
    let id = meeting_below(INVITATIONS);
    let known: Resource<Answer<Mine>> = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => read(id).await,
                None => Err(Refusal::NotFound.into()),
            }
        },
    );
    let chosen =
        Memo::new(move |_| query.with(|query| query.get("answer").and_then(|id| id.parse::<i64>().ok())));
    let now = clock();
    let again = Callback::new(move |()| known.refetch());
    follow_meeting(id, known, read);
    steady(known, move |mine| whole(mine, now, chosen, again))
}

/// An invitation, how many wait, and the agenda by its hours.
type Mine = ((Summons, u32), Course);

async fn read(id: MeetingId) -> Answer<Mine> {
    Ok((api::read_invitation(id).await?, read_course(id).await?))
}

fn whole(
    mine: Signal<Mine>,
    now: Signal<NaiveDateTime>,
    chosen: Memo<Option<i64>>,
    again: Callback<()>,
) -> AnyView {
    tell_header(move |counts| counts.invitations = mine.with(|((_, waiting), _)| *waiting));
    let summons = Memo::new(move |_| mine.with(|((summons, _), _)| summons.clone()));
    let hours = Memo::new(move |_| mine.with(|(_, course)| course.clone()));
    view! {
        <div class="meeting">
            <div>
                {move || summons.with(top)}
                {move || summons.with(|summons| answers(summons, chosen.get(), again))}
                {move || hour::course(&hours.get(), now.get())}
                {move || summons.with(text)}
            </div>
        </div>
    }
    .into_any()
}

/// What it is about, when and where, and what became another since the letter.
fn top(summons: &Summons) -> AnyView {
    let letter = &summons.issued.letter;
    let fact =
        |word, text: String| (!text.is_empty()).then(|| view! { <dt>{say(word)}</dt> <dd>{text}</dd> });
    let facts = view! {
        <dl class="facts">
            {fact(crate::meeting::words::WHEN, time(letter))}
            {fact(crate::meeting::words::WHERE, letter.place.clone())}
            {fact(crate::meeting::words::CHAIR, letter.chair.clone())}
        </dl>
    };
    let moved = summons.is_moved.then(|| view! { <Notice tone="amber"><p>{say(IS_MOVED)}</p></Notice> });
    let off = summons.standing.halt().map(|halt| {
        let reason = halt.reason.clone();
        view! { <Notice tone="red"><p>{say(HALTED)} " " {reason}</p></Notice> }
    });
    let adjusted = (!summons.adjusted.is_empty()).then(|| {
        let told = differences(&summons.adjusted);
        view! { <Notice tone="blue"><p><b>{say(ADJUSTED)}</b></p>{told}</Notice> }
    });
    view! {
        <PageTitle text=letter.content.clone()/>
        <p class="soft"><a href=INVITATIONS>{say(INVITATIONS_TITLE)}</a> " · " {letter.numbered(summons.number)}</p>
        <h1>{letter.content.clone()}</h1>
        <p class="stands">{halted_as(&summons.standing)}</p>
        {off}
        {moved}
        {adjusted}
        {facts}
    }
    .into_any()
}

/// The letter as it went out.
fn text(summons: &Summons) -> AnyView {
    let issued = &summons.issued;
    let stamp = Stamp { number: Some(summons.number), issue: issued.issue, at: Some(issued.at) };
    view! {
        <section class="invitation" aria-labelledby="letter">
            <h2 id="letter">{say(LETTER)}</h2>
            {halted_as(&summons.standing).map(|badge| view! { <p class="stands">{badge}</p> })}
            {letter(&issued.letter, stamp)}
        </section>
    }
    .into_any()
}

/// The own answers; one of them has its form open: the one that the address names, or the
/// first that is awaited.
fn answers(summons: &Summons, chosen: Option<i64>, again: Callback<()>) -> AnyView {
    let now = use_visit().with_value(|visit| visit.local_now());
    let is_off = summons.standing.halt().is_some();
    let over = is_off || summons.is_over(now);
    let first = summons.own.iter().find(|invitee| invitee.waits).map(|invitee| invitee.id.0);
    let open = chosen.or(first).filter(|_| !over);
    let rows = summons.own.iter().map(|invitee| answer(summons, invitee, open, over, again));
    view! {
        <section class="invited answers" aria-labelledby="answers">
            <h2 id="answers">{say(ANSWER)}</h2>
            {over
                .then(|| {
                    let why = if is_off { HALTED } else { IS_OVER };
                    view! { <p class="soft">{say(why)}</p> }
                })}
            <ul class="invitees">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn answer(
    summons: &Summons,
    invitee: &Invitee,
    open: Option<i64>,
    over: bool,
    again: Callback<()>,
) -> AnyView {
    let now = use_visit().with_value(|visit| visit.local_now());
    let is_open = open == Some(invitee.id.0);
    let steps = invitee.steps(&use_actor(), &summons.gathering, now);
    let steps: Vec<_> = steps.into_iter().filter(|step| !step.is_decision()).collect();
    let form = (is_open && !steps.is_empty()).then(|| answer_form(invitee, &steps, true, again));
    let word = if invitee.answers.is_empty() { ANSWER } else { CHANGE_ANSWER };
    let link = (!is_open && !over).then(|| {
        let name = format!("{}: {}", say(word), invitee.name);
        view! {
            <p class="deeds">
                <a class="button" href=format!("{}?answer={}", own(summons.meeting), invitee.id) aria-label=name>
                    <Icon name="edit"/>
                    {say(word)}
                </a>
            </p>
        }
    });
    let asked = (invitee.waits && !invitee.answers.is_empty() && !over)
        .then(|| view! { <Badge tone="amber" icon="clock" text=say(AGAIN)/> });
    view! {
        <li>
            <div class="what">
                <p class="name">{invitee.titled()}</p>
                <p class="soft">{say(words::invitee_part(invitee.part))}</p>
                {comes(invitee)}
                {chain(invitee)}
            </div>
            <div class="stands">{marks(invitee, summons.issued.issue)} {asked}</div>
            {link}
            {form}
        </li>
    }
    .into_any()
}
