//! Leaders and what they do: "CT chủ trì", "PCT TT, PCT Trụ dự", "đ/c Nguyễn
//! Văn A dự thay CT", "chủ trì: CT", "Chủ tịch ủy quyền PCT Trụ dự".
//!
//! A leader is understood with a role, at the head of a part ("Chủ tịch dự Lễ
//! ...": the verb stays content) or as a part alone; anywhere else the title is
//! part of the topic. "PCT" without a name is nobody where several have the title.

mod leader;
mod role;

use super::line::Line;
use crate::id::PositionId;
use crate::people::Position;
use crate::schedule::choice::{EntryKind, LeaderRole};
use crate::words;
use leader::{Leaders, Listed};
use role::{Said, said_at};
use std::ops::Range;

/// Leaders named without a role: what they do depends on the kind of the entry.
pub(super) type Waiting = Vec<(PositionId, Range<usize>, bool)>;

pub(super) fn read(line: &mut Line) -> Waiting {
    let leaders = Leaders::of(line.directory);
    let mut waiting = Waiting::new();
    let mut at = 0;
    while at < line.len() {
        at = role_first(line, &leaders, at)
            .or_else(|| leaders_first(line, &leaders, at, &mut waiting))
            .unwrap_or(at + 1);
    }
    waiting
}

/// Whether leaders stand at the head of a part and nothing between them and this word:
/// "PCT Nguyệt T5 họp".
pub(super) fn named_before(line: &Line, at: usize) -> bool {
    let leaders = Leaders::of(line.directory);
    at > 0 && list_at(line, &leaders, line.start_of(at - 1)).is_some_and(|(_, end)| end == at)
}

/// "chủ trì: CT", "cùng dự: PCT TT, PCT Trụ", "ủy quyền đ/c Trụ dự".
fn role_first(line: &mut Line, leaders: &Leaders, at: usize) -> Option<usize> {
    if !line.begins(at) {
        return None;
    }
    if let Some(said) = line.any(at, &["ủy quyền cho", "ủy quyền"]) {
        let (who, end) = leaders.at(line, said)?;
        let (role, end) = match said_at(line, end) {
            Some(Said { role, end, .. }) => (role, end),
            None => (LeaderRole::Substitute, end),
        };
        let role = if role == LeaderRole::Chair { role } else { LeaderRole::Substitute };
        let (original, end) = in_place_of(line, leaders, end).map_or((None, end), |(o, end)| (Some(o), end));
        line.drop_words(at..said);
        assign(line, &vec![(who, said..end)], role, original, said..end);
        return Some(end);
    }
    let label = ["người chủ trì", "đồng chí chủ trì", "chủ trì", "chủ tọa", "cùng dự", "tham dự", "dự"];
    let (end, word) = label.iter().find_map(|word| Some((line.says_clearly(at, word)?, *word)))?;
    let colon = line.is_sign(end, ':');
    let (list, stop) = list_at(line, leaders, end + usize::from(colon))?;
    let chairs = word.starts_with("chủ") || word.ends_with("chủ trì");
    if !(line.ends(stop) && (colon || chairs)) {
        return None;
    }
    let role = if chairs { LeaderRole::Chair } else { LeaderRole::Attend };
    line.drop_words(at..end + usize::from(colon));
    let whole = list[0].1.start..stop;
    assign(line, &list, role, None, whole);
    Some(stop)
}

/// "CT, PCT TT dự", "CT: họp ...", "PCT Trụ".
fn leaders_first(line: &mut Line, leaders: &Leaders, at: usize, waiting: &mut Waiting) -> Option<usize> {
    let (list, stop) = list_at(line, leaders, at)?;
    if let Some(said) = line.before(at, &["dưới sự chủ trì của"]) {
        line.drop_words(said..at);
        assign(line, &list, LeaderRole::Chair, None, at..stop);
        return Some(stop);
    }
    let said = line.before(at, &["do", "có"]).unwrap_or(at);
    if let Some(end) = delegation(line, leaders, &list, stop) {
        return Some(end);
    }
    let bracket =
        stop + usize::from(line.is_sign(stop, '(') || line.is_sign(stop, '-') || line.is_sign(stop, ':'));
    let role = said_at(line, stop).or_else(|| said_at(line, bracket).filter(|said| line.ends(said.end)));
    match role {
        Some(Said { role, end, stays: false }) => {
            let (original, end) =
                in_place_of(line, leaders, end).map_or((None, end), |(o, end)| (Some(o), end));
            let clear = line.ends(end) || line.begins(said);
            if !clear {
                return None;
            }
            line.drop_words(said..at);
            assign(line, &list, role, original, at..end);
            Some(end)
        }
        Some(Said { role, stays: true, .. }) if line.begins(at) => {
            assign(line, &list, role, None, at..stop);
            Some(stop)
        }
        _ => {
            let alone = line.begins(at) && (line.ends(stop) || role::is_verb(line, stop));
            let verb = alone && !line.ends(stop);
            alone.then(|| {
                for (who, range) in list {
                    line.drop_words(range.clone());
                    waiting.push((who, range, verb));
                }
                stop
            })
        }
    }
}

