//! Verifying or refusing what waits for a second person.

use axum::{
    extract::{Path, State},
    response::Response,
};
use law::proposal::ProposalActKind;
use office::{Refusal, forms::ProposalForm};

use super::{answer, recordings::signed_in};
use crate::web::{form_post::FormPost, state::AppState, submission::Once};

/// `/staff/waiting/{id}`.
pub async fn proposal(
    State(state): State<AppState>,
    Path(id): Path<String>,
    FormPost { form, page }: FormPost<ProposalForm>,
) -> Response {
    let done = format!("/staff/waiting/{id}?done=1");
    let once = Once::of(&state, &page, &done);
    let office = once.office();
    let acted = once.does(async {
        let by = signed_in(&page)?.reviewer()?;
        match ProposalActKind::parse(&form.act).ok_or(Refusal::NotFound)? {
            ProposalActKind::Verify => office.verify_proposal(&by, &id).await,
            ProposalActKind::Refuse => office.refuse_proposal(&by, &id, form.reason()?).await,
        }?;
        Ok(done.clone())
    });
    let acted = acted.await;
    answer(page, form, acted).await
}
