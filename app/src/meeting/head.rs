//! The head of a meeting: when and where, who, its legal days, what its chair says, and
//! the step that comes next.

use super::act::Act;
use super::card::{at, badge, body_and_session, halted, looks, time};
use super::deed::{MEETINGS, on_board, page};
use super::jump::TOP;
use super::page::Here;
use super::words::*;
use crate::control::{Area, Form};
use crate::parts::{Badge, Field, Icon, Notice};
use crate::visit::{say, use_actor, use_locale, use_today};
use domain::calendar::spoken;
use domain::meeting::{Dossier, Meeting, MeetingState, MeetingStep};
use domain::{Deed, words};
use leptos::prelude::*;

/// Title, facts, links, legal days.
pub fn head(dossier: &Dossier) -> AnyView {
    let meeting = &dossier.meeting;
    let proposal = &meeting.proposal;
    let fact =
        |word, text: String| (!text.is_empty()).then(|| view! { <dt>{say(word)}</dt> <dd>{text}</dd> });
    let place = meeting.board.as_ref().map(|board| board.place.clone()).unwrap_or_default();
    let wished = if meeting.board.is_some() { WHEN } else { WISHED };
    view! {
        <p class="soft"><a href=MEETINGS>{say(MEETINGS_TITLE)}</a> " · " {say(words::kind(proposal.kind))}</p>
        <h1 id=TOP>{proposal.content.clone()}</h1>
        <p class="stands">{halted(meeting)} {badge(meeting.state)}</p>
        {why_halted(meeting)}
        <dl class="facts">
            {fact(wished, time(meeting))}
            {fact(LASTS, format!("{} {}", dossier.given, say(MINUTES)))}
            {fact(WHERE, place)}
            {fact(CHAIR, meeting.chair_name.clone())}
            {fact(BODY, body_and_session(meeting))}
            {fact(PROPOSED_BY, meeting.unit_name.clone())}
            {fact(NEED, proposal.purpose.clone())}
            {fact(PEOPLE, proposal.participants.clone())}
            {fact(PAPERS, proposal.papers.clone())}
            {fact(SECRETARY, meeting.secretary_name.clone())}
            {fact(NOTE_NUMBER, proposal.note_number.clone())}
        </dl>
        {said(meeting)}
        {links(meeting)}
        {clock(dossier)}
        {too_long(dossier)}
    }
    .into_any()
}

/// That more is planned than its kind allows.
fn too_long(dossier: &Dossier) -> Option<AnyView> {
    use MeetingState::{Agreed, Proposed};
    let state = dossier.meeting.state;
    if !(state.is_prepared() || matches!(state, Proposed | Agreed)) {
        return None;
    }
    let (planned, longest) = dossier.too_long()?;
    let rules = use_actor().can(Deed::EditMeeting).then(|| {
        view! { ". " <a href=format!("{MEETINGS}/rules")>{say(RULES)}</a> }
    });
    Some(
        view! {
            <Notice tone="amber">
                <p>
                    {say(TOO_LONG)} " " {planned} " " {say(MINUTES)} "; " {say(LONGEST)} " " {longest} " " {say(MINUTES)}
                    {rules}
                </p>
            </Notice>
        }
        .into_any(),
    )
}

fn why_halted(meeting: &Meeting) -> Option<AnyView> {
    let halt = meeting.board.as_ref()?.standing.halt()?.clone();
    Some(view! { <Notice tone="amber"><p>{halt.reason} " (" {halt.by} ")"</p></Notice> }.into_any())
}

/// What the chair answered.
fn said(meeting: &Meeting) -> Option<AnyView> {
    let taken = meeting.opinion()?;
    let reason = (!taken.reason.is_empty()).then(|| view! { <p>{taken.reason.clone()}</p> });
    let locale = use_locale();
    let instead = taken.instead.as_ref().map(|instead| view! { <p>{words::instead(locale, instead)}</p> });
    Some(
        view! {
            <div class="said">
                <p><b>{say(words::meeting_step(taken.step))}</b> " · " {taken.by.clone()} ", " {at(taken.at)}</p>
                {instead}
                {reason}
            </div>
        }
        .into_any(),
    )
}

/// The deeds that open a panel, and the way to the board.
fn links(meeting: &Meeting) -> AnyView {
    let steps = meeting.steps(&use_actor());
    let here = page(meeting.id);
    let link = |deed: &'static str, icon: &'static str, word, kind: Option<&'static str>| {
        view! { <a class="button" data-kind=kind href=format!("{here}?do={deed}")><Icon name=icon/>{say(word)}</a> }
            .into_any()
    };
    let mut links = Vec::new();
    if steps.contains(&MeetingStep::Change) {
        links.push(link("change", "edit", CHANGE_PROPOSAL, None));
    }
    if steps.contains(&MeetingStep::Schedule) {
        links.push(link("place", "week", PLACE, Some("primary")));
    }
    if meeting.may_number(&use_actor()).is_ok() {
        links.push(link("session", "unit", SESSION, None));
    }
    if let Some(board) = meeting.board.as_ref().filter(|_| use_actor().can(Deed::EditEntry)) {
        if meeting.state.is_prepared() && meeting.is_going() {
            links.push(link("move", "arrow", MOVE, None));
            links.push(link("postpone", "pause", POSTPONE, None));
            links.push(link("cancel", "cancel", CANCEL, Some("danger")));
        }
        if !meeting.is_going() {
            links.push(link("resume", "undo", RESUME, None));
        }
        let href = on_board(board.date, board.entry);
        links.push(view! { <a class="button" href=href><Icon name="week"/>{say(TO_BOARD)}</a> }.into_any());
    }
    view! { <p class="buttons">{links}</p> }.into_any()
}

