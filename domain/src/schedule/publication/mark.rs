//! The mark of an entry: how it differs from the publications before.

use serde::{Deserialize, Serialize};

/// How an entry differs from the publications before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Giữ nguyên.
    #[default]
    Kept,
    /// Bổ sung.
    Added,
    /// Điều chỉnh.
    Adjusted,
    /// Hoãn.
    Postponed,
    /// Hủy.
    Cancelled,
    /// Ủy quyền dự thay.
    Delegated,
}

impl Mark {
    /// All marks.
    pub const ALL: [Mark; 6] =
        [Mark::Kept, Mark::Added, Mark::Adjusted, Mark::Postponed, Mark::Cancelled, Mark::Delegated];

    /// The code under which it is stored and shown in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Mark::Kept => "kept",
            Mark::Added => "added",
            Mark::Adjusted => "adjusted",
            Mark::Postponed => "postponed",
            Mark::Cancelled => "cancelled",
            Mark::Delegated => "delegated",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.code() == code)
    }
}
