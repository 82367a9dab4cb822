//! The hours of a meeting in words: how far an item has come, how late it is, and why no
//! hour can be noted.

use crate::calendar::spoken;
use crate::locale::{Locale, Word};
use crate::meeting::{Hour, NotInSession, Turn};

/// How far an item has come on the day.
pub fn turn(turn: Turn) -> Word {
    match turn {
        Turn::Waits => Word::new("Chưa tới lượt", "To come"),
        Turn::Runs => Word::new("Đang họp", "On now"),
        Turn::Over => Word::new("Đã xong", "Over"),
        Turn::Skipped => Word::new("Chưa họp tới", "Passed over"),
    }
}

/// "chậm 15 phút", "sớm 5 phút"; nothing for what is on time or has no hour.
pub fn late(locale: Locale, hour: &Hour) -> Option<String> {
    let late = hour.late()?;
    let minutes = late.abs();
    let some = if minutes == 1 { "minute" } else { "minutes" };
    match (locale, late.signum()) {
        (_, 0) => None,
        (Locale::Vi, 1) => Some(format!("chậm {minutes} phút")),
        (Locale::Vi, _) => Some(format!("sớm {minutes} phút")),
        (Locale::En, 1) => Some(format!("{minutes} {some} late")),
        (Locale::En, _) => Some(format!("{minutes} {some} early")),
    }
}

/// Why no hour can be noted, and the way out.
pub fn not_in_session(locale: Locale, why: NotInSession) -> String {
    let vi = locale == Locale::Vi;
    match why {
        NotInSession::NotYet(day) if vi => {
            format!("Cuộc họp chưa diễn ra: giờ thực tế chỉ ghi từ ngày {}.", spoken::date(day))
        }
        NotInSession::NotYet(day) => {
            format!("The meeting is still to come: real hours are noted from {} on.", spoken::date(day))
        }
        NotInSession::Over(day) if vi => {
            format!("Ngày họp {} đã qua; hãy nhập giờ thay vì bấm.", spoken::date(day))
        }
        NotInSession::Over(day) => {
            format!("The day of the meeting, {}, is over; type the hour instead.", spoken::date(day))
        }
        NotInSession::Postponed if vi => "Cuộc họp đã hoãn nên không ghi giờ thực tế.".into(),
        NotInSession::Postponed => "The meeting was postponed; it has no real hours.".into(),
        NotInSession::Cancelled if vi => "Cuộc họp đã hủy nên không ghi giờ thực tế.".into(),
        NotInSession::Cancelled => "The meeting was cancelled; it has no real hours.".into(),
    }
}
