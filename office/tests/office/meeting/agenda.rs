//! The agenda: arranged, closed, added to with a reason, kept as a template.

use super::{a_proposal, agreed, drafted, scheduled};
use crate::support::{TestOffice, issue, on_both, refused, stale};
use domain::meeting::{Dossier, ItemDraft, ItemKind, Meeting, RuleDraft, Rules, Shift, starts};
use domain::schedule::EntryKind;
use domain::{ItemId, Problem, Refusal};
use office::meeting;

pub fn an_item(content: &str, minutes: &str) -> ItemDraft {
    ItemDraft {
        content: content.into(),
        item_kind: ItemKind::Information.code().into(),
        minutes: minutes.into(),
        ..ItemDraft::default()
    }
}

pub async fn added(office: &TestOffice, known: &Meeting, content: &str, minutes: &str) -> Meeting {
    meeting::add_item(&office.secretary(), known.id, known.version, an_item(content, minutes), "")
        .await
        .expect("added")
}

pub async fn dossier(office: &TestOffice, known: &Meeting) -> Dossier {
    meeting::meeting(&office.secretary(), known.id).await.expect("the meeting")
}

fn contents(dossier: &Dossier) -> Vec<&str> {
    dossier.agenda.iter().map(|item| item.plan.content.as_str()).collect()
}

fn named(dossier: &Dossier, content: &str) -> ItemId {
    dossier.agenda.iter().find(|item| item.plan.content == content).expect("the item").id
}

async fn three(office: &TestOffice) -> Meeting {
    let mut known = drafted(office).await;
    for (content, minutes) in [("Khai mạc", "10"), ("Báo cáo", "20"), ("Kết luận", "30")] {
        known = added(office, &known, content, minutes).await;
    }
    known
}

