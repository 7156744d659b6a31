//! Refuses whoever asks too often, before anything else is done for them.

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use office::Refusal;

use super::{
    error_page::ErrorPage,
    kept_form::keep_words,
    limits::Class,
    page_cache::{is_cacheable, is_shared},
    state::AppState,
};

/// Largest form that is still read for its words, in bytes: every text at its limit.
const SMALL: usize = 64 * 1024;

/// A request was counted in front of the router, and whether it is one too many.
#[derive(Clone, Debug)]
pub struct Counted(pub Result<(), Refusal>);

/// Counts each request of an address among [`Class::Any`], and among [`Class::Search`] where something was typed for a public
/// page.
pub fn count(state: &AppState, request: &Request) -> Result<(), Refusal> {
    let from = state.proxies.client_of(request.extensions(), request.headers());
    state.limits.count(Class::Any, from)?;
    if is_shared(request) && !is_cacheable(request) {
        state.limits.count(Class::Search, from)?;
    }
    Ok(())
}

/// Refuses a request too many.
pub async fn rate_limit(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let counted = request.extensions_mut().remove::<Counted>();
    match counted.map_or_else(|| count(&state, &request), |counted| counted.0) {
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
