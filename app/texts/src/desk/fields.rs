//! Labels and hints of the console's fields, by their names.

type Pair = (&'static str, &'static str);

/// A field's label.
pub(super) fn label(name: &str) -> Pair {
    match name {
        "source_id" => ("Number in the evidence system", "Número en el sistema de pruebas"),
        "camera" => ("Camera", "Cámara"),
        "officer" => ("Officer", "Oficial"),
        "division" => ("Division", "División"),
        "started_at" => ("Beginning", "Comienzo"),
        "ended_at" => ("End", "Final"),
        "uploaded_at" => ("Uploaded", "Subida"),
        "place" => ("Place", "Lugar"),
        "incident_number" => ("Incident number", "Número de incidente"),
        "category" => ("Category", "Categoría"),
        "location_kind" => ("Kind of place", "Tipo de lugar"),
        "columns" | "csv" => ("Lines of the file", "Líneas del archivo"),
        "change" => ("New status", "Situación nueva"),
        "on" => ("Day", "Día"),
        "ground" => ("Ground, if it opens", "Motivo, si se abre"),
        "reason" => ("Reason", "Razón"),
        "number" => (
            "Tracking number of the request",
            "Número de seguimiento de la solicitud",
        ),
        "rule" => ("Retention rule", "Regla de conservación"),
        "crime_scene" => ("Deceased person", "Persona fallecida"),
        "people_logged" => ("People log", "Registro de personas"),
        "kind" => ("What it orders", "Qué ordena"),
        "court" => ("Court", "Tribunal"),
        "case_number" => ("Case number", "Número de caso"),
        "judge" => ("Judge", "Juez"),
        "dated" => ("Date of the order", "Fecha de la orden"),
        "effective" => ("Has effect from", "Tiene efecto desde"),
        "last_day" => ("Last day", "Último día"),
        "scope" => ("Recordings", "Grabaciones"),
        "hide" => ("How parts are hidden", "Cómo se ocultan las partes"),
        "excused" => ("People whose notice it excuses", "Personas cuyo aviso dispensa"),
        "term_time" => ("Term: time", "Término: tiempo"),
        "term_place" => ("Term: place", "Término: lugar"),
        "term_method" => ("Term: method", "Término: modo"),
        "term_scope" => ("Term: scope", "Término: alcance"),
        "term_persons_present" => ("Term: persons present", "Término: personas presentes"),
        "term_redactions" => ("Term: redactions", "Término: supresiones"),
        "term_confidentiality" => ("Term: confidentiality", "Término: confidencialidad"),
        "document" => ("The court’s document", "El documento del tribunal"),
        "papers" => ("Papers that came with it", "Papeles que vinieron con ella"),
        "reply" => ("How they want the answer", "Cómo quieren la respuesta"),
        "pseudonym" => ("Pseudonym", "Seudónimo"),
        "seen" => ("Seen at", "Se ve en"),
        "heard" => ("Heard at", "Se oye en"),
        "facts" => ("About the person", "Sobre la persona"),
        "receiver" => ("Who receives", "Quién recibe"),
        "name" => ("Name", "Nombre"),
        "postal_address" => ("Address", "Dirección"),
        "email" => ("E-mail", "Correo electrónico"),
        "email_agreed_on" => (
            "Agreed to notices by e-mail on",
            "Aceptó avisos por correo electrónico el",
        ),
        "phone" => ("Phone", "Teléfono"),
        "language" => ("Language of letters", "Idioma de las cartas"),
        "safe_contact" => ("How to reach them safely", "Cómo llegar sin riesgo"),
        "channel" => ("How it goes out", "Cómo se envía"),
        "to" => ("To whom, or by whom", "A quién, o por quién"),
        "proof" => ("What proves it", "Qué lo prueba"),
        "how" => ("Where and how", "Dónde y cómo"),
        "identity" => ("Identity", "Identidad"),
        "filed" => ("Filed on", "Presentada el"),
        "served" => ("Served on", "Notificada el"),
        "action" => ("Which action", "Qué acción"),
        "decision" => ("What the court decided", "Qué decidió el tribunal"),
        "until" => ("Last day, if there is one", "Último día, si lo hay"),
        "ends" => ("The action", "La acción"),
        "copy" => ("Copy for release", "Copia para entregar"),
        "objection" => ("Which objection", "Qué objeción"),
        "answer" => ("The answer", "La respuesta"),
        "reasons" => (
            "Reasons, in the words of the letter",
            "Razones, con las palabras de la carta",
        ),
        "relief" => ("What is asked for", "Qué se pide"),
        "asks" => ("What is done first", "Qué se hace antes"),
        "cut" => ("Spans to cut", "Tramos que se cortan"),
        "wait_until" => ("Not before", "No antes del"),
        "grounds" => ("Grounds", "Motivos"),
        "capacity" => ("Who objects", "Quién se opone"),
        "words" => ("Their own words", "Sus propias palabras"),
        "since" => ("Since", "Desde"),
        "file_kind" => ("What the file is", "Qué es el archivo"),
        "file" => ("File", "Archivo"),
        "redactions" => ("Redaction list", "Lista de supresiones"),
        "sha256" => ("SHA-256", "SHA-256"),
        "terms" => ("Terms", "Términos"),
        "warned" => ("Warning", "Advertencia"),
        "release" => ("Which video", "Qué video"),
        "title" => ("Title in the library", "Título en la biblioteca"),
        "warning" => ("What viewers are warned of", "De qué se advierte al público"),
        _ => ("Field", "Campo"),
    }
}

