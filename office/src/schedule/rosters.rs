//! The duty roster of a week beside its publications: as it was published last, as it
//! is now, and what of it the public reads.

use super::table::publication;
use crate::duty;
use crate::failure::Result;
use domain::PublicationId;
use domain::calendar::week::IsoWeek;
use domain::duty::{PublicDuty, PublishedDuty, show};
use domain::schedule::{Directory, Publication};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

/// The roster before and after.
pub(super) struct Rosters {
    /// As it was published last.
    pub(super) old: Vec<PublishedDuty>,
    /// As it is now.
    pub(super) new: Vec<PublishedDuty>,
    /// What of it the public will read.
    pub(super) shown: Vec<PublicDuty>,
}

impl Rosters {
    pub(super) async fn of(
        db: &impl ConnectionTrait,
        week: IsoWeek,
        last: Option<&Publication>,
        directory: &Directory,
    ) -> Result<Self> {
        let old = match last {
            Some(last) => published(db, last.id).await?,
            None => Vec::new(),
        };
        let rules = duty::rules_of_duty(db).await?;
        let now = duty::duties(db, week.monday(), week.sunday()).await?;
        let new: Vec<_> = now.iter().map(|duty| PublishedDuty::of(duty, directory)).collect();
        let shown = new.iter().filter_map(|duty| show(duty, &rules)).collect();
        Ok(Self { old, new, shown })
    }

    /// Whether there is something to publish.
    pub(super) fn differ(&self) -> bool {
        self.old != self.new
    }
}

/// The roster of a publication.
pub(super) async fn published(db: &impl ConnectionTrait, id: PublicationId) -> Result<Vec<PublishedDuty>> {
    let stored: Option<String> = publication::Entity::find_by_id(id.0)
        .select_only()
        .column(publication::Column::Duty)
        .into_tuple()
        .one(db)
        .await?;
    Ok(match stored {
        Some(stored) => serde_json::from_str(&stored)?,
        None => Vec::new(),
    })
}
