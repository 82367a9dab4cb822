//! `cargo xtask bench`: the figures that the office promises, as ratios against a
//! constant axum response in the same run.

use anyhow::{Result, bail};

/// Builds optimised and measures.
///
/// # Errors
/// Until the measurements are in, it refuses.
pub fn bench(_words: &[String]) -> Result<()> {
    bail!("there are no measurements yet")
}
