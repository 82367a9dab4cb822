//! The ways to name a leader: post, short title, abbreviation, name.

use crate::id::PositionId;
use crate::people::Position;
use crate::schedule::directory::Directory;
use crate::schedule::quick::line::Line;
use crate::schedule::quick::names::{Short, name_words, only};
use crate::schedule::quick::word::Word;
use std::ops::Range;

const HONORIFICS: &[&str] =
    &["các đồng chí", "các đ / c", "đồng chí", "đ / c", "đ / chí", "đ . c", "đc", "ông", "bà", "anh", "chị"];
const COMMITTEE: &[&str] = &["ubnd tỉnh", "ủy ban nhân dân tỉnh", "ub tỉnh"];
const SHORT: [(&str, &str); 5] = [
    ("pct", "phó chủ tịch"),
    ("phó chủ tịch", "pct"),
    ("chủ tịch", "ct"),
    ("thường trực", "tt"),
    ("ban chỉ đạo", "bcđ"),
];

/// Leaders and the words that name them.
pub(super) type Listed = Vec<(PositionId, Range<usize>)>;

struct Known<'d> {
    post: &'d Position,
    titles: Vec<Vec<Word>>,
    name: Vec<Word>,
}

impl Known<'_> {
    /// Whether one of the titles begins as typed: with a name, "PCT" is also said
    /// of the Permanent Vice Chairman.
    fn may_be(&self, line: &Line, from: usize, to: usize) -> bool {
        let typed = |part: &[Word]| {
            follows(line, from, part).is_some_and(|end| end == to || line.any(end, COMMITTEE) == Some(to))
        };
        self.titles.iter().any(|title| (1..=title.len()).filter_map(|n| title.get(..n)).any(typed))
    }
}

pub(super) struct Leaders<'d>(Vec<Known<'d>>);

impl<'d> Leaders<'d> {
    pub fn of(directory: &'d Directory) -> Self {
        let short = Short::of(&SHORT);
        let known = |post: &'d Position| {
            let (titles, name) = (titles(post, &short), name_words(&post.person_name));
            Known { post, titles, name }
        };
        Self(directory.leaders.iter().map(known).collect())
    }

    /// The leader named here, and the word behind.
    pub fn at(&self, line: &Line, at: usize) -> Option<(PositionId, usize)> {
        let polite = line.any(at, HONORIFICS);
        let start = polite.unwrap_or(at);
        let (titled, posts) = self.by_title(line, start);
        let among: Vec<&Known> =
            self.0.iter().filter(|k| posts.is_empty() || k.may_be(line, start, titled)).collect();
        let named = self.by_name(line, titled, &among, polite.is_some() || !posts.is_empty());
        let (end, found) = match named {
            Some((end, found)) => (end, found),
            None if posts.is_empty() => return None,
            None => (titled, posts),
        };
        let post = one_of(line, &found)?;
        // "đồng chí Đặng Hữu Khiêm, Chủ tịch UBND tỉnh"; in "PCT Trụ, PCT Sách" the
        // second title is another's.
        let untitled = titled == start;
        let again =
            line.any(end, &[",", "-", "–"]).filter(|_| untitled).map(|next| self.by_title(line, next));
        let own = again.filter(|(_, posts)| matches!(posts[..], [one] if one.post.id == post.id));
        let end = own.map_or(end, |(end, _)| end);
        Some((post.id, end))
    }

    /// The leaders named here, several for a group ("các Phó Chủ tịch").
    pub fn some_at(&self, line: &Line, at: usize) -> Option<(Listed, usize)> {
        let all = ["thường trực ubnd tỉnh", "lãnh đạo ubnd tỉnh", "tập thể lãnh đạo ubnd tỉnh"];
        let vices = ["các phó chủ tịch", "các pct", "các đồng chí phó chủ tịch", "các đ / c pct"];
        let (end, vice) = match (line.any(at, &all), line.any(at, &vices)) {
            (Some(end), _) => (end, false),
            (None, Some(end)) => (line.any(end, COMMITTEE).unwrap_or(end), true),
            (None, None) => return self.at(line, at).map(|(who, end)| (vec![(who, at..end)], end)),
        };
        if line.says(end, "liên quan").is_some() {
            return None;
        }
        let is_vice =
            |known: &&Known| known.titles.iter().any(|t| t.first().is_some_and(|w| w.plain == "pct"));
        let is_head = |known: &&Known| known.titles.iter().any(|t| t.len() == 1 && t[0].plain == "ct");
        let valid = |known: &&Known| known.post.valid.contains(line.date);
        let group: Vec<_> =
            self.0.iter().filter(|k| valid(k) && (is_vice(k) || !vice && is_head(k))).collect();
        let group: Vec<_> = group.into_iter().map(|known| (known.post.id, at..end)).collect();
        (!group.is_empty()).then_some((group, end))
    }

    /// The holders of the longest title that begins here.
    fn by_title(&self, line: &Line, at: usize) -> (usize, Vec<&Known<'d>>) {
        let (mut end, mut found) = (at, Vec::new());
        for known in &self.0 {
            let Some(stop) = known.titles.iter().filter_map(|title| follows(line, at, title)).max() else {
                continue;
            };
            if stop > end {
                (end, found) = (stop, Vec::new());
            }
            if stop == end {
                found.push(known);
            }
        }
        let end = if found.is_empty() { end } else { line.any(end, COMMITTEE).unwrap_or(end) };
        (end, found)
    }

    /// Those of `among` whose name begins here: all of it, or its end when a
    /// title or "đồng chí" stands before.
    fn by_name<'k>(
        &self,
        line: &Line,
        at: usize,
        among: &[&'k Known<'d>],
        introduced: bool,
    ) -> Option<(usize, Vec<&'k Known<'d>>)> {
        let (mut end, mut found) = (at, Vec::new());
        for known in among {
            let most = if introduced { known.name.len() } else { 1 };
            let parts = (0..most).filter_map(|skipped| known.name.get(skipped..));
            let stop =
                parts.filter(|part| introduced || part.len() > 1).find_map(|part| follows(line, at, part));
            let Some(stop) = stop else { continue };
            if stop > end {
                (end, found) = (stop, Vec::new());
            }
            if stop == end {
                found.push(*known);
            }
        }
        (end > at).then_some((end, found))
    }
}

