//! What a public address asks for. Addresses are understood strictly; what they
//! mean has one way of writing, which is the name in the cache.

use app::bulletin::View;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use std::fmt::{self, Display, Formatter};

/// Something that the public may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A week as a page; `None` is the current one.
    Week { week: Option<IsoWeek>, view: View, publication: Option<i32> },
    /// What changed in a week: between two publications, or in each of them.
    Changes { week: IsoWeek, to: Option<i32>, from: Option<i32> },
    /// A leader's weeks.
    Leader { slug: String, week: Option<IsoWeek> },
    /// How to subscribe.
    Subscribe,
    /// A week as JSON.
    Json { week: IsoWeek, publication: Option<i32> },
    /// A week as CSV.
    Csv { week: IsoWeek, publication: Option<i32> },
    /// A week as a calendar file.
    File { week: IsoWeek },
    /// The list of addresses for search engines.
    Sitemap,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Wrong {
    /// Nothing is there.
    Missing,
    /// The question cannot be read.
    Unreadable,
    /// Something failed.
    Broken(office::Failure),
}

impl From<office::Failure> for Wrong {
    fn from(failure: office::Failure) -> Self {
        match failure.refusal() {
            Some(_) => Wrong::Missing,
            None => Wrong::Broken(failure),
        }
    }
}

impl Address {
    /// Understands path and query. Fields that nobody asked for are ignored.
    pub(super) fn read(path: &str, query: Option<&str>) -> Result<Self, Wrong> {
        let publication = || number(query, "publication");
        if let Some(rest) = path.strip_prefix("/weeks/") {
            if let Some(week) = rest.strip_suffix("/changes") {
                let (week, to, from) = (week_of(week)?, publication()?, number(query, "against")?);
                return Ok(Self::Changes { week, to, from });
            }
            return Ok(match rest.split_once('.') {
                None => {
                    Self::Week { week: Some(week_of(rest)?), view: view(query)?, publication: publication()? }
                }
                Some((week, "json")) => Self::Json { week: week_of(week)?, publication: publication()? },
                Some((week, "csv")) => Self::Csv { week: week_of(week)?, publication: publication()? },
                Some((week, "ics")) => Self::File { week: week_of(week)? },
                Some(_) => return Err(Wrong::Missing),
            });
        }
        if let Some(slug) = path.strip_prefix("/leaders/") {
            let week = match (field(query, "week"), field(query, "date")) {
                (Some(week), _) => Some(week.parse().map_err(|_| Wrong::Unreadable)?),
                (None, Some(day)) => {
                    let day = spoken::parse_date(day).map(IsoWeek::of).filter(|w| w.is_supported());
                    Some(day.ok_or(Wrong::Unreadable)?)
                }
                (None, None) => None,
            };
            return Ok(Self::Leader { slug: slug.to_owned(), week });
        }
        match path {
            "/" => Ok(Self::Week { week: None, view: view(query)?, publication: None }),
            "/subscribe" => Ok(Self::Subscribe),
            "/sitemap.xml" => Ok(Self::Sitemap),
            _ => Err(Wrong::Missing),
        }
    }

    /// Whether it is a page for people, which has a language.
    pub(super) fn is_page(&self) -> bool {
        matches!(self, Self::Week { .. } | Self::Changes { .. } | Self::Leader { .. } | Self::Subscribe)
    }
}

