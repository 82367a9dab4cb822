//! What an entry tells of its hours, its company and the way to it.

use chrono::{NaiveDateTime, NaiveTime};
use domain::calendar::hours::WorkingHours;
use domain::calendar::spoken;
use domain::schedule::Face;
use domain::schedule::publication::LeaderName;

/// Start and end in words.
pub(super) fn hours(face: &Face) -> (Option<String>, Option<String>) {
    (face.start.map(spoken::time), face.end.map(spoken::time))
}

/// From when to when, for "now" and "past"; without hours the part of the day.
pub(super) fn moment(face: &Face) -> (NaiveDateTime, NaiveDateTime) {
    let (from, to) = face.part.bounds(&WorkingHours::default());
    let at = |time: NaiveTime| NaiveDateTime::new(face.date, time);
    (at(face.start.unwrap_or(from)), at(face.end.unwrap_or(to)))
}

/// The leaders, by title and last name, when there are some.
pub(super) fn leaders(face: &Face) -> Option<String> {
    let name =
        |l: &LeaderName| format!("{} {}", l.title, l.name.split_whitespace().last().unwrap_or_default());
    let names: Vec<String> = face.leaders.iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The same where somebody goes with the leader who reads it.
pub(super) fn company(face: &Face) -> Option<String> {
    leaders(face).filter(|_| face.leaders.len() > 1)
}

/// A telephone number as `tel:` wants it (RFC 3966): digits, +84 for 0.
pub(super) fn dialled(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) => format!("+84{rest}"),
        None => digits,
    }
}

/// A map for places outside the building; `None` for an empty place.
pub(super) fn roads(place: &str) -> Option<String> {
    (!place.is_empty()).then(|| {
        let mut query = String::new();
        for byte in place.bytes() {
            if byte.is_ascii_alphanumeric() {
                query.push(char::from(byte));
            } else {
                query.push_str(&format!("%{byte:02X}"));
            }
        }
        format!("https://www.openstreetmap.org/search?query={query}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_dialled_from_anywhere() {
        assert_eq!(dialled("0912 345.678"), "+84912345678");
        assert_eq!(dialled("113"), "113");
    }

    #[test]
    fn a_place_is_looked_for_on_a_map() {
        assert_eq!(roads(""), None);
        assert!(roads("Xã A").unwrap().ends_with("query=X%C3%A3%20A"));
    }
}
