//! `/requests/{number}/private`: messages, answers, withdrawal.

use axum::{extract::State, response::Response};
use office::{Office, OfficeResult, Problem, Refusal, desk::Requester, forms::PrivateForm};

use crate::web::{
    cookies::Kind,
    form_post::FormPost,
    page::{Page, with_cookie},
    state::AppState,
    submission::Once,
};

/// Does what the requester asks. The session layer has made sure whose page it is.
pub async fn private(State(state): State<AppState>, FormPost { form, page }: FormPost<PrivateForm>) -> Response {
    let Some(requester) = page.visitor().requester else {
        return page.rerender_with_errors(form, Refusal::SignIn).await;
    };
    let asked = if form.act == "leave" {
        leave(&state, &requester, &page).await
    } else {
        let done = format!("/requests/{}/private?done=1", requester.number);
        let once = Once::of(&state, &page, &done);
        let office = once.office();
        let asked = once.does(async { ask(&*office, &requester, &form).await.map(|()| done.clone()) });
        asked.await.map(|onward| page.redirect(&onward))
    };
    match asked {
        Ok(response) => response,
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn ask(office: &dyn Office, by: &Requester, form: &PrivateForm) -> OfficeResult<()> {
    match form.act.as_str() {
        "write" => office.write(by, form.message()?).await,
        "answer_clarification" => office.answer(by, form.message()?).await,
        "accept_fee" => office.accept_fee(by).await,
        "narrow_request" => office.narrow(by, form.message()?).await,
        "challenge_fee" => office.challenge_fee(by, form.message()?).await,
        "ask_grounds" => office.ask_grounds(by).await,
        "change_mail" => office.change_mail(by, Some(form.email()?)).await,
        "stop_mail" => office.change_mail(by, None).await,
        "withdraw" => office.withdraw(by).await,
        "acknowledge" => office.acknowledge(by).await,
        _ => Err(Refusal::field("act", Problem::UnknownChoice)),
    }
}

/// Closes the page for whoever sits at this computer next.
async fn leave(state: &AppState, by: &Requester, page: &Page) -> OfficeResult<Response> {
    state.sessions().close(page.headers()).await?;
    Ok(with_cookie(
        page.redirect(&format!("/requests/{}", by.number)),
        state.jar.clear(Kind::Requester),
    ))
}
