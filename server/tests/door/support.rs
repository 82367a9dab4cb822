//! A house for each story: its own copy of the demo office with its doors, and
//! somebody at the desk who may publish.

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use domain::access::{Actor, Role};
use domain::calendar::week::IsoWeek;
use domain::schedule::{EntryDraft, Save, Saved, Step};
use http_body_util::BodyExt as _;
use leptos::config::LeptosOptions;
use office::{Desk, Office, schedule};
use server::assets::Assets;
use server::config::Config;
use server::door::{Door, Inside};
use server::front::Front;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use tower::ServiceExt as _;

/// The week of the demo office.
pub const WEEK: &str = "2026-W49";

/// An office with its doors; its folder goes with it.
pub struct House {
    pub office: Office,
    front: Front,
    folder: PathBuf,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn etag(&self) -> String {
        self.header("etag").to_owned()
    }
}

impl House {
    pub async fn open() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("giaoban-door-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("giaoban.db"), demo()).unwrap();
        Self::in_folder(folder, |_| ()).await
    }

    /// The same office after its process ended and began again.
    pub async fn again(self) -> Self {
        self.configured(|_| ()).await
    }

    /// The same office under other decisions of its operator.
    pub async fn configured(mut self, decide: impl FnOnce(&mut Config)) -> Self {
        self.office.clone().close().await.unwrap();
        let folder = std::mem::take(&mut self.folder);
        Self::in_folder(folder, decide).await
    }

    async fn in_folder(folder: PathBuf, decide: impl FnOnce(&mut Config)) -> Self {
        let office = Office::open(&url(&folder)).await.unwrap().at(Some(office::demo::now().unwrap()));
        let mut config = Config::read().unwrap();
        config.public_url = "https://lich.minhgiang.example".to_owned();
        decide(&mut config);
        let sheet = ("/bulletin.css".to_owned(), b"body{color:#123}".to_vec());
        let door = Door::to(Inside {
            office: office.clone(),
            config: Arc::new(config),
            assets: Arc::new(Assets::of([sheet])),
            site: Arc::default(),
            leptos: LeptosOptions::builder().output_name("giaoban").build(),
        });
        Self { office, front: Front::of(door), folder }
    }

    pub async fn get(&self, address: &str) -> Reply {
        self.get_with(address, &[]).await
    }

    pub async fn get_with(&self, address: &str, headers: &[(&str, &str)]) -> Reply {
        self.ask(Method::GET, address, headers, None).await
    }

    pub async fn ask(
        &self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        from: Option<&str>,
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).unwrap();
        let from = from.unwrap_or("127.0.0.1");
        let peer = SocketAddr::new(from.parse().unwrap(), 4711);
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.front.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Reply { status: parts.status, headers: parts.headers, body }
    }

    /// The desk of somebody who may do all that a week needs.
    pub fn desk(&self) -> Desk {
        self.office
            .desk(Actor { roles: vec![Role::Secretary, Role::ChiefOfOffice], ..Actor::job("Người thử") })
    }

    pub async fn save(&self, draft: EntryDraft) -> Saved {
        let save = Save { draft, conflict_reason: "Thử".to_owned(), ..Save::default() };
        schedule::save_entry(&self.desk(), save).await.unwrap()
    }

    /// Submits, approves and publishes the week.
    pub async fn publish(&self, week: &str) {
        let (desk, week): (Desk, IsoWeek) = (self.desk(), week.parse().unwrap());
        for step in [Step::Submit, Step::Approve, Step::Publish] {
            let seen = schedule::board(&desk, week).await.unwrap().week.version;
            let reason = if step == Step::Publish { "Theo lịch mới" } else { "" };
            schedule::take_step(&desk, week, step, seen, reason).await.unwrap();
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if !self.folder.as_os_str().is_empty() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

fn url(folder: &std::path::Path) -> String {
    format!("sqlite://{}/giaoban.db", folder.display())
}

/// The bytes of a database with the demo office, made once for all stories.
fn demo() -> &'static [u8] {
    static DEMO: OnceLock<Vec<u8>> = OnceLock::new();
    DEMO.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("giaoban-door-{}-demo", std::process::id()));
        let there = folder.clone();
        let load = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                std::fs::create_dir_all(&there).unwrap();
                let office = Office::open(&url(&there)).await.unwrap();
                office::demo::load(&office, None).await.unwrap();
                office.close().await.unwrap();
            });
        };
        std::thread::spawn(load).join().unwrap();
        let bytes = std::fs::read(folder.join("giaoban.db")).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        bytes
    })
}
