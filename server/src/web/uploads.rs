//! A large file in pieces, which can be taken up again after an interruption: begin, put pieces at their offsets, finish.
//!
//! A script asks; whatever the answer is, it has words in it that the script can show.

use std::time::Duration;

use axum::{
    Json,
    body::{Body, Bytes},
    extract::{Path as Named, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use http_body_util::{BodyExt as _, Limited};
use office::{
    OfficeResult, Problem, Refusal,
    forms::{CopyForm, FileKind, FileReceipt},
    views::Staff,
};
use records::{fault::Fault, store::uploads::Upload};
use serde::{Deserialize, Serialize};
use texts::ProblemWords as _;
use tokio::{
    fs::File,
    io::AsyncWriteExt as _,
    time::{Instant, timeout},
};

use super::{
    body::closing,
    error_page::ErrorPage,
    lang,
    multipart_form::{ArrivedFile, PATIENCE, plain_name, too_large},
    state::AppState,
};

/// Largest piece, in bytes.
const PIECE: u64 = 8 * 1024 * 1024;
/// Largest form that begins or ends an upload, in bytes.
const MOST_BEGIN: usize = 128 * 1024;
/// How long a piece may take, so that nobody holds one open for ever.
const LONGEST: Duration = Duration::from_mins(15);

/// What begins an upload in pieces.
#[derive(Debug, Deserialize)]
pub struct UploadForm {
    recording: String,
    kind: String,
    name: String,
    bytes: u64,
    /// The redaction list of a copy, which is looked at before the copy is sent and kept once that is here.
    #[serde(flatten)]
    list: CopyForm,
}

/// Where an upload stands.
#[derive(Debug, Serialize)]
struct UploadProgress {
    id: String,
    offset: u64,
    piece: u64,
}

/// What became of an upload.
#[derive(Debug, Serialize)]
struct UploadReceipt {
    /// Of what is kept.
    sha256: String,
    /// Of what was sent.
    sent_sha256: String,
    bytes: u64,
}

/// What is wrong, in words, for the script to show.
#[derive(Debug, Serialize)]
struct ErrorBody {
    wrong: String,
}

fn by(request: &Request) -> OfficeResult<Staff> {
    let visitor = request.extensions().get::<app::context::Visitor>();
    visitor.and_then(|visitor| visitor.staff.clone()).ok_or(Refusal::SignIn)
}

/// Answers a script: words for what it cannot mend itself.
fn refused(refusal: &Refusal, lang: office::Lang) -> Response {
    use texts::CommonWords as _;
    let status = StatusCode::from_u16(app::context::status_of(refusal)).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let wait = super::error_page::retry_after(refusal).map(|wait| (header::RETRY_AFTER, wait));
    let wrong = match refusal {
        Refusal::Invalid { errors } => errors
            .0
            .first()
            .map_or_else(String::new, |(_, problem)| lang.problem(problem)),
        other => lang.refusal_happened(other),
    };
    let mut response = (status, Json(ErrorBody { wrong })).into_response();
    response.headers_mut().extend(wait);
    response
}

/// An error as a script wants it.
pub fn error_json(error: &ErrorPage, lang: office::Lang) -> Response {
    match error {
        ErrorPage::Refused(refusal) => refused(refusal, lang),
        other => {
            let wrong = other.words(lang).1;
            (other.status(), Json(ErrorBody { wrong })).into_response()
        }
    }
}

/// What came so far stays; the rest of what is sent is not read.
fn cut_off(error: &ErrorPage, lang: office::Lang) -> Response {
    closing(error_json(error, lang))
}

fn standing(upload: &Upload, offset: u64) -> Json<UploadProgress> {
    Json(UploadProgress {
        id: upload.id.clone(),
        offset,
        piece: PIECE,
    })
}

/// `POST /staff/uploads`: begins one.
pub async fn begin(State(state): State<AppState>, request: Request) -> Response {
    let (by, lang) = (by(&request), lang::asked(request.extensions()));
    let by = match by {
        Ok(by) if by.role.works() => by,
        Ok(_) => return refused(&Refusal::NotYours, lang),
        Err(refusal) => return refused(&refusal, lang),
    };
    let body = match small(request.into_body()).await {
        Ok(body) => body,
        Err(error) => return cut_off(&error, lang),
    };
    let Ok(begin) = serde_html_form::from_bytes::<UploadForm>(&body) else {
        return error_json(&ErrorPage::Malformed, lang);
    };
    match begin_upload(&state, &by, begin).await {
        Ok(upload) => (StatusCode::CREATED, standing(&upload, 0)).into_response(),
        Err(refusal) => refused(&refusal, lang),
    }
}

/// The whole of a small form.
async fn small(body: Body) -> Result<Bytes, ErrorPage> {
    match timeout(PATIENCE, Limited::new(body, MOST_BEGIN).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(_)) => Err(ErrorPage::TooLarge),
        Err(_) => Err(ErrorPage::TooSlow),
    }
}

async fn begin_upload(state: &AppState, by: &Staff, begin: UploadForm) -> OfficeResult<Upload> {
    let kind = FileKind::parse(&begin.kind).ok_or_else(|| Refusal::field("kind", Problem::UnknownChoice))?;
    let most = state.site_info.upload_limit;
    if kind == FileKind::Copy {
        begin.list.redactions()?;
    }
    if begin.bytes > most {
        return Err(Refusal::field("file", too_large(most)));
    }
    // A copy is made anew beside what was sent.
    let copies = if kind == FileKind::Copy { 2 } else { 1 };
    state.records.room_for(begin.bytes.saturating_mul(copies)).await?;
    let name = plain_name(&begin.name);
    let records = &state.records;
    records
        .begin_upload(&by.custodian()?, &begin.recording, kind, name, begin.bytes)
        .await
}

/// `GET /staff/uploads/{id}`: how much of it is here.
pub async fn status(State(state): State<AppState>, Named(id): Named<String>, request: Request) -> Response {
    let (by, lang) = (by(&request), lang::asked(request.extensions()));
    let found = async {
        let upload = state.records.upload(&by?, &id).await?;
        let here = received_bytes(&state, &upload).await?;
        Ok((upload, here))
    };
    match found.await {
        Ok((upload, here)) => standing(&upload, here).into_response(),
        Err(refusal) => refused(&refusal, lang),
    }
}

/// How much of an upload is here; of one that is kept, all.
async fn received_bytes(state: &AppState, upload: &Upload) -> OfficeResult<u64> {
    if upload.kept.is_some() {
        return Ok(upload.bytes);
    }
    state.records.gathered(upload).await
}

/// Where a piece belongs.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct OffsetQuery {
    offset: Option<u64>,
}

