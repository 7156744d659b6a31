//! Short terms, English first.

use law::{
    Bilingual, both,
    disclosure_order::{OrderKind, TermKind},
    notice::{Attempt, Audience, Channel, NoticeKind, NoticeStateKind, ProofKind},
    objection::{AnswerKind, Ask, Ground},
    person::Receiver,
    recording::{LocationKind, StatusChangeKind, StatusKind},
    redaction::RedactionKind,
    retention::KeepGround,
};
use office::Lang;

use super::ReleaseWords as _;
use crate::DateWords as _;

pub(super) const fn status(kind: StatusKind) -> Bilingual {
    match kind {
        StatusKind::Undetermined => both("Not determined", "Sin determinar"),
        StatusKind::ActiveClosed => both("Closed: active investigation", "Cerrada: investigación activa"),
        StatusKind::InactiveOpen => both("Open: investigation inactive", "Abierta: investigación inactiva"),
        StatusKind::NonpublicClosable => both("Kept closed: nonpublic place", "Se mantiene cerrada: lugar no público"),
        StatusKind::Reclosed => both("Closed again after the case", "Cerrada de nuevo tras el caso"),
        StatusKind::CourtOrdered => both("Opened by a court order", "Abierta por orden judicial"),
        StatusKind::ConfidentialOther => both("Confidential by another law", "Confidencial por otra ley"),
    }
}

pub(super) const fn change(kind: StatusChangeKind) -> Bilingual {
    match kind {
        StatusChangeKind::CloseActive => both(
            "Close it, or confirm: the investigation is active",
            "Cerrarla o confirmar: la investigación está activa",
        ),
        StatusChangeKind::Inactive => both(
            "Open it: the investigation is inactive",
            "Abrirla: la investigación está inactiva",
        ),
        StatusChangeKind::CloseNonpublic => both(
            "Keep it closed: it was made in a nonpublic place",
            "Mantenerla cerrada: se hizo en un lugar no público",
        ),
        StatusChangeKind::Reclose => both(
            "Close it again: the case ended without a conviction",
            "Cerrarla de nuevo: el caso terminó sin condena",
        ),
        StatusChangeKind::CloseConfidential => both(
            "Close it: another law keeps it confidential",
            "Cerrarla: otra ley la mantiene confidencial",
        ),
        StatusChangeKind::Order => both("A court's order", "Una orden judicial"),
        StatusChangeKind::Redetermine => both("Determine it anew", "Determinarla de nuevo"),
    }
}

pub(super) const fn location(kind: LocationKind) -> Bilingual {
    match kind {
        LocationKind::Public => both("Public place", "Lugar público"),
        LocationKind::Nonpublic => both(
            "Nonpublic place: home, school, medical facility or the like",
            "Lugar no público: vivienda, escuela, centro médico o similar",
        ),
        LocationKind::Unknown => both("Not judged yet", "Todavía sin evaluar"),
    }
}

pub(super) const fn keep(ground: KeepGround) -> Bilingual {
    match ground {
        KeepGround::Request => both("A request asks for it", "Una solicitud la pide"),
        KeepGround::Complaint => both("A complaint is open", "Hay una queja abierta"),
        KeepGround::Case => both("A criminal case is open", "Hay un caso penal abierto"),
        KeepGround::Lawsuit => both("A lawsuit was served", "Se notificó una demanda"),
        KeepGround::Order => both("A court ordered it preserved", "Un tribunal ordenó conservarla"),
        KeepGround::ClosedRecord => both(
            "Closed records are not destroyed",
            "Los registros cerrados no se destruyen",
        ),
        KeepGround::Notice => both("A notice is running", "Hay un aviso en curso"),
        KeepGround::Claim => both("Somebody asked to preserve it", "Alguien pidió conservarla"),
    }
}

pub(super) const fn order(kind: OrderKind) -> Bilingual {
    match kind {
        OrderKind::Disclose => both("Disclose", "Entregar"),
        OrderKind::Close => both("Close", "Cerrar"),
        OrderKind::Enjoin => both("Forbid display", "Prohibir mostrarla"),
        OrderKind::Redact => both("Hide parts", "Ocultar partes"),
        OrderKind::Refuse => both("Refuse disclosure", "Negar la entrega"),
        OrderKind::Preserve => both("Preserve", "Conservar"),
    }
}

