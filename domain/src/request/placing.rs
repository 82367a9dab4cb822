//! Where an accepted request is put: its day, hour, chair and room, which may
//! differ from what was wished, become the form of an entry.

use super::draft::{ends_next_day, length};
use super::{Request, Slot, SlotDraft};
use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use crate::refusal::{Issue, Problem};
use crate::schedule::{Directory, EntryDraft, EntryKind, Format, LeaderRole, Place, Plan, Visibility};
use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// The form with which a request is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placing {
    /// `2026-12-08`.
    pub date: String,
    /// Part code; an hour says it better.
    pub part: String,
    /// "08:30", also "8h30"; or empty.
    pub start: String,
    /// Length in minutes.
    pub minutes: String,
    /// Number of the chair's post.
    pub chair: String,
    /// Room number or empty.
    pub room: String,
    /// Place in words.
    pub place: String,
    /// Why a conflict is accepted, when there is one.
    pub conflict_reason: String,
}

impl Placing {
    /// The field of this form at which an issue of the entry that comes of it stands.
    pub fn own_field(field: String) -> String {
        match field.as_str() {
            "leaders" => "chair".to_owned(),
            "end" => "minutes".to_owned(),
            _ => field,
        }
    }

    /// At one of the times that the unit named.
    pub fn at(request: &Request, slot: &Slot) -> Self {
        let wanted = &request.wanted;
        let SlotDraft { date, part, start } = SlotDraft::of(slot);
        Self {
            date,
            part,
            start,
            minutes: wanted.minutes.to_string(),
            chair: wanted.chair.to_string(),
            room: wanted.room.map(|r| r.to_string()).unwrap_or_default(),
            place: wanted.place.clone(),
            conflict_reason: String::new(),
        }
    }

    /// Where the board's hand puts a request, with the plan that it becomes there. In
    /// another lane it keeps its distance from the beginning of the lane; a column
    /// without a leader leaves the chair as it is wished. `None` when the request cannot
    /// stand there at all.
    pub fn onto(request: &Request, to: Place, directory: &Directory) -> Option<(Self, Plan)> {
        let wished = Self::at(request, &request.wanted.wish);
        let plan = wished.entry(request).ok()?.check(directory).ok()?;
        let chair = request.wanted.chair;
        let to = Place { leader: Some(to.leader.unwrap_or(chair)), ..to };
        let taken = plan.taken(Some(chair), to, &directory.hours_on(to.date));
        let placing = Self {
            date: taken.date.to_string(),
            part: taken.part.code().to_owned(),
            start: taken.start.map(spoken::time).unwrap_or_default(),
            chair: to.leader.unwrap_or(chair).to_string(),
            ..wished
        };
        let plan = placing.entry(request).ok()?.check(directory).ok()?;
        Some((placing, plan))
    }

    /// The form of the entry: internal until somebody decides otherwise, organised
    /// and prepared by the unit that asked.
    ///
    /// # Errors
    /// An issue of length, start or chair; everything else is judged with the entry.
    pub fn entry(&self, request: &Request) -> Result<EntryDraft, Issue> {
        let wanted = &request.wanted;
        let unit = request.unit.to_string();
        let note = [("Mục đích", &wanted.purpose), ("Tài liệu", &wanted.papers)];
        let note =
            note.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}: {text}"));
        Ok(EntryDraft {
            kind: EntryKind::WorkingMeeting.code().to_owned(),
            content: wanted.content.clone(),
            participants: wanted.participants.clone(),
            host_unit: unit.clone(),
            preparing_unit: unit,
            note: note.collect::<Vec<_>>().join("\n"),
            ..self.laid()?
        })
    }

    /// An internal entry at this time and place, under this chair, that is about
    /// nothing yet.
    ///
    /// # Errors
    /// An issue of length, start or chair.
    pub(crate) fn laid(&self) -> Result<EntryDraft, Issue> {
        let start = spoken::parse_time(&self.start);
        let minutes = length(&self.minutes).map_err(|problem| Issue::new("minutes", problem))?;
        if start.is_some_and(|start| ends_next_day(start, minutes)) {
            return Err(Issue::new("start", Problem::EndsNextDay));
        }
        let end = start.map(|start| spoken::time(end(start, minutes)));
        let part = start.map_or(self.part.as_str(), |start| SessionPart::of_time(start).code());
        let chair = self.chair.trim();
        if chair.is_empty() {
            return Err(Issue::new("chair", Problem::Required));
        }
        Ok(EntryDraft {
            date: self.date.clone(),
            part: part.to_owned(),
            start: self.start.clone(),
            end: end.unwrap_or_default(),
            leaders: [(chair.to_owned(), LeaderRole::Chair.code().to_owned())].into(),
            room: self.room.clone(),
            place: self.place.clone(),
            format: Format::InPerson.code().to_owned(),
            visibility: Visibility::Internal.code().to_owned(),
            ..EntryDraft::default()
        })
    }
}

