//! Labels and hints of the console's fields, by their names.

use law::{Bilingual, both};

use office::forms::{ConsoleField as F, FileKind};

/// A field's label.
#[expect(clippy::too_many_lines, reason = "one arm for each field, with its words")]
pub(super) const fn label(field: F) -> Bilingual {
    match field {
        F::SourceId => both("Number in the evidence system", "Número en el sistema de pruebas"),
        F::Camera => both("Camera", "Cámara"),
        F::Officer => both("Officer", "Oficial"),
        F::Division => both("Division", "División"),
        F::StartedAt => both("Beginning", "Comienzo"),
        F::EndedAt => both("End", "Final"),
        F::UploadedAt => both("Uploaded", "Subida"),
        F::Place => both("Place", "Lugar"),
        F::IncidentNumber => both("Incident number", "Número de incidente"),
        F::Category => both("Category", "Categoría"),
        F::LocationKind => both("Kind of place", "Tipo de lugar"),
        F::Csv => both("Lines of the file", "Líneas del archivo"),
        F::CsvFile => both("Or the file itself", "O el archivo mismo"),
        F::Change => both("New status", "Situación nueva"),
        F::On => both("Day", "Día"),
        F::Ground => both("Ground, if it opens", "Motivo, si se abre"),
        F::Reason => both("Reason", "Razón"),
        F::Number => both(
            "Tracking number of the request",
            "Número de seguimiento de la solicitud",
        ),
        F::Rule => both("Retention rule", "Regla de conservación"),
        F::Breach => both("Against the law", "Contra la ley"),
        F::CrimeScene => both("Deceased person", "Persona fallecida"),
        F::PeopleLogged => both("People log", "Registro de personas"),
        F::Kind => both("What it orders", "Qué ordena"),
        F::Court => both("Court", "Tribunal"),
        F::CaseNumber => both("Case number", "Número de caso"),
        F::Judge => both("Judge", "Juez"),
        F::Dated => both("Date of the order", "Fecha de la orden"),
        F::Effective => both("Has effect from", "Tiene efecto desde"),
        F::LastDay => both("Last day", "Último día"),
        F::Scope => both("Recordings", "Grabaciones"),
        F::Hide => both("How parts are hidden", "Cómo se ocultan las partes"),
        F::Excused => both("People whose notice it excuses", "Personas cuyo aviso dispensa"),
        F::TermTime => both("Term: time", "Término: tiempo"),
        F::TermPlace => both("Term: place", "Término: lugar"),
        F::TermMethod => both("Term: method", "Término: modo"),
        F::TermScope => both("Term: scope", "Término: alcance"),
        F::TermPersonsPresent => both("Term: persons present", "Término: personas presentes"),
        F::TermRedactions => both("Term: redactions", "Término: supresiones"),
        F::TermConfidentiality => both("Term: confidentiality", "Término: confidencialidad"),
        F::Document => both("The court’s document", "El documento del tribunal"),
        F::AppealBy => both("Last day to appeal", "Último día para apelar"),
        F::CaseKind => both("What the court is asked", "Qué se pide al tribunal"),
        F::Caption => both("Caption", "Carátula"),
        F::Filing => both("What was filed", "Qué se presentó"),
        F::By => both("By whom", "Por quién"),
        F::FiledOn => both("Day of filing", "Día de presentación"),
        F::ServedOn => both("Day the custodian was served", "Día en que se notificó al custodio"),
        F::RespondBy => both("Last day to respond", "Último día para responder"),
        F::Numbers => both("Requests that it concerns", "Solicitudes a las que se refiere"),
        F::Sources => both("Recordings that it concerns", "Grabaciones a las que se refiere"),
        F::Seal => both("Sealed", "Sellado"),
        F::SealDated => both("Date of the order that seals", "Fecha de la orden que sella"),
        F::FromRequester => both("Who may not read what is sealed", "Quién no puede leer lo sellado"),
        F::Role => both("As what", "Como qué"),
        F::NextDay => both("The last day that follows", "El último día que sigue"),
        F::Order => both("Which order", "Qué orden"),
        F::Entry => both("Which entry", "Qué asiento"),
        F::Holder => both("Who has it", "Quién lo tiene"),
        F::Papers => both("Papers that came with it", "Papeles que vinieron con ella"),
        F::Reply => both("How they want the answer", "Cómo quieren la respuesta"),
        F::Pseudonym => both("Pseudonym", "Seudónimo"),
        F::Seen => both("Seen at", "Se ve en"),
        F::Heard => both("Heard at", "Se oye en"),
        F::Facts => both("About the person", "Sobre la persona"),
        F::Receiver => both("Who receives", "Quién recibe"),
        F::Name => both("Name", "Nombre"),
        F::PostalAddress => both("Address", "Dirección"),
        F::Email => both("E-mail", "Correo electrónico"),
        F::EmailAgreedOn => both(
            "Agreed to notices by e-mail on",
            "Aceptó avisos por correo electrónico el",
        ),
        F::Phone => both("Phone", "Teléfono"),
        F::Language => both("Language of letters", "Idioma de las cartas"),
        F::SafeContact => both("How to reach them safely", "Cómo llegar sin riesgo"),
        F::Channel => both("How it goes out", "Cómo se envía"),
        F::To => both("To whom, or by whom", "A quién, o por quién"),
        F::Audience => both("To whom it is to be shown", "A quién se mostrará"),
        F::Proof => both("What proves it", "Qué lo prueba"),
        F::Notice => both("Letters that were received", "Cartas recibidas"),
        F::Checked => both("The court’s docket", "El registro del tribunal"),
        F::How => both("Where and how", "Dónde y cómo"),
        F::Identity => both("Identity", "Identidad"),
        F::Filed => both("Filed on", "Presentada el"),
        F::Served => both("Served on", "Notificada el"),
        F::Action => both("Which action", "Qué acción"),
        F::Decision => both("What the court decided", "Qué decidió el tribunal"),
        F::Until => both("Last day, if there is one", "Último día, si lo hay"),
        F::Ends => both("The action", "La acción"),
        F::Copy => both("Copy for release", "Copia para entregar"),
        F::Objection => both("Which objection", "Qué objeción"),
        F::Answer => both("The answer", "La respuesta"),
        F::Reasons => both(
            "Reasons, in the words of the letter",
            "Razones, con las palabras de la carta",
        ),
        F::Relief => both("What is asked for", "Qué se pide"),
        F::Asks => both("What is done first", "Qué se hace antes"),
        F::Cut => both("Spans to cut", "Tramos que se cortan"),
        F::WaitUntil => both("Not before", "No antes del"),
        F::Grounds => both("Grounds", "Motivos"),
        F::Capacity => both("Who objects", "Quién se opone"),
        F::Words => both("Their own words", "Sus propias palabras"),
        F::Since => both("Since", "Desde"),
        F::FileKind => both("What the file is", "Qué es el archivo"),
        F::File => both("File", "Archivo"),
        F::Redactions => both("Redaction list", "Lista de supresiones"),
        F::Sha256 => both("SHA-256", "SHA-256"),
        F::Terms => both("Terms", "Términos"),
        F::Warned => both("Warning", "Advertencia"),
        F::Release => both("Which video", "Qué video"),
        F::Publication => both("Which proposal", "Qué propuesta"),
        F::Title => both("Title in the library", "Título en la biblioteca"),
        F::Warning => both("What viewers are warned of", "De qué se advierte al público"),
        F::ToRequester => both("What to tell the requester", "Qué se le dice al solicitante"),
        F::Act => both("What is done", "Qué se hace"),
    }
}

