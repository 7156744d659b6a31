//! The register of recordings, and court orders.

use axum::{
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use office::{
    Answer, Errors, Problem, Refusal,
    forms::{ImportForm, OrderActForm, OrderForm, RecordingActForm, RecordingForm},
    views::{Imported, Staff},
};
use texts::{DeskWords as _, ProblemWords as _};

use super::keyed;
use crate::web::{
    counter::Counter,
    notice::Notice,
    page::Page,
    posted::Posted,
    sent::{Sent, arrived},
};

/// Who is signed in. The session layer lets nobody else come this far.
pub(super) fn signed_in(page: &Page) -> Answer<Staff> {
    page.visitor().staff.ok_or(Refusal::SignIn)
}

/// `/staff/recordings/new`.
pub async fn new_recording(State(counter): State<Counter>, Posted { form, page }: Posted<RecordingForm>) -> Response {
    let registered = async {
        let by = signed_in(&page)?;
        let recording = form.check(&counter.office.recording_context())?;
        counter.office.register(&by, recording).await
    };
    match registered.await {
        Ok(id) => page.onward(&format!("/staff/recordings/{id}?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// `/staff/recordings/import`.
pub async fn import_recordings(State(counter): State<Counter>, Posted { form, page }: Posted<ImportForm>) -> Response {
    let imported = async {
        let by = signed_in(&page)?;
        counter.office.import(&by, &form.csv).await
    };
    match imported.await {
        Ok(imported) if imported.kept => page.onward("/staff/recordings"),
        Ok(imported) => page.again(form, bad_lines(&imported).into()).await,
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// Every bad line, told at the field of the text.
fn bad_lines(imported: &Imported) -> Errors {
    let mut errors = Errors::default();
    for bad in &imported.bad {
        for (column, problem) in &bad.errors.0 {
            let told = |lang: office::Lang| format!("{}, {column}: {}", lang.line_of(bad.line), lang.problem(problem));
            let (en, es) = (told(office::Lang::En), told(office::Lang::Es));
            errors.add("csv", Problem::Told { en, es });
        }
    }
    errors
}

/// `/staff/recordings/{id}`.
pub async fn recording(
    State(counter): State<Counter>,
    Path(id): Path<String>,
    Posted { form, page }: Posted<RecordingActForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let office = &counter.office;
        match form.act.as_str() {
            "status" => office.change_status(&by, &id, form.status()?).await,
            "scene" => office.judge(&by, &id, form.scene()?).await,
            "link" => office.link(&by, &id, &form.link()?).await,
            "delete" => office.record_deletion(&by, &id, form.deletion(office.today())?).await,
            _ => Err(Refusal::NotFound),
        }
    };
    match done.await {
        Ok(()) => page.onward(&format!("/staff/recordings/{id}?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// `/staff/orders/new`.
pub async fn new_order(State(counter): State<Counter>, Sent { mut form, files, page }: Sent<OrderForm>) -> Response {
    keyed(&counter, &mut form.key);
    let entered = async {
        let by = signed_in(&page)?;
        let mut order = form.check()?;
        if files.is_empty() {
            return Err(Refusal::field("document", Problem::Missing));
        }
        let kept = counter.office.keep_papers(arrived(&files)).await;
        // The office tells of a paper where objections have theirs.
        let mut kept = kept.map_err(|refusal| refusal.at("document"))?;
        order.document = kept.pop();
        counter.office.enter_order(&by, order).await
    };
    match entered.await {
        Ok(id) => page.onward(&format!("/staff/orders/{id}?done=1")),
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// `/staff/orders/{id}`.
pub async fn order(
    State(counter): State<Counter>,
    Path(id): Path<String>,
    Posted { form, page }: Posted<OrderActForm>,
) -> Response {
    let done = async {
        let by = signed_in(&page)?;
        let (act, version) = form.check()?;
        counter.office.act_on_order(&by, &id, act, version).await
    };
    match done.await {
        Ok(()) => page.onward(&format!("/staff/orders/{id}?done=1")),
        Err(Refusal::NotFound) => Notice::Refused(Refusal::NotFound).into_response(),
        Err(refusal) => page.again(form, refusal).await,
    }
}
