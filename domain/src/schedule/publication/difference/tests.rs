use super::*;
use crate::schedule::publication::next;
use crate::schedule::story::{Story, an_entry, moment, the_office};
use chrono::{DateTime, Utc};

fn meeting() -> Story {
    an_entry().chaired_by("ct").at("08:00-10:00")
}

fn friday() -> DateTime<Utc> {
    moment("2026-11-27T09:00")
}

fn tuesday() -> DateTime<Utc> {
    moment("2026-12-01T01:00")
}

fn face(story: Story) -> Face {
    Face::of(&story.entry(), &the_office())
}

fn named(uid: &str, number: i32, story: Story) -> Published {
    next(None, face(story), uid, number, friday())
}

#[test]
fn two_publications_differ_in_the_order_of_the_week() {
    let wednesday = || meeting().on("2026-12-02");
    let old = [
        named("kept", 1, meeting().at("07:30-08:00")),
        named("moved", 1, wednesday()),
        named("gone", 1, meeting().at("14:00-15:00").saying("Bị rút")),
    ];
    let moved = next(Some(&old[1]), face(wednesday().at("10:00-11:00")), "", 2, tuesday());
    let new = [
        Published { face: moved.face.clone(), ..moved },
        old[0].clone(),
        named("added", 2, wednesday().at("09:00-09:30").saying("Thêm vào")),
    ];
    let told: Vec<_> = differences(&old, &new)
        .into_iter()
        .map(|d| (d.mark, d.gone, d.fields.len(), d.face.content))
        .collect();
    let content = meeting().plan().content;
    assert_eq!(
        told,
        [
            (Mark::Cancelled, true, 0, "Bị rút".to_owned()),
            (Mark::Added, false, 0, "Thêm vào".to_owned()),
            (Mark::Adjusted, false, 2, content),
        ]
    );
    assert_eq!(differences(&new, &new), []);
}

#[test]
fn a_difference_over_several_publications_is_told_as_one() {
    let one = named("u", 1, meeting());
    let two = next(Some(&one), face(meeting().at("09:00-10:00")), "", 2, tuesday());
    let three = next(Some(&two), face(meeting().at("09:30-10:00")), "", 3, tuesday());
    let told = differences(std::slice::from_ref(&one), std::slice::from_ref(&three));
    assert_eq!(told.len(), 1);
    let later = FieldChange::between("start", "08:00".into(), "09:30".into());
    assert_eq!(Some(&told[0].fields[..]), later.as_ref().map(std::slice::from_ref));
    let back = next(Some(&two), face(meeting()), "", 3, tuesday());
    assert_eq!(differences(&[one], &[back]), [], "back to what it was is no difference");
}

#[test]
fn what_is_new_and_does_not_take_place_is_not_called_added() {
    let new = [
        named("going", 2, meeting().at("07:30-08:00")),
        named("postponed", 2, meeting().at("09:00-10:00").postponed(None)),
        named("cancelled", 2, meeting().at("10:00-11:00").cancelled()),
    ];
    let told: Vec<_> = differences(&[], &new).into_iter().map(|d| (d.uid, d.mark, d.gone)).collect();
    assert_eq!(
        told,
        [
            ("going".to_owned(), Mark::Added, false),
            ("postponed".to_owned(), Mark::Postponed, false),
            ("cancelled".to_owned(), Mark::Cancelled, false),
        ]
    );
}

#[test]
fn an_entry_that_changes_twice_is_counted_once() {
    let one = [named("u", 1, meeting()), named("gone", 1, meeting().at("14:00-15:00"))];
    let changed = next(Some(&one[0]), face(meeting().at("09:00-10:00")), "", 2, tuesday());
    let two = [changed, one[1].clone(), named("added", 2, meeting().on("2026-12-02"))];
    let changed = next(Some(&two[0]), face(meeting().at("09:30-10:00")), "", 3, tuesday());
    let three = [changed, two[2].clone()];
    let steps = [differences(&two, &three), differences(&one, &two)];
    assert_eq!(steps.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
    assert_eq!(changed_entries(steps.iter().flatten()), 2, "what is gone is on no page");
    assert_eq!(three.iter().filter(|entry| entry.is_changed()).count(), 2, "as the week counts them");
    assert_eq!(changed_entries([]), 0);
}
