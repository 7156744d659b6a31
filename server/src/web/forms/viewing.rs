//! Family viewings: offered and held by staff, answered by the family.

use axum::{
    extract::{Path, State},
    response::Response,
};
use office::{
    Office, OfficeResult, Problem, Refusal,
    forms::{FamilyViewingForm, ViewingForm, at_its_field},
    views::Staff,
};

use super::{answer, answer_at_fields, recordings::signed_in, shown};
use crate::web::{
    form_post::FormPost,
    state::AppState,
    submission::{Once, Rehearsal},
};

/// The notice, where the answer to an offer stands.
const ANSWERED: &str = "/notice#viewing";

/// `/staff/notices/{id}/viewing`: an offer, or a step of the newest.
pub async fn viewing(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<ViewingForm>,
) -> Response {
    if let Some(rehearsal) = Rehearsal::of(&state, &page) {
        let office = rehearsal.office();
        let letters = rehearsal.letters(async { acted(&*office, &signed_in(&page)?, &id, &form).await });
        let letters = letters.await.map_err(|refusal| at_its_field(&form, refusal));
        return shown(page, form, letters).await;
    }
    let done = format!("/staff/notices/{id}/viewing?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let acted = once.does(async {
        acted(&*office, &signed_in(&page)?, &id, &form)
            .await
            .map(|()| done.clone())
    });
    let acted = acted.await;
    answer_at_fields(page, form, acted).await
}

async fn acted(office: &dyn Office, by: &Staff, id: &str, form: &ViewingForm) -> OfficeResult<()> {
    let by = by.custodian()?;
    match form.step() {
        Some(step) => office.step_viewing(&by, id, form.taken(step)?).await,
        None if form.act == "offer" => office.offer_viewing(&by, id, form.offer()?).await,
        None => Err(Refusal::field("act", Problem::Missing)),
    }
}

/// `/notice/viewing`: the family answers, with the notice open.
pub async fn family_viewing(
    State(state): State<AppState>,
    FormPost { form, page }: FormPost<FamilyViewingForm>,
) -> Response {
    let once = Once::of(&state, &page, ANSWERED);
    let office = once.office();
    let sent = once.does(async {
        let answer = form.answer()?;
        let depicted = page.visitor().depicted.ok_or(Refusal::NotFound)?;
        office.answer_viewing(&depicted, answer).await?;
        Ok(ANSWERED.to_owned())
    });
    let sent = sent.await;
    answer(page, form, sent).await
}
