//! One entry from publication to publication.

use crate::support::{TestOffice, on_both, week};
use chrono::NaiveTime;
use domain::schedule::{Entry, Mark, Published};
use office::{bulletin, schedule};

async fn official(office: &TestOffice, entry: &Entry) -> Published {
    let week = schedule::official_week(&office.chief(), week("2026-W50"), None).await.expect("a week");
    let found = week.entries.into_iter().find(|e| e.entry == entry.id);
    found.expect("the published entry").published
}

async fn public(office: &TestOffice) -> Vec<Published> {
    bulletin::week(office, week("2026-W50"), None).await.expect("a week").entries
}

/// Everything that the public can read of the week's last publication.
async fn public_text(office: &TestOffice) -> String {
    let week = bulletin::week(office, week("2026-W50"), None).await.expect("a week");
    let feed = office::feed::public_feed(office, None, "https://lich.example").await.expect("a feed");
    let lines = crate::ical::logical_lines(&feed).join("\n");
    format!("{}\n{lines}", serde_json::to_string(&week).expect("JSON"))
}

on_both! {
    async fn an_internal_change_is_published_and_no_news(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().chaired_by("ct").noting("Cũ").put().await;
        office.publish(w50).await;
        let before = public(&office).await;
        office.change(&entry, |draft| {
            draft.note = "Mới".into();
            draft.vehicle = office.vehicle("00A-001.02").to_string();
        }).await;
        let review = office.review(w50).await;
        assert!(review.changed && review.differences.is_empty());
        office.publish(w50).await;
        let seen = schedule::official_week(&office.chief(), w50, None).await.expect("a week");
        let backstage = &seen.entries[0].backstage;
        assert_eq!((backstage.note.as_str(), backstage.vehicle.as_str()), ("Mới", "00A-001.02"));
        assert_eq!(backstage.driver, "Đới Sỹ Toàn");
        assert_eq!(public(&office).await, before, "the public sees the same entry, unmarked");
        assert!(bulletin::changes(&office, w50, None, None).await.expect("changes").differences.is_empty());
    }

    async fn a_cancelled_entry_stays_visible_with_its_reason(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().chaired_by("ct").put().await;
        office.publish(w50).await;
        schedule::cancel_entry(&office.secretary(), entry.id, 1, "Bão số 9").await.expect("cancelled");
        office.publish(w50).await;
        let [shown] = <[Published; 1]>::try_from(public(&office).await).expect("one entry");
        assert_eq!((shown.mark, shown.face.reason.as_str()), (Mark::Cancelled, "Bão số 9"));
        let old = bulletin::week(&office, w50, Some(1)).await.expect("the first publication");
        assert_eq!(old.entries[0].mark, Mark::Kept);
        assert_eq!(old.entries[0].uid, shown.uid);
    }

    async fn its_identity_stays_and_its_number_counts_what_moves(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        office.publish(w50).await;
        let first = official(&office, &entry).await;
        assert_eq!(first.sequence, 0);
        let mut expected = 0;
        for turn in 0..4 {
            office.minutes_later(60);
            let version = office.now_of(&entry).await.version;
            match turn {
                0 => drop(office.change(&entry, |draft| draft.content = "Nội dung khác".into()).await),
                1 => drop(office.change(&entry, |draft| draft.start = "08:30".into()).await),
                2 => drop(schedule::cancel_entry(&office.secretary(), entry.id, version, "Bận").await.expect("ok")),
                _ => drop(schedule::resume_entry(&office.secretary(), entry.id, version, "").await.expect("ok")),
            }
            expected += i32::from(turn > 0);
            office.publish(w50).await;
            let now = official(&office, &entry).await;
            assert_eq!((&now.uid, now.created, now.sequence), (&first.uid, first.created, expected), "turn {turn}");
            assert_eq!(now.revised, office.chief().now);
            assert_eq!(public(&office).await[0].sequence, expected);
        }
    }

    async fn what_did_not_change_keeps_its_history(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        office.publish(w50).await;
        office.change(&entry, |draft| draft.start = "08:30".into()).await;
        office.publish(w50).await;
        let adjusted = official(&office, &entry).await;
        office.minutes_later(60);
        office.an_entry().on("2026-12-09").put().await;
        office.publish(w50).await;
        assert_eq!(official(&office, &entry).await, adjusted);
    }

    async fn an_entry_that_becomes_internal_is_withdrawn_from_the_public(office: TestOffice) {
        let w50 = week("2026-W50");
        let old = "Nghe báo cáo về khu đất phía Đông";
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").saying(old).put().await;
        office.an_entry().on("2026-12-09").saying("Họp khác").put().await;
        office.publish(w50).await;
        assert!(public_text(&office).await.contains(old));
        office.change(&entry, |draft| draft.visibility = "internal".into()).await;
        office.publish(w50).await;
        assert_eq!(public(&office).await.len(), 1);
        assert!(!public_text(&office).await.contains("phía Đông"));
        let earlier = office::bulletin::week(&office, w50, Some(1)).await.expect("an earlier publication");
        assert_eq!(earlier.entries.len(), 1, "under no older number either");
        let changes = office::bulletin::changes(&office, w50, Some(1), Some(2)).await.expect("changes");
        assert!(changes.differences.is_empty(), "nor in what changed");
        assert_eq!(official(&office, &entry).await.face.content, old, "those who are signed in read on");

        office.change(&entry, |draft| draft.start = "08:30".into()).await;
        office.publish(w50).await;
        office.change(&entry, |draft| {
            draft.visibility = "public".into();
            draft.content = "Nghe báo cáo".into();
        }).await;
        office.publish(w50).await;
        let back = public(&office).await.into_iter().find(|e| e.face.content == "Nghe báo cáo").expect("back again");
        assert_eq!(back.sequence, 1, "no calendar sees the number fall");
        assert!(back.was.is_empty() && !public_text(&office).await.contains("phía Đông"));
    }

    async fn a_reason_belongs_to_the_publication_that_told_it(office: TestOffice) {
        let (w50, why) = (week("2026-W50"), "Chủ tịch dự họp Tỉnh ủy");
        let moved = office.an_entry().at("08:00-09:00").chaired_by("ct").saying("Họp A").put().await;
        let kept = office.an_entry().on("2026-12-09").at("08:00-09:00").chaired_by("pcttt").saying("Họp B").put().await;
        office.publish(w50).await;
        for entry in [&moved, &kept] {
            office.change(entry, |draft| {
                draft.start = "08:30".into();
                draft.reason = why.into();
            }).await;
        }
        office.publish(w50).await;
        let told = official(&office, &kept).await;
        assert_eq!((told.mark, told.face.reason.as_str()), (Mark::Adjusted, why));
        assert!(!office.review(w50).await.changed, "a reason that was told is nothing new");

        office.minutes_later(60);
        let now = office.now_of(&moved).await;
        assert_eq!(now.reason, "", "the next change has its own");
        let (date, part, nine) = (now.plan.date, now.plan.part, NaiveTime::from_hms_opt(9, 0, 0));
        schedule::move_entry(&office.secretary(), now.id, now.version, date, part, nine, "").await.expect("moved");
        office.publish(w50).await;
        let after = official(&office, &moved).await;
        assert_eq!((after.mark, after.changed_in, after.face.reason.as_str()), (Mark::Adjusted, 3, ""));
        assert_eq!(official(&office, &kept).await, told, "what nobody touched says what it said");
        let shown: Vec<_> =
            public(&office).await.into_iter().map(|e| (e.face.content, e.face.reason)).collect();
        assert_eq!(shown, [("Họp A".to_owned(), String::new()), ("Họp B".to_owned(), why.to_owned())]);
        let earlier = bulletin::week(&office, w50, Some(2)).await.expect("an earlier publication");
        assert!(earlier.entries.iter().all(|e| e.face.reason == why), "there it stays");
    }

    async fn a_reason_of_an_internal_entry_does_not_become_public_with_it(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().at("08:00-09:00").chaired_by("ct").internal().put().await;
        office.publish(w50).await;
        office.change(&entry, |draft| {
            draft.start = "08:30".into();
            draft.reason = "Khách đổi chuyến bay đêm".into();
        }).await;
        office.publish(w50).await;
        office.change(&entry, |draft| draft.visibility = "public".into()).await;
        office.publish(w50).await;
        assert_eq!(public(&office).await.len(), 1);
        assert!(!public_text(&office).await.contains("chuyến bay đêm"));
    }

    async fn an_entry_that_becomes_restricted_leaves_a_neutral_block(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").in_place("Nhà khách Hồ Tây")
            .saying("Làm việc với Đoàn thanh tra").put().await;
        office.publish(w50).await;
        office.change(&entry, |draft| {
            draft.visibility = "restricted".into();
            draft.public_wording = "Làm việc theo giấy mời riêng".into();
        }).await;
        office.publish(w50).await;
        let text = public_text(&office).await;
        assert!(text.contains("Làm việc theo giấy mời riêng"));
        for gone in ["thanh tra", "Hồ Tây"] {
            assert!(!text.contains(gone), "{gone}");
        }
    }
}
