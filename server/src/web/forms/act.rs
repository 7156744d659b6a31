//! What custodians do: acts on a request, closures of office and court.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    Refusal, TrackingNumber,
    forms::{ActForm, ClosureForm},
};

use super::answer;
use crate::web::{error_page::ErrorPage, form_post::FormPost, state::AppState, submission::Once};

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
    let done = format!("/staff/requests/{number}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let acted = once.does(async {
        let kind = form.kind().ok_or(Refusal::NotFound)?;
        office.act(&by, &number, form.check(kind)?).await.map(|()| done.clone())
    });
    let acted = acted.await;
    answer(page, form, acted).await
}

/// `/staff/calendar`.
pub async fn add_closure(State(state): State<AppState>, FormPost { form, page }: FormPost<ClosureForm>) -> Response {
    let Some(by) = page.visitor().staff else {
        return ErrorPage::Refused(Refusal::SignIn).into_response();
    };
    let done = "/staff/calendar?done=1";
    let once = Once::of(&state, &page, done);
    let office = once.office();
    let added = once.does(async {
        let (by, closure) = (by.administrator()?, form.check()?);
        if form.act == "withdraw" {
            office.withdraw_closure(&by, closure).await?;
        } else {
            office.add_closure(&by, closure).await?;
        }
        Ok(done.to_owned())
    });
    let added = added.await;
    answer(page, form, added).await
}
