//! A form as it came over the wire, with the page it belongs to.

use std::time::Duration;

use axum::{
    body::Body,
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use http_body_util::BodyExt as _;
use office::forms::LetterEditForm;

use super::{
    body::{DRAINED, closing},
    error_page::ErrorPage,
    form::Form,
    kept_form::keep,
    page::Page,
    state::AppState,
    submission::submission,
};

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(20);

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
        let Read { mut pairs, error } = read(&parts.headers, body, F::MOST).await;
        let sent = submission(state, parts.uri.path(), &mut pairs, &[]);
        keep(&parts, &pairs, None, error.is_none());
        if let Some(error) = error {
            return Err(refuse(error));
        }
        let form = typed(&pairs).map_err(refuse)?;
        let page = Page::of_form(state.clone(), parts, sent).with_letter(letter_of(&pairs));
        let counted = state.limits.count_form(&state.records, F::CLASS, page.client());
        match counted.await {
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

/// The form of these fields.
pub fn typed<F: Form>(pairs: &[(String, String)]) -> Result<F, ErrorPage> {
    let text = serde_html_form::to_string(pairs).map_err(|_| ErrorPage::Malformed)?;
    serde_html_form::from_str(&text).map_err(|_| ErrorPage::Malformed)
}

/// What the form says of the letter of its act, whatever form it is.
pub fn letter_of(pairs: &[(String, String)]) -> LetterEditForm {
    let fields: Vec<&(String, String)> = pairs
        .iter()
        .filter(|(name, _)| name == "go" || name.starts_with("letter_"))
        .collect();
    let text = serde_html_form::to_string(fields).unwrap_or_default();
    serde_html_form::from_str(&text).unwrap_or_default()
}

/// Fields as they came, and what was wrong with how they came; then only as far as they can be shown again.
#[derive(Debug, PartialEq, Eq)]
pub struct Read {
    pub pairs: Vec<(String, String)>,
    pub error: Option<ErrorPage>,
}

/// Reads the fields of a form of at most so many bytes.
pub async fn read(headers: &HeaderMap, body: Body, most: usize) -> Read {
    let mut bytes = Vec::new();
    let collected = tokio::time::timeout(PATIENCE, collect(headers, body, most, &mut bytes)).await;
    let error = match collected {
        Ok(Ok(())) => fault(headers, &bytes),
        Ok(Err(error)) => Some(error),
        Err(_) => Some(ErrorPage::TooSlow),
    };
    let pairs = match error {
        Some(ErrorPage::Malformed) => Ok(Vec::new()),
        _ => serde_html_form::from_bytes(&bytes),
    };
    match pairs {
        Ok(pairs) => Read { pairs, error },
        Err(_) => Read {
            pairs: Vec::new(),
            error: error.or(Some(ErrorPage::Malformed)),
        },
    }
}

/// What is wrong with a body that has come whole.
fn fault(headers: &HeaderMap, bytes: &[u8]) -> Option<ErrorPage> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .map_or(b"".as_slice(), HeaderValue::as_bytes);
    if !bytes.is_empty()
        && !kind
            .to_ascii_lowercase()
            .starts_with(b"application/x-www-form-urlencoded")
    {
        return Some(ErrorPage::Malformed);
    }
    // A decoder that forgives would keep something other than what was typed.
    let text = percent_encoding::percent_decode(bytes).decode_utf8();
    text.is_err().then_some(ErrorPage::NotText)
}

async fn collect(headers: &HeaderMap, mut body: Body, most: usize, kept: &mut Vec<u8>) -> Result<(), ErrorPage> {
    let announced = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > DRAINED) {
        return Err(ErrorPage::TooLarge);
    }
    kept.reserve(announced.unwrap_or(0).min(most));
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
    if seen > most { Err(ErrorPage::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use office::forms::{FilingForm, TrackForm};

    use super::*;

    const MOST: usize = TrackForm::MOST;

    async fn track(kind: &'static str, body: impl Into<Body>) -> Result<TrackForm, ErrorPage> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        let Read { pairs, error } = read(&headers, body.into(), MOST).await;
        error.map_or_else(|| typed(&pairs), Err)
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
        let read = async |body: &'static str| {
            let Read { pairs, .. } = read(&headers, body.into(), FilingForm::MOST).await;
            typed::<FilingForm>(&pairs).expect("a form")
        };
        let form = read("media=body_worn&media=in_car").await;
        assert_eq!(form.media, ["body_worn", "in_car"]);
        let form = read("media=in_car").await;
        assert_eq!(form.media, ["in_car"]);
    }
}
