//! Deletion lists.

use app::context::Visitor;
use axum::{
    Extension,
    extract::{Path, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use law::deletion_list::ListActKind;
use office::{OfficeResult, Refusal, forms::DeletionListForm};
use records::fault::Fault;
use statistics::csv;

use super::{answer, recordings::signed_in};
use crate::web::{
    error_page::ErrorPage, form_post::FormPost, multipart_form::MultipartForm, state::AppState, submission::Once,
};

/// `/staff/deletions`: makes a list.
pub async fn make_deletion_list(
    State(state): State<AppState>,
    FormPost { form, page }: FormPost<DeletionListForm>,
) -> Response {
    let once = Once::of(&state, &page, "/staff/deletions");
    let office = once.office();
    let made = once.does(async {
        let by = signed_in(&page)?;
        let id = office.make_deletion_list(&by.custodian()?).await?;
        Ok(format!("/staff/deletions/{id}?done=1"))
    });
    let made = made.await;
    answer(page, form, made).await
}

/// `/staff/deletions/{id}`: approves it, sends it back, or enters what was deleted.
pub async fn deletion_list(
    State(state): State<AppState>,
    Path(id): Path<String>,
    MultipartForm { mut form, files, page }: MultipartForm<DeletionListForm>,
) -> Response {
    let done = format!("/staff/deletions/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let file = match files.first() {
        Some(file) => tokio::fs::read(&file.at).await.map_err(Fault::from),
        None => Ok(Vec::new()),
    };
    let acted = once.does(async {
        let by = signed_in(&page)?;
        let act = form.kind().ok_or(Refusal::NotFound)?;
        match act {
            ListActKind::Approve | ListActKind::SendBack => {
                let by = by.reviewer()?;
                let reason = form.reason(act)?;
                office
                    .judge_deletion_list(&by, &id, act == ListActKind::Approve, reason)
                    .await?;
            }
            ListActKind::Confirm => {
                let by = by.custodian()?;
                let file = file?;
                let text = if file.is_empty() {
                    form.csv.clone()
                } else {
                    String::from_utf8_lossy(&file).into_owned()
                };
                office
                    .confirm_deletions(&by, &id, DeletionListForm::reported(&text)?)
                    .await?;
            }
        }
        Ok(done.clone())
    });
    let acted = acted.await;
    form.act.clear();
    answer(page, form, acted).await
}

/// `/staff/deletions/{id}/list.csv`: what may be deleted by an approved list today (RFC 4180).
pub async fn deletion_csv(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(id): Path<String>,
) -> Response {
    match written(&state, &visitor, &id).await {
        Ok(text) => {
            let name = format!("attachment; filename=\"deletion-list-{}.csv\"", state.office.today());
            let head = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, name),
            ];
            (head, text).into_response()
        }
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

async fn written(state: &AppState, visitor: &Visitor, id: &str) -> OfficeResult<String> {
    let by = visitor.staff.as_ref().ok_or(Refusal::SignIn)?;
    let mut text = csv::line(&["source_id", "rule", "kept_until", "camera", "started_at"]);
    for row in state.office.deletion_export(by, id).await? {
        text += &csv::line(&[
            row.line.source_id,
            row.rule,
            row.kept_until.to_string(),
            row.line.camera.key().to_owned(),
            row.line.started.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        ]);
    }
    Ok(text)
}
