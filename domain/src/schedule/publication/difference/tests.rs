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
