//! The meetings of a body as a series: what lies before and after one of them, and the
//! next ones planned at once, each with its entry, its number, the members as invitees
//! and the agenda that its kind begins with.

use super::line::{agenda_line, keep, line, note_step};
use super::names::Names;
use super::read;
use super::rule::Measure;
use super::table::{columns, meeting};
use super::{invite, template};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::journal::{self, Line};
use crate::live::Told;
use crate::schedule::{self, Several};
use chrono::NaiveDate;
use domain::calendar::spoken;
use domain::journal::{FieldChange, Subject};
use domain::meeting::{
    Body, Foreseen, Meeting, MeetingState, MeetingStep, Neighbour, Neighbours, PlanDraft, Planning, Proposal,
    Session, SessionDraft, Sessions,
};
use domain::request::{Placing, Slot};
use domain::schedule::EntryDraft;
use domain::{BodyId, Deed, Issue, Locale, MeetingId, Problem, Refusal, UnitId, words};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// What the next meetings of a body would be: what was asked for, with what stands in
/// the way of each of them; before the first question, the form as it is usual.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`]; [`Refusal::NotFound`] for an unknown body.
pub async fn planning(desk: &Desk, body: BodyId, asked: PlanDraft) -> Result<Planning> {
    desk.may(Deed::EditMeeting)?;
    let db = desk.db();
    let names = Names::read(db).await?;
    let body = one(db, &names, body).await?;
    let known = of_body(db, &names, body.id).await?;
    let last = known.iter().filter(|one| one.state.is_on_board()).max_by_key(|one| (one.day(), one.id));
    let (offer, working, now) = (names.offer(desk.today()), Measure::read(db).await?.days, desk.today());
    let blank = asked.is_blank();
    let draft = if blank { PlanDraft::usual(&body, last, next_number(&known), &working, now) } else { asked };

    let (mut foreseen, mut issues) = (Vec::new(), Vec::new());
    match draft.check(&offer, &working, now) {
        _ if blank => {}
        Err(wrong) => issues = wrong,
        Ok(sessions) => {
            let unit = unit_of(desk, &body)?;
            let forms = sessions.all.iter().map(|one| form(&body, unit, &sessions, one));
            let forms = forms.collect::<std::result::Result<Vec<EntryDraft>, Issue>>();
            let forms = forms.map_err(|issue| vec![issue])?;
            let on: Vec<NaiveDate> = sessions.all.iter().map(|one| one.date).collect();
            let told = schedule::foreseen(desk, &on, &[sessions.chair], &forms).await?;
            foreseen = sessions
                .all
                .into_iter()
                .zip(told)
                .map(|(session, (conflicts, issues))| Foreseen {
                    off: working.holiday_on(session.of).cloned(),
                    exception: working.exception_on(session.date).cloned(),
                    session,
                    conflicts,
                    issues,
                })
                .collect();
        }
    }
    Ok(Planning {
        last: last.map(|last| Neighbour {
            id: last.id,
            session: last.session,
            date: last.day(),
            content: last.proposal.content.clone(),
        }),
        has_template: template::of(db, body.kind).await?.is_some(),
        body,
        draft,
        foreseen,
        issues,
        offer,
    })
}

/// The number that follows the greatest of a body.
fn next_number(known: &[Meeting]) -> u32 {
    known.iter().filter_map(|one| one.session).max().unwrap_or(0) + 1
}

