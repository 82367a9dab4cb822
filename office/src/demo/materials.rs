//! The materials of the demo's meetings: owed by their units, asked for again where the
//! data says so, and noted as received through the document system, with the numbers that
//! they have there. The demo invents no files.

use super::data;
use super::names::{self, Names, number};
use crate::desk::Desk;
use crate::failure::Result;
use crate::meeting;
use chrono::{DateTime, TimeDelta, Utc};
use domain::meeting::{Access, MaterialDraft, Meeting, PaperKind};
use domain::{ItemId, MaterialId};

/// How long the Office waits before it asks again.
const WAITS: TimeDelta = TimeDelta::minutes(15);

/// Puts down what is owed; gives the meeting as it is then.
pub(super) async fn owe(
    desk: &Desk,
    names: &Names,
    known: &data::Meeting,
    meeting: Meeting,
) -> Result<Meeting> {
    let agenda = meeting::meeting(desk, meeting.id).await?.agenda;
    let mut now = meeting;
    for paper in &known.materials {
        let item = known.agenda.iter().position(|item| item.material_ids.contains(&paper.id));
        let item = item.and_then(|at| agenda.get(at)).map(|item| item.id);
        now = meeting::add_material(desk, now.id, now.version, draft(names, paper, item)?).await?;
    }
    Ok(now)
}

/// Notes what came, and before it that a late one was asked for twice.
pub(super) async fn receive(
    desk: impl Fn(DateTime<Utc>) -> Desk,
    known: &data::Meeting,
    meeting: &Meeting,
) -> Result<()> {
    let pack = meeting::pack(&desk(known.approval.approved_at), meeting.id).await?;
    for paper in &known.materials {
        let found = pack.materials.iter().find(|material| material.plan.title == paper.title);
        let id: MaterialId = found.ok_or_else(|| names::unknown(&paper.id))?.id;
        if paper.status == "nop_tre" {
            for at in [paper.due_at + WAITS, paper.received_at - WAITS] {
                meeting::remind_material(&desk(at), id, "").await?;
            }
        }
        meeting::note_received(&desk(paper.received_at), id, &paper.document_number).await?;
    }
    Ok(())
}

fn draft(names: &Names, paper: &data::Material, item: Option<ItemId>) -> Result<MaterialDraft> {
    let kind = match paper.document_type.as_str() {
        "bao_cao" | "tong_hop" => PaperKind::Report,
        "to_trinh" => PaperKind::Submission,
        "du_thao" => PaperKind::Draft,
        "de_an" => PaperKind::Scheme,
        "phu_luc" | "bang_so_lieu" => PaperKind::Annex,
        other => return Err(names::unknown(other)),
    };
    let access = if paper.status == "noi_bo" { Access::Office } else { Access::Invited };
    Ok(MaterialDraft {
        item: item.map(|item| item.to_string()).unwrap_or_default(),
        title: paper.title.clone(),
        kind: kind.code().to_owned(),
        unit: number(&names.units, &paper.submitting_unit_id)?.to_string(),
        access: access.code().to_owned(),
        note: paper.note.clone().unwrap_or_default(),
        ..MaterialDraft::due(Some(paper.due_at))
    })
}
