//! Who acts for an absent leader: the one whom the leave or trip names, on its days.

use super::Actor;
use crate::id::PositionId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A leader who is away today, and for whom the person acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acting {
    /// The post whose holder is away.
    pub position: PositionId,
    /// In whose place, and on which days.
    pub instead: Instead,
}

/// In whose place something was answered, as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    /// Title and name of who is away.
    pub of: String,
    /// The first day of the absence.
    pub from: NaiveDate,
    /// The last one.
    pub to: NaiveDate,
}

impl Actor {
    /// The absence for which the person acts in this post; nothing for its own holder.
    pub fn acts_for(&self, post: PositionId) -> Option<&Acting> {
        self.acts.iter().find(|acting| acting.position == post && !self.holds.contains(&post))
    }

    /// Whether the person answers as the holder of this post, or for the one who is away.
    pub fn answers_as(&self, post: PositionId) -> bool {
        self.holds.contains(&post) || self.acts_for(post).is_some()
    }
}