/// Plans the next meetings of a body: all of them in one transaction, or none.
///
/// # Errors
/// Refused by rights, with issues by field, by the conflicts of all days together, for
/// numbers that the body has given already, or when the body is stale.
pub async fn plan_meetings(desk: &Desk, body: BodyId, seen: i32, draft: PlanDraft) -> Result<Vec<Meeting>> {
    desk.may(Deed::EditMeeting)?;
    let names = Names::read(desk.db()).await?;
    let sessions =
        draft.check(&names.offer(desk.today()), &Measure::read(desk.db()).await?.days, desk.today())?;
    let on: Vec<NaiveDate> = sessions.taken().map(|(session, _)| session.date).collect();

    let mut several = Several::open(desk, &on, &[sessions.chair]).await?;
    let db = several.writing.tx.clone();
    let names = Names::read(&db).await?;
    let body = one(&db, &names, body).await?;
    journal::not_stale(&db, Subject::Body, body.id, seen, body.version).await?;
    let unit = unit_of(desk, &body)?;
    free(&db, &names, body.id, None, sessions.taken().map(|(_, number)| number)).await?;

    let (mut planned, mut found) = (Vec::new(), Vec::new());
    for (session, number) in sessions.taken() {
        let entry = form(&body, unit, &sessions, session).map_err(|issue| vec![issue])?;
        match several.put(desk, &entry, &sessions.placing.conflict_reason).await {
            Ok(entry) => planned.push((session, number, entry.id)),
            Err(Failure::Refused(Refusal::Conflicts(conflicts))) => found.extend(conflicts),
            Err(no) => return Err(no.at(|field| at_day(field, session.date))),
        }
    }
    if !found.is_empty() {
        return Err(Refusal::Conflicts(found).into());
    }

    let items = template::of(&db, body.kind).await?.unwrap_or_default();
    let mut meetings = Vec::new();
    for (session, number, entry) in planned {
        let row = meeting::ActiveModel {
            unit_id: Set(unit.0),
            state: Set(MeetingState::Draft.code().to_owned()),
            entry_id: Set(Some(entry.0)),
            session: Set(Some(stored(number))),
            frozen_by: Set(String::new()),
            version: Set(1),
            ..columns(&proposal(&body, &sessions, session))
        };
        let row = meeting::Entity::insert(row).exec_with_returning(&db).await?;
        note_step(&db, desk, row.id.into(), MeetingStep::Schedule, "").await?;
        let meeting = read::one(&db, &names, row.id.into()).await?;
        line(&db, desk, "meeting.plan_meeting", None, &meeting, "").await?;
        invite::add_members(&db, desk, &names, &meeting).await?;
        if !items.is_empty() {
            template::lay(&db, desk, &names, &meeting, items.clone()).await?;
            let agenda = read::agenda(&db, &names, meeting.id).await?;
            agenda_line(&db, desk, "meeting.lay_out", &meeting, [&[], &agenda], "").await?;
        }
        meetings.push(meeting);
    }
    line_of_body(&db, desk, &body, &sessions).await?;
    drop(db);
    several.writing.commit().await?;
    Ok(meetings)
}

/// Says which session of which body a meeting is, or that it is none.
///
/// # Errors
/// Refused by rights or state, with issues by field, for a number that the body has given
/// to another meeting, or stale.
pub async fn number_meeting(desk: &Desk, id: MeetingId, seen: i32, draft: SessionDraft) -> Result<Meeting> {
    desk.may(Deed::EditMeeting)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let names = Names::read(db).await?;
    let old = read::one(db, &names, id).await?;
    old.may_number(&desk.actor)?;
    journal::not_stale(db, Subject::Meeting, old.id, seen, old.version).await?;
    let (body, number) = draft.check(&old, &names.offer(desk.today()))?;
    if let Some(body) = body {
        free(db, &names, body, Some(id), number.into_iter()).await?;
    }

    let row = meeting::ActiveModel {
        body_id: Set(body.map(|body| body.0)),
        session: Set(number.map(stored)),
        ..Default::default()
    };
    keep(db, &old, row).await?;
    for body in old.proposal.body.into_iter().chain(body) {
        db.tell(Told::Body(body));
    }
    let meeting = read::one(db, &names, id).await?;
    line(db, desk, "meeting.number_meeting", Some(&old), &meeting, "").await?;
    writing.commit().await?;
    Ok(meeting)
}

/// Refuses numbers that the body has given to other meetings.
async fn free(
    db: &impl ConnectionTrait,
    names: &Names,
    body: BodyId,
    own: Option<MeetingId>,
    numbers: impl Iterator<Item = u32>,
) -> Result<()> {
    let known = of_body(db, names, body).await?;
    let numbers: Vec<u32> = numbers.collect();
    let has = |one: &&Meeting| Some(one.id) != own && one.session.is_some_and(|n| numbers.contains(&n));
    let Some(given) = known.iter().find(has) else { return Ok(()) };
    let problem = Problem::NumberTaken { by: given.proposal.content.clone(), free: next_number(&known) };
    Err(Refusal::field("session", problem).into())
}

