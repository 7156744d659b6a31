//! Events: a sentence of the time line, in the past tense.

use law::{clock::Ending, denial::Withheld, event::Event, hold::HoldKind, request_order::CourtCase};
use office::Lang;

use super::{LawWords, fees, footage};
use crate::{CourtWords as _, DateWords};

#[expect(clippy::too_many_lines, reason = "one table, an entry for each event")]
pub(super) fn english(event: &Event) -> String {
    const EN: Lang = Lang::En;
    match event {
        Event::Filed { track, received: None } => {
            format!("The request was filed and received. Asked as: {}.", EN.track(*track))
        }
        Event::Filed {
            track,
            received: Some(came),
        } => format!(
            "The request came {} on {}, and the office entered it. Asked as: {}.",
            EN.reply_channel(came.channel),
            EN.day(came.on),
            EN.track(*track)
        ),
        Event::HoldPlaced {
            kind: HoldKind::Request,
        } => {
            "The footage asked for was put on hold, so that it may not be deleted while the request is open.".to_owned()
        }
        Event::HoldPlaced {
            kind: HoldKind::Lawsuit,
        } => "The footage was put on hold because of a lawsuit. Until the court says so, it may not be changed, moved \
            or deleted (RSMo 610.027.1)."
            .to_owned(),
        Event::HoldEnds { kind, last_day } => format!(
            "The hold got its last day. Footage held {} is kept through {}.",
            hold_cause_english(*kind),
            EN.day(*last_day)
        ),
        Event::ClockStarted { clock } => {
            let outer = clock
                .outer
                .map(|day| format!(" Another reading of the law gives {}.", EN.day(day)));
            format!(
                "A clock started: {}. Its day is {}.{}",
                EN.clock(clock.id),
                EN.day(clock.due),
                outer.unwrap_or_default()
            )
        }
        Event::ClockEnded { clock, due, how } => {
            let how = match how {
                Ending::Met => "what was due was done",
                Ending::Stopped => "it was no longer needed",
                Ending::Lapsed => "its time ran out",
            };
            format!(
                "A clock ended, because {how}: {}. Its day was {}.",
                EN.clock(*clock),
                EN.day(*due)
            )
        }
        Event::ClockResumed { clock, .. } => format!(
            "A clock runs again, because what had ended it was taken back: {}. Its day is {}, as before.",
            EN.clock(clock.id),
            EN.day(clock.due)
        ),
        Event::AnswerRecorded { received } => format!(
            "The answer to the question came {} on {}.",
            EN.reply_channel(received.channel),
            EN.day(received.on)
        ),
        Event::PetitionEnded { how, on, .. } => format!(
            "The court is done with the petition since {}: {} (RSMo 610.100.5).",
            EN.day(*on),
            lower(EN.petition_end(*how))
        ),
        Event::TakenBack { entry, act, .. } => format!(
            "The records custodian took back entry {entry} of this time line, which was made by mistake: \u{201c}{}\u{201d}. \
                The entry stays, and what it changed is as before.",
            EN.act(*act)
        ),
        Event::ReceiptCorrected {
            entry,
            was,
            received,
            why,
            clocks,
        } => {
            let moved = clocks.iter().map(|moved| {
                format!(
                    " Counted from it, {} has its day on {}, not on {}.",
                    EN.clock(moved.clock.id),
                    EN.day(moved.clock.due),
                    EN.day(moved.was)
                )
            });
            format!(
                "The records custodian corrected entry {entry} of this time line: the request reached the office {} on {}, \
                    not on {}. {}{}",
                EN.reply_channel(received.channel),
                EN.day(received.on),
                EN.day(*was),
                EN.receipt_mistake(*why),
                moved.collect::<String>()
            )
        }
        Event::Acknowledged => "The records custodian took up the request (RSMo 610.023.3).".to_owned(),
        Event::ClarificationAsked { last_day } => format!(
            "The records custodian asked the person who filed a question. The last day to answer is {}; after that \
                the request counts as withdrawn (RSMo 610.026.2(2)).",
            EN.day(*last_day)
        ),
        Event::ClarificationAnswered => "The person who filed answered the question.".to_owned(),
        Event::DelayExplained { promised, again: 0 } => format!(
            "The records custodian explained the delay and promised to act by {} (RSMo 610.023.3).",
            EN.day(*promised)
        ),
        Event::DelayExplained { promised, again } => format!(
            "The records custodian explained the delay again and promised to act by {} (RSMo 610.023.3). A day was \
                promised {} before.",
            EN.day(*promised),
            times_english(*again)
        ),
        Event::FeeAsked {
            cents,
            last_day,
            deposit_cents,
            anew,
            ..
        } => fees::asked_english((*cents, *deposit_cents), *last_day, *anew),
        Event::FeeEstimated { cents, .. } => format!(
            "The records custodian estimated what the copies may cost: {} (RSMo 610.026.1(2)). Nothing has to be paid yet.",
            footage::dollars(*cents)
        ),
        Event::FeeAccepted => "Whoever filed the request accepted what it costs.".to_owned(),
        Event::FeeChallenged => {
            "Whoever filed the request says that the fee is wrong. The days to pay run on.".to_owned()
        }
        Event::RequestNarrowed => "Whoever filed the request asked for less, so that it costs less.".to_owned(),
        Event::FeeRefunded { cents, on, .. } => format!(
            "{} that had been paid and was not used was given back on {}.",
            footage::dollars(*cents),
            EN.day(*on)
        ),
        Event::FeeSettled { waived: true, .. } => "The fee was waived: nothing has to be paid.".to_owned(),
        Event::FeeSettled {
            received,
            cents,
            left_cents,
            ..
        } => fees::paid_english(*received, *cents, *left_cents),
        Event::ClosedActive { confirmed_on } => format!(
            "The footage was closed because the investigation is active, as confirmed on {} (RSMo 610.100.2(2)). The \
                request waits; it was not denied.",
            EN.day(*confirmed_on)
        ),
        Event::ActiveConfirmed { confirmed_on } => format!(
            "On {} it was confirmed again that the investigation is active (RSMo 610.100.2(2)).",
            EN.day(*confirmed_on)
        ),
        Event::BecameInactive { ground, since } => format!(
            "The investigation became inactive on {}: {} (RSMo 610.100.1(3)).",
            EN.day(*since),
            lower(EN.ground(*ground))
        ),
        Event::Reclosed { since } => format!(
            "The file was closed again as of {}, because the case ended without a conviction (RSMo 610.105.1).",
            EN.day(*since)
        ),
        Event::CourtAsked { by, filed_on, case } => format!(
            "On {} a court was asked to decide about this footage, by {}{} (RSMo 610.100.5).",
            EN.day(*filed_on),
            EN.petitioner(*by),
            case_english(case.as_ref())
        ),
        Event::OrderEntered { dated, case } => format!(
            "A court order of {}{} was entered. It has no effect until a second person has verified it \
                (RSMo 610.100.5).",
            EN.day(*dated),
            case_english(case.as_ref())
        ),
        Event::OrderVerified { ruling, dated, case } => format!(
            "The court order of {}{} was verified and took effect: {} (RSMo 610.100.5).",
            EN.day(*dated),
            case_english(case.as_ref()),
            lower(EN.ruling(*ruling))
        ),
        Event::CourtEntered {
            kind,
            on,
            case,
            corrected,
        } => format!(
            "{}Court case{}: {}, {} ({}).",
            if *corrected {
                "An entry was wrong and is corrected. "
            } else {
                ""
            },
            case_english(Some(case)),
            lower(EN.entry_kind(*kind)),
            EN.day(*on),
            kind.section()
        ),
        Event::CourtMatter => "A court matter.".to_owned(),
        Event::NoRecord { why } => format!("The search ended without a recording. {}", EN.no_record(why)),
        Event::Denied { provision } => format!("The request was denied under {provision}."),
        Event::DeniedInPart { given, withheld } => format!(
            "The request was denied in part. Given: {}. Withheld: {}.",
            lower(EN.given_part(*given)),
            parts(EN, withheld)
        ),
        Event::GroundsAsked => "The person who filed asked for the reasons in writing (RSMo 610.023.4).".to_owned(),
        Event::GroundsGiven => "The records custodian gave the reasons in writing (RSMo 610.023.4).".to_owned(),
        Event::CustodianWrote => "The records custodian wrote to the person who filed.".to_owned(),
        Event::RequesterWrote => "The person who filed wrote to the records custodian.".to_owned(),
        Event::Withdrawn => "The person who filed withdrew the request.".to_owned(),
        Event::Lapsed => "The last day to answer or pay passed, so the request counts as withdrawn \
            (RSMo 610.026.2(2))."
            .to_owned(),
        Event::LapseExtended { last_day } => format!(
            "The last day to answer or pay moved on to {}, because of a closure of the office that was entered later.",
            EN.day(*last_day)
        ),
        Event::Reopened => "The request was reopened because of something new.".to_owned(),
        Event::RedactionStarted => {
            "Work began on a copy without the parts that the law protects (RSMo 610.100.3).".to_owned()
        }
        Event::RedactionApproved => "A second person approved the copy (RSMo 610.100.3).".to_owned(),
        Event::GateOpened => {
            "Everybody who had to be told before a release was told, and nothing stood in the way any more \
                (RSMo 610.100.8)."
                .to_owned()
        }
        Event::Released { partial: true } => "A copy was delivered, with parts withheld (RSMo 610.024.1).".to_owned(),
        Event::Released { partial: false } => "The copy was delivered.".to_owned(),
        Event::RequesterErased => {
            "Who filed the request, and what they wrote, was erased. The steps of the request stay.".to_owned()
        }
        Event::CodeReissued => {
            "The records office gave out a new access code. The code before it opens nothing any more.".to_owned()
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one table, an entry for each event")]
pub(super) fn spanish(event: &Event) -> String {
    const ES: Lang = Lang::Es;
    match event {
        Event::Filed { track, received: None } => format!(
            "La solicitud se presentó y se recibió. Quien pide: {}.",
            lower(ES.track(*track))
        ),
        Event::Filed {
            track,
            received: Some(came),
        } => format!(
            "La solicitud llegó {} el {} y la oficina la registró. Quien pide: {}.",
            ES.reply_channel(came.channel),
            ES.day(came.on),
            lower(ES.track(*track))
        ),
        Event::HoldPlaced {
            kind: HoldKind::Request,
        } => {
            "Se ordenó conservar la grabación pedida: no se puede borrar mientras la solicitud siga abierta.".to_owned()
        }
        Event::HoldPlaced {
            kind: HoldKind::Lawsuit,
        } => "Se ordenó conservar la grabación por un juicio. Mientras el tribunal no diga otra cosa, no se puede \
            cambiar, trasladar ni borrar (RSMo 610.027.1)."
            .to_owned(),
        Event::HoldEnds { kind, last_day } => format!(
            "Se fijó hasta cuándo se conserva. La grabación guardada {} se conserva hasta el {}, inclusive.",
            hold_cause_spanish(*kind),
            ES.day(*last_day)
        ),
        Event::ClockStarted { clock } => {
            let outer = clock
                .outer
                .map(|day| format!(" Otra lectura de la ley da el {}.", ES.day(day)));
            format!(
                "Empezó a correr un plazo: {}. Vence el {}.{}",
                lower(ES.clock(clock.id)),
                ES.day(clock.due),
                outer.unwrap_or_default()
            )
        }
        Event::ClockEnded { clock, due, how } => {
            let how = match how {
                Ending::Met => "se hizo lo que se debía",
                Ending::Stopped => "ya no hacía falta",
                Ending::Lapsed => "se agotó el tiempo",
            };
            format!(
                "Terminó un plazo, porque {how}: {}. Vencía el {}.",
                lower(ES.clock(*clock)),
                ES.day(*due)
            )
        }
        Event::ClockResumed { clock, .. } => format!(
            "Un plazo corre de nuevo, porque se deshizo lo que lo había terminado: {}. Vence el {}, como antes.",
            lower(ES.clock(clock.id)),
            ES.day(clock.due)
        ),
        Event::AnswerRecorded { received } => format!(
            "La respuesta a la pregunta llegó {} el {}.",
            ES.reply_channel(received.channel),
            ES.day(received.on)
        ),
        Event::PetitionEnded { how, on, .. } => format!(
            "El tribunal terminó con la petición el {}: {} (RSMo 610.100.5).",
            ES.day(*on),
            lower(ES.petition_end(*how))
        ),
        Event::TakenBack { entry, act, .. } => format!(
            "El custodio de registros deshizo el asiento {entry} de esta cronología, que fue un error: «{}». El asiento \
                queda, y lo que cambió está como antes.",
            ES.act(*act)
        ),
        Event::ReceiptCorrected {
            entry,
            was,
            received,
            why,
            clocks,
        } => {
            let moved = clocks.iter().map(|moved| {
                format!(
                    " Contado desde él, {} tiene su día el {}, no el {}.",
                    ES.clock(moved.clock.id),
                    ES.day(moved.clock.due),
                    ES.day(moved.was)
                )
            });
            format!(
                "El custodio de registros corrigió el asiento {entry} de esta cronología: la solicitud llegó a la oficina {} \
                    el {}, no el {}. {}{}",
                ES.reply_channel(received.channel),
                ES.day(received.on),
                ES.day(*was),
                ES.receipt_mistake(*why),
                moved.collect::<String>()
            )
        }
        Event::Acknowledged => "El custodio de registros tomó la solicitud (RSMo 610.023.3).".to_owned(),
        Event::ClarificationAsked { last_day } => format!(
            "El custodio de registros hizo una pregunta a quien presentó la solicitud. El último día para responder \
                es el {}; después, la solicitud se considera retirada (RSMo 610.026.2(2)).",
            ES.day(*last_day)
        ),
        Event::ClarificationAnswered => "Quien presentó la solicitud respondió la pregunta.".to_owned(),
        Event::DelayExplained { promised, again: 0 } => format!(
            "El custodio de registros explicó la demora y prometió actuar a más tardar el {} (RSMo 610.023.3).",
            ES.day(*promised)
        ),
        Event::DelayExplained { promised, again } => format!(
            "El custodio de registros explicó la demora de nuevo y prometió actuar a más tardar el {} (RSMo 610.023.3). \
                Antes se había prometido un día {}.",
            ES.day(*promised),
            times_spanish(*again)
        ),
        Event::FeeAsked {
            cents,
            last_day,
            deposit_cents,
            anew,
            ..
        } => fees::asked_spanish((*cents, *deposit_cents), *last_day, *anew),
        Event::FeeEstimated { cents, .. } => format!(
            "El custodio de registros calculó lo que pueden costar las copias: {} (RSMo 610.026.1(2)). Todavía no hay que pagar nada.",
            footage::dollars(*cents)
        ),
        Event::FeeAccepted => "Quien presentó la solicitud aceptó el costo.".to_owned(),
        Event::FeeChallenged => {
            "Quien presentó la solicitud dice que el costo está mal. Los días para pagar siguen corriendo.".to_owned()
        }
        Event::RequestNarrowed => "Quien presentó la solicitud pidió menos, para que cueste menos.".to_owned(),
        Event::FeeRefunded { cents, on, .. } => format!(
            "Se devolvieron {} pagados y no usados el {}.",
            footage::dollars(*cents),
            ES.day(*on)
        ),
        Event::FeeSettled { waived: true, .. } => "Se perdonó el pago: no hay que pagar nada.".to_owned(),
        Event::FeeSettled {
            received,
            cents,
            left_cents,
            ..
        } => fees::paid_spanish(*received, *cents, *left_cents),
        Event::ClosedActive { confirmed_on } => format!(
            "La grabación se cerró porque la investigación está activa, según se confirmó el {} (RSMo 610.100.2(2)). \
                La solicitud queda en espera; no se denegó.",
            ES.day(*confirmed_on)
        ),
        Event::ActiveConfirmed { confirmed_on } => format!(
            "El {} se confirmó otra vez que la investigación está activa (RSMo 610.100.2(2)).",
            ES.day(*confirmed_on)
        ),
        Event::BecameInactive { ground, since } => format!(
            "La investigación quedó inactiva el {}: {} (RSMo 610.100.1(3)).",
            ES.day(*since),
            lower(ES.ground(*ground))
        ),
        Event::Reclosed { since } => format!(
            "El expediente se cerró de nuevo con fecha del {}, porque el caso terminó sin condena (RSMo 610.105.1).",
            ES.day(*since)
        ),
        Event::CourtAsked { by, filed_on, case } => format!(
            "El {} se pidió a un tribunal que decida sobre esta grabación. Lo pidió {}{} (RSMo 610.100.5).",
            ES.day(*filed_on),
            ES.petitioner(*by),
            case_spanish(case.as_ref())
        ),
        Event::OrderEntered { dated, case } => format!(
            "Se registró una orden judicial del {}{}. No tiene efecto hasta que una segunda persona la verifique \
                (RSMo 610.100.5).",
            ES.day(*dated),
            case_spanish(case.as_ref())
        ),
        Event::OrderVerified { ruling, dated, case } => format!(
            "La orden judicial del {}{} se verificó y tiene efecto: {} (RSMo 610.100.5).",
            ES.day(*dated),
            case_spanish(case.as_ref()),
            lower(ES.ruling(*ruling))
        ),
        Event::CourtEntered {
            kind,
            on,
            case,
            corrected,
        } => format!(
            "{}Caso judicial{}: {}, {} ({}).",
            if *corrected {
                "Un asiento estaba mal y se corrige. "
            } else {
                ""
            },
            case_spanish(Some(case)),
            lower(ES.entry_kind(*kind)),
            ES.day(*on),
            kind.section()
        ),
        Event::CourtMatter => "Un asunto judicial.".to_owned(),
        Event::NoRecord { why } => format!("La búsqueda terminó sin una grabación. {}", ES.no_record(why)),
        Event::Denied { provision } => format!("La solicitud se denegó con base en {provision}."),
        Event::DeniedInPart { given, withheld } => format!(
            "La solicitud se denegó en parte. Se da: {}. Se retiene: {}.",
            lower(ES.given_part(*given)),
            parts(ES, withheld)
        ),
        Event::GroundsAsked => "Quien presentó la solicitud pidió los motivos por escrito (RSMo 610.023.4).".to_owned(),
        Event::GroundsGiven => "El custodio de registros dio los motivos por escrito (RSMo 610.023.4).".to_owned(),
        Event::CustodianWrote => "El custodio de registros escribió a quien presentó la solicitud.".to_owned(),
        Event::RequesterWrote => "Quien presentó la solicitud escribió al custodio de registros.".to_owned(),
        Event::Withdrawn => "Quien presentó la solicitud la retiró.".to_owned(),
        Event::Lapsed => "Pasó el último día para responder o pagar; por eso la solicitud se considera retirada \
            (RSMo 610.026.2(2))."
            .to_owned(),
        Event::LapseExtended { last_day } => format!(
            "El último día para responder o pagar pasó al {}, por un cierre de la oficina que se anotó después.",
            ES.day(*last_day)
        ),
        Event::Reopened => "La solicitud se reabrió por un hecho nuevo.".to_owned(),
        Event::RedactionStarted => "Se empezó una copia sin las partes que la ley protege (RSMo 610.100.3).".to_owned(),
        Event::RedactionApproved => "Una segunda persona aprobó la copia (RSMo 610.100.3).".to_owned(),
        Event::GateOpened => {
            "Se avisó a todas las personas a las que había que avisar antes de una entrega, y ya nada la impedía \
            (RSMo 610.100.8)."
                .to_owned()
        }
        Event::Released { partial: true } => {
            "Se entregó una copia; algunas partes no se entregaron (RSMo 610.024.1).".to_owned()
        }
        Event::Released { partial: false } => "Se entregó la copia.".to_owned(),
        Event::RequesterErased => {
            "Se borró quién presentó la solicitud y lo que escribió. Los pasos de la solicitud se \
            quedan."
                .to_owned()
        }
        Event::CodeReissued => {
            "La oficina de registros dio un código de acceso nuevo. El anterior ya no abre nada.".to_owned()
        }
    }
}

/// Court and case number, behind what they belong to.
fn case_english(case: Option<&CourtCase>) -> String {
    case.map_or_else(String::new, |case| format!(" ({}, case {})", case.court, case.number))
}

fn case_spanish(case: Option<&CourtCase>) -> String {
    case.map_or_else(String::new, |case| format!(" ({}, caso {})", case.court, case.number))
}

const fn hold_cause_english(kind: HoldKind) -> &'static str {
    match kind {
        HoldKind::Request => "for the request",
        HoldKind::Lawsuit => "for the lawsuit",
    }
}

const fn hold_cause_spanish(kind: HoldKind) -> &'static str {
    match kind {
        HoldKind::Request => "por la solicitud",
        HoldKind::Lawsuit => "por el juicio",
    }
}

/// The same words within a sentence: without the capital at the beginning.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// So often.
pub(super) fn times_english(times: usize) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    }
}

pub(super) fn times_spanish(times: usize) -> String {
    match times {
        1 => "una vez".to_owned(),
        times => format!("{times} veces"),
    }
}

/// What is withheld, each part with its provision.
fn parts(lang: Lang, withheld: &[Withheld]) -> String {
    let part = |part: &Withheld| format!("{} ({})", lower(lang.withheld_part(part.what)), part.provision);
    withheld.iter().map(part).collect::<Vec<_>>().join("; ")
}
