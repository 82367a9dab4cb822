//! How often leaders receive citizens, and the weeks that say what they lack.

use crate::support::{TestOffice, day, issue, on_both, stale, week};
use domain::Problem;
use domain::schedule::reception::RowDraft;
use domain::schedule::{EntryKind, ReceptionDraft};
use office::{journal, setting, waiting};

async fn typed(office: &TestOffice) -> (i32, ReceptionDraft) {
    let (rules, _) = setting::receptions(&office.secretary()).await.expect("the rules");
    (rules.version, ReceptionDraft::of(&rules))
}

/// Days that a week lacks, by the leader's post.
async fn lacks(office: &TestOffice, iso: &str) -> Vec<(domain::PositionId, chrono::NaiveDate)> {
    let review = office.review(week(iso)).await;
    review.receptions.iter().map(|due| (due.position, due.due)).collect()
}

on_both! {
    async fn a_week_without_the_announced_day_says_so_and_is_published_all_the_same(office: TestOffice) {
        assert_eq!(lacks(&office, "2026-W49").await, [], "the demo's Chairman received on Thursday");
        let missing = (office.post("ct"), day("2027-01-07"));
        assert_eq!(lacks(&office, "2027-W01").await, [missing]);

        office.at("2026-12-28 08:00");
        let waits = waiting::waiting(&office.secretary()).await.expect("a desk");
        let left = waits.weeks.iter().find(|left| left.week.iso == week("2027-W01")).expect("next week");
        assert!(left.is_open() && left.receptions.len() == 1);

        office.an_entry().on("2027-01-05").chaired_by("ct").put().await;
        office.publish(week("2027-W01")).await;
        assert_eq!(lacks(&office, "2027-W01").await, [missing]);

        let reception = office.an_entry().on("2027-01-07").at("07:30-11:30").chaired_by("ct");
        let reception = reception.put().await;
        office.change(&reception, |draft| {
            draft.kind = EntryKind::CitizenReception.code().into();
            draft.reason = "Bổ sung".into();
        }).await;
        assert_eq!(lacks(&office, "2027-W01").await, []);
    }

    async fn a_reception_in_another_week_of_the_month_is_as_good(office: TestOffice) {
        let early = office.an_entry().on("2027-02-15").at("07:30-11:30").chaired_by("pcttt").put().await;
        office.change(&early, |draft| draft.kind = EntryKind::CitizenReception.code().into()).await;
        let (seen, mut draft) = typed(&office).await;
        let last_friday = RowDraft { per_month: "1".into(), nth: "0".into(), weekday: "5".into() };
        draft.rows.insert("pcttt".into(), last_friday.clone());
        setting::save_receptions(&office.chief(), seen, draft.clone()).await.expect("saved");
        assert_eq!(lacks(&office, "2027-W08").await, []);

        draft.rows.insert("pcttt".into(), RowDraft { per_month: "2".into(), ..last_friday });
        setting::save_receptions(&office.chief(), seen + 1, draft).await.expect("saved");
        assert_eq!(lacks(&office, "2027-W08").await, [(office.post("pcttt"), day("2027-02-26"))]);
    }

    async fn the_rules_are_refused_by_row_noted_and_never_overwritten(office: TestOffice) {
        let (seen, draft) = typed(&office).await;
        let mut wrong = draft.clone();
        wrong.rows.get_mut("ct").expect("the Chairman").per_month = "40".into();
        let answer = setting::save_receptions(&office.secretary(), seen, wrong).await;
        assert_eq!(issue(answer), ("per_month.ct".to_owned(), Problem::NotBetween { min: 0, max: 4 }));

        let mut other = draft.clone();
        other.rows.get_mut("ct").expect("the Chairman").nth = "3".into();
        let saved = setting::save_receptions(&office.chief(), seen, other).await.expect("saved");
        assert_eq!(saved.version, seen + 1);
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        let fields: Vec<_> =
            line.fields.iter().map(|f| (f.field.as_str(), f.before.as_str(), f.after.as_str())).collect();
        assert_eq!(fields, [("reception.Chủ tịch", "1 (Thứ Năm, 1)", "1 (Thứ Năm, 3)")]);
        assert_eq!(lacks(&office, "2027-W01").await, []);

        let told = stale(setting::save_receptions(&office.secretary(), seen, draft).await);
        assert_eq!(told.current, seen + 1);
    }
}
