//! Lines as secretaries type them, each with what must be understood.

mod office;

use super::*;
use office::{Office, the_office};
use proptest::prelude::*;
use std::collections::BTreeMap;

const LINES: &str = include_str!("../../../tests/data/quick-lines.txt");

/// The board shows week 49 of 2026; today is the Thursday before.
fn week() -> IsoWeek {
    IsoWeek::new(2026, 49).unwrap()
}

fn today() -> NaiveDate {
    "2026-11-26".parse().unwrap()
}

fn read(office: &Office, line: &str) -> Understood {
    understand(line, &office.directory, today(), week())
}

/// The lines of the table with their expected fields.
fn table() -> Vec<(&'static str, BTreeMap<&'static str, &'static str>)> {
    let lines: Vec<_> = LINES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let pairs = lines.chunks(2).map(|pair| {
        let [typed, fields] = pair else { panic!("a line without its fields: {pair:?}") };
        let fields = fields.trim().trim_start_matches('=').split(" | ");
        let fields = fields.map(|field| field.trim().split_once(": ").unwrap_or((field.trim(), "")));
        (*typed, fields.collect())
    });
    pairs.collect()
}

/// The fields of a draft that differ from those of a blank form, by the names
/// that the table uses.
fn told(office: &Office, draft: &EntryDraft) -> BTreeMap<&'static str, String> {
    let blank = EntryDraft::blank(today(), SessionPart::Morning, None);
    let mut told = BTreeMap::new();
    let mut tell = |name: &'static str, is: String, usual: &str| {
        if is != usual {
            told.insert(name, is);
        }
    };
    let is_a_day = draft.date.parse::<NaiveDate>().is_ok();
    let date = if is_a_day { draft.date.get(5..).unwrap_or_default() } else { draft.date.as_str() };
    tell("date", date.to_owned(), "");
    tell("part", draft.part.clone(), &blank.part);
    tell("start", draft.start.clone(), "");
    tell("end", draft.end.clone(), "");
    tell("kind", draft.kind.clone(), &blank.kind);
    tell("content", draft.content.clone(), "");
    let role = |(id, role): (&String, &String)| {
        let original = draft.in_place_of.get(id).map(|o| format!(">{}", office.slug(o))).unwrap_or_default();
        format!("{}:{role}{original}", office.slug(id))
    };
    tell("leaders", draft.leaders.iter().map(role).collect::<Vec<_>>().join(" "), "");
    tell("with", draft.participants.clone(), "");
    tell("host", office.unit(&draft.host_unit), "");
    tell("prep", office.unit(&draft.preparing_unit), "");
    tell("room", office.room(&draft.room), "");
    tell("place", draft.place.clone(), "");
    tell("format", draft.format.clone(), &blank.format);
    let sites: Vec<_> = draft.remote_sites.iter().map(|id| office.unit(id)).collect();
    tell("sites", if sites.len() == 9 { "all".to_owned() } else { sites.join(" ") }, "");
    tell("office", office.person(&draft.office_leader), "");
    tell("cv", office.person(&draft.specialist), "");
    tell("div", office.unit(&draft.division), "");
    tell("car", office.car(&draft.vehicle), "");
    tell("by", draft.invitation.clone(), "");
    tell("seen", draft.visibility.clone(), &blank.visibility);
    tell("wording", draft.public_wording.clone(), "");
    tell("note", draft.note.clone(), "");
    tell("reason", draft.reason.clone(), "");
    told
}

