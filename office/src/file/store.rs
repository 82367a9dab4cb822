//! Where contents lie: a folder, or a bucket of an object store. Pieces that arrive are
//! objects of their own; when all are there they are joined into one, which is never
//! changed again.
//!
//! Every name is a random key: what people call a file reaches no path.

use crate::failure::{Failure, Result};
use bytes::Bytes;
use domain::file::{DIRECTORY_END, Directory, Found, HEAD, Kind, TextCheck, directory, names};
use futures_util::{Stream, TryStreamExt as _, stream};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt as _, PutPayload, WriteMultipart};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

/// What is written to the store at once; S3 takes no smaller pieces.
const CHUNK: usize = 5 * 1024 * 1024;
/// How much is read for somebody at once.
const READ: u64 = 1024 * 1024;

/// The place of all contents.
#[derive(Clone, Debug)]
pub(crate) struct Files {
    /// Pieces may be lost with the power: then they are sent again.
    pieces: Arc<dyn ObjectStore>,
    /// What was kept is on the disk.
    contents: Arc<dyn ObjectStore>,
}

/// Contents that were joined, and what was seen of them.
pub(super) struct Joined {
    pub(super) size: u64,
    pub(super) sha256: String,
    pub(super) found: Found,
}

impl Files {
    /// Opens the place that a URL names; a folder is made.
    pub(crate) fn at(url: &str) -> Result<Self> {
        match url.split_once("://") {
            Some(("file", folder)) if !folder.is_empty() => Self::in_folder(folder),
            Some(("s3", rest)) if !rest.is_empty() => {
                // Whoever was first has chosen already.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
                let bucket = AmazonS3Builder::from_env().with_bucket_name(bucket).build()?;
                let store: Arc<dyn ObjectStore> = Arc::new(PrefixStore::new(bucket, prefix));
                Ok(Self { pieces: Arc::clone(&store), contents: store })
            }
            _ => Err(Failure::Other("GIAOBAN_FILES must begin with file:// or s3://".into())),
        }
    }

    fn in_folder(folder: &str) -> Result<Self> {
        let unusable = |error| Failure::Other(format!("{folder} cannot keep files: {error}"));
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(unusable)?;
        let open = || Ok(LocalFileSystem::new_with_prefix(folder)?.with_automatic_cleanup(true));
        let (pieces, contents): (Result<_>, Result<_>) = (open(), open());
        Ok(Self { pieces: Arc::new(pieces?), contents: Arc::new(contents?.with_fsync(true)) })
    }

    /// Keeps a piece of something that is on its way.
    pub(super) async fn put(&self, key: &str, piece: &str, bytes: Vec<Bytes>) -> Result<()> {
        self.pieces.put(&piece_of(key, piece), PutPayload::from_iter(bytes)).await?;
        Ok(())
    }

    /// Takes a piece away again.
    pub(super) async fn drop_piece(&self, key: &str, piece: &str) -> Result<()> {
        gone(self.pieces.delete(&piece_of(key, piece)).await)
    }

    /// Takes all pieces of something away, also those that nobody counted.
    pub(super) async fn drop_pieces(&self, key: &str) -> Result<()> {
        let found = self.pieces.list(Some(&Path::from_iter(["uploads", key])));
        let found: Vec<_> = found.map_ok(|object| object.location).try_collect().await?;
        for location in found {
            gone(self.pieces.delete(&location).await)?;
        }
        Ok(())
    }

    /// Joins pieces into contents, and looks at them on the way.
    pub(super) async fn join(&self, key: &str, pieces: &[String]) -> Result<Joined> {
        let to = content_of(key);
        let upload = self.contents.put_multipart(&to).await?;
        let mut out = WriteMultipart::new_with_chunk_size(upload, CHUNK);
        let mut seen = Seen::default();
        for piece in pieces {
            let bytes = async {
                let bytes = self.pieces.get(&piece_of(key, piece)).await?.bytes().await?;
                out.wait_for_capacity(1).await?;
                Ok::<_, object_store::Error>(bytes)
            };
            match bytes.await {
                Ok(bytes) => {
                    seen.see(&bytes);
                    out.put(bytes);
                }
                Err(error) => {
                    out.abort().await?;
                    return Err(error.into());
                }
            }
        }
        out.finish().await?;
        self.looked_at(&to, seen).await
    }

    async fn looked_at(&self, at: &Path, seen: Seen) -> Result<Joined> {
        let Seen { head, text, sum, size } = seen;
        let found = if head.starts_with(b"PK\x03\x04") {
            let tail = size.saturating_sub(DIRECTORY_END as u64)..size;
            let tail = self.contents.get_range(at, tail).await?;
            let listed = match directory(&tail, size) {
                Some(Directory { from, to }) => names(&self.contents.get_range(at, from..to).await?),
                None => None,
            };
            listed.map_or(Found::Other, |names| Found::archive(&head, names))
        } else if let Some(kind) = signed(&head) {
            Found::Signed(kind)
        } else if text.is_text() {
            Found::Text
        } else {
            Found::Other
        };
        let mut sha256 = String::with_capacity(64);
        for byte in sum.finalize() {
            let _ = write!(sha256, "{byte:02x}");
        }
        Ok(Joined { size, sha256, found })
    }

    /// Takes contents away.
    pub(super) async fn drop_content(&self, key: &str) -> Result<()> {
        gone(self.contents.delete(&content_of(key)).await)
    }

    /// Contents, or some of them, a little at a time.
    pub(super) fn read(
        &self,
        key: &str,
        range: Range<u64>,
    ) -> impl Stream<Item = Result<Bytes>> + Send + use<> {
        let (store, at) = (Arc::clone(&self.contents), content_of(key));
        stream::try_unfold(range, move |left| {
            let (store, at) = (Arc::clone(&store), at.clone());
            async move {
                if left.is_empty() {
                    return Ok(None);
                }
                let to = left.end.min(left.start.saturating_add(READ));
                let bytes = store.get_range(&at, left.start..to).await?;
                Ok(Some((bytes, to..left.end)))
            }
        })
    }

    /// Whether the place can be written to.
    pub(crate) async fn look(&self) -> Result<()> {
        let at = Path::from_iter(["uploads", "look"]);
        self.pieces.put(&at, PutPayload::from_static(b"ok")).await?;
        gone(self.pieces.delete(&at).await)
    }
}

fn piece_of(key: &str, piece: &str) -> Path {
    Path::from_iter(["uploads", key, piece])
}

/// Contents lie in 256 folders, so that none grows too long to be looked through.
fn content_of(key: &str) -> Path {
    Path::from_iter(["contents", key.get(..2).unwrap_or_default(), key])
}

/// Nothing is left to take away where nothing is.
fn gone(result: object_store::Result<()>) -> Result<()> {
    match result {
        Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// What passes by while pieces are joined.
#[derive(Default)]
struct Seen {
    head: Vec<u8>,
    text: TextCheck,
    sum: Sha256,
    size: u64,
}

impl Seen {
    fn see(&mut self, bytes: &Bytes) {
        let open = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(&bytes[..open]);
        self.text.see(bytes);
        self.sum.update(bytes);
        self.size += bytes.len() as u64;
    }
}

fn signed(head: &[u8]) -> Option<Kind> {
    let found = infer::get(head)?;
    [Kind::Pdf, Kind::Png, Kind::Jpeg, Kind::Webp]
        .into_iter()
        .find(|kind| kind.media_type() == found.mime_type())
}
