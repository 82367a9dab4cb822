//! Materials: owed by a unit, asked for again, sent in versions, and found by nobody whom
//! they are not for.

mod circle;
mod reading;
mod sent;

use super::agenda::{added, dossier};
use super::{drafted, step};
use crate::file;
use crate::support::{TestOffice, issue, on_both, refused, stale};
use domain::file::Owner;
use domain::meeting::{Mark, Material, MaterialDraft, Meeting, MeetingStep, Pack, Shift};
use domain::{Problem, Refusal};
use office::{Desk, journal, meeting, schedule, waiting};

/// The Department of Finance owes a report until Friday, 11 December.
pub fn a_line(office: &TestOffice, title: &str) -> MaterialDraft {
    MaterialDraft {
        title: title.into(),
        kind: "report".into(),
        unit: office.unit("STC").to_string(),
        due_date: "2026-12-11".into(),
        due_time: "11:30".into(),
        access: "invited".into(),
        ..MaterialDraft::default()
    }
}

pub async fn packed(desk: &Desk, known: &Meeting) -> Pack {
    meeting::pack(desk, known.id).await.expect("a pack")
}

/// The line with this title, as somebody sees it.
pub async fn named(desk: &Desk, known: &Meeting, title: &str) -> Material {
    let pack = packed(desk, known).await;
    pack.materials.into_iter().find(|material| material.plan.title == title).expect("the line")
}

pub async fn owed(office: &TestOffice, known: &Meeting, draft: MaterialDraft) -> Meeting {
    meeting::add_material(&office.secretary(), known.id, known.version, draft).await.expect("a line")
}

/// A meeting to which Finance owes a report, and the report.
pub async fn with_a_line(office: &TestOffice) -> (Meeting, Material) {
    let known = drafted(office).await;
    let known = owed(office, &known, a_line(office, "Báo cáo giải ngân")).await;
    let material = named(&office.secretary(), &known, "Báo cáo giải ngân").await;
    (known, material)
}

pub fn owner(material: &Material) -> Owner {
    Owner::Material(material.id)
}

fn titles(pack: &Pack) -> Vec<&str> {
    pack.materials.iter().map(|material| material.plan.title.as_str()).collect()
}

