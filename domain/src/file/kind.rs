//! The kinds of files that are kept: what offices exchange and what every browser or
//! office program opens without running anything.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// PDF.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument presentation.
    Odp,
    /// PNG picture.
    Png,
    /// JPEG picture.
    Jpeg,
    /// WebP picture.
    Webp,
    /// Plain text in UTF-8.
    Txt,
}

/// What a form offers to choose from, as the `accept` of an input names it.
pub const ACCEPTED: &str = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.txt";

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 11] = [
        Kind::Pdf,
        Kind::Docx,
        Kind::Xlsx,
        Kind::Pptx,
        Kind::Odt,
        Kind::Ods,
        Kind::Odp,
        Kind::Png,
        Kind::Jpeg,
        Kind::Webp,
        Kind::Txt,
    ];

    /// The code under which the kind is stored, which is also its usual extension.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Docx => "docx",
            Kind::Xlsx => "xlsx",
            Kind::Pptx => "pptx",
            Kind::Odt => "odt",
            Kind::Ods => "ods",
            Kind::Odp => "odp",
            Kind::Png => "png",
            Kind::Jpeg => "jpg",
            Kind::Webp => "webp",
            Kind::Txt => "txt",
        }
    }

    /// Reads a code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The kind that a name claims by its extension.
    pub fn of_name(name: &str) -> Option<Self> {
        let (stem, extension) = name.rsplit_once('.')?;
        if stem.is_empty() {
            return None;
        }
        match extension.to_ascii_lowercase().as_str() {
            "jpeg" => Some(Kind::Jpeg),
            extension => Self::of_code(extension),
        }
    }

    /// The media type (RFC 6838).
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Pdf => "application/pdf",
            Kind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Kind::Odt => "application/vnd.oasis.opendocument.text",
            Kind::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Kind::Odp => "application/vnd.oasis.opendocument.presentation",
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
            Kind::Webp => "image/webp",
            Kind::Txt => "text/plain; charset=utf-8",
        }
    }

    /// Whether a browser shows it by itself, with nothing in it that could run.
    pub fn is_shown(self) -> bool {
        matches!(self, Kind::Png | Kind::Jpeg | Kind::Webp | Kind::Txt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_claims_a_kind_whatever_its_case() {
        assert_eq!(Kind::of_name("Tờ trình.PDF"), Some(Kind::Pdf));
        assert_eq!(Kind::of_name("ảnh.chụp.JPEG"), Some(Kind::Jpeg));
        for none in ["pdf", ".pdf", "tờ trình", "a.exe", "a.pdf.exe", "a.docm", "a.", ""] {
            assert_eq!(Kind::of_name(none), None, "{none}");
        }
    }

    #[test]
    fn each_kind_is_offered_and_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_code(kind.code()), Some(kind));
            assert!(ACCEPTED.split(',').any(|extension| extension == format!(".{}", kind.code())));
        }
        let offered = ACCEPTED.split(',').filter_map(|extension| Kind::of_name(&format!("a{extension}")));
        assert_eq!(offered.count(), Kind::ALL.len() + 1, "JPEG has two extensions");
    }
}
