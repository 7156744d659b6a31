//! The notice of a person shown: opening it with its code, checking a letter, objecting.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use office::{
    Office, OfficeResult, Problem, Refusal,
    desk::Depicted,
    forms::{CodeForm, ObjectionForm, WishForm},
    problem::FileProblem,
};

use super::answer;
use crate::web::{
    cookies::Kind,
    form_post::FormPost,
    multipart_form::{ArrivedFile, MultipartForm, arrived_files},
    page::{Page, with_cookie},
    state::AppState,
    submission::Once,
};

/// The receipt of an objection.
const OBJECTED: &str = "/notice/objection";

/// The notice, where a wish just sent stands.
const WISHED: &str = "/notice#wishes";

/// Where somebody goes who must leave at once: a page that tells nothing.
const ELSEWHERE: &str = "https://www.weather.gov/";

/// `/notice`: opens the notice with its code, or closes it.
pub async fn open(State(state): State<AppState>, FormPost { form, page }: FormPost<CodeForm>) -> Response {
    if form.act == "leave" {
        return match state.sessions().close_notice(page.headers()).await {
            Ok(()) => forgotten(&state, page.redirect("/notice")),
            Err(refusal) => page.rerender_with_errors(form, refusal).await,
        };
    }
    match opened(&state, &form, &page).await {
        Ok(response) => response,
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn opened(state: &AppState, form: &CodeForm, page: &Page) -> OfficeResult<Response> {
    let depicted = state.sessions().open_notice(&form.check()?, page.client()).await?;
    state.sessions().close_notice(page.headers()).await?;
    let token = state.records.begin_depicted_session(&depicted).await?;
    // The receipt of an objection to another notice is not for whoever opens this one.
    let onward = with_cookie(page.redirect("/notice"), state.jar.clear(Kind::Objection));
    Ok(with_cookie(onward, state.jar.leave(Kind::Depicted, &token)))
}

/// The browser keeps neither the notice nor the receipt of an objection.
fn forgotten(state: &AppState, response: Response) -> Response {
    let response = with_cookie(response, state.jar.clear(Kind::Depicted));
    with_cookie(response, state.jar.clear(Kind::Objection))
}

/// `/notice/leave`: quick exit. The notice is closed and another page opens, without a word of where one was.
pub async fn leave(State(state): State<AppState>, request: Request) -> Response {
    let page = Page::new(state.clone(), request.into_parts().0);
    // Whoever must leave leaves, whether or not the session could be ended.
    let _ = state.sessions().close_notice(page.headers()).await;
    let mut away = axum::response::Redirect::to(ELSEWHERE).into_response();
    away.headers_mut()
        .insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    forgotten(&state, away)
}

/// `/notice/check`: whether a letter is ours, and nothing of what it says.
pub async fn check(State(state): State<AppState>, FormPost { form, page }: FormPost<CodeForm>) -> Response {
    let checked = async { state.sessions().check_letter(&form.check()?, page.client()).await };
    match checked.await {
        Ok(found) => {
            let form = CodeForm::default();
            page.with(app::context::LetterCheck(found), form).await
        }
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// `/notice/consent`: the wish to agree, or to talk about it, with the notice open.
pub async fn wish(State(state): State<AppState>, FormPost { form, page }: FormPost<WishForm>) -> Response {
    let once = Once::of(&state, &page, WISHED);
    let office = once.office();
    let sent = once.does(async {
        let wish = form.check(page.lang())?;
        let depicted = page.visitor().depicted.ok_or(Refusal::NotFound)?;
        office.wish_consent(&depicted, wish).await?;
        Ok(WISHED.to_owned())
    });
    let sent = sent.await;
    answer(page, form, sent).await
}

/// `/notice/objection`: with the notice open, or with its code in the form.
pub async fn object(
    State(state): State<AppState>,
    MultipartForm { form, files, page }: MultipartForm<ObjectionForm>,
) -> Response {
    let once = Once::of(&state, &page, OBJECTED);
    let office = once.office();
    let sent = once.does(async {
        accept_objection(&state, &*office, &form, &files, &page).await?;
        Ok(OBJECTED.to_owned())
    });
    match sent.await {
        Ok(onward) => {
            let key = form.key.clone();
            with_cookie(page.redirect(&onward), state.jar.leave(Kind::Objection, &key))
        }
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

async fn accept_objection(
    state: &AppState,
    office: &dyn Office,
    form: &ObjectionForm,
    files: &[ArrivedFile],
    page: &Page,
) -> OfficeResult<()> {
    let mut objection = form.check(page.lang())?;
    if objection.court.is_some() && files.is_empty() {
        return Err(Refusal::field("papers", FileProblem::PetitionPapersMissing));
    }
    let depicted = match page.visitor().depicted {
        Some(depicted) => depicted,
        None => by_code(state, &form.code, page).await?,
    };
    state.records.room_for_papers(&depicted, files.len()).await?;
    objection.papers = state.office.keep_papers(arrived_files(files)).await?;
    office.object(&depicted, objection).await.map(|_| ())
}

async fn by_code(state: &AppState, code: &str, page: &Page) -> OfficeResult<Depicted> {
    let form = CodeForm {
        code: code.to_owned(),
        ..CodeForm::default()
    };
    if code.trim().is_empty() {
        return Err(Refusal::field("code", Problem::Missing));
    }
    state.sessions().open_notice(&form.check()?, page.client()).await
}
