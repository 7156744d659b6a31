//! The notice of a person shown: opening it with its code, checking a letter, objecting.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use office::{
    Answer, Problem, Refusal,
    desk::Depicted,
    forms::{CodeForm, ObjectionForm},
};

use super::keyed;
use crate::web::{
    cookies::Kind,
    counter::Counter,
    page::{Page, with_cookie},
    posted::Posted,
    sent::{Arriving, Sent, arrived},
};

/// Where somebody goes who must leave at once: a page that tells nothing.
const ELSEWHERE: &str = "https://www.weather.gov/";

/// `/notice`: opens the notice with its code, or closes it.
pub async fn open(State(counter): State<Counter>, Posted { form, page }: Posted<CodeForm>) -> Response {
    if form.act == "leave" {
        return match counter.sessions().close_notice(page.headers()).await {
            Ok(()) => forgotten(&counter, page.onward("/notice")),
            Err(refusal) => page.again(form, refusal).await,
        };
    }
    match opened(&counter, &form, &page).await {
        Ok(response) => response,
        Err(refusal) => page.again(form, refusal).await,
    }
}

async fn opened(counter: &Counter, form: &CodeForm, page: &Page) -> Answer<Response> {
    let depicted = counter.sessions().open_notice(&form.check()?, page.client()).await?;
    counter.sessions().close_notice(page.headers()).await?;
    let token = counter.records.begin_depicted_session(&depicted).await?;
    // The receipt of an objection to another notice is not for whoever opens this one.
    let onward = with_cookie(page.onward("/notice"), counter.jar.clear(Kind::Objection));
    Ok(with_cookie(onward, counter.jar.leave(Kind::Depicted, &token)))
}

/// The browser keeps neither the notice nor the receipt of an objection.
fn forgotten(counter: &Counter, response: Response) -> Response {
    let response = with_cookie(response, counter.jar.clear(Kind::Depicted));
    with_cookie(response, counter.jar.clear(Kind::Objection))
}

/// `/notice/leave`: quick exit. The notice is closed and another page opens, without a word of where one was.
pub async fn leave(State(counter): State<Counter>, request: Request) -> Response {
    let page = Page::new(counter.clone(), request.into_parts().0);
    // Whoever must leave leaves, whether or not the session could be ended.
    let _ = counter.sessions().close_notice(page.headers()).await;
    let mut away = axum::response::Redirect::to(ELSEWHERE).into_response();
    away.headers_mut()
        .insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    forgotten(&counter, away)
}

/// `/notice/check`: whether a letter is ours, and nothing of what it says.
pub async fn check(State(counter): State<Counter>, Posted { form, page }: Posted<CodeForm>) -> Response {
    let checked = async { counter.sessions().check_letter(&form.check()?, page.client()).await };
    match checked.await {
        Ok(found) => {
            let form = CodeForm::default();
            page.with(app::front::Checked(found), form).await
        }
        Err(refusal) => page.again(form, refusal).await,
    }
}

/// `/notice/objection`: with the notice open, or with its code in the form.
pub async fn object(State(counter): State<Counter>, Sent { mut form, files, page }: Sent<ObjectionForm>) -> Response {
    keyed(&counter, &mut form.key);
    match take(&counter, &form, &files, &page).await {
        Ok(()) => {
            let key = form.key.clone();
            with_cookie(
                page.onward("/notice/objection"),
                counter.jar.leave(Kind::Objection, &key),
            )
        }
        Err(refusal) => page.again(form, refusal).await,
    }
}

async fn take(counter: &Counter, form: &ObjectionForm, files: &[Arriving], page: &Page) -> Answer<()> {
    let mut objection = form.check(page.lang())?;
    if objection.court.is_some() && files.is_empty() {
        return Err(Refusal::field("papers", papers_wanted()));
    }
    let depicted = match page.visitor().depicted {
        Some(depicted) => depicted,
        None => by_code(counter, &form.code, page).await?,
    };
    counter.records.room_for_papers(&depicted, files.len()).await?;
    objection.papers = counter.office.keep_papers(arrived(files)).await?;
    counter.office.object(&depicted, objection).await.map(|_| ())
}

/// Days of a petition hold a release up; so the papers that show them come along.
fn papers_wanted() -> Problem {
    Problem::Told {
        en: "Add the stamped petition and the proof of service: the days count by these papers.".to_owned(),
        es: "Agregue la demanda sellada y la prueba de notificación: los días cuentan por esos papeles.".to_owned(),
    }
}

async fn by_code(counter: &Counter, code: &str, page: &Page) -> Answer<Depicted> {
    let form = CodeForm {
        code: code.to_owned(),
        ..CodeForm::default()
    };
    if code.trim().is_empty() {
        return Err(Refusal::field("code", Problem::Missing));
    }
    counter.sessions().open_notice(&form.check()?, page.client()).await
}
