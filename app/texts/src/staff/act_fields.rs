//! The fields of an act: what each asks for, and what the law says in its own words.

use law::{Bilingual, both, recording::InactiveGround, request::ActKind};
use office::forms::ActField as F;

/// The statute's own words with their section. Quotes stay in English: that is the law's language.
pub(super) const fn quote(kind: ActKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ActKind::ExplainDelay => (
            "a detailed explanation of the cause … and the place and earliest time and date",
            "RSMo 610.023.3",
        ),
        ActKind::Acknowledge => ("end of the third business day following", "RSMo 610.023.3"),
        ActKind::AskFee => (
            "only the cost of copies, staff time, which shall not exceed the average hourly rate of pay for staff … required for making copies and programming",
            "RSMo 610.026.1(2)",
        ),
        ActKind::RecordPetition => ("shall not transfer custody, alter, destroy", "RSMo 610.027.1"),
        ActKind::Reclose => (
            "official records pertaining to the case shall thereafter be closed",
            "RSMo 610.105.1",
        ),
        _ => return None,
    })
}

/// The three grounds in the statute's words (RSMo 610.100.1(3)).
pub(super) const fn ground_quote(ground: InactiveGround) -> &'static str {
    match ground {
        InactiveGround::NotPursued => {
            "(a) \u{201c}decision by the law enforcement agency not to pursue the case\u{201d}"
        }
        InactiveGround::TimeExpired => {
            "(b) expiry of the time to file charges, \u{201c}or ten years after the commission of the offense; whichever date earliest occurs\u{201d}"
        }
        InactiveGround::ConvictionsFinal => "(c) \u{201c}finality of the convictions of all persons convicted\u{201d}",
    }
}

