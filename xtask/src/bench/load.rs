//! Asking as fast as a server answers: wrk with 32 connections.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::table::median;
use crate::step::{command, read};
use crate::system;

const CONNECTIONS: &str = "32";
const THREADS: &str = "2";
const SECONDS: &str = "3s";
const RUNS: usize = 3;

/// The program that asks.
pub struct Wrk(PathBuf);

/// What is asked again and again.
pub struct Question {
    /// The whole address.
    pub url: String,
    /// Headers, as "Name: value".
    pub headers: Vec<String>,
}

/// Answers in a second, each the median of its runs.
pub struct Rates {
    /// Of what is measured.
    pub ours: f64,
    /// Of the constant answer.
    pub constant: f64,
}

impl Rates {
    /// Ours as a part of the constant.
    pub fn ratio(&self) -> f64 {
        self.ours / self.constant
    }
}

impl Wrk {
    /// Finds it, or installs Debian's.
    ///
    /// # Errors
    /// When it cannot be had.
    pub fn get() -> Result<Self> {
        Ok(Self(system::file_from(&["wrk"], || system::find("wrk"))?))
    }

    /// Asks both by turns, so that a busy moment of the machine meets both.
    ///
    /// # Errors
    /// When an answer is an error.
    pub fn compare(&self, ours: &Question, constant: &Question) -> Result<Rates> {
        let (mut of_ours, mut of_constant) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            of_ours.push(self.rate(ours)?);
            of_constant.push(self.rate(constant)?);
        }
        Ok(Rates { ours: median(of_ours), constant: median(of_constant) })
    }

    fn rate(&self, question: &Question) -> Result<f64> {
        let mut wrk = command(&self.0);
        wrk.args(["-c", CONNECTIONS, "-t", THREADS, "-d", SECONDS]);
        for header in &question.headers {
            wrk.args(["-H", header]);
        }
        requests_per_second(&read(wrk.arg(&question.url))?)
    }
}

fn requests_per_second(report: &str) -> Result<f64> {
    for bad in ["Non-2xx or 3xx responses:", "Socket errors:"] {
        if let Some(line) = report.lines().find(|line| line.trim().starts_with(bad)) {
            bail!("{}", line.trim());
        }
    }
    report
        .lines()
        .find_map(|line| line.strip_prefix("Requests/sec:")?.trim().parse().ok())
        .context("wrk did not say how many requests there were")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_not_counted_as_answers() {
        let good = "Running 3s test\nRequests/sec:  81234.50\nTransfer/sec: 1GB\n";
        assert_eq!(requests_per_second(good).unwrap(), 81_234.5);
        let bad = "  Non-2xx or 3xx responses: 12\nRequests/sec: 90000.0\n";
        assert!(requests_per_second(bad).is_err());
        assert!(requests_per_second("").is_err());
    }
}
