//! What a unit may know of what became of its request: where the entry stands that it
//! became, or whose request took it over. Nothing else of the working week is in it.

use super::placing::end;
use super::{Request, RequestState, Wanted};
use crate::calendar::hours::SessionPart;
use crate::id::PositionId;
use crate::schedule::publication::FaceStanding;
use crate::schedule::{Entry, LeaderRole, Standing};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// Where the entry stands that a request became: no remark, no reason, nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placed {
    /// The day.
    pub date: NaiveDate,
    /// The part of the day.
    pub part: SessionPart,
    /// Start, when the hour is known.
    pub start: Option<NaiveTime>,
    /// End, when known.
    pub end: Option<NaiveTime>,
    /// Room and place in words.
    pub place: String,
    /// Whether the leader who was asked is its chair.
    pub is_chair_kept: bool,
    /// Whether it takes place.
    pub standing: FaceStanding,
    /// Whether readers know of it.
    pub is_published: bool,
}

/// What of it is not as the unit wished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The day, the hour or the length.
    Time,
    /// The room or the place.
    Place,
    /// The chair.
    Chair,
}

/// The request that took over one that was merged: the unit that asked for it, and where
/// it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The unit's name in schedules.
    pub unit_name: String,
    /// Where that request stands.
    pub state: RequestState,
}

impl Placed {
    /// Where an entry stands in a room of this name, for whoever asked for this chair.
    pub fn of(entry: &Entry, room_name: &str, chair: PositionId) -> Self {
        let plan = &entry.plan;
        Self {
            date: plan.date,
            part: plan.part,
            start: plan.start,
            end: plan.end,
            place: place(room_name, &plan.place),
            is_chair_kept: plan.attending.iter().any(|a| a.role == LeaderRole::Chair && a.position == chair),
            standing: match entry.standing {
                Standing::Going => FaceStanding::Going,
                Standing::Postponed(_) => FaceStanding::Postponed,
                Standing::Cancelled(_) => FaceStanding::Cancelled,
            },
            is_published: entry.published_in.is_some(),
        }
    }

    /// What of it is not as the request wished; what that left open may be anything.
    pub fn differences(&self, request: &Request) -> Vec<Difference> {
        let wished = request.place();
        let found = [
            (!self.is_at(&request.wanted), Difference::Time),
            (!wished.is_empty() && wished != self.place, Difference::Place),
            (!self.is_chair_kept, Difference::Chair),
        ];
        found.into_iter().filter(|(differs, _)| *differs).map(|(_, what)| what).collect()
    }

    /// Whether it is at the time of the wish. A wish without an hour is granted anywhere in
    /// its half-day.
    fn is_at(&self, wanted: &Wanted) -> bool {
        let wish = &wanted.wish;
        let is_on_time = match wish.start {
            None => self.part == wish.part,
            Some(start) => {
                let ends = end(start, wanted.minutes);
                self.start == Some(start) && self.end.is_none_or(|end| end == ends)
            }
        };
        self.date == wish.date && is_on_time
    }
}

impl Joined {
    /// What may be known of a request elsewhere.
    pub fn of(request: &Request) -> Self {
        Self { unit_name: request.unit_name.clone(), state: request.state }
    }
}

/// Room and place in words.
pub(super) fn place(room_name: &str, place: &str) -> String {
    let parts = [room_name, place].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::story::a_request;
    use crate::schedule::story::{an_entry, day, hour, post};

    fn differences(request: &Request, entry: &Entry, room_name: &str) -> Vec<Difference> {
        Placed::of(entry, room_name, request.wanted.chair).differences(request)
    }

    #[test]
    fn what_is_as_wished_differs_in_nothing() {
        let request = a_request().request();
        let as_wished = an_entry().on("2026-12-09").chaired_by("pcttt");
        let exact = as_wished.at("08:00-10:30").entry();
        assert_eq!(differences(&request, &exact, "r-a"), []);
        let open = an_entry().on("2026-12-09").chaired_by("pcttt").at("08:00").entry();
        assert_eq!(differences(&request, &open, "r-a"), [], "nobody said how long it lasts");
        let attended = an_entry().on("2026-12-09").at("08:00-10:30").attended_by("pcttt").entry();
        assert_eq!(differences(&request, &attended, "r-a"), [Difference::Chair]);
    }

    #[test]
    fn what_is_otherwise_is_told() {
        let request = a_request().request();
        let later = an_entry().on("2026-12-09").chaired_by("pcttt").at("14:00-16:30").entry();
        assert_eq!(differences(&request, &later, "r-a"), [Difference::Time]);
        let shorter = an_entry().on("2026-12-09").chaired_by("pcttt").at("08:00-09:00").entry();
        assert_eq!(differences(&request, &shorter, "r-a"), [Difference::Time]);
        let without_hour =
            an_entry().on("2026-12-09").chaired_by("pcttt").in_the(SessionPart::Morning).entry();
        assert_eq!(differences(&request, &without_hour, "r-a"), [Difference::Time]);
        let all = an_entry().on("2026-12-10").chaired_by("ct").at("08:00-10:30").entry();
        let told = [Difference::Time, Difference::Place, Difference::Chair];
        assert_eq!(differences(&request, &all, "r-b"), told);
    }

    #[test]
    fn what_the_unit_left_open_may_be_anything() {
        let anywhere = a_request().wanting(|draft| {
            draft.room = String::new();
            draft.slots[0].start = String::new();
        });
        let anywhere = anywhere.request();
        let anywhere = Request { room_name: String::new(), ..anywhere };
        let morning = an_entry().on("2026-12-09").chaired_by("pcttt").at("09:00-10:00").entry();
        assert_eq!(differences(&anywhere, &morning, "r-b"), []);
        let afternoon = an_entry().on("2026-12-09").chaired_by("pcttt").at("14:00-15:00").entry();
        assert_eq!(differences(&anywhere, &afternoon, "r-b"), [Difference::Time]);
    }

    #[test]
    fn nothing_internal_of_the_entry_is_in_it() {
        let entry = an_entry()
            .on("2026-12-09")
            .at("08:00-10:30")
            .chaired_by("ct")
            .attended_by("pct-kt")
            .in_room("r-b")
            .at_place("Tầng 3")
            .noted("Kín")
            .because("Gấp")
            .cancelled();
        let entry = Entry { conflict_reason: "Chủ tịch đồng ý".into(), ..entry.entry() };
        let placed = Placed {
            date: day("2026-12-09"),
            part: SessionPart::Morning,
            start: Some(hour("08:00")),
            end: Some(hour("10:30")),
            place: "Phòng họp B, Tầng 3".into(),
            is_chair_kept: false,
            standing: FaceStanding::Cancelled,
            is_published: false,
        };
        assert_eq!(Placed::of(&entry, "Phòng họp B", post("pcttt")), placed);
        let published = Entry { published_in: Some(2), ..entry };
        let placed = Placed { is_chair_kept: true, is_published: true, ..placed };
        assert_eq!(Placed::of(&published, "Phòng họp B", post("ct")), placed);
    }
}
