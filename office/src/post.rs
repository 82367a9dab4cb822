//! The post room: how a letter leaves the Office.
//!
//! One way out, which the operator names: a relay (`smtp://`, `smtps://`) or a
//! folder of `.eml` files (`file://DIR`, for trials). A password never goes over
//! an open line. Letters themselves are in `post/letter.rs`.

mod letter;

pub use letter::test_letter;

use crate::failure::{Failure, Result};
use lettre::message::Mailbox;
use lettre::transport::smtp::{self, extension::ClientId};
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a relay may take for a whole exchange (lettre bounds the connecting only).
const EXCHANGE: Duration = Duration::from_secs(30);

/// Carries letters to where the operator wants them.
#[derive(Debug)]
pub struct Postman {
    way: Way,
    /// The sender, also the scheduling mailbox.
    from: Mailbox,
    /// The host in the address that people type; Message-IDs end in it.
    host: String,
    /// The address that people type.
    public_url: String,
}

#[derive(Debug)]
enum Way {
    Relay(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
}

impl Postman {
    /// Reads the way (`smtp://`, `smtps://`, `file://DIR`) and the sender.
    ///
    /// # Errors
    /// One line that names the value which cannot be used, never its password.
    pub fn open(way: &str, from: &str, public_url: &str) -> Result<Self> {
        let from = sender(from)?;
        let host = host_of(public_url);
        let way = match way.split_once("://") {
            Some(("file", folder)) if !folder.is_empty() => Way::Folder(folder.into()),
            Some(("smtp" | "smtps", _)) => Way::Relay(Box::new(relay(way, &host)?)),
            _ => return Err(unusable_way("must begin with smtp://, smtps:// or file://")),
        };
        Ok(Self { way, from, host, public_url: public_url.to_owned() })
    }

    /// Asks the relay whether it listens; a folder is made when it is missing.
    ///
    /// # Errors
    /// When the relay does not answer as one, or the folder cannot be made.
    pub async fn look(&self) -> Result<()> {
        match &self.way {
            Way::Relay(relay) => match in_time(relay.test_connection()).await? {
                true => Ok(()),
                false => Err(Failure::Other("the relay closed the connection".into())),
            },
            Way::Folder(folder) => made(folder).await,
        }
    }

    /// Sends one letter to one person; says where it went.
    ///
    /// # Errors
    /// What the relay or the folder said against it.
    pub async fn send(&self, letter: Message) -> Result<String> {
        match &self.way {
            Way::Relay(relay) => {
                let answer = in_time(relay.send(letter)).await?;
                let words: Vec<&str> = answer.message().collect();
                Ok(format!("{} {}", answer.code(), words.join(" ")))
            }
            Way::Folder(folder) => {
                made(folder).await?;
                let name = AsyncFileTransport::<Tokio1Executor>::new(folder)
                    .send(letter)
                    .await
                    .map_err(|e| Failure::Other(format!("{} cannot be written: {e}", folder.display())))?;
                Ok(folder.join(format!("{name}.eml")).display().to_string())
            }
        }
    }
}

fn sender(from: &str) -> Result<Mailbox> {
    from.parse().map_err(|e| Failure::Other(format!("GIAOBAN_MAIL_FROM={from}: {e}")))
}

fn relay(url: &str, host: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>> {
    if would_leak(url) {
        return Err(unusable_way(
            "would send its password over an open line; use smtps:// or add ?tls=required",
        ));
    }
    let relay =
        AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|e| unusable_way(&one_line(&e)))?;
    let name = match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(ip)) => ClientId::Ipv4(ip),
        Ok(IpAddr::V6(ip)) => ClientId::Ipv6(ip),
        Err(_) => ClientId::Domain(host.to_owned()),
    };
    Ok(relay.hello_name(name).timeout(Some(EXCHANGE)).build())
}

/// Whether a password would travel unencrypted to another machine.
fn would_leak(url: &str) -> bool {
    let Some((user, rest)) = url.strip_prefix("smtp://").and_then(|rest| rest.rsplit_once('@')) else {
        return false;
    };
    let host = host_of(rest);
    let here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    user.contains(':') && !here && !rest.contains("tls=required")
}

/// The host of an address, without port and path.
fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default().to_owned(),
        None => authority.split(':').next().unwrap_or_default().to_owned(),
    }
}

async fn in_time<T>(exchange: impl Future<Output = std::result::Result<T, smtp::Error>>) -> Result<T> {
    match tokio::time::timeout(EXCHANGE, exchange).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(Failure::Other(one_line(&error))),
        Err(_) => Err(Failure::Other(format!("the relay took longer than {} s", EXCHANGE.as_secs()))),
    }
}

async fn made(folder: &Path) -> Result<()> {
    tokio::fs::create_dir_all(folder)
        .await
        .map_err(|e| Failure::Other(format!("{} cannot be made: {e}", folder.display())))
}

fn unusable_way(why: &str) -> Failure {
    Failure::Other(format!("GIAOBAN_SMTP {why}"))
}

fn one_line(error: &smtp::Error) -> String {
    use std::error::Error as _;
    match error.source() {
        Some(cause) if !error.to_string().contains(&cause.to_string()) => format!("{error}: {cause}"),
        _ => error.to_string(),
    }
}
