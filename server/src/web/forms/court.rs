//! Court cases.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    OfficeResult, Refusal,
    forms::{CourtCaseForm, CourtEntryForm, NewPaper, at_its_field},
};

use super::{answer_at_fields, recordings::signed_in, shown};
use crate::web::{
    error_page::ErrorPage,
    multipart_form::{ArrivedFile, MultipartForm, arrived_files},
    state::AppState,
    submission::{Once, Rehearsal},
};

/// The court's paper, where one came along.
pub(super) async fn paper(state: &AppState, files: &[ArrivedFile]) -> OfficeResult<Option<NewPaper>> {
    let kept = state.office.keep_papers(arrived_files(files)).await;
    // The office tells of a paper where objections have theirs.
    Ok(kept.map_err(|refusal| refusal.at("document"))?.pop())
}

/// `/staff/court/new`.
pub async fn new_case(
    State(state): State<AppState>,
    MultipartForm { form, files, page }: MultipartForm<CourtCaseForm>,
) -> Response {
    if let Some(rehearsal) = Rehearsal::of(&state, &page) {
        let office = rehearsal.office();
        let letters = rehearsal.letters(async {
            let by = signed_in(&page)?.court_filer()?;
            office.open_case(&by, form.check()?).await.map(|_| ())
        });
        let letters = letters.await.map_err(|refusal| at_its_field(&form, refusal));
        return shown(page, form, letters).await;
    }
    let once = Once::of(&state, &page, "/staff/court");
    let office = once.office();
    let entered = once.does(async {
        let by = signed_in(&page)?.court_filer()?;
        let mut case = form.check()?;
        case.document = paper(&state, &files).await?;
        let id = office.open_case(&by, case).await?;
        Ok(format!("/staff/court/{id}?done=1"))
    });
    let entered = entered.await;
    answer_at_fields(page, form, entered).await
}

/// `/staff/court/{id}`.
pub async fn court_case(
    State(state): State<AppState>,
    Path(id): Path<String>,
    MultipartForm { form, files, page }: MultipartForm<CourtEntryForm>,
) -> Response {
    if let Some(rehearsal) = Rehearsal::of(&state, &page) {
        let office = rehearsal.office();
        let letters = rehearsal.letters(async {
            let by = signed_in(&page)?.court_filer()?;
            let (entry, version) = form.check()?;
            office.enter_in_case(&by, &id, entry, version).await
        });
        let letters = letters.await.map_err(|refusal| at_its_field(&form, refusal));
        return shown(page, form, letters).await;
    }
    let done = format!("/staff/court/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let entered = once.does(async {
        let by = signed_in(&page)?.court_filer()?;
        let (mut entry, version) = form.check()?;
        entry.document = paper(&state, &files).await?;
        office
            .enter_in_case(&by, &id, entry, version)
            .await
            .map(|()| done.clone())
    });
    match entered.await {
        Err(Refusal::NotFound) => ErrorPage::Refused(Refusal::NotFound).into_response(),
        entered => answer_at_fields(page, form, entered).await,
    }
}
