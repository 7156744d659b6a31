//! The sentence on top of a status: what is happening, who must act, by when.

use law::{
    Bilingual, Date, both,
    clock::ClockId,
    request_state::{AwaitedStep, Next},
};
use office::Lang;

use crate::DateWords;

pub(super) fn english(next: &Next) -> String {
    let mut said = vec![sentence(next.what).en.to_owned()];
    for (clock, day) in next.by.into_iter().chain(next.beside) {
        said.push(if next.today > day {
            overdue_english(clock, day)
        } else {
            due_english(clock, day)
        });
    }
    if says_no_clock(next) {
        said.push(no_clock_english(next));
    }
    said.join(" ")
}

pub(super) fn spanish(next: &Next) -> String {
    let mut said = vec![sentence(next.what).es.to_owned()];
    for (clock, day) in next.by.into_iter().chain(next.beside) {
        said.push(if next.today > day {
            overdue_spanish(clock, day)
        } else {
            due_spanish(clock, day)
        });
    }
    if says_no_clock(next) {
        said.push(no_clock_spanish(next));
    }
    said.join(" ")
}

/// Whether the sentence goes on that no clock gives a day.
fn says_no_clock(next: &Next) -> bool {
    !matches!(next.what, AwaitedStep::Nothing | AwaitedStep::CourtMatter) && next.nearest().is_none()
}

/// Where the law sets no day: the office's own, or since when it has stood so.
fn no_clock_english(next: &Next) -> String {
    let since = Lang::En.day(next.since);
    match next.office_day() {
        Some(day) if next.today > day => format!(
            "The law sets no fixed day for this step. The day that the records office set itself, {}, has passed.",
            Lang::En.day(day)
        ),
        Some(day) if next.what == AwaitedStep::InvestigationEnd => format!(
            "The law sets no fixed day for this step. The records office asks again by {} whether it is still active; \
                that day is its own, not the law's.",
            Lang::En.day(day)
        ),
        Some(day) => format!(
            "The law sets no fixed day for this step. The records office has set itself {}; that day is its own, not \
                the law's.",
            Lang::En.day(day)
        ),
        None => format!("The law sets no fixed day for this step. It has stood so since {since}."),
    }
}

fn no_clock_spanish(next: &Next) -> String {
    let since = Lang::Es.day(next.since);
    match next.office_day() {
        Some(day) if next.today > day => format!(
            "La ley no fija un día para este paso. El día que la oficina de registros se fijó, el {}, ya pasó.",
            Lang::Es.day(day)
        ),
        Some(day) if next.what == AwaitedStep::InvestigationEnd => format!(
            "La ley no fija un día para este paso. La oficina de registros preguntará de nuevo a más tardar el {} si \
                sigue activa; ese día es suyo, no de la ley.",
            Lang::Es.day(day)
        ),
        Some(day) => format!(
            "La ley no fija un día para este paso. La oficina de registros se ha fijado el {}; ese día es suyo, no de \
                la ley.",
            Lang::Es.day(day)
        ),
        None => format!("La ley no fija un día para este paso. Está así desde el {since}."),
    }
}

