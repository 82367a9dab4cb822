use super::*;
use crate::calendar::hours::SessionPart;
use crate::schedule::choice::InvitationMode;
use crate::schedule::publication::{FaceStanding, next};
use crate::schedule::story::{Story, an_entry, day, moment, the_office};
use crate::schedule::{Directory, Entry, Standing};
use crate::text::plain;
use proptest::prelude::*;

fn face(story: Story) -> Face {
    Face::of(&story.entry(), &the_office())
}

fn meeting() -> Story {
    an_entry().delegated("pct-kt", "ct").at("08:00-10:00").in_room("r-a").prepared_by("stc")
}

#[test]
fn the_public_does_not_know_of_internal_entries() {
    assert_eq!(show(&face(meeting()), Visibility::Internal, ""), None);
    assert_eq!(show(&face(meeting()), Visibility::Internal, "Họp nội bộ"), None);
}

#[test]
fn a_restricted_entry_without_a_wording_is_not_shown() {
    assert_eq!(show(&face(meeting()), Visibility::Restricted, ""), None);
    assert_eq!(show(&face(meeting()), Visibility::Restricted, " \n "), None);
}

#[test]
fn a_public_entry_is_shown_as_it_is_or_in_its_wording() {
    let whole = face(meeting());
    assert_eq!(show(&whole, Visibility::Public, " "), Some(whole.clone()));
    let worded = show(&whole, Visibility::Public, " Họp về đầu tư ").unwrap();
    assert_eq!(worded, Face { content: "Họp về đầu tư".into(), ..whole });
}

#[test]
fn of_a_restricted_entry_the_public_sees_time_people_and_wording() {
    let told = meeting().joined_by("minhtan").postponed(Some("2026-12-09"));
    let mut whole = face(told);
    whole.participants = "Những người được mời".into();
    whole.host = "Cơ quan tổ chức".into();
    whole.invitation = Some(InvitationMode::SeparateLetter);
    whole.format = Format::Hybrid;
    whole.acting = Some(("PCT Thường trực".into(), "Tạ Thị Minh Nguyệt".into()));
    let shown = show(&whole, Visibility::Restricted, "Họp theo giấy mời riêng").unwrap();
    let expected = Face {
        date: day("2026-12-01"),
        part: SessionPart::Morning,
        start: whole.start,
        end: whole.end,
        kind: EntryKind::WorkingMeeting,
        content: "Họp theo giấy mời riêng".into(),
        leaders: vec![LeaderName {
            slug: "pct-kt".into(),
            title: "PCT".into(),
            name: "Lương Quốc Trụ".into(),
            role: LeaderRole::Work,
            in_place_of: None,
            precedence: 3,
        }],
        participants: String::new(),
        place: String::new(),
        host: String::new(),
        preparing: String::new(),
        format: Format::InPerson,
        remote_sites: Vec::new(),
        invitation: None,
        standing: FaceStanding::Postponed,
        moved_to: None,
        reason: String::new(),
        acting: None,
    };
    assert_eq!(shown, expected);
}

/// The mark that is put into whatever may not leave the Office, in three spellings
/// that lose nothing when diacritics are taken away.
const SECRETS: [&str; 3] = ["MẬTTHƯĐƠN", "mậtthưđơn", "Mật\u{300}thưđơn"];

/// An entry and an office whose internal fields all carry the mark; a restricted
/// entry carries it in its content as well.
fn marked(visibility: Visibility, secret: &str, wording: &str) -> (Entry, Directory) {
    let told = meeting()
        .by_car("v-1")
        .served_by("cvp", "cv-th")
        .joined_by("minhtan")
        .noted(&format!("ghi chú {secret}"));
    let mut entry = told.because("Lý do công khai").entry();
    let mut office = the_office();
    entry.plan.visibility = visibility;
    entry.plan.public_wording = wording.into();
    entry.conflict_reason = secret.into();
    for person in &mut office.staff {
        person.name = format!("Cán bộ {secret}");
        person.phone = secret.into();
        person.email = secret.into();
        person.duties = secret.into();
    }
    for car in &mut office.vehicles {
        car.plate = secret.into();
    }
    for leader in &mut office.leaders {
        leader.portfolio = secret.into();
    }
    if visibility == Visibility::Restricted {
        entry.plan.content = format!("Nội dung {secret}");
        entry.plan.participants = format!("Thành phần {secret}");
        entry.plan.place = secret.into();
        entry.reason = secret.into();
        for room in &mut office.rooms {
            room.name = format!("Phòng {secret}");
        }
        for unit in &mut office.units {
            unit.name = format!("Đơn vị {secret}");
            unit.short_name = secret.into();
        }
        // The one first assigned; the one who goes is shown.
        office.leaders[0].person_name = secret.into();
    }
    (entry, office)
}

fn leaks(public: &impl std::fmt::Debug) -> bool {
    // Debug writes combining marks as escapes; printed they would be invisible here.
    let text = format!("{public:?}").replace("\\u{300}", "");
    plain(&text).contains("matthudon")
}

#[test]
fn the_search_for_secrets_finds_them() {
    for secret in SECRETS {
        assert!(leaks(&format!("a {secret} b")), "{secret}");
        let (entry, office) = marked(Visibility::Restricted, secret, "");
        assert!(leaks(&Face::of(&entry, &office)), "{secret}");
    }
    assert!(!leaks(&"Mật thư đơn"));
}

proptest! {
    #[test]
    fn no_secret_leaves_the_office(
        visibility in proptest::sample::select(Visibility::ALL),
        secret in proptest::sample::select(&SECRETS[..]),
        earlier in proptest::sample::select(Visibility::ALL),
        wording in prop_oneof![Just(String::new()), "[A-ZĐa-zđ]{1,8}( [a-zđ]{1,6}){0,3}"],
        halted in 0..3,
    ) {
        let publish = |visibility, before: Option<&Published>, number| {
            let (mut entry, office) = marked(visibility, secret, &wording);
            entry.standing = match halted {
                0 => entry.standing,
                1 => meeting().postponed(None).entry().standing,
                _ => meeting().cancelled().entry().standing,
            };
            if let (Visibility::Restricted, Standing::Postponed(halt) | Standing::Cancelled(halt)) =
                (visibility, &mut entry.standing)
            {
                halt.reason = secret.into();
            }
            let plan = &entry.plan;
            let shown = show(&Face::of(&entry, &office), plan.visibility, &plan.public_wording)?;
            Some(next(before, shown, "u", number, moment("2026-12-01T01:00")))
        };
        let first = publish(earlier, None, 1);
        let second = publish(visibility, first.as_ref(), 2);
        prop_assert!(!leaks(&first), "{:?}", first);
        prop_assert!(!leaks(&second), "{:?}", second);
        let is_hidden = visibility == Visibility::Internal
            || (visibility == Visibility::Restricted && wording.is_empty());
        prop_assert_eq!(second.is_none(), is_hidden);
    }
}
