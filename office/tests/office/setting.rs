//! What the office decides about itself.

mod calendar;

use crate::support::{TestOffice, issue, on_both, stale};
use domain::Problem;
use domain::setting::Profile;
use office::{journal, setting};

mod reception;
mod travel;

on_both! {
    async fn the_names_of_the_office_are_changed_and_noted(office: TestOffice) {
        let before = setting::profile(&office).await.expect("names");
        assert_eq!((before.committee_short.as_str(), before.version), ("UBND tỉnh", 1));
        let stamp = office.stamp();
        let typed = Profile { headquarters: " Số 2,  đường Mới ".into(), ..before.clone() };
        let saved = setting::save_profile(&office.administrator(), typed).await.expect("saved");
        assert_eq!((saved.headquarters.as_str(), saved.version), ("Số 2, đường Mới", 2));
        assert_eq!(setting::profile(&office).await.expect("names"), saved);
        assert!(office.stamp() > stamp, "what readers keep is looked at again");
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        let fields: Vec<_> = line.fields.iter().map(|f| (f.field.as_str(), f.after.as_str())).collect();
        assert_eq!(fields, [("headquarters", "Số 2, đường Mới")]);

        let told = stale(setting::save_profile(&office.administrator(), before).await);
        assert_eq!((told.by.as_str(), told.current), ("Quản trị hệ thống", 2));
    }

    async fn wrong_fields_are_named(office: TestOffice) {
        let known = setting::profile(&office).await.expect("names");
        let desk = office.administrator();
        let empty = Profile { office_name: " ".into(), ..known.clone() };
        assert_eq!(issue(setting::save_profile(&desk, empty).await), ("office_name".into(), Problem::Required));
        let hidden = Profile { place_name: "Minh\u{0}Giang".into(), ..known.clone() };
        assert_eq!(issue(setting::save_profile(&desk, hidden).await), ("place_name".into(), Problem::ControlCharacters));
        assert_eq!(setting::profile(&office).await.expect("names"), known);
    }

    async fn of_two_publications_at_once_each_raises_the_stamp(office: TestOffice) {
        use domain::schedule::Step;
        let weeks = ["2026-W50", "2026-W51", "2026-W52"].map(crate::support::week);
        let before = office.stamp();
        let mut hands = tokio::task::JoinSet::new();
        for week in weeks {
            office.step(week, Step::Submit).await;
            let seen = office.step(week, Step::Approve).await.version;
            let desk = office.chief();
            hands.spawn(async move { office::schedule::publish(&desk, week, seen, "").await });
        }
        for published in hands.join_all().await {
            published.expect("published");
        }
        assert_eq!(office.refresh_stamp().await.expect("a stamp"), before + 3);
    }
}
