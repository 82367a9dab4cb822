//! A leader is away for some days: who acts, what is handed over, who agreed.

use super::field;
use crate::support::{TestOffice, day, issue, moment, on_both, refused, stale, week};
use domain::schedule::absence::{AbsenceDraft, Recorded};
use domain::schedule::{Entry, EntryDraft, LeaderRole, Save};
use domain::{Problem, Refusal};
use office::schedule;

fn leave(office: &TestOffice, from: &str, to: &str) -> AbsenceDraft {
    AbsenceDraft {
        leader: office.post("ct").to_string(),
        kind: "leave".into(),
        from: from.into(),
        to: to.into(),
        acting: office.post("pcttt").to_string(),
        agreed_by: "Thường trực Tỉnh ủy".into(),
        agreed_at: "2026-11-30T10:15".into(),
        ..AbsenceDraft::default()
    }
}

fn handing_over(draft: AbsenceDraft, entries: &[&Entry]) -> AbsenceDraft {
    let delegate = entries.iter().map(|e| format!("{}:{}", e.id, e.version)).collect();
    AbsenceDraft { delegate, ..draft }
}

async fn records(office: &TestOffice, draft: AbsenceDraft) -> Recorded {
    schedule::record_absence(&office.secretary(), draft).await.expect("recorded")
}

