//! Sizes and kinds of files in words.

use crate::file::{Kind, MEGABYTE};
use crate::locale::{Locale, Word};

/// "850 B", "12 KB", "1,4 MB".
pub fn size(locale: Locale, bytes: u64) -> String {
    const KILOBYTE: u64 = 1024;
    if bytes < KILOBYTE {
        return format!("{bytes} B");
    }
    if bytes < MEGABYTE {
        return format!("{} KB", bytes.div_ceil(KILOBYTE));
    }
    let tenths = (bytes * 10).div_ceil(MEGABYTE);
    let point = if locale == Locale::Vi { ',' } else { '.' };
    match tenths % 10 {
        0 => format!("{} MB", tenths / 10),
        rest => format!("{}{point}{rest} MB", tenths / 10),
    }
}

/// What kind of file it is.
pub fn file_kind(kind: Kind) -> Word {
    match kind {
        Kind::Pdf => Word::new("PDF", "PDF"),
        Kind::Docx | Kind::Odt => Word::new("Văn bản", "Document"),
        Kind::Xlsx | Kind::Ods => Word::new("Bảng tính", "Spreadsheet"),
        Kind::Pptx | Kind::Odp => Word::new("Trình chiếu", "Presentation"),
        Kind::Png | Kind::Jpeg | Kind::Webp => Word::new("Ảnh", "Picture"),
        Kind::Txt => Word::new("Văn bản thường", "Plain text"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_told_as_people_count_it() {
        let vi = |bytes| size(Locale::Vi, bytes);
        assert_eq!([0, 1023, 1024, 1025].map(vi), ["0 B", "1023 B", "1 KB", "2 KB"]);
        assert_eq!([MEGABYTE - 1, MEGABYTE].map(vi), ["1024 KB", "1 MB"]);
        assert_eq!(vi(MEGABYTE * 3 / 2), "1,5 MB");
        assert_eq!(size(Locale::En, 200 * MEGABYTE + 1), "200.1 MB");
    }
}
