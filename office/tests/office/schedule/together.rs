//! Several hands at the same week in the same moment.

use crate::support::{TestOffice, on_both, refused, stale, week};
use domain::Refusal;
use domain::schedule::{EntryDraft, Save, Saved, Step};
use office::{Desk, Office, journal, schedule};
use tokio::task::JoinSet;

use super::{field, save_of};

/// All saves at once, each at a desk of its own.
async fn at_once(desk: &Desk, saves: impl IntoIterator<Item = Save>) -> Vec<office::Result<Saved>> {
    let mut hands = JoinSet::new();
    for save in saves {
        let desk = desk.clone();
        hands.spawn(async move { schedule::save_entry(&desk, save).await });
    }
    hands.join_all().await
}

on_both! {
    async fn a_stale_save_is_told_who_changed_what(office: TestOffice) {
        let seen = office.an_entry().at("08:00-10:00").chaired_by("ct").saying("Họp cũ").put().await;
        let by_the_chief = save_of(&seen, |draft| draft.content = "Họp mới".into());
        schedule::save_entry(&office.chief(), by_the_chief).await.expect("saved");
        office.minutes_later(5);
        schedule::postpone_entry(&office.chief(), seen.id, 2, "Chờ", None).await.expect("postponed");

        let late = save_of(&seen, |draft| draft.note = "Ghi thêm".into());
        let told = stale(schedule::save_entry(&office.secretary(), late).await);
        assert_eq!((told.seen, told.current), (1, 3));
        assert_eq!((told.by.as_str(), told.at), ("Mạc Đăng Thuận", office.chief().now));
        assert_eq!(field(&told.changes, "content"), ("Họp cũ", "Họp mới"));
        assert_eq!(field(&told.changes, "standing"), ("going", "postponed"));
        assert_eq!(office.now_of(&seen).await.plan.note, "", "nothing was overwritten");
    }

    async fn a_stale_week_names_whoever_changed_an_entry(office: TestOffice) {
        let w50 = week("2026-W50");
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let seen = office.step(w50, Step::Submit).await.version;
        office.minutes_later(5);
        office.change(&entry, |draft| draft.note = "Ghi thêm".into()).await;
        let told = stale(schedule::take_step(&office.chief(), w50, Step::Approve, seen, "").await);
        assert_eq!((told.by.as_str(), told.at), ("Lã Minh Quân", office.secretary().now));
    }

    async fn of_many_saves_of_one_entry_exactly_one_wins(office: TestOffice) {
        let entry = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let saves = (0..6).map(|n| save_of(&entry, |draft| draft.content = format!("Lần {n}")));
        let results = at_once(&office.secretary(), saves).await;
        let (won, lost): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 5));
        for result in lost {
            assert_eq!(stale(result).current, 2);
        }
        let kept = won.into_iter().next().expect("one").expect("saved").entry;
        assert_eq!(office.now_of(&entry).await, kept);
    }

    async fn of_two_meetings_in_one_room_only_one_is_saved(office: TestOffice) {
        let wish = |slug: &str| Save {
            draft: office.an_entry().at("08:00-10:00").chaired_by(slug).in_room("Phòng họp A").draft(),
            ..Save::default()
        };
        let results = at_once(&office.secretary(), ["ct", "pcttt", "pct-kt", "pct-nn"].map(wish)).await;
        let (won, lost): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 3));
        for result in lost {
            assert!(matches!(refused(result), Refusal::Conflicts(_)));
        }
        assert_eq!(office.board(week("2026-W50")).await.entries.len(), 1);
    }

    async fn twenty_new_entries_at_once_are_all_there(office: TestOffice) {
        let draft = |n: u32| EntryDraft {
            content: format!("Việc {n}"),
            ..office.an_entry().on(&format!("2026-12-{:02}", 7 + n % 7)).draft()
        };
        let saves = (0..20).map(|n| Save { draft: draft(n), ..Save::default() });
        for result in at_once(&office.secretary(), saves).await {
            result.expect("saved");
        }
        let board = office.board(week("2026-W50")).await;
        let mut contents: Vec<_> = board.entries.iter().map(|e| e.plan.content.clone()).collect();
        contents.sort();
        let mut expected: Vec<_> = (0..20).map(|n| format!("Việc {n}")).collect();
        expected.sort();
        assert_eq!(contents, expected);
        assert_eq!(board.week.version, 20, "each of them raised the version of the week");
        let lines = journal::list(&office.chief(), None, None).await.expect("a journal");
        assert_eq!(lines.iter().filter(|l| l.deed == "schedule.create_entry" && l.title.starts_with("Việc")).count(), 20);
    }

    async fn a_refused_save_takes_nothing_of_its_neighbours_with_it(office: TestOffice) {
        let in_room_a = |slug: &str| office.an_entry().at("08:00-10:00").chaired_by(slug).in_room("Phòng họp A");
        in_room_a("ct").put().await;
        let saves = (0..24).map(|n| Save {
            draft: match n % 2 {
                0 => EntryDraft { content: format!("Việc {n}"), ..office.an_entry().draft() },
                _ => in_room_a("pcttt").draft(),
            },
            ..Save::default()
        });
        let results = at_once(&office.secretary(), saves).await;
        let (won, lost): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (12, 12));
        for result in lost {
            assert!(matches!(refused(result), Refusal::Conflicts(_)));
        }
        let board = office.board(week("2026-W50")).await;
        assert_eq!((board.entries.len(), board.week.version), (13, 13));
        let kept = won.into_iter().map(|saved| saved.expect("saved").entry);
        for entry in kept {
            assert!(board.entries.contains(&entry), "{} is as it was answered", entry.plan.content);
        }
    }

    async fn a_save_that_is_given_up_is_there_whole_or_not_at_all(office: TestOffice) {
        let desk = office.secretary();
        let wish = |n: usize| Save {
            draft: EntryDraft { content: format!("Việc {n}"), ..office.an_entry().draft() },
            ..Save::default()
        };
        let begin = |n| {
            let (desk, save) = (desk.clone(), wish(n));
            tokio::spawn(async move { schedule::save_entry(&desk, save).await })
        };
        let hands: Vec<_> = (0..40).map(begin).collect();
        for given_up in hands.iter().skip(1).step_by(2) {
            tokio::task::yield_now().await;
            given_up.abort();
        }
        let mut answered = 0;
        for hand in hands {
            match hand.await {
                Ok(saved) => answered += usize::from(saved.expect("saved").entry.version == 1),
                Err(error) => assert!(error.is_cancelled()),
            }
        }
        // Whoever comes last waits for what the others still had to end.
        schedule::save_entry(&desk, wish(40)).await.expect("saved");

        let board = office.board(week("2026-W50")).await;
        assert!(answered >= 20 && board.entries.len() > answered);
        assert_eq!(board.week.version as usize, board.entries.len());
        let lines = journal::list(&office.chief(), None, None).await.expect("a journal");
        let created = lines.iter().filter(|l| l.deed == "schedule.create_entry" && l.title.starts_with("Việc"));
        assert_eq!(created.count(), board.entries.len());
    }

    async fn what_another_process_saves_is_seen_at_once(office: TestOffice) {
        let here = office.secretary();
        let elsewhere = Office::open(&office.url).await.expect("a second process").at(Some(here.now));
        let there = Desk { office: elsewhere, ..here.clone() };
        let ours = office.an_entry().on("2026-12-08").at("08:00-10:00").chaired_by("ct").put().await;

        let in_room_a = |slug: &str| Save {
            draft: office.an_entry().on("2026-12-08").at("14:00-15:00").chaired_by(slug).in_room("Phòng họp A").draft(),
            ..Save::default()
        };
        schedule::save_entry(&there, in_room_a("pct-kt")).await.expect("saved there");
        let late = schedule::save_entry(&here, in_room_a("pct-nn")).await;
        assert!(matches!(refused(late), Refusal::Conflicts(_)));

        let away = save_of(&ours, |draft| draft.date = "2026-12-16".into());
        let away = schedule::save_entry(&there, away).await.expect("moved there").entry;
        let back = save_of(&away, |draft| draft.date = "2026-12-09".into());
        let back = schedule::save_entry(&here, back).await.expect("moved back here").entry;
        assert_eq!(office.now_of(&ours).await, back);
        assert_eq!(office.board(week("2026-W51")).await.entries, []);
        there.office.close().await.expect("closed");
    }

    async fn entries_that_cross_between_two_weeks_do_not_block_each_other(office: TestOffice) {
        let one = office.an_entry().on("2026-12-08").put().await;
        let other = office.an_entry().on("2026-12-15").put().await;
        let saves = [
            save_of(&one, |draft| draft.date = "2026-12-16".into()),
            save_of(&other, |draft| draft.date = "2026-12-09".into()),
        ];
        for result in at_once(&office.secretary(), saves).await {
            result.expect("moved");
        }
        let ids = |board: domain::schedule::Board| board.entries.iter().map(|e| e.id).collect::<Vec<_>>();
        assert_eq!(ids(office.board(week("2026-W50")).await), [other.id]);
        assert_eq!(ids(office.board(week("2026-W51")).await), [one.id]);
    }

    async fn of_two_publishers_one_publishes(office: TestOffice) {
        let w50 = week("2026-W50");
        office.an_entry().put().await;
        office.step(w50, Step::Submit).await;
        let seen = office.step(w50, Step::Approve).await.version;
        let desks = [office.chief(), office.chief()];
        let (one, two) = tokio::join!(
            schedule::publish(&desks[0], w50, seen, ""),
            schedule::publish(&desks[1], w50, seen, ""),
        );
        assert_eq!([&one, &two].into_iter().filter(|r| r.is_ok()).count(), 1);
        let late = if one.is_ok() { two } else { one };
        assert_eq!(stale(late).by, "Mạc Đăng Thuận");
        assert_eq!(office.board(w50).await.week.published.map(|(n, _)| n), Some(1));
    }
}
