//! Units, persons, positions, rooms, cars and days off out of a file, all or nothing.
//!
//! JSON has the shape of an export's `office.json`; CSV holds persons or units. Each
//! row is judged by the same rule as the form on the screen and gets its line in the
//! journal; one wrong row, and nothing was read. Weeks do not come in this way.

mod apply;
mod csv;

use crate::desk::Desk;
use crate::export::Book;
use crate::failure::{Failure, Result};
use domain::Deed;

/// In which language a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// As an export writes `office.json`.
    Json,
    /// Persons or units with a line of names above them.
    Csv,
}

/// How much was taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Units.
    pub units: usize,
    /// Persons.
    pub persons: usize,
    /// Positions.
    pub positions: usize,
    /// Meeting rooms.
    pub rooms: usize,
    /// Official cars.
    pub vehicles: usize,
    /// Days off and swapped days.
    pub holidays: usize,
}

/// Reads a file into the Office.
///
/// # Errors
/// Refused without [`Deed::EditPeople`], [`Deed::AssignSecretary`] and
/// [`Deed::EditSettings`]; otherwise one line in Vietnamese for every row that cannot
/// be accepted, and nothing is taken in.
pub async fn read(desk: &Desk, text: &str, written: Written) -> Result<Taken> {
    for deed in [Deed::EditPeople, Deed::AssignSecretary, Deed::EditSettings] {
        desk.may(deed)?;
    }
    let text = text.trim_start_matches('\u{feff}');
    let (book, first_line) = match written {
        Written::Json => (json(text)?, None),
        Written::Csv => (csv::read(text).map_err(|lines| wrong(&lines))?, Some(2)),
    };
    apply::all(desk, &book, first_line).await
}

fn json(text: &str) -> Result<Book> {
    let book: Book = serde_json::from_str(text)
        .map_err(|e| wrong(&[format!("dòng {}, cột {}: không đọc được ({e})", e.line(), e.column())]))?;
    if !book.is_ours() {
        return Err(wrong(&[format!("tệp này là \"{}\", không phải tệp của Giao Ban", book.shape)]));
    }
    Ok(book)
}

fn wrong(lines: &[String]) -> Failure {
    Failure::Other(format!("không nhập gì, {} chỗ chưa đúng\n{}", lines.len(), lines.join("\n")))
}
