//! A day of citizen reception that a week lacks, as a sentence.

use crate::calendar::spoken;
use crate::locale::Locale;
use crate::schedule::reception::ReceptionDue;
use chrono::Datelike;

/// "Chủ tịch Đặng Hữu Khiêm chưa có lịch tiếp công dân ngày đã niêm yết ...".
pub fn reception(locale: Locale, due: &ReceptionDue) -> String {
    let ReceptionDue { name, per_month, basis, .. } = due;
    let (day, month) = (spoken::long_date(locale, due.due), due.due.month());
    match (locale, due.is_announced) {
        (Locale::Vi, true) => format!(
            "{name} chưa có lịch tiếp công dân; ngày đã niêm yết: {day}; ít nhất {per_month} ngày mỗi tháng ({basis})."
        ),
        (Locale::Vi, false) => format!(
            "{name} chưa đủ {per_month} ngày tiếp công dân trong tháng {month}; ngày làm việc cuối tháng: {day} ({basis})."
        ),
        (Locale::En, true) => format!(
            "{name} has no citizen reception yet; the day announced is {day}; at least {per_month} a month ({basis})."
        ),
        (Locale::En, false) => format!(
            "{name} has not received citizens on {per_month} day(s) of month {month}; its last working day is {day} ({basis})."
        ),
    }
}
