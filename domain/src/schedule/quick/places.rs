//! Where it is: rooms of the directory, and other places behind "tại" or
//! "Địa điểm:".
//!
//! "tại" opens a place at the head of a part, and elsewhere where a building
//! or a name follows and no topic began before it with "về". "tại cơ quan", "tại
//! Thông báo số 12" and the like are none. "Đi công tác tại Hà Nội" keeps its
//! words: there the place is also the content.

use super::line::Line;
use super::names::Names;

const LABELS: &[&str] = &["địa điểm họp", "địa điểm", "điểm tại", "nơi họp", "đđ"];
const NO_PLACE: &[&str] = &[
    "cơ quan",
    "chỗ",
    "tỉnh",
    "địa phương",
    "điểm cầu",
    "các điểm cầu",
    "hội nghị",
    "kỳ họp",
    "phiên họp",
    "cuộc họp",
    "buổi",
    "thông báo",
    "công văn",
    "kết luận",
    "nghị quyết",
    "quyết định",
    "nghị định",
    "luật",
    "văn bản",
    "điều",
    "khoản",
    "chỉ thị",
    "kế hoạch",
    "tờ trình",
    "báo cáo",
    "đây",
    "đó",
    "thời điểm",
    "thực địa",
    "hiện trường",
    "nhà riêng",
    "các dự án",
    "dự án",
];
/// A part that begins so is a place without "tại".
const BUILDINGS: &[&str] = &[
    "phòng họp",
    "hội trường",
    "trụ sở",
    "quảng trường",
    "nhà văn hóa",
    "sân vận động",
    "nhà hát",
    "trung tâm hội nghị",
    "trung tâm văn hóa",
    "khách sạn",
    "công viên",
    "ubnd phường",
    "ubnd xã",
    "ubnd đặc khu",
    "phòng khách",
];
/// What goes on with the address behind a comma.
const ADDRESS: &[&str] = &[
    "phường",
    "xã",
    "đặc khu",
    "tỉnh",
    "thành phố",
    "tp",
    "tp .",
    "tầng",
    "đường",
    "số",
    "khu phố",
    "thôn",
    "tòa nhà",
    "nhà",
    "khu",
    "ấp",
    "tổ",
    "quận",
    "p .",
];

pub(super) fn rooms(line: &mut Line, names: &Names) {
    let labels = ["tại", "ở", "địa điểm họp :", "địa điểm :", "địa điểm", "điểm tại", "đđ :", "phòng :"];
    for at in 0..line.len() {
        let Some((room, end)) = names.room(line, at) else { continue };
        let another_house =
            ["ubnd", "ủy ban", "của", "sở", "tỉnh ủy", "xã", "phường", "trụ sở", "công an", "huyện"];
        if line.any(end, &another_house).is_some() {
            continue;
        }
        let Some(room) = line.directory.room(room) else { continue };
        line.draft.room = room.id.to_string();
        let start = line.before(at, &labels).unwrap_or(at);
        return line.take(start..end, "room", room.name.clone());
    }
}

pub(super) fn others(line: &mut Line) {
    let labelled = (0..line.len()).find_map(|at| {
        let said = line.any(at, LABELS).filter(|_| line.begins(at))?;
        let colon = line.is_sign(said, ':');
        (colon || line.says(at, "điểm tại").is_some()).then(|| (at, said + usize::from(colon)))
    });
    let found = labelled
        .map(|(at, place)| (at, place, true))
        .or_else(|| (0..line.len()).filter(|at| line.begins(*at)).find_map(|at| opens(line, at)))
        .or_else(|| (0..line.len()).find_map(|at| opens(line, at)));
    if let Some((at, place, leaves)) = found {
        keep(line, at, place, leaves);
    }
}

/// Where a place begins with its "tại", where its name begins, and whether the
/// words leave the content.
fn opens(line: &Line, at: usize) -> Option<(usize, usize, bool)> {
    let Some(place) =
        line.says_clearly(at, "tại").or_else(|| line.says_clearly(at, "ở").filter(|_| line.begins(at)))
    else {
        let building = at > 0 && line.begins(at) && line.any(at, BUILDINGS).is_some();
        let building = building && !super::rest::among_participants(line, at);
        let end = line.end_from(at, true);
        let behind = line.draft.room.is_empty() && end - at < 12;
        return (building && behind).then_some((at, at, true));
    };
    let other_word = line.before(at, &["tồn", "hiện", "thực", "đương"]).is_some();
    if other_word || line.any(place, NO_PLACE).is_some() || line.ends(place) {
        return None;
    }
    let start = line.start_of(at);
    if start == at {
        return Some((at, place, true));
    }
    let named = line.word(place).is_some_and(|w| w.capital || w.sort == super::word::Sort::Digits)
        || line.any(place, BUILDINGS).or_else(|| line.any(place, ADDRESS)).is_some();
    let topic =
        (start..at).any(|at| line.any(at, &["về", "vụ", "tình hình", "môi trường", "theo"]).is_some());
    let travels = (start..at).any(|at| line.any(at, &["đi công tác", "công tác", "đi"]).is_some());
    let trip = travels && line.before(at, &["công tác", "đi", "việc"]).is_some();
    (named && !topic).then_some((at, place, !trip))
}

fn keep(line: &mut Line, at: usize, place: usize, leaves: bool) {
    let mut end = line.end_from(place, true);
    while line.is_sign(end, ',') && line.any(end + 1, ADDRESS).is_some() {
        end = line.end_from(end + 1, true);
    }
    if end == place {
        return;
    }
    let text = super::rest::text_of(line, place..end);
    line.mark(at..end, "place", text.clone());
    line.draft.place = text;
    if leaves {
        line.drop_words(at..end);
    }
}
