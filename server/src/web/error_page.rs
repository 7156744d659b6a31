//! Errors that belong to no page: anything in the router may answer with one, and [`super::render_errors`] makes it a page
//! in the reader's language.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use office::{Lang, Refusal};

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
        let (title, text) = match lang {
            Lang::En => self.english(),
            Lang::Es => self.spanish(),
        };
        match self {
            Self::Broken { incident } => (title, format!("{text} {incident}")),
            _ => (title, text.to_owned()),
        }
    }

    const fn english(&self) -> (&'static str, &'static str) {
        match self {
            Self::Refused(_) => ("This cannot be done", ""),
            Self::CrossSite => (
                "This form came from elsewhere",
                "For your safety we accept forms only from our own pages, and your browser did not show that it was on one. \
                 Nothing was changed. Open the page here and send the form again.",
            ),
            Self::TooLarge => (
                "This is too large",
                "What was sent is larger than our forms can hold, so it was not kept. Go back, shorten the text and send it again.",
            ),
            Self::TooSlow => (
                "The form did not arrive in time",
                "The connection was too slow or was interrupted, so nothing was kept. Go back and send the form again.",
            ),
            Self::Malformed => (
                "This form cannot be read",
                "What was sent is not a form of ours, so nothing was kept. Go back, reload the page and send the form again.",
            ),
            Self::NotText => (
                "This form holds unreadable characters",
                "Part of what was sent is not text in UTF-8, so nothing was kept. Go back, type the text again and send the form.",
            ),
            Self::WrongMethod => (
                "This page does not work that way",
                "Open the page by its address and use the form on it.",
            ),
            Self::Broken { .. } => (
                "Something went wrong on our side",
                "We could not finish this. Please try again in a moment. If it keeps happening, tell us this number:",
            ),
        }
    }

    const fn spanish(&self) -> (&'static str, &'static str) {
        match self {
            Self::Refused(_) => ("No se puede hacer", ""),
            Self::CrossSite => (
                "Este formulario vino de otro lugar",
                "Por su seguridad solo aceptamos formularios de nuestras propias páginas, y su navegador no mostró que estuviera en \
                 una. No se cambió nada. Abra la página aquí y envíe el formulario de nuevo.",
            ),
            Self::TooLarge => (
                "Es demasiado grande",
                "Lo enviado es más grande de lo que admiten nuestros formularios, así que no se guardó. Vuelva atrás, acorte el texto y \
                 envíelo de nuevo.",
            ),
            Self::TooSlow => (
                "El formulario no llegó a tiempo",
                "La conexión fue demasiado lenta o se interrumpió, así que no se guardó nada. Vuelva atrás y envíe el formulario de nuevo.",
            ),
            Self::Malformed => (
                "Este formulario no se puede leer",
                "Lo enviado no es un formulario nuestro, así que no se guardó nada. Vuelva atrás, recargue la página y envíe el formulario \
                 de nuevo.",
            ),
            Self::NotText => (
                "Este formulario contiene caracteres ilegibles",
                "Parte de lo enviado no es texto en UTF-8, así que no se guardó nada. Vuelva atrás, escriba el texto de nuevo y envíe el \
                 formulario.",
            ),
            Self::WrongMethod => (
                "Esta página no funciona así",
                "Abra la página por su dirección y use el formulario que contiene.",
            ),
            Self::Broken { .. } => (
                "Algo falló de nuestro lado",
                "No pudimos terminar. Inténtelo de nuevo en un momento. Si sigue ocurriendo, díganos este número:",
            ),
        }
    }
}

/// How long to wait, where waiting helps.
pub fn retry_after(refusal: &Refusal) -> Option<HeaderValue> {
    match refusal {
        Refusal::TooMany { seconds } => Some((*seconds).into()),
        Refusal::Unavailable { .. } => Some(5_u32.into()),
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
