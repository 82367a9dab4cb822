//! The duty roster: kept by the Office, published with the week, read by the public in part.

use crate::support::{TestOffice, day, issue, on_both, refused, stale, week};
use domain::duty::{DutyDraft, DutyRulesDraft};
use domain::journal::Subject;
use domain::schedule::{Step, WeekState};
use domain::{DutyId, Problem, Refusal};
use office::{bulletin, duty, journal, schedule};

fn form(office: &TestOffice, date: &str, leader: &str) -> DutyDraft {
    DutyDraft {
        date: date.into(),
        duty_leader: office.post(leader).to_string(),
        office_leader: office.person("Mạc Đăng Thuận").to_string(),
        specialist: office.person("Quách Tuấn Anh").to_string(),
        driver: office.person("Âu Văn Bình").to_string(),
        hotline: "(0200) 3.000.115".into(),
        note: "Mang theo điện đài".into(),
        ..DutyDraft::default()
    }
}

async fn on_duty(office: &TestOffice, number: Option<i32>) -> Vec<(String, String, String)> {
    let shown = bulletin::week(office, week("2026-W50"), number).await.expect("a week");
    shown.duty.into_iter().map(|duty| (duty.date.to_string(), duty.name, duty.hotline)).collect()
}

on_both! {
    async fn the_demo_roster_is_published_with_its_week(office: TestOffice) {
        let shown = bulletin::week(&office, week("2026-W49"), None).await.expect("a week");
        let days: Vec<_> = shown.duty.iter().map(|duty| duty.date).collect();
        assert_eq!(days, week("2026-W49").days());
        assert!(shown.duty.iter().all(|duty| duty.hotline == "(0200) 3.000.115"), "{:?}", shown.duty);
        let board = office.board(week("2026-W49")).await;
        assert_eq!(board.duty.len(), 7);
        assert!(board.duty.iter().all(|duty| duty.driver.is_some() && duty.specialist.is_some()));
        assert!(!office.review(week("2026-W49")).await.changed);
    }

    async fn a_change_waits_for_the_next_publication(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().on("2026-12-08").chaired_by("ct").put().await;
        let secretary = office.secretary();
        let weekend = DutyDraft { to: "2026-12-13".into(), ..form(&office, "2026-12-12", "pct-kt") };
        let saved = duty::save_duty(&secretary, None, 0, weekend).await.expect("saved");
        assert_eq!(saved.len(), 2, "each day is a row of its own");
        assert!(on_duty(&office, None).await.is_empty(), "nothing is published yet");
        office.publish(w50).await;
        let first = on_duty(&office, None).await;
        assert_eq!(first.len(), 2);
        assert_eq!(first[0].1, "Lương Quốc Trụ");

        let swapped = form(&office, "2026-12-12", "pct-nn");
        let changed = duty::save_duty(&secretary, Some(saved[0].id), 1, swapped.clone()).await.expect("changed");
        assert_eq!(changed[0].version, 2);
        let review = office.review(w50).await;
        assert!(review.changed && review.week.state == WeekState::Building);
        assert!(review.differences.is_empty());
        assert_eq!(review.duty.len(), 1);
        assert_eq!(on_duty(&office, None).await, first, "readers see publications only");
        office.publish(w50).await;
        assert_ne!(on_duty(&office, None).await[0].1, first[0].1);
        assert_eq!(on_duty(&office, Some(1)).await, first, "the older publication stays as it was");

        let told = stale(duty::save_duty(&office.chief(), Some(saved[0].id), 1, swapped).await);
        assert_eq!((told.current, told.changes[0].field.as_str()), (2, "duty_leader"));
        duty::remove_duty(&office.chief(), saved[1].id, 1).await.expect("taken out");
        assert_eq!(office.review(w50).await.duty.len(), 1);
        assert_eq!(refused(duty::remove_duty(&office.chief(), saved[1].id, 1).await), Refusal::NotFound);
        let lines = journal::list(&office.chief(), Some(Subject::Duty), None).await.expect("lines");
        let deeds: Vec<_> = lines.iter().take(4).map(|l| l.deed.as_str()).collect();
        assert_eq!(deeds, ["duty.remove_duty", "duty.save_duty", "duty.save_duty", "duty.save_duty"]);
        let leader = lines[1].fields.iter().find(|f| f.field == "duty_leader").expect("a change");
        assert_eq!(leader.before, "Lương Quốc Trụ", "a name, not a number");
    }

    async fn what_makes_no_sense_is_refused_at_its_field(office: TestOffice) {
        let desk = office.secretary();
        let saturday = day("2026-12-05");
        let there = Problem::OnDuty { name: "PCT Thường trực Tạ Thị Minh Nguyệt".into(), on: saturday };
        for (draft, field, problem) in [
            (form(&office, "1900-01-01", "ct"), "date", Problem::DateOutOfRange),
            (form(&office, "2026-12-05", "ct"), "date", there),
            (DutyDraft { hotline: "abc!".into(), ..form(&office, "2026-12-12", "ct") }, "hotline", Problem::NotAPhone),
            (DutyDraft { to: "2026-12-11".into(), ..form(&office, "2026-12-12", "ct") }, "to", Problem::EndBeforeStart),
            (DutyDraft { driver: "999999".into(), ..form(&office, "2026-12-12", "ct") }, "driver", Problem::Unknown),
        ] {
            assert_eq!(issue(duty::save_duty(&desk, None, 0, draft).await), (field.to_owned(), problem));
        }
        let unknown = duty::save_duty(&desk, Some(DutyId(999_999)), 1, form(&office, "2026-12-12", "ct")).await;
        assert_eq!(refused(unknown), Refusal::NotFound);
    }

    async fn last_weeks_pattern_fills_the_free_days(office: TestOffice) {
        let (w49, w50) = (week("2026-W49"), week("2026-W50"));
        let own = form(&office, "2026-12-12", "ct");
        duty::save_duty(&office.secretary(), None, 0, own).await.expect("saved");
        let copied = duty::copy_last_week(&office.secretary(), w50).await.expect("copied");
        assert_eq!(copied.len(), 6, "Saturday had somebody");
        let before = office.board(w49).await.duty;
        let after = office.board(w50).await.duty;
        assert_eq!(after.len(), 7);
        for (old, new) in before.iter().zip(&after).filter(|(_, new)| new.date != day("2026-12-12")) {
            assert_eq!((old.leader, old.driver, &old.hotline), (new.leader, new.driver, &new.hotline));
        }
        let version = office.board(w50).await.week.version;
        assert!(duty::copy_last_week(&office.secretary(), w50).await.expect("nothing").is_empty());
        assert_eq!(office.board(w50).await.week.version, version, "nothing happened");
    }

    async fn what_is_taken_back_leaves_every_public_copy(office: TestOffice) {
        let w49 = week("2026-W49");
        let told = |number| {
            let office = office.clone();
            async move {
                let shown = bulletin::week(&office, w49, number).await.expect("a week");
                (shown.duty.len(), shown.duty.iter().filter(|duty| !duty.hotline.is_empty()).count())
            }
        };
        assert_eq!(told(Some(1)).await, (7, 7));
        let seen = duty::roster(&office.chief(), w49.monday(), w49.sunday()).await.expect("a roster").rules.version;
        let ticks = |public: &str, hotline: &str| DutyRulesDraft { duty_public: public.into(), duty_hotline: hotline.into() };
        let stamp = office.stamp();
        let rules = duty::save_rules(&office.chief(), seen, ticks("on", "")).await.expect("saved");
        assert!(office.stamp() > stamp);
        assert_eq!((told(None).await, told(Some(1)).await), ((7, 0), (7, 0)));
        assert_eq!(stale(duty::save_rules(&office.chief(), seen, ticks("", "")).await).current, rules.version);
        duty::save_rules(&office.chief(), rules.version, ticks("", "")).await.expect("saved");
        assert_eq!((told(None).await, told(Some(2)).await), ((0, 0), (0, 0)));
        let inside = schedule::official_week(&office.chief(), w49, None).await.expect("a week");
        assert_eq!(inside.duty.len(), 7, "the Office keeps its own copy");

        duty::save_rules(&office.chief(), rules.version + 1, ticks("on", "on")).await.expect("saved");
        assert_eq!(told(None).await, (0, 0), "it goes out with a publication");
        let version = office.board(w49).await.week.version;
        schedule::set_remark(&office.chief(), w49, version, "Đã điều chỉnh").await.expect("a remark");
        office.publish(w49).await;
        assert_eq!((told(None).await, told(Some(3)).await), ((7, 7), (0, 0)));
    }

    async fn officers_and_leaders_do_not_read_who_drives(office: TestOffice) {
        let desk = office.officer("STC").await;
        let seen = schedule::official_week(&desk, week("2026-W49"), None).await.expect("a week");
        assert_eq!(seen.duty.len(), 7);
        assert!(seen.duty.iter().all(|duty| duty.driver.is_empty() && duty.specialist.is_empty()));
        assert!(seen.duty.iter().all(|duty| !duty.name.is_empty()));
    }

    async fn a_week_that_was_submitted_is_told_that_its_roster_changed(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().on("2026-12-08").chaired_by("ct").put().await;
        let seen = office.step(w50, Step::Submit).await.version;
        office.minutes_later(5);
        duty::save_duty(&office.secretary(), None, 0, form(&office, "2026-12-12", "ct")).await.expect("saved");
        let told = stale(schedule::take_step(&office.chief(), w50, Step::Approve, seen, "").await);
        assert_eq!(told.by, "Lã Minh Quân");
        assert_eq!(office.board(w50).await.week.state, WeekState::Building);
    }
}