/// What a field asks for; the words to the requester are called by what they are for.
pub(super) const fn label(field: F, kind: ActKind) -> Bilingual {
    match (field, kind) {
        (F::Text, ActKind::AskClarification) => both("Your question", "Su pregunta"),
        (F::Text, ActKind::ExplainDelay) => both("What causes the delay", "Qué causa la demora"),
        (F::Text, ActKind::FindNoRecord) => both("How you searched", "Cómo se buscó"),
        (F::Text, ActKind::DenyInPart) => both("Anything else (optional)", "Algo más (opcional)"),
        (F::Text, ActKind::Deny) => both("The reason in one plain sentence", "El motivo en una frase clara"),
        (F::Text, ActKind::GiveGrounds) => both("The reasons", "Los motivos"),
        (F::Text, ActKind::Reply) => both("Your message", "Su mensaje"),
        (F::Text, ActKind::RecordAnswer) => both("The answer, as it was given", "La respuesta, como se dio"),
        (F::Text, ActKind::TakeBack) => both("Why it was a mistake", "Por qué fue un error"),
        (F::Text, ActKind::RefundFee) => both("What was not used", "Qué no se usó"),
        (F::Text, _) => both(
            "Words to the person who filed (optional)",
            "Palabras para quien presentó la solicitud (opcional)",
        ),
        (F::Given, _) => both("What is given", "Qué se da"),
        (F::GivenWords, _) => both(
            "What the person is given, in plain words",
            "Qué recibe la persona, en palabras claras",
        ),
        (F::Rule, _) => both("Rule under which it was deleted", "Regla según la cual se borró"),
        (F::Agency, _) => both("Agency that holds it", "Agencia que la tiene"),
        (F::SearchedBy, _) => both("Who searched (optional)", "Quién buscó (opcional)"),
        (F::SearchedOn, _) => both("Day of the search (optional)", "Día de la búsqueda (opcional)"),
        (F::NextStep, _) => both("What the person can do next", "Qué puede hacer la persona después"),
        (F::Promised, _) => both(
            "The earliest day you can promise",
            "El día más próximo que puede prometer",
        ),
        (F::ConfirmedOn, _) => both(
            "Day the investigator confirmed it",
            "Día en que el investigador lo confirmó",
        ),
        (F::Ground, _) => both("Statutory ground", "Motivo legal"),
        (F::Since, ActKind::Reclose) => both("Closed again since", "Cerrado de nuevo desde"),
        (F::Since, _) => both("Inactive since", "Inactiva desde"),
        (F::Why, _) => both("Why there is no recording", "Por qué no hay grabación"),
        (F::DeletedOn, _) => both("Day it was deleted", "Día en que se borró"),
        (F::Provision, _) => both("Provision of law", "Disposición legal"),
        (F::Court, _) => both("Court", "Tribunal"),
        (F::CaseNumber, _) => both("Case number", "Número de caso"),
        (F::By, _) => both("Who asked the court", "Quién acudió al tribunal"),
        (F::FiledOn, _) => both("Day of filing", "Día de presentación"),
        (F::ServedOn, _) => both(
            "Day the custodian was served (if served)",
            "Día en que se notificó al custodio (si se notificó)",
        ),
        (F::Dated, _) => both("Date of the order", "Fecha de la orden"),
        (F::Ruling, _) => both("What the court ordered", "Qué ordenó el tribunal"),
        (F::FeeCopyNumber, _) => both("Number of copies", "Número de copias"),
        (F::FeeCopyEach, _) => both("Dollars for one copy", "Dólares por copia"),
        (F::FeeStaffCopyingHours, _) => both("Hours to copy", "Horas para copiar"),
        (F::FeeStaffCopyingRate, _) => both("Dollars for an hour of copying", "Dólares por hora de copia"),
        (F::FeeProgrammingHours, _) => both("Hours of programming", "Horas de programación"),
        (F::FeeProgrammingRate, _) => both("Dollars for an hour of programming", "Dólares por hora de programación"),
        (F::FeeMediumNumber, _) => both("Number of disks or drives", "Número de discos o memorias"),
        (F::FeeMediumEach, _) => both("Dollars for one disk or drive", "Dólares por disco o memoria"),
        (F::FeeCopy, _) => both("Copies, in dollars", "Copias, en dólares"),
        (F::FeeStaffCopying, _) => both(
            "Staff time for copying, in dollars",
            "Tiempo del personal para copiar, en dólares",
        ),
        (F::FeeProgramming, _) => both("Programming, in dollars", "Programación, en dólares"),
        (F::FeeMedium, _) => both("Disk or drive, in dollars", "Disco o memoria, en dólares"),
        (F::FeeRateBasis, _) => both(
            "How the hourly rate was worked out",
            "Cómo se calculó la tarifa por hora",
        ),
        (F::Deposit, _) => both("Deposit, in dollars (optional)", "Depósito, en dólares (opcional)"),
        (F::Amount, ActKind::RefundFee) => both("Given back, in dollars", "Devuelto, en dólares"),
        (F::Amount, _) => both("Paid, in dollars", "Pagado, en dólares"),
        (F::Receipt, _) => both("Number of the receipt (optional)", "Número del recibo (opcional)"),
        (F::RefundedOn, _) => both("Day it was given back", "Día en que se devolvió"),
        (F::Waived, _) => both("What happened to the fee", "Qué pasó con el costo"),
        (F::Mistake, _) => both("Why another day was entered", "Por qué se anotó otro día"),
        (F::ReceivedOn, ActKind::CorrectReceipt) => both(
            "The true day on which it reached the office",
            "El día verdadero en que llegó a la oficina",
        ),
        (F::ReceivedOn, ActKind::SettleFee) => both("Day of the payment", "Día del pago"),
        (F::ReceivedOn, _) => both("Day it came", "Día en que llegó"),
        (F::Channel, _) => both("How it came", "Cómo llegó"),
        (F::PetitionEnd, _) => both("How the court was done with it", "Cómo terminó ante el tribunal"),
        (F::EndedOn, _) => both("Day it ended", "Día en que terminó"),
        (F::Scope, _) => both("Recordings that the order names", "Grabaciones que nombra la orden"),
    }
}

