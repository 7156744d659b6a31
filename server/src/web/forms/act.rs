//! What custodians do: acts on a request, closures of office and court.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    Office, OfficeResult, Refusal, TrackingNumber,
    forms::{ActForm, ClosureForm, EraseForm, StaffAct, at_its_field, takes_papers},
    problem::FileProblem,
};

use super::{answer, answer_at_fields, shown};
use crate::web::{
    error_page::ErrorPage,
    form_post::FormPost,
    multipart_form::{ArrivedFile, MultipartForm, arrived_files},
    state::AppState,
    submission::{Once, Rehearsal},
};

/// `/staff/requests/{number}/act/{act}`: the path says which act.
pub async fn act(
    State(state): State<AppState>,
    Path((number, act)): Path<(String, String)>,
    MultipartForm { mut form, files, page }: MultipartForm<ActForm>,
) -> Response {
    let (Some(by), Ok(number)) = (page.visitor().staff, TrackingNumber::parse(&number)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    form.act = act;
    if !form.more.is_empty() {
        let longer = form.with_another_row();
        return page.with(longer.clone(), longer).await;
    }
    if let Some(rehearsal) = Rehearsal::of(&state, &page) {
        let office = rehearsal.office();
        let letters = rehearsal.letters(async {
            let act = checked(&*office, &form, &files).await?;
            office.act(&by, &number, act).await
        });
        let letters = letters.await;
        let letters = letters.map_err(|refusal| at_its_field(&form, refusal));
        return shown(page, form, letters).await;
    }
    let done = format!("/staff/requests/{number}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let acted = once.does(async {
        let act = checked(&*office, &form, &files).await?;
        office.act(&by, &number, act).await.map(|()| done.clone())
    });
    let acted = acted.await;
    answer_at_fields(page, form, acted).await
}

/// The act with the files that go with it. An office that rehearses looks at them and keeps none.
async fn checked(office: &dyn Office, form: &ActForm, files: &[ArrivedFile]) -> OfficeResult<StaffAct> {
    let kind = form.kind().ok_or(Refusal::NotFound)?;
    if !files.is_empty() && !takes_papers(kind) {
        return Err(Refusal::field("papers", FileProblem::NotAskedFor));
    }
    let mut act = form.check(kind)?;
    act.papers = office.keep_papers(arrived_files(files)).await?;
    Ok(act)
}

/// `/staff/requests/{number}/erase`: who filed, and their words.
pub async fn erase(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<EraseForm>,
) -> Response {
    let (Some(by), Ok(number)) = (page.visitor().staff, TrackingNumber::parse(&number)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    let done = format!("/staff/requests/{number}");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let erased = once.does(async {
        office.erase(&by.administrator()?, &number, form.check()?).await?;
        Ok(done.clone())
    });
    let erased = erased.await;
    answer(page, form, erased).await
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
        let by = by.administrator()?;
        if form.act == "take_back" {
            office.take_back_closure(&by, form.check()?).await?;
        } else {
            office.add_closure(&by, form.check()?).await?;
        }
        Ok(done.to_owned())
    });
    let added = added.await;
    answer(page, form, added).await
}
