//! The state that every handler shares.

use std::sync::Arc;

use app::context::SiteInfo;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use office::Office;
use records::RecordsOffice;

use super::{
    address::Proxies, cookies::CookiePolicy, limits::Limits, multipart_form::StrangerUploads, page_cache::PageCache,
    policy::Policies,
};

/// The state of the router; cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<AppStateInner>);

/// What an [`AppState`] holds.
pub struct AppStateInner {
    /// Whom pages and forms ask.
    pub office: Arc<dyn Office>,
    /// The same office, for what is not asked through the port: sessions, readiness.
    pub records: Arc<RecordsOffice>,
    /// What is the same for every visitor.
    pub site_info: Arc<SiteInfo>,
    /// How often somebody may ask.
    pub limits: Limits,
    /// How many files of strangers may be on their way at once.
    pub strangers: Arc<StrangerUploads>,
    /// How far to believe `X-Forwarded-For`.
    pub proxies: Proxies,
    /// How our cookies are named and guarded.
    pub jar: CookiePolicy,
    /// Public pages, made once for everybody.
    pub page_cache: PageCache,
    /// What holds at each address.
    pub policies: Policies,
}

impl AppState {
    /// Wraps it.
    pub fn new(inside: AppStateInner) -> Self {
        Self(Arc::new(inside))
    }
}

impl std::ops::Deref for AppState {
    type Target = AppStateInner;

    fn deref(&self) -> &AppStateInner {
        &self.0
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.site_info.options.clone()
    }
}
