//! What of the roster the public reads. What is taken back is taken out of every public
//! copy at once; what is allowed goes out with the next publication.

use crate::bulletin::store as bulletin;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::people::changed;
use crate::setting;
use domain::Deed;
use domain::duty::{DutyRules, DutyRulesDraft};
use domain::journal::Subject;
use sea_orm::ConnectionTrait;

const KEY: &str = "duty";

pub(crate) async fn rules_of_duty(db: &impl ConnectionTrait) -> Result<DutyRules> {
    Ok(setting::get(db, KEY).await?.unwrap_or_default())
}

pub(crate) async fn put_rules(db: &impl ConnectionTrait, rules: &DutyRules) -> Result<()> {
    setting::put(db, KEY, rules, rules.version).await
}

/// Saves them; `seen` is the version that was seen.
///
/// # Errors
/// Refused without [`Deed::EditCalendar`], or stale.
pub async fn save_rules(desk: &Desk, seen: i32, typed: DutyRulesDraft) -> Result<DutyRules> {
    desk.may(Deed::EditCalendar)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let before = rules_of_duty(db).await?;
    journal::not_stale(db, Subject::Setting, KEY, seen, before.version).await?;

    let rules = DutyRules { version: before.version + 1, ..typed.rules() };
    put_rules(db, &rules).await?;
    bulletin::withdraw_duty(db, &rules).await?;
    let line = Line {
        deed: "duty.save_rules",
        subject: Subject::Setting,
        id: KEY.to_owned(),
        title: "",
        fields: changed(Some(&DutyRulesDraft::of(&before)), &DutyRulesDraft::of(&rules))?,
        reason: "",
        version: Some(rules.version),
    };
    journal::write(db, desk, line).await?;
    let stamp = setting::raise_stamp(db).await?;
    writing.commit().await?;
    desk.office.raise_stamp(stamp);
    Ok(rules)
}
