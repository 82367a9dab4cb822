//! A published week as CSV (RFC 4180), for spreadsheets: UTF-8 with its mark,
//! which Excel asks for, and no cell that a spreadsheet would take for a formula.

use super::data::hour;
use domain::bulletin::BulletinWeek;
use domain::schedule::publication::{LeaderName, Published};

/// The names of the columns; a promise like those of the JSON.
const COLUMNS: [&str; 17] = [
    "date",
    "part",
    "start",
    "end",
    "content",
    "leaders",
    "place",
    "participants",
    "host_unit",
    "preparing_unit",
    "kind",
    "format",
    "standing",
    "moved_to",
    "mark",
    "reason",
    "uid",
];

/// Writes the week, one row for each entry.
pub(super) fn csv(week: &BulletinWeek) -> String {
    let mut text = String::from('\u{feff}');
    push_row(&mut text, COLUMNS.map(str::to_owned));
    for entry in &week.entries {
        push_row(&mut text, row(entry));
    }
    text
}

fn row(published: &Published) -> [String; COLUMNS.len()] {
    let face = &published.face;
    [
        face.date.to_string(),
        face.part.code().to_owned(),
        hour(face.start),
        hour(face.end),
        face.content.clone(),
        names(&face.leaders),
        face.place.clone(),
        face.participants.clone(),
        face.host.clone(),
        face.preparing.clone(),
        face.kind.code().to_owned(),
        face.format.code().to_owned(),
        face.standing.code().to_owned(),
        face.moved_to.map(|day| day.to_string()).unwrap_or_default(),
        published.mark.code().to_owned(),
        face.reason.clone(),
        published.uid.clone(),
    ]
}

/// "Chủ tịch Đặng Hữu Khiêm (chair); PCT Lương Quốc Trụ (attend)".
fn names(leaders: &[LeaderName]) -> String {
    let names: Vec<String> =
        leaders.iter().map(|l| format!("{} {} ({})", l.title, l.name, l.role.code())).collect();
    names.join("; ")
}

fn push_row<const N: usize>(text: &mut String, cells: [String; N]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        push_cell(text, cell);
    }
    text.push_str("\r\n");
}

/// A cell that begins like a formula gets an apostrophe before it, which
/// spreadsheets take for "this is text".
fn push_cell(text: &mut String, cell: &str) {
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
    let guard = if formula { "'" } else { "" };
    if cell.contains(['"', ',', '\r', '\n']) {
        text.push('"');
        text.push_str(guard);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(guard);
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cell: &str) -> String {
        let mut text = String::new();
        push_cell(&mut text, cell);
        text
    }

    #[test]
    fn a_cell_is_quoted_when_it_must_be() {
        assert_eq!(written("Phòng họp A"), "Phòng họp A");
        assert_eq!(written("Sở A, Sở B"), "\"Sở A, Sở B\"");
        assert_eq!(written("họp \"kín\""), "\"họp \"\"kín\"\"\"");
        assert_eq!(written("dòng 1\ndòng 2"), "\"dòng 1\ndòng 2\"");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+84", "-2", "@SUM(A1)", " =1"] {
            assert_eq!(written(cell), format!("'{cell}"));
        }
        assert_eq!(written("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
        assert_eq!(written("Họp - kết luận"), "Họp - kết luận");
    }
}
