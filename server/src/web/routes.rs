//! Every address of the portal, each with its policy: who may see it, how long its answers may be kept, who reads its
//! errors, whether it takes files. Nothing else decides these by a path.

use std::collections::BTreeMap;

use app::App;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{MethodRouter, get, post},
};
use leptos_axum::{LeptosRoutes as _, generate_route_list};
use office::permission::Permission;

use super::{
    audit_csv, calendar, downloads, feed, forms, page,
    policy::{Audience, CacheRule, Policies, Policy, RECEIPT_SECONDS},
    state::AppState,
    statistics_csv, timeline, uploads,
};

/// The routes are not those of the pages, or say two things of one address.
#[derive(Debug, thiserror::Error)]
pub enum RouteError {
    /// A page has no policy.
    #[error("the page {0} has no policy in routes.rs")]
    NoPolicy(String),
    /// A policy stands at a page that is not there.
    #[error("routes.rs names the page {0}, which the app does not have")]
    NoPage(String),
    /// An address is named twice with different policies.
    #[error("routes.rs gives {0} two policies")]
    TwoPolicies(String),
    /// Two addresses cannot be told apart.
    #[error("routes.rs: {0}")]
    Ambiguous(#[from] matchit::InsertError),
}

/// Addresses while they are being listed.
#[derive(Default)]
struct Routes {
    router: Router<AppState>,
    pages: Vec<&'static str>,
    policies: BTreeMap<&'static str, Policy>,
    twice: Option<&'static str>,
}

/// Addresses that share a policy.
struct Group<'a> {
    routes: &'a mut Routes,
    policy: Policy,
}

impl Routes {
    const fn group(&mut self, policy: Policy) -> Group<'_> {
        Group { routes: self, policy }
    }

    fn list(&mut self, path: &'static str, policy: Policy) {
        if self.policies.insert(path, policy).is_some_and(|known| known != policy) {
            self.twice = Some(path);
        }
    }
}

impl Group<'_> {
    /// A page of the app, by GET.
    fn page(self, path: &'static str) -> Self {
        self.routes.pages.push(path);
        self.routes.list(path, self.policy);
        self
    }

    /// A page with a form that posts to its own path.
    fn form(self, path: &'static str, handler: MethodRouter<AppState>) -> Self {
        self.page(path).route(path, handler)
    }

    /// Anything else.
    fn route(self, path: &'static str, handler: MethodRouter<AppState>) -> Self {
        self.routes.list(path, self.policy);
        let router = std::mem::take(&mut self.routes.router);
        self.routes.router = router.route(path, handler);
        self
    }

    /// Whatever lies below and has no page: the policy of a "not found".
    fn below(self, path: &'static str) -> Self {
        self.routes.list(path, self.policy);
        self
    }
}

fn all() -> Routes {
    let mut routes = Routes::default();
    public(&mut routes);
    people(&mut routes);
    console(&mut routes);
    people_shown(&mut routes);
    courts(&mut routes);
    routes
}

/// What is the same for everybody.
fn public(routes: &mut Routes) {
    let public = Policy::of(Audience::Public);
    routes
        .group(public.cached(CacheRule::Shared))
        .page("/")
        .page("/requests")
        .page("/requests/{number}")
        .page("/requests/{number}/timeline")
        .page("/library")
        .page("/library/{id}")
        .page("/program")
        .page("/program/{section}")
        .page("/statistics")
        .page("/law")
        .page("/law/petition")
        .page("/law/deadline")
        .page("/about/privacy")
        .page("/about/accessibility")
        .route("/statistics/{file}", get(statistics_csv::table_csv))
        .route("/requests/feed.atom", get(feed::log_feed))
        .route("/requests/{number}/feed.atom", get(feed::feed))
        .route("/requests/{number}/timeline.txt", get(timeline::timeline))
        .route("/requests/{number}/calendar.ics", get(calendar::calendar));
    routes
        .group(public.cached(CacheRule::SharedFile))
        .route("/library/{id}/{file}", get(downloads::library));
}

/// What residents and the people shown do.
fn people(routes: &mut Routes) {
    let public = Policy::of(Audience::Public);
    let requester = Policy::of(Audience::Requester);
    routes
        .group(public.cached(CacheRule::Private))
        .form("/request", post(forms::file))
        .form("/track", post(forms::track))
        .form("/requests/{number}/follow", post(forms::follow));
    routes
        .group(public)
        .form("/follow/confirm/{token}", post(forms::confirm))
        .form("/follow/stop/{token}", post(forms::stop))
        .form("/notice/check", post(forms::check))
        .route("/notice/leave", get(forms::leave));
    routes
        .group(Policy::of(Audience::Receipt).expiring(RECEIPT_SECONDS))
        .form("/request/filed", post(forms::close_receipt));
    routes
        .group(requester)
        .page("/requests/{number}/private/certificate")
        .route("/requests/{number}/private/papers/{id}", get(downloads::private_paper))
        .route(
            "/requests/{number}/private/files/{id}/{file}",
            get(downloads::delivered),
        )
        .below("/requests/{number}/private/{*rest}");
    routes
        .group(requester.taking_files())
        .form("/requests/{number}/private", post(forms::private));
    let depicted = Policy::of(Audience::Depicted);
    routes
        .group(depicted)
        .form("/notice", post(forms::open))
        .form("/notice/consent", post(forms::wish))
        .form("/notice/viewing", post(forms::family_viewing));
    routes
        .group(depicted.taking_files())
        .form("/notice/objection", post(forms::object));
}

