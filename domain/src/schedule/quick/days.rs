//! Days and parts of the day: "thứ Ba", "T3", "CN", "thứ Ba tuần sau", "hôm
//! nay", "mai", "ngày 2/12", "2/12/2026", "sáng", "cả ngày".
//!
//! A weekday alone is meant in the week on the board, "tuần sau" from today. A
//! day without a year is the one nearest to that week. Where a weekday and a date
//! disagree, the date holds and the weekday stays unread. What a topic may hold
//! is no day of the entry: "quý 4", "kỳ họp thứ Hai", "dịp 2/9", "Nghị quyết số
//! 12 ngày 5/11/2026", "T3/2026", days from one to another. A date that there is not
//! ("31/2") is filled in as typed where a real one would be read, unless one is.

mod named;

use super::hours::shifted;
use super::line::Line;
use super::word::Sort;
use crate::calendar::hours::SessionPart;
use crate::calendar::{IsoWeek, is_supported, spoken};
use crate::locale::Locale;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A date after these is a topic's.
const OF_A_TOPIC: &[&str] = &[
    "kế hoạch",
    "kỷ niệm",
    "quốc khánh",
    "nhân dịp",
    "dịp",
    "mừng",
    "lễ",
    "tết",
    "trước",
    "sau",
    "hết",
    "tính đến",
    "đến",
    "từ",
    "số",
    "nghị quyết",
    "nghị định",
    "quyết định",
    "thông báo",
    "kết luận",
    "công văn",
    "chỉ thị",
    "luật",
    "thông tư",
    "hạn",
    "ban hành",
    "ký",
    "niệm",
    "nhân",
    "nhân kỷ niệm",
];
/// "sáng 02/12".
const PARTS: &[&str] = &["sáng", "trưa", "chiều", "tối", "hôm"];
/// A date anywhere behind these, in the same part of the line, dates a paper.
const PAPERS: &[&str] = &[
    "nghị quyết",
    "nghị định",
    "quyết định",
    "thông báo",
    "kết luận",
    "công văn",
    "chỉ thị",
    "thông tư",
    "tờ trình",
    "văn bản",
    "báo cáo số",
    "kỷ niệm",
    "số",
];

/// What is wrong with "31/2".
pub(super) const NO_SUCH_DAY: &str = "Không có ngày này";

pub(super) fn read(line: &mut Line) {
    let weekday = (0..line.len()).find_map(|at| named::weekday(line, at).map(|found| (at, found)));
    let date = (0..line.len()).find_map(|at| dated(line, at, weekday.map(|(_, found)| found.end)));
    if date.is_none()
        && let Some((range, typed)) =
            (0..line.len()).find_map(|at| no_day(line, at, weekday.map(|(_, found)| found.end)))
    {
        line.draft.date = typed;
        line.take(range, "date", NO_SUCH_DAY);
        return part(line);
    }
    match (weekday, date) {
        (weekday, Some((range, day))) => {
            if let Some((at, found)) = weekday.filter(|(_, found)| found.day.weekday() == day.weekday()) {
                let at = said_before(line, at);
                line.take(at..found.end, "date", spoken::long_date(Locale::Vi, day));
            }
            keep(line, range, day);
        }
        (Some((at, found)), None) => {
            let at = said_before(line, at);
            keep(line, at..found.end, found.day);
        }
        (None, None) => {
            if let Some((range, day)) = (0..line.len()).find_map(|at| named::relative(line, at)) {
                keep(line, range, day);
            }
        }
    }
    part(line);
}

/// Where "vào", "ngày" before a weekday begin; the "ngày" of "cả ngày" stays.
fn said_before(line: &Line, at: usize) -> usize {
    let start = line.before(at, &["vào ngày", "vào", "ngày"]).unwrap_or(at);
    if line.before(start, &["cả", "nguyên", "trọn", "suốt"]).is_some() { at } else { start }
}

fn keep(line: &mut Line, range: std::ops::Range<usize>, day: NaiveDate) {
    line.date = day;
    line.take(range, "date", spoken::long_date(Locale::Vi, day));
}

/// A date that is the day of the entry. `named` is the word after a weekday.
fn dated(line: &Line, at: usize, named: Option<usize>) -> Option<(std::ops::Range<usize>, NaiveDate)> {
    let written = placed(line, at, named)?;
    Some((at..written.end, meant(line, &written)?))
}

