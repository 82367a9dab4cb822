//! What was just done on the page of days off and hours, as its address says it
//! (`?done=season.2027-04-16`). A day that was saved is told by its row instead.

use super::tabs::CALENDAR_PATH;
use super::words::*;
use crate::list::Sieve;
use crate::parts::Notice;
use crate::visit::{say, use_locale};
use chrono::NaiveDate;
use domain::calendar::hours::HoursTable;
use domain::calendar::spoken;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The usual hours were saved.
    Usual,
    /// The season that begins on this day was saved.
    Season(NaiveDate),
    /// The season that began on this day was taken out.
    SeasonGone(NaiveDate),
    /// This day was taken out of the table.
    DayGone(NaiveDate),
    /// The rules of citizen reception were saved.
    Receptions,
}

impl Done {
    /// The part of the address that says it.
    pub fn query(self) -> String {
        match self {
            Self::Usual => "done=usual".to_owned(),
            Self::Season(from) => format!("done=season.{from}"),
            Self::SeasonGone(from) => format!("done=season_gone.{from}"),
            Self::DayGone(date) => format!("done=day_gone.{date}"),
            Self::Receptions => "done=receptions".to_owned(),
        }
    }

    /// Where the page goes on from there.
    pub fn address(self, sieve: Sieve) -> String {
        untrack(|| sieve.link(CALENDAR_PATH, &self.query()))
    }

    fn parse(typed: &str) -> Option<Self> {
        let (what, day) = typed.split_once('.').unwrap_or((typed, ""));
        let day = spoken::parse_date(day);
        match what {
            "usual" => Some(Self::Usual),
            "season" => day.map(Self::Season),
            "season_gone" => day.map(Self::SeasonGone),
            "day_gone" => day.map(Self::DayGone),
            "receptions" => Some(Self::Receptions),
            _ => None,
        }
    }

    /// In words. Nothing of a season that the table does not hold.
    fn said(self, table: &HoursTable) -> Option<String> {
        let saved = |what: String| Some(format!("{}: {what}", say(KEPT)));
        let gone = |what: String| Some(format!("{}: {what}", say(GONE)));
        match self {
            Self::Usual => saved(say(USUAL_HOURS).to_owned()),
            Self::Season(from) => {
                let season = table.seasons().iter().find(|season| season.from == from)?;
                let (from, to) = (spoken::date(season.from), spoken::date(season.to));
                saved(format!("{} {from} - {to}", say(SEASON)))
            }
            Self::SeasonGone(from) => gone(format!("{} {}", say(SEASON_FROM), spoken::date(from))),
            Self::DayGone(date) => gone(spoken::long_date(use_locale(), date)),
            Self::Receptions => saved(say(RECEPTION).to_owned()),
        }
    }
}

/// What was done last, in words.
pub fn said(table: HoursTable) -> impl IntoView {
    let query = use_query_map();
    let done =
        Memo::new(move |_| query.with(|query| query.get("done").and_then(|typed| Done::parse(&typed))));
    move || {
        done.get().and_then(|done| done.said(&table)).map(|text| {
            view! { <Notice tone="green"><p>{text}</p></Notice> }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_was_done_and_nothing_else() {
        let day: NaiveDate = "2027-04-16".parse().unwrap();
        for done in
            [Done::Usual, Done::Season(day), Done::SeasonGone(day), Done::DayGone(day), Done::Receptions]
        {
            let query = done.query();
            assert_eq!(query.strip_prefix("done=").and_then(Done::parse), Some(done), "{query}");
        }
        for typed in ["", "season", "season.", "day_gone.soon", "other.2027-04-16"] {
            assert_eq!(Done::parse(typed), None, "{typed:?}");
        }
    }
}
