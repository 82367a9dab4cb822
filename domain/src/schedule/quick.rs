//! Quick entry: one typed Vietnamese line becomes a filled draft, with what was
//! understood marked in the line and the rest kept as content.
//!
//! ```text
//! 8h30 thứ Ba họp giao ban phòng họp A, CT chủ trì, Sở Tài chính chuẩn bị
//! ```
//!
//! It guesses nothing that it cannot show: each field that it fills has a mark,
//! save the day when none was typed. The order in which the line is read settles
//! what could be two things: letters and cars, hours, days, rooms, leaders, units,
//! choices, other places, and then the kind from what is left. Each part tells
//! its own rule. It never refuses; the draft is judged like any other.

mod bodies;
mod choices;
mod days;
mod hours;
mod kinds;
mod line;
mod names;
mod people;
mod places;
mod rest;
mod word;

#[cfg(test)]
mod tests;

use super::choice::{EntryKind, Format, Visibility};
use super::directory::Directory;
use super::draft::EntryDraft;
use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use crate::calendar::week::IsoWeek;
use chrono::NaiveDate;
use line::Line;
use serde::Serialize;

/// Characters that are read; what is typed beyond stays content.
pub const READ: usize = 500;

/// What was understood of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// The form, filled.
    pub draft: EntryDraft,
    /// Where in the line each thing was understood, in order and never
    /// overlapping.
    pub marks: Vec<Mark>,
}

/// A piece of the line that was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// First byte in the line, at the border of a character.
    pub from: usize,
    /// The byte after the last one, at the border of a character.
    pub to: usize,
    /// The field of the draft that it fills, by its code name.
    pub field: &'static str,
    /// What was understood, as a person reads it ("Thứ Ba, 01/12/2026").
    pub value: String,
}

/// Reads a line typed on the board of `week` on the day `today`.
///
/// Without a day the entry is of today when the week holds it, otherwise of the
/// Monday; without an hour or a part of the day it is of the morning, or lasts all
/// day when it is a trip, leave or duty. A date or hour that there is not is filled in as
/// typed, so that the form refuses it where it stands.
pub fn understand(line: &str, directory: &Directory, today: NaiveDate, week: IsoWeek) -> Understood {
    let end = line.char_indices().nth(READ).map_or(line.len(), |(end, _)| end);
    let (read, beyond) = line.split_at(end);
    let mut line = Line::new(read, directory, today, week);
    let names = names::Names::of(directory);
    choices::letters_and_cars(&mut line);
    hours::read(&mut line);
    days::read(&mut line);
    places::rooms(&mut line, &names);
    bodies::invited(&mut line, &names);
    let waiting = people::read(&mut line);
    bodies::read(&mut line, &names);
    choices::read(&mut line);
    places::others(&mut line);
    kinds::read(&mut line);
    people::settle(&mut line, waiting);
    rest::read(&mut line, &names);
    finish(line, beyond)
}

fn finish(line: Line, beyond: &str) -> Understood {
    let Line { mut draft, mut marks, date, .. } = line;
    let kind = EntryKind::of_code(&draft.kind).unwrap_or(EntryKind::WorkingMeeting);
    let blank = EntryDraft::blank(date, part(&draft, kind), None);
    let or = |field: &mut String, usual: String| {
        if field.is_empty() {
            *field = usual;
        }
    };
    or(&mut draft.date, blank.date);
    or(&mut draft.kind, kind.code().to_owned());
    or(&mut draft.part, blank.part);
    or(&mut draft.format, Format::InPerson.code().to_owned());
    or(&mut draft.visibility, Visibility::Internal.code().to_owned());
    draft.content.push_str(beyond);
    marks.sort_by_key(|mark| mark.from);
    Understood { draft, marks }
}

fn part(draft: &EntryDraft, kind: EntryKind) -> SessionPart {
    let whole = matches!(kind, EntryKind::BusinessTrip | EntryKind::Leave | EntryKind::Duty);
    match spoken::parse_time(&draft.start) {
        Some(start) => SessionPart::of_time(start),
        None if whole => SessionPart::AllDay,
        None => SessionPart::Morning,
    }
}
