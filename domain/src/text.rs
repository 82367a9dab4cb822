//! What people type, made fit to keep: length, control characters, spaces.
//!
//! A text that cannot be kept is refused with its reason; nothing that can be seen is
//! cut off silently.

use crate::refusal::{Issue, Problem, Refusal};
use std::ops::RangeInclusive;

/// The greatest number of characters of a one-line text.
pub const LINE: usize = 500;
/// The greatest number of characters of a text of several lines.
pub const PARAGRAPH: usize = 4000;

/// Checks a one-line text: spaces are folded, line breaks become spaces, marks that only
/// came along from another program go.
///
/// # Errors
/// [`Problem::TooLong`] above `max` characters, [`Problem::ControlCharacters`].
pub fn line(text: &str, max: usize) -> Result<String, Problem> {
    let folded = without_residue(text)?.split_whitespace().collect::<Vec<_>>().join(" ");
    check(folded, max)
}

/// Checks the one line that a form asks for beside a deed: why, or in which words.
///
/// # Errors
/// [`Refusal::Invalid`] for the field: as [`line`], and [`Problem::Required`] for nothing
/// where something is needed.
pub fn reason(field: &str, typed: &str, needed: bool) -> Result<String, Refusal> {
    let reason = line(typed, LINE).map_err(|problem| Refusal::field(field, problem))?;
    if needed && reason.is_empty() {
        return Err(Refusal::field(field, Problem::Required));
    }
    Ok(reason)
}

/// Checks a text of several lines: line ends become `\n`, outer space goes, and so do marks
/// that only came along from another program.
///
/// # Errors
/// [`Problem::TooLong`] above `max` characters, [`Problem::ControlCharacters`].
pub fn paragraph(text: &str, max: usize) -> Result<String, Problem> {
    let unified = without_residue(text)?.replace("\r\n", "\n").replace('\r', "\n");
    check(unified.trim().to_owned(), max)
}

fn check(text: String, max: usize) -> Result<String, Problem> {
    let is = text.chars().count();
    if is > max {
        return Err(Problem::TooLong { max, is });
    }
    let hidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || is_invisible(c);
    if text.chars().any(hidden) {
        return Err(Problem::ControlCharacters);
    }
    Ok(text)
}

/// The text without what word processors and web pages leave in it: places where a line may or
/// may not break, and the mark at the head of a file. Nobody sees them or can take them out. A
/// text of nothing else is refused: it looks empty, and was filled.
fn without_residue(text: &str) -> Result<String, Problem> {
    let is_kept = |c: &char| !matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    let kept: String = text.chars().filter(is_kept).collect();
    if kept.trim().is_empty() && !text.trim().is_empty() {
        return Err(Problem::ControlCharacters);
    }
    Ok(kept)
}

/// Marks that nobody sees: they turn the reading direction and make a text read as another,
/// and U+2028 and U+2029 break lines.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{061C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// The text with a capital where it begins, also behind an opening quotation mark or
/// bracket.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let at = text.find(char::is_alphanumeric).unwrap_or(text.len());
    let (before, rest) = text.split_at(at);
    let mut letters = rest.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{before}{first}{}", letters.as_str())
}

/// Collects the issues of a form, so that a person sees all of them at once.
#[derive(Debug, Default)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// Notes a problem of a field.
    pub fn note(&mut self, field: &str, problem: Problem) {
        self.0.push(Issue::new(field, problem));
    }

    /// Takes a checked value, or notes the problem and goes on with a default.
    pub fn take<T: Default>(&mut self, field: &str, checked: Result<T, Problem>) -> T {
        checked.unwrap_or_else(|problem| {
            self.note(field, problem);
            T::default()
        })
    }

    /// Whether nothing was noted yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether nothing is wrong with a field so far.
    pub fn is_clean(&self, field: &str) -> bool {
        self.0.iter().all(|issue| issue.field != field)
    }

    /// What was read of a choice that must be made: a code that cannot be read is unknown, an
    /// empty one is missing.
    pub fn chosen<T>(&mut self, field: &str, code: &str, read: Option<T>) -> Option<T> {
        if read.is_none() {
            self.note(field, not_chosen(code));
        }
        read
    }

    /// A one-line text that must not be empty.
    pub fn needed_line(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = self.take(field, line(text, max));
        if text.is_empty() && !self.0.iter().any(|i| i.field == field) {
            self.note(field, Problem::Required);
        }
        text
    }

    /// `value` when nothing was noted, all issues otherwise.
    ///
    /// # Errors
    /// The issues that were noted.
    pub fn or<T>(self, value: T) -> Result<T, Vec<Issue>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

/// Why a choice was not read.
pub(crate) fn not_chosen(code: &str) -> Problem {
    if code.trim().is_empty() { Problem::Required } else { Problem::Unknown }
}

