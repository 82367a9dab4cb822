//! What units ask for: registered in time or late, completed, decided, on the board only
//! when nothing stands in its way, and waiting again when nothing is left of that.

mod decided;
mod own;
mod reopened;

use crate::support::TestOffice;
use domain::request::{Placing, Request, RequestDraft, SlotDraft, Waiting};
use office::{Desk, request};

/// A form of the Department of Finance for Tuesday morning of the week after.
pub fn a_request(office: &TestOffice) -> RequestDraft {
    let slot = |date: &str, start: &str| SlotDraft {
        date: date.into(),
        part: "morning".into(),
        start: start.into(),
    };
    RequestDraft {
        content: "Thông qua phương án điều hành ngân sách".into(),
        purpose: "Quyết định phân bổ dự phòng".into(),
        chair: office.post("pcttt").to_string(),
        slots: [slot("2026-12-08", "08:00"), slot("2026-12-10", "08:00"), SlotDraft::default()],
        minutes: "120".into(),
        room: office.room("Phòng họp A").to_string(),
        papers: "Tờ trình số 45/TTr-STC".into(),
        ..RequestDraft::default()
    }
}

pub async fn registered(desk: &Desk, draft: RequestDraft) -> Request {
    request::register_request(desk, draft).await.expect("a registered request")
}

/// What the secretary sees of it in the tray of its week.
pub async fn in_the_tray(office: &TestOffice, asked: &Request) -> Waiting {
    let tray = request::request_tray(&office.secretary(), asked.wanted.week()).await.expect("a tray");
    tray.requests.into_iter().find(|w| w.request.id == asked.id).expect("in the tray")
}

/// What its own unit sees of it.
pub async fn with_its_unit(officer: &Desk, asked: &Request) -> Request {
    let own = request::own_requests(officer).await.expect("a list");
    own.requests.into_iter().find(|r| r.id == asked.id).expect("one of its own")
}

/// At the time that was wished.
pub fn as_wished(asked: &Request) -> Placing {
    Placing::at(asked, &asked.wanted.wish)
}
