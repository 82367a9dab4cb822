//! The translation layer: Vietnamese first, English complete.
//!
//! A [`Word`] always carries both languages, so a missing translation is a
//! compile error and not a hole on a screen. Sentences with names in them are
//! functions that take a [`Locale`] (see `words`).

use serde::{Deserialize, Serialize};

/// The language of a screen, a document or a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Vietnamese, the language of the Office.
    #[default]
    Vi,
    /// English, for guests and for maintainers.
    En,
}

impl Locale {
    /// The language tag of BCP 47, as `lang` attributes and cookies hold it.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::Vi => "vi",
            Locale::En => "en",
        }
    }

    /// Reads a language tag (`vi`, `vi-VN`, `en-GB` ...); `None` for others.
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag.trim().get(..2)?.to_ascii_lowercase().as_str() {
            "vi" => Some(Locale::Vi),
            "en" => Some(Locale::En),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that is spoken here
    /// (RFC 9110, 12.5.4), by quality and then by order; Vietnamese otherwise.
    pub fn accepted(header: &str) -> Self {
        let mut best = (0u32, Locale::Vi);
        for item in header.split(',') {
            let mut parts = item.split(';');
            let Some(locale) = parts.next().and_then(Locale::of_tag) else {
                continue;
            };
            let quality = parts
                .find_map(|p| p.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0));
            let weight = (quality.clamp(0.0, 1.0) * 1000.0) as u32;
            if weight > best.0 {
                best = (weight, locale);
            }
        }
        best.1
    }

    /// The word in this language.
    pub fn say(self, word: Word) -> &'static str {
        match self {
            Locale::Vi => word.vi,
            Locale::En => word.en,
        }
    }
}

/// One text of the screen in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Word {
    /// Both languages of one text.
    pub const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }
}

/// Declares public [`Word`] constants: `words! { SAVE: "Lưu" | "Save"; }`.
#[macro_export]
macro_rules! words {
    ($($name:ident : $vi:literal | $en:literal ;)*) => {
        $(
            #[doc = concat!("\u{201c}", $vi, "\u{201d} / \u{201c}", $en, "\u{201d}")]
            pub const $name: $crate::Word = $crate::Word::new($vi, $en);
        )*
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_spoken_language_of_the_browser_is_taken() {
        assert_eq!(Locale::accepted("en-GB,en;q=0.9,vi;q=0.8"), Locale::En);
        assert_eq!(Locale::accepted("fr;q=1.0, vi;q=0.5, en;q=0.4"), Locale::Vi);
        assert_eq!(Locale::accepted("de, fr"), Locale::Vi);
        assert_eq!(Locale::accepted(""), Locale::Vi);
        assert_eq!(Locale::accepted("en;q=0"), Locale::Vi);
    }
}
