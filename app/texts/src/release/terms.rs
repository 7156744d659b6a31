//! Short terms, English first.

use law::{
    disclosure_order::{OrderKind, TermKind},
    notice::{Attempt, Channel, NoticeKind, NoticeStateKind, ProofKind},
    objection::{AnswerKind, Ask, Ground},
    person::Receiver,
    recording::{LocationKind, StatusChangeKind, StatusKind},
    redaction::RedactionKind,
    retention::KeepGround,
};
use office::Lang;

use super::{Pair, ReleaseWords as _};
use crate::DateWords as _;

pub(super) const fn status(kind: StatusKind) -> Pair {
    match kind {
        StatusKind::Undetermined => ("Not determined", "Sin determinar"),
        StatusKind::ActiveClosed => ("Closed: active investigation", "Cerrada: investigación activa"),
        StatusKind::InactiveOpen => ("Open: investigation inactive", "Abierta: investigación inactiva"),
        StatusKind::NonpublicClosable => ("Kept closed: nonpublic place", "Se mantiene cerrada: lugar no público"),
        StatusKind::Reclosed => ("Closed again after the case", "Cerrada de nuevo tras el caso"),
        StatusKind::CourtOrdered => ("Opened by a court order", "Abierta por orden judicial"),
        StatusKind::ConfidentialOther => ("Confidential by another law", "Confidencial por otra ley"),
    }
}

pub(super) const fn change(kind: StatusChangeKind) -> Pair {
    match kind {
        StatusChangeKind::CloseActive => (
            "Close it, or confirm: the investigation is active",
            "Cerrarla o confirmar: la investigación está activa",
        ),
        StatusChangeKind::Inactive => (
            "Open it: the investigation is inactive",
            "Abrirla: la investigación está inactiva",
        ),
        StatusChangeKind::CloseNonpublic => (
            "Keep it closed: it was made in a nonpublic place",
            "Mantenerla cerrada: se hizo en un lugar no público",
        ),
        StatusChangeKind::Reclose => (
            "Close it again: the case ended without a conviction",
            "Cerrarla de nuevo: el caso terminó sin condena",
        ),
        StatusChangeKind::CloseConfidential => (
            "Close it: another law keeps it confidential",
            "Cerrarla: otra ley la mantiene confidencial",
        ),
        StatusChangeKind::Order => ("A court's order", "Una orden judicial"),
        StatusChangeKind::Redetermine => ("Determine it anew", "Determinarla de nuevo"),
    }
}

pub(super) const fn location(kind: LocationKind) -> Pair {
    match kind {
        LocationKind::Public => ("Public place", "Lugar público"),
        LocationKind::Nonpublic => (
            "Nonpublic place: home, school, medical facility or the like",
            "Lugar no público: vivienda, escuela, centro médico o similar",
        ),
        LocationKind::Unknown => ("Not judged yet", "Todavía sin evaluar"),
    }
}

pub(super) const fn keep(ground: KeepGround) -> Pair {
    match ground {
        KeepGround::Request => ("A request asks for it", "Una solicitud la pide"),
        KeepGround::Complaint => ("A complaint is open", "Hay una queja abierta"),
        KeepGround::Case => ("A criminal case is open", "Hay un caso penal abierto"),
        KeepGround::Lawsuit => ("A lawsuit was served", "Se notificó una demanda"),
        KeepGround::Order => ("A court ordered it preserved", "Un tribunal ordenó conservarla"),
        KeepGround::ClosedRecord => (
            "Closed records are not destroyed",
            "Los registros cerrados no se destruyen",
        ),
        KeepGround::Notice => ("A notice is running", "Hay un aviso en curso"),
        KeepGround::Claim => ("Somebody asked to preserve it", "Alguien pidió conservarla"),
    }
}

pub(super) const fn order(kind: OrderKind) -> Pair {
    match kind {
        OrderKind::Disclose => ("Disclose", "Entregar"),
        OrderKind::Close => ("Close", "Cerrar"),
        OrderKind::Enjoin => ("Forbid display", "Prohibir mostrarla"),
        OrderKind::Redact => ("Hide parts", "Ocultar partes"),
        OrderKind::Preserve => ("Preserve", "Conservar"),
    }
}

pub(super) const fn term(kind: TermKind) -> Pair {
    match kind {
        TermKind::Time => ("Time", "Tiempo"),
        TermKind::Place => ("Place", "Lugar"),
        TermKind::Method => ("Method", "Modo"),
        TermKind::Scope => ("Scope", "Alcance"),
        TermKind::PersonsPresent => ("Persons present", "Personas presentes"),
        TermKind::Redactions => ("Redactions", "Supresiones"),
        TermKind::Confidentiality => ("Confidentiality", "Confidencialidad"),
    }
}

pub(super) const fn redaction(kind: RedactionKind) -> Pair {
    match kind {
        RedactionKind::Blur => ("Blur", "Difuminar"),
        RedactionKind::Mute => ("Mute", "Silenciar"),
        RedactionKind::Cut => ("Cut", "Cortar"),
    }
}

pub(super) const fn notice(kind: NoticeKind) -> Pair {
    match kind {
        NoticeKind::AgencyPolicy => ("The agency’s notice", "Aviso de la agencia"),
        NoticeKind::Statute8 => (
            "The recipient’s notice (RSMo 610.100.8)",
            "Aviso del destinatario (RSMo 610.100.8)",
        ),
        NoticeKind::NextOfKin => (
            "Notice to next of kin (RSMo 610.205)",
            "Aviso a los familiares (RSMo 610.205)",
        ),
    }
}

