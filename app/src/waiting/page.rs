//! The page at `/desk`.

use super::api;
use super::card::{Card, Line};
use super::words::*;
use crate::duty::month::Month;
use crate::parts::{StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_locale, use_today};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{ReceptionDue, WeekState};
use domain::waiting::{Waiting, WeekLeft};
use domain::{Deed, words};
use leptos::prelude::*;

/// The page at its address; it asks the server when it is shown.
pub fn waiting_page() -> AnyView {
    let waiting: Resource<Answer<Waiting>> = Resource::new(|| (), |()| api::read());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match waiting.await {
                    Ok(waiting) => cards(&waiting),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn cards(waiting: &Waiting) -> AnyView {
    let actor = use_actor();
    let locale = use_locale();
    let today = spoken::long_date(locale, use_today());
    let count = waiting.count(&actor);
    let title = match count {
        0 => say(DESK).to_owned(),
        count => format!("({count}) {}", say(DESK)),
    };
    let nothing = (count == 0).then(|| {
        view! { <StateBox icon="done" title=say(NOTHING)><p>{say(NOTHING_HINT)}</p></StateBox> }
    });
    let chief = actor.can(Deed::ApproveWeek);
    let first = if chief { approval(waiting, true) } else { submission(waiting) };
    let later = if chief { submission(waiting) } else { approval(waiting, false) };
    view! {
        <PageTitle text=title/>
        <div class="head">
            <h1>{say(DESK)} " " <small>{today}</small></h1>
        </div>
        {nothing}
        <div class="waiting">
            {first}
            {requests(waiting)}
            {meetings(waiting)}
            {deputies(waiting)}
            {deadlines(waiting)}
            {papers(waiting)}
            {conflicts(waiting)}
            {receptions(waiting)}
            {unpublished(waiting)}
            {duty(waiting)}
            {later}
        </div>
    }
    .into_any()
}

/// "Tuần 50 (tuần sau)".
fn name(waiting: &Waiting, week: IsoWeek) -> String {
    let near = match week {
        week if week == waiting.this_week => format!(" ({})", say(THIS_WEEK)),
        week if week == waiting.this_week.next() => format!(" ({})", say(NEXT_WEEK)),
        _ => String::new(),
    };
    format!("{} {}{near}", say(WEEK), week.number())
}

fn requests(waiting: &Waiting) -> AnyView {
    let lines: Vec<Line> = waiting
        .requests
        .iter()
        .map(|left| Line {
            href: format!("/desk/requests?week={}", left.week),
            text: name(waiting, left.week),
            note: (left.late > 0).then(|| format!("{} {}", left.late, say(LATE))),
            count: Some(left.waiting),
        })
        .collect();
    let count = waiting.requests.iter().map(|left| left.waiting).sum();
    view! { <Card name="requests" title=REQUESTS icon="send" count=Some(count) lines none=NO_REQUESTS/> }
        .into_any()
}

/// Proposals that wait for their chairs, and meetings that wait for a place.
fn meetings(waiting: &Waiting) -> AnyView {
    let left = &waiting.meetings;
    let lines: Vec<Line> = [
        (left.proposed, PROPOSED, "/desk/meetings?state=proposed"),
        (left.unplaced, UNPLACED, "/desk/meetings?state=agreed"),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(count, word, href)| Line {
        href: href.to_owned(),
        text: say(word).to_owned(),
        note: None,
        count: Some(count),
    })
    .collect();
    let count = Some(left.proposed + left.unplaced);
    view! { <Card name="meetings" title=MEETINGS icon="substitute" count lines none=NO_MEETINGS/> }.into_any()
}

/// Deputies who wait for the chair's word, by meeting.
fn deputies(waiting: &Waiting) -> AnyView {
    let left = &waiting.meetings.deputies;
    let lines: Vec<Line> = left
        .iter()
        .map(|left| Line {
            href: format!("/desk/meetings/{}#people", left.meeting),
            text: left.content.clone(),
            note: None,
            count: Some(left.count),
        })
        .collect();
    let count = Some(left.iter().map(|left| left.count).sum());
    view! { <Card name="deputies" title=DEPUTIES icon="substitute" count lines none=NO_DEPUTIES/> }.into_any()
}

/// Legal days of meetings that are over or near.
fn deadlines(waiting: &Waiting) -> AnyView {
    let locale = use_locale();
    let left = &waiting.meetings;
    let lines: Vec<Line> = left
        .red
        .iter()
        .chain(&left.amber)
        .map(|pressing| {
            let due = &pressing.deadline;
            let day = spoken::short_date(locale, due.latest);
            let mark = say(words::legal_mark(due.mark));
            Line {
                href: format!("/desk/meetings/{}", pressing.meeting),
                text: format!("{}: {}", say(words::legal(due.what)), pressing.content),
                note: Some(format!("{mark} · {} {day}", say(SUBMIT_BY))),
                count: None,
            }
        })
        .collect();
    let count = u32::try_from(lines.len()).ok();
    let tone = if left.red.is_empty() { "amber" } else { "red" };
    view! { <Card name="deadlines" title=DEADLINES icon="clock" count tone lines none=NO_DEADLINES/> }
        .into_any()
}

/// Papers of meetings that have not come although their time is near or over.
fn papers(waiting: &Waiting) -> AnyView {
    let left = &waiting.meetings.papers;
    let lines: Vec<Line> = left
        .iter()
        .map(|left| Line {
            href: format!("/desk/meetings/{}", left.meeting),
            text: left.content.clone(),
            note: (left.late > 0).then(|| format!("{} {}", left.late, say(PAPERS_LATE))),
            count: Some(left.late + left.soon),
        })
        .collect();
    let count = Some(left.iter().map(|left| left.late + left.soon).sum());
    let tone = if left.iter().any(|left| left.late > 0) { "red" } else { "amber" };
    view! { <Card name="papers" title=PAPERS icon="file" count tone lines none=NO_PAPERS/> }.into_any()
}

fn conflicts(waiting: &Waiting) -> AnyView {
    let with: Vec<&WeekLeft> = waiting.weeks.iter().filter(|left| left.conflicts > 0).collect();
    let lines = with
        .iter()
        .map(|left| Line {
            href: format!("/desk/weeks/{}", left.week.iso),
            text: name(waiting, left.week.iso),
            note: (left.own_conflicts > 0).then(|| format!("{} {}", left.own_conflicts, say(OWN))),
            count: Some(left.conflicts),
        })
        .collect();
    let count = with.iter().map(|left| left.conflicts).sum();
    view! {
        <Card name="conflicts" title=CONFLICTS icon="warning" count=Some(count) tone="red" lines none=NO_CONFLICTS/>
    }
    .into_any()
}

/// Days on which citizens should be received and that nobody planned.
fn receptions(waiting: &Waiting) -> AnyView {
    let locale = use_locale();
    let of_week = |left: &WeekLeft| {
        let (iso, text) = (left.week.iso, name(waiting, left.week.iso));
        let line = move |due: &ReceptionDue| Line {
            href: format!("/desk/weeks/{iso}?new={}.morning.{}", due.due, due.position),
            text: format!("{text}: {}", due.name),
            note: Some(spoken::long_date(locale, due.due)),
            count: None,
        };
        left.receptions.iter().map(line).collect::<Vec<_>>()
    };
    let lines: Vec<Line> = waiting.weeks.iter().flat_map(of_week).collect();
    let count = u32::try_from(lines.len()).ok();
    view! { <Card name="receptions" title=RECEPTIONS icon="people" count lines none=NO_RECEPTIONS/> }
        .into_any()
}

/// The next week, until it is handed on, with its hour; and weeks that came back.
fn submission(waiting: &Waiting) -> AnyView {
    let due = format!("{} {}", say(SUBMIT_BY), spoken::date_time(waiting.submit_by));
    let is_next = |left: &WeekLeft| left.week.iso == waiting.this_week.next();
    let lines: Vec<Line> = waiting
        .weeks
        .iter()
        .filter(|left| left.week.state == WeekState::Building)
        .filter_map(|left| {
            let back = (!left.week.returned.is_empty())
                .then(|| format!("{}: {}", say(RETURNED), left.week.returned));
            let wait = (is_next(left) && left.week.published.is_none()).then(|| match left.overdue {
                true => format!("{} ({due})", say(OVERDUE)),
                false => format!("{} · {due}", say(NOT_SUBMITTED)),
            });
            let note = [wait, back].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            (!note.is_empty()).then(|| Line {
                href: format!("/desk/weeks/{}", left.week.iso),
                text: name(waiting, left.week.iso),
                note: Some(note),
                count: None,
            })
        })
        .collect();
    let overdue = waiting.weeks.iter().any(|left| left.overdue);
    let tone = if overdue { "red" } else { "" };
    view! { <Card name="submit" title=SUBMIT icon="clock" tone lines none=NOTHING_TO_SUBMIT/> }.into_any()
}

/// Weeks that the Chief of Office has.
fn approval(waiting: &Waiting, chief: bool) -> AnyView {
    let handed_on = |left: &&WeekLeft| matches!(left.week.state, WeekState::Submitted | WeekState::Approved);
    let lines: Vec<Line> = waiting
        .weeks
        .iter()
        .filter(handed_on)
        .map(|left| {
            let by = left.week.stepped.as_ref().map(|(by, at)| {
                let at = spoken::date_time(at.with_timezone(&words::vietnam()).naive_local());
                format!("{by}, {at}")
            });
            let state = say(words::week_state(left.week.state));
            Line {
                href: format!("/desk/weeks/{}/review", left.week.iso),
                text: name(waiting, left.week.iso),
                note: Some(match by {
                    Some(by) => format!("{state} · {by}"),
                    None => state.to_owned(),
                }),
                count: None,
            }
        })
        .collect();
    let count = u32::try_from(lines.len()).ok();
    let (title, none, tone) = match chief {
        true => (APPROVE, NOTHING_TO_APPROVE, "amber"),
        false => (HANDED_ON, NOTHING_HANDED_ON, ""),
    };
    view! { <Card name="approve" title icon="publish" count tone lines none/> }.into_any()
}

fn unpublished(waiting: &Waiting) -> AnyView {
    let with: Vec<&WeekLeft> = waiting.weeks.iter().filter(|left| left.unpublished > 0).collect();
    let lines = with
        .iter()
        .map(|left| Line {
            href: format!("/desk/weeks/{}/review", left.week.iso),
            text: name(waiting, left.week.iso),
            note: None,
            count: Some(left.unpublished),
        })
        .collect();
    let count = with.iter().map(|left| left.unpublished).sum();
    view! {
        <Card name="unpublished" title=UNPUBLISHED icon="compare" count=Some(count) lines none=NO_UNPUBLISHED/>
    }
    .into_any()
}

fn duty(waiting: &Waiting) -> AnyView {
    let locale = use_locale();
    let lines: Vec<Line> = waiting
        .duty
        .iter()
        .map(|day| Line {
            href: format!("{}&new={day}", Month::of(*day).address()),
            text: spoken::long_date(locale, *day),
            note: None,
            count: None,
        })
        .collect();
    let count = u32::try_from(lines.len()).ok();
    view! { <Card name="duty" title=DUTY icon="duty" count lines none=DUTY_COVERED/> }.into_any()
}