/// Lower case without Vietnamese marks, for searching: "Đường" finds "duong",
/// also where a mark is a character of its own.
pub fn plain(text: &str) -> String {
    folded(text).collect()
}

/// The letters of [`plain`], one by one.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !is_combining(*c)).flat_map(char::to_lowercase).map(unmarked)
}

/// A telephone number or nothing: so many digits, with the usual marks between them.
///
/// # Errors
/// As [`line`], and [`Problem::NotAPhone`].
pub fn phone(typed: &str, digits: RangeInclusive<usize>) -> Result<String, Problem> {
    let phone = line(typed, 40)?;
    let count = phone.chars().filter(char::is_ascii_digit).count();
    let marks = phone.chars().all(|c| c.is_ascii_digit() || " +-.()".contains(c));
    if phone.is_empty() || (marks && digits.contains(&count)) { Ok(phone) } else { Err(Problem::NotAPhone) }
}

/// A whole number between two others.
///
/// # Errors
/// [`Problem::Required`] for nothing, [`Problem::NotBetween`] for anything else.
pub fn number(typed: &str, range: RangeInclusive<u32>) -> Result<u32, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Required);
    }
    let wrong = Problem::NotBetween { min: *range.start(), max: *range.end() };
    typed.trim().parse().ok().filter(|number| range.contains(number)).ok_or(wrong)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

fn unmarked(c: char) -> char {
    match c {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ'
        | 'ậ' => 'a',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ'
        | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        'đ' => 'd',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_folded_and_never_cut() {
        assert_eq!(line("  Họp \t giao\r\nban ", LINE).as_deref(), Ok("Họp giao ban"));
        let long = "Đ".repeat(LINE + 1);
        assert_eq!(line(&long, LINE), Err(Problem::TooLong { max: LINE, is: LINE + 1 }));
    }

    #[test]
    fn a_reason_may_be_missing_only_where_none_is_needed() {
        assert_eq!(reason("why", "  đổi \n phòng ", true).as_deref(), Ok("đổi phòng"));
        assert_eq!(reason("why", " \n", false).as_deref(), Ok(""));
        assert_eq!(reason("why", " \n", true), Err(Refusal::field("why", Problem::Required)));
    }

    #[test]
    fn a_reason_that_is_too_long_is_refused_also_where_none_is_needed() {
        let long = "a".repeat(LINE + 1);
        let problem = Problem::TooLong { max: LINE, is: LINE + 1 };
        assert_eq!(reason("why", &long, false), Err(Refusal::field("why", problem)));
    }

    #[test]
    fn hidden_characters_are_refused() {
        for hidden in ["a\u{0}b", "a\u{1b}[2Jb", "a\u{202E}b", "a\u{7f}b", "a\u{2066}b", "a\u{200F}"] {
            assert_eq!(line(hidden, LINE), Err(Problem::ControlCharacters), "{hidden:?}");
            assert_eq!(paragraph(hidden, LINE), Err(Problem::ControlCharacters), "{hidden:?}");
        }
    }

    #[test]
    fn what_pasting_leaves_unseen_goes_and_is_not_counted() {
        for residue in ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"] {
            let pasted = format!("{residue}Họp {residue} giao{residue} ban{residue}");
            assert_eq!(line(&pasted, 12).as_deref(), Ok("Họp giao ban"), "{pasted:?}");
            assert_eq!(line(residue, LINE), Err(Problem::ControlCharacters), "{residue:?}");
            let lines = format!("{residue} một\r\n{residue}hai {residue}");
            assert_eq!(paragraph(&lines, 7).as_deref(), Ok("một\nhai"), "{lines:?}");
        }
        assert_eq!(line("a\u{200D}b", LINE).as_deref(), Ok("a\u{200D}b"), "a joiner is of a script");
    }

    #[test]
    fn a_paragraph_keeps_its_lines() {
        assert_eq!(paragraph("một\r\nhai\rba\n", LINE).as_deref(), Ok("một\nhai\nba"));
    }

    #[test]
    fn a_telephone_number_is_digits_and_the_marks_between_them() {
        let whole = |typed: &str| phone(typed, 8..=15);
        for typed in ["(0200)  3.000.115", " +84 912-345-678", "19001080", ""] {
            let kept = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(whole(typed), Ok(kept), "{typed:?}");
        }
        for typed in ["abc!", "0912 345 678 (Bình)", "09x", "1022", "0912345678 0912345678", "()"] {
            assert_eq!(whole(typed), Err(Problem::NotAPhone), "{typed:?}");
        }
        assert_eq!(phone("1022", 3..=15).as_deref(), Ok("1022"));
        assert_eq!(phone("\u{7}113", 3..=15), Err(Problem::ControlCharacters));
    }

    #[test]
    fn searching_needs_no_marks() {
        assert_eq!(plain("Đường ven sông Lam Giang"), "duong ven song lam giang");
        assert_eq!(plain("\u{111}u\u{31b}\u{1a1}\u{300}ng"), "duong");
    }
}
