//! The plain forms of this room.

use super::deed;
use crate::fields::Fields;
use crate::refused::Answer;

/// Carries out a verb of this room.
///
/// # Errors
/// The verb's refusal.
pub async fn carry_out(verb: &str, fields: &Fields) -> Answer<String> {
    deed::carry_out(verb, fields).await
}
