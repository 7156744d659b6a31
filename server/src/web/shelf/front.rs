//! In front of everything: a page that stands on the shelf is handed out before the router is asked.

use std::{
    convert::Infallible,
    future::{Future, ready},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tokio::sync::Semaphore;
use tower::{Service, ServiceExt as _};

use super::{MOST, Ready, key_of, shelved};
use crate::web::{
    counter::Counter,
    lang,
    limits::{Class, client},
};

/// Pages are pressed a few at a time: the compressor wants megabytes for each.
static PRESSES: Semaphore = Semaphore::const_new(2);

/// The whole portal: what serves a connection. The language comes off the path before anything is looked up.
#[derive(Clone)]
pub struct Front {
    counter: Counter,
    router: Router,
}

impl Front {
    /// In front of a router.
    pub const fn of(counter: Counter, router: Router) -> Self {
        Self { counter, router }
    }

    /// A page that is ready to hand for this asker.
    fn at_hand(&self, request: &Request) -> Option<Response> {
        if !shelved(request.method(), request.uri()) {
            return None;
        }
        let page = self.counter.shelf.pages.get(&key_of(&self.counter, request))?;
        let from = client(&self.counter, request.extensions(), request.headers());
        // Who asks too often is told so by the router.
        self.counter.limits.count(Class::Any, from).ok()?;
        let response = page.answer(request.headers(), request.method() == Method::HEAD);
        metrics::counter!("daylight_http_requests_total", "method" => "GET", "route" => "shelf", "status" => "200")
            .increment(1);
        Some(response)
    }
}

impl Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let request = lang::take_lang(request);
        if let Some(response) = self.at_hand(&request) {
            return Box::pin(ready(Ok(response)));
        }
        let Self { counter, router } = self.clone();
        Box::pin(async move { Ok(fetched(&counter, router, request).await) })
    }
}

/// Asks the router; a page that belongs on the shelf is made by whoever asks first.
async fn fetched(counter: &Counter, router: Router, request: Request) -> Response {
    if !shelved(request.method(), request.uri()) {
        return routed(router, request).await;
    }
    let (head, asked) = (request.method() == Method::HEAD, request.headers().clone());
    let key = key_of(counter, &request);
    match counter
        .shelf
        .pages
        .get_or_insert_async(&key, make(router, request))
        .await
    {
        Ok(page) => page.answer(&asked, head),
        Err(response) => *response,
    }
}

async fn routed(router: Router, request: Request) -> Response {
    match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// Makes a page; anything but a good one is handed on as it is.
async fn make(router: Router, mut request: Request) -> Result<Arc<Ready>, Box<Response>> {
    *request.method_mut() = Method::GET;
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    request.headers_mut().remove(header::IF_NONE_MATCH);
    let response = routed(router, request).await;
    if !for_all(&response) {
        return Err(Box::new(response));
    }
    let (parts, body) = response.into_parts();
    let plain = axum::body::to_bytes(body, MOST).await;
    let plain = plain.map_err(|_| Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response()))?;
    let Some(plain) = super::for_everybody(&plain) else {
        return Err(Box::new(Response::from_parts(parts, Body::from(plain))));
    };
    let headers = standing(parts.headers);
    // Nobody closes it.
    let turn = PRESSES.acquire().await;
    let pressed = tokio::task::spawn_blocking(move || Ready::press(headers, plain)).await;
    drop(turn);
    match pressed {
        Ok(Ok(page)) => Ok(Arc::new(page)),
        _ => Err(Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response())),
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
