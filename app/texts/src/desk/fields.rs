//! Labels and hints of the console's fields, by their names.

use office::forms::{ConsoleField as F, FileKind};

type Pair = (&'static str, &'static str);

/// A field's label.
pub(super) const fn label(field: F) -> Pair {
    match field {
        F::SourceId => ("Number in the evidence system", "Número en el sistema de pruebas"),
        F::Camera => ("Camera", "Cámara"),
        F::Officer => ("Officer", "Oficial"),
        F::Division => ("Division", "División"),
        F::StartedAt => ("Beginning", "Comienzo"),
        F::EndedAt => ("End", "Final"),
        F::UploadedAt => ("Uploaded", "Subida"),
        F::Place => ("Place", "Lugar"),
        F::IncidentNumber => ("Incident number", "Número de incidente"),
        F::Category => ("Category", "Categoría"),
        F::LocationKind => ("Kind of place", "Tipo de lugar"),
        F::Csv => ("Lines of the file", "Líneas del archivo"),
        F::Change => ("New status", "Situación nueva"),
        F::On => ("Day", "Día"),
        F::Ground => ("Ground, if it opens", "Motivo, si se abre"),
        F::Reason => ("Reason", "Razón"),
        F::Number => (
            "Tracking number of the request",
            "Número de seguimiento de la solicitud",
        ),
        F::Rule => ("Retention rule", "Regla de conservación"),
        F::CrimeScene => ("Deceased person", "Persona fallecida"),
        F::PeopleLogged => ("People log", "Registro de personas"),
        F::Kind => ("What it orders", "Qué ordena"),
        F::Court => ("Court", "Tribunal"),
        F::CaseNumber => ("Case number", "Número de caso"),
        F::Judge => ("Judge", "Juez"),
        F::Dated => ("Date of the order", "Fecha de la orden"),
        F::Effective => ("Has effect from", "Tiene efecto desde"),
        F::LastDay => ("Last day", "Último día"),
        F::Scope => ("Recordings", "Grabaciones"),
        F::Hide => ("How parts are hidden", "Cómo se ocultan las partes"),
        F::Excused => ("People whose notice it excuses", "Personas cuyo aviso dispensa"),
        F::TermTime => ("Term: time", "Término: tiempo"),
        F::TermPlace => ("Term: place", "Término: lugar"),
        F::TermMethod => ("Term: method", "Término: modo"),
        F::TermScope => ("Term: scope", "Término: alcance"),
        F::TermPersonsPresent => ("Term: persons present", "Término: personas presentes"),
        F::TermRedactions => ("Term: redactions", "Término: supresiones"),
        F::TermConfidentiality => ("Term: confidentiality", "Término: confidencialidad"),
        F::Document => ("The court’s document", "El documento del tribunal"),
        F::Papers => ("Papers that came with it", "Papeles que vinieron con ella"),
        F::Reply => ("How they want the answer", "Cómo quieren la respuesta"),
        F::Pseudonym => ("Pseudonym", "Seudónimo"),
        F::Seen => ("Seen at", "Se ve en"),
        F::Heard => ("Heard at", "Se oye en"),
        F::Facts => ("About the person", "Sobre la persona"),
        F::Receiver => ("Who receives", "Quién recibe"),
        F::Name => ("Name", "Nombre"),
        F::PostalAddress => ("Address", "Dirección"),
        F::Email => ("E-mail", "Correo electrónico"),
        F::EmailAgreedOn => (
            "Agreed to notices by e-mail on",
            "Aceptó avisos por correo electrónico el",
        ),
        F::Phone => ("Phone", "Teléfono"),
        F::Language => ("Language of letters", "Idioma de las cartas"),
        F::SafeContact => ("How to reach them safely", "Cómo llegar sin riesgo"),
        F::Channel => ("How it goes out", "Cómo se envía"),
        F::To => ("To whom, or by whom", "A quién, o por quién"),
        F::Proof => ("What proves it", "Qué lo prueba"),
        F::How => ("Where and how", "Dónde y cómo"),
        F::Identity => ("Identity", "Identidad"),
        F::Filed => ("Filed on", "Presentada el"),
        F::Served => ("Served on", "Notificada el"),
        F::Action => ("Which action", "Qué acción"),
        F::Decision => ("What the court decided", "Qué decidió el tribunal"),
        F::Until => ("Last day, if there is one", "Último día, si lo hay"),
        F::Ends => ("The action", "La acción"),
        F::Copy => ("Copy for release", "Copia para entregar"),
        F::Objection => ("Which objection", "Qué objeción"),
        F::Answer => ("The answer", "La respuesta"),
        F::Reasons => (
            "Reasons, in the words of the letter",
            "Razones, con las palabras de la carta",
        ),
        F::Relief => ("What is asked for", "Qué se pide"),
        F::Asks => ("What is done first", "Qué se hace antes"),
        F::Cut => ("Spans to cut", "Tramos que se cortan"),
        F::WaitUntil => ("Not before", "No antes del"),
        F::Grounds => ("Grounds", "Motivos"),
        F::Capacity => ("Who objects", "Quién se opone"),
        F::Words => ("Their own words", "Sus propias palabras"),
        F::Since => ("Since", "Desde"),
        F::FileKind => ("What the file is", "Qué es el archivo"),
        F::File => ("File", "Archivo"),
        F::Redactions => ("Redaction list", "Lista de supresiones"),
        F::Sha256 => ("SHA-256", "SHA-256"),
        F::Terms => ("Terms", "Términos"),
        F::Warned => ("Warning", "Advertencia"),
        F::Release => ("Which video", "Qué video"),
        F::Title => ("Title in the library", "Título en la biblioteca"),
        F::Warning => ("What viewers are warned of", "De qué se advierte al público"),
        F::Act => ("What is done", "Qué se hace"),
    }
}

