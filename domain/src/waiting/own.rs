//! What waits for somebody themselves, whatever desk they sit at.

use crate::id::{ItemId, MeetingId, RequestId};
use crate::meeting::{Asked, Owed};
use serde::{Deserialize, Serialize};

/// How much of it waits, for the menu of every page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Requests of the unit that came back to be completed.
    pub requests: u32,
    /// Proposals that wait for the word of the person as their chair.
    pub proposals: u32,
    /// Invitations to be answered, and deputies to decide about.
    pub invitations: u32,
    /// Items that wait for the head of the unit.
    pub agreements: u32,
    /// Questions that the unit was asked about items.
    pub opinions: u32,
    /// Papers that the unit owes.
    pub papers: u32,
}

/// All of it, for the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// Requests of the unit that came back to be completed, with what they are about; the
    /// nearest week first.
    pub requests: Vec<(RequestId, String)>,
    /// Proposals that wait for the word of the person as their chair, with what they are
    /// about.
    pub proposals: Vec<(MeetingId, String)>,
    /// Invitations to be answered, and deputies to decide about.
    pub invitations: u32,
    /// Items that wait for the head of the unit, with what they are about.
    pub agreements: Vec<(ItemId, String)>,
    /// Questions that the unit was asked about items, the nearest day first.
    pub opinions: Vec<Asked>,
    /// Papers that the unit owes, what presses first.
    pub papers: Vec<Owed>,
}

impl Own {
    /// The counts of the menu.
    pub fn counts(&self) -> Counts {
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        Counts {
            requests: count(self.requests.len()),
            proposals: count(self.proposals.len()),
            invitations: self.invitations,
            agreements: count(self.agreements.len()),
            opinions: count(self.opinions.len()),
            papers: count(self.papers.len()),
        }
    }
}

impl Counts {
    /// How many things wait.
    pub fn all(self) -> u32 {
        let Self { requests, proposals, invitations, agreements, opinions, papers } = self;
        requests + proposals + invitations + agreements + opinions + papers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_waits_is_counted() {
        let own = Own {
            requests: vec![(RequestId(1), "Ngân sách".into()), (RequestId(2), "Đề án".into())],
            proposals: vec![(MeetingId(7), "Giao ban".into())],
            invitations: 4,
            ..Own::default()
        };
        let counts = own.counts();
        assert_eq!((counts.requests, counts.proposals, counts.invitations), (2, 1, 4));
        assert_eq!(counts.all(), 7);
    }
}
