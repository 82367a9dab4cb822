//! Hours: "8h30", "8:30", "08g30", "14h", "2h chiều", "8h30-10h", "từ 8h đến
//! 9h30", "đến 11h", "trong 90 phút".
//!
//! The first hour is the start; an hour after "trước", "tập trung" or
//! "xuất phát" is not. "5g" is a network (below 7 and above 22) and "8h5" could be two hours: neither
//! is read. Between sáng, chiều and tối, the words decide what 2h means and
//! give way where they contradict ("8h30 chiều" is not read as 20:30). What looks like an
//! hour and is none ("8h60", "24:00") is filled in as typed where the start would stand.

use super::line::Line;
use super::word::{Sort, Word};
use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use chrono::{NaiveTime, TimeDelta, Timelike};

const BEFORE: &[&str] =
    &["bắt đầu từ", "bắt đầu lúc", "vào lúc", "bắt đầu", "thời gian :", "giờ :", "từ", "lúc", "vào", "hồi"];
const NOT_THE_START: &[&str] =
    &["trước", "sau", "tập trung", "xuất phát", "khởi hành", "hạn", "chậm nhất", "muộn nhất", "trong", "quá"];
/// What makes "8 giờ" something else than an hour of the day.
const NOT_AN_HOUR: &[&str] = &["hành chính", "cao điểm", "học", "bay", "dạy", "vàng", "làm thêm"];

/// What is wrong with "8h60".
pub(super) const NO_SUCH_HOUR: &str = "Không có giờ này";

pub(super) fn read(line: &mut Line) {
    let mut at = 0;
    while at < line.len() {
        if let Some(found) = span_at(line, at) {
            if !is_another_hour(line, at) {
                let end = found.end;
                keep(line, at, found);
                at = end;
                break;
            }
            at = found.end;
        } else if let Some(end) = no_hour(line, at).filter(|_| !is_another_hour(line, at)) {
            let said = line.before(at, BEFORE).unwrap_or(at);
            line.draft.start = line.slice(at..end).to_owned();
            return line.take(said..end, "start", NO_SUCH_HOUR);
        } else {
            at += 1;
        }
    }
    if !line.draft.start.is_empty() && line.draft.end.is_empty() {
        until(line, at);
        lasting(line);
    }
}

struct Found {
    start: NaiveTime,
    /// The word after the start.
    started: usize,
    last: Option<NaiveTime>,
    /// The word after the last hour.
    clocked: usize,
    /// The part of the day named after the hours.
    part: Option<SessionPart>,
    end: usize,
}

fn keep(line: &mut Line, at: usize, found: Found) {
    let said = line.before(at, BEFORE).unwrap_or(at);
    line.draft.start = spoken::time(found.start);
    line.take(said..found.started, "start", spoken::time(found.start));
    if let Some(last) = found.last {
        line.draft.end = spoken::time(last);
        line.take(found.started..found.clocked, "end", spoken::time(last));
    }
    if let Some(part) = found.part {
        line.draft.part = part.code().to_owned();
        line.take(found.clocked..found.end, "part", part.word().vi);
    }
}

/// An hour, or from an hour to an hour, with the part of the day after it.
fn span_at(line: &Line, at: usize) -> Option<Found> {
    let (first, started, last) = match clock_at(line, at) {
        Some((first, started)) => (first, started, till(line, started)),
        // "8-10h": only the second hour says that both are hours.
        None => {
            let hour = line.word(at).filter(|_| may_begin(line, at))?.number(2)?;
            let last = till(line, at + 1)?;
            (NaiveTime::from_hms_opt(hour, 0, 0)?, at + 1, Some(last))
        }
    };
    let clocked = last.map_or(started, |(_, end)| end);
    let last = last.map(|(time, _)| time);
    let named = part_at(line, clocked).and_then(|(part, end)| {
        let first = shifted(first, part)?;
        Some((first, last.map(|last| shifted(last, part).unwrap_or(last)), part, end))
    });
    let (start, last, part, end) = match named {
        Some((start, last, part, end)) => (start, last, Some(part), end),
        None => (first, last, None, clocked),
    };
    match last {
        Some(last) if last <= start => {
            Some(Found { start, started, last: None, clocked: started, part: None, end: started })
        }
        _ => Some(Found { start, started, last, clocked, part, end }),
    }
}

