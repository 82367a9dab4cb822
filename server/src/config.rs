//! What an operator decides: environment variables, or the same names in lower
//! case in `giaoban.toml` beside the working folder. The environment wins.

use chrono::{DateTime, Utc};
use ipnet::IpNet;
use std::collections::HashMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

const FILE: &str = "giaoban.toml";

/// The names, their defaults and what they mean, for `doctor` and `--help`.
const NAMES: [(&str, &str); 9] = [
    ("GIAOBAN_LISTEN", "127.0.0.1:3000"),
    ("GIAOBAN_DATABASE", "sqlite://data/giaoban.db"),
    ("GIAOBAN_FILES", "file://data/files"),
    ("GIAOBAN_PUBLIC_URL", "http://127.0.0.1:3000"),
    ("GIAOBAN_SMTP", ""),
    ("GIAOBAN_MAIL_FROM", "Giao Ban <lich@localhost>"),
    ("GIAOBAN_TRUSTED_PROXIES", ""),
    ("GIAOBAN_NOW", ""),
    ("GIAOBAN_LOG", "info"),
];

/// The configuration in force.
#[derive(Clone, Debug)]
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Database URL.
    pub database: String,
    /// Where files are kept.
    pub files: String,
    /// The address that people type, without a slash at the end.
    pub public_url: String,
    /// Mail relay; `None`: mails wait.
    pub smtp: Option<String>,
    /// Sender and scheduling mailbox.
    pub mail_from: String,
    /// Whose X-Forwarded-For is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// A fixed instant, for a demo database only.
    pub now: Option<DateTime<Utc>>,
    /// Tracing filter.
    pub log: String,
    /// Log lines as JSON.
    pub log_json: bool,
}

/// A value that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{name}={value}: {why}")]
pub struct Unusable {
    name: String,
    value: String,
    why: String,
}

impl Config {
    /// Reads file and environment.
    ///
    /// # Errors
    /// [`Unusable`] naming the first value that cannot be used.
    pub fn read() -> Result<Self, Unusable> {
        let file = std::fs::read_to_string(FILE).unwrap_or_default();
        Self::from(&file, |name| std::env::var(name).ok())
    }

    fn from(file: &str, environment: impl Fn(&str) -> Option<String>) -> Result<Self, Unusable> {
        let table: HashMap<String, toml::Value> = toml::from_str(file).map_err(|e| Unusable {
            name: FILE.into(),
            value: String::new(),
            why: e.message().to_owned(),
        })?;
        let get = |name: &str| -> String {
            let written = || {
                table.get(&name.to_lowercase()).map(|value| match value {
                    toml::Value::String(text) => text.clone(),
                    other => other.to_string(),
                })
            };
            let default = NAMES.iter().find(|(n, _)| *n == name).map_or("", |(_, d)| d);
            environment(name).or_else(written).unwrap_or_else(|| default.to_owned())
        };
        Ok(Self {
            listen: parse("GIAOBAN_LISTEN", &get("GIAOBAN_LISTEN"))?,
            database: get("GIAOBAN_DATABASE"),
            files: get("GIAOBAN_FILES"),
            public_url: public_url(&get("GIAOBAN_PUBLIC_URL"))?,
            smtp: Some(get("GIAOBAN_SMTP")).filter(|url| !url.is_empty()),
            mail_from: get("GIAOBAN_MAIL_FROM"),
            trusted_proxies: get("GIAOBAN_TRUSTED_PROXIES")
                .split(',')
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .map(proxy)
                .collect::<Result<_, _>>()?,
            now: match get("GIAOBAN_NOW").as_str() {
                "" => None,
                text => Some(parse("GIAOBAN_NOW", text)?),
            },
            log: get("GIAOBAN_LOG"),
            log_json: get("GIAOBAN_LOG_FORMAT") == "json",
        })
    }

    /// Whether people reach the server over https.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether the server can be reached from other machines.
    pub fn is_open_to_others(&self) -> bool {
        !self.listen.ip().is_loopback() || self.is_secure()
    }