/// The legal days.
fn clock(dossier: &Dossier) -> Option<AnyView> {
    if dossier.deadlines.is_empty() {
        return None;
    }
    let locale = use_locale();
    let days = dossier.deadlines.iter().map(|due| {
        let (tone, icon) = looks(due.mark);
        let done = due.done.map(|day| format!(" · {} {}", say(DONE_ON), spoken::short_date(locale, day)));
        view! {
            <li>
                <b>{say(words::legal(due.what))}</b>
                <span>{say(LATEST)} " " {spoken::short_date(locale, due.latest)} {done}</span>
                <Badge tone=tone icon=icon text=say(words::legal_mark(due.mark))/>
            </li>
        }
    });
    Some(view! { <ul class="clock" aria-label=say(CLOCK)>{days.collect_view()}</ul> }.into_any())
}

/// The chair's own form: one reason and a button for each way.
pub fn opinion(meeting: &Meeting, here: Here) -> Option<AnyView> {
    let steps = meeting.steps(&use_actor());
    let ways: Vec<MeetingStep> = steps.into_iter().filter(|step| step.deed() == Deed::GiveOpinion).collect();
    if ways.is_empty() {
        return None;
    }
    let form = Form::of("meeting.take_step", Some(meeting.id.0), meeting.version);
    let issues = form.issues;
    let typed = form.typed.as_ref().map(|fields| fields.text("reason")).unwrap_or_default();
    let buttons = ways.into_iter().map(|step| {
        let kind = match step {
            MeetingStep::Agree => Some("primary"),
            MeetingStep::Decline => Some("danger"),
            _ => None,
        };
        view! {
            <button class="button" data-kind=kind name="step" value=step.code()>
                {say(words::meeting_step(step))}
            </button>
        }
    });
    let locale = use_locale();
    let acting = use_actor().acts_for(meeting.proposal.chair).map(|acting| {
        let told = words::instead(locale, &acting.instead);
        view! { <p>{say(YOU_ANSWER)} " " {told} "."</p> }
    });
    Some(
        view! {
            <section class="opinion" aria-labelledby="opinion">
                <h2 id="opinion">{say(YOUR_OPINION)}</h2>
                {acting}
                <Act form again=here.again>
                    <Field name="reason" hint=OPINION_HINT issues>
                        <Area name="reason" value=typed issues/>
                    </Field>
                    <p class="buttons">{buttons.collect_view()}</p>
                </Act>
            </section>
        }
        .into_any(),
    )
}

/// The steps that say how far it has come, as buttons.
pub fn progress(dossier: &Dossier, here: Here) -> Option<AnyView> {
    let meeting = &dossier.meeting;
    let is_told = |step: MeetingStep| match step {
        // The letter convenes.
        MeetingStep::Convene => false,
        // Nobody has met before the day.
        MeetingStep::Hold => meeting.day() <= use_today(),
        step => step.is_progress() || step == MeetingStep::Withdraw,
    };
    let steps: Vec<MeetingStep> =
        meeting.steps(&use_actor()).into_iter().filter(|step| is_told(*step)).collect();
    if steps.is_empty() {
        return None;
    }
    let form = Form::of("meeting.take_step", Some(meeting.id.0), meeting.version);
    let waits = (meeting.state == MeetingState::Proposed)
        .then(|| view! { <p class="soft">{say(WAITS_FOR_CHAIR)} " " {meeting.chair_name.clone()} "."</p> });
    let not_sent = steps.contains(&MeetingStep::Ready).then(|| not_sent(dossier));
    let buttons = steps.into_iter().map(|step| {
        let kind = (step == MeetingStep::Withdraw).then_some("danger");
        view! {
            <button class="button" data-kind=kind name="step" value=step.code()>
                <Icon name="check"/>
                {say(words::meeting_step(step))}
            </button>
        }
    });
    Some(
        view! {
            <section aria-labelledby="next">
                <h2 id="next">{say(NEXT)}</h2>
                {waits}
                {not_sent}
                <Act form again=here.again>
                    <p class="buttons">{buttons.collect_view()}</p>
                </Act>
            </section>
        }
        .into_any(),
    )
}

/// Papers that units still owe, before somebody says that all have come.
fn not_sent(dossier: &Dossier) -> Option<AnyView> {
    let owed: Vec<String> = dossier
        .papers
        .materials
        .iter()
        .filter(|material| material.is_owed())
        .map(|material| material.plan.title.clone())
        .collect();
    if owed.is_empty() {
        return None;
    }
    Some(
        view! { <Notice tone="amber"><p><b>{say(NOT_SENT)}</b> " " {owed.join("; ")}</p></Notice> }
            .into_any(),
    )
}
