//! The kind of an entry, from the first word of its content that tells one:
//! "giao ban", "tiếp công dân", "kiểm tra". The words stay content.
//!
//! A meeting is told further by who meets: "họp Ban Chỉ đạo", "hội nghị Tỉnh
//! ủy", "làm việc với HĐND", up to the word that begins its subject ("về",
//! "nghe", "trình"). What follows a kind's words may change them: "họp báo cáo"
//! is no press conference, "trực tuyến" no duty.

use super::line::Line;
use crate::schedule::choice::EntryKind;
use crate::words;
use EntryKind::*;

/// What a word at the head tells, and the words after which it does not.
const HEADS: &[(&str, EntryKind, &[&str])] = &[
    ("dự cuộc họp trực tuyến", OnlineConference, &[]),
    ("dự họp trực tuyến", OnlineConference, &[]),
    ("dự hội nghị trực tuyến", OnlineConference, &[]),
    ("phiên họp thường kỳ", RegularSession, &[]),
    ("họp thường kỳ ubnd", RegularSession, &[]),
    ("phiên họp chuyên đề", ThematicSession, &[]),
    ("phiên họp", WorkingMeeting, &[]),
    ("họp giao ban", Briefing, &[]),
    ("giao ban", Briefing, &[]),
    ("hội ý", Briefing, &[]),
    ("họp báo", PressConference, &["cáo"]),
    ("họp khẩn", UrgentMeeting, &["trương"]),
    ("họp đột xuất", UrgentMeeting, &[]),
    ("tiếp công dân", CitizenReception, &[]),
    ("tiếp dân", CitizenReception, &[]),
    ("tiếp xã giao", GuestReception, &[]),
    ("tiếp khách", GuestReception, &[]),
    ("tiếp đoàn", GuestReception, &[]),
    ("tiếp đại sứ", GuestReception, &[]),
    ("tiếp tổng lãnh sự", GuestReception, &[]),
    ("tiếp và làm việc", GuestReception, &[]),
    ("đón tiếp", GuestReception, &[]),
    ("tiếp", GuestReception, &["tục", "thu", "nhận", "cận", "xúc", "theo", "giáp", "nối", "viện"]),
    ("làm việc tại cơ quan", OfficeWork, &[]),
    ("làm việc cơ quan", OfficeWork, &[]),
    ("lvtcq", OfficeWork, &[]),
    ("nghỉ phép", Leave, &[]),
    ("nghỉ bù", Leave, &[]),
    ("nghỉ ốm", Leave, &[]),
    ("nghỉ", Leave, &["lễ", "dưỡng", "hưu", "tết"]),
    ("trực lãnh đạo", Duty, &[]),
    ("trực ban", Duty, &[]),
    ("trực cơ quan", Duty, &[]),
    ("trực", Duty, &["tuyến", "tiếp", "thuộc", "quan", "thăng"]),
    ("đi công tác cơ sở", FieldVisit, &[]),
    ("công tác cơ sở", FieldVisit, &[]),
    ("đi cơ sở", FieldVisit, &[]),
    ("đi xã", FieldVisit, &[]),
    ("kiểm tra", FieldVisit, &[]),
    ("khảo sát", FieldVisit, &[]),
    ("thị sát", FieldVisit, &[]),
    ("đi thực địa", FieldVisit, &[]),
    ("đi kiểm tra", FieldVisit, &[]),
    ("đi công tác", BusinessTrip, &[]),
    ("công tác tại", BusinessTrip, &[]),
    ("công tác nước ngoài", BusinessTrip, &[]),
    ("công tác hà nội", BusinessTrip, &[]),
    ("hội nghị", Conference, &[]),
    ("hội thảo", Conference, &[]),
    ("diễn đàn", Conference, &[]),
    ("tọa đàm", Conference, &[]),
    ("lễ", Ceremony, &["tân", "phục"]),
    ("mít tinh", Ceremony, &[]),
    ("khởi công", Ceremony, &[]),
    ("khánh thành", Ceremony, &[]),
    ("khai mạc", Ceremony, &[]),
    ("bế mạc", Ceremony, &[]),
    ("chương trình nghệ thuật", Ceremony, &[]),
    ("kỳ họp", CouncilMeeting, &[]),
    ("cuộc họp", WorkingMeeting, &[]),
    ("họp", WorkingMeeting, &[]),
    ("nghe", WorkingMeeting, &[]),
    ("làm việc", WorkingMeeting, &[]),
];

