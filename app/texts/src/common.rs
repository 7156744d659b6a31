//! Words that every page shares: names, navigation, footer, parts of forms.

use law::{Bilingual, Date, both};
use office::Refusal;

use crate::{DateWords, LawWords, ReleaseWords as _};

words! {
    /// What every page shares.
    pub trait CommonWords:
    site() -> &'static str { "Daylight", "Daylight" }
    site_description(agency: &str) -> String {
        format!("Ask for police camera video of the {agency}, follow each step and see every date with its reason."),
        format!("Pida video de las cámaras policiales ({agency}), siga cada paso y vea cada fecha con su motivo."),
    }
    message_taken_back(day: Date) -> String {
        format!("Taken back on {}, because it was a mistake: this does not count any more.", office::Lang::En.day(day)),
        format!("Se deshizo el {}, porque fue un error: esto ya no cuenta.", office::Lang::Es.day(day))
    }
    message_erased() -> &'static str { "These words were erased.", "Estas palabras se borraron." }
    skip() -> &'static str { "Skip to main content", "Ir al contenido principal" }
    language() -> &'static str { "English", "Español" }
    identifier(agency: &str) -> String {
        format!("Requests for {agency} camera video."),
        format!("Solicitudes de video de cámaras del {agency}."),
    }
    no_emergency() -> &'static str { "Not an emergency line: call 911.", "No es una línea de emergencia: llame al 911." }
    demo_title() -> &'static str { "Demonstration.", "Demostración." }
    demo() -> &'static str {
        "All people, requests and dates here are made up. Nothing you send reaches the police.",
        "Todas las personas, solicitudes y fechas son inventadas. Nada de lo que envíe llega a la policía.",
    }

    menu() -> &'static str { "Main", "Principal" }
    nav_request() -> &'static str { "File a request", "Pedir video" }
    nav_track() -> &'static str { "Track", "Seguimiento" }
    nav_log() -> &'static str { "Requests log", "Lista de solicitudes" }
    nav_law() -> &'static str { "The law", "La ley" }
    nav_deadline() -> &'static str { "Work out a deadline", "Calcular un plazo" }
    nav_home() -> &'static str { "Home", "Inicio" }
    footer() -> &'static str { "About this portal", "Sobre este portal" }
    footer_privacy() -> &'static str { "Privacy", "Privacidad" }
    footer_accessibility() -> &'static str { "Accessibility", "Accesibilidad" }
    footer_staff() -> &'static str { "Staff sign-in", "Acceso del personal" }
    footer_not_advice() -> &'static str {
        "This portal explains the law; it does not give legal advice.",
        "Este portal explica la ley; no da asesoría legal.",
    }
    footer_license() -> &'static str {
        "The software is open source under the MIT license. The typeface is Public Sans, under the Open Font License.",
        "El programa es de código abierto, con licencia MIT. La letra es Public Sans, con la licencia Open Font License.",
    }
    footer_agency(agency: &str) -> String {
        format!("Records of the {agency}."),
        format!("Registros de: {agency}."),
    }
    printed(address: &str, on: Date) -> String {
        format!("Printed from {address}. The page shows how things stood on {}.", office::Lang::En.day(on)),
        format!("Impreso desde {address}. La página muestra cómo estaban las cosas el {}.", office::Lang::Es.day(on)),
    }
    staff_menu() -> &'static str { "Staff", "Personal" }
    staff_queue() -> &'static str { "Queue", "Bandeja" }
    staff_more() -> &'static str { "More", "Más" }
    staff_calendar() -> &'static str { "Calendar", "Calendario" }
    staff_accounts() -> &'static str { "Accounts", "Cuentas" }
    staff_public_side() -> &'static str { "Public pages", "Páginas públicas" }
    sign_out() -> &'static str { "Sign out", "Cerrar sesión" }

    optional() -> &'static str { "optional", "opcional" }
    error_prefix() -> &'static str { "Error:", "Error:" }
    choose() -> &'static str { "Choose one", "Elija una opción" }
    honey_pot() -> &'static str { "Leave this field empty", "Deje este campo vacío" }

    how_worked_out() -> &'static str { "How was this date worked out?", "¿Cómo se calculó esta fecha?" }
    work_start() -> &'static str { "Counted from", "Se cuenta desde el" }
    work_result() -> &'static str { "The result", "El resultado" }
    work_rule() -> &'static str { "Rule", "Regla" }
    work_section() -> &'static str { "Section", "Sección" }
    work_calendar() -> &'static str { "Calendar", "Calendario" }
    work_calendar_none() -> &'static str { "every day counts", "cuentan todos los días" }
    work_other() -> &'static str { "Another reading of the law gives", "Otra lectura de la ley da" }
    work_other_same() -> &'static str { "the same day", "el mismo día" }
    overdue() -> &'static str { "Overdue", "Con retraso" }

    pages() -> &'static str { "Pages", "Páginas" }
    page_of(page: u64, pages: u64) -> String { format!("Page {page} of {pages}"), format!("Página {page} de {pages}") }
    page_previous() -> &'static str { "Previous page", "Página anterior" }
    page_next() -> &'static str { "Next page", "Página siguiente" }

    refusal_title(refusal: &Refusal) -> &'static str { title(refusal) }
    refusal_happened(refusal: &Refusal) -> String { happened_english(refusal), happened_spanish(refusal) }
    refusal_kept(refusal: &Refusal, form: bool) -> &'static str { what_was_kept(refusal, form) }
    refusal_typed() -> &'static str { "What you typed", "Lo que usted escribió" }
    refusal_next(refusal: &Refusal, form: bool) -> String { next_english(refusal, form), next_spanish(refusal, form) }
    signed_out_title() -> &'static str {
        "You are no longer signed in, so this was not sent yet",
        "Su sesión se cerró; por eso esto aún no se ha enviado"
    }
    signed_out_happened(kept: bool) -> &'static str {
        if kept {
            "The page was open for a long time, or was closed elsewhere. Nothing was changed, and nothing that you typed is lost: it is on this page, and only here."
        } else {
            "The page was open for a long time, or was closed elsewhere. Nothing was changed. Not all that you sent could be kept on this page: copy what you need, and fill in the form again."
        },
        if kept {
            "La página estuvo abierta mucho tiempo o se cerró en otro lugar. No se cambió nada, y nada de lo que escribió se ha perdido: está en esta página, y solo aquí."
        } else {
            "La página estuvo abierta mucho tiempo o se cerró en otro lugar. No se cambió nada. No todo lo que envió pudo guardarse en esta página: copie lo que necesite y llene el formulario otra vez."
        }
    }
    again_title() -> &'static str { "Send it again", "Enviarlo otra vez" }
    again_sign_in() -> &'static str { "Sign in, in a new tab", "Inicie sesión, en otra pestaña" }
    again_enroll() -> &'static str {
        "Enroll a second factor, in a new tab",
        "Inscriba un segundo factor, en otra pestaña"
    }
    again_open() -> &'static str {
        "Open the page with your number and code, in a new tab",
        "Abra la página con su número y su código, en otra pestaña"
    }
    again_hint() -> &'static str {
        "Come back to this page and send. Sending twice does it only once.",
        "Vuelva a esta página y envíe. Aunque lo envíe dos veces, se hace una sola vez."
    }
    again_files() -> &'static str { "Choose your files again", "Elija otra vez sus archivos" }
    again_send() -> &'static str { "Send again", "Enviar otra vez" }
    again_copy() -> &'static str {
        "To keep what you typed, copy it from this page before you leave it.",
        "Para conservar lo que escribió, cópielo de esta página antes de salir."
    }
    again_anew() -> &'static str { "Open the form anew, in a new tab", "Abra el formulario de nuevo, en otra pestaña" }
    wait(seconds: u32) -> String { wait_english(seconds), wait_spanish(seconds) }
}

