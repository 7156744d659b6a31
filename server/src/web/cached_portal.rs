//! In front of the router: finds the policy of an address, and answers from the page cache without asking the router.

use std::{
    convert::Infallible,
    future::{Future, ready},
    pin::Pin,
    sync::{Arc, PoisonError},
    task::{Context, Poll},
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use office::Refusal;
use records::secret;
use tokio::sync::Semaphore;
use tower::{Service, ServiceExt as _};
use tracing::Instrument as _;

use super::{
    cached_page::{CachedPage, known, put, tag},
    error_page::ErrorPage,
    lang,
    page_cache::{Key, MOST, Made, is_cacheable, is_shared},
    rate_limit,
    state::AppState,
};

/// Pages are compressed two at a time: the compressor wants megabytes for each.
static COMPRESSORS: Semaphore = Semaphore::const_new(2);

/// The whole portal: what serves a connection. The language comes off the path before anything is looked up.
#[derive(Clone)]
pub struct CachedPortal {
    state: AppState,
    router: Router,
}

impl CachedPortal {
    /// In front of a router.
    pub const fn of(state: AppState, router: Router) -> Self {
        Self { state, router }
    }

    /// The cached page, if there is one.
    fn cached(&self, request: &Request) -> Option<Response> {
        let page = self.state.page_cache.get(&key_of(&self.state, request))?;
        let response = page.answer(request.headers(), request.method() == Method::HEAD);
        metrics::counter!("daylight_http_requests_total", "method" => "GET", "route" => "page_cache", "status" => "200")
            .increment(1);
        Some(response)
    }
}

impl Service<Request> for CachedPortal {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        // A target like `x:443` names no page and is for proxies alone (RFC 9112 3.2.3).
        if request.uri().path_and_query().is_none() {
            return Box::pin(ready(Ok(StatusCode::BAD_REQUEST.into_response())));
        }
        let mut request = lang::take_lang(request);
        let policy = self.state.policies.of(request.uri().path());
        request.extensions_mut().insert(policy);
        let Self { state, router } = self.clone();
        if !is_cacheable(&request) {
            return Box::pin(async move { Ok(routed(router, request).await) });
        }
        // Each who asks counts, whoever made the page.
        let counted = rate_limit::count(&state, &request);
        let refused = counted.is_err();
        request.extensions_mut().insert(rate_limit::Counted(counted));
        if refused {
            return Box::pin(async move { Ok(routed(router, request).await) });
        }
        if let Some(response) = self.cached(&request) {
            return Box::pin(ready(Ok(response)));
        }
        Box::pin(async move { Ok(fetched(&state, router, request).await) })
    }
}

/// A page that is to be cached is made once for all who ask for it meanwhile; they get what became of it together.
async fn fetched(state: &AppState, router: Router, request: Request) -> Response {
    let (head, asked) = (request.method() == Method::HEAD, request.headers().clone());
    let key = key_of(state, &request);
    let mut own = Some(request);
    let makes = || {
        let (router, request) = (router.clone(), own.take().unwrap_or_default());
        make(router, request).in_current_span()
    };
    match state.page_cache.get_or_make(&key, makes).await {
        Made::Page(page) => page.answer(&asked, head),
        Made::Failed(failure) => failure.answer(),
        // Whose request made it has it; the others ask for themselves.
        Made::Unshared(made) => {
            if let Some(request) = own {
                return routed(router, request).await;
            }
            let made = made.lock().unwrap_or_else(PoisonError::into_inner).take();
            made.unwrap_or_else(|| StatusCode::SERVICE_UNAVAILABLE.into_response())
        }
        Made::TooLate => {
            let incident = secret::incident();
            tracing::error!(%incident, "A page took too long to make");
            ErrorPage::Refused(Refusal::Unavailable { incident }).into_response()
        }
    }
}

