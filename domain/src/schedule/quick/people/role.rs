//! The words for what a leader does.

use crate::schedule::choice::LeaderRole;
use crate::schedule::quick::line::Line;

/// A role in words.
#[derive(Clone, Copy)]
pub(super) struct Said {
    pub role: LeaderRole,
    /// The word behind it.
    pub end: usize,
    /// Whether the words stay in the content because their object follows
    /// ("dự Lễ khởi công ...").
    pub stays: bool,
}

/// "Dự" begins these too.
const NOT_ATTENDING: &[&str] =
    &["án", "thảo", "toán", "kiến", "phòng", "báo", "tính", "trữ", "luật", "thầu", "định", "khuyết", "bị"];

pub(super) fn said_at(line: &Line, at: usize) -> Option<Said> {
    let chair = ["cùng chủ trì", "đồng chủ trì", "là chủ trì", "chủ trì", "chủ tọa"];
    if let Some(end) = line.any(at, &chair) {
        let end = line
            .any(end, &["cuộc họp", "buổi họp", "buổi làm việc"])
            .filter(|e| line.ends(*e))
            .unwrap_or(end);
        return Some(Said { role: LeaderRole::Chair, end, stays: false });
    }
    let speak = [
        "dự và phát biểu chỉ đạo",
        "dự , phát biểu chỉ đạo",
        "dự và phát biểu",
        "dự , phát biểu",
        "tham dự và phát biểu",
        "phát biểu chỉ đạo",
        "phát biểu khai mạc",
        "phát biểu",
    ];
    if let Some(end) = line.any_clearly(at, &speak) {
        return Some(Said { role: LeaderRole::Speak, end, stays: !line.ends(end) });
    }
    if let Some(end) = line.any_clearly(at, &["dự thay theo ủy quyền", "đi thay", "dự thay"]) {
        return Some(Said { role: LeaderRole::Substitute, end: thay(line, at, end), stays: false });
    }
    if let Some(end) =
        line.any_clearly(at, &["cùng tham dự", "cùng dự", "tham dự", "dự họp", "cùng đi", "dự"])
    {
        if line.any(end, NOT_ATTENDING).is_some() {
            return None;
        }
        let behind = line.any(end, &["thay mặt", "thay cho", "thay"]).is_some();
        return Some(Said { role: LeaderRole::Attend, end, stays: !behind && !line.ends(end) });
    }
    let stays = |role| Some(Said { role, end: at, stays: true });
    if line.any(at, &["làm việc tại cơ quan", "lvtcq"]).is_some() {
        return stays(LeaderRole::Work);
    }
    if line.any(at, &["nghỉ phép", "nghỉ bù", "nghỉ"]).is_some() {
        return stays(LeaderRole::Leave);
    }
    if line.any(at, &["trực lãnh đạo", "trực ban", "trực cơ quan"]).is_some()
        || line.says_clearly(at, "trực").is_some_and(|end| line.ends(end))
    {
        return stays(LeaderRole::Duty);
    }
    None
}

/// "dự thay CT": the "thay" is read with the one it names.
fn thay(line: &Line, at: usize, end: usize) -> usize {
    let named = !line.ends(end) && line.says_clearly(at, "dự thay") == Some(end);
    if named { end - 1 } else { end }
}

/// Verbs before which a leader is the one who acts.
pub(super) fn is_verb(line: &Line, at: usize) -> bool {
    let verbs = [
        "họp",
        "làm việc",
        "tiếp",
        "kiểm tra",
        "khảo sát",
        "nghe",
        "thăm",
        "đi",
        "công tác",
        "hội ý",
        "giao ban",
        "đối thoại",
        "gặp mặt",
        "gặp",
        "trao",
        "chúc mừng",
        "viếng",
        "dâng hương",
        "khai mạc",
        "tham gia",
        "thị sát",
        "ký",
        "cho ý kiến",
        "duyệt",
        "xử lý",
        "hội đàm",
        "trả lời",
        "điều hành",
        "giải quyết",
        "rà soát",
        "động viên",
        "chỉ đạo",
    ];
    line.any(at, &verbs).is_some()
}
