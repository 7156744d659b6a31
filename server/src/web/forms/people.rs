//! People logs and notices, in the console.

use axum::{
    extract::{Path, State},
    response::Response,
};
use law::{notice::Channel, redaction::CopyActKind, release::ReleaseActKind};
use office::{
    Office, OfficeResult, Problem, Refusal, TrackingNumber,
    forms::{CopyForm, FileKind, NewFile, NoticeAct, NoticeForm, PersonActKind, PersonForm, ReleaseForm, at_its_field},
    problem::FileProblem,
    views::Staff,
};

use super::{answer_at_fields, recordings::signed_in, shown};
use crate::web::{
    form_post::FormPost,
    multipart_form::{MultipartForm, arrived_files},
    state::AppState,
    submission::{Once, Rehearsal},
};

/// `/staff/recordings/{id}/people`: adds a person.
pub async fn add_person(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<PersonForm>,
) -> Response {
    let people = format!("/staff/recordings/{id}/people");
    let files = format!("/staff/recordings/{id}/files?logged=1");
    let once = Once::of(&state, &page, &people);
    let office = once.office();
    let added = once.does(async {
        let by = signed_in(&page)?;
        let by = by.custodian()?;
        if PersonActKind::parse(&form.act) == Some(PersonActKind::Complete) {
            office.complete_log(&by, &id).await?;
            return Ok(files);
        }
        let new = form.person(&id)?;
        let (completes, reachable) = (new.completes, new.contact.is_some());
        let person = office.log_person(&by, new).await?;
        // What comes next: the copy, the next person, or how to reach this one.
        Ok(match (completes, reachable) {
            (true, _) => files,
            (false, true) => format!("{people}?done=1"),
            (false, false) => format!("/staff/people/{person}?done=1"),
        })
    });
    let added = added.await;
    answer_at_fields(page, form, added).await
}

/// `/staff/people/{id}`: what the log says, and how to reach them.
pub async fn person(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<PersonForm>,
) -> Response {
    let done = format!("/staff/people/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let changed = once.does(async {
        let by = signed_in(&page)?;
        match PersonActKind::parse(&form.act).ok_or(Refusal::NotFound)? {
            PersonActKind::Contact => office.keep_contact(&by.custodian()?, &id, form.contact()?).await,
            PersonActKind::TakeOut => {
                office
                    .take_out_person(&by.custodian()?, &id, form.reason()?, form.version())
                    .await
            }
            PersonActKind::Complete => Err(Refusal::NotFound),
            PersonActKind::Person => {
                office
                    .change_person(&by.custodian()?, &id, form.facts()?, form.version())
                    .await
            }
        }?;
        Ok(done.clone())
    });
    let changed = changed.await;
    answer_at_fields(page, form, changed).await
}

/// `/staff/notices/{id}`: an act on a notice.
pub async fn act_on_notice(
    State(state): State<AppState>,
    Path(id): Path<String>,
    MultipartForm { form, files, page }: MultipartForm<NoticeForm>,
) -> Response {
    if let Some(rehearsal) = Rehearsal::of(&state, &page) {
        let office = rehearsal.office();
        let letters = rehearsal.letters(async {
            let by = signed_in(&page)?.custodian()?;
            let act = form.check()?;
            // Papers that came along are looked at only when they are kept.
            if matches!(act, NoticeAct::Object { .. } | NoticeAct::Receive { .. }) {
                return Err(Refusal::field("act", Problem::UnknownChoice));
            }
            office.act_on_notice(&by, &id, act, form.version()).await
        });
        let letters = letters.await;
        let letters = letters.map_err(|refusal| at_its_field(&form, refusal));
        return shown(page, form, letters).await;
    }
    let done = format!("/staff/notices/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let acted = once.does(async {
        let by = signed_in(&page)?;
        let mut act = form.check()?;
        let papers = match &mut act {
            NoticeAct::Object { objection, .. } => Some(&mut objection.papers),
            NoticeAct::Receive { papers, .. } => Some(papers),
            _ if files.is_empty() => None,
            _ => return Err(Refusal::field("papers", FileProblem::NotAskedFor)),
        };
        if let Some(papers) = papers {
            *papers = state.office.keep_papers(arrived_files(&files)).await?;
        }
        office
            .act_on_notice(&by.custodian()?, &id, act, form.version())
            .await
            .map(|()| done.clone())
    });
    let acted = acted.await;
    answer_at_fields(page, form, acted).await
}

