//! Files on their way in: streamed to disk, never held in memory.
//!
//! A browser without script sends one multipart form. With script, a file comes in pieces that can be
//! taken up again after an interruption: begin, put pieces at their offsets, finish.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use axum::{
    Json,
    body::Body,
    extract::{FromRequest, Multipart, Path as Named, Query, Request, State, multipart::Field},
    http::{Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use http_body_util::BodyExt as _;
use office::{Answer, Problem, Refusal, forms::FileKind, views::Staff};
use records::secret;
use serde::{Deserialize, Serialize};
use texts::ProblemWords as _;
use tokio::{fs::File, io::AsyncWriteExt as _};

use super::{
    counter::Counter,
    notice::Notice,
    page::Page,
    posted::{self, Form},
};

/// Largest file, in bytes: 2 GiB.
pub const MOST: u64 = 2 * 1024 * 1024 * 1024;
/// Largest piece, in bytes.
const PIECE: u64 = 8 * 1024 * 1024;
/// Largest paper that comes with an objection, in bytes.
const MOST_PAPER: u64 = 20 * 1024 * 1024;
/// How long the next bytes may take to come.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whether a request brings a file, which takes as long as it takes.
pub fn is_upload(request: &Request) -> bool {
    let path = request.uri().path();
    let brings = matches!(*request.method(), Method::POST | Method::PUT);
    brings && (path.starts_with("/staff/uploads") || path.ends_with("/files") || path == "/notice/objection")
}

/// A file that has arrived and waits to be looked at. It is gone with this value, unless it was kept.
#[derive(Debug)]
pub struct Arriving {
    /// As it was called.
    pub name: String,
    /// Where it waits.
    pub at: PathBuf,
}

impl Drop for Arriving {
    fn drop(&mut self) {
        // What was kept is no longer there.
        let _ = std::fs::remove_file(&self.at);
    }
}

/// A form that may carry files, and the page on which it stands.
pub struct Sent<F> {
    /// What was typed.
    pub form: F,
    /// The files, in order.
    pub files: Vec<Arriving>,
    /// What was wrong with a file on its way.
    pub broken: Option<Refusal>,
    /// The page.
    pub page: Page,
}

impl<F: Form> FromRequest<Counter> for Sent<F> {
    type Rejection = Response;

    async fn from_request(request: Request, counter: &Counter) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let multipart = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
        if !multipart {
            let posted::Posted { form, page } = posted::Posted::from_request(request, counter).await?;
            return Ok(Self {
                form,
                files: Vec::new(),
                broken: None,
                page,
            });
        }
        let (parts, body) = request.into_parts();
        let page = Page::new(counter.clone(), parts.clone());
        let again = Request::from_parts(parts, body);
        let multipart = Multipart::from_request(again, counter)
            .await
            .map_err(|_| Notice::Malformed.into_response())?;
        let (pairs, files, broken) = read(counter, multipart).await.map_err(Notice::into_response)?;
        let text = serde_html_form::to_string(&pairs).unwrap_or_default();
        let form: F = serde_html_form::from_str(&text).map_err(|_| Notice::Malformed.into_response())?;
        match counter.limits.count(F::CLASS, page.client()) {
            Ok(()) => Ok(Self {
                form,
                files,
                broken,
                page,
            }),
            Err(refusal) => Err(page.again::<F>(form, refusal).await),
        }
    }
}

type Read = (Vec<(String, String)>, Vec<Arriving>, Option<Refusal>);

/// Text fields as pairs, files to the disk. A file that breaks is told at its field; the rest of the form is read all the
/// same where that is possible.
async fn read(counter: &Counter, mut multipart: Multipart) -> Result<Read, Notice> {
    let (mut pairs, mut files, mut broken) = (Vec::new(), Vec::new(), None);
    let mut text = 0;
    loop {
        let next = tokio::time::timeout(PATIENCE, multipart.next_field()).await;
        let Some(field) = next.map_err(|_| Notice::TooSlow)?.map_err(|_| Notice::Malformed)? else {
            return Ok((pairs, files, broken));
        };
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file) = field.file_name().map(plain_name) else {
            let value = field.text().await.map_err(|_| Notice::NotText)?;
            text += value.len();
            if text > 256 * 1024 {
                return Err(Notice::TooLarge);
            }
            pairs.push((name, value));
            continue;
        };
        let most = if name == "papers" { MOST_PAPER } else { MOST };
        match arrive(counter, field, file, most).await {
            Ok(Some(arrived)) => files.push(arrived),
            Ok(None) => {}
            Err(Broken::Notice(notice)) => return Err(notice),
            Err(Broken::Refused(refusal)) => broken = Some(named(refusal, &name)),
        }
    }
}

