//! What readers can see of an entry, all in words, and how two of them differ.

use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use crate::id::UnitId;
use crate::journal::FieldChange;
use crate::people::Position;
use crate::schedule::choice::{EntryKind, Format, InvitationMode, LeaderRole};
use crate::schedule::conflict::place_of;
use crate::schedule::directory::Directory;
use crate::schedule::entry::{Entry, Standing};
use crate::words::leader_role;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A leader as printed: the names of the day of publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaderName {
    /// The post's name in addresses.
    pub slug: String,
    /// Title in schedules.
    pub title: String,
    /// Full name.
    pub name: String,
    /// Role in the entry.
    pub role: LeaderRole,
    /// Title and name of the one first assigned.
    pub in_place_of: Option<(String, String)>,
    /// Order of precedence.
    pub precedence: i32,
}

impl LeaderName {
    /// Whether they go in the place of who holds this post.
    pub fn stands_in_for(&self, post: &Position) -> bool {
        self.in_place_of.as_ref().is_some_and(|(_, name)| *name == post.person_name)
    }
}

/// What readers can see of an entry, all in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// The day.
    pub date: NaiveDate,
    /// Part of the day.
    pub part: SessionPart,
    /// Start.
    pub start: Option<NaiveTime>,
    /// End.
    pub end: Option<NaiveTime>,
    /// Kind.
    pub kind: EntryKind,
    /// Content, or the public wording of it.
    pub content: String,
    /// Leaders by precedence.
    pub leaders: Vec<LeaderName>,
    /// Participants.
    pub participants: String,
    /// Place.
    pub place: String,
    /// Host unit.
    pub host: String,
    /// Preparing unit.
    pub preparing: String,
    /// Format.
    pub format: Format,
    /// Remote sites, short names.
    pub remote_sites: Vec<String>,
    /// What convenes it.
    pub invitation: Option<InvitationMode>,
    /// Whether it takes place, and why not.
    pub standing: FaceStanding,
    /// New day of a postponed entry.
    pub moved_to: Option<NaiveDate>,
    /// The reason of the last change, as readers see it.
    pub reason: String,
    /// Title and name of the one who acts meanwhile.
    #[serde(default)]
    pub acting: Option<(String, String)>,
}

/// [`Standing`] without its actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaceStanding {
    /// Takes place.
    #[default]
    Going,
    /// Hoãn.
    Postponed,
    /// Hủy.
    Cancelled,
}

impl FaceStanding {
    /// The code under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            FaceStanding::Going => "going",
            FaceStanding::Postponed => "postponed",
            FaceStanding::Cancelled => "cancelled",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        [FaceStanding::Going, FaceStanding::Postponed, FaceStanding::Cancelled]
            .into_iter()
            .find(|s| s.code() == code)
    }
}

impl Face {
    /// The face of an entry with the names of today. Internal fields are not
    /// in it, but the content may still be internal: `bulletin::show` decides.
    pub fn of(entry: &Entry, directory: &Directory) -> Self {
        let plan = &entry.plan;
        let unit = |id: Option<UnitId>| {
            id.and_then(|id| directory.unit(id)).map(|u| u.short_name.clone()).unwrap_or_default()
        };
        let (standing, reason, moved_to) = match &entry.standing {
            Standing::Going => (FaceStanding::Going, entry.reason.clone(), None),
            Standing::Postponed(h) => (FaceStanding::Postponed, h.reason.clone(), h.moved_to),
            Standing::Cancelled(h) => (FaceStanding::Cancelled, h.reason.clone(), None),
        };
        Self {
            date: plan.date,
            part: plan.part,
            start: plan.start,
            end: plan.end,
            kind: plan.kind,
            content: plan.content.clone(),
            leaders: plan
                .attending
                .iter()
                .filter_map(|a| {
                    let leader = directory.leader(a.position)?;
                    Some(LeaderName {
                        slug: leader.slug.clone(),
                        title: leader.short_title.clone(),
                        name: leader.person_name.clone(),
                        role: a.role,
                        in_place_of: a
                            .in_place_of
                            .and_then(|id| directory.leader(id))
                            .map(|l| (l.short_title.clone(), l.person_name.clone())),
                        precedence: leader.precedence,
                    })
                })
                .collect(),
            participants: plan.participants.clone(),
            place: place_of(plan, directory),
            host: unit(plan.host_unit),
            preparing: unit(plan.preparing_unit),
            format: plan.format,
            remote_sites: plan
                .remote_sites
                .iter()
                .map(|id| unit(Some(*id)))
                .filter(|name| !name.is_empty())
                .collect(),
            invitation: plan.invitation,
            standing,
            moved_to,
            reason,
            acting: plan
                .acting
                .and_then(|id| directory.leader(id))
                .map(|l| (l.short_title.clone(), l.person_name.clone())),
        }
    }

