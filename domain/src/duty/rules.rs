//! What of the roster the public reads. Both are acts of the Office, so a new one
//! publishes the leader on duty and keeps its number to itself.

use serde::{Deserialize, Serialize};

/// What an office decided about its roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DutyRules {
    /// Whether the public reads who is on duty.
    pub public: bool,
    /// Whether it reads the hotline, too.
    pub hotline: bool,
    /// Raised by each save.
    pub version: i32,
}

impl Default for DutyRules {
    fn default() -> Self {
        Self { public: true, hotline: false, version: 0 }
    }
}

/// The form of [`DutyRules`]: not empty is yes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DutyRulesDraft {
    /// Whether the public reads who is on duty.
    pub duty_public: String,
    /// Whether it reads the hotline.
    pub duty_hotline: String,
}

impl DutyRulesDraft {
    /// The form of the rules as they are.
    pub fn of(rules: &DutyRules) -> Self {
        let tick = |yes: bool| if yes { "on".to_owned() } else { String::new() };
        Self { duty_public: tick(rules.public), duty_hotline: tick(rules.hotline) }
    }

    /// The rules that were ticked. There is no wrong form.
    pub fn rules(&self) -> DutyRules {
        DutyRules { public: !self.duty_public.is_empty(), hotline: !self.duty_hotline.is_empty(), version: 0 }
    }
}
