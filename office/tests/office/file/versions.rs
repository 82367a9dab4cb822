//! Newer versions beside older ones, and what becomes of papers with their request.

use super::{a_pdf, a_start, an_owner, contents, lying, papers, sent, whole};
use crate::request::{as_wished, in_the_tray};
use crate::support::{TestOffice, issue, on_both, refused};
use domain::file::{File, PER_OWNER, earlier, newest};
use domain::request::{Request, RequestState};
use domain::{Problem, Refusal, RequestId};
use office::file::{self, Start};
use office::{Desk, journal, request};

async fn asked(desk: &Desk, id: RequestId) -> Request {
    let own = request::own_requests(desk).await.expect("a list");
    own.requests.into_iter().find(|request| request.id == id).expect("the request")
}

fn names(files: &[File]) -> Vec<(String, u32)> {
    newest(files).into_iter().map(|file| (file.name.clone(), file.version)).collect()
}

on_both! {
    async fn a_newer_version_stands_before_the_older_ones(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let first = sent(&finance, owner, "Dự thảo.pdf", &a_pdf(1_000)).await.expect("kept");
        sent(&finance, owner, "phụ lục.txt", b"1").await.expect("kept");
        let second = sent(&finance, owner, "dự thảo.pdf", &a_pdf(2_000)).await.expect("kept");
        assert_eq!((second.version, second.replaces), (2, Some(first.id)), "the same name is the same paper");
        let bytes = a_pdf(3_000);
        let named = Start { replaces: Some(second.id), ..a_start(owner, "Trình ký.pdf", bytes.len()) };
        let key = file::begin(&finance, named.clone()).await.expect("begun").key;
        let third = file::receive(&finance, &key, 0, whole(&bytes)).await.expect("kept").file.expect("a file");
        assert_eq!((third.version, third.replaces), (3, Some(second.id)));

        let all = papers(&finance).await;
        assert_eq!(names(&all), [("Trình ký.pdf".into(), 3), ("phụ lục.txt".into(), 1)]);
        assert_eq!(earlier(&all, &third), [&second, &first]);
        assert_eq!(contents(&office.secretary(), &first).await, a_pdf(1_000), "the old one is still read");
        assert_eq!(refused(file::begin(&finance, named).await), Refusal::NotFound, "that one was replaced already");
        assert_eq!(refused(file::remove(&finance, second.id).await), Refusal::NotFound);
        let deeds: Vec<String> = journal::list(&office.chief(), None, None).await.expect("lines").into_iter().take(2).map(|l| l.deed).collect();
        assert_eq!(deeds, ["file.replace", "file.replace"]);
    }

    async fn the_same_paper_sent_twice_is_one(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let first = sent(&finance, owner, "a.pdf", &a_pdf(1_000)).await.expect("kept");
        let again = sent(&finance, owner, "a.pdf", &a_pdf(1_000)).await.expect("known");
        assert_eq!(again, first);
        assert_eq!((papers(&finance).await.len(), lying(&office).len()), (1, 1));
        assert_eq!(contents(&finance, &first).await, a_pdf(1_000));
    }

    async fn what_is_taken_away_is_gone_with_its_versions(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let first = sent(&finance, owner, "a.pdf", &a_pdf(1_000)).await.expect("kept");
        let second = sent(&finance, owner, "a.pdf", &a_pdf(2_000)).await.expect("kept");
        assert_eq!(refused(file::remove(&office.secretary(), second.id).await), Refusal::NotYours);
        file::remove(&finance, second.id).await.expect("gone");
        for file in [&first, &second] {
            assert_eq!(refused(file::open(&finance, file.id).await), Refusal::NotFound);
        }
        assert!(papers(&finance).await.is_empty() && lying(&office).is_empty());
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert_eq!(line.deed, "file.remove");
        assert!(line.fields[0].before.starts_with("a.pdf (v2, 2000 B") && line.fields[0].after.is_empty());
        let anew = sent(&finance, owner, "a.pdf", &a_pdf(1_000)).await.expect("kept");
        assert_eq!(anew.version, 1);
    }

    async fn papers_follow_what_was_accepted_and_stay_with_it(office: TestOffice) {
        let (id, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let before = sent(&finance, owner, "a.pdf", &a_pdf(1_000)).await.expect("kept");
        let waiting = in_the_tray(&office, &asked(&finance, id).await).await.request;
        let placing = as_wished(&waiting);
        request::accept_request(&office.secretary(), id, 1, placing).await.expect("accepted");
        assert_eq!(contents(&office.secretary(), &before).await, a_pdf(1_000));
        assert_eq!(contents(&finance, &before).await, a_pdf(1_000));
        sent(&finance, owner, "b.pdf", &a_pdf(2_000)).await.expect("it follows");
        let decided = Refusal::WrongRequestState { state: RequestState::Accepted };
        assert_eq!(refused(file::remove(&finance, before.id).await), decided);
        assert_eq!(papers(&finance).await.len(), 2);
    }

    async fn what_was_withdrawn_takes_no_papers(office: TestOffice) {
        let (id, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        let paper = sent(&finance, owner, "a.pdf", &a_pdf(1_000)).await.expect("kept");
        let key = file::begin(&finance, a_start(owner, "b.pdf", 1_000)).await.expect("begun").key;
        request::withdraw_request(&finance, id, 1, "").await.expect("withdrawn");
        let over = Refusal::WrongRequestState { state: RequestState::Withdrawn };
        assert_eq!(refused(file::begin(&finance, a_start(owner, "b.pdf", 9)).await), over);
        assert_eq!(refused(file::receive(&finance, &key, 0, whole(&a_pdf(1_000))).await), over);
        assert_eq!(refused(file::remove(&finance, paper.id).await), over);
        assert_eq!(contents(&finance, &paper).await, a_pdf(1_000), "what there is can be read");
    }

    async fn a_request_has_only_so_many(office: TestOffice) {
        let (_, owner) = an_owner(&office).await;
        let finance = office.officer("STC").await;
        for number in 0..PER_OWNER {
            sent(&finance, owner, &format!("{number}.txt"), b"x").await.expect("kept");
        }
        let full = ("file".to_owned(), Problem::TooManyFiles { max: PER_OWNER });
        assert_eq!(issue(file::begin(&finance, a_start(owner, "one-more.txt", 9)).await), full);
        let newer = sent(&finance, owner, "7.txt", b"y").await.expect("a version is no further paper");
        assert_eq!(newer.version, 2);
    }
}