/// A field's hint, if it needs one.
pub(super) fn hint(name: &str) -> Option<Pair> {
    Some(match name {
        "started_at" | "ended_at" | "uploaded_at" => (
            "Date and time on the agency's clock, like 2026-02-03T18:05, or with a zone.",
            "Fecha y hora del reloj de la agencia, como 2026-02-03T18:05, o con zona.",
        ),
        "category" => (
            "As the evidence system has it. Empty means not classified, and is never deleted.",
            "Como en el sistema de pruebas. Vacío significa sin clasificar, y nunca se borra.",
        ),
        "number" => ("For example KC-26-7F3K-Q2.", "Por ejemplo: KC-26-7F3K-Q2."),
        "rule" => (
            "The rule that the evidence system relied on, for example KCPD_NONEVIDENCE_KEEP_180D.",
            "La regla en que se apoyó el sistema de pruebas, por ejemplo KCPD_NONEVIDENCE_KEEP_180D.",
        ),
        "scope" => (
            "One recording a line: its number, then spans if not all of it, like AX-12 0:10-1:30, 2:00-2:15.",
            "Una grabación por línea: su número y, si no es entera, los tramos; por ejemplo: AX-12 0:10-1:30, 2:00-2:15.",
        ),
        "excused" => (
            "One person a line: the recording's number, then the pseudonym, like AX-12 Person B.",
            "Una persona por línea: el número de la grabación y el seudónimo, por ejemplo: AX-12 Persona B.",
        ),
        "hide" => (
            "Only for an order that hides parts. Empty: picture and sound.",
            "Solo para una orden que oculta partes. Vacío: imagen y sonido.",
        ),
        "effective" => ("Empty: the date of the order.", "Vacío: la fecha de la orden."),
        "last_day" => ("Empty if the order names none.", "Vacío si la orden no nombra ninguno."),
        "document" => (
            "The certified copy as PDF, JPEG or PNG, at most 20 MB. Its SHA-256 is worked out here; a second person compares it.",
            "La copia certificada como PDF, JPEG o PNG, de 20 MB como máximo. Aquí se calcula su SHA-256; una segunda persona la compara.",
        ),
        "papers" => (
            "PDF, JPEG or PNG, at most 20 MB each.",
            "PDF, JPEG o PNG, de 20 MB como máximo cada uno.",
        ),
        "pseudonym" => (
            "For example Person B. No name.",
            "Por ejemplo: Persona B. Ningún nombre.",
        ),
        "seen" | "heard" | "cut" => (
            "Minutes and seconds, like 0:12-1:05, 2:00-2:30. Empty if not at all.",
            "Minutos y segundos, así: 0:12-1:05, 2:00-2:30. Vacío si nunca.",
        ),
        "safe_contact" => (
            "For example: never by phone, never at night, to a neighbor's address.",
            "Por ejemplo: nunca por teléfono, nunca de noche, a la dirección de un vecino.",
        ),
        "file" => (
            "Video as MP4, at most 2 GiB. Captions as WebVTT, a transcript as plain text.",
            "Video como MP4, de 2 GiB como máximo. Subtítulos como WebVTT, transcripción como texto simple.",
        ),
        "redactions" => (
            "One a line, in times of the original: blur, mute or cut; from-to; the person, if it is one; then | and the section. Like: blur 0:10-0:20 Person B | RSMo 610.100.3",
            "Una por línea, con los tiempos del original: blur, mute o cut; desde-hasta; la persona, si es una; luego | y el artículo. Así: blur 0:10-0:20 Person B | RSMo 610.100.3",
        ),
        "title" => (
            "Time and place, and nobody’s name.",
            "Hora y lugar, y el nombre de nadie.",
        ),
        "warning" => (
            "For example: shouting, an injured person, strong language.",
            "Por ejemplo: gritos, una persona herida, lenguaje fuerte.",
        ),
        "proof" => (
            "Receipt, not sending, starts the ten days.",
            "La recepción, no el envío, inicia los diez días.",
        ),
        "reason" => (
            "One sentence for the register; nothing personal.",
            "Una frase para el registro; nada personal.",
        ),
        _ => return None,
    })
}

/// What a file of a recording is.
pub(super) fn file(kind: &str) -> Pair {
    match kind {
        "original" => ("the original", "el original"),
        "copy" => ("a copy for release", "una copia para entregar"),
        "captions" => ("captions", "subtítulos"),
        _ => ("a transcript", "una transcripción"),
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
