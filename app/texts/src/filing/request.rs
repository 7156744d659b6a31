//! Words of the form at `/request`.

use law::{Bilingual, Date, both};

use crate::DateWords;

words! {
    /// The form at `/request`.
    pub trait FilingWords:
    request_title() -> &'static str { "File a request", "Presentar una solicitud" }
    request_lead() -> &'static str {
        "Four short steps, about five minutes. You need no account and no e-mail address. Give the day and at least one thing to search by; all else may stay empty.",
        "Cuatro pasos cortos, unos cinco minutos. No necesita cuenta ni correo electrónico. Indique el día y al menos un dato para buscar; lo demás puede quedar vacío.",
    }
    step_of(step: u8, title: &str) -> String { format!("{step}. {title}"), format!("{step}. {title}") }

    step_when() -> &'static str { "When and where", "Cuándo y dónde" }
    step_what() -> &'static str { "What else helps us find it", "Qué más ayuda a encontrarla" }
    step_you() -> &'static str { "About you", "Sobre usted" }
    step_hear() -> &'static str { "How you hear from us", "Cómo le avisamos" }
    step_send() -> &'static str { "Before you send", "Antes de enviar" }

    field_label(name: &str) -> &'static str { label(name) }
    field_hint(name: &str) -> Option<&'static str> { hint(name).map(|text| text.en), hint(name).map(|text| text.es) }
    time_hint(margin: u32) -> String {
        format!("A rough guess is enough. What any camera of any division recorded in this time is held, and {margin} minutes before and after."),
        format!("Basta una hora aproximada. Se conserva lo que grabó cualquier cámara de cualquier división en ese tiempo, y {margin} minutos antes y después.")
    }
    division_unknown() -> &'static str { "I do not know", "No lo sé" }

    another_yes() -> &'static str { "This is another request: send it too", "Esta es otra solicitud: enviarla también" }
    another_receipt() -> &'static str { "See the receipt of the one that was sent", "Ver el comprobante de la que se envió" }
    track_public() -> &'static str { "I am asking as anyone may", "Pido como cualquier persona" }
    track_public_hint() -> &'static str { "You need not say who you are. The video is open unless an investigation or another law closes it (RSMo 610.023, 610.100.2).", "No tiene que decir quién es. El video es abierto salvo que una investigación u otra ley lo cierre (RSMo 610.023, 610.100.2)." }
    track_depicted() -> &'static str { "I am a person in the video, or I speak for one", "Soy una persona que aparece en el video, o hablo por ella" }
    track_depicted_hint() -> &'static str { "Seen or heard in a place that is not public. Also a parent or guardian, close family of a person who died, an attorney, or an insurer. You can get an uncut copy (RSMo 610.100.2(4)).", "Se la ve o se la oye en un lugar que no es público. También padre, madre o tutor, familia cercana de una persona fallecida, abogado o aseguradora. Puede recibir una copia sin cortes (RSMo 610.100.2(4))." }
    track_civil() -> &'static str { "I need it for a civil claim or defense", "Lo necesito para una demanda civil o una defensa" }
    track_civil_hint() -> &'static str { "For a person involved, or whose property was. The agency has 30 days to give it or to ask a court to close it (RSMo 610.100.4).", "Para una persona implicada o dueña de algo implicado. La agencia tiene 30 días para entregarlo o pedir a un tribunal que lo cierre (RSMo 610.100.4)." }
    track_next_of_kin() -> &'static str { "I am next of kin of a person who died", "Soy el familiar más cercano de una persona fallecida" }
    track_next_of_kin_hint() -> &'static str { "Spouse; if none, an adult child; if none, a parent. The custodian will ask for proof (RSMo 610.205.1).", "Cónyuge; si no hay, hijo o hija mayor de edad; si no hay, padre o madre. El custodio pedirá una prueba (RSMo 610.205.1)." }
    more_title() -> &'static str { "Your part in it", "Su relación con el hecho" }

    notify_email() -> &'static str { "By e-mail", "Por correo electrónico" }
    notify_none() -> &'static str { "Not at all: I will look here myself", "De ninguna forma: yo miraré aquí" }

    send_hold() -> &'static str { "The footage that you ask for is put on hold in the same moment.", "La grabación que pide queda protegida en ese mismo momento." }
    send_receipt() -> &'static str { "You get a tracking number and an access code. Keep both.", "Usted recibe un número de seguimiento y un código de acceso. Guarde los dos." }
    send_public() -> &'static str { "The public log shows the number, the month, the division and each step. Your name, your address and your words stay private.", "La lista pública muestra el número, el mes, la división y cada paso. Su nombre, su dirección y sus palabras quedan en privado." }
    send_button() -> &'static str { "File the request", "Presentar la solicitud" }
    draft_kept(days: u32) -> String {
        format!("What you type is kept in this browser only, so that a lost connection or a closed tab does not lose it. It is erased once the request is filed, when you clear it, or when this form is opened {days} days after you last typed. If others use this device, clear it before you leave."),
        format!("Lo que escribe se guarda solo en este navegador, para que no se pierda si se corta la conexión o se cierra la pestaña. Se borra al quedar presentada la solicitud, cuando usted lo borra, o cuando se abre este formulario {days} días después de lo último que escribió. Si otras personas usan este dispositivo, bórrelo antes de irse."),
    }
    draft_restored() -> &'static str { "What you typed here before was put back.", "Se recuperó lo que usted había escrito aquí." }
    draft_lost() -> &'static str {
        "This browser keeps nothing of what you type here: its storage is full, or switched off. If the tab is closed or the connection breaks, it is lost. To be safe, write long texts elsewhere first and copy them.",
        "Este navegador no guarda nada de lo que escribe aquí: su almacenamiento está lleno o desactivado. Si se cierra la pestaña o se corta la conexión, se pierde. Para mayor seguridad, escriba antes los textos largos en otro lugar y cópielos.",
    }
    draft_clear() -> &'static str { "Clear what I typed", "Borrar lo que escribí" }
    send_paper() -> &'static str { "On paper instead? Print this page, fill it in by hand and bring it to the records custodian.", "¿Prefiere papel? Imprima esta página, complétela a mano y llévela al custodio de registros." }

    keep_general(days: u32) -> String {
        format!("Footage that is not evidence is deleted after {days} days unless somebody holds it. Give the day to see the date; filing places a hold the moment you send."),
        format!("Una grabación que no es prueba se borra después de {days} días si nadie la protege. Indique el día para ver la fecha; al enviar, la solicitud la protege en ese momento."),
    }
    keep_until(day: Date, kept: Date) -> String {
        format!("Footage of {} that nobody holds would be deleted after {}. Filing places a hold the moment you send.", office::Lang::En.day(day), office::Lang::En.day(kept)),
        format!("Una grabación del {} que nadie protege se borraría después del {}. Al enviar, la solicitud la protege en ese momento.", office::Lang::Es.day(day), office::Lang::Es.day(kept)),
    }
    keep_past(day: Date, kept: Date) -> String {
        format!("Footage of {} that nobody held may be gone: it was kept through {}. You can still file. Evidence is kept longer, and the custodian must tell you what was found.", office::Lang::En.day(day), office::Lang::En.day(kept)),
        format!("Una grabación del {} que nadie protegió quizá ya no exista: se conservó hasta el {}. Puede presentar igual. Las pruebas se conservan más, y el custodio debe decirle qué encontró.", office::Lang::Es.day(day), office::Lang::Es.day(kept)),
    }
}

