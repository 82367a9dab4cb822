//! A week begins with what was chosen of another one, or of a template.

use super::field;
use crate::support::{TestOffice, day, issue, on_both, refused, stale, week};
use domain::schedule::start::Note;
use domain::schedule::{Entry, Pick, Proposal, Source, Start, Started, Starting};
use domain::{Problem, Refusal};
use office::{journal, schedule};

const W50: &str = "2026-W50";
const W51: &str = "2026-W51";

async fn offered(office: &TestOffice, source: Source) -> Starting {
    schedule::starting(&office.secretary(), week(W51), source).await.expect("a beginning")
}

fn of_last_week() -> Source {
    Source::Week(week(W50))
}

fn picks<'a>(chosen: impl IntoIterator<Item = &'a Proposal>, conflict_reason: &str) -> Vec<Pick> {
    let pick = |p: &Proposal| Pick { key: p.key.clone(), conflict_reason: conflict_reason.into() };
    chosen.into_iter().map(pick).collect()
}

async fn begins(office: &TestOffice, source: Source, picks: Vec<Pick>) -> Started {
    let start = Start { source, picks };
    schedule::start_week(&office.secretary(), week(W51), start).await.expect("a beginning")
}

fn contents(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|e| e.plan.content.as_str()).collect()
}

/// A briefing and two meetings on 08/12/2026, one of them cancelled.
async fn a_week_that_was(office: &TestOffice) -> [Entry; 3] {
    let briefing =
        office.an_entry().at("07:30-08:00").of_kind("briefing").chaired_by("ct").saying("Giao ban").put();
    let meeting =
        office.an_entry().at("08:00-10:00").chaired_by("ct").in_room("Phòng họp A").saying("Họp").put();
    let off = office.an_entry().at("14:00-15:00").chaired_by("ct").saying("Không họp").put();
    let [briefing, meeting, off] = [briefing.await, meeting.await, off.await];
    schedule::cancel_entry(&office.secretary(), off.id, 1, "Hoãn việc").await.expect("cancelled");
    [briefing, meeting, off]
}

