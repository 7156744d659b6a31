//! The queue: who is given which requests, how it is shown, who is away.

use axum::{
    extract::{Path, State},
    response::Response,
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    forms::{AbsenceForm, QueueActForm},
};

use super::{answer, recordings::signed_in};
use crate::web::{form_post::FormPost, page::Page, state::AppState, submission::Once};

/// `/staff/queue`: gives the selected requests to somebody, or keeps how the queue is shown. One comes back to the same search.
pub async fn queue(State(state): State<AppState>, FormPost { form, page }: FormPost<QueueActForm>) -> Response {
    let done = back(&page);
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let kept = once.does(async {
        let by = signed_in(&page)?;
        match form.act.as_str() {
            "assign" if form.print == "1" => {
                by.custodian()?;
                return Ok(sheets(&form.selected()?));
            }
            "assign" if form.extend == "1" => office.extend(&by.custodian()?, form.extension()?).await?,
            "assign" => office.assign(&by.custodian()?, form.assign()?).await?,
            "choice" => office.choose(&by, form.choice()).await?,
            _ => return Err(Refusal::NotFound),
        }
        Ok(done.clone())
    });
    let kept = kept.await;
    answer(page, form, kept).await
}

/// Where a selection is printed.
fn sheets(numbers: &[TrackingNumber]) -> String {
    let numbers: Vec<&str> = numbers.iter().map(TrackingNumber::as_str).collect();
    format!("/staff/requests/print?numbers={}", numbers.join(","))
}

/// The queue with the search of this page.
fn back(page: &Page) -> String {
    let query = page.visitor().query;
    let kept: Vec<&str> = query
        .split('&')
        .filter(|part| !part.is_empty() && *part != "done=1")
        .chain(std::iter::once("done=1"))
        .collect();
    format!("/staff/queue?{}", kept.join("&"))
}

/// `/staff/requests/{number}/assign`: gives one request to somebody.
pub async fn assign(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { mut form, page }: FormPost<QueueActForm>,
) -> Response {
    let done = format!("/staff/requests/{number}");
    form.number = vec![number];
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let given = once.does(async {
        let by = signed_in(&page)?.custodian()?;
        office.assign(&by, form.assign()?).await.map(|()| done.clone())
    });
    let given = given.await;
    answer(page, form, given).await
}

/// `/staff/requests/{number}`: takes the mark of new messages off.
pub async fn request(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<QueueActForm>,
) -> Response {
    let done = format!("/staff/requests/{number}");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let kept = once.does(async {
        let by = signed_in(&page)?.custodian()?;
        let number = TrackingNumber::parse(&number).map_err(|_| Refusal::NotFound)?;
        if form.act != "read" {
            return Err(Refusal::NotFound);
        }
        let version = form.version.parse().map_err(|_| Refusal::Stale)?;
        office.mark_read(&by, &number, version).await?;
        Ok(done.clone())
    });
    let kept = kept.await;
    answer(page, form, kept).await
}

/// `/staff/absences`: enters an absence, or ends the one that the form names.
pub async fn absence(State(state): State<AppState>, FormPost { form, page }: FormPost<AbsenceForm>) -> Response {
    let done = "/staff/absences?done=1";
    let once = Once::of(&state, &page, done);
    let office = once.office();
    let kept: OfficeResult<String> = once
        .does(async {
            let by = signed_in(&page)?;
            if form.id.is_empty() {
                office.enter_absence(&by, form.check()?).await?;
            } else {
                office.end_absence(&by, &form.id).await?;
            }
            Ok(done.to_owned())
        })
        .await;
    answer(page, form, kept).await
}
