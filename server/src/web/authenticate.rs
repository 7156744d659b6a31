//! Finds out who looks, before a page is rendered or a form is read.

use app::context::Visitor;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use office::{OfficeResult, Refusal, TrackingNumber, desk::Requester, forms::SubmissionKey, views::Staff};

use super::{
    cookies::Kind,
    error_page::ErrorPage,
    kept_form::{FormSlot, keep_words},
    lang,
    limits::Class,
    policy::{Audience, ErrorFormat, policy_of},
    state::AppState,
};

/// Leaves the [`Visitor`] in the request. A page that needs a session is not shown without one: a GET
/// goes to where one signs in, a POST is told so.
pub async fn authenticate(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let lang = lang::asked(request.extensions());
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let policy = policy_of(&request);
    let mut visitor = Visitor {
        lang,
        path,
        query,
        requester: None,
        staff: None,
        depicted: None,
        objected: None,
        filed: Vec::new(),
    };
    match load_sessions(&state, request.headers(), policy.audience, &mut visitor).await {
        Ok(()) => {}
        // A script is told; led to a page, it would take that for an answer.
        Err(Refusal::SignIn) if policy.errors == ErrorFormat::Json => {
            return ErrorPage::Refused(Refusal::SignIn).into_response();
        }
        Err(Refusal::SignIn) if matches!(*request.method(), Method::GET | Method::HEAD) => {
            return Redirect::to(&lang.path(&sign_in_path(policy.audience, &visitor))).into_response();
        }
        Err(refusal) => {
            if policy.errors == ErrorFormat::Page && may_send(&state, &request) {
                keep_words(request).await;
            }
            return ErrorPage::Refused(refusal).into_response();
        }
    }
    if must_enroll(&visitor) {
        if policy.errors == ErrorFormat::Json {
            return ErrorPage::Refused(Refusal::NotYours).into_response();
        }
        // What was typed before the role needed one is shown again, to be sent again.
        let slot = request.extensions().get::<FormSlot>().cloned();
        if may_send(&state, &request) {
            keep_words(request).await;
        }
        return if slot.is_some_and(|slot| slot.holds()) {
            ErrorPage::Refused(Refusal::Enroll).into_response()
        } else {
            Redirect::to(&lang.path(ENROLL)).into_response()
        };
    }
    if let Some(staff) = &visitor.staff
        && let Err(refusal) = policy.permission(request.method()).check(staff)
    {
        // Their role may have changed while they typed.
        if policy.errors == ErrorFormat::Page && may_send(&state, &request) {
            keep_words(request).await;
        }
        return ErrorPage::Refused(refusal).into_response();
    }
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

/// Where a second factor is enrolled.
const ENROLL: &str = "/staff/account";

/// Whether somebody must enroll a second factor before anything else in the console.
fn must_enroll(visitor: &Visitor) -> bool {
    let session = visitor.staff.as_ref().and_then(|staff| staff.session.as_ref());
    session.is_some_and(|session| session.must_enroll) && ![ENROLL, "/staff/sign-out"].contains(&visitor.path.as_str())
}

/// Whether somebody who is not signed in may have a form read for its words: as often as anybody may send one.
fn may_send(state: &AppState, request: &Request) -> bool {
    let from = state.proxies.client_of(request.extensions(), request.headers());
    state.limits.count(Class::Form, from).is_ok()
}

async fn load_sessions(
    state: &AppState,
    headers: &HeaderMap,
    audience: Audience,
    visitor: &mut Visitor,
) -> OfficeResult<()> {
    match audience {
        Audience::Public => {}
        Audience::Receipt => {
            visitor.filed = state.jar.receipts(Kind::Receipt, headers, millis(state));
        }
        Audience::Depicted => {
            if let Some(token) = state.jar.read(headers, Kind::Depicted) {
                visitor.depicted = state.records.depicted_by(&token).await?;
            }
            visitor.objected = state
                .jar
                .read(headers, Kind::Objection)
                .and_then(|key| SubmissionKey::parse(&key));
        }
        Audience::Requester => visitor.requester = Some(requester(state, headers, &visitor.path).await?),
        Audience::HalfSignedIn => {
            state.sessions().waiting(headers).await?.ok_or(Refusal::SignIn)?;
        }
        Audience::Staff => {
            visitor.staff = Some(staff(state, headers).await?);
            // Receipts of what they entered.
            visitor.filed = state.jar.receipts(Kind::Sheet, headers, millis(state));
        }
    }
    Ok(())
}

/// Now, in milliseconds since 1970.
pub fn millis(state: &AppState) -> i64 {
    state.records.now_micros() / 1_000
}

/// The requester whose page this is. Another request's cookie opens as little as none.
async fn requester(state: &AppState, headers: &HeaderMap, path: &str) -> OfficeResult<Requester> {
    let number = path
        .split('/')
        .nth(2)
        .and_then(|number| TrackingNumber::parse(number).ok());
    let found = state.sessions().requester(headers).await?;
    found
        .filter(|requester| Some(&requester.number) == number.as_ref())
        .ok_or(Refusal::SignIn)
}

async fn staff(state: &AppState, headers: &HeaderMap) -> OfficeResult<Staff> {
    state.sessions().staff(headers).await?.ok_or(Refusal::SignIn)
}

/// Where one signs in for this place.
fn sign_in_path(audience: Audience, visitor: &Visitor) -> String {
    if audience == Audience::Requester {
        return "/track".to_owned();
    }
    if audience == Audience::HalfSignedIn {
        return format!("/staff/sign-in?{}", visitor.query);
    }
    let wanted = if visitor.query.is_empty() {
        visitor.path.clone()
    } else {
        format!("{}?{}", visitor.path, visitor.query)
    };
    let next: String = percent_encoding::utf8_percent_encode(&wanted, percent_encoding::NON_ALPHANUMERIC).collect();
    format!("/staff/sign-in?next={next}")
}
