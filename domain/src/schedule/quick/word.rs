//! A typed line as words, each with its letters and its marks apart.
//!
//! "Họp" is the letters `hop` and one dot below, however the marks were
//! typed: as one character, as characters of their own, on the first or on the
//! second vowel ("hòa", "hoà"). So a word is compared with and without marks.

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Letters,
    /// 0-9 only; other digits count as letters, because no hour is written in them.
    Digits,
    /// One character that is neither.
    Sign,
}

/// A run of letters, a run of digits, or one sign.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// First byte in the line.
    pub from: usize,
    /// The byte after the last one, marks of their own included.
    pub to: usize,
    /// Letters in lower case without marks.
    pub plain: String,
    /// How often each mark was typed, see [`weight`]; 0 for none.
    pub marks: u64,
    pub sort: Sort,
    /// Whether a space stands before it.
    pub spaced: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
}

impl Word {
    /// Whether it is this sign.
    pub fn is(&self, sign: char) -> bool {
        self.sort == Sort::Sign && self.plain.starts_with(sign)
    }

    /// Its number, when it has at most `digits` digits.
    pub fn number(&self, digits: usize) -> Option<u32> {
        let fits = self.sort == Sort::Digits && self.plain.len() <= digits;
        fits.then(|| self.plain.parse().ok()).flatten()
    }

    /// Whether it has these letters. Marks that were typed must be right; a word
    /// typed without any says nothing about them.
    pub fn spells(&self, wanted: &str) -> bool {
        let (same, marks) = self.compare(wanted);
        same && (self.marks == 0 || self.marks == marks)
    }

    /// Whether it has these letters and these marks.
    pub fn spells_exactly(&self, wanted: &str) -> bool {
        let (same, marks) = self.compare(wanted);
        same && self.marks == marks
    }

    fn compare(&self, wanted: &str) -> (bool, u64) {
        let mut letters = self.plain.chars();
        let mut marks = 0_u64;
        for c in wanted.chars() {
            let (letter, mark) = apart(c);
            if letters.next() != Some(letter) {
                return (false, 0);
            }
            marks = marks.wrapping_add(mark);
        }
        (letters.next().is_none(), marks)
    }
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut spaced = true;
    for (from, c) in text.char_indices() {
        let to = from + c.len_utf8();
        if c.is_whitespace() {
            spaced = true;
            continue;
        }
        let last = words.last_mut().filter(|_| !spaced);
        let (last, sort) = match (last, sort_of(c)) {
            (Some(last), None) => {
                last.marks = last.marks.wrapping_add(weight(c));
                last.to = to;
                continue;
            }
            (last, sort) => (last, sort.unwrap_or(Sort::Sign)),
        };
        let (letter, mark) = apart(c);
        match last {
            Some(last) if last.sort == sort && sort != Sort::Sign => {
                last.plain.push(letter);
                last.marks = last.marks.wrapping_add(mark);
                last.to = to;
            }
            _ => words.push(Word {
                from,
                to,
                plain: letter.to_string(),
                marks: mark,
                sort,
                spaced,
                capital: c.is_uppercase(),
            }),
        }
        spaced = false;
    }
    words
}

/// `None` for a mark, which belongs to the letter before it.
fn sort_of(c: char) -> Option<Sort> {
    if ('\u{300}'..='\u{36F}').contains(&c) {
        None
    } else if c.is_ascii_digit() {
        Some(Sort::Digits)
    } else if c.is_alphanumeric() {
        Some(Sort::Letters)
    } else {
        Some(Sort::Sign)
    }
}

/// A character in lower case without its marks, and the weight of these.
fn apart(c: char) -> (char, u64) {
    if c.is_ascii() {
        return (c.to_ascii_lowercase(), 0);
    }
    let low = c.to_lowercase().next().unwrap_or(c);
    if low == 'đ' {
        return ('d', weight(STROKE));
    }
    let found = VOWELS.iter().find_map(|(letter, shape, row)| {
        let tone = row.iter().position(|vowel| *vowel == low)?;
        let shape = shape.map_or(0, weight);
        Some((*letter, shape + tone.checked_sub(1).map_or(0, |tone| weight(MARKS[tone]))))
    });
    found.unwrap_or((low, 0))
}

const BREVE: char = '\u{306}';
const CIRCUMFLEX: char = '\u{302}';
const HORN: char = '\u{31b}';
const STROKE: char = '\u{335}';
/// The five tones in the order of the rows below, then the shapes.
const MARKS: [char; 9] =
    ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}', BREVE, CIRCUMFLEX, HORN, STROKE];

type Row = (char, Option<char>, [char; 6]);
const VOWELS: [Row; 12] = [
    ('a', None, ['a', 'à', 'á', 'ả', 'ã', 'ạ']),
    ('a', Some(BREVE), ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ']),
    ('a', Some(CIRCUMFLEX), ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ']),
    ('e', None, ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ']),
    ('e', Some(CIRCUMFLEX), ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ']),
    ('i', None, ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị']),
    ('o', None, ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ']),
    ('o', Some(CIRCUMFLEX), ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ']),
    ('o', Some(HORN), ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ']),
    ('u', None, ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ']),
    ('u', Some(HORN), ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự']),
    ('y', None, ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
];

/// Six bits for each of the nine marks, so that their sum tells a word's marks
/// in whatever order they were typed. Other marks are in no word of a name.
fn weight(mark: char) -> u64 {
    MARKS.iter().position(|m| *m == mark).map_or(1 << 60, |at| 1 << (6 * at))
}
