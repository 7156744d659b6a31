//! What the subject of a letter says happened: fixed words.

use law::{Bilingual, both, event::Event};

/// The event in a few words, English and Spanish.
pub(super) const fn of(event: &Event) -> Bilingual {
    match event {
        Event::Filed { .. } => both("received", "recibida"),
        Event::HoldPlaced { .. } | Event::HoldEnds { .. } => {
            both("keeping the footage", "conservación de la grabación")
        }
        Event::ClockStarted { .. } | Event::ClockEnded { .. } | Event::ClockResumed { .. } => {
            both("a date has changed", "cambió una fecha")
        }
        Event::Acknowledged => both("taken up", "en trabajo"),
        Event::ClarificationAsked { .. } => both("a question for you", "una pregunta para usted"),
        Event::PetitionEnded { .. } => both("the court is done with it", "el tribunal terminó"),
        Event::TakenBack { .. } | Event::ReceiptCorrected { .. } => {
            both("a mistake was corrected", "se corrigió un error")
        }
        Event::ClarificationAnswered | Event::AnswerRecorded { .. } => {
            both("your answer has arrived", "llegó su respuesta")
        }
        Event::DelayExplained { .. } => both("delayed, with a promised day", "demorada, con un día prometido"),
        Event::FeeAsked { .. } => both("a fee to pay", "un pago por hacer"),
        Event::FeeEstimated { .. } => both("what it may cost", "lo que puede costar"),
        Event::FeeAccepted => both("you accepted the cost", "usted aceptó el costo"),
        Event::FeeChallenged => both("you challenged the fee", "usted impugnó el costo"),
        Event::RequestNarrowed => both("you asked for less", "usted pidió menos"),
        Event::FeeRefunded { .. } => both("money given back", "dinero devuelto"),
        Event::FeeSettled { left_cents: 1.., .. } => both("a payment was recorded", "se anotó un pago"),
        Event::FeeSettled { .. } => both("the fee is settled", "el pago está resuelto"),
        Event::ClosedActive { .. } | Event::ActiveConfirmed { .. } => both(
            "waiting, the investigation is active",
            "en espera, la investigación está activa",
        ),
        Event::BecameInactive { .. } => both("the investigation is inactive", "la investigación está inactiva"),
        Event::Reclosed { .. } => both("closed again", "cerrada de nuevo"),
        Event::CourtAsked { .. } => both("a court was asked", "se acudió a un tribunal"),
        Event::OrderEntered { .. } => both("a court order has arrived", "llegó una orden judicial"),
        Event::OrderVerified { .. } => both("a court has decided", "un tribunal decidió"),
        Event::CourtEntered { .. } | Event::CourtMatter => both("a court matter", "un asunto judicial"),
        Event::NoRecord { .. } => both("no recording", "no hay grabación"),
        Event::Denied { .. } => both("denied", "denegada"),
        Event::DeniedInPart { .. } => both("denied in part", "denegada en parte"),
        Event::GroundsAsked => both("you asked for the reasons", "usted pidió los motivos"),
        Event::GroundsGiven => both("the reasons in writing", "los motivos por escrito"),
        Event::CustodianWrote => both("a message for you", "un mensaje para usted"),
        Event::RequesterWrote => both("your message has arrived", "llegó su mensaje"),
        Event::Withdrawn => both("withdrawn", "retirada"),
        Event::Lapsed => both("counts as withdrawn", "se considera retirada"),
        Event::LapseExtended { .. } => both("more days to answer or pay", "más días para responder o pagar"),
        Event::Reopened => both("open again", "abierta de nuevo"),
        Event::RedactionStarted => both("the copy is being prepared", "se prepara la copia"),
        Event::RedactionApproved => both("the copy is approved", "la copia está aprobada"),
        Event::GateOpened => both("nothing stands in the way", "ya nada lo impide"),
        Event::Released { partial: false } => both("your video is ready", "su video está listo"),
        Event::Released { partial: true } => both(
            "your video is ready, with parts withheld",
            "su video está listo, con partes ocultas",
        ),
        Event::CodeReissued => both("a new access code was given out", "se dio un código de acceso nuevo"),
        Event::RequesterErased => both("who filed was erased", "se borró quién la presentó"),
    }
}
