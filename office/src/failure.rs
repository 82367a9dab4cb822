//! Two kinds of "no": what the Office refuses, and what is broken.
//!
//! A refusal is for the person. Everything else is logged once at the edge,
//! with its chain of causes, and the person sees a reference.

use domain::{Issue, Refusal};

/// What a verb answers with.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// Why a verb did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The rules say no; nothing was changed.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] sea_orm::DbErr),
    /// A stored text cannot be read.
    #[error("a stored value cannot be read")]
    Stored(#[from] serde_json::Error),
    /// The place where files lie failed.
    #[error("the file store failed")]
    Files(#[from] object_store::Error),
    /// Something else failed.
    #[error("{0}")]
    Other(String),
}

impl Failure {
    /// The refusal, when it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Failure::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// The failure with its issues at the fields that `own` names in their place.
    pub(crate) fn at(self, own: impl Fn(String) -> String) -> Self {
        match self {
            Failure::Refused(Refusal::Invalid(issues)) => {
                let issues = issues.into_iter().map(|i| Issue::new(own(i.field), i.problem));
                Failure::Refused(Refusal::Invalid(issues.collect()))
            }
            other => other,
        }
    }
}

impl From<Vec<Issue>> for Failure {
    fn from(issues: Vec<Issue>) -> Self {
        Failure::Refused(Refusal::Invalid(issues))
    }
}
