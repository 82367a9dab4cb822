//! Many hands: what one does, the others hear.

use crate::meeting::agenda::{added, an_item};
use crate::meeting::backlog::{a_session, committee};
use crate::meeting::drafted;
use crate::support::{TestOffice, on_both, refused, tell, week};
use domain::Refusal;
use domain::meeting::{AgreementDraft, ItemStep};
use domain::schedule::{Present, Step};
use office::live::{Following, Heard, follow_meeting, follow_publications, follow_requests, follow_week};
use office::{Engine, Office, meeting, schedule};
use std::collections::BTreeSet;
use std::time::Duration;

/// The next thing that is heard; silence fails the story.
async fn next(following: &mut Following) -> Heard {
    let heard = tokio::time::timeout(Duration::from_secs(20), following.next()).await;
    heard.expect("something is heard").expect("the office is open")
}

/// The same for an ear that was opened just now, which may have missed something.
async fn after_missed(following: &mut Following) -> Heard {
    let mut heard = next(following).await;
    while heard == Heard::Missed {
        heard = next(following).await;
    }
    heard
}

/// The version of the week that is heard next, whoever comes and goes meanwhile.
async fn version(following: &mut Following) -> i32 {
    loop {
        if let Heard::Week(version) = next(following).await {
            return version;
        }
    }
}

/// Waits until exactly these are on the week.
async fn until_here(following: &mut Following, names: &[&str]) {
    loop {
        if let Heard::People(people) = next(following).await
            && names_of(&people) == names.iter().copied().collect()
        {
            return;
        }
    }
}

fn names_of(people: &[Present]) -> BTreeSet<&str> {
    people.iter().map(|p| p.name.as_str()).collect()
}

