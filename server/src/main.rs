//! The executable `giaoban`.

#![forbid(unsafe_code)]

use clap::Parser;
use server::command::Giaoban;
use std::process::ExitCode;

fn main() -> ExitCode {
    Giaoban::parse().run()
}
