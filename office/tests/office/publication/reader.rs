//! Who reads what of a publication: the desk, those named, those signed in, everybody.

use crate::support::{TestOffice, on_both, week};
use domain::schedule::publication::LeaderName;
use domain::schedule::{OfficialWeek, Publication, PublishedEntry, Step};
use office::{Desk, bulletin, schedule};

const SECRET: &str = "Làm việc với Đoàn kiểm tra";
const WORDING: &str = "Làm việc theo giấy mời riêng";

async fn published(office: &TestOffice) {
    office
        .an_entry()
        .at("08:00-10:00")
        .chaired_by("ct")
        .saying(SECRET)
        .restricted(WORDING)
        .by_car("00A-001.01")
        .noting("Đi cửa sau")
        .put()
        .await;
    office
        .an_entry()
        .at("14:00-15:00")
        .chaired_by("pct-kt")
        .saying("Họp nội bộ")
        .internal()
        .looked_after_by("Quách Tuấn Anh")
        .put()
        .await;
    office.publish(week("2026-W50")).await;
}

async fn read(desk: &Desk) -> OfficialWeek {
    schedule::official_week(desk, week("2026-W50"), None).await.expect("a week")
}

/// Who published and why, of every publication that stands in a week.
fn behind(week: &OfficialWeek) -> Vec<(&str, &str)> {
    let all = week.publications.iter().chain(&week.publication);
    all.map(|Publication { by, reason, .. }| (by.as_str(), reason.as_str())).collect()
}

fn contents(week: &OfficialWeek) -> Vec<&str> {
    week.entries.iter().map(|e| e.published.face.content.as_str()).collect()
}

on_both! {
    async fn the_desk_reads_everything(office: TestOffice) {
        published(&office).await;
        for desk in [office.secretary(), office.chief()] {
            let week = read(&desk).await;
            assert_eq!(contents(&week), [SECRET, "Họp nội bộ"]);
            assert_eq!(week.entries[0].backstage.note, "Đi cửa sau");
        }
    }

    async fn a_leader_reads_all_of_what_names_them_and_the_face_of_the_rest(office: TestOffice) {
        published(&office).await;
        let chairman = read(&office.leader("ct").await).await;
        assert_eq!(contents(&chairman), [SECRET, "Họp nội bộ"]);
        assert_eq!(chairman.entries[0].backstage.vehicle, "00A-001.01");
        assert_eq!(chairman.entries[1].backstage.specialist, "", "not their entry");
        let deputy = read(&office.leader("pct-kt").await).await;
        assert_eq!(contents(&deputy), [WORDING, "Họp nội bộ"]);
        assert_eq!(deputy.entries[1].backstage.specialist, "Quách Tuấn Anh");
        let text = serde_json::to_string(&deputy).expect("JSON");
        assert!(!text.contains("kiểm tra") && !text.contains("cửa sau") && !text.contains("00A-001.01"));
    }

    async fn an_officer_reads_the_neutral_wording_and_no_backstage(office: TestOffice) {
        published(&office).await;
        let week = read(&office.officer("STC").await).await;
        assert_eq!(contents(&week), [WORDING, "Họp nội bộ"]);
        let text = serde_json::to_string(&week).expect("JSON");
        for secret in ["kiểm tra", "cửa sau", "00A-001.01", "Quách Tuấn Anh"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }

    async fn why_and_by_whom_a_week_was_published_is_for_the_desk(office: TestOffice) {
        let (w50, why) = (week("2026-W50"), "Chuyên viên nhập nhầm giờ");
        published(&office).await;
        office.an_entry().on("2026-12-10").saying("Họp thêm").put().await;
        office.step(w50, Step::Submit).await;
        let seen = office.step(w50, Step::Approve).await.version;
        schedule::publish(&office.chief(), w50, seen, why).await.expect("published");

        for desk in [office.chief(), office.secretary()] {
            let week = read(&desk).await;
            assert_eq!(behind(&week).last(), Some(&("Mạc Đăng Thuận", why)));
        }
        for desk in [office.officer("STC").await, office.leader("ct").await] {
            let week = read(&desk).await;
            assert_eq!(behind(&week), [("", ""); 3], "two publications, and the one that is shown");
            assert_eq!(week.publication.map(|publication| publication.number), Some(2));
            let first = schedule::official_week(&desk, w50, Some(1)).await.expect("a week");
            assert_eq!(behind(&first), [("", ""); 3]);
            let phone = schedule::my_week(&desk, w50).await.expect("a week");
            assert!(!serde_json::to_string(&phone).expect("JSON").contains(why));
        }
    }

    async fn everybody_else_reads_the_public_part(office: TestOffice) {
        published(&office).await;
        let week = bulletin::week(&office, week("2026-W50"), None).await.expect("a week");
        let contents: Vec<_> = week.entries.iter().map(|e| e.face.content.as_str()).collect();
        assert_eq!(contents, [WORDING]);
    }

    async fn whoever_delegated_a_restricted_entry_still_reads_it(office: TestOffice) {
        let mut form = office.an_entry().restricted(WORDING).saying(SECRET)
            .attended_by("pct-kt", domain::schedule::LeaderRole::Substitute).draft();
        form.in_place_of.insert(office.post("pct-kt").to_string(), office.post("ct").to_string());
        let save = domain::schedule::Save { draft: form, ..Default::default() };
        schedule::save_entry(&office.secretary(), save).await.expect("saved");
        office.publish(week("2026-W50")).await;
        assert_eq!(contents(&read(&office.leader("ct").await).await), [SECRET]);
        assert_eq!(contents(&read(&office.leader("pct-nn").await).await), [WORDING]);
    }

    async fn a_leaders_phone_shows_their_own_week(office: TestOffice) {
        let chairman = office.leader("ct").await;
        let phone = schedule::my_week(&chairman, week("2026-W49")).await.expect("a week");
        let leaders = |entry: &PublishedEntry| entry.published.face.leaders.clone();
        let (own, others): (Vec<_>, Vec<_>) =
            phone.week.entries.iter().partition(|entry| leaders(entry).iter().any(|l| l.slug == "ct"));
        assert!(!own.is_empty());
        assert!(!others.is_empty(), "what somebody else goes to in their place stays theirs to read");
        for entry in others {
            let in_place_of = |l: &LeaderName| l.in_place_of.clone();
            let names: Vec<_> = leaders(entry).iter().filter_map(in_place_of).map(|(_, name)| name).collect();
            assert_eq!(names, ["Đặng Hữu Khiêm"]);
        }
        assert_eq!(phone.posts.iter().map(|p| p.slug.as_str()).collect::<Vec<_>>(), ["ct"]);
        assert_eq!(phone.secretaries.len(), 1);
        assert_eq!(phone.secretaries[0].0, "Lã Minh Quân");
        let officer = schedule::my_week(&office.officer("STC").await, week("2026-W49")).await.expect("a week");
        assert_eq!(officer.week.entries.len(), 58, "who holds no post reads the whole week");
    }

    async fn drafts_are_nobodys_reading(office: TestOffice) {
        published(&office).await;
        office.an_entry().on("2026-12-10").saying("Chưa duyệt").put().await;
        for desk in [office.chief(), office.leader("ct").await] {
            assert!(!contents(&read(&desk).await).contains(&"Chưa duyệt"));
        }
        let next = schedule::my_week(&office.leader("ct").await, week("2026-W51")).await.expect("a week");
        assert!(next.week.publication.is_none() && next.week.entries.is_empty());
    }
}
