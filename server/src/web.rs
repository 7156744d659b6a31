//! The counter: what comes in over HTTP, and what goes out.

use app::App;
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use leptos_axum::{LeptosRoutes as _, generate_route_list};
use metrics_exporter_prometheus::PrometheusHandle;
use tower::ServiceBuilder;
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::ConfigError};

use crate::config::Site;
use counter::Counter;
use notice::Notice;
use shelf::Front;

pub mod address;
mod calendar;
pub mod cookies;
pub mod counter;
mod dress;
mod feed;
mod files;
mod forms;
mod guard;
mod headers;
mod health;
mod lang;
pub mod limits;
mod media;
mod notice;
mod observe;
mod page;
mod posted;
mod sent;
mod sessions;
pub mod shelf;
mod shield;
mod tables;
mod timeline;
mod uploads;
mod visit;

pub use shield::quiet_panics;

/// The whole portal. The language comes off the path before anything is routed.
///
/// # Errors
/// When the base URL cannot be the origin of a form.
pub fn portal(counter: &Counter, site: &Site, figures: PrometheusHandle) -> Result<Front, ConfigError> {
    let same_site = guard::same_site(&counter.house.base_url)?;
    let around = ServiceBuilder::new()
        .layer(from_fn(observe::observe))
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Precise(4))
                .compress_when(headers::compressible),
        )
        .layer(from_fn_with_state(counter.clone(), headers::headers))
        .layer(from_fn_with_state(counter.clone(), dress::dress))
        .layer(CatchPanicLayer::custom(shield::panicked as shield::Panicked))
        .layer(from_fn(shield::in_time));
    let people = ServiceBuilder::new()
        .layer(from_fn_with_state(counter.clone(), limits::limit))
        .layer(from_fn(shelf::tag_typed))
        .layer(same_site)
        .layer(from_fn(guard::no_silent_cookies))
        .layer(from_fn_with_state(counter.clone(), visit::visit));
    let router = pages(counter)
        .merge(posts())
        .merge(incoming())
        .merge(downloads())
        .fallback(nothing_here)
        .method_not_allowed_fallback(|| async { Notice::WrongMethod })
        .layer(people)
        .merge(machines().layer(Extension(figures)))
        .merge(files::files(site))
        .layer(around)
        .with_state(counter.clone());
    Ok(Front::of(counter.clone(), router))
}

/// Every GET of the pages' own router.
fn pages(counter: &Counter) -> Router<Counter> {
    Router::new().leptos_routes_with_context(counter, generate_route_list(App), page::context(counter), App)
}

/// What forms do. Each path is also a page.
fn posts() -> Router<Counter> {
    Router::new()
        .route("/request", post(forms::file))
        .route("/request/filed", post(forms::close_receipt))
        .route("/track", post(forms::track))
        .route("/notice", post(forms::open))
        .route("/notice/check", post(forms::check))
        .route("/notice/leave", get(forms::leave))
        .route("/requests/{number}/private", post(forms::private))
        .route("/requests/{number}/follow", post(forms::follow))
        .route("/follow/confirm/{token}", post(forms::confirm))
        .route("/follow/stop/{token}", post(forms::stop))
        .route("/staff/sign-in", post(forms::sign_in))
        .route("/staff/sign-out", post(forms::sign_out))
        .route("/staff/first/{token}", post(forms::first))
        .route("/staff/requests/{number}/act/{act}", post(forms::act))
        .route("/staff/calendar", post(forms::add_closure))
        .route("/staff/program/{key}", post(forms::edit_program))
        .route("/staff/recordings/new", post(forms::new_recording))
        .route("/staff/recordings/import", post(forms::import_recordings))
        .route("/staff/recordings/{id}", post(forms::recording))
        .route("/staff/recordings/{id}/people", post(forms::add_person))
        .route("/staff/people/{id}", post(forms::person))
        .route("/staff/notices/{id}", post(forms::act_on_notice))
        .route("/staff/requests/{number}/release", post(forms::release))
        .route("/staff/orders/new", post(forms::new_order))
        .route("/staff/orders/{id}", post(forms::order))
}

/// Files on their way in. Each counts its own bytes; pieces of one file can be sent again after an interruption.
fn incoming() -> Router<Counter> {
    Router::new()
        .route("/notice/objection", post(forms::object))
        .route("/staff/recordings/{id}/files", post(forms::files))
        .route("/staff/uploads", post(uploads::begin))
        .route("/staff/uploads/{id}", get(uploads::look).put(uploads::put))
        .route("/staff/uploads/{id}/finish", post(uploads::finish))
        .layer(DefaultBodyLimit::disable())
}

/// A request's days and history for other programs; released files.
fn downloads() -> Router<Counter> {
    Router::new()
        .route("/statistics/{file}", get(tables::table_csv))
        .route("/library/{id}/{file}", get(media::library))
        .route("/requests/{number}/private/files/{id}/{file}", get(media::delivered))
        .route("/staff/files/{sha256}", get(media::kept))
        .route("/requests/feed.atom", get(feed::log_feed))
        .route("/requests/{number}/feed.atom", get(feed::feed))
        .route("/requests/{number}/timeline.txt", get(timeline::timeline))
        .route("/requests/{number}/calendar.ics", get(calendar::calendar))
}

/// For whoever watches the portal.
fn machines() -> Router<Counter> {
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
    Notice::Refused(office::Refusal::NotFound).into_response()
}