const fn sentence(what: AwaitedStep) -> Bilingual {
    match what {
        AwaitedStep::Acknowledgement => both(
            "The request has arrived. The records custodian must now act on it.",
            "La solicitud llegó. Ahora el custodio de registros debe actuar.",
        ),
        AwaitedStep::Answer => both(
            "The request was taken up. The records custodian must answer it, or explain the delay and name the earliest \
                time and date.",
            "Se tomó la solicitud. El custodio de registros debe responderla, o explicar la demora y dar la hora y la \
                fecha más próximas.",
        ),
        AwaitedStep::Decision => both(
            "The request is under review. The records custodian must decide.",
            "La solicitud está en revisión. El custodio de registros debe decidir.",
        ),
        AwaitedStep::Clarification => both(
            "The records custodian asked a question. The person who filed the request must answer it.",
            "El custodio de registros hizo una pregunta. Quien presentó la solicitud debe responderla.",
        ),
        AwaitedStep::Payment => both(
            "The records custodian asked for a fee. The person who filed the request must pay it, or ask about it.",
            "El custodio de registros pidió un pago. Quien presentó la solicitud debe pagar, o preguntar por el pago.",
        ),
        AwaitedStep::PromisedAct => both(
            "The records custodian explained a delay and promised a day.",
            "El custodio de registros explicó una demora y prometió un día.",
        ),
        AwaitedStep::InvestigationEnd => both(
            "The footage is closed by law while the investigation is active (RSMo 610.100.2(2)). The investigators \
                must end it before the records custodian can go on.",
            "La ley mantiene cerrada la grabación mientras la investigación está activa (RSMo 610.100.2(2)). Los \
                investigadores deben terminarla para que el custodio de registros pueda seguir.",
        ),
        AwaitedStep::WrittenGrounds => both(
            "The reasons were asked for in writing. The records custodian must give them.",
            "Se pidieron los motivos por escrito. El custodio de registros debe darlos.",
        ),
        AwaitedStep::Court => both(
            "A court has been asked about this footage. The court must decide (RSMo 610.100.5).",
            "Se acudió a un tribunal por esta grabación. El tribunal debe decidir (RSMo 610.100.5).",
        ),
        AwaitedStep::CourtMatter => both(
            "A court has or had a matter about this footage, and sealed it: this page can say no more of it.",
            "Un tribunal tiene o tuvo un asunto sobre esta grabación, y lo selló: esta página no puede decir más.",
        ),
        AwaitedStep::OrderVerification => both(
            "A court order was entered. A second person in the records office must verify it before it takes effect.",
            "Se registró una orden judicial. Una segunda persona de la oficina de registros debe verificarla para que \
                tenga efecto.",
        ),
        AwaitedStep::Redaction => both(
            "The records custodian must finish a copy without the parts that the law protects (RSMo 610.100.3).",
            "El custodio de registros debe terminar una copia sin las partes que la ley protege (RSMo 610.100.3).",
        ),
        AwaitedStep::PeopleShown => both(
            "The people seen or heard in the footage are being told, and have days to answer.",
            "Se avisa a las personas que se ven o se oyen en la grabación, y tienen días para responder.",
        ),
        AwaitedStep::Delivery => both(
            "The copy is ready. The records custodian must deliver it.",
            "La copia está lista. El custodio de registros debe entregarla.",
        ),
        AwaitedStep::Nothing => both(
            "The request has ended. Nobody has to act now.",
            "La solicitud terminó. Por ahora nadie tiene que actuar.",
        ),
    }
}

/// The label over the day. A promised act whose nearest day is the law's own is named by that day.
pub(super) fn short(next: &Next) -> Bilingual {
    match (next.what, next.by) {
        (AwaitedStep::PromisedAct, Some((ClockId::C8, _)) | None) => {
            both("Custodian promised a day", "El custodio prometió un día")
        }
        (what, _) => awaited(what),
    }
}

const fn awaited(what: AwaitedStep) -> Bilingual {
    match what {
        AwaitedStep::Acknowledgement | AwaitedStep::PromisedAct => {
            both("Custodian must act", "El custodio debe actuar")
        }
        AwaitedStep::Answer => both("Custodian must answer", "El custodio debe responder"),
        AwaitedStep::Decision => both("Custodian must decide", "El custodio debe decidir"),
        AwaitedStep::Clarification => both("A question must be answered", "Hay una pregunta por responder"),
        AwaitedStep::Payment => both("A fee must be paid", "Falta un pago"),
        AwaitedStep::InvestigationEnd => both("Investigation must end", "La investigación debe terminar"),
        AwaitedStep::WrittenGrounds => both("Custodian must give reasons", "El custodio debe dar los motivos"),
        AwaitedStep::Court => both("Court must decide", "El tribunal debe decidir"),
        AwaitedStep::CourtMatter => both("A court matter", "Un asunto ante un tribunal"),
        AwaitedStep::OrderVerification => both(
            "Second person must verify the order",
            "Una segunda persona debe verificar la orden",
        ),
        AwaitedStep::Redaction => both("Custodian must finish the copy", "El custodio debe terminar la copia"),
        AwaitedStep::PeopleShown => both("People shown may answer", "Pueden responder quienes aparecen"),
        AwaitedStep::Delivery => both("Custodian must deliver", "El custodio debe entregar"),
        AwaitedStep::Nothing => both("Ended", "Terminada"),
    }
}

fn due_english(clock: ClockId, day: Date) -> String {
    let day = Lang::En.day(day);
    match clock {
        ClockId::C1 => format!("The law gives the records custodian until the end of {day} (RSMo 610.023.3)."),
        ClockId::C2 => format!("The law gives until the end of {day} (RSMo 610.023.4)."),
        ClockId::C3 => format!("The footage must be given, or a court asked to close it, by {day} (RSMo 610.100.4)."),
        ClockId::C4 => format!("Their last day is {day} (RSMo 610.100.8)."),
        ClockId::C5 => format!("The two weeks of the next of kin end on {day} (RSMo 610.205.3)."),
        ClockId::C6 => {
            format!("The last day is {day}. After that the request counts as withdrawn (RSMo 610.026.2(2)).")
        }
        ClockId::C7 => format!("A lawsuit to enforce the law can be filed until {day} (RSMo 610.027.5)."),
        ClockId::C8 => format!("The promised day is {day} (RSMo 610.023.3)."),
    }
}

