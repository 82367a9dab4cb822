//! The ways to write the name of a unit and of a room.

use super::super::word::Word;
use super::{Form, name_words};
use crate::facility::Room;
use crate::people::{Unit, UnitKind};

/// What is written short, longest first.
const SHORT: [(&str, &str); 14] = [
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("ủy ban mặt trận tổ quốc việt nam", "ubmttqvn"),
    ("mặt trận tổ quốc", "mttq"),
    ("ban quản lý", "bql"),
    ("ban chỉ đạo", "bcđ"),
    ("văn phòng", "vp"),
    ("trung tâm", "tt"),
    ("thường trực", "tt"),
    ("công an", "ca"),
    ("quân sự", "qs"),
    ("dự án", "da"),
    ("phòng", "p"),
    ("phường", "p"),
];

/// Phrases and what is written for them.
pub(in super::super) struct Short(Vec<(Vec<Word>, Vec<Word>)>);

impl Short {
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(long, short)| (name_words(long), name_words(short))).collect())
    }

    /// Every way to write these words with some of the phrases replaced.
    pub fn ways(&self, words: Vec<Word>) -> Vec<Vec<Word>> {
        let mut all = vec![words];
        for (long, short) in &self.0 {
            for at in 0..all.len() {
                if let Some(shorter) = replaced(&all[at], long, short).filter(|_| all.len() < WAYS) {
                    all.push(shorter);
                }
            }
        }
        all
    }
}

/// More ways to write one name are not looked for.
const WAYS: usize = 16;

/// Words with the first of these phrases replaced, when they hold it.
fn replaced(words: &[Word], long: &[Word], short: &[Word]) -> Option<Vec<Word>> {
    let same = |(word, wanted): (&Word, &Word)| word.plain == wanted.plain && word.marks == wanted.marks;
    let at = words.windows(long.len()).position(|window| window.iter().zip(long).all(same))?;
    let mut replaced = words[..at].to_vec();
    replaced.extend_from_slice(short);
    replaced.extend_from_slice(&words[at + long.len()..]);
    Some(replaced)
}

/// The abbreviations in the names of units and of rooms.
pub(super) struct Habits {
    units: Short,
    rooms: Short,
    letter: Short,
}

impl Habits {
    pub fn usual() -> Self {
        let rooms = [("phòng họp", "ph"), ("phòng", "p"), ("hội trường", "ht"), ("ủy ban nhân dân", "ubnd")];
        Self {
            units: Short::of(&SHORT),
            rooms: Short::of(&rooms),
            letter: Short::of(&[("phòng họp", "phòng")]),
        }
    }
}

pub(super) fn unit_forms(unit: &Unit, habits: &Habits) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let short = Some(&unit.short_name).filter(|short| **short != unit.name);
    for name in [Some(&unit.name), short].into_iter().flatten() {
        let words = name_words(name);
        if let Some(initials) = initials(&words) {
            forms.extend(initials);
        }
        for words in habits.units.ways(words) {
            let tail = words.len().checked_sub(1).filter(|last| *last > 1 && words[*last].spells("tỉnh"));
            forms.extend(tail.map(|last| Form::new(words[..last].to_vec())));
            forms.extend(locality(unit.kind, &words));
            forms.push(Form::new(words));
        }
    }
    forms.push(Form::new(name_words(&unit.code)));
    forms
}

/// "Sở" or "Phòng" and the first letters of what follows.
fn initials(words: &[Word]) -> Option<Vec<Form>> {
    let (head, rest) = words.split_first()?;
    let heads: &[&str] = match head.plain.as_str() {
        "so" if head.spells_exactly("sở") => &["sở"],
        "phong" | "p" => &["phòng", "p"],
        _ => return None,
    };
    let initials: String = rest.iter().filter_map(|word| word.plain.chars().next()).collect();
    let form = |head: &&str| Form { initials: initials.clone(), ..Form::new(name_words(head)) };
    (initials.len() > 1).then(|| heads.iter().map(form).collect())
}

/// "UBND phường Minh Tân" is also "phường Minh Tân", and among remote sites
/// "Minh Tân".
fn locality(kind: UnitKind, words: &[Word]) -> Vec<Form> {
    let Some((_, rest)) =
        words.split_first().filter(|(first, _)| kind == UnitKind::Locality && first.spells_exactly("ubnd"))
    else {
        return Vec::new();
    };
    let name =
        if rest.len() > 2 && rest[0].spells("đặc") { &rest[2..] } else { &rest[1.min(rest.len())..] };
    let site = Form { site: true, ..Form::new(name.to_vec()) };
    vec![Form::new(rest.to_vec()), site]
}

pub(super) fn room_forms(room: &Room, habits: &Habits) -> Vec<Form> {
    let mut forms = Vec::new();
    let bare = room.name.split('(').next().unwrap_or(&room.name);
    for name in [room.name.as_str(), bare] {
        let words = name_words(name);
        forms.extend(habits.rooms.ways(words.clone()).into_iter().map(Form::new));
        // "phòng A"
        let letter = words.len() == 3 && words[2].plain.chars().count() == 1;
        forms.extend(habits.letter.ways(words.clone()).into_iter().filter(|_| letter).map(Form::new));
        // "phòng họp Thường trực", unless more follows: another house has one too.
        let own = words.windows(2).position(|w| w[0].spells_exactly("ubnd") && w[1].spells_exactly("tỉnh"));
        forms.extend(
            own.filter(|at| *at > 1).map(|at| Form { whole: true, ..Form::new(words[..at].to_vec()) }),
        );
    }
    forms
}
