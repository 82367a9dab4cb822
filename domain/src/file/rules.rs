//! How large a file may be: a setting of the Office.

use crate::refusal::Issue;
use crate::text::{self, Issues};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// Bytes of a megabyte, as people count files.
pub const MEGABYTE: u64 = 1024 * 1024;

/// What an office may choose as its limit, in megabytes.
pub const MEGABYTES: RangeInclusive<u32> = 1..=2048;

/// The rules of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileRules {
    /// The largest file, in megabytes.
    pub megabytes: u32,
    /// Raised by each save.
    pub version: i32,
}

impl Default for FileRules {
    fn default() -> Self {
        Self { megabytes: 200, version: 0 }
    }
}

impl FileRules {
    /// The largest file, in bytes.
    pub fn bytes(&self) -> u64 {
        u64::from(self.megabytes) * MEGABYTE
    }
}

/// The form of the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileRulesDraft {
    /// The largest file, in megabytes.
    pub megabytes: String,
}

impl FileRulesDraft {
    /// The form of rules as they are.
    pub fn of(rules: &FileRules) -> Self {
        Self { megabytes: rules.megabytes.to_string() }
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// The issues, by field.
    pub fn check(&self) -> Result<FileRules, Vec<Issue>> {
        let mut issues = Issues::default();
        let megabytes = issues.take("megabytes", text::number(&self.megabytes, MEGABYTES));
        issues.or(FileRules { megabytes, version: 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Problem;

    #[test]
    fn an_office_sets_its_limit_between_one_and_two_thousand_megabytes() {
        assert_eq!(FileRules::default().bytes(), 200 * 1024 * 1024);
        let typed = |megabytes: &str| FileRulesDraft { megabytes: megabytes.into() }.check();
        assert_eq!(typed("500").map(|rules| rules.megabytes), Ok(500));
        let wrong = Problem::NotBetween { min: 1, max: 2048 };
        for other in ["0", "2049", "-1", "nhiều"] {
            assert_eq!(typed(other), Err(vec![Issue::new("megabytes", wrong.clone())]), "{other}");
        }
        assert_eq!(typed(""), Err(vec![Issue::new("megabytes", Problem::Required)]));
    }
}
