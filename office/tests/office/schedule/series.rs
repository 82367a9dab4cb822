//! An entry comes again: taken when a week begins, left out, changed and ended from a day
//! on.

use super::field;
use crate::support::{TestOffice, day, issue, on_both, refused, stale, week};
use domain::schedule::series::draft::{Along, Repeated, SeriesDraft};
use domain::schedule::{Entry, EntryDraft, Pick, Proposal, Save, Source, Start, Started};
use domain::{Problem, Refusal};
use office::{journal, schedule};

fn weekly(until: &str) -> SeriesDraft {
    SeriesDraft { repeats: "weekly".into(), until: until.into(), ..SeriesDraft::default() }
}

/// A briefing on Tuesday 08/12/2026 that comes each week until the new year.
async fn a_briefing(office: &TestOffice) -> (Entry, Repeated) {
    let form = office.an_entry().on("2026-12-08").at("07:30-08:00").of_kind("briefing").chaired_by("ct");
    let entry = form.saying("Giao ban").put().await;
    let series = schedule::make_series(&office.secretary(), entry.id, 1, weekly("2026-12-31"))
        .await
        .expect("a series");
    (entry, series)
}

async fn due(office: &TestOffice, iso: &str) -> Vec<Proposal> {
    schedule::starting(&office.secretary(), week(iso), Source::Series).await.expect("a beginning").proposals
}

async fn takes_all(office: &TestOffice, iso: &str) -> Started {
    let picks = due(office, iso).await.into_iter().map(|p| Pick { key: p.key, ..Pick::default() }).collect();
    let start = Start { source: Source::Series, picks };
    schedule::start_week(&office.secretary(), week(iso), start).await.expect("begun")
}

