//! Format, visibility, invitation, car and the people of the Office.
//!
//! "công khai ngân sách" and "dịch vụ công trực tuyến" are topics: these words
//! count as a part of their own, "trực tuyến" also right behind the meeting
//! ("họp trực tuyến", which stays content).

mod staff;

use super::line::Line;
use crate::schedule::choice::{Format, InvitationMode, Visibility};
use crate::words;

/// Numbers of letters and plates, before an hour or a day is read into them.
pub(super) fn letters_and_cars(line: &mut Line) {
    (0..line.len()).for_each(|at| letter(line, at));
    staff::car(line);
}

pub(super) fn read(line: &mut Line) {
    for at in 0..line.len() {
        if line.begins(at) {
            whole_part(line, at);
        }
    }
    format_inside(line);
    staff::read(line);
}

/// "GM số 123/GM-UBND": the number is kept in the note, since the draft has no
/// field for it. A letter of another committee's symbol is the host's.
fn letter(line: &mut Line, at: usize) {
    let said = [
        "theo giấy mời số",
        "theo gm số",
        "giấy mời số",
        "gm số",
        "theo giấy mời",
        "theo gm",
        "giấy mời",
        "gm",
    ];
    let Some(end) = line.any(at, &said) else { return };
    let number = line.word(end).filter(|w| line.free(end) && w.number(6).is_some());
    let symbol = line.is_sign(end + 1, '/') && line.says(end + 2, "gm").is_some();
    if number.is_none() || !symbol {
        return;
    }
    let glued = |at: &usize| *at < line.len() && line.glued(*at) && line.free(*at) && !line.breaks(*at);
    let stop = (end + 3..).take_while(glued).last().map_or(end + 3, |last| last + 1);
    let own = (end + 3..stop).any(|at| line.says(at, "ubnd").is_some());
    let text = line.slice(end..stop);
    let mode = if own { InvitationMode::SeparateLetter } else { InvitationMode::HostsLetter };
    line.draft.invitation = mode.code().to_owned();
    note(line, &format!("GM số {text}"));
    line.mark(at..end, "invitation", words::invitation(mode).vi);
    line.mark(end..stop, "note", format!("GM số {text}"));
    line.drop_words(at..stop);
}

fn note(line: &mut Line, text: &str) {
    if !line.draft.note.is_empty() {
        line.draft.note.push_str("; ");
    }
    line.draft.note.push_str(text);
}

