//! `/requests/{number}/private`: messages, answers, withdrawal.

use axum::{extract::State, response::Response};
use office::{Answer, Problem, Refusal, desk::Requester, forms::PrivateForm};

use super::keyed;
use crate::web::{
    cookies::Kind,
    counter::Counter,
    page::{Page, with_cookie},
    posted::Posted,
};

/// Does what the requester asks. The session layer has made sure whose page it is.
pub async fn private(State(counter): State<Counter>, Posted { mut form, page }: Posted<PrivateForm>) -> Response {
    let Some(requester) = page.visitor().requester else {
        return page.again(form, Refusal::SignIn).await;
    };
    keyed(&counter, &mut form.key);
    let asked = if form.act == "leave" {
        leave(&counter, &requester, &page).await
    } else {
        ask(&counter, &requester, &form)
            .await
            .map(|()| page.onward(&format!("/requests/{}/private?done=1", requester.number)))
    };
    match asked {
        Ok(response) => response,
        Err(refusal) => page.again(form, refusal).await,
    }
}

async fn ask(counter: &Counter, by: &Requester, form: &PrivateForm) -> Answer<()> {
    let office = &counter.office;
    match form.act.as_str() {
        "write" => office.write(by, form.message()?).await,
        "answer_clarification" => office.answer(by, form.message()?).await,
        "ask_grounds" => office.ask_grounds(by).await,
        "withdraw" => office.withdraw(by).await,
        "acknowledge" => office.acknowledge(by).await,
        _ => Err(Refusal::field("act", Problem::UnknownChoice)),
    }
}

/// Closes the page for whoever sits at this computer next.
async fn leave(counter: &Counter, by: &Requester, page: &Page) -> Answer<Response> {
    counter.sessions().close(page.headers()).await?;
    Ok(with_cookie(
        page.onward(&format!("/requests/{}", by.number)),
        counter.jar.clear(Kind::Requester),
    ))
}
