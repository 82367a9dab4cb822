//! Units and what they do: "Sở Tài chính chuẩn bị", "giao Sở XD chuẩn bị nội
//! dung", "Sở Y tế tổ chức", "phối hợp Sở TC", "điểm cầu Minh Tân, Hòn Sáo",
//! "P. Kinh tế theo dõi".
//!
//! A unit named anywhere else is part of the topic or of the participants. The
//! draft has no field for those who only help to prepare: they become a note.

use super::line::Line;
use super::names::Names;
use crate::id::UnitId;
use crate::people::UnitKind;
use crate::schedule::choice::{Format, InvitationMode};

const JOINED: &[&str] = &[", và", ",", ";", "và", "&", "+"];
/// What a unit prepares, as far as it goes without saying.
const PREPARED: &[&str] = &[
    "nội dung",
    "tài liệu",
    "báo cáo",
    "hậu cần",
    "chương trình",
    "kịch bản",
    "các điều kiện",
    "điều kiện",
    "cơ sở vật chất",
    "phục vụ",
    "và",
    ",",
    "hồ sơ",
];

pub(super) fn read(line: &mut Line, names: &Names) {
    sites(line, names);
    for at in 0..line.len() {
        labelled(line, names, at);
        if line.free(at) {
            acting(line, names, at);
        }
    }
    helping(line, names);
}

fn name(line: &Line, unit: UnitId) -> String {
    line.directory.unit(unit).map(|unit| unit.short_name.clone()).unwrap_or_default()
}

/// "theo giấy mời của Sở Y tế": the unit invites.
pub(super) fn invited(line: &mut Line, names: &Names) {
    (0..line.len()).for_each(|at| invited_at(line, names, at));
}

fn invited_at(line: &mut Line, names: &Names, at: usize) {
    let said = ["theo giấy mời của", "theo thư mời của", "theo gm của", "giấy mời của"];
    let Some(end) = line.any(at, &said) else { return };
    let mode = InvitationMode::HostsLetter;
    let unit = names.unit(line, end).filter(|(_, stop)| line.ends(*stop));
    let new = line.draft.invitation.is_empty();
    if new {
        line.draft.invitation = mode.code().to_owned();
    }
    match unit {
        Some((unit, stop)) => {
            line.draft.host_unit = unit.to_string();
            if new {
                line.mark(at..end, "invitation", crate::words::invitation(mode).vi);
            }
            line.mark(end..stop, "host_unit", name(line, unit));
            line.drop_words(at..stop);
        }
        // Who is not in the directory stays in the words.
        None if new => line.mark(at..end, "invitation", crate::words::invitation(mode).vi),
        None => {}
    }
}

