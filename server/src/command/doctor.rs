//! `giaoban doctor`: what is in force, and what is wrong with it.

use super::{Outcome, mail, one_line};
use crate::assets::Assets;
use crate::config::Config;
use crate::serve::unsafe_to_serve;
use office::Office;
use std::time::Duration;
use tokio::time::timeout;

/// How long a bucket is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) async fn doctor(config: &Config) -> Outcome {
    print!("{config}");
    let mut wrong = Vec::new();
    match Office::open_unmigrated(&config.database).await {
        Err(failure) => wrong.push(format!("database: {}", one_line(failure))),
        Ok(office) => match office.pending().await {
            Err(failure) => wrong.push(format!("database: {}", one_line(failure))),
            Ok(0) => {
                if let Some(why) = unsafe_to_serve(config, &office).await.map_err(one_line)? {
                    wrong.push(why);
                }
            }
            Ok(n) => wrong.push(format!("database: {n} migrations are pending; run giaoban migrate")),
        },
    }
    match timeout(PATIENCE, office::file::look(&config.files)).await {
        Ok(Ok(())) => {}
        Ok(Err(failure)) => wrong.push(format!("files: {}", one_line(failure))),
        Err(_) => wrong.push("files: the place does not answer".into()),
    }
    if let Err(error) = Assets::open().and_then(|assets| assets.manifest()) {
        wrong.push(format!("site: {error}; run cargo xtask run once"));
    }
    match mail::postman(config) {
        Err(why) => wrong.push(why),
        Ok(None) => println!("{:<24} mails wait in the outbox", "note"),
        Ok(Some(postman)) => {
            if let Err(failure) = postman.look().await {
                wrong.push(format!("mail: {}", one_line(failure)));
            }
        }
    }
    if wrong.is_empty() {
        println!("everything is in order");
        return Ok(());
    }
    Err(wrong.join("; "))
}
