use super::*;
use crate::access::Role;
use crate::calendar::working_day::{Holiday, HolidayKind};
use crate::file::{Kind, Owner};
use crate::id::{AccountId, FileId, PersonId, UnitId};
use crate::meeting::Shift;
use crate::meeting::story::{a_meeting, an_item};
use crate::refusal::Problem;
use crate::schedule::story::{day, moment, post};

/// "2026-12-04T11:30" on the clocks of Vietnam.
fn local(text: &str) -> DateTime<Utc> {
    moment(text) - chrono::TimeDelta::hours(7)
}

fn units() -> Vec<(UnitId, String)> {
    vec![(UnitId(7), "Sở Tài chính".into()), (UnitId(8), "Sở Xây dựng".into())]
}

fn a_draft() -> MaterialDraft {
    MaterialDraft {
        item: "2".into(),
        title: "Báo cáo giải ngân".into(),
        kind: "report".into(),
        unit: "7".into(),
        due_date: "2026-12-04".into(),
        due_time: "11h30".into(),
        access: "invited".into(),
        ..MaterialDraft::default()
    }
}

fn a_material(id: i64, item: Option<i64>) -> Material {
    let (_, plan) = a_draft().check(&units(), &[an_item(2, "Giải ngân", 20)]).unwrap();
    Material {
        id: MaterialId(id),
        meeting: MeetingId(1),
        item: item.map(ItemId),
        plan,
        unit_name: "Sở Tài chính".into(),
        noted: None,
        chased: Vec::new(),
        closed: None,
        files: Vec::new(),
        mark: Mark::Far,
    }
}

fn a_file(id: i64, replaces: Option<i64>, at: &str) -> File {
    File {
        id: FileId(id),
        owner: Owner::Material(MaterialId(1)),
        name: "bao-cao.pdf".into(),
        kind: Kind::Pdf,
        size: 1,
        sha256: String::new(),
        by: "Văn thư".into(),
        at: local(at),
        version: 1,
        replaces: replaces.map(FileId),
        reason: String::new(),
        confirmed_by: "Văn thư".into(),
    }
}

fn with(role: Role) -> Actor {
    Actor { account: Some(AccountId(1)), roles: vec![role], ..Actor::nobody() }
}

fn officer_of(unit: i64) -> Actor {
    Actor { unit: Some(UnitId(unit)), ..with(Role::DepartmentOfficer) }
}

/// Finance owes; a member of the body sits in Construction; a Vice Chairman takes part.
fn a_circle() -> Circle {
    let mut circle = Circle::default();
    circle.add(Reader { unit: Some(UnitId(7)), name: "Sở Tài chính".into(), ..Reader::default() });
    circle.add(Reader {
        person: Some(PersonId(30)),
        unit: Some(UnitId(8)),
        name: "Giám đốc Sở Xây dựng".into(),
        is_member: true,
        ..Reader::default()
    });
    circle.add(Reader {
        post: Some(post("pct-kt")),
        person: Some(PersonId(40)),
        name: "PCT".into(),
        is_member: true,
        ..Reader::default()
    });
    circle
}

#[test]
fn a_line_says_what_who_and_until_when_on_the_clocks_of_vietnam() {
    let agenda = [an_item(2, "Giải ngân", 20)];
    let (item, plan) = a_draft().check(&units(), &agenda).unwrap();
    assert_eq!((item, plan.unit, plan.kind), (Some(ItemId(2)), UnitId(7), PaperKind::Report));
    assert_eq!(plan.due, Some(local("2026-12-04T11:30")));
    let material = a_material(1, Some(2));
    assert_eq!(MaterialDraft::of(&material), MaterialDraft { due_time: "11:30".into(), ..a_draft() });
    let (_, whole_day) =
        MaterialDraft { due_time: String::new(), ..a_draft() }.check(&units(), &agenda).unwrap();
    assert_eq!(whole_day.due, Some(local("2026-12-04T17:00")));
    let (_, open) = MaterialDraft { due_date: String::new(), ..a_draft() }.check(&units(), &agenda).unwrap();
    assert_eq!(open.due, None, "an urgent meeting may have no time");
}

#[test]
fn a_line_is_told_everything_at_once() {
    let wrong = MaterialDraft {
        item: "9".into(),
        unit: "99".into(),
        due_date: "hôm nào".into(),
        access: "all".into(),
        ..MaterialDraft::default()
    };
    let issues = wrong.check(&units(), &[]).unwrap_err();
    let fields: Vec<_> = issues.iter().map(|issue| issue.field.as_str()).collect();
    assert_eq!(fields, ["material_item", "paper_kind", "access", "owed_by", "material_title", "due_date"]);
    let nobody = MaterialDraft { unit: " ".into(), ..a_draft() };
    let issues = nobody.check(&units(), &[an_item(2, "Giải ngân", 20)]).unwrap_err();
    assert_eq!(issues, [crate::refusal::Issue::new("owed_by", Problem::Required)]);
}

