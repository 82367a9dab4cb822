//! How often each leader receives citizens, and on which announced day.
//!
//! The Chief of Office keeps the rules with the law or decision that they come from. They
//! are part of the book of what the board is judged by, whose version each save raises.

use super::{decide, put, stored};
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self};
use crate::people;
use domain::calendar::spoken;
use domain::journal::{FieldChange, Subject};
use domain::people::Position;
use domain::schedule::reception::ReceptionRule;
use domain::schedule::{ReceptionDraft, ReceptionRules};
use domain::{Deed, Locale};
use sea_orm::ConnectionTrait;

const RECEPTION: &str = "reception";

/// The rules in force, with the leaders whom they can name.
///
/// # Errors
/// Refused without [`Deed::ReadPeople`].
pub async fn receptions(desk: &Desk) -> Result<(ReceptionRules, Vec<Position>)> {
    desk.may(Deed::ReadPeople)?;
    let leaders = leaders(desk, desk.db()).await?;
    Ok((reception_rules(desk.db()).await?.in_force(&leaders), leaders))
}

/// Saves all rules; `seen` is the version that was seen.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], with issues by field, or stale.
pub async fn save_receptions(desk: &Desk, seen: i32, typed: ReceptionDraft) -> Result<ReceptionRules> {
    desk.may(Deed::EditCalendar)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let leaders = leaders(desk, db).await?;
    let checked = typed.check(&leaders)?;
    let before = reception_rules(db).await?;
    journal::not_stale(db, Subject::Setting, RECEPTION, seen, before.version).await?;
    let saved = ReceptionRules { version: before.version + 1, ..checked };
    decide(
        db,
        desk,
        "setting.save_receptions",
        (RECEPTION, saved.version),
        &saved,
        differences(&before.in_force(&leaders), &saved, &leaders),
    )
    .await?;
    writing.commit().await?;
    Ok(saved)
}

/// The rules as they were saved.
pub(crate) async fn reception_rules(db: &impl ConnectionTrait) -> Result<ReceptionRules> {
    let (rules, version) = stored::<ReceptionRules>(db, RECEPTION).await?;
    Ok(ReceptionRules { version, ..rules })
}

/// Puts first rules down.
pub(crate) async fn put_reception_rules(db: &impl ConnectionTrait, rules: &ReceptionRules) -> Result<()> {
    put(db, RECEPTION, rules, rules.version).await
}

/// Who has a calendar today, by precedence.
async fn leaders(desk: &Desk, db: &impl ConnectionTrait) -> Result<Vec<Position>> {
    let today = desk.office.today();
    let mut leaders = people::positions(db).await?;
    leaders.retain(|post| post.has_calendar && post.valid.meets(today, today));
    leaders.sort_by_key(|post| (post.precedence, post.id));
    Ok(leaders)
}

fn differences(before: &ReceptionRules, after: &ReceptionRules, leaders: &[Position]) -> Vec<FieldChange> {
    let told = |rules: &ReceptionRules, post: &str| {
        rules.rules.iter().find(|rule| rule.post == post).map(told).unwrap_or_default()
    };
    let basis = FieldChange::between("basis", before.basis.clone(), after.basis.clone());
    let rows = leaders.iter().filter_map(|leader| {
        let field = format!("reception.{}", leader.short_title);
        FieldChange::between(&field, told(before, &leader.slug), told(after, &leader.slug))
    });
    basis.into_iter().chain(rows).collect()
}

/// "1", "1 (Thứ Năm, 1)"; 0 is the last one of the month.
fn told(rule: &ReceptionRule) -> String {
    let announced = rule.announced.map(|(nth, on)| format!(" ({}, {nth})", spoken::weekday(Locale::Vi, on)));
    format!("{}{}", rule.per_month, announced.unwrap_or_default())
}
