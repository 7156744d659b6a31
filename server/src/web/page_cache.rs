//! Public pages that look the same to everybody: each is made once, compressed once, and kept until anything
//! changes. Who has one already is told so (RFC 9110, 13).
//!
//! A page belongs to a generation: the day, what this program has written so far, and a span of seconds, after which also what
//! another replica wrote is seen. With the half minute for which a shared cache may keep it, a change is everywhere
//! within a minute.

mod portal;

use std::{
    io::{self, Write as _},
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use law::Date;
use office::Lang;
use quick_cache::{Weighter, sync::Cache};
use sha2::{Digest as _, Sha256};

pub use portal::CachedPortal;

use super::{
    headers::fresh_policy,
    lang,
    routes::{CacheRule, policy_of},
    state::AppState,
};

/// For how long what another replica wrote may stay unseen.
const SPAN: Duration = Duration::from_secs(20);
/// What all pages together may weigh, in bytes.
const CAPACITY: u64 = 16 * 1024 * 1024;
/// Largest page that is kept, in bytes.
const MOST: usize = 4 * 1024 * 1024;

/// The pages that were made, each in its encodings.
pub struct PageCache {
    pages: Cache<Key, Arc<CachedPage>, Weight>,
    opened: Instant,
}

/// A page and when it was true.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    lang: Lang,
    path: String,
    generation: Generation,
}

/// While this stays the same, so does every public page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Generation {
    day: Date,
    written: u64,
    span: u64,
}

/// A page in each encoding.
#[derive(Debug)]
struct CachedPage {
    headers: HeaderMap,
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
    tag: String,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<CachedPage>> for Weight {
    fn weight(&self, key: &Key, page: &Arc<CachedPage>) -> u64 {
        let bytes = page.plain.len() + page.brotli.len() + page.gzip.len() + key.path.len() + 512;
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self {
            pages: Cache::with_weighter(1_000, CAPACITY, Weight),
            opened: Instant::now(),
        }
    }
}

impl PageCache {
    fn generation(&self, state: &AppState) -> Generation {
        Generation {
            day: state.office.today(),
            written: state.records.written(),
            span: self.opened.elapsed().as_secs() / SPAN.as_secs(),
        }
    }
}

/// Under what a request's page stands.
fn key_of(state: &AppState, request: &Request) -> Key {
    Key {
        lang: lang::asked(request.extensions()),
        path: request.uri().path().to_owned(),
        generation: state.page_cache.generation(state),
    }
}

/// Pages that everybody sees alike, and for which nothing was typed.
fn is_cacheable(request: &Request) -> bool {
    request.uri().query().is_none_or(str::is_empty) && is_shared(request)
}

fn is_shared(request: &Request) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    reads && policy_of(request).cache == CacheRule::Shared
}

/// A shared page for which something was typed is not kept, but gets a tag.
pub async fn tag_typed(request: Request, next: Next) -> Response {
    let typed = request.method() == Method::GET && is_shared(&request);
    if !typed || request.uri().query().is_none_or(str::is_empty) {
        return next.run(request).await;
    }
    let asked = request.headers().clone();
    tagged(next.run(request).await, &asked).await
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

impl CachedPage {
    fn render(headers: HeaderMap, plain: Bytes) -> io::Result<Self> {
        let params = brotli::enc::BrotliEncoderParams {
            quality: 5,
            // A page is smaller than that window; a larger one costs megabytes.
            lgwin: 17,
            ..Default::default()
        };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut plain.as_ref(), &mut compressed, &params)?;
        let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        zipped.write_all(&plain)?;
        Ok(Self {
            tag: tag(&plain),
            brotli: compressed.into(),
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
        if let Some(policy) = fresh_policy() {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
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
}