    /// The fields that differ from an older face, with old and new values in
    /// the stored form (codes for choices, see `words::value`).
    pub fn changes_since(&self, old: &Face) -> Vec<FieldChange> {
        let before = old.fields();
        let after = self.fields();
        before
            .into_iter()
            .zip(after)
            .filter_map(|((field, before), (_, after))| FieldChange::between(field, before, after))
            .collect()
    }

    /// Keeps the reason of an older face that says the same, unless it has one of its
    /// own: a reason explains the last change, and there was none since.
    pub fn explained_like(mut self, old: &Face) -> Self {
        if self.reason.is_empty() && self.changes_since(old).is_empty() {
            self.reason.clone_from(&old.reason);
        }
        self
    }

    /// Every field in words or codes, in the order of the screen. The reason
    /// is not among them: it explains a change and is not one.
    fn fields(&self) -> [(&'static str, String); 17] {
        let time = |t: Option<NaiveTime>| t.map(spoken::time).unwrap_or_default();
        let day = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
        [
            ("standing", self.standing.code().to_owned()),
            ("moved_to", day(self.moved_to)),
            ("date", self.date.to_string()),
            ("part", self.part.code().to_owned()),
            ("start", time(self.start)),
            ("end", time(self.end)),
            ("leaders", leaders_line(&self.leaders)),
            ("acting", self.acting_name()),
            ("content", self.content.clone()),
            ("place", self.place.clone()),
            ("participants", self.participants.clone()),
            ("kind", self.kind.code().to_owned()),
            ("preparing_unit", self.preparing.clone()),
            ("host_unit", self.host.clone()),
            ("format", self.format.code().to_owned()),
            ("remote_sites", self.remote_sites.join(", ")),
            ("invitation", self.invitation.map(|i| i.code()).unwrap_or_default().to_owned()),
        ]
    }

    /// "PCT Thường trực Tạ Thị Minh Nguyệt", or nothing.
    pub fn acting_name(&self) -> String {
        self.acting.as_ref().map(|(title, name)| format!("{title} {name}")).unwrap_or_default()
    }

    pub(super) fn is_delegated(&self) -> bool {
        self.leaders.iter().any(|l| l.in_place_of.is_some())
    }
}

/// "Chủ tịch Đặng Hữu Khiêm (chủ trì); PCT Lương Quốc Trụ (dự thay Chủ tịch ...)":
/// who comes in which role is news as well, so it is part of the line.
fn leaders_line(leaders: &[LeaderName]) -> String {
    leaders
        .iter()
        .map(|l| {
            let role = leader_role(l.role).vi.to_lowercase();
            let role = match &l.in_place_of {
                Some((title, name)) if l.role == LeaderRole::Substitute => {
                    format!("dự thay {title} {name}")
                }
                Some((title, name)) => format!("{role}, thay {title} {name}"),
                None => role,
            };
            format!("{} {} ({role})", l.title, l.name)
        })
        .collect::<Vec<_>>()
        .join("; ")
}
