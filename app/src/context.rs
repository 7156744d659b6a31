//! What the server hands to a page: the office, the visitor, a refused form; and how a page answers.
//!
//! This is the only module of the crate that knows that pages travel over HTTP.

use std::{future::Future, sync::Arc};

use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::use_params_map;
use office::{
    Lang, Office, OfficeResult, Refusal, TrackingNumber,
    desk::{Depicted, Requester},
    forms::{Refused, SubmissionKey},
    views::{GenuineLetter, LetterPreview, Staff},
};

use crate::pages::RefusalPage;

/// Who looks at the page, and how. Made by the server for each request.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Language, taken from the path.
    pub lang: Lang,
    /// Path without the language and without the query.
    pub path: String,
    /// The query as it came, without `?`; empty if none.
    pub query: String,
    /// The request that this visitor has opened with number and code.
    pub requester: Option<Requester>,
    /// The member of staff signed in.
    pub staff: Option<Staff>,
    /// The notice that this visitor has opened with its code.
    pub depicted: Option<Depicted>,
    /// Key of the objection just sent, from its cookie.
    pub objected: Option<SubmissionKey>,
    /// Receipts that are open in this browser, the newest first.
    pub filed: Vec<OpenReceipt>,
}

/// A receipt that is open in a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenReceipt {
    /// Key of the form that was filed.
    pub key: SubmissionKey,
    /// Names it among others in an address; tells nothing of the key.
    pub id: String,
    /// When it was opened, in milliseconds since 1970.
    pub since: i64,
}

/// What was typed into the form that was just refused, field by field: shown where the form itself
/// cannot be, so that nothing typed is lost. Secrets and hidden fields are not in it.
#[derive(Clone, Debug)]
pub struct TypedValues(pub Vec<String>);

/// The key of every form on the page that is shown again: a new one where the old one has done its work, else the same, so
/// that sending twice does the work once.
#[derive(Clone, Debug)]
pub struct FormKey(pub String);

/// Recovery codes of a second factor, made a moment ago and kept nowhere.
#[derive(Clone, Debug)]
pub struct RecoveryCodes(pub Vec<String>);

/// A form that got to no page of its own, with all that was in it but secrets: shown, so that nothing typed is lost.
#[derive(Clone, Debug)]
pub struct KeptForm {
    /// Where it was sent, with the language.
    pub action: String,
    /// What people typed, in order.
    pub shown: Vec<String>,
    /// Names and values, to be sent again.
    pub fields: Vec<(String, String)>,
    /// The field of its files, where it may bring some. They are not kept.
    pub files: Option<String>,
    /// Whether it can be sent again as it is: all of it came, and no secret was in it.
    pub sends: bool,
}

/// What was found about a letter whose code was checked a moment ago.
#[derive(Clone, Debug)]
pub struct LetterCheck(pub Option<GenuineLetter>);

/// What is the same for every visitor of this installation.
#[derive(Clone, Debug)]
pub struct SiteInfo {
    /// Base URL for links that leave the portal, without a slash at the end.
    pub base_url: String,
    /// URL path of the style sheet.
    pub style: String,
    /// Whether the data is fictional: every page says so.
    pub demo: bool,
    /// Largest video that is taken, in bytes.
    pub upload_limit: u64,
    /// Largest file of recordings that is taken, in bytes.
    pub import_limit: u64,
    /// How the browser finds script and wasm.
    pub options: LeptosOptions,
}

/// The records office.
pub fn office() -> Arc<dyn Office> {
    expect_context()
}

/// Who looks at the page.
pub fn visitor() -> Visitor {
    expect_context()
}

/// The language of the page.
///
/// # Panics
/// Outside of a page.
pub fn lang() -> Lang {
    with_context(|visitor: &Visitor| visitor.lang).expect("a page is rendered for a visitor")
}

/// What is the same for every visitor.
pub fn site_info() -> Arc<SiteInfo> {
    expect_context()
}

/// The form that was just refused on this path, if one was.
pub fn refused<F: Clone + Send + Sync + 'static>() -> Option<Refused<F>> {
    use_context()
}

/// The form that was sent to this path to look at its letters: nothing was done.
pub fn previewed<F: Clone + Send + Sync + 'static>() -> Option<F> {
    let _: LetterPreview = use_context()?;
    use_context()
}

/// A value of the query, decoded; empty if it is not there.
pub fn query(name: &str) -> String {
    leptos_router::hooks::use_query_map()
        .read_untracked()
        .get(name)
        .unwrap_or_default()
}

/// Which page of a list is asked for; the first, if none is.
pub fn page_number() -> u32 {
    query("page").trim().parse().unwrap_or(1).max(1)
}

/// A part of the path, decoded.
pub fn param(name: &str) -> String {
    use_params_map().read_untracked().get(name).unwrap_or_default()
}

/// The tracking number in the path.
///
/// # Errors
/// Not found, where the path holds no number.
pub fn number() -> OfficeResult<TrackingNumber> {
    TrackingNumber::parse(&param("number")).map_err(|_| Refusal::NotFound)
}

/// Sets the answer's status code.
pub fn set_status(code: u16) {
    if let (Some(response), Ok(code)) = (use_context::<ResponseOptions>(), code.try_into()) {
        response.set_status(code);
    }
}

/// Has the browser load the page anew after so many seconds.
pub fn reload_after(seconds: u32) {
    if let (Some(response), Ok(name)) = (use_context::<ResponseOptions>(), "refresh".parse()) {
        response.insert_header(name, seconds.into());
    }
}

/// The status code that goes with a refusal.
pub const fn status_of(refusal: &Refusal) -> u16 {
    match refusal {
        Refusal::NotFound => 404,
        Refusal::SignIn => 401,
        Refusal::NotYours | Refusal::Confirm | Refusal::Enroll => 403,
        Refusal::Invalid { .. } | Refusal::SentBefore => 422,
        Refusal::Barred { .. } | Refusal::Stopped { .. } | Refusal::MustBeRetained { .. } | Refusal::Stale => 409,
        Refusal::TooMany { .. } => 429,
        Refusal::Unavailable { .. } | Refusal::ClockWrong | Refusal::VideoWaits => 503,
        Refusal::NoRoom => 507,
    }
}

/// Asks the office, then shows the answer; a refusal becomes its own page with its status code.
pub fn load<T, V>(
    ask: impl Future<Output = OfficeResult<T>> + Send + 'static,
    show: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
{
    Suspend::new(async move {
        match ask.await {
            Ok(value) => show(value).into_any(),
            Err(refusal) => view! { <RefusalPage refusal/> }.into_any(),
        }
    })
}
