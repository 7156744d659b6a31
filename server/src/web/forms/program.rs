//! The texts of the program.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{Errors, OfficeResult, Refusal, forms::ProgramForm, views::Staff};
use program::TextKey;

use crate::web::{error_page::ErrorPage, form_post::FormPost, state::AppState};

/// `/staff/program/{key}`: preview or publish.
pub async fn edit_program(
    State(state): State<AppState>,
    Path(key): Path<String>,
    FormPost { form, page }: FormPost<ProgramForm>,
) -> Response {
    let (Some(by), Some(key)) = (page.visitor().staff, TextKey::parse(&key)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    match publish(&state, &by, key, &form).await {
        Ok(()) => page.redirect(&format!("/staff/program/{}?done=1", key.key())),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// A preview publishes nothing: the page is shown again, with nothing wrong.
async fn publish(state: &AppState, by: &Staff, key: TextKey, form: &ProgramForm) -> OfficeResult<()> {
    if form.act == "publish" {
        return state.office.publish(&by.administrator()?, form.check(key)?).await;
    }
    state.office.preview(&by.administrator()?, key, &form.text()?).await?;
    Err(Errors::default().into())
}
