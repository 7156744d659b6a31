//! Forms are taken only from our own pages: leptos has no defense of its own against posts from
//! elsewhere.

use axum::{
    extract::Request,
    http::{Method, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use tower_http::csrf::{ConfigError, CsrfLayer, ProtectionError};

use super::error_page::ErrorPage;

/// How a refused post is answered.
type Answer = fn(ProtectionError) -> Response;

/// Refuses posts whose `Sec-Fetch-Site` or `Origin` says that they come from another site.
///
/// # Errors
/// When the base URL cannot be an origin.
pub fn same_site(base_url: &str) -> Result<CsrfLayer<Answer>, ConfigError> {
    let answer: Answer = |_| ErrorPage::CrossSite.into_response();
    Ok(CsrfLayer::new()
        .add_trusted_origin(base_url)?
        .with_rejection_response(answer))
}

/// The layer above lets a post pass that says nothing of where it comes from, as a mail provider's
/// one-click post does. With a cookie it is a browser that hides it, and is refused.
pub async fn refuse_silent_cookies(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let silent = !headers.contains_key("sec-fetch-site") && !headers.contains_key(header::ORIGIN);
    if !safe && silent && headers.contains_key(header::COOKIE) {
        return ErrorPage::CrossSite.into_response();
    }
    next.run(request).await
}
