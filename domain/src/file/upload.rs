//! A file on its way: how far it has come, and what may come next. Cut off, it goes on
//! where it stood; left alone, it is given up after a day.

use super::{FileRules, Owner};
use crate::id::FileId;
use crate::refusal::{Problem, Refusal};
use chrono::{DateTime, TimeDelta, Utc};

/// How long one that nothing comes for is waited for.
pub const LASTS_HOURS: i64 = 24;

/// How many one account may have on their way at once.
pub const OPEN_AT_ONCE: u64 = 10;

/// Where a file on its way stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadState {
    /// Something is still to come.
    Receiving,
    /// All is there; it is looked at and kept, or refused.
    Received,
    /// Nothing came for too long.
    Expired,
}

/// A file on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The secret name of the session.
    pub key: String,
    /// What it will belong to.
    pub owner: Owner,
    /// Its name, clean.
    pub name: String,
    /// How long it will be; unknown when a plain form sends it.
    pub size: Option<u64>,
    /// How much is there.
    pub received: u64,
    /// The version in whose place it is put.
    pub replaces: Option<FileId>,
    /// What the sender says its SHA-256 is, hexadecimal.
    pub sha256: Option<String>,
    /// When it is given up.
    pub expires: DateTime<Utc>,
}

impl Upload {
    /// Where it stands.
    pub fn state(&self, now: DateTime<Utc>) -> UploadState {
        if self.size == Some(self.received) {
            UploadState::Received
        } else if self.expires <= now {
            UploadState::Expired
        } else {
            UploadState::Receiving
        }
    }

    /// How many bytes may still come.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for one that was given up, [`Refusal::WrongOffset`] for
    /// bytes that do not follow what is there.
    pub fn room(&self, offset: u64, rules: &FileRules, now: DateTime<Utc>) -> Result<u64, Refusal> {
        if self.state(now) == UploadState::Expired {
            return Err(Refusal::NotFound);
        }
        if offset != self.received {
            return Err(Refusal::WrongOffset { received: self.received });
        }
        Ok(self.size.unwrap_or(rules.bytes()).saturating_sub(self.received))
    }

    /// What more bytes than there is room for mean.
    pub fn overflow(&self, rules: &FileRules) -> Refusal {
        let problem = match self.size {
            Some(_) => Problem::Damaged,
            None => Problem::TooLarge { megabytes: rules.megabytes },
        };
        Refusal::field("file", problem)
    }
}

/// When something that came now is waited for no longer.
pub fn expires(now: DateTime<Utc>) -> DateTime<Utc> {
    now + TimeDelta::hours(LASTS_HOURS)
}

/// Whether a file of that length may begin.
///
/// # Errors
/// [`Problem::EmptyFile`], [`Problem::TooLarge`].
pub fn announced(size: u64, rules: &FileRules) -> Result<u64, Problem> {
    if size == 0 {
        return Err(Problem::EmptyFile);
    }
    if size > rules.bytes() {
        return Err(Problem::TooLarge { megabytes: rules.megabytes });
    }
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::RequestId;
    use crate::schedule::story::moment;

    fn upload(size: Option<u64>, received: u64) -> Upload {
        Upload {
            key: "k".into(),
            owner: Owner::Request(RequestId(1)),
            name: "a.pdf".into(),
            size,
            received,
            replaces: None,
            sha256: None,
            expires: expires(moment("2026-12-04T02:00")),
        }
    }

    #[test]
    fn a_session_receives_until_all_is_there_or_a_day_has_passed() {
        let (now, later) = (moment("2026-12-04T03:00"), moment("2026-12-05T02:00"));
        assert_eq!(upload(Some(9), 3).state(now), UploadState::Receiving);
        assert_eq!(upload(Some(9), 9).state(now), UploadState::Received);
        assert_eq!(upload(None, 9).state(now), UploadState::Receiving);
        assert_eq!(upload(Some(9), 3).state(later), UploadState::Expired);
        assert_eq!(upload(Some(9), 9).state(later), UploadState::Received, "what is whole is kept");
    }

    #[test]
    fn bytes_follow_what_is_there_and_fit() {
        let (now, rules) = (moment("2026-12-04T03:00"), FileRules { megabytes: 1, version: 1 });
        assert_eq!(upload(Some(9), 3).room(3, &rules, now), Ok(6));
        assert_eq!(upload(None, 3).room(3, &rules, now), Ok(1024 * 1024 - 3));
        for wrong in [0, 2, 4, u64::MAX] {
            let refused = upload(Some(9), 3).room(wrong, &rules, now);
            assert_eq!(refused, Err(Refusal::WrongOffset { received: 3 }), "{wrong}");
        }
        let late = moment("2026-12-06T03:00");
        assert_eq!(upload(Some(9), 3).room(3, &rules, late), Err(Refusal::NotFound));
    }

    #[test]
    fn nothing_and_too_much_do_not_begin() {
        let rules = FileRules { megabytes: 1, version: 1 };
        assert_eq!(announced(0, &rules), Err(Problem::EmptyFile));
        assert_eq!(announced(1024 * 1024, &rules), Ok(1024 * 1024));
        assert_eq!(announced(1024 * 1024 + 1, &rules), Err(Problem::TooLarge { megabytes: 1 }));
    }
}