    /// The address of whoever asks: the peer's, or what a trusted proxy says.
    pub fn client(&self, peer: IpAddr, forwarded_for: Option<&str>) -> IpAddr {
        let trusted = |ip: IpAddr| self.trusted_proxies.iter().any(|net| net.contains(&ip));
        if !trusted(peer) {
            return peer;
        }
        // The list is read from the right: each trusted hop vouches for the next.
        forwarded_for
            .unwrap_or_default()
            .rsplit(',')
            .map_while(|ip| ip.trim().parse::<IpAddr>().ok())
            .find(|ip| !trusted(*ip))
            .unwrap_or(peer)
    }
}

impl fmt::Display for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let proxies: Vec<String> = self.trusted_proxies.iter().map(IpNet::to_string).collect();
        let or_none = |text: String| if text.is_empty() { "(none)".to_owned() } else { text };
        for (name, value) in [
            ("GIAOBAN_LISTEN", self.listen.to_string()),
            ("GIAOBAN_DATABASE", masked(&self.database)),
            ("GIAOBAN_FILES", masked(&self.files)),
            ("GIAOBAN_PUBLIC_URL", self.public_url.clone()),
            ("GIAOBAN_SMTP", or_none(self.smtp.as_deref().map(masked).unwrap_or_default())),
            ("GIAOBAN_MAIL_FROM", self.mail_from.clone()),
            ("GIAOBAN_TRUSTED_PROXIES", or_none(proxies.join(", "))),
            ("GIAOBAN_NOW", or_none(self.now.map(|n| n.to_rfc3339()).unwrap_or_default())),
            ("GIAOBAN_LOG", self.log.clone()),
        ] {
            writeln!(f, "{name:<24} {value}")?;
        }
        Ok(())
    }
}

/// A URL without the password in it.
fn masked(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    match rest.split_once('@') {
        Some((user, host)) => {
            let name = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{name}:•••@{host}")
        }
        None => url.to_owned(),
    }
}

fn parse<T: FromStr>(name: &str, value: &str) -> Result<T, Unusable>
where
    T::Err: fmt::Display,
{
    value.parse().map_err(|e: T::Err| Unusable { name: name.into(), value: value.into(), why: e.to_string() })
}

fn proxy(text: &str) -> Result<IpNet, Unusable> {
    match text.parse::<IpAddr>() {
        Ok(ip) => Ok(ip.into()),
        Err(_) => parse("GIAOBAN_TRUSTED_PROXIES", text),
    }
}

fn public_url(text: &str) -> Result<String, Unusable> {
    if text.starts_with("http://") || text.starts_with("https://") {
        return Ok(text.trim_end_matches('/').to_owned());
    }
    Err(Unusable {
        name: "GIAOBAN_PUBLIC_URL".into(),
        value: text.into(),
        why: "must begin with http:// or https://".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(file: &str, environment: &[(&str, &str)]) -> Result<Config, Unusable> {
        Config::from(file, |name| environment.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let file = "giaoban_listen = \"127.0.0.1:1\"\ngiaoban_smtp = \"smtp://relay\"";
        let config = config(file, &[("GIAOBAN_LISTEN", "127.0.0.1:2")]).unwrap();
        assert_eq!(config.listen.port(), 2);
        assert_eq!(config.smtp.as_deref(), Some("smtp://relay"));
    }

    #[test]
    fn a_wrong_value_is_named() {
        let error = config("", &[("GIAOBAN_LISTEN", "here")]).unwrap_err();
        assert!(error.to_string().starts_with("GIAOBAN_LISTEN=here: "), "{error}");
        assert!(config("", &[("GIAOBAN_PUBLIC_URL", "lich.vn")]).is_err());
    }

    #[test]
    fn passwords_are_masked() {
        let url = "postgres://giaoban:secret@db/office";
        let text = config("", &[("GIAOBAN_DATABASE", url)]).unwrap().to_string();
        assert!(!text.contains("secret") && text.contains("postgres://giaoban:•••@db/office"), "{text}");
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let config = config("", &[("GIAOBAN_TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.1")]).unwrap();
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        assert_eq!(config.client(ip("192.0.2.1"), Some("203.0.113.9")), ip("192.0.2.1"));
        assert_eq!(
            config.client(ip("10.1.1.1"), Some("198.51.100.7, 203.0.113.9, 10.2.2.2")),
            ip("203.0.113.9")
        );
        assert_eq!(config.client(ip("127.0.0.1"), None), ip("127.0.0.1"));
        assert_eq!(config.client(ip("127.0.0.1"), Some("nonsense")), ip("127.0.0.1"));
    }
}
