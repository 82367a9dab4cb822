use super::*;
use crate::people::Span;
use crate::schedule::story::{an_entry, day, hour, post, the_office, unit};
use Problem::*;
use proptest::prelude::*;

/// A form that can be kept: the Chairman's meeting on Tuesday morning.
fn good() -> EntryDraft {
    let plan = an_entry().chaired_by("ct").at("08:00-10:00").in_room("r-a").plan();
    EntryDraft::of(&plan)
}

/// The issues of the good form after one thing was typed into it.
fn after(change: impl FnOnce(&mut EntryDraft)) -> Vec<(String, Problem)> {
    let mut draft = good();
    change(&mut draft);
    let issues = draft.check(&the_office()).err().unwrap_or_default();
    issues.into_iter().map(|i| (i.field, i.problem)).collect()
}

fn typed(field: &str, text: &str) -> Vec<(String, Problem)> {
    after(|draft| {
        let text = text.to_owned();
        match field {
            "date" => draft.date = text,
            "part" => draft.part = text,
            "start" => draft.start = text,
            "end" => draft.end = text,
            "kind" => draft.kind = text,
            "content" => draft.content = text,
            "participants" => draft.participants = text,
            "host_unit" => draft.host_unit = text,
            "preparing_unit" => draft.preparing_unit = text,
            "room" => draft.room = text,
            "place" => draft.place = text,
            "format" => draft.format = text,
            "remote_sites" => draft.remote_sites = vec![text],
            "office_leader" => draft.office_leader = text,
            "specialist" => draft.specialist = text,
            "division" => draft.division = text,
            "vehicle" => draft.vehicle = text,
            "invitation" => draft.invitation = text,
            "visibility" => draft.visibility = text,
            "public_wording" => draft.public_wording = text,
            "note" => draft.note = text,
            "reason" => draft.reason = text,
            other => panic!("no field {other}"),
        }
    })
}

#[test]
fn the_good_form_is_good() {
    assert_eq!(after(|_| ()), []);
}

#[test]
fn each_bad_input_is_told_at_its_field() {
    let ended = || Ended { name: "Trung Giang".into(), on: day("2025-06-30") };
    let long = |max| TooLong { max, is: max + 1 };
    let letters = |count: usize| "Đ".repeat(count + 1);
    let district = unit("huyen").to_string();
    let table: Vec<(&str, String, Problem)> = vec![
        ("date", "".into(), Required),
        ("date", "31/02/2026".into(), NotADate),
        ("date", "ngày mai".into(), NotADate),
        ("date", "01/12/1900".into(), DateOutOfRange),
        ("date", "2054-01-01".into(), DateOutOfRange),
        ("part", "".into(), Required),
        ("part", "night".into(), Unknown),
        ("part", "evening".into(), NotInThisPart),
        ("start", "25:00".into(), NotATime),
        ("start", "14:00".into(), EndBeforeStart),
        ("start", "".into(), EndWithoutStart),
        ("end", "tám giờ".into(), NotATime),
        ("end", "07:00".into(), EndBeforeStart),
        ("end", "08:00".into(), EndBeforeStart),
        ("end", "06:00".into(), EndBeforeStart),
        ("end", "24h".into(), EndsNextDay),
        ("end", " 24:00 ".into(), EndsNextDay),
        ("end", "24 giờ 30".into(), EndsNextDay),
        ("end", "0h".into(), EndsNextDay),
        ("end", "24".into(), NotATime),
        ("end", "240h".into(), NotATime),
        ("end", "25h".into(), NotATime),
        ("start", "24h".into(), NotATime),
        ("kind", "".into(), Required),
        ("kind", "party".into(), Unknown),
        ("content", "".into(), Required),
        ("content", " \n\t ".into(), Required),
        ("content", letters(2000), long(2000)),
        ("content", "Họp\u{0}kín".into(), ControlCharacters),
        ("content", "Họp \u{202E}nik".into(), ControlCharacters),
        ("content", "\u{200B}".into(), ControlCharacters),
        ("participants", letters(text::PARAGRAPH), long(text::PARAGRAPH)),
        ("host_unit", "99".into(), Unknown),
        ("host_unit", "stc".into(), Unknown),
        ("preparing_unit", district.clone(), ended()),
        ("preparing_unit", "1; DROP TABLE unit".into(), Unknown),
        ("room", "99".into(), Unknown),
        ("room", "-1".into(), Unknown),
        ("room", "99999999999999999999".into(), Unknown),
        ("place", letters(text::LINE), long(text::LINE)),
        ("place", "\u{1b}[2J".into(), ControlCharacters),
        ("format", "hologram".into(), Unknown),
        ("remote_sites", district, ended()),
        ("remote_sites", "x".into(), Unknown),
        ("office_leader", "99".into(), Unknown),
        ("specialist", "Ngô Tổng Hợp".into(), Unknown),
        ("division", "0".into(), Unknown),
        ("vehicle", "00A-001.01".into(), Unknown),
        ("invitation", "phone".into(), Unknown),
        ("visibility", "secret".into(), Unknown),
        ("public_wording", letters(2000), long(2000)),
        ("note", "\u{7}".into(), ControlCharacters),
        ("reason", letters(text::LINE), long(text::LINE)),
    ];
    for (field, text, problem) in table {
        let at = match problem {
            EndBeforeStart => "end",
            NotInThisPart => "part",
            _ => field,
        };
        let issues = typed(field, &text);
        let told = issues.contains(&(at.to_owned(), problem.clone()));
        assert!(told, "{field} = {text:?}: {problem:?} is not in {issues:?}");
        // A start after noon is also outside the morning; everything else stands alone.
        let expected = if field == "start" && text == "14:00" { 2 } else { 1 };
        assert_eq!(issues.len(), expected, "{field} = {text:?}: {issues:?}");
    }
}