fn till(line: &Line, at: usize) -> Option<(NaiveTime, usize)> {
    let joined = line.any(at, &["- >", "-", "–", "—", "~", "đến", "tới"])?;
    clock_at(line, joined).or_else(|| line.says(joined, "lúc").and_then(|at| clock_at(line, at)))
}

fn may_begin(line: &Line, at: usize) -> bool {
    let Some(last) = at.checked_sub(1).filter(|_| line.glued(at)).and_then(|at| line.word(at)) else {
        return true;
    };
    last.sort == Sort::Sign && !["/", ".", ",", ":"].contains(&last.plain.as_str())
}

/// One hour of the day, and the word after it.
fn clock_at(line: &Line, at: usize) -> Option<(NaiveTime, usize)> {
    let hour = line.word(at).filter(|_| line.free(at))?.number(2)?;
    let glued_before = at > 0 && line.glued(at) && !line.is_sign(at - 1, '-') && !line.breaks(at - 1);
    if glued_before && !line.is_sign(at - 1, '–') && !line.is_sign(at - 1, '~') {
        return None;
    }
    let two_digits = |at: usize| line.word(at).filter(|w| w.plain.len() == 2).and_then(|w| w.number(2));
    if line.is_sign(at + 1, ':') && line.glued(at + 1) && line.glued(at + 2) {
        let minute = two_digits(at + 2)?;
        let more = line.is_sign(at + 3, ':') && line.glued(at + 3) && line.glued(at + 4);
        let end = after_minutes(line, at + 3);
        return (!more).then(|| NaiveTime::from_hms_opt(hour, minute, 0)).flatten().map(|time| (time, end));
    }
    let unit = line.word(at + 1).filter(|_| line.free(at + 1))?;
    let full = unit.spells("giờ");
    if !full && !matches!(unit.plain.as_str(), "h" | "g") {
        return None;
    }
    let after = at + 2;
    if line.any(after, NOT_AN_HOUR).is_some() {
        return None;
    }
    let digits = line.word(after).filter(|w| line.free(after) && w.sort == Sort::Digits);
    let (minute, end) = match digits {
        Some(_) if two_digits(after).is_some_and(|m| m < 60) && !begins_a_date(line, after) => {
            (two_digits(after)?, after_minutes(line, after + 1))
        }
        Some(word) if !word.spaced => return None,
        _ => line.says(after, "rưỡi").map_or((0, after), |end| (30, end)),
    };
    let alone = end == after;
    // "5g" is a network; "14g" is an hour of somebody's day.
    let letter = !full && unit.plain == "g" && !(7..=22).contains(&hour);
    if alone && (letter || line.word(end).is_some_and(|w| !w.spaced && w.sort == Sort::Letters)) {
        return None;
    }
    Some((NaiveTime::from_hms_opt(hour, minute, 0)?, end))
}

/// Where words end that look like an hour and are none. "24h" is mostly how long something
/// lasts, and "20:80" how something is shared: they count only where a line or a part begins.
fn no_hour(line: &Line, at: usize) -> Option<usize> {
    let hour = line.word(at).filter(|_| may_begin(line, at) && line.free(at))?.number(2)?;
    if hour >= 30 {
        return None;
    }
    let unit = line.word(at + 1).filter(|_| line.free(at + 1))?;
    let colon = unit.is(':') && line.glued(at + 1);
    if !(colon || unit.spells("giờ") || matches!(unit.plain.as_str(), "h" | "g")) {
        return None;
    }
    let after = at + 2;
    let glued = line.word(after).filter(|w| line.free(after) && !w.spaced && !line.breaks(after));
    let Some(word) = glued else {
        let is_hours = unit.plain == "g" || line.any(after, NOT_AN_HOUR).is_some();
        return (!colon && at == 0 && hour > 23 && !is_hours).then_some(after);
    };
    let minute = word.number(2).filter(|_| word.plain.len() == 2)?;
    let end = after_minutes(line, after + 1);
    let goes_on = |w: &Word| w.sort != Sort::Sign || [':', '/', '%'].iter().any(|sign| w.is(*sign));
    let more = line.word(end).is_some_and(|w| !w.spaced && !line.breaks(end) && goes_on(w));
    let is_at_a_seam = !colon || line.begins(at) || line.before(at, BEFORE).is_some();
    ((hour > 23 || minute > 59) && is_at_a_seam && !more).then_some(end)
}

