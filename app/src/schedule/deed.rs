//! The deeds of this room as forms send them: read here once, for the form
//! that our program sends and for the plain one alike.

use super::api;
use super::form::fields::save_of;
use super::form::layout::{SERIES, THEN};
use crate::fields::Fields;
use crate::refused::{Answer, Refused};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Entry, Step, WeekState};
use domain::{EntryId, Problem, Refusal};

/// What was done.
pub(super) struct Done {
    /// The week to show.
    pub week: IsoWeek,
    /// The entry as it is now.
    pub entry: Option<Entry>,
    /// The step that the week took.
    pub step: Option<Step>,
    /// Whether the week went back to what was published of it last instead.
    pub is_back: bool,
    /// Whether it is to be said next how the entry comes again.
    pub comes_again: bool,
}

impl Done {
    fn to(entry: Entry) -> Self {
        let week = IsoWeek::of(entry.plan.date);
        Self { entry: Some(entry), ..Self::on(week) }
    }

    /// Something about a whole week.
    fn on(week: IsoWeek) -> Self {
        Self { week, entry: None, step: None, is_back: false, comes_again: false }
    }

    /// The name under which it is told what was done: a step tells more than its verb.
    pub fn name<'a>(&self, verb: &'a str) -> &'a str {
        match self.step {
            _ if self.is_back => "is_back",
            Some(step) => step.code(),
            None => verb,
        }
    }

    /// Where to go on, when that is not the board.
    pub fn elsewhere(&self) -> Option<String> {
        let entry = self.entry.as_ref().filter(|_| self.comes_again)?;
        Some(super::series::of(entry.id))
    }
}

/// Carries out the verb with what stands in the form.
///
/// # Errors
/// The verb's refusal, or an issue of a field that cannot be read.
pub(super) async fn carry_out(verb: &str, fields: &Fields) -> Answer<Done> {
    let id = EntryId(fields.id("id").unwrap_or_default());
    let seen = seen(fields);
    let text = |name| fields.text(name);
    Ok(match verb {
        "save_entry" => Done {
            comes_again: fields.get(THEN) == SERIES,
            ..Done::to(api::save_entry(save_of(fields)).await?.entry)
        },
        "move_entry" => {
            let date =
                spoken::parse_date(fields.get("date")).ok_or_else(|| refused("date", Problem::NotADate))?;
            let part =
                SessionPart::of_code(fields.get("part")).ok_or_else(|| refused("part", Problem::Unknown))?;
            let start = match fields.get("start").trim() {
                "" => None,
                typed => Some(spoken::parse_time(typed).ok_or_else(|| refused("start", Problem::NotATime))?),
            };
            Done::to(api::move_entry(id, seen, date, part, start, text("conflict_reason")).await?.entry)
        }
        "postpone_entry" => {
            let moved_to = match fields.get("moved_to").trim() {
                "" => None,
                typed => {
                    Some(spoken::parse_date(typed).ok_or_else(|| refused("moved_to", Problem::NotADate))?)
                }
            };
            Done::to(api::postpone_entry(id, seen, text("reason"), moved_to).await?)
        }
        "cancel_entry" => Done::to(api::cancel_entry(id, seen, text("reason")).await?),
        "resume_entry" => Done::to(api::resume_entry(id, seen, text("conflict_reason")).await?.entry),
        "remove_entry" => {
            api::remove_entry(id, seen).await?;
            Done::on(week(fields)?)
        }
        "take_step" => {
            let step = Step::of_code(fields.get("step")).ok_or(Refusal::NotFound)?;
            let week = api::take_step(week(fields)?, step, seen, text("reason")).await?;
            let is_back = step != Step::Publish && week.state == WeekState::Published;
            Done { step: Some(step), is_back, ..Done::on(week.iso) }
        }
        "set_remark" => Done::on(api::set_remark(week(fields)?, seen, text("remark")).await?.iso),
        _ => return Err(Refusal::NotFound.into()),
    })
}

/// The version that the person had seen; who presses "save mine all the same"
/// has seen the newer one that the refusal showed.
pub(super) fn seen(fields: &Fields) -> i32 {
    if fields.get("over").is_empty() { fields.number("seen") } else { fields.number("over") }
}

fn week(fields: &Fields) -> Answer<IsoWeek> {
    fields.get("week").parse().map_err(|_| Refusal::NotFound.into())
}

fn refused(field: &str, problem: Problem) -> Refused {
    Refusal::field(field, problem).into()
}
