//! Clocks: their names, what each is, how they end.

use law::{
    Bilingual, both,
    clock::{ClockId, Ending},
};

pub(super) const fn clock(clock: ClockId) -> Bilingual {
    match clock {
        ClockId::C1 => both("Time to act on the request", "Plazo para actuar sobre la solicitud"),
        ClockId::C2 => both(
            "Time to give the reasons in writing",
            "Plazo para dar los motivos por escrito",
        ),
        ClockId::C3 => both(
            "Time to give the footage or ask a court",
            "Plazo para entregar la grabación o acudir a un tribunal",
        ),
        ClockId::C4 => both(
            "Time for a person shown to answer",
            "Plazo para que responda una persona que aparece",
        ),
        ClockId::C5 => both("Time for the next of kin", "Plazo para el familiar más cercano"),
        ClockId::C6 => both("Time to answer or pay", "Plazo para responder o pagar"),
        ClockId::C7 => both(
            "Time to sue to enforce the law",
            "Plazo para demandar el cumplimiento de la ley",
        ),
        ClockId::C8 => both("The day promised", "El día prometido"),
    }
}

pub(super) const fn duty(clock: ClockId) -> Bilingual {
    match clock {
        ClockId::C1 => both(
            "The records custodian must act on a request by the end of the third business day after it is received \
                (RSMo 610.023.3).",
            "El custodio de registros debe actuar sobre una solicitud antes del final del tercer día hábil después de \
                recibirla (RSMo 610.023.3).",
        ),
        ClockId::C2 => both(
            "When access is denied and you ask why, the reasons must be given in writing by the third business day \
                (RSMo 610.023.4).",
            "Si se niega el acceso y usted pregunta por qué, los motivos deben darse por escrito a más tardar el \
                tercer día hábil (RSMo 610.023.4).",
        ),
        ClockId::C3 => both(
            "When footage is asked for because of a civil claim, the agency has thirty days to give it or to ask a \
                court to close it (RSMo 610.100.4).",
            "Cuando se pide una grabación por una demanda civil, la agencia tiene treinta días para entregarla o \
                pedir a un tribunal que la cierre (RSMo 610.100.4).",
        ),
        ClockId::C4 => both(
            "A person seen or heard in footage from a place that is not public has at least ten days from getting the \
                notice to go to court (RSMo 610.100.8).",
            "Quien se ve o se oye en una grabación de un lugar que no es público tiene al menos diez días, desde que \
                recibe el aviso, para acudir a un tribunal (RSMo 610.100.8).",
        ),
        ClockId::C5 => both(
            "The next of kin must have two weeks' notice before certain footage of a person who died is released \
                (RSMo 610.205.3).",
            "El familiar más cercano debe recibir aviso dos semanas antes de que se entreguen ciertas grabaciones de \
                una persona fallecida (RSMo 610.205.3).",
        ),
        ClockId::C6 => both(
            "A request with an unanswered question or an unpaid fee counts as withdrawn after 90 days, or 150 days if \
                the fee is over $1,000 (RSMo 610.026.2(2)).",
            "Una solicitud con una pregunta sin responder o un pago sin hacer se considera retirada después de 90 \
                días, o de 150 si el pago pasa de $1,000 (RSMo 610.026.2(2)).",
        ),
        ClockId::C7 => both(
            "A lawsuit to enforce the open records law must be filed within one year from when the violation could be \
                known, and never later than two years after it (RSMo 610.027.5).",
            "Una demanda para hacer cumplir la ley de registros abiertos debe presentarse en el año siguiente a que \
                la violación se pudo conocer, y nunca más de dos años después de ella (RSMo 610.027.5).",
        ),
        ClockId::C8 => both(
            "When it takes longer, the records custodian must explain why and name the earliest day; this is the day \
                named (RSMo 610.023.3).",
            "Cuando tarda más, el custodio de registros debe explicar por qué y dar el día más próximo posible; este \
                es el día que dio (RSMo 610.023.3).",
        ),
    }
}

pub(super) const fn ending(ending: Ending) -> Bilingual {
    match ending {
        Ending::Met => both("Done", "Cumplido"),
        Ending::Stopped => both("No longer needed", "Ya no hace falta"),
        Ending::Lapsed => both("Ran out", "Vencido"),
    }
}
