//! What the public reads: its own tables, filled at publication with public
//! faces only. Nothing here can reach an entry of the working week.

mod frame;
pub(crate) mod store;
mod table;

pub(crate) use frame::Shelf;
pub use frame::{Frame, frame};

use crate::desk::Office;
use crate::failure::Result;
use domain::Refusal;
use domain::bulletin::{BulletinChanges, BulletinLeader, BulletinWeek};
use domain::calendar::week::IsoWeek;
use domain::schedule::publication::differences;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// A published week; `number` asks for an earlier publication. A week without
/// one is empty, not missing.
///
/// # Errors
/// [`Refusal::NotFound`] for a number that does not exist.
pub async fn week(office: &Office, iso: IsoWeek, number: Option<i32>) -> Result<BulletinWeek> {
    let (publications, entries) = store::shown(office.db(), iso, number).await?;
    let shown = match number {
        None => publications.last(),
        Some(n) => Some(publications.iter().find(|p| p.number == n).ok_or(Refusal::NotFound)?),
    };
    let leaders = match shown {
        Some(row) => serde_json::from_str(&row.leaders)?,
        None => Vec::new(),
    };
    let duty = match shown {
        Some(row) => serde_json::from_str(&row.duty)?,
        None => Vec::new(),
    };
    let frame = frame(office).await?;
    let holidays = frame.holidays.iter().filter(|day| iso.contains(day.date));
    Ok(BulletinWeek {
        week: iso,
        publication: shown.map(|p| (p.number, p.at)),
        remark: shown.map(|p| p.remark.clone()).unwrap_or_default(),
        publications: publications.iter().map(|p| (p.number, p.at)).collect(),
        entries,
        leaders,
        duty,
        holidays: holidays.map(|day| (day.date, day.name.clone())).collect(),
    })
}

/// What the public could see change in a week: from publication `from` (the
/// one before `to` when it is `None`) to `to` (the last one when it is `None`).
///
/// # Errors
/// [`Refusal::NotFound`] when one of both does not exist.
pub async fn changes(
    office: &Office,
    iso: IsoWeek,
    from: Option<i32>,
    to: Option<i32>,
) -> Result<BulletinChanges> {
    let publications = store::publications(office.db(), iso).await?;
    let to = match to {
        Some(n) => publications.iter().find(|p| p.number == n),
        None => publications.last(),
    }
    .ok_or(Refusal::NotFound)?;
    let from_number = from.unwrap_or(to.number - 1);
    let old = match publications.iter().find(|p| p.number == from_number) {
        Some(row) => store::entries(office.db(), row.id).await?,
        // Before the first publication there was nothing.
        None if from_number == 0 => Vec::new(),
        None => return Err(Refusal::NotFound.into()),
    };
    let new = store::entries(office.db(), to.id).await?;
    Ok(BulletinChanges {
        week: iso,
        from: from_number,
        to: (to.number, to.at),
        publications: publications.iter().map(|p| (p.number, p.at)).collect(),
        differences: differences(&old, &new),
    })
}

/// Each publication of a week against the one before it, the newest first; the
/// first publication has nothing to be compared with and no differences.
///
/// # Errors
/// When the database fails.
pub async fn history(office: &Office, iso: IsoWeek) -> Result<Vec<BulletinChanges>> {
    let publications = store::publications(office.db(), iso).await?;
    let numbers: Vec<_> = publications.iter().map(|p| (p.number, p.at)).collect();
    let mut steps = Vec::with_capacity(publications.len());
    let mut before = Vec::new();
    for row in &publications {
        let entries = store::entries(office.db(), row.id).await?;
        steps.push(BulletinChanges {
            week: iso,
            from: row.number - 1,
            to: (row.number, row.at),
            publications: numbers.clone(),
            differences: if row.number == 1 { Vec::new() } else { differences(&before, &entries) },
        });
        before = entries;
    }
    steps.reverse();
    Ok(steps)
}

/// The leaders of the last published week, for addresses and feeds.
///
/// # Errors
/// When the database fails.
pub async fn leaders(office: &Office) -> Result<Vec<BulletinLeader>> {
    let last = table::publication::Entity::find()
        .filter(table::publication::Column::Latest.eq(true))
        .order_by_desc(table::publication::Column::Monday)
        .one(office.db())
        .await?;
    match last {
        Some(row) => Ok(serde_json::from_str(&row.leaders)?),
        None => Ok(Vec::new()),
    }
}

/// The weeks that have a publication, the newest first, for the sitemap.
///
/// # Errors
/// When the database fails.
pub async fn published_weeks(office: &Office) -> Result<Vec<(IsoWeek, chrono::DateTime<chrono::Utc>)>> {
    let rows = table::publication::Entity::find()
        .filter(table::publication::Column::Latest.eq(true))
        .order_by_desc(table::publication::Column::Monday)
        .all(office.db())
        .await?;
    Ok(rows.into_iter().map(|row| (IsoWeek::of(row.monday), row.at)).collect())
}
