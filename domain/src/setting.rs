//! What an office decides about itself: its names, its registration cut-off,
//! the legal bases it works under. Nothing of this is a constant in the code.

use crate::refusal::Issue;
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};

/// The names of the office, as its pages and papers print them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// "Ủy ban nhân dân tỉnh Minh Giang".
    pub committee_name: String,
    /// "UBND tỉnh".
    pub committee_short: String,
    /// "Văn phòng Ủy ban nhân dân tỉnh Minh Giang".
    pub office_name: String,
    /// "Minh Giang", as in the date line of a document.
    pub place_name: String,
    /// Where the committee sits.
    pub headquarters: String,
    /// When requests for the next week close, in words.
    pub registration_deadline: String,
    /// Ký hiệu of an invitation, "GM-UBND"; empty is the usual one.
    pub letter_symbol: String,
    /// Raised by each save.
    pub version: i32,
}

impl Profile {
    /// Checks what an administrator typed.
    ///
    /// # Errors
    /// All issues, by field.
    pub fn check(&self) -> Result<Self, Vec<Issue>> {
        let mut issues = Issues::default();
        let profile = Self {
            committee_name: issues.needed_line("committee_name", &self.committee_name, 200),
            committee_short: issues.needed_line("committee_short", &self.committee_short, 60),
            office_name: issues.needed_line("office_name", &self.office_name, 200),
            place_name: issues.needed_line("place_name", &self.place_name, 60),
            headquarters: issues.take("headquarters", text::line(&self.headquarters, 300)),
            registration_deadline: issues
                .take("registration_deadline", text::line(&self.registration_deadline, 200)),
            letter_symbol: issues.take("letter_symbol", text::line(&self.letter_symbol, 40)),
            version: self.version,
        };
        issues.or(profile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Problem;

    #[test]
    fn an_office_needs_its_names_and_keeps_them_folded() {
        let issues = Profile::default().check().unwrap_err();
        let needed = ["committee_name", "committee_short", "office_name", "place_name"];
        assert_eq!(issues, needed.map(|field| Issue::new(field, Problem::Required)));
        let typed = Profile {
            committee_name: " Ủy ban nhân dân  tỉnh Minh Giang ".into(),
            committee_short: "UBND tỉnh".into(),
            office_name: "Văn phòng Ủy ban nhân dân tỉnh Minh Giang".into(),
            place_name: "Minh Giang".into(),
            version: 3,
            ..Profile::default()
        };
        let kept = typed.check().unwrap();
        assert_eq!(kept.committee_name, "Ủy ban nhân dân tỉnh Minh Giang");
        assert_eq!(kept.version, 3);
        let long = Profile { headquarters: "Đ".repeat(301), ..typed };
        let too_long = Problem::TooLong { max: 300, is: 301 };
        assert_eq!(long.check(), Err(vec![Issue::new("headquarters", too_long)]));
    }
}
