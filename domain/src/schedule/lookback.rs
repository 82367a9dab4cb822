//! Looking back at a week: as it was published at any moment, and from one publication
//! to another with who changed what in between.

use super::publication::{Difference, Publication, PublishedEntry};
use super::week::Week;
use crate::journal::Change;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What somebody asks of the past of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// Only which publications there are.
    #[default]
    Nothing,
    /// The week as it was published at this moment.
    At(DateTime<Utc>),
    /// One publication by its number.
    Number(i32),
    /// From one publication to another, whichever comes first.
    Between(i32, i32),
}

/// The past of a week, as far as it was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lookback {
    /// The week and its state.
    pub week: Week,
    /// All its publications, the first one first.
    pub publications: Vec<Publication>,
    /// What was found.
    pub found: Found,
}

/// What was found in the past of a week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// Nothing was asked for.
    Nothing,
    /// At that moment nothing was published yet.
    NotYet,
    /// A publication with its entries.
    Copy(Publication, Vec<PublishedEntry>),
    /// Two publications, from the older to the newer one.
    Steps {
        /// The older one.
        from: Publication,
        /// The newer one.
        to: Publication,
        /// What differs.
        differences: Vec<Difference>,
        /// Who did what in between, the first deed first.
        deeds: Vec<Change>,
    },
}

/// The publication that readers had at a moment.
pub fn published_at(publications: &[Publication], moment: DateTime<Utc>) -> Option<&Publication> {
    publications.iter().filter(|publication| publication.at <= moment).max_by_key(|p| p.number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::week::IsoWeek;
    use crate::id::PublicationId;
    use crate::schedule::story::moment;

    #[test]
    fn at_each_moment_readers_had_the_last_publication_before_it() {
        let publication = |number: i32, at: &str| Publication {
            id: PublicationId(number.into()),
            week: IsoWeek::new(2026, 49).unwrap(),
            number,
            at: moment(at),
            by: String::new(),
            reason: String::new(),
            remark: String::new(),
        };
        let all = [publication(1, "2026-11-27T09:30"), publication(2, "2026-12-01T07:05")];
        let number = |at: &str| published_at(&all, moment(at)).map(|p| p.number);
        assert_eq!(number("2026-11-27T09:29"), None);
        assert_eq!(number("2026-11-27T09:30"), Some(1), "from its own minute on");
        assert_eq!(number("2026-12-01T07:04"), Some(1));
        assert_eq!(number("2027-01-01T00:00"), Some(2));
        assert_eq!(published_at(&[], moment("2026-12-01T07:05")), None);
    }
}
