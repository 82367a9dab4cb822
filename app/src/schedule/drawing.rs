//! The board as text: leaders as columns, days and their lanes as rows, or turned:
//! days as columns, leaders and lanes as rows.

use super::card::card;
use super::face::{Face, Faces};
use super::open::Open;
use super::skeleton::{Column, Day, Skeleton};
use super::words::*;
use crate::duty::month::Month;
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::schedule::Place;
use domain::words;
use maud::{Markup, html};

/// What is drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'a> {
    pub open: Open,
    pub skeleton: &'a Skeleton,
    pub faces: &'a Faces,
}

impl Drawing<'_> {
    /// The whole table.
    pub fn board(self) -> String {
        let Skeleton { columns, days, turned } = self.skeleton;
        let say = |word| self.open.locale.say(word);
        let (across, first, words) = match turned {
            true => (days.len(), "c-leader", LEADER),
            false => (columns.len(), "c-day", DAY),
        };
        let lanes = self.skeleton.lanes();
        html! {
            table.board data-columns=(across) data-turned=[turned.then_some("")] {
                caption.only-read { (say(BOARD_CAPTION)) " " (self.open.week.number()) }
                colgroup {
                    col class=(first);
                    col.c-lane;
                    @for _ in 0..across { col; }
                }
                thead {
                    tr {
                        th scope="col" { (say(words)) }
                        th scope="col" { (say(LANE)) }
                        @if *turned {
                            @for day in days { (self.day_head(day)) }
                        } @else {
                            @for (at, column) in columns.iter().enumerate() { (leader_head(column, at)) }
                        }
                    }
                }
                @if *turned {
                    @for (at, column) in columns.iter().enumerate() { (self.leader(column, at, &lanes)) }
                } @else {
                    @for day in days { (self.day(day)) }
                }
                // Tells that the last day has arrived whole.
                tfoot {}
            }
        }
        .into_string()
    }

    /// What stands in a place: the cards, and the way to add one. Nothing when its leader
    /// has no column.
    #[cfg(feature = "hydrate")]
    pub fn place(self, place: Place) -> Option<String> {
        let at = self.skeleton.columns.iter().position(|column| column.leader == place.leader)?;
        Some(self.inside(place, at).into_string())
    }

    fn day_head(self, day: &Day) -> Markup {
        let Day { date, is_off, lunar, holiday, .. } = day;
        let today = (*date == self.open.now.date()).then_some("");
        html! {
            th scope="col" id={ "d" (date) } data-day=(date) data-today=[today] data-off=[is_off.then_some("")] {
                (spoken::short_date(self.open.locale, *date))
                small { @if let Some(lunar) = lunar { (lunar) } }
                @if let Some(name) = holiday { small { (name) } }
                (self.on_duty(day))
            }
        }
    }

    /// A leader with the lanes of the week, for the turned board.
    fn leader(self, column: &Column, at: usize, lanes: &[SessionPart]) -> Markup {
        html! {
            tbody {
                @for (row, part) in lanes.iter().enumerate() {
                    tr {
                        @if row == 0 {
                            th.day scope="rowgroup" data-hue=(hue(at)) rowspan=(lanes.len()) {
                                b { (column.name) }
                                small { (column.title) }
                            }
                        }
                        (self.lane(*part))
                        @for (across, day) in self.skeleton.days.iter().enumerate() {
                            @let place = Place { date: day.date, part: *part, leader: column.leader };
                            (self.cell(place, across, at))
                        }
                    }
                }
            }
        }
    }

    fn day(self, day: &Day) -> Markup {
        let Day { date, lanes, is_off, lunar, holiday, .. } = day;
        let today = *date == self.open.now.date();
        html! {
            // Read downwards, a day without entries shows no place of its own: all of it is one.
            tbody
                id={ "d" (date) }
                data-day=(date)
                data-today=[today.then_some("")]
                data-off=[is_off.then_some("")]
            {
                @for (row, part) in lanes.iter().enumerate() {
                    tr {
                        @if row == 0 {
                            th.day scope="rowgroup" rowspan=(lanes.len()) {
                                b { (spoken::short_date(self.open.locale, *date)) }
                                span.lunar { @if let Some(lunar) = lunar { (lunar) } }
                                @if let Some(name) = holiday { small { (name) } }
                                @if today { small { (self.open.locale.say(TODAY)) } }
                                (self.on_duty(day))
                            }
                        }
                        (self.lane(*part))
                        @for (at, column) in self.skeleton.columns.iter().enumerate() {
                            @let place = Place { date: *date, part: *part, leader: column.leader };
                            (self.cell(place, at, at))
                        }
                    }
                }
            }
        }
    }

    fn lane(self, part: SessionPart) -> Markup {
        html! { th.lane scope="row" { (self.open.locale.say(words::part(part))) } }
    }

    /// Who is on duty on a day, in a line that leads to the roster; on a day off also that
    /// nobody is.
    fn on_duty(self, day: &Day) -> Markup {
        let is_missing = day.on_duty.as_ref().is_some_and(String::is_empty);
        html! {
            @if let Some(text) = &day.on_duty {
                small.on-duty data-missing=[is_missing.then_some("")] {
                    a href=(Month::of(day.date).address()) {
                        @if is_missing { (self.open.locale.say(NOBODY_ON_DUTY)) } @else { (text) }
                    }
                }
            }
        }
    }

    /// A place of the board, in its column of the table and the colour of its leader.
    fn cell(self, place: Place, across: usize, at: usize) -> Markup {
        html! { td data-column=(across) data-place=(place) { (self.inside(place, at)) } }
    }

    fn inside(self, place: Place, at: usize) -> Markup {
        let Some(column) = self.skeleton.columns.get(at) else { return Markup::default() };
        let here: &[Face] = self.faces.get(&place).map_or(&[], Vec::as_slice);
        let add = || {
            let day = spoken::day_month(place.date);
            let say = |word| self.open.locale.say(word);
            // Three have the same title: by ear only the name tells them apart.
            let who = format!("{} {}", column.title, column.name);
            format!("{} {} {} {day}", say(ADD_ENTRY), who.trim(), say(words::part(place.part)))
        };
        html! {
            @if !here.is_empty() {
                p.who data-hue=(hue(at)) { (column.title) " " (column.name) }
                div.cards { @for face in here { (card(self.open, face)) } }
            }
            @if column.may_add {
                a.add href={ "?new=" (place) } data-noscroll aria-label=(add()) {}
            }
        }
    }
}

/// The number of a column's colour.
fn hue(column: usize) -> usize {
    column % 8 + 1
}

fn leader_head(column: &Column, at: usize) -> Markup {
    html! { th scope="col" data-hue=(hue(at)) { (column.name) small { (column.title) } } }
}
