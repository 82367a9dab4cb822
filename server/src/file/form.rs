//! A plain form with files (RFC 7578), for browsers without our program. Fields come
//! before the files; each file streams on as it arrives.

use app::fields::Fields;
use app::list::returning;
use app::refused::{Answer, Refused};
use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use domain::file::Owner;
use domain::{Problem, Refusal};
use futures_util::StreamExt as _;
use multer::{Field, Multipart};
use office::Desk;
use office::file::{Start, attach};
use std::time::Duration;

/// The longest text beside a file.
const TEXT: usize = 4096;
/// How many texts may stand beside files.
const TEXTS: usize = 20;
/// How long the rest of a refused form is listened to, so that its sender hears why.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether a body is a form with files.
pub(crate) fn is_file_form(headers: &HeaderMap) -> bool {
    kind(headers).is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// Takes the files of a form: its texts, and where to go on or why not.
pub(crate) async fn take(parts: &Parts, body: Body) -> (Fields, Answer<String>) {
    let mut fields = Fields::default();
    let Some(boundary) = kind(&parts.headers).and_then(|kind| multer::parse_boundary(kind).ok()) else {
        return (fields, Err(Refused(Refusal::NotFound)));
    };
    let mut form = Multipart::new(body.into_data_stream(), boundary);
    let taken = taken(parts, &mut form, &mut fields).await;
    if taken.is_err() {
        // A browser that is still sending reads no answer.
        let _ = tokio::time::timeout(PATIENCE, async { while let Ok(Some(_)) = form.next_field().await {} })
            .await;
    }
    let answer = taken.map(|()| returning(parts.uri.path(), &fields));
    (fields, answer)
}

async fn taken(parts: &Parts, form: &mut Multipart<'static>, fields: &mut Fields) -> Answer<()> {
    let desk = parts.extensions.get::<Desk>().ok_or(Refused(Refusal::SignInNeeded))?;
    let mut files = 0;
    while let Some(field) = form.next_field().await.map_err(|_| at_the_file(Problem::Damaged))? {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file) = field.file_name().map(str::to_owned) else {
            if fields.0.len() >= TEXTS {
                return Err(Refused(Refusal::NotFound));
            }
            fields.0.push((name, text(field).await?));
            continue;
        };
        // What was left empty is sent without a name.
        if file.is_empty() {
            continue;
        }
        let owner = fields.id("id").and_then(|row| Owner::of(fields.get("owner"), row));
        let start = Start {
            owner: owner.ok_or(Refused(Refusal::NotFound))?,
            name: file,
            size: None,
            replaces: fields.id("replaces").map(Into::into),
            sha256: None,
            reason: fields.text("version_reason"),
            confirmed: !fields.get("no_secrets").is_empty(),
        };
        attach(desk, start, field).await?;
        files += 1;
    }
    if files == 0 { Err(at_the_file(Problem::Required)) } else { Ok(()) }
}

async fn text(mut field: Field<'static>) -> Answer<String> {
    let mut bytes = Vec::new();
    while let Some(more) = field.next().await {
        let more = more.map_err(|_| at_the_file(Problem::Damaged))?;
        if bytes.len() + more.len() > TEXT {
            return Err(Refused(Refusal::NotFound));
        }
        bytes.extend_from_slice(&more);
    }
    String::from_utf8(bytes).map_err(|_| Refused(Refusal::NotFound))
}

fn at_the_file(problem: Problem) -> Refused {
    Refused(Refusal::field("file", problem))
}

fn kind(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}
