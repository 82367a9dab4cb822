//! What is typed wrongly, sent by a forger, or names what is no more.

use crate::support::{TestOffice, day, issue, on_both, refused, stale, week};
use domain::calendar::hours::SessionPart;
use domain::people::{PositionDraft, UnitDraft};
use domain::schedule::{EntryDraft, Save, Step};
use domain::{EntryId, Problem, Refusal, text};
use office::{people, schedule};

use super::save_of;

type Spoil = fn(&mut EntryDraft);

on_both! {
    async fn every_wrong_field_is_named(office: TestOffice) {
        let long = |max| Problem::TooLong { max, is: max + 1 };
        let wrong: [(&str, Problem, Spoil); 22] = [
            ("date", Problem::Required, |d| d.date.clear()),
            ("date", Problem::NotADate, |d| d.date = "31/02/2026".into()),
            ("date", Problem::DateOutOfRange, |d| d.date = "01/01/1900".into()),
            ("date", Problem::DateOutOfRange, |d| d.date = "01/01/9999".into()),
            ("part", Problem::Required, |d| d.part.clear()),
            ("part", Problem::NotInThisPart, |d| d.part = "evening".into()),
            ("start", Problem::NotATime, |d| d.start = "25:00".into()),
            ("start", Problem::EndWithoutStart, |d| d.start.clear()),
            ("end", Problem::EndBeforeStart, |d| d.end = "07:00".into()),
            ("kind", Problem::Unknown, |d| d.kind = "secret_meeting".into()),
            ("content", Problem::Required, |d| d.content = " \r\n ".into()),
            ("content", long(2000), |d| d.content = "Đ".repeat(2001)),
            ("content", Problem::ControlCharacters, |d| d.content = "Họp\u{0}".into()),
            ("participants", long(text::PARAGRAPH), |d| d.participants = "x".repeat(text::PARAGRAPH + 1)),
            ("place", Problem::ControlCharacters, |d| d.place = "\u{202E}A".into()),
            ("leaders", Problem::Unknown, |d| drop(d.leaders.insert("999999".into(), "chair".into()))),
            ("room", Problem::Unknown, |d| d.room = "999999".into()),
            ("vehicle", Problem::Unknown, |d| d.vehicle = "x".into()),
            ("specialist", Problem::Unknown, |d| d.specialist = "-1".into()),
            ("remote_sites", Problem::Unknown, |d| d.remote_sites = vec!["999999".into()]),
            ("visibility", Problem::Unknown, |d| d.visibility = "top_secret".into()),
            ("reason", Problem::ControlCharacters, |d| d.reason = "\u{1b}[2J".into()),
        ];
        let good = office.an_entry().at("08:00-10:00").draft();
        for (field, problem, spoil) in wrong {
            let mut draft = good.clone();
            spoil(&mut draft);
            let result = schedule::save_entry(&office.secretary(), Save { draft, ..Save::default() }).await;
            assert_eq!(issue(result), (field.to_owned(), problem));
        }
        assert!(office.board(week("2026-W50")).await.entries.is_empty());
    }

    async fn markup_is_text_like_any_other(office: TestOffice) {
        let markup = "<script>alert(1)</script> & \"'; DROP TABLE entry; --";
        let entry = office.an_entry().saying(markup).noting(markup).put().await;
        let read = office.now_of(&entry).await;
        assert_eq!((read.plan.content.as_str(), read.plan.note.as_str()), (markup, markup));
        office.publish(week("2026-W50")).await;
        let public = office::bulletin::week(&office, week("2026-W50"), None).await.expect("a week");
        assert_eq!(public.entries[0].face.content, markup);
    }

    async fn reasons_are_checked_like_fields(office: TestOffice) {
        let entry = office.an_entry().put().await;
        let desk = office.secretary();
        let long = "x".repeat(text::LINE + 1);
        let too_long = Problem::TooLong { max: text::LINE, is: text::LINE + 1 };
        let cancelled = schedule::cancel_entry(&desk, entry.id, 1, &long).await;
        assert_eq!(issue(cancelled), ("reason".into(), too_long.clone()));
        let remark = schedule::set_remark(&desk, week("2026-W50"), 1, &long).await;
        assert_eq!(issue(remark), ("remark".into(), too_long.clone()));
        let save = Save { conflict_reason: long.clone(), ..save_of(&entry, |_| {}) };
        assert_eq!(issue(schedule::save_entry(&desk, save).await), ("conflict_reason".into(), too_long.clone()));
        office.step(week("2026-W50"), Step::Submit).await;
        let returned = schedule::take_step(&office.chief(), week("2026-W50"), Step::Return, 2, &long).await;
        assert_eq!(issue(returned), ("reason".into(), too_long));
    }

    async fn what_does_not_exist_is_not_found(office: TestOffice) {
        let desk = office.chief();
        let none = EntryId(999_999);
        assert_eq!(refused(schedule::working_entry(&desk, none).await), Refusal::NotFound);
        assert_eq!(refused(schedule::history(&desk, none).await), Refusal::NotFound);
        assert_eq!(refused(schedule::cancel_entry(&desk, none, 1, "x").await), Refusal::NotFound);
        assert_eq!(refused(schedule::postpone_entry(&desk, none, 1, "x", None).await), Refusal::NotFound);
        assert_eq!(refused(schedule::resume_entry(&desk, none, 1, "").await), Refusal::NotFound);
        assert_eq!(refused(schedule::remove_entry(&desk, none, 1).await), Refusal::NotFound);
        let moved = schedule::move_entry(&desk, none, 1, day("2026-12-08"), SessionPart::Morning, None, "").await;
        assert_eq!(refused(moved), Refusal::NotFound);
        let draft = office.an_entry().draft();
        let save = Save { id: Some(none), seen: 1, draft, ..Save::default() };
        assert_eq!(refused(schedule::save_entry(&desk, save).await), Refusal::NotFound);
        let w49 = week("2026-W49");
        assert_eq!(refused(schedule::official_week(&desk, w49, Some(9)).await), Refusal::NotFound);
        assert_eq!(refused(schedule::changes(&desk, w49, 1, 9).await), Refusal::NotFound);
    }

    async fn a_forged_version_is_a_stale_one(office: TestOffice) {
        let entry = office.an_entry().put().await;
        for forged in [i32::MIN, -1, 0, 2, i32::MAX] {
            let save = Save { seen: forged, ..save_of(&entry, |draft| draft.note = "x".into()) };
            let told = stale(schedule::save_entry(&office.secretary(), save).await);
            assert_eq!((told.current, told.by.as_str(), told.at), (1, "Lã Minh Quân", office.secretary().now));
            let week = schedule::take_step(&office.secretary(), week("2026-W50"), Step::Submit, forged, "").await;
            assert_eq!(stale(week).by, "Lã Minh Quân", "{forged}");
        }
    }

    async fn who_or_what_has_ended_is_named_with_its_last_day(office: TestOffice) {
        let chief = office.chief();
        let (posts, _) = people::list_positions(&chief).await.expect("positions");
        let post = posts.iter().find(|p| p.slug == "pct-vx").expect("a post");
        let draft = PositionDraft { to: "2026-12-05".into(), ..PositionDraft::of(post) };
        people::save_position(&chief, Some(post.id), post.version, draft).await.expect("ended");
        let units = people::list_units(&chief).await.expect("units");
        let unit = units.iter().find(|u| u.code == "STC").expect("a unit");
        let draft = UnitDraft { to: "2026-12-05".into(), ..UnitDraft::of(unit) };
        people::save_unit(&chief, Some(unit.id), unit.version, draft).await.expect("ended");

        let on = day("2026-12-05");
        let draft = office.an_entry().chaired_by("pct-vx").draft();
        let saved = schedule::save_entry(&office.secretary(), Save { draft, ..Save::default() }).await;
        assert_eq!(issue(saved), ("leaders".into(), Problem::Ended { name: "Vi Thị Hoài Thu".into(), on }));
        let draft = office.an_entry().prepared_by("STC").draft();
        let saved = schedule::save_entry(&office.secretary(), Save { draft, ..Save::default() }).await;
        assert_eq!(issue(saved), ("preparing_unit".into(), Problem::Ended { name: "Sở Tài chính".into(), on }));
        let names: Vec<_> = office.board(week("2026-W50")).await.directory.leaders.into_iter().map(|l| l.slug).collect();
        assert_eq!(names, ["ct", "pcttt", "pct-kt", "pct-nn"]);
    }

    async fn a_post_without_a_calendar_is_nobodys_column(office: TestOffice) {
        let (posts, _) = people::list_positions(&office.chief()).await.expect("positions");
        let chief_of_office = posts.iter().find(|p| p.slug == "cvp").expect("a post");
        let mut draft = office.an_entry().draft();
        draft.leaders.insert(chief_of_office.id.to_string(), "chair".into());
        let saved = schedule::save_entry(&office.secretary(), Save { draft, ..Save::default() }).await;
        assert_eq!(issue(saved), ("leaders".into(), Problem::Unknown));
    }
}