/// "8h 02/12": the 02 belongs to the day.
fn begins_a_date(line: &Line, at: usize) -> bool {
    line.glued(at + 1) && ["/", "-", "."].iter().any(|s| line.says(at + 1, s).is_some()) && {
        let next = line.word(at + 2);
        next.is_some_and(|w| !w.spaced && w.sort == Sort::Digits)
            && !line.word(at + 3).is_some_and(|w| matches!(w.plain.as_str(), "h" | "g" | "gio"))
            && !(line.is_sign(at + 1, '-') && line.is_sign(at + 3, ':'))
    }
}

fn after_minutes(line: &Line, at: usize) -> usize {
    line.any(at, &["'", "’", "′", "phút", "p"]).unwrap_or(at)
}

fn is_another_hour(line: &Line, at: usize) -> bool {
    let said = line.before(at, BEFORE).unwrap_or(at);
    let open = said.checked_sub(1).filter(|at| line.is_sign(*at, '('));
    let blocked = |at: usize| line.before(at, NOT_THE_START);
    // "tuần sau 8h" is a week and an hour.
    let other = |at: usize| blocked(at).is_some_and(|start| line.before(start, &["tuần", "hôm"]).is_none());
    [Some(said), Some(at), open].into_iter().flatten().any(other)
}

/// sáng, trưa, chiều, tối right after an hour.
fn part_at(line: &Line, at: usize) -> Option<(SessionPart, usize)> {
    let parts = [
        ("sáng", SessionPart::Morning),
        ("trưa", SessionPart::Afternoon),
        ("chiều", SessionPart::Afternoon),
        ("tối", SessionPart::Evening),
        ("đêm", SessionPart::Evening),
    ];
    let at = line.says(at, "buổi").unwrap_or(at);
    parts.into_iter().find_map(|(word, part)| Some((part, line.says_clearly(at, word)?)))
}

/// The hour as meant in this part of the day, or `None` where they contradict.
pub(super) fn shifted(time: NaiveTime, part: SessionPart) -> Option<NaiveTime> {
    let late = || time.overflowing_add_signed(TimeDelta::hours(12)).0;
    let meant = match (part, time.hour()) {
        (SessionPart::AllDay, _) => return Some(time),
        (SessionPart::Afternoon, 1..=5) | (SessionPart::Evening, 6..=11) => late(),
        _ => time,
    };
    (SessionPart::of_time(meant) == part).then_some(meant)
}

/// ", đến 10h30" somewhere behind the start.
fn until(line: &mut Line, from: usize) {
    let words = ["kết thúc lúc", "kết thúc trước", "kết thúc", "đến", "tới"];
    for at in from..line.len() {
        let Some((time, end)) = line.any(at, &words).and_then(|said| clock_at(line, said)) else { continue };
        let starts = spoken::parse_time(&line.draft.start);
        if line.begins(at) && starts.is_some_and(|start| start < time) {
            line.draft.end = spoken::time(time);
            return line.take(at..end, "end", spoken::time(time));
        }
    }
}

/// "trong 90 phút", "(2 tiếng)".
fn lasting(line: &mut Line) {
    let Some(start) = spoken::parse_time(&line.draft.start) else { return };
    for at in 0..line.len() {
        let said = line.any(at, &["trong khoảng", "thời lượng", "kéo dài", "trong", "khoảng"]);
        let number = said.unwrap_or(at);
        let number = number + usize::from(said.is_some() && line.is_sign(number, ':'));
        let Some(amount) = line.word(number).filter(|_| line.free(number)).and_then(|w| w.number(3)) else {
            continue;
        };
        let minutes = line.any(number + 1, &["phút"]).map(|end| (amount, end));
        let hours = || {
            let words: &[&str] = if said.is_some() { &["tiếng", "giờ"] } else { &["tiếng"] };
            let end = line.any(number + 1, words)?;
            let half = line.says(end, "rưỡi");
            Some((amount * 60 + if half.is_some() { 30 } else { 0 }, half.unwrap_or(end)))
        };
        let Some((minutes, end)) = minutes.or_else(hours) else { continue };
        let (last, next_day) = start.overflowing_add_signed(TimeDelta::minutes(i64::from(minutes)));
        if line.begins(at) && line.ends(end) && minutes > 0 && next_day == 0 {
            line.draft.end = spoken::time(last);
            return line.take(at..end, "end", spoken::time(last));
        }
    }
}
