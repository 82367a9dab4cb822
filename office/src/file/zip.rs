//! Several files as one archive, written while it is read: nothing is held but the piece
//! that is on its way, however large the files are.

use super::Opened;
use crate::failure::{Failure, Result};
use async_zip::base::write::ZipFileWriter;
use async_zip::{Compression, ZipEntryBuilder};
use bytes::{Bytes, BytesMut};
use futures_util::io::AsyncWriteExt as _;
use futures_util::{Stream, TryStreamExt as _, stream};
use tokio::io::{AsyncReadExt as _, DuplexStream};

/// How much may wait between the writer and the reader.
const WAITS: usize = 256 * 1024;

/// An archive with these files under these names. Contents are stored as they are: most
/// are compressed already.
pub(crate) fn zipped(files: Vec<(String, Opened)>) -> impl Stream<Item = Result<Bytes>> + Send + use<> {
    let (to, from) = tokio::io::duplex(WAITS);
    let writing = tokio::spawn(write(files, to));
    stream::try_unfold((from, Some(writing)), |(mut from, mut writing)| async move {
        let mut piece = BytesMut::with_capacity(WAITS);
        let read = from.read_buf(&mut piece).await;
        if read.map_err(|e| Failure::Other(format!("an archive cannot be read: {e}")))? > 0 {
            return Ok(Some((piece.freeze(), (from, writing))));
        }
        // An archive that ends early must not look like a whole one.
        if let Some(writing) = writing.take() {
            writing.await.map_err(|e| Failure::Other(e.to_string()))??;
        }
        Ok(None)
    })
}

async fn write(files: Vec<(String, Opened)>, to: DuplexStream) -> Result<()> {
    let broken = |error: async_zip::error::ZipError| Failure::Other(format!("an archive stopped: {error}"));
    let mut archive = ZipFileWriter::with_tokio(to);
    for (name, opened) in files {
        let entry = ZipEntryBuilder::new(name.into(), Compression::Stored).unix_permissions(0o644);
        let mut out = archive.write_entry_stream(entry).await.map_err(broken)?;
        let mut bytes = std::pin::pin!(opened.read(0..opened.file.size));
        while let Some(piece) = bytes.try_next().await? {
            let written = out.write_all(&piece).await;
            written.map_err(|e| Failure::Other(format!("an archive stopped: {e}")))?;
        }
        out.close().await.map_err(broken)?;
    }
    archive.close().await.map_err(broken)?;
    Ok(())
}
