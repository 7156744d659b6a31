//! What custodians do: acts on a request, closures of office and court.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    Answer, Refusal, TrackingNumber,
    forms::{ActForm, ClosureForm},
    views::Staff,
};

use super::keyed;
use crate::web::{counter::Counter, notice::Notice, posted::Posted};

/// `/staff/requests/{number}/act/{act}`: the path says which act.
pub async fn act(
    State(counter): State<Counter>,
    Path((number, act)): Path<(String, String)>,
    Posted { mut form, page }: Posted<ActForm>,
) -> Response {
    let (Some(by), Ok(number)) = (page.visitor().staff, TrackingNumber::parse(&number)) else {
        return Notice::Refused(Refusal::NotFound).into_response();
    };
    form.act = act;
    keyed(&counter, &mut form.key);
    match done(&counter, &by, &number, &form).await {
        Ok(()) => page.onward(&format!("/staff/requests/{number}?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

async fn done(counter: &Counter, by: &Staff, number: &TrackingNumber, form: &ActForm) -> Answer<()> {
    let kind = form.kind().ok_or(Refusal::NotFound)?;
    counter.office.act(by, number, form.check(kind)?).await
}

/// `/staff/calendar`.
pub async fn add_closure(State(counter): State<Counter>, Posted { form, page }: Posted<ClosureForm>) -> Response {
    let Some(by) = page.visitor().staff else {
        return Notice::Refused(Refusal::SignIn).into_response();
    };
    let added = async { counter.office.add_closure(&by, form.check()?).await };
    match added.await {
        Ok(()) => page.onward("/staff/calendar?done=1"),
        Err(refusal) => page.again(form, refusal).await,
    }
}
