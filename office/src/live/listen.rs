//! The one LISTEN connection of a process to PostgreSQL. When it breaks it is opened
//! again, and followers are told that they may have missed something.

use super::{Letter, Live, Told};
use sea_orm::sqlx::postgres::PgListener;
use tokio::sync::watch;
use tokio::time::{Duration, sleep};

/// The channel; a database is one office.
pub(super) const CHANNEL: &str = "giaoban";
/// How long to wait before a server that is gone is tried again.
const PAUSE: Duration = Duration::from_secs(1);

/// Listens until the process closes.
pub(super) async fn listen(url: String, live: Live, mut ended: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = ended.wait_for(|ended| *ended) => return,
            Err(error) = hear(&url, &live) => {
                tracing::warn!(%error, "other processes cannot be heard");
            }
        }
        tokio::select! {
            _ = ended.wait_for(|ended| *ended) => return,
            () = sleep(PAUSE) => {}
        }
    }
}

async fn hear(url: &str, live: &Live) -> Result<std::convert::Infallible, sea_orm::sqlx::Error> {
    let mut ear = PgListener::connect(url).await?;
    ear.listen(CHANNEL).await?;
    loop {
        // First of all: what was told before the ear was open.
        live.post(Letter::Told(Told::Anything));
        while let Some(notification) = ear.try_recv().await? {
            match notification.payload().parse() {
                Ok(told) => live.post(Letter::Told(told)),
                Err(()) => tracing::debug!(payload = notification.payload(), "not understood"),
            }
        }
    }
}
