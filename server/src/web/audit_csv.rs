//! `/staff/audit.csv`: the audit log as a file, by the same filters as its page.

use std::collections::HashMap;

use app::{context::Visitor, pages::staff::audit_filter};
use axum::{
    Extension,
    extract::{Query, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use office::{Lang, OfficeResult, Refusal};
use statistics::csv;
use texts::DeskWords as _;

use super::{error_page::ErrorPage, state::AppState};
use crate::output::with_offset;

/// RFC 4180, UTF-8; a cell that looks like a formula is made text. Keys and ids stand beside the words, so that a program
/// can read it too.
pub async fn audit_csv(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Query(asked): Query<HashMap<String, String>>,
) -> Response {
    match written(&state, &visitor, &asked).await {
        Ok(text) => {
            let name = format!("attachment; filename=\"audit-{}.csv\"", state.office.today());
            let head = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, name),
            ];
            (head, text).into_response()
        }
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

async fn written(state: &AppState, visitor: &Visitor, asked: &HashMap<String, String>) -> OfficeResult<String> {
    let by = visitor.staff.as_ref().ok_or(Refusal::SignIn)?;
    let filter = audit_filter(|name| asked.get(name).cloned().unwrap_or_default())?;
    let lines = state.office.audit_lines(by, filter).await?;
    let lang: Lang = visitor.lang;
    let mut text = csv::line(&["at", "by", "subject", "id", "kind", "what", "section"]);
    for line in lines {
        text += &csv::line(&[
            with_offset(&line.at),
            line.staff.unwrap_or_else(|| lang.portal_itself().to_owned()),
            line.subject,
            line.id,
            line.deed.key().to_owned(),
            lang.audit_deed(&line.deed),
            line.citation.unwrap_or_default(),
        ]);
    }
    Ok(text)
}