/// A refusal of a file, told at the field it came from.
fn named(refusal: Refusal, field: &str) -> Refusal {
    match refusal {
        Refusal::Invalid { errors } => {
            let problem = errors
                .0
                .into_iter()
                .next()
                .map_or(Problem::Missing, |(_, problem)| problem);
            Refusal::field(field, problem)
        }
        other => other,
    }
}

enum Broken {
    Notice(Notice),
    Refused(Refusal),
}

impl From<std::io::Error> for Broken {
    fn from(error: std::io::Error) -> Self {
        Self::Refused(records::fault::Fault::from(error).into())
    }
}

/// A file's name without folders and without what could hide in it, at most 120 characters.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    plain.take(120).collect()
}

/// Streams a file to the disk; nothing where no file was chosen.
async fn arrive(counter: &Counter, mut field: Field<'_>, name: String, most: u64) -> Result<Option<Arriving>, Broken> {
    let folder = counter.office.incoming();
    tokio::fs::create_dir_all(&folder).await?;
    let arriving = Arriving {
        at: folder.join(secret::key()),
        name,
    };
    let mut file = File::create(&arriving.at).await?;
    let mut bytes = 0_u64;
    loop {
        let piece = tokio::time::timeout(PATIENCE, field.chunk()).await;
        let piece = piece.map_err(|_| Broken::Notice(Notice::TooSlow))?;
        let Some(piece) = piece.map_err(|_| Broken::Notice(Notice::Malformed))? else {
            break;
        };
        bytes += piece.len() as u64;
        if bytes <= most {
            file.write_all(&piece).await?;
        }
    }
    file.flush().await?;
    if bytes > most {
        return Err(Broken::Refused(Refusal::field("file", too_large(most))));
    }
    if bytes == 0 && arriving.name.is_empty() {
        return Ok(None);
    }
    Ok(Some(arriving))
}

fn too_large(most: u64) -> Problem {
    let mib = most / 1024 / 1024;
    Problem::Told {
        en: format!("This file is larger than {mib} MiB."),
        es: format!("Este archivo tiene más de {mib} MiB."),
    }
}

/// What begins an upload in pieces.
#[derive(Debug, Deserialize)]
pub struct Begin {
    recording: String,
    kind: String,
    name: String,
    bytes: u64,
}

/// Where an upload stands.
#[derive(Debug, Serialize)]
struct Standing {
    id: String,
    offset: u64,
    piece: u64,
}

/// What became of an upload.
#[derive(Debug, Serialize)]
struct Kept {
    sha256: String,
    bytes: u64,
}

/// What is wrong, in words, for the script to show.
#[derive(Debug, Serialize)]
struct Wrong {
    wrong: String,
}

fn by(request: &Request) -> Answer<Staff> {
    let visitor = request.extensions().get::<app::front::Visitor>();
    visitor.and_then(|visitor| visitor.staff.clone()).ok_or(Refusal::SignIn)
}

fn lang(request: &Request) -> office::Lang {
    request.extensions().get().copied().unwrap_or_default()
}

/// Answers a script: words for what it cannot mend itself.
fn refused(refusal: &Refusal, lang: office::Lang) -> Response {
    use texts::CommonWords as _;
    let status = StatusCode::from_u16(app::front::status_of(refusal)).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = match refusal {
        Refusal::Invalid { errors } => errors
            .0
            .first()
            .map_or_else(String::new, |(_, problem)| lang.problem(problem)),
        other => lang.refusal_happened(other),
    };
    (status, Json(Wrong { wrong })).into_response()
}

fn standing(upload: &records::store::uploads::Upload, offset: u64) -> Json<Standing> {
    Json(Standing {
        id: upload.id.clone(),
        offset,
        piece: PIECE,
    })
}

/// `POST /staff/uploads`: begins one.
pub async fn begin(State(counter): State<Counter>, request: Request) -> Response {
    let (by, lang) = (by(&request), lang(&request));
    let begun = async {
        let by = by?;
        let body = request.into_body().collect().await.map_err(|_| Refusal::NotFound)?;
        let begin: Begin = serde_html_form::from_bytes(&body.to_bytes()).map_err(|_| Refusal::NotFound)?;
        let kind = FileKind::parse(&begin.kind).ok_or_else(|| Refusal::field("kind", Problem::UnknownChoice))?;
        if begin.bytes > MOST {
            return Err(Refusal::field("file", too_large(MOST)));
        }
        let name = plain_name(&begin.name);
        counter
            .records
            .begin_upload(&by, &begin.recording, kind, name, begin.bytes)
            .await
    };
    match begun.await {
        Ok(upload) => (StatusCode::CREATED, standing(&upload, 0)).into_response(),
        Err(refusal) => refused(&refusal, lang),
    }
}

