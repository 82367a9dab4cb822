//! What the public reads, as whole documents: the week in three views, what
//! changed, a leader's weeks, how to subscribe, and what is not there.
//!
//! These pages have no client, so `maud` writes them straight into text
//! (docs/decisions/0009-public-pages.md), with their style inside, and the
//! server keeps them. They take faces of `domain::bulletin` only, so nothing
//! internal can reach them.

mod changes;
mod day;
mod document;
mod entry;
mod frame;
mod icon;
mod leader;
mod mark;
mod message;
mod part;
mod person;
mod subscribe;
mod table;
mod title;
mod week;
pub mod words;

pub use changes::changes_page;
pub use document::SCRIPT;
pub use message::{Message, message_page};
pub use person::leader_page;
pub use subscribe::subscribe_page;
pub use week::{View, week_page};

use chrono::NaiveDate;
use domain::setting::Profile;
use domain::{Locale, Word};
use std::sync::Arc;

/// Who reads, where and when: what every public page needs to know.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The language of the page.
    pub locale: Locale,
    /// The day that is marked.
    pub today: NaiveDate,
    /// The address of this page, path and query, without a language.
    pub here: String,
    /// The address of the site, without a slash at the end.
    pub site: String,
    /// The names of the office.
    pub office: Arc<Profile>,
}

impl Reader {
    /// A word in the reader's language.
    pub(crate) fn say(&self, word: Word) -> &'static str {
        self.locale.say(word)
    }

    /// The `lang` attribute of what the Office wrote: needed on English pages
    /// only (WCAG 2.2, 3.1.2).
    pub(crate) fn written(&self) -> Option<&'static str> {
        (self.locale == Locale::En).then_some("vi")
    }
}
