//! Who finds a material: those who take part as its rule says; everybody else the answer
//! of a number that does not exist.

use super::{a_line, named, owed, owner, packed, with_a_line};
use crate::file::{a_pdf, a_start, contents, sent};
use crate::meeting::agenda::{added, an_item, dossier};
use crate::meeting::drafted;
use crate::meeting::invite::sent_to;
use crate::support::{TestOffice, on_both, refused};
use domain::meeting::{Access, InviteDraft, InviteeDraft, ItemDraft, MaterialDraft, OpinionDraft};
use domain::{FileId, MaterialId, MeetingId, Refusal};
use office::{Desk, file, meeting};

on_both! {
    async fn a_stranger_finds_neither_pack_nor_line_nor_file(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let paper = sent(&office.officer("STC").await, owner(&material), "a.pdf", &a_pdf(500)).await.expect("kept");
        for stranger in [office.officer("SXD").await, office.leader("pct-vx").await] {
            assert_eq!(refused(meeting::pack(&stranger, known.id).await), refused(meeting::pack(&stranger, MeetingId(99_999)).await));
            assert_eq!(refused(file::open(&stranger, paper.id).await), refused(file::open(&stranger, FileId(99_999)).await));
            assert_eq!(refused(file::list(&stranger, owner(&material)).await), Refusal::NotFound);
            assert_eq!(refused(file::begin(&stranger, a_start(owner(&material), "a.pdf", 9)).await), Refusal::NotFound);
            let closed = meeting::close_material(&stranger, material.id, true).await;
            assert_eq!(refused(closed), refused(meeting::close_material(&stranger, MaterialId(99_999), true).await));
            let papers = meeting::papers(&stranger).await.expect("papers");
            assert!(papers.packs.iter().all(|pack| pack.meeting != known.id));
            assert!(papers.owed.iter().all(|owed| owed.material.id != material.id));
        }
        assert_eq!(refused(file::open(&office.administrator(), paper.id).await), Refusal::NotFound);
    }

    async fn whoever_is_asked_or_presents_reads_what_is_for_all(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let paper = sent(&office.officer("STC").await, owner(&material), "a.pdf", &a_pdf(500)).await.expect("kept");
        let presents = ItemDraft { presenter_unit: office.unit("SYT").to_string(), ..an_item("Báo cáo", "20") };
        let known = meeting::add_item(&office.secretary(), known.id, known.version, presents, "").await.expect("added");
        let item = dossier(&office, &known).await.agenda[0].id;
        let question = OpinionDraft { unit: office.unit("SXD").to_string(), question: "Có ý kiến".into(), due: "2026-12-14".into() };
        meeting::ask_opinion(&office.secretary(), item, question).await.expect("asked");
        for reader in [office.officer("SYT").await, office.officer("SXD").await] {
            assert_eq!(contents(&reader, &paper).await, a_pdf(500));
            assert_eq!(packed(&reader, &known).await.materials.len(), 1);
            let packs = meeting::papers(&reader).await.expect("papers").packs;
            assert!(packs.iter().any(|pack| pack.meeting == known.id && pack.count == 1));
            assert_eq!(refused(meeting::meeting(&reader, known.id).await), Refusal::NotFound, "its preparation is not theirs");
        }
    }

    async fn who_is_only_invited_reads_from_the_letter_until_the_name_is_taken_out(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let paper = sent(&office.officer("STC").await, owner(&material), "a.pdf", &a_pdf(500)).await.expect("kept");
        let (works, health) = (office.officer("SXD").await, office.officer("SYT").await);
        let hidden = async |reader: &Desk| {
            assert_eq!(refused(file::open(reader, paper.id).await), Refusal::NotFound, "{}", reader.actor.name);
            assert_eq!(refused(meeting::pack(reader, known.id).await), Refusal::NotFound, "{}", reader.actor.name);
        };
        let people = sent_to(&office, &known, &["SXD"]).await;
        assert_eq!(contents(&works, &paper).await, a_pdf(500));
        assert_eq!(packed(&works, &known).await.materials.len(), 1);
        assert_eq!(refused(meeting::meeting(&works, known.id).await), Refusal::NotFound, "its preparation is not theirs");

        let units = [office.unit("SYT").to_string()].to_vec();
        let later = InviteDraft { units, invitee: InviteeDraft { part: "attend".into(), ..Default::default() }, ..Default::default() };
        meeting::invite(&office.secretary(), known.id, later).await.expect("invited");
        hidden(&health).await;

        let draft = MaterialDraft { access: Access::Members.code().into(), ..MaterialDraft::of(&material) };
        let version = dossier(&office, &known).await.meeting.version;
        meeting::change_material(&office.secretary(), material.id, version, draft).await.expect("narrowed");
        assert_eq!(refused(file::open(&works, paper.id).await), Refusal::NotFound, "who is invited is no member");
        let version = dossier(&office, &known).await.meeting.version;
        meeting::change_material(&office.secretary(), material.id, version, MaterialDraft::of(&material)).await.expect("as before");
        assert_eq!(contents(&works, &paper).await, a_pdf(500));

        let invited = people.invitees.iter().find(|invitee| invitee.name == "Sở Xây dựng").expect("invited");
        meeting::remove_invitee(&office.secretary(), invited.id, invited.version).await.expect("taken out");
        hidden(&works).await;
    }

    async fn a_rule_that_is_narrowed_holds_at_once_for_files_that_were_sent(office: TestOffice) {
        let known = drafted(&office).await;
        let known = owed(&office, &known, MaterialDraft { unit: office.unit("SYT").to_string(), ..a_line(&office, "Đề án") }).await;
        let known = added(&office, &known, "Đề án", "20").await;
        let material = named(&office.secretary(), &known, "Đề án").await;
        let health = office.officer("SYT").await;
        let paper = sent(&health, owner(&material), "de-an.pdf", &a_pdf(700)).await.expect("kept");
        // Finance proposed the meeting, so it is in the circle.
        let finance = office.officer("STC").await;
        assert_eq!(contents(&finance, &paper).await, a_pdf(700));
        for access in [Access::Members, Access::Office] {
            let version = dossier(&office, &known).await.meeting.version;
            let draft = MaterialDraft { access: access.code().into(), ..MaterialDraft::of(&material) };
            meeting::change_material(&office.secretary(), material.id, version, draft).await.expect("narrowed");
            assert_eq!(refused(file::open(&finance, paper.id).await), Refusal::NotFound, "{access:?}");
            assert!(packed(&finance, &known).await.materials.is_empty());
            for reader in [&health, &office.leader("pcttt").await, &office.chief()] {
                assert_eq!(contents(reader, &paper).await, a_pdf(700), "{access:?}: {}", reader.actor.name);
            }
        }
    }

    async fn a_paper_that_is_closed_after_the_meeting_is_its_units_and_the_offices(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let finance = office.officer("STC").await;
        let paper = sent(&finance, owner(&material), "a.pdf", &a_pdf(500)).await.expect("kept");
        let early = meeting::close_material(&finance, material.id, true).await;
        assert_eq!(refused(early), Refusal::WrongMeetingState { state: known.state });
        office.at("2026-12-16 11:00");
        let chair = office.leader("pcttt").await;
        assert_eq!(refused(meeting::close_material(&chair, material.id, true).await), Refusal::NotYours);
        let finance = office.officer("STC").await;
        let closed = meeting::close_material(&finance, material.id, true).await.expect("closed");
        assert_eq!(closed.closed.map(|(by, _)| by), Some(finance.actor.name.clone()));
        assert_eq!(refused(file::open(&chair, paper.id).await), Refusal::NotFound);
        for owner in [&finance, &office.secretary()] {
            assert_eq!(contents(owner, &paper).await, a_pdf(500));
        }
        meeting::close_material(&office.secretary(), material.id, false).await.expect("open again");
        assert_eq!(contents(&chair, &paper).await, a_pdf(500));
    }
}
