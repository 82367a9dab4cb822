//! A table out of a spreadsheet: persons, or units when there is a column of codes.
//!
//! Columns are named by their code names or as on the screen, in any order; cells are
//! separated by commas, semicolons or tabs (RFC 4180 otherwise).

use crate::export::{Book, Member, Section};
use domain::locale::Word;
use domain::people::{Service, UnitKind};
use domain::{text, words};

const UNIT: [&str; 7] = ["code", "name", "short_name", "kind", "parent", "from", "to"];
const PERSON: [&str; 10] =
    ["key", "name", "title", "unit", "email", "phone", "duties", "service", "from", "to"];
/// Other names that a column goes by in offices.
const ALSO: [(&str, &str); 8] = [
    ("ho va ten", "name"),
    ("ho ten", "name"),
    ("ten don vi", "name"),
    ("ma don vi", "code"),
    ("loai hinh", "kind"),
    ("email", "email"),
    ("dien thoai", "phone"),
    ("chuc vu", "title"),
];

pub(super) fn read(text: &str) -> Result<Book, Vec<String>> {
    let mut lines = cells(text)?.into_iter();
    let head = lines.next().ok_or_else(|| vec!["tệp trống".to_owned()])?;
    let is_units = head.iter().any(|cell| column(cell, &UNIT) == Some("code"));
    let known: &[&'static str] = if is_units { &UNIT } else { &PERSON };
    let columns: Vec<&str> = head
        .iter()
        .map(|cell| column(cell, known).ok_or_else(|| format!("dòng 1: không rõ cột \"{}\"", cell.trim())))
        .collect::<Result<_, _>>()
        .map_err(|line| vec![line])?;
    let mut book = Book::default();
    for (at, line) in lines.enumerate() {
        if line.len() != columns.len() {
            return Err(vec![format!("dòng {}: có {} ô, cần {}", at + 2, line.len(), columns.len())]);
        }
        let get = |name: &str| {
            let place = columns.iter().position(|column| *column == name);
            place.map(|place| line[place].trim().to_owned()).unwrap_or_default()
        };
        if is_units {
            book.units.push(Section {
                code: get("code"),
                name: get("name"),
                short_name: get("short_name"),
                kind: choice(get("kind"), UnitKind::ALL.map(|k| (k.code(), words::unit_kind(k)))),
                parent: get("parent"),
                from: get("from"),
                to: get("to"),
            });
        } else {
            book.persons.push(Member {
                key: get("key"),
                name: get("name"),
                title: get("title"),
                unit: get("unit"),
                email: get("email"),
                phone: get("phone"),
                duties: get("duties"),
                service: choice(get("service"), Service::ALL.map(|s| (s.code(), words::service(s)))),
                from: get("from"),
                to: get("to"),
            });
        }
    }
    Ok(book)
}

/// The column that a head names, by its code or in words.
fn column<'a>(head: &str, known: &[&'a str]) -> Option<&'a str> {
    let said = text::plain(head.trim());
    let also = ALSO.iter().find(|(name, _)| *name == said).map(|(_, code)| *code);
    known.iter().copied().find(|code| {
        *code == head.trim() || Some(*code) == also || text::plain(words::field(code).vi) == said
    })
}

/// A choice in words as its code; anything else stays for the rule to refuse.
fn choice<const N: usize>(typed: String, choices: [(&str, Word); N]) -> String {
    let said = text::plain(&typed);
    let known = choices.iter().find(|(_, word)| text::plain(word.vi) == said);
    known.map_or(typed, |(code, _)| (*code).to_owned())
}

/// Lines of cells; lines with nothing in them are left out at the end only, so that
/// the numbers of lines stay right.
fn cells(text: &str) -> Result<Vec<Vec<String>>, Vec<String>> {
    let head = text.lines().next().unwrap_or_default();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|c| head.matches(*c).count()).unwrap_or(',');
    let mut lines = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.trim_end().chars().peekable();
    while let Some(letter) = letters.next() {
        let line = lines.last_mut().ok_or_else(Vec::new)?;
        let is_first = line.last().is_none_or(String::is_empty);
        let cell = line.last_mut().ok_or_else(Vec::new)?;
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if is_first => quoted = true,
            '\r' if !quoted => {}
            '\n' if !quoted => lines.push(vec![String::new()]),
            other if !quoted && other == separator => line.push(String::new()),
            other => cell.push(other),
        }
    }
    if quoted {
        return Err(vec![format!("dòng {}: thiếu dấu ngoặc kép đóng", lines.len())]);
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_persons_is_read_with_its_quotes_and_words() {
        let text = "Họ và tên;Chức danh;Đơn vị;Thư điện tử;Phục vụ lịch\r\n\
                    \"Nguyễn \"\"Tư\"\" An\";\"Chuyên viên;\nTổ 1\";STC;an@x.vn;Lái xe\r\n\r\n";
        let book = read(text).unwrap();
        let [person] = book.persons.as_slice() else { panic!("{book:?}") };
        assert_eq!(person.name, "Nguyễn \"Tư\" An");
        assert_eq!(person.title, "Chuyên viên;\nTổ 1");
        assert_eq!((person.unit.as_str(), person.service.as_str()), ("STC", "driver"));
    }

    #[test]
    fn a_column_of_codes_makes_a_table_of_units() {
        let book = read("code,name,kind,parent\nA,Sở A,Sở,\nB,Phòng B,division,A\n").unwrap();
        assert!(book.persons.is_empty());
        assert_eq!(book.units.len(), 2);
        assert_eq!(book.units[1].parent, "A");
    }

    #[test]
    fn what_cannot_be_a_table_is_named_by_its_line() {
        for (text, why) in [
            ("", "không rõ cột"),
            ("name,giá\nA,1", "dòng 1: không rõ cột \"giá\""),
            ("name,title\nA", "dòng 2: có 1 ô, cần 2"),
            ("name\n\"A", "dòng 2: thiếu dấu ngoặc kép đóng"),
        ] {
            let lines = read(text).unwrap_err();
            assert!(lines[0].contains(why), "{text}: {lines:?}");
        }
    }
}
