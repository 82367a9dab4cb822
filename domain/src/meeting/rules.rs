//! Which law a kind of meeting stands under, and how many working days it gives.
//!
//! These are the usual values with their legal basis; an office changes them as a
//! setting, because the law and each province's own regulation do.

use crate::calendar::Counting;
use crate::refusal::{Issue, Problem};
use crate::schedule::EntryKind;
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};

/// The kinds of entries that are meetings, in the order of the choice.
pub const KINDS: [EntryKind; 11] = [
    EntryKind::RegularSession,
    EntryKind::ThematicSession,
    EntryKind::Briefing,
    EntryKind::WorkingMeeting,
    EntryKind::UrgentMeeting,
    EntryKind::SteeringBody,
    EntryKind::Conference,
    EntryKind::OnlineConference,
    EntryKind::CitizenReception,
    EntryKind::PressConference,
    EntryKind::GuestReception,
];

/// The most working days that a rule may ask for.
const MOST_DAYS: u32 = 60;
/// The most half days that a rule may allow.
const MOST_HALF_DAYS: u32 = 10;
/// A half day of work, in minutes: half of the eight hours of the Labour Code 2019, article 105.
const HALF_DAY: u32 = 4 * 60;
/// The most working days that amber may come before a last day.
const MOST_AMBER_DAYS: u32 = 10;

/// Whether an entry of this kind can have a meeting.
pub fn is_meeting(kind: EntryKind) -> bool {
    KINDS.contains(&kind)
}

/// The deadlines of one kind, in working days, and its longest; `None` where there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The kind.
    pub kind: EntryKind,
    /// The invitation goes out so many days before.
    pub invitation: Option<u32>,
    /// The papers are sent so many days before.
    pub papers: Option<u32>,
    /// The conclusion notice follows within so many days.
    pub conclusion: Option<u32>,
    /// It lasts so many half days at most (Decision 45/2018 on the length of meetings). Rules
    /// that an office wrote before there were lengths have none: they stay as it wrote them.
    #[serde(default)]
    pub half_days: Option<u32>,
    /// Căn cứ pháp lý.
    pub basis: String,
}

impl Rules {
    /// The usual rules of a kind.
    pub fn usual(kind: EntryKind) -> Self {
        const LAW: &str = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15; Quy chế làm việc của UBND tỉnh (không thuộc Quyết định 45/2018/QĐ-TTg)";
        const DECISION: &str = "Quyết định 45/2018/QĐ-TTg";
        let (days, basis) = match kind {
            EntryKind::RegularSession => ([Some(3), Some(3), Some(5)], LAW.to_owned()),
            EntryKind::ThematicSession => ([Some(1), Some(1), Some(5)], LAW.to_owned()),
            EntryKind::Briefing | EntryKind::WorkingMeeting | EntryKind::Conference => {
                ([Some(3), Some(3), Some(5)], DECISION.to_owned())
            }
            EntryKind::SteeringBody => {
                ([Some(3), Some(3), Some(5)], format!("{DECISION}; quy chế hoạt động của tổ chức"))
            }
            EntryKind::UrgentMeeting => {
                let urgent = "họp đột xuất: thời hạn theo yêu cầu của người triệu tập";
                ([None, None, Some(5)], format!("{DECISION}; {urgent}"))
            }
            EntryKind::OnlineConference => {
                ([None, None, None], "Theo giấy mời của cơ quan tổ chức".to_owned())
            }
            EntryKind::CitizenReception => (
                [None, None, None],
                "Luật Tiếp công dân (ngoài phạm vi Quyết định 45/2018/QĐ-TTg)".to_owned(),
            ),
            _ => (
                [None, None, None],
                "Quy chế làm việc của UBND tỉnh (ngoài phạm vi Quyết định 45/2018/QĐ-TTg)".to_owned(),
            ),
        };
        let half_days = match kind {
            EntryKind::Briefing | EntryKind::WorkingMeeting | EntryKind::SteeringBody => Some(1),
            EntryKind::Conference => Some(2),
            _ => None,
        };
        let [invitation, papers, conclusion] = days;
        Self { kind, invitation, papers, conclusion, half_days, basis }
    }

