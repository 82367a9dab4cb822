//! What an entry tells of its hours, its company and the way to it.

use chrono::NaiveDateTime;
use domain::calendar::hours::WorkingHours;
use domain::calendar::spoken;
use domain::people::Position;
use domain::schedule::Face;
use domain::schedule::publication::LeaderName;

/// Start and end in words.
pub(super) fn hours(face: &Face) -> (Option<String>, Option<String>) {
    (face.start.map(spoken::time), face.end.map(spoken::time))
}

/// From when to when, for "now" and "past". The page does not know the Office's own hours.
pub(super) fn moment(face: &Face) -> (NaiveDateTime, NaiveDateTime) {
    face.span(&WorkingHours::default())
}

/// The leaders, by title and last name, when there are some.
pub(super) fn leaders(face: &Face) -> Option<String> {
    let name =
        |l: &LeaderName| format!("{} {}", l.title, l.name.split_whitespace().last().unwrap_or_default());
    let names: Vec<String> = face.leaders.iter().map(name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Who goes in place of the reader, who holds these posts and does not go: "PCT Lương Quốc
/// Trụ". Nothing when the reader goes, or was never to go.
pub(super) fn deputies(face: &Face, posts: &[Position]) -> Option<String> {
    if face.leaders.iter().any(|leader| posts.iter().any(|post| post.slug == leader.slug)) {
        return None;
    }
    let is_for_them = |leader: &&LeaderName| posts.iter().any(|post| leader.stands_in_for(post));
    let told = |leader: &LeaderName| format!("{} {}", leader.title, leader.name);
    let names: Vec<String> = face.leaders.iter().filter(is_for_them).map(told).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The leaders where somebody goes with the one who reads it.
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
    use chrono::NaiveDate;
    use domain::calendar::hours::SessionPart;
    use domain::id::{PersonId, PositionId, UnitId};
    use domain::people::Span;
    use domain::schedule::publication::FaceStanding;
    use domain::schedule::{EntryKind, Format, LeaderRole};

    fn post(slug: &str, name: &str) -> Position {
        Position {
            id: PositionId(1),
            slug: slug.into(),
            title: String::new(),
            short_title: String::new(),
            person: PersonId(1),
            person_name: name.into(),
            unit: UnitId(1),
            precedence: 1,
            portfolio: String::new(),
            has_calendar: true,
            office_leader: None,
            acting: None,
            valid: Span::default(),
            version: 1,
        }
    }

    /// Đặng Hữu Khiêm sent Lương Quốc Trụ; `others` go as well.
    fn delegated(others: &[&str]) -> Face {
        let leader = |slug: &str, name: &str, original: Option<&str>| LeaderName {
            slug: slug.into(),
            title: "PCT".into(),
            name: name.into(),
            role: LeaderRole::Substitute,
            in_place_of: original.map(|name| ("Chủ tịch".into(), name.into())),
            precedence: 1,
        };
        let mut leaders = vec![leader("pct-kt", "Lương Quốc Trụ", Some("Đặng Hữu Khiêm"))];
        leaders.extend(others.iter().map(|slug| leader(slug, "Ai đó", None)));
        Face {
            date: NaiveDate::MIN,
            part: SessionPart::Morning,
            start: None,
            end: None,
            kind: EntryKind::WorkingMeeting,
            content: String::new(),
            leaders,
            participants: String::new(),
            place: String::new(),
            host: String::new(),
            preparing: String::new(),
            format: Format::InPerson,
            remote_sites: Vec::new(),
            invitation: None,
            standing: FaceStanding::Going,
            moved_to: None,
            reason: String::new(),
            acting: None,
        }
    }

    #[test]
    fn whoever_delegated_reads_who_goes() {
        let chairman = [post("ct", "Đặng Hữu Khiêm")];
        assert_eq!(deputies(&delegated(&[]), &chairman).as_deref(), Some("PCT Lương Quốc Trụ"));
        assert_eq!(deputies(&delegated(&["ct"]), &chairman), None, "who goes after all is told nothing");
        assert_eq!(deputies(&delegated(&[]), &[post("pct-kt", "Lương Quốc Trụ")]), None);
        assert_eq!(deputies(&delegated(&[]), &[post("pct-nn", "Người khác")]), None);
        assert_eq!(deputies(&delegated(&[]), &[]), None);
    }

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
