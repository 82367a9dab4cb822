//! What is not taken: refused in words, with nothing left behind.

use super::{a_pdf, a_start, an_owner, cut, lying, papers, sent, whole};
use crate::support::{TestOffice, issue, on_both, refused, stale};
use domain::file::{FileRules, FileRulesDraft, MEGABYTE, NAME, OPEN_AT_ONCE, Owner};
use domain::{Problem, Refusal, RequestId};
use office::file::{self, Start};
use office::{Desk, setting};

fn at_the_file(problem: Problem) -> (String, Problem) {
    ("file".into(), problem)
}

async fn limited(office: &TestOffice, megabytes: &str) {
    let draft = FileRulesDraft { megabytes: megabytes.into() };
    setting::save_file_rules(&office.administrator(), 0, draft).await.expect("another limit");
}

async fn attached(desk: &Desk, owner: Owner, name: &str, bytes: &[u8]) -> office::Result<domain::file::File> {
    file::attach(desk, Start { size: None, ..a_start(owner, name, 0) }, whole(bytes)).await
}

on_both! {
    async fn what_is_over_the_limit_does_not_begin_and_does_not_stay(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let begun = |size: u64| file::begin(&finance, Start { size: Some(size), ..a_start(owner, "a.pdf", 0) });
        assert_eq!(issue(begun(200 * MEGABYTE + 1).await), at_the_file(Problem::TooLarge { megabytes: 200 }));
        assert_eq!(issue(begun(u64::MAX).await), at_the_file(Problem::TooLarge { megabytes: 200 }));
        assert_eq!(issue(begun(0).await), at_the_file(Problem::EmptyFile));
        begun(200 * MEGABYTE).await.expect("just fits");

        limited(&office, "1").await;
        let large = a_pdf(1024 * 1024 + 1);
        assert_eq!(issue(attached(&finance, owner, "a.pdf", &large).await), at_the_file(Problem::TooLarge { megabytes: 1 }));
        assert_eq!(issue(attached(&finance, owner, "a.pdf", b"").await), at_the_file(Problem::EmptyFile));
        attached(&finance, owner, "a.pdf", &large[..1024 * 1024]).await.expect("just fits");
        assert_eq!((papers(&finance).await.len(), lying(&office).len()), (1, 1));
    }

    async fn more_than_was_announced_is_refused_whole(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let key = file::begin(&finance, a_start(owner, "a.pdf", 50_000)).await.expect("begun").key;
        file::receive(&finance, &key, 0, cut(&a_pdf(40_000))).await.expect("cut off");
        let more = file::receive(&finance, &key, 40_000, whole(&a_pdf(20_000))).await;
        assert_eq!(issue(more), at_the_file(Problem::Damaged));
        assert_eq!(refused(file::progress(&finance, &key).await), Refusal::NotFound);
        assert!(lying(&office).is_empty() && papers(&finance).await.is_empty());
    }

    async fn contents_are_believed_more_than_names(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let program = [&b"MZ\x90\0"[..], &[0; 200]].concat();
        let page = "<!doctype html><script>alert(1)</script>\0";
        for (name, bytes) in [
            ("a.pdf", program.as_slice()),
            ("a.docx", &program),
            ("a.txt", &program),
            ("a.png", &a_pdf(500)),
            ("a.pdf", b"\xff\xd8\xff\xe0 a picture"),
            ("a.xlsx", b"PK\x03\x04 not an archive"),
            ("a.jpg", page.as_bytes()),
            ("a.txt", page.as_bytes()),
            ("a.txt", b"\xff\xfeT\0"),
        ] {
            assert_eq!(issue(sent(&finance, owner, name, bytes).await), at_the_file(Problem::OtherContent), "{name}");
            assert_eq!(issue(attached(&finance, owner, name, bytes).await), at_the_file(Problem::OtherContent), "{name}");
        }
        assert!(lying(&office).is_empty() && papers(&finance).await.is_empty());
        sent(&finance, owner, "ghi-chú.txt", "Điều 1.\n".as_bytes()).await.expect("text");
    }

    async fn hostile_names_are_refused_or_made_safe(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let long = format!("{}.pdf", "ệ".repeat(296));
        for (name, problem) in [
            ("tờ trình\u{202E}fdp.exe.pdf", Problem::ControlCharacters),
            ("a\u{0}.pdf", Problem::ControlCharacters),
            ("a\r\nSet-Cookie: b.pdf", Problem::ControlCharacters),
            (long.as_str(), Problem::TooLong { max: NAME, is: 300 }),
            ("..", Problem::Required),
            ("", Problem::Required),
            ("a.exe", Problem::NotAPaper),
            ("a.pdf.html", Problem::NotAPaper),
        ] {
            assert_eq!(issue(file::begin(&finance, a_start(owner, name, 9)).await), at_the_file(problem), "{name:?}");
        }
        let safe = sent(&finance, owner, "../../../etc/cron.d/to\u{302}\u{300} tri\u{300}nh.pdf", &a_pdf(99)).await;
        assert_eq!(safe.expect("a kept file").name, "tồ trình.pdf", "composed, without its folders");
        assert_eq!(lying(&office).len(), 1);
    }

    async fn what_arrives_otherwise_than_it_was_sent_is_refused(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let bytes = a_pdf(5_000);
        let other = Start { sha256: Some("0".repeat(64)), ..a_start(owner, "a.pdf", bytes.len()) };
        let key = file::begin(&finance, other).await.expect("begun").key;
        assert_eq!(issue(file::receive(&finance, &key, 0, whole(&bytes)).await), at_the_file(Problem::Damaged));
        assert!(lying(&office).is_empty());
        let cut_off = file::attach(&finance, a_start(owner, "a.pdf", 0), cut(&bytes)).await;
        assert_eq!(issue(cut_off), at_the_file(Problem::Damaged), "a plain form cannot go on");
        assert!(lying(&office).is_empty());
    }

    async fn nobody_fills_the_place_with_halves(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let mut keys = Vec::new();
        for number in 0..OPEN_AT_ONCE {
            let begun = file::begin(&finance, a_start(owner, &format!("{number}.pdf"), 9)).await;
            keys.push(begun.expect("begun").key);
        }
        let full = at_the_file(Problem::TooManyFiles { max: OPEN_AT_ONCE as u32 });
        assert_eq!(issue(file::begin(&finance, a_start(owner, "a.pdf", 9)).await), full);
        file::give_up(&finance, &keys[0]).await.expect("given up");
        file::begin(&finance, a_start(owner, "a.pdf", 9)).await.expect("there is room again");
    }

    async fn a_request_that_is_not_there_takes_nothing(office: TestOffice) {
        let nowhere = Owner::Request(RequestId(999_999));
        let finance = office.officer("STC").await;
        assert_eq!(refused(file::begin(&finance, a_start(nowhere, "a.pdf", 9)).await), Refusal::NotFound);
    }

    async fn the_limit_is_a_setting_that_is_not_overwritten(office: TestOffice) {
        assert_eq!(setting::file_rules(&office).await.expect("rules"), FileRules::default());
        limited(&office, "500").await;
        assert_eq!(setting::file_rules(&office).await.expect("rules"), FileRules { megabytes: 500, version: 1 });
        let draft = FileRulesDraft { megabytes: "100".into() };
        let told = stale(setting::save_file_rules(&office.administrator(), 0, draft).await);
        assert_eq!((told.current, told.changes[0].after.as_str()), (1, "500"));
    }
}
