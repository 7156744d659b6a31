//! Coverage sheets.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{Refusal, TrackingNumber, forms::CoverageForm};

use super::answer;
use crate::web::{error_page::ErrorPage, form_post::FormPost, state::AppState, submission::Once};

/// `/staff/requests/{number}/coverage`: keeps a sheet, or shows more rows.
pub async fn coverage(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<CoverageForm>,
) -> Response {
    let (Some(by), Ok(number)) = (page.visitor().staff, TrackingNumber::parse(&number)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    if !form.more.is_empty() {
        let longer = form.longer();
        return page.with(longer.clone(), longer).await;
    }
    let done = format!("/staff/requests/{number}/coverage?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let kept = once.does(async {
        office.keep_coverage(&by.custodian()?, &number, form.check()?).await?;
        Ok(done.clone())
    });
    let kept = kept.await;
    answer(page, form, kept).await
}
