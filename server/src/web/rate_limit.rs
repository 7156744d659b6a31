//! Refuses whoever asks too often, before anything else is done for them.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{error_page::ErrorPage, limits::Class, state::AppState};

/// Counts each request of an address among [`Class::Any`].
pub async fn rate_limit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let from = state.proxies.client_of(request.extensions(), request.headers());
    match state.limits.count(Class::Any, from) {
        Ok(()) => next.run(request).await,
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}
