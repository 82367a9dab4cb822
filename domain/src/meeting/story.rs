//! The beginnings of test stories about meetings.

use super::{Item, ItemKind, ItemPlan, ItemState, Meeting, MeetingState, Offer, ProposalDraft, RealHours};
use crate::id::{ItemId, MeetingId};
use crate::request::SlotDraft;
use crate::request::story::choices;
use crate::schedule::story::{day, post, the_office, unit};

/// What the office of Minh Giang offers.
pub(crate) fn an_offer() -> Offer {
    let office = the_office();
    let requests = choices();
    Offer {
        chairs: requests.chairs,
        rooms: requests.rooms,
        units: office.units.iter().map(|u| (u.id, u.short_name.clone())).collect(),
        persons: office.staff.iter().map(|p| (p.id, p.name.clone())).collect(),
        bodies: vec![(1.into(), "Ban Chỉ đạo phòng, chống thiên tai".into())],
    }
}

/// The proposal of the Department of Finance, full.
pub(crate) fn a_draft() -> ProposalDraft {
    ProposalDraft {
        unit: unit("stc").to_string(),
        kind: "working_meeting".into(),
        content: "Họp rà soát tiến độ giải ngân vốn đầu tư công".into(),
        purpose: "Tháo gỡ vướng mắc của các dự án giải ngân dưới 50%".into(),
        chair: post("pcttt").to_string(),
        participants: "Lãnh đạo các Sở".into(),
        papers: "Báo cáo số 1188/BC-STC".into(),
        slot: SlotDraft { date: "2026-12-09".into(), part: "morning".into(), start: "08:30".into() },
        minutes: "150".into(),
        note_number: "Phiếu trình số 214/PTr-KT".into(),
        ..ProposalDraft::default()
    }
}

/// That proposal, kept.
pub(crate) fn a_meeting() -> Meeting {
    Meeting {
        id: MeetingId(1),
        proposal: a_draft().check(&an_offer(), day("2026-12-04").into()).unwrap(),
        unit: unit("stc"),
        unit_name: "STC".into(),
        body_name: String::new(),
        session: None,
        chair_name: "PCT Thường trực Tạ Thị Minh Nguyệt".into(),
        secretary_name: String::new(),
        state: MeetingState::Proposed,
        taken: Vec::new(),
        board: None,
        frozen: None,
        version: 1,
    }
}

/// An item of an agenda.
pub(crate) fn an_item(id: i64, content: &str, minutes: u32) -> Item {
    Item {
        id: ItemId(id),
        body: None,
        meeting: Some(MeetingId(1)),
        unit: Some(unit("stc")),
        unit_name: "STC".into(),
        plan: ItemPlan {
            content: content.into(),
            kind: ItemKind::Information,
            minutes,
            ..ItemPlan::default()
        },
        presenter: String::new(),
        state: ItemState::Placed,
        supplement: None,
        headed: false,
        head: String::new(),
        head_on: None,
        head_by: String::new(),
        decision: None,
        real: RealHours::default(),
        before: Vec::new(),
        version: 1,
    }
}
