//! Notes inside the office, and that a mention was read.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    Refusal, TrackingNumber,
    forms::{MentionForm, NoteForm},
    views::NoteSubject,
};

use super::{answer, recordings::signed_in};
use crate::web::{error_page::ErrorPage, form_post::FormPost, page::Page, state::AppState, submission::Once};

/// `/staff/requests/{number}/notes`.
pub async fn request_note(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<NoteForm>,
) -> Response {
    match TrackingNumber::parse(&number) {
        Ok(number) => note(state, NoteSubject::Request(number), form, page).await,
        Err(_) => ErrorPage::Refused(Refusal::NotFound).into_response(),
    }
}

/// `/staff/recordings/{id}/notes`.
pub async fn recording_note(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<NoteForm>,
) -> Response {
    note(state, NoteSubject::Recording(id), form, page).await
}

/// `/staff/notices/{id}/notes`.
pub async fn notice_note(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<NoteForm>,
) -> Response {
    note(state, NoteSubject::Notice(id), form, page).await
}

/// Writes a note; one comes back to what it is on.
async fn note(state: AppState, on: NoteSubject, form: NoteForm, page: Page) -> Response {
    let done = format!("{}?done=note#notes", on.path());
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let written = once.does(async {
        let by = signed_in(&page)?;
        office.write_note(&by, &on, form.check()?).await?;
        Ok(done.clone())
    });
    let written = written.await;
    answer(page, form, written).await
}

/// `/staff/mentions`: a mention was read.
pub async fn mention(State(state): State<AppState>, FormPost { form, page }: FormPost<MentionForm>) -> Response {
    let done = "/staff/mentions";
    let once = Once::of(&state, &page, done);
    let office = once.office();
    let read = once.does(async {
        let by = signed_in(&page)?;
        office.read_mention(&by, &form.read).await?;
        Ok(done.to_owned())
    });
    let read = read.await;
    answer(page, form, read).await
}
