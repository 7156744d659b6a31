//! Letters that did not arrive, or are on paper, in the console.

use axum::{
    extract::{Path, State},
    response::Response,
};
use office::forms::LetterForm;

use super::{answer, recordings::signed_in};
use crate::web::{form_post::FormPost, state::AppState, submission::Once};

/// `/staff/mail/{id}`: an act with a letter.
pub async fn letter(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<LetterForm>,
) -> Response {
    let done = format!("/staff/mail/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let acted = once.does(async {
        let by = signed_in(&page)?.custodian()?;
        office
            .act_on_letter(&by, &id, form.check()?)
            .await
            .map(|()| done.clone())
    });
    let acted = acted.await;
    answer(page, form, acted).await
}
