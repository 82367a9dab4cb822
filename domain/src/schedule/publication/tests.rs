use super::*;
use crate::schedule::Directory;
use crate::schedule::choice::LeaderRole;
use crate::schedule::story::{Story, an_entry, day, hour, moment, the_office};
use FaceStanding::*;

fn face(story: Story) -> Face {
    Face::of(&story.entry(), &the_office())
}

fn meeting() -> Story {
    an_entry().chaired_by("ct").at("08:00-10:00").in_room("r-a")
}

fn friday() -> DateTime<Utc> {
    moment("2026-11-27T09:00")
}

fn tuesday() -> DateTime<Utc> {
    moment("2026-12-01T01:00")
}

/// The meeting as the first publication held it.
fn first() -> Published {
    next(None, face(meeting()), "e1@minhgiang.example", 1, friday())
}

/// The same in a second publication, told differently.
fn second(story: Story) -> Published {
    next(Some(&first()), face(story), "another uid", 2, tuesday())
}

fn change(field: &str, before: &str, after: &str) -> FieldChange {
    FieldChange { field: field.into(), before: before.into(), after: after.into() }
}

#[test]
fn a_face_has_the_names_of_its_day() {
    let mut office = the_office();
    let told = meeting().delegated("pct-kt", "pcttt").prepared_by("stc").joined_by("minhtan");
    let entry = told.at_place("tầng 2").because("Bổ sung điểm cầu").entry();
    let frozen = Face::of(&entry, &office);
    office.leaders[0].person_name = "Người kế nhiệm".into();
    let [chairman, deputy] = &frozen.leaders[..] else {
        panic!("two leaders are expected: {:?}", frozen.leaders);
    };
    assert_eq!((chairman.name.as_str(), chairman.role), ("Đặng Hữu Khiêm", LeaderRole::Chair));
    let original = ("PCT Thường trực".to_owned(), "Tạ Thị Minh Nguyệt".to_owned());
    assert_eq!(deputy.in_place_of, Some(original));
    assert_eq!((frozen.place.as_str(), frozen.preparing.as_str()), ("r-a, tầng 2", "STC"));
    assert_eq!(frozen.remote_sites, ["Minh Tân"]);
    assert_eq!((frozen.standing, frozen.reason.as_str()), (Going, "Bổ sung điểm cầu"));
}

#[test]
fn the_first_publication_keeps_everything() {
    let published = first();
    assert_eq!((published.mark, published.changed_in, published.sequence), (Mark::Kept, 1, 0));
    assert_eq!((published.created, published.revised), (friday(), friday()));
    assert_eq!((published.uid.as_str(), &published.was[..]), ("e1@minhgiang.example", &[][..]));
    let of = |story| next(None, face(story), "u", 1, friday()).mark;
    assert_eq!(of(an_entry().delegated("pct-kt", "ct")), Mark::Delegated);
    assert_eq!(of(meeting().postponed(None)), Mark::Postponed);
    assert_eq!(of(meeting().cancelled()), Mark::Cancelled);
}

#[test]
fn what_comes_later_is_added() {
    let added = next(None, face(meeting()), "u", 3, tuesday());
    assert_eq!((added.mark, added.changed_in, added.created), (Mark::Added, 3, tuesday()));
    let of = |story| next(None, face(story), "u", 3, tuesday()).mark;
    assert_eq!(of(an_entry().delegated("pct-kt", "ct")), Mark::Added);
    assert_eq!(of(meeting().postponed(None)), Mark::Postponed);
    assert_eq!(of(meeting().cancelled()), Mark::Cancelled);
}

#[test]
fn only_what_a_later_publication_did_is_a_change() {
    assert!(!first().is_changed());
    assert!(!next(None, face(meeting().cancelled()), "u", 1, friday()).is_changed());
    assert!(next(None, face(meeting()), "u", 2, tuesday()).is_changed());
    let adjusted = second(meeting().at("09:00-10:00"));
    assert!(adjusted.is_changed());
    let third = next(Some(&adjusted), adjusted.face.clone(), "u", 3, moment("2026-12-02T01:00"));
    assert!(third.is_changed(), "it stays one");
}

