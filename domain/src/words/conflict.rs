//! Conflicts as sentences that name the other entry.

use super::part;
use crate::calendar::spoken;
use crate::locale::Locale;
use crate::schedule::conflict::{Conflict, ConflictKind, OtherEntry};

/// A conflict in one sentence: "Chủ tịch đã có lịch 08:00-10:00 tại Phòng họp A (Họp ...)".
pub fn conflict(locale: Locale, conflict: &Conflict) -> String {
    let vi = locale == Locale::Vi;
    let other = conflict.with.as_ref().map(|o| other_entry(locale, o)).unwrap_or_default();
    match &conflict.kind {
        ConflictKind::Leader { name } if vi => format!("{name} đã có lịch {other}."),
        ConflictKind::Leader { name } => format!("{name} already has {other}."),
        ConflictKind::Room { name } if vi => format!("{name} đã dùng {other}."),
        ConflictKind::Room { name } => format!("{name} is taken {other}."),
        ConflictKind::Vehicle { plate } if vi => format!("Xe {plate} đã điều {other}."),
        ConflictKind::Vehicle { plate } => format!("Car {plate} is sent {other}."),
        ConflictKind::Driver { name } if vi => format!("Lái xe {name} đã được điều {other}."),
        ConflictKind::Driver { name } => format!("Driver {name} is sent {other}."),
        ConflictKind::Staff { name } if vi => format!("{name} cùng lúc phục vụ {other}."),
        ConflictKind::Staff { name } => format!("{name} also serves {other}."),
        ConflictKind::Unit { name } if vi => format!("{name} cùng lúc chuẩn bị hoặc dự {other}."),
        ConflictKind::Unit { name } => format!("{name} also prepares or joins {other}."),
        ConflictKind::Reception { name } if vi => {
            format!("Trùng buổi tiếp công dân của {name} {other}; buổi tiếp đã công khai, cần lý do.")
        }
        ConflictKind::Reception { name } => {
            format!("Overwrites the citizen reception of {name} {other}; it is public, a reason is needed.")
        }
        ConflictKind::OutsideHours { from, to } if vi => {
            format!("Ngoài giờ làm việc ({} - {}).", spoken::time(*from), spoken::time(*to))
        }
        ConflictKind::OutsideHours { from, to } => {
            format!("Outside working hours ({} - {}).", spoken::time(*from), spoken::time(*to))
        }
        ConflictKind::NoonPause { from, to } if vi => {
            format!("Vào giờ nghỉ trưa ({} - {}).", spoken::time(*from), spoken::time(*to))
        }
        ConflictKind::NoonPause { from, to } => {
            format!("In the noon pause ({} - {}).", spoken::time(*from), spoken::time(*to))
        }
        ConflictKind::DayOff if vi => "Ngày nghỉ hằng tuần.".into(),
        ConflictKind::DayOff => "A weekly day off.".into(),
        ConflictKind::Holiday { name } if vi => format!("Ngày nghỉ lễ: {name}."),
        ConflictKind::Holiday { name } => format!("Public holiday: {name}."),
        ConflictKind::Portfolio { name } if vi => format!("Lĩnh vực này do {name} phụ trách."),
        ConflictKind::Portfolio { name } => format!("This field is in the portfolio of {name}."),
        ConflictKind::Way { name, from, to, way, preparation, left, after } => {
            let seat = if vi { "trụ sở" } else { "the Office" };
            let (from, to) = (from.as_deref().unwrap_or(seat), to.as_deref().unwrap_or(seat));
            let needed = way.saturating_add(*preparation);
            let of = match (*preparation, vi) {
                (0, _) => String::new(),
                (_, true) => format!(" (đường {way}, chuẩn bị {preparation})"),
                (_, false) => format!(" ({way} on the way, {preparation} to prepare)"),
            };
            match (vi, *after) {
                (true, true) => format!(
                    "{name} cần {needed} phút đi từ {from} tới {to}{of}, chỉ có {left} phút sau lịch {other}."
                ),
                (true, false) => format!(
                    "{name} cần {needed} phút đi từ {from} tới {to}{of}, chỉ có {left} phút trước lịch {other}."
                ),
                (false, true) => format!(
                    "{name} needs {needed} minutes from {from} to {to}{of} and has {left} after {other}."
                ),
                (false, false) => format!(
                    "{name} needs {needed} minutes from {from} to {to}{of} and has {left} before {other}."
                ),
            }
        }
        ConflictKind::ReceptionDelegated if vi => {
            "Luật 136/2025/QH15: người đứng đầu không ủy quyền cho cấp phó tiếp công dân định kỳ; cần lý do."
                .into()
        }
        ConflictKind::ReceptionDelegated => {
            "Law 136/2025/QH15: the head does not delegate the regular citizen reception; a reason is needed."
                .into()
        }
    }
}

fn other_entry(locale: Locale, other: &OtherEntry) -> String {
    let when = span(locale, other);
    let content = excerpt(&other.content);
    let at = if locale == Locale::Vi { "tại" } else { "at" };
    if other.place.is_empty() {
        format!("{when} ({content})")
    } else {
        format!("{when} {at} {} ({content})", other.place)
    }
}

fn span(locale: Locale, other: &OtherEntry) -> String {
    match (other.start, other.end) {
        (Some(start), Some(end)) => format!("{}-{}", spoken::time(start), spoken::time(end)),
        (Some(start), None) if locale == Locale::Vi => format!("từ {}", spoken::time(start)),
        (Some(start), None) => format!("from {}", spoken::time(start)),
        _ => locale.say(part(other.part)).to_lowercase(),
    }
}

/// A content where there is room for one line only: cut at a word when it is longer.
pub fn excerpt(content: &str) -> String {
    const MOST: usize = 70;
    if content.chars().count() <= MOST {
        return content.to_owned();
    }
    let cut: String = content.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}
