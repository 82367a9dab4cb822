//! The rule of a series in words: "Hằng tuần: Thứ Hai; đến 31/12/2026".

use super::reception::weekday_of_month;
use crate::calendar::spoken;
use crate::locale::{Locale, Word};
use crate::schedule::series::draft::Repeats;
use crate::schedule::series::{Ends, OnDayOff, Rule, Series};
use chrono::{Datelike, Weekday};

/// How a series repeats, as a choice.
pub fn repeats(repeats: Repeats) -> Word {
    match repeats {
        Repeats::Weekly => Word::new("Hằng tuần", "Weekly"),
        Repeats::MonthlyByDay => Word::new("Hằng tháng, cùng ngày", "Monthly, on the same day"),
        Repeats::MonthlyByWeekday => {
            Word::new("Hằng tháng, cùng thứ của tuần thứ mấy", "Monthly, on the same weekday by number")
        }
        Repeats::MonthlyByLast => {
            Word::new("Hằng tháng, thứ đó lần cuối trong tháng", "Monthly, on the last such weekday")
        }
        Repeats::Yearly => Word::new("Hằng năm", "Yearly"),
    }
}

/// What becomes of days off.
pub fn on_day_off(what: OnDayOff) -> Word {
    match what {
        OnDayOff::Keep => Word::new("Vẫn giữ", "It stays"),
        OnDayOff::Skip => Word::new("Bỏ qua", "It is left out"),
        OnDayOff::NextWorkingDay => {
            Word::new("Chuyển sang ngày làm việc kế tiếp", "It moves to the next working day")
        }
    }
}

/// The whole rule.
pub fn series(locale: Locale, series: &Series) -> String {
    let vi = locale == Locale::Vi;
    let own = [series.first.weekday()];
    let names = |on: &[Weekday]| {
        let on = if on.is_empty() { &own } else { on };
        on.iter().map(|day| spoken::weekday(locale, *day)).collect::<Vec<_>>().join(", ")
    };
    let period = |every: u32, one: &str, many: &str| match (every, vi) {
        (1, _) => one.to_owned(),
        (n, true) => format!("{n} {many} một lần"),
        (n, false) => format!("Every {n} {many}"),
    };
    let (week, weeks) = if vi { ("Hằng tuần", "tuần") } else { ("Weekly", "weeks") };
    let (month, months) = if vi { ("Hằng tháng", "tháng") } else { ("Monthly", "months") };
    let rule = match &series.rule {
        Rule::Weekly { every, on } => format!("{}: {}", period(*every, week, weeks), names(on)),
        Rule::MonthlyByDay { every } => {
            let day = if vi { "ngày" } else { "day" };
            format!("{}: {day} {}", period(*every, month, months), series.first.day())
        }
        Rule::MonthlyByWeekday { every, nth, on } => {
            format!("{}: {}", period(*every, month, months), weekday_of_month(locale, *nth, *on))
        }
        Rule::Yearly => {
            let year = if vi { "Hằng năm" } else { "Yearly" };
            format!("{year}: {:02}/{:02}", series.first.day(), series.first.month())
        }
    };
    let ends = match (series.ends, vi) {
        (Ends::Until(day), true) => format!("đến {}", spoken::date(day)),
        (Ends::Until(day), false) => format!("until {}", spoken::date(day)),
        (Ends::Count(times), true) => format!("{times} lần"),
        (Ends::Count(1), false) => "once".to_owned(),
        (Ends::Count(times), false) => format!("{times} times"),
    };
    format!("{rule}; {ends}")
}
