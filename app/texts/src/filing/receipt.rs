//! Words of the receipt and of the page to track a request.

use law::{Bilingual, Date, DateTime, both, hold::ClockChange, request::Track};
use office::{Lang, views::HeldView};

use crate::DateWords;

/// A day and a time of it.
fn moment(lang: Lang, at: DateTime) -> String {
    format!("{}, {}", lang.day(at.date()), lang.time_of_day(at.time()))
}

/// What must be shown for a right, and how.
const fn needs(track: Track) -> Bilingual {
    match track {
        Track::Public => both(
            "On this right you need to show nothing: not who you are, nor why you ask.",
            "Con este derecho no tiene que mostrar nada: ni quién es ni por qué pide.",
        ),
        Track::Depicted => both(
            "The custodian may ask you to show that you are seen or heard in the video, or for whom you speak: a photo ID; for a child or a person in your care, the paper that says so; for a person who died, the death certificate and how you are related; as an attorney or insurer, whom you act for. Send copies on your private page, or bring or mail them to the address below.",
            "El custodio puede pedirle que muestre que usted se ve o se oye en el video, o por quién habla: una identificación con foto; para un menor o una persona a su cargo, el papel que lo dice; para una persona fallecida, el acta de defunción y el parentesco; como abogado o aseguradora, a quién representa. Envíe copias en su página privada, o tráigalas o mándelas por correo a la dirección de abajo.",
        ),
        Track::Civil => both(
            "The custodian may ask you to show that you, or something of yours, was involved in the incident: a photo ID, the report number, a letter of an insurer or an attorney. Send copies on your private page, or bring or mail them to the address below.",
            "El custodio puede pedirle que muestre que usted, o algo suyo, estuvo implicado en el incidente: una identificación con foto, el número de informe, una carta de una aseguradora o de un abogado. Envíe copias en su página privada, o tráigalas o mándelas por correo a la dirección de abajo.",
        ),
        Track::NextOfKin => both(
            "The custodian will ask for proof that you are next of kin (RSMo 610.205.1): a photo ID, the death certificate, and a paper that shows how you are related. Send copies on your private page, or bring or mail them to the address below.",
            "El custodio le pedirá una prueba de que es el familiar más cercano (RSMo 610.205.1): una identificación con foto, el acta de defunción y un papel que muestre el parentesco. Envíe copias en su página privada, o tráigalas o mándelas por correo a la dirección de abajo.",
        ),
        Track::Court => both(
            "The order of the court is what is needed. Bring or mail a copy to the address below.",
            "Lo que hace falta es la orden del tribunal. Traiga o envíe una copia a la dirección de abajo.",
        ),
    }
}

