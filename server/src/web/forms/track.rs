//! `/track`: the way to a request's public page, or with the code to its private one.

use axum::{extract::State, response::Response};
use office::{
    Answer,
    forms::{TrackForm, Tracked},
};

use crate::web::{
    cookies::Kind,
    counter::Counter,
    page::{Page, with_cookie},
    posted::Posted,
};

/// Opens a request. A slip of the pen in number or code is told as such and is no failed attempt; a
/// wrong pair is, and is answered alike whichever of the two is wrong.
pub async fn track(State(counter): State<Counter>, Posted { form, page }: Posted<TrackForm>) -> Response {
    match go(&counter, &form, &page).await {
        Ok(response) => response,
        Err(refusal) => page.again(form, refusal).await,
    }
}

async fn go(counter: &Counter, form: &TrackForm, page: &Page) -> Answer<Response> {
    let Tracked { number, code } = form.check()?;
    let Some(code) = code else {
        return Ok(page.onward(&format!("/requests/{number}")));
    };
    let token = counter
        .sessions()
        .open(&number, &code, page.headers(), page.client())
        .await?;
    let response = page.onward(&format!("/requests/{number}/private"));
    Ok(with_cookie(response, counter.jar.leave(Kind::Requester, &token)))
}
