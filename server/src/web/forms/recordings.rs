//! The register of recordings, and court orders.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use law::recording::RecordingActKind;
use office::{
    Errors, OfficeResult, Problem, Refusal,
    forms::{ImportActForm, ImportForm, OrderActForm, OrderForm, RecordingActForm, RecordingForm},
    problem::FileProblem,
    views::{CsvFile, ImportReport, Staff},
};

use super::{answer, answer_at_fields, court};
use crate::web::{
    error_page::ErrorPage, form_post::FormPost, multipart_form::MultipartForm, page::Page, state::AppState,
    submission::Once,
};

/// Who is signed in. The session layer lets nobody else come this far.
pub(super) fn signed_in(page: &Page) -> OfficeResult<Staff> {
    page.visitor().staff.ok_or(Refusal::SignIn)
}

/// `/staff/recordings/new`.
pub async fn new_recording(
    State(state): State<AppState>,
    FormPost { form, page }: FormPost<RecordingForm>,
) -> Response {
    let once = Once::of(&state, &page, "/staff/recordings");
    let office = once.office();
    let registered = once.does(async {
        let by = signed_in(&page)?;
        let recording = form.check(&office.recording_context())?;
        let id = office.register(&by.custodian()?, recording).await?;
        Ok(format!("/staff/recordings/{id}?done=1"))
    });
    let registered = registered.await;
    answer(page, form, registered).await
}

/// `/staff/recordings/import`.
pub async fn import_recordings(
    State(state): State<AppState>,
    MultipartForm { form, files, page }: MultipartForm<ImportForm>,
) -> Response {
    let once = Once::of(&state, &page, "/staff/recordings");
    let office = once.office();
    let imported = once.does(async {
        let by = signed_in(&page)?;
        let by = by.custodian()?;
        let (file, field) = match files.first() {
            Some(file) => {
                let (name, at) = (file.name.clone(), file.at.clone());
                (CsvFile::Arrived { name, at }, "csv_file")
            }
            None => (CsvFile::Typed(form.csv.clone().into_bytes()), "csv"),
        };
        if office.is_long(&file).await? {
            let id = office.begin_import(&by, file).await?;
            return Ok(format!("/staff/recordings/imports/{id}"));
        }
        // It writes in steps, so the form is claimed after the last: broken off before, it can be sent again.
        let imported = state.office.import(&by, file).await?;
        if !imported.kept {
            return Err(bad_lines(&imported, field).into());
        }
        Ok("/staff/recordings".to_owned())
    });
    let imported = imported.await;
    answer(page, form, imported).await
}

/// `/staff/recordings/imports/{id}`.
pub async fn act_on_import(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<ImportActForm>,
) -> Response {
    let done = format!("/staff/recordings/imports/{id}");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let canceled = once.does(async {
        let by = signed_in(&page)?.custodian()?;
        if form.act != "cancel" {
            return Err(Refusal::NotFound);
        }
        office.cancel_import(&by, &id).await?;
        Ok(done.clone())
    });
    let canceled = canceled.await;
    answer(page, form, canceled).await
}

/// Every bad line, told at the field that held it.
fn bad_lines(imported: &ImportReport, field: &str) -> Errors {
    let mut errors = Errors::default();
    for bad in &imported.bad {
        for (column, problem) in &bad.errors.0 {
            let (line, column, problem) = (bad.line, column.clone(), Box::new(problem.clone()));
            errors.add(field, Problem::InLine { line, column, problem });
        }
    }
    errors
}

/// `/staff/recordings/{id}`.
pub async fn recording(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<RecordingActForm>,
) -> Response {
    let done = format!("/staff/recordings/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let changed = once.does(async {
        let by = signed_in(&page)?;
        match RecordingActKind::parse(&form.act).ok_or(Refusal::NotFound)? {
            RecordingActKind::Status => office.change_status(&by.custodian()?, &id, form.status()?).await,
            RecordingActKind::Scene => office.judge(&by.custodian()?, &id, form.scene()?).await,
            RecordingActKind::Link => office.link(&by.custodian()?, &id, &form.link()?).await,
            RecordingActKind::Unlink => office.unlink(&by.custodian()?, &id, form.unlink()?).await,
            RecordingActKind::Delete => {
                office
                    .record_deletion(&by.custodian()?, &id, form.deletion(office.today())?)
                    .await
            }
        }?;
        Ok(done.clone())
    });
    let changed = changed.await;
    answer_at_fields(page, form, changed).await
}

/// `/staff/orders/new`.
pub async fn new_order(
    State(state): State<AppState>,
    MultipartForm { form, files, page }: MultipartForm<OrderForm>,
) -> Response {
    let once = Once::of(&state, &page, "/staff/orders");
    let office = once.office();
    let entered = once.does(async {
        let by = signed_in(&page)?;
        let mut order = match form.check() {
            Ok(order) if !files.is_empty() => order,
            // Everything that is wrong is told at once.
            other => {
                let mut errors = other.err().unwrap_or_default();
                if files.is_empty() {
                    errors.add("document", FileProblem::CourtPaperMissing);
                }
                return Err(errors.into());
            }
        };
        order.document = court::paper(&state, &files).await?;
        let id = office.enter_order(&by.custodian()?, order).await?;
        Ok(format!("/staff/orders/{id}?done=1"))
    });
    let entered = entered.await;
    answer_at_fields(page, form, entered).await
}

/// `/staff/orders/{id}`.
pub async fn order(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<OrderActForm>,
) -> Response {
    let done = format!("/staff/orders/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let acted = once.does(async {
        let by = signed_in(&page)?;
        let (act, version) = form.check()?;
        office.act_on_order(&by, &id, act, version).await.map(|()| done.clone())
    });
    match acted.await {
        Err(Refusal::NotFound) => ErrorPage::Refused(Refusal::NotFound).into_response(),
        acted => answer_at_fields(page, form, acted).await,
    }
}