/// `PUT /staff/uploads/{id}?offset=N`: the next piece. One that does not begin where the last one ended is answered with
/// 409 and the offset that is wanted. A piece that is cut off counts as far as it came.
pub async fn put(State(state): State<AppState>, Named(id): Named<String>, request: Request) -> Response {
    let (by, lang) = (by(&request), lang::asked(request.extensions()));
    let query = request.uri().query().unwrap_or_default();
    let at: OffsetQuery = serde_html_form::from_str(query).unwrap_or_default();
    let known = async {
        let upload = state.records.upload(&by?, &id).await?;
        let here = received_bytes(&state, &upload).await?;
        Ok((upload, here))
    };
    let (upload, here) = match known.await {
        Ok(known) => known,
        Err(refusal) => return heard_out(request.into_body(), refused(&refusal, lang)).await,
    };
    if at.offset != Some(here) {
        let elsewhere = (StatusCode::CONFLICT, standing(&upload, here)).into_response();
        return heard_out(request.into_body(), elsewhere).await;
    }
    let most = (upload.bytes - here.min(upload.bytes)).min(PIECE);
    // Whoever is cut off takes this request with them, but not what came before.
    let done = tokio::spawn(async move { piece(&state, &upload, here, request.into_body(), most, lang).await });
    done.await
        .unwrap_or_else(|stopped| refused(&Fault::from(stopped).into(), lang))
}

