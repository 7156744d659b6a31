//! The built site's files: script, wasm and style under `/pkg`, and the public files beside it.

use std::path::Path;

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse as _, Response},
};
use office::Refusal;
use tower_http::services::{ServeDir, ServeFile};

use super::{error_page::ErrorPage, state::AppState};
use crate::config::Site;

/// Their names change with their content.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Their names stay.
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");
/// While somebody builds: ask each time.
const ASK: HeaderValue = HeaderValue::from_static("no-cache");

/// Routes to the files that are there at the start.
pub fn routes(site: &Site) -> Router<AppState> {
    let pkg = ServeDir::new(site.root.join("pkg")).append_index_html_on_directories(false);
    let pkg = Router::new().nest_service("/pkg", pkg.precompressed_br().precompressed_gzip());
    let built = pkg.layer(from_fn_with_state(
        if site.hashed { FOR_EVER } else { ASK },
        cache_header,
    ));
    let public = public_files(&site.root)
        .into_iter()
        .fold(Router::new(), |router, name| {
            let file = ServeFile::new(site.root.join(&name));
            router.route_service(&format!("/{name}"), file.precompressed_br().precompressed_gzip())
        });
    built.merge(public.layer(from_fn_with_state(AN_HOUR, cache_header)))
}

/// Says how long a file may be kept; what is not there becomes a page like any other.
async fn cache_header(State(keep): State<HeaderValue>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    match response.status() {
        StatusCode::NOT_FOUND => ErrorPage::Refused(Refusal::NotFound).into_response(),
        StatusCode::METHOD_NOT_ALLOWED => ErrorPage::WrongMethod.into_response(),
        _ => {
            response.headers_mut().insert(header::CACHE_CONTROL, keep);
            response
        }
    }
}

/// Plain names only: each becomes a route. Compressed copies of `cargo leptos build --precompress` are no pages.
fn public_files(root: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let compressed = |name: &str| {
        Path::new(name)
            .extension()
            .is_some_and(|end| end == "br" || end == "gz")
    };
    let plain =
        |name: &String| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)) && !compressed(name);
    files
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(plain)
        .collect()
}
