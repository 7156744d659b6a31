//! In which right somebody acts for a person shown, or for whoever filed.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::Represented,
    forms::{CapacityActKind, CapacityForm},
};

use super::{answer_at_fields, recordings::signed_in};
use crate::web::{error_page::ErrorPage, form_post::FormPost, page::Page, state::AppState, submission::Once};

/// `/staff/people/{id}/capacities`.
pub async fn person_capacities(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<CapacityForm>,
) -> Response {
    let done = format!("/staff/people/{id}/capacities?done=1");
    enter(&state, page, form, Represented::Person(id), done).await
}

/// `/staff/requests/{number}/capacities`.
pub async fn request_capacities(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<CapacityForm>,
) -> Response {
    let Ok(number) = TrackingNumber::parse(&number) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    let done = format!("/staff/requests/{number}/capacities?done=1");
    enter(&state, page, form, Represented::Requester(number), done).await
}

async fn enter(state: &AppState, page: Page, form: CapacityForm, of: Represented, done: String) -> Response {
    let once = Once::of(state, &page, &done);
    let office = once.office();
    let entered: OfficeResult<String> = once
        .does(async {
            let by = signed_in(&page)?.custodian()?;
            match form.kind() {
                Some(CapacityActKind::Enter) => office.enter_capacity(&by, &of, form.new_capacity()?).await?,
                Some(CapacityActKind::Verify | CapacityActKind::End) => {
                    let (entry, act) = form.on_entry()?;
                    office.act_on_capacity(&by, &of, &entry, act).await?;
                }
                None => return Err(Refusal::field("act", office::Problem::Missing)),
            }
            Ok(done.clone())
        })
        .await;
    answer_at_fields(page, form, entered).await
}
