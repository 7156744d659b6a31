//! The console's door: sign in, sign out, first account.

use axum::{
    extract::{Path, Request, State},
    response::Response,
};
use office::{
    Answer,
    forms::{NewPasswordForm, SignInForm},
    views::Staff,
};

use crate::web::{
    cookies::Kind,
    counter::Counter,
    notice::Notice,
    page::{Page, with_cookie},
    posted::Posted,
};

/// `/staff/sign-in`. A session that was there before ends: a signed-in browser gets a new token.
pub async fn sign_in(State(counter): State<Counter>, Posted { mut form, page }: Posted<SignInForm>) -> Response {
    let signed_in = async {
        let staff = counter
            .sessions()
            .sign_in(&form.email, &form.password, page.client())
            .await?;
        begin(&counter, &staff, &page, &safe_next(&form.next)).await
    };
    match signed_in.await {
        Ok(response) => response,
        Err(refusal) => {
            form.password.clear();
            page.again(form, refusal).await
        }
    }
}

async fn begin(counter: &Counter, staff: &Staff, page: &Page, next: &str) -> Answer<Response> {
    let token = counter.sessions().begin(staff, page.headers()).await?;
    Ok(with_cookie(page.onward(next), counter.jar.leave(Kind::Staff, &token)))
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
pub async fn sign_out(State(counter): State<Counter>, request: Request) -> Response {
    let page = Page::new(counter.clone(), request.into_parts().0);
    match counter.sessions().end(page.headers()).await {
        Ok(()) => with_cookie(page.onward("/staff/sign-in"), counter.jar.clear(Kind::Staff)),
        Err(refusal) => page.notice(Notice::Refused(refusal)).await,
    }
}

/// `/staff/first/{token}`: the first account, from the one-time link.
pub async fn first(
    State(counter): State<Counter>,
    Path(token): Path<String>,
    Posted { mut form, page }: Posted<NewPasswordForm>,
) -> Response {
    form.token = token;
    let made = async {
        let staff = counter.office.first_account(form.check()?).await?;
        begin(&counter, &staff, &page, "/staff/queue").await
    };
    match made.await {
        Ok(response) => response,
        Err(refusal) => {
            form.password.clear();
            form.again.clear();
            page.again(form, refusal).await
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
