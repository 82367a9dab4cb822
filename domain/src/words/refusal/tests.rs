use super::*;
use crate::calendar::hours::SessionPart;
use crate::calendar::week::IsoWeek;
use crate::id::EntryId;
use crate::meeting::{Attendance, ItemState, MeetingState};
use crate::refusal::{Issue, Stale};
use crate::request::RequestState;
use crate::schedule::conflict::{Conflict, ConflictKind, OtherEntry, Severity};
use crate::schedule::story::{day, hour, moment};
use crate::text::plain;
use crate::words::conflict;
use std::collections::BTreeSet;

/// One example of each variant; a new variant does not compile without its own.
macro_rules! one_of_each {
    ($of:ty; $($variant:pat => $example:expr,)*) => {{
        fn is_known(it: &$of) -> bool {
            match it {
                $($variant => true,)*
            }
        }
        let examples: Vec<$of> = vec![$($example,)*];
        assert!(examples.iter().all(is_known));
        examples
    }};
}

fn problems() -> Vec<Problem> {
    use Problem::*;
    one_of_each! { Problem;
        Required => Required,
        TooLong { .. } => TooLong { max: 500, is: 501 },
        ControlCharacters => ControlCharacters,
        NotADate => NotADate,
        NotATime => NotATime,
        NotAnEmail => NotAnEmail,
        NotAPhone => NotAPhone,
        NoWayToReach => NoWayToReach,
        NoTitle { .. } => NoTitle { line: "Nguyen Van A".into() },
        TooManyPeople { .. } => TooManyPeople { max: 20 },
        DateOutOfRange => DateOutOfRange,
        OutsideWeek => OutsideWeek,
        Past => Past,
        NotYet => NotYet,
        HourNotYet => HourNotYet,
        HourPast => HourPast,
        PartPast => PartPast,
        OtherWeek => OtherWeek,
        Repeated => Repeated,
        SamePlace => SamePlace,
        NotBetween { .. } => NotBetween { min: 15, max: 720 },
        EndBeforeStart => EndBeforeStart,
        EndWithoutStart => EndWithoutStart,
        EndsNextDay => EndsNextDay,
        NotInThisPart => NotInThisPart,
        Unknown => Unknown,
        Ended { .. } => Ended { name: "Trung Giang".into(), on: day("2025-06-30") },
        SubstituteForSelf => SubstituteForSelf,
        SecondChair => SecondChair,
        Taken => Taken,
        TakenBy { .. } => TakenBy { name: "Tet".into() },
        TakenByRow { .. } => TakenByRow { row: 3, name: "Seat - Airport".into() },
        OnDuty { .. } => OnDuty { name: "Le Van Mot".into(), on: day("2026-12-05") },
        NumberTaken { .. } => NumberTaken { by: "UBND".into(), free: 9 },
        TooManyDays { .. } => TooManyDays { max: 31 },
        WorkedAnyway => WorkedAnyway,
        OtherSeason { .. } => OtherSeason { from: day("2027-04-16"), to: day("2027-10-15") },
        WeakPassword { .. } => WeakPassword { min: 10 },
        Guessable { .. } => Guessable { different: 5 },
        NotAPaper => NotAPaper,
        OtherContent => OtherContent,
        EmptyFile => EmptyFile,
        TooLarge { .. } => TooLarge { megabytes: 200 },
        Damaged => Damaged,
        TooManyFiles { .. } => TooManyFiles { max: 30 },
        HasFiles => HasFiles,
        Circle => Circle,
        LastAdministrator => LastAdministrator,
    }
}

fn refusals() -> Vec<Refusal> {
    use Refusal::*;
    let stale = crate::refusal::Stale {
        seen: 1,
        current: 2,
        by: "Le Thu Ky".into(),
        at: moment("2026-12-01T01:30"),
        changes: Vec::new(),
    };
    one_of_each! { Refusal;
        SignInNeeded => SignInNeeded,
        WrongPassword => WrongPassword,
        TooMany { .. } => TooMany { until: moment("2026-12-01T01:30") },
        NotYours => NotYours,
        NotFound => NotFound,
        Removed { .. } => Removed { by: "Le Thu Ky".into(), at: moment("2026-12-01T01:30") },
        Invalid(_) => Invalid(vec![Issue::new("content", Problem::Required)]),
        Conflicts(_) => Conflicts(Vec::new()),
        Stale(_) => Stale(Box::new(stale.clone())),
        WrongState { .. } => WrongState { week: IsoWeek::new(2026, 49).unwrap() },
        WrongOffset { .. } => WrongOffset { received: 4096 },
        WrongMeetingState { .. } => WrongMeetingState { state: MeetingState::Held },
        WrongItemState { .. } => WrongItemState { state: ItemState::Placed },
        Begun => Begun,
        WrongAnswer { .. } => WrongAnswer { state: Attendance::Confirmed },
        AgendaFrozen => AgendaFrozen,
        NotInSession(_) => NotInSession(crate::meeting::NotInSession::Postponed),
        HasMeeting => HasMeeting,
        WrongRequestState { .. } => WrongRequestState { state: RequestState::Refused },
        TooManyRequests { .. } => TooManyRequests { week: IsoWeek::new(2026, 50).unwrap(), max: 10 },
        NothingToPublish => NothingToPublish,
        AlreadyPublished => AlreadyPublished,
        NoConnection => NoConnection,
        Broken { .. } => Broken { reference: "a1b2c3".into() },
    }
}