/// Everything in the way, one sentence each.
fn stopped(bars: &[law::notice::ReleaseBar], lang: office::Lang) -> String {
    let sentences: Vec<String> = bars.iter().map(|bar| lang.notice_bar(bar)).collect();
    sentences.join(" ")
}

const fn title(refusal: &Refusal) -> Bilingual {
    match refusal {
        Refusal::NotFound => both("There is no such page", "Esta página no existe"),
        Refusal::SignIn => both("Open it first", "Primero hay que abrirla"),
        Refusal::Confirm => both("Confirm first that it is you", "Confirme antes que es usted"),
        Refusal::Enroll => both("Enroll a second factor first", "Inscriba antes un segundo factor"),
        Refusal::NotYours => both("Your account may not do this", "Su cuenta no puede hacer esto"),
        Refusal::Invalid { .. } => both(
            "Something in the form needs another look",
            "Hay que revisar algo en el formulario",
        ),
        Refusal::Barred { bar } if !bar.reason.is_of_the_law() => both("This was not done", "Esto no se hizo"),
        Refusal::Barred { .. } | Refusal::Stopped { .. } | Refusal::MustBeRetained { .. } => {
            both("The law does not allow this now", "La ley no lo permite ahora")
        }
        Refusal::Stale => both(
            "This changed while you were writing",
            "Esto cambió mientras usted escribía",
        ),
        Refusal::SentBefore => both(
            "The form was sent before; this was not sent yet",
            "El formulario ya se envió; esto aún no se ha enviado",
        ),
        Refusal::TooMany { .. } => both("Too many tries", "Demasiados intentos"),
        Refusal::ClockWrong => both(
            "The clock of the portal is wrong, so nothing was done",
            "El reloj del portal está mal, así que no se hizo nada",
        ),
        Refusal::VideoWaits => both(
            "The video cannot be shown right now",
            "En este momento no se puede mostrar el video",
        ),
        Refusal::NoRoom => both(
            "No file can be taken right now",
            "En este momento no se puede recibir ningún archivo",
        ),
        Refusal::Unavailable { .. } => both(
            "The portal cannot answer right now",
            "El portal no puede responder en este momento",
        ),
    }
}