#[test]
fn a_line_is_owed_then_late_and_what_comes_is_in_time_or_not() {
    let free = Holiday {
        date: day("2026-12-03"),
        name: "Nghỉ bù".into(),
        kind: HolidayKind::Holiday,
        source: String::new(),
        provisional: false,
    };
    let days = WorkingDays::new(&[free]);
    let mark = |material: &Material, now: &str| material.marked(local(now), &days, 1);
    let owed = a_material(1, None);
    assert_eq!(mark(&owed, "2026-12-01T23:59"), Mark::Far);
    assert_eq!(
        mark(&owed, "2026-12-02T07:00"),
        Mark::Amber,
        "Thursday is off, so Wednesday is the day before"
    );
    assert_eq!(mark(&owed, "2026-12-04T11:30"), Mark::Amber, "the minute itself is in time");
    assert_eq!(mark(&owed, "2026-12-04T11:31"), Mark::Red);

    let files = vec![a_file(1, None, "2026-12-04T11:00"), a_file(2, Some(1), "2026-12-05T08:00")];
    let sent = Material { files, ..owed.clone() };
    assert_eq!(
        mark(&sent, "2026-12-09T08:00"),
        Mark::Done,
        "a later version does not make the first one late"
    );
    assert_eq!(sent.file().map(|file| file.id), Some(FileId(2)));
    let late = Material { files: vec![a_file(1, None, "2026-12-04T12:00")], ..owed.clone() };
    assert_eq!(mark(&late, "2026-12-04T13:00"), Mark::DoneLate);
    let on_paper =
        Noted { by: "Thư ký".into(), at: local("2026-12-03T09:00"), text: "Bản giấy".into() };
    assert_eq!(mark(&Material { noted: Some(on_paper), ..owed.clone() }, "2026-12-09T08:00"), Mark::Done);
    let plan = MaterialPlan { due: None, ..owed.plan.clone() };
    assert_eq!(mark(&Material { plan, ..owed }, "2027-12-09T08:00"), Mark::Far);
}

/// Who may read what. The rows are the people, the columns the three rules, then a paper
/// that was closed.
#[test]
fn each_person_reads_what_the_table_says_and_nothing_else() {
    let circle = a_circle();
    let meeting = a_meeting();
    let chair = Actor { holds: vec![post("pcttt")], ..with(Role::Leader) };
    let taking_part = Actor { holds: vec![post("pct-kt")], ..with(Role::Leader) };
    let member = Actor { person: Some(PersonId(30)), ..with(Role::Leader) };
    const X: bool = true;
    const O: bool = false;
    #[rustfmt::skip]
    let table = [
        //                                                   invited, members, office, closed
        ("secretary", with(Role::Secretary), Near::Office,       [X, X, X, X]),
        ("chief", with(Role::ChiefOfOffice), Near::Office,       [X, X, X, X]),
        ("chair", chair, Near::Chair,                            [X, X, X, O]),
        ("a leader who takes part", taking_part, Near::Member,   [X, X, O, O]),
        ("a member of the body", member, Near::Member,           [X, X, O, O]),
        ("the officer of a member", officer_of(8), Near::Invited, [X, O, O, O]),
        ("the unit that owes it", officer_of(7), Near::Invited,  [X, X, X, X]),
        ("another leader", with(Role::Leader), Near::Nobody,     [O, O, O, O]),
        ("a leader who belongs to it", Actor { unit: Some(UnitId(7)), ..with(Role::Leader) }, Near::Nobody, [O, O, O, O]),
        ("another unit", officer_of(9), Near::Nobody,            [O, O, O, O]),
        ("an officer without a unit", with(Role::DepartmentOfficer), Near::Nobody, [O, O, O, O]),
        ("the administrator", Actor { unit: Some(UnitId(7)), ..with(Role::Administrator) }, Near::Nobody, [O, O, O, O]),
        ("nobody", Actor::nobody(), Near::Nobody,                [O, O, O, O]),
    ];
    for (who, actor, near, reads) in table {
        assert_eq!(circle.near(&actor, &meeting), near, "{who}");
        for (access, may) in Access::ALL.into_iter().zip(reads) {
            let known = a_material(1, None);
            let material = Material { plan: MaterialPlan { access, ..known.plan.clone() }, ..known };
            assert_eq!(material.is_seen_by(&actor, near), may, "{who}: {access:?}");
        }
        let closed = Some(("Văn thư".to_owned(), local("2026-12-10T08:00")));
        let closed = Material { closed, ..a_material(1, None) };
        assert_eq!(closed.is_seen_by(&actor, near), reads[3], "{who}: closed");
    }
}