#[test]
fn a_reason_stays_with_the_change_that_it_explains() {
    let told = face(meeting().because("Chủ tịch bận"));
    let kept = face(meeting()).explained_like(&told);
    assert_eq!(kept, told);
    let changed = face(meeting().at("09:00-10:00"));
    assert_eq!(changed.clone().explained_like(&told), changed, "another change has its own");
    let mended = face(meeting().because("Chủ tịch đi công tác"));
    assert_eq!(mended.clone().explained_like(&told), mended);
}

#[test]
fn the_reason_of_a_publication_and_who_published_are_internal() {
    let publication = Publication {
        id: PublicationId(1),
        week: IsoWeek::of(day("2026-12-01")),
        number: 2,
        at: tuesday(),
        by: "Mạc Đăng Thuận".into(),
        reason: "Sửa sót".into(),
        remark: "Tuần có lễ".into(),
    };
    let read = publication.clone().trimmed();
    assert_eq!((read.by.as_str(), read.reason.as_str()), ("", ""));
    assert_eq!(read, Publication { by: String::new(), reason: String::new(), ..publication });
}

#[test]
fn what_does_not_change_keeps_its_mark_and_its_history() {
    let adjusted = second(meeting().at("09:00-10:00"));
    let third = next(Some(&adjusted), adjusted.face.clone(), "x", 3, moment("2026-12-02T01:00"));
    assert_eq!(third, adjusted);
}

#[test]
fn an_adjusted_entry_says_what_it_was() {
    let adjusted = second(meeting().at("09:00-10:30").in_room("r-b"));
    assert_eq!((adjusted.mark, adjusted.changed_in), (Mark::Adjusted, 2));
    assert_eq!((adjusted.uid, adjusted.sequence), (first().uid, 1));
    assert_eq!((adjusted.created, adjusted.revised), (friday(), tuesday()));
    assert_eq!(
        adjusted.was,
        [change("start", "08:00", "09:00"), change("end", "10:00", "10:30"), change("place", "r-a", "r-b"),]
    );
}

#[test]
fn a_change_of_words_alone_is_no_new_time() {
    let adjusted = second(meeting().saying("Họp về giải ngân, lần hai"));
    assert_eq!((adjusted.mark, adjusted.sequence), (Mark::Adjusted, 0));
    assert_eq!(adjusted.revised, tuesday());
}

#[test]
fn what_is_called_off_stays_with_its_reason_and_a_higher_sequence() {
    let postponed = second(meeting().postponed(Some("2026-12-03")));
    assert_eq!((postponed.mark, postponed.sequence), (Mark::Postponed, 1));
    assert_eq!(postponed.face.reason, "Chủ tịch bận");
    assert_eq!(
        postponed.was,
        [change("standing", "going", "postponed"), change("moved_to", "", "2026-12-03")]
    );
    let cancelled = second(meeting().cancelled());
    assert_eq!((cancelled.mark, cancelled.sequence), (Mark::Cancelled, 1));
    assert_eq!(cancelled.was, [change("standing", "going", "cancelled")]);
}

#[test]
fn a_new_day_for_a_postponed_entry_is_news() {
    let postponed = second(meeting().postponed(None));
    let dated = face(meeting().postponed(Some("2026-12-03")));
    let third = next(Some(&postponed), dated, "u", 3, moment("2026-12-02T01:00"));
    assert_eq!(third.was, [change("moved_to", "", "2026-12-03")]);
    assert_eq!((third.mark, third.changed_in, third.sequence), (Mark::Postponed, 3, 1));
}

#[test]
fn what_takes_place_after_all_is_adjusted() {
    let postponed = second(meeting().postponed(None));
    let again = next(Some(&postponed), face(meeting()), "u", 3, moment("2026-12-02T01:00"));
    assert_eq!((again.mark, again.sequence), (Mark::Adjusted, 2));
}