#[test]
fn an_end_after_midnight_is_told_apart_from_one_before_the_start() {
    let told = |start: &str, end: &str| {
        let (start, end) = (start.to_owned(), end.to_owned());
        after(|draft| {
            *draft = EntryDraft { part: SessionPart::AllDay.code().to_owned(), start, end, ..draft.clone() }
        })
    };
    let one = |problem| vec![("end".to_owned(), problem)];
    assert_eq!(told("22h", "1h"), one(EndsNextDay));
    assert_eq!(told("18:00", "06:00"), one(EndsNextDay));
    assert_eq!(told("18:00", "06:01"), one(EndBeforeStart));
    assert_eq!(told("17:59", "06:00"), one(EndBeforeStart));
    assert_eq!(told("17:59", "0h"), one(EndsNextDay));
    assert_eq!(told("22h", "22h"), one(EndBeforeStart));
    assert_eq!(told("22h", "23:59"), []);
    assert_eq!(told("1h", "5h"), []);
}

#[test]
fn an_empty_form_is_told_everything_at_once() {
    let issues = EntryDraft::default().check(&the_office()).unwrap_err();
    let fields: Vec<_> = issues.iter().map(|i| (i.field.as_str(), &i.problem)).collect();
    let needed = ["date", "part", "kind", "content", "format", "visibility"];
    assert_eq!(fields, needed.map(|field| (field, &Required)));
}

#[test]
fn a_day_that_cannot_be_read_says_nothing_about_who_is_in_office() {
    let mut office = the_office();
    office.leaders[0].valid = Span { from: Some(day("2026-07-01")), to: None };
    let draft = EntryDraft { date: "31/02/2026".into(), ..good() };
    assert_eq!(draft.check(&office), Err(vec![Issue::new("date", NotADate)]));
}