/// Labels by the names of the fields.
fn label(name: &str) -> Bilingual {
    match name {
        "another" => both("Is this another request?", "¿Es otra solicitud?"),
        "track" => both("On what right do you ask?", "¿Con qué derecho pide?"),
        "incident_date" => both("Day it happened", "Día en que pasó"),
        "incident_date_to" => both("Last possible day", "Último día posible"),
        "time_from" => both("Not before (time)", "No antes de (hora)"),
        "time_to" => both("Not after (time)", "No después de (hora)"),
        "place" => both("Place", "Lugar"),
        "division" => both("Patrol division", "División de patrulla"),
        "report_number" => both("Police report number", "Número de informe policial"),
        "officers" => both("Officers or cars", "Agentes o patrullas"),
        "people" => both("People", "Personas"),
        "description" => both("What happened", "Qué pasó"),
        "media" => both("Which cameras?", "¿Qué cámaras?"),
        "name" => both("Your name", "Su nombre"),
        "relation" => both("How you are related to it", "Su relación con el caso"),
        "represents" => both("Person you speak for", "Persona por la que habla"),
        "civil_claim" => both("The claim or defense", "La demanda o la defensa"),
        "email" => both("E-mail address", "Correo electrónico"),
        "phone" => both("Phone", "Teléfono"),
        "postal_address" => both("Postal address", "Dirección postal"),
        "notify" => both("How shall we tell you of changes?", "¿Cómo le avisamos de los cambios?"),
        "language" => both("Language of our letters", "Idioma de nuestras cartas"),
        "needed_by" => both("Needed before", "Se necesita antes del"),
        _ => both("The form", "El formulario"),
    }
}

