//! Real hours: pressed on the day, typed, taken back; and what those who wait see of them.

use super::agenda::{added, an_item, dossier};
use super::{a_proposal, agreed, scheduled, step};
use crate::support::{TestOffice, issue, on_both, refused, stale};
use chrono::NaiveTime;
use domain::meeting::{Course, ItemDraft, Meeting, MeetingStep, NotInSession, RealHoursDraft, Turn};
use domain::{ItemId, Problem, Refusal};
use office::{Desk, meeting, schedule};

/// Wednesday, 08:30: an opening, a report of the Department of Finance, one of Health.
async fn on_the_day(office: &TestOffice) -> Meeting {
    let mut known = scheduled(office, &agreed(office, a_proposal(office)).await).await;
    known = added(office, &known, "Khai mạc", "10").await;
    for (content, minutes, unit) in [("Báo cáo giải ngân", "30", "STC"), ("Đề án trạm y tế", "20", "SYT")]
    {
        let draft = ItemDraft { presenter_unit: office.unit(unit).to_string(), ..an_item(content, minutes) };
        let desk = office.secretary();
        known = meeting::add_item(&desk, known.id, known.version, draft, "").await.expect("added");
    }
    office.at("2026-12-16 08:45");
    known
}

async fn items(office: &TestOffice, known: &Meeting) -> Vec<ItemId> {
    dossier(office, known).await.agenda.iter().map(|item| item.id).collect()
}

async fn begun(office: &TestOffice, known: &Meeting, item: ItemId) -> Meeting {
    meeting::begin_item(&office.secretary(), known.id, known.version, item).await.expect("begun")
}

/// "began-ended" of each item.
async fn noted(office: &TestOffice, known: &Meeting) -> Vec<(String, String)> {
    let agenda = dossier(office, known).await.agenda;
    agenda.iter().map(RealHoursDraft::of).map(|draft| (draft.began, draft.ended)).collect()
}

fn typed(began: &str, ended: &str) -> RealHoursDraft {
    RealHoursDraft { began: began.into(), ended: ended.into() }
}

fn pair(began: &str, ended: &str) -> (String, String) {
    (began.to_owned(), ended.to_owned())
}

async fn course(desk: &Desk, known: &Meeting) -> Course {
    meeting::course(desk, known.id).await.expect("the course")
}

