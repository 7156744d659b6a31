//! `/requests/{number}/private`: messages, answers, proof, withdrawal.

use axum::{extract::State, response::Response};
use office::{
    Office, OfficeResult, Problem, Refusal,
    desk::Requester,
    forms::{Message, NewProof, PrivateForm},
};

use crate::web::{
    cookies::Kind,
    multipart_form::{ArrivedFile, MultipartForm, arrived_files},
    page::{Page, with_cookie},
    state::AppState,
    submission::Once,
};

/// Does what the requester asks. The session layer has made sure whose page it is.
pub async fn private(
    State(state): State<AppState>,
    MultipartForm { form, files, page }: MultipartForm<PrivateForm>,
) -> Response {
    let Some(requester) = page.visitor().requester else {
        return page.rerender_with_errors(form, Refusal::SignIn).await;
    };
    let asked = if form.act == "leave" {
        leave(&state, &requester, &page).await
    } else {
        let done = format!("/requests/{}/private?done=1", requester.number);
        let once = Once::of(&state, &page, &done);
        let office = once.office();
        let asked = once.does(async {
            ask(&state, &*office, &requester, (&form, &files))
                .await
                .map(|()| done.clone())
        });
        asked.await.map(|onward| page.redirect(&onward))
    };
    match asked {
        Ok(response) => response,
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn ask(
    state: &AppState,
    office: &dyn Office,
    by: &Requester,
    (form, files): (&PrivateForm, &[ArrivedFile]),
) -> OfficeResult<()> {
    let papers = async || {
        state.records.room_for_request_papers(by, files.len()).await?;
        office.keep_papers(arrived_files(files)).await
    };
    let message = async || {
        let message = form.message()?;
        let papers = papers().await?;
        Ok::<_, Refusal>(Message { papers, ..message })
    };
    match form.act.as_str() {
        "write" => office.write(by, message().await?).await,
        "answer_clarification" => office.answer(by, message().await?).await,
        "send_proof" => {
            let proof = form.proof(!files.is_empty())?;
            let papers = papers().await?;
            office.send_proof(by, NewProof { papers, ..proof }).await
        }
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