    /// How many minutes it lasts at most.
    pub fn longest(&self) -> Option<u32> {
        self.half_days.map(|half_days| half_days.saturating_mul(HALF_DAY))
    }
}

/// What an office decided about the deadlines of its meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeetingRules {
    /// Kinds that differ from what is usual.
    pub changed: Vec<Rules>,
    /// How "so many days before" is counted.
    pub counting: Counting,
    /// So many working days before the last day, it turns amber.
    pub amber: u32,
    /// Raised by each save.
    pub version: i32,
}

impl Default for MeetingRules {
    fn default() -> Self {
        Self { changed: Vec::new(), counting: Counting::Ordinary, amber: 1, version: 0 }
    }
}

impl MeetingRules {
    /// The rules of a kind.
    pub fn of(&self, kind: EntryKind) -> Rules {
        let changed = self.changed.iter().find(|rules| rules.kind == kind);
        changed.cloned().unwrap_or_else(|| Rules::usual(kind))
    }

    /// With other rules for one kind.
    #[must_use]
    pub fn with(mut self, rules: Rules) -> Self {
        self.changed.retain(|known| known.kind != rules.kind);
        if rules != Rules::usual(rules.kind) {
            self.changed.push(rules);
        }
        self
    }
}

/// The form of the rules of one kind. An empty number of days is no deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleDraft {
    /// Kind code.
    pub kind: String,
    /// Days before, or empty.
    pub invitation_days: String,
    /// Days before, or empty.
    pub paper_days: String,
    /// Days after, or empty.
    pub conclusion_days: String,
    /// Half days, or empty.
    pub half_days: String,
    /// Căn cứ.
    pub basis: String,
}

impl RuleDraft {
    /// The form of rules as they are.
    pub fn of(rules: &Rules) -> Self {
        let days = |days: Option<u32>| days.map(|days| days.to_string()).unwrap_or_default();
        Self {
            kind: rules.kind.code().to_owned(),
            invitation_days: days(rules.invitation),
            paper_days: days(rules.papers),
            conclusion_days: days(rules.conclusion),
            half_days: days(rules.half_days),
            basis: rules.basis.clone(),
        }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self) -> Result<Rules, Vec<Issue>> {
        let mut issues = Issues::default();
        let kind = EntryKind::of_code(&self.kind).filter(|kind| is_meeting(*kind));
        let kind = issues.chosen("kind", &self.kind, kind);
        let within = |typed: &str, range| match typed.trim() {
            "" => Ok(None),
            typed => text::number(typed, range).map(Some),
        };
        let days = |typed: &str| within(typed, 0..=MOST_DAYS);
        let rules = Rules {
            kind: kind.unwrap_or(EntryKind::WorkingMeeting),
            invitation: issues.take("invitation_days", days(&self.invitation_days)),
            papers: issues.take("paper_days", days(&self.paper_days)),
            conclusion: issues.take("conclusion_days", days(&self.conclusion_days)),
            half_days: issues.take("half_days", within(&self.half_days, 1..=MOST_HALF_DAYS)),
            basis: issues.needed_line("basis", &self.basis, text::LINE),
        };
        issues.or(rules)
    }
}

/// The form of what holds for the deadlines of every kind: how days are counted, and how
/// early a last day is shown as near.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CountingDraft {
    /// Code of a [`Counting`].
    pub counting: String,
    /// Working days.
    pub amber_days: String,
}

impl CountingDraft {
    /// The form as the office decided.
    pub fn of(rules: &MeetingRules) -> Self {
        Self { counting: rules.counting.code().to_owned(), amber_days: rules.amber.to_string() }
    }

    /// Checks what was typed and puts it into the rules.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self, rules: MeetingRules) -> Result<MeetingRules, Vec<Issue>> {
        let mut issues = Issues::default();
        let counting = issues.take("counting", Counting::of_code(&self.counting).ok_or(Problem::Unknown));
        let amber = issues.take("amber_days", text::number(&self.amber_days, 0..=MOST_AMBER_DAYS));
        issues.or(MeetingRules { counting, amber, ..rules })
    }
}