/// `/staff/requests/{number}/release`: notices, confirmations, the release itself, its publication.
pub async fn release(
    State(state): State<AppState>,
    Path(number): Path<String>,
    FormPost { form, page }: FormPost<ReleaseForm>,
) -> Response {
    let Ok(number) = TrackingNumber::parse(&number) else {
        return page.rerender_with_errors(form, Refusal::NotFound).await;
    };
    if let Some(rehearsal) = Rehearsal::of(&state, &page) {
        let office = rehearsal.office();
        let letters = rehearsal.letters(async {
            let by = signed_in(&page)?;
            released(&*office, &by, &number, &form).await
        });
        let letters = letters.await;
        return shown(page, form, letters).await;
    }
    let done = after(&state, &number, &form);
    let stops = matches!(
        ReleaseActKind::parse(&form.act),
        Some(ReleaseActKind::Stop | ReleaseActKind::TakeDown)
    );
    let once = Once::of(&state, &page, &done).by_any_clock(stops);
    let office = once.office();
    let acted = once.does(async {
        let by = signed_in(&page)?;
        released(&*office, &by, &number, &form).await.map(|()| done.clone())
    });
    let acted = acted.await;
    answer_at_fields(page, form, acted).await
}

/// Where an act for a release leads: letters to the sheets that are to be printed.
fn after(state: &AppState, number: &TrackingNumber, form: &ReleaseForm) -> String {
    let sends = form.act == ReleaseActKind::SendAll.key();
    let run = match Channel::parse(&form.channel) {
        Some(Channel::Mail | Channel::CertifiedMail) if sends => "",
        Some(Channel::Personal | Channel::Publication) if sends => "&by=hand",
        _ => return format!("/staff/requests/{number}/release?done=1"),
    };
    format!("/staff/letters?on={}&of={number}{run}&done=1", state.office.today())
}

async fn released(office: &dyn Office, by: &Staff, number: &TrackingNumber, form: &ReleaseForm) -> OfficeResult<()> {
    match ReleaseActKind::parse(&form.act).ok_or(Refusal::NotFound)? {
        ReleaseActKind::OpenAll => office.open_notices(&by.custodian()?, number).await.map(|_| ()),
        ReleaseActKind::SendAll => {
            let channel = Channel::parse(&form.channel).ok_or_else(|| Refusal::field("channel", Problem::Missing))?;
            let audience = form.audience()?;
            office
                .send_all(&by.custodian()?, number, channel, audience)
                .await
                .map(|_| ())
        }
        ReleaseActKind::Plan => {
            office
                .confirm(&by.custodian()?, number, form.terms == "yes", form.warned == "yes")
                .await
        }
        ReleaseActKind::ReceiveAll => {
            let (seen, receipt) = form.received()?;
            office.receive_all(&by.custodian()?, number, seen, receipt).await
        }
        ReleaseActKind::Release => office.release(&by.custodian()?, number, form.cleared()?).await,
        ReleaseActKind::Stop => {
            office
                .stop_release(&by.custodian()?, number, &form.release, form.stop()?)
                .await
        }
        ReleaseActKind::Propose => {
            let by = by.custodian()?;
            let publication = form.publication()?;
            office
                .propose_publication(&by, number, &form.release, publication)
                .await
        }
        ReleaseActKind::Approve => {
            office
                .approve_publication(&by.reviewer()?, number, &form.proposed()?)
                .await
        }
        ReleaseActKind::SendBack => {
            let (by, (publication, reason)) = (by.reviewer()?, form.sent_back()?);
            office.send_back_publication(&by, number, &publication, &reason).await
        }
        ReleaseActKind::TakeDown => {
            let (by, (release, reason)) = (by.custodian()?, form.taken_down()?);
            office.take_down(&by, number, &release, &reason).await
        }
    }
}

/// `/staff/recordings/{id}/files`: a file in one piece, a redaction list, an approval.
pub async fn files(
    State(state): State<AppState>,
    Path(id): Path<String>,
    MultipartForm { form, files, page }: MultipartForm<CopyForm>,
) -> Response {
    let done = format!("/staff/recordings/{id}/files?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let changed = once.does(async {
        let by = signed_in(&page)?;
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
                let file = files.last().ok_or_else(missing)?;
                let by = by.custodian()?;
                let redactions = match kind {
                    FileKind::Copy => form.redactions()?,
                    FileKind::Original | FileKind::Captions | FileKind::Transcript => Vec::new(),
                };
                let arrived = NewFile {
                    redactions,
                    ..NewFile::of(kind, file.at.clone(), file.name.clone())
                };
                office.keep_file(&by, &id, arrived).await.map(|_| ())
            }
        }?;
        Ok(done.clone())
    });
    let changed = changed.await;
    answer_at_fields(page, form, changed).await
}
