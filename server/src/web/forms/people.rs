//! People logs and notices, in the console.

use axum::{
    extract::{Path, State},
    response::Response,
};
use law::{notice::Channel, redaction::CopyActKind, release::ReleaseActKind};
use office::{
    OfficeResult, Problem, Refusal, TrackingNumber,
    forms::{CopyForm, FileKind, NoticeAct, NoticeForm, PersonActKind, PersonForm, ReleaseForm},
    views::Staff,
};

use super::{keyed, recordings::signed_in};
use crate::web::{
    form_post::FormPost,
    multipart_form::{MultipartForm, arrived_files},
    state::AppState,
};

/// `/staff/recordings/{id}/people`: adds a person.
pub async fn add_person(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<PersonForm>,
) -> Response {
    let added = async {
        let by = signed_in(&page)?;
        state.office.log_person(&by.custodian()?, form.person(&id)?).await
    };
    match added.await {
        Ok(person) => page.redirect(&format!("/staff/people/{person}?done=1")),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// `/staff/people/{id}`: what the log says, and how to reach them.
pub async fn person(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<PersonForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let office = &state.office;
        match PersonActKind::parse(&form.act).ok_or(Refusal::NotFound)? {
            PersonActKind::Contact => office.keep_contact(&by.custodian()?, &id, form.contact()?).await,
            PersonActKind::Person => {
                office
                    .change_person(&by.custodian()?, &id, form.facts()?, form.version())
                    .await
            }
        }
    };
    match done.await {
        Ok(()) => page.redirect(&format!("/staff/people/{id}?done=1")),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// `/staff/notices/{id}`: an act on a notice.
pub async fn act_on_notice(
    State(state): State<AppState>,
    Path(id): Path<String>,
    MultipartForm { mut form, files, page }: MultipartForm<NoticeForm>,
) -> Response {
    keyed(&state, &mut form.key);
    let done = async {
        let by = signed_in(&page)?;
        let mut act = form.check()?;
        if let NoticeAct::Object { objection, .. } = &mut act {
            objection.papers = state.office.keep_papers(arrived_files(&files)).await?;
        }
        state
            .office
            .act_on_notice(&by.custodian()?, &id, act, form.version())
            .await
    };
    match done.await {
        Ok(()) => page.redirect(&format!("/staff/notices/{id}?done=1")),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// `/staff/requests/{number}/release`: notices, confirmations, the release itself, its publication.
pub async fn release(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<ReleaseForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let number = TrackingNumber::parse(&number).map_err(|_| Refusal::NotFound)?;
        released(&state, &by, &number, &form).await?;
        Ok(number)
    };
    match done.await {
        Ok(number) => page.redirect(&format!("/staff/requests/{number}/release?done=1")),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn released(state: &AppState, by: &Staff, number: &TrackingNumber, form: &ReleaseForm) -> OfficeResult<()> {
    let office = &state.office;
    match ReleaseActKind::parse(&form.act).ok_or(Refusal::NotFound)? {
        ReleaseActKind::OpenAll => office.open_notices(&by.custodian()?, number).await.map(|_| ()),
        ReleaseActKind::SendAll => {
            let channel = Channel::parse(&form.channel).ok_or_else(|| Refusal::field("channel", Problem::Missing))?;
            office.send_all(&by.custodian()?, number, channel).await.map(|_| ())
        }
        ReleaseActKind::Plan => {
            office
                .confirm(&by.custodian()?, number, form.terms == "yes", form.warned == "yes")
                .await
        }
        ReleaseActKind::Release => office.release(&by.custodian()?, number).await,
        ReleaseActKind::Publish => {
            office
                .publish_release(&by.custodian()?, number, &form.release, form.publication()?)
                .await
        }
    }
}

/// `/staff/recordings/{id}/files`: a file in one piece, a redaction list, an approval.
pub async fn files(
    State(state): State<AppState>,
    Path(id): Path<String>,
    MultipartForm { form, mut files, page }: MultipartForm<CopyForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let office = &state.office;
        match CopyActKind::parse(&form.act).ok_or(Refusal::NotFound)? {
            CopyActKind::Redactions => {
                office
                    .redact(&by.custodian()?, &form.copy, form.redactions()?, form.version())
                    .await
            }
            CopyActKind::Approve => {
                office
                    .approve(&by.reviewer()?, &form.copy, &form.seen()?, form.version())
                    .await
            }
            CopyActKind::Upload => {
                let kind = FileKind::parse(&form.file_kind);
                let kind = kind.ok_or_else(|| Refusal::field("file_kind", Problem::Missing))?;
                let missing = || Refusal::field("file", Problem::Missing);
                let file = files.pop().ok_or_else(missing)?;
                let by = by.custodian()?;
                let kept = office.keep_file(&by, &id, kind, file.at.clone(), file.name.clone());
                kept.await.map(|_| ())
            }
        }
    };
    match done.await {
        Ok(()) => page.redirect(&format!("/staff/recordings/{id}/files?done=1")),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}
