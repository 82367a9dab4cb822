//! A demo office behind the router, and somebody in front of it.

use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use leptos::config::LeptosOptions;
use office::Office;
use scraper::{Html, Selector};
use server::assets::Assets;
use server::config::Config;
use server::door::{Door, Inside};
use server::front::Front;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::OnceCell;
use tower::ServiceExt as _;

static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
static NEXT: AtomicU32 = AtomicU32::new(0);

/// A demo office of its own for one test.
pub struct House {
    pub office: Office,
    front: Front,
    file: PathBuf,
}

/// A person with an open session.
pub struct Person<'a> {
    house: &'a House,
    cookie: String,
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub to: String,
    pub html: String,
}

impl House {
    pub async fn open() -> Self {
        let template = TEMPLATE.get_or_init(template).await;
        let file = file(&NEXT.fetch_add(1, Ordering::Relaxed).to_string());
        std::fs::copy(template, &file).expect("a copy of the demo office");
        let office = Office::open(&url(&file)).await.expect("an office");
        let now = office::demo::now().expect("the demo's clock");
        let config = Config {
            listen: "127.0.0.1:0".parse().expect("an address"),
            database: url(&file),
            files: String::new(),
            public_url: "http://127.0.0.1".into(),
            smtp: None,
            mail_from: String::new(),
            trusted_proxies: Vec::new(),
            now: Some(now),
            log: String::new(),
            log_json: false,
        };
        let office = office.at(Some(now)).keeping_files(&format!("file://{}.files", file.display()));
        let office = office.expect("a place for files");
        let door = Door::to(Inside {
            office: office.clone(),
            config: Arc::new(config),
            assets: Arc::new(Assets::of([])),
            site: Arc::default(),
            leptos: LeptosOptions::builder().output_name("giaoban").build(),
        });
        Self { office, front: Front::of(door), file }
    }

    pub async fn sign_in(&self, who: &str) -> Person<'_> {
        let body = form(&[("email", &format!("{who}@minhgiang.example")), ("password", "giao-ban-demo")]);
        let response = self.send(Request::post("/sign-in"), body).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{who} signs in");
        let cookie = response.headers()[header::SET_COOKIE].to_str().expect("a cookie");
        Person { house: self, cookie: cookie.split(';').next().unwrap_or_default().to_owned() }
    }

    /// Somebody without a session.
    pub fn nobody(&self) -> Person<'_> {
        Person { house: self, cookie: String::new() }
    }

    async fn send(&self, request: axum::http::request::Builder, body: String) -> Response<Body> {
        let request = request
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT_LANGUAGE, "vi")
            .body(Body::from(body))
            .expect("a request");
        let asked = format!("{} {}", request.method(), request.uri());
        within(&asked, self.front.clone().oneshot(request)).await.expect("an answer")
    }
}

impl Drop for House {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.file.display()));
        }
        let _ = std::fs::remove_dir_all(format!("{}.files", self.file.display()));
    }
}

impl Person<'_> {
    pub async fn reads(&self, path: &str) -> Page {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        Page::of(self.house.send(request, String::new()).await).await
    }

    /// Opens a stream of events.
    pub async fn follows(&self, path: &str) -> Stream {
        let request = Request::get(path).header(header::COOKIE, &self.cookie);
        let response = self.house.send(request, String::new()).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        Stream { body: response.into_body(), heard: String::new() }
    }

    /// Asks anything, with any body.
    pub async fn asks(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Response<Body> {
        let mut request = Request::builder().method(method).uri(path).header(header::COOKIE, &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let asked = format!("{method} {path}");
        let request = request.body(body).expect("a request");
        within(&asked, self.house.front.clone().oneshot(request)).await.expect("an answer")
    }

    /// Sends a form to its page, as a browser without our program does.
    pub async fn sends(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = Request::post(path).header(header::COOKIE, &self.cookie);
        Page::of(self.house.send(request, form(fields)).await).await
    }
}

/// A stream of events that goes on.
pub struct Stream {
    body: Body,
    heard: String,
}

impl Stream {
    /// Everything that was heard until this came, and forgets it.
    pub async fn until(&mut self, text: &str) -> String {
        while !self.heard.contains(text) {
            let frame = within(text, self.body.frame()).await.expect("the stream goes on").expect("a frame");
            if let Ok(bytes) = frame.into_data() {
                self.heard.push_str(std::str::from_utf8(&bytes).expect("UTF-8"));
            }
        }
        std::mem::take(&mut self.heard)
    }

    /// Whether the stream ends of itself.
    pub async fn ends(mut self) -> bool {
        while let Some(frame) = within("the end", self.body.frame()).await {
            if frame.is_err() {
                return false;
            }
        }
        true
    }
}

impl Page {
    pub async fn of(response: Response<Body>) -> Self {
        let status = response.status();
        let to = response.headers().get(header::LOCATION).and_then(|v| v.to_str().ok());
        let to = to.unwrap_or_default().to_owned();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        Self { status, to, html: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// The texts of all elements that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        Html::parse_document(&self.html)
            .select(&selector)
            .map(|e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// The first text that a selector finds.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// An attribute of the first element that a selector finds.
    pub fn value(&self, selector: &str, attribute: &str) -> Option<String> {
        let selector = Selector::parse(selector).expect("a selector");
        Html::parse_document(&self.html)
            .select(&selector)
            .next()
            .and_then(|e| e.value().attr(attribute))
            .map(str::to_owned)
    }

    pub fn has(&self, selector: &str) -> bool {
        let selector = Selector::parse(selector).expect("a selector");
        Html::parse_document(&self.html).select(&selector).next().is_some()
    }
}

/// An answer that does not come is a failure that names its question, not a run
/// without an end.
async fn within<T>(asked: &str, answer: impl Future<Output = T>) -> T {
    let patience = std::time::Duration::from_secs(60);
    tokio::time::timeout(patience, answer).await.unwrap_or_else(|_| panic!("no answer to {asked}"))
}

/// Fields as a browser encodes them.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|b| match b {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(b).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    let pairs: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encode(n), encode(v))).collect();
    pairs.join("&")
}

async fn template() -> PathBuf {
    let file = file("template");
    let _ = std::fs::remove_file(&file);
    let office = Office::open(&url(&file)).await.expect("an office");
    let now = office::demo::now().expect("the demo's clock");
    let office = office.at(Some(now));
    office::demo::load(&office, None).await.expect("the demo office");
    office.close().await.expect("a closed office");
    file
}

fn file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("giaoban-door-{}-{name}.db", std::process::id()))
}

fn url(file: &std::path::Path) -> String {
    format!("sqlite://{}", file.display())
}
