//! The next meetings of a body: foreseen with what stands in their way, planned all
//! together or not at all, neighbours of each other from then on.

use super::agenda::{added, dossier};
use super::drafted;
use crate::support::{TestOffice, day, issue, on_both, refused, stale};
use domain::meeting::{Body, BodyDraft, MeetingState, PlanDraft, SessionDraft, Who};
use domain::schedule::series::draft::SeriesDraft;
use domain::{BodyId, Problem, Refusal};
use office::{journal, meeting, schedule};

const ROOM: &str = "Phòng họp A";

async fn committee(office: &TestOffice) -> Body {
    let all = meeting::backlog(&office.secretary()).await.expect("bodies").bodies;
    all.into_iter().find(|body| body.members.len() > 10).expect("the committee of the demo")
}

/// The first Friday of each month from New Year's Day on, three times.
fn a_plan(office: &TestOffice) -> PlanDraft {
    PlanDraft {
        rule: SeriesDraft {
            repeats: "monthly_by_weekday".into(),
            count: "3".into(),
            on_day_off: "next_working_day".into(),
            ..SeriesDraft::default()
        },
        first: "2027-01-01".into(),
        content: "Phiên họp thường kỳ thứ {số}, tháng {tháng}/{năm}".into(),
        session: "5".into(),
        start: "08:00".into(),
        minutes: "180".into(),
        chair: office.post("ct").to_string(),
        room: office.room(ROOM).to_string(),
        ..PlanDraft::default()
    }
}

fn moved(plan: PlanDraft, days: &[(&str, &str, bool)]) -> PlanDraft {
    PlanDraft {
        moved: days.iter().map(|(of, to, _)| ((*of).to_owned(), (*to).to_owned())).collect(),
        taken: days.iter().filter(|(.., taken)| *taken).map(|(of, ..)| (*of).to_owned()).collect(),
        ..plan
    }
}

