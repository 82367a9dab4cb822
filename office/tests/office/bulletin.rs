//! What the public reads: publications, and nothing before them.

use crate::support::{TestOffice, day, on_both, refused, week};
use domain::Refusal;
use domain::schedule::Mark;
use office::bulletin;

on_both! {
    async fn a_week_without_publication_is_empty_and_not_missing(office: TestOffice) {
        office.an_entry().saying("Bản thảo").put().await;
        let shown = bulletin::week(&office, week("2026-W50"), None).await.expect("a week");
        assert!(shown.publication.is_none() && shown.entries.is_empty() && shown.publications.is_empty());
        assert_eq!(refused(bulletin::week(&office, week("2026-W50"), Some(1)).await), Refusal::NotFound);
        assert_eq!(refused(bulletin::changes(&office, week("2026-W50"), None, None).await), Refusal::NotFound);
    }

    async fn every_publication_can_be_read_and_compared(office: TestOffice) {
        let w49 = week("2026-W49");
        for number in 1..=3 {
            let shown = bulletin::week(&office, w49, Some(number)).await.expect("a publication");
            assert_eq!(shown.publication.map(|(n, _)| n), Some(number));
        }
        for unknown in [i32::MIN, 0, 4, i32::MAX] {
            assert_eq!(refused(bulletin::week(&office, w49, Some(unknown)).await), Refusal::NotFound);
            assert_eq!(refused(bulletin::changes(&office, w49, None, Some(unknown)).await), Refusal::NotFound);
        }
        let last = bulletin::changes(&office, w49, None, None).await.expect("changes");
        assert_eq!((last.from, last.to.0), (2, 3));
        let marks: Vec<_> = last.differences.iter().map(|d| d.mark).collect();
        assert_eq!(marks, [Mark::Added, Mark::Delegated], "Thursday's urgent meeting, Saturday's ceremony");
        let all = bulletin::changes(&office, w49, Some(1), Some(3)).await.expect("changes");
        assert_eq!(all.differences.len(), 6);
        let first = bulletin::changes(&office, w49, None, Some(1)).await.expect("changes");
        assert!(first.differences.iter().all(|d| d.mark == Mark::Added));
    }

    async fn entries_stand_in_the_order_of_the_week(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().on("2026-12-09").at("08:00-09:00").saying("3").put().await;
        office.an_entry().on("2026-12-08").at("14:00-15:00").saying("2").put().await;
        office.an_entry().on("2026-12-08").at("08:00-09:00").saying("1").put().await;
        office.an_entry().on("2026-12-09").all_day().saying("4").put().await;
        office.publish(w50).await;
        let shown = bulletin::week(&office, w50, None).await.expect("a week");
        let contents: Vec<_> = shown.entries.iter().map(|e| e.face.content.as_str()).collect();
        assert_eq!(contents, ["1", "2", "3", "4"]);
    }

    async fn holidays_and_leaders_come_with_the_week(office: TestOffice) {
        let shown = bulletin::week(&office, week("2026-W53"), None).await.expect("a week");
        assert_eq!(shown.holidays, [(day("2027-01-01"), "Tết Dương lịch".to_owned())]);
        let leaders = bulletin::leaders(&office).await.expect("leaders");
        assert_eq!(leaders[0].name, "Đặng Hữu Khiêm");
        let weeks = bulletin::published_weeks(&office).await.expect("weeks");
        assert_eq!(weeks.iter().map(|(w, _)| *w).collect::<Vec<_>>(), [week("2026-W49")]);
    }

    async fn the_history_of_a_week_is_told_newest_first(office: TestOffice) {
        let w49 = week("2026-W49");
        let steps = bulletin::history(&office, w49).await.expect("a history");
        let told: Vec<_> = steps.iter().map(|s| (s.to.0, s.differences.len())).collect();
        assert_eq!(told, [(3, 2), (2, 4), (1, 0)]);
        let last = bulletin::changes(&office, w49, None, None).await.expect("changes");
        assert_eq!(steps[0], last);
        assert!(bulletin::history(&office, week("2026-W50")).await.expect("a history").is_empty());
    }
}
