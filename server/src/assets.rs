//! The built site in memory: every file with its brotli and gzip copies, ready to send.
//!
//! It is read once at the start, from the executable itself (feature `embed`) or from a
//! folder, so that names and contents always fit together. It refuses to compress.

use std::collections::HashMap;
use std::io;

use app::shell::Site;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// All files of the site by their address.
pub struct Assets {
    files: HashMap<String, Bytes>,
}

impl Assets {
    /// Reads the site that was compiled into this executable.
    #[cfg(feature = "embed")]
    pub fn open() -> io::Result<Self> {
        const SITE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/site.rs"));
        let files = SITE.iter().map(|(name, bytes)| (format!("/{name}"), Bytes::from_static(bytes)));
        Ok(Self { files: files.collect() })
    }

    /// Reads the site from the folder in `GIAOBAN_SITE`, else from `target/site`.
    #[cfg(not(feature = "embed"))]
    pub fn open() -> io::Result<Self> {
        let site = std::env::var("GIAOBAN_SITE").unwrap_or_else(|_| "target/site".to_owned());
        let mut files = HashMap::new();
        let mut folders = vec![std::path::PathBuf::from(&site)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if let Ok(name) = path.strip_prefix(&site) {
                    files.insert(format!("/{}", name.display()), Bytes::from(std::fs::read(&path)?));
                }
            }
        }
        Ok(Self { files })
    }

    /// A site of these files, for tests.
    pub fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let files = files.into_iter().map(|(address, bytes)| (address, Bytes::from(bytes)));
        Self { files: files.collect() }
    }

    /// The bytes of a file by its address, unpacked.
    pub fn bytes(&self, address: &str) -> Option<&Bytes> {
        self.files.get(address)
    }

    /// The names that pages refer to.
    ///
    /// # Errors
    /// When the site was not built or is from another version.
    pub fn manifest(&self) -> io::Result<Site> {
        let file = self.files.get("/manifest.json").ok_or(io::ErrorKind::NotFound)?;
        let mut site: Site = serde_json::from_slice(file)?;
        let sheet = self.files.get(&site.style).ok_or(io::ErrorKind::NotFound)?;
        site.sheet = String::from_utf8_lossy(sheet).into_owned();
        let icons = self.files.get("/icons.svg").ok_or(io::ErrorKind::NotFound)?;
        // Apart from other names of a page.
        site.icons = String::from_utf8_lossy(icons).replace("id=\"", "id=\"i-");
        Ok(site)
    }

    /// The answer for one address, in the best encoding that the browser accepts.
    pub fn answer(&self, address: &str, asked: &HeaderMap) -> Option<Response<Body>> {
        let kind = kind(address)?;
        let plain = self.files.get(address)?;
        let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
        let packed = [("br", "br"), ("gzip", "gz")]
            .into_iter()
            .filter(|(name, _)| accepts(accepted, name))
            .find_map(|(name, ending)| Some((name, self.files.get(&format!("{address}.{ending}"))?)));
        let mut response = Response::new(Body::from(packed.map_or(plain, |(_, bytes)| bytes).clone()));
        *response.status_mut() = StatusCode::OK;
        let headers = response.headers_mut();
        if let Some((name, _)) = packed {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let lasting = address.starts_with("/pkg/") || address.starts_with("/fonts/");
        headers.insert(header::CACHE_CONTROL, if lasting { FOR_EVER } else { AN_HOUR });
        Some(response)
    }
}

/// The media type; an ending that is not listed is not served.
fn kind(address: &str) -> Option<&'static str> {
    let (_, ending) = address.rsplit_once('.')?;
    Some(match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => return None,
    })
}

/// Whether the Accept-Encoding list names this coding without forbidding it.
fn accepts(list: &str, coding: &str) -> bool {
    list.split(',').any(|item| {
        let mut words = item.split(';').map(str::trim);
        words.next().is_some_and(|name| name.eq_ignore_ascii_case(coding))
            && words.all(|word| !matches!(word, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}
