//! A form as it came over the wire, with the page it belongs to.

use std::time::Duration;

use app::context::Visitor;
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use http_body_util::BodyExt as _;
use office::{
    Answer, Problem, Refusal,
    forms::{
        ActForm, ClosureForm, CodeForm, CopyForm, Echo, FilingForm, FollowForm, ImportForm, NewPasswordForm,
        NoticeForm, ObjectionForm, OrderActForm, OrderForm, PersonForm, PrivateForm, ProgramForm, RecordingActForm,
        RecordingForm, ReleaseForm, SignInForm, TrackForm,
    },
};
use serde::de::DeserializeOwned;

use super::{
    error_page::ErrorPage,
    limits::Class,
    multipart_form::{FileLimits, closing},
    page::Page,
    state::AppState,
    uploads::MOST as MOST_VIDEO,
};

/// Up to this much of a body that is too large is read and thrown away, so that the sender gets to see
/// the answer; whoever sends more loses the connection.
pub const DRAINED: usize = 16 * 1024 * 1024;
/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(20);

/// A form that can be posted.
pub trait Form: DeserializeOwned + Echo + Clone + Send + Sync + 'static {
    /// What it counts as.
    const CLASS: Class = Class::Form;
    /// Largest body, in bytes. Every field at its limit, percent-encoded, fits.
    const MOST: usize = 256 * 1024;
    /// Which files may come with it.
    const FILES: FileLimits = FileLimits::NONE;

    /// Whether this visitor may send files, by what was typed before the first of them.
    ///
    /// # Errors
    /// What is missing first.
    fn authorize_upload(_: &Visitor, _: &[(String, String)]) -> Answer<()> {
        Err(Refusal::NotFound)
    }
}

/// Papers of people: PDF, JPEG or PNG.
const PAPERS: FileLimits = FileLimits {
    field: "papers",
    number: 10,
    each: 20 * 1024 * 1024,
    all: 60 * 1024 * 1024,
};

/// Whether somebody works the queue.
fn works(visitor: &Visitor) -> Answer<()> {
    match &visitor.staff {
        Some(by) if by.role.works() => Ok(()),
        Some(_) => Err(Refusal::NotYours),
        None => Err(Refusal::SignIn),
    }
}

impl Form for FilingForm {
    const CLASS: Class = Class::Filing;
}
impl Form for FollowForm {
    const CLASS: Class = Class::Following;
}
impl Form for TrackForm {}
impl Form for PrivateForm {}
impl Form for SignInForm {}
impl Form for NewPasswordForm {}
impl Form for ActForm {}
impl Form for ClosureForm {}
impl Form for ProgramForm {}
impl Form for RecordingForm {}
impl Form for RecordingActForm {}
impl Form for OrderForm {
    const FILES: FileLimits = FileLimits {
        field: "document",
        number: 1,
        ..PAPERS
    };

    fn authorize_upload(visitor: &Visitor, _: &[(String, String)]) -> Answer<()> {
        works(visitor)
    }
}
impl Form for OrderActForm {}
impl Form for CodeForm {}
impl Form for CopyForm {
    const FILES: FileLimits = FileLimits {
        field: "file",
        number: 1,
        each: MOST_VIDEO,
        all: MOST_VIDEO,
    };

    fn authorize_upload(visitor: &Visitor, _: &[(String, String)]) -> Answer<()> {
        works(visitor)
    }
}
impl Form for NoticeForm {
    const FILES: FileLimits = PAPERS;

    fn authorize_upload(visitor: &Visitor, _: &[(String, String)]) -> Answer<()> {
        works(visitor)
    }
}
impl Form for ObjectionForm {
    const FILES: FileLimits = PAPERS;

    /// With the notice open, or with something that can be its code.
    fn authorize_upload(visitor: &Visitor, typed: &[(String, String)]) -> Answer<()> {
        if visitor.depicted.is_some() {
            return Ok(());
        }
        let code = typed.iter().find(|(name, _)| name == "code");
        let code = code
            .map(|(_, code)| code.clone())
            .filter(|code| !code.trim().is_empty());
        let form = CodeForm {
            code: code.ok_or_else(|| Refusal::field("code", Problem::Missing))?,
            ..CodeForm::default()
        };
        Ok(form.check().map(|_| ())?)
    }
}
impl Form for PersonForm {}
impl Form for ReleaseForm {}
impl Form for ImportForm {
    const MOST: usize = 8 * 1024 * 1024;
}

