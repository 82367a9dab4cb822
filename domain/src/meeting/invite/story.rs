//! The beginnings of test stories about invitations.

use super::{AnswerStep, Answered, Coming, Gathering, Invitee, InviteePart, Letter, Who};
use crate::calendar::hours::SessionPart;
use crate::id::{InviteeId, MeetingId};
use crate::meeting::MeetingState;
use crate::schedule::story::{day, hour, moment, post, unit};
use chrono::NaiveDateTime;

/// "2026-12-09 08:00" on the clocks of Vietnam.
pub(crate) fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// A meeting on the morning of 09/12/2026 under the Permanent Vice Chairman.
pub(crate) fn a_gathering() -> Gathering {
    Gathering { chair: post("pcttt"), state: MeetingState::Convened, begins: at("2026-12-09 08:30") }
}

/// The Department of Construction, invited with the first issue.
pub(crate) fn an_invitee() -> Invitee {
    Invitee {
        id: InviteeId(5),
        meeting: MeetingId(1),
        who: Who::Unit(unit("sxd")),
        unit: Some(unit("sxd")),
        name: "Sở Xây dựng".into(),
        title: String::new(),
        part: InviteePart::Attend,
        items: Vec::new(),
        since: Some(1),
        waits: true,
        answers: Vec::new(),
        version: 1,
    }
}

/// An invitee after these steps.
pub(crate) fn after(steps: &[AnswerStep]) -> Invitee {
    let answers = steps.iter().map(|step| Answered {
        step: *step,
        coming: vec![Coming { name: "Từ Thị Vân Khanh".into(), title: "Phó Giám đốc".into() }],
        reason: "Giám đốc dự hội nghị của Bộ".into(),
        by: "Văn thư Sở Xây dựng".into(),
        at: moment("2026-12-07T02:00"),
        issue: 1,
        instead: None,
    });
    Invitee { answers: answers.collect(), ..an_invitee() }
}

/// A letter that states everything.
pub(crate) fn a_letter() -> Letter {
    Letter {
        committee: "Ủy ban nhân dân tỉnh Minh Giang".into(),
        place_name: "Minh Giang".into(),
        symbol: String::new(),
        content: "Họp rà soát tiến độ giải ngân vốn đầu tư công".into(),
        chair: "Tạ Thị Minh Nguyệt, Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh".into(),
        date: day("2026-12-09"),
        part: SessionPart::Morning,
        start: Some(hour("08:30")),
        end: Some(hour("11:00")),
        place: "Phòng họp A".into(),
        invited: vec![
            (InviteePart::Attend, vec!["Sở Xây dựng".into(), "Sở Y tế".into()]),
            (InviteePart::Present, vec!["Hoàng Trọng Duyệt, Giám đốc Sở Tài chính".into()]),
        ],
        requirements: vec![
            "Sở Tài chính gửi báo cáo trước ngày 04/12/2026;".into(),
            "Báo vắng với chủ trì.".into(),
        ],
        contact: "Quách Tuấn Anh, Chuyên viên".into(),
        contact_phone: "(0200) 3.000.214".into(),
        signing: "TL. CHỦ TỊCH".into(),
        signer_title: "CHÁNH VĂN PHÒNG".into(),
        signer: "Mạc Đăng Thuận".into(),
        recipients: vec!["Như thành phần mời".into(), "Lưu: VT, KT".into()],
    }
}