/// The console's part about people shown, and who acts for them or for whoever filed.
fn people_shown(routes: &mut Routes) {
    routes
        .group(Policy::of(Audience::Staff).sent_by(Permission::Custodian))
        .form("/staff/recordings/{id}/people", post(forms::add_person))
        .form("/staff/people/{id}", post(forms::person))
        .form("/staff/people/{id}/capacities", post(forms::person_capacities))
        .form("/staff/requests/{number}/capacities", post(forms::request_capacities))
        .form("/staff/notices/{id}/viewing", post(forms::viewing));
    routes.group(Policy::of(Audience::Staff)).page("/staff/viewings");
}

/// The console.
fn console(routes: &mut Routes) {
    let staff = Policy::of(Audience::Staff);
    routes
        .group(Policy::of(Audience::Public))
        .form("/staff/sign-in", post(forms::sign_in))
        .form("/staff/link/{token}", post(forms::link))
        .form("/staff/first/{token}", post(forms::first));
    routes
        .group(Policy::of(Audience::HalfSignedIn))
        .form("/staff/sign-in/code", post(forms::second_factor));
    let reviewer = Permission::Reviewer;
    let custodian = Permission::Custodian;
    let administrator = Permission::Administrator;
    routes
        .group(staff)
        .page("/staff")
        .form("/staff/queue", post(forms::queue))
        .form("/staff/absences", post(forms::absence))
        .form("/staff/mentions", post(forms::mention))
        .page("/staff/recordings")
        .page("/staff/notices")
        .page("/staff/letters/templates")
        .page("/staff/library")
        .page("/staff/mail")
        .page("/staff/waiting")
        .page("/staff/orders")
        .page("/staff/requests/{number}/certificate")
        .page("/staff/audit")
        .route("/staff/audit.csv", get(audit_csv::audit_csv))
        .form("/staff/account", post(forms::own))
        .form("/staff/confirm", post(forms::confirm_again))
        .page("/staff/components")
        .route("/staff/deletions/{id}/list.csv", get(forms::deletion_csv))
        // Whose a file is depends on the file.
        .route("/staff/files/{sha256}", get(downloads::stored_file))
        .route("/staff/sign-out", post(forms::sign_out))
        .below("/staff/{*rest}");
    routes
        .group(staff.only(custodian))
        .form("/staff/requests/{number}/assign", post(forms::assign))
        .form("/staff/requests/{number}/code", post(forms::reissue_code))
        .form("/staff/requests/{number}/notes", post(forms::request_note))
        .form("/staff/notices/{id}/notes", post(forms::notice_note))
        .page("/staff/requests/print")
        .form("/staff/recordings/new", post(forms::new_recording))
        .form("/staff/recordings/imports/{id}", post(forms::act_on_import))
        .page("/staff/letters")
        .page("/staff/letters/envelopes");
    routes
        .group(staff.sent_by(custodian))
        .form("/staff/deletions", post(forms::make_deletion_list))
        .form("/staff/requests/{number}", post(forms::request))
        .form("/staff/requests/{number}/coverage", post(forms::coverage))
        .form("/staff/requests/{number}/matches", post(forms::matches))
        .form("/staff/recordings/{id}", post(forms::recording))
        .form("/staff/mail/{id}", post(forms::letter));
    routes
        .group(staff.only(reviewer))
        .form("/staff/recordings/{id}/notes", post(forms::recording_note));
    routes
        .group(staff.sent_by(reviewer))
        .form("/staff/requests/{number}/release", post(forms::release))
        .form("/staff/waiting/{id}", post(forms::proposal))
        .form("/staff/orders/{id}", post(forms::order));
    routes
        .group(staff.only(Permission::Auditor))
        .page("/staff/audit/reading");
    routes
        .group(staff.only(administrator))
        .form("/staff/requests/{number}/erase", post(forms::erase))
        .page("/staff/program")
        .form("/staff/program/{key}", post(forms::edit_program))
        .form("/staff/program/{key}/fields", post(forms::edit_program_fields))
        .form("/staff/accounts", post(forms::invite))
        .form("/staff/accounts/{id}", post(forms::account));
    routes
        .group(staff.sent_by(administrator))
        .form("/staff/calendar", post(forms::add_closure))
        .form("/staff/letters/templates/{kind}", post(forms::edit_template));
    routes
        .group(staff.only(custodian).expiring(RECEIPT_SECONDS))
        .page("/staff/requests/receipt")
        .page("/staff/requests/{number}/receipt");
    with_files(routes, staff);
}

