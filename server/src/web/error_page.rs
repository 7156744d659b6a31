//! Errors that belong to no page: anything in the router may answer with one, and [`super::render_errors`] makes it a page
//! in the reader's language.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use office::{Lang, Refusal};
use texts::ErrorWords as _;

/// Why a request got no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorPage {
    /// The office refused, and there is no form to show again.
    Refused(Refusal),
    /// A form was sent from another site, or by something that hides where it comes from.
    CrossSite,
    /// The body is larger than any form of ours.
    TooLarge,
    /// The body did not arrive in time.
    TooSlow,
    /// The body is no form.
    Malformed,
    /// The body is no text in UTF-8.
    NotText,
    /// The path is known, the method is not.
    WrongMethod,
    /// The program broke; the number is in the log.
    Broken {
        /// The number.
        incident: String,
    },
}

impl ErrorPage {
    /// Its status code.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refusal) => {
                StatusCode::from_u16(app::context::status_of(refusal)).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            }
            Self::CrossSite => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::NotText => StatusCode::UNPROCESSABLE_ENTITY,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Broken { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Title and text.
    pub fn words(&self, lang: Lang) -> (&'static str, String) {
        let (title, text) = match self {
            Self::Refused(_) => lang.error_refused(),
            Self::CrossSite => lang.error_cross_site(),
            Self::TooLarge => lang.error_too_large(),
            Self::TooSlow => lang.error_too_slow(),
            Self::Malformed => lang.error_malformed(),
            Self::NotText => lang.error_not_text(),
            Self::WrongMethod => lang.error_wrong_method(),
            Self::Broken { .. } => lang.error_broken(),
        };
        match self {
            Self::Broken { incident } => (title, format!("{text} {incident}")),
            _ => (title, text.to_owned()),
        }
    }
}

/// How long to wait, where waiting helps.
pub fn retry_after(refusal: &Refusal) -> Option<HeaderValue> {
    match refusal {
        Refusal::TooMany { seconds } => Some((*seconds).into()),
        Refusal::Unavailable { .. } => Some(5_u32.into()),
        Refusal::ClockWrong | Refusal::VideoWaits => Some(60_u32.into()),
        _ => None,
    }
}

impl IntoResponse for ErrorPage {
    /// A bare answer that carries the error along.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Self::Refused(refusal) = &self
            && let Some(wait) = retry_after(refusal)
        {
            response.headers_mut().insert(header::RETRY_AFTER, wait);
        }
        response.extensions_mut().insert(self);
        response
    }
}
