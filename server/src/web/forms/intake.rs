//! Requests that staff enter, and new access codes.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use office::{
    Lang, Refusal, TrackingNumber,
    forms::{CodeReissueForm, IntakeForm, SubmissionKey},
};

use super::recordings::signed_in;
use crate::web::{
    authenticate::millis,
    cookies::Kind,
    form_post::FormPost,
    multipart_form::{MultipartForm, arrived_files},
    page::with_cookie,
    state::AppState,
    submission::Once,
};

/// `/staff/requests/new`: enters a request that came beside the portal, and leads to its receipt in the language of its letters.
pub async fn intake(
    State(state): State<AppState>,
    MultipartForm { form, files, page }: MultipartForm<IntakeForm>,
) -> Response {
    // Whoever presses twice is led to the receipt too, before its number is known here.
    let once = Once::of(&state, &page, "/staff/requests/receipt");
    let office = once.office();
    let entered = once.does(async {
        let by = signed_in(&page)?.custodian()?;
        let (filing, received) = form.check(&office.filing_context(page.lang()))?;
        let papers = state.office.keep_papers(arrived_files(&files)).await?;
        let receipt = office.enter_request(&by, filing, received, papers).await?;
        Ok(receipt_path(&receipt.number))
    });
    match entered.await {
        Ok(onward) => {
            let lang = Lang::parse(&form.0.language).unwrap_or_else(|| page.lang());
            with_code(&state, &form.0.key, &lang.path(&onward))
        }
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// `/staff/requests/{number}/code`: gives out a new access code.
pub async fn reissue_code(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<CodeReissueForm>,
) -> Response {
    let done = format!("/staff/requests/{number}/receipt");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let given = once.does(async {
        let by = signed_in(&page)?.custodian()?;
        let number = TrackingNumber::parse(&number).map_err(|_| Refusal::NotFound)?;
        let lang = office.reissue_code(&by, &number, form.check()?).await?;
        Ok(lang.path(&receipt_path(&number)))
    });
    match given.await {
        Ok(onward) => with_code(&state, &form.key, &onward),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

fn receipt_path(number: &TrackingNumber) -> String {
    format!("/staff/requests/{number}/receipt")
}

/// Leads on, with the receipt open in this browser: its cookie holds the form's key, from which the code is derived.
fn with_code(state: &AppState, key: &str, onward: &str) -> Response {
    let key = SubmissionKey::parse(key);
    let opened = key.map_or_else(Default::default, |key| {
        state.jar.open_receipt(Kind::Sheet, &key, millis(state))
    });
    let onward = Redirect::to(onward).into_response();
    opened.into_iter().fold(onward, with_cookie)
}
