//! Papers in files: sent, cut off, gone on with, refused with nothing left, kept in
//! versions, and found by nobody who may not see what they belong to.

mod refused;
mod sent;
mod versions;

use crate::request::{a_request, registered};
use crate::support::TestOffice;
use bytes::Bytes;
use domain::RequestId;
use domain::file::{File, Owner};
use futures_util::{Stream, StreamExt as _, stream};
use office::file::{self, Start};
use office::{Desk, request};
use std::path::Path;

/// A PDF of that length.
pub fn a_pdf(length: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.extend((0..length.saturating_sub(bytes.len())).map(|at| (at * 7 % 251) as u8));
    bytes
}

/// Bytes that arrive in small pieces, to the end.
pub fn whole(bytes: &[u8]) -> impl Stream<Item = Result<Bytes, ()>> + Send + 'static {
    let pieces: Vec<_> = bytes.chunks(16_384).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    stream::iter(pieces)
}

/// The same until the line is cut.
pub fn cut(bytes: &[u8]) -> impl Stream<Item = Result<Bytes, ()>> + Send + 'static {
    whole(bytes).chain(stream::iter([Err(())]))
}

/// What an officer announces.
pub fn a_start(owner: Owner, name: &str, size: usize) -> Start {
    Start {
        owner,
        name: name.into(),
        size: Some(size as u64),
        replaces: None,
        sha256: None,
        reason: String::new(),
        confirmed: true,
    }
}

/// A request of Finance, as something that papers belong to.
pub async fn an_owner(office: &TestOffice) -> (RequestId, Owner) {
    let asked = registered(&office.officer("STC").await, a_request(office)).await;
    (asked.id, Owner::Request(asked.id))
}

/// Sends all of a file in one go.
pub async fn sent(desk: &Desk, owner: Owner, name: &str, bytes: &[u8]) -> office::Result<File> {
    let begun = file::begin(desk, a_start(owner, name, bytes.len())).await?;
    let received = file::receive(desk, &begun.key, 0, whole(bytes)).await?;
    Ok(received.file.expect("all of it is there"))
}

/// The papers that an officer sees.
pub async fn papers(desk: &Desk) -> Vec<File> {
    request::own_requests(desk).await.expect("a list").files
}

/// All that a file holds.
pub async fn contents(desk: &Desk, file: &File) -> Vec<u8> {
    let opened = file::open(desk, file.id).await.expect("an open file");
    let pieces: Vec<_> = opened.read(0..opened.file.size).collect().await;
    pieces.into_iter().flat_map(|piece| piece.expect("a piece")).collect()
}

/// The names of everything that lies in the place of the files.
pub fn lying(office: &TestOffice) -> Vec<String> {
    fn all(folder: &Path, found: &mut Vec<String>) {
        for item in std::fs::read_dir(folder).expect("a folder") {
            let path = item.expect("an item").path();
            if path.is_dir() { all(&path, found) } else { found.push(path.display().to_string()) }
        }
    }
    let mut found = Vec::new();
    all(&office.files, &mut found);
    found
}
