//! The templates of letters.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{OfficeResult, Refusal, forms::TemplateForm, letter::LetterKind, views::LetterText};

use super::answer;
use crate::web::{error_page::ErrorPage, form_post::FormPost, state::AppState, submission::Once};

/// `/staff/letters/templates/{kind}`: preview or publish.
pub async fn edit_template(
    State(state): State<AppState>,
    Path(kind): Path<String>,
    FormPost { form, page }: FormPost<TemplateForm>,
) -> Response {
    let (Some(by), Some(kind)) = (page.visitor().staff, LetterKind::parse(&kind)) else {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    };
    if form.act != "publish" {
        let shown = by.administrator().and_then(|_| examples(&state, kind, &form));
        return match shown {
            Ok(texts) => page.with(texts, form).await,
            Err(refusal) => page.rerender_with_errors(form, refusal).await,
        };
    }
    let done = format!("/staff/letters/templates/{}?done=1", kind.key());
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let published = once.does(async {
        let by = by.administrator()?;
        office.publish_template(&by, form.check(kind)?).await?;
        Ok(done.clone())
    });
    let published = published.await;
    answer(page, form, published).await
}

/// The letter in these words, in both languages; nothing is published.
fn examples(state: &AppState, kind: LetterKind, form: &TemplateForm) -> OfficeResult<Vec<LetterText>> {
    let paragraphs = form.paragraphs(kind)?;
    let example = |lang| state.office.letter_example(kind, &paragraphs, lang);
    Ok(office::Lang::ALL.map(example).to_vec())
}
