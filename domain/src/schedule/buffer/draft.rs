//! The form of the table of ways: what is typed in each row, before it is judged.
//!
//! A place is typed by its name: the seat of the Office, a locality as its unit is
//! called, or any other words that entries name as their place. Rows that are empty
//! are left out, so that a row is removed by emptying it.

use super::{Leg, Stop, Travel, bare_name, locality_name};
use crate::people::{Unit, UnitKind};
use crate::refusal::{Issue, Problem};
use crate::text::{self, Issues, plain};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Rows that the table can hold.
pub const MOST: usize = 300;
/// What the seat of the Office is called in the table.
pub const SEAT: &str = "Trụ sở";

const WAY: RangeInclusive<u32> = 1..=600;
const USUAL: RangeInclusive<u32> = 0..=600;
const PREPARATION: RangeInclusive<u32> = 0..=240;

/// A row as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LegDraft {
    /// The name of one end.
    pub one: String,
    /// The name of the other end.
    pub other: String,
    /// A number.
    pub minutes: String,
}

impl LegDraft {
    fn is_empty(&self) -> bool {
        [&self.one, &self.other, &self.minutes].iter().all(|text| text.trim().is_empty())
    }
}

/// The form of [`Travel`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TravelDraft {
    /// A number.
    pub usual: String,
    /// A number.
    pub preparation: String,
    /// The rows, empty ones among them.
    pub legs: Vec<LegDraft>,
}

impl TravelDraft {
    /// The form of the table as it is.
    pub fn of(travel: &Travel, units: &[Unit]) -> Self {
        let leg = |leg: &Leg| LegDraft {
            one: name_of(&leg.one, units),
            other: name_of(&leg.other, units),
            minutes: leg.minutes.to_string(),
        };
        Self {
            usual: travel.usual.to_string(),
            preparation: travel.preparation.to_string(),
            legs: travel.legs.iter().map(leg).collect(),
        }
    }

    /// Checks what somebody typed. The fields of a row are `one.3`, `other.3` and
    /// `way.3`, counted from 0 with the empty ones.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, units: &[Unit]) -> Result<Travel, Vec<Issue>> {
        let mut issues = Issues::default();
        let usual = issues.take("usual", text::number(&self.usual, USUAL));
        let preparation = issues.take("preparation", text::number(&self.preparation, PREPARATION));
        let mut rows: Vec<(usize, Leg)> = Vec::new();
        for (at, row) in self.legs.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
            let one = issues.take(&format!("one.{at}"), stop(&row.one, units).map(Some));
            let other = issues.take(&format!("other.{at}"), stop(&row.other, units).map(Some));
            let minutes = issues.take(&format!("way.{at}"), text::number(&row.minutes, WAY));
            let (Some(one), Some(other)) = (one, other) else { continue };
            let joins = |leg: &Leg| {
                (&leg.one, &leg.other) == (&one, &other) || (&leg.other, &leg.one) == (&one, &other)
            };
            if one == other {
                issues.note(&format!("other.{at}"), Problem::SamePlace);
            } else if let Some((row, leg)) = rows.iter().find(|(_, leg)| joins(leg)) {
                let name = format!("{} - {}", name_of(&leg.one, units), name_of(&leg.other, units));
                issues.note(&format!("other.{at}"), Problem::TakenByRow { row: row + 1, name });
            }
            rows.push((at, Leg { one, other, minutes }));
        }
        if rows.len() > MOST {
            issues.note("ways", Problem::NotBetween { min: 0, max: MOST as u32 });
        }
        let legs = rows.into_iter().map(|(_, leg)| leg).collect();
        issues.or(Travel { legs, usual, preparation, version: 0 })
    }
}

/// The place of a typed name: a locality by its unit, of several with one name the
/// one that still is.
fn stop(typed: &str, units: &[Unit]) -> Result<Stop, Problem> {
    let name = text::line(typed, 120)?;
    let wanted = plain(&name);
    if wanted.is_empty() {
        return Err(Problem::Required);
    }
    if wanted == plain(SEAT) || wanted == "the office" {
        return Ok(Stop::Headquarters);
    }
    let localities = || units.iter().filter(|unit| unit.kind == UnitKind::Locality);
    let is = |name: &str| plain(name) == wanted;
    let full = localities().filter(|unit| is(&unit.short_name) || is(&unit.name) || is(locality_name(unit)));
    let full = full.max_by_key(|unit| (unit.valid.to.is_none(), unit.valid.to));
    // A ward and a commune may share the name that is left without their class.
    let mut bare = localities().filter(|unit| bare_name(unit).is_some_and(is));
    let only = bare.next().filter(|_| bare.next().is_none());
    Ok(full.or(only).map_or(Stop::Named(name), |unit| Stop::Locality(unit.id)))
}

/// What a place is called in the table.
pub fn name_of(stop: &Stop, units: &[Unit]) -> String {
    match stop {
        Stop::Headquarters => SEAT.to_owned(),
        Stop::Locality(id) => {
            let unit = units.iter().find(|unit| unit.id == *id);
            unit.map(|unit| locality_name(unit).to_owned()).unwrap_or_default()
        }
        Stop::Named(name) => name.clone(),
    }
}