on_both! {
    async fn last_week_is_offered_and_what_is_ticked_becomes_entries(office: TestOffice) {
        a_week_that_was(&office).await;
        let offer = offered(&office, of_last_week()).await.proposals;
        let told: Vec<_> = offer.iter().map(|p| (p.draft.content.as_str(), p.ticked, p.note)).collect();
        let expected = [
            ("Giao ban", true, None), ("Họp", false, None), ("Không họp", false, Some(Note::Cancelled)),
        ];
        assert_eq!(told, expected);

        let started = begins(&office, of_last_week(), picks(&offer[..2], "")).await;
        assert_eq!((contents(&started.taken), started.left.len()), (vec!["Giao ban", "Họp"], 0));
        let board = office.board(week(W51)).await;
        assert_eq!(board.entries, started.taken);
        assert!(board.entries.iter().all(|e| e.plan.date == day("2026-12-15")));
        let history = schedule::history(&office.secretary(), started.taken[1].id).await.expect("a history");
        assert_eq!(history[0].deed, "schedule.create_entry");
        let line = &journal::list(&office.chief(), None, None).await.expect("a journal")[0];
        assert_eq!((line.deed.as_str(), line.subject_id.as_str()), ("schedule.start_week", W51));
        assert_eq!(field(&line.fields, "source"), ("", W50));
        assert_eq!(field(&line.fields, "taken"), ("", "2"));
    }

    async fn a_beginning_is_taken_back_but_for_what_somebody_touched(office: TestOffice) {
        a_week_that_was(&office).await;
        let offer = offered(&office, of_last_week()).await.proposals;
        let started = begins(&office, of_last_week(), picks(&offer[..2], "")).await;
        let [untouched, touched] = started.taken.as_slice() else { panic!("two were taken") };
        let touched = office.change(touched, |draft| draft.note = "Mang hồ sơ".into()).await;
        let brought: Vec<_> = started.taken.iter().map(|entry| (entry.id, entry.version)).collect();
        let desk = office.secretary();
        let back = schedule::undo_start(&desk, week(W51), &brought).await.expect("taken back");
        assert_eq!((back.removed, back.kept), (1, vec!["Họp".to_owned()]));
        assert_eq!(office.board(week(W51)).await.entries, [touched]);
        let line = &journal::list(&office.chief(), None, None).await.expect("a journal")[0];
        assert_eq!((line.deed.as_str(), line.subject_id.as_str()), ("schedule.undo_start", W51));

        let again = schedule::undo_start(&desk, week(W51), &[(untouched.id, 1)]).await.expect("told");
        assert_eq!(again, domain::schedule::TakenBack::default(), "it is gone already");
        let nothing = schedule::undo_start(&desk, week(W51), &[]).await;
        assert_eq!(issue(nothing), ("taken".into(), Problem::Required));
    }

    async fn what_readers_know_is_not_taken_back(office: TestOffice) {
        a_week_that_was(&office).await;
        let offer = offered(&office, of_last_week()).await.proposals;
        let taken = begins(&office, of_last_week(), picks(&offer[..1], "")).await.taken.remove(0);
        office.publish(week(W51)).await;
        let known = office.now_of(&taken).await;
        let brought = [(known.id, known.version)];
        let back = schedule::undo_start(&office.secretary(), week(W51), &brought).await.expect("told");
        assert_eq!((back.removed, back.kept.len()), (0, 1));
        assert_eq!(office.board(week(W51)).await.entries.len(), 1);
    }

    async fn what_was_taken_is_known_and_not_ticked_again(office: TestOffice) {
        a_week_that_was(&office).await;
        let offer = offered(&office, of_last_week()).await.proposals;
        begins(&office, of_last_week(), picks(&offer[..1], "")).await;
        let again = offered(&office, of_last_week()).await.proposals;
        assert_eq!((again[0].note, again[0].ticked), (Some(Note::There), false));
        assert_eq!(again[1].note, None);
    }

    async fn what_collides_stays_out_and_is_told(office: TestOffice) {
        a_week_that_was(&office).await;
        office.an_entry().on("2026-12-15").at("09:00-11:00").chaired_by("pct-kt").in_room("Phòng họp A").put().await;
        let offer = offered(&office, of_last_week()).await.proposals;
        let started = begins(&office, of_last_week(), picks(&offer[..2], "Cần họp")).await;
        assert_eq!(contents(&started.taken), ["Giao ban"]);
        let [left] = started.left.as_slice() else { panic!("one is left") };
        assert_eq!((left.key.as_str(), left.content.as_str()), (offer[1].key.as_str(), "Họp"));
        assert!(matches!(left.why, Refusal::Conflicts(_)), "{:?}", left.why);
        assert_eq!(office.board(week(W51)).await.entries.len(), 2);
    }

    async fn two_that_collide_with_each_other_are_not_both_taken(office: TestOffice) {
        a_week_that_was(&office).await;
        let desk = office.chief();
        let second = office.an_entry().at("09:00-11:00").chaired_by("ct").saying("Họp trùng").draft();
        let save = domain::schedule::Save { draft: second, conflict_reason: "Gấp".into(), ..Default::default() };
        schedule::save_entry(&desk, save).await.expect("overridden");
        let offer = offered(&office, of_last_week()).await.proposals;
        let started = begins(&office, of_last_week(), picks(&offer[..3], "")).await;
        assert_eq!(contents(&started.taken), ["Giao ban", "Họp"]);
        assert_eq!(started.left[0].content, "Họp trùng");
        let start = Start { source: of_last_week(), picks: picks(&offer[2..3], "Gấp") };
        let overridden = schedule::start_week(&desk, week(W51), start).await.expect("with a reason");
        assert_eq!(overridden.taken[0].conflict_reason, "Gấp");
    }

    async fn a_beginning_takes_an_approval_back(office: TestOffice) {
        use domain::schedule::{Step, WeekState};
        a_week_that_was(&office).await;
        office.an_entry().on("2026-12-16").put().await;
        office.step(week(W51), Step::Submit).await;
        let offer = offered(&office, of_last_week()).await.proposals;
        begins(&office, of_last_week(), picks(&offer[..1], "")).await;
        assert_eq!(office.board(week(W51)).await.week.state, WeekState::Building);
    }

    async fn a_secretary_takes_only_what_the_leaders_served_have(office: TestOffice) {
        let [briefing, ..] = a_week_that_was(&office).await;
        let start = Start { source: of_last_week(), picks: vec![Pick { key: briefing.id.to_string(), ..Pick::default() }] };
        let started = schedule::start_week(&office.secretary_of(&["pct-vx"]), week(W51), start).await.expect("told");
        assert_eq!((started.taken.len(), &started.left[0].why), (0, &Refusal::NotYours));
        assert_eq!(office.board(week(W51)).await.week.version, 0, "nothing was written");
    }

    async fn nothing_and_what_is_not_of_the_source_cannot_be_taken(office: TestOffice) {
        let desk = office.secretary();
        let begin = |picks| schedule::start_week(&desk, week(W51), Start { source: of_last_week(), picks });
        assert_eq!(issue(begin(Vec::new()).await), ("take".into(), Problem::Required));
        let pick = Pick { key: "999999".into(), ..Pick::default() };
        assert_eq!(issue(begin(vec![pick]).await), ("take".into(), Problem::Unknown));
        let unknown = Source::Template(domain::TemplateId(99));
        assert_eq!(refused(schedule::starting(&desk, week(W51), unknown).await), Refusal::NotFound);
    }

    async fn a_template_is_saved_used_renamed_and_deleted(office: TestOffice) {
        let [briefing, meeting, _] = a_week_that_was(&office).await;
        let desk = office.secretary();
        let chosen = [briefing.id, meeting.id];
        let kept = schedule::save_template(&desk, week(W50), &chosen, " Tuần  thường ").await.expect("saved");
        assert_eq!((kept.name.as_str(), kept.entries.len(), kept.by.as_str()), ("Tuần thường", 2, "Lã Minh Quân"));

        let offer = offered(&office, Source::Template(kept.id)).await;
        assert_eq!(offer.templates, std::slice::from_ref(&kept));
        assert!(offer.proposals.iter().all(|p| p.ticked && p.draft.date == "2026-12-15"));
        let started = begins(&office, Source::Template(kept.id), picks(&offer.proposals, "")).await;
        assert_eq!(contents(&started.taken), ["Giao ban", "Họp"]);

        let renamed = schedule::rename_template(&desk, kept.id, 1, "Tuần không họp phiên").await.expect("renamed");
        assert_eq!((renamed.name.as_str(), renamed.version), ("Tuần không họp phiên", 2));
        let late = stale(schedule::rename_template(&desk, kept.id, 1, "Khác").await);
        assert_eq!(field(&late.changes, "name"), ("Tuần thường", "Tuần không họp phiên"));
        assert_eq!(stale(schedule::delete_template(&desk, kept.id, 1).await).current, 2);
        schedule::delete_template(&desk, kept.id, 2).await.expect("deleted");
        assert_eq!(schedule::list_templates(&desk).await.expect("a list"), []);
        assert_eq!(office.board(week(W51)).await.entries.len(), 2, "what began with it stays");
        let deeds: Vec<_> = journal::list(&office.chief(), Some(domain::journal::Subject::Template), None).await
            .expect("a journal").into_iter().map(|line| line.deed).collect();
        assert_eq!(deeds, ["schedule.delete_template", "schedule.rename_template", "schedule.save_template"]);
    }

    async fn a_template_has_a_name_of_its_own_and_entries(office: TestOffice) {
        let [briefing, meeting, _] = a_week_that_was(&office).await;
        let desk = office.secretary();
        let save = |chosen: Vec<_>, name: &'static str| {
            let desk = desk.clone();
            async move { schedule::save_template(&desk, week(W50), &chosen, name).await }
        };
        let name = "template_name".to_owned();
        assert_eq!(issue(save(vec![briefing.id], "  ").await), (name.clone(), Problem::Required));
        assert_eq!(issue(save(Vec::new(), "Mẫu").await), ("take".into(), Problem::Required));
        assert_eq!(issue(save(vec![domain::EntryId(999_999)], "Mẫu").await), ("take".into(), Problem::Unknown));
        save(vec![briefing.id], "Mẫu").await.expect("saved");
        let other = save(vec![meeting.id], "Mẫu khác").await.expect("saved");
        assert_eq!(issue(save(vec![meeting.id], "Mẫu").await), (name.clone(), Problem::Taken));
        let same = schedule::rename_template(&desk, other.id, 1, "Mẫu").await;
        assert_eq!(issue(same), (name, Problem::Taken));
    }
}
