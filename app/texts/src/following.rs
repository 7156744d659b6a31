//! Words: the private page, following by e-mail, and the calculator of deadlines.

mod calculator;

use law::{Date, profile::StartEvent};

use crate::DateWords;

/// A time of day as people write it, of `HH:MM`.
fn clock(lang: office::Lang, typed: Option<&str>) -> Option<String> {
    let typed = typed?;
    let time = typed.parse::<law::Time>();
    Some(time.map_or_else(|_| typed.to_owned(), |time| lang.time_of_day(time)))
}

words! {
    /// Words of the private page, of following by e-mail and of the calculator.
    pub trait FollowingWords:
    private_title() -> &'static str { "Your request", "Su solicitud" }
    feed_by(actor: &str) -> String { format!("Entered by: {actor}"), format!("Por: {actor}") }
    private_only() -> &'static str {
        "Only you and the records office see this page.",
        "Solo usted y la oficina de registros ven esta página."
    }
    private_done() -> &'static str {
        "What you sent is now part of your request.",
        "Lo que envió ya es parte de su solicitud."
    }
    private_leave() -> &'static str { "Close this page on this device", "Cerrar esta página en este dispositivo" }
    private_public() -> &'static str { "See the public page with all dates", "Ver la página pública con todas las fechas" }
    mails_title() -> &'static str { "Letters by e-mail", "Cartas por correo electrónico" }
    mails_to(email: &str) -> String {
        format!("They go to {email}."),
        format!("Llegan a {email}.")
    }
    mails_none() -> &'static str {
        "No letter goes to you by e-mail. This page says all that happens.",
        "No le llega ninguna carta por correo electrónico. Esta página dice todo lo que pasa."
    }
    mails_change() -> &'static str { "Change the address", "Cambiar la dirección" }
    mails_start() -> &'static str { "Get letters by e-mail", "Recibir cartas por correo electrónico" }
    mails_email() -> &'static str { "E-mail address", "Dirección de correo electrónico" }
    mails_save() -> &'static str { "Send letters to this address", "Enviar las cartas a esta dirección" }
    mails_stop() -> &'static str { "Stop the letters by e-mail", "Dejar de recibir cartas por correo electrónico" }
    mails_stop_hint() -> &'static str {
        "You then read on this page what happens, also a question or a fee with its last day.",
        "Entonces lee en esta página lo que pasa, también una pregunta o un pago con su último día."
    }
    filed_title() -> &'static str { "What you filed", "Lo que usted presentó" }
    messages_title() -> &'static str { "Messages", "Mensajes" }
    messages_none() -> &'static str { "No messages yet.", "Todavía no hay mensajes." }
    message_you() -> &'static str { "You wrote", "Usted escribió" }
    message_custodian() -> &'static str { "The records custodian wrote", "El custodio de registros escribió" }
    message_portal() -> &'static str { "This portal wrote", "Este portal escribió" }
    acts_title() -> &'static str { "What you can do", "Lo que usted puede hacer" }
    answer_title() -> &'static str { "Answer the question", "Responder la pregunta" }
    answer_label() -> &'static str { "Your answer", "Su respuesta" }
    answer_hint(day: Option<Date>) -> String { calculator::answer_hint_english(day), calculator::answer_hint_spanish(day) }
    answer_send() -> &'static str { "Send the answer", "Enviar la respuesta" }
    write_title() -> &'static str { "Write to the records custodian", "Escribir al custodio de registros" }
    write_label() -> &'static str { "Your message", "Su mensaje" }
    write_hint() -> &'static str {
        "It stays private and changes no date. It does not add new footage to the request; for that, file a new one.",
        "Es privado y no cambia ninguna fecha. No añade grabaciones a la solicitud; para eso, presente otra."
    }
    write_send() -> &'static str { "Send the message", "Enviar el mensaje" }
    grounds_title() -> &'static str { "Ask for the reasons in writing", "Pedir los motivos por escrito" }
    grounds_hint() -> &'static str {
        "The records custodian must then give you the reasons, with the law they rest on, by the end of the third business day (RSMo 610.023.4).",
        "El custodio de registros debe darle entonces los motivos, con la ley en que se apoyan, a más tardar al final del tercer día hábil (RSMo 610.023.4)."
    }
    grounds_send() -> &'static str { "Ask for the reasons", "Pedir los motivos" }
    withdraw_title() -> &'static str { "Withdraw the request", "Retirar la solicitud" }
    withdraw_hint() -> &'static str {
        "This ends your request. The footage stays held for two more years. You can file a new request at any time.",
        "Esto pone fin a su solicitud. La grabación se conserva dos años más. Puede presentar otra solicitud cuando quiera."
    }
    withdraw_send() -> &'static str { "Yes, withdraw my request", "Sí, retirar mi solicitud" }
    not_now() -> &'static str { "Not possible now", "Ahora no es posible" }

    asked_when() -> &'static str { "When", "Cuándo" }
    asked_place() -> &'static str { "Where", "Dónde" }
    asked_report() -> &'static str { "Report number", "Número de informe" }
    asked_officers() -> &'static str { "Officers", "Agentes" }
    asked_people() -> &'static str { "People or vehicles", "Personas o vehículos" }
    asked_description() -> &'static str { "What happened", "Qué pasó" }
    asked_name() -> &'static str { "Name", "Nombre" }
    asked_relation() -> &'static str { "Relation to the person shown", "Relación con la persona que aparece" }
    asked_represents() -> &'static str { "Speaks for", "Representa a" }
    asked_claim() -> &'static str { "The claim or defense", "La demanda o la defensa" }
    asked_email() -> &'static str { "E-mail", "Correo electrónico" }
    asked_phone() -> &'static str { "Phone", "Teléfono" }
    asked_postal() -> &'static str { "Postal address", "Dirección postal" }
    asked_notify() -> &'static str { "News of changes", "Aviso de cambios" }
    asked_notify_email() -> &'static str { "By e-mail", "Por correo electrónico" }
    asked_notify_none() -> &'static str { "None; looks here", "Ninguno; lo consulta aquí" }
    asked_language() -> &'static str { "Language of letters", "Idioma de las cartas" }
    asked_needed() -> &'static str { "Needed before", "Se necesita antes del" }
    days(from: Date, to: Date) -> String {
        if from == to { office::Lang::En.day(from) } else { format!("{} to {}", office::Lang::En.day(from), office::Lang::En.day(to)) },
        if from == to { office::Lang::Es.day(from) } else { format!("del {} al {}", office::Lang::Es.day(from), office::Lang::Es.day(to)) }
    }
    hours(from: Option<&str>, to: Option<&str>) -> String {
        match (clock(office::Lang::En, from), clock(office::Lang::En, to)) { (Some(a), Some(b)) => format!("from {a} to {b}"), (Some(a), None) => format!("from {a}"), (None, Some(b)) => format!("until {b}"), (None, None) => String::new() },
        match (clock(office::Lang::Es, from), clock(office::Lang::Es, to)) { (Some(a), Some(b)) => format!("de {a} a {b}"), (Some(a), None) => format!("desde las {a}"), (None, Some(b)) => format!("hasta las {b}"), (None, None) => String::new() }
    }

    mail_title() -> &'static str { "Get an e-mail when something changes", "Recibir un correo cuando algo cambie" }
    mail_intro() -> &'static str {
        "We write to you when this request moves on, and at no other time. First you get one letter with a link to confirm the address.",
        "Le escribimos cuando esta solicitud avance, y en ningún otro momento. Primero recibirá una carta con un enlace para confirmar la dirección."
    }
    mail_label() -> &'static str { "E-mail address", "Dirección de correo electrónico" }
    mail_hint() -> &'static str {
        "We use it for this only. Each letter has a link to stop.",
        "Solo la usamos para esto. Cada carta tiene un enlace para dejar de recibirlas."
    }
    mail_send() -> &'static str { "Follow this request", "Seguir esta solicitud" }
    mail_sent_title() -> &'static str { "Look at your mail", "Revise su correo" }
    mail_sent() -> &'static str {
        "If this address can be written to, a letter is on its way. Open the link in it to confirm. Until then we send nothing more.",
        "Si se puede escribir a esta dirección, la carta va en camino. Abra su enlace para confirmar. Hasta entonces no enviamos nada más."
    }
    mail_spam() -> &'static str {
        "Nothing after ten minutes? Look in the spam folder, then try again.",
        "¿No llegó nada en diez minutos? Mire en el correo no deseado y pruebe otra vez."
    }
    mail_back() -> &'static str { "Back to the request", "Volver a la solicitud" }
    confirm_title() -> &'static str { "Confirm your address", "Confirme su dirección" }
    confirm_intro() -> &'static str {
        "Press the button, and we write to you when the request moves on.",
        "Pulse el botón y le escribiremos cuando la solicitud avance."
    }
    confirm_send() -> &'static str { "Yes, write to me", "Sí, escríbanme" }
    confirm_done_title() -> &'static str { "You follow this request", "Usted sigue esta solicitud" }
    confirm_done() -> &'static str {
        "We write to you when it moves on. Each letter has a link to stop.",
        "Le escribiremos cuando avance. Cada carta tiene un enlace para dejar de recibirlas."
    }
    stop_title() -> &'static str { "Stop the letters", "Dejar de recibir cartas" }
    stop_intro() -> &'static str {
        "Press the button, and we send nothing more about this request to this address.",
        "Pulse el botón y no enviaremos nada más sobre esta solicitud a esta dirección."
    }
    stop_send() -> &'static str { "Stop the letters", "Dejar de recibirlas" }
    stop_done_title() -> &'static str { "The letters have stopped", "Ya no recibirá cartas" }
    stop_done() -> &'static str {
        "No more letters about this request go to this address. You can ask for them again at any time.",
        "A esta dirección ya no llegan cartas sobre esta solicitud. Puede volver a pedirlas cuando quiera."
    }

    calc_title() -> &'static str { "Work out a deadline", "Calcular un plazo" }
    calc_intro() -> &'static str {
        "Choose a rule and the day it starts. You get the last day and each step that leads to it.",
        "Elija una regla y el día en que empieza. Verá el último día y cada paso que lleva a él."
    }
    calc_rule() -> &'static str { "Rule", "Regla" }
    calc_rule_hint() -> &'static str {
        "Rules of other places are here to compare. They bind nobody in Kansas City.",
        "Las reglas de otros lugares están para comparar. No obligan a nadie en Kansas City."
    }
    calc_start() -> &'static str { "Start", "Inicio" }
    calc_start_hint() -> &'static str {
        "A day between 1900 and 2199 like 2026-03-14, or an instant like 2026-03-14T05:30:00Z.",
        "Un día entre 1900 y 2199 como 2026-03-14, o un instante como 2026-03-14T05:30:00Z."
    }
    calc_send() -> &'static str { "Work it out", "Calcular" }
    calc_result() -> &'static str { "The day is", "El día es" }
    calc_starts(from: StartEvent) -> &'static str { calculator::starts(from) }
    calc_place(place: &str) -> String { calculator::place(place) }
    calc_work() -> &'static str { "Step by step", "Paso a paso" }
    calc_so(day: Date) -> String {
        format!("So the day is {}.", office::Lang::En.day(day)),
        format!("Así, el día es el {}.", office::Lang::Es.day(day))
    }
    calc_section() -> &'static str { "Where it stands", "Dónde está escrita" }
    calc_note() -> &'static str { "What it says", "Qué dice" }
    calc_counted() -> &'static str { "Counted from", "Se cuenta desde" }
    calc_calendar() -> &'static str { "Calendar", "Calendario" }
    calc_elapsed() -> &'static str { "None: every day counts", "Ninguno: cuentan todos los días" }
    calc_other() -> &'static str { "Another reading of the law", "Otra lectura de la ley" }
    calc_other_same(day: Date, section: &str) -> String {
        format!("Gives the same day, {} ({section}).", office::Lang::En.day(day)),
        format!("Da el mismo día, el {} ({section}).", office::Lang::Es.day(day))
    }
    calc_other_day(day: Date, section: &str) -> String {
        format!("Gives {} ({section}). The portal holds the agency to the earlier day, and gives people shown the later one.", office::Lang::En.day(day)),
        format!("Da el {} ({section}). El portal exige a la agencia el primer día y da a las personas que aparecen el último.", office::Lang::Es.day(day))
    }
    calc_no_advice() -> &'static str {
        "This is not legal advice. The choices below are the portal's reading of the law, and a court may read it another way.",
        "Esto no es asesoría legal. Las opciones de abajo son la lectura que este portal hace de la ley, y un tribunal puede leerla de otro modo."
    }
    calc_readings() -> &'static str { "How we read the law where it is not clear", "Cómo leemos la ley donde no es clara" }
    calc_readings_show(n: usize) -> String { format!("Show the {n} readings"), format!("Ver las {n} lecturas") }
}