fn due_spanish(clock: ClockId, day: Date) -> String {
    let day = Lang::Es.day(day);
    match clock {
        ClockId::C1 => format!("La ley da al custodio de registros hasta el final del {day} (RSMo 610.023.3)."),
        ClockId::C2 => format!("La ley da hasta el final del {day} (RSMo 610.023.4)."),
        ClockId::C3 => format!(
            "La grabación debe entregarse, o pedirse a un tribunal que la cierre, a más tardar el {day} \
                (RSMo 610.100.4)."
        ),
        ClockId::C4 => format!("Su último día es el {day} (RSMo 610.100.8)."),
        ClockId::C5 => format!("Las dos semanas del familiar más cercano terminan el {day} (RSMo 610.205.3)."),
        ClockId::C6 => {
            format!("El último día es el {day}. Después, la solicitud se considera retirada (RSMo 610.026.2(2)).")
        }
        ClockId::C7 => {
            format!("Se puede presentar una demanda para hacer cumplir la ley hasta el {day} (RSMo 610.027.5).")
        }
        ClockId::C8 => format!("El día prometido es el {day} (RSMo 610.023.3)."),
    }
}

fn overdue_english(clock: ClockId, day: Date) -> String {
    let day = Lang::En.day(day);
    let remedy = "The request stays open, and a circuit court can be asked to enforce the law (RSMo 610.027).";
    match clock {
        ClockId::C1 => format!(
            "This is overdue: the law gave the records custodian until the end of {day} (RSMo 610.023.3). {remedy}"
        ),
        ClockId::C2 => format!("This is overdue: the law gave until the end of {day} (RSMo 610.023.4). {remedy}"),
        ClockId::C3 => format!(
            "This is overdue: the footage had to be given, or a court asked to close it, by {day} (RSMo 610.100.4). \
                {remedy}"
        ),
        ClockId::C4 => format!("Their last day was {day} (RSMo 610.100.8)."),
        ClockId::C5 => format!("The two weeks of the next of kin ended on {day} (RSMo 610.205.3)."),
        ClockId::C6 => format!(
            "The last day was {day}. Unless a lawsuit is pending, the request now counts as withdrawn \
                (RSMo 610.026.2(2))."
        ),
        ClockId::C7 => format!("The time to file a lawsuit to enforce the law ended on {day} (RSMo 610.027.5)."),
        ClockId::C8 => format!(
            "This is overdue: the promised day was {day}, and the promise was not kept (RSMo 610.023.3). {remedy}"
        ),
    }
}

fn overdue_spanish(clock: ClockId, day: Date) -> String {
    let day = Lang::Es.day(day);
    let remedy = "La solicitud sigue abierta, y se puede pedir a un tribunal de circuito que haga cumplir la ley \
        (RSMo 610.027).";
    match clock {
        ClockId::C1 => format!(
            "Hay retraso: la ley daba al custodio de registros hasta el final del {day} (RSMo 610.023.3). {remedy}"
        ),
        ClockId::C2 => format!("Hay retraso: la ley daba hasta el final del {day} (RSMo 610.023.4). {remedy}"),
        ClockId::C3 => format!(
            "Hay retraso: la grabación debía entregarse, o pedirse a un tribunal que la cerrara, a más tardar el \
                {day} (RSMo 610.100.4). {remedy}"
        ),
        ClockId::C4 => format!("Su último día fue el {day} (RSMo 610.100.8)."),
        ClockId::C5 => format!("Las dos semanas del familiar más cercano terminaron el {day} (RSMo 610.205.3)."),
        ClockId::C6 => format!(
            "El último día fue el {day}. Si no hay un juicio pendiente, la solicitud se considera retirada \
                (RSMo 610.026.2(2))."
        ),
        ClockId::C7 => format!("El tiempo para presentar una demanda terminó el {day} (RSMo 610.027.5)."),
        ClockId::C8 => {
            format!("Hay retraso: el día prometido era el {day} y la promesa no se cumplió (RSMo 610.023.3). {remedy}")
        }
    }
}
