//! Names of acts, as links and buttons show them.

use law::{
    Bilingual, both, disclosure_order::OrderActKind, notice::NoticeActKind, proposal::ProposalActKind,
    recording::RecordingActKind, redaction::CopyActKind, release::ReleaseActKind,
};
use office::forms::{ConsoleAct, PersonActKind};

/// The words of an act.
pub(super) const fn act(act: ConsoleAct) -> Bilingual {
    match act {
        ConsoleAct::Register => both("Register the recording", "Registrar la grabación"),
        ConsoleAct::Import => both("Register these recordings", "Registrar estas grabaciones"),
        ConsoleAct::Recording(kind) => recording(kind),
        ConsoleAct::Copy(kind) => copy(kind),
        ConsoleAct::Person(kind) => person(kind),
        ConsoleAct::Notice(kind) => notice(kind),
        ConsoleAct::EnterOrder => both("Enter the order", "Registrar la orden"),
        ConsoleAct::Order(kind) => order(kind),
        ConsoleAct::EnterCase => both("Enter the case", "Anotar el caso"),
        ConsoleAct::Court(kind) => super::court::act_words(kind),
        ConsoleAct::Proposal(kind) => proposal(kind),
        ConsoleAct::Release(kind) => release(kind),
    }
}

const fn recording(kind: RecordingActKind) -> Bilingual {
    match kind {
        RecordingActKind::Status => both("Change the legal status", "Cambiar la situación legal"),
        RecordingActKind::Scene => both("Judge what it shows", "Evaluar lo que muestra"),
        RecordingActKind::Link => both("Link it to a request", "Vincularla a una solicitud"),
        RecordingActKind::Unlink => both("Take back a link to a request", "Deshacer un vínculo con una solicitud"),
        RecordingActKind::Delete => both("Record a deletion", "Anotar un borrado"),
    }
}

const fn copy(kind: CopyActKind) -> Bilingual {
    match kind {
        CopyActKind::Upload => both("Send the file", "Enviar el archivo"),
        CopyActKind::Redactions => both("Keep this list", "Guardar esta lista"),
        CopyActKind::Approve => both("Approve exactly this file", "Aprobar exactamente este archivo"),
    }
}

const fn person(kind: PersonActKind) -> Bilingual {
    match kind {
        PersonActKind::Person => both("Keep this person", "Guardar esta persona"),
        PersonActKind::Complete => both("Everybody is in the log", "Todas las personas están en el registro"),
        PersonActKind::TakeOut => both("Take this person out of the list", "Quitar a esta persona de la lista"),
        PersonActKind::Contact => both("Keep this contact", "Guardar este contacto"),
    }
}

const fn notice(kind: NoticeActKind) -> Bilingual {
    match kind {
        NoticeActKind::Send => both("Send the notice", "Enviar el aviso"),
        NoticeActKind::Receive => both("Record proof of receipt", "Anotar la prueba de recepción"),
        NoticeActKind::Return => both("Record that it came back", "Anotar que fue devuelto"),
        NoticeActKind::Search => both("Log a search for an address", "Anotar una búsqueda de dirección"),
        NoticeActKind::Unlocated => both("The person cannot be found", "No se encuentra a la persona"),
        NoticeActKind::Consent => both("Record consent", "Anotar el consentimiento"),
        NoticeActKind::Exempt => both("Exempt: police", "Eximir: policía"),
        NoticeActKind::RedactOut => both("Hide the person in the copy", "Ocultar a la persona en la copia"),
        NoticeActKind::TakeBack => both("Take that back", "Revertirlo"),
        NoticeActKind::Talk => both(
            "Record a talk about consent",
            "Anotar una conversación sobre el consentimiento",
        ),
        NoticeActKind::Clear => both(
            "Clear after looking into the court’s docket",
            "Dar por libre tras revisar el registro del tribunal",
        ),
        NoticeActKind::Object => both("Key an objection on paper", "Anotar una objeción en papel"),
        NoticeActKind::Answer => both("Answer an objection", "Responder a una objeción"),
        NoticeActKind::Action => both("Record a court action", "Anotar una acción judicial"),
        NoticeActKind::Reject => both("The papers do not show an action", "Los papeles no muestran una acción"),
        NoticeActKind::Decide => both("Record what a court decided", "Anotar lo que decidió un tribunal"),
        NoticeActKind::TakeBackDecision => both(
            "Take back a court’s decision entered by mistake",
            "Retirar una decisión judicial anotada por error",
        ),
    }
}

const fn order(kind: OrderActKind) -> Bilingual {
    match kind {
        OrderActKind::Verify => both(
            "Verify against the court’s document",
            "Verificar con el documento del tribunal",
        ),
        OrderActKind::Stay => both("Record a stay", "Anotar una suspensión"),
        OrderActKind::Lift => both("Record the end of the stay", "Anotar el fin de la suspensión"),
    }
}

const fn proposal(kind: ProposalActKind) -> Bilingual {
    match kind {
        ProposalActKind::Verify => both("Verify: it is done", "Verificar: queda hecho"),
        ProposalActKind::Refuse => both("Refuse: it is not done", "Rechazar: no se hace"),
    }
}

const fn release(kind: ReleaseActKind) -> Bilingual {
    match kind {
        ReleaseActKind::OpenAll => both("Open the notices", "Abrir los avisos"),
        ReleaseActKind::SendAll => both("Send the letters", "Enviar las cartas"),
        ReleaseActKind::ReceiveAll => both("Record that letters were received", "Anotar que se recibieron cartas"),
        ReleaseActKind::Plan => both("Confirm terms and warning", "Confirmar términos y advertencia"),
        ReleaseActKind::Release => both("Release to the requester", "Entregar al solicitante"),
        ReleaseActKind::Propose => both(
            "Propose it for the public library",
            "Proponer para la biblioteca pública",
        ),
        ReleaseActKind::Approve => both("Approve for the public library", "Aprobar para la biblioteca pública"),
        ReleaseActKind::SendBack => both("Send a proposal back", "Devolver una propuesta"),
        ReleaseActKind::TakeDown => both("Take it out of the public library", "Sacar de la biblioteca pública"),
        ReleaseActKind::Stop => both("Stop a released video", "Detener un video entregado"),
    }
}
