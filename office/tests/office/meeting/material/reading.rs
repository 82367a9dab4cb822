//! Reading: who opened what, one's own notes, and all papers in one archive.

use super::{a_line, named, owed, owner, packed, with_a_line};
use crate::file::{a_pdf, contents, sent};
use crate::meeting::agenda::{added, dossier};
use crate::support::{TestOffice, issue, on_both, refused};
use domain::meeting::{Access, MaterialDraft};
use domain::{ItemId, MaterialId, Problem, Refusal};
use futures_util::StreamExt as _;
use office::{Desk, export, journal, meeting};

async fn archived(desk: &Desk, known: &domain::meeting::Meeting) -> office::Result<Vec<u8>> {
    let archive = meeting::archive(desk, known.id).await?;
    let pieces: Vec<_> = Box::pin(archive.read()).collect().await;
    Ok(pieces.into_iter().flat_map(|piece| piece.expect("a piece")).collect())
}

/// The names in an archive, read from its list of contents at the end.
fn names(archive: &[u8]) -> Vec<String> {
    let marks = archive.windows(4).enumerate().filter(|(_, mark)| *mark == b"PK\x01\x02");
    let name = |at: usize| {
        let length = usize::from(u16::from_le_bytes([archive[at + 28], archive[at + 29]]));
        String::from_utf8(archive[at + 46..at + 46 + length].to_vec()).expect("a name")
    };
    marks.map(|(at, _)| name(at)).collect()
}

on_both! {
    async fn the_office_sees_who_opened_which_version(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let finance = office.officer("STC").await;
        let first = sent(&finance, owner(&material), "a.pdf", &a_pdf(500)).await.expect("kept");
        let secretary = office.secretary();
        contents(&secretary, &first).await;
        contents(&finance, &first).await;
        let seen = packed(&secretary, &known).await.seen;
        let chair = office.leader("pcttt").await;
        assert!(seen[0].1.iter().all(|by| by.seen.is_none()), "the Office and the unit itself are no readers");
        assert!(seen[0].1.iter().all(|by| by.name != "Sở Tài chính"), "{seen:?}");

        contents(&chair, &first).await;
        office.minutes_later(90);
        let again = office.desk_of(chair.actor.clone());
        contents(&again, &first).await;
        let of_chair = |seen: &[(MaterialId, Vec<domain::meeting::SeenBy>)]| {
            seen[0].1.iter().filter_map(|by| by.seen).collect::<Vec<_>>()
        };
        let seen = packed(&secretary, &known).await.seen;
        assert_eq!(of_chair(&seen), [(1, chair.now, again.now)]);
        sent(&finance, owner(&material), "a.pdf", &a_pdf(600)).await.expect("kept");
        assert_eq!(of_chair(&packed(&secretary, &known).await.seen)[0].0, 1, "the newer one was not opened yet");
        assert!(packed(&chair, &known).await.seen.is_empty(), "readers do not watch each other");
    }

    async fn a_private_note_is_its_writers_alone(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let known = added(&office, &known, "Báo cáo", "20").await;
        let item = dossier(&office, &known).await.agenda[0].id;
        let chair = office.leader("pcttt").await;
        let before = journal::list(&office.chief(), None, None).await.expect("lines").len();
        meeting::note_privately(&chair, known.id, None, Some(material.id), "Hỏi về dự án số 3").await.expect("noted");
        meeting::note_privately(&chair, known.id, Some(item), None, "Cho ý kiến ngắn").await.expect("noted");
        meeting::note_privately(&chair, known.id, Some(item), None, "Kết luận ngay").await.expect("noted again");
        let own = packed(&chair, &known).await;
        assert_eq!((own.note(None, Some(material.id)), own.note(Some(item), None)), ("Hỏi về dự án số 3", "Kết luận ngay"));
        for other in [office.secretary(), office.chief(), office.officer("STC").await] {
            assert!(packed(&other, &known).await.notes.is_empty(), "{}", other.actor.name);
        }
        assert_eq!(journal::list(&office.chief(), None, None).await.expect("lines").len(), before);
        assert!(export::TABLES.iter().any(|table| table.name == "private_note" && !table.leaves));

        let long = meeting::note_privately(&chair, known.id, Some(item), None, &"x".repeat(20_000)).await;
        assert!(matches!(issue(long), (field, Problem::TooLong { .. }) if field == "private_note"));
        meeting::note_privately(&chair, known.id, Some(item), None, " ").await.expect("taken away");
        assert_eq!(packed(&chair, &known).await.notes.len(), 1);
        let stranger = office.officer("SXD").await;
        let nowhere = meeting::note_privately(&chair, known.id, Some(ItemId(99_999)), None, "x").await;
        assert_eq!(refused(nowhere), Refusal::NotFound);
        let hidden = meeting::note_privately(&stranger, known.id, None, Some(material.id), "x").await;
        assert_eq!(refused(hidden), Refusal::NotFound);
    }

    async fn the_archive_holds_what_the_asker_may_read_in_the_order_of_the_agenda(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let known = added(&office, &known, "Thảo luận: \"giải ngân\" / vốn", "20").await;
        let item = dossier(&office, &known).await.agenda[0].id;
        let on = MaterialDraft { item: item.to_string(), ..a_line(&office, "Phụ lục") };
        let known = owed(&office, &known, on).await;
        let narrow = MaterialDraft { access: Access::Office.code().into(), unit: office.unit("SYT").to_string(), ..a_line(&office, "Dự thảo kết luận") };
        let known = owed(&office, &known, narrow).await;
        let finance = office.officer("STC").await;
        assert_eq!(refused(meeting::archive(&finance, known.id).await.map(|archive| archive.name)), Refusal::NotFound, "nothing came yet");
        let large = a_pdf(2_500_000);
        sent(&finance, owner(&material), "Báo cáo.pdf", &large).await.expect("kept");
        let annex = named(&finance, &known, "Phụ lục").await;
        sent(&finance, owner(&annex), "so-lieu.txt", b"1,2,3").await.expect("kept");
        let draft = named(&office.secretary(), &known, "Dự thảo kết luận").await;
        sent(&office.secretary(), owner(&draft), "ket-luan.txt", "Kết luận".as_bytes()).await.expect("kept");

        let archive = archived(&finance, &known).await.expect("an archive");
        assert_eq!(names(&archive), [
            "00 Chung/00.01 Báo cáo.pdf",
            "01 Thảo luận giải ngân vốn/01.01 so-lieu.txt",
        ]);
        assert!(archive.windows(large.len()).any(|part| part == large.as_slice()), "stored as it is");
        let chair = archived(&office.leader("pcttt").await, &known).await.expect("an archive");
        assert_eq!(names(&chair)[1], "00 Chung/00.02 ket-luan.txt");
        let stranger = office.officer("SXD").await;
        assert_eq!(refused(archived(&stranger, &known).await), Refusal::NotFound);
    }
}
