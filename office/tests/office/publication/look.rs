//! What somebody has seen of a week, and what their phone tells them is new.

use crate::support::{TestOffice, on_both, refused, week};
use domain::Refusal;
use domain::schedule::{Look, Mark};
use office::{Desk, journal, schedule};

async fn look(desk: &Desk) -> Look {
    schedule::my_week(desk, week("2026-W50")).await.expect("a week").look
}

on_both! {
    async fn a_leader_is_told_what_changed_since_the_last_look_and_of_nothing_else(office: TestOffice) {
        let own = office.an_entry().at("08:00-10:00").chaired_by("ct").saying("Họp A").put().await;
        let other = office.an_entry().at("08:00-10:00").chaired_by("pct-kt").saying("Họp B").put().await;
        office.publish(week("2026-W50")).await;
        let chairman = office.leader("ct").await;
        assert_eq!(look(&chairman).await, Look::default(), "reading marks nothing");
        let mark = schedule::mark_seen(&chairman, week("2026-W50"), 1).await;
        mark.expect("marked");
        let (seen, _) = look(&chairman).await.seen.expect("a mark");
        assert_eq!(seen, 1);

        office.minutes_later(30);
        office.change(&own, |draft| draft.start = "08:30".into()).await;
        office.change(&other, |draft| draft.start = "09:00".into()).await;
        office.publish(week("2026-W50")).await;
        let new = look(&chairman).await;
        let [change] = new.changes.as_slice() else { panic!("one change of their own: {:?}", new.changes) };
        assert_eq!((change.mark, change.face.content.as_str()), (Mark::Adjusted, "Họp A"));
        let fields: Vec<_> =
            change.fields.iter().map(|f| (f.field.as_str(), f.before.as_str(), f.after.as_str())).collect();
        assert_eq!(fields, [("start", "08:00", "08:30")]);
        assert_eq!(look(&chairman).await, new, "until they say that they have seen it");

        schedule::mark_seen(&chairman, week("2026-W50"), 2).await.expect("marked");
        assert_eq!(look(&chairman).await.changes, []);
        let deputy = look(&office.leader("pct-kt").await).await;
        assert_eq!(deputy, Look::default(), "each looks for themselves");
    }

    async fn an_entry_that_goes_to_somebody_else_is_told_as_gone(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").saying("Họp A").put().await;
        office.publish(week("2026-W50")).await;
        let chairman = office.leader("ct").await;
        schedule::mark_seen(&chairman, week("2026-W50"), 1).await.expect("marked");
        let deputy = office.post("pcttt").to_string();
        office
            .change(&entry, |draft| {
                draft.leaders.clear();
                draft.leaders.insert(deputy, "chair".into());
            })
            .await;
        office.publish(week("2026-W50")).await;
        let changes = look(&chairman).await.changes;
        assert_eq!(changes.iter().map(|c| (c.gone, c.face.content.as_str())).collect::<Vec<_>>(), [(true, "Họp A")]);
    }

    async fn a_mark_never_goes_back_and_is_nobodys_business(office: TestOffice) {
        let chairman = office.leader("ct").await;
        let demo = week("2026-W49");
        let lines = journal::list(&office.chief(), None, None).await.expect("lines").len();
        schedule::mark_seen(&chairman, demo, 3).await.expect("marked");
        schedule::mark_seen(&chairman, demo, 1).await.expect("an older one changes nothing");
        let phone = schedule::my_week(&chairman, demo).await.expect("a week");
        assert_eq!(phone.look.seen.map(|(number, _)| number), Some(3));
        for unknown in [0, 4, -1] {
            assert_eq!(refused(schedule::mark_seen(&chairman, demo, unknown).await), Refusal::NotFound);
        }
        assert_eq!(journal::list(&office.chief(), None, None).await.expect("lines").len(), lines);
    }

    async fn those_who_look_after_an_entry_can_be_called(office: TestOffice) {
        let phone = schedule::my_week(&office.leader("pcttt").await, week("2026-W49")).await.expect("a week");
        let named = |name: &str| phone.contacts.iter().find(|(known, _)| known == name);
        let specialists: Vec<_> =
            phone.week.entries.iter().map(|e| e.backstage.specialist.as_str()).filter(|n| !n.is_empty()).collect();
        assert!(specialists.iter().any(|name| named(name).is_some()), "{specialists:?}");
        assert!(phone.rooms.contains(&"Phòng họp A".to_owned()));
        let officer = schedule::my_week(&office.officer("STC").await, week("2026-W49")).await.expect("a week");
        assert_eq!(officer.contacts, [], "officers do not learn who serves");
    }
}
