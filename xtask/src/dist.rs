//! `cargo xtask dist`: one executable to copy to a server.

use anyhow::Result;

use crate::{build, place, site};

/// Builds site and server and puts the result at `target/dist/giaoban`.
///
/// # Errors
/// When a step fails.
pub fn dist() -> Result<()> {
    site::build(site::Mode::Release)?;
    let built = build::executable(build::Kind::Embedded)?;
    let folder = place::target().join("dist");
    std::fs::create_dir_all(&folder)?;
    let to = folder.join("giaoban");
    std::fs::copy(built, &to)?;
    println!("    {} ({} bytes)", to.display(), std::fs::metadata(&to)?.len());
    Ok(())
}
