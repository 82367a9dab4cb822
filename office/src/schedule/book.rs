//! The book of the Office: everything that an entry can name, of all times.
//!
//! It changes a few times a month and is asked for with every save, so it is read
//! once for each of its versions and kept. Every write to what it holds raises the
//! version in the same transaction (`Writing::commit`); other processes see that too.
//! It must not be opened in a transaction that itself changes what it holds.

use crate::desk::Office;
use crate::failure::Result;
use crate::{facility, people, setting};
use chrono::{Days, NaiveDate};
use domain::PositionId;
use domain::calendar::hours::HoursTable;
use domain::calendar::working_day::Holiday;
use domain::facility::{Room, Vehicle};
use domain::people::{Person, Position, Serving, Unit};
use domain::schedule::{Directory, Entry, ReceptionRules, Travel};
use sea_orm::ConnectionTrait;
use std::sync::{Arc, Mutex, PoisonError};

/// Days around a week whose holidays its rules ask for.
const AROUND: Days = Days::new(14);

/// The last book that was read, with its version.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf(Arc<Mutex<Option<Edition>>>);

/// The book with the number that it was read under.
type Edition = (i32, Arc<Book>);

/// What entries can name.
#[derive(Debug)]
pub(super) struct Book {
    positions: Vec<Position>,
    units: Vec<Unit>,
    staff: Vec<Person>,
    rooms: Vec<Room>,
    vehicles: Vec<Vehicle>,
    holidays: Vec<Holiday>,
    hours: HoursTable,
    serving: Vec<Serving>,
    travel: Travel,
    receptions: ReceptionRules,
}

impl Book {
    /// The book in its present version.
    pub(super) async fn open(office: &Office, db: &impl ConnectionTrait) -> Result<Arc<Self>> {
        // The version comes first: what is read after it is at least as new.
        let version = setting::book_version(db).await?;
        Self::of_version(office, db, version).await
    }

    /// The book in the version that was just read.
    pub(super) async fn of_version(
        office: &Office,
        db: &impl ConnectionTrait,
        version: i32,
    ) -> Result<Arc<Self>> {
        let Shelf(shelf) = office.shelf();
        let kept = shelf.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, book)) = kept.filter(|(kept, _)| *kept == version) {
            return Ok(book);
        }
        let book = Arc::new(Self::read(db).await?);
        *shelf.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, Arc::clone(&book)));
        Ok(book)
    }

    async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        Ok(Self {
            positions: people::positions(db).await?,
            units: people::units(db).await?,
            staff: people::staff_of_entries(db).await?,
            rooms: facility::rooms(db).await?,
            vehicles: facility::vehicles(db).await?,
            holidays: setting::holidays_in(db, None).await?.into_iter().map(|row| row.day).collect(),
            hours: setting::hours(db).await?,
            serving: people::serving(db).await?,
            travel: setting::ways(db).await?,
            receptions: setting::reception_rules(db).await?,
        })
    }

    /// The order of a post among the others.
    pub(super) fn order(&self, post: PositionId) -> (i32, PositionId) {
        let known = self.positions.iter().find(|p| p.id == post);
        (known.map_or(i32::MAX, |p| p.precedence), post)
    }

    /// How often leaders receive citizens.
    pub(super) fn receptions(&self) -> &ReceptionRules {
        &self.receptions
    }

    /// All who hold or held the post of this holder.
    pub(super) fn holders(&self, post: PositionId) -> Vec<PositionId> {
        let slug = self.positions.iter().find(|p| p.id == post).map(|p| &p.slug);
        self.positions.iter().filter(|p| Some(&p.slug) == slug).map(|p| p.id).collect()
    }

    /// What the entries of these days can name: posts with a calendar that are held on
    /// some of the days or were `typed` into a form, and those that entries name although
    /// they have ended.
    pub(super) fn directory<'a>(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        entries: impl IntoIterator<Item = &'a Entry>,
        typed: &[PositionId],
    ) -> Directory {
        let named: Vec<PositionId> = entries
            .into_iter()
            .flat_map(|e| {
                let goes = e.plan.attending.iter().flat_map(|a| [Some(a.position), a.in_place_of]);
                goes.chain([e.plan.acting])
            })
            .flatten()
            .collect();
        let is_offered =
            |p: &Position| p.has_calendar && (p.valid.meets(first, last) || typed.contains(&p.id));
        let from = first.checked_sub_days(AROUND).unwrap_or(first);
        let to = last.checked_add_days(AROUND).unwrap_or(last);
        Directory {
            leaders: self
                .positions
                .iter()
                .filter(|p| is_offered(p) || named.contains(&p.id))
                .cloned()
                .collect(),
            units: self.units.clone(),
            staff: self.staff.clone(),
            rooms: self.rooms.clone(),
            vehicles: self.vehicles.clone(),
            holidays: self.holidays.iter().filter(|day| (from..=to).contains(&day.date)).cloned().collect(),
            hours: self.hours.clone(),
            serving: self.serving.clone(),
            travel: self.travel.clone(),
        }
    }
}

/// What can be named on some days.
pub(crate) async fn directory_of(
    office: &Office,
    db: &impl ConnectionTrait,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Directory> {
    Ok(Book::open(office, db).await?.directory(first, last, &[], &[]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Actor;
    use domain::access::Role;
    use domain::people::UnitDraft;

    #[tokio::test]
    async fn a_book_is_kept_until_somebody_changes_what_it_holds() {
        let file = std::env::temp_dir().join(format!("giaoban-book-{}.db", std::process::id()));
        let url = format!("sqlite://{}", file.display());
        let (here, elsewhere) = (Office::open(&url).await.unwrap(), Office::open(&url).await.unwrap());
        let first = Book::open(&here, here.db()).await.unwrap();
        let again = Book::open(&here, here.db()).await.unwrap();
        assert!(Arc::ptr_eq(&first, &again));

        let roles = vec![Role::ChiefOfOffice];
        let chief = elsewhere.desk(Actor { roles, ..Actor::job("Chánh Văn phòng") });
        let draft = UnitDraft {
            code: "sokh".into(),
            name: "Sở Khoa học và Công nghệ".into(),
            kind: "department".into(),
            ..UnitDraft::default()
        };
        people::save_unit(&chief, None, 0, draft).await.unwrap();

        let changed = Book::open(&here, here.db()).await.unwrap();
        assert_eq!(changed.units.len(), first.units.len() + 1);
        here.close().await.unwrap();
        elsewhere.close().await.unwrap();
        std::fs::remove_file(file).unwrap();
    }
}
