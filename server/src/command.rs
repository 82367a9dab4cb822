//! The command line. Exit codes: 0 done, 1 refused or failed with one clear
//! line, 2 wrong usage.

mod backup;
mod doctor;
mod export;
mod mail;
mod user;

use crate::config::Config;
use crate::serve;
use clap::{Parser, Subcommand};
use office::Office;
use std::process::ExitCode;

/// Lịch công tác và cuộc họp của Văn phòng UBND tỉnh.
#[derive(Debug, Parser)]
#[command(name = "giaoban", version, about)]
pub struct Giaoban {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the office until it is told to stop
    Serve,
    /// Bring the tables of the database up to date
    Migrate,
    /// Load the demo office into an empty database
    Demo {
        /// Repeat the demo week, published, until there are this many entries
        #[arg(long)]
        events: Option<usize>,
    },
    /// Accounts: who may sign in
    #[command(subcommand)]
    User(user::User),
    /// Read units, persons, positions, rooms, cars and days off out of a .json or .csv file
    Import {
        /// The file: office.json of an export, or a table of persons or units
        file: std::path::PathBuf,
    },
    /// Write everything in open formats (JSON, CSV, iCalendar) into a folder
    Export {
        /// The folder; it must be empty or missing
        dir: std::path::PathBuf,
    },
    /// Write a copy of the database to a file while the server runs (SQLite)
    Backup {
        /// The file; it must not exist
        file: std::path::PathBuf,
    },
    /// Put a copy in the place of the database while no server runs (SQLite)
    Restore {
        /// The copy
        file: std::path::PathBuf,
    },
    /// Letters: whether they leave this server
    #[command(subcommand)]
    Mail(mail::Mail),
    /// Print the configuration in force and what is wrong with it
    Doctor,
}

/// What a command fails with: one line for the person at the terminal.
type Outcome = Result<(), String>;

impl Giaoban {
    /// Carries out the command.
    pub fn run(self) -> ExitCode {
        let outcome = Config::read().map_err(|e| e.to_string()).and_then(|config| {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .map_err(|e| e.to_string())?;
            runtime.block_on(self.command.run(config))
        });
        match outcome {
            Ok(()) => ExitCode::SUCCESS,
            Err(line) => {
                eprintln!("giaoban: {line}");
                ExitCode::FAILURE
            }
        }
    }
}

impl Command {
    async fn run(self, config: Config) -> Outcome {
        match self {
            Command::Serve => serve::serve(config).await,
            Command::Migrate => open(&config).await.map(|_| ()),
            Command::Demo { events } => {
                let office = open(&config).await?;
                office::demo::load(&office, events).await.map_err(one_line)
            }
            Command::User(user) => user.run(&open(&config).await?).await,
            Command::Import { file } => export::import(&open(&config).await?, &file).await,
            Command::Export { dir } => export::export(&config, &open(&config).await?, &dir).await,
            Command::Backup { file } => backup::backup(&config, &file).await,
            Command::Restore { file } => backup::restore(&config, &file).await,
            Command::Mail(mail) => mail.run(&config).await,
            Command::Doctor => doctor::doctor(&config).await,
        }
    }
}

async fn open(config: &Config) -> Result<Office, String> {
    Office::open(&config.database).await.map_err(one_line)
}

/// A failure with its causes in one line.
pub(crate) fn one_line(failure: office::Failure) -> String {
    use std::error::Error as _;
    let mut line = failure.to_string();
    let mut cause = failure.source();
    while let Some(source) = cause {
        let text = source.to_string();
        if !line.contains(&text) {
            line = format!("{line}: {text}");
        }
        cause = source.source();
    }
    line
}
