//! The deadlines of each kind of meeting, as this office decided.

use crate::desk::Desk;
use crate::failure::Result;
use crate::journal;
use crate::people::changed;
use crate::setting;
use domain::Deed;
use domain::calendar::WorkingDays;
use domain::journal::{FieldChange, Subject};
use domain::meeting::{CountingDraft, MeetingRules, RuleDraft};
use sea_orm::ConnectionTrait;

const MEETINGS: &str = "meetings";

/// The rules as they are.
async fn rules_of_meetings(db: &impl ConnectionTrait) -> Result<MeetingRules> {
    let (rules, version) = setting::stored::<MeetingRules>(db, MEETINGS).await?;
    Ok(MeetingRules { version, ..rules })
}

/// What meetings and their papers are measured by.
pub(super) struct Measure {
    pub(super) rules: MeetingRules,
    pub(super) days: WorkingDays,
}

impl Measure {
    pub(super) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let rows = setting::holidays_in(db, None).await?;
        let holidays: Vec<_> = rows.into_iter().map(|row| row.day).collect();
        Ok(Self { rules: rules_of_meetings(db).await?, days: WorkingDays::new(&holidays) })
    }
}

/// The deadlines of all kinds, for the Office and for whoever may change them.
///
/// # Errors
/// Refused without [`Deed::EditMeeting`] and [`Deed::EditSettings`].
pub async fn meeting_rules(desk: &Desk) -> Result<MeetingRules> {
    if !desk.actor.can(Deed::EditSettings) {
        desk.may(Deed::EditMeeting)?;
    }
    rules_of_meetings(desk.db()).await
}

/// Saves the deadlines of one kind with their legal basis; `seen` is the version of all
/// rules that was seen.
///
/// # Errors
/// Refused without [`Deed::EditSettings`], with issues by field, or stale.
pub async fn save_rule(desk: &Desk, seen: i32, typed: RuleDraft) -> Result<MeetingRules> {
    desk.may(Deed::EditSettings)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let checked = typed.check()?;
    let before = rules_of_meetings(db).await?;
    journal::not_stale(db, Subject::Setting, MEETINGS, seen, before.version).await?;
    let version = before.version + 1;
    let kind = checked.kind;
    let (old, new) = (RuleDraft::of(&before.of(kind)), RuleDraft::of(&checked));
    let saved = MeetingRules { version, ..before.with(checked) };
    let fields = [
        ("kind", String::new(), new.kind),
        ("invitation_days", old.invitation_days, new.invitation_days),
        ("paper_days", old.paper_days, new.paper_days),
        ("conclusion_days", old.conclusion_days, new.conclusion_days),
        ("half_days", old.half_days, new.half_days),
        ("basis", old.basis, new.basis),
    ];
    let fields =
        fields.into_iter().filter_map(|(field, before, after)| FieldChange::between(field, before, after));
    setting::decide(db, desk, "meeting.save_rule", (MEETINGS, version), &saved, fields.collect()).await?;
    writing.commit().await?;
    Ok(saved)
}

/// Saves how the days of all deadlines are counted and how early they turn amber; `seen` is
/// the version of all rules that was seen.
///
/// # Errors
/// Refused without [`Deed::EditSettings`], with issues by field, or stale.
pub async fn save_counting(desk: &Desk, seen: i32, typed: CountingDraft) -> Result<MeetingRules> {
    desk.may(Deed::EditSettings)?;
    let writing = desk.write().await?;
    let db = &writing.tx;
    let before = rules_of_meetings(db).await?;
    let old = CountingDraft::of(&before);
    let version = before.version + 1;
    let checked = typed.check(before)?;
    journal::not_stale(db, Subject::Setting, MEETINGS, seen, checked.version).await?;
    let saved = MeetingRules { version, ..checked };
    let fields = changed(Some(&old), &CountingDraft::of(&saved))?;
    setting::decide(db, desk, "meeting.save_counting", (MEETINGS, version), &saved, fields).await?;
    writing.commit().await?;
    Ok(saved)
}
