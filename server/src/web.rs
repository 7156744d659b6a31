//! The web server: the router, and the middleware around it.

use axum::{
    Extension, Router,
    extract::Request,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use metrics_exporter_prometheus::PrometheusHandle;
use tower::ServiceBuilder;
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::ConfigError};

use crate::config::Site;
use cached_portal::CachedPortal;
use error_page::ErrorPage;
use state::AppState;

pub mod address;
mod audit_csv;
mod authenticate;
mod body;
mod cached_page;
pub mod cached_portal;
mod calendar;
mod content_security_policy;
pub mod cookies;
mod csrf;
mod downloads;
mod error_page;
mod feed;
mod form;
mod form_post;
mod forms;
mod headers;
mod health;
mod hydration_marks;
mod kept_form;
mod lang;
pub mod limits;
mod multipart_form;
mod observe;
mod page;
pub mod page_cache;
pub mod policy;
mod rate_limit;
mod render_errors;
mod resilience;
pub mod routes;
mod sessions;
pub mod state;
mod static_site;
mod statistics_csv;
mod submission;
mod timeline;
mod uploads;

pub use resilience::quiet_panics;

/// The whole portal. The language comes off the path before anything is routed.
///
/// # Errors
/// When the base URL cannot be the origin of a form.
pub fn portal(state: &AppState, site: &Site, metrics: PrometheusHandle) -> Result<CachedPortal, ConfigError> {
    let same_site = csrf::same_site(&state.site_info.base_url)?;
    let around = ServiceBuilder::new()
        .layer(from_fn(observe::observe))
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Precise(4))
                .compress_when(headers::compressible),
        )
        .layer(from_fn_with_state(state.clone(), headers::headers))
        .layer(from_fn(hydration_marks::remove))
        .layer(from_fn_with_state(state.clone(), render_errors::render_errors))
        .layer(CatchPanicLayer::custom(
            resilience::catch_panic as resilience::PanicHandler,
        ))
        .layer(from_fn(resilience::time_limit))
        .layer(from_fn(resilience::finish_posts));
    let people = ServiceBuilder::new()
        // First: an answer that gives back the words of a form offers to send it, so it takes none from elsewhere.
        .layer(same_site)
        .layer(from_fn(csrf::refuse_silent_cookies))
        .layer(from_fn_with_state(state.clone(), rate_limit::rate_limit))
        .layer(from_fn(cached_portal::tag_typed))
        .layer(from_fn_with_state(state.clone(), authenticate::authenticate));
    let router = routes::router(state)
        .fallback(nothing_here)
        .method_not_allowed_fallback(|| async { ErrorPage::WrongMethod })
        .layer(people)
        .merge(machines().layer(Extension(metrics)))
        .merge(static_site::routes(site))
        .layer(around)
        .with_state(state.clone());
    Ok(CachedPortal::of(state.clone(), router))
}

/// For whoever watches the portal.
fn machines() -> Router<AppState> {
    Router::new()
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics))
}

/// A slash too many at the end of an address is forgiven; for everything else there is a page that says
/// so.
async fn nothing_here(request: Request) -> Response {
    let path = request.uri().path();
    let bare = path.trim_end_matches('/');
    if bare.len() < path.len() && !bare.is_empty() && !bare.starts_with("//") {
        let lang = request.extensions().get::<office::Lang>().copied().unwrap_or_default();
        return Redirect::permanent(&lang.path(bare)).into_response();
    }
    ErrorPage::Refused(office::Refusal::NotFound).into_response()
}