/// A form and the page on which it stands. Whoever posts too often gets the page again with what was
/// typed.
pub struct FormPost<F> {
    /// What was typed.
    pub form: F,
    /// The page.
    pub page: Page,
}

impl<F: Form> FromRequest<AppState> for FormPost<F> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let form = match read(&parts.headers, body).await {
            Ok(form) => form,
            Err(error) => return Err(refuse(error)),
        };
        let page = Page::new(state.clone(), parts);
        match state.limits.count(F::CLASS, page.client()) {
            Ok(()) => Ok(Self { form, page }),
            Err(refusal) => Err(page.rerender_with_errors::<F>(form, refusal).await),
        }
    }
}

fn refuse(error: ErrorPage) -> Response {
    let ends = matches!(error, ErrorPage::TooLarge | ErrorPage::TooSlow);
    let response = error.into_response();
    if ends { closing(response) } else { response }
}

async fn read<F: Form>(headers: &HeaderMap, body: Body) -> Result<F, ErrorPage> {
    let bytes = tokio::time::timeout(PATIENCE, collect(headers, body, F::MOST))
        .await
        .map_err(|_| ErrorPage::TooSlow)??;
    let kind = headers
        .get(header::CONTENT_TYPE)
        .map_or(b"".as_slice(), HeaderValue::as_bytes);
    if !bytes.is_empty()
        && !kind
            .to_ascii_lowercase()
            .starts_with(b"application/x-www-form-urlencoded")
    {
        return Err(ErrorPage::Malformed);
    }
    // A decoder that forgives would keep something other than what was typed.
    percent_encoding::percent_decode(&bytes)
        .decode_utf8()
        .map_err(|_| ErrorPage::NotText)?;
    serde_html_form::from_bytes(&bytes).map_err(|_| ErrorPage::Malformed)
}

async fn collect(headers: &HeaderMap, mut body: Body, most: usize) -> Result<Bytes, ErrorPage> {
    let announced = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > DRAINED) {
        return Err(ErrorPage::TooLarge);
    }
    let mut kept = Vec::with_capacity(announced.unwrap_or(0).min(most));
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let data = frame.map_err(|_| ErrorPage::Malformed)?.into_data().unwrap_or_default();
        seen += data.len();
        if seen > DRAINED {
            break;
        }
        if seen <= most {
            kept.extend_from_slice(&data);
        }
    }
    if seen > most {
        Err(ErrorPage::TooLarge)
    } else {
        Ok(kept.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: usize = TrackForm::MOST;

    async fn track(kind: &'static str, body: impl Into<Body>) -> Result<TrackForm, ErrorPage> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        read(&headers, body.into()).await
    }
    const FORM: &str = "application/x-www-form-urlencoded";

    #[tokio::test]
    async fn what_is_no_form_is_told_apart_from_what_is_no_text() {
        assert_eq!(
            track(FORM, "number=a&code=b+c").await.map(|form| form.code),
            Ok("b c".into())
        );
        assert_eq!(track(FORM, "").await, Ok(TrackForm::default()));
        assert_eq!(track(FORM, "number=a&number=b").await, Err(ErrorPage::Malformed));
        assert_eq!(track("text/plain", "number=a").await, Err(ErrorPage::Malformed));
        assert_eq!(track(FORM, "number=%ff").await, Err(ErrorPage::NotText));
        assert_eq!(track(FORM, vec![b'n', b'=', 0xC3, 0x28]).await, Err(ErrorPage::NotText));
    }

    #[tokio::test]
    async fn a_body_is_kept_up_to_the_limit_and_not_a_byte_further() {
        let fits = format!("number={}", "a".repeat(MOST - 7));
        assert!(track(FORM, fits.clone()).await.is_ok());
        assert_eq!(track(FORM, fits + "a").await, Err(ErrorPage::TooLarge));
    }

    #[tokio::test]
    async fn both_kinds_of_camera_can_be_chosen() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(FORM));
        let form: FilingForm = read(&headers, "media=body_worn&media=in_car".into())
            .await
            .expect("a form");
        assert_eq!(form.media, ["body_worn", "in_car"]);
        let form: FilingForm = read(&headers, "media=in_car".into()).await.expect("a form");
        assert_eq!(form.media, ["in_car"]);
    }
}
