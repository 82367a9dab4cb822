//! The letter on the screen and on paper, and as plain text to be copied or taken along.

use super::words::*;
use crate::parts::Icon;
use crate::visit::say;
use domain::meeting::{Letter, letter_text};
use domain::words;
use leptos::prelude::*;
use leptos_router::location::Url;

/// What a letter is shown with.
#[derive(Clone, Copy)]
pub struct Stamp {
    /// Its number, once it has one.
    pub number: Option<u32>,
    /// 1 for the letter, 2 for its first adjustment.
    pub issue: u32,
    /// The moment it went out.
    pub at: Option<chrono::DateTime<chrono::Utc>>,
}

/// The letter with its tools.
pub fn letter(letter: &Letter, stamp: Stamp) -> AnyView {
    let day = stamp.at.map(|at| at.with_timezone(&words::vietnam()).date_naive());
    let text = letter_text(letter, stamp.number, stamp.issue, day);
    let name = match stamp.number {
        Some(number) => format!("giay-moi-{}.txt", letter.numbered(number).replace('/', "-")),
        None => "giay-moi-du-thao.txt".to_owned(),
    };
    // The mark in front tells editors of Windows that this is UTF-8.
    let file = format!("data:text/plain;charset=utf-8,{}", Url::escape(&format!("\u{feff}{text}")));
    let mut in_head = true;
    let lines = text.lines().map(|text| line(letter, text, &mut in_head)).collect_view();
    view! {
        <div class="buttons">
            <button type="button" class="button" data-copy=text.clone() data-done=say(COPIED)>
                <Icon name="copy"/>
                {say(COPY)}
            </button>
            <a class="button" href=file download=name><Icon name="download"/>{say(DOWNLOAD)}</a>
            <button type="button" class="button" data-print="letter"><Icon name="print"/>{say(PRINT)}</button>
        </div>
        <article class="letter" lang="vi">{lines}</article>
    }
    .into_any()
}

/// A line of the letter where the decree has it: the head in the middle, its date and the
/// signature at the right.
fn line(letter: &Letter, text: &str, in_head: &mut bool) -> AnyView {
    let signs = [&letter.signing, &letter.signer_title, &letter.signer];
    *in_head &= !text.ends_with("kính mời:");
    let at = match text {
        text if *in_head && text.contains(", ngày ") => Some("date"),
        _ if *in_head => Some("head"),
        text if !text.is_empty() && signs.iter().any(|sign| *sign == text) => Some("sign"),
        _ => None,
    };
    let heading = text == text.to_uppercase() || text == letter.content;
    let heading = (at.is_some() && heading).then_some("");
    view! { <p data-at=at data-heading=heading>{text.to_owned()}</p> }.into_any()
}