pub(super) const fn term(kind: TermKind) -> Bilingual {
    match kind {
        TermKind::Time => both("Time", "Tiempo"),
        TermKind::Place => both("Place", "Lugar"),
        TermKind::Method => both("Method", "Modo"),
        TermKind::Scope => both("Scope", "Alcance"),
        TermKind::PersonsPresent => both("Persons present", "Personas presentes"),
        TermKind::Redactions => both("Redactions", "Supresiones"),
        TermKind::Confidentiality => both("Confidentiality", "Confidencialidad"),
    }
}

pub(super) const fn redaction(kind: RedactionKind) -> Bilingual {
    match kind {
        RedactionKind::Blur => both("Blur", "Difuminar"),
        RedactionKind::Mute => both("Mute", "Silenciar"),
        RedactionKind::Cut => both("Cut", "Cortar"),
    }
}

pub(super) const fn notice(kind: NoticeKind) -> Bilingual {
    match kind {
        NoticeKind::AgencyPolicy => both("The agency’s notice", "Aviso de la agencia"),
        NoticeKind::Statute8 => both(
            "The recipient’s notice (RSMo 610.100.8)",
            "Aviso de quien recibe el video (RSMo 610.100.8)",
        ),
        NoticeKind::NextOfKin => both(
            "Notice to next of kin (RSMo 610.205)",
            "Aviso a los familiares (RSMo 610.205)",
        ),
    }
}

/// Where a notice stands, where nobody asks whether its days are over.
pub(super) const fn reached(of: NoticeStateKind) -> Bilingual {
    match of {
        NoticeStateKind::WindowOpen => both("Received", "Recibido"),
        other => state(other, false),
    }
}

/// Where a notice stands; `over` where its last day has passed.
pub(super) const fn state(state: NoticeStateKind, over: bool) -> Bilingual {
    match state {
        NoticeStateKind::WindowOpen if over => both(
            "Days over; look at the court's docket",
            "Días cumplidos; revise el registro del tribunal",
        ),
        NoticeStateKind::Identified => both("To be sent", "Por enviar"),
        NoticeStateKind::Exempt => both("Exempt: police", "Exento: policía"),
        NoticeStateKind::RedactedOut => both("Redacted out", "Oculta en la copia"),
        NoticeStateKind::Consented => both("Consented", "Consintió"),
        NoticeStateKind::Unlocated => both("Cannot be found", "No se encuentra"),
        NoticeStateKind::Sent => both("Sent, receipt not proven", "Enviado, sin prueba de recepción"),
        NoticeStateKind::WindowOpen => both("Received; days running", "Recibido; corren los días"),
        NoticeStateKind::Objected => both("Objected", "Con objeción"),
        NoticeStateKind::ActionPending => both("Court action pending", "Acción judicial pendiente"),
        NoticeStateKind::EnjoinedAll => both("Display forbidden by a court", "Un tribunal prohibió mostrarla"),
        NoticeStateKind::EnjoinedPart => both(
            "Display of parts forbidden by a court",
            "Un tribunal prohibió mostrar partes",
        ),
        NoticeStateKind::Clear => both("Clear", "Libre"),
    }
}

pub(super) const fn receiver(receiver: Receiver) -> Bilingual {
    match receiver {
        Receiver::Person => both("The person", "La persona"),
        Receiver::ParentOrGuardian => both("Parent or guardian", "Padre, madre o tutor"),
        Receiver::NextOfKin => both("Next of kin", "Familiar más cercano"),
        Receiver::Attorney => both("Attorney", "Abogado"),
        Receiver::SecretaryOfState => both(
            "Secretary of State, for a protected address",
            "Secretaría de Estado, por dirección protegida",
        ),
    }
}

pub(super) const fn audience(audience: Audience) -> Bilingual {
    match audience {
        Audience::Requester => both(
            "The person who asked, and nobody else",
            "A quien la pidió, y a nadie más",
        ),
        Audience::Public => both("The public", "Al público"),
    }
}

pub(super) const fn channel(channel: Channel) -> Bilingual {
    match channel {
        Channel::Personal => both("Handed over", "Entrega en mano"),
        Channel::Mail => both("Letter", "Carta"),
        Channel::CertifiedMail => both("Certified mail", "Correo certificado"),
        Channel::EmailAgreed => both("E-mail, as agreed", "Correo electrónico, según lo acordado"),
        Channel::Publication => both("Publication ordered by a court", "Publicación ordenada por un tribunal"),
    }
}

