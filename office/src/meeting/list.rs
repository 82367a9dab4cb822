//! Looking at meetings: the list, one of them with all that belongs to it, and what of
//! them waits at the desk.

use super::asked::opinions_due;
use super::names::Names;
use super::read;
use super::rule::Measure;
use super::table::{asked, item, meeting};
use super::{invite, material, place, series, template};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::setting;
use domain::journal::Subject;
use domain::meeting::{Dossier, ItemState, Meeting, MeetingList, MeetingState};
use domain::waiting::MeetingsLeft;
use domain::{Deed, EntryId, MeetingId, Refusal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Meetings that a list goes back.
pub(super) const LIST: u64 = 500;

/// The meetings that the person may know of: proposals that wait, then the latest day first.
///
/// # Errors
/// Refused without [`Deed::ReadMeeting`].
pub async fn list_meetings(desk: &Desk) -> Result<MeetingList> {
    desk.may(Deed::ReadMeeting)?;
    let db = desk.db();
    let names = Names::read(db).await?;
    let rows = meeting::Entity::find().order_by_desc(meeting::Column::Id).limit(LIST).all(db).await?;
    let mut meetings = read::meetings(db, &names, rows).await?;
    meetings.retain(|meeting| meeting.is_seen_by(&desk.actor));
    meetings.sort_by_key(|meeting| {
        let waits = meeting.state == MeetingState::Proposed;
        std::cmp::Reverse((waits, meeting.day(), meeting.start(), meeting.id))
    });
    let mut bodies = read::bodies(db, &names).await?;
    for body in &mut bodies {
        body.members.clear();
    }
    Ok(MeetingList { meetings, bodies, offer: names.offer(desk.today()) })
}

/// One meeting with its agenda, deadlines and history.
///
/// # Errors
/// Refused without [`Deed::ReadMeeting`]; [`Refusal::NotFound`] for whoever may not know
/// of it.
pub async fn meeting(desk: &Desk, id: MeetingId) -> Result<Dossier> {
    desk.may(Deed::ReadMeeting)?;
    let db = desk.db();
    let names = Names::read(db).await?;
    let meeting = read::one(db, &names, id).await?;
    if !meeting.is_seen_by(&desk.actor) {
        return Err(Refusal::NotFound.into());
    }
    let is_office = desk.actor.can(Deed::EditMeeting);
    let agenda = read::agenda(db, &names, id).await?;
    let ids: Vec<i64> = agenda.iter().map(|item| item.id.0).collect();
    let questions = asked::Entity::find()
        .filter(asked::Column::ItemId.is_in(ids))
        .order_by_asc(asked::Column::Id)
        .all(db)
        .await?;
    let mut history = Vec::new();
    let (mut backlog, mut later) = (Vec::new(), Vec::new());
    let siblings = series::siblings(db, &names, &meeting).await?;
    let mut people = None;
    if meeting.state.is_on_board() && (is_office || meeting.is_chaired_by(&desk.actor)) {
        people = Some(invite::people(desk, db, &names, &meeting).await?);
    }
    if is_office {
        history = journal::of(db, Subject::Meeting, &id.to_string()).await?;
        if let Some(board) = &meeting.board {
            history.extend(journal::of(db, Subject::Entry, &board.entry.to_string()).await?);
        }
        history.extend(invite::history(db, id).await?);
        history.sort_by_key(|change| std::cmp::Reverse(change.id));
        backlog = accepted(db, &names, &meeting).await?;
        later = series::later(&meeting, &siblings);
    }
    let measure = Measure::read(db).await?;
    let hours = setting::hours(db).await?.on(meeting.day());
    Ok(Dossier {
        given: meeting.minutes(hours),
        deadlines: meeting.deadlines(&measure.rules, &measure.days, desk.today()),
        longest: measure.rules.of(meeting.proposal.kind).longest(),
        asked: if is_office { read::asked(db, &names, questions).await? } else { Vec::new() },
        has_template: template::of(db, meeting.proposal.kind).await?.is_some(),
        beside: series::beside(desk, &meeting, siblings),
        offer: names.offer(desk.today()),
        papers: material::packed(desk, db, &names, &measure, &meeting, &agenda).await?,
        meeting,
        agenda,
        backlog,
        later,
        people,
        history,
    })
}

/// Proposals that wait for the person's word as their chair, or in the place of one who is
/// away. Asked with every page: one question, and none for whoever chairs nothing.
pub(crate) async fn unheard(desk: &Desk) -> Result<Vec<(MeetingId, String)>> {
    let actor = &desk.actor;
    let acts = actor.acts.iter().map(|acting| acting.position);
    let posts: Vec<i64> = actor.holds.iter().copied().chain(acts).map(|post| post.0).collect();
    if posts.is_empty() || !actor.can(Deed::GiveOpinion) {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64, String)> = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .column(meeting::Column::Content)
        .filter(meeting::Column::ChairId.is_in(posts))
        .filter(meeting::Column::State.eq(MeetingState::Proposed.code()))
        .order_by_asc(meeting::Column::Id)
        .into_tuple()
        .all(desk.db())
        .await?;
    Ok(rows.into_iter().map(|(id, content)| (MeetingId(id), content)).collect())
}

/// Whether an entry has a meeting.
pub(crate) async fn has_meeting(db: &impl ConnectionTrait, entry: EntryId) -> Result<bool> {
    Ok(place::of(db, entry).await?.is_some())
}

/// What of the meetings waits for the person at the desk: proposals that their chairs did
/// not answer, meetings without a place on the board, deadlines that press.
pub(crate) async fn left(desk: &Desk) -> Result<MeetingsLeft> {
    use MeetingState::*;
    let db = desk.db();
    let open = [Proposed, Agreed, Draft, Convened, Ready, Held].map(MeetingState::code);
    let rows = meeting::Entity::find()
        .filter(meeting::Column::State.is_in(open))
        .order_by_asc(meeting::Column::Id)
        .limit(LIST)
        .all(db)
        .await?;
    let opinions = opinions_due(desk).await?;
    if rows.is_empty() && opinions.is_empty() {
        return Ok(MeetingsLeft::default());
    }
    let names = Names::read(db).await?;
    let opinions = read::asked(db, &names, opinions).await?;
    let meetings = read::meetings(db, &names, rows).await?;
    let measure = Measure::read(db).await?;
    let left = MeetingsLeft::of(&meetings, &measure.rules, &measure.days, desk.today());
    let deputies = invite::deputies_left(desk).await?;
    let papers = material::missing(desk, &names, &measure, &meetings).await?;
    Ok(MeetingsLeft { deputies, papers, opinions, ..left })
}

/// Accepted items of the body that have no meeting yet.
async fn accepted(
    db: &impl ConnectionTrait,
    names: &Names,
    meeting: &Meeting,
) -> Result<Vec<domain::meeting::Item>> {
    let Some(body) = meeting.proposal.body else { return Ok(Vec::new()) };
    let rows = item::Entity::find()
        .filter(item::Column::BodyId.eq(body.0))
        .filter(item::Column::State.eq(ItemState::Accepted.code()))
        .order_by_asc(item::Column::Id)
        .all(db)
        .await?;
    read::items(db, names, rows).await
}
