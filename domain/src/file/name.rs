//! Names of files, made fit to keep. A name is only ever shown and handed back; contents
//! lie under a number of their own, so no name reaches a path.

use super::kind::Kind;
use crate::refusal::Problem;
use crate::text;

/// The greatest number of characters of a name: in Vietnamese that is about as much as
/// file systems take.
pub const NAME: usize = 150;

/// A name as it is kept, and the kind that it claims. Folders before it go, as browsers
/// of old send them; letters must be composed already (NFC).
///
/// # Errors
/// [`Problem::Required`] without a name, [`Problem::TooLong`],
/// [`Problem::ControlCharacters`] also for marks that turn the reading direction,
/// [`Problem::NotAPaper`] for a kind that is not kept.
pub fn clean(typed: &str) -> Result<(String, Kind), Problem> {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    if last.chars().any(|c| c.is_control() || is_hidden(c)) {
        return Err(Problem::ControlCharacters);
    }
    let name = text::line(last, usize::MAX)?;
    if name.trim_matches('.').is_empty() {
        return Err(Problem::Required);
    }
    let kind = Kind::of_name(&name).ok_or(Problem::NotAPaper)?;
    let name = text::line(&name, NAME)?;
    Ok((name, kind))
}

/// Marks inside a name that would let two names look the same, beside those that no
/// text may hold: joiners, soft hyphens, tags, and characters for private use.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_and_loses_its_folders() {
        let cleaned = |typed| clean(typed).map(|(name, kind)| (name, kind.code()));
        assert_eq!(cleaned(" Tờ trình  số 45.pdf "), Ok(("Tờ trình số 45.pdf".into(), "pdf")));
        for path in ["C:\\fakepath\\a.docx", "../../etc/a.docx", "/a.docx", "..\\a.docx", "b.exe/a.docx"] {
            assert_eq!(cleaned(path), Ok(("a.docx".into(), "docx")), "{path}");
        }
        assert_eq!(cleaned("a<b>\"c'.txt"), Ok(("a<b>\"c'.txt".into(), "txt")));
    }

    #[test]
    fn hostile_names_are_refused_with_their_reason() {
        for hidden in [
            "a\u{202E}fdp.exe.pdf",
            "a\u{0}.pdf",
            "a\r\nSet-Cookie: x.pdf",
            "a\u{2066}.pdf",
            "a\u{200F}.pdf",
            "a\u{AD}.pdf",
            "a\tb.pdf",
            "a.pdf\u{E0001}",
        ] {
            assert_eq!(clean(hidden), Err(Problem::ControlCharacters), "{hidden:?}");
        }
        for empty in ["", " ", ".", "..", "a/", "..."] {
            assert_eq!(clean(empty), Err(Problem::Required), "{empty:?}");
        }
        for other in ["a.exe", "a.pdf.exe", "tài liệu", ".pdf", "a.docm", "a.svg", "a.html", "a.pdf."] {
            assert_eq!(clean(other), Err(Problem::NotAPaper), "{other:?}");
        }
    }

    #[test]
    fn a_name_of_three_hundred_characters_is_too_long() {
        let long = format!("{}.pdf", "ệ".repeat(296));
        assert_eq!(clean(&long), Err(Problem::TooLong { max: NAME, is: 300 }));
        let fits = format!("{}.pdf", "ệ".repeat(NAME - 4));
        assert_eq!(clean(&fits), Ok((fits.clone(), Kind::Pdf)));
    }
}
