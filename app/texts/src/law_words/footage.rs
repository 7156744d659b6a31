//! The footage itself: its status, why there is none, holds, courts, fees.

use law::{
    Bilingual, both,
    fee::FeeCategory,
    hold::HoldKind,
    recording::{InactiveGround, NoRecordReason, RecordingStatus},
    request::{ReceiptMistake, ReplyChannel},
    request_order::{PetitionEnd, Petitioner, Ruling},
};
use office::Lang;

use super::LawWords;
use crate::DateWords;

pub(super) fn english(status: &RecordingStatus) -> String {
    const EN: Lang = Lang::En;
    match status {
        RecordingStatus::Undetermined => "Nobody has determined yet whether the footage is open or closed.".to_owned(),
        RecordingStatus::ActiveClosed { confirmed_on } => format!(
            "The footage is closed while the investigation is active (RSMo 610.100.2(2)). This was last confirmed on \
                {}.",
            EN.day(*confirmed_on)
        ),
        RecordingStatus::InactiveOpen { ground, since } => format!(
            "The footage is open: the investigation has been inactive since {} (RSMo 610.100.1(3)). Ground: {}.",
            EN.day(*since),
            EN.ground(*ground)
        ),
        RecordingStatus::NonpublicClosable => {
            "The investigation is inactive, but the footage was made in a place that is not public. The agency may \
                keep it closed, and need not (RSMo 610.100.2(4))."
                .to_owned()
        }
        RecordingStatus::Reclosed { since } => format!(
            "The file was closed again as of {}, because the case ended without a conviction (RSMo 610.105.1). Only a \
                court order can open it.",
            EN.day(*since)
        ),
        RecordingStatus::CourtOrdered { .. } => {
            "A court ordered that the footage be released, on the terms of its order \
            (RSMo 610.100.5)."
                .to_owned()
        }
        RecordingStatus::ConfidentialOther => "Another law keeps the footage confidential (RSMo 211.321.3, \
            590.502.2(14), 610.205)."
            .to_owned(),
    }
}

pub(super) fn spanish(status: &RecordingStatus) -> String {
    const ES: Lang = Lang::Es;
    match status {
        RecordingStatus::Undetermined => {
            "Nadie ha determinado todavía si la grabación está abierta o cerrada.".to_owned()
        }
        RecordingStatus::ActiveClosed { confirmed_on } => format!(
            "La grabación está cerrada mientras la investigación siga activa (RSMo 610.100.2(2)). Se confirmó por \
                última vez el {}.",
            ES.day(*confirmed_on)
        ),
        RecordingStatus::InactiveOpen { ground, since } => format!(
            "La grabación está abierta: la investigación está inactiva desde el {} (RSMo 610.100.1(3)). Motivo: {}.",
            ES.day(*since),
            ES.ground(*ground)
        ),
        RecordingStatus::NonpublicClosable => "La investigación está inactiva, pero la grabación se hizo en un lugar \
            que no es público. La agencia puede mantenerla cerrada, sin estar obligada (RSMo 610.100.2(4))."
            .to_owned(),
        RecordingStatus::Reclosed { since } => format!(
            "El expediente se cerró de nuevo con fecha del {}, porque el caso terminó sin condena (RSMo 610.105.1). \
                Solo una orden judicial puede abrirlo.",
            ES.day(*since)
        ),
        RecordingStatus::CourtOrdered { .. } => "Un tribunal ordenó entregar la grabación en los términos de su orden \
            (RSMo 610.100.5)."
            .to_owned(),
        RecordingStatus::ConfidentialOther => "Otra ley mantiene confidencial la grabación (RSMo 211.321.3, \
            590.502.2(14), 610.205)."
            .to_owned(),
    }
}

pub(super) const fn ground(ground: InactiveGround) -> Bilingual {
    match ground {
        InactiveGround::NotPursued => both(
            "The agency decided not to pursue the case",
            "La agencia decidió no seguir con el caso",
        ),
        InactiveGround::TimeExpired => both(
            "The time to bring charges ran out, or ten years passed",
            "Se agotó el tiempo para acusar o pasaron diez años",
        ),
        InactiveGround::ConvictionsFinal => both(
            "All convictions in the case are final",
            "Todas las condenas del caso son firmes",
        ),
    }
}

pub(super) const fn ground_long(ground: InactiveGround) -> Bilingual {
    match ground {
        InactiveGround::NotPursued => both(
            "The law says: \u{201c}A decision by the law enforcement agency not to pursue the case\u{201d} \
                (RSMo 610.100.1(3)(a)). In plain words: the agency itself has decided to stop working on the case. \
                Whether a prosecutor's choice not to charge is enough, the law does not say.",
            "La ley dice, en inglés: «A decision by the law enforcement agency not to pursue the case» \
                (RSMo 610.100.1(3)(a)). Es decir: la propia agencia decidió dejar de trabajar en el caso. La ley no \
                dice si basta con que un fiscal decida no acusar.",
        ),
        InactiveGround::TimeExpired => both(
            "The law names the end of the time to file charges, \u{201c}or ten years after the commission of the \
                offense; whichever date earliest occurs\u{201d} (RSMo 610.100.1(3)(b)). In plain words: it is too \
                late to bring charges, or ten years have passed since the offense, whichever comes first.",
            "La ley nombra el fin del tiempo para presentar cargos, en inglés «or ten years after the commission of \
                the offense; whichever date earliest occurs» (RSMo 610.100.1(3)(b)). Es decir: ya es tarde para \
                acusar, o pasaron diez años desde el delito, lo que ocurra primero.",
        ),
        InactiveGround::ConvictionsFinal => both(
            "The law says: \u{201c}finality of the convictions of all persons convicted\u{201d} \
                (RSMo 610.100.1(3)(c)). In plain words: everybody who was found guilty has no appeal left.",
            "La ley dice, en inglés: «finality of the convictions of all persons convicted» (RSMo 610.100.1(3)(c)). \
                Es decir: a ninguna de las personas condenadas le queda una apelación.",
        ),
    }
}

