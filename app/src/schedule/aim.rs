//! The place on the board that something is held over: marked in the colour of what
//! the rules say to it, and said in words.

use super::dom::{cell_of, place_of};
use super::offer::tell_later;
use super::open::Open;
use super::put::{Held, in_week, judge};
use super::words::NOT_SERVED;
use crate::dom::timed;
use chrono::NaiveDate;
use domain::calendar::week::IsoWeek;
use domain::schedule::Place;
use leptos::prelude::*;
use leptos::web_sys::Element;
use std::cell::Cell;

thread_local! {
    // One tab carries one thing.
    static MARKED: Cell<Option<Element>> = const { Cell::new(None) };
}

/// The place that an element of the page stands for, for something that was taken
/// from `home`: a cell of the board, a day in it or above it, or the week before or after.
pub(super) fn target(below: &Element, home: Place) -> Option<Place> {
    let closest = |selector: &str| below.closest(selector).ok().flatten();
    if let Some(cell) = closest("td[data-place]") {
        return place_of(&cell);
    }
    if let Some(day) = closest("[data-day]").and_then(|e| e.get_attribute("data-day")) {
        return Some(Place { date: day.parse::<NaiveDate>().ok()?, ..home });
    }
    let week = closest("[data-week]")?.get_attribute("data-week")?;
    Some(in_week(home, week.parse::<IsoWeek>().ok()?))
}

/// Marks the place and says what the rules say to it.
pub(super) fn aim(open: Open, held: Held, to: Option<Place>) {
    let Some(to) = to else {
        return let_go(open);
    };
    let verdict = timed("judge", || judge(open, held, to));
    let (text, tone) = match &verdict {
        Some(verdict) => (verdict.words(open, to), verdict.tone()),
        None => (open.locale.say(NOT_SERVED).to_owned(), "red"),
    };
    mark(open, to, text.clone(), tone);
    if let Some(verdict) = verdict {
        tell_later(open, held, verdict, (text, tone));
    }
}

/// Marks a place in the colour of what is said of it.
pub(super) fn mark(open: Open, to: Place, text: String, tone: &'static str) {
    unmark();
    if let Some(cell) = cell_of(to) {
        let _ = cell.set_attribute("data-drop", tone);
        MARKED.set(Some(cell));
    }
    open.carried.set(Some((text, tone)));
}

/// Takes mark and words away.
pub(super) fn let_go(open: Open) {
    unmark();
    open.carried.set(None);
}

fn unmark() {
    if let Some(cell) = MARKED.take() {
        let _ = cell.remove_attribute("data-drop");
    }
}