on_both! {
    async fn days_are_recorded_together_over_a_weekend(office: TestOffice) {
        let recorded = records(&office, leave(&office, "2026-12-11", "2026-12-15")).await;
        let days: Vec<_> = recorded.days.iter().map(|e| e.plan.date.to_string()).collect();
        assert_eq!(days, ["2026-12-11", "2026-12-14", "2026-12-15"]);
        let first = recorded.days[0].id;
        assert!(recorded.days.iter().all(|e| e.span == Some(first)));
        for entry in &recorded.days {
            assert_eq!(&office.now_of(entry).await, entry);
        }
        let plan = &recorded.days[0].plan;
        assert_eq!(plan.acting, Some(office.post("pcttt")));
        let agreed = plan.agreed.as_ref().expect("a consent");
        assert_eq!((agreed.by.as_str(), agreed.at), ("Thường trực Tỉnh ủy", Some(moment("2026-11-30 10:15"))));
        assert_eq!(office.board(week("2026-W50")).await.entries.len(), 1);
        let history = schedule::history(&office.secretary(), first).await.expect("a history");
        assert_eq!(field(&history[0].fields, "acting").1, "PCT Thường trực Tạ Thị Minh Nguyệt");
        assert_eq!(field(&history[0].fields, "agreed_by").1, "Thường trực Tỉnh ủy");
    }

    async fn what_is_handed_over_makes_room_for_the_leave(office: TestOffice) {
        let chaired = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct").put().await;
        let attended = office.an_entry().on("2026-12-09").at("08:00-10:00").attended_by("ct", LeaderRole::Attend).put().await;
        let draft = leave(&office, "2026-12-08", "2026-12-09");
        let in_the_way = schedule::record_absence(&office.secretary(), handing_over(draft.clone(), &[&chaired])).await;
        assert!(matches!(refused(in_the_way), Refusal::Conflicts(_)));
        assert_eq!(office.now_of(&chaired).await, chaired, "all or nothing");

        let recorded = records(&office, handing_over(draft, &[&chaired, &attended])).await;
        assert_eq!((recorded.days.len(), recorded.delegated.len()), (2, 2));
        let goes: Vec<_> = recorded.delegated.iter().map(|e| {
            let [a] = e.plan.attending[..] else { panic!("one leader") };
            (a.position, a.role, a.in_place_of)
        }).collect();
        let (ct, pcttt) = (office.post("ct"), office.post("pcttt"));
        assert_eq!(goes, [(pcttt, LeaderRole::Chair, Some(ct)), (pcttt, LeaderRole::Substitute, Some(ct))]);
        let history = schedule::history(&office.secretary(), chaired.id).await.expect("a history");
        assert_eq!(history[0].deed, "schedule.delegate_entry");
        assert_eq!(field(&history[0].fields, "leaders").1, "PCT Thường trực Tạ Thị Minh Nguyệt (Chủ trì: Chủ tịch Đặng Hữu Khiêm)");
        assert_eq!(field(&history[0].fields, "agreed_at").1, "2026-11-30T10:15");
    }

    async fn an_absence_ends_from_a_day_on_and_readers_hear_why(office: TestOffice) {
        let recorded = records(&office, leave(&office, "2026-12-10", "2026-12-15")).await;
        let [thursday, friday, monday, tuesday] = recorded.days.as_slice() else { panic!("four days") };
        office.publish(week("2026-W50")).await;
        let known = schedule::absence_of(&office.secretary(), monday.id).await.expect("its days");
        assert_eq!(known.len(), 4);

        let desk = office.secretary();
        let from = day("2026-12-11");
        let end = |seen, reason: &'static str| {
            let (desk, id) = (desk.clone(), monday.id);
            async move { schedule::end_absence(&desk, id, seen, from, reason).await }
        };
        assert_eq!(issue(end(1, " ").await), ("reason".into(), Problem::Required));
        assert_eq!(stale(end(7, "Về sớm").await).current, 1);
        let ended = end(1, "Về sớm").await.expect("ended");
        assert_eq!(ended.removed, [day("2026-12-14"), day("2026-12-15")]);
        let [cancelled] = ended.cancelled.as_slice() else { panic!("one day was published") };
        assert_eq!((cancelled.id, cancelled.standing.halt().map(|h| h.reason.as_str())), (friday.id, Some("Về sớm")));
        assert!(office.now_of(thursday).await.standing.is_going(), "it was before");
        assert_eq!(office.board(week("2026-W51")).await.entries, []);
        let gone = schedule::absence_of(&desk, tuesday.id).await;
        assert_eq!(refused(gone), Refusal::NotFound);

        let free = office.an_entry().on("2026-12-14").at("08:00-10:00").chaired_by("pcttt").put().await;
        assert_eq!(refused(schedule::absence_of(&desk, free.id).await), Refusal::NotFound, "it is no absence");
    }

    async fn past_days_of_an_absence_stay(office: TestOffice) {
        let recorded = records(&office, leave(&office, "2026-12-08", "2026-12-10")).await;
        office.at("2026-12-09 09:00");
        let first = &recorded.days[0];
        let from = first.plan.date;
        let ended = schedule::end_absence(&office.secretary(), first.id, 1, from, "").await.expect("ended");
        assert_eq!(ended.removed, [day("2026-12-09"), day("2026-12-10")]);
        assert!(office.now_of(first).await.standing.is_going());
        office.at("2026-12-11 09:00");
        let late = schedule::end_absence(&office.secretary(), first.id, 1, from, "").await;
        assert_eq!(issue(late), ("from".into(), Problem::Unknown));
    }

    async fn who_acts_must_be_free(office: TestOffice) {
        let ours = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct").put().await;
        office.an_entry().on("2026-12-08").at("09:00-11:00").chaired_by("pcttt").put().await;
        let draft = handing_over(leave(&office, "2026-12-08", "2026-12-08"), &[&ours]);
        let busy = schedule::record_absence(&office.secretary(), draft.clone()).await;
        assert!(matches!(refused(busy), Refusal::Conflicts(_)));
        let draft = AbsenceDraft { conflict_reason: "Họp ghép".into(), ..draft };
        let accepted = schedule::record_absence(&office.chief(), draft).await.expect("overridden");
        assert_eq!(accepted.delegated[0].conflict_reason, "Họp ghép");
    }

    async fn a_second_time_records_only_what_is_missing(office: TestOffice) {
        records(&office, leave(&office, "2026-12-08", "2026-12-09")).await;
        let again = records(&office, leave(&office, "2026-12-08", "2026-12-10")).await;
        let days: Vec<_> = again.days.iter().map(|e| e.plan.date).collect();
        assert_eq!(days, [day("2026-12-10")]);
    }

    async fn what_was_seen_is_what_is_handed_over(office: TestOffice) {
        let ours = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct").put().await;
        let other = office.an_entry().on("2026-12-08").at("14:00-15:00").chaired_by("pct-vx").put().await;
        let desk = office.secretary();
        office.change(&ours, |draft| draft.note = "Mang hồ sơ".into()).await;
        let draft = leave(&office, "2026-12-08", "2026-12-08");
        let late = schedule::record_absence(&desk, handing_over(draft.clone(), &[&ours])).await;
        assert_eq!(stale(late).current, 2);
        let not_theirs = schedule::record_absence(&desk, handing_over(draft.clone(), &[&other])).await;
        assert_eq!(issue(not_theirs), ("delegate".into(), Problem::Unknown));
        let now = office.now_of(&ours).await;
        let nobody = AbsenceDraft { acting: String::new(), ..handing_over(draft, &[&now]) };
        assert_eq!(issue(schedule::record_absence(&desk, nobody).await), ("acting".into(), Problem::Required));
    }

    async fn a_secretary_records_only_for_the_leaders_served(office: TestOffice) {
        let other = office.secretary_of(&["pct-vx"]);
        let answer = schedule::record_absence(&other, leave(&office, "2026-12-08", "2026-12-08")).await;
        assert_eq!(refused(answer), Refusal::NotYours);
    }

    async fn a_consent_without_a_moment_was_given_now_and_goes_with_the_delegation(office: TestOffice) {
        office.at("2026-12-03 09:41");
        let mut draft = office.an_entry().at("08:00-10:00").attended_by("pcttt", LeaderRole::Substitute).draft();
        draft.in_place_of.insert(office.post("pcttt").to_string(), office.post("ct").to_string());
        draft.agreed_by = "Chủ tịch Đặng Hữu Khiêm".into();
        let save = Save { draft, ..Save::default() };
        let saved = schedule::save_entry(&office.secretary(), save).await.expect("saved").entry;
        let agreed = saved.plan.agreed.clone().expect("a consent");
        assert_eq!(agreed.at, Some(moment("2026-12-03 09:41")));
        assert_eq!(office.now_of(&saved).await, saved);
        let without = office.change(&saved, |draft: &mut EntryDraft| draft.in_place_of.clear()).await;
        assert_eq!(without.plan.agreed, None);
    }

    async fn the_form_of_an_absence_lists_what_takes_place(office: TestOffice) {
        let ours = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct").put().await;
        let absent = schedule::absent(&office.secretary(), leave(&office, "2026-12-08", "2026-12-10")).await.expect("a form");
        assert_eq!(absent.entries, [ours]);
        let backwards = schedule::absent(&office.secretary(), leave(&office, "2026-12-10", "2026-12-08")).await;
        assert_eq!(issue(backwards), ("to".into(), Problem::EndBeforeStart));
    }
}
