//! Days by name: weekdays, and days told from today.

use super::{Named, day_of};
use crate::calendar::IsoWeek;
use crate::schedule::quick::line::Line;
use crate::schedule::quick::people;
use crate::schedule::quick::word::Sort;
use chrono::{Days, NaiveDate, Weekday};
use std::ops::Range;

const WEEKDAYS: [(Weekday, [&str; 2]); 6] = [
    (Weekday::Mon, ["hai", "2"]),
    (Weekday::Tue, ["ba", "3"]),
    (Weekday::Wed, ["tư", "4"]),
    (Weekday::Thu, ["năm", "5"]),
    (Weekday::Fri, ["sáu", "6"]),
    (Weekday::Sat, ["bảy", "7"]),
];
/// Behind these, "thứ hai" is a number.
const COUNTED: &[&str] = &[
    "lần",
    "kỳ",
    "kỳ họp",
    "phiên họp",
    "cuộc họp",
    "phiên",
    "khóa",
    "quý",
    "đợt",
    "bước",
    "hạng",
    "người",
    "nhiệm kỳ",
    "tuần",
    "năm",
    "tháng",
    "ngày làm việc",
    "giai đoạn",
    "tầng",
    "vị trí",
    "nhóm",
    "nguồn",
];
/// Behind these, "T2" is a gate.
const BUILT: &[&str] = &["ga", "nhà", "tòa", "khu", "block", "cổng", "tháp", "lô", "đường", "sảnh"];

/// A weekday that begins here, and the day it means.
pub(super) fn weekday(line: &Line, at: usize) -> Option<Named> {
    let (weekday, end, sure) = name(line, at)?;
    let blocked = line.before(at, COUNTED).is_some() || (!sure && line.before(at, BUILT).is_some());
    let edge = line.begins(at)
        || line.ends(end)
        || follows_a_word_of_time(line, at)
        || people::named_before(line, at);
    if blocked || !(sure || edge) {
        return None;
    }
    let (week, end) = week(line, end);
    Some(Named { day: day_of(week, weekday), end })
}

/// The weekday, the word behind it, and whether nothing else is spelled so.
fn name(line: &Line, at: usize) -> Option<(Weekday, usize, bool)> {
    if let Some(end) = line.says(at, "chủ nhật") {
        return Some((Weekday::Sun, end, true));
    }
    let short =
        line.word(at).filter(|_| line.free(at) && !(line.glued(at) && at > 0 && !line.breaks(at - 1)))?;
    if short.plain == "cn" && short.capital {
        return Some((Weekday::Sun, at + 1, false));
    }
    if short.plain == "t" {
        let number = line.word(at + 1).filter(|w| line.free(at + 1) && !w.spaced)?;
        let more = line.word(at + 2).is_some_and(|w| !w.spaced && !line.breaks(at + 2));
        let day = WEEKDAYS.iter().find(|(_, names)| names[1] == number.plain)?;
        return (!more).then_some((day.0, at + 2, false));
    }
    let second = line.says_clearly(at, "thứ")?;
    let named = line.word(second)?;
    WEEKDAYS.iter().find_map(|(day, [name, number])| {
        let by_number = named.plain == *number;
        let end =
            if by_number { line.free(second).then_some(second + 1) } else { line.says_clearly(second, name) };
        let fraction =
            by_number && line.word(second + 1).is_some_and(|w| !w.spaced && w.sort != Sort::Letters);
        let fraction = fraction && !line.breaks(second + 1);
        Some((*day, end.filter(|_| !fraction)?, line.word(at)?.marks != 0))
    })
}

fn follows_a_word_of_time(line: &Line, at: usize) -> bool {
    line.before(at, &["vào", "ngày", "sáng", "chiều", "tối", "hôm"]).is_some()
}

fn week(line: &Line, at: usize) -> (IsoWeek, usize) {
    let this = IsoWeek::of(line.today);
    let told = [
        ("tuần này", this),
        ("tuần sau", this.next()),
        ("tuần tới", this.next()),
        ("tuần trước", this.previous()),
    ];
    if let Some((end, week)) = told.into_iter().find_map(|(said, week)| Some((line.says(at, said)?, week))) {
        return (week, end);
    }
    let numbered = line.says(at, "tuần").and_then(|number| {
        let week = line.word(number).filter(|_| line.free(number))?.number(2)?;
        Some((IsoWeek::new(line.week.year(), week).ok()?, number + 1))
    });
    numbered.unwrap_or((line.week, at))
}

/// "hôm nay", "sáng nay", "ngày mai", "mai", "ngày kia".
pub(super) fn relative(line: &Line, at: usize) -> Option<(Range<usize>, NaiveDate)> {
    let after = |days: u64| line.today.checked_add_days(Days::new(days));
    let told = [("hôm nay", 0), ("ngày mai", 1), ("ngày kia", 2), ("hôm sau", 1)];
    if let Some((end, days)) = told.into_iter().find_map(|(said, days)| Some((line.says(at, said)?, days))) {
        let edge = line.begins(at) || line.ends(end) || follows_a_word_of_time(line, at);
        return edge.then_some((at..end, after(days)?));
    }
    let of_the_day = line.before(at, &["sáng", "trưa", "chiều", "tối", "đêm"]).is_some();
    if let Some(end) = line.says(at, "nay").filter(|_| of_the_day) {
        return Some((at..end, line.today));
    }
    let end =
        line.says_clearly(at, "mai").filter(|_| line.word(at).is_some_and(|w| !w.capital || at == 0))?;
    let beside = at > 0 && !line.free(at - 1) || end < line.len() && !line.free(end);
    let opens = (line.begins(at) || people::named_before(line, at)) && line.says(end, "vàng").is_none();
    (of_the_day || beside || opens).then_some((at..end, after(1)?))
}
