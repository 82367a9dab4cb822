//! A bucket that speaks S3 on a port of this machine and keeps its objects in a folder, and
//! a paper that is sent into it.

use crate::client::{Answer, Client};
use crate::house::House;
use axum::Router;
use axum::error_handling::HandleError;
use axum::http::StatusCode;
use base64::Engine as _;
use domain::file::File;
use domain::request::OwnRequests;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

const NAME: &str = "van-phong";
const KEY: &str = "khoa-thu";
const SECRET: &str = "bi-mat-thu";
const PREFIX: &str = "tai-lieu";
const JSON: &str = "application/json";
const FILE: &str = "To trinh.pdf";
/// How long something that is on its way may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The bucket; it goes when the test's process does.
pub struct Bucket {
    folder: PathBuf,
    port: u16,
}

impl Bucket {
    /// Opens an empty bucket, to whoever signs with its key.
    pub fn open() -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("s3-{}", std::process::id()));
        fs::create_dir_all(folder.join(NAME)).unwrap();
        let mut service = S3ServiceBuilder::new(FileSystem::new(&folder).unwrap());
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        let service = HandleError::new(service.build(), async |_| StatusCode::INTERNAL_SERVER_ERROR);
        let (tell, told) = channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap().port()).unwrap();
                axum::serve(listener, Router::new().fallback_service(service)).await.unwrap();
            });
        });
        Self { folder, port: told.recv().unwrap() }
    }

    /// What a server is told so that it keeps its files here.
    pub fn said(&self) -> Vec<(&'static str, String)> {
        vec![
            ("GIAOBAN_FILES", format!("s3://{NAME}/{PREFIX}")),
            ("AWS_ACCESS_KEY_ID", KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET.to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ENDPOINT", format!("http://127.0.0.1:{}", self.port)),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
        ]
    }

    /// How many contents lie in it.
    pub fn contents(&self) -> usize {
        objects(&self.folder.join(NAME).join(PREFIX).join("contents"))
    }

    /// How many pieces of something on its way.
    pub fn pieces(&self) -> usize {
        objects(&self.folder.join(NAME).join(PREFIX).join("uploads"))
    }
}

impl Bucket {
    /// Waits until so many pieces have come.
    pub fn wait_for(&self, pieces: usize) {
        let begun = Instant::now();
        while self.pieces() < pieces {
            assert!(begun.elapsed() < PATIENCE, "no piece comes");
            thread::yield_now();
        }
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        if !thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

fn objects(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| if path.is_dir() { objects(&path) } else { 1 })
        .sum()
}

/// A PDF on its way by tus 1.0.0.
pub struct Paper {
    pub bytes: Vec<u8>,
}

impl Paper {
    pub fn of(length: usize) -> Self {
        let head = b"%PDF-1.7\n";
        let bytes = head.iter().copied().chain((head.len()..length).map(|at| (at * 7 % 251) as u8));
        Self { bytes: bytes.collect() }
    }

    /// The address of the upload.
    pub fn announced(&self, house: &House, cookie: &str, request: &str) -> String {
        let coded = |text: &str| base64::engine::general_purpose::STANDARD.encode(text);
        let told = [("filename", FILE), ("owner", "request"), ("id", request), ("no_secrets", "on")];
        let told = told.map(|(name, text)| format!("{name} {}", coded(text))).join(",");
        let length = self.bytes.len().to_string();
        let headers =
            [("Upload-Length", length.as_str()), ("Upload-Metadata", &told), ("Tus-Resumable", "1.0.0")];
        let begun = client(house, cookie).ask("POST", "/files/uploads", &headers, b"").unwrap();
        assert_eq!(begun.status, 201, "{}", begun.text());
        begun.header("location").to_owned()
    }

    /// Sends a part; the answer is how much has come in all.
    pub fn sent(&self, house: &House, cookie: &str, at: &str, from: usize, to: usize) -> usize {
        let offset = from.to_string();
        let part = &self.bytes[from..to];
        let answer = client(house, cookie).ask("PATCH", at, &piece(&offset), part).unwrap();
        assert_eq!(answer.status, 204, "{}", answer.text());
        offset_of(&answer)
    }

    /// Begins to send the rest, and holds on before its end. The line stands as long as the
    /// answer is kept.
    pub fn begun(&self, house: &House, cookie: &str, at: &str, from: usize) -> Client {
        let (offset, rest) = (from.to_string(), &self.bytes[from..]);
        let mut client = client(house, cookie);
        client.break_off("PATCH", at, &piece(&offset), rest, rest.len() * 3 / 4).unwrap();
        client
    }

    /// How much has come.
    pub fn asked(&self, house: &House, cookie: &str, at: &str) -> usize {
        let answer = client(house, cookie).ask("HEAD", at, &[], b"").unwrap();
        assert_eq!(answer.status, 200);
        offset_of(&answer)
    }

    /// The paper as the list of requests shows it.
    pub fn kept(&self, house: &House, cookie: &str) -> File {
        let files = requests(house, cookie).files;
        files.into_iter().find(|file| file.name == FILE).unwrap()
    }

    /// It is read as it was sent, whole and in part.
    pub fn is_read(&self, house: &House, cookie: &str, file: &File) {
        let at = format!("/files/{}", file.id);
        let whole = client(house, cookie).get(&at).unwrap();
        assert_eq!((whole.status, file.size), (200, self.bytes.len() as u64));
        assert!(whole.body == self.bytes, "other bytes came back");
        let part = client(house, cookie).ask("GET", &at, &[("Range", "bytes=6000000-6000099")], b"").unwrap();
        assert_eq!((part.status, part.body.as_slice()), (206, &self.bytes[6_000_000..6_000_100]));
    }

    /// Takes it out of its request.
    pub fn removed(&self, house: &House, cookie: &str, file: &File) {
        let answer =
            client(house, cookie).post("/api/file/remove", JSON, &json!({ "id": file.id }).to_string());
        let answer = answer.unwrap();
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
}

/// The first request of somebody's unit.
pub fn own_request(house: &House, cookie: &str) -> String {
    requests(house, cookie).requests.first().unwrap().id.to_string()
}

fn requests(house: &House, cookie: &str) -> OwnRequests {
    let answer = client(house, cookie).post("/api/request/own", JSON, "{}").unwrap();
    assert_eq!(answer.status, 200, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

fn client(house: &House, cookie: &str) -> Client {
    house.client(cookie).unwrap()
}

fn piece(offset: &str) -> [(&str, &str); 3] {
    [
        ("Content-Type", "application/offset+octet-stream"),
        ("Upload-Offset", offset),
        ("Tus-Resumable", "1.0.0"),
    ]
}

fn offset_of(answer: &Answer) -> usize {
    answer.header("upload-offset").parse().unwrap()
}