/// "CT ủy quyền PCT Trụ dự", "thay CT" behind a role, "thay mặt CT dự".
fn delegation(line: &mut Line, leaders: &Leaders, list: &Listed, stop: usize) -> Option<usize> {
    let [(first, range)] = &list[..] else { return None };
    if let Some(said) = line.any(stop, &["ủy quyền cho", "ủy quyền"]) {
        let (who, end) = leaders.at(line, said)?;
        let spoken = said_at(line, end);
        let end = spoken.map_or(end, |s| s.end);
        let role = spoken.map(|s| s.role).filter(|role| *role == LeaderRole::Chair);
        let whole = range.start..end;
        assign(line, &vec![(who, said..end)], role.unwrap_or(LeaderRole::Substitute), Some(*first), whole);
        return Some(end);
    }
    let (original, end) = in_place_of(line, leaders, stop)?;
    let spoken = said_at(line, end).filter(|s| !s.stays);
    let stays = said_at(line, end).is_some_and(|s| s.stays);
    let end = spoken.map_or(end, |s| s.end);
    let role = spoken.map(|s| s.role).filter(|role| *role == LeaderRole::Chair);
    if !line.ends(end) && !stays {
        return None;
    }
    assign(line, list, role.unwrap_or(LeaderRole::Substitute), Some(original), range.start..end);
    Some(end)
}

fn in_place_of(line: &Line, leaders: &Leaders, at: usize) -> Option<(PositionId, usize)> {
    let said = line.any(at, &["đi thay cho", "đi thay", "thay mặt", "thay thế", "thay cho", "thay"])?;
    leaders.at(line, said)
}

/// Leaders joined by commas, "và" or "cùng", at least one.
fn list_at(line: &Line, leaders: &Leaders, at: usize) -> Option<(Listed, usize)> {
    let (mut list, mut end) = leaders.some_at(line, at)?;
    while let Some(next) = line.any(end, &[", và", "; và", ",", ";", "và", "cùng với", "cùng", "&", "+"])
    {
        let Some((more, stop)) = leaders.some_at(line, next) else { break };
        list.extend(more);
        end = stop;
    }
    Some((list, end))
}

/// Gives these leaders a role. `whole` are the words that leave the content.
fn assign(
    line: &mut Line,
    list: &Listed,
    role: LeaderRole,
    original: Option<PositionId>,
    whole: Range<usize>,
) {
    for (at, (who, range)) in list.iter().enumerate() {
        let second_chair = role == LeaderRole::Chair && at > 0;
        let role = if second_chair { LeaderRole::Attend } else { role };
        let role =
            if original.is_some() && role != LeaderRole::Chair { LeaderRole::Substitute } else { role };
        put(line, *who, role);
        if let Some(original) = original.filter(|original| original != who) {
            line.draft.in_place_of.insert(who.to_string(), original.to_string());
            line.draft.leaders.remove(&original.to_string());
        }
        let end = if at + 1 == list.len() { whole.end } else { range.end };
        let from = if at == 0 { whole.start.min(range.start) } else { range.start };
        let value = told(line, *who, role, original);
        line.mark(from..end, "leaders", value);
    }
    line.drop_words(whole);
}

fn put(line: &mut Line, who: PositionId, role: LeaderRole) {
    line.draft.leaders.entry(who.to_string()).or_insert_with(|| role.code().to_owned());
}

/// "Chủ tịch Đặng Hữu Khiêm: Chủ trì".
fn told(line: &Line, who: PositionId, role: LeaderRole, original: Option<PositionId>) -> String {
    let name = |who: PositionId| line.directory.leader(who).map(Position::titled).unwrap_or_default();
    let role = words::leader_role(role).vi;
    match original {
        Some(original) => format!("{}: {role}, thay {}", name(who), name(original)),
        None => format!("{}: {role}", name(who)),
    }
}

/// Gives the leaders who were named without a role what the kind suggests.
pub(super) fn settle(line: &mut Line, waiting: Waiting) {
    let kind = EntryKind::of_code(&line.draft.kind);
    for (who, range, verb) in waiting {
        let chaired = line.draft.leaders.values().any(|code| code == LeaderRole::Chair.code());
        let role = match kind {
            Some(EntryKind::OfficeWork) => LeaderRole::Work,
            Some(EntryKind::Leave) => LeaderRole::Leave,
            Some(EntryKind::BusinessTrip) => LeaderRole::Travel,
            Some(EntryKind::Duty) => LeaderRole::Duty,
            Some(EntryKind::Ceremony | EntryKind::OnlineConference) => LeaderRole::Attend,
            _ if chaired => LeaderRole::Attend,
            _ if !verb && line.any_clearly(after_seam(line, range.end), &["dự", "tham dự"]).is_some() => {
                LeaderRole::Attend
            }
            _ => LeaderRole::Chair,
        };
        put(line, who, role);
        let value = told(line, who, role, None);
        line.mark(range, "leaders", value);
    }
}

/// Past what was understood and the signs between: "Chủ tịch: 8h, dự ...".
fn after_seam(line: &Line, at: usize) -> usize {
    (at..line.len()).find(|at| line.free(*at) && !line.breaks(*at)).unwrap_or(line.len())
}
