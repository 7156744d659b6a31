//! Log lines and metrics: route template, status, time. Never a query, number, code or address.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};

/// Watched from outside every few seconds: no log line.
const QUIET: [&str; 3] = ["/healthz", "/readyz", "/metrics"];

/// Counts and logs an answer.
pub async fn observe(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = method_label(request.method());
    let began = Instant::now();
    let response = next.run(request).await;
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    let took = began.elapsed();
    let status = response.status().as_u16();
    if !QUIET.contains(&route) {
        tracing::info!(method, route, status, ms = took.as_millis(), "answered");
    }
    let labels = [
        ("method", method.to_owned()),
        ("route", route.to_owned()),
        ("status", status.to_string()),
    ];
    metrics::counter!("daylight_http_requests_total", &labels).increment(1);
    metrics::histogram!("daylight_http_seconds", "route" => route.to_owned()).record(took.as_secs_f64());
    response
}

/// Anybody can make up a method; a made-up one must not become a label.
fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