#[test]
fn a_delegation_keeps_the_one_in_whose_place_somebody_goes() {
    let delegated = second(an_entry().delegated("pct-kt", "ct").at("08:00-10:00").in_room("r-a"));
    assert_eq!((delegated.mark, delegated.sequence), (Mark::Delegated, 0));
    assert_eq!(
        delegated.was,
        [change(
            "leaders",
            "Chủ tịch Đặng Hữu Khiêm (chủ trì)",
            "PCT Lương Quốc Trụ (dự thay Chủ tịch Đặng Hữu Khiêm)",
        )]
    );
}

#[test]
fn what_is_adjusted_after_a_delegation_is_adjusted() {
    let delegated = || an_entry().delegated("pct-kt", "ct").in_room("r-a");
    let before = second(delegated().at("08:00-10:00"));
    let later = face(delegated().at("09:00-10:00"));
    let third = next(Some(&before), later, "u", 3, moment("2026-12-02T01:00"));
    assert_eq!((before.mark, third.mark), (Mark::Delegated, Mark::Adjusted));
    assert!(third.face.is_delegated(), "who goes for whom is still told");
}

#[test]
fn who_chairs_is_news_even_when_the_same_people_come() {
    let both = |chair, other| {
        let story = an_entry().chaired_by(chair).attended_by(other).at("08:00-10:00");
        let mut face = face(story);
        face.leaders.sort_by_key(|l| l.precedence);
        face
    };
    let before = next(None, both("ct", "pcttt"), "u", 1, friday());
    let after = next(Some(&before), both("pcttt", "ct"), "u", 2, tuesday());
    assert_eq!(after.mark, Mark::Adjusted);
    assert_eq!(after.was.len(), 1);
    assert_eq!(after.was[0].field, "leaders");
}

#[test]
fn an_internal_change_does_not_show() {
    let inside = meeting().noted("Mang theo hồ sơ").by_car("v-1").served_by("cvp", "cv-th");
    assert_eq!(second(inside), first());
}

#[test]
fn a_reason_mended_later_is_not_a_change() {
    let adjusted = second(meeting().at("09:00-10:00").because("Chủ tịch bạn"));
    let mended = face(meeting().at("09:00-10:00").because("Chủ tịch bận"));
    let later = moment("2026-12-02T01:00");
    let third = next(Some(&adjusted), mended.clone(), "u", 3, later);
    // Feeds and caches must hear of it, readers see no new mark.
    let expected = Published { face: mended, revised: later, ..adjusted.clone() };
    assert_eq!(third, expected);
}

#[test]
fn each_field_that_readers_see_is_compared() {
    let old = face(meeting());
    let all = Face {
        date: day("2026-12-02"),
        part: crate::calendar::hours::SessionPart::Afternoon,
        start: Some(hour("14:00")),
        end: None,
        kind: crate::schedule::EntryKind::Conference,
        content: "Hội nghị".into(),
        leaders: Vec::new(),
        participants: "Các Sở".into(),
        place: "Hội trường".into(),
        host: "UBND tỉnh".into(),
        preparing: "STC".into(),
        format: crate::schedule::Format::Hybrid,
        remote_sites: vec!["Minh Tân".into()],
        invitation: Some(crate::schedule::InvitationMode::HostsLetter),
        standing: Postponed,
        moved_to: Some(day("2026-12-03")),
        reason: "Đổi lịch".into(),
        acting: Some(("PCT".into(), "Lương Quốc Trụ".into())),
    };
    let changes = all.changes_since(&old);
    let mut fields: Vec<_> = changes.iter().map(|c| c.field.as_str()).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "acting",
            "content",
            "date",
            "end",
            "format",
            "host_unit",
            "invitation",
            "kind",
            "leaders",
            "moved_to",
            "part",
            "participants",
            "place",
            "preparing_unit",
            "remote_sites",
            "standing",
            "start",
        ]
    );
    let back = old.changes_since(&all);
    assert!(changes.iter().zip(&back).all(|(a, b)| (&a.before, &a.after) == (&b.after, &b.before)));
    assert_eq!(old.changes_since(&old), []);
}

#[test]
fn a_leader_the_directory_does_not_know_is_not_printed() {
    let nobody = Face::of(&meeting().entry(), &Directory::default());
    assert_eq!(nobody.leaders, []);
    assert_eq!(nobody.place, "");
}
