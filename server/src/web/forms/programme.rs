//! The texts of the programme.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{Answer, Errors, Refusal, forms::ProgrammeForm, views::Staff};
use programme::TextKey;

use crate::web::{counter::Counter, notice::Notice, posted::Posted};

/// `/staff/program/{key}`: preview or publish.
pub async fn edit_program(
    State(counter): State<Counter>,
    Path(key): Path<String>,
    Posted { form, page }: Posted<ProgrammeForm>,
) -> Response {
    let (Some(by), Some(key)) = (page.visitor().staff, TextKey::parse(&key)) else {
        return Notice::Refused(Refusal::NotFound).into_response();
    };
    match done(&counter, &by, key, &form).await {
        Ok(()) => page.onward(&format!("/staff/program/{}?done=1", key.key())),
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// A preview publishes nothing: the page is shown again, with nothing wrong.
async fn done(counter: &Counter, by: &Staff, key: TextKey, form: &ProgrammeForm) -> Answer<()> {
    if form.act == "publish" {
        return counter.office.publish(by, form.check(key)?).await;
    }
    counter.office.preview(by, key, &form.text()?).await?;
    Err(Errors::default().into())
}
