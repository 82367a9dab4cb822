//! Papers (tài liệu) in files: what may be kept, under which name, and how far one that
//! is on its way has come.
//!
//! A file belongs to one thing of the Office, its owner, and has no rights of its own:
//! who may see the owner may read it. What is put in the place of another stays beside
//! it as a version; contents are looked at, names are not believed.

mod content;
mod kind;
mod name;
mod rules;
mod upload;

pub use content::{DIRECTORY_END, Directory, Found, HEAD, TextCheck, agrees, directory, names};
pub use kind::{ACCEPTED, Kind};
pub use name::{NAME, clean};
pub use rules::{FileRules, FileRulesDraft, MEGABYTE, MEGABYTES};
pub use upload::{LASTS_HOURS, OPEN_AT_ONCE, Upload, UploadState, announced, expires};

use crate::id::{FileId, MaterialId, RequestId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How many papers one thing may have, earlier versions not counted.
pub const PER_OWNER: u32 = 30;

/// What a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A schedule request.
    Request(RequestId),
    /// A material of a meeting.
    Material(MaterialId),
}

impl Owner {
    /// The code of materials.
    pub const MATERIAL: &'static str = "material";

    /// The code of the kind of thing.
    pub fn code(self) -> &'static str {
        match self {
            Owner::Request(_) => "request",
            Owner::Material(_) => Self::MATERIAL,
        }
    }

    /// The number of its row.
    pub fn row(self) -> i64 {
        match self {
            Owner::Request(id) => id.0,
            Owner::Material(id) => id.0,
        }
    }

    /// Reads code and number.
    pub fn of(code: &str, row: i64) -> Option<Self> {
        match code {
            "request" => Some(Owner::Request(RequestId(row))),
            Self::MATERIAL => Some(Owner::Material(MaterialId(row))),
            _ => None,
        }
    }

    /// Whether it holds one file only: what is sent for it is a new version of that one,
    /// whatever its name.
    pub fn holds_one(self) -> bool {
        matches!(self, Owner::Material(_))
    }
}

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Number of the row.
    pub id: FileId,
    /// What it belongs to.
    pub owner: Owner,
    /// Its name, clean.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its length in bytes.
    pub size: u64,
    /// The SHA-256 of its contents, hexadecimal.
    pub sha256: String,
    /// Who added it, as the name was then.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Which version it is; the first is 1.
    pub version: u32,
    /// The version in whose place it was put.
    pub replaces: Option<FileId>,
    /// Why it was put there, or empty.
    pub reason: String,
    /// Who said that nothing in it is a state secret; empty for files of before that was asked.
    pub confirmed_by: String,
}

/// The newest version of each, in the order in which their first ones came.
pub fn newest(files: &[File]) -> Vec<&File> {
    let mut found: Vec<&File> =
        files.iter().filter(|file| !files.iter().any(|other| other.replaces == Some(file.id))).collect();
    found.sort_by_key(|file| first(files, file).id);
    found
}

/// The versions before one, the last first.
pub fn earlier<'a>(files: &'a [File], file: &File) -> Vec<&'a File> {
    let mut found = Vec::new();
    let mut before = file.replaces;
    while let Some(file) = before.and_then(|id| files.iter().find(|other| other.id == id)) {
        found.push(file);
        before = file.replaces.filter(|id| *id < file.id);
    }
    found
}

fn first<'a>(files: &'a [File], file: &'a File) -> &'a File {
    earlier(files, file).last().copied().unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(id: i64, replaces: Option<i64>) -> File {
        File {
            id: FileId(id),
            owner: Owner::Request(RequestId(7)),
            name: "to-trinh.pdf".into(),
            kind: Kind::Pdf,
            size: 1,
            sha256: String::new(),
            by: String::new(),
            at: DateTime::UNIX_EPOCH,
            version: 1,
            replaces: replaces.map(FileId),
            reason: String::new(),
            confirmed_by: String::new(),
        }
    }

    #[test]
    fn versions_stand_behind_the_newest_in_the_place_of_the_first() {
        let files = [file(1, None), file(2, None), file(3, Some(1)), file(4, Some(3))];
        let newest: Vec<i64> = newest(&files).into_iter().map(|f| f.id.0).collect();
        assert_eq!(newest, [4, 2]);
        let before: Vec<i64> = earlier(&files, &files[3]).into_iter().map(|f| f.id.0).collect();
        assert_eq!(before, [3, 1]);
        assert!(earlier(&files, &files[1]).is_empty());
    }

    #[test]
    fn an_owner_is_read_back_from_code_and_row() {
        let owner = Owner::Request(RequestId(7));
        assert_eq!(Owner::of(owner.code(), owner.row()), Some(owner));
        let owner = Owner::Material(MaterialId(7));
        assert_eq!(Owner::of(owner.code(), owner.row()), Some(owner));
        assert_eq!(Owner::of("week", 7), None);
    }
}
