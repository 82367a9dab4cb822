//! What the directory names, in the ways in which secretaries write it: full,
//! short, by code, with the usual abbreviations ("UBND", "BQL", "PH"), by the
//! initials of a department ("Sở TC", "Sở NN&MT").
//!
//! The longest name wins. A name of two things is not understood, except that
//! one of them has ended before the day of the entry.

mod forms;

use super::line::Line;
use super::word::{Sort, Word, words};
use crate::id::{RoomId, UnitId};
use crate::people::Span;
use crate::schedule::directory::Directory;
use forms::{Habits, room_forms, unit_forms};

pub(super) use forms::Short;
use std::collections::HashMap;

/// One way to write a name.
pub(super) struct Form {
    pub words: Vec<Word>,
    /// Letters that stand for the rest of the name, as in "Sở TC".
    pub initials: String,
    /// Only where a list of remote sites is read ("Minh Tân").
    pub site: bool,
    /// Only where nothing of the same part of the line follows.
    pub whole: bool,
}

impl Form {
    pub fn new(words: Vec<Word>) -> Self {
        Self { words, initials: String::new(), site: false, whole: false }
    }
}

/// A form of the thing with this place in its list.
struct Named {
    form: Form,
    of: usize,
}

/// The names of a directory.
pub(super) struct Names {
    units: Index,
    rooms: Index,
}

#[derive(Default)]
struct Index {
    forms: Vec<Named>,
    by_first: HashMap<String, Vec<usize>>,
}

impl Index {
    fn add(&mut self, of: usize, form: Form) {
        if let Some(first) = form.words.first() {
            self.by_first.entry(first.plain.clone()).or_default().push(self.forms.len());
            self.forms.push(Named { form, of });
        }
    }

    /// The longest names that begin here, and the word behind them.
    fn longest(&self, line: &Line, at: usize, sites: bool) -> (usize, Vec<usize>) {
        let (mut end, mut found) = (at, Vec::new());
        let first = line.word(at).filter(|_| line.free(at)).map(|word| word.plain.as_str());
        let numbers = first.and_then(|first| self.by_first.get(first));
        for named in numbers.into_iter().flatten().filter_map(|number| self.forms.get(*number)) {
            if named.form.site && !sites {
                continue;
            }
            let Some(stop) = matches(line, at, &named.form) else { continue };
            if stop > end {
                (end, found) = (stop, Vec::new());
            }
            if stop == end && !found.contains(&named.of) {
                found.push(named.of);
            }
        }
        (end, found)
    }
}

impl Names {
    pub fn of(directory: &Directory) -> Self {
        let habits = Habits::usual();
        let mut names = Self { units: Index::default(), rooms: Index::default() };
        for (of, unit) in directory.units.iter().enumerate() {
            unit_forms(unit, &habits).into_iter().for_each(|form| names.units.add(of, form));
        }
        for (of, room) in directory.rooms.iter().enumerate() {
            room_forms(room, &habits).into_iter().for_each(|form| names.rooms.add(of, form));
        }
        names
    }

    /// The unit named here, and the word behind it.
    pub fn unit(&self, line: &Line, at: usize) -> Option<(UnitId, usize)> {
        self.a_unit(line, at, false)
    }

    /// The same where remote sites are listed: a locality needs only its name.
    pub fn site(&self, line: &Line, at: usize) -> Option<(UnitId, usize)> {
        self.a_unit(line, at, true)
    }

    fn a_unit(&self, line: &Line, at: usize, sites: bool) -> Option<(UnitId, usize)> {
        let (end, found) = self.units.longest(line, at, sites);
        let units: Vec<_> = found.into_iter().filter_map(|of| line.directory.units.get(of)).collect();
        let unit = only(line, &units, |unit| unit.valid)?;
        Some((unit.id, end))
    }

    /// The room named here, and the word behind it.
    pub fn room(&self, line: &Line, at: usize) -> Option<(RoomId, usize)> {
        let (end, found) = self.rooms.longest(line, at, false);
        let [of] = found[..] else { return None };
        Some((line.directory.rooms.get(of)?.id, end))
    }
}

/// The only one of these, or the only one that exists on the day.
pub(super) fn only<'d, T>(line: &Line, all: &[&'d T], valid: impl Fn(&T) -> Span) -> Option<&'d T> {
    if let [one] = all[..] {
        return Some(one);
    }
    let mut now = all.iter().filter(|one| valid(one).contains(line.date));
    now.next().copied().filter(|_| now.next().is_none())
}

fn matches(line: &Line, at: usize, form: &Form) -> Option<usize> {
    let mut end = at;
    for wanted in &form.words {
        if end > at {
            end = past_joints(line, end, wanted);
        }
        if !same(line, end, wanted) {
            return None;
        }
        end += 1;
    }
    if !form.initials.is_empty() {
        end = initials(line, end, &form.initials)?;
    }
    // "Phòng họp A1" is another room, and so is "Phòng họp B UBND phường".
    let runs_on = line.word(end).is_some_and(|w| !w.spaced && w.sort != Sort::Sign);
    (!runs_on && (!form.whole || line.ends(end))).then_some(end)
}

fn same(line: &Line, at: usize, wanted: &Word) -> bool {
    line.free(at)
        && line
            .word(at)
            .is_some_and(|word| word.plain == wanted.plain && (word.marks == 0 || word.marks == wanted.marks))
}

/// Signs and "và" within a name are typed or not: "Giáo dục & Đào tạo", "HC-TC".
fn past_joints(line: &Line, at: usize, wanted: &Word) -> usize {
    let mut end = at;
    while end < at + 2 && !same(line, end, wanted) && line.free(end) && is_joint(line, end) {
        end += 1;
    }
    end
}

fn is_joint(line: &Line, at: usize) -> bool {
    line.word(at).is_some_and(|word| match word.sort {
        Sort::Sign => matches!(word.plain.as_str(), "," | "." | "-" | "–" | "&" | "/" | "+" | "("),
        Sort::Letters => word.spells("và"),
        Sort::Digits => false,
    })
}

/// Letters that together are these initials: "NNMT", "NN&MT", "NN và MT".
fn initials(line: &Line, at: usize, wanted: &str) -> Option<usize> {
    let (mut end, mut left) = (at, wanted);
    while !left.is_empty() {
        let word = line.word(end).filter(|_| line.free(end))?;
        match left.strip_prefix(word.plain.as_str()) {
            Some(rest) => left = rest,
            None if end > at && is_joint(line, end) => {}
            None => return None,
        }
        end += 1;
    }
    Some(end)
}

/// The words of a name, joints left out: they may be typed or not.
pub(super) fn name_words(name: &str) -> Vec<Word> {
    let mut words = words(name);
    let multiple = words.len() > 1;
    words.retain(|word| word.sort != Sort::Sign && !(multiple && word.spells_exactly("và")));
    words
}
