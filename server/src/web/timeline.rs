//! `/requests/{number}/timeline.txt`: the exact text that the check number of a printed time line is of.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use office::{OfficeResult, Refusal, TrackingNumber, views::TimelineSheet};

use super::{error_page::ErrorPage, state::AppState};

/// The text, the same in every language.
pub async fn timeline(State(state): State<AppState>, Path(number): Path<String>) -> Response {
    match sheet(&state, &number).await {
        Ok(sheet) => {
            let kind = HeaderValue::from_static("text/plain; charset=utf-8");
            ([(header::CONTENT_TYPE, kind)], sheet.text).into_response()
        }
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

async fn sheet(state: &AppState, number: &str) -> OfficeResult<TimelineSheet> {
    let number = TrackingNumber::parse(number).map_err(|_| Refusal::NotFound)?;
    state.office.timeline(&number).await?.ok_or(Refusal::NotFound)
}
