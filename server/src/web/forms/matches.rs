//! What is decided about suggestions and similar requests.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{Refusal, TrackingNumber, forms::MatchForm};

use super::{answer, recordings::signed_in};
use crate::web::{error_page::ErrorPage, form_post::FormPost, state::AppState, submission::Once};

/// `/staff/requests/{number}/matches`: one button of the page was pressed. One comes back to the request.
pub async fn matches(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<MatchForm>,
) -> Response {
    let Ok(number) = TrackingNumber::parse(&number) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    let done = format!("/staff/requests/{number}?done=register#recordings");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let decided = once.does(async {
        let by = signed_in(&page)?.custodian()?;
        office.act_on_match(&by, &number, form.check()?).await?;
        Ok(done.clone())
    });
    let decided = decided.await;
    answer(page, form, decided).await
}
