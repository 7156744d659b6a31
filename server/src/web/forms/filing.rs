//! `/request` and `/request/filed`.

use app::context::OpenReceipt;
use axum::{extract::State, http::HeaderValue, response::Response};
use office::{
    Office, OfficeResult, Problem, Refusal,
    forms::{Filing, FilingForm, SubmissionKey},
};

use crate::web::{
    authenticate::millis,
    cookies::Kind,
    form_post::FormPost,
    page::{Page, with_cookie},
    state::AppState,
    submission::Once,
};

/// The receipt.
const FILED: &str = "/request/filed";

/// Files a request. The receipt's cookie holds the form's key, under which the office finds the receipt;
/// number and code travel in no URL.
pub async fn file(State(state): State<AppState>, FormPost { mut form, page }: FormPost<FilingForm>) -> Response {
    if !form.website.is_empty() {
        form.website.clear();
        return page
            .rerender_with_errors(form, Refusal::field("website", Problem::MachineFilled))
            .await;
    }
    let now = millis(&state);
    let open = state.jar.receipts(Kind::Receipt, page.headers(), now);
    let once = Once::of(&state, &page, FILED);
    let office = once.office();
    let filed = once.does(async {
        let filing = form.check(&office.filing_context(page.lang()))?;
        if form.asks == "yes" && form.another != "yes" {
            ask_if_another(&*office, &filing, &open).await?;
        }
        office.file(filing).await.map(|_| FILED.to_owned())
    });
    match filed.await {
        Ok(onward) => {
            let key = SubmissionKey::parse(&form.key);
            let opened = key.map_or_else(Default::default, |key| state.jar.open_receipt(Kind::Receipt, &key, now));
            opened.into_iter().fold(page.redirect(&onward), with_cookie)
        }
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// Whoever has just sent a request like this from the same browser is asked whether this is another one.
async fn ask_if_another(office: &dyn Office, filing: &Filing, open: &[OpenReceipt]) -> OfficeResult<()> {
    for receipt in open.iter().filter(|receipt| receipt.key != filing.key) {
        if let Some(known) = office.receipt(&receipt.key).await?
            && filing.is_like(known.track, &known.asked)
        {
            let like = Problem::LikeOneFiled {
                number: known.number.to_string(),
                on: known.asked.incident_date,
                place: known.asked.place,
            };
            return Err(Refusal::field("another", like));
        }
    }
    Ok(())
}

/// Puts a receipt away, so that nobody after at this computer sees it; all of them, where the address names none. What the
/// browser keeps of pages goes too, so that going back shows none.
pub async fn close_receipt(State(state): State<AppState>, request: axum::extract::Request) -> Response {
    let page = Page::new(state.clone(), request.into_parts().0);
    let visitor = page.visitor();
    let named = visitor.query.strip_prefix("receipt=").unwrap_or_default();
    let closes = |receipt: &OpenReceipt| named.is_empty() || receipt.id == named;
    let left = visitor.filed.iter().any(|receipt| !closes(receipt));
    let onward = page.redirect(if left { FILED } else { "/" });
    let mut response = with_cookie(onward, state.jar.clear(Kind::Receipt));
    for receipt in visitor.filed.iter().filter(|receipt| closes(receipt)) {
        response = with_cookie(response, state.jar.close_receipt(Kind::Receipt, receipt));
    }
    let forget = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert("clear-site-data", forget);
    response
}
