//! `/request` and `/request/filed`.

use axum::{extract::State, response::Response};
use office::{Answer, Lang, Problem, Refusal, forms::FilingForm, views::Receipt};

use super::keyed;
use crate::web::{
    cookies::Kind,
    counter::Counter,
    page::{Page, with_cookie},
    posted::Posted,
};

/// Files a request. The receipt's cookie holds the form's key, under which the office finds the receipt;
/// number and code travel in no URL.
pub async fn file(State(counter): State<Counter>, Posted { mut form, page }: Posted<FilingForm>) -> Response {
    keyed(&counter, &mut form.key);
    if !form.website.is_empty() {
        form.website.clear();
        return page
            .again(form, Refusal::field("website", Problem::MachineFilled))
            .await;
    }
    match filed(&counter, &form, page.lang()).await {
        Ok(_) => with_cookie(
            page.onward("/request/filed"),
            counter.jar.leave(Kind::Receipt, &form.key),
        ),
        Err(refusal) => page.again(form, refusal).await,
    }
}

async fn filed(counter: &Counter, form: &FilingForm, lang: Lang) -> Answer<Receipt> {
    let filing = form.check(&counter.office.filing_context(lang))?;
    counter.office.file(filing).await
}

/// Puts the receipt away, so that nobody after at this computer sees it.
pub async fn close_receipt(State(counter): State<Counter>, request: axum::extract::Request) -> Response {
    let page = Page::new(counter.clone(), request.into_parts().0);
    with_cookie(page.onward("/"), counter.jar.clear(Kind::Receipt))
}