/// What stands where the day of the entry would, but is none, and its words as typed.
fn no_day(line: &Line, at: usize, named: Option<usize>) -> Option<(std::ops::Range<usize>, String)> {
    let written = placed(line, at, named)?;
    let month = written.month?;
    // "45/60" is a part of something.
    let looks_so = (1..=31).contains(&written.day) || (1..=12).contains(&month);
    let year = line.week.year();
    let mut years = written.year.map_or(year - 1..=year + 1, |year| year..=year);
    let exists = years.any(|year| NaiveDate::from_ymd_opt(year, month, written.day).is_some());
    (looks_so && !exists).then(|| (at..written.end, line.slice(written.from..written.end).to_owned()))
}

/// A date that stands where the day of the entry would.
fn placed(line: &Line, at: usize, named: Option<usize>) -> Option<Written> {
    let said = line.any(at, &["vào ngày", "ngày"]);
    let first = said.unwrap_or(at);
    let written = written(line, first)?;
    // "thứ Ba, ngày 1/12", "thứ Ba (01/12)"
    let sign = at.checked_sub(1).filter(|sign| line.breaks(*sign)).unwrap_or(at);
    let follows = |at: usize| named == Some(at) || (at > 0 && !line.free(at - 1));
    let beside = follows(at)
        || (sign < at && follows(sign))
        || (written.end < line.len() && !line.free(written.end))
        || line.before(at, PARTS).is_some_and(|part| line.begins(part));
    let alone = || {
        let whole = line.ends(written.end) || written.year.is_some();
        let in_brackets = at > 0 && (line.is_sign(at - 1, '(') || line.is_sign(at - 1, '['));
        at == 0 || (line.begins(at) && whole && !in_brackets && !goes_on(line, at))
    };
    let topic = line.before(at, OF_A_TOPIC).is_some();
    let is_day = !topic && (beside || if said.is_some() { !behind_a_paper(line, at) } else { alone() });
    is_day.then_some(written)
}

/// "30/4, 1/5": one of several, and the first was no day of the entry.
fn goes_on(line: &Line, at: usize) -> bool {
    let digits = |at: usize| line.word(at).is_some_and(|w| w.sort == Sort::Digits);
    at > 2 && line.is_sign(at - 1, ',') && digits(at - 2) && line.is_sign(at - 3, '/')
}

fn behind_a_paper(line: &Line, at: usize) -> bool {
    (line.start_of(at)..at).any(|at| line.any(at, PAPERS).is_some())
}

struct Written {
    day: u32,
    month: Option<u32>,
    year: Option<i32>,
    /// The word that it begins with.
    from: usize,
    end: usize,
}

/// "2/12", "2/12/2026", "02-12-2026", "2 tháng 12 năm 2026", "2026-12-02", and
/// behind "ngày" also "2".
fn written(line: &Line, at: usize) -> Option<Written> {
    let word = line.word(at).filter(|w| line.free(at) && w.sort == Sort::Digits)?;
    let glued_to_more = line.glued(at) && at > 0 && !line.breaks(at - 1);
    if glued_to_more {
        return None;
    }
    let part = |at: usize| line.word(at).filter(|w| line.free(at) && !w.spaced);
    let sign = |at: usize| part(at).filter(|w| matches!(w.plain.as_str(), "/" | "-" | "."));
    if word.plain.len() == 4 {
        let year = word.number(4)?;
        let (_, month) = (sign(at + 1).filter(|s| s.is('-'))?, part(at + 2)?.number(2)?);
        let (_, day) = (sign(at + 3).filter(|s| s.is('-'))?, part(at + 4)?.number(2)?);
        let year = i32::try_from(year).ok();
        return Some(Written { day, month: Some(month), year, from: at, end: at + 5 });
    }
    let day = word.number(2)?;
    if let Some(first) = sign(at + 1).and_then(|sign| part(at + 2).and_then(|w| w.number(2)).map(|_| sign)) {
        let month = part(at + 2)?.number(2);
        let more = sign(at + 3).filter(|s| s.plain == first.plain).and_then(|_| part(at + 4));
        let year = more.filter(|w| w.plain.len() == 4).and_then(|w| w.number(4));
        let end = if year.is_some() { at + 5 } else { at + 3 };
        let runs_on = part(end).is_some_and(|w| w.sort != Sort::Sign || w.is('/') || w.is('%'));
        let range = sign(end).is_some() && part(end + 1).is_some();
        let bare = year.is_none() && !first.is('/');
        let year = year.and_then(|y| i32::try_from(y).ok());
        return (!runs_on && !range && !bare).then_some(Written { day, month, year, from: at, end });
    }
    let ngay = at > 0 && line.word(at - 1).is_some_and(|w| w.spells("ngày"));
    if let Some(month) = line.says(at + 1, "tháng") {
        let number = line.word(month).filter(|_| line.free(month))?.number(2)?;
        let year = line.says(month + 1, "năm").and_then(|y| Some((line.word(y)?.number(4)?, y + 1)));
        let end = year.map_or(month + 1, |(_, end)| end);
        let year = year.and_then(|(year, _)| i32::try_from(year).ok());
        return ngay.then_some(Written { day, month: Some(number), year, from: at, end });
    }
    let alone = line.ends(at + 1) || line.word(at + 1).is_some_and(|w| w.spaced && w.sort == Sort::Letters);
    (ngay && alone).then_some(Written { day, month: None, year: None, from: at, end: at + 1 })
}