/// An answer to a piece that is not wanted: many a sender listens only once all of it is sent.
async fn heard_out(mut body: Body, answer: Response) -> Response {
    let (begun, mut bytes) = (Instant::now(), 0);
    loop {
        match timeout(PATIENCE, body.frame()).await {
            Ok(None) => return answer,
            Ok(Some(Ok(frame))) => bytes += frame.data_ref().map_or(0, |data| data.len() as u64),
            Ok(Some(Err(_))) | Err(_) => return closing(answer),
        }
        if bytes > PIECE || begun.elapsed() > PATIENCE {
            return closing(answer);
        }
    }
}

/// How a piece ended.
enum PieceOutcome {
    Whole,
    CutOff(ErrorPage),
}

async fn piece(state: &AppState, upload: &Upload, offset: u64, body: Body, most: u64, lang: office::Lang) -> Response {
    let came = async {
        state.records.room_for(most).await?;
        let (file, at) = state.records.arrival().await?;
        let name = upload.id.clone();
        let (arriving, mut file) = (ArrivedFile::at(name, at), File::from_std(file));
        let ended = arrive(&mut file, body, most).await.map_err(Fault::from)?;
        if matches!(ended, PieceOutcome::CutOff(ErrorPage::TooLarge)) {
            return Ok((ended, None));
        }
        let gathered = state.records.gather(upload, arriving.at.clone(), offset).await?;
        Ok((ended, Some(gathered)))
    };
    match came.await {
        Ok((PieceOutcome::CutOff(error), _)) => cut_off(&error, lang),
        Ok((PieceOutcome::Whole, Some(gathered))) if gathered.taken => standing(upload, gathered.bytes).into_response(),
        Ok((PieceOutcome::Whole, gathered)) => {
            let here = gathered.map_or(offset, |gathered| gathered.bytes);
            (StatusCode::CONFLICT, standing(upload, here)).into_response()
        }
        Err(refusal) => closing(refused(&refusal, lang)),
    }
}

/// Writes a piece down as it comes.
async fn arrive(file: &mut File, mut body: Body, most: u64) -> std::io::Result<PieceOutcome> {
    let (begun, mut bytes) = (Instant::now(), 0);
    let ended = loop {
        let frame = match timeout(PATIENCE, body.frame()).await {
            Err(_) => break PieceOutcome::CutOff(ErrorPage::TooSlow),
            Ok(None) => break PieceOutcome::Whole,
            Ok(Some(Err(_))) => break PieceOutcome::CutOff(ErrorPage::Malformed),
            Ok(Some(Ok(frame))) => frame.into_data().unwrap_or_default(),
        };
        bytes += frame.len() as u64;
        if bytes > most {
            break PieceOutcome::CutOff(ErrorPage::TooLarge);
        }
        if begun.elapsed() > LONGEST {
            break PieceOutcome::CutOff(ErrorPage::TooSlow);
        }
        file.write_all(&frame).await?;
    };
    file.flush().await?;
    Ok(ended)
}

/// `POST /staff/uploads/{id}/finish`: all of it is here; it is looked at and kept. Asked again after an answer that was
/// lost, it answers the same.
pub async fn finish(State(state): State<AppState>, Named(id): Named<String>, request: Request) -> Response {
    let (by, lang) = (by(&request), lang::asked(request.extensions()));
    let body = match small(request.into_body()).await {
        Ok(body) => body,
        Err(error) => return cut_off(&error, lang),
    };
    // A list that cannot be read is not none: the copy would be kept without it.
    let Ok(list) = serde_html_form::from_bytes::<CopyForm>(&body) else {
        return error_json(&ErrorPage::Malformed, lang);
    };
    let finished = async {
        let by = by?.custodian()?;
        state.records.clock_is_right().await?;
        state.records.finish_upload(&by, &id, list.redactions()?).await
    };
    match finished.await {
        Ok(FileReceipt {
            sha256, sent, bytes, ..
        }) => Json(UploadReceipt {
            sha256: sha256.to_string(),
            sent_sha256: sent.to_string(),
            bytes,
        })
        .into_response(),
        Err(refusal) => refused(&refusal, lang),
    }
}
