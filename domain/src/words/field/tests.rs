use super::*;
use crate::text::plain;

#[test]
fn stored_values_are_told_in_words() {
    let vi = |field, stored| value(Locale::Vi, field, stored);
    assert_eq!(vi("kind", "working_meeting"), "Họp xử lý công việc");
    assert_eq!(vi("kind", "department"), "Sở, ngành");
    assert_eq!(vi("kind", "lam_bu"), "Làm bù");
    assert_eq!(vi("part", "evening"), "Tối");
    assert_eq!(vi("date", "2026-12-01"), "01/12/2026");
    assert_eq!(vi("moved_to", "2026-12-03"), "03/12/2026");
    assert_eq!((vi("closing_day", "4"), vi("closing_day", "9")), ("Thứ Năm".into(), "9".into()));
    assert_eq!(vi("meeting_state", "convened"), "Đã triệu tập");
    assert_eq!(vi("item_state", "returned"), "Trả lại bổ sung");
    assert_eq!(
        (vi("attendance", "confirmed"), vi("invitee_part", "guest")),
        ("Sẽ dự".into(), "Khách mời".into())
    );
    assert_eq!(
        (vi("item_kind", "decision"), vi("due", "2026-12-08")),
        ("Trình quyết định".into(), "08/12/2026".into())
    );
    assert_eq!(vi("content", "Họp <b>"), "Họp <b>");
    assert_eq!(vi("place", ""), "—");
    assert_eq!(vi("kind", "no such code"), "no such code");
    assert_eq!(vi("date", "sometime"), "sometime");
    assert_eq!(value(Locale::En, "standing", "postponed"), "Postponed");
    for standing in [FaceStanding::Going, FaceStanding::Postponed, FaceStanding::Cancelled] {
        assert_ne!(vi("standing", standing.code()), standing.code());
        assert_eq!(FaceStanding::of_code(standing.code()), Some(standing));
    }
}

#[test]
fn each_field_of_a_form_has_a_name_of_its_own() {
    let fields = [
        "date",
        "part",
        "start",
        "end",
        "kind",
        "content",
        "leaders",
        "participants",
        "host_unit",
        "preparing_unit",
        "room",
        "place",
        "format",
        "remote_sites",
        "office_leader",
        "specialist",
        "division",
        "vehicle",
        "invitation",
        "visibility",
        "public_wording",
        "note",
        "reason",
        "conflict_reason",
        "standing",
        "moved_to",
        "state",
        "remark",
        "publication",
        "purpose",
        "chair",
        "minutes",
        "papers",
        "file",
        "megabytes",
        "alternatives",
        "date_2",
        "part_2",
        "start_2",
        "date_3",
        "part_3",
        "start_3",
        "late",
        "entry",
        "merged_into",
        "closing_day",
        "closing_time",
        "per_week",
        "usual",
        "preparation",
        "one",
        "other",
        "way",
        "ways",
        "morning_from",
        "morning_to",
        "afternoon_from",
        "afternoon_to",
        "basis",
        "provisional",
        "submit_day",
        "submit_time",
        "duty_leader",
        "driver",
        "hotline",
        "duty_public",
        "duty_hotline",
        "body",
        "secretary",
        "note_number",
        "meeting_state",
        "item_state",
        "item_kind",
        "section",
        "presenter_unit",
        "presenter",
        "to_meeting",
        "supplement",
        "agenda",
        "item",
        "began",
        "ended",
        "head",
        "members",
        "voters",
        "question",
        "due",
        "answer",
        "invitees",
        "invited_units",
        "invited_persons",
        "invitee_part",
        "items",
        "guest_name",
        "guest_title",
        "guest_phone",
        "requirements",
        "contact",
        "contact_phone",
        "signing",
        "signer_title",
        "signer",
        "recipients",
        "number",
        "issue",
        "coming",
        "attendance",
        "invitation_days",
        "paper_days",
        "conclusion_days",
        "half_days",
        "counting",
        "amber_days",
        "code",
        "name",
        "short_name",
        "parent",
        "from",
        "to",
        "title",
        "short_title",
        "unit",
        "person",
        "email",
        "phone",
        "duties",
        "service",
        "slug",
        "precedence",
        "portfolio",
        "has_calendar",
        "acting",
        "serves",
        "roles",
        "password",
        "locked",
        "committee_name",
        "committee_short",
        "office_name",
        "place_name",
        "headquarters",
        "registration_deadline",
        "material",
        "material_title",
        "material_item",
        "material_note",
        "paper_kind",
        "owed_by",
        "due_date",
        "due_time",
        "access",
        "received",
        "chase",
        "closed",
        "version_reason",
        "no_secrets",
        "private_note",
        "session",
        "sessions",
        "first",
        "days",
        "head_on",
        "head_by",
        "instead",
        "letter_symbol",
    ];
    let other = field("no such field");
    for code in fields {
        let word = field(code);
        assert_ne!(word, other, "{code}");
        assert_eq!(plain(word.en), word.en.to_lowercase(), "{code}");
    }
}

#[test]
fn a_field_of_a_row_is_called_like_the_others_of_its_column() {
    assert_eq!(field("way.3"), field("way"));
    assert_ne!(field("way"), field("ways"));
}
