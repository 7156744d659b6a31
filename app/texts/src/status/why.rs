//! What remains when a request has ended, and who asked.

use law::{
    Bilingual, both,
    recording::NoRecordReason,
    request::{Stage, Track},
};

/// Paragraphs.
type Paragraphs = Bilingual<&'static [&'static str]>;

/// What remains after some ends; `None` where nothing needs saying.
pub(super) const fn after(stage: Stage, no_record: Option<&NoRecordReason>) -> Option<Paragraphs> {
    match stage {
        Stage::NoRecord if is_deleted(no_record) => Some(both(
            &[
                "What was deleted does not come back. If another recording turns up, this request can be taken up again.",
            ],
            &["Lo que se borró no vuelve. Si aparece otra grabación, esta solicitud se puede retomar."],
        )),
        Stage::NoRecord if matches!(no_record, Some(NoRecordReason::OtherAgency)) => Some(both(
            &["Ask the agency that holds it. If a recording turns up here, this request can be taken up again."],
            &["Pídala a la agencia que la tiene. Si aquí aparece una grabación, esta solicitud se puede retomar."],
        )),
        Stage::Denied => Some(both(
            &[
                "The person who filed can ask for the reasons in writing. The records custodian must then give them by the end of the third business day (RSMo 610.023.4).",
                "The request can be taken up again if something new happens.",
            ],
            &[
                "Quien presentó la solicitud puede pedir los motivos por escrito. El custodio de registros debe darlos a más tardar al final del tercer día hábil (RSMo 610.023.4).",
                "La solicitud se puede retomar si hay algo nuevo.",
            ],
        )),
        Stage::Partial => Some(both(
            &[
                "The person who filed can ask in writing for the reasons why parts were withheld. The records custodian must then give them by the end of the third business day (RSMo 610.023.4).",
            ],
            &[
                "Quien presentó la solicitud puede pedir por escrito los motivos por los que se retuvieron partes. El custodio de registros debe darlos a más tardar al final del tercer día hábil (RSMo 610.023.4).",
            ],
        )),
        Stage::NoRecord => Some(both(
            &[
                "If you know where or when a camera was there, file a new request and say so. If a recording turns up, this request can be taken up again.",
            ],
            &[
                "Si usted sabe dónde o cuándo había una cámara, presente una solicitud nueva y dígalo. Si aparece una grabación, esta solicitud se puede retomar.",
            ],
        )),
        Stage::OrderDenied => Some(both(
            &[
                "A court refused to open the footage. An appeal goes to a higher court, and has short time limits. Ask a lawyer soon.",
            ],
            &[
                "Un tribunal se negó a abrir la grabación. La apelación va a un tribunal superior y tiene plazos cortos. Consulte pronto a un abogado.",
            ],
        )),
        Stage::Withdrawn => Some(both(
            &["Anyone can file a new request at any time. The footage stays held as shown below."],
            &[
                "Cualquier persona puede presentar otra solicitud en cualquier momento. La grabación sigue en reserva como se indica abajo.",
            ],
        )),
        _ => None,
    }
}

/// Whether there was a recording, and it is gone.
const fn is_deleted(why: Option<&NoRecordReason>) -> bool {
    matches!(
        why,
        Some(NoRecordReason::Deleted { .. } | NoRecordReason::DeletedInBreach { .. })
    )
}

pub(super) const fn footage_none(why: Option<&NoRecordReason>) -> Bilingual {
    match why {
        Some(NoRecordReason::Deleted { .. } | NoRecordReason::DeletedInBreach { .. }) => {
            both("The recording was deleted.", "La grabación se borró.")
        }
        Some(NoRecordReason::OtherAgency) => both("Another agency holds it.", "La tiene otra agencia."),
        _ => both("No recording was found.", "No se halló ninguna grabación."),
    }
}

/// What the hold of a request without a recording still does.
pub(super) const fn hold_no_record(why: Option<&NoRecordReason>) -> Bilingual {
    match why {
        Some(NoRecordReason::Deleted { .. } | NoRecordReason::DeletedInBreach { .. }) => both(
            "No: the recording was deleted. If another turns up, the hold of this request covers it.",
            "No: la grabación se borró. Si aparece otra, la reserva de esta solicitud la cubre.",
        ),
        Some(NoRecordReason::OtherAgency) => both(
            "Another agency holds it, and this hold does not bind that agency. If a recording turns up here, the hold covers it.",
            "La tiene otra agencia, y esta reserva no obliga a esa agencia. Si aquí aparece una grabación, la reserva la cubre.",
        ),
        _ => both(
            "No recording was found. If one turns up, the hold of this request covers it.",
            "No se halló una grabación. Si aparece una, la reserva de esta solicitud la cubre.",
        ),
    }
}

pub(super) const fn track_short(track: Track) -> Bilingual {
    match track {
        Track::Public => both("Member of the public", "Público en general"),
        Track::Depicted => both("Person shown", "Persona que aparece"),
        Track::Civil => both("Civil claim", "Demanda civil"),
        Track::Court => both("Court order", "Orden judicial"),
        Track::NextOfKin => both("Next of kin", "Familiar"),
    }
}
