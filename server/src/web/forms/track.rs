//! `/track`: the way to a request's public page, or with the code to its private one.

use axum::{extract::State, response::Response};
use office::{
    OfficeResult,
    forms::{TrackForm, TrackQuery},
};

use crate::web::{
    cookies::Kind,
    form_post::FormPost,
    page::{Page, with_cookie},
    state::AppState,
};

/// Opens a request. A slip of the pen in number or code is told as such and is no failed attempt; a
/// wrong pair is, and is answered alike whichever of the two is wrong.
pub async fn track(State(state): State<AppState>, FormPost { form, page }: FormPost<TrackForm>) -> Response {
    match go(&state, &form, &page).await {
        Ok(response) => response,
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn go(state: &AppState, form: &TrackForm, page: &Page) -> OfficeResult<Response> {
    let TrackQuery { number, code } = form.check()?;
    let Some(code) = code else {
        return Ok(page.redirect(&format!("/requests/{number}")));
    };
    let token = state
        .sessions()
        .open(&number, &code, page.headers(), page.client())
        .await?;
    let response = page.redirect(&format!("/requests/{number}/private"));
    Ok(with_cookie(response, state.jar.leave(Kind::Requester, &token)))
}
