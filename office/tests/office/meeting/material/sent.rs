//! The files of a material: sent by its unit, replaced with a reason once the agenda is
//! closed, taken away by the Office alone.

use super::{named, owner, with_a_line};
use crate::file::{a_pdf, a_start, contents, cut, lying, sent, whole};
use crate::meeting::agenda::added;
use crate::support::{TestOffice, issue, on_both, refused};
use domain::file::newest;
use domain::meeting::{Mark, MeetingStep};
use domain::{Problem, Refusal};
use office::file::{self, Start};
use office::{journal, meeting};

on_both! {
    async fn its_unit_sends_a_paper_that_is_new_whatever_its_name(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let finance = office.officer("STC").await;
        sent(&finance, owner(&material), "bao-cao.pdf", &a_pdf(9_000)).await.expect("kept");
        let second = sent(&finance, owner(&material), "Báo cáo (sửa).pdf", &a_pdf(9_500)).await.expect("kept");
        assert_eq!((second.version, second.confirmed_by.as_str()), (2, finance.actor.name.as_str()));
        let line = named(&finance, &known, "Báo cáo giải ngân").await;
        assert_eq!((line.files.len(), newest(&line.files).len(), line.mark), (2, 1, Mark::Done));
        assert_eq!(line.file(), Some(&second));
        assert_eq!(contents(&office.secretary(), &line.files[0]).await, a_pdf(9_000), "the older one stays");

        let lines = journal::list(&office.chief(), None, None).await.expect("lines");
        assert_eq!((lines[0].deed.as_str(), lines[0].subject_id.as_str()), ("file.replace", known.id.to_string().as_str()));
        assert!(lines[0].fields[0].after.starts_with("Báo cáo giải ngân"), "{:?}", lines[0].fields);
        let dossier = meeting::meeting(&office.secretary(), known.id).await.expect("the meeting");
        assert!(dossier.history.iter().any(|line| line.deed == "file.add"));
        let taken = meeting::remove_material(&office.secretary(), material.id, known.version).await;
        assert_eq!(issue(taken), ("material".to_owned(), Problem::HasFiles));
    }

    async fn nothing_is_taken_from_whoever_does_not_vouch_for_it(office: TestOffice) {
        let (_, material) = with_a_line(&office).await;
        let finance = office.officer("STC").await;
        let silent = Start { confirmed: false, ..a_start(owner(&material), "a.pdf", 9) };
        let wanted = ("no_secrets".to_owned(), Problem::Required);
        assert_eq!(issue(file::begin(&finance, silent.clone()).await), wanted);
        let plain = file::attach(&finance, Start { size: None, ..silent }, whole(&a_pdf(99))).await;
        assert_eq!(issue(plain), wanted);
        assert!(lying(&office).is_empty());
    }

    async fn a_closed_agenda_wants_to_know_why_a_paper_changes(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let known = added(&office, &known, "Báo cáo", "20").await;
        meeting::freeze_agenda(&office.secretary(), known.id, known.version).await.expect("closed");
        let finance = office.officer("STC").await;
        sent(&finance, owner(&material), "a.pdf", &a_pdf(500)).await.expect("the first one owes no reason");
        let again = a_start(owner(&material), "a.pdf", 600);
        assert_eq!(issue(file::begin(&finance, again.clone()).await), ("version_reason".to_owned(), Problem::Required));
        let long = Start { reason: "x".repeat(5_000), ..again.clone() };
        assert!(matches!(issue(file::begin(&finance, long).await), (field, Problem::TooLong { .. }) if field == "version_reason"));
        let why = "Cập nhật số liệu đến ngày 10/12";
        let begun = file::begin(&finance, Start { reason: why.into(), ..again }).await.expect("begun");
        let kept = file::receive(&finance, &begun.key, 0, whole(&a_pdf(600))).await.expect("received").file.expect("kept");
        assert_eq!((kept.version, kept.reason.as_str()), (2, why));
        assert_eq!(journal::list(&office.chief(), None, None).await.expect("lines")[0].reason, why);
    }

    async fn what_was_cut_off_goes_on_and_late_ones_still_come(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let known = meeting::take_step(&office.secretary(), known.id, known.version, MeetingStep::Convene, "").await.expect("convened");
        office.at("2026-12-16 14:00");
        meeting::take_step(&office.secretary(), known.id, known.version, MeetingStep::Hold, "").await.expect("held");
        let finance = office.officer("STC").await;
        let bytes = a_pdf(40_000);
        let key = file::begin(&finance, a_start(owner(&material), "a.pdf", bytes.len())).await.expect("begun").key;
        file::receive(&finance, &key, 0, cut(&bytes[..30_000])).await.expect("cut off");
        let there = file::progress(&finance, &key).await.expect("on its way").received;
        let rest = file::receive(&finance, &key, there, whole(&bytes[there as usize..])).await.expect("the rest");
        assert_eq!(contents(&office.secretary(), &rest.file.expect("kept")).await, bytes);
        assert_eq!(named(&finance, &known, "Báo cáo giải ngân").await.mark, Mark::DoneLate);
    }

    async fn readers_send_nothing_and_only_the_office_takes_away(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let finance = office.officer("STC").await;
        let paper = sent(&finance, owner(&material), "a.pdf", &a_pdf(500)).await.expect("kept");
        let chair = office.leader("pcttt").await;
        assert_eq!(contents(&chair, &paper).await, a_pdf(500));
        assert_eq!(refused(file::begin(&chair, a_start(owner(&material), "b.pdf", 9)).await), Refusal::NotYours);
        assert_eq!(refused(file::remove(&finance, paper.id).await), Refusal::NotYours);
        file::remove(&office.secretary(), paper.id).await.expect("gone");
        assert_eq!(refused(file::open(&finance, paper.id).await), Refusal::NotFound);
        assert!(lying(&office).is_empty());
        assert!(named(&finance, &known, "Báo cáo giải ngân").await.is_owed(), "it is owed again");
    }
}
