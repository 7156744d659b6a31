//! Words of the letters: what a letter says around the law's own terms ([`crate::LawWords`]).

use law::{Date, event::Event, release::StopGround};

use crate::DateWords;

mod subjects;
mod templates;
#[cfg(test)]
mod tests;

pub(crate) use templates::kind_name;
pub use templates::{TemplateWords, built_in};

words! {
    /// What letters say. Subjects are fixed words and a tracking number, nothing that anybody typed.
    pub trait LetterWords:
    // subjects and first lines
    letter_filed_subject(number: &str) -> String {
        format!("Request {number}: received"),
        format!("Solicitud {number}: recibida")
    }
    letter_moved_subject(number: &str, event: &Event) -> String {
        format!("Request {number}: {}", subjects::of(event).en),
        format!("Solicitud {number}: {}", subjects::of(event).es)
    }
    letter_followed_subject(number: &str) -> String {
        format!("News about request {number}"),
        format!("Novedades de la solicitud {number}")
    }
    letter_confirm_subject(number: &str) -> String {
        format!("Please confirm: letters about request {number}"),
        format!("Confirme, por favor: cartas sobre la solicitud {number}")
    }
    letter_daily_subject(requests: usize) -> String {
        if requests == 1 { "What is due: 1 request".to_owned() } else { format!("What is due: {requests} requests") },
        if requests == 1 { "Lo que vence: 1 solicitud".to_owned() } else { format!("Lo que vence: {requests} solicitudes") }
    }
    letter_daily_title() -> &'static str { "What is due in the next seven days", "Lo que vence en los próximos siete días" }
    letter_daily_mine() -> &'static str { "You have it", "Usted la tiene" }
    letter_daily_cover(name: &str) -> String { format!("You stand in for {name}"), format!("Usted suple a {name}") }
    letter_daily_nobody() -> &'static str { "Nobody has it", "Nadie la tiene" }
    letter_daily_line(what: &str, day: Date, late: bool, own: bool, who: &str) -> String {
        format!("{what}: {}{}{}. {who}.", office::Lang::En.day(day), if own { " (the office's own day)" } else { "" }, match (late, own) { (true, true) => ", passed", (true, false) => ", overdue", _ => "" }),
        format!("{what}: {}{}{}. {who}.", office::Lang::Es.day(day), if own { " (día de la oficina)" } else { "" }, match (late, own) { (true, true) => ", ya pasó", (true, false) => ", con retraso", _ => "" })
    }
    letter_daily_open() -> &'static str { "Open the request", "Abrir la solicitud" }
    letter_daily_more(more: u64) -> String {
        format!("{more} more are in the queue."),
        format!("Hay {more} más en la bandeja.")
    }
    letter_daily_queue() -> &'static str { "Open the queue", "Abrir la bandeja" }
    letter_daily_stop() -> &'static str { "Stop this mail on the page of your account", "Dejar este correo en la página de su cuenta" }
    letter_filed_title() -> &'static str { "Your request was received", "Su solicitud fue recibida" }
    letter_moved_title() -> &'static str { "There is news about your request", "Hay novedades de su solicitud" }
    letter_nameless() -> &'static str { "whoever filed the request", "quien presentó la solicitud" }
    letter_example_name() -> &'static str { "Ana Example", "Ana Ejemplo" }
    letter_followed_title() -> &'static str {
        "There is news about a request you follow",
        "Hay novedades de una solicitud que usted sigue"
    }
    letter_confirm_title() -> &'static str {
        "Do you want letters about this request?",
        "¿Quiere recibir cartas sobre esta solicitud?"
    }

    // facts
    letter_number() -> &'static str { "Tracking number", "Número de seguimiento" }
    letter_received_on() -> &'static str { "Received", "Recibida" }
    letter_act_by() -> &'static str {
        "The records custodian must act by",
        "El custodio de registros debe actuar a más tardar"
    }
    letter_suit_last_day() -> &'static str { "Last day to bring a lawsuit over this denial (RSMo 610.027.5)", "Último día para demandar por esta negativa (RSMo 610.027.5)" }
    letter_provision(section: &law::bar::Section, about: &str, words: &str) -> String {
        if words.is_empty() { format!("{section}: {about}.") } else { format!("{section}: {about}. The law says: \u{201c}{words}\u{201d}.") },
        if words.is_empty() { format!("{section}: {about}.") } else { format!("{section}: {about}. La ley dice, en inglés: \u{201c}{words}\u{201d}.") }
    }
    search_by(by: &str, on: Date) -> String {
        { let by = if by.is_empty() { "the records custodian" } else { by }; format!("Searched by {by} on {}.", office::Lang::En.day(on)) },
        { let by = if by.is_empty() { "el custodio de registros" } else { by }; format!("Buscó {by} el {}.", office::Lang::Es.day(on)) }
    }
    search_rule(rule: &str) -> String { format!("Deleted under the rule {rule}."), format!("Se borró según la regla {rule}.") }
    search_agency(agency: &str) -> String { format!("It is held by: {agency}."), format!("La tiene: {agency}.") }
    letter_given() -> &'static str { "What you are given", "Qué se le da" }
    letter_withheld() -> &'static str { "What is withheld", "Qué se retiene" }
    letter_last_day() -> &'static str { "Last day", "Último día" }

    // a filed request
    letter_filed_hold(kept_until: Date, received_on: Date) -> String {
        if kept_until < received_on {
            format!(
                "Footage of that day is usually kept through {}. That day has passed, so the footage may be gone. \
                Whatever is still there is on hold because of your request, and may not be deleted.",
                office::Lang::En.day(kept_until)
            )
        } else {
            format!(
                "Footage of that day is usually kept through {}. Because of your request it is on hold: it may not be \
                deleted while your request is open.",
                office::Lang::En.day(kept_until)
            )
        },
        if kept_until < received_on {
            format!(
                "Las grabaciones de ese día se guardan por lo común hasta el {}. Ese día ya pasó, así que es posible \
                que ya no existan. Lo que todavía exista se conserva por su solicitud y no se puede borrar.",
                office::Lang::Es.day(kept_until)
            )
        } else {
            format!(
                "Las grabaciones de ese día se guardan por lo común hasta el {}. Por su solicitud deben conservarse: \
                no se pueden borrar mientras su solicitud siga abierta.",
                office::Lang::Es.day(kept_until)
            )
        }
    }
    letter_filed_next(act_by: Date) -> String {
        format!(
            "The law gives the records custodian until the end of the third business day to act: {} (RSMo 610.023.3). \
            You will get a letter when something happens.",
            office::Lang::En.day(act_by)
        ),
        format!(
            "La ley da al custodio de registros hasta el final del tercer día hábil para actuar: {} (RSMo 610.023.3). \
            Usted recibirá una carta cuando algo ocurra.",
            office::Lang::Es.day(act_by)
        )
    }
    letter_code_on_receipt() -> &'static str {
        "To open your request you need the tracking number and the access code. The code is on your receipt. It is never \
        sent by mail, and nobody from the office will ask you for it.",
        "Para abrir su solicitud necesita el número de seguimiento y el código de acceso. El código está en su \
        comprobante. Nunca se envía por correo, y nadie de la oficina se lo pedirá."
    }

    // what happened
    letter_what_happened() -> &'static str { "What happened", "Qué pasó" }
    letter_custodian_writes() -> &'static str { "The records custodian writes", "El custodio de registros escribe" }
    letter_next_step() -> &'static str { "What you can do next", "Qué puede hacer usted ahora" }
    letter_what_now() -> &'static str { "What happens now", "Qué sigue" }
    letter_clarification(last_day: Date) -> String {
        format!(
            "Please answer the question on your private page. The law counts a request as withdrawn when a question stays \
            unanswered for 90 days, or 150 days if the fee is more than $1,000 (RSMo 610.026.2(2)). The last day to \
            answer is {}. A pending lawsuit about the request stops this.",
            office::Lang::En.day(last_day)
        ),
        format!(
            "Responda la pregunta en su página privada, por favor. La ley considera retirada una solicitud cuando una \
            pregunta queda sin respuesta 90 días, o 150 si el pago pasa de $1,000 (RSMo 610.026.2(2)). El último día \
            para responder es el {}. Un juicio pendiente sobre la solicitud lo impide.",
            office::Lang::Es.day(last_day)
        )
    }
    letter_fee(last_day: Date) -> String {
        format!(
            "The law lets video fees cover only copies, staff time to copy, programming and the disk or drive, never \
            review or redaction (RSMo 610.026.1(2)). You can ask how the fee was worked out. The law counts a request as \
            withdrawn when a fee stays unpaid for 90 days, or 150 days if it is more than $1,000 (RSMo 610.026.2(2)). \
            The last day to pay is {}. A pending lawsuit about the request stops this.",
            office::Lang::En.day(last_day)
        ),
        format!(
            "Para videos, la ley solo permite cobrar las copias, el tiempo del personal para copiar, la programación y \
            el disco o la memoria; nunca la revisión ni ocultar partes (RSMo 610.026.1(2)). Puede preguntar cómo se \
            calculó el pago. La ley considera retirada una solicitud cuando un pago queda sin hacer 90 días, o 150 si \
            pasa de $1,000 (RSMo 610.026.2(2)). El último día para pagar es el {}. Un juicio pendiente sobre la \
            solicitud lo impide.",
            office::Lang::Es.day(last_day)
        )
    }
    letter_fee_where(office: &str) -> String {
        format!("The records office tells you how to pay; give it the tracking number: {office}. You can also ask on your private page."),
        format!("La oficina de registros le dice cómo pagar; dele el número de seguimiento: {office}. También puede preguntar en su página privada.")
    }
    letter_rate_basis(basis: &str) -> String {
        format!("How the hourly rate was worked out: {basis}"), format!("Cómo se calculó la tarifa por hora: {basis}")
    }
    letter_fee_lines() -> &'static str { "How the amount was worked out", "Cómo se calculó la cantidad" }
    letter_fee_sum() -> &'static str { "Sum", "Suma" }
    letter_fee_deposit() -> &'static str { "To pay before the work goes on", "Por pagar antes de seguir el trabajo" }
    letter_fee_ways() -> &'static str {
        "On your private page you can accept this cost, ask for less so that it costs less, or say that it is wrong. To say that it is wrong stops no day and closes nothing.",
        "En su página privada puede aceptar este costo, pedir menos para que cueste menos, o decir que está mal. Decir que está mal no detiene ningún plazo ni cierra nada."
    }
    letter_fee_estimate() -> &'static str {
        "This is an estimate. Nothing has to be paid yet, and no day runs because of it (RSMo 610.026.1(2)).",
        "Es un cálculo previo. Todavía no hay que pagar nada, y por él no corre ningún plazo (RSMo 610.026.1(2))."
    }
    letter_fee_receipt() -> &'static str { "Number of the receipt", "Número del recibo" }
    letter_ask_grounds() -> &'static str {
        "You can ask for the reasons in writing, on your private page. They must be given to you by the third business \
        day after you ask, and must cite the law they rest on (RSMo 610.023.4).",
        "Puede pedir los motivos por escrito en su página privada. Deben dárselos a más tardar el tercer día hábil después \
        de pedirlos, con la ley en que se apoyan (RSMo 610.023.4)."
    }
    letter_court() -> &'static str {
        "You can also go to a circuit court. Anybody may ask it to order the release of footage (RSMo 610.100.5). Take \
        care: the person who asks may have to pay the costs and fees of both sides, unless the refusal was \
        substantially unjustified (RSMo 610.100.5(6)). A lawsuit to enforce the open records law is another way; it must \
        be filed within one year from when the violation could be known, and never later than two years after it \
        (RSMo 610.027.5).",
        "También puede acudir a un tribunal de circuito. Cualquier persona puede pedirle que ordene entregar una grabación \
        (RSMo 610.100.5). Tenga cuidado: quien lo pide puede tener que pagar los gastos y honorarios de las dos partes, \
        salvo que la negativa no tuviera una justificación seria (RSMo 610.100.5(6)). Otra vía es una demanda para hacer \
        cumplir la ley de registros abiertos; debe presentarse en el año siguiente a que la violación se pudo conocer, y \
        nunca más de dos años después de ella (RSMo 610.027.5)."
    }
    letter_followed_released() -> &'static str {
        "The video was released to the person who filed the request.",
        "El video se entregó a quien presentó la solicitud."
    }

    // links
    letter_open_private() -> &'static str { "Open your request", "Abrir su solicitud" }
    letter_open_public() -> &'static str { "The request's public page", "La página pública de la solicitud" }
    letter_confirm_link() -> &'static str { "Confirm on this page", "Confirmar en esta página" }
    letter_stop_link() -> &'static str { "Stop these letters", "Dejar de recibir estas cartas" }

    // a video that waits
    letter_warning_waits() -> &'static str {
        "This video was made in a place that is not public. Before it can be released to you, you must read and acknowledge what the law forbids you to do with it (RSMo 610.100.8). This waits for you.",
        "Este video se grabó en un lugar que no es público. Antes de que se le pueda entregar, usted debe leer y confirmar lo que la ley le prohíbe hacer con él (RSMo 610.100.8). Esto espera por usted."
    }
    letter_warning_link() -> &'static str { "Read and acknowledge it", "Leerlo y confirmarlo" }
    letter_ready_title() -> &'static str { "Your video is ready. Watch it here", "Su video está listo. Véalo aquí" }
    letter_ready_link() -> &'static str { "Watch the video", "Ver el video" }
    letter_ready_partial() -> &'static str {
        "Parts are withheld. Under the video stands each part, for how long, and the section of the law.",
        "Hay partes ocultas. Debajo del video consta cada parte, cuánto dura y el artículo de la ley."
    }

    // a new access code
    letter_code_reissued(office: &str) -> String {
        format!("Somebody showed the records office that this request is theirs, and was given a new access code. If that was neither you nor somebody who acts for you, tell the office at once: {office}."),
        format!("Alguien mostró a la oficina de registros que esta solicitud es suya y recibió un código de acceso nuevo. Si no fue usted ni alguien que actúa por usted, avise de inmediato a la oficina: {office}.")
    }

    // a video that stopped
    letter_stopped_subject(number: &str) -> String {
        format!("Request {number}: the video was stopped"),
        format!("Solicitud {number}: el video se detuvo")
    }
    letter_stopped_title() -> &'static str { "Your video was stopped", "Su video se detuvo" }
    letter_stopped_on() -> &'static str { "Stopped", "Detenido" }
    letter_stopped_what() -> &'static str {
        "Video that was released on your request cannot be watched or downloaded any more.",
        "Un video que se entregó en su solicitud ya no se puede ver ni descargar."
    }
    letter_stopped_why(ground: StopGround, section: &str) -> String {
        match ground {
            StopGround::Closed => format!("The law or a court no longer lets it stay open ({section})."),
            StopGround::NewerCopy => format!("A newer copy of the recording was made ({section}). The records custodian must release that one before it can be watched."),
            StopGround::Office => "The records custodian stopped it. It can be watched again only after a new release.".to_owned(),
        },
        match ground {
            StopGround::Closed => format!("La ley o un tribunal ya no permite que siga abierto ({section})."),
            StopGround::NewerCopy => format!("Se hizo una copia más nueva de la grabación ({section}). El custodio de registros debe entregar esa antes de que se pueda ver."),
            StopGround::Office => "El custodio de registros lo detuvo. Solo se podrá ver otra vez después de una entrega nueva.".to_owned(),
        }
    }
    letter_followed_stopped() -> &'static str {
        "Video that was released on this request was stopped. It cannot be watched or downloaded any more.",
        "Un video que se entregó en esta solicitud se detuvo. Ya no se puede ver ni descargar."
    }

    // following
    letter_followed_why() -> &'static str {
        "You get this letter because you asked to follow this request. It holds only what everybody can see. One page and \
        one button stop these letters.",
        "Recibe esta carta porque pidió seguir esta solicitud. Solo contiene lo que todo el mundo puede ver. Con una página \
        y un botón deja de recibirlas."
    }
    letter_confirm_opening() -> &'static str {
        "Somebody, perhaps you, asked that letters about this request be sent to this address.",
        "Alguien, quizás usted, pidió que las cartas sobre esta solicitud se envíen a esta dirección."
    }
    letter_confirm_how() -> &'static str {
        "If you want them, open the page and press its button. Opening the page alone changes nothing.",
        "Si quiere recibirlas, abra la página y oprima su botón. Con solo abrir la página no cambia nada."
    }
    letter_confirm_else() -> &'static str {
        "If you do not want them, do nothing. No more letters will come to you about this.",
        "Si no las quiere, no haga nada. No le llegarán más cartas sobre esto."
    }

    // foot of every letter
    letter_why_requester() -> &'static str {
        "You get this letter because you asked for letters when you filed the request.",
        "Recibe esta carta porque pidió cartas cuando presentó la solicitud."
    }
    letter_no_reply() -> &'static str {
        "This letter was sent by a machine, and answers to it are not read. Please write on your private page.",
        "Esta carta la envió una máquina y nadie lee las respuestas. Escriba en su página privada, por favor."
    }
    letter_reply(address: &str) -> String {
        format!(
            "An answer to this letter goes to {address} and is read there. What you write on your private page is kept with \
            your request, and with its day."
        ),
        format!(
            "Una respuesta a esta carta llega a {address}, y allí se lee. Lo que escriba en su página privada se guarda con \
            su solicitud, y con su fecha."
        )
    }
    letter_reply_public(address: &str) -> String {
        format!("An answer to this letter goes to {address} and is read there."),
        format!("Una respuesta a esta carta llega a {address}, y allí se lee.")
    }
    letter_machine() -> &'static str {
        "This letter was sent by a machine, and answers to it are not read.",
        "Esta carta la envió una máquina y nadie lee las respuestas."
    }
    letter_paper_why() -> &'static str {
        "You get this letter on paper because you gave a postal address.",
        "Recibe esta carta en papel porque dio una dirección postal."
    }
    letter_paper_answer() -> &'static str {
        "You can answer by letter to the address below; write the tracking number on it.",
        "Puede responder por carta a la dirección de abajo; escriba en ella el número de seguimiento."
    }
    letter_change_address() -> &'static str {
        "On your private page you can change the address for these letters, or stop them. The link below stops them too.",
        "En su página privada puede cambiar la dirección para estas cartas, o dejar de recibirlas. El enlace de abajo también \
        sirve para dejar de recibirlas."
    }
    letter_overdue_subject(number: &str) -> String {
        format!("Request {number}: a day has passed without an act"),
        format!("Solicitud {number}: pasó un plazo sin respuesta")
    }
    letter_overdue_title() -> &'static str {
        "A day by which the office had to act has passed",
        "Pasó el día en que la oficina debía actuar"
    }
    letter_overdue_day() -> &'static str { "Last day for the office", "Último día de la oficina" }
    letter_overdue_opening(due: Date) -> String {
        format!(
            "The last day was {}. The docket of your request shows no act by then.",
            office::Lang::En.day(due)
        ),
        format!(
            "El último día era el {}. El expediente de su solicitud no muestra ninguna actuación hasta entonces.",
            office::Lang::Es.day(due)
        )
    }
    letter_not_advice() -> &'static str {
        "This letter is not legal advice. A lawyer can tell you what the law means for you.",
        "Esta carta no es asesoría legal. Un abogado puede decirle qué significa la ley para usted."
    }
}
