//! What the journal tells of invitees and letters.

use super::table::invitee;
use crate::desk::Desk;
use crate::failure::Result;
use crate::journal::{self, Line};
use crate::live::Told;
use crate::meeting::line::told;
use crate::store::Tx;
use domain::MeetingId;
use domain::journal::{Change, FieldChange, Subject};
use domain::meeting::{Invitee, Item, Meeting, coming_text};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

/// A line about who is invited to a meeting.
pub(super) async fn invited(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    meeting: &Meeting,
    before: &[Invitee],
    after: &[Invitee],
) -> Result<()> {
    let all = |invitees: &[Invitee]| invitees.iter().map(Invitee::titled).collect::<Vec<_>>().join("; ");
    db.tell(Told::Meeting(meeting.id));
    let line = Line {
        deed,
        subject: Subject::Meeting,
        id: meeting.id.to_string(),
        title: &meeting.proposal.content,
        fields: FieldChange::between("invitees", all(before), all(after)).into_iter().collect(),
        reason: "",
        version: None,
    };
    journal::write(db, desk, line).await
}

/// A line about one invitee, with what differs; items are told as `agenda` names them.
pub(super) async fn changed(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    meeting: &Meeting,
    [before, after]: [&Invitee; 2],
    agenda: &[Item],
    reason: &str,
) -> Result<()> {
    db.tell(Told::Meeting(meeting.id));
    let answered = after.answers.last().filter(|_| after.answers.len() > before.answers.len());
    let mut fields = FieldChange::all(described(before, agenda), described(after, agenda));
    fields.extend(told(answered.and_then(|last| last.instead.as_ref())));
    let line = Line {
        deed,
        subject: Subject::Invitee,
        id: after.id.to_string(),
        title: &format!("{}: {}", after.name, meeting.proposal.content),
        fields,
        reason,
        version: Some(after.version),
    };
    journal::write(db, desk, line).await
}

/// A line about the letter.
pub(super) async fn letter(
    db: &Tx,
    desk: &Desk,
    deed: &str,
    meeting: &Meeting,
    fields: Vec<FieldChange>,
    version: i32,
) -> Result<()> {
    db.tell(Told::Meeting(meeting.id));
    let line = Line {
        deed,
        subject: Subject::Invitation,
        id: meeting.id.to_string(),
        title: &meeting.proposal.content,
        fields,
        reason: "",
        version: Some(version),
    };
    journal::write(db, desk, line).await
}

/// What was done to the letter of a meeting and to those whom it invites.
pub(crate) async fn history(db: &impl ConnectionTrait, id: MeetingId) -> Result<Vec<Change>> {
    let ids: Vec<i64> = invitee::Entity::find()
        .select_only()
        .column(invitee::Column::Id)
        .filter(invitee::Column::MeetingId.eq(id.0))
        .into_tuple()
        .all(db)
        .await?;
    let mut lines = journal::of(db, Subject::Invitation, &id.to_string()).await?;
    lines.extend(journal::of_several(db, Subject::Invitee, &ids).await?);
    Ok(lines)
}

fn described(invitee: &Invitee, agenda: &[Item]) -> Vec<(&'static str, String)> {
    let coming = invitee.answers.last().map(|last| coming_text(&last.coming)).unwrap_or_default();
    let (email, phone) = invitee.who.reach();
    let items = agenda.iter().filter(|item| invitee.items.contains(&item.id));
    vec![
        ("guest_name", invitee.name.clone()),
        ("guest_title", invitee.title.clone()),
        ("email", email),
        ("guest_phone", phone),
        ("invitee_part", invitee.part.code().to_owned()),
        ("items", items.map(|item| item.plan.content.as_str()).collect::<Vec<_>>().join("; ")),
        ("attendance", invitee.attendance().code().to_owned()),
        ("coming", coming),
    ]
}
