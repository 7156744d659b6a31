//! `/request` and `/request/filed`.

use axum::{extract::State, response::Response};
use office::{Problem, Refusal, forms::FilingForm};

use crate::web::{
    cookies::Kind,
    form_post::FormPost,
    page::{Page, with_cookie},
    state::AppState,
    submission::Once,
};

/// The receipt.
const FILED: &str = "/request/filed";

/// Files a request. The receipt's cookie holds the form's key, under which the office finds the receipt;
/// number and code travel in no URL.
pub async fn file(State(state): State<AppState>, FormPost { mut form, page }: FormPost<FilingForm>) -> Response {
    if !form.website.is_empty() {
        form.website.clear();
        return page
            .rerender_with_errors(form, Refusal::field("website", Problem::MachineFilled))
            .await;
    }
    let once = Once::of(&state, &page, FILED);
    let office = once.office();
    let filed = once.does(async {
        let filing = form.check(&office.filing_context(page.lang()))?;
        office.file(filing).await.map(|_| FILED.to_owned())
    });
    match filed.await {
        Ok(_) => with_cookie(page.redirect(FILED), state.jar.leave(Kind::Receipt, &form.key)),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// Puts the receipt away, so that nobody after at this computer sees it.
pub async fn close_receipt(State(state): State<AppState>, request: axum::extract::Request) -> Response {
    let page = Page::new(state.clone(), request.into_parts().0);
    with_cookie(page.redirect("/"), state.jar.clear(Kind::Receipt))
}