#[test]
fn leaders_go_once_and_one_of_them_chairs() {
    let key = |slug: &str| post(slug).to_string();
    let leaders = |list: &[(String, &str)], instead: &[(&str, String)]| {
        after(|draft| {
            draft.leaders = list.iter().map(|(k, v)| (k.clone(), (*v).to_owned())).collect();
            draft.in_place_of = instead.iter().map(|(k, v)| (key(k), v.clone())).collect();
        })
    };
    let told = |problem| vec![("leaders".to_owned(), problem)];
    let ct = || key("ct");
    let kt = || key("pct-kt");
    assert_eq!(leaders(&[(ct(), "chair"), (kt(), "attend")], &[]), []);
    assert_eq!(leaders(&[(ct(), "chair"), (kt(), "chair")], &[]), told(SecondChair));
    assert_eq!(leaders(&[("99".into(), "attend")], &[]), told(Unknown));
    assert_eq!(leaders(&[("Chủ tịch".into(), "attend")], &[]), told(Unknown));
    assert_eq!(leaders(&[(ct(), "boss")], &[]), told(Unknown));
    assert_eq!(leaders(&[("01".into(), "attend"), (ct(), "chair")], &[]), told(Unknown));
    assert_eq!(leaders(&[(kt(), "substitute")], &[("pct-kt", ct())]), []);
    assert_eq!(leaders(&[(kt(), "substitute")], &[("pct-kt", kt())]), told(SubstituteForSelf));
    assert_eq!(leaders(&[(kt(), "substitute")], &[("pct-kt", "99".into())]), told(Unknown));
    assert_eq!(leaders(&[(kt(), "substitute")], &[("pct-kt", "x".into())]), told(Unknown));
    assert_eq!(
        leaders(&[(ct(), "chair"), (kt(), "substitute")], &[("pct-kt", ct())]),
        told(SubstituteForSelf),
        "who goes needs nobody in their place"
    );
    assert_eq!(leaders(&[(ct(), "")], &[("ct", kt())]), [], "who does not go is left out");
}

#[test]
fn a_post_that_ended_or_has_not_begun_takes_no_entry() {
    let mut office = the_office();
    let mut issues_with = |from: Option<&str>, to: Option<&str>| {
        office.leaders[0].valid = Span { from: from.map(day), to: to.map(day) };
        good().check(&office).err().unwrap_or_default()
    };
    assert_eq!(issues_with(None, Some("2026-12-01")), []);
    let ended = Ended { name: "Đặng Hữu Khiêm".into(), on: day("2026-11-30") };
    assert_eq!(issues_with(None, Some("2026-11-30")), [Issue::new("leaders", ended)]);
    assert_eq!(issues_with(Some("2026-12-02"), None), [Issue::new("leaders", Unknown)]);
}

#[test]
fn typed_hours_dates_and_html_are_taken_as_they_are_meant() {
    let html = "<script>alert('họp')</script> & \"ngoặc\"";
    let draft = EntryDraft {
        date: "1/12/2026".into(),
        start: "8h".into(),
        end: "10 giờ 30".into(),
        content: format!("  {html}\r\nDòng hai "),
        remote_sites: vec![unit("stc").to_string(), String::new(), unit("stc").to_string()],
        ..good()
    };
    let plan = draft.check(&the_office()).unwrap();
    assert_eq!(plan.date, day("2026-12-01"));
    assert_eq!((plan.start, plan.end), (Some(hour("08:00")), Some(hour("10:30"))));
    assert_eq!(plan.content, format!("{html}\nDòng hai"));
    assert_eq!(plan.remote_sites, [unit("stc")]);
}

#[test]
fn a_blank_form_stands_on_its_leaders_half_day() {
    let blank = EntryDraft::blank(day("2026-12-01"), SessionPart::Afternoon, Some(post("pct-nn")));
    assert_eq!(
        blank.check(&the_office()),
        Err(vec![Issue::new("content", Required)]),
        "only the content is still to be typed"
    );
    let filled = EntryDraft { content: "Họp".into(), ..blank };
    let plan = filled.check(&the_office()).unwrap();
    assert_eq!((plan.part, plan.visibility), (SessionPart::Afternoon, Visibility::Internal));
    assert_eq!(plan.positions(), [post("pct-nn")]);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered(text in "\\PC{0,40}|[\u{0}-\u{ff}]{0,20}", field in 0_usize..22) {
        let fields = [
            "date", "part", "start", "end", "kind", "content", "participants", "host_unit",
            "preparing_unit", "room", "place", "format", "remote_sites", "office_leader",
            "specialist", "division", "vehicle", "invitation", "visibility", "public_wording",
            "note", "reason",
        ];
        for (told, _) in typed(fields[field], &text) {
            prop_assert!(fields.contains(&told.as_str()));
        }
    }
}