fn happened_english(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotFound => {
            "The address may be mistyped, or it may name something that is not public. Both get this same answer."
                .to_owned()
        }
        Refusal::SignIn => "This page is only for the person who filed the request, or for staff.".to_owned(),
        Refusal::Confirm => "This act asks for your second factor again, because it was given a while ago.".to_owned(),
        Refusal::Enroll => "Your role needs a second factor now, and you have none yet. So this was not done.".to_owned(),
        Refusal::NotYours => "You are signed in, but this is not part of your role.".to_owned(),
        Refusal::Invalid { .. } => "Some answers are missing or cannot be read.".to_owned(),
        Refusal::Barred { bar } => office::Lang::En.bar(bar),
        Refusal::Stopped { bars } => stopped(bars, office::Lang::En),
        Refusal::MustBeRetained { why } => office::Lang::En.undeletable(why),
        Refusal::Stale => {
            "Somebody else worked on the same request. So that nothing is lost, your change was not made.".to_owned()
        }
        Refusal::SentBefore => {
            "You sent this form before, and what it said then was taken. What stands in it now is different, and was not sent."
                .to_owned()
        }
        Refusal::TooMany { .. } => {
            "There were many tries from your connection in a short time, so this one was not looked at.".to_owned()
        }
        Refusal::ClockWrong => {
            "Every act has its day by law, and the clock of the server cannot be believed: it was set, or it is behind the \
             records."
                .to_owned()
        }
        Refusal::VideoWaits => {
            "The clock of the portal is not right, and a video is shown only on days on which the law lets it be. It is still \
             kept for you."
                .to_owned()
        }
        Refusal::NoRoom => {
            "The portal's disk is nearly full. What is left of it is kept for requests and objections, so no file was \
             stored."
                .to_owned()
        }
        Refusal::Unavailable { incident } => {
            format!("The fault is ours, not yours. It is noted under the number {incident}.")
        }
    }
}