fn conflict_kinds() -> Vec<ConflictKind> {
    use ConflictKind::*;
    let name = || "Le Van Mot".to_owned();
    one_of_each! { ConflictKind;
        Leader { .. } => Leader { name: name() },
        Room { .. } => Room { name: name() },
        Vehicle { .. } => Vehicle { plate: "00A-001.01".into() },
        Driver { .. } => Driver { name: name() },
        Staff { .. } => Staff { name: name() },
        Unit { .. } => Unit { name: name() },
        Reception { .. } => Reception { name: name() },
        OutsideHours { .. } => OutsideHours { from: hour("07:30"), to: hour("17:00") },
        NoonPause { .. } => NoonPause { from: hour("11:30"), to: hour("13:30") },
        DayOff => DayOff,
        Holiday { .. } => Holiday { name: "Tet".into() },
        Portfolio { .. } => Portfolio { name: name() },
        ReceptionDelegated => ReceptionDelegated,
        Way { .. } => Way {
            name: name(),
            from: None,
            to: Some("Xa Mot".into()),
            way: 45,
            preparation: 10,
            left: 20,
            after: true,
        },
    }
}

fn colliding(kind: ConflictKind) -> Conflict {
    Conflict {
        severity: Severity::Refuse,
        kind,
        with: Some(OtherEntry {
            id: EntryId(7),
            part: SessionPart::Morning,
            start: Some(hour("08:00")),
            end: Some(hour("10:00")),
            content: "Hop giao ban".into(),
            place: "Room A".into(),
        }),
    }
}

/// Checks sentences of both languages: full, finished, different, in their language.
fn are_sentences(told: Vec<(String, String)>) {
    let mut seen = BTreeSet::new();
    for (vi, en) in told {
        for sentence in [&vi, &en] {
            assert!(sentence.chars().count() > 8, "{sentence:?}");
            assert!(sentence.ends_with('.'), "{sentence:?}");
            assert!(!sentence.contains(['{', '}']), "{sentence:?}");
            assert!(!sentence.contains("  "), "{sentence:?}");
            assert!(seen.insert(sentence.clone()), "told twice: {sentence:?}");
        }
        assert_ne!(plain(&vi), vi.to_lowercase(), "not Vietnamese: {vi:?}");
        assert_eq!(plain(&en), en.to_lowercase(), "not English: {en:?}");
    }
}

#[test]
fn each_problem_is_a_sentence_in_both_languages() {
    let told = |p: &Problem| (problem(Locale::Vi, p), problem(Locale::En, p));
    are_sentences(problems().iter().map(told).collect());
    let long = Problem::TooLong { max: 500, is: 612 };
    assert_eq!(problem(Locale::Vi, &long), "Dài 612 ký tự; nhiều nhất là 500.");
}

#[test]
fn each_refusal_is_a_sentence_in_both_languages() {
    let told = |r: &Refusal| (refusal(Locale::Vi, r), refusal(Locale::En, r));
    are_sentences(refusals().iter().map(told).collect());
}

#[test]
fn the_week_that_is_full_is_named_as_people_name_it() {
    let full = Refusal::TooManyRequests { week: IsoWeek::new(2027, 3).unwrap(), max: 10 };
    assert_eq!(
        refusal(Locale::Vi, &full),
        "Đơn vị đã có 10 đăng ký đang mở cho tuần 3/2027; hãy rút bớt hoặc chờ Văn phòng xử lý."
    );
    assert!(refusal(Locale::En, &full).contains("for week 3/2027;"));
}

#[test]
fn fields_are_named_once_and_those_of_a_table_with_their_row() {
    let wrong = |fields: &[&str]| {
        Refusal::Invalid(fields.iter().map(|field| Issue::new(*field, Problem::Required)).collect())
    };
    let table = wrong(&["usual", "other.1", "way.1", "other.11", "other.11"]);
    assert_eq!(
        refusal(Locale::Vi, &table),
        "Chưa lưu được. Cần xem lại: Phút đi tới nơi chưa có trong bảng, Tới nơi (dòng 2), Số phút đi (dòng 2), \
         Tới nơi (dòng 12)."
    );
    assert!(refusal(Locale::En, &table).ends_with("Other end (row 12)."));
    let posts = wrong(&["per_month.ct", "per_month.pct-kt", "date.2027-01-01"]);
    assert_eq!(refusal(Locale::Vi, &posts), "Chưa lưu được. Cần xem lại: Số ngày mỗi tháng, Ngày.");
}