/// A field's hint, if it needs one.
pub(super) const fn hint(field: F) -> Option<Bilingual> {
    Some(match field {
        F::StartedAt | F::EndedAt | F::UploadedAt => both(
            "Date and time on the agency's clock, like 2026-02-03T18:05, or with a zone.",
            "Fecha y hora del reloj de la agencia, como 2026-02-03T18:05, o con zona.",
        ),
        F::Category => both(
            "As the evidence system has it. Empty means not classified, and is never deleted.",
            "Como en el sistema de pruebas. Vacío significa sin clasificar, y nunca se borra.",
        ),
        F::Number => both("For example KC-26-7F3K-Q2.", "Por ejemplo: KC-26-7F3K-Q2."),
        F::Rule => both(
            "The rule of the office that the evidence system relied on, for example KCPD_NONEVIDENCE_KEEP_180D; of a breach, its own word for why.",
            "La regla de la oficina en que se apoyó el sistema de pruebas, por ejemplo KCPD_NONEVIDENCE_KEEP_180D; de un incumplimiento, su propia palabra del motivo.",
        ),
        F::Scope => both(
            "One recording a line: its number, then spans if not all of it, like AX-12 0:10-1:30, 2:00-2:15.",
            "Una grabación por línea: su número y, si no es entera, los tramos; por ejemplo: AX-12 0:10-1:30, 2:00-2:15.",
        ),
        F::Excused => both(
            "One person a line: the recording's number, then the pseudonym, like AX-12 Person B.",
            "Una persona por línea: el número de la grabación y el seudónimo, por ejemplo: AX-12 Persona B.",
        ),
        F::Hide => both(
            "Only for an order that hides parts. Empty: picture and sound.",
            "Solo para una orden que oculta partes. Vacío: imagen y sonido.",
        ),
        F::Effective => both("Empty: the date of the order.", "Vacío: la fecha de la orden."),
        F::LastDay => both("Empty if the order names none.", "Vacío si la orden no nombra ninguno."),
        F::Document => both(
            "The certified copy. Its SHA-256 is worked out here; a second person compares it.",
            "La copia certificada. Aquí se calcula su SHA-256; una segunda persona la compara.",
        ),
        F::Papers => both(
            "Only those who serve notices open them.",
            "Solo los abre quien notifica.",
        ),
        F::Pseudonym => both(
            "For example Person B. No name.",
            "Por ejemplo: Persona B. Ningún nombre.",
        ),
        F::Seen | F::Heard | F::Cut => both(
            "Minutes and seconds, like 0:12-1:05, 2:00-2:30. Empty if not at all.",
            "Minutos y segundos, así: 0:12-1:05, 2:00-2:30. Vacío si nunca.",
        ),
        F::SafeContact => both(
            "For example: never by phone, never at night, to a neighbor's address.",
            "Por ejemplo: nunca por teléfono, nunca de noche, a la dirección de un vecino.",
        ),
        F::CsvFile => both(
            "If both are given, the file counts. On the server, the command daylight recordings import FILE.csv takes files of \
             any size.",
            "Si se dan ambos, cuenta el archivo. En el servidor, la orden daylight recordings import ARCHIVO.csv acepta archivos \
             de cualquier tamaño.",
        ),
        F::Csv => both("At most 8 MiB.", "Como máximo 8 MiB."),
        F::File => both(
            "Video as MP4. Captions as WebVTT, a transcript as plain text.",
            "Video como MP4. Subtítulos como WebVTT, transcripción como texto simple.",
        ),
        F::Redactions => both(
            "One a line, in times of the original: blur, mute or cut; from-to; the person, if it is one; then | and the section. Like: blur 0:10-0:20 Person B | RSMo 610.100.3",
            "Una por línea, con los tiempos del original: blur, mute o cut; desde-hasta; la persona, si es una; luego | y el artículo. Así: blur 0:10-0:20 Person B | RSMo 610.100.3",
        ),
        F::Audience => both(
            "Into the public library goes only what every person still shown knew the public is to see, and what no order limits to who asked.",
            "A la biblioteca pública solo va lo que toda persona que aún aparece sabía que vería el público, y lo que ninguna orden limita a quien lo pidió.",
        ),
        F::Title => both(
            "Time and place, and nobody’s name.",
            "Hora y lugar, y el nombre de nadie.",
        ),
        F::Warning => both(
            "For example: shouting, an injured person, strong language.",
            "Por ejemplo: gritos, una persona herida, lenguaje fuerte.",
        ),
        F::ToRequester => both(
            "Stands in the letter and on the private page. Empty: only that it was stopped, and when.",
            "Aparece en la carta y en la página privada. Vacío: solo que se detuvo, y cuándo.",
        ),
        F::Proof => both(
            "Receipt, not sending, starts the ten days.",
            "La recepción, no el envío, inicia los diez días.",
        ),
        F::Reason => both(
            "One sentence for the register; nothing personal.",
            "Una frase para el registro; nada personal.",
        ),
        _ => return of_case(field),
    })
}

