use super::*;
use crate::id::{PersonId, PositionId, UnitId};
use crate::refusal::{Issue, Problem};
use crate::schedule::story::{day, the_office};

fn unit(id: i64, parent: Option<i64>) -> Unit {
    Unit {
        id: UnitId(id),
        code: format!("U{id}"),
        name: format!("Đơn vị {id}"),
        short_name: format!("ĐV {id}"),
        kind: UnitKind::Department,
        parent: parent.map(UnitId),
        valid: Span::default(),
        version: 1,
    }
}

#[test]
fn a_unit_cannot_lie_below_itself() {
    let units = [unit(1, None), unit(2, Some(1)), unit(3, Some(2))];
    let mut draft = UnitDraft::of(&units[0]);
    draft.parent = "3".into();
    assert_eq!(draft.check(Some(UnitId(1)), &units), Err(vec![Issue::new("parent", Problem::Circle)]));
}

#[test]
fn a_code_is_used_once() {
    let units = [unit(1, None), unit(2, None)];
    let mut draft = UnitDraft::of(&units[1]);
    draft.code = "U1".into();
    assert_eq!(draft.check(Some(UnitId(2)), &units), Err(vec![Issue::new("code", Problem::Taken)]));
    assert!(UnitDraft::of(&units[1]).check(Some(UnitId(2)), &units).is_ok());
}

#[test]
fn a_span_includes_its_last_day() {
    let day = |d| NaiveDate::from_ymd_opt(2026, 12, d).unwrap();
    let span = Span { from: Some(day(1)), to: Some(day(5)) };
    assert!(span.contains(day(1)) && span.contains(day(5)));
    assert!(!span.contains(day(6)));
    assert!(span.meets(day(5), day(9)) && !span.meets(day(6), day(9)));
    assert!(Span::default().contains(day(6)));
}

#[test]
fn all_issues_of_a_form_are_told_at_once() {
    let issues = PersonDraft { email: "x".into(), to: "31/02/2026".into(), ..Default::default() }
        .check(None, &[])
        .unwrap_err();
    let fields: Vec<_> = issues.iter().map(|i| i.field.as_str()).collect();
    assert_eq!(fields, ["name", "email", "to"]);
}

#[test]
fn every_form_gives_back_what_it_was_made_of() {
    let office = the_office();
    let units = &office.units;
    for unit in units {
        let again = UnitDraft::of(unit).check(Some(unit.id), units).unwrap();
        assert_eq!(Unit { version: 1, ..again }, *unit);
    }
    for person in &office.staff {
        let again = PersonDraft::of(person).check(Some(person.id), units).unwrap();
        assert_eq!(Person { version: 1, ..again }, *person);
    }
    let holders = holders();
    for post in &office.leaders {
        let draft = PositionDraft::of(post);
        let again = draft.check(Some(post.id), &holders, units, &office.leaders).unwrap();
        assert_eq!(Position { version: 1, ..again }, *post);
    }
}

/// The persons who hold the posts of the office.
fn holders() -> Vec<Person> {
    let office = the_office();
    let named = |post: &Position| Person {
        id: post.person,
        name: post.person_name.clone(),
        ..office.staff[0].clone()
    };
    office.leaders.iter().map(named).collect()
}

fn position_issues(change: impl FnOnce(&mut PositionDraft)) -> Vec<(String, Problem)> {
    let office = the_office();
    let chairman = &office.leaders[0];
    let mut draft = PositionDraft::of(chairman);
    change(&mut draft);
    draft
        .check(Some(chairman.id), &holders(), &office.units, &office.leaders)
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|i| (i.field, i.problem))
        .collect()
}

#[test]
fn a_post_is_checked_field_by_field() {
    use Problem::*;
    type Change = fn(&mut PositionDraft);
    let table: [(&str, Change, Problem); 16] = [
        ("slug", |d| d.slug = String::new(), Required),
        ("slug", |d| d.slug = "Chủ tịch".into(), Unknown),
        ("title", |d| d.title = " ".into(), Required),
        ("short_title", |d| d.short_title = "Đ".repeat(61), TooLong { max: 60, is: 61 }),
        ("person", |d| d.person = String::new(), Required),
        ("person", |d| d.person = "99".into(), Unknown),
        ("person", |d| d.person = "ông Khiêm".into(), Unknown),
        ("unit", |d| d.unit = String::new(), Required),
        ("unit", |d| d.unit = "99".into(), Unknown),
        ("precedence", |d| d.precedence = String::new(), Required),
        ("precedence", |d| d.precedence = "0".into(), Unknown),
        ("precedence", |d| d.precedence = "đầu".into(), Unknown),
        ("office_leader", |d| d.office_leader = "99".into(), Unknown),
        ("acting", |d| d.acting = "1".into(), SubstituteForSelf),
        ("acting", |d| d.acting = "99".into(), Unknown),
        ("from", |d| d.from = "31/02/2026".into(), NotADate),
    ];
    for (field, change, problem) in table {
        assert_eq!(position_issues(change), [(field.to_owned(), problem)], "{field}");
    }
}

#[test]
fn a_term_does_not_end_before_it_begins() {
    let backwards = |d: &mut PositionDraft| {
        d.from = "2026-07-02".into();
        d.to = "2026-07-01".into();
    };
    assert_eq!(position_issues(backwards), [("to".to_owned(), Problem::EndBeforeStart)]);
}

#[test]
fn two_holders_of_one_post_follow_each_other() {
    let mut office = the_office();
    office.leaders[0].valid.to = Some(day("2026-06-30"));
    let successor = |from: &str| {
        let draft = PositionDraft { from: from.into(), ..PositionDraft::of(&office.leaders[0]) };
        let draft = PositionDraft { to: String::new(), person: "102".into(), ..draft };
        draft.check(None, &holders(), &office.units, &office.leaders)
    };
    let taken = Err(vec![Issue::new("from", Problem::Taken)]);
    assert_eq!(successor("2026-06-30"), taken);
    assert_eq!(successor(""), taken);
    let post = successor("2026-07-01").unwrap();
    assert_eq!((post.id, post.person), (PositionId(0), PersonId(102)));
    assert_eq!(post.person_name, "Tạ Thị Minh Nguyệt");
}
