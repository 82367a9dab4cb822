//! The letter on the screen and on paper, and as plain text to be copied or taken along.

use super::words::*;
use crate::parts::Icon;
use crate::visit::say;
use domain::meeting::{Letter, LetterSheet, letter_text};
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
    let sheet = sheet(LetterSheet::of(letter, stamp.number, stamp.issue, day));
    view! {
        <div class="buttons">
            <button type="button" class="button" data-copy=text.clone() data-done=say(COPIED)>
                <Icon name="copy"/>
                {say(COPY)}
            </button>
            <a class="button" href=file download=name><Icon name="download"/>{say(DOWNLOAD)}</a>
            <button type="button" class="button" data-print="letter"><Icon name="print"/>{say(PRINT)}</button>
        </div>
        {sheet}
    }
    .into_any()
}

/// The letter where the decree has its parts.
fn sheet(sheet: LetterSheet) -> AnyView {
    let LetterSheet { agency, motto, dated, title, body, signing, signer, recipients } = sheet;
    let ([agency, number], [country, motto], [signing, signer_title]) = (agency, motto, signing);
    view! {
        <article class="letter" lang="vi">
            <div class="pair">
                <div><p data-heading="">{agency}</p><p>{number}</p></div>
                <div>
                    <p data-heading="">{country}</p>
                    <p data-heading="">{motto}</p>
                    <p data-at="date">{dated}</p>
                </div>
            </div>
            <div data-at="title">{lines(title)}</div>
            {lines(body)}
            <div class="pair" data-at="feet">
                <div data-at="sign">
                    <p data-heading="">{signing}</p>
                    <p data-heading="">{signer_title}</p>
                    <p data-heading="">{signer}</p>
                </div>
                <div data-at="recipients">{lines(recipients)}</div>
            </div>
        </article>
    }
    .into_any()
}

fn lines(lines: Vec<String>) -> AnyView {
    lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view().into_any()
}
