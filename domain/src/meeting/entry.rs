//! The form of the entry that a meeting becomes on the board.

use super::{Meeting, Proposal};
use crate::id::UnitId;
use crate::refusal::Issue;
use crate::request::{Placing, SlotDraft};
use crate::schedule::{EntryDraft, InvitationMode};

impl Meeting {
    /// The form with which it is put on the board: where it was wished, or stood last.
    pub fn placing(&self) -> Placing {
        let proposal = &self.proposal;
        let SlotDraft { date, part, start } = SlotDraft::of(&proposal.wish);
        Placing {
            date,
            part,
            start,
            minutes: proposal.minutes.to_string(),
            chair: proposal.chair.to_string(),
            ..Placing::default()
        }
    }

    /// The form of the entry: internal until somebody decides otherwise, prepared by the
    /// unit that proposed it, with an invitation of its own.
    ///
    /// # Errors
    /// An issue of length or chair; everything else is judged with the entry.
    pub fn entry(&self, placing: &Placing) -> Result<EntryDraft, Issue> {
        self.proposal.entry(self.unit, placing)
    }
}

impl Proposal {
    /// The form of the entry of a meeting that this unit proposed.
    ///
    /// # Errors
    /// As [`Meeting::entry`].
    pub fn entry(&self, unit: UnitId, placing: &Placing) -> Result<EntryDraft, Issue> {
        Ok(EntryDraft {
            kind: self.kind.code().to_owned(),
            content: self.content.clone(),
            participants: self.participants.clone(),
            preparing_unit: unit.to_string(),
            invitation: InvitationMode::SeparateLetter.code().to_owned(),
            ..placing.laid()?
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::meeting::story::a_meeting;
    use crate::refusal::{Issue, Problem};
    use crate::request::Placing;
    use crate::schedule::story::{day, hour, post, room, the_office, unit};
    use crate::schedule::{EntryKind, Visibility};

    #[test]
    fn a_proposal_becomes_an_internal_entry_with_its_chair() {
        let meeting = a_meeting();
        let placing = Placing { room: room("r-a").to_string(), ..meeting.placing() };
        let plan = meeting.entry(&placing).unwrap().check(&the_office()).unwrap();
        assert_eq!((plan.date, plan.start), (day("2026-12-09"), Some(hour("08:30"))));
        assert_eq!((plan.end, plan.kind), (Some(hour("11:00")), EntryKind::WorkingMeeting));
        assert_eq!((plan.positions(), plan.preparing_unit), (vec![post("pcttt")], Some(unit("stc"))));
        assert_eq!((plan.room, plan.visibility), (Some(room("r-a")), Visibility::Internal));
        assert_eq!(plan.content, meeting.proposal.content);
        let nobody = Placing { chair: String::new(), ..placing };
        assert_eq!(meeting.entry(&nobody), Err(Issue::new("chair", Problem::Required)));
    }
}
