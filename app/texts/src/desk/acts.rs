//! Names of acts, as links and buttons show them.

use law::{
    disclosure_order::OrderActKind, notice::NoticeActKind, recording::RecordingActKind, redaction::CopyActKind,
    release::ReleaseActKind,
};
use office::forms::{ConsoleAct, PersonActKind};

type Pair = (&'static str, &'static str);

/// The words of an act.
pub(super) const fn act(act: ConsoleAct) -> Pair {
    match act {
        ConsoleAct::Register => ("Register the recording", "Registrar la grabación"),
        ConsoleAct::Import => ("Register these recordings", "Registrar estas grabaciones"),
        ConsoleAct::Recording(kind) => recording(kind),
        ConsoleAct::Copy(kind) => copy(kind),
        ConsoleAct::Person(kind) => person(kind),
        ConsoleAct::Notice(kind) => notice(kind),
        ConsoleAct::EnterOrder => ("Enter the order", "Registrar la orden"),
        ConsoleAct::Order(kind) => order(kind),
        ConsoleAct::Release(kind) => release(kind),
    }
}

const fn recording(kind: RecordingActKind) -> Pair {
    match kind {
        RecordingActKind::Status => ("Change the legal status", "Cambiar la situación legal"),
        RecordingActKind::Scene => ("Judge what it shows", "Evaluar lo que muestra"),
        RecordingActKind::Link => ("Link it to a request", "Vincularla a una solicitud"),
        RecordingActKind::Delete => ("Record a deletion", "Anotar un borrado"),
    }
}

const fn copy(kind: CopyActKind) -> Pair {
    match kind {
        CopyActKind::Upload => ("Send the file", "Enviar el archivo"),
        CopyActKind::Redactions => ("Keep this list", "Guardar esta lista"),
        CopyActKind::Approve => ("Approve exactly this file", "Aprobar exactamente este archivo"),
    }
}

const fn person(kind: PersonActKind) -> Pair {
    match kind {
        PersonActKind::Person => ("Keep this person", "Guardar esta persona"),
        PersonActKind::Contact => ("Keep this contact", "Guardar este contacto"),
    }
}

const fn notice(kind: NoticeActKind) -> Pair {
    match kind {
        NoticeActKind::Send => ("Send the notice", "Enviar el aviso"),
        NoticeActKind::Receive => ("Record proof of receipt", "Anotar la prueba de recepción"),
        NoticeActKind::Return => ("Record that it came back", "Anotar que fue devuelto"),
        NoticeActKind::Search => ("Log a search for an address", "Anotar una búsqueda de dirección"),
        NoticeActKind::Unlocated => ("The person cannot be found", "No se encuentra a la persona"),
        NoticeActKind::Consent => ("Record consent", "Anotar el consentimiento"),
        NoticeActKind::Exempt => ("Exempt: police", "Eximir: policía"),
        NoticeActKind::RedactOut => ("Hide the person in the copy", "Ocultar a la persona en la copia"),
        NoticeActKind::TakeBack => ("Take that back", "Revertirlo"),
        NoticeActKind::Clear => (
            "Clear after looking into the court’s docket",
            "Dar por libre tras revisar el registro del tribunal",
        ),
        NoticeActKind::Object => ("Key an objection on paper", "Anotar una objeción en papel"),
        NoticeActKind::Answer => ("Answer an objection", "Responder a una objeción"),
        NoticeActKind::Action => ("Record a court action", "Anotar una acción judicial"),
        NoticeActKind::Reject => ("The papers do not show an action", "Los papeles no muestran una acción"),
        NoticeActKind::Decide => ("Record what a court decided", "Anotar lo que decidió un tribunal"),
    }
}

const fn order(kind: OrderActKind) -> Pair {
    match kind {
        OrderActKind::Verify => (
            "Verify against the court’s document",
            "Verificar con el documento del tribunal",
        ),
        OrderActKind::Stay => ("Record a stay", "Anotar una suspensión"),
        OrderActKind::Lift => ("Record the end of the stay", "Anotar el fin de la suspensión"),
    }
}

const fn release(kind: ReleaseActKind) -> Pair {
    match kind {
        ReleaseActKind::OpenAll => ("Open the notices", "Abrir los avisos"),
        ReleaseActKind::SendAll => ("Send the letters", "Enviar las cartas"),
        ReleaseActKind::Plan => ("Confirm terms and warning", "Confirmar términos y advertencia"),
        ReleaseActKind::Release => ("Release to the requester", "Entregar al solicitante"),
        ReleaseActKind::Publish => ("Put into the public library", "Poner en la biblioteca pública"),
    }
}