/// A hint of a field of a court case.
const fn of_case(field: F) -> Option<Bilingual> {
    Some(match field {
        F::AppealBy | F::RespondBy => both(
            "As the court’s paper says. Empty if it says none.",
            "Como dice el documento del tribunal. Vacío si no dice ninguno.",
        ),
        F::Caption => both(
            "As the court writes it, for example Doe v. Roe. Only staff read it.",
            "Como la escribe el tribunal, por ejemplo Doe v. Roe. Solo la lee el personal.",
        ),
        F::Numbers => both(
            "Tracking numbers, one a line. Empty if it concerns recordings alone.",
            "Números de seguimiento, uno por línea. Vacío si solo se refiere a grabaciones.",
        ),
        F::Sources => both(
            "Their numbers in the evidence system, one a line.",
            "Sus números en el sistema de pruebas, uno por línea.",
        ),
        F::ServedOn => both(
            "Empty while it was not served. From then on its recordings are held (RSMo 610.027.1).",
            "Vacío si aún no se notificó. Desde entonces sus grabaciones se retienen (RSMo 610.027.1).",
        ),
        F::NextDay => both(
            "To respond or to appeal, as the court’s paper says; of a restraining order, its last day. Empty if it says none.",
            "Para responder o apelar, como dice el documento del tribunal; de una orden de restricción, su último día. Vacío si no dice ninguno.",
        ),
        F::SealDated => both(
            "Only if the court sealed the case.",
            "Solo si el tribunal selló el caso.",
        ),
        _ => return None,
    })
}

/// What a file of a recording is.
pub(super) const fn file(kind: FileKind) -> Bilingual {
    match kind {
        FileKind::Original => both("the original", "el original"),
        FileKind::Copy => both("a copy for release", "una copia para entregar"),
        FileKind::Captions => both("captions", "subtítulos"),
        FileKind::Transcript => both("a transcript", "una transcripción"),
    }
}

/// What an entry of the register is about.
pub(super) fn subject(key: &str) -> Bilingual {
    match key {
        "recording" => both("A recording", "Una grabación"),
        "person" => both("A person", "Una persona"),
        "notice" => both("A notice", "Un aviso"),
        "order" => both("An order", "Una orden"),
        "court_case" => both("A court case", "Un caso judicial"),
        "request" => both("A request", "Una solicitud"),
        "account" => both("An account", "Una cuenta"),
        "deletion_list" => both("A deletion list", "Una lista de borrado"),
        "portal" => both("The portal", "El portal"),
        _ => both("A release", "Una entrega"),
    }
}
