//! The public feeds as a calendar polls them.

use crate::ical::logical_lines;
use crate::support::{TestOffice, on_both, refused, week};
use domain::Refusal;
use domain::schedule::Step;
use office::feed::{Validator, public_feed, public_validator};
use office::{schedule, setting};
use std::collections::BTreeMap;

const BASE: &str = "https://lich.minhgiang.example";

async fn bytes(office: &TestOffice, leader: Option<&str>) -> Vec<u8> {
    public_feed(&office.clocked(), leader, BASE).await.expect("a feed")
}

async fn validator(office: &TestOffice) -> Validator {
    public_validator(&office.clocked()).await.expect("a validator")
}

/// The lines of each event by its UID.
async fn events(office: &TestOffice, leader: Option<&str>) -> BTreeMap<String, Vec<String>> {
    let lines = logical_lines(&bytes(office, leader).await);
    let parts = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    parts
        .map(|event| {
            let uid = event.iter().find_map(|l| l.strip_prefix("UID:")).expect("a UID").to_owned();
            (uid, event.iter().take_while(|l| *l != "END:VEVENT").cloned().collect())
        })
        .collect()
}

fn has(event: &[String], line: &str) -> bool {
    event.iter().any(|l| l == line)
}

on_both! {
    async fn a_feed_carries_the_public_week(office: TestOffice) {
        let events = events(&office, None).await;
        assert_eq!(events.len(), 48);
        let cancelled = &events["demo-e33@giaoban"];
        assert!(has(cancelled, "STATUS:CANCELLED") && has(cancelled, "SEQUENCE:1") && has(cancelled, "TRANSP:TRANSPARENT"));
        assert!(cancelled.iter().any(|l| l.starts_with("SUMMARY:[HỦY] Nghe Sở Khoa học")));
        let moved = &events["demo-e19@giaoban"];
        assert!(has(moved, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261201T163000"));
        assert!(has(moved, "DTSTAMP:20261201T045000Z"), "the time of the publication that moved it");
        assert!(has(moved, &format!("URL:{BASE}/weeks/2026-W49#d2026-12-01")));
        let again = bytes(&office, None).await;
        assert_eq!(again, bytes(&office, None).await, "the same bytes each time");
    }

    async fn the_same_event_has_the_same_identity_in_every_feed(office: TestOffice) {
        let all = events(&office, None).await;
        for slug in ["ct", "pcttt", "pct-kt", "pct-nn", "pct-vx"] {
            let own = events(&office, Some(slug)).await;
            assert!(!own.is_empty() && own.len() < all.len(), "{slug}");
            for (uid, event) in own {
                assert_eq!(Some(&event), all.get(&uid));
            }
        }
    }

    async fn an_unknown_leader_has_no_feed(office: TestOffice) {
        for slug in ["", "nobody", "cvp", "CT", "ct'--", "\u{0}"] {
            assert_eq!(refused(public_feed(&office, Some(slug), BASE).await), Refusal::NotFound, "{slug}");
        }
    }

    async fn a_whole_day_is_a_day_and_half_a_day_its_hours(office: TestOffice) {
        office.an_entry().on("2026-12-08").all_day().saying("Cả ngày").put().await;
        office.an_entry().on("2026-12-09").saying("Buổi sáng").put().await;
        office.an_entry().on("2026-12-10").at("08:00").saying("Không rõ giờ kết thúc").put().await;
        office.publish(week("2026-W50")).await;
        let events = events(&office, None).await;
        let named = |content: &str| {
            let summary = format!("SUMMARY:{content}");
            events.values().find(|e| has(e, &summary)).unwrap_or_else(|| panic!("no {content}"))
        };
        let whole = named("Cả ngày");
        assert!(has(whole, "DTSTART;VALUE=DATE:20261208") && has(whole, "DTEND;VALUE=DATE:20261209"));
        let half = named("Buổi sáng");
        assert!(has(half, "DTSTART;TZID=Asia/Ho_Chi_Minh:20261209T073000"), "{half:#?}");
        assert!(has(half, "DTEND;TZID=Asia/Ho_Chi_Minh:20261209T113000"), "{half:#?}");
        assert!(has(named("Không rõ giờ kết thúc"), "DTEND;TZID=Asia/Ho_Chi_Minh:20261210T113000"));
    }

    async fn the_validator_moves_with_what_readers_see_and_with_nothing_else(office: TestOffice) {
        let w50 = week("2026-W50");
        let mut last = validator(&office).await;
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        office.step(w50, Step::Submit).await;
        office.step(w50, Step::Approve).await;
        assert_eq!(validator(&office).await, last, "a draft moves nothing");
        for turn in 0..4 {
            match turn {
                0 => drop(office.step(w50, Step::Publish).await),
                1 => {
                    let version = office.now_of(&entry).await.version;
                    schedule::cancel_entry(&office.secretary(), entry.id, version, "Bận").await.expect("cancelled");
                    office.publish(w50).await;
                }
                2 => {
                    office.change(&entry, |draft| draft.visibility = "internal".into()).await;
                    office.publish(w50).await;
                    assert_eq!(events(&office, None).await.len(), 48, "withdrawn");
                }
                _ => {
                    let profile = setting::profile(&office).await.expect("a profile");
                    let named = domain::setting::Profile { committee_short: "UBND tỉnh MG".into(), ..profile };
                    setting::save_profile(&office.administrator(), named).await.expect("saved");
                }
            }
            let now = validator(&office).await;
            assert_ne!(now, last, "turn {turn}");
            assert_eq!(validator(&office).await, now);
            last = now;
        }
    }

    async fn the_validator_is_the_same_after_a_restart(office: TestOffice) {
        let before = (validator(&office).await, bytes(&office, None).await);
        let again = office::Office::open(&office.url).await.expect("opened again").at(Some(office.now()));
        let after = public_validator(&again).await.expect("a validator");
        assert_eq!((after, public_feed(&again, None, BASE).await.expect("a feed")), before);
        again.close().await.expect("closed");
    }

    async fn a_feed_forgets_what_is_long_past_and_what_was_called_off_a_month_ago(office: TestOffice) {
        office.at("2027-01-03 08:00");
        assert!(events(&office, None).await.contains_key("demo-e33@giaoban"));
        office.at("2027-01-08 08:00");
        let first = validator(&office).await;
        let january = events(&office, None).await;
        assert!(!january.contains_key("demo-e33@giaoban"), "31 days after");
        assert!(january.contains_key("demo-e19@giaoban"));
        office.at("2027-03-16 08:00");
        assert_ne!(validator(&office).await, first, "the window moved on");
        assert!(events(&office, None).await.is_empty());
    }

    async fn nothing_typed_can_add_a_line(office: TestOffice) {
        let typed = "Họp\r\nATTENDEE:mailto:x@y.vn\r\nEND:VEVENT";
        office.an_entry().saying(typed).put().await;
        office.publish(week("2026-W50")).await;
        let events = events(&office, None).await;
        assert_eq!(events.len(), 49);
        assert!(events.values().flatten().all(|line| !line.starts_with("ATTENDEE")));
    }

    async fn a_published_week_is_a_file_however_old_it_is(office: TestOffice) {
        office.at("2029-01-01 08:00");
        let file = office::feed::week_file(&office.clocked(), week("2026-W49"), BASE).await.expect("an answer");
        let lines = logical_lines(&file.expect("a file"));
        assert_eq!(lines.iter().filter(|l| *l == "BEGIN:VEVENT").count(), 48);
        assert_eq!(office::feed::week_file(&office, week("2026-W50"), BASE).await.expect("an answer"), None);
    }

    async fn the_feed_of_a_post_outlives_its_end(office: TestOffice) {
        use domain::people::PositionDraft;
        let (posts, _) = office::people::list_positions(&office.chief()).await.expect("positions");
        let post = posts.iter().find(|p| p.slug == "pct-vx").expect("a post");
        let ended = PositionDraft { to: "2026-12-05".into(), ..PositionDraft::of(post) };
        office::people::save_position(&office.chief(), Some(post.id), 1, ended).await.expect("ended");
        let before = events(&office, Some("pct-vx")).await;
        office.publish(week("2026-W50")).await;
        assert!(office::bulletin::leaders(&office).await.expect("leaders").iter().all(|l| l.slug != "pct-vx"));
        assert_eq!(events(&office, Some("pct-vx")).await, before);
    }
}
