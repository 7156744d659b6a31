//! What every answer carries: the security headers, and how long it may be kept.

use axum::{
    extract::{Request, State},
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header},
    middleware::Next,
    response::Response,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use records::secret;

use super::{counter::Counter, page::PageNonce};

/// The same on every answer. `Referrer-Policy: same-origin` and not `no-referrer`, which would make
/// browsers send `Origin: null` on our own forms.
const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// How an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The same for everybody: a shared cache may keep it for half a minute.
    Shared,
    /// A form with a key of its own: only this browser keeps it, and asks again before it shows it, but
    /// for the way back: who goes back and sends once more sends the same key, and files once.
    Fresh,
    /// Bears secrets: nobody keeps it, and it is not compressed, since the length of a compressed
    /// page that holds a secret beside what somebody else typed gives the secret away (BREACH).
    Secret,
}

/// Marks an answer that must not be compressed.
#[derive(Clone, Copy)]
struct Uncompressed;

/// How the answer to this request may be kept. Shared is only what is listed here: pages that look the
/// same to everybody and hold no form with a key.
pub fn keeping(method: &Method, path: &str) -> Keeping {
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    if !matches!(*method, Method::GET | Method::HEAD) {
        return Keeping::Secret;
    }
    match segments.as_slice() {
        ["" | "requests"]
        | ["requests", _]
        | [
            "requests",
            _,
            "feed.atom" | "calendar.ics" | "timeline" | "timeline.txt",
        ]
        | ["law" | "about" | "library" | "program" | "statistics", ..] => Keeping::Shared,
        ["request" | "track"] | ["requests", _, "follow"] => Keeping::Fresh,
        _ => Keeping::Secret,
    }
}

/// Makes the nonce, and puts the headers on whatever the answer turns out to be.
pub async fn headers(State(counter): State<Counter>, mut request: Request, next: Next) -> Response {
    let nonce = new_nonce();
    request.extensions_mut().insert(PageNonce(nonce.clone()));
    let keeping = keeping(request.method(), request.uri().path());
    let mut response = next.run(request).await;
    let ok = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED);
    if keeping == Keeping::Secret {
        response.extensions_mut().insert(Uncompressed);
    }
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = content_security_policy(&nonce).parse() {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if counter.jar.secure {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let value = match keeping {
            Keeping::Shared if ok => "public, max-age=0, s-maxage=30",
            Keeping::Fresh if ok => "private, no-cache",
            _ => "no-store",
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
}

/// The policy of a page from the shelf: with a nonce that nothing on it bears, so that no script runs.
pub fn policy_of_its_own() -> Option<HeaderValue> {
    content_security_policy(&new_nonce()).parse().ok()
}

fn new_nonce() -> String {
    URL_SAFE_NO_PAD.encode(secret::random::<16>())
}

/// Scripts only with this answer's nonce; styles, pictures and fonts from here; nothing else. While
/// cargo-leptos watches, its reload socket is let through.
fn content_security_policy(nonce: &str) -> String {
    let reload = if std::env::var_os("LEPTOS_WATCH").is_some() {
        " ws://127.0.0.1:3001 ws://localhost:3001"
    } else {
        ""
    };
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'{reload}; manifest-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'"
    )
}

/// Which answers may be compressed.
pub fn compressible(_: StatusCode, _: Version, headers: &HeaderMap, extensions: &Extensions) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let text = ["text/", "application/wasm", "application/atom+xml", "image/svg+xml"];
    extensions.get::<Uncompressed>().is_none() && text.iter().any(|known| kind.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_that_look_the_same_to_everybody_may_be_shared() {
        let get = |path| keeping(&Method::GET, path);
        for path in [
            "/",
            "/requests",
            "/requests/KC-26-7F3K-Q2",
            "/requests/KC-26-7F3K-Q2/feed.atom",
            "/requests/KC-26-7F3K-Q2/timeline",
            "/requests/KC-26-7F3K-Q2/timeline.txt",
            "/requests/feed.atom",
            "/law/deadline",
            "/program/policy",
            "/statistics",
            "/statistics/requests.csv",
        ] {
            assert_eq!(get(path), Keeping::Shared, "{path}");
        }
        for path in ["/request", "/track", "/requests/KC-26-7F3K-Q2/follow"] {
            assert_eq!(get(path), Keeping::Fresh, "{path}");
        }
        for path in [
            "/request/filed",
            "/requests/KC-26-7F3K-Q2/private",
            "/staff",
            "/staff/queue",
            "/staff/first/abc",
            "/follow/stop/abc",
            "/requests/KC-26-7F3K-Q2/private/",
            "/requests/KC-26-7F3K-Q2/timeline/private",
            "/requests//private",
        ] {
            assert_eq!(get(path), Keeping::Secret, "{path}");
        }
        assert_eq!(keeping(&Method::POST, "/requests"), Keeping::Secret);
    }
}