fn happened_spanish(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotFound => "Quizá la dirección tenga un error, o nombre algo que no es público. Los dos casos reciben esta misma respuesta.".to_owned(),
        Refusal::SignIn => "Esta página es solo para quien presentó la solicitud, o para el personal.".to_owned(),
        Refusal::Confirm => "Esta actuación pide otra vez su segundo factor, porque lo dio hace un rato.".to_owned(),
        Refusal::Enroll => "Su función exige ahora un segundo factor y usted aún no tiene ninguno. Por eso esto no se hizo.".to_owned(),
        Refusal::NotYours => "Usted inició sesión, pero esto no forma parte de su función.".to_owned(),
        Refusal::Invalid { .. } => "Faltan algunas respuestas o no se pueden leer.".to_owned(),
        Refusal::Barred { bar } => office::Lang::Es.bar(bar),
        Refusal::Stopped { bars } => stopped(bars, office::Lang::Es),
        Refusal::MustBeRetained { why } => office::Lang::Es.undeletable(why),
        Refusal::Stale => "Otra persona trabajó en la misma solicitud. Para que nada se pierda, su cambio no se hizo.".to_owned(),
        Refusal::SentBefore => "Usted ya envió este formulario, y lo que decía entonces se recibió. Lo que ahora está escrito es distinto y no se ha enviado.".to_owned(),
        Refusal::TooMany { .. } => "Hubo muchos intentos desde su conexión en poco tiempo; por eso este no se revisó.".to_owned(),
        Refusal::ClockWrong => {
            "Por ley cada actuación tiene su día, y no se puede confiar en el reloj del servidor: alguien lo cambió, o va \
             detrás de los registros."
                .to_owned()
        }
        Refusal::VideoWaits => {
            "El reloj del portal no está bien, y un video se muestra solo en los días en que la ley lo permite. Sigue guardado \
             para usted."
                .to_owned()
        }
        Refusal::NoRoom => {
            "El disco del portal está casi lleno. Lo que queda se reserva para solicitudes y objeciones, así que no se guardó \
             ningún archivo."
                .to_owned()
        }
        Refusal::Unavailable { incident } => format!("La falla es nuestra, no suya. Quedó anotada con el número {incident}."),
    }
}

const fn what_was_kept(refusal: &Refusal, form: bool) -> Bilingual {
    match (refusal, form) {
        (Refusal::Invalid { .. }, true) => both(
            "What you typed is still in the form.",
            "Lo que escribió sigue en el formulario.",
        ),
        (Refusal::SentBefore, true) => both(
            "What you sent first stands as it was. What you typed now is still in the form below.",
            "Lo que envió primero queda como estaba. Lo que escribió ahora sigue en el formulario, abajo.",
        ),
        (_, true) => both(
            "What you typed is still in the form below. Nothing was stored.",
            "Lo que escribió sigue en el formulario, abajo. No se guardó nada.",
        ),
        (Refusal::NotFound | Refusal::SignIn, false) => both("", ""),
        (_, false) => both("Nothing was changed.", "No se cambió nada."),
    }
}

fn next_english(refusal: &Refusal, form: bool) -> String {
    match refusal {
        Refusal::NotFound => "Check the address, or start from one of these pages.".to_owned(),
        Refusal::SignIn => "Enter your tracking number and your access code. They are on your receipt.".to_owned(),
        Refusal::Confirm if form => {
            "Enter the code in the tab that the link opens, come back here, and send the form again.".to_owned()
        }
        Refusal::Confirm => "Enter the code, then try again.".to_owned(),
        Refusal::Enroll => "Enroll it on the page of your account, then send this again.".to_owned(),
        Refusal::NotYours => "Ask a colleague with the right role, or an administrator.".to_owned(),
        Refusal::Invalid { .. } => "Correct them and send the form again.".to_owned(),
        Refusal::Barred { .. } => "The page of the request shows what is possible now.".to_owned(),
        Refusal::Stopped { .. } | Refusal::MustBeRetained { .. } => {
            "Do first what is missing, then try again.".to_owned()
        }
        Refusal::Stale if form => "Read what is new, then send the form again if it still fits.".to_owned(),
        Refusal::Stale => "Go back, read what is new, then try again.".to_owned(),
        Refusal::SentBefore if form => {
            "If you want this too, send the form again: it counts as a new one. If not, leave this page.".to_owned()
        }
        Refusal::SentBefore => "If you want this too, open the form anew and send it.".to_owned(),
        Refusal::TooMany { seconds } => format!("Wait {}, then try again.", wait_english(*seconds)),
        Refusal::ClockWrong if form => {
            "Tell whoever runs the server. Once the clock is right, send the form again.".to_owned()
        }
        Refusal::ClockWrong => "Tell whoever runs the server. Once the clock is right, try again.".to_owned(),
        Refusal::VideoWaits => "Try again later today. If it stays so, tell the records office.".to_owned(),
        Refusal::NoRoom => {
            "Send the form without files, if it needs none: it is taken. Bring or mail the papers, or send them here later. A form that needs a file is sent again later, or its file is brought to the records office.".to_owned()
        }
        Refusal::Unavailable { .. } if form => {
            "Wait a minute, then send the form again. Sending twice files it only once.".to_owned()
        }
        Refusal::Unavailable { .. } => "Wait a minute, then load this page again.".to_owned(),
    }
}