/// When something ends that begins then; beyond midnight the clock begins again.
pub(super) fn end(start: NaiveTime, minutes: u32) -> NaiveTime {
    start.overflowing_add_signed(TimeDelta::minutes(minutes.into())).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::story::a_request;
    use crate::schedule::story::{day, hour, post, room, the_office, unit};

    #[test]
    fn a_wish_becomes_an_internal_entry_of_the_unit() {
        let request = a_request().request();
        let placing = Placing::at(&request, &request.wanted.wish);
        let plan = placing.entry(&request).unwrap().check(&the_office()).unwrap();
        assert_eq!(
            (plan.date, plan.start, plan.end),
            (day("2026-12-09"), Some(hour("08:00")), Some(hour("10:30")))
        );
        assert_eq!(plan.positions(), [post("pcttt")]);
        assert_eq!((plan.host_unit, plan.preparing_unit), (Some(unit("stc")), Some(unit("stc"))));
        assert_eq!((plan.room, plan.visibility), (Some(room("r-a")), Visibility::Internal));
        assert_eq!(plan.note, "Mục đích: Quyết định phân bổ dự phòng\nTài liệu: Tờ trình số 45/TTr-STC");
    }

    #[test]
    fn a_time_without_an_hour_stays_without_one() {
        let request = a_request().request();
        let placing = Placing::at(&request, &request.wanted.alternatives[0]);
        let plan = placing.entry(&request).unwrap().check(&the_office()).unwrap();
        assert_eq!((plan.part, plan.start, plan.end), (SessionPart::Afternoon, None, None));
    }

    #[test]
    fn the_hand_of_the_board_puts_it_into_a_lane_and_a_column() {
        let request = a_request().request();
        let place = |date: &str, part, leader: Option<&str>| Place {
            date: day(date),
            part,
            leader: leader.map(post),
        };
        let afternoon = place("2026-12-11", SessionPart::Afternoon, Some("ct"));
        let (placing, plan) = Placing::onto(&request, afternoon, &the_office()).unwrap();
        assert_eq!((plan.date, plan.part), (day("2026-12-11"), SessionPart::Afternoon));
        assert_eq!(plan.positions(), [post("ct")]);
        assert_eq!(plan.end.unwrap() - plan.start.unwrap(), chrono::TimeDelta::minutes(150));
        assert_eq!((placing.minutes.as_str(), placing.chair.as_str()), ("150", "1"));

        let own = place("2026-12-10", SessionPart::Morning, None);
        let (placing, plan) = Placing::onto(&request, own, &the_office()).unwrap();
        assert_eq!((plan.start, plan.positions()), (Some(hour("08:00")), vec![post("pcttt")]));
        assert_eq!(placing.start, "08:00");
        let whole = place("2026-12-10", SessionPart::AllDay, None);
        let (_, plan) = Placing::onto(&request, whole, &the_office()).unwrap();
        assert_eq!((plan.part, plan.start), (SessionPart::AllDay, None));
    }

    #[test]
    fn the_office_may_decide_otherwise_and_is_judged_all_the_same() {
        let request = a_request().request();
        let wished = Placing::at(&request, &request.wanted.wish);
        let moved =
            Placing { start: "14h".into(), minutes: "60".into(), chair: "1".into(), ..wished.clone() };
        let plan = moved.entry(&request).unwrap().check(&the_office()).unwrap();
        assert_eq!((plan.part, plan.end), (SessionPart::Afternoon, Some(hour("15:00"))));
        assert_eq!(plan.positions(), [post("ct")]);
        let long = Placing { minutes: "900".into(), ..wished.clone() };
        assert_eq!(long.entry(&request).unwrap_err().field, "minutes");
        let over_midnight = Placing { start: "23h50".into(), minutes: "15".into(), ..wished.clone() };
        assert_eq!(over_midnight.entry(&request), Err(Issue::new("start", Problem::EndsNextDay)));
        let nobody = Placing { chair: " ".into(), ..wished.clone() };
        assert_eq!(nobody.entry(&request), Err(Issue::new("chair", Problem::Required)));
        let wrong = Placing { start: "8h5".into(), ..wished };
        let issues = wrong.entry(&request).unwrap().check(&the_office()).unwrap_err();
        assert_eq!(issues, [Issue::new("start", Problem::NotATime)]);
    }
}