pub(super) fn no_record_english(why: &NoRecordReason) -> String {
    match why {
        NoRecordReason::NotMade => "No camera recorded this event.".to_owned(),
        NoRecordReason::Deleted { on } => format!(
            "The recording was deleted on {} under a retention rule.",
            Lang::En.day(*on)
        ),
        NoRecordReason::DeletedInBreach { on } => format!(
            "The recording was deleted on {} although the law said that it had to be kept. This is a breach of the \
                agency's duty (RSMo 610.027, 109.255).",
            Lang::En.day(*on)
        ),
        NoRecordReason::OtherAgency => "Another agency holds the recording; it can be asked there.".to_owned(),
        NoRecordReason::NotFound => "A search with the facts given found nothing. More facts may help.".to_owned(),
    }
}

pub(super) fn no_record_spanish(why: &NoRecordReason) -> String {
    match why {
        NoRecordReason::NotMade => "Ninguna cámara grabó este hecho.".to_owned(),
        NoRecordReason::Deleted { on } => format!(
            "La grabación se borró el {} según una regla de conservación.",
            Lang::Es.day(*on)
        ),
        NoRecordReason::DeletedInBreach { on } => format!(
            "La grabación se borró el {} aunque la ley mandaba conservarla. La agencia faltó a su deber (RSMo 610.027, \
                109.255).",
            Lang::Es.day(*on)
        ),
        NoRecordReason::OtherAgency => "La grabación la tiene otra agencia; se puede pedir allí.".to_owned(),
        NoRecordReason::NotFound => {
            "Una búsqueda con los datos indicados no encontró nada. Más datos pueden ayudar.".to_owned()
        }
    }
}

pub(super) const fn hold(kind: HoldKind) -> Bilingual {
    match kind {
        HoldKind::Request => both("Kept for a request", "Se conserva por una solicitud"),
        HoldKind::Lawsuit => both("Kept for a lawsuit", "Se conserva por un juicio"),
    }
}

pub(super) const fn ruling(ruling: Ruling) -> Bilingual {
    match ruling {
        Ruling::Disclose => both("Release the footage", "Entregar la grabación"),
        Ruling::DiscloseInPart => both("Release in part or on terms", "Entregar en parte o con condiciones"),
        Ruling::Refuse => both("Do not release the footage", "No entregar la grabación"),
    }
}

pub(super) const fn petition_end(how: PetitionEnd) -> Bilingual {
    match how {
        PetitionEnd::Dismissed => both("The court dismissed it", "El tribunal la desestimó"),
        PetitionEnd::Withdrawn => both("Whoever filed it withdrew it", "Quien la presentó la retiró"),
    }
}

pub(super) const fn receipt_mistake(why: ReceiptMistake) -> Bilingual {
    match why {
        ReceiptMistake::Typing => both("The first day was typed wrongly.", "El primer día se escribió mal."),
        ReceiptMistake::OtherPaper => both(
            "The first day was that of another paper or call.",
            "El primer día era el de otro papel u otra llamada.",
        ),
        ReceiptMistake::Stamp => both(
            "The office's stamp, or its record of mail and calls, shows the true day.",
            "El sello de la oficina, o su registro de correo y llamadas, muestra el día verdadero.",
        ),
    }
}

pub(super) const fn reply_channel(channel: ReplyChannel) -> Bilingual {
    match channel {
        ReplyChannel::Telephone => both("by telephone", "por teléfono"),
        ReplyChannel::Counter => both("at the counter", "en el mostrador"),
        ReplyChannel::Letter => both("on paper", "en papel"),
        ReplyChannel::Email => both("by e-mail", "por correo electrónico"),
        ReplyChannel::Fax => both("by fax", "por fax"),
    }
}

pub(super) const fn petitioner(by: Petitioner) -> Bilingual {
    match by {
        Petitioner::Requester => both("the person who filed the request", "quien presentó la solicitud"),
        Petitioner::Agency => both("the agency", "la agencia"),
        Petitioner::Prosecutor => both("a prosecutor", "un fiscal"),
        Petitioner::Other => both("somebody else", "otra persona"),
    }
}

pub(super) const fn fee_category(category: FeeCategory) -> Bilingual {
    match category {
        FeeCategory::Copy => both("Copies", "Copias"),
        FeeCategory::StaffCopying => both("Staff time to copy", "Tiempo del personal para copiar"),
        FeeCategory::Programming => both("Programming", "Programación"),
        FeeCategory::Medium => both("Disk or drive", "Disco o memoria"),
        FeeCategory::Review => both("Review", "Revisión"),
        FeeCategory::Redaction => both("Redaction", "Ocultar partes"),
        FeeCategory::Attorney => both("Attorney", "Abogado"),
    }
}

/// An amount in dollars, as both languages write it in the United States: `$1,250.00`.
pub(super) fn dollars(cents: u64) -> String {
    let whole = (cents / 100).to_string();
    let groups: Vec<&str> = whole
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).unwrap_or(""))
        .collect();
    format!("${}.{:02}", groups.join(","), cents % 100)
}
