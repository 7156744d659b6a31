//! Which scripts, styles and pictures a page may load (Content Security Policy Level 3).

use axum::http::HeaderValue;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use records::secret;

/// The nonce of this answer's content security policy.
#[derive(Clone, Debug)]
pub struct PageNonce(pub String);

/// The content security policy of a cached page: with a nonce that nothing on it bears, so that no script runs.
pub fn fresh_policy() -> Option<HeaderValue> {
    content_security_policy(&new_nonce()).parse().ok()
}

/// A nonce for one answer: 128 random bits.
pub fn new_nonce() -> String {
    URL_SAFE_NO_PAD.encode(secret::random::<16>())
}

/// Scripts only with this answer's nonce; styles, pictures and fonts from here; nothing else. While
/// cargo-leptos watches, its reload socket is let through.
pub fn content_security_policy(nonce: &str) -> String {
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
