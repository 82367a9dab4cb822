//! From draft to published, and what publishing leaves alone.
//!
//! What becomes of an entry from one publication to the next is in `publication/entry.rs`, who
//! reads what of it in `publication/reader.rs`, and that no secret leaves in
//! `publication/secret.rs`.

mod entry;
mod look;
mod lookback;
mod reader;
mod secret;

use crate::support::{TestOffice, issue, on_both, refused, stale, week};
use domain::people::{PersonDraft, PositionDraft, UnitDraft};
use domain::schedule::{Mark, Step, WeekState};
use domain::{Problem, Refusal};
use office::{bulletin, journal, people, schedule};

on_both! {
    async fn a_week_is_submitted_approved_and_published(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        assert!(bulletin::week(&office, w50, None).await.expect("a week").publication.is_none());

        let submitted = schedule::take_step(&office.secretary(), w50, Step::Submit, 1, "").await.expect("submitted");
        assert_eq!((submitted.state, submitted.version), (WeekState::Submitted, 2));
        office.minutes_later(10);
        let approved = schedule::take_step(&office.chief(), w50, Step::Approve, 2, "").await.expect("approved");
        assert_eq!(approved.state, WeekState::Approved);
        assert_eq!(approved.stepped, Some(("Mạc Đăng Thuận".into(), office.chief().now)));
        let stamp = office.stamp();
        let published = schedule::publish(&office.chief(), w50, 3, "Lịch tuần 50").await.expect("published");
        assert_eq!(published.state, WeekState::Published);
        assert_eq!(published.published, Some((1, office.chief().now)));
        assert_eq!(office.board(w50).await.week, published);
        assert!(office.stamp() > stamp, "what readers keep is looked at again");

        let official = schedule::official_week(&office.chief(), w50, None).await.expect("a week");
        let publication = official.publication.expect("a publication");
        assert_eq!((publication.by.as_str(), publication.reason.as_str()), ("Mạc Đăng Thuận", "Lịch tuần 50"));
        let lines = journal::list(&office.chief(), Some(domain::journal::Subject::Week), None).await.expect("lines");
        let deeds: Vec<_> = lines.iter().take(3).map(|l| l.deed.as_str()).collect();
        assert_eq!(deeds, ["schedule.publish", "schedule.approve", "schedule.submit"]);
    }

    async fn every_step_has_its_state(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().put().await;
        let chief = office.chief();
        let wrong = Refusal::WrongState { week: w50 };
        for step in [Step::Withdraw, Step::Approve, Step::Publish] {
            assert_eq!(refused(schedule::take_step(&chief, w50, step, 1, "").await), wrong, "{step:?}");
        }
        assert_eq!(refused(schedule::take_step(&chief, w50, Step::Return, 1, "x").await), wrong);
        office.step(w50, Step::Submit).await;
        assert_eq!(refused(schedule::take_step(&chief, w50, Step::Publish, 2, "").await), wrong);
        assert_eq!(office.step(w50, Step::Withdraw).await.state, WeekState::Building);
    }

    async fn a_week_is_returned_with_a_reason(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().put().await;
        office.step(w50, Step::Submit).await;
        let blank = schedule::take_step(&office.chief(), w50, Step::Return, 2, "").await;
        assert_eq!(issue(blank), ("reason".into(), Problem::Required));
        let returned = schedule::take_step(&office.chief(), w50, Step::Return, 2, "Thiếu phòng họp").await;
        let returned = returned.expect("returned");
        assert_eq!((returned.state, returned.returned.as_str()), (WeekState::Building, "Thiếu phòng họp"));
        assert_eq!(office.step(w50, Step::Submit).await.returned, "", "the secretary answered");
    }

    async fn nobody_approves_what_they_have_not_seen(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().put().await;
        let seen = office.step(w50, Step::Submit).await.version;
        office.an_entry().on("2026-12-09").put().await;
        office.step(w50, Step::Submit).await;
        let told = stale(schedule::take_step(&office.chief(), w50, Step::Approve, seen, "").await);
        assert_eq!((told.seen, told.current), (seen, seen + 2));
        let seen = office.step(w50, Step::Approve).await.version;
        assert_eq!(stale(schedule::publish(&office.chief(), w50, seen - 1, "").await).current, seen);
    }

    async fn what_did_not_change_is_not_published_again(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().put().await;
        office.publish(w50).await;
        assert!(!office.review(w50).await.changed);
        office.change(&entry, |draft| draft.content = "Khác".into()).await;
        assert!(office.review(w50).await.changed);
        office.change(&entry, |draft| draft.content = "Họp xử lý công việc".into()).await;
        assert!(!office.review(w50).await.changed);
        let back = office.step(w50, Step::Submit).await;
        assert_eq!((back.state, back.published.map(|(number, _)| number)), (WeekState::Published, Some(1)));
        assert_eq!(back.stepped.map(|(by, _)| by), Some(office.chief().actor.name), "it was published by the chief");

        office.change(&entry, |draft| draft.content = "Khác".into()).await;
        office.step(w50, Step::Submit).await;
        office.change(&entry, |draft| draft.content = "Họp xử lý công việc".into()).await;
        assert_eq!(office.step(w50, Step::Submit).await.state, WeekState::Published);
    }

    async fn an_adjustment_owes_a_reason(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().put().await;
        office.publish(w50).await;
        office.change(&entry, |draft| draft.content = "Khác".into()).await;
        office.step(w50, Step::Submit).await;
        let seen = office.step(w50, Step::Approve).await.version;
        let silent = schedule::publish(&office.chief(), w50, seen, " ").await;
        assert_eq!(issue(silent), ("reason".to_owned(), Problem::Required));
        let told = schedule::publish(&office.chief(), w50, seen, "Đổi nội dung").await.expect("published");
        assert_eq!(told.published.map(|(number, _)| number), Some(2));
    }

    async fn a_week_without_entries_can_be_published(office: TestOffice) {
        let w50 = week("2026-W50");
        assert_eq!(office.publish(w50).await.published.map(|(n, _)| n), Some(1));
        assert!(bulletin::week(&office, w50, None).await.expect("a week").entries.is_empty());
    }

    async fn the_review_says_what_publishing_does(office: TestOffice) {
        let w49 = week("2026-W49");
        let board = office.board(w49).await;
        let meeting = board.entries.iter().find(|e| e.plan.content.contains("dự án tồn đọng")).expect("e49");
        office.change(meeting, |draft| draft.reason = "Đổi phòng".into()).await;
        office.change(meeting, |draft| draft.room = office.room("Hội trường lớn").to_string()).await;
        let review = office.review(w49).await;
        assert_eq!((review.next_number, review.differences.len(), review.public.len()), (4, 1, 1));
        assert_eq!(review.differences[0].mark, Mark::Adjusted);
        office.publish(w49).await;
        let done = schedule::changes(&office.chief(), w49, 3, 4).await.expect("changes");
        assert_eq!(done, review.differences);
        let public = bulletin::changes(&office, w49, None, None).await.expect("changes");
        assert_eq!(public.differences, review.public);
    }

    async fn the_review_says_which_differences_the_public_will_see(office: TestOffice) {
        let w50 = week("2026-W50");
        let guarded = office.an_entry().at("08:00-09:00").chaired_by("ct").saying("Tiếp Đoàn")
            .restricted("Làm việc theo giấy mời riêng").put().await;
        let inside = office.an_entry().at("08:00-09:00").chaired_by("pcttt").saying("Hội ý").internal().put().await;
        office.publish(w50).await;
        for entry in [&guarded, &inside] {
            office.change(entry, |draft| draft.start = "08:30".into()).await;
        }
        let review = office.review(w50).await;
        assert_eq!((review.differences.len(), review.public.len()), (2, 1));
        let [public] = review.public.as_slice() else { panic!("one public difference: {:?}", review.public) };
        let whole = review.differences.iter().find(|d| d.uid == public.uid).expect("the same entry");
        assert_eq!(whole.face.content, "Tiếp Đoàn");
        assert_ne!(whole.face.leaders, public.face.leaders, "the public is not told who chairs");
    }

    async fn endings_and_renamings_never_change_what_was_published(office: TestOffice) {
        let w49 = week("2026-W49");
        let chief = office.chief();
        let read = || async {
            let official = schedule::official_week(&office.chief(), w49, None).await.expect("a week");
            let public = bulletin::week(&office, w49, None).await.expect("a week");
            serde_json::to_string(&(official, public)).expect("JSON")
        };
        let before = read().await;
        let (posts, _) = people::list_positions(&chief).await.expect("positions");
        let chairman = posts.iter().find(|p| p.slug == "ct").expect("a post");
        let draft = PositionDraft { to: "2026-12-01".into(), ..PositionDraft::of(chairman) };
        people::save_position(&chief, Some(chairman.id), 1, draft).await.expect("ended");
        let persons = people::list_persons(&chief).await.expect("persons");
        let person = persons.iter().find(|p| p.name == "Lương Quốc Trụ").expect("a person");
        let draft = PersonDraft { name: "Lương Quốc Đổi".into(), ..PersonDraft::of(person) };
        people::save_person(&chief, Some(person.id), 1, draft).await.expect("renamed");
        let units = people::list_units(&chief).await.expect("units");
        let unit = units.iter().find(|u| u.code == "STC").expect("a unit");
        let draft = UnitDraft { short_name: "Sở TC mới".into(), to: "2026-12-02".into(), ..UnitDraft::of(unit) };
        people::save_unit(&chief, Some(unit.id), 1, draft).await.expect("renamed");
        assert_eq!(read().await, before);
    }

    async fn a_leader_whose_post_ended_keeps_the_name_on_old_entries(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().chaired_by("pct-vx").saying("Họp trước khi nghỉ").put().await;
        let (posts, _) = people::list_positions(&office.chief()).await.expect("positions");
        let post = posts.iter().find(|p| p.slug == "pct-vx").expect("a post");
        let draft = PositionDraft { to: "2026-12-05".into(), ..PositionDraft::of(post) };
        people::save_position(&office.chief(), Some(post.id), 1, draft).await.expect("ended");
        office.publish(w50).await;
        let public = bulletin::week(&office, w50, None).await.expect("a week");
        assert_eq!(public.entries[0].face.leaders[0].name, "Vi Thị Hoài Thu");
        assert!(public.leaders.iter().all(|l| l.slug != "pct-vx"), "but has no column any more");
    }
}
