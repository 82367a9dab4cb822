//! What the Office's memory can do on this machine, for `cargo xtask bench`.
//!
//! `measure feed URL 20000 2000` times the public feed from database to bytes,
//! `measure saves URL` counts saves of entries in a second, `measure commits URL`
//! counts commits of one bare row, `measure hands URL` lets twenty secretaries edit one
//! week, `measure conflicts URL` judges moves, `measure scale URL 200000` asks and saves in
//! a large database, `measure crowd URL` leaves a week of 300 entries behind. Each prints lines of a name and a number.

#![forbid(unsafe_code)]

mod conflicts;
mod cpu;
mod crowd;
mod feed;
mod hands;
mod saves;
mod scale;

use std::error::Error;
use std::process::ExitCode;

type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["feed", url, sizes @ ..] if !sizes.is_empty() => feed::measure(url, sizes).await,
        ["saves", url] => saves::measure(url).await,
        ["commits", url] => saves::commits(url).await,
        ["hands", url] => hands::measure(url).await,
        ["conflicts", url] => conflicts::measure(url).await,
        ["scale", url, events] => scale::measure(url, events).await,
        ["crowd", url] => crowd::measure(url).await,
        _ => Err("measure feed URL SIZE... | saves URL | commits URL | hands URL | conflicts URL | \
                  scale URL EVENTS | crowd URL"
            .into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("measure: {error}");
            ExitCode::FAILURE
        }
    }
}
