//! What was not understood: the content, in the order typed, its separators
//! tidied and its first letter a capital; and the texts behind "Thành phần:", "mời" and "Ghi chú:".

use super::line::Line;
use super::names::Names;
use crate::text::capitalized;
use std::ops::Range;

/// Where a word that nothing else took belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sink {
    Content,
    Participants,
    Note,
}

/// What opens a sink at the head of a part, and whether it needs a colon.
const LABELS: &[(&str, Sink, bool)] = &[
    ("thành phần tham dự", Sink::Participants, false),
    ("thành phần mời", Sink::Participants, false),
    ("thành phần dự", Sink::Participants, false),
    ("thành phần gồm", Sink::Participants, false),
    ("thành phần", Sink::Participants, false),
    ("tp", Sink::Participants, true),
    ("kính mời", Sink::Participants, false),
    ("mời họp", Sink::Participants, true),
    ("mời dự", Sink::Participants, false),
    ("mời", Sink::Participants, false),
    ("tham dự", Sink::Participants, true),
    ("cùng dự", Sink::Participants, true),
    ("cùng đi có", Sink::Participants, false),
    ("cùng đi", Sink::Participants, true),
    ("dự", Sink::Participants, true),
    ("ghi chú", Sink::Note, true),
    ("lưu ý", Sink::Note, true),
    ("gc", Sink::Note, true),
    ("nội dung", Sink::Content, true),
    ("nd", Sink::Content, true),
];
/// Behind these a part of the line tells who takes part.
const TAKE_PART: &[&str] = &["cùng dự", "cùng tham dự", "tham dự", "cùng đi", "dự họp", "dự"];
/// Who takes part, besides units.
const TAKERS: &[&str] = &[
    "lãnh đạo",
    "đại diện",
    "thành viên",
    "các",
    "giám đốc",
    "thủ trưởng",
    "trưởng",
    "chủ tịch ubnd",
    "phóng viên",
    "đồng chí",
    "cvp",
    "chánh văn phòng",
    "bí thư",
    "chuyên viên",
    "ubnd",
];

pub(super) fn read(line: &mut Line, names: &Names) {
    let sinks = sinks(line, names);
    let texts = [Sink::Content, Sink::Participants, Sink::Note].map(|sink| {
        let in_it = |at: usize| sinks.get(at) == Some(&sink);
        (join(line, 0..line.len(), in_it), runs(line, in_it))
    });
    let [(content, _), (participants, who), (note, noted)] = texts;
    line.draft.content = capitalized(&content);
    for run in who {
        let said = line.slice(run.clone());
        line.mark(run, "participants", said);
    }
    for run in noted {
        let said = line.slice(run.clone());
        line.mark(run, "note", said);
    }
    line.draft.participants = participants;
    if !note.is_empty() {
        let before = std::mem::take(&mut line.draft.note);
        line.draft.note = if before.is_empty() { note } else { format!("{before}; {note}") };
    }
}

fn sinks(line: &mut Line, names: &Names) -> Vec<Sink> {
    let mut sinks = vec![Sink::Content; line.len()];
    let mut now = Sink::Content;
    let mut at = 0;
    while at < line.len() {
        if line.begins(at)
            && let Some((end, sink)) = label(line, at)
        {
            now = sink;
            line.drop_words(at..end);
            at = end;
            continue;
        }
        let end = line.end_from(at, true).max(at + 1);
        let taking_part = now == Sink::Content && line.begins(at) && takes_part(line, names, at, end);
        let sink = if taking_part { Sink::Participants } else { now };
        let stop = (at + 1..end).find(|at| line.begins(*at) && label(line, *at).is_some()).unwrap_or(end);
        sinks[at..stop].fill(sink);
        if taking_part && at > 0 && line.breaks(at - 1) && line.free(at - 1) && !line.is_sign(at - 1, '(') {
            sinks[at - 1] = sink;
        }
        at = stop;
    }
    sinks
}

