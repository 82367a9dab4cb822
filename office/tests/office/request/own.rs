//! What an officer does for the own unit.

use super::{a_request, registered};
use crate::support::{TestOffice, issue, on_both, refused, stale, week};
use domain::request::{RequestDraft, RequestRules, RequestState, RulesDraft};
use domain::{Problem, Refusal, RequestId};
use office::{journal, request, setting};

on_both! {
    async fn a_unit_registers_in_time_and_sees_it_at_once(office: TestOffice) {
        office.at("2026-12-03 11:30");
        let finance = office.officer("STC").await;
        let asked = registered(&finance, a_request(&office)).await;
        assert_eq!((asked.state, asked.late, asked.version), (RequestState::Registered, false, 1));
        assert_eq!(asked.unit, office.unit("STC"));
        assert_eq!((asked.chair_name.as_str(), asked.room_name.as_str()), ("PCT Thường trực Tạ Thị Minh Nguyệt", "Phòng họp A"));
        let own = request::own_requests(&finance).await.expect("a list");
        assert_eq!(own.unit, "Sở Tài chính");
        assert_eq!(own.requests.first(), Some(&asked), "the newest stands first");
        assert!(own.requests.iter().all(|r| r.unit == asked.unit));
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert_eq!((line.deed.as_str(), line.actor.as_str()), ("request.register", asked.by.as_str()));
        assert!(line.fields.iter().any(|f| f.field == "chair" && f.after == asked.chair_name));
    }

    async fn what_comes_after_the_cut_off_is_marked(office: TestOffice) {
        office.at("2026-12-03 11:31");
        let finance = office.officer("STC").await;
        let late = registered(&finance, a_request(&office)).await;
        assert!(late.late, "the demo office closes at 11:30");
        let mut next = a_request(&office);
        next.slots[0].date = "2026-12-15".into();
        next.slots[1].date = "2026-12-17".into();
        assert!(!registered(&finance, next.clone()).await.late, "the week after is open");
        let moved = request::change_request(&finance, late.id, 1, next).await.expect("moved to the week after");
        assert!(!moved.late, "it is in time for that one");

        let draft = RulesDraft { closing_day: "5".into(), closing_time: "17:00".into(), per_week: "5".into(), ..RulesDraft::of(&RequestRules::default()) };
        setting::save_request_rules(&office.administrator(), 1, draft).await.expect("another cut-off");
        assert!(!registered(&finance, a_request(&office)).await.late);
    }

    async fn completing_it_after_the_cut_off_does_not_make_it_late(office: TestOffice) {
        office.at("2026-12-03 09:00");
        let finance = office.officer("STC").await;
        let asked = registered(&finance, a_request(&office)).await;
        office.at("2026-12-03 15:00");
        let why = "Bổ sung thành phần mời";
        let returned = request::return_request(&office.secretary(), asked.id, 1, why).await.expect("returned");
        assert_eq!(returned.state, RequestState::Returned);
        let seen = &request::own_requests(&office.officer("STC").await).await.expect("a list").requests[0];
        assert_eq!(seen.decision.as_ref().map(|d| d.reason.as_str()), Some(why));
        let completed = RequestDraft { participants: "Lãnh đạo các Sở".into(), ..a_request(&office) };
        let again = request::change_request(&office.officer("STC").await, asked.id, 2, completed).await.expect("sent again");
        assert_eq!((again.state, again.late, again.version), (RequestState::Registered, false, 3));
    }

    async fn another_unit_finds_nothing(office: TestOffice) {
        let asked = registered(&office.officer("STC").await, a_request(&office)).await;
        let neighbour = office.officer("SXD").await;
        let changed = request::change_request(&neighbour, asked.id, 1, a_request(&office)).await;
        assert_eq!(refused(changed), Refusal::NotFound);
        assert_eq!(refused(request::withdraw_request(&neighbour, asked.id, 1, "").await), Refusal::NotFound);
        assert_eq!(refused(request::withdraw_request(&neighbour, RequestId(999_999), 1, "").await), Refusal::NotFound);
        let seen = request::own_requests(&neighbour).await.expect("a list").requests;
        assert!(seen.iter().all(|r| r.unit == office.unit("SXD")) && !seen.is_empty());
    }

    async fn a_unit_withdraws_once_and_then_nothing_fits(office: TestOffice) {
        let finance = office.officer("STC").await;
        let asked = registered(&finance, a_request(&office)).await;
        let gone = request::withdraw_request(&finance, asked.id, 1, "Chưa đủ hồ sơ").await.expect("withdrawn");
        assert_eq!((gone.state, gone.version), (RequestState::Withdrawn, 2));
        let fits_no_more = Refusal::WrongRequestState { state: RequestState::Withdrawn };
        assert_eq!(refused(request::withdraw_request(&finance, asked.id, 2, "").await), fits_no_more);
        assert_eq!(refused(request::change_request(&finance, asked.id, 2, a_request(&office)).await), fits_no_more);
        assert_eq!(refused(request::return_request(&office.secretary(), asked.id, 2, "x").await), fits_no_more);
    }

    async fn a_unit_has_only_so_many_open_for_one_week(office: TestOffice) {
        let draft = RulesDraft { closing_day: "4".into(), closing_time: "11:30".into(), per_week: "2".into(), ..RulesDraft::of(&RequestRules::default()) };
        setting::save_request_rules(&office.administrator(), 1, draft).await.expect("another limit");
        let finance = office.officer("STC").await;
        let open = request::own_requests(&finance).await.expect("a list").requests.len();
        assert_eq!(open, 1, "the demo has one of Finance");
        let second = registered(&finance, a_request(&office)).await;
        let full = Refusal::TooManyRequests { week: week("2026-W50"), max: 2 };
        assert_eq!(refused(request::register_request(&finance, a_request(&office)).await), full);
        let same = request::change_request(&finance, second.id, 1, a_request(&office)).await;
        assert_eq!(same.expect("a change needs no further place").version, 2);

        let mut elsewhere = a_request(&office);
        elsewhere.slots[0].date = "2026-12-15".into();
        elsewhere.slots[1].date = String::new();
        elsewhere.slots[1].start = String::new();
        let other_week = registered(&finance, elsewhere).await;
        assert_eq!(refused(request::change_request(&finance, other_week.id, 1, a_request(&office)).await), full);
        registered(&office.officer("SXD").await, a_request(&office)).await;
        request::withdraw_request(&finance, second.id, 2, "").await.expect("withdrawn");
        request::change_request(&finance, other_week.id, 1, a_request(&office)).await.expect("there is room again");
    }

    async fn of_many_at_once_no_more_than_the_limit_are_kept(office: TestOffice) {
        let draft = RulesDraft { closing_day: "4".into(), closing_time: "11:30".into(), per_week: "3".into(), ..RulesDraft::of(&RequestRules::default()) };
        setting::save_request_rules(&office.administrator(), 1, draft).await.expect("another limit");
        let mut hands = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (desk, draft) = (office.officer("STC").await, a_request(&office));
            hands.spawn(async move { request::register_request(&desk, draft).await });
        }
        let (kept, full): (Vec<_>, Vec<_>) = hands.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((kept.len(), full.len()), (2, 4), "with the one that the demo has");
    }

    async fn a_stale_change_is_told_who_changed_what(office: TestOffice) {
        let finance = office.officer("STC").await;
        let asked = registered(&finance, a_request(&office)).await;
        let longer = RequestDraft { minutes: "180".into(), ..a_request(&office) };
        request::change_request(&finance, asked.id, 1, longer).await.expect("changed");
        let told = stale(request::change_request(&finance, asked.id, 1, a_request(&office)).await);
        assert_eq!((told.current, told.by.as_str()), (2, "Văn thư Sở Tài chính"));
        assert_eq!((told.changes[0].field.as_str(), told.changes[0].after.as_str()), ("minutes", "180"));
        assert_eq!(stale(request::withdraw_request(&finance, asked.id, 7, "").await).current, 2);
    }

    async fn wrong_fields_are_named_and_nothing_is_kept(office: TestOffice) {
        let finance = office.officer("STC").await;
        let before = request::own_requests(&finance).await.expect("a list").requests;
        let mut past = a_request(&office);
        past.slots[0].date = "2026-12-03".into();
        past.slots[1].date = "2026-12-05".into();
        assert_eq!(issue(request::register_request(&finance, past).await), ("date".into(), Problem::Past));
        let mut this_morning = a_request(&office);
        this_morning.slots[0].date = "2026-12-04".into();
        this_morning.slots[1] = Default::default();
        let asked_this_morning = request::register_request(&finance, this_morning).await;
        assert_eq!(issue(asked_this_morning), ("start".into(), Problem::HourPast));
        let mut over_midnight = a_request(&office);
        over_midnight.slots[1].start = "22:30".into();
        let asked_over_midnight = request::register_request(&finance, over_midnight).await;
        assert_eq!(issue(asked_over_midnight), ("start_2".into(), Problem::EndsNextDay));
        let nobody = RequestDraft { chair: "999999".into(), ..a_request(&office) };
        assert_eq!(issue(request::register_request(&finance, nobody).await), ("chair".into(), Problem::Unknown));
        let long = "x".repeat(501);
        let asked = registered(&finance, a_request(&office)).await;
        let withdrawn = request::withdraw_request(&finance, asked.id, 1, &long).await;
        assert_eq!(issue(withdrawn), ("reason".into(), Problem::TooLong { max: 500, is: 501 }));
        let after = request::own_requests(&finance).await.expect("a list").requests;
        assert_eq!(after.len(), before.len() + 1);
    }
}
