//! The style that travels inside each public page, and the headers that allow
//! this style and this script and nothing else.

use crate::assets::Assets;
use app::bulletin::SCRIPT;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The style sheet and the headers of every public answer.
pub(super) struct Style {
    /// The sheet as it stands in the page.
    pub(super) sheet: String,
    /// Security headers, the same for all.
    pub(super) headers: HeaderMap,
}

impl Style {
    /// Takes the sheet of the built site. `secure` is whether people come by https.
    pub(super) fn of(assets: &Assets, secure: bool) -> Self {
        let sheet = assets.bytes("/bulletin.css").map(|b| String::from_utf8_lossy(b).into_owned());
        let sheet = sheet.unwrap_or_default();
        let policy = format!(
            "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; font-src 'self'; \
             img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            hash(&sheet),
            hash(SCRIPT)
        );
        let mut headers = HeaderMap::new();
        if let Ok(policy) = HeaderValue::try_from(policy) {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        let mut set = |name: HeaderName, value| headers.insert(name, HeaderValue::from_static(value));
        set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
        set(
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        );
        if secure {
            set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
        }
        Self { sheet, headers }
    }
}

fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}