/// Whether a label before opened the list of those who take part.
pub(super) fn among_participants(line: &Line, at: usize) -> bool {
    let mut labels = (0..at).rev().filter(|at| line.begins(*at)).filter_map(|at| label(line, at));
    labels.next().is_some_and(|(_, sink)| sink == Sink::Participants)
}

fn label(line: &Line, at: usize) -> Option<(usize, Sink)> {
    LABELS.iter().find_map(|(said, sink, needs_colon)| {
        let end = line.says_clearly(at, said)?;
        let colon = line.is_sign(end, ':');
        // "mời thầu" is a topic.
        let topic = line.any(end, &["thầu", "gọi", "chào"]).is_some();
        (colon || !(*needs_colon || topic)).then_some((end + usize::from(colon), *sink))
    })
}

/// "Sở TC, Sở XD dự", "Lãnh đạo Sở Nông nghiệp và Môi trường cùng đi", and "theo
/// giấy mời của" somebody whom the directory does not know.
fn takes_part(line: &Line, names: &Names, at: usize, end: usize) -> bool {
    if line.any(at, &["theo giấy mời của", "theo thư mời của"]).is_some() {
        return true;
    }
    let Some(verb) = TAKE_PART.iter().find_map(|said| line.before(end, &[said])) else { return false };
    let somebody = names.unit(line, at).is_some() || line.any(at, TAKERS).is_some();
    at < verb && somebody
}

/// Runs of free words, for one mark each.
fn runs(line: &Line, in_it: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..line.len()).filter(|at| in_it(*at) && line.free(*at)) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None if line.breaks(at) => {}
            None => runs.push(at..at + 1),
        }
    }
    for run in &mut runs {
        while run.len() > 1 && line.breaks(run.end - 1) && !line.is_sign(run.end - 1, ')') {
            run.end -= 1;
        }
    }
    runs
}

/// The free words of a range as a text.
pub(super) fn text_of(line: &Line, range: Range<usize>) -> String {
    join(line, range, |_| true)
}

/// The free words of a range that are wanted. Separators between what is gone
/// are told once, brackets around what is gone go with it.
fn join(line: &Line, range: Range<usize>, wanted: impl Fn(usize) -> bool) -> String {
    let mut text = String::new();
    let mut separator: Option<Range<usize>> = None;
    let mut open: Vec<usize> = Vec::new();
    let mut gap = false;
    for at in range {
        if !line.free(at) || !wanted(at) {
            gap = true;
            continue;
        }
        let (opens, closes) = (line.is_sign(at, '('), line.is_sign(at, ')'));
        let cut_off = gap && (line.is_sign(at, '-') || line.is_sign(at, '–'));
        if (line.breaks(at) || cut_off) && !opens && !closes {
            let nothing_yet = text.is_empty() || text.ends_with('(');
            separator = match separator.filter(|_| !nothing_yet) {
                Some(kept) if gap => Some(kept),
                Some(kept) => Some(kept.start..at + 1),
                None if nothing_yet => None,
                None => Some(at..at + 1),
            };
            gap = false;
            continue;
        }
        if closes {
            separator = None;
            let empty = open.last().filter(|_| text.ends_with('(')).copied();
            match (open.pop(), empty) {
                (_, Some(start)) => text.truncate(start),
                (None, None) if gap => {}
                _ => text.push(')'),
            }
            gap = true;
            continue;
        }
        // ", (" is left of what stood between them.
        separator = separator.filter(|_| !(opens && gap));
        let before = text.len();
        if let Some(separator) = separator.take() {
            let dash = line.is_sign(separator.start, '-') || line.is_sign(separator.start, '–');
            text.push_str(if dash { " " } else { "" });
            text.push_str(line.slice(separator));
            gap = gap || dash;
        }
        let spaced = !line.glued(at) || gap;
        if spaced && !text.is_empty() && !text.ends_with('(') {
            text.push(' ');
        }
        if opens {
            open.push(before);
        }
        text.push_str(line.slice(at..at + 1));
        gap = false;
    }
    while text.ends_with('(') {
        text.pop();
        text.truncate(text.trim_end().len());
    }
    text
}