/// "cơ quan chuẩn bị: Sở TC", "tổ chức: Sở Y tế", "theo dõi: P. Kinh tế".
fn labelled(line: &mut Line, names: &Names, at: usize) {
    let labels: [(&[&str], &'static str); 3] = [
        (
            &[
                "cơ quan chuẩn bị nội dung",
                "cơ quan chuẩn bị",
                "đơn vị chuẩn bị",
                "chuẩn bị nội dung",
                "chuẩn bị",
            ],
            "preparing_unit",
        ),
        (&["cơ quan chủ trì", "cơ quan tổ chức", "đơn vị tổ chức", "đơn vị chủ trì", "tổ chức"], "host_unit"),
        (&["phòng theo dõi", "đơn vị theo dõi", "theo dõi"], "division"),
    ];
    if !line.begins(at) {
        return;
    }
    for (said, field) in labels {
        let Some(end) = line.any(at, said).filter(|end| line.is_sign(*end, ':')) else { continue };
        if let Some((unit, stop)) = names.unit(line, end + 1).filter(|(_, stop)| line.ends(*stop)) {
            put(line, field, unit);
            line.drop_words(at..end + 1);
            line.take(end + 1..stop, field, name(line, unit));
        }
    }
}

/// A unit, and behind it what it does.
fn acting(line: &mut Line, names: &Names, at: usize) {
    let Some((unit, end)) = names.unit(line, at) else { return };
    let said = line.before(at, &["đề nghị", "giao cho", "giao", "do"]);
    let opens = line.begins(said.unwrap_or(at));
    let start = said.unwrap_or(at);
    let verbs = ["chủ trì , phối hợp", "chủ trì phối hợp", "phối hợp với", "phối hợp"];
    if let Some(next) = line.any(end, &verbs) {
        return together(line, names, start..end, next, unit);
    }
    if let Some(verb) = line.any(end, &["chủ trì chuẩn bị", "chuẩn bị", "cb"]) {
        let stop = prepared(line, verb);
        if opens || said.is_some() || line.ends(stop) {
            put(line, "preparing_unit", unit);
            let stop = if line.ends(stop) { stop } else { verb };
            line.take(start..stop, "preparing_unit", name(line, unit));
        }
        return;
    }
    if let Some(stop) = line.any(end, &["chủ trì tổ chức", "tổ chức", "chủ trì", "đăng cai", "mời"])
    {
        if line.ends(stop) && (opens || said.is_some()) {
            put(line, "host_unit", unit);
            line.take(start..stop, "host_unit", name(line, unit));
        }
        return;
    }
    if let Some(stop) = line.any(end, &["theo dõi", "phục vụ"]).filter(|stop| line.ends(*stop)) {
        let division = line.directory.unit(unit).is_some_and(|u| u.kind == UnitKind::Division);
        if division && opens {
            put(line, "division", unit);
            line.take(start..stop, "division", name(line, unit));
        }
    }
}

fn put(line: &mut Line, field: &str, unit: UnitId) {
    let (draft, unit) = (&mut line.draft, unit.to_string());
    let place = match field {
        "preparing_unit" => &mut draft.preparing_unit,
        "host_unit" => &mut draft.host_unit,
        _ => &mut draft.division,
    };
    if place.is_empty() {
        *place = unit;
    }
}

/// Past the things that are prepared.
fn prepared(line: &Line, at: usize) -> usize {
    let (mut end, mut whole) = (at, at);
    while let Some(next) = line.any(end, PREPARED) {
        end = next;
        let joint = line.word(next - 1).is_some_and(|w| w.spells("và") || w.is(','));
        if !joint {
            whole = end;
        }
    }
    whole
}

/// "Sở TC chủ trì, phối hợp (với) Sở XD chuẩn bị": the first one prepares.
fn together(line: &mut Line, names: &Names, first: std::ops::Range<usize>, said: usize, unit: UnitId) {
    let with = line.says(said, "với").unwrap_or(said);
    let (helpers, end) = units(line, names, with, false);
    let prepares = line.any(end, &["chuẩn bị", "cb"]).map(|verb| prepared(line, verb));
    let stop = prepares.unwrap_or(end);
    if helpers.is_empty() || !line.begins(first.start) || !line.ends(stop) {
        return;
    }
    put(line, "preparing_unit", unit);
    line.take(first.clone(), "preparing_unit", name(line, unit));
    help(line, first.end..stop, &helpers);
}

fn help(line: &mut Line, range: std::ops::Range<usize>, helpers: &[UnitId]) {
    let helpers: Vec<_> = helpers.iter().map(|unit| name(line, *unit)).collect();
    let note = format!("Phối hợp chuẩn bị: {}", helpers.join(", "));
    if !line.draft.note.is_empty() {
        line.draft.note.push_str("; ");
    }
    line.draft.note.push_str(&note);
    line.take(range, "note", note);
}

/// ", phối hợp Sở XD" as a part of its own.
fn helping(line: &mut Line, names: &Names) {
    for at in 0..line.len() {
        let Some(said) = line.any(at, &["phối hợp với", "phối hợp :", "phối hợp"]) else {
            continue;
        };
        let (helpers, end) = units(line, names, said, false);
        let end = line.any(end, &["chuẩn bị"]).unwrap_or(end);
        if line.begins(at) && !helpers.is_empty() && line.ends(end) {
            help(line, at..end, &helpers);
        }
    }
}

/// Units joined by commas or "và", and the word behind the last.
fn units(line: &Line, names: &Names, at: usize, sites: bool) -> (Vec<UnitId>, usize) {
    let one = |at: usize| {
        let at = if sites { line.any(at, &["ubnd các", "các", "ubnd"]).unwrap_or(at) } else { at };
        if sites { names.site(line, at) } else { names.unit(line, at) }
    };
    let (mut all, mut end) = (Vec::new(), at);
    let mut next = Some(at);
    while let Some((unit, stop)) = next.and_then(|at| names.unit(line, at).or_else(|| one(at))) {
        if !all.contains(&unit) {
            all.push(unit);
        }
        end = stop;
        next = line.any(stop, JOINED);
    }
    (all, end)
}

/// "điểm cầu Minh Tân, Hòn Sáo", "điểm cầu các xã, phường, đặc khu".
fn sites(line: &mut Line, names: &Names) {
    for at in 0..line.len() {
        let said = ["các điểm cầu", "tại các điểm cầu", "tại điểm cầu", "điểm cầu"];
        let Some(end) = line.any(at, &said) else { continue };
        let list = end + usize::from(line.is_sign(end, ':'));
        let everybody = line.any(list, EVERYBODY).filter(|stop| line.ends(*stop));
        let (units, stop) = match everybody {
            Some(stop) => (localities(line), stop),
            None => units(line, names, list, true),
        };
        if !units.is_empty() && line.ends(stop) && line.begins(at) {
            keep(line, &units);
            line.drop_words(at..list);
            let value = told(line, &units, everybody.is_some());
            return line.take(list..stop, "remote_sites", value);
        }
        // "... Chủ tịch UBND các xã, phường, đặc khu (dự tại điểm cầu)" stays a text.
        if let Some(group) = before_sites(line, at) {
            let units = localities(line);
            keep(line, &units);
            let value = told(line, &units, true);
            let last = line.any(end, &["cấp xã"]).unwrap_or(end);
            return line.mark(group..last, "remote_sites", value);
        }
    }
}

const EVERYBODY: &[&str] = &[
    "các xã , phường , đặc khu",
    "các xã , phường",
    "ubnd các xã , phường , đặc khu",
    "ubnd các xã , phường",
    "tất cả các xã , phường , đặc khu",
    "tất cả các xã , phường",
    "các phường , xã",
    "cấp xã",
    "các địa phương",
    "các xã phường",
    "tất cả các xã",
];

fn before_sites(line: &Line, at: usize) -> Option<usize> {
    let at = line.before(at, &["dự tại", "tại", "dự"]).unwrap_or(at);
    let at = at.checked_sub(1).filter(|open| line.is_sign(*open, '(')).unwrap_or(at);
    line.before(at, EVERYBODY)
}

fn localities(line: &Line) -> Vec<UnitId> {
    let here = line.directory.units.iter().filter(|u| u.kind == UnitKind::Locality);
    here.filter(|unit| unit.valid.contains(line.date)).map(|unit| unit.id).collect()
}

fn keep(line: &mut Line, units: &[UnitId]) {
    line.draft.remote_sites = units.iter().map(UnitId::to_string).collect();
    if line.draft.format.is_empty() {
        line.draft.format = Format::Hybrid.code().to_owned();
    }
}

fn told(line: &Line, units: &[UnitId], everybody: bool) -> String {
    if everybody {
        return format!("{} điểm cầu cấp xã", units.len());
    }
    units.iter().map(|unit| name(line, *unit)).collect::<Vec<_>>().join(", ")
}