on_both! {
    async fn what_is_longer_than_its_kind_allows_is_told(office: TestOffice) {
        let known = drafted(&office).await;
        assert_eq!(dossier(&office, &known).await.too_long(), None, "two hours of a half day");
        let known = added(&office, &known, "Báo cáo", "200").await;
        assert_eq!(dossier(&office, &known).await.too_long(), None);
        let known = added(&office, &known, "Thảo luận", "45").await;
        assert_eq!(dossier(&office, &known).await.too_long(), Some((245, 240)), "by its agenda");
        let all_day = office.an_entry().on("2026-12-17").at("08:00-14:00").chaired_by("ct").prepared_by("STC").put().await;
        let all_day = meeting::found_meeting(&office.secretary(), all_day.id).await.expect("a meeting");
        assert_eq!(dossier(&office, &all_day).await.planned(), 240, "without the noon pause");
        let usual = RuleDraft::of(&Rules::usual(EntryKind::WorkingMeeting));
        let allowed = RuleDraft { half_days: "2".into(), ..usual.clone() };
        meeting::save_rule(&office.administrator(), 0, allowed).await.expect("another rule");
        assert_eq!(dossier(&office, &known).await.too_long(), None);
        let before = r#"{"kind":"working_meeting","invitation":2,"papers":2,"conclusion":5,"basis":"Quy chế"}"#;
        let before: Rules = serde_json::from_str(before).expect("rules as they were written before there were lengths");
        assert_eq!((before.papers, before.longest()), (Some(2), None));
        let endless = RuleDraft { half_days: String::new(), ..usual };
        meeting::save_rule(&office.administrator(), 1, endless).await.expect("another rule");
        assert_eq!(dossier(&office, &known).await.longest, None);
    }

    async fn items_begin_when_those_before_them_end_wherever_they_are_put(office: TestOffice) {
        let known = three(&office).await;
        let seen = dossier(&office, &known).await;
        let times = |seen: &Dossier| {
            let all = starts(seen.meeting.start(), &seen.agenda);
            all.into_iter().map(|at| at.expect("an hour").to_string()).collect::<Vec<_>>()
        };
        assert_eq!(times(&seen), ["08:30:00", "08:40:00", "09:00:00"]);
        let last = named(&seen, "Kết luận");
        let moved = meeting::move_item(&office.secretary(), known.id, known.version, last, Shift::To(0)).await.expect("moved");
        let seen = dossier(&office, &known).await;
        assert_eq!(contents(&seen), ["Kết luận", "Khai mạc", "Báo cáo"]);
        assert_eq!(times(&seen), ["08:30:00", "09:00:00", "09:10:00"]);
        let down = meeting::move_item(&office.secretary(), known.id, moved.version, last, Shift::Down).await.expect("moved");
        assert_eq!(contents(&dossier(&office, &known).await), ["Khai mạc", "Kết luận", "Báo cáo"]);
        let same = meeting::move_item(&office.secretary(), known.id, down.version, named(&seen, "Báo cáo"), Shift::Down).await.expect("nothing to do");
        assert_eq!(same.version, down.version);
    }

    async fn a_stale_agenda_tells_what_it_became(office: TestOffice) {
        let known = three(&office).await;
        let report = named(&dossier(&office, &known).await, "Báo cáo");
        meeting::change_item(&office.secretary(), known.id, known.version, report, an_item("Báo cáo tiến độ", "25")).await.expect("changed");
        let told = stale(meeting::remove_item(&office.secretary(), known.id, known.version, report).await);
        let change = told.changes.iter().find(|c| c.field == "agenda").expect("the agenda");
        assert!(change.before.contains("2. Báo cáo (20')") && change.after.contains("2. Báo cáo tiến độ (25')"), "{change:?}");
        let wrong = meeting::add_item(&office.secretary(), known.id, known.version + 1, an_item("", "0"), "").await;
        assert!(matches!(refused(wrong), Refusal::Invalid(issues) if issues.len() == 2));
    }

    async fn a_closed_agenda_grows_by_a_supplementary_list_only(office: TestOffice) {
        let empty = drafted(&office).await;
        let nothing = meeting::freeze_agenda(&office.secretary(), empty.id, empty.version).await;
        assert_eq!(issue(nothing), ("agenda".to_owned(), Problem::Required));
        let mut known = empty;
        for (content, minutes) in [("Khai mạc", "10"), ("Báo cáo", "20")] {
            known = added(&office, &known, content, minutes).await;
        }
        let closed = meeting::freeze_agenda(&office.secretary(), known.id, known.version).await.expect("closed");
        assert_eq!(closed.frozen.as_ref().map(|(by, _)| by.clone()), Some(office.secretary().actor.name.clone()));
        let report = named(&dossier(&office, &closed).await, "Báo cáo");
        let (id, seen) = (closed.id, closed.version);
        for frozen in [
            meeting::move_item(&office.secretary(), id, seen, report, Shift::Up).await,
            meeting::remove_item(&office.secretary(), id, seen, report).await,
            meeting::change_item(&office.secretary(), id, seen, report, an_item("Khác", "5")).await,
            meeting::freeze_agenda(&office.secretary(), id, seen).await,
            meeting::lay_out(&office.secretary(), id, seen).await,
        ] {
            assert_eq!(refused(frozen), Refusal::AgendaFrozen);
        }
        let mute = meeting::add_item(&office.secretary(), id, seen, an_item("Việc gấp", "15"), "").await;
        assert_eq!(issue(mute), ("supplement".to_owned(), Problem::Required));
        let why = "Chủ trì chỉ đạo bổ sung";
        let late = meeting::add_item(&office.secretary(), id, seen, an_item("Việc gấp", "15"), why).await.expect("added late");
        let seen = dossier(&office, &late).await;
        assert_eq!(seen.agenda.last().and_then(|item| item.supplement.as_deref()), Some(why));
        let urgent = named(&seen, "Việc gấp");
        meeting::remove_item(&office.secretary(), id, late.version, urgent).await.expect("what is on that list can be changed");
    }

    async fn an_agenda_is_kept_for_its_kind_and_laid_out_again(office: TestOffice) {
        let known = three(&office).await;
        let nothing = meeting::lay_out(&office.secretary(), known.id, known.version).await;
        assert_eq!(refused(nothing), Refusal::NotFound, "its kind has none");
        meeting::save_agenda_template(&office.secretary(), known.id).await.expect("kept");
        let mut draft = a_proposal(&office);
        draft.slot.date = "2026-12-22".into();
        let next = scheduled(&office, &agreed(&office, draft).await).await;
        assert!(dossier(&office, &next).await.has_template);
        meeting::lay_out(&office.secretary(), next.id, next.version).await.expect("laid out");
        assert_eq!(contents(&dossier(&office, &next).await), ["Khai mạc", "Báo cáo", "Kết luận"]);
        assert_eq!(contents(&dossier(&office, &known).await).len(), 3, "the first one keeps its own");
    }
}