/// The other meetings of the same body.
pub(super) async fn siblings(
    db: &impl ConnectionTrait,
    names: &Names,
    meeting: &Meeting,
) -> Result<Vec<Meeting>> {
    let Some(body) = meeting.proposal.body else { return Ok(Vec::new()) };
    let mut all = of_body(db, names, body).await?;
    all.retain(|other| other.id != meeting.id);
    Ok(all)
}

/// What the person may know of what comes before and after a meeting.
pub(super) fn beside(desk: &Desk, meeting: &Meeting, mut siblings: Vec<Meeting>) -> Neighbours {
    siblings.retain(|other| other.is_seen_by(&desk.actor));
    Neighbours::of(meeting, &siblings)
}

/// Those that are being prepared, to which an item can be carried: the next one first,
/// what lies before the meeting behind what comes after it.
pub(super) fn later(meeting: &Meeting, siblings: &[Meeting]) -> Vec<(MeetingId, String)> {
    let mut open: Vec<&Meeting> =
        siblings.iter().filter(|other| other.state.is_prepared() && other.is_going()).collect();
    let key = |other: &Meeting| (other.day(), other.start(), other.id);
    open.sort_by_key(|other| (key(other) < key(meeting), key(other)));
    let name = |other: &Meeting| {
        let session = other.session.map(|number| format!("{}, ", words::session(Locale::Vi, number)));
        let day = spoken::date(other.day());
        (other.id, format!("{}{day}: {}", session.unwrap_or_default(), other.proposal.content))
    };
    open.into_iter().map(name).collect()
}

async fn one(db: &impl ConnectionTrait, names: &Names, id: BodyId) -> Result<Body> {
    let bodies = read::bodies(db, names).await?;
    Ok(bodies.into_iter().find(|body| body.id == id).ok_or(Refusal::NotFound)?)
}

async fn of_body(db: &impl ConnectionTrait, names: &Names, body: BodyId) -> Result<Vec<Meeting>> {
    let rows = meeting::Entity::find().filter(meeting::Column::BodyId.eq(body.0)).all(db).await?;
    read::meetings(db, names, rows).await
}

/// The unit that prepares the meetings of a body: its standing one, or that of whoever
/// plans them.
fn unit_of(desk: &Desk, body: &Body) -> std::result::Result<UnitId, Refusal> {
    body.unit.or(desk.actor.unit).ok_or_else(|| Refusal::field("unit", Problem::Required))
}

fn proposal(body: &Body, sessions: &Sessions, session: &Session) -> Proposal {
    Proposal {
        kind: body.kind,
        content: session.content.clone(),
        body: Some(body.id),
        purpose: String::new(),
        chair: sessions.chair,
        participants: format!("Thành viên {}", body.name),
        papers: String::new(),
        wish: Slot { date: session.date, part: sessions.part, start: sessions.start },
        minutes: sessions.minutes,
        secretary: body.secretary,
        note_number: String::new(),
    }
}

fn form(
    body: &Body,
    unit: UnitId,
    sessions: &Sessions,
    session: &Session,
) -> std::result::Result<EntryDraft, Issue> {
    proposal(body, sessions, session).entry(unit, &sessions.placing(session))
}

/// The field of the form at which an issue of the entry of a day stands.
fn at_day(field: String, day: NaiveDate) -> String {
    if field == "date" { format!("date.{day}") } else { Placing::own_field(field) }
}

fn stored(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

async fn line_of_body(
    db: &impl ConnectionTrait,
    desk: &Desk,
    body: &Body,
    sessions: &Sessions,
) -> Result<()> {
    let told = sessions.taken().map(|(session, number)| format!("{number} ({})", spoken::date(session.date)));
    let told = told.collect::<Vec<_>>().join("; ");
    let line = Line {
        deed: "meeting.plan_meetings",
        subject: Subject::Body,
        id: body.id.to_string(),
        title: &body.name,
        fields: FieldChange::between("sessions", String::new(), told).into_iter().collect(),
        reason: "",
        version: Some(body.version),
    };
    journal::write(db, desk, line).await
}
