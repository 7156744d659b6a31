//! Signing in and out of the console, with password and second factor; the first account; one-time links.

use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use office::{
    OfficeResult, Refusal,
    forms::{ChosenPasswordForm, FactorForm, NewPasswordForm, SignInForm},
    views::Staff,
};

use crate::web::{
    authenticate::millis,
    cookies::Kind,
    error_page::ErrorPage,
    form_post::FormPost,
    page::{Page, with_cookie},
    state::AppState,
};

/// `/staff/sign-in`. A session that was there before ends: a signed-in browser gets a new token.
pub async fn sign_in(State(state): State<AppState>, FormPost { mut form, page }: FormPost<SignInForm>) -> Response {
    let signed_in = async {
        let sessions = state.sessions();
        let (headers, from) = (page.headers(), page.client());
        let staff = sessions.sign_in(&form.email, &form.password, headers, from).await?;
        begin(&state, &staff, &page, &form.next).await
    };
    match signed_in.await {
        Ok(response) => response,
        Err(refusal) => {
            form.password.clear();
            page.rerender_with_errors(form, refusal).await
        }
    }
}

/// Begins a session; whoever has a second factor is led to where it is asked for.
async fn begin(state: &AppState, staff: &Staff, page: &Page, next: &str) -> OfficeResult<Response> {
    let begun = state.sessions().begin(staff, page.headers()).await?;
    let cookie = state.jar.leave(Kind::Staff, &begun.token);
    if begun.waits {
        let next = safe_next(next);
        let next: String = percent_encoding::utf8_percent_encode(&next, percent_encoding::NON_ALPHANUMERIC).collect();
        return Ok(with_cookie(
            page.redirect(&format!("/staff/sign-in/code?next={next}")),
            cookie,
        ));
    }
    let onward = with_cookie(page.redirect(&safe_next(next)), cookie);
    known_from_now(state, staff, page, onward).await
}

/// Keeps the browser of whoever is signed in now.
async fn known_from_now(state: &AppState, staff: &Staff, page: &Page, response: Response) -> OfficeResult<Response> {
    let device = state.sessions().keep_device(staff, page.headers()).await?;
    Ok(with_cookie(response, state.jar.leave(Kind::Device, &device)))
}

/// `/staff/sign-in/code`: the second factor, after the password.
pub async fn second_factor(
    State(state): State<AppState>,
    FormPost { mut form, page }: FormPost<FactorForm>,
) -> Response {
    let signed_in = async {
        let (staff, token) = state
            .sessions()
            .pass_factor(&form.code, page.headers(), page.client())
            .await?;
        let onward = page.redirect(&safe_next(&form.next));
        let onward = with_cookie(onward, state.jar.leave(Kind::Staff, &token));
        known_from_now(&state, &staff, &page, onward).await
    };
    match signed_in.await {
        Ok(response) => response,
        Err(Refusal::SignIn) => page.redirect("/staff/sign-in"),
        Err(refusal) => {
            form.code.clear();
            page.rerender_with_errors(form, refusal).await
        }
    }
}

/// `/staff/confirm`: the second factor once more, before what asks for it.
pub async fn confirm_again(
    State(state): State<AppState>,
    FormPost { mut form, page }: FormPost<FactorForm>,
) -> Response {
    let confirmed = async {
        let by = page.visitor().staff.ok_or(Refusal::SignIn)?;
        state.records.confirm_again(&by, &form.code).await
    };
    match confirmed.await {
        Ok(()) => page.redirect(&safe_next(&form.next)),
        Err(refusal) => {
            form.code.clear();
            page.rerender_with_errors(form, refusal).await
        }
    }
}

/// Only a path of the console is gone on to, so that the form cannot be used to send people elsewhere.
fn safe_next(next: &str) -> String {
    let console = next
        .strip_prefix("/staff")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let plain =
        next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\') && !next.contains("//") && !next.contains("..");
    if console && plain && next.len() < 500 {
        next.to_owned()
    } else {
        "/staff/queue".to_owned()
    }
}

/// `/staff/sign-out`.
pub async fn sign_out(State(state): State<AppState>, request: Request) -> Response {
    let page = Page::new(state.clone(), request.into_parts().0);
    match state.sessions().end(page.headers()).await {
        Ok(()) => signed_out(&state, &page),
        Err(refusal) => page.error_page(ErrorPage::Refused(refusal)).await,
    }
}

/// The browser keeps neither the session nor what was to be handed over.
fn signed_out(state: &AppState, page: &Page) -> Response {
    let onward = with_cookie(page.redirect("/staff/sign-in"), state.jar.clear(Kind::Staff));
    let onward = with_cookie(onward, state.jar.clear(Kind::Sheet));
    let open = state.jar.receipts(Kind::Sheet, page.headers(), millis(state));
    open.iter()
        .map(|receipt| state.jar.close_receipt(Kind::Sheet, receipt))
        .fold(onward, with_cookie)
}

/// `/staff/first/{token}`: the first account, from the one-time link.
pub async fn first(
    State(state): State<AppState>,
    Path(token): Path<String>,
    FormPost { mut form, page }: FormPost<NewPasswordForm>,
) -> Response {
    form.token = token;
    let made = async {
        let staff = state.office.first_account(form.check()?).await?;
        begin(&state, &staff, &page, "/staff/queue").await
    };
    match made.await {
        Ok(response) => response,
        Err(refusal) => {
            form.password.clear();
            form.again.clear();
            page.rerender_with_errors(form, refusal).await
        }
    }
}

/// `/staff/link/{token}`: a password, by the one-time link that an administrator has handed over.
pub async fn link(
    State(state): State<AppState>,
    Path(token): Path<String>,
    FormPost { mut form, page }: FormPost<ChosenPasswordForm>,
) -> Response {
    form.token = token;
    let chosen = async {
        let staff = state.office.use_link(&form.token, form.check()?).await?;
        begin(&state, &staff, &page, "/staff/queue").await
    };
    match chosen.await {
        Ok(response) => response,
        Err(refusal) => {
            form.password.clear();
            form.again.clear();
            page.rerender_with_errors(form, refusal).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_one_stays_in_the_console() {
        for good in [
            "/staff",
            "/staff/queue?view=overdue&page=2",
            "/staff/requests/KC-26-7F3K-Q2",
        ] {
            assert_eq!(safe_next(good), good);
        }
        for bad in [
            "",
            "/",
            "//evil.example",
            "https://evil.example",
            "/staffing",
            "/staff//evil.example",
            "/staff/../x",
            "/staff/\\evil",
            "/staff/x\r\nSet-Cookie: a=b",
            "/staff/ñ",
        ] {
            assert_eq!(safe_next(bad), "/staff/queue", "{bad}");
        }
    }
}
