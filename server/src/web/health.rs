//! For machines that watch the portal.

use std::net::IpAddr;

use axum::{
    extract::{Extension, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, uri::Authority},
    response::{IntoResponse, Response},
};
use metrics_exporter_prometheus::PrometheusHandle;
use office::Refusal;

use super::{address::Peer, error_page::ErrorPage, state::AppState};

/// Alive: says so without asking anything.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// Able to serve: the database answers, and the clock can be believed. Says so too where the disk is almost full.
pub async fn readyz(State(state): State<AppState>) -> Response {
    let answers = match state.records.ready().await {
        Ok(()) => state.records.clock_trouble().await.map_err(Refusal::from),
        Err(refusal) => Err(refusal),
    };
    match answers {
        Ok(Some(trouble)) => {
            let told = format!("nobody can act: {trouble}\n");
            (StatusCode::SERVICE_UNAVAILABLE, told).into_response()
        }
        Ok(None) => {
            let mut told = vec!["ready".to_owned()];
            if let Some(free) = state.records.little_space() {
                told.push(format!("the disk is almost full: {} MiB are free", free >> 20));
            }
            if let Ok(Some(clock)) = state.records.clock_told().await {
                told.push(format!("nobody has confirmed the clock: {clock}"));
            }
            if state.records.scanner().is_some_and(|scanner| scanner.is_silent()) {
                told.push("no file of anybody is taken: clamd does not answer".to_owned());
            }
            (told.join(", but ") + "\n").into_response()
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

/// What proxies add to a request that they pass on (RFC 7239, RFC 9110 7.6.3, and what they did before). Whoever asks for
/// figures on this machine sends none of it.
const PASSED_ON: [&str; 12] = [
    "cf-connecting-ip",
    "client-ip",
    "fastly-client-ip",
    "fly-client-ip",
    "forwarded",
    "true-client-ip",
    "via",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-original-forwarded-for",
    "x-original-url",
    "x-real-ip",
];

/// Whether a proxy passed a request on, whatever header it sets.
fn is_passed_on(headers: &HeaderMap) -> bool {
    let known =
        |name: &str| name.starts_with("x-forwarded") || name.starts_with("x-envoy-") || PASSED_ON.contains(&name);
    headers.keys().any(|name| known(name.as_str()))
}

/// Whether a request names this machine: a proxy that adds nothing at all still passes on whom it was sent to.
fn asks_this_machine(request: &Request) -> bool {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri().host()).unwrap_or_default();
    let Ok(authority) = host.parse::<Authority>() else {
        return host.is_empty();
    };
    let name = authority.host().trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|ip| ip.to_canonical().is_loopback())
}

/// Figures for Prometheus, on this machine only: to everybody else there is no such page. A request
/// that a proxy on this machine passes on comes from elsewhere.
pub async fn metrics(
    State(state): State<AppState>,
    Extension(handle): Extension<PrometheusHandle>,
    request: Request,
) -> Response {
    let peer = request.extensions().get::<Peer>();
    let passed_on = is_passed_on(request.headers()) || !asks_this_machine(&request);
    if passed_on || !peer.is_some_and(|peer| peer.0.ip().to_canonical().is_loopback()) {
        return ErrorPage::Refused(Refusal::NotFound).into_response();
    }
    if let Ok(trouble) = state.records.clock_trouble().await {
        metrics::gauge!("daylight_clock_wrong").set(f64::from(u8::from(trouble.is_some())));
    }
    if let Ok(told) = state.records.clock_unconfirmed().await {
        metrics::gauge!("daylight_clock_unconfirmed").set(f64::from(u8::from(told.is_some())));
    }
    if let Some(scanner) = state.records.scanner() {
        metrics::gauge!("daylight_clamd_silent").set(f64::from(u8::from(scanner.is_silent())));
    }
    measure(&state);
    let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], handle.render()).into_response()
}

/// What is looked at when it is asked for: memory, open files, disk, version. A gauge holds 53 bits, which is enough for bytes.
#[expect(clippy::cast_precision_loss, reason = "a byte more or less of petabytes")]
fn measure(state: &AppState) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = kib.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    if let Some(kib) = kib {
        metrics::gauge!("process_resident_memory_bytes").set((kib * 1024) as f64);
    }
    if let Ok(files) = std::fs::read_dir("/proc/self/fd") {
        metrics::gauge!("process_open_fds").set(files.count() as f64);
    }
    if let Some(free) = state.records.free_space() {
        metrics::gauge!("daylight_disk_free_bytes").set(free as f64);
        metrics::gauge!("daylight_disk_almost_full").set(f64::from(u8::from(state.records.little_space().is_some())));
    }
    let tables = state.records.store().program_version().to_string();
    metrics::gauge!("daylight_build_info", "version" => env!("CARGO_PKG_VERSION"), "tables" => tables).set(1.0);
}
