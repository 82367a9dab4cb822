//! Citizen reception in words: what is asked of a post, and a day that a week lacks.

use crate::calendar::spoken;
use crate::locale::{Locale, Word};
use crate::schedule::reception::{ReceptionDue, ReceptionRule};
use chrono::{Datelike, Weekday};

/// What is asked of a post: "1 ngày mỗi tháng; Thứ Năm thứ nhất của tháng".
pub fn reception_rule(locale: Locale, rule: &ReceptionRule) -> String {
    let days = match locale {
        Locale::Vi => format!("{} mỗi tháng", days(locale, rule.per_month)),
        Locale::En => format!("{} a month", days(locale, rule.per_month)),
    };
    match rule.announced {
        Some((nth, on)) => format!("{days}; {}", weekday_of_month(locale, nth, on)),
        None => days,
    }
}

/// Which of the days of a month with one weekday is meant: 1 to 5, or 0 for the last one.
pub fn nth_of_month(nth: u8) -> Word {
    match nth {
        1 => Word::new("thứ nhất", "first"),
        2 => Word::new("thứ hai", "second"),
        3 => Word::new("thứ ba", "third"),
        4 => Word::new("thứ tư", "fourth"),
        5 => Word::new("thứ năm", "fifth"),
        _ => Word::new("cuối cùng", "last"),
    }
}

/// "Thứ Năm thứ nhất của tháng", "first Thursday of the month".
pub(super) fn weekday_of_month(locale: Locale, nth: u8, on: Weekday) -> String {
    let (day, nth) = (spoken::weekday(locale, on), locale.say(nth_of_month(nth)));
    match locale {
        Locale::Vi => format!("{day} {nth} của tháng"),
        Locale::En => format!("{nth} {day} of the month"),
    }
}

/// "2 ngày", "1 day", "2 days".
fn days(locale: Locale, count: u32) -> String {
    match (locale, count) {
        (Locale::Vi, _) => format!("{count} ngày"),
        (Locale::En, 1) => "1 day".to_owned(),
        (Locale::En, _) => format!("{count} days"),
    }
}

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
            "{name} has not received citizens on {} in month {month}; its last working day is {day} ({basis}).",
            days(locale, *per_month)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_as_people_say_it() {
        let told = |locale, per_month, announced| {
            reception_rule(locale, &ReceptionRule { post: "ct".into(), per_month, announced })
        };
        let first = Some((1, Weekday::Thu));
        assert_eq!(told(Locale::Vi, 1, first), "1 ngày mỗi tháng; Thứ Năm thứ nhất của tháng");
        assert_eq!(told(Locale::En, 1, first), "1 day a month; first Thursday of the month");
        let last = Some((0, Weekday::Fri));
        assert_eq!(told(Locale::Vi, 2, last), "2 ngày mỗi tháng; Thứ Sáu cuối cùng của tháng");
        assert_eq!(told(Locale::En, 2, last), "2 days a month; last Friday of the month");
        assert_eq!(told(Locale::En, 3, None), "3 days a month");
    }
}