/// How to fill a field, where its label does not say it all.
pub(super) const fn hint(field: F, kind: ActKind) -> Option<Bilingual> {
    Some(match (field, kind) {
        (F::Text, ActKind::AskClarification) => both(
            "Ask for what you need to search, and nothing more. The letter adds the last day to answer.",
            "Pida lo que necesita para buscar, y nada más. La carta añade el último día para responder.",
        ),
        (F::Text, ActKind::ExplainDelay) => both(
            "Say in detail what takes the time. \u{201c}We are busy\u{201d} is no detailed explanation.",
            "Diga en detalle qué requiere el tiempo. \u{201c}Hay mucho trabajo\u{201d} no es una explicación detallada.",
        ),
        (F::Text, ActKind::FindNoRecord) => both(
            "Which systems, which days and units. The person can then tell you what was missed.",
            "Qué sistemas, qué días y qué unidades. Así la persona puede decirle qué faltó.",
        ),
        (F::Text, ActKind::Deny) => both(
            "As you would say it across the counter. For example: another law keeps videos of children closed.",
            "Como lo diría en el mostrador. Por ejemplo: otra ley mantiene cerrados los videos de menores.",
        ),
        (F::Given, _) => both(
            "This stands in the public docket. Recordings leave the office only through the release gate.",
            "Esto consta en el expediente público. Las grabaciones solo salen de la oficina por el control de entrega.",
        ),
        (F::Agency, _) => both(
            "Only if another agency holds it: its name, so that the person can ask there.",
            "Solo si la tiene otra agencia: su nombre, para que la persona pueda pedirla allí.",
        ),
        (F::SearchedBy, _) => both(
            "Name or office, as the certificate shall say it. Empty: the records custodian.",
            "Nombre u oficina, como debe decirlo el certificado. Vacío: el custodio de registros.",
        ),
        (F::SearchedOn, _) => both("Empty: today.", "Vacío: hoy."),
        (F::GivenWords, _) => both(
            "For example: the whole stop on Main Street, from two cameras, as soon as the faces of bystanders are covered.",
            "Por ejemplo: toda la parada en Main Street, de dos cámaras, en cuanto se cubran los rostros de transeúntes.",
        ),
        (F::NextStep, _) => both(
            "For example: ask for the reasons in writing, ask a court, or file again with other dates.",
            "Por ejemplo: pedir los motivos por escrito, acudir a un tribunal o presentar otra solicitud con otras fechas.",
        ),
        (F::Promised, _) => both(
            "This day is shown to the public, and a broken promise is counted.",
            "Este día se muestra al público, y una promesa incumplida se cuenta.",
        ),
        (F::Provision, _) => both(
            "One exact section of the list, for example RSMo 610.021(14). Exceptions are read strictly (RSMo 610.011).",
            "Una sección exacta de la lista, por ejemplo RSMo 610.021(14). Las excepciones se leen de forma estricta (RSMo 610.011).",
        ),
        (F::CaseNumber, _) => both(
            "As the court writes it, for example 2616-CV01234.",
            "Como lo escribe el tribunal, por ejemplo 2616-CV01234.",
        ),
        (F::ServedOn, _) => both(
            "From this day nothing may be changed, moved or deleted (RSMo 610.027.1).",
            "Desde este día nada se puede cambiar, trasladar ni borrar (RSMo 610.027.1).",
        ),
        (F::Text, ActKind::RecordAnswer | ActKind::TakeBack) => both(
            "The person who filed reads this too, so that they can object if it is not so.",
            "Quien presentó la solicitud también lo lee, para poder decir si no es así.",
        ),
        (F::Mistake, _) => both(
            "Everybody can read this reason in the time line of the request.",
            "Cualquiera puede leer este motivo en la cronología de la solicitud.",
        ),
        (F::ReceivedOn, _) => both(
            "The true day, not the day you type this.",
            "El día verdadero, no el día en que lo escribe.",
        ),
        (F::Scope, _) => both(
            "One a line, with moments if the order names some: BW-00001 0:00-1:30. Empty: all that are linked to this \
                request.",
            "Una por línea, con momentos si la orden los nombra: BW-00001 0:00-1:30. Vacío: todas las vinculadas a esta \
                solicitud.",
        ),
        (F::DeletedOn, _) => both("Only if it was deleted.", "Solo si se borró."),
        (F::ConfirmedOn, _) => both(
            "Not the day you type this: the day somebody on the case told you.",
            "No el día en que escribe esto: el día en que alguien del caso se lo dijo.",
        ),
        (F::Ground, _) => both(
            "A prosecutor's decision not to charge is not on this list (RSMo 610.100.1(3)).",
            "La decisión de la fiscalía de no acusar no está en esta lista (RSMo 610.100.1(3)).",
        ),
        (F::FeeCopy | F::FeeStaffCopying | F::FeeProgramming | F::FeeMedium, _) => {
            both("Leave it empty: it is worked out.", "Déjelo vacío: se calcula.")
        }
        _ => return fee_hint(field, kind),
    })
}

const fn fee_hint(field: F, kind: ActKind) -> Option<Bilingual> {
    Some(match (field, kind) {
        (F::FeeRateBasis, _) => both(
            "At most the average hourly pay of the staff who do this. Whoever filed reads it. Needed where hours are entered.",
            "A lo sumo el pago medio por hora del personal que lo hace. Quien presentó la solicitud lo lee. Necesario si hay horas.",
        ),
        (F::Deposit, _) => both(
            "What must be paid before the work goes on; the rest before the copy is given. Empty: all of it first.",
            "Lo que se paga antes de seguir el trabajo; el resto, antes de entregar la copia. Vacío: todo primero.",
        ),
        (F::Amount, ActKind::SettleFee) => both(
            "Empty: all that is due now. The portal records it and moves no money.",
            "Vacío: todo lo que se debe ahora. El portal lo anota y no mueve dinero.",
        ),
        (F::Text, ActKind::SettleFee) => both(
            "If you waive the fee, say why. Whoever filed reads it.",
            "Si perdona el costo, diga por qué. Quien presentó la solicitud lo lee.",
        ),
        _ => return None,
    })
}