/// The day that was meant; a day alone must lie in the week.
fn meant(line: &Line, written: &Written) -> Option<NaiveDate> {
    let Some(month) = written.month else {
        return line.week.days().into_iter().find(|day| day.day() == written.day);
    };
    let middle = line.week.monday().checked_add_days(Days::new(3))?;
    let of = |year: i32| NaiveDate::from_ymd_opt(year, month, written.day).filter(|day| is_supported(*day));
    match written.year {
        Some(year) => of(year),
        None => [-1, 0, 1]
            .into_iter()
            .filter_map(|after| of(middle.year() + after))
            .min_by_key(|day| (*day - middle).num_days().abs()),
    }
}

/// sáng, chiều, tối, cả ngày, where they stand for a part of the day.
fn part(line: &mut Line) {
    if !line.draft.part.is_empty() {
        return;
    }
    for at in 0..line.len() {
        let Some((part, end)) = part_at(line, at) else { continue };
        let start = spoken::parse_time(&line.draft.start);
        match start.map(|start| shifted(start, part)) {
            Some(None) => continue,
            Some(Some(meant)) => shift(line, meant, part),
            None => {}
        }
        line.draft.part = part.code().to_owned();
        return line.take(at..end, "part", part.word().vi);
    }
}

fn shift(line: &mut Line, meant: chrono::NaiveTime, part: SessionPart) {
    let before = std::mem::replace(&mut line.draft.start, spoken::time(meant));
    if before == line.draft.start {
        return;
    }
    let ends = spoken::parse_time(&line.draft.end).map(|end| shifted(end, part).unwrap_or(end));
    let ends = ends.filter(|end| *end > meant);
    line.draft.end = ends.map(spoken::time).unwrap_or_default();
    for mark in &mut line.marks {
        match mark.field {
            "start" => mark.value.clone_from(&line.draft.start),
            "end" => mark.value.clone_from(&line.draft.end),
            _ => {}
        }
    }
}

fn part_at(line: &Line, at: usize) -> Option<(SessionPart, usize)> {
    if let Some(end) = line.any(at, &["cả ngày", "nguyên ngày", "trọn ngày", "suốt ngày"]) {
        let whole = line.begins(at) || line.ends(end);
        return whole.then_some((SessionPart::AllDay, end));
    }
    let said = line.any(at, &["vào buổi", "trong buổi", "buổi", "đầu giờ", "cuối giờ", "vào"]);
    let word = said.unwrap_or(at);
    let parts =
        [("sáng", SessionPart::Morning), ("chiều", SessionPart::Afternoon), ("tối", SessionPart::Evening)];
    let (part, end) =
        parts.into_iter().find_map(|(name, part)| Some((part, line.says_clearly(word, name)?)))?;
    let understood_before = at > 0 && !line.free(at - 1);
    let understood_behind = end < line.len() && !line.free(end);
    let other =
        ["tạo", "kiến", "ưu", "đa", "thiểu", "cao", "tác", "lập", "chế", "mắt", "suốt", "dài", "rộng"];
    let another_word = line.any(end, &other).is_some();
    let at_a_seam = line.begins(at) || line.ends(end) && understood_before;
    let is_part = said.is_some() || understood_before || understood_behind || at_a_seam;
    (is_part && !another_word).then_some((part, end))
}

/// A weekday found, meant on a day.
#[derive(Clone, Copy)]
struct Named {
    day: NaiveDate,
    end: usize,
}

fn day_of(week: IsoWeek, weekday: Weekday) -> NaiveDate {
    week.days()[weekday.num_days_from_monday() as usize]
}
