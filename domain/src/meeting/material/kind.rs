//! What kind of document a material is, and whom it is for.

use super::Near;
use serde::{Deserialize, Serialize};

/// The kind of document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// Tờ trình.
    Submission,
    /// Báo cáo.
    #[default]
    Report,
    /// Dự thảo văn bản.
    Draft,
    /// Đề án.
    Scheme,
    /// Phụ lục, bảng số liệu.
    Annex,
    /// Tài liệu khác.
    Other,
}

impl PaperKind {
    /// All kinds, in the order of the choice.
    pub const ALL: [PaperKind; 6] = [
        PaperKind::Submission,
        PaperKind::Report,
        PaperKind::Draft,
        PaperKind::Scheme,
        PaperKind::Annex,
        PaperKind::Other,
    ];

    /// The code under which the kind is stored.
    pub fn code(self) -> &'static str {
        match self {
            PaperKind::Submission => "submission",
            PaperKind::Report => "report",
            PaperKind::Draft => "draft",
            PaperKind::Scheme => "scheme",
            PaperKind::Annex => "annex",
            PaperKind::Other => "other",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Whom a material is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Mọi thành phần được mời.
    #[default]
    Invited,
    /// Chỉ thành viên của tổ chức họp và lãnh đạo dự họp.
    Members,
    /// Chỉ chủ trì và Văn phòng.
    Office,
}

impl Access {
    /// All rules, the widest first.
    pub const ALL: [Access; 3] = [Access::Invited, Access::Members, Access::Office];

    /// The code under which the rule is stored.
    pub fn code(self) -> &'static str {
        match self {
            Access::Invited => "invited",
            Access::Members => "members",
            Access::Office => "office",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|access| access.code() == code)
    }

    /// Whether it lets somebody read who is that near to the meeting.
    pub fn reaches(self, near: Near) -> bool {
        let least = match self {
            Access::Invited => Near::Invited,
            Access::Members => Near::Member,
            Access::Office => Near::Chair,
        };
        near >= least
    }
}
