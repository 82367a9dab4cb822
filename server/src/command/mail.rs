//! `giaoban mail`: whether letters leave this server.

use super::{Outcome, one_line};
use crate::config::Config;
use chrono::Utc;
use clap::Subcommand;
use domain::{Locale, words};
use office::post::{Postman, test_letter};

/// Letters and the way they leave by.
#[derive(Debug, Subcommand)]
pub enum Mail {
    /// Send one test letter by the way that GIAOBAN_SMTP names
    Test {
        /// E-mail address of whoever should receive it
        #[arg(value_parser = address)]
        address: String,
    },
}

impl Mail {
    pub(super) async fn run(self, config: &Config) -> Outcome {
        let Mail::Test { address } = self;
        let Some(postman) = postman(config)? else {
            return Err("GIAOBAN_SMTP is not set: letters have no way out of this server".into());
        };
        let letter = test_letter(&postman, &address, Utc::now()).map_err(one_line)?;
        let answer = postman.send(letter).await.map_err(one_line)?;
        println!("a letter to {address} was taken: {answer}");
        Ok(())
    }
}

/// The postman of this configuration; none while no way is named.
pub(super) fn postman(config: &Config) -> Result<Option<Postman>, String> {
    let Some(way) = &config.smtp else { return Ok(None) };
    Postman::open(way, &config.mail_from, &config.public_url).map(Some).map_err(one_line)
}

fn address(typed: &str) -> Result<String, String> {
    domain::access::email(typed).map_err(|problem| words::problem(Locale::En, &problem))
}