async fn routed(router: Router, request: Request) -> Response {
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// Makes a page; what a page failed with is for all who wait, what belongs to one asker for that one alone.
async fn make(router: Router, mut request: Request) -> Made {
    *request.method_mut() = Method::GET;
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    request.headers_mut().remove(header::IF_NONE_MATCH);
    let response = routed(router, request).await;
    let failed = response.status().is_client_error() || response.status().is_server_error();
    if !for_all(&response) && (!failed || response.headers().contains_key(header::SET_COOKIE)) {
        return Made::unshared(response);
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, MOST).await else {
        return Made::unshared(StatusCode::INTERNAL_SERVER_ERROR.into_response());
    };
    if failed {
        return Made::failed(parts.status, parts.headers, bytes);
    }
    let Some(plain) = for_everybody(&bytes) else {
        return Made::unshared(Response::from_parts(parts, Body::from(bytes)));
    };
    let headers = standing(parts.headers);
    // Nobody closes it.
    let permit = COMPRESSORS.acquire().await;
    let rendered = tokio::task::spawn_blocking(move || CachedPage::render(headers, plain)).await;
    drop(permit);
    match rendered {
        Ok(Ok(page)) => Made::Page(Arc::new(page)),
        _ => Made::unshared(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
    }
}

/// A good answer that a shared cache may keep.
fn for_all(response: &Response) -> bool {
    let keep = response.headers().get(header::CACHE_CONTROL);
    let shared = keep.is_some_and(|keep| keep.as_bytes().starts_with(b"public"));
    response.status() == StatusCode::OK && shared && !response.headers().contains_key(header::SET_COOKIE)
}

/// What every answer with this page carries, but for its policy.
fn standing(mut headers: HeaderMap) -> HeaderMap {
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers
}

/// The page without what belongs to one answer: behind its end leptos writes scripts with the answer's nonce, which hold
/// nothing where the page has no islands. `None` for a page that has some.
fn for_everybody(page: &Bytes) -> Option<Bytes> {
    const END: &[u8] = b"</html>";
    const SCRIPT: &[u8] = b"<script";
    let find = |what: &[u8]| page.windows(what.len()).position(|part| part == what);
    let end = find(END).map_or(page.len(), |at| at + END.len());
    find(SCRIPT).is_none_or(|at| at >= end).then(|| page.slice(..end))
}

/// A shared page for which something was typed is not kept, but gets a tag.
pub async fn tag_typed(mut request: Request, next: Next) -> Response {
    if !is_shared(&request) || request.uri().query().is_none_or(str::is_empty) {
        return next.run(request).await;
    }
    let (head, asked) = (request.method() == Method::HEAD, request.headers().clone());
    // The tag is of the whole page, also for whoever asks for its headers alone.
    *request.method_mut() = Method::GET;
    let mut response = tagged(next.run(request).await, &asked).await;
    if head {
        let length = axum::body::HttpBody::size_hint(response.body()).exact();
        *response.body_mut() = Body::empty();
        if let Some(length) = length.filter(|_| response.status() == StatusCode::OK) {
            response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
        }
    }
    response
}

/// A page that is not kept here gets a tag all the same. It is weak: the same page may travel compressed or not.
async fn tagged(response: Response, asked: &HeaderMap) -> Response {
    if response.status() != StatusCode::OK {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, MOST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let bytes = for_everybody(&bytes).unwrap_or(bytes);
    let tag = format!("W/\"{}\"", tag(&bytes));
    let same = known(asked, &tag);
    let mut response = Response::from_parts(parts, if same { Body::empty() } else { Body::from(bytes) });
    let headers = response.headers_mut();
    headers.remove(header::CONTENT_LENGTH);
    put(headers, header::ETAG, &tag);
    if same {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    response
}

/// Under what a request's page stands.
fn key_of(state: &AppState, request: &Request) -> Key {
    let (day, written) = (state.office.today(), state.records.written());
    state.page_cache.key_of(request, day, written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_script_of_its_own_is_nobody_elses() {
        let page = |text: &'static str| for_everybody(&Bytes::from_static(text.as_bytes()));
        let bare = page("<html><p>Hello</p></html><script nonce=\"a\">X=[];</script>");
        assert_eq!(bare.as_deref(), Some(b"<html><p>Hello</p></html>".as_slice()));
        assert_eq!(page("<html><script nonce=\"a\"></script></html>"), None);
        assert_eq!(
            page("month,requests\n").as_deref(),
            Some(b"month,requests\n".as_slice())
        );
    }
}