#[test]
fn what_is_taken_is_named() {
    let said = |problem: &Problem| (super::problem(Locale::Vi, problem), super::problem(Locale::En, problem));
    let tet = Problem::TakenBy { name: "Tết Dương lịch".into() };
    assert_eq!(
        said(&tet),
        ("Đã dùng cho “Tết Dương lịch”.".into(), "Already used for “Tết Dương lịch”.".into())
    );
    let way = Problem::TakenByRow { row: 1, name: "Trụ sở - phường Minh Tân".into() };
    assert_eq!(said(&way).0, "Dòng 1 đã có “Trụ sở - phường Minh Tân”.");
    let duty = Problem::OnDuty { name: "PCT Lương Quốc Trụ".into(), on: day("2026-12-05") };
    assert!(said(&duty).0.starts_with("PCT Lương Quốc Trụ đã trực ngày 05/12/2026;"));
}

#[test]
fn hours_of_refusals_are_those_of_vietnam() {
    let too_many = Refusal::TooMany { until: moment("2026-12-01T01:30") };
    assert_eq!(refusal(Locale::Vi, &too_many), "Quá nhiều lần thử; hãy thử lại sau 08:30.");
    let stale = Refusal::Stale(Box::new(Stale {
        seen: 1,
        current: 2,
        by: "Lê Thư Ký".into(),
        at: moment("2026-12-01T17:05"),
        changes: Vec::new(),
    }));
    assert!(refusal(Locale::Vi, &stale).starts_with("Lê Thư Ký đã sửa lúc 00:05."));
}

#[test]
fn each_conflict_is_a_sentence_in_both_languages() {
    let told = |kind| {
        let collision = colliding(kind);
        (conflict(Locale::Vi, &collision), conflict(Locale::En, &collision))
    };
    are_sentences(conflict_kinds().into_iter().map(told).collect());
}

#[test]
fn a_conflict_says_with_what_it_is() {
    let name = "Chủ tịch Đặng Hữu Khiêm".to_owned();
    let mut told = colliding(ConflictKind::Leader { name });
    let says = |told: &Conflict| conflict(Locale::Vi, told);
    assert_eq!(says(&told), "Chủ tịch Đặng Hữu Khiêm đã có lịch 08:00-10:00 tại Room A (Hop giao ban).");
    if let Some(other) = &mut told.with {
        other.end = None;
        other.place = String::new();
        other.content = "Đại hội ".repeat(20);
    }
    let cut = "Đại hội ".repeat(8);
    let expected = format!("Chủ tịch Đặng Hữu Khiêm đã có lịch từ 08:00 ({cut}Đại …).");
    assert_eq!(says(&told), expected);
    if let Some(other) = &mut told.with {
        other.start = None;
        other.content = "Họp".into();
    }
    assert_eq!(says(&told), "Chủ tịch Đặng Hữu Khiêm đã có lịch sáng (Họp).");
}

#[test]
fn a_way_that_is_too_long_is_told_from_where_to_where() {
    let way = |preparation, after| {
        let (name, to) = ("Chủ tịch Đặng Hữu Khiêm".into(), Some("xã Long Thạnh Trung".into()));
        colliding(ConflictKind::Way { name, from: None, to, way: 45, preparation, left: 20, after })
    };
    assert_eq!(
        conflict(Locale::Vi, &way(0, true)),
        "Chủ tịch Đặng Hữu Khiêm cần 45 phút đi từ trụ sở tới xã Long Thạnh Trung, chỉ có 20 phút sau lịch \
         08:00-10:00 tại Room A (Hop giao ban)."
    );
    assert_eq!(
        conflict(Locale::Vi, &way(10, false)),
        "Chủ tịch Đặng Hữu Khiêm cần 55 phút đi từ trụ sở tới xã Long Thạnh Trung (đường 45, chuẩn bị 10), \
         chỉ có 20 phút trước lịch 08:00-10:00 tại Room A (Hop giao ban)."
    );
    assert_eq!(
        conflict(Locale::En, &way(10, false)),
        "Chủ tịch Đặng Hữu Khiêm needs 55 minutes from the Office to xã Long Thạnh Trung (45 on the way, 10 \
         to prepare) and has 20 before 08:00-10:00 at Room A (Hop giao ban)."
    );
}

#[test]
fn hours_and_days_are_written_as_in_a_schedule() {
    let told = |start: Option<&str>, end: Option<&str>| {
        hours(Locale::Vi, start.map(hour), end.map(hour), SessionPart::Morning)
    };
    assert_eq!(told(Some("08:00"), Some("10:30")), "08:00 - 10:30");
    assert_eq!(told(Some("08:00"), None), "08:00");
    assert_eq!(told(None, None), "Sáng");
    assert_eq!(plain_date(day("2026-12-01")), "01/12/2026");
}