on_both! {
    async fn items_begin_and_end_by_a_press(office: TestOffice) {
        let known = on_the_day(&office).await;
        let all = items(&office, &known).await;
        let first = begun(&office, &known, all[0]).await;
        assert_eq!(first.version, known.version + 1);
        let again = begun(&office, &first, all[0]).await;
        assert_eq!(again.version, first.version, "it is on already");
        office.at("2026-12-16 08:52");
        let ended = meeting::end_item(&office.secretary(), known.id, first.version, all[0]).await.expect("ended");
        let second = begun(&office, &ended, all[1]).await;
        assert_eq!(noted(&office, &second).await, [pair("08:45", "08:52"), pair("08:52", ""), pair("", "")]);

        let never = meeting::end_item(&office.secretary(), known.id, second.version, all[2]).await;
        assert_eq!(issue(never), ("began".to_owned(), Problem::Required));
        let unknown = meeting::begin_item(&office.secretary(), known.id, second.version, ItemId(999_999)).await;
        assert_eq!(refused(unknown), Refusal::NotFound);
        let lines = dossier(&office, &second).await.history;
        let line = lines.iter().find(|line| line.deed == "meeting.end_item").expect("a line");
        let fields: Vec<_> = line.fields.iter().map(|f| (f.field.as_str(), f.after.as_str())).collect();
        assert_eq!(fields, [("item", "Khai mạc"), ("ended", "08:52")]);
    }

    async fn hours_are_typed_and_taken_back(office: TestOffice) {
        let known = on_the_day(&office).await;
        let all = items(&office, &known).await;
        let desk = office.secretary();
        let late = meeting::note_hours(&desk, known.id, known.version, all[0], typed("8h35", "9h00")).await;
        assert_eq!(issue(late), ("ended".to_owned(), Problem::HourNotYet));
        let kept = meeting::note_hours(&desk, known.id, known.version, all[0], typed("8h35", "8h44")).await.expect("kept");
        assert_eq!(noted(&office, &kept).await[0], pair("08:35", "08:44"));
        let same = meeting::note_hours(&desk, known.id, kept.version, all[0], typed("08:35", "08:44")).await.expect("nothing to do");
        assert_eq!(same.version, kept.version);
        let told = stale(meeting::note_hours(&desk, known.id, known.version, all[0], typed("", "")).await);
        assert!(told.changes.iter().any(|change| change.field == "began" && change.after == "08:35"), "{told:?}");
        let none = meeting::note_hours(&desk, known.id, kept.version, all[0], typed("", "")).await.expect("taken back");
        assert_eq!(noted(&office, &none).await[0], pair("", ""));
    }

    async fn only_a_meeting_that_is_held_has_hours(office: TestOffice) {
        let known = on_the_day(&office).await;
        let all = items(&office, &known).await;
        let press = async |desk: Desk| refused(meeting::begin_item(&desk, known.id, known.version, all[0]).await);
        let day = known.day();
        office.at("2026-12-15 23:59");
        assert_eq!(press(office.secretary()).await, Refusal::NotInSession(NotInSession::NotYet(day)));
        office.at("2026-12-17 00:01");
        assert_eq!(press(office.secretary()).await, Refusal::NotInSession(NotInSession::Over(day)));
        let later = meeting::note_hours(&office.secretary(), known.id, known.version, all[0], typed("08:31", "")).await;
        assert_eq!(later.expect("typed afterwards").version, known.version + 1);

        office.at("2026-12-16 07:00");
        let board = known.board.as_ref().expect("an entry");
        let version = async || dossier(&office, &known).await.meeting.board.expect("an entry").version;
        schedule::postpone_entry(&office.secretary(), board.entry, board.version, "Bão", None).await.expect("postponed");
        assert_eq!(press(office.secretary()).await, Refusal::NotInSession(NotInSession::Postponed));
        schedule::resume_entry(&office.secretary(), board.entry, version().await, "").await.expect("going again");
        schedule::cancel_entry(&office.secretary(), board.entry, version().await, "Bão").await.expect("cancelled");
        assert_eq!(press(office.secretary()).await, Refusal::NotInSession(NotInSession::Cancelled));
    }

    async fn what_was_forgotten_is_typed_once_it_was_held(office: TestOffice) {
        let known = on_the_day(&office).await;
        let all = items(&office, &known).await;
        let convened = step(&office.secretary(), &known, MeetingStep::Convene).await;
        let held = step(&office.secretary(), &convened, MeetingStep::Hold).await;
        let pressed = meeting::begin_item(&office.secretary(), held.id, held.version, all[0]).await;
        assert_eq!(refused(pressed), Refusal::WrongMeetingState { state: held.state });
        let kept = meeting::note_hours(&office.secretary(), held.id, held.version, all[0], typed("08:32", "08:40")).await.expect("kept");
        assert_eq!(noted(&office, &kept).await[0], pair("08:32", "08:40"));
        let ended = step(&office.secretary(), &kept, MeetingStep::Conclude).await;
        let late = meeting::note_hours(&office.secretary(), ended.id, ended.version, all[0], typed("", "")).await;
        assert_eq!(refused(late), Refusal::WrongMeetingState { state: ended.state });
    }

    async fn who_waits_outside_sees_when_the_own_item_comes(office: TestOffice) {
        let known = on_the_day(&office).await;
        let all = items(&office, &known).await;
        begun(&office, &known, all[0]).await;
        let health = office.officer("SYT").await;
        let seen = course(&health, &known).await;
        let own: Vec<_> = seen.lines.iter().filter(|line| line.is_own).map(|line| line.content.as_str()).collect();
        assert_eq!(own, ["Đề án trạm y tế"]);
        let hours = seen.hours("2026-12-16T08:45:00".parse().expect("a moment"));
        let hour = |text: &str| text.parse::<NaiveTime>().ok();
        assert_eq!((hours[0].turn, hours[0].begins), (Turn::Runs, hour("08:45:00")));
        assert_eq!((hours[2].turn, hours[2].begins, hours[2].late()), (Turn::Waits, hour("09:25:00"), Some(15)));
        assert_eq!(course(&office.secretary(), &known).await.lines.len(), 3);
        assert_eq!(refused(meeting::course(&office.officer("SXD").await, known.id).await), Refusal::NotFound);
    }
}
