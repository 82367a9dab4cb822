//! Reading publications with their internal part, for people who are signed
//! in. The public reads `bulletin`, which has its own tables.

use super::look;
use super::rosters;
use super::table::{publication, published};
use crate::desk::Desk;
use crate::failure::Result;
use crate::{facility, people};
use domain::bulletin::show;
use domain::calendar::week::IsoWeek;
use domain::duty::PublishedDuty;
use domain::people::Position;
use domain::schedule::publication::{Difference, differences};
use domain::schedule::{OfficialWeek, Phone, Publication, Published, PublishedEntry, Visibility};
use domain::{Deed, Refusal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeSet;

/// A published week; `number` asks for an earlier publication. Why and by whom it was
/// published is for the desk alone.
///
/// # Errors
/// Refused without [`Deed::ReadPublished`]; [`Refusal::NotFound`] for a number
/// that does not exist.
pub async fn official_week(desk: &Desk, week: IsoWeek, number: Option<i32>) -> Result<OfficialWeek> {
    desk.may(Deed::ReadPublished)?;
    let reads_desk = desk.actor.can(Deed::ReadDesk);
    let mut publications = publications(desk.db(), week).await?;
    if !reads_desk {
        publications = publications.into_iter().map(Publication::trimmed).collect();
    }
    let publication = match number {
        None => publications.last().cloned(),
        Some(n) => Some(publications.iter().find(|p| p.number == n).cloned().ok_or(Refusal::NotFound)?),
    };
    let mut entries = match &publication {
        Some(publication) => frozen(desk.db(), publication).await?,
        None => Vec::new(),
    };
    let mut duty = match &publication {
        Some(publication) => rosters::published(desk.db(), publication.id).await?,
        None => Vec::new(),
    };
    if !reads_desk {
        duty = duty.into_iter().map(PublishedDuty::trimmed).collect();
        let posts = own_posts(desk).await?;
        entries.retain_mut(|entry| is_named(&posts, entry) || trim(entry));
    }
    Ok(OfficialWeek { week, publication, publications, entries, duty })
}

/// The week of the person's own posts; without one, the whole week as they may
/// see it.
///
/// # Errors
/// Refused without [`Deed::ReadPublished`].
pub async fn my_week(desk: &Desk, week: IsoWeek) -> Result<Phone> {
    let mut official = official_week(desk, week, None).await?;
    let posts = own_posts(desk).await?;
    official.entries.retain(|entry| is_own(&posts, entry));
    let look = look::look(desk, &official, &posts).await?;
    let mut secretaries: Vec<(String, String)> = people::serving(desk.db())
        .await?
        .into_iter()
        .filter(|s| desk.actor.holds.contains(&s.position))
        .map(|s| (s.secretary_name, s.secretary_phone))
        .collect();
    secretaries.dedup();
    let contacts = contacts(desk, &official.entries).await?;
    let rooms = facility::rooms(desk.db()).await?.into_iter().map(|room| room.name).collect();
    Ok(Phone { week: official, posts, secretaries, contacts, rooms, look })
}

/// Whether an entry is for one of the posts, or was before somebody else went to it; whoever
/// holds none reads them all.
pub(super) fn is_own(posts: &[Position], entry: &PublishedEntry) -> bool {
    let leaders = &entry.published.face.leaders;
    let on = |post: &Position| leaders.iter().any(|l| l.slug == post.slug || l.stands_in_for(post));
    posts.is_empty() || posts.iter().any(on)
}

/// The work telephones of the people whom these entries name as looking after them,
/// as they are now. Of two people with one name nobody can say who is meant.
async fn contacts(desk: &Desk, entries: &[PublishedEntry]) -> Result<Vec<(String, String)>> {
    let named: BTreeSet<&str> = entries
        .iter()
        .flat_map(|entry| [&entry.backstage.office_leader, &entry.backstage.specialist])
        .map(String::as_str)
        .filter(|name| !name.is_empty())
        .collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let staff = people::staff_of_entries(desk.db()).await?;
    let phone = |name: &str| {
        let mut known = staff.iter().filter(|person| person.name == name);
        let first = known.next().filter(|_| known.next().is_none())?;
        (!first.phone.is_empty()).then(|| (name.to_owned(), first.phone.clone()))
    };
    Ok(named.into_iter().filter_map(phone).collect())
}

/// What changed between two publications, for those who are signed in.
///
/// # Errors
/// Refused without [`Deed::ReadPublished`]; [`Refusal::NotFound`] for a number
/// that does not exist.
pub async fn changes(desk: &Desk, week: IsoWeek, from: i32, to: i32) -> Result<Vec<Difference>> {
    let old = official_week(desk, week, Some(from)).await?;
    let new = official_week(desk, week, Some(to)).await?;
    let faces = |w: OfficialWeek| w.entries.into_iter().map(|e| e.published).collect::<Vec<Published>>();
    Ok(differences(&faces(old), &faces(new)))
}

/// The last publication of a week with its entries.
pub(super) async fn last(
    db: &impl ConnectionTrait,
    week: IsoWeek,
) -> Result<Option<(Publication, Vec<PublishedEntry>)>> {
    match publications(db, week).await?.pop() {
        Some(publication) => {
            let entries = frozen(db, &publication).await?;
            Ok(Some((publication, entries)))
        }
        None => Ok(None),
    }
}

async fn publications(db: &impl ConnectionTrait, week: IsoWeek) -> Result<Vec<Publication>> {
    let rows = publication::Entity::find()
        .filter(publication::Column::Monday.eq(week.monday()))
        .order_by_asc(publication::Column::Number)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Publication::from).collect())
}

async fn frozen(db: &impl ConnectionTrait, publication: &Publication) -> Result<Vec<PublishedEntry>> {
    let rows = published::Entity::find()
        .filter(published::Column::PublicationId.eq(publication.id.0))
        .all(db)
        .await?;
    let mut entries = rows
        .into_iter()
        .map(|row| Ok(serde_json::from_str::<PublishedEntry>(&row.frozen)?))
        .collect::<Result<Vec<_>>>()?;
    entries.sort_by_key(|e| {
        let face = &e.published.face;
        (face.date, face.part as u8, face.start.is_none(), face.start, e.entry)
    });
    Ok(entries)
}

async fn own_posts(desk: &Desk) -> Result<Vec<Position>> {
    if desk.actor.holds.is_empty() {
        return Ok(Vec::new());
    }
    let mut posts = people::positions(desk.db()).await?;
    posts.retain(|p| desk.actor.holds.contains(&p.id));
    Ok(posts)
}

/// Whether one of the posts is on the entry, or was before somebody else went.
fn is_named(posts: &[Position], entry: &PublishedEntry) -> bool {
    let leaders = &entry.published.face.leaders;
    leaders.iter().any(|leader| {
        let delegated_by = leader.in_place_of.as_ref().map(|(_, name)| name);
        posts.iter().any(|post| post.slug == leader.slug || Some(&post.person_name) == delegated_by)
    })
}

/// What of an entry those may read who are signed in, but are neither of the
/// desk nor on it: its face; of a restricted one what everybody may.
fn trim(entry: &mut PublishedEntry) -> bool {
    entry.backstage = Default::default();
    if entry.visibility != Visibility::Restricted {
        return true;
    }
    let Some(face) = show(&entry.published.face, entry.visibility, &entry.public_wording) else {
        return false;
    };
    entry.published.face = face;
    entry.published.was.clear();
    true
}