fn next_spanish(refusal: &Refusal, form: bool) -> String {
    match refusal {
        Refusal::NotFound => "Revise la dirección o empiece desde una de estas páginas.".to_owned(),
        Refusal::SignIn => {
            "Escriba su número de seguimiento y su código de acceso. Están en su comprobante.".to_owned()
        }
        Refusal::Confirm if form => {
            "Escriba el código en la pestaña que abre el enlace, vuelva aquí y envíe el formulario otra vez.".to_owned()
        }
        Refusal::Confirm => "Escriba el código e inténtelo otra vez.".to_owned(),
        Refusal::Enroll => "Inscríbalo en la página de su cuenta y envíe esto otra vez.".to_owned(),
        Refusal::NotYours => "Pida ayuda a un colega con esa función o a un administrador.".to_owned(),
        Refusal::Invalid { .. } => "Corríjalas y envíe el formulario otra vez.".to_owned(),
        Refusal::Barred { .. } => "La página de la solicitud muestra lo que ahora es posible.".to_owned(),
        Refusal::Stopped { .. } | Refusal::MustBeRetained { .. } => {
            "Haga primero lo que falta e inténtelo otra vez.".to_owned()
        }
        Refusal::Stale if form => "Lea lo nuevo y envíe el formulario otra vez si todavía corresponde.".to_owned(),
        Refusal::Stale => "Vuelva atrás, lea lo nuevo e inténtelo otra vez.".to_owned(),
        Refusal::SentBefore if form => {
            "Si también quiere esto, envíe el formulario otra vez: cuenta como uno nuevo. Si no, salga de esta página."
                .to_owned()
        }
        Refusal::SentBefore => "Si también quiere esto, abra el formulario de nuevo y envíelo.".to_owned(),
        Refusal::TooMany { seconds } => format!("Espere {} e inténtelo otra vez.", wait_spanish(*seconds)),
        Refusal::ClockWrong if form => {
            "Avise a quien administra el servidor. Cuando el reloj esté bien, envíe el formulario otra vez.".to_owned()
        }
        Refusal::ClockWrong => "Avise a quien administra el servidor. Cuando el reloj esté bien, inténtelo otra vez.".to_owned(),
        Refusal::VideoWaits => "Inténtelo más tarde hoy. Si sigue igual, avise a la oficina de registros.".to_owned(),
        Refusal::NoRoom => {
            "Un formulario que puede ir sin archivos se recibe: envíelo así, y traiga los papeles o envíelos por correo, o mándelos aquí más tarde. Si el formulario necesita un archivo, envíelo más tarde, o llévelo a la oficina de registros."
                .to_owned()
        }
        Refusal::Unavailable { .. } if form => {
            "Espere un minuto y envíe el formulario otra vez. Aunque lo envíe dos veces, se presenta una sola."
                .to_owned()
        }
        Refusal::Unavailable { .. } => "Espere un minuto y cargue esta página otra vez.".to_owned(),
    }
}

fn wait_english(seconds: u32) -> String {
    match seconds {
        0 | 1 => "a second".to_owned(),
        2..=90 => format!("{seconds} seconds"),
        _ => format!("{} minutes", seconds.div_ceil(60)),
    }
}

fn wait_spanish(seconds: u32) -> String {
    match seconds {
        0 | 1 => "un segundo".to_owned(),
        2..=90 => format!("{seconds} segundos"),
        _ => format!("{} minutos", seconds.div_ceil(60)),
    }
}
