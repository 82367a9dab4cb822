//! A paper on its way, until those who may read it do.

use super::{a_pdf, a_start, an_owner, contents, cut, lying, papers, sent, whole};
use crate::support::{TestOffice, on_both, refused};
use domain::Refusal;
use domain::file::Kind;
use office::file::{self, Received};
use office::{journal, request};
use sha2::{Digest as _, Sha256};

on_both! {
    async fn a_paper_is_read_by_its_unit_and_the_office_and_found_by_nobody_else(office: TestOffice) {
        let (id, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let bytes = a_pdf(50_000);
        let paper = sent(&finance, owner, "Tờ trình số 45.pdf", &bytes).await.expect("a kept file");
        assert_eq!((paper.name.as_str(), paper.kind, paper.size, paper.version), ("Tờ trình số 45.pdf", Kind::Pdf, 50_000, 1));
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(paper.sha256, sum);
        assert_eq!(papers(&finance).await, std::slice::from_ref(&paper));
        assert_eq!(contents(&finance, &paper).await, bytes);

        let secretary = office.secretary();
        let asked = request::own_requests(&finance).await.expect("a list").requests;
        let week = asked.iter().find(|r| r.id == id).expect("the request").wanted.week();
        let tray = request::request_tray(&secretary, week).await.expect("a tray");
        assert_eq!(tray.files, std::slice::from_ref(&paper));
        assert_eq!(contents(&secretary, &paper).await, bytes);

        for other in [office.officer("SXD").await, office.leader("ct").await, office.administrator()] {
            assert_eq!(refused(file::open(&other, paper.id).await), Refusal::NotFound);
            assert_eq!(refused(file::remove(&other, paper.id).await), Refusal::NotFound);
            assert_eq!(refused(file::begin(&other, a_start(owner, "a.pdf", 9)).await), Refusal::NotFound);
        }
        assert!(papers(&office.officer("SXD").await).await.is_empty());
        assert_eq!(refused(file::open(&office.nobody(), paper.id).await), Refusal::SignInNeeded);
        assert_eq!(refused(file::begin(&secretary, a_start(owner, "a.pdf", 9)).await), Refusal::NotYours);

        let lines = journal::list(&office.chief(), None, None).await.expect("lines");
        let line = lines.iter().find(|line| line.deed == "file.add").expect("a line");
        assert_eq!(line.subject_id, id.to_string());
        assert!(line.fields[0].after.starts_with("Tờ trình số 45.pdf (v1, 50000 B, SHA-256 "), "{:?}", line.fields);
        let only = lying(&office);
        assert!(only.len() == 1 && only[0].contains("/contents/") && !only[0].contains("pdf"), "{only:?}");
    }

    async fn what_was_cut_off_goes_on_where_it_stood(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let bytes = a_pdf(9 * 1024 * 1024 + 17);
        let key = file::begin(&finance, a_start(owner, "ke-hoach.pdf", bytes.len())).await.expect("begun").key;
        let first = file::receive(&finance, &key, 0, cut(&bytes[..8_500_000])).await.expect("cut off");
        assert_eq!(first, Received { received: 8_500_000, file: None });
        let second = file::receive(&finance, &key, 8_500_000, cut(&bytes[8_500_000..8_500_001])).await.expect("cut off");
        assert_eq!(second, Received { received: 8_500_001, file: None });
        assert_eq!(file::progress(&finance, &key).await.expect("on its way").received, 8_500_001);

        let here = Refusal::WrongOffset { received: 8_500_001 };
        for elsewhere in [0, 8_500_000, 8_500_002, u64::MAX] {
            assert_eq!(refused(file::receive(&finance, &key, elsewhere, whole(b"x")).await), here);
        }
        for other in [office.officer("SXD").await, office.secretary(), office.chief()] {
            assert_eq!(refused(file::progress(&other, &key).await), Refusal::NotFound);
            assert_eq!(refused(file::receive(&other, &key, 8_500_001, whole(b"x")).await), Refusal::NotFound);
            assert_eq!(refused(file::give_up(&other, &key).await), Refusal::NotFound);
        }
        assert!(papers(&finance).await.is_empty(), "nobody reads half a file");

        let rest = file::receive(&finance, &key, 8_500_001, whole(&bytes[8_500_001..])).await.expect("the rest");
        let paper = rest.file.expect("a file");
        assert_eq!(contents(&finance, &paper).await, bytes);
        assert_eq!(refused(file::progress(&finance, &key).await), Refusal::NotFound, "it is no more on its way");
        assert_eq!(lying(&office).len(), 1);
    }

    async fn of_two_who_send_the_same_place_one_is_counted(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let bytes = a_pdf(60_000);
        let key = file::begin(&finance, a_start(owner, "a.pdf", bytes.len())).await.expect("begun").key;
        let half = &bytes[..30_000];
        let both = tokio::join!(
            file::receive(&finance, &key, 0, cut(half)),
            file::receive(&finance, &key, 0, cut(half)),
        );
        let counted = [&both.0, &both.1].into_iter().filter(|answer| answer.is_ok()).count();
        assert_eq!(counted, 1, "{both:?}");
        assert_eq!(lying(&office).len(), 1, "what was not counted is gone");
        let paper = file::receive(&finance, &key, 30_000, whole(&bytes[30_000..])).await.expect("the rest").file;
        assert_eq!(contents(&finance, &paper.expect("a file")).await, bytes);
    }

    async fn a_part_is_read_alone(office: TestOffice) {
        use futures_util::StreamExt as _;
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let bytes = a_pdf(3_000_000);
        let paper = sent(&finance, owner, "a.pdf", &bytes).await.expect("kept");
        let opened = file::open(&finance, paper.id).await.expect("open");
        for range in [0..1, 1_048_575..1_048_577, 2_999_999..3_000_000, 5..5] {
            let read: Vec<_> = opened.read(range.clone()).collect().await;
            let read: Vec<u8> = read.into_iter().flat_map(|piece| piece.expect("a piece")).collect();
            assert_eq!(read, bytes[range.start as usize..range.end as usize]);
        }
    }

    async fn what_nobody_goes_on_with_is_swept_after_a_day(office: TestOffice) {
        office.at("2026-12-03 09:00");
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let bytes = a_pdf(40_000);
        let key = file::begin(&finance, a_start(owner, "a.pdf", bytes.len())).await.expect("begun").key;
        file::receive(&finance, &key, 0, cut(&bytes[..20_000])).await.expect("cut off");
        office.at("2026-12-04 08:59");
        assert_eq!(file::sweep(&office.clocked()).await.expect("swept").uploads, 0);
        office.at("2026-12-04 09:01");
        let finance = office.officer("STC").await;
        assert_eq!(refused(file::receive(&finance, &key, 20_000, whole(&bytes[20_000..])).await), Refusal::NotFound);
        assert_eq!(file::sweep(&office.clocked()).await.expect("swept").uploads, 1);
        assert!(lying(&office).is_empty());
        assert_eq!(file::sweep(&office.clocked()).await.expect("swept"), file::Swept::default());
    }

    async fn what_is_given_up_leaves_nothing(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let bytes = a_pdf(40_000);
        let key = file::begin(&finance, a_start(owner, "a.pdf", bytes.len())).await.expect("begun").key;
        file::receive(&finance, &key, 0, cut(&bytes[..20_000])).await.expect("cut off");
        file::give_up(&finance, &key).await.expect("given up");
        assert!(lying(&office).is_empty());
        assert_eq!(refused(file::give_up(&finance, &key).await), Refusal::NotFound);
    }
}
