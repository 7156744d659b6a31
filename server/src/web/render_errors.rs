//! Makes a page of every error; JSON where a script asks.

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};

use super::{
    error_page::ErrorPage,
    kept_form::FormSlot,
    lang,
    page::Page,
    policy::{ErrorFormat, policy_of},
    state::AppState,
    uploads,
};

/// Turns a bare [`ErrorPage`] into a page in the reader's language. Who was asked for something other than
/// a page (a feed, a calendar) gets the same page: it is a person who will look into it.
pub async fn render_errors(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let format = policy_of(&request).errors;
    request.extensions_mut().insert(FormSlot::default());
    let mut kept = Request::new(());
    *kept.uri_mut() = request.uri().clone();
    *kept.extensions_mut() = request.extensions().clone();
    let mut bare = next.run(request).await;
    let Some(error) = bare.extensions_mut().remove::<ErrorPage>() else {
        return bare;
    };
    let parts = kept.into_parts().0;
    let lang = lang::asked(&parts.extensions);
    let mut page = if format == ErrorFormat::Json {
        uploads::error_json(&error, lang)
    } else {
        Page::new(state, parts).error_page(error).await
    };
    for name in [
        header::RETRY_AFTER,
        header::ALLOW,
        header::CONNECTION,
        header::SET_COOKIE,
    ] {
        for value in bare.headers().get_all(&name) {
            page.headers_mut().append(&name, value.clone());
        }
    }
    page
}