words! {
    /// The receipt and the page to track a request.
    pub trait ReceiptWords:
    filed_title() -> &'static str { "Your request is filed", "Su solicitud está presentada" }
    filed_lead(on: Date) -> String {
        format!("It was received on {}. The footage you asked for is on hold: it may not be deleted while your request is open.", office::Lang::En.day(on)),
        format!("Se recibió el {}. La grabación que usted pidió debe conservarse: no se puede borrar mientras su solicitud siga abierta.", office::Lang::Es.day(on)),
    }
    filed_others() -> &'static str { "Other receipts open in this browser", "Otros comprobantes abiertos en este navegador" }
    filed_asked() -> &'static str { "What you asked for", "Lo que usted pidió" }
    filed_needs(track: Track) -> &'static str { needs(track) }
    filed_provide_by(day: Date) -> String {
        format!("For a civil claim the agency must give you the footage, or ask a court to close it, by the end of {} (RSMo 610.100.4).", office::Lang::En.day(day)),
        format!("Para una demanda civil, la agencia debe entregarle la grabación o pedir a un tribunal que la cierre a más tardar al final del {} (RSMo 610.100.4).", office::Lang::Es.day(day)),
    }
    custodian_title() -> &'static str { "Where the custodian of records is", "Dónde está el custodio de registros" }
    custodian_telephone() -> &'static str { "Telephone", "Teléfono" }
    custodian_hours() -> &'static str { "Open", "Horario" }
    filed_card() -> &'static str { "Your receipt", "Su comprobante" }
    filed_number() -> &'static str { "Tracking number", "Número de seguimiento" }
    filed_number_hint() -> &'static str { "Shows the public page. Not secret.", "Muestra la página pública. No es secreto." }
    filed_code() -> &'static str { "Access code", "Código de acceso" }
    filed_code_hint() -> &'static str { "Opens your messages and answers. Keep it secret.", "Abre sus mensajes y respuestas. Guárdelo en secreto." }
    filed_keep_title() -> &'static str { "Write both down or print this page now", "Anote los dos o imprima esta página ahora" }
    filed_keep() -> &'static str {
        "The access code is shown only here. We cannot send it again: we keep it only in a scrambled form that nobody can read.",
        "El código de acceso solo se muestra aquí. No podemos enviarlo otra vez: lo guardamos solo en una forma cifrada que nadie puede leer.",
    }
    filed_qr() -> &'static str { "QR code: opens the page to track this request, with number and code filled in", "Código QR: abre la página para seguir esta solicitud, con el número y el código ya escritos" }
    filed_qr_hint() -> &'static str { "Scan to track. It holds the access code too.", "Escanee para seguirla. También contiene el código." }
    filed_next() -> &'static str { "What happens next", "Qué pasa ahora" }
    filed_act_by() -> &'static str { "The records custodian must act by the end of", "El custodio de registros debe actuar a más tardar al final del" }
    filed_acting() -> &'static str {
        "To act means to ask you a question, to explain a delay and name the earliest day, or to answer. It does not mean that you get the video by then.",
        "Actuar significa hacerle una pregunta, explicar una demora y dar la fecha más cercana, o responder. No significa que usted reciba el video para entonces.",
    }
    filed_held(held: HeldView) -> String {
        format!(
            "On hold from {} to {}: whatever is still there of all that body-worn and in-car cameras recorded in any division. None of it may be deleted.",
            moment(office::Lang::En, held.from), moment(office::Lang::En, held.to)
        ),
        format!(
            "Retenido desde el {} hasta el {}: lo que todavía exista de todo lo que grabaron las cámaras corporales y de patrulla en cualquier división. Nada de eso se puede borrar.",
            moment(office::Lang::Es, held.from), moment(office::Lang::Es, held.to)
        )
    }
    clock_change(change: ClockChange) -> &'static str {
        match change {
            ClockChange::Doubled => "The clocks were set back that night and showed this hour twice. Both are held.",
            ClockChange::Skipped => "The clocks were set forward and skipped this hour: that time never was. What was recorded around the change is held. If you meant another time, write to the custodian on your private page.",
        },
        match change {
            ClockChange::Doubled => "Esa noche los relojes se atrasaron y esta hora pasó dos veces. Las dos se conservan.",
            ClockChange::Skipped => "Los relojes se adelantaron y saltaron esta hora: no existió. Se conserva lo grabado alrededor del cambio. Si quiso decir otra hora, escriba al custodio en su página privada.",
        }
    }
    filed_kept(kept: Date, today: Date) -> String {
        if kept < today {
            format!("Footage of this day that nobody held may have been deleted after {}. The custodian must tell you what was found.", office::Lang::En.day(kept))
        } else {
            format!("Without a request, footage of this day that is not evidence would be deleted after {}. Your hold now stands in the way.", office::Lang::En.day(kept))
        },
        if kept < today {
            format!("Una grabación de ese día que nadie conservaba pudo borrarse después del {}. El custodio debe decirle qué encontró.", office::Lang::Es.day(kept))
        } else {
            format!("Sin una solicitud, una grabación de ese día que no es prueba se borraría después del {}. Ahora su solicitud lo impide.", office::Lang::Es.day(kept))
        }
    }
    filed_mailed(to: &str) -> String {
        format!("A copy of this receipt, without the access code, goes to {to}."),
        format!("Una copia de este comprobante, sin el código de acceso, va a {to}.")
    }
    filed_not_mailed() -> &'static str { "You gave no e-mail address for news, so look here from time to time.", "Usted no dio una dirección de correo para avisos; vuelva a mirar aquí de vez en cuando." }
    filed_status() -> &'static str { "Open the public page of your request", "Abrir la página pública de su solicitud" }
    filed_close_title() -> &'static str { "When you have both", "Cuando tenga los dos" }
    filed_close_hint() -> &'static str { "Close the receipt, above all on a shared computer. It cannot be shown again.", "Cierre el comprobante, sobre todo en una computadora compartida. No se puede mostrar otra vez." }
    filed_close() -> &'static str { "I have both: close the receipt", "Ya tengo los dos: cerrar el comprobante" }
    filed_gone_title() -> &'static str { "There is no receipt to show", "No hay un comprobante que mostrar" }
    filed_gone() -> &'static str {
        "A receipt is shown only right after filing, in the same browser, and not after it was closed. Your request is safe: it does not depend on this page.",
        "El comprobante se muestra solo justo después de presentar, en el mismo navegador, y no después de cerrarlo. Su solicitud está segura: no depende de esta página.",
    }
    filed_gone_next() -> &'static str { "With your tracking number you can see where it stands.", "Con su número de seguimiento puede ver en qué punto está." }

    track_title() -> &'static str { "Track a request", "Seguir una solicitud" }
    track_lead() -> &'static str { "Enter the tracking number from your receipt. Add the access code to read messages, answer, or withdraw.", "Escriba el número de seguimiento de su comprobante. Agregue el código de acceso para leer mensajes, responder o retirar la solicitud." }
    track_number() -> &'static str { "Tracking number", "Número de seguimiento" }
    track_number_hint() -> &'static str { "For example KC-26-7F3K-Q2. Capitals, spaces and hyphens do not matter.", "Por ejemplo KC-26-7F3K-Q2. No importan mayúsculas, espacios ni guiones." }
    track_code() -> &'static str { "Access code", "Código de acceso" }
    track_code_hint() -> &'static str { "28 letters and digits in groups of four. Without it you see the public page.", "28 letras y cifras en grupos de cuatro. Sin él se ve la página pública." }
    track_open() -> &'static str { "Show the request", "Mostrar la solicitud" }
    track_lost_title() -> &'static str { "If you lost the access code", "Si perdió el código de acceso" }
    track_lost() -> &'static str {
        "With the number alone you still see every step and date. Nobody can look the code up, and it is never sent by e-mail: a mailbox is no proof of who filed.",
        "Solo con el número se ven igual cada paso y cada fecha. Nadie puede consultar el código, y nunca se envía por correo: un buzón no prueba quién presentó.",
    }
    track_lost_next() -> &'static str {
        "Go to the records custodian with your printed receipt or other proof that the request is yours, and ask there. You can also file again; the hold of the first request stays.",
        "Acuda al custodio de registros con su comprobante impreso u otra prueba de que la solicitud es suya, y pregunte ahí. También puede presentar otra; la primera sigue protegiendo la grabación.",
    }
    track_no_number_title() -> &'static str { "If you have no tracking number", "Si no tiene un número de seguimiento" }
    track_no_number() -> &'static str { "Look for your request in the log by the month and the division.", "Busque su solicitud en la lista por mes y división." }
}
