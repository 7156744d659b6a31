//! Released files, by ranges (RFC 9110, 14), and the files that staff look at before.

use std::path::{Path, PathBuf};

use axum::{
    extract::{Path as Named, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use law::{profile::PaperKind, redaction::Sha256};
use office::{
    Refusal, TrackingNumber,
    desk::{ReleasedFile, Requester},
};
use records::secret;
use tower::ServiceExt as _;
use tower_http::services::ServeFile;

use super::{error_page::ErrorPage, headers::Sandboxed, lang, state::AppState};

/// Which file a name asks for.
fn which(name: &str) -> Option<(ReleasedFile, &'static str)> {
    Some(match name {
        "video.mp4" => (ReleasedFile::Video, "video/mp4"),
        "captions.vtt" => (ReleasedFile::Captions, "text/vtt; charset=utf-8"),
        "transcript.txt" => (ReleasedFile::Transcript, "text/plain; charset=utf-8"),
        _ => return None,
    })
}

/// `/library/{id}/{file}`: of the public library. One whose links have stopped leads to its page, which says so.
pub async fn library(
    State(state): State<AppState>,
    Named((id, name)): Named<(String, String)>,
    request: Request,
) -> Response {
    let Some((file, kind)) = which(&name) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    let office = &state.office;
    match office.library_file(&id, file).await {
        Ok(Some(path)) => {
            let asked = RangeRequest::of(&request);
            serve(
                path,
                kind,
                &format!("daylight-{id}"),
                asked,
                request,
                "public, no-cache",
            )
            .await
        }
        Ok(None) => match office.released(&id).await {
            Ok(Some(_)) => {
                let lang = lang::asked(request.extensions());
                Redirect::to(&lang.path(&format!("/library/{id}"))).into_response()
            }
            Ok(None) => ErrorPage::Refused(Refusal::NotFound).into_response(),
            Err(refusal) => ErrorPage::Refused(refusal).into_response(),
        },
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

/// Whoever opened the request with this number by its code.
fn requester_of(request: &Request, number: &str) -> Option<Requester> {
    let visitor = request.extensions().get::<app::context::Visitor>();
    let requester = visitor.and_then(|visitor| visitor.requester.clone());
    let known = TrackingNumber::parse(number).ok();
    requester.filter(|by| Some(&by.number) == known.as_ref())
}

/// `/requests/{number}/private/files/{id}/{file}`: what was delivered to a requester.
pub async fn delivered(
    State(state): State<AppState>,
    Named((number, id, name)): Named<(String, String, String)>,
    request: Request,
) -> Response {
    let (Some((file, kind)), Some(requester)) = (which(&name), requester_of(&request, &number)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    if let Err(refusal) = state.records.clock_is_right().await {
        // Whoever filed reads words of their own: they run no server.
        let refusal = match refusal {
            Refusal::ClockWrong => Refusal::VideoWaits,
            other => other,
        };
        return ErrorPage::Refused(refusal).into_response();
    }
    match state.office.delivered_file(&requester, &id, file).await {
        Ok(Some(path)) => {
            let asked = RangeRequest::of(&request);
            serve(
                path,
                kind,
                requester.number.as_str(),
                asked,
                request,
                "private, no-cache",
            )
            .await
        }
        Ok(None) => {
            let lang = lang::asked(request.extensions());
            Redirect::to(&lang.path(&format!("/requests/{}/private", requester.number))).into_response()
        }
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

/// `/requests/{number}/private/papers/{id}`: what a requester sent, or was sent. Another's is answered as one that is not there.
pub async fn private_paper(
    State(state): State<AppState>,
    Named((number, id)): Named<(String, String)>,
    request: Request,
) -> Response {
    let Some(requester) = requester_of(&request, &number) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    match state.office.private_paper(&requester, &id).await {
        Ok(Some(paper)) => {
            let kind = paper.kind.media_type();
            let served = serve(paper.path, kind, "paper", RangeRequest::ToKeep, request, "no-store").await;
            sandboxed(named(served, &paper.name))
        }
        Ok(None) => ErrorPage::Refused(Refusal::NotFound).into_response(),
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

/// A paper as it is handed over: nothing in it can run, whoever opens it.
fn sandboxed(mut response: Response) -> Response {
    // What says that it is not there is a page of ours.
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.extensions_mut().insert(Sandboxed);
    }
    response
}

/// The same file, to be kept under this name (RFC 6266).
fn named(mut response: Response, name: &str) -> Response {
    if response.status().is_success() {
        let plain: String = name
            .chars()
            .map(|c| match c {
                '"' | '\\' | '%' => '_',
                c if c.is_ascii_graphic() || c == ' ' => c,
                _ => '_',
            })
            .collect();
        let exact = percent_encoding::utf8_percent_encode(name, ATTRIBUTE);
        if let Ok(value) = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}").parse() {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
        }
    }
    response
}

/// What is written as it is in a name (RFC 8187, 3.2.1).
const ATTRIBUTE: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// `/staff/files/{sha256}`: what a second person looks at before it is approved, and papers. A paper may come from
/// anybody, so it is only ever handed over to be kept, never shown in its place.
pub async fn stored_file(State(state): State<AppState>, Named(sha256): Named<String>, request: Request) -> Response {
    let visitor = request.extensions().get::<app::context::Visitor>();
    let by = visitor.and_then(|visitor| visitor.staff.clone());
    let (Some(by), Ok(sha256)) = (by, Sha256::parse(&sha256)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    match state.records.file_held(&by, &sha256).await {
        Ok(Some((path, held))) => {
            let asked = if held.is_paper() {
                RangeRequest::ToKeep
            } else {
                RangeRequest::of(&request)
            };
            let kind = held.media_type();
            let keep = if held.is_paper() {
                "no-store"
            } else {
                "private, no-cache"
            };
            let served = serve(path, kind, sha256.as_str(), asked, request, keep).await;
            if held.is_paper() { sandboxed(served) } else { served }
        }
        Ok(None) => ErrorPage::Refused(Refusal::NotFound).into_response(),
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

/// What a file is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RangeRequest {
    /// To be seen or heard in its place.
    ToSee,
    /// To be kept under a name: with `?download`.
    ToKeep,
}

impl RangeRequest {
    fn of(request: &Request) -> Self {
        match request.uri().query() {
            Some(query) if query.starts_with("download") => Self::ToKeep,
            _ => Self::ToSee,
        }
    }
}

/// Serves a file, whole or in ranges; to whoever has parts of another one, whole (RFC 9110, 13.1.5). Nothing in it can
/// run as a page.
async fn serve(
    path: PathBuf,
    kind: &'static str,
    name: &str,
    asked: RangeRequest,
    mut request: Request,
    keep: &'static str,
) -> Response {
    let Ok(mime) = kind.parse() else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    let tag = tag_of(&path);
    if let Some(had) = request.headers_mut().remove(header::IF_NONE_MATCH) {
        request.headers_mut().remove(header::IF_MODIFIED_SINCE);
        if had
            .as_bytes()
            .split(|byte| *byte == b',')
            .any(|one| one.trim_ascii() == tag.as_bytes())
        {
            let same = [
                (header::ETAG, tag),
                (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
            ];
            return (StatusCode::NOT_MODIFIED, same).into_response();
        }
    }
    if let Some(had) = request.headers_mut().remove(header::IF_RANGE)
        && had != tag
        && Some(had) != modified(&path).await
    {
        request.headers_mut().remove(header::RANGE);
    }
    let Ok(served) = ServeFile::new_with_mime(path, &mime).oneshot(request).await;
    if served.status() == StatusCode::NOT_FOUND {
        let incident = secret::incident();
        tracing::error!(%incident, "A file that must be there is missing: `daylight check` tells which");
        return ErrorPage::Broken { incident }.into_response();
    }
    let mut response = served.map(axum::body::Body::new);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::ETAG, tag);
    let how = if asked == RangeRequest::ToKeep {
        "attachment"
    } else {
        "inline"
    };
    let end = match kind {
        "video/mp4" => "mp4",
        _ if kind.starts_with("text/vtt") => "vtt",
        _ if kind.starts_with("text/") => "txt",
        paper => PaperKind::of_media_type(paper)
            .and_then(|known| known.endings().first())
            .map_or("bin", |ending| *ending),
    };
    if let Ok(value) = format!("{how}; filename=\"{name}.{end}\"").parse() {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// What a file holds, as its `ETag` says it: its name is its hash.
fn tag_of(path: &Path) -> HeaderValue {
    let sha256 = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    HeaderValue::try_from(format!("\"{sha256}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// When a file was written, as its `Last-Modified` says it.
async fn modified(path: &Path) -> Option<HeaderValue> {
    let written = tokio::fs::metadata(path).await.ok()?.modified().ok()?;
    let written = jiff::Timestamp::try_from(written).ok()?;
    written
        .strftime("%a, %d %b %Y %H:%M:%S GMT")
        .to_string()
        .try_into()
        .ok()
}
