//! `cargo xtask run`: from a fresh clone to a running office.

use std::os::unix::process::CommandExt as _;

use anyhow::{Context, Result, anyhow};

use crate::step::{command, run as run_command, step};
use crate::{build, place, site};

const SIGN_INS: [(&str, &str); 5] = [
    ("thuky@minhgiang.example", "secretary"),
    ("chanhvanphong@minhgiang.example", "Chief of Office"),
    ("chutich@minhgiang.example", "Chairman"),
    ("sotaichinh@minhgiang.example", "a department's officer"),
    ("quantri@minhgiang.example", "system administrator"),
];

/// Builds everything, loads the demo office when there is no database, serves.
/// More words go to `giaoban serve`.
///
/// # Errors
/// When a step fails; otherwise this program becomes the server and does not return.
pub fn run(words: &[String]) -> Result<()> {
    // Each half leaves a processor idle now and then: the browser's while it is linked
    // as one, the server's while its last crate is compiled.
    let (site, giaoban) = std::thread::scope(|scope| {
        let server = scope.spawn(|| build::executable(build::Kind::Debug));
        (site::build(site::Mode::Release), server.join())
    });
    site?;
    let giaoban = giaoban.map_err(|_| anyhow!("the build of the server broke off"))??;
    demo(&giaoban)?;
    announce();
    let error = command(&giaoban).arg("serve").args(words).exec();
    Err(error).with_context(|| format!("cannot start {}", giaoban.display()))
}

/// Creates `data/giaoban.db` with the demo office when no database is there or named.
///
/// # Errors
/// When the demo office cannot be loaded.
pub fn demo(giaoban: &std::path::Path) -> Result<()> {
    let named = std::env::var_os("GIAOBAN_DATABASE").is_some() || place::root().join("giaoban.toml").exists();
    if named || place::root().join("data/giaoban.db").exists() {
        return Ok(());
    }
    std::fs::create_dir_all(place::root().join("data"))?;
    step("load the demo office into data/giaoban.db", || run_command(command(giaoban).arg("demo")))
}

/// Says where the office is and who may sign in.
pub fn announce() {
    let address = std::env::var("GIAOBAN_LISTEN").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    println!("\n  http://{address}\n\n  Sign in with the password giao-ban-demo:");
    for (mail, role) in SIGN_INS {
        println!("    {mail:<34} {role}");
    }
    println!();
}
