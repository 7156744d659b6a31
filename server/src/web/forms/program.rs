//! The texts of the program.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    Errors, Office, OfficeResult, Refusal,
    forms::{ProgramFieldsAct, ProgramFieldsForm, ProgramForm},
    views::Staff,
};
use program::TextKey;

use super::answer;
use crate::web::{error_page::ErrorPage, form_post::FormPost, state::AppState, submission::Once};

/// `/staff/program/{key}`: preview or publish.
pub async fn edit_program(
    State(state): State<AppState>,
    Path(key): Path<String>,
    FormPost { form, page }: FormPost<ProgramForm>,
) -> Response {
    let (Some(by), Some(key)) = (page.visitor().staff, TextKey::parse(&key)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    let done = format!("/staff/program/{}?done=1", key.key());
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let published = once.does(async { publish(&*office, &by, key, &form).await.map(|()| done.clone()) });
    let published = published.await;
    answer(page, form, published).await
}

/// A preview publishes nothing: the page is shown again, with nothing wrong.
async fn publish(office: &dyn Office, by: &Staff, key: TextKey, form: &ProgramForm) -> OfficeResult<()> {
    if form.act == "publish" {
        return office.publish(&by.administrator()?, form.check(key)?).await;
    }
    office.preview(&by.administrator()?, key, &form.text()?).await?;
    Err(Errors::default().into())
}

/// `/staff/program/{key}/fields`: adds, takes out or moves an entry, previews or publishes.
pub async fn edit_program_fields(
    State(state): State<AppState>,
    Path(key): Path<String>,
    FormPost { form, page }: FormPost<ProgramFieldsForm>,
) -> Response {
    let (Some(by), Some(key)) = (page.visitor().staff, TextKey::parse(&key)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    if let Some(changed) = form.changed(key) {
        return page.with(changed.clone(), changed).await;
    }
    if form.pressed() != ProgramFieldsAct::Publish {
        let preview = async { state.office.preview(&by.administrator()?, key, &form.text(key)?).await };
        return match preview.await {
            Ok(program) => page.with(program, form).await,
            Err(refusal) => {
                let refusal = form.at_its_fields(key, refusal);
                page.rerender_with_errors(form, refusal).await
            }
        };
    }
    let done = format!("/staff/program/{}/fields?done=1", key.key());
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let published = once.does(async {
        let published = office.publish(&by.administrator()?, form.check(key)?).await;
        published
            .map(|()| done.clone())
            .map_err(|refusal| form.at_its_fields(key, refusal))
    });
    let published = published.await;
    answer(page, form, published).await
}