pub(super) const fn proof(proof: ProofKind) -> Bilingual {
    match proof {
        ProofKind::Personal => both("Handed over", "Entregado en mano"),
        ProofKind::CertifiedMail => both("Signed card of certified mail", "Acuse firmado de correo certificado"),
        ProofKind::EmailAgreed => both(
            "Record of receipt by e-mail",
            "Constancia de recepción por correo electrónico",
        ),
        ProofKind::Reply => both("The person replied", "La persona respondió"),
        ProofKind::CodeEntered => both("The letter’s code was entered", "Se escribió el código de la carta"),
        ProofKind::AttorneyAccepted => both("Accepted by the attorney", "Lo aceptó el abogado"),
        ProofKind::SecretaryOfState => both(
            "Accepted by the Secretary of State",
            "Lo aceptó la Secretaría de Estado",
        ),
        ProofKind::Publication => both("The publication has run", "La publicación se hizo"),
    }
}

pub(super) const fn ground(ground: Ground) -> Bilingual {
    match ground {
        Ground::Privacy => both(
            "It shows something private that is nobody else’s concern",
            "Muestra algo privado que no es asunto de nadie más",
        ),
        Ground::Shame => both(
            "It would shame or humiliate the person shown",
            "Avergonzaría o humillaría a la persona que aparece",
        ),
        Ground::Safety => both("It would put somebody in danger", "Pondría a alguien en peligro"),
        Ground::Minor => both("It shows a child", "Muestra a un menor de edad"),
        Ground::Medical => both(
            "It shows medical care or a medical condition",
            "Muestra atención o un estado médico",
        ),
        Ground::Victim => both("It shows the victim of a crime", "Muestra a la víctima de un delito"),
        Ground::Other => both("Another reason", "Otro motivo"),
    }
}

pub(super) const fn answer(answer: AnswerKind) -> Bilingual {
    match answer {
        AnswerKind::Accepted => both("Accepted: it will be done as asked", "Aceptada: se hará lo pedido"),
        AnswerKind::SettledByRedaction => both("Settled by redaction", "Resuelta con supresiones"),
        AnswerKind::Overruled => both("Overruled, with reasons", "Rechazada, con razones"),
    }
}

pub(super) fn ask_english(ask: &Ask) -> String {
    match ask {
        Ask::BlurMe => "blur me wherever I am seen".to_owned(),
        Ask::MuteMe => "take out the sound wherever I am heard".to_owned(),
        Ask::Cut { spans } => format!("cut {spans}"),
        Ask::WaitUntil { day } => format!("wait until {}", Lang::En.day(*day)),
    }
}

pub(super) fn ask_spanish(ask: &Ask) -> String {
    match ask {
        Ask::BlurMe => "difuminarme donde se me vea".to_owned(),
        Ask::MuteMe => "quitar el sonido donde se me oiga".to_owned(),
        Ask::Cut { spans } => format!("cortar {spans}"),
        Ask::WaitUntil { day } => format!("esperar hasta el {}", Lang::Es.day(*day)),
    }
}

pub(super) fn attempt_english(attempt: &Attempt) -> String {
    const EN: Lang = Lang::En;
    match attempt {
        Attempt::Searched { how, .. } => format!("Searched for an address: {how}"),
        Attempt::Sent {
            channel, to, audience, ..
        } => format!(
            "Sent. {}, to: {}. It names as audience: {}",
            EN.channel(*channel),
            EN.receiver(*to).to_lowercase(),
            EN.audience(*audience).to_lowercase()
        ),
        Attempt::Returned { .. } => "Came back".to_owned(),
        Attempt::Received { proof, .. } => format!("Received. {}", EN.proof(*proof)),
    }
}

pub(super) fn attempt_spanish(attempt: &Attempt) -> String {
    const ES: Lang = Lang::Es;
    match attempt {
        Attempt::Searched { how, .. } => format!("Se buscó una dirección: {how}"),
        Attempt::Sent {
            channel, to, audience, ..
        } => format!(
            "Enviado. {}, a: {}. Dice a quién se mostrará: {}",
            ES.channel(*channel),
            ES.receiver(*to).to_lowercase(),
            ES.audience(*audience).to_lowercase()
        ),
        Attempt::Returned { .. } => "Fue devuelto".to_owned(),
        Attempt::Received { proof, .. } => format!("Recibido. {}", ES.proof(*proof)),
    }
}