on_both! {
    async fn a_plan_is_foreseen_with_holidays_and_what_stands_in_its_way(office: TestOffice) {
        let body = committee(&office).await;
        office.put(office.an_entry().on("2027-02-12").at("09:00-10:00").chaired_by("ct").saying("Làm việc với đoàn công tác")).await;
        office.put(office.an_entry().on("2027-03-05").at("08:30-09:30").chaired_by("pct-vx").in_room(ROOM)).await;

        let blank = meeting::planning(&office.secretary(), body.id, PlanDraft::default()).await.expect("the usual form");
        assert!(blank.foreseen.is_empty() && blank.issues.is_empty());
        let last = blank.last.expect("the session of the week");
        assert_eq!((last.date, last.session), (day("2026-12-01"), None));
        assert_eq!(blank.draft.chair, office.post("ct").to_string());
        assert_eq!(blank.draft.first, "2027-01-05", "the first Tuesday again");
        assert!(blank.draft.content.contains("{số}") && blank.draft.session == "1");

        let seen = meeting::planning(&office.secretary(), body.id, a_plan(&office)).await.expect("a plan");
        let days: Vec<_> = seen.foreseen.iter().map(|one| one.session.date.to_string()).collect();
        assert_eq!(days, ["2027-01-04", "2027-02-12", "2027-03-05"]);
        assert!(seen.foreseen[0].off.is_some() && seen.foreseen[1].off.is_some(), "New Year's Day, then Tết");
        let busy: Vec<usize> = seen.foreseen.iter().map(|one| one.conflicts.iter().filter(|c| c.with.is_some()).count()).collect();
        assert_eq!(busy, [0, 1, 1], "the chair, then the room");
        let wrong = meeting::planning(&office.secretary(), body.id, PlanDraft { minutes: "x".into(), ..a_plan(&office) }).await.expect("the form");
        assert_eq!((wrong.issues.len(), wrong.foreseen.len()), (1, 0));
    }

    async fn conflicts_let_none_of_them_through(office: TestOffice) {
        let body = committee(&office).await;
        office.put(office.an_entry().on("2027-02-12").at("09:00-10:00").chaired_by("ct")).await;
        let no = refused(meeting::plan_meetings(&office.secretary(), body.id, body.version, a_plan(&office)).await);
        assert!(matches!(&no, Refusal::Conflicts(found) if found.iter().any(|c| c.with.is_some())), "{no:?}");
        let list = meeting::list_meetings(&office.secretary()).await.expect("a list").meetings;
        assert!(list.iter().all(|m| m.session.is_none()), "nothing is left behind");
        assert!(office.board("2027-W01".parse().expect("a week")).await.entries.is_empty());

        let plan = moved(a_plan(&office), &[("2027-01-01", "2027-01-04", true), ("2027-02-05", "2027-02-12", false), ("2027-03-05", "2027-03-09", true)]);
        let made = meeting::plan_meetings(&office.secretary(), body.id, body.version, plan).await.expect("the other two");
        let told: Vec<_> = made.iter().map(|m| (m.session, m.day(), m.proposal.content.as_str())).collect();
        assert_eq!(told, [
            (Some(5), day("2027-01-04"), "Phiên họp thường kỳ thứ 5, tháng 01/2027"),
            (Some(6), day("2027-03-09"), "Phiên họp thường kỳ thứ 6, tháng 03/2027"),
        ]);
    }

    async fn each_becomes_a_draft_with_entry_members_and_template(office: TestOffice) {
        let body = committee(&office).await;
        let session = meeting::list_meetings(&office.secretary()).await.expect("a list").meetings[0].clone();
        meeting::save_agenda_template(&office.secretary(), session.id).await.expect("a template");
        let before = office.board("2027-W06".parse().expect("a week")).await.week.version;
        let made = meeting::plan_meetings(&office.secretary(), body.id, body.version, a_plan(&office)).await.expect("planned");
        assert_eq!(made.len(), 3);
        let seen = dossier(&office, &made[1]).await;
        assert_eq!((seen.meeting.state, seen.meeting.proposal.body), (MeetingState::Draft, Some(body.id)));
        let board = office.board("2027-W06".parse().expect("a week")).await;
        assert!(board.week.version > before, "others who look at the week are told");
        let entry = board.entries.iter().find(|e| Some(e.id) == seen.meeting.board.as_ref().map(|b| b.entry)).expect("its entry");
        assert_eq!((entry.plan.room, entry.plan.preparing_unit), (Some(office.room(ROOM)), body.unit));
        let people = seen.people.expect("people");
        let members = people.invitees.iter().filter(|one| matches!(one.who, Who::Person(_))).count();
        assert_eq!(members + 1, body.members.len(), "all but the chair");
        assert_eq!(seen.agenda.len(), 7);
        let lines = journal::list(&office.chief(), None, None).await.expect("lines");
        let line = lines.iter().find(|line| line.deed == "meeting.plan_meetings").expect("a line of the body");
        assert!(line.fields[0].after.contains("6 (12/02/2027)"), "{:?}", line.fields);
        assert_eq!(lines.iter().filter(|line| line.deed == "meeting.plan_meeting").count(), 3);

        let twice = PlanDraft { first: "2027-04-02".into(), ..a_plan(&office) };
        let again = meeting::plan_meetings(&office.secretary(), body.id, body.version, twice).await;
        let planned = Problem::NumberTaken { by: made[0].proposal.content.clone(), free: 8 };
        assert_eq!(issue(again), ("session".to_owned(), planned), "a second press plans nothing twice");
        let next = meeting::planning(&office.secretary(), body.id, PlanDraft::default()).await.expect("the usual form");
        assert_eq!(next.draft.session, "8");
    }

    async fn neighbours_know_each_other_and_items_go_to_the_next(office: TestOffice) {
        let body = committee(&office).await;
        let made = meeting::plan_meetings(&office.secretary(), body.id, body.version, a_plan(&office)).await.expect("planned");
        let middle = added(&office, &made[1], "Báo cáo quý", "20").await;
        let seen = dossier(&office, &middle).await;
        let around = [&seen.beside.previous, &seen.beside.next].map(|one| one.as_ref().map(|one| (one.id, one.session)));
        assert_eq!(around, [Some((made[0].id, Some(5))), Some((made[2].id, Some(7)))]);
        let order: Vec<_> = seen.later.iter().map(|(id, _)| *id).collect();
        assert_eq!(order, [made[2].id, made[0].id], "the next one first");
        assert!(seen.later[0].1.starts_with("Phiên thứ 7, "), "{}", seen.later[0].1);
        meeting::carry_item(&office.secretary(), middle.id, middle.version, seen.agenda[0].id, made[2].id, "Hết giờ").await.expect("carried");
        assert_eq!(dossier(&office, &made[2]).await.agenda[0].before, [(middle.id, day("2027-02-12"))]);

        let board = made[1].board.clone().expect("its entry");
        schedule::postpone_entry(&office.secretary(), board.entry, board.version, "Bận việc khác", None).await.expect("postponed");
        let next = dossier(&office, &made[0]).await.beside.next.map(|one| one.id);
        assert_eq!(next, Some(made[2].id), "what is postponed is passed over");
        let first = dossier(&office, &made[0]).await.beside.previous.expect("the session of the week");
        assert_eq!(first.date, day("2026-12-01"));
        let chair = meeting::meeting(&office.leader("ct").await, made[1].id).await.expect("the chair's");
        assert!(chair.beside.next.is_some() && chair.later.is_empty());
    }

    async fn a_meeting_that_exists_joins_the_series_and_leaves_it(office: TestOffice) {
        let body = committee(&office).await;
        let made = meeting::plan_meetings(&office.secretary(), body.id, body.version, a_plan(&office)).await.expect("planned");
        let known = drafted(&office).await;
        assert_eq!((known.session, known.proposal.body), (None, None));
        let form = |body: &Body, session: &str| SessionDraft { body: body.id.to_string(), session: session.into() };
        let number = async |seen: i32, draft| meeting::number_meeting(&office.secretary(), known.id, seen, draft).await;
        let taken = number(known.version, form(&body, "5")).await;
        let planned = Problem::NumberTaken { by: made[0].proposal.content.clone(), free: 8 };
        assert_eq!(issue(taken), ("session".to_owned(), planned), "the next one of the plan");
        let given = number(known.version, form(&body, "4")).await.expect("given");
        assert_eq!((given.session, given.body_name.as_str(), given.version), (Some(4), body.name.as_str(), known.version + 1));
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        let told = line.fields.iter().find(|field| field.field == "session").expect("the number");
        assert_eq!((line.deed.as_str(), told.after.as_str()), ("meeting.number_meeting", "4"));
        let next = dossier(&office, &given).await.beside.next.expect("the plan goes on");
        assert_eq!((next.id, next.session), (made[0].id, Some(5)));
        let before = dossier(&office, &made[0]).await.beside.previous.expect("the new one");
        assert_eq!((before.id, before.session), (known.id, Some(4)));

        assert_eq!(stale(number(known.version, form(&body, "3")).await).current, given.version);
        let same = number(given.version, form(&body, "4")).await.expect("its own number is free");
        let out = number(same.version, SessionDraft::default()).await.expect("taken out");
        assert_eq!((out.session, out.proposal.body), (None, None));
        let left = dossier(&office, &made[0]).await.beside.previous.map(|one| one.id);
        assert_ne!(left, Some(known.id));
    }

    async fn a_body_that_was_changed_or_is_unknown_plans_nothing(office: TestOffice) {
        let body = committee(&office).await;
        let draft = BodyDraft { basis: "Quyết định 12/QĐ-UBND".into(), ..BodyDraft::of(&body) };
        meeting::save_body(&office.secretary(), Some(body.id), body.version, draft).await.expect("changed");
        let told = stale(meeting::plan_meetings(&office.secretary(), body.id, body.version, a_plan(&office)).await);
        assert_eq!((told.seen, told.current), (body.version, body.version + 1));
        let unknown = meeting::plan_meetings(&office.secretary(), BodyId(999), 1, a_plan(&office)).await;
        assert_eq!(refused(unknown), Refusal::NotFound);
        let stranger = office.secretary_of(&["pct-vx"]);
        let others = meeting::plan_meetings(&stranger, body.id, body.version + 1, a_plan(&office)).await;
        assert_eq!(refused(others), Refusal::NotYours, "the Chairman's days are for those who serve him");
        let late = PlanDraft { first: "2026-11-06".into(), ..a_plan(&office) };
        let past = meeting::plan_meetings(&office.secretary(), body.id, body.version + 1, late).await;
        assert_eq!(issue(past), ("first".to_owned(), Problem::Past));
    }
}
