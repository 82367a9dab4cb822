//! What happened, for the Chief of Office.

use crate::support::{TestOffice, on_both, refused};
use domain::journal::Subject;
use domain::{Refusal, Role};
use office::journal;

on_both! {
    async fn the_newest_line_comes_first_and_pages_follow(office: TestOffice) {
        for n in 0..60 {
            office.an_entry().saying(&format!("Việc {n}")).put().await;
        }
        let chief = office.chief();
        let first = journal::list(&chief, None, None).await.expect("a page");
        assert_eq!(first.len() as u64, journal::PAGE);
        assert_eq!(first[0].title, "Việc 59");
        let below = first.last().expect("a line").id.0;
        let second = journal::list(&chief, None, Some(below)).await.expect("a page");
        assert_eq!(second[0].title, "Việc 9");
        assert!(second.iter().all(|line| line.id.0 < below));
    }

    async fn it_is_filtered_by_subject(office: TestOffice) {
        office.an_entry().put().await;
        let entries = journal::list(&office.chief(), Some(Subject::Entry), None).await.expect("a page");
        assert!(entries.iter().all(|line| line.subject == Subject::Entry));
        let weeks = journal::list(&office.chief(), Some(Subject::Week), None).await.expect("a page");
        assert_eq!(weeks.len(), 9, "submitted, approved and published three times");
        assert!(weeks.iter().all(|line| line.subject_id == "2026-W49"));
    }

    async fn only_the_chief_of_office_reads_it(office: TestOffice) {
        for desk in [office.secretary(), office.administrator(), office.leader("ct").await] {
            assert_eq!(refused(journal::list(&desk, None, None).await), Refusal::NotYours);
        }
        let both = domain::Actor { roles: vec![Role::Leader, Role::ChiefOfOffice], ..office.secretary().actor };
        journal::list(&office.desk_of(both), None, None).await.expect("a page");
    }

    async fn a_refused_deed_leaves_no_line(office: TestOffice) {
        let before = journal::list(&office.chief(), None, None).await.expect("a page");
        let entry = office.board(crate::support::week("2026-W49")).await.entries[0].clone();
        refused(office::schedule::remove_entry(&office.chief(), entry.id, entry.version).await);
        refused(office::schedule::cancel_entry(&office.chief(), entry.id, 99, "x").await);
        let after = journal::list(&office.chief(), None, None).await.expect("a page");
        assert_eq!(after, before);
    }
}
