//! The part of a meeting's page that is about people: how many come, everybody with the
//! chain of answers, and the letter as it stands.

use super::chain::{chain, comes, marks};
use super::letter::{Stamp, letter};
use super::words::*;
use crate::control::Form;
use crate::journal::old_new::differences;
use crate::meeting::act::Act;
use crate::meeting::card::at;
use crate::meeting::deed::page;
use crate::meeting::page::Here;
use crate::meeting::place::more_on_board;
use crate::parts::{Badge, Icon, Notice, StateBox};
use crate::visit::{say, use_actor, use_locale, use_visit};
use domain::meeting::{AnswerStep, Dossier, Invitee, InviteePart, MeetingStep, People, Tally};
use domain::words;
use leptos::prelude::*;

/// Everybody of a meeting and its letter, for the Office and the chair.
pub fn people(dossier: &Dossier, here: Here) -> Option<AnyView> {
    let people = dossier.people.as_ref()?;
    let may_add = dossier.meeting.may_add(&use_actor()).is_ok();
    let parts = InviteePart::ALL.into_iter().filter_map(|part| group(dossier, people, part));
    let parts = parts.collect_view();
    let empty = people.invitees.is_empty().then(|| {
        view! { <StateBox icon="people" title=say(NOBODY)><p>{say(NOBODY_HINT)}</p></StateBox> }
    });
    Some(
        view! {
            <section class="invited" aria-labelledby="people">
                <h2 id="people">{say(WHO_IS_INVITED)}</h2>
                {tally(&people.invitees)}
                {empty}
                {parts}
                {may_add.then(|| tools(dossier, people, here))}
            </section>
            {invitation(dossier, people, may_add, here)}
        }
        .into_any(),
    )
}

/// How many stand how.
fn tally(invitees: &[Invitee]) -> Option<AnyView> {
    if invitees.is_empty() {
        return None;
    }
    let tally = Tally::of(invitees);
    let cells = [
        (LISTED, tally.listed, ""),
        (COMING, tally.coming, "green"),
        (WAITING, tally.deputies, "amber"),
        (DECLINED, tally.declined, ""),
        (SILENT, tally.silent, ""),
    ];
    let unsent = (tally.unsent > 0).then_some((UNSENT, tally.unsent, "amber"));
    let cells = cells.into_iter().chain(unsent).map(|(word, count, tone)| {
        let tone = (count > 0 && !tone.is_empty()).then_some(tone);
        view! { <div data-tone=tone><dt>{say(word)}</dt> <dd>{count}</dd></div> }
    });
    Some(view! { <dl class="tally">{cells.collect_view()}</dl> }.into_any())
}

/// Everybody of one part.
fn group(dossier: &Dossier, people: &People, part: InviteePart) -> Option<AnyView> {
    let rows: Vec<&Invitee> = people.invitees.iter().filter(|invitee| invitee.part == part).collect();
    if rows.is_empty() {
        return None;
    }
    let count = rows.len();
    let rows = rows.into_iter().map(|invitee| row(dossier, people, invitee)).collect_view();
    Some(
        view! {
            <h3>{say(words::invitee_part(part))} " (" {count} ")"</h3>
            <ul class="invitees">{rows}</ul>
        }
        .into_any(),
    )
}

fn row(dossier: &Dossier, people: &People, invitee: &Invitee) -> AnyView {
    let issue = people.invitation.last().map_or(0, |last| last.issue);
    let places = dossier.agenda.iter().enumerate().filter(|(_, item)| invitee.items.contains(&item.id));
    let places: Vec<String> = places.map(|(place, _)| (place + 1).to_string()).collect();
    let items = (!places.is_empty()).then(|| format!("{}: {}", say(ITEMS), places.join(", ")));
    let title = (!invitee.title.is_empty()).then(|| invitee.title.clone());
    let (email, phone) = invitee.who.reach();
    let reach = [email, phone].into_iter().filter(|way| !way.is_empty());
    let told: Vec<String> = title.into_iter().chain(reach).chain(items).collect();
    let told = (!told.is_empty()).then(|| view! { <p class="soft">{told.join(" · ")}</p> });
    view! {
        <li id=format!("i{}", invitee.id)>
            <div class="what">
                <p class="name">{invitee.name.clone()}</p>
                {told}
                {comes(invitee)}
                {chain(invitee)}
            </div>
            {marks(invitee, issue)}
            {deeds(dossier, people, invitee)}
        </li>
    }
    .into_any()
}

/// The links that open a panel, as far as the person may.
fn deeds(dossier: &Dossier, people: &People, invitee: &Invitee) -> Option<AnyView> {
    let actor = use_actor();
    let now = use_visit().with_value(|visit| visit.local_now());
    let steps = invitee.steps(&actor, &people.gathering, now);
    let here = page(dossier.meeting.id);
    let link = |deed: &'static str, word, kind: Option<&'static str>| {
        let name = format!("{}: {}", say(word), invitee.name);
        let href = format!("{here}?do={deed}&item={}", invitee.id);
        view! { <a class=kind.map(|_| "button") data-kind=kind href=href aria-label=name>{say(word)}</a> " " }
    };
    let decides = steps.contains(&AnswerStep::AgreeDeputy).then(|| link("decide", DECIDE, Some("primary")));
    let answers = steps.contains(&AnswerStep::Confirm).then(|| link("answer", NOTE_ANSWER, None));
    let edits = dossier.meeting.may_add(&actor).is_ok().then(|| link("invitee", EDIT, None));
    if decides.is_none() && answers.is_none() && edits.is_none() {
        return None;
    }
    Some(view! { <p class="deeds">{decides} {answers} {edits}</p> }.into_any())
}

