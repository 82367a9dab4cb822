//! What the Office makes of a request.

use super::{a_request, as_wished, in_the_tray, registered, with_its_unit};
use crate::support::{TestOffice, day, issue, on_both, refused, stale, week};
use domain::calendar::hours::SessionPart;
use domain::request::{Difference, Placing, RequestDraft, RequestState};
use domain::schedule::ConflictKind;
use domain::schedule::publication::FaceStanding;
use domain::{Problem, Refusal};
use office::{journal, request, schedule};

on_both! {
    async fn an_accepted_request_is_an_entry_of_the_unit(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let desk = office.secretary();
        let accepted = request::accept_request(&desk, asked.id, 1, as_wished(&asked)).await.expect("accepted");
        assert_eq!((accepted.state, accepted.version), (RequestState::Accepted, 2));
        let entry = schedule::working_entry(&desk, accepted.entry.expect("its entry")).await.expect("the entry");
        assert_eq!(entry.plan.content, asked.wanted.content);
        assert_eq!(entry.plan.positions(), [office.post("pcttt")]);
        assert_eq!((entry.plan.preparing_unit, entry.plan.room), (Some(asked.unit), Some(office.room("Phòng họp A"))));
        assert_eq!(in_the_tray(&office, &asked).await.request, accepted);
        let lines = journal::list(&office.chief(), None, None).await.expect("lines");
        let deeds: Vec<_> = lines.iter().take(2).map(|l| l.deed.as_str()).collect();
        assert_eq!(deeds, ["request.accept", "schedule.create_entry"]);
        assert!(lines[0].fields.iter().any(|f| f.field == "entry" && f.after == entry.id.to_string()));

    }

    async fn where_the_entry_stands_is_told_and_nothing_else_of_it(office: TestOffice) {
        let finance = office.officer("STC").await;
        let asked = registered(&finance, a_request(&office)).await;
        let desk = office.secretary();
        let accepted = request::accept_request(&desk, asked.id, 1, as_wished(&asked)).await.expect("accepted");
        let placed = accepted.placed.clone().expect("its place");
        assert_eq!((placed.place.as_str(), placed.is_published), ("Phòng họp A", false));
        assert_eq!(placed.differences(&accepted), []);
        assert_eq!(with_its_unit(&finance, &asked).await, accepted);

        let entry = schedule::working_entry(&desk, accepted.entry.expect("its entry")).await.expect("the entry");
        office
            .change(&entry, |draft| {
                draft.date = "2026-12-16".into();
                draft.part = "afternoon".into();
                draft.start = "14:00".into();
                draft.end = "15:00".into();
                draft.room = String::new();
                draft.place = "UBND phường Minh Tân".into();
            })
            .await;
        let told = with_its_unit(&finance, &asked).await;
        assert_eq!(in_the_tray(&office, &asked).await.request, told, "in the tray of the week of the wish");
        let placed = told.placed.clone().expect("its place");
        assert_eq!((placed.date, placed.part), (day("2026-12-16"), SessionPart::Afternoon));
        assert_eq!(placed.place, "UBND phường Minh Tân");
        assert_eq!(placed.differences(&told), [Difference::Time, Difference::Place]);
        assert_eq!((told.version, told.wanted), (2, asked.wanted.clone()), "the request is as it was");

        office.publish(week("2026-W51")).await;
        let known = office.now_of(&entry).await;
        schedule::cancel_entry(&desk, known.id, known.version, "Bão").await.expect("cancelled");
        let placed = with_its_unit(&finance, &asked).await.placed.expect("its place");
        assert_eq!((placed.is_published, placed.standing), (true, FaceStanding::Cancelled));
    }

    async fn a_request_none_of_whose_times_will_do_is_offered_free_ones(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        office.an_entry().on("2026-12-08").at("07:30-11:30").chaired_by("pcttt").put().await;
        assert_eq!(in_the_tray(&office, &asked).await.free, [], "Thursday would do");
        office.an_entry().on("2026-12-10").at("09:00-10:00").chaired_by("ct").in_room("Phòng họp A").put().await;
        let waiting = in_the_tray(&office, &asked).await;
        let told: Vec<_> = waiting.free.iter().map(|slot| slot.code()).collect();
        assert_eq!(
            told,
            [
                "2026-12-08.afternoon.13:30.15:30",
                "2026-12-09.morning.07:30.09:30",
                "2026-12-09.morning.09:30.11:30",
            ]
        );
        let [slot, ..] = waiting.free.as_slice() else { panic!("free times") };
        let slot = domain::request::Slot { date: slot.date, part: slot.part, start: slot.start };
        let placing = Placing::at(&asked, &slot);
        request::accept_request(&office.secretary(), asked.id, 1, placing).await.expect("nothing in the way");
    }

    async fn what_collides_is_not_accepted_and_nothing_is_kept(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let inside = office.an_entry().on("2026-12-08").at("09:00-10:00").chaired_by("pcttt").put().await;
        let waiting = in_the_tray(&office, &asked).await;
        let kinds: Vec<_> = waiting.conflicts[0].iter().map(|c| &c.kind).collect();
        assert!(matches!(kinds[0], ConflictKind::Leader { name } if name.contains("Tạ Thị Minh Nguyệt")), "{kinds:?}");
        assert_eq!(waiting.conflicts[1], [], "the alternative is free");

        let desk = office.secretary();
        for reason in ["", "Gấp"] {
            let placing = Placing { conflict_reason: reason.into(), ..as_wished(&asked) };
            let said = refused(request::accept_request(&desk, asked.id, 1, placing).await);
            assert!(matches!(said, Refusal::Conflicts(list) if list[0].with.as_ref().map(|o| o.id) == Some(inside.id)));
        }
        assert_eq!(office.board(week("2026-W50")).await.entries.len(), 1);
        assert_eq!(in_the_tray(&office, &asked).await.request, asked);

        let reason = "Chủ tịch đồng ý";
        let placing = Placing { conflict_reason: reason.into(), ..as_wished(&asked) };
        let accepted = request::accept_request(&office.chief(), asked.id, 1, placing).await.expect("by the Chief");
        let entry = schedule::working_entry(&desk, accepted.entry.expect("an entry")).await.expect("the entry");
        assert_eq!(entry.conflict_reason, reason);
    }

    async fn it_may_be_put_elsewhere_than_wished(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let placing = Placing {
            date: "2026-12-16".into(),
            start: "14h".into(),
            minutes: "60".into(),
            chair: office.post("ct").to_string(),
            room: String::new(),
            ..as_wished(&asked)
        };
        let accepted = request::accept_request(&office.secretary(), asked.id, 1, placing).await.expect("accepted");
        let entry = &office.board(week("2026-W51")).await.entries[0];
        assert_eq!(Some(entry.id), accepted.entry);
        assert_eq!(entry.plan.end.map(|t| t.to_string()).as_deref(), Some("15:00:00"));
        assert_eq!(accepted.wanted, asked.wanted, "what was asked for stays as it was");
    }

    async fn wrong_fields_of_the_placing_are_named_as_its_form_names_them(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let desk = office.secretary();
        let with = |change: fn(&mut Placing)| {
            let mut placing = as_wished(&asked);
            change(&mut placing);
            request::accept_request(&desk, asked.id, 1, placing)
        };
        assert_eq!(issue(with(|p| p.chair = "999999".into()).await), ("chair".into(), Problem::Unknown));
        assert_eq!(issue(with(|p| p.date = "31/02/2026".into()).await), ("date".into(), Problem::NotADate));
        assert_eq!(issue(with(|p| p.start = "8h5".into()).await), ("start".into(), Problem::NotATime));
        assert_eq!(issue(with(|p| p.minutes = "5".into()).await), ("minutes".into(), Problem::NotBetween { min: 15, max: 720 }));
        assert_eq!(issue(with(|p| p.start = "23h".into()).await), ("start".into(), Problem::EndsNextDay));
        assert_eq!(issue(with(|p| p.room = "999999".into()).await), ("room".into(), Problem::Unknown));
        assert!(office.board(week("2026-W50")).await.entries.is_empty());
    }

    async fn a_secretary_accepts_only_for_leaders_served(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let other = office.secretary_of(&["ct"]);
        assert_eq!(refused(request::accept_request(&other, asked.id, 1, as_wished(&asked)).await), Refusal::NotYours);
        assert_eq!(in_the_tray(&office, &asked).await.request, asked);
    }

    async fn of_two_who_accept_at_once_one_wins_and_one_entry_stands(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let elsewhere = Placing::at(&asked, &asked.wanted.alternatives[0]);
        let desks = [office.secretary(), office.chief()];
        let (one, two) = tokio::join!(
            request::accept_request(&desks[0], asked.id, 1, as_wished(&asked)),
            request::accept_request(&desks[1], asked.id, 1, elsewhere),
        );
        let late = if one.is_ok() { two } else { one };
        assert_eq!(refused(late), Refusal::WrongRequestState { state: RequestState::Accepted });
        assert_eq!(office.board(week("2026-W50")).await.entries.len(), 1);
    }

    async fn back_or_no_needs_a_reason_that_the_unit_reads(office: TestOffice) {
        let desk = office.secretary();
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let missing = ("reason".to_owned(), Problem::Required);
        assert_eq!(issue(request::return_request(&desk, asked.id, 1, " ").await), missing);
        assert_eq!(issue(request::refuse_request(&desk, asked.id, 1, "").await), missing);
        request::return_request(&desk, asked.id, 1, "Thiếu dự thảo báo cáo").await.expect("returned");
        let refused_now = request::refuse_request(&desk, asked.id, 2, "Thuộc thẩm quyền của Sở").await.expect("refused");
        assert_eq!((refused_now.state, refused_now.version), (RequestState::Refused, 3));
        let own = request::own_requests(&office.officer("STC").await).await.expect("a list");
        let decision = own.requests[0].decision.clone().expect("a decision");
        assert_eq!((decision.by.as_str(), decision.reason.as_str()), ("Lã Minh Quân", "Thuộc thẩm quyền của Sở"));
        let closed = Refusal::WrongRequestState { state: RequestState::Refused };
        assert_eq!(refused(request::accept_request(&desk, asked.id, 3, as_wished(&asked)).await), closed);
    }

    async fn a_step_that_fits_no_more_is_not_offered_for_another_try(office: TestOffice) {
        let (desk, finance) = (office.secretary(), office.officer("STC").await);
        let asked = registered(&finance, a_request(&office)).await;
        let other = registered(&office.officer("SXD").await, a_request(&office)).await;
        request::withdraw_request(&finance, asked.id, 1, "Chưa đủ hồ sơ").await.expect("withdrawn");
        let gone = Refusal::WrongRequestState { state: RequestState::Withdrawn };
        assert_eq!(refused(request::accept_request(&desk, asked.id, 1, as_wished(&asked)).await), gone);
        assert_eq!(refused(request::return_request(&desk, asked.id, 1, "x").await), gone);
        assert_eq!(refused(request::refuse_request(&desk, asked.id, 1, "x").await), gone);
        assert_eq!(refused(request::merge_requests(&desk, &[(asked.id, 1)], Some(other.id), "").await), gone);
        assert_eq!(refused(request::withdraw_request(&finance, asked.id, 1, "").await), gone);
        let empty = RequestDraft::default();
        assert_eq!(refused(request::change_request(&finance, asked.id, 1, empty).await), gone, "whatever was typed");

        request::return_request(&desk, other.id, 1, "Bổ sung").await.expect("returned");
        let returned = Refusal::WrongRequestState { state: RequestState::Returned };
        assert_eq!(refused(request::accept_request(&desk, other.id, 1, as_wished(&other)).await), returned);
        let told = stale(request::refuse_request(&desk, other.id, 1, "x").await);
        assert_eq!(told.current, 2, "this step fits still");
    }

    async fn several_are_merged_into_one_together_or_not_at_all(office: TestOffice) {
        let desk = office.secretary();
        let finance = registered(&office.officer("STC").await, a_request(&office)).await;
        let building = registered(&office.officer("SXD").await, a_request(&office)).await;
        let health = registered(&office.officer("SYT").await, a_request(&office)).await;
        let late = [(building.id, 1), (health.id, 9)];
        assert_eq!(stale(request::merge_requests(&desk, &late, Some(finance.id), "").await).current, 1);
        assert_eq!(in_the_tray(&office, &building).await.request.state, RequestState::Registered);

        let both = [(building.id, 1), (health.id, 1)];
        let merged = request::merge_requests(&desk, &both, Some(finance.id), "Cùng nội dung").await.expect("merged");
        assert!(merged.iter().all(|r| r.state == RequestState::Merged && r.merged_into == Some(finance.id)));
        assert_eq!(in_the_tray(&office, &finance).await.request, finance, "the one that they join goes on");
        request::accept_request(&desk, finance.id, 1, as_wished(&finance)).await.expect("accepted");
        let fourth = registered(&office.officer("STP").await, a_request(&office)).await;
        let joined = request::merge_requests(&desk, &[(fourth.id, 1)], Some(finance.id), "").await;
        assert_eq!(joined.expect("also one that is on the board")[0].state, RequestState::Merged);
    }

    async fn merging_needs_somewhere_to_go(office: TestOffice) {
        let desk = office.secretary();
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let other = registered(&office.officer("SXD").await, a_request(&office)).await;
        let this = [(asked.id, 1)];
        let nowhere = ("merged_into".to_owned(), Problem::Unknown);
        assert_eq!(issue(request::merge_requests(&desk, &this, Some(asked.id), "").await), nowhere);
        request::refuse_request(&desk, other.id, 1, "Không cần họp").await.expect("refused");
        assert_eq!(issue(request::merge_requests(&desk, &this, Some(other.id), "").await), nowhere);
        assert_eq!(issue(request::merge_requests(&desk, &this, None, "").await), ("reason".into(), Problem::Required));
        assert_eq!(issue(request::merge_requests(&desk, &[], None, "x").await), ("merged".into(), Problem::Required));
        let elsewhere = request::merge_requests(&desk, &this, None, "Gộp vào chương trình ngày 22/12").await;
        assert_eq!(elsewhere.expect("with a reason")[0].merged_into, None);
    }

    async fn the_tray_counts_what_waits_by_week(office: TestOffice) {
        let before = request::request_tray(&office.secretary(), week("2026-W50")).await.expect("a tray").open;
        assert_eq!(before, [(week("2026-W50"), 5)], "as the demo has it");
        let mut next = a_request(&office);
        next.slots[0].date = "2026-12-15".into();
        next.slots[1] = Default::default();
        let asked = registered(&office.officer("STC").await, next).await;
        let open = request::request_tray(&office.secretary(), week("2026-W51")).await.expect("a tray").open;
        assert_eq!(open, [(week("2026-W50"), 5), (week("2026-W51"), 1)]);
        request::refuse_request(&office.chief(), asked.id, 1, "Không cần").await.expect("refused");
        assert_eq!(request::request_tray(&office.chief(), week("2026-W51")).await.expect("a tray").open, before);
    }

    async fn the_demo_has_one_of_each_fate(office: TestOffice) {
        let tray = request::request_tray(&office.secretary(), week("2026-W50")).await.expect("a tray");
        let states: Vec<_> = tray.requests.iter().map(|w| (w.request.unit_name.as_str(), w.request.state, w.request.late)).collect();
        use RequestState::{Merged, Refused, Registered, Returned};
        assert_eq!(states.iter().filter(|(_, state, _)| *state == Registered).count(), 5);
        for fate in [Returned, Merged, Refused] {
            assert_eq!(states.iter().filter(|(_, state, _)| *state == fate).count(), 1, "{states:?}");
        }
        let late: Vec<_> = states.iter().filter(|(_, _, late)| *late).map(|(unit, ..)| *unit).collect();
        assert_eq!(late, ["Sở Công Thương"]);
    }
}
