//! For machines that watch the portal.

use axum::{
    extract::{Extension, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use metrics_exporter_prometheus::PrometheusHandle;
use office::Refusal;

use super::{address::Peer, error_page::ErrorPage, state::AppState};

/// Alive: says so without asking anything.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// Able to serve: the database answers.
pub async fn readyz(State(state): State<AppState>) -> Response {
    match state.records.ready().await {
        Ok(()) => "ready\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

/// Figures for Prometheus, on this machine only: to everybody else there is no such page. A request
/// that a proxy on this machine passes on comes from elsewhere.
pub async fn metrics(Extension(handle): Extension<PrometheusHandle>, request: Request) -> Response {
    let peer = request.extensions().get::<Peer>();
    let headers = request.headers();
    let passed_on = headers.contains_key("x-forwarded-for") || headers.contains_key(header::FORWARDED);
    if passed_on || !peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback()) {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    }
    let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], handle.render()).into_response()
}