/// What of the console takes files.
fn with_files(routes: &mut Routes, staff: Policy) {
    let (reviewer, custodian) = (Permission::Reviewer, Permission::Custodian);
    routes
        .group(staff.only(custodian).taking_files())
        .form("/staff/requests/new", post(forms::intake))
        .form("/staff/recordings/import", post(forms::import_recordings))
        .form("/staff/orders/new", post(forms::new_order));
    routes
        .group(staff.only(reviewer).taking_files())
        .form("/staff/requests/{number}/act/{act}", post(forms::act));
    routes
        .group(staff.sent_by(custodian).taking_files())
        .form("/staff/notices/{id}", post(forms::act_on_notice));
    routes
        .group(staff.sent_by(reviewer).taking_files())
        .form("/staff/deletions/{id}", post(forms::deletion_list))
        .form("/staff/recordings/{id}/files", post(forms::files));
    routes
        .group(staff.sent_by(custodian).taking_files().for_script())
        .route("/staff/uploads", post(uploads::begin))
        // Whoever began an upload finds it, nobody else does.
        .route("/staff/uploads/{id}", get(uploads::status).put(uploads::put))
        .route("/staff/uploads/{id}/finish", post(uploads::finish));
}

/// The desk of court cases.
fn courts(routes: &mut Routes) {
    let staff = Policy::of(Audience::Staff);
    routes.group(staff).page("/staff/court");
    routes
        .group(staff.only(Permission::CourtFiler).taking_files())
        .form("/staff/court/new", post(forms::new_case));
    routes
        .group(staff.sent_by(Permission::CourtFiler).taking_files())
        .form("/staff/court/{id}", post(forms::court_case));
}

/// Every address with its policy, in the order of their spelling.
pub fn table() -> Vec<(&'static str, Policy)> {
    all().policies.into_iter().collect()
}

/// The policy of every address.
///
/// # Errors
/// When a page of the app has none, or an address has two.
pub fn policies() -> Result<Policies, RouteError> {
    let routes = all();
    if let Some(path) = routes.twice {
        return Err(RouteError::TwoPolicies(path.to_owned()));
    }
    let listed: Vec<String> = generate_route_list(App)
        .iter()
        .map(|page| page.path().to_owned())
        .collect();
    if let Some(page) = listed.iter().find(|page| !routes.pages.contains(&page.as_str())) {
        return Err(RouteError::NoPolicy(page.clone()));
    }
    if let Some(page) = routes
        .pages
        .iter()
        .find(|page| !listed.iter().any(|path| path == *page))
    {
        return Err(RouteError::NoPage((*page).to_owned()));
    }
    let mut policies = matchit::Router::new();
    for (path, policy) in routes.policies {
        policies.insert(path, policy)?;
    }
    Ok(Policies::new(policies))
}

/// Every address that people use. Each reader of a body counts its bytes itself: forms in `form_post`, files in
/// `multipart_form` and `uploads`.
pub fn router(state: &AppState) -> Router<AppState> {
    Router::new()
        .leptos_routes_with_context(state, generate_route_list(App), page::context(state), App)
        .merge(all().router)
        .layer(DefaultBodyLimit::disable())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::policy::ErrorFormat;

    fn policy(path: &str) -> Policy {
        policies().expect("policies").of(path)
    }

    #[test]
    fn every_page_has_a_policy_and_every_policy_a_page() {
        policies().expect("routes.rs and the app name the same pages");
    }

    #[test]
    fn only_what_everybody_sees_alike_is_shared() {
        for (path, policy) in all().policies {
            if policy.cache != CacheRule::NoStore {
                assert_eq!(policy.audience, Audience::Public, "{path}");
            }
        }
    }

    #[test]
    fn the_console_is_open_to_staff_alone_but_for_the_ways_in() {
        for (path, policy) in all().policies {
            let entries = [
                "/staff/sign-in",
                "/staff/sign-in/code",
                "/staff/first/{token}",
                "/staff/link/{token}",
            ];
            let way_in = entries.contains(&path);
            if path.starts_with("/staff") && !way_in {
                assert_eq!(policy.audience, Audience::Staff, "{path}");
            }
        }
        assert_eq!(policy("/staff/no/such/page").audience, Audience::Staff);
    }

    #[test]
    fn an_address_is_found_whatever_its_number() {
        assert_eq!(policy("/requests/KC-26-7F3K-Q2").cache, CacheRule::Shared);
        assert_eq!(policy("/requests/feed.atom").cache, CacheRule::Shared);
        assert_eq!(policy("/requests/KC-26-7F3K-Q2/private").audience, Audience::Requester);
        assert_eq!(
            policy("/requests/KC-26-7F3K-Q2/private/x").audience,
            Audience::Requester
        );
        assert_eq!(policy("/library/abc/video.mp4").cache, CacheRule::SharedFile);
        assert_eq!(policy("/nowhere"), Policy::UNLISTED);
        assert_eq!(policy("/requests//private").audience, Audience::Requester);
        assert_eq!(policy("/staff/uploads/abc").errors, ErrorFormat::Json);
    }
}
