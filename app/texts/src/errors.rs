//! Words of error pages: what a request is told that got to no page.

/// Title and text.
type TitleAndText = (&'static str, &'static str);

words! {
    /// Words of error pages.
    pub trait ErrorWords:
    error_refused() -> TitleAndText {
        ("This cannot be done", ""),
        ("No se puede hacer", "")
    }
    error_cross_site() -> TitleAndText {
        (
            "This form came from elsewhere",
            "For your safety we accept forms only from our own pages, and your browser did not show that it was on one. \
             Nothing was changed. Open the page here and send the form again.",
        ),
        (
            "Este formulario vino de otro lugar",
            "Por su seguridad solo aceptamos formularios de nuestras propias páginas, y su navegador no mostró que estuviera en \
             una. No se cambió nada. Abra la página aquí y envíe el formulario de nuevo.",
        )
    }
    error_too_large() -> TitleAndText {
        (
            "This is too large",
            "What was sent is larger than our forms can hold, so nothing was changed. Shorten the text and send it again. What is not shown below, your browser still holds: go back to the form.",
        ),
        (
            "Es demasiado grande",
            "Lo enviado es más grande de lo que admiten nuestros formularios, así que no se cambió nada. Acorte el texto y envíelo de \
             nuevo. Lo que no se muestra abajo, su navegador lo conserva: vuelva al formulario.",
        )
    }
    error_too_slow() -> TitleAndText {
        (
            "The form did not arrive in time",
            "The connection was too slow or was interrupted, so nothing was changed. Send the form again. What is not shown below, your browser still holds: go back to the form.",
        ),
        (
            "El formulario no llegó a tiempo",
            "La conexión fue demasiado lenta o se interrumpió, así que no se cambió nada. Envíe el formulario de nuevo. Lo que no se muestra abajo, su navegador lo conserva: vuelva al formulario.",
        )
    }
    error_malformed() -> TitleAndText {
        (
            "This form cannot be read",
            "What was sent is not a form of ours, so nothing was changed. Open the form anew and send it again.",
        ),
        (
            "Este formulario no se puede leer",
            "Lo enviado no es un formulario nuestro, así que no se cambió nada. Abra el formulario de nuevo y envíelo otra vez.",
        )
    }
    error_not_text() -> TitleAndText {
        (
            "This form holds unreadable characters",
            "Part of what was sent is not text in UTF-8, so nothing was changed. Open the form anew, type that part again and send it.",
        ),
        (
            "Este formulario contiene caracteres ilegibles",
            "Parte de lo enviado no es texto en UTF-8, así que no se cambió nada. Abra el formulario de nuevo, escriba esa parte otra \
             vez y envíelo.",
        )
    }
    error_wrong_method() -> TitleAndText {
        (
            "This page does not work that way",
            "Open the page by its address and use the form on it.",
        ),
        (
            "Esta página no funciona así",
            "Abra la página por su dirección y use el formulario que contiene.",
        )
    }
    error_broken() -> TitleAndText {
        (
            "Something went wrong on our side",
            "We could not finish this. Please try again in a moment. If it keeps happening, tell us this number:",
        ),
        (
            "Algo falló de nuestro lado",
            "No pudimos terminar. Inténtelo de nuevo en un momento. Si sigue ocurriendo, díganos este número:",
        )
    }
}