/// What the words behind "họp", "hội nghị", "làm việc" make of them.
const FURTHER: &[(&str, EntryKind)] = &[
    ("thường kỳ", RegularSession),
    ("chuyên đề", ThematicSession),
    ("giao ban", Briefing),
    ("khẩn", UrgentMeeting),
    ("đột xuất", UrgentMeeting),
    ("tỉnh ủy", PartyMeeting),
    ("thành ủy", PartyMeeting),
    ("đảng ủy", PartyMeeting),
    ("đảng bộ", PartyMeeting),
    ("ban thường vụ", PartyMeeting),
    ("ban chấp hành", PartyMeeting),
    ("chi bộ", PartyMeeting),
    ("btv", PartyMeeting),
    ("hội đồng nhân dân", CouncilMeeting),
    ("hđnd", CouncilMeeting),
    ("đoàn đại biểu quốc hội", CouncilMeeting),
    ("đoàn đbqh", CouncilMeeting),
    ("đoàn giám sát", CouncilMeeting),
    ("ban chỉ đạo", SteeringBody),
    ("bcđ", SteeringBody),
    ("hội đồng", SteeringBody),
    ("tổ công tác", SteeringBody),
    ("ban tổ chức", SteeringBody),
    ("ban an toàn giao thông", SteeringBody),
    ("ban chỉ huy", SteeringBody),
    ("trực tuyến toàn quốc", OnlineConference),
    ("trực tuyến với chính phủ", OnlineConference),
    ("trực tuyến với trung ương", OnlineConference),
    ("trực tuyến với bộ", OnlineConference),
    ("trực tuyến với thủ tướng", OnlineConference),
    ("trực tuyến của chính phủ", OnlineConference),
    ("toàn quốc", OnlineConference),
];

/// Where the subject of a meeting begins.
const SUBJECT: &[&str] = &[
    "về",
    "nghe",
    "triển khai",
    "rà soát",
    "giải quyết",
    "trình",
    "tháo gỡ",
    "cho ý kiến",
    "thông qua",
    "bàn",
    "xét",
    "xử lý",
    "đánh giá",
    "chuẩn bị",
    "thống nhất",
    "góp ý",
];

pub(super) fn read(line: &mut Line) {
    for at in 0..line.len() {
        let Some((head, mut kind)) = head(line, at) else { continue };
        let (mut from, mut to) = (at, head);
        let meets = matches!(kind, WorkingMeeting | Conference);
        if let Some((start, end, further)) = further(line, at, head).filter(|_| meets) {
            (to, kind) = (end, further);
            if (head..start).any(|at| !line.free(at)) {
                from = start;
            }
        }
        line.draft.kind = kind.code().to_owned();
        return line.mark(from..to, "kind", words::kind(kind).vi);
    }
}

fn head(line: &Line, at: usize) -> Option<(usize, EntryKind)> {
    HEADS.iter().find_map(|(said, kind, unless)| {
        let end = line.says_clearly(at, said).filter(|end| line.any(*end, unless).is_none())?;
        // A verb in the middle of a topic tells nothing: "công tác kiểm tra".
        let verb = matches!(kind, GuestReception | FieldVisit | Leave | Duty | BusinessTrip | OfficeWork);
        let after = line.before(at, &["dự", "đi", "và", "tham gia"]).unwrap_or(at);
        (!verb || line.begins(at) || line.begins(after) || *kind == OfficeWork).then_some((end, *kind))
    })
}

fn further(line: &Line, at: usize, head: usize) -> Option<(usize, usize, EntryKind)> {
    let mut seen = head.saturating_sub(1).max(at + 1);
    let stop = (head + 14).min(line.len());
    while seen < stop && !(seen >= head && line.ends(seen)) {
        let found = FURTHER.iter().find_map(|(said, kind)| Some((seen, line.says(seen, said)?, *kind)));
        if found.is_some() || line.any_clearly(seen, SUBJECT).is_some() {
            return found;
        }
        seen += 1;
    }
    None
}