pub(super) const fn state(state: NoticeStateKind) -> Pair {
    match state {
        NoticeStateKind::Identified => ("To be sent", "Por enviar"),
        NoticeStateKind::Exempt => ("Exempt: police", "Exento: policía"),
        NoticeStateKind::RedactedOut => ("Redacted out", "Oculta en la copia"),
        NoticeStateKind::Consented => ("Consented", "Consintió"),
        NoticeStateKind::Unlocated => ("Cannot be found", "No se encuentra"),
        NoticeStateKind::Sent => ("Sent, receipt not proven", "Enviado, sin prueba de recepción"),
        NoticeStateKind::WindowOpen => ("Received; days running", "Recibido; corren los días"),
        NoticeStateKind::Objected => ("Objected", "Con objeción"),
        NoticeStateKind::ActionPending => ("Court action pending", "Acción judicial pendiente"),
        NoticeStateKind::EnjoinedAll => ("Display forbidden by a court", "Un tribunal prohibió mostrarla"),
        NoticeStateKind::EnjoinedPart => (
            "Display of parts forbidden by a court",
            "Un tribunal prohibió mostrar partes",
        ),
        NoticeStateKind::Clear => ("Clear", "Libre"),
    }
}

pub(super) const fn receiver(receiver: Receiver) -> Pair {
    match receiver {
        Receiver::Person => ("The person", "La persona"),
        Receiver::ParentOrGuardian => ("Parent or guardian", "Padre, madre o tutor"),
        Receiver::NextOfKin => ("Next of kin", "Familiar más cercano"),
        Receiver::Attorney => ("Attorney", "Abogado"),
        Receiver::SecretaryOfState => (
            "Secretary of State, for a protected address",
            "Secretaría de Estado, por dirección protegida",
        ),
    }
}

pub(super) const fn channel(channel: Channel) -> Pair {
    match channel {
        Channel::Personal => ("Handed over", "Entrega en mano"),
        Channel::Mail => ("Letter", "Carta"),
        Channel::CertifiedMail => ("Certified mail", "Correo certificado"),
        Channel::EmailAgreed => ("E-mail, as agreed", "Correo electrónico, según lo acordado"),
        Channel::Publication => ("Publication ordered by a court", "Publicación ordenada por un tribunal"),
    }
}

pub(super) const fn proof(proof: ProofKind) -> Pair {
    match proof {
        ProofKind::Personal => ("Handed over", "Entregado en mano"),
        ProofKind::CertifiedMail => ("Signed card of certified mail", "Acuse firmado de correo certificado"),
        ProofKind::EmailAgreed => (
            "Record of receipt by e-mail",
            "Constancia de recepción por correo electrónico",
        ),
        ProofKind::Reply => ("The person replied", "La persona respondió"),
        ProofKind::CodeEntered => ("The letter’s code was entered", "Se escribió el código de la carta"),
        ProofKind::AttorneyAccepted => ("Accepted by the attorney", "Lo aceptó el abogado"),
        ProofKind::SecretaryOfState => (
            "Accepted by the Secretary of State",
            "Lo aceptó la Secretaría de Estado",
        ),
        ProofKind::Publication => ("The publication has run", "La publicación se hizo"),
    }
}

pub(super) const fn ground(ground: Ground) -> Pair {
    match ground {
        Ground::Privacy => (
            "It shows something private that is nobody else’s concern",
            "Muestra algo privado que no es asunto de nadie más",
        ),
        Ground::Shame => ("It would shame or humiliate me", "Me avergonzaría o humillaría"),
        Ground::Safety => ("It would put somebody in danger", "Pondría a alguien en peligro"),
        Ground::Minor => ("It shows a child", "Muestra a un menor de edad"),
        Ground::Medical => (
            "It shows medical care or a medical condition",
            "Muestra atención o un estado médico",
        ),
        Ground::Victim => ("It shows the victim of a crime", "Muestra a la víctima de un delito"),
        Ground::Other => ("Another reason", "Otro motivo"),
    }
}

pub(super) const fn answer(answer: AnswerKind) -> Pair {
    match answer {
        AnswerKind::Accepted => ("Accepted: it will be done as asked", "Aceptada: se hará lo pedido"),
        AnswerKind::SettledByRedaction => ("Settled by redaction", "Resuelta con supresiones"),
        AnswerKind::Overruled => ("Overruled, with reasons", "Rechazada, con razones"),
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
        Attempt::Sent { channel, to, .. } => format!(
            "Sent. {}, to: {}",
            EN.channel(*channel),
            EN.receiver(*to).to_lowercase()
        ),
        Attempt::Returned { .. } => "Came back".to_owned(),
        Attempt::Received { proof, .. } => format!("Received. {}", EN.proof(*proof)),
    }
}

pub(super) fn attempt_spanish(attempt: &Attempt) -> String {
    const ES: Lang = Lang::Es;
    match attempt {
        Attempt::Searched { how, .. } => format!("Se buscó una dirección: {how}"),
        Attempt::Sent { channel, to, .. } => format!(
            "Enviado. {}, a: {}",
            ES.channel(*channel),
            ES.receiver(*to).to_lowercase()
        ),
        Attempt::Returned { .. } => "Fue devuelto".to_owned(),
        Attempt::Received { proof, .. } => format!("Recibido. {}", ES.proof(*proof)),
    }
}