on_both! {
    async fn what_a_unit_owes_is_counted_at_its_desk_as_on_the_page_of_papers(office: TestOffice) {
        let finance = async || office.officer("STC").await;
        let before = waiting::own(&finance().await).await.expect("a count").papers.len();
        let (_, material) = with_a_line(&office).await;
        let own = waiting::own(&finance().await).await.expect("a count");
        let papers = meeting::papers(&finance().await).await.expect("a page");
        let on_page: Vec<_> = papers.owed.into_iter().filter(|owed| owed.material.is_owed()).collect();
        assert_eq!((own.papers.len(), &own.papers), (before + 1, &on_page), "the same lines in the same order");
        assert_eq!(own.counts().papers as usize, on_page.len());
        let head = waiting::own(&office.head("STC").await).await.expect("a count");
        assert_eq!(head.papers, own.papers, "its head is told the same");
        for other in [office.officer("SYT").await, office.secretary()] {
            let own = waiting::own(&other).await.expect("a count").papers;
            assert!(own.iter().all(|owed| owed.material.id != material.id), "{:?}", other.actor.roles);
        }
        let mark = async || {
            let own = waiting::own(&finance().await).await.expect("a count").papers;
            own.into_iter().find(|owed| owed.material.id == material.id).map(|owed| owed.material.mark)
        };
        assert_eq!(mark().await, Some(Mark::Far));
        office.at("2026-12-11 09:00");
        assert_eq!(mark().await, Some(Mark::Amber));
        office.at("2026-12-11 11:31");
        assert_eq!(mark().await, Some(Mark::Red));
        office.at("2027-01-16 09:00");
        assert_eq!(mark().await, None, "a month after the meeting it is off the page");
        office.at("2026-12-11 12:00");
        file::sent(&finance().await, owner(&material), "a.pdf", &file::a_pdf(99)).await.expect("sent");
        assert_eq!(mark().await, None, "it came");
    }

    async fn nobody_waits_for_the_papers_of_a_meeting_that_is_off(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        file::sent(&office.officer("STC").await, owner(&material), "a.pdf", &file::a_pdf(99)).await.expect("sent");
        let known = owed(&office, &known, a_line(&office, "Tờ trình")).await;
        let waits = async || {
            let finance = office.officer("STC").await;
            let papers = meeting::papers(&finance).await.expect("a page");
            let pack = papers.packs.iter().find(|pack| pack.meeting == known.id).map(|pack| pack.standing.is_going());
            let own = waiting::own(&finance).await.expect("a count").counts().papers as usize;
            (papers.missing(), papers.late(), own, pack)
        };
        office.at("2026-12-11 14:00");
        let (missing, late, own, pack) = waits().await;
        assert_eq!((own, pack), (missing, Some(true)));
        let board = known.board.as_ref().expect("an entry");
        let off = schedule::cancel_entry(&office.secretary(), board.entry, board.version, "Bão").await.expect("cancelled");
        assert_eq!(waits().await, (missing - 1, late - 1, missing - 1, Some(false)));
        schedule::resume_entry(&office.secretary(), off.id, off.version, "").await.expect("again");
        assert_eq!(waits().await, (missing, late, missing, Some(true)));
    }

    async fn lines_stand_in_the_order_of_the_agenda(office: TestOffice) {
        let known = drafted(&office).await;
        let known = added(&office, &known, "Khai mạc", "10").await;
        let known = added(&office, &known, "Báo cáo", "20").await;
        let items: Vec<_> = dossier(&office, &known).await.agenda.iter().map(|item| item.id.to_string()).collect();
        let on = |item: &str, title: &str| MaterialDraft { item: item.into(), ..a_line(&office, title) };
        let mut now = known;
        for (item, title) in [(items[1].as_str(), "Báo cáo"), (&items[0], "Diễn văn"), (&items[1], "Phụ lục"), ("", "Chương trình")] {
            now = owed(&office, &now, on(item, title)).await;
        }
        let secretary = office.secretary();
        assert_eq!(titles(&packed(&secretary, &now).await), ["Chương trình", "Diễn văn", "Báo cáo", "Phụ lục"]);

        let annex = named(&secretary, &now, "Phụ lục").await.id;
        let moved = meeting::move_material(&secretary, annex, now.version, Shift::Up).await.expect("moved");
        assert_eq!(titles(&packed(&secretary, &moved).await), ["Chương trình", "Diễn văn", "Phụ lục", "Báo cáo"]);
        let again = meeting::move_material(&secretary, annex, moved.version, Shift::Up).await.expect("nothing to do");
        assert_eq!(again.version, moved.version);
        let told = stale(meeting::remove_material(&secretary, annex, now.version).await);
        assert_eq!((told.seen, told.current), (now.version, moved.version));

        let report = items[1].parse().expect("a number");
        meeting::remove_item(&secretary, moved.id, moved.version, report).await.expect("off the agenda");
        let after = packed(&secretary, &now).await;
        assert_eq!(titles(&after), ["Phụ lục", "Báo cáo", "Chương trình", "Diễn văn"], "they stay with the meeting");
    }

    async fn a_line_is_changed_and_taken_away_with_its_history(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let secretary = office.secretary();
        let nothing = meeting::add_material(&secretary, known.id, known.version, MaterialDraft::default()).await;
        assert!(matches!(refused(nothing), Refusal::Invalid(issues) if issues.len() == 4));
        let other = MaterialDraft { due_time: "15:00".into(), ..MaterialDraft::of(&material) };
        let changed = meeting::change_material(&secretary, material.id, known.version, other).await.expect("changed");
        let line = &journal::list(&office.chief(), None, None).await.expect("lines")[0];
        assert_eq!(line.deed, "meeting.change_material");
        let change = &line.fields[0];
        assert!(change.before.ends_with(", 11:30 11/12/2026)") && change.after.ends_with(", 15:00 11/12/2026)"), "{change:?}");
        let told = stale(meeting::change_material(&secretary, material.id, known.version, a_line(&office, "Khác")).await);
        assert!(told.changes.iter().any(|change| change.field == "material"));
        meeting::remove_material(&secretary, material.id, changed.version).await.expect("gone");
        assert!(packed(&secretary, &known).await.materials.is_empty());
    }

    async fn what_is_missed_is_asked_for_again_and_counted(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let left = waiting::waiting(&office.chief()).await.expect("a desk").meetings;
        assert!(left.papers.is_empty(), "there is time");
        office.at("2026-12-10 08:00");
        let finance = office.officer("STC").await;
        let own = meeting::papers(&finance).await.expect("papers").owed;
        let mine = own.iter().find(|owed| owed.material.id == material.id).expect("the line");
        assert_eq!((mine.material.mark, mine.content.as_str()), (Mark::Amber, known.proposal.content.as_str()));
        assert_eq!(own[0].material.id, material.id, "what is owed leads");

        office.at("2026-12-11 14:00");
        let left = waiting::waiting(&office.chief()).await.expect("a desk").meetings.papers;
        assert_eq!((left.len(), left[0].late, left[0].soon), (1, 1, 0));
        let secretary = office.secretary();
        meeting::remind_material(&secretary, material.id, "Gọi văn thư Sở").await.expect("asked again");
        office.minutes_later(30);
        let again = meeting::remind_material(&office.secretary(), material.id, "").await.expect("asked again");
        assert_eq!((again.chased.len(), again.chased[0].text.as_str()), (2, "Gọi văn thư Sở"));
        assert_eq!(again.chased[0].by, secretary.actor.name);

        let mute = meeting::note_received(&secretary, material.id, " ").await;
        assert_eq!(issue(mute), ("received".to_owned(), Problem::Required));
        let noted = meeting::note_received(&office.secretary(), material.id, "Bản giấy số 45/BC-STC").await.expect("noted");
        assert_eq!(noted.mark, Mark::DoneLate);
        assert!(waiting::waiting(&office.chief()).await.expect("a desk").meetings.papers.is_empty());
        let late = meeting::remind_material(&secretary, material.id, "").await;
        assert_eq!(issue(late), ("chase".to_owned(), Problem::Taken), "nobody is asked for what has come");
    }

    async fn the_demo_shows_what_came_late_and_what_is_for_the_chair(office: TestOffice) {
        let list = meeting::list_meetings(&office.secretary()).await.expect("a list").meetings;
        let review = &list[1];
        let pack = packed(&office.secretary(), review).await;
        let late: Vec<_> = pack.materials.iter().filter(|m| m.mark == Mark::DoneLate).collect();
        assert_eq!((pack.materials.len(), late.len()), (6, 1));
        assert_eq!((late[0].chased.len(), late[0].unit_name.is_empty()), (2, false));
        let numbers = pack.materials.iter().filter(|m| m.noted.as_ref().is_some_and(|noted| !noted.text.is_empty()));
        assert_eq!(numbers.count(), 6, "each with its number in the document system");
        let seen = packed(&office.officer("STC").await, review).await.materials;
        assert_eq!(seen.len(), 5, "the draft of the conclusion is not for units");
        assert_eq!(packed(&office.leader("pcttt").await, review).await.materials.len(), 6, "the chair has it");
    }

    async fn nothing_is_arranged_before_the_board_or_after_the_meeting(office: TestOffice) {
        let (known, material) = with_a_line(&office).await;
        let convened = step(&office.secretary(), &known, MeetingStep::Convene).await;
        office.at("2026-12-16 14:00");
        let held = step(&office.secretary(), &convened, MeetingStep::Hold).await;
        let late = meeting::add_material(&office.secretary(), held.id, held.version, a_line(&office, "Khác")).await;
        assert_eq!(refused(late), Refusal::WrongMeetingState { state: held.state });
        let gone = meeting::remove_material(&office.secretary(), material.id, held.version).await;
        assert_eq!(refused(gone), Refusal::WrongMeetingState { state: held.state });
    }
}
