//! What waits for somebody themselves, whatever desk they sit at.

use crate::id::{ItemId, MeetingId};
use crate::meeting::{Asked, Owed};
use serde::{Deserialize, Serialize};

/// How much of it waits, for the menu of every page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
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
        self.proposals + self.invitations + self.agreements + self.opinions + self.papers
    }
}
