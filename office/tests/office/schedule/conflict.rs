//! What stands in the way of an entry, judged once more where it is saved.

use crate::support::{TestOffice, on_both, refused};
use domain::Refusal;
use domain::schedule::{Conflict, ConflictKind, EntryDraft, Save, Severity};
use office::schedule;

use super::{field, save_of};

fn conflicts<T: std::fmt::Debug>(result: office::Result<T>) -> Vec<Conflict> {
    match refused(result) {
        Refusal::Conflicts(found) => found,
        other => panic!("no conflicts: {other:?}"),
    }
}

fn creating(draft: EntryDraft, conflict_reason: &str) -> Save {
    Save { draft, conflict_reason: conflict_reason.into(), ..Save::default() }
}

on_both! {
    async fn a_taken_room_is_refused_and_only_the_chief_passes_with_a_reason(office: TestOffice) {
        office.an_entry().at("08:00-10:00").chaired_by("ct").in_room("Phòng họp A").saying("Họp A").put().await;
        let draft = office.an_entry().at("09:00-11:00").chaired_by("pct-kt").in_room("Phòng họp A").draft();

        let found = conflicts(schedule::save_entry(&office.secretary(), creating(draft.clone(), "Rất gấp")).await);
        assert_eq!(found[0].severity, Severity::Refuse);
        assert_eq!(found[0].kind, ConflictKind::Room { name: "Phòng họp A".into() });
        assert_eq!(found[0].with.as_ref().map(|o| o.content.as_str()), Some("Họp A"));
        conflicts(schedule::save_entry(&office.chief(), creating(draft.clone(), " ")).await);

        let saved = schedule::save_entry(&office.chief(), creating(draft, "Rất gấp")).await.expect("overridden");
        assert_eq!(saved.entry.conflict_reason, "Rất gấp");
        assert_eq!(saved.conflicts[0].severity, Severity::Refuse);
        let history = schedule::history(&office.chief(), saved.entry.id).await.expect("a history");
        assert_eq!(history[0].actor, "Mạc Đăng Thuận");
        assert_eq!(field(&history[0].fields, "conflict_reason"), ("", "Rất gấp"));
    }

    async fn a_leader_is_in_one_place_at_a_time(office: TestOffice) {
        office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        let draft = office.an_entry().at("09:30-11:00").chaired_by("ct").draft();
        let found = conflicts(schedule::save_entry(&office.secretary(), creating(draft, "")).await);
        assert_eq!(found[0].kind, ConflictKind::Leader { name: "Chủ tịch Đặng Hữu Khiêm".into() });
        let after = office.an_entry().at("10:00-11:00").chaired_by("ct").draft();
        schedule::save_entry(&office.secretary(), creating(after, "")).await.expect("one after the other");
    }

    async fn what_may_collide_needs_a_reason_of_the_secretary(office: TestOffice) {
        office.an_entry().chaired_by("ct").saying("Trong buổi sáng").put().await;
        let draft = office.an_entry().at("08:00-10:00").chaired_by("ct").draft();
        let found = conflicts(schedule::save_entry(&office.secretary(), creating(draft.clone(), "")).await);
        assert_eq!(found[0].severity, Severity::Reason);
        let reason = "Việc kia làm sau 10 giờ";
        let saved = schedule::save_entry(&office.secretary(), creating(draft, reason)).await.expect("with a reason");
        assert_eq!(office.now_of(&saved.entry).await.conflict_reason, reason);
    }

    async fn a_reason_goes_with_the_conflict(office: TestOffice) {
        office.an_entry().chaired_by("ct").put().await;
        let draft = office.an_entry().at("08:00-10:00").chaired_by("ct").draft();
        let first = schedule::save_entry(&office.secretary(), creating(draft, "Làm sau")).await.expect("saved").entry;
        let away = schedule::save_entry(&office.secretary(), save_of(&first, |d| d.date = "2026-12-09".into())).await;
        let away = away.expect("nothing in the way").entry;
        assert_eq!(away.conflict_reason, "");
        let history = schedule::history(&office.chief(), away.id).await.expect("a history");
        assert_eq!(field(&history[0].fields, "conflict_reason"), ("Làm sau", ""));
        let idle = creating(office.an_entry().at("14:00-15:00").draft(), "Không trùng gì");
        let idle = schedule::save_entry(&office.secretary(), idle).await.expect("saved").entry;
        assert_eq!(idle.conflict_reason, "", "there was nothing to accept");
    }

    async fn a_warning_is_saved_and_told(office: TestOffice) {
        let saturday = office.an_entry().on("2026-12-12").at("08:00-10:00").chaired_by("ct").draft();
        let saved = schedule::save_entry(&office.secretary(), creating(saturday, "")).await.expect("saved");
        let kinds: Vec<_> = saved.conflicts.iter().map(|c| (c.severity, c.kind.clone())).collect();
        assert_eq!(kinds, [(Severity::Warn, ConflictKind::DayOff)]);
        assert_eq!(office.review(crate::support::week("2026-W50")).await.conflicts.len(), 1);
    }

    async fn what_is_resumed_is_judged_again(office: TestOffice) {
        let first = office.an_entry().at("08:00-10:00").chaired_by("ct").put().await;
        schedule::cancel_entry(&office.secretary(), first.id, 1, "Bận").await.expect("cancelled");
        office.an_entry().at("09:00-11:00").chaired_by("ct").put().await;
        conflicts(schedule::resume_entry(&office.secretary(), first.id, 2, "").await);
        assert!(!office.now_of(&first).await.standing.is_going());
        let resumed = schedule::resume_entry(&office.chief(), first.id, 2, "Cả hai đều cần").await;
        assert_eq!(resumed.expect("overridden").entry.conflict_reason, "Cả hai đều cần");
    }

    async fn work_in_the_office_never_collides(office: TestOffice) {
        office.an_entry().of_kind("office_work").chaired_by("ct").put().await;
        let draft = office.an_entry().at("08:00-10:00").chaired_by("ct").draft();
        let saved = schedule::save_entry(&office.secretary(), creating(draft, "")).await.expect("saved");
        assert!(saved.conflicts.is_empty());
    }
}
