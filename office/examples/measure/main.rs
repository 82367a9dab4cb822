//! What the Office's memory can do on this machine, for `cargo xtask bench`.
//!
//! `measure feed URL 20000 2000` times the public feed from database to bytes,
//! `measure saves URL` counts saves of entries in a second, `measure commits URL`
//! counts commits of one bare row. Each prints lines of a name and a number.

#![forbid(unsafe_code)]

mod cpu;
mod feed;
mod saves;

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
        _ => Err("measure feed URL SIZE... | saves URL | commits URL".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("measure: {error}");
            ExitCode::FAILURE
        }
    }
}