/// `GET /staff/uploads/{id}`: how much of it is here.
pub async fn look(State(counter): State<Counter>, Named(id): Named<String>, request: Request) -> Response {
    let (by, lang) = (by(&request), lang(&request));
    let found = async {
        let upload = counter.records.upload(&by?, &id).await?;
        let here = size(&place(&counter, &id)).await;
        Ok((upload, here))
    };
    match found.await {
        Ok((upload, here)) => standing(&upload, here).into_response(),
        Err(refusal) => refused(&refusal, lang),
    }
}

/// Where a piece belongs.
#[derive(Debug, Deserialize)]
pub struct At {
    offset: u64,
}

/// `PUT /staff/uploads/{id}?offset=N`: the next piece. One that does not begin where the last one ended is answered with
/// 409 and the offset that is wanted.
pub async fn put(
    State(counter): State<Counter>,
    Named(id): Named<String>,
    Query(at): Query<At>,
    request: Request,
) -> Response {
    let (by, lang) = (by(&request), lang(&request));
    let place = place(&counter, &id);
    let known = async { counter.records.upload(&by?, &id).await };
    let upload = match known.await {
        Ok(upload) => upload,
        Err(refusal) => return refused(&refusal, lang),
    };
    if size(&place).await != at.offset {
        return (StatusCode::CONFLICT, standing(&upload, size(&place).await)).into_response();
    }
    let room = (upload.bytes - at.offset.min(upload.bytes)).min(PIECE);
    match append(&place, request.into_body(), room).await {
        Ok(()) => standing(&upload, size(&place).await).into_response(),
        Err(Broken::Notice(notice)) => notice.into_response(),
        Err(Broken::Refused(refusal)) => refused(&refusal, lang),
    }
}

/// `POST /staff/uploads/{id}/finish`: all of it is here; it is looked at and kept.
pub async fn finish(State(counter): State<Counter>, Named(id): Named<String>, request: Request) -> Response {
    let (by, lang) = (by(&request), lang(&request));
    let place = place(&counter, &id);
    let finished = async {
        let by = by?;
        let upload = counter.records.upload(&by, &id).await?;
        if size(&place).await != upload.bytes {
            return Err(Refusal::Stale);
        }
        let arriving = Arriving {
            at: place.clone(),
            name: upload.name.clone(),
        };
        let kept = counter
            .office
            .keep_file(&by, &upload.recording, upload.kind, arriving.at.clone(), upload.name)
            .await?;
        counter.records.end_upload(&by, &id).await?;
        Ok(kept)
    };
    match finished.await {
        Ok(kept) => Json(Kept {
            sha256: kept.sha256.to_string(),
            bytes: kept.bytes,
        })
        .into_response(),
        Err(refusal) => refused(&refusal, lang),
    }
}

/// Where the pieces of an upload are gathered. The id is looked up before anything is written there.
fn place(counter: &Counter, id: &str) -> PathBuf {
    let plain: String = id.chars().filter(char::is_ascii_alphanumeric).take(64).collect();
    counter.office.incoming().join(format!("{plain}.part"))
}

async fn size(place: &Path) -> u64 {
    tokio::fs::metadata(place).await.map_or(0, |data| data.len())
}

async fn append(place: &Path, mut body: Body, room: u64) -> Result<(), Broken> {
    if let Some(folder) = place.parent() {
        tokio::fs::create_dir_all(folder).await?;
    }
    let mut file = File::options().create(true).append(true).open(place).await?;
    let mut left = room;
    loop {
        let frame = tokio::time::timeout(PATIENCE, body.frame()).await;
        let Some(frame) = frame.map_err(|_| Broken::Notice(Notice::TooSlow))? else {
            break;
        };
        let frame = frame.map_err(|_| Broken::Notice(Notice::Malformed));
        let data = match frame {
            Ok(frame) => frame.into_data().unwrap_or_default(),
            Err(broken) => {
                // What came before the interruption stays, and is taken up from there.
                file.sync_all().await?;
                return Err(broken);
            }
        };
        if data.len() as u64 > left {
            return Err(Broken::Notice(Notice::TooLarge));
        }
        left -= data.len() as u64;
        file.write_all(&data).await?;
    }
    file.sync_all().await?;
    Ok(())
}
