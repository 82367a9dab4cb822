//! The duty roster of the demo week, and what of it the demo publishes.

use super::data::Data;
use super::names::{Names, number, optional};
use crate::desk::Office;
use crate::duty;
use crate::failure::Result;
use domain::calendar::hours::SessionPart;
use domain::duty::{DutyPlan, DutyRules};

/// The roster is there before the week is published for the first time.
pub(super) async fn load(office: &Office, data: &Data, names: &Names) -> Result<()> {
    let writing = office.write().await?;
    let db = &writing.tx;
    duty::put_rules(db, &DutyRules { public: true, hotline: true, version: 1 }).await?;
    for row in &data.duty_roster {
        let person = |id: &Option<String>| {
            Ok::<_, crate::failure::Failure>(optional(&names.persons, id)?.map(Into::into))
        };
        let plan = DutyPlan {
            dates: vec![row.date],
            part: SessionPart::AllDay,
            leader: Some(number(&names.positions, &row.leader_id)?.into()),
            office_leader: person(&row.office_leader_id)?,
            specialist: person(&row.specialist_id)?,
            driver: person(&row.driver_id)?,
            hotline: row.hotline.clone(),
            note: String::new(),
        };
        duty::put(db, None, row.date, &plan).await?;
    }
    writing.commit().await
}
