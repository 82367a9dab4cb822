//! Where a week begins from, as it stands in an address: `2026-W49`, `template-3`,
//! `series`.

use crate::calendar::week::IsoWeek;
use crate::id::TemplateId;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Where the proposals of a beginning come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Another week.
    Week(IsoWeek),
    /// A template.
    Template(TemplateId),
    /// The series that are due.
    Series,
}

/// A text that names no source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a beginning is written like 2026-W49 or template-3")]
pub struct NoSource;

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Week(week) => week.fmt(f),
            Source::Template(id) => write!(f, "template-{id}"),
            Source::Series => f.write_str("series"),
        }
    }
}

impl FromStr for Source {
    type Err = NoSource;

    fn from_str(text: &str) -> Result<Self, NoSource> {
        if text == "series" {
            return Ok(Source::Series);
        }
        match text.strip_prefix("template-") {
            Some(id) => id.parse().map(Source::Template).map_err(|_| NoSource),
            None => text.parse().map(Source::Week).map_err(|_| NoSource),
        }
    }
}
