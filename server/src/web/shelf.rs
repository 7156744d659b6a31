//! Public pages that look the same to everybody, ready to hand: each is made once, compressed once, and kept until anything
//! changes. Who has one already is told so (RFC 9110, 13).
//!
//! A page belongs to an era: the day, what this program has written so far, and a span of seconds, after which also what
//! another replica wrote is seen. With the half minute for which a shared cache may keep it, a change is everywhere
//! within a minute.

use std::{
    io::{self, Write as _},
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use law::Date;
use office::Lang;
use quick_cache::{Weighter, sync::Cache};
use sha2::{Digest as _, Sha256};

use super::{
    counter::Counter,
    headers::{Keeping, keeping},
};

/// For how long what another replica wrote may stay unseen.
const SPAN: Duration = Duration::from_secs(20);
/// What all pages together may weigh, in bytes.
const ROOM: u64 = 32 * 1024 * 1024;
/// Largest page that is kept, in bytes.
const MOST: usize = 4 * 1024 * 1024;

/// Pages ready to hand.
pub struct Shelf {
    pages: Cache<Key, Arc<Ready>, Weight>,
    opened: Instant,
}

/// A page and when it was true.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    lang: Lang,
    path: String,
    era: Era,
}

/// While this stays the same, so does every public page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Era {
    day: Date,
    written: u64,
    span: u64,
}

/// A page in each encoding.
#[derive(Debug)]
struct Ready {
    headers: HeaderMap,
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
    tag: String,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Ready>> for Weight {
    fn weight(&self, key: &Key, page: &Arc<Ready>) -> u64 {
        let bytes = page.plain.len() + page.brotli.len() + page.gzip.len() + key.path.len() + 512;
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            pages: Cache::with_weighter(1_000, ROOM, Weight),
            opened: Instant::now(),
        }
    }
}

impl Shelf {
    fn era(&self, counter: &Counter) -> Era {
        Era {
            day: counter.office.today(),
            written: counter.records.written(),
            span: self.opened.elapsed().as_secs() / SPAN.as_secs(),
        }
    }
}

/// Hands out a page from the shelf, made by whoever asks first; everything else goes on to where it is made.
pub async fn shelf(State(counter): State<Counter>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !shelved(request.method(), path) {
        return next.run(request).await;
    }
    let (head, asked) = (request.method() == Method::HEAD, request.headers().clone());
    let query = request.uri().query();
    if query.is_some_and(|query| !query.is_empty()) {
        let response = next.run(request).await;
        return if head { response } else { tagged(response, &asked).await };
    }
    let key = Key {
        lang: request.extensions().get().copied().unwrap_or_default(),
        path: path.to_owned(),
        era: counter.shelf.era(&counter),
    };
    let made = counter.shelf.pages.get_or_insert_async(&key, make(request, next)).await;
    match made {
        Ok(page) => page.answer(&asked, head),
        Err(response) => *response,
    }
}

/// Pages without a secret and without a form that has a key; files of the library have ranges of their own.
fn shelved(method: &Method, path: &str) -> bool {
    let file = path.starts_with("/library/") && path.matches('/').count() > 2;
    keeping(method, path) == Keeping::Shared && !file
}

/// Makes a page; anything but a good one is handed on as it is.
async fn make(mut request: Request, next: Next) -> Result<Arc<Ready>, Box<Response>> {
    *request.method_mut() = Method::GET;
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || response.headers().contains_key(header::SET_COOKIE) {
        return Err(Box::new(response));
    }
    let (parts, body) = response.into_parts();
    let plain = axum::body::to_bytes(body, MOST).await;
    let plain = plain.map_err(|_| Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response()))?;
    let Some(plain) = for_everybody(&plain) else {
        return Err(Box::new(Response::from_parts(parts, Body::from(plain))));
    };
    let mut headers = parts.headers;
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let pressed = tokio::task::spawn_blocking(move || Ready::press(headers, plain)).await;
    match pressed {
        Ok(Ok(page)) => Ok(Arc::new(page)),
        _ => Err(Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response())),
    }
}

/// The page without what belongs to one answer: behind its end leptos writes scripts with the answer's nonce, which hold
/// nothing where the page has no islands. `None` for a page that has some.
fn for_everybody(page: &Bytes) -> Option<Bytes> {
    const END: &[u8] = b"</html>";
    const SCRIPT: &[u8] = b"<script";
    let find = |what: &[u8]| page.windows(what.len()).position(|part| part == what);
    let end = find(END).map_or(page.len(), |at| at + END.len());
    find(SCRIPT).is_none_or(|at| at >= end).then(|| page.slice(..end))
}

