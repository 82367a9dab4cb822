//! The beginnings of test stories about requests.

use super::{Chair, Choices, Request, RequestDraft, RequestState, SlotDraft};
use crate::access::Actor;
use crate::id::RequestId;
use crate::refusal::Refusal;
use crate::request::RequestStep;
use crate::schedule::story::{day, hour, moment, post, room, the_office, unit};
use chrono::{NaiveDate, NaiveDateTime};

/// A Friday; the requests are for the week after.
pub(crate) fn today() -> NaiveDate {
    day("2026-12-04")
}

/// The end of its afternoon.
pub(crate) fn now() -> NaiveDateTime {
    today().and_time(hour("17:10"))
}

/// What the office of Minh Giang offers.
pub(crate) fn choices() -> Choices {
    let office = the_office();
    let chair = |p: &crate::people::Position| Chair { id: p.id, name: p.titled(), valid: p.valid };
    Choices { chairs: office.leaders.iter().map(chair).collect(), rooms: office.rooms }
}

/// A form of the Department of Finance, full.
pub(crate) fn a_draft() -> RequestDraft {
    let slot = |date: &str, part: &str, start: &str| SlotDraft {
        date: date.into(),
        part: part.into(),
        start: start.into(),
    };
    RequestDraft {
        content: "Thông qua phương án điều hành ngân sách tháng cuối năm".into(),
        purpose: "Quyết định phân bổ dự phòng".into(),
        chair: post("pcttt").to_string(),
        slots: [
            slot("2026-12-09", "morning", "08:00"),
            slot("2026-12-10", "afternoon", ""),
            SlotDraft::default(),
        ],
        minutes: "150".into(),
        participants: "Lãnh đạo các Sở".into(),
        room: room("r-a").to_string(),
        place: String::new(),
        papers: "Tờ trình số 45/TTr-STC".into(),
    }
}

/// That form, registered in time.
pub(crate) fn a_request() -> Told {
    Told(Request {
        id: RequestId(1),
        unit: unit("stc"),
        unit_name: "STC".into(),
        wanted: a_draft().check(&choices(), now()).unwrap(),
        chair_name: "PCT Thường trực Tạ Thị Minh Nguyệt".into(),
        room_name: "r-a".into(),
        state: RequestState::Registered,
        late: false,
        by: "Văn thư Sở Tài chính".into(),
        at: moment("2026-12-02T02:00"),
        decision: None,
        entry: None,
        placed: None,
        merged_into: None,
        joined: None,
        version: 1,
    })
}

/// A request being told.
pub(crate) struct Told(Request);

impl Told {
    pub fn numbered(mut self, id: i64) -> Self {
        self.0.id = RequestId(id);
        self
    }

    pub fn standing(mut self, state: RequestState) -> Self {
        self.0.state = state;
        self
    }

    pub fn wanting(mut self, change: impl FnOnce(&mut RequestDraft)) -> Self {
        let mut draft = a_draft();
        change(&mut draft);
        self.0.wanted = draft.check(&choices(), now()).unwrap();
        self
    }

    pub fn after(self, step: RequestStep, actor: &Actor) -> Result<RequestState, Refusal> {
        self.0.after(step, actor)
    }

    pub fn steps(self, actor: &Actor) -> Vec<RequestStep> {
        self.0.steps(actor)
    }

    pub fn request(self) -> Request {
        self.0
    }
}
