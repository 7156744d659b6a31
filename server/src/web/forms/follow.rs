//! Following a request by e-mail: ask, confirm, stop.

use axum::{
    extract::{Path, State},
    http::Request,
    response::{IntoResponse as _, Response},
};
use office::{OfficeResult, Problem, Refusal, TrackingNumber, forms::FollowForm};

use super::answer;
use crate::web::{error_page::ErrorPage, form_post::FormPost, page::Page, state::AppState, submission::Once};

/// `/requests/{number}/follow`: posts a letter that asks the address to confirm.
pub async fn follow(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { mut form, page }: FormPost<FollowForm>,
) -> Response {
    if !form.website.is_empty() {
        form.website.clear();
        return page
            .rerender_with_errors(form, Refusal::field("website", Problem::MachineFilled))
            .await;
    }
    let Ok(number) = TrackingNumber::parse(&number) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    let done = format!("/requests/{number}/follow?asked=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let asked = once.does(async {
        office.follow(&number, &form.check()?, page.lang()).await?;
        Ok(done.clone())
    });
    let asked = asked.await;
    answer(page, form, asked).await
}

/// `/follow/confirm/{token}`.
pub async fn confirm(
    State(state): State<AppState>,
    Path(token): Path<String>,
    request: Request<axum::body::Body>,
) -> Response {
    let page = Page::new(state.clone(), request.into_parts().0);
    respond(state.office.confirm_following(&token).await, page, "confirmed").await
}

/// `/follow/stop/{token}`, by the page's button or by a mail program's one click (RFC 8058), which sends
/// neither cookies nor `Origin` and must not be sent on elsewhere.
pub async fn stop(
    State(state): State<AppState>,
    Path(token): Path<String>,
    request: Request<axum::body::Body>,
) -> Response {
    let by_browser = request.headers().contains_key("sec-fetch-site") || request.headers().contains_key("origin");
    let page = Page::new(state.clone(), request.into_parts().0);
    let stopped = state.office.stop_following(&token).await;
    if by_browser || stopped.is_err() {
        return respond(stopped, page, "stopped").await;
    }
    axum::http::StatusCode::NO_CONTENT.into_response()
}

async fn respond(answer: OfficeResult<Option<TrackingNumber>>, page: Page, what: &str) -> Response {
    match answer {
        Ok(Some(number)) => page.redirect(&format!("/requests/{number}/follow?{what}=1")),
        Ok(None) => page.error_page(ErrorPage::Refused(Refusal::NotFound)).await,
        Err(refusal) => page.error_page(ErrorPage::Refused(refusal)).await,
    }
}
