//! argon2id with the parameters that OWASP names as the least (19 MiB, two
//! passes), computed away from the threads that answer requests.

use crate::failure::{Failure, Result};
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

fn argon() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

pub(crate) async fn hash(password: String) -> Result<String> {
    let salt = SaltString::encode_b64(&super::session::random::<16>()?)
        .map_err(|e| Failure::Other(format!("no salt: {e}")))?;
    away(move || {
        argon()
            .hash_password(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .map_err(|e| Failure::Other(format!("the password cannot be hashed: {e}")))
    })
    .await?
}

/// Whether the password fits. With no hash the same work is done in vain, so
/// that the time of an answer does not tell whether an account exists.
pub(super) async fn verify_or_pretend(hash: Option<String>, password: String) -> Result<bool> {
    match hash {
        Some(hash) => verify(hash, password).await,
        None => {
            self::hash(password).await?;
            Ok(false)
        }
    }
}

pub(super) async fn verify(hash: String, password: String) -> Result<bool> {
    away(move || {
        PasswordHash::new(&hash).is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
}

async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|e| Failure::Other(format!("hashing stopped: {e}")))
}
