//! Counting: what every runner says of passed and failed tests, summed for the last line.

use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::step::{self, run, spelled};

/// Passed and failed so far.
#[derive(Default, Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Tests and checks that passed.
    pub passed: u64,
    /// Tests and checks that failed, with each runner that broke counted as one.
    pub failed: u64,
}

impl Tally {
    /// Adds another runner's counts.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Counts one check by its outcome and says why it failed.
    pub fn check(&mut self, outcome: Result<()>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(error) => {
                eprintln!("    FAILED: {error:#}");
                self.failed += 1;
            }
        }
    }

    /// Counts a runner's result; a runner that could not run is one failure.
    pub fn runner(&mut self, outcome: Result<Self>) {
        match outcome {
            Ok(counts) => self.add(counts),
            Err(error) => self.check(Err(error)),
        }
    }
}

/// How long a runner may say nothing; its tests are compiled before.
const PATIENCE: Duration = Duration::from_mins(10);

/// Runs `cargo test` with its output shown and counts what it prints. A runner that
/// falls silent is ended and counts as one failure.
///
/// # Errors
/// When cargo cannot be started.
pub fn cargo_test(command: &mut Command) -> Result<Tally> {
    // A group of its own, so that cargo's test programs end with it.
    let mut child = command
        .stdout(Stdio::piped())
        .process_group(0)
        .spawn()
        .with_context(|| format!("cannot start `{}`", spelled(command)))?;
    let (say, said) = mpsc::channel();
    let output = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let lines = output.into_iter().flat_map(|output| BufReader::new(output).split(b'\n'));
        lines.map_while(std::result::Result::ok).for_each(|line| drop(say.send(line)));
    });
    let mut tally = Tally::default();
    loop {
        match said.recv_timeout(PATIENCE) {
            Ok(line) => {
                let mut screen = std::io::stdout().lock();
                screen.write_all(&line)?;
                screen.write_all(b"\n")?;
                if let Some(counts) = counts(&String::from_utf8_lossy(&line)) {
                    tally.add(counts);
                }
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                eprintln!("    nothing was said for {} minutes: ended", PATIENCE.as_secs() / 60);
                run(step::command("kill").arg("-KILL").arg("--").arg(format!("-{}", child.id())))?;
            }
        }
    }
    let _ = reader.join();
    // A test that does not compile, or a process that dies, prints no count.
    if !child.wait()?.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// The counts in a line such as `test result: ok. 5 passed; 0 failed; ...`.
fn counts(line: &str) -> Option<Tally> {
    let (_, rest) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let number = |word: &str| -> Option<u64> {
        let part = rest.split("; ").find(|part| part.ends_with(word))?;
        part.split(' ').next()?.parse().ok()
    };
    Some(Tally { passed: number(" passed")?, failed: number(" failed")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_line_is_counted_and_other_lines_are_not() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(counts(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(counts("test calendar::lunar ... ok"), None);
    }
}
