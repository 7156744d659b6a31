//! What custodians do: acts on a request, closures of office and court.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    forms::{ActForm, ClosureForm},
    views::Staff,
};

use super::keyed;
use crate::web::{error_page::ErrorPage, form_post::FormPost, state::AppState};

/// `/staff/requests/{number}/act/{act}`: the path says which act.
pub async fn act(
    State(state): State<AppState>,
    Path((number, act)): Path<(String, String)>,
    FormPost { mut form, page }: FormPost<ActForm>,
) -> Response {
    let (Some(by), Ok(number)) = (page.visitor().staff, TrackingNumber::parse(&number)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    form.act = act;
    keyed(&state, &mut form.key);
    match perform(&state, &by, &number, &form).await {
        Ok(()) => page.redirect(&format!("/staff/requests/{number}?done=1")),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn perform(state: &AppState, by: &Staff, number: &TrackingNumber, form: &ActForm) -> OfficeResult<()> {
    let kind = form.kind().ok_or(Refusal::NotFound)?;
    state.office.act(by, number, form.check(kind)?).await
}

/// `/staff/calendar`.
pub async fn add_closure(State(state): State<AppState>, FormPost { form, page }: FormPost<ClosureForm>) -> Response {
    let Some(by) = page.visitor().staff else {
        return ErrorPage::Refused(Refusal::SignIn).into_response();
    };
    let added = async { state.office.add_closure(&by.administrator()?, form.check()?).await };
    match added.await {
        Ok(()) => page.redirect("/staff/calendar?done=1"),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}
