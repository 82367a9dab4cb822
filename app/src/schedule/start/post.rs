//! The plain form of a beginning.

use super::deed;
use crate::fields::Fields;
use crate::refused::Answer;

/// Carries out what the pressed button asks for, and says where to go then.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(fields: &Fields) -> Answer<String> {
    let week = deed::week(fields)?;
    Ok(deed::carry_out(fields).await?.way_on(week))
}
