//! Makes pages of notices; words for a script, where a script asks.

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};

use super::{counter::Counter, lang, notice::Notice, page::Page, uploads};

/// Turns a bare [`Notice`] into a page in the reader's language. Who was asked for something other than
/// a page (a feed, a calendar) gets the same page: it is a person who will look into it.
pub async fn dress(State(counter): State<Counter>, request: Request, next: Next) -> Response {
    let mut kept = Request::new(());
    *kept.uri_mut() = request.uri().clone();
    *kept.extensions_mut() = request.extensions().clone();
    let mut bare = next.run(request).await;
    let Some(notice) = bare.extensions_mut().remove::<Notice>() else {
        return bare;
    };
    let parts = kept.into_parts().0;
    let lang = lang::asked(&parts.extensions);
    let mut page = if uploads::for_script(parts.uri.path()) {
        uploads::told(&notice, lang)
    } else {
        Page::new(counter, parts).notice(notice).await
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
