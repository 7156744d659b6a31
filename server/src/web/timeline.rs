//! `/requests/{number}/timeline.txt`: the exact text that the check number of a printed time line is of.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use office::{Answer, Refusal, TrackingNumber, views::TimelineSheet};

use super::{counter::Counter, notice::Notice};

/// The text, the same in every language.
pub async fn timeline(State(counter): State<Counter>, Path(number): Path<String>) -> Response {
    match sheet(&counter, &number).await {
        Ok(sheet) => {
            let kind = HeaderValue::from_static("text/plain; charset=utf-8");
            ([(header::CONTENT_TYPE, kind)], sheet.text).into_response()
        }
        Err(refusal) => Notice::Refused(refusal).into_response(),
    }
}

async fn sheet(counter: &Counter, number: &str) -> Answer<TimelineSheet> {
    let number = TrackingNumber::parse(number).map_err(|_| Refusal::NotFound)?;
    counter.office.timeline(&number).await?.ok_or(Refusal::NotFound)
}