on_both! {
    async fn what_is_due_is_offered_once(office: TestOffice) {
        let (entry, series) = a_briefing(&office).await;
        assert_eq!(series.taken, [(day("2026-12-08"), Some(entry.id))]);
        assert!(due(&office, "2026-W50").await.is_empty(), "it is on the board already");
        let offer = due(&office, "2026-W51").await;
        assert_eq!((offer.len(), offer[0].ticked, offer[0].draft.date.as_str()), (1, true, "2026-12-15"));
        let taken = takes_all(&office, "2026-W51").await.taken;
        assert_eq!(office.board(week("2026-W51")).await.entries, taken);
        assert!(due(&office, "2026-W51").await.is_empty());
        let found = schedule::series_of(&office.secretary(), taken[0].id).await.expect("an answer").series;
        assert_eq!(found.map(|(s, of)| (s.id, of)), Some((series.id, day("2026-12-15"))));
        assert!(due(&office, "2026-W54".replace("W54", "W53").as_str()).await.len() == 1, "29/12 is before its end");
        assert!(due(&office, "2027-W01").await.is_empty(), "it has ended");
    }

    async fn what_was_moved_cancelled_or_removed_does_not_come_back(office: TestOffice) {
        a_briefing(&office).await;
        let taken = takes_all(&office, "2026-W51").await.taken.remove(0);
        office.change(&taken, |draft| draft.date = "2026-12-17".into()).await;
        assert!(due(&office, "2026-W51").await.is_empty());
        schedule::cancel_entry(&office.secretary(), taken.id, 2, "Bận").await.expect("cancelled");
        assert!(due(&office, "2026-W51").await.is_empty());
        schedule::remove_entry(&office.secretary(), taken.id, 3).await.expect("removed");
        assert!(due(&office, "2026-W51").await.is_empty(), "removed is remembered");
    }

    async fn a_removed_entry_that_comes_back_is_of_its_series_again(office: TestOffice) {
        let (_, series) = a_briefing(&office).await;
        let taken = takes_all(&office, "2026-W51").await.taken.remove(0);
        let desk = office.secretary();
        schedule::remove_entry(&desk, taken.id, 1).await.expect("removed");
        let draft = EntryDraft::of(&taken.plan);
        let again = Save { again: Some(taken.id), draft, ..Save::default() };
        let back = schedule::save_entry(&desk, again).await.expect("undone").entry;
        let found = schedule::series_of(&desk, back.id).await.expect("an answer").series;
        assert_eq!(found.map(|(s, of)| (s.id, of)), Some((series.id, day("2026-12-15"))));
        assert!(due(&office, "2026-W51").await.is_empty(), "it is not offered twice");
    }

    async fn a_day_is_left_out(office: TestOffice) {
        let (_, series) = a_briefing(&office).await;
        let desk = office.secretary();
        let wrong = schedule::skip_day(&desk, series.id, 1, day("2026-12-16")).await;
        assert_eq!(issue(wrong), ("date".into(), Problem::Unknown));
        let taken = schedule::skip_day(&desk, series.id, 1, day("2026-12-08")).await;
        assert_eq!(issue(taken), ("date".into(), Problem::Unknown));
        let changed = schedule::skip_day(&desk, series.id, 1, day("2026-12-15")).await.expect("left out");
        assert_eq!(changed.version, 2);
        assert!(due(&office, "2026-W51").await.is_empty());
        assert_eq!(due(&office, "2026-W52").await.len(), 1);
    }

    async fn a_day_that_was_left_out_is_offered_again(office: TestOffice) {
        let (_, series) = a_briefing(&office).await;
        let desk = office.secretary();
        let left_out = day("2026-12-15");
        schedule::skip_day(&desk, series.id, 1, left_out).await.expect("left out");
        assert_eq!(stale(schedule::restore_day(&desk, series.id, 1, left_out).await).current, 2);
        let back = schedule::restore_day(&desk, series.id, 2, left_out).await.expect("offered again");
        assert_eq!((back.version, back.is_taken(left_out)), (3, false));
        assert_eq!(due(&office, "2026-W51").await.len(), 1);
        for not_left_out in ["2026-12-15", "2026-12-08", "2026-12-16"] {
            let wrong = schedule::restore_day(&desk, series.id, 3, day(not_left_out)).await;
            assert_eq!(issue(wrong), ("date".into(), Problem::Unknown), "{not_left_out}");
        }
        let line = &journal::list(&office.chief(), Some(domain::journal::Subject::Series), None).await.expect("a journal")[0];
        assert_eq!(line.deed, "schedule.restore_day");
        assert_eq!(field(&line.fields, "date"), ("", "2026-12-15"));
    }

    async fn the_day_of_a_removed_entry_is_offered_again(office: TestOffice) {
        let (_, series) = a_briefing(&office).await;
        let removed = takes_all(&office, "2026-W51").await.taken.remove(0);
        let desk = office.secretary();
        let of = day("2026-12-15");
        let still_there = schedule::restore_day(&desk, series.id, 1, of).await;
        assert_eq!(issue(still_there), ("date".into(), Problem::Unknown));
        schedule::remove_entry(&desk, removed.id, 1).await.expect("removed");
        schedule::restore_day(&desk, series.id, 1, of).await.expect("offered again");
        let again = takes_all(&office, "2026-W51").await.taken.remove(0);
        let found = schedule::series_of(&desk, again.id).await.expect("an answer").series;
        assert_eq!(found.map(|(s, of)| (s.id, of)), Some((series.id, of)));
    }

    async fn six_times_split_at_the_fourth_are_three_and_three(office: TestOffice) {
        let entry = office.an_entry().on("2026-12-08").at("07:30-08:00").chaired_by("ct").put().await;
        let desk = office.secretary();
        let six = SeriesDraft { count: "6".into(), ..weekly("") };
        let series = schedule::make_series(&desk, entry.id, 1, six).await.expect("a series");
        let left_out = day("2027-01-05");
        let series = schedule::skip_day(&desk, series.id, 1, left_out).await.expect("left out");

        let from = day("2026-12-29");
        let rest = SeriesDraft::of_rest(&series.series, from);
        let second = schedule::change_series(&desk, series.id, 2, from, None, rest, None).await.expect("changed");
        let days = |series: &Repeated| series.series.days().map(|day| day.to_string()).collect::<Vec<_>>();
        assert_eq!(days(&second), ["2026-12-29", "2027-01-05", "2027-01-12"]);
        assert!(second.is_left_out(left_out));
        let all = schedule::list_series(&desk).await.expect("a list").series;
        let first = all.iter().find(|s| s.id == series.id).expect("the first one");
        assert_eq!(days(first), ["2026-12-08", "2026-12-15", "2026-12-22"]);
    }

    async fn from_here_on_it_is_another_one(office: TestOffice) {
        let (_, series) = a_briefing(&office).await;
        let taken = takes_all(&office, "2026-W51").await.taken.remove(0);
        let later = office.change(&taken, |draft| { draft.start = "08:30".into(); draft.end = "09:00".into(); }).await;
        let desk = office.secretary();
        let two = SeriesDraft { every: "2".into(), ..weekly("2027-01-31") };
        let second = schedule::change_series(&desk, series.id, 1, day("2026-12-15"), Some(later.id), two, None).await.expect("changed");
        assert_ne!(second.id, series.id);
        assert_eq!((second.draft.start.as_str(), second.taken.as_slice()), ("08:30", [(day("2026-12-15"), Some(later.id))].as_slice()));
        assert!(due(&office, "2026-W52").await.is_empty());
        assert_eq!(due(&office, "2026-W53").await[0].draft.start, "08:30");
        let all = schedule::list_series(&desk).await.expect("a list").series;
        let first = all.iter().find(|s| s.id == series.id).expect("the first one");
        assert_eq!(first.series.days().collect::<Vec<_>>(), [day("2026-12-08")]);
        let late = schedule::end_series(&desk, series.id, 1, day("2026-12-08")).await;
        assert_eq!(stale(late).current, 2);
    }

    async fn what_is_on_the_board_goes_along_and_readers_are_told_why(office: TestOffice) {
        let (entry, series) = a_briefing(&office).await;
        let published = takes_all(&office, "2026-W51").await.taken.remove(0);
        let draft = takes_all(&office, "2026-W52").await.taken.remove(0);
        office.publish(week("2026-W51")).await;
        let first = office.change(&entry, |draft| {
            draft.start = "09:00".into();
            draft.end = "09:30".into();
        }).await;
        let desk = office.secretary();
        let change = |seen, along: Along| {
            let rule = weekly("2026-12-31");
            let (id, from) = (series.id, day("2026-12-08"));
            let desk = desk.clone();
            async move { schedule::change_series(&desk, id, seen, from, Some(first.id), rule, Some(along)).await }
        };
        let silent = change(1, Along::default()).await;
        assert_eq!(issue(silent), ("reason".into(), Problem::Required));
        assert_eq!(office.now_of(&draft).await, draft, "all or nothing");

        let why = Along { reason: "Đổi giờ giao ban".into(), ..Along::default() };
        change(1, why).await.expect("changed");
        let told = office.now_of(&published).await;
        assert_eq!((told.plan.start, told.reason.as_str()), (first.plan.start, "Đổi giờ giao ban"));
        let quiet = office.now_of(&draft).await;
        assert_eq!((quiet.plan.start, quiet.reason.as_str()), (first.plan.start, ""));
        assert_eq!(quiet.plan.date, day("2026-12-22"));
        assert_eq!(office.review(week("2026-W51")).await.differences.len(), 1);
    }

    async fn another_weekday_takes_them_to_the_day_of_their_week(office: TestOffice) {
        let entry = office.an_entry().on("2026-12-08").at("07:30-08:00").chaired_by("ct").put().await;
        let on = |weekday: &str| SeriesDraft { on: vec![weekday.into()], ..weekly("2026-12-31") };
        let desk = office.secretary();
        let series = schedule::make_series(&desk, entry.id, 1, on("4")).await.expect("Tuesdays and Thursdays");
        let taken = takes_all(&office, "2026-W51").await.taken;
        let days = |taken: &[Entry]| taken.iter().map(|e| e.plan.date.to_string()).collect::<Vec<_>>();
        assert_eq!(days(&taken), ["2026-12-15", "2026-12-17"]);

        let (from, along) = (day("2026-12-08"), Some(Along::default()));
        let changed = schedule::change_series(&desk, series.id, 1, from, None, on("5"), along).await;
        let changed = changed.expect("Tuesdays and Fridays");
        assert_eq!(days(&office.board(week("2026-W51")).await.entries), ["2026-12-15", "2026-12-18"]);
        assert!(changed.series.days().all(|day| day.to_string() != "2026-12-17"));
        assert!(due(&office, "2026-W51").await.is_empty(), "it is that day of the series");
    }

    async fn changed_from_its_first_day_it_stays_one(office: TestOffice) {
        let (entry, series) = a_briefing(&office).await;
        let desk = office.secretary();
        let changed = schedule::change_series(&desk, series.id, 1, day("2026-12-08"), None, weekly("2027-02-01"), None).await.expect("changed");
        assert_eq!((changed.id, changed.version, changed.taken.len()), (series.id, 2, 1));
        let nowhere = schedule::change_series(&desk, series.id, 2, day("2026-12-09"), Some(entry.id), weekly("2027-02-01"), None).await;
        assert_eq!(issue(nowhere), ("from".into(), Problem::Unknown));
    }

    async fn it_ends_and_what_is_on_the_board_stays(office: TestOffice) {
        let (_, series) = a_briefing(&office).await;
        takes_all(&office, "2026-W51").await;
        let ended = schedule::end_series(&office.secretary(), series.id, 1, day("2026-12-15")).await.expect("ended");
        assert_eq!(ended.version, 2);
        assert!(due(&office, "2026-W52").await.is_empty());
        assert_eq!(office.board(week("2026-W51")).await.entries.len(), 1);
        let lines = journal::list(&office.chief(), Some(domain::journal::Subject::Series), None).await.expect("a journal");
        let deeds: Vec<_> = lines.iter().map(|l| l.deed.as_str()).collect();
        assert_eq!(deeds, ["schedule.end_series", "schedule.make_series"]);
        assert_eq!(field(&lines[1].fields, "repeats").1, "Hằng tuần: Thứ Ba; đến 31/12/2026");
        assert_eq!(field(&lines[0].fields, "repeats").1, "Hằng tuần: Thứ Ba; đến 14/12/2026");
    }

    async fn an_entry_is_of_one_series_and_of_a_leader_who_is_served(office: TestOffice) {
        let (entry, series) = a_briefing(&office).await;
        let desk = office.secretary();
        let twice = schedule::make_series(&desk, entry.id, 1, weekly("2026-12-31")).await;
        assert_eq!(issue(twice), ("repeats".into(), Problem::Taken));
        let other = office.an_entry().on("2026-12-09").chaired_by("ct").put().await;
        assert_eq!(stale(schedule::make_series(&desk, other.id, 7, weekly("2026-12-31")).await).current, 1);
        assert_eq!(issue(schedule::make_series(&desk, other.id, 1, weekly("")).await), ("until".into(), Problem::Required));
        let stranger = office.secretary_of(&["pct-vx"]);
        assert_eq!(refused(schedule::make_series(&stranger, other.id, 1, weekly("2026-12-31")).await), Refusal::NotYours);
        assert_eq!(refused(schedule::end_series(&stranger, series.id, 1, day("2026-12-15")).await), Refusal::NotYours);
        assert_eq!(refused(schedule::skip_day(&stranger, series.id, 1, day("2026-12-15")).await), Refusal::NotYours);
        schedule::skip_day(&desk, series.id, 1, day("2026-12-15")).await.expect("left out");
        assert_eq!(refused(schedule::restore_day(&stranger, series.id, 2, day("2026-12-15")).await), Refusal::NotYours);
    }
}
