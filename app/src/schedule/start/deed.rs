//! The two deeds of the page, read out of its form once for our program and for the
//! plain form alike.

use super::undo::{BROUGHT, brought};
use super::{address_of, api};
use crate::fields::{DEED, Fields};
use crate::refused::Answer;
use crate::schedule::address;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Pick, Source, Start, Started, Template};
use domain::{EntryId, Problem, Refusal};

/// Taking what is ticked into the week.
pub(super) const START: &str = "schedule.start_week";
/// Saving what is ticked as a template.
pub(super) const KEEP: &str = "schedule.save_template";

/// The template that was saved last, in the address to which its plain form leads.
pub(super) const KEPT: &str = "kept";

/// The field in which a line says why its conflict is accepted.
pub(super) fn why(key: &str) -> String {
    format!("why-{key}")
}

/// What was done.
pub(super) enum Done {
    /// Entries were taken from this source.
    Begun(Source, Started),
    /// A template was saved of what is ticked in this source.
    Kept(Source, Vec<EntryId>, Template),
}

impl Done {
    /// Where the person goes on.
    pub fn way_on(&self, week: IsoWeek) -> String {
        match self {
            Done::Begun(_, started) if started.left.is_empty() => {
                let brought = brought(&started.taken);
                format!("{}?done=start_week&{BROUGHT}={brought}", address::board(week))
            }
            Done::Begun(source, started) => {
                let left: Vec<&str> = started.left.iter().map(|left| left.key.as_str()).collect();
                let (taken, brought) = (started.taken.len(), brought(&started.taken));
                let from = address_of(week, *source);
                format!("{from}&taken={taken}&left={}&{BROUGHT}={brought}", left.join("."))
            }
            Done::Kept(source, ticked, template) => {
                let ticked: Vec<String> = ticked.iter().map(EntryId::to_string).collect();
                let from = address_of(week, *source);
                format!("{from}&tick={}&{KEPT}={}", ticked.join("."), template.id)
            }
        }
    }
}

/// Carries out what the pressed button asks for.
///
/// # Errors
/// The verb's refusal.
pub(super) async fn carry_out(fields: &Fields) -> Answer<Done> {
    let source: Source = fields.get("from").parse().map_err(|_| Refusal::NotFound)?;
    let chosen = fields.all("take");
    match fields.get(DEED) {
        START => {
            let pick = |key: String| Pick { conflict_reason: fields.text(&why(&key)), key };
            let start = Start { source, picks: chosen.into_iter().map(pick).collect() };
            Ok(Done::Begun(source, api::start_week(week(fields)?, start).await?))
        }
        KEEP => {
            let Source::Week(from) = source else { return Err(Refusal::NotFound.into()) };
            let ids = chosen.iter().map(|key| key.parse::<EntryId>()).collect::<Result<Vec<_>, _>>();
            let ids = ids.map_err(|_| Refusal::field("take", Problem::Unknown))?;
            let kept = api::save_template(from, ids.clone(), fields.text("template_name")).await?;
            Ok(Done::Kept(source, ids, kept))
        }
        _ => Err(Refusal::NotFound.into()),
    }
}

/// The week that begins.
pub(super) fn week(fields: &Fields) -> Answer<IsoWeek> {
    fields.get("week").parse().map_err(|_| Refusal::NotFound.into())
}
