//! The order of an agenda: when each item begins, and what happens to the others when
//! one is moved.

use super::Item;
use crate::id::ItemId;
use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// Where an item goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// To this place, the first being 0.
    To(usize),
}

impl Shift {
    /// The place that it leads to from another one; nothing lies above the first.
    pub(super) fn from(self, place: usize) -> Option<usize> {
        match self {
            Shift::Up => place.checked_sub(1),
            Shift::Down => Some(place + 1),
            Shift::To(to) => Some(to),
        }
    }
}

/// When each item begins. Nothing without a start; what would begin after midnight has
/// no hour of this day.
pub fn starts(first: Option<NaiveTime>, items: &[Item]) -> Vec<Option<NaiveTime>> {
    begins(first, items.iter().map(Item::minutes))
}

/// When things of so many minutes begin, one behind the other.
pub(super) fn begins(first: Option<NaiveTime>, minutes: impl Iterator<Item = u32>) -> Vec<Option<NaiveTime>> {
    let mut at = first;
    minutes
        .map(|minutes| {
            let begins = at;
            let length = TimeDelta::minutes(minutes.into());
            at = at
                .map(|at| at.overflowing_add_signed(length))
                .filter(|(_, days)| *days == 0)
                .map(|(at, _)| at);
            begins
        })
        .collect()
}

/// The minutes of all items together.
pub fn total(items: &[Item]) -> u32 {
    items.iter().map(Item::minutes).sum()
}

/// The agenda with one item elsewhere, which joins the section of the item that it
/// comes to stand behind, or before when it leads. `None` when nothing changes. What is
/// on the supplementary list stays behind the others.
pub fn shifted(items: &[Item], id: ItemId, shift: Shift) -> Option<Vec<Item>> {
    let from = items.iter().position(|item| item.id == id)?;
    let late = items.get(from)?.supplement.is_some();
    let (low, high) = {
        let main = items.iter().take_while(|item| item.supplement.is_none()).count();
        if late { (main, items.len() - 1) } else { (0, main.checked_sub(1)?) }
    };
    let to = shift.from(from)?.clamp(low, high);
    if to == from {
        return None;
    }
    let mut all = items.to_vec();
    let mut moved = all.remove(from);
    let beside = if to > low { all.get(to - 1) } else { all.get(to) };
    if let Some(beside) = beside {
        moved.plan.section.clone_from(&beside.plan.section);
    }
    all.insert(to, moved);
    Some(all)
}

/// Whether an item begins another section than the one before it.
pub fn is_other_section(before: Option<&Item>, item: &Item) -> bool {
    !item.plan.section.is_empty() && before.is_none_or(|before| before.plan.section != item.plan.section)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::ItemState;
    use crate::meeting::story::an_item;
    use crate::schedule::story::hour;

    fn order(items: &[Item]) -> Vec<i64> {
        items.iter().map(|item| item.id.0).collect()
    }

    fn agenda() -> Vec<Item> {
        vec![
            an_item(1, "Khai mạc", 10),
            an_item(2, "Báo cáo tình hình giải ngân", 15),
            an_item(3, "Thảo luận", 75),
            Item {
                supplement: Some("Chủ tịch chỉ đạo bổ sung".into()),
                ..an_item(4, "Nội dung bổ sung", 20)
            },
            Item {
                supplement: Some("Chủ tịch chỉ đạo bổ sung".into()), ..an_item(5, "Việc khác", 5)
            },
        ]
    }

    #[test]
    fn items_begin_when_those_before_them_end() {
        let times = |first: Option<&str>| {
            let all = starts(first.map(hour), &agenda());
            all.into_iter().map(|at| at.map(|at| at.to_string())).collect::<Vec<_>>()
        };
        let at = |text: &str| Some(text.to_owned());
        assert_eq!(
            times(Some("08:30")),
            [at("08:30:00"), at("08:40:00"), at("08:55:00"), at("10:10:00"), at("10:30:00")]
        );
        assert_eq!(times(None), [None, None, None, None, None]);
        assert_eq!(times(Some("23:00"))[3..], [None, None], "the next day has its own schedule");
        assert_eq!(total(&agenda()), 125);
        let mut carried = agenda();
        carried[2].state = ItemState::Carried;
        assert_eq!(
            starts(Some(hour("08:30")), &carried)[3],
            Some(hour("08:55")),
            "it takes its time elsewhere"
        );
    }

    #[test]
    fn one_item_goes_where_it_is_put_and_the_others_close_up() {
        let to = |id, shift| shifted(&agenda(), ItemId(id), shift).map(|all| order(&all));
        assert_eq!(to(3, Shift::Up), Some(vec![1, 3, 2, 4, 5]));
        assert_eq!(to(1, Shift::To(2)), Some(vec![2, 3, 1, 4, 5]));
        assert_eq!(to(1, Shift::Up), None);
        assert_eq!(to(3, Shift::Down), None, "the supplementary list stays behind");
        assert_eq!(to(1, Shift::To(99)), Some(vec![2, 3, 1, 4, 5]));
        assert_eq!(to(5, Shift::To(0)), Some(vec![1, 2, 3, 5, 4]));
        assert_eq!(to(9, Shift::Up), None);
    }

    #[test]
    fn what_is_moved_joins_the_section_that_it_comes_to() {
        let mut all = agenda();
        for (item, section) in all.iter_mut().zip(["I", "I", "II"]) {
            item.plan.section = section.into();
        }
        let sections = |all: Option<Vec<Item>>| {
            all.unwrap().into_iter().take(3).map(|item| item.plan.section).collect::<Vec<_>>()
        };
        assert_eq!(sections(shifted(&all, ItemId(1), Shift::To(2))), ["I", "II", "II"]);
        assert_eq!(sections(shifted(&all, ItemId(3), Shift::To(0))), ["I", "I", "I"]);
        assert!(is_other_section(None, &all[0]) && !is_other_section(Some(&all[0]), &all[1]));
        assert!(is_other_section(Some(&all[1]), &all[2]) && !is_other_section(Some(&all[2]), &all[3]));
    }
}
