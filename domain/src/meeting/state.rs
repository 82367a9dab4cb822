//! How far a meeting has come, and who takes it how far.
//!
//! Postponed and cancelled are not here: the entry on the board says so, for both.

use crate::access::Deed;
use serde::{Deserialize, Serialize};

/// How far a meeting has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingState {
    /// Chờ chủ trì cho ý kiến.
    Proposed,
    /// Chủ trì đồng ý, chờ xếp lịch.
    Agreed,
    /// Đang chuẩn bị.
    Draft,
    /// Đã triệu tập.
    Convened,
    /// Đã đủ tài liệu.
    Ready,
    /// Đã họp.
    Held,
    /// Đã có kết luận.
    Concluded,
    /// Lấy ý kiến bằng văn bản.
    Written,
    /// Không tổ chức họp.
    NotHeld,
    /// Đã rút.
    Withdrawn,
}

impl MeetingState {
    /// All states, in the order of the list's filter.
    pub const ALL: [MeetingState; 10] = [
        MeetingState::Proposed,
        MeetingState::Agreed,
        MeetingState::Draft,
        MeetingState::Convened,
        MeetingState::Ready,
        MeetingState::Held,
        MeetingState::Concluded,
        MeetingState::Written,
        MeetingState::NotHeld,
        MeetingState::Withdrawn,
    ];

    /// The code under which the state is stored.
    pub fn code(self) -> &'static str {
        match self {
            MeetingState::Proposed => "proposed",
            MeetingState::Agreed => "agreed",
            MeetingState::Draft => "draft",
            MeetingState::Convened => "convened",
            MeetingState::Ready => "ready",
            MeetingState::Held => "held",
            MeetingState::Concluded => "concluded",
            MeetingState::Written => "written",
            MeetingState::NotHeld => "not_held",
            MeetingState::Withdrawn => "withdrawn",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// Whether it has a place on the board.
    pub fn is_on_board(self) -> bool {
        self.is_prepared() || matches!(self, MeetingState::Held | MeetingState::Concluded)
    }

    /// Whether it is being prepared: its agenda can grow.
    pub fn is_prepared(self) -> bool {
        matches!(self, MeetingState::Draft | MeetingState::Convened | MeetingState::Ready)
    }
}

/// A step of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStep {
    /// Sửa đề xuất, by who proposed it.
    Change,
    /// Rút đề xuất, by who proposed it.
    Withdraw,
    /// Đồng ý, by the chair.
    Agree,
    /// Đồng ý, có điều chỉnh, by the chair.
    AgreeWithChanges,
    /// Chuyển lấy ý kiến bằng văn bản, by the chair.
    AskInWriting,
    /// Không họp, by the chair.
    Decline,
    /// Xếp lịch: the entry on the board, or a new one for an entry that does not take place.
    Schedule,
    /// Triệu tập.
    Convene,
    /// Đủ tài liệu.
    Ready,
    /// Đã họp.
    Hold,
    /// Đã ban hành kết luận.
    Conclude,
}

impl MeetingStep {
    /// All steps, in the order of the work.
    pub const ALL: [MeetingStep; 11] = [
        MeetingStep::Change,
        MeetingStep::Withdraw,
        MeetingStep::Agree,
        MeetingStep::AgreeWithChanges,
        MeetingStep::AskInWriting,
        MeetingStep::Decline,
        MeetingStep::Schedule,
        MeetingStep::Convene,
        MeetingStep::Ready,
        MeetingStep::Hold,
        MeetingStep::Conclude,
    ];

    /// The code used in forms and in the store.
    pub fn code(self) -> &'static str {
        match self {
            MeetingStep::Change => "change",
            MeetingStep::Withdraw => "withdraw",
            MeetingStep::Agree => "agree",
            MeetingStep::AgreeWithChanges => "agree_with_changes",
            MeetingStep::AskInWriting => "ask_in_writing",
            MeetingStep::Decline => "decline",
            MeetingStep::Schedule => "schedule",
            MeetingStep::Convene => "convene",
            MeetingStep::Ready => "ready",
            MeetingStep::Hold => "hold",
            MeetingStep::Conclude => "conclude",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.code() == code)
    }

    /// The right that the step needs.
    pub fn deed(self) -> Deed {
        match self {
            MeetingStep::Change | MeetingStep::Withdraw => Deed::ProposeMeeting,
            MeetingStep::Agree
            | MeetingStep::AgreeWithChanges
            | MeetingStep::AskInWriting
            | MeetingStep::Decline => Deed::GiveOpinion,
            _ => Deed::EditMeeting,
        }
    }

    /// Whether a reason is owed.
    pub fn needs_reason(self) -> bool {
        matches!(self, MeetingStep::AgreeWithChanges | MeetingStep::AskInWriting | MeetingStep::Decline)
    }

    /// Whether it only tells how far the preparation has come.
    pub fn is_progress(self) -> bool {
        matches!(self, MeetingStep::Convene | MeetingStep::Ready | MeetingStep::Hold | MeetingStep::Conclude)
    }

    /// The state that the step leads to, or `None` when it does not fit; `is_going` says
    /// whether the entry takes place.
    pub fn from(self, state: MeetingState, is_going: bool) -> Option<MeetingState> {
        use MeetingState::*;
        match (self, state) {
            (MeetingStep::Change, Proposed) => Some(Proposed),
            (MeetingStep::Withdraw, Proposed) => Some(Withdrawn),
            (MeetingStep::Agree | MeetingStep::AgreeWithChanges, Proposed) => Some(Agreed),
            (MeetingStep::AskInWriting, Proposed) => Some(Written),
            (MeetingStep::Decline, Proposed) => Some(NotHeld),
            (MeetingStep::Schedule, Agreed) => Some(Draft),
            (MeetingStep::Schedule, Draft | Convened | Ready) if !is_going => Some(Draft),
            (MeetingStep::Convene, Draft) if is_going => Some(Convened),
            (MeetingStep::Ready, Convened) if is_going => Some(Ready),
            (MeetingStep::Hold, Convened | Ready) if is_going => Some(Held),
            (MeetingStep::Conclude, Held) => Some(Concluded),
            _ => None,
        }
    }
}
