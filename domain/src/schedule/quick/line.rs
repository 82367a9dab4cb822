//! The line while it is read: its words, which of them are understood, and the
//! draft that they fill.
//!
//! A word is *taken* when it leaves the content; it can also be marked and
//! stay. No word carries two marks, so marks never overlap.

use super::Mark;
use super::word::{Sort, Word, words};
use crate::calendar::week::IsoWeek;
use crate::schedule::directory::Directory;
use crate::schedule::draft::EntryDraft;
use chrono::NaiveDate;
use std::ops::Range;

/// The line being read.
pub(super) struct Line<'a> {
    pub text: &'a str,
    pub words: Vec<Word>,
    taken: Vec<bool>,
    marked: Vec<bool>,
    pub marks: Vec<Mark>,
    pub draft: EntryDraft,
    pub directory: &'a Directory,
    pub today: NaiveDate,
    pub week: IsoWeek,
    /// The day of the entry, once it is known.
    pub date: NaiveDate,
    /// Whether somebody who types marks typed this line: then "sang" is not "sáng".
    has_marks: bool,
}

impl<'a> Line<'a> {
    pub fn new(text: &'a str, directory: &'a Directory, today: NaiveDate, week: IsoWeek) -> Self {
        let words = words(text);
        let has_marks = words.iter().any(|word| word.marks != 0);
        let date = if week.contains(today) { today } else { week.monday() };
        let (taken, marked) = (vec![false; words.len()], vec![false; words.len()]);
        let (marks, draft) = (Vec::new(), EntryDraft::default());
        Self { text, words, taken, marked, marks, draft, directory, today, week, date, has_marks }
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn free(&self, at: usize) -> bool {
        self.taken.get(at) == Some(&false)
    }

    /// Where a phrase of free words ends that begins here. Words without marks
    /// say nothing about marks.
    pub fn says(&self, at: usize, phrase: &str) -> Option<usize> {
        self.reads(at, phrase, |word, wanted| word.spells(wanted))
    }

    /// As [`Line::says`], but in a line with marks these words need theirs: for
    /// words that mean something else without ("sang", "du", "tai").
    pub fn says_clearly(&self, at: usize, phrase: &str) -> Option<usize> {
        let clear = self.has_marks;
        self.reads(
            at,
            phrase,
            |word, wanted| {
                if clear { word.spells_exactly(wanted) } else { word.spells(wanted) }
            },
        )
    }

    fn reads(&self, at: usize, phrase: &str, same: impl Fn(&Word, &str) -> bool) -> Option<usize> {
        let mut end = at;
        for wanted in phrase.split(' ') {
            if !self.free(end) || !same(&self.words[end], wanted) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Where the first of these phrases ends that begins here.
    pub fn any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.says(at, phrase))
    }

    pub fn any_clearly(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.says_clearly(at, phrase))
    }

    /// Where the first of these phrases begins that ends right before `at`.
    pub fn before(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| {
            let start = at.checked_sub(phrase.split(' ').count())?;
            self.says(start, phrase).map(|_| start)
        })
    }

    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.free(at) && self.words[at].is(sign)
    }

    /// Whether this word follows the one before without a space.
    pub fn glued(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| !word.spaced)
    }

    /// Whether a sign separates parts of the line here: `,` `;` `(` `)` `:`, a
    /// full stop after a word, a line or an arrow between spaces.
    pub fn breaks(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at).filter(|word| word.sort == Sort::Sign) else {
            return false;
        };
        let inside = self.glued(at) && self.glued(at + 1);
        let among_digits = || {
            let digits = |at: usize| self.words.get(at).is_some_and(|w| w.sort == Sort::Digits);
            inside && at > 0 && digits(at - 1) && digits(at + 1)
        };
        match word.plain.as_str() {
            ";" | "(" | ")" | "[" | "]" | "|" | "—" => true,
            "," | ":" => !among_digits(),
            "." => !inside && !self.shortens(at),
            "-" | "–" => at == 0 || (word.spaced && !self.glued(at + 1)),
            _ => false,
        }
    }

    /// Whether the full stop here ends an abbreviation ("P. Kinh tế", "TP. X").
    fn shortens(&self, at: usize) -> bool {
        let last = at.checked_sub(1).and_then(|at| self.words.get(at));
        last.is_some_and(|w| w.sort == Sort::Letters && w.capital && w.plain.len() <= 2) && self.glued(at)
    }

    /// Whether a part of the line begins here.
    pub fn begins(&self, at: usize) -> bool {
        at == 0 || self.breaks(at - 1) || !self.free(at - 1)
    }

    /// Whether a part of the line has ended before this word.
    pub fn ends(&self, at: usize) -> bool {
        at >= self.len() || self.breaks(at) || !self.free(at)
    }

    /// The first word from here on at which a part of the line has ended. A
    /// line between spaces does not end it when `through_lines`, because names have
    /// them ("Phòng Hành chính - Tổ chức").
    pub fn end_from(&self, at: usize, through_lines: bool) -> usize {
        let is_line = |at: usize| self.is_sign(at, '-') || self.is_sign(at, '–');
        (at..self.len()).find(|at| self.ends(*at) && !(through_lines && is_line(*at))).unwrap_or(self.len())
    }

    /// The first word of the part that this word lies in.
    pub fn start_of(&self, at: usize) -> usize {
        (0..=at).rev().find(|at| self.begins(*at)).unwrap_or(0)
    }

    /// As typed.
    pub fn slice(&self, range: Range<usize>) -> &'a str {
        match (self.words.get(range.start), range.end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => self.text.get(first.from..last.to).unwrap_or_default(),
            _ => "",
        }
    }

    /// Takes words away from the content.
    pub fn drop_words(&mut self, range: Range<usize>) {
        self.taken[range].fill(true);
    }

    /// Marks words as understood, as far as they are not marked yet.
    pub fn mark(&mut self, range: Range<usize>, field: &'static str, value: impl Into<String>) {
        let unmarked = |at: &usize| !self.marked[*at];
        let Some(first) = range.clone().find(unmarked) else { return };
        let last = (first..range.end).take_while(unmarked).last().unwrap_or(first);
        self.marked[first..=last].fill(true);
        let (from, to) = (self.words[first].from, self.words[last].to);
        self.marks.push(Mark { from, to, field, value: value.into() });
    }

    /// Marks words and takes them away from the content.
    pub fn take(&mut self, range: Range<usize>, field: &'static str, value: impl Into<String>) {
        self.mark(range.clone(), field, value);
        self.drop_words(range);
    }
}