/// Parts of the line that are nothing but a choice.
fn whole_part(line: &mut Line, at: usize) {
    let format = [
        ("trực tiếp kết hợp với trực tuyến", Format::Hybrid),
        ("trực tiếp kết hợp trực tuyến", Format::Hybrid),
        ("trực tiếp và trực tuyến", Format::Hybrid),
        ("trực tuyến kết hợp trực tiếp", Format::Hybrid),
        ("kết hợp trực tuyến", Format::Hybrid),
        ("kết hợp", Format::Hybrid),
        ("trực tuyến", Format::Online),
        ("online", Format::Online),
        ("trực tiếp", Format::InPerson),
    ];
    let bare = ["theo hình thức", "hình thức họp :", "hình thức :", "hình thức", "họp"];
    let word = line.any(at, &bare).unwrap_or(at);
    if let Some((end, choice)) = found(line, word, &format) {
        line.draft.format = choice.code().to_owned();
        let kept = line.says(at, "họp") == Some(word);
        let value = words::format(choice).vi;
        return if kept {
            line.mark(word..end, "format", value)
        } else {
            line.take(at..end, "format", value)
        };
    }
    let visible = [
        ("không đăng công khai", Visibility::Internal),
        ("không công khai", Visibility::Internal),
        ("không đăng cổng", Visibility::Internal),
        ("không đăng", Visibility::Internal),
        ("lịch nội bộ", Visibility::Internal),
        ("nội bộ", Visibility::Internal),
        ("đăng công khai", Visibility::Public),
        ("lịch công khai", Visibility::Public),
        ("lịch hạn chế", Visibility::Restricted),
    ];
    let bare = [("công khai", Visibility::Public), ("hạn chế", Visibility::Restricted)];
    let word = line.any(at, &["mức công khai :", "chế độ :"]).unwrap_or(at);
    let clear = word > at || set_apart(line, at);
    let seen = found(line, word, &visible).or_else(|| found(line, word, &bare).filter(|_| clear));
    if let Some((end, choice)) = seen {
        line.draft.visibility = choice.code().to_owned();
        return line.take(at..end, "visibility", words::visibility(choice).vi);
    }
    let invitation = [
        ("lịch này thay thư mời họp", InvitationMode::ScheduleAsInvitation),
        ("lịch này thay giấy mời họp", InvitationMode::ScheduleAsInvitation),
        ("lịch này thay thư mời", InvitationMode::ScheduleAsInvitation),
        ("lịch này thay giấy mời", InvitationMode::ScheduleAsInvitation),
        ("lịch thay giấy mời", InvitationMode::ScheduleAsInvitation),
        ("lịch thay thư mời", InvitationMode::ScheduleAsInvitation),
        ("thay thư mời họp", InvitationMode::ScheduleAsInvitation),
        ("thay thư mời", InvitationMode::ScheduleAsInvitation),
        ("thay giấy mời", InvitationMode::ScheduleAsInvitation),
        ("thay gm", InvitationMode::ScheduleAsInvitation),
        ("có giấy mời riêng", InvitationMode::SeparateLetter),
        ("giấy mời riêng", InvitationMode::SeparateLetter),
        ("gm riêng", InvitationMode::SeparateLetter),
        ("có gm riêng", InvitationMode::SeparateLetter),
        ("theo giấy mời riêng", InvitationMode::SeparateLetter),
    ];
    if let Some((end, choice)) = found(line, at, &invitation) {
        line.draft.invitation = choice.code().to_owned();
        line.take(at..end, "invitation", words::invitation(choice).vi);
    }
}

/// Whether a bracket, a semicolon, a full stop or something understood stands
/// before: "dân chủ, công khai" and "kết quả, hạn chế" go on with a topic, and
/// nothing may become public by them.
fn set_apart(line: &Line, at: usize) -> bool {
    let Some(sign) = at.checked_sub(1) else { return false };
    let strong = ['(', '[', ';', '.'].iter().any(|mark| line.is_sign(sign, *mark));
    strong || !line.free(sign) || (sign > 0 && line.breaks(sign) && !line.free(sign - 1))
}

/// The choice whose words fill the part from here.
fn found<T: Copy>(line: &Line, at: usize, all: &[(&str, T)]) -> Option<(usize, T)> {
    all.iter().find_map(|(said, choice)| {
        let end = line.says(at, said).filter(|end| line.ends(*end))?;
        Some((end, *choice))
    })
}

/// "họp giao ban trực tuyến": understood, and it stays content.
fn format_inside(line: &mut Line) {
    let meetings = ["họp", "hội nghị", "giao ban", "phiên họp", "làm việc", "hình thức"];
    let chosen = [
        ("trực tiếp kết hợp với trực tuyến", Format::Hybrid),
        ("trực tiếp kết hợp trực tuyến", Format::Hybrid),
        ("trực tiếp và trực tuyến", Format::Hybrid),
        ("trực tuyến", Format::Online),
        ("online", Format::Online),
        ("trực tiếp", Format::InPerson),
    ];
    for at in 0..line.len() {
        let found = chosen.iter().find_map(|(said, choice)| Some((line.says(at, said)?, *choice)));
        let Some((end, choice)) = found else { continue };
        let both = choice == Format::Hybrid;
        if line.draft.format.is_empty() && (both || line.before(at, &meetings).is_some()) {
            line.draft.format = choice.code().to_owned();
            return line.mark(at..end, "format", words::format(choice).vi);
        }
    }
}
