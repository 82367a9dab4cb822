//! Looking back: which publication readers had when, and who changed what in between.

use crate::support::{TestOffice, moment, on_both, refused, week};
use domain::Refusal;
use domain::schedule::{Asked, Found, Lookback, Mark};
use office::schedule;

async fn back(office: &TestOffice, asked: Asked) -> Lookback {
    schedule::look_back(&office.secretary(), week("2026-W49"), asked).await.expect("the past")
}

fn number(found: &Found) -> Option<i32> {
    match found {
        Found::Copy(publication, _) => Some(publication.number),
        _ => None,
    }
}

on_both! {
    async fn at_any_moment_the_week_is_as_readers_had_it(office: TestOffice) {
        let all = back(&office, Asked::Nothing).await;
        assert_eq!(all.publications.iter().map(|p| p.number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(all.found, Found::Nothing);
        let before = back(&office, Asked::At(moment("2026-11-20 08:00"))).await;
        assert_eq!(before.found, Found::NotYet);
        for (at, expected) in all.publications.iter().zip([1, 2, 3]) {
            assert_eq!(number(&back(&office, Asked::At(at.at)).await.found), Some(expected));
        }
        let between = all.publications[1].at + chrono::TimeDelta::minutes(1);
        let Found::Copy(publication, entries) = back(&office, Asked::At(between)).await.found else {
            panic!("the second publication");
        };
        assert_eq!((publication.number, entries.len()), (2, 57));
        let now = back(&office, Asked::Number(3)).await.found;
        let Found::Copy(_, entries) = now else { panic!("the third publication") };
        assert_eq!(entries.len(), 58);
    }

    async fn from_one_publication_to_another_it_is_told_what_and_by_whom(office: TestOffice) {
        let found = back(&office, Asked::Between(3, 1)).await.found;
        let Found::Steps { from, to, differences, deeds } = found else { panic!("two publications") };
        assert_eq!((from.number, to.number), (1, 3), "the older one first");
        let reception = differences.iter().find(|d| d.mark == Mark::Adjusted && d.fields.len() == 1
            && d.fields[0].field == "start").expect("the reception");
        assert_eq!((reception.fields[0].before.as_str(), reception.fields[0].after.as_str()), ("16:00", "16:30"));
        assert!(deeds.iter().all(|deed| from.at < deed.at && deed.at <= to.at));
        let by: Vec<_> = deeds.iter().map(|deed| (deed.actor.as_str(), deed.deed.as_str())).collect();
        assert!(by.contains(&("Lã Minh Quân", "schedule.cancel_entry")), "{by:?}");
        assert!(by.contains(&("Mạc Đăng Thuận", "schedule.publish")), "{by:?}");
        let one_step = back(&office, Asked::Between(2, 3)).await.found;
        let Found::Steps { deeds: fewer, .. } = one_step else { panic!("two publications") };
        assert!(fewer.len() < deeds.len());
        assert!(fewer.iter().all(|deed| deed.deed != "schedule.cancel_entry"), "that was before");
    }

    async fn what_others_do_elsewhere_is_not_told(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().at("08:00-09:00").chaired_by("ct").put().await;
        office.publish(w50).await;
        office.minutes_later(10);
        office.an_entry().on("2026-12-16").saying("Tuần khác").put().await;
        office.change(&entry, |draft| draft.place = "Nhà khách".into()).await;
        office.minutes_later(10);
        office.publish(w50).await;
        let asked = Asked::Between(1, 2);
        let past = schedule::look_back(&office.chief(), w50, asked).await.expect("the past");
        let Found::Steps { deeds, .. } = past.found else { panic!("two publications") };
        let told: Vec<_> = deeds.iter().map(|deed| deed.deed.as_str()).collect();
        assert_eq!(
            told,
            ["schedule.save_entry", "schedule.submit", "schedule.approve", "schedule.publish"]
        );
    }

    async fn a_number_that_never_was_is_not_found(office: TestOffice) {
        for asked in [Asked::Number(4), Asked::Between(0, 2), Asked::Between(1, 9)] {
            let answer = schedule::look_back(&office.secretary(), week("2026-W49"), asked).await;
            assert_eq!(refused(answer), Refusal::NotFound, "{asked:?}");
        }
        let asked = Asked::At(moment("2026-12-20 08:00"));
        let empty = schedule::look_back(&office.secretary(), week("2026-W51"), asked).await;
        assert_eq!(empty.expect("an empty past").found, Found::NotYet);
    }
}
