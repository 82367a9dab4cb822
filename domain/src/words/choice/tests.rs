use super::*;
use crate::meeting::{
    AnswerStep, Attendance, InviteePart, ItemKind, ItemState, ItemStep, MeetingState, MeetingStep,
};
use crate::text::plain;
use crate::words::{
    answer_step, attendance, invitee_part, item_kind, item_state, item_step, meeting_state, meeting_step,
};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use std::collections::BTreeSet;

/// Checks the words and the codes of one kind of choice.
fn are_choices<T>(all: &[T], code: fn(T) -> &'static str, of_code: fn(&str) -> Option<T>, word: fn(T) -> Word)
where
    T: Copy + PartialEq + std::fmt::Debug + for<'a> Deserialize<'a>,
{
    let mut seen = BTreeSet::new();
    for choice in all {
        let Word { vi, en } = word(*choice);
        assert!(!vi.is_empty() && !en.is_empty(), "{choice:?}");
        assert_eq!(plain(en), en.to_lowercase(), "not English: {en:?}");
        assert!(seen.insert(vi) && seen.insert(en), "used twice: {vi} / {en}");
        let code = code(*choice);
        assert!(seen.insert(code), "used twice: {code}");
        assert_eq!(of_code(code), Some(*choice));
        let wire: StrDeserializer<'_, Error> = code.into_deserializer();
        assert_eq!(T::deserialize(wire).as_ref(), Ok(choice), "on the wire it is its code");
    }
    assert_eq!(of_code(""), None);
    assert_eq!(of_code("something else"), None);
}

#[test]
fn each_choice_has_words_and_a_code_of_its_own() {
    are_choices(&SessionPart::ALL, SessionPart::code, SessionPart::of_code, part);
    are_choices(EntryKind::ALL, EntryKind::code, EntryKind::of_code, kind);
    are_choices(LeaderRole::ALL, LeaderRole::code, LeaderRole::of_code, leader_role);
    are_choices(Format::ALL, Format::code, Format::of_code, format);
    are_choices(InvitationMode::ALL, InvitationMode::code, InvitationMode::of_code, invitation);
    are_choices(Visibility::ALL, Visibility::code, Visibility::of_code, visibility);
    are_choices(&Mark::ALL, Mark::code, Mark::of_code, mark);
    are_choices(&WeekState::ALL, WeekState::code, WeekState::of_code, week_state);
    are_choices(&Step::ALL, Step::code, Step::of_code, step);
    are_choices(&RequestState::ALL, RequestState::code, RequestState::of_code, request_state);
    are_choices(&RequestStep::ALL, RequestStep::code, RequestStep::of_code, request_step);
    are_choices(&MeetingState::ALL, MeetingState::code, MeetingState::of_code, meeting_state);
    are_choices(&MeetingStep::ALL, MeetingStep::code, MeetingStep::of_code, meeting_step);
    are_choices(&ItemKind::ALL, ItemKind::code, ItemKind::of_code, item_kind);
    are_choices(&ItemState::ALL, ItemState::code, ItemState::of_code, item_state);
    are_choices(&ItemStep::ALL, ItemStep::code, ItemStep::of_code, item_step);
    are_choices(&InviteePart::ALL, InviteePart::code, InviteePart::of_code, invitee_part);
    are_choices(&Attendance::ALL, Attendance::code, Attendance::of_code, attendance);
    are_choices(&AnswerStep::ALL, AnswerStep::code, AnswerStep::of_code, answer_step);
    are_choices(&Role::ALL, Role::code, Role::of_code, role);
    are_choices(&UnitKind::ALL, UnitKind::code, UnitKind::of_code, unit_kind);
    are_choices(&Service::ALL, Service::code, Service::of_code, service);
    are_choices(&Subject::ALL, Subject::code, Subject::of_code, subject);
}

#[test]
fn each_weight_of_a_conflict_has_its_word() {
    let weights = [Severity::Note, Severity::Warn, Severity::Reason, Severity::Refuse];
    assert!(weights.is_sorted());
    let words: BTreeSet<_> = weights.map(|w| severity(w).vi).into();
    assert_eq!(words.len(), weights.len());
}
