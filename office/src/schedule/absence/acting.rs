//! For which absent leaders somebody acts on a day: those whose leave or trip names one
//! of the person's posts.

use crate::failure::Result;
use crate::people;
use crate::schedule::table::{entry, leader};
use chrono::NaiveDate;
use domain::PositionId;
use domain::access::{Acting, Instead};
use domain::calendar::hours::SessionPart;
use domain::schedule::EntryKind;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// The absences of this day for which the holder of these posts acts.
pub(crate) async fn acts_on(
    db: &impl ConnectionTrait,
    posts: &[PositionId],
    day: NaiveDate,
) -> Result<Vec<Acting>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    let away = || {
        entry::Entity::find()
            .filter(entry::Column::Standing.eq("going"))
            .filter(entry::Column::Part.eq(SessionPart::AllDay.code()))
            .filter(entry::Column::Kind.is_in([EntryKind::Leave.code(), EntryKind::BusinessTrip.code()]))
    };
    let today = away()
        .filter(entry::Column::Date.eq(day))
        .filter(entry::Column::ActingId.is_in(posts.iter().map(|post| post.0)))
        .all(db)
        .await?;
    if today.is_empty() {
        return Ok(Vec::new());
    }
    let leaders = leader::Entity::find()
        .filter(leader::Column::EntryId.is_in(today.iter().map(|entry| entry.id)))
        .all(db)
        .await?;
    let positions = people::positions(db).await?;
    let mut acts: Vec<Acting> = Vec::new();
    for entry in today {
        let days = match entry.span_id {
            None => vec![entry.date],
            Some(span) => {
                let all = away().filter(entry::Column::SpanId.eq(span)).all(db).await?;
                all.into_iter().map(|row| row.date).collect()
            }
        };
        let from = days.iter().min().copied().unwrap_or(day);
        let to = days.iter().max().copied().unwrap_or(day);
        for who in leaders.iter().filter(|who| who.entry_id == entry.id) {
            let position = PositionId(who.position_id);
            let known = positions.iter().find(|known| known.id == position);
            if acts.iter().any(|other| other.position == position) {
                continue;
            }
            let of = known.map(|p| format!("{} {}", p.short_title, p.person_name)).unwrap_or_default();
            acts.push(Acting { position, instead: Instead { of, from, to } });
        }
    }
    Ok(acts)
}