#[test]
fn its_unit_and_the_office_send_while_the_meeting_is_on_the_board() {
    let material = a_material(1, None);
    for (actor, sends) in [
        (with(Role::Secretary), true),
        (with(Role::ChiefOfOffice), true),
        (officer_of(7), true),
        (officer_of(8), false),
        (with(Role::Leader), false),
        (with(Role::Administrator), false),
    ] {
        for state in MeetingState::ALL {
            let answer = material.takes_files_of(&actor, state);
            let right = match (sends, state.is_on_board()) {
                (false, _) => Err(Refusal::NotYours),
                (true, false) => Err(Refusal::WrongMeetingState { state }),
                (true, true) => Ok(()),
            };
            assert_eq!(answer, right, "{:?} {state:?}", actor.roles);
        }
        let close = |today| material.may_close(&actor, MeetingState::Convened, day("2026-12-09"), day(today));
        assert_eq!(close("2026-12-09").is_ok(), sends);
        assert!(close("2026-12-08").is_err(), "before the day everybody is to read");
    }
}

#[test]
fn a_closed_agenda_asks_why_something_is_replaced() {
    let owed = a_material(1, None);
    let sent = Material { files: vec![a_file(1, None, "2026-12-04T11:00")], ..owed.clone() };
    assert_eq!(
        [owed.needs_reason(true), sent.needs_reason(false), sent.needs_reason(true)],
        [false, false, true]
    );
}

#[test]
fn papers_stand_in_the_order_of_the_agenda() {
    let all =
        vec![a_material(1, Some(9)), a_material(2, Some(8)), a_material(3, None), a_material(4, Some(9))];
    let ordered = in_order(all, &[ItemId(8), ItemId(9)]);
    assert_eq!(ordered.iter().map(|m| m.id.0).collect::<Vec<_>>(), [3, 2, 1, 4]);
    let shift = |id, shift| {
        shifted_within(&ordered, MaterialId(id), shift)
            .map(|ids| ids.iter().map(|id| id.0).collect::<Vec<_>>())
    };
    assert_eq!(shift(4, Shift::Up), Some(vec![4, 1]));
    assert_eq!(shift(1, Shift::Down), Some(vec![4, 1]));
    assert_eq!(shift(4, Shift::Down), None);
    assert_eq!(shift(3, Shift::Up), None, "alone in its place");
    assert_eq!(shift(5, Shift::Up), None, "not there");
}

#[test]
fn one_who_is_found_twice_stands_in_the_circle_once() {
    let mut circle = a_circle();
    circle.add(Reader { unit: Some(UnitId(8)), name: "Sở Xây dựng".into(), ..Reader::default() });
    circle.add(Reader { person: Some(PersonId(40)), name: "PCT".into(), ..Reader::default() });
    assert_eq!(circle.readers.len(), 3);
    assert!(circle.readers[2].is_member, "what was known stays");
}

#[test]
fn who_opened_what_is_told_by_reader_and_version() {
    let files = vec![
        a_file(1, None, "2026-12-04T11:00"),
        File { version: 2, ..a_file(2, Some(1), "2026-12-05T08:00") },
    ];
    let material = Material { files, ..a_material(1, None) };
    let opened = |file, person: i64, unit: Option<i64>, hour: &str| Opening {
        file: FileId(file),
        name: String::new(),
        unit: unit.map(UnitId),
        person: Some(PersonId(person)),
        first: local(hour),
        last: local(hour),
    };
    let openings = [
        opened(1, 40, None, "2026-12-04T12:00"),
        opened(2, 41, Some(8), "2026-12-05T09:00"),
        opened(2, 42, Some(8), "2026-12-05T10:00"),
        opened(2, 43, Some(9), "2026-12-05T11:00"),
    ];
    let seen = seen_by(&material, &a_circle(), post("pcttt"), &openings);
    let told: Vec<_> = seen.iter().map(|by| (by.name.as_str(), by.seen)).collect();
    assert_eq!(
        told,
        [
            ("Giám đốc Sở Xây dựng", Some((2, local("2026-12-05T09:00"), local("2026-12-05T10:00")))),
            ("PCT", Some((1, local("2026-12-04T12:00"), local("2026-12-04T12:00")))),
        ],
        "officers read for their unit, and the unit that owes it is no reader"
    );
    let plan = MaterialPlan { access: Access::Office, ..material.plan.clone() };
    let narrow = Material { plan, ..material };
    assert!(seen_by(&narrow, &a_circle(), post("pcttt"), &openings).is_empty());
    assert_eq!(seen_by(&narrow, &a_circle(), post("pct-kt"), &openings).len(), 1, "the chair alone");
}

#[test]
fn codes_are_read_back() {
    assert!(PaperKind::ALL.into_iter().all(|kind| PaperKind::of_code(kind.code()) == Some(kind)));
    assert!(Access::ALL.into_iter().all(|access| Access::of_code(access.code()) == Some(access)));
    assert_eq!((PaperKind::of_code("?"), Access::of_code("?")), (None, None));
}

#[test]
fn what_presses_is_counted_for_the_desk() {
    let marked = |mark| Material { mark, ..a_material(1, None) };
    let left =
        PapersLeft::of(&a_meeting(), &[Mark::Red, Mark::Amber, Mark::Red, Mark::Far, Mark::Done].map(marked));
    assert_eq!(left.map(|left| (left.late, left.soon)), Some((2, 1)));
    assert_eq!(PapersLeft::of(&a_meeting(), &[Mark::Far, Mark::DoneLate].map(marked)), None);
}
