//! Signing in and out of the console, and the first account.

use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use office::{
    OfficeResult,
    forms::{NewPasswordForm, SignInForm},
    views::Staff,
};

use crate::web::{
    cookies::Kind,
    error_page::ErrorPage,
    form_post::FormPost,
    page::{Page, with_cookie},
    state::AppState,
};

/// `/staff/sign-in`. A session that was there before ends: a signed-in browser gets a new token.
pub async fn sign_in(State(state): State<AppState>, FormPost { mut form, page }: FormPost<SignInForm>) -> Response {
    let signed_in = async {
        let staff = state
            .sessions()
            .sign_in(&form.email, &form.password, page.client())
            .await?;
        begin(&state, &staff, &page, &safe_next(&form.next)).await
    };
    match signed_in.await {
        Ok(response) => response,
        Err(refusal) => {
            form.password.clear();
            page.rerender_with_errors(form, refusal).await
        }
    }
}

async fn begin(state: &AppState, staff: &Staff, page: &Page, next: &str) -> OfficeResult<Response> {
    let token = state.sessions().begin(staff, page.headers()).await?;
    Ok(with_cookie(page.redirect(next), state.jar.leave(Kind::Staff, &token)))
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
        Ok(()) => with_cookie(page.redirect("/staff/sign-in"), state.jar.clear(Kind::Staff)),
        Err(refusal) => page.error_page(ErrorPage::Refused(refusal)).await,
    }
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