/// A field's hint, if it needs one.
pub(super) const fn hint(field: F) -> Option<Pair> {
    Some(match field {
        F::StartedAt | F::EndedAt | F::UploadedAt => (
            "Date and time on the agency's clock, like 2026-02-03T18:05, or with a zone.",
            "Fecha y hora del reloj de la agencia, como 2026-02-03T18:05, o con zona.",
        ),
        F::Category => (
            "As the evidence system has it. Empty means not classified, and is never deleted.",
            "Como en el sistema de pruebas. Vacío significa sin clasificar, y nunca se borra.",
        ),
        F::Number => ("For example KC-26-7F3K-Q2.", "Por ejemplo: KC-26-7F3K-Q2."),
        F::Rule => (
            "The rule that the evidence system relied on, for example KCPD_NONEVIDENCE_KEEP_180D.",
            "La regla en que se apoyó el sistema de pruebas, por ejemplo KCPD_NONEVIDENCE_KEEP_180D.",
        ),
        F::Scope => (
            "One recording a line: its number, then spans if not all of it, like AX-12 0:10-1:30, 2:00-2:15.",
            "Una grabación por línea: su número y, si no es entera, los tramos; por ejemplo: AX-12 0:10-1:30, 2:00-2:15.",
        ),
        F::Excused => (
            "One person a line: the recording's number, then the pseudonym, like AX-12 Person B.",
            "Una persona por línea: el número de la grabación y el seudónimo, por ejemplo: AX-12 Persona B.",
        ),
        F::Hide => (
            "Only for an order that hides parts. Empty: picture and sound.",
            "Solo para una orden que oculta partes. Vacío: imagen y sonido.",
        ),
        F::Effective => ("Empty: the date of the order.", "Vacío: la fecha de la orden."),
        F::LastDay => ("Empty if the order names none.", "Vacío si la orden no nombra ninguno."),
        F::Document => (
            "The certified copy as PDF, JPEG or PNG, at most 20 MB. Its SHA-256 is worked out here; a second person compares it.",
            "La copia certificada como PDF, JPEG o PNG, de 20 MB como máximo. Aquí se calcula su SHA-256; una segunda persona la compara.",
        ),
        F::Papers => (
            "PDF, JPEG or PNG, at most 20 MB each.",
            "PDF, JPEG o PNG, de 20 MB como máximo cada uno.",
        ),
        F::Pseudonym => (
            "For example Person B. No name.",
            "Por ejemplo: Persona B. Ningún nombre.",
        ),
        F::Seen | F::Heard | F::Cut => (
            "Minutes and seconds, like 0:12-1:05, 2:00-2:30. Empty if not at all.",
            "Minutos y segundos, así: 0:12-1:05, 2:00-2:30. Vacío si nunca.",
        ),
        F::SafeContact => (
            "For example: never by phone, never at night, to a neighbor's address.",
            "Por ejemplo: nunca por teléfono, nunca de noche, a la dirección de un vecino.",
        ),
        F::File => (
            "Video as MP4, at most 2 GiB. Captions as WebVTT, a transcript as plain text.",
            "Video como MP4, de 2 GiB como máximo. Subtítulos como WebVTT, transcripción como texto simple.",
        ),
        F::Redactions => (
            "One a line, in times of the original: blur, mute or cut; from-to; the person, if it is one; then | and the section. Like: blur 0:10-0:20 Person B | RSMo 610.100.3",
            "Una por línea, con los tiempos del original: blur, mute o cut; desde-hasta; la persona, si es una; luego | y el artículo. Así: blur 0:10-0:20 Person B | RSMo 610.100.3",
        ),
        F::Title => (
            "Time and place, and nobody’s name.",
            "Hora y lugar, y el nombre de nadie.",
        ),
        F::Warning => (
            "For example: shouting, an injured person, strong language.",
            "Por ejemplo: gritos, una persona herida, lenguaje fuerte.",
        ),
        F::Proof => (
            "Receipt, not sending, starts the ten days.",
            "La recepción, no el envío, inicia los diez días.",
        ),
        F::Reason => (
            "One sentence for the register; nothing personal.",
            "Una frase para el registro; nada personal.",
        ),
        _ => return None,
    })
}

/// What a file of a recording is.
pub(super) const fn file(kind: FileKind) -> Pair {
    match kind {
        FileKind::Original => ("the original", "el original"),
        FileKind::Copy => ("a copy for release", "una copia para entregar"),
        FileKind::Captions => ("captions", "subtítulos"),
        FileKind::Transcript => ("a transcript", "una transcripción"),
    }
}

/// What an entry of the register is about.
pub(super) fn subject(key: &str) -> Pair {
    match key {
        "recording" => ("A recording", "Una grabación"),
        "person" => ("A person", "Una persona"),
        "notice" => ("A notice", "Un aviso"),
        "order" => ("An order", "Una orden"),
        _ => ("A release", "Una entrega"),
    }
}