fn one_of<'d>(line: &Line, found: &[&Known<'d>]) -> Option<&'d Position> {
    let posts: Vec<&Position> = found.iter().map(|known| known.post).collect();
    let first = found.first()?.post;
    // One person in two posts is meant in the higher one.
    if posts.iter().all(|post| post.person == first.person) {
        return found.iter().map(|known| known.post).min_by_key(|post| post.precedence);
    }
    only(line, &posts, |post| post.valid)
        .and_then(|post| found.iter().find(|k| k.post.id == post.id))
        .map(|k| k.post)
}

fn follows(line: &Line, at: usize, words: &[Word]) -> Option<usize> {
    let mut end = at;
    for wanted in words {
        // "P. Chủ tịch", "pct-kt"
        let joint = end > at && (line.is_sign(end, '.') || line.is_sign(end, '-')) && line.glued(end);
        end += usize::from(joint);
        let word = line.word(end).filter(|_| line.free(end))?;
        if word.plain != wanted.plain || (word.marks != 0 && word.marks != wanted.marks) {
            return None;
        }
        end += 1;
    }
    let runs_on = line.word(end).is_some_and(|w| !w.spaced && w.plain.chars().all(char::is_alphanumeric));
    (!runs_on).then_some(end)
}

/// "Phó Chủ tịch Thường trực", "PCT Thường trực", "PCT TT", "PCTTT", `pcttt`.
fn titles(post: &Position, short: &Short) -> Vec<Vec<Word>> {
    let mut titles: Vec<Vec<Word>> = Vec::new();
    for title in [&post.short_title, &post.title] {
        let words = name_words(title);
        let own = words.iter().position(|w| w.spells_exactly("ubnd") || w.spells_exactly("ủy"));
        let words = words[..own.filter(|at| *at > 0).unwrap_or(words.len())].to_vec();
        for written in short.ways(words) {
            let joined: String = written.iter().map(|w| w.plain.as_str()).collect();
            let all_short = written.len() > 1 && written.iter().all(|w| w.marks == 0 && w.plain.len() < 4);
            titles.extend(all_short.then(|| name_words(&joined)));
            titles.push(written);
        }
    }
    titles.push(name_words(&post.slug));
    titles.retain(|title| !title.is_empty());
    titles
}
