//! Refuses whoever asks too often, before anything else is done for them.

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{error_page::ErrorPage, kept_form::keep_words, limits::Class, state::AppState};

/// Largest form that is still read for its words, in bytes: every text at its limit.
const SMALL: usize = 64 * 1024;

/// Counts each request of an address among [`Class::Any`].
pub async fn rate_limit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let from = state.proxies.client_of(request.extensions(), request.headers());
    match state.limits.count(Class::Any, from) {
        Ok(()) => next.run(request).await,
        Err(refusal) => {
            let length = request.headers().get(header::CONTENT_LENGTH);
            let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
            if length.is_some_and(|length| length <= SMALL) {
                keep_words(request).await;
            }
            ErrorPage::Refused(refusal).into_response()
        }
    }
}