on_both! {
    async fn a_change_is_heard_by_those_on_its_week_alone(office: TestOffice) {
        let (w49, w50) = (week("2026-W49"), week("2026-W50"));
        let mut on_49 = follow_week(&office.chief(), w49).await.expect("followed");
        let mut on_50 = follow_week(&office.chief(), w50).await.expect("followed");
        let (before_49, before_50) = (version(&mut on_49).await, version(&mut on_50).await);
        assert_eq!(before_50, 0, "nobody has touched the next week");

        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        assert_eq!(version(&mut on_50).await, 1);
        office.change(&entry, |draft| draft.note = "Ghi thêm".into()).await;
        assert_eq!(version(&mut on_50).await, 2);
        office.step(w50, Step::Submit).await;
        assert_eq!(version(&mut on_50).await, 3);
        let remark = "Lịch này thay giấy mời";
        schedule::set_remark(&office.secretary(), w49, before_49, remark).await.expect("a remark");
        assert_eq!(version(&mut on_49).await, before_49 + 1, "the first that is heard of this week");
    }

    async fn what_is_refused_is_not_told(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let mut on_50 = follow_week(&office.chief(), w50).await.expect("followed");
        let before = version(&mut on_50).await;
        let gone = schedule::cancel_entry(&office.secretary(), entry.id, entry.version, "").await;
        assert!(matches!(refused(gone), Refusal::Invalid(_)));
        office.change(&entry, |draft| draft.note = "Ghi thêm".into()).await;
        assert_eq!(version(&mut on_50).await, before + 1);
    }

    async fn who_is_on_a_week_is_seen_while_they_are(office: TestOffice) {
        let w50 = week("2026-W50");
        let (chief, secretary) = (office.chief(), office.secretary());
        let mut first = follow_week(&chief, w50).await.expect("followed");
        until_here(&mut first, &[&chief.actor.name]).await;
        let second = follow_week(&secretary, w50).await.expect("followed");
        let third = follow_week(&secretary, w50).await.expect("a second tab");
        until_here(&mut first, &[&chief.actor.name, &secretary.actor.name]).await;
        drop(second);
        drop(third);
        until_here(&mut first, &[&chief.actor.name]).await;
    }

    async fn what_becomes_of_requests_is_heard_by_both_sides(office: TestOffice) {
        let officer = office.officer("STC").await;
        let mut unit = follow_requests(&officer).await.expect("followed");
        let mut tray = follow_requests(&office.secretary()).await.expect("followed");
        let mut board = follow_week(&office.secretary(), week("2026-W50")).await.expect("followed");
        let waiting = office::request::own_requests(&officer).await.expect("a list");
        let waiting = waiting.requests.iter().find(|r| r.state.is_open()).expect("an open request");
        office::request::withdraw_request(&officer, waiting.id, waiting.version, "").await.expect("withdrawn");
        assert_eq!(next(&mut unit).await, Heard::Requests);
        assert_eq!(next(&mut tray).await, Heard::Requests);
        while next(&mut board).await != Heard::Requests {}
    }

    async fn a_publication_is_heard_by_its_readers_and_a_draft_is_not(office: TestOffice) {
        let w50 = week("2026-W50");
        let leader = office.leader("ct").await;
        let mut published = follow_publications(&leader).await.expect("followed");
        let mut unit = follow_requests(&office.officer("STC").await).await.expect("followed");
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        office.change(&entry, |draft| draft.note = "Ghi thêm".into()).await;
        office.publish(w50).await;
        assert_eq!(after_missed(&mut published).await, Heard::Published(w50), "the first that is told at all");
        assert_eq!(after_missed(&mut unit).await, Heard::Requests, "what it asked for may be published now");
        let refusal = refused(follow_publications(&office.administrator()).await);
        assert_eq!(refusal, Refusal::NotYours);
    }

    async fn a_meeting_is_followed_by_those_who_take_part_in_it(office: TestOffice) {
        let known = drafted(&office).await;
        let finance = office.officer("STC").await;
        let mut unit = follow_meeting(&finance, known.id).await.expect("followed");
        let told = Heard::Meeting(known.id);
        assert_eq!(next(&mut unit).await, told, "a look for what happened since the page was made");
        added(&office, &known, "Khai mạc", "10").await;
        assert_eq!(after_missed(&mut unit).await, told, "the agenda");
        let entry = known.board.as_ref().expect("an entry");
        schedule::postpone_entry(&office.secretary(), entry.entry, entry.version, "Bão", None).await.expect("postponed");
        assert_eq!(after_missed(&mut unit).await, told, "what the board does to its entry");

        let stranger = office.officer("SXD").await;
        assert_eq!(refused(follow_meeting(&stranger, known.id).await), Refusal::NotFound);
    }

    async fn what_waits_for_a_body_is_told_to_its_meetings(office: TestOffice) {
        let body = committee(&office).await;
        let session = a_session(&office, "2026-12-22").await;
        let other = drafted(&office).await;
        let mut told = follow_meeting(&office.secretary(), session.id).await.expect("followed");
        let mut elsewhere = follow_meeting(&office.secretary(), other.id).await.expect("followed");
        assert_eq!(next(&mut told).await, Heard::Meeting(session.id), "the first look");
        assert_eq!(next(&mut elsewhere).await, Heard::Meeting(other.id), "the first look");

        let health = office.officer("SYT").await;
        let item = meeting::propose_item(&health, body, "", an_item("Đề án trạm y tế", "35")).await.expect("proposed");
        assert_eq!(after_missed(&mut told).await, Heard::Meeting(session.id));
        let head = AgreementDraft { head: "Giám đốc Sở Y tế".into(), head_on: "2026-12-03".into() };
        let item = meeting::submit_item(&health, item.id, item.version, head).await.expect("sent");
        assert_eq!(after_missed(&mut told).await, Heard::Meeting(session.id));
        let item = meeting::take_item_step(&office.secretary(), item.id, item.version, ItemStep::Accept, "").await.expect("accepted");
        assert_eq!(after_missed(&mut told).await, Heard::Meeting(session.id));

        let later = a_session(&office, "2026-12-29").await;
        meeting::place_item(&office.secretary(), later.id, later.version, item.id, "").await.expect("on the agenda");
        assert_eq!(after_missed(&mut told).await, Heard::Meeting(session.id), "another meeting took it");
        added(&office, &other, "Khai mạc", "10").await;
        assert_eq!(after_missed(&mut elsewhere).await, Heard::Meeting(other.id), "the first that it is told at all");
    }

    async fn nobody_follows_what_they_may_not_read(office: TestOffice) {
        let w50 = week("2026-W50");
        for desk in [office.officer("STC").await, office.administrator(), office.leader("ct").await] {
            assert_eq!(refused(follow_week(&desk, w50).await), Refusal::NotYours, "{:?}", desk.actor.roles);
        }
        for desk in [office.administrator(), office.leader("ct").await] {
            assert_eq!(refused(follow_requests(&desk).await), Refusal::NotYours, "{:?}", desk.actor.roles);
        }
    }

    async fn streams_end_when_the_office_closes(office: TestOffice) {
        let mut on_50 = follow_week(&office.chief(), week("2026-W50")).await.expect("followed");
        office.end_streams();
        while let Some(heard) = on_50.next().await {
            assert!(matches!(heard, Heard::Week(_) | Heard::People(_)));
        }
    }
}

#[test]
fn two_processes_on_one_server_hear_each_other() {
    tell(Engine::Postgres, async |office: TestOffice| {
        let w50 = week("2026-W50");
        let elsewhere = Office::open(&office.url).await.expect("a second process");
        let (chief, secretary) = (office.chief(), office.secretary());
        let mut here = follow_week(&chief, w50).await.expect("followed");
        let there = follow_week(&elsewhere.desk(secretary.actor.clone()), w50).await.expect("followed");
        until_here(&mut here, &[&chief.actor.name, &secretary.actor.name]).await;
        drop(there);
        until_here(&mut here, &[&chief.actor.name]).await;

        let mut there = follow_week(&elsewhere.desk(secretary.actor.clone()), w50).await.expect("followed");
        until_here(&mut there, &[&chief.actor.name, &secretary.actor.name]).await;
        office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        assert_eq!(version(&mut there).await, 1);
        elsewhere.close().await.expect("closed");
    });
}