impl Display for Address {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut mark = '?';
        let mut add = |f: &mut Formatter<'_>, name: &str, value: Option<String>| match value {
            Some(value) => {
                write!(f, "{mark}{name}={value}")?;
                mark = '&';
                Ok(())
            }
            None => Ok(()),
        };
        let text = |number: &Option<i32>| number.map(|n| n.to_string());
        match self {
            Self::Week { week, view, publication } => {
                match week {
                    Some(week) => write!(f, "/weeks/{week}")?,
                    None => f.write_str("/")?,
                }
                add(f, "view", view.code().map(str::to_owned))?;
                add(f, "publication", text(publication))
            }
            Self::Changes { week, to, from } => {
                write!(f, "/weeks/{week}/changes")?;
                add(f, "publication", text(to))?;
                add(f, "against", text(from))
            }
            Self::Leader { slug, week } => {
                write!(f, "/leaders/{slug}")?;
                add(f, "week", week.map(|week| week.to_string()))
            }
            Self::Subscribe => f.write_str("/subscribe"),
            Self::Json { week, publication } => {
                write!(f, "/weeks/{week}.json")?;
                add(f, "publication", text(publication))
            }
            Self::Csv { week, publication } => {
                write!(f, "/weeks/{week}.csv")?;
                add(f, "publication", text(publication))
            }
            Self::File { week } => write!(f, "/weeks/{week}.ics"),
            Self::Sitemap => f.write_str("/sitemap.xml"),
        }
    }
}

/// The first value of a field of the query, as it was sent; an empty one is none.
pub(super) fn field<'a>(query: Option<&'a str>, name: &str) -> Option<&'a str> {
    query?
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, value)| *key == name && !value.is_empty())
        .map(|(_, value)| value)
}

fn week_of(text: &str) -> Result<IsoWeek, Wrong> {
    text.parse().map_err(|_| Wrong::Missing)
}

fn view(query: Option<&str>) -> Result<View, Wrong> {
    match field(query, "view") {
        None | Some("days") => Ok(View::Days),
        Some(code) => View::of_code(code).ok_or(Wrong::Unreadable),
    }
}

/// A number of a publication: 1 and up; 0, signs and words cannot be read.
fn number(query: Option<&str>, name: &str) -> Result<Option<i32>, Wrong> {
    let Some(text) = field(query, name) else {
        return Ok(None);
    };
    let digits = text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
    match text.parse() {
        Ok(number) if digits && number > 0 => Ok(Some(number)),
        _ => Err(Wrong::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, Wrong> {
        let (path, query) = text.split_once('?').map_or((text, None), |(p, q)| (p, Some(q)));
        Address::read(path, query).map(|address| address.to_string())
    }

    #[test]
    fn what_is_meant_has_one_way_of_writing() {
        for (typed, meant) in [
            ("/", "/"),
            ("/?utm_source=zalo&view=table", "/?view=table"),
            ("/weeks/2026-W49?publication=02&view=leaders&x=1", "/weeks/2026-W49?view=leaders&publication=2"),
            ("/weeks/2026-W49?view=days&publication=", "/weeks/2026-W49"),
            (
                "/weeks/2026-W49/changes?against=1&publication=3",
                "/weeks/2026-W49/changes?publication=3&against=1",
            ),
            ("/leaders/ct?date=2026-12-04", "/leaders/ct?week=2026-W49"),
            ("/weeks/2026-W49.json?publication=1&lang=en", "/weeks/2026-W49.json?publication=1"),
            ("/weeks/2026-W49.ics", "/weeks/2026-W49.ics"),
        ] {
            assert_eq!(read(typed).unwrap(), meant);
            assert_eq!(read(meant).unwrap(), meant);
        }
    }

    #[test]
    fn what_cannot_be_is_missing_and_what_cannot_be_read_says_so() {
        for text in [
            "/weeks/2026-W54",
            "/weeks/2026-W1x",
            "/weeks/1900-W01",
            "/weeks/2026-W49.doc",
            "/weeks/..",
            "/weeks/2026-W49.json.exe",
        ] {
            assert!(matches!(read(text), Err(Wrong::Missing)), "{text}");
        }
        for text in [
            "/?view=x",
            "/weeks/2026-W49?publication=-1",
            "/weeks/2026-W49?publication=99999999999",
            "/weeks/2026-W49?publication=0",
            "/leaders/ct?week=2026-W54",
            "/leaders/ct?date=1900-01-01",
        ] {
            assert!(matches!(read(text), Err(Wrong::Unreadable)), "{text}");
        }
    }
}
