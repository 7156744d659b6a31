//! What the subject of a letter says happened: fixed words.

use law::event::Event;

/// The event in a few words, English and Spanish.
pub(super) const fn of(event: &Event) -> (&'static str, &'static str) {
    match event {
        Event::Filed { .. } => ("received", "recibida"),
        Event::HoldPlaced { .. } | Event::HoldEnds { .. } => ("keeping the footage", "conservación de la grabación"),
        Event::ClockStarted { .. } | Event::ClockEnded { .. } => ("a date has changed", "cambió una fecha"),
        Event::Acknowledged => ("taken up", "en trabajo"),
        Event::ClarificationAsked { .. } => ("a question for you", "una pregunta para usted"),
        Event::ClarificationAnswered => ("your answer has arrived", "llegó su respuesta"),
        Event::DelayExplained { .. } => ("delayed, with a promised day", "demorada, con un día prometido"),
        Event::FeeAsked { .. } => ("a fee to pay", "un pago por hacer"),
        Event::FeeSettled { .. } => ("the fee is settled", "el pago está resuelto"),
        Event::ClosedActive { .. } | Event::ActiveConfirmed { .. } => (
            "waiting, the investigation is active",
            "en espera, la investigación está activa",
        ),
        Event::BecameInactive { .. } => ("the investigation is inactive", "la investigación está inactiva"),
        Event::Reclosed { .. } => ("closed again", "cerrada de nuevo"),
        Event::CourtAsked { .. } => ("a court was asked", "se acudió a un tribunal"),
        Event::OrderEntered { .. } => ("a court order has arrived", "llegó una orden judicial"),
        Event::OrderVerified { .. } => ("a court has decided", "un tribunal decidió"),
        Event::NoRecord { .. } => ("no recording", "no hay grabación"),
        Event::Denied { .. } => ("denied", "denegada"),
        Event::GroundsAsked => ("you asked for the reasons", "usted pidió los motivos"),
        Event::GroundsGiven => ("the reasons in writing", "los motivos por escrito"),
        Event::CustodianWrote => ("a message for you", "un mensaje para usted"),
        Event::RequesterWrote => ("your message has arrived", "llegó su mensaje"),
        Event::Withdrawn => ("withdrawn", "retirada"),
        Event::Lapsed => ("counts as withdrawn", "se considera retirada"),
        Event::Reopened => ("open again", "abierta de nuevo"),
        Event::RedactionStarted | Event::RedactionApproved => ("the copy is being prepared", "se prepara la copia"),
        Event::GateOpened => ("nothing stands in the way", "ya nada lo impide"),
        Event::Released { partial: false } => ("released", "entregada"),
        Event::Released { partial: true } => ("released in part", "entregada en parte"),
    }
}