/// What is done to the list as a whole.
fn tools(dossier: &Dossier, people: &People, here: Here) -> AnyView {
    let meeting = &dossier.meeting;
    let members = (people.members > 0).then(|| {
        let form = Form::of("meeting.invite_members", Some(meeting.id.0), 0);
        let count = people.members;
        view! {
            <Act form again=here.again class="inline">
                <button class="button" data-kind="primary">
                    <Icon name="people"/>
                    {say(ADD_MEMBERS)} " (" {count} ")"
                </button>
            </Act>
        }
    });
    let here = page(meeting.id);
    view! {
        <div class="buttons tools">
            {members}
            <a class="button" href=format!("{here}?do=invite")><Icon name="add"/>{say(ADD_PEOPLE)}</a>
            <a class="button" href=format!("{here}?do=guest")><Icon name="person"/>{say(ADD_GUEST)}</a>
        </div>
    }
    .into_any()
}

/// The letter: how far it is, what it lacks, what nobody was told, the text.
fn invitation(dossier: &Dossier, people: &People, may_add: bool, here: Here) -> AnyView {
    let invitation = &people.invitation;
    let last = invitation.last();
    let stands = match (invitation.number, last) {
        (Some(number), Some(last)) => {
            let adjusted = (last.issue > 1).then(|| format!("{} {} · ", say(ADJUSTMENT), last.issue - 1));
            let told = format!("{} · {}, {}", last.letter.numbered(number), last.by, at(last.at));
            view! { <p><Badge tone="green" icon="send" text=say(ISSUED)/> " " {adjusted} {told}</p> }
                .into_any()
        }
        _ => view! { <p><Badge icon="edit" text=say(NOT_ISSUED)/></p> }.into_any(),
    };
    let missing = people.letter.missing();
    let lacks = (may_add && !missing.is_empty()).then(|| {
        let locale = use_locale();
        let names: Vec<_> =
            missing.iter().map(|issue| locale.say(words::field(&issue.field)).to_lowercase()).collect();
        let of_board = missing.iter().any(|issue| issue.field == "place");
        let way = dossier.meeting.board.as_ref().filter(|_| of_board).map(more_on_board);
        view! { <Notice tone="amber"><p>{say(LACKS)} ": " {names.join(", ")} "."</p> {way}</Notice> }
    });
    let untold = people.untold();
    let ready = missing.is_empty() && !people.is_told() && dossier.meeting.is_going();
    let adjustments = (!untold.is_empty()).then(|| {
        let told = differences(&untold);
        view! { <Notice tone="amber"><p><b>{say(UNTOLD)}</b></p>{told}</Notice> }
    });
    let next = u32::from(!untold.is_empty());
    let stamp = Stamp {
        number: invitation.number,
        issue: last.map_or(1, |last| last.issue + next),
        at: last.filter(|_| untold.is_empty()).map(|last| last.at),
    };
    let shown = view! {
        <details class="more">
            <summary>{say(PREVIEW)}</summary>
            {letter(&people.letter, stamp)}
        </details>
    };
    let before = last.filter(|_| !untold.is_empty()).map(|last| {
        view! {
            <details class="more">
                <summary>{say(AS_ISSUED)}</summary>
                {letter(&last.letter, Stamp { number: invitation.number, issue: last.issue, at: Some(last.at) })}
            </details>
        }
    });
    view! {
        <section class="invitation" aria-labelledby="invitation">
            <h2 id="invitation">{say(LETTER)}</h2>
            {stands}
            {lacks}
            {adjustments}
            {may_add.then(|| letter_tools(dossier, ready, last.is_some(), here))}
            {shown}
            {before}
        </section>
    }
    .into_any()
}

fn letter_tools(dossier: &Dossier, ready: bool, again: bool, here: Here) -> AnyView {
    let meeting = &dossier.meeting;
    let page = page(meeting.id);
    let issue = if again { ISSUE_AGAIN } else { ISSUE };
    let issue = ready.then(|| {
        view! {
            <a class="button" data-kind="primary" href=format!("{page}?do=issue")><Icon name="send"/>{say(issue)}</a>
        }
    });
    let convene = meeting.steps(&use_actor()).contains(&MeetingStep::Convene).then(|| {
        let form = Form::of("meeting.take_step", Some(meeting.id.0), meeting.version);
        view! {
            <Act form again=here.again>
                <p class="soft convene">
                    {say(CONVENE_HINT)} " "
                    <button class="button" name="step" value=MeetingStep::Convene.code()>
                        {say(words::meeting_step(MeetingStep::Convene))}
                    </button>
                </p>
            </Act>
        }
    });
    view! {
        <p class="buttons">
            {issue}
            <a class="button" href=format!("{page}?do=letter")><Icon name="edit"/>{say(WRITE)}</a>
        </p>
        {convene}
    }
    .into_any()
}
