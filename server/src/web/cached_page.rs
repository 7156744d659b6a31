//! A page that was made once for everybody: compressed, tagged, and answered to whoever asks (RFC 9110, 12.5.3 and 13).

use std::io::{self, Write as _};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

use super::content_security_policy::fresh_policy;

/// A page in each encoding.
#[derive(Debug)]
pub struct CachedPage {
    headers: HeaderMap,
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
    tag: String,
}

impl CachedPage {
    /// Compresses a page once for all who ask.
    ///
    /// # Errors
    /// When a compressor fails.
    pub fn render(headers: HeaderMap, plain: Bytes) -> io::Result<Self> {
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

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        self.plain.len() + self.brotli.len() + self.gzip.len()
    }

    /// The answer to one who asks: in the best encoding they take, or 304 where they have it already.
    pub fn answer(&self, asked: &HeaderMap, head: bool) -> Response {
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

/// Half of a SHA-256 is more than enough to tell pages apart.
pub fn tag(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..16])
}

pub fn put(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = value.parse() {
        headers.insert(name, value);
    }
}

/// Whether the asker has this version already: weak comparison (RFC 9110, 13.1.2).
pub fn known(asked: &HeaderMap, tag: &str) -> bool {
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
}
