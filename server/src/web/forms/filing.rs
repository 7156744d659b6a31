//! `/request` and `/request/filed`.

use axum::{extract::State, response::Response};
use office::{Lang, OfficeResult, Problem, Refusal, forms::FilingForm, views::Receipt};

use super::keyed;
use crate::web::{
    cookies::Kind,
    form_post::FormPost,
    page::{Page, with_cookie},
    state::AppState,
};

/// Files a request. The receipt's cookie holds the form's key, under which the office finds the receipt;
/// number and code travel in no URL.
pub async fn file(State(state): State<AppState>, FormPost { mut form, page }: FormPost<FilingForm>) -> Response {
    keyed(&state, &mut form.key);
    if !form.website.is_empty() {
        form.website.clear();
        return page
            .rerender_with_errors(form, Refusal::field("website", Problem::MachineFilled))
            .await;
    }
    match file_checked(&state, &form, page.lang()).await {
        Ok(_) => with_cookie(
            page.redirect("/request/filed"),
            state.jar.leave(Kind::Receipt, &form.key),
        ),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn file_checked(state: &AppState, form: &FilingForm, lang: Lang) -> OfficeResult<Receipt> {
    let filing = form.check(&state.office.filing_context(lang))?;
    state.office.file(filing).await
}

/// Puts the receipt away, so that nobody after at this computer sees it.
pub async fn close_receipt(State(state): State<AppState>, request: axum::extract::Request) -> Response {
    let page = Page::new(state.clone(), request.into_parts().0);
    with_cookie(page.redirect("/"), state.jar.clear(Kind::Receipt))
}
