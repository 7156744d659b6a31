//! What every answer carries: the security headers, and how long it may be kept.

use axum::{
    extract::{Request, State},
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version, header},
    middleware::Next,
    response::Response,
};

use super::{
    content_security_policy::{PageNonce, content_security_policy, new_nonce},
    policy::{CacheRule, policy_of},
    state::AppState,
};

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

/// Marks an answer that must not be compressed.
#[derive(Clone, Copy)]
struct Uncompressed;

/// Marks what a stranger sent: whoever opens it in a browser all the same runs nothing of it.
#[derive(Clone, Copy)]
pub struct Sandboxed;

/// The policy of what a stranger sent.
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// Makes the nonce, and puts the headers on whatever the answer turns out to be.
pub async fn headers(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let nonce = new_nonce();
    request.extensions_mut().insert(PageNonce(nonce.clone()));
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let cache = if reads {
        policy_of(&request).cache
    } else {
        CacheRule::NoStore
    };
    let expires = policy_of(&request).expires.filter(|_| reads);
    let mut response = next.run(request).await;
    let ok = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED);
    if cache == CacheRule::NoStore {
        response.extensions_mut().insert(Uncompressed);
    }
    let is_sandboxed = response.extensions().get::<Sandboxed>().is_some();
    let headers = response.headers_mut();
    if let Some(seconds) = expires {
        headers.insert(header::REFRESH, (seconds + 1).into());
    }
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_sandboxed {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    } else if let Ok(policy) = content_security_policy(&nonce).parse() {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if state.jar.secure {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        let value = match cache {
            CacheRule::Shared | CacheRule::SharedFile if ok => "public, max-age=0, s-maxage=1",
            CacheRule::Private if ok => "private, no-cache",
            _ => "no-store",
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
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