impl Ready {
    fn press(headers: HeaderMap, plain: Bytes) -> io::Result<Self> {
        let params = brotli::enc::BrotliEncoderParams {
            quality: 6,
            ..Default::default()
        };
        let mut pressed = Vec::new();
        brotli::BrotliCompress(&mut plain.as_ref(), &mut pressed, &params)?;
        let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        zipped.write_all(&plain)?;
        Ok(Self {
            tag: tag(&plain),
            brotli: pressed.into(),
            gzip: zipped.finish()?.into(),
            headers,
            plain,
        })
    }

    fn answer(&self, asked: &HeaderMap, head: bool) -> Response {
        let (encoding, bytes) = match encoding(asked) {
            Some("br") => (Some("br"), &self.brotli),
            Some(_) => (Some("gzip"), &self.gzip),
            None => (None, &self.plain),
        };
        let tag = encoding.map_or_else(
            || format!("\"{}\"", self.tag),
            |coded| format!("\"{}-{coded}\"", self.tag),
        );
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        let headers = response.headers_mut();
        if known(asked, &tag) {
            headers.remove(header::CONTENT_TYPE);
            put(headers, header::ETAG, &tag);
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        put(headers, header::ETAG, &tag);
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        headers.insert(header::CONTENT_LENGTH, bytes.len().into());
        if !head {
            *response.body_mut() = Body::from(bytes.clone());
        }
        response
    }
}

/// A page that is not kept here gets a tag all the same. It is weak: the same page may travel compressed or not.
async fn tagged(response: Response, asked: &HeaderMap) -> Response {
    if response.status() != StatusCode::OK {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, MOST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let bytes = for_everybody(&bytes).unwrap_or(bytes);
    let tag = format!("W/\"{}\"", tag(&bytes));
    let same = known(asked, &tag);
    let mut response = Response::from_parts(parts, if same { Body::empty() } else { Body::from(bytes) });
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    put(headers, header::ETAG, &tag);
    if same {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    response
}

/// Half of a SHA-256 is more than enough to tell pages apart.
fn tag(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..16])
}

fn put(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = value.parse() {
        headers.insert(name, value);
    }
}

/// Whether the asker has this version already: weak comparison (RFC 9110, 13.1.2).
fn known(asked: &HeaderMap, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let values = asked.get_all(header::IF_NONE_MATCH).iter();
    let mut tags = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','));
    tags.any(|one| one.trim() == "*" || bare(one) == bare(tag))
}

/// The best encoding that the asker takes (RFC 9110, 12.5.3).
fn encoding(asked: &HeaderMap) -> Option<&'static str> {
    let values = asked.get_all(header::ACCEPT_ENCODING).iter();
    let names = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','));
    let mut best = None;
    for one in names {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let refused =
            matches!(weight.trim().trim_start_matches("q=").trim_matches(['0', '.']), "" if !weight.is_empty());
        match name.trim() {
            "br" if !refused => return Some("br"),
            "gzip" if !refused => best = Some("gzip"),
            _ => {}
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn everybody_gets_the_encoding_they_can_read() {
        for (accept, expected) in [
            ("", None),
            ("identity", None),
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip;q=1.0, br;q=0", Some("gzip")),
            ("gzip;q=0.0", None),
            ("br;q=0.5", Some("br")),
        ] {
            assert_eq!(encoding(&asking(header::ACCEPT_ENCODING, accept)), expected, "{accept}");
        }
    }

    #[test]
    fn whoever_has_the_page_is_told_so() {
        for (have, same) in [
            ("\"abc\"", true),
            ("W/\"abc\"", true),
            ("\"xyz\", \"abc\"", true),
            ("*", true),
            ("\"abcd\"", false),
            ("", false),
        ] {
            assert_eq!(known(&asking(header::IF_NONE_MATCH, have), "\"abc\""), same, "{have}");
        }
    }

    #[test]
    fn a_page_with_script_of_its_own_is_nobody_elses() {
        let page = |text: &'static str| for_everybody(&Bytes::from_static(text.as_bytes()));
        let bare = page("<html><p>Hello</p></html><script nonce=\"a\">X=[];</script>");
        assert_eq!(bare.as_deref(), Some(b"<html><p>Hello</p></html>".as_slice()));
        assert_eq!(page("<html><script nonce=\"a\"></script></html>"), None);
        assert_eq!(
            page("month,requests\n").as_deref(),
            Some(b"month,requests\n".as_slice())
        );
    }

    #[test]
    fn forms_secrets_and_files_with_ranges_are_not_shelved() {
        for path in ["/", "/requests", "/program/policy", "/statistics", "/library/abc"] {
            assert!(shelved(&Method::GET, path), "{path}");
        }
        for path in [
            "/request",
            "/track",
            "/notice",
            "/staff/queue",
            "/library/abc/video.mp4",
        ] {
            assert!(!shelved(&Method::GET, path), "{path}");
        }
        assert!(!shelved(&Method::POST, "/requests"));
    }
}
