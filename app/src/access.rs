//! Signing in and out, one's own sessions, and the accounts that an
//! administrator looks after.

pub mod accounts;
pub mod api;
#[cfg(feature = "ssr")]
pub mod kept;
#[cfg(feature = "ssr")]
pub mod post;
pub mod sessions;
#[cfg(feature = "ssr")]
pub mod sign_in;
mod words;

/// The secret of the request's session, as the server read it from the cookie.
#[cfg(feature = "ssr")]
#[derive(Clone)]
pub struct Secret(pub String);
