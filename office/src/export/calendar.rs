//! `publications.ics`: the last publication of every week as one calendar. It is
//! the Office's own copy; what the public may not see is marked private in it.

use super::file::Folder;
use crate::failure::Result;
use crate::feed::{self, ical};
use crate::schedule::table::{publication, published};
use crate::setting;
use domain::schedule::{PublishedEntry, Visibility};
use domain::setting::Profile;
use ical::{Feed, FeedClass, FeedColour, FeedEvent};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

pub(super) async fn write(
    db: &impl ConnectionTrait,
    profile: &Profile,
    base_url: &str,
    folder: &mut Folder,
) -> Result<()> {
    let mut latest = HashMap::new();
    for row in publication::Entity::find().order_by_asc(publication::Column::Id).all(db).await? {
        latest.insert(row.monday, row.id);
    }
    let mut numbers: Vec<i64> = latest.into_values().collect();
    numbers.sort_unstable();
    let hours = setting::hours(db).await?;
    // An entry that went to another week stands in both; its newest copy counts.
    let mut events: HashMap<String, FeedEvent> = HashMap::new();
    for number in numbers {
        let copies =
            published::Entity::find().filter(published::Column::PublicationId.eq(number)).all(db).await?;
        for copy in copies {
            let entry: PublishedEntry = serde_json::from_str(&copy.frozen)?;
            let class = match entry.visibility {
                Visibility::Public => FeedClass::Public,
                _ => FeedClass::Private,
            };
            let event = FeedEvent { class, ..feed::event(entry.published, &hours, base_url) };
            match events.get(&event.uid) {
                Some(known) if known.revised > event.revised => {}
                _ => drop(events.insert(event.uid.clone(), event)),
            }
        }
    }
    let events: Vec<FeedEvent> = events.into_values().collect();
    let bytes = ical::write(&Feed {
        name: &format!("Lịch công tác {}", profile.committee_short),
        office: &profile.office_name,
        product_version: env!("CARGO_PKG_VERSION"),
        colour: Some(FeedColour::SteelBlue),
        publish_method: None,
        events: &events,
    });
    let mut sheet = folder.open("publications.ics")?;
    sheet.put(&bytes)?;
    sheet.rows = events.len() as u64;
    folder.close(sheet)
}