#[test]
fn each_line_of_the_table_is_understood() {
    let office = the_office();
    let table = table();
    assert!(table.len() >= 150, "{} lines", table.len());
    let mut wrong = Vec::new();
    for (typed, expected) in &table {
        let told = told(&office, &read(&office, typed).draft);
        let told: BTreeMap<_, _> = told.iter().map(|(name, is)| (*name, is.as_str())).collect();
        if told != *expected {
            let differs = |name: &&str| told.get(*name) != expected.get(*name);
            let names: std::collections::BTreeSet<_> = told.keys().chain(expected.keys()).copied().collect();
            let differences = names
                .iter()
                .filter(|name| differs(name))
                .map(|name| format!("    {name}: {:?} instead of {:?}", told.get(name), expected.get(name)));
            wrong.push(format!("{typed}\n{}", differences.collect::<Vec<_>>().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

/// Texts near those of a schedule, so that the rules are really reached.
fn a_line() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = LINES.lines().flat_map(str::split_whitespace).collect();
    let piece = prop_oneof![
        6 => proptest::sample::select(words).prop_map(str::to_owned),
        1 => "[0-9hg:/., ()-]{1,6}",
        1 => any::<String>(),
        1 => "[\u{300}-\u{304}\u{31b}]{1,2}",
    ];
    let joint = proptest::sample::select(vec![" ", "", ", ", "  ", "-", ": ", "(", ")"]);
    proptest::collection::vec((piece, joint), 0..40)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, joint)| piece + joint).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_line_makes_reading_panic_and_marks_lie_in_order_between_characters(line in a_line()) {
        let office = the_office();
        let understood = read(&office, &line);
        let mut behind = 0;
        for mark in &understood.marks {
            prop_assert!(behind <= mark.from && mark.from < mark.to, "{:?}", understood.marks);
            prop_assert!(line.get(mark.from..mark.to).is_some(), "{:?}", mark);
            prop_assert!(!mark.value.is_empty() && crate::words::field(mark.field).vi != "Giá trị", "{:?}", mark);
            behind = mark.to;
        }
        let heard = understood.draft.check(&office.directory);
        let wrong = heard.err().unwrap_or_default();
        let mine = ["date", "part", "start", "end", "kind", "host_unit", "preparing_unit", "room", "format",
            "remote_sites", "office_leader", "specialist", "division", "vehicle", "invitation", "visibility"];
        // What there is not was told already.
        let told = |field: &str| {
            let wrong = [days::NO_SUCH_DAY, hours::NO_SUCH_HOUR];
            understood.marks.iter().any(|mark| mark.field == field && wrong.contains(&mark.value.as_str()))
        };
        let unforeseen = |field: &str| mine.contains(&field) && !told(field);
        prop_assert!(!wrong.iter().any(|issue| unforeseen(issue.field.as_str())), "{:?}", wrong);
    }
}

/// A mark as a character of its own behind its letter.
fn apart(text: &str) -> String {
    let pairs = [
        ('ứ', "u\u{31b}\u{301}"),
        ('ờ', "o\u{31b}\u{300}"),
        ('ọ', "o\u{323}"),
        ('ủ', "u\u{309}"),
        ('ì', "i\u{300}"),
        ('ẩ', "a\u{302}\u{309}"),
        ('ị', "i\u{323}"),
        ('ò', "o\u{300}"),
        ('ở', "o\u{31b}\u{309}"),
        ('à', "a\u{300}"),
        ('í', "i\u{301}"),
        ('ự', "u\u{323}\u{31b}"),
        ('ế', "e\u{302}\u{301}"),
        ('á', "a\u{301}"),
        ('ạ', "a\u{323}"),
        ('ư', "u\u{31b}"),
        ('ă', "a\u{306}"),
        ('ẵ', "a\u{303}\u{306}"),
    ];
    let apart = |c: char| {
        pairs.iter().find(|(whole, _)| *whole == c).map_or(c.to_string(), |(_, parts)| (*parts).into())
    };
    text.chars().map(apart).collect()
}

#[test]
fn marks_of_their_own_change_nothing_but_the_letters_of_the_content() {
    let office = the_office();
    for (typed, _) in table() {
        let (whole, parts) = (read(&office, typed).draft, read(&office, &apart(typed)).draft);
        assert_eq!(crate::text::plain(&whole.content), crate::text::plain(&parts.content), "{typed}");
        let told = |draft: &EntryDraft| {
            let mut told = told(&office, draft);
            told.retain(|name, _| !["content", "with", "place", "note"].contains(name));
            told
        };
        assert_eq!(told(&whole), told(&parts), "{typed}");
    }
}

#[test]
fn marks_show_where_each_thing_was_understood() {
    let office = the_office();
    let line = "8h30 thứ Ba họp giao ban phòng họp A, CT chủ trì, Sở Tài chính chuẩn bị";
    let marks = read(&office, line).marks;
    let shown: Vec<_> = marks.iter().map(|m| (&line[m.from..m.to], m.field, m.value.as_str())).collect();
    let expected = [
        ("8h30", "start", "08:30"),
        ("thứ Ba", "date", "Thứ Ba, 01/12/2026"),
        ("họp giao ban", "kind", "Giao ban, hội ý"),
        ("phòng họp A", "room", "Phòng họp A"),
        ("CT chủ trì", "leaders", "Chủ tịch Đặng Hữu Khiêm: Chủ trì"),
        ("Sở Tài chính chuẩn bị", "preparing_unit", "Sở Tài chính"),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_day_or_an_hour_that_there_is_not_is_shown_and_refused_at_its_field() {
    use crate::refusal::{Issue, Problem};
    let office = the_office();
    let line = "8h60 ngày 31/2 họp giao ban";
    let Understood { draft, marks } = read(&office, line);
    let shown: Vec<_> = marks.iter().map(|m| (&line[m.from..m.to], m.field, m.value.as_str())).collect();
    let expected = [
        ("8h60", "start", "Không có giờ này"),
        ("ngày 31/2", "date", "Không có ngày này"),
        ("họp giao ban", "kind", "Giao ban, hội ý"),
    ];
    assert_eq!(shown, expected);
    let issues = [Issue::new("date", Problem::NotADate), Issue::new("start", Problem::NotATime)];
    assert_eq!(draft.check(&office.directory), Err(issues.into()));
}

#[test]
fn what_lies_beyond_the_limit_is_kept_unread() {
    let office = the_office();
    let line = format!("8h họp {} CT chủ trì", "ắ".repeat(READ));
    let understood = read(&office, &line);
    assert_eq!(understood.draft.start, "08:00");
    assert_eq!(understood.draft.leaders, BTreeMap::new());
    assert!(understood.draft.content.ends_with("ắ CT chủ trì"), "{}", understood.draft.content);
}

#[test]
fn two_holders_of_a_post_are_told_apart_by_the_day() {
    let mut office = the_office();
    let mut new = office.directory.leaders[0].clone();
    (new.id, new.person) = (crate::id::PositionId(9), crate::id::PersonId(999));
    new.person_name = "Lý Thị Mới".into();
    office.directory.leaders[0].valid.to = Some("2026-12-02".parse().unwrap());
    new.valid.from = Some("2026-12-03".parse().unwrap());
    office.directory.leaders.push(new);
    let chair = |line: &str| read(&office, line).draft.leaders.into_keys().collect::<Vec<_>>();
    assert_eq!(chair("thứ Tư họp, CT chủ trì"), ["1"]);
    assert_eq!(chair("thứ Năm họp, CT chủ trì"), ["9"]);
}

/// `cargo test -p domain -- --ignored --nocapture one_line`
#[test]
#[ignore = "a measurement, not a check of behaviour"]
fn one_line_is_read() {
    let office = the_office();
    let table = table();
    let begun = std::time::Instant::now();
    let read: usize = table.iter().map(|(line, _)| read(&office, line).marks.len()).sum();
    println!("{:?} a line, {read} marks", begun.elapsed() / table.len() as u32);
    let long = "8h30 thứ Ba họp giao ban phòng họp A, CT chủ trì, Sở Tài chính chuẩn bị, ".repeat(7);
    let begun = std::time::Instant::now();
    let marks = super::understand(&long, &office.directory, today(), week()).marks.len();
    println!("{:?} for {} characters, {marks} marks", begun.elapsed(), READ);
}