/// Help under the labels, by the names of the fields.
fn hint(name: &str) -> Option<Bilingual> {
    Some(match name {
        "incident_date" => both(
            "If you are not sure, give the first day that it may have been.",
            "Si no lo sabe con certeza, indique el primer día posible.",
        ),
        "incident_date_to" => both(
            "Only if it may have been another day too. At most 31 days later.",
            "Solo si pudo ser también otro día. Como máximo 31 días después.",
        ),
        "place" => both(
            "Street and number, a corner, or a place that people know. For example: 39th Street and Main Street.",
            "Calle y número, una esquina o un lugar conocido. Por ejemplo: 39th Street y Main Street.",
        ),
        "report_number" => both(
            "On a crash report, a ticket, or a card that an officer gave you.",
            "Está en el informe de un choque, en una multa o en la tarjeta que le dio un agente.",
        ),
        "officers" => both(
            "Names, badge numbers, or car numbers.",
            "Nombres, números de placa o números de patrulla.",
        ),
        "people" => both(
            "Who can be seen or heard. This stays private.",
            "A quién se ve o se oye. Queda en privado.",
        ),
        "description" => both(
            "What happened, in a few words. This stays private.",
            "Qué pasó, en pocas palabras. Queda en privado.",
        ),
        "media" => both(
            "Leave both ticked if you are not sure.",
            "Deje las dos marcadas si no lo sabe.",
        ),
        "track" => both(
            "The law gives some people more than the public. Choose what fits; you can file again under another.",
            "La ley da a algunas personas más que al público. Elija lo que corresponda; puede presentar otra con otra opción.",
        ),
        "name" => both(
            "As a member of the public you may leave this empty. For the other choices we need it. It is never shown.",
            "Como parte del público puede dejarlo vacío. Para las otras opciones lo necesitamos. Nunca se muestra.",
        ),
        "relation" => both(
            "For example: I am shown; mother; attorney; insurer; owner of the car.",
            "Por ejemplo: yo aparezco; madre; abogada; aseguradora; dueño del auto.",
        ),
        "represents" => both(
            "Name of the person that you speak for, if it is not you.",
            "Nombre de la persona por la que habla, si no es usted.",
        ),
        "civil_claim" => both(
            "What the claim or defense is about, and against whom.",
            "De qué trata la demanda o la defensa, y contra quién.",
        ),
        "email" => both(
            "We write when something changes. The access code is never in an e-mail.",
            "Le escribimos cuando algo cambia. El código de acceso nunca va en un correo.",
        ),
        "phone" => both(
            "Only if the custodian may call you.",
            "Solo si el custodio puede llamarle.",
        ),
        "postal_address" => both("Only if you want letters on paper.", "Solo si quiere cartas en papel."),
        "needed_by" => both(
            "For example a court date. It does not change what the law requires, but the custodian sees it.",
            "Por ejemplo, una audiencia. No cambia lo que exige la ley, pero el custodio lo ve.",
        ),
        _ => return None,
    })
}
