//! People logs and notices, in the console.

use axum::{
    extract::{Path, State},
    response::Response,
};
use law::notice::Channel;
use office::{
    Answer, Problem, Refusal, TrackingNumber,
    forms::{CopyForm, FileKind, NoticeAct, NoticeForm, PersonForm, ReleaseForm},
    views::Staff,
};

use super::{keyed, register::signed_in};
use crate::web::{
    counter::Counter,
    posted::Posted,
    sent::{Sent, arrived},
};

/// `/staff/recordings/{id}/people`: adds a person.
pub async fn add_person(
    State(counter): State<Counter>,
    Path(id): Path<String>,
    Posted { form, page }: Posted<PersonForm>,
) -> Response {
    let added = async {
        let by = signed_in(&page)?;
        counter.office.log_person(&by, form.person(&id)?).await
    };
    match added.await {
        Ok(person) => page.onward(&format!("/staff/people/{person}?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// `/staff/people/{id}`: what the log says, and how to reach them.
pub async fn person(
    State(counter): State<Counter>,
    Path(id): Path<String>,
    Posted { form, page }: Posted<PersonForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let office = &counter.office;
        match form.act.as_str() {
            "contact" => office.keep_contact(&by, &id, form.contact()?).await,
            _ => office.change_person(&by, &id, form.facts()?, form.version()).await,
        }
    };
    match done.await {
        Ok(()) => page.onward(&format!("/staff/people/{id}?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// `/staff/notices/{id}`: an act on a notice.
pub async fn act_on_notice(
    State(counter): State<Counter>,
    Path(id): Path<String>,
    Sent { mut form, files, page }: Sent<NoticeForm>,
) -> Response {
    keyed(&counter, &mut form.key);
    let done = async {
        let by = signed_in(&page)?;
        let mut act = form.check()?;
        if let NoticeAct::Object { objection, .. } = &mut act {
            objection.papers = counter.office.keep_papers(arrived(&files)).await?;
        }
        counter.office.act_on_notice(&by, &id, act, form.version()).await
    };
    match done.await {
        Ok(()) => page.onward(&format!("/staff/notices/{id}?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// `/staff/requests/{number}/release`: notices, confirmations, the release itself, its publication.
pub async fn release(
    State(counter): State<Counter>,
    Path(number): Path<String>,
    Posted { form, page }: Posted<ReleaseForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let number = TrackingNumber::parse(&number).map_err(|_| Refusal::NotFound)?;
        released(&counter, &by, &number, &form).await?;
        Ok(number)
    };
    match done.await {
        Ok(number) => page.onward(&format!("/staff/requests/{number}/release?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

async fn released(counter: &Counter, by: &Staff, number: &TrackingNumber, form: &ReleaseForm) -> Answer<()> {
    let office = &counter.office;
    match form.act.as_str() {
        "open_all" => office.open_notices(by, number).await.map(|_| ()),
        "send_all" => {
            let channel = Channel::parse(&form.channel).ok_or_else(|| Refusal::field("channel", Problem::Missing))?;
            office.send_all(by, number, channel).await.map(|_| ())
        }
        "plan" => {
            office
                .confirm(by, number, form.terms == "yes", form.warned == "yes")
                .await
        }
        "release" => office.release(by, number).await,
        "publish" => office.publish_release(by, &form.release, form.publication()?).await,
        _ => Err(Refusal::NotFound),
    }
}

/// `/staff/recordings/{id}/files`: a file in one piece, a redaction list, an approval.
pub async fn files(
    State(counter): State<Counter>,
    Path(id): Path<String>,
    Sent { form, mut files, page }: Sent<CopyForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let office = &counter.office;
        match form.act.as_str() {
            "redactions" => office.redact(&by, &form.copy, form.redactions()?, form.version()).await,
            "approve" => office.approve(&by, &form.copy, &form.seen()?, form.version()).await,
            _ => {
                let kind = FileKind::parse(&form.file_kind);
                let kind = kind.ok_or_else(|| Refusal::field("file_kind", Problem::Missing))?;
                let missing = || Refusal::field("file", Problem::Missing);
                let file = files.pop().ok_or_else(missing)?;
                let kept = office.keep_file(&by, &id, kind, file.at.clone(), file.name.clone());
                kept.await.map(|_| ())
            }
        }
    };
    match done.await {
        Ok(()) => page.onward(&format!("/staff/recordings/{id}/files?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}
