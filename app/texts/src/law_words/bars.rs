//! Bars: why an act is not possible now, and what would make it possible.

use law::bar::{Bar, Reason};
use office::Lang;

use super::{LawWords, footage::dollars};
use crate::DateWords;

pub(super) fn english(bar: &Bar) -> String {
    format!("{} ({}).", reason_english(&bar.reason), bar.section)
}

pub(super) fn spanish(bar: &Bar) -> String {
    format!("{} ({}).", reason_spanish(&bar.reason), bar.section)
}

#[expect(clippy::too_many_lines, reason = "one sentence for each reason, read top to bottom")]
pub(super) fn reason_english(reason: &Reason) -> String {
    const EN: Lang = Lang::En;
    match reason {
        Reason::WrongStage { stage } => format!(
            "The request now stands at \u{201c}{}\u{201d}, and this does not follow from there. It becomes possible \
                when the request has moved on",
            EN.stage(*stage)
        ),
        Reason::AlreadyDone => {
            "This was done already and need not be done again. It becomes possible if something new happens".to_owned()
        }
        Reason::Ended => "The request has ended. It must be reopened on a new fact first".to_owned(),
        Reason::InvestigationActive => "The footage is closed while the investigation is active. It opens when the \
            investigation becomes inactive, or when a court orders it"
            .to_owned(),
        Reason::Reclosed => "The file was closed again after the case ended without a conviction. Only a court order \
            can open it"
            .to_owned(),
        Reason::ConfidentialOther => "Another law keeps this footage confidential. Only what that law allows, most \
            often a court order, can open it"
            .to_owned(),
        Reason::NonpublicClosed => "The footage was made in a place that is not public, and the agency may keep it \
            closed. It opens if the agency decides so, or a court orders it"
            .to_owned(),
        Reason::StatusUnknown => "Nobody has yet determined whether the footage is open or closed. The records \
            custodian must record that first"
            .to_owned(),
        Reason::InvestigationNotActive => {
            "The footage is open or was opened, so an active investigation cannot be the reason to close it. Another \
                provision would have to be named"
                .to_owned()
        }
        Reason::PromiseNotAhead { earliest } => format!(
            "A promised day must lie ahead. Name {} or a later day",
            EN.day(*earliest)
        ),
        Reason::PromiseTooFar { latest } => format!(
            "The law asks for the earliest time and date, and this day is too far ahead to be that. Name {} or an \
                earlier day",
            EN.day(*latest)
        ),
        Reason::InFuture { latest } => format!("This day has not come yet. Name {} or an earlier day", EN.day(*latest)),
        Reason::BeforeReceipt { received } => format!(
            "This day lies before the request was received. Name {} or a later day",
            EN.day(*received)
        ),
        Reason::OrderNotVerified => "No court order waits here, or it has not been verified. An order has effect when \
            a second person has verified it"
            .to_owned(),
        Reason::SamePerson => "You entered this order, so you cannot verify it. Another person in the office must do \
            that"
            .to_owned(),
        Reason::OnRecording => "You are the officer of a recording that answers this request, so you do not decide on \
            it. A colleague must"
            .to_owned(),
        Reason::SuitPending => "A lawsuit is pending, so the request cannot be taken as withdrawn. That is possible \
            only when the lawsuit has ended"
            .to_owned(),
        Reason::NotLapsedYet { last_day } => format!(
            "There is still time to answer or pay, through {}. Only after that day can the request be taken as \
                withdrawn",
            EN.day(*last_day)
        ),
        Reason::LapseNotAnnounced => "The person who filed was never told that silence would end the request. They \
            must be told first, and the time then starts anew"
            .to_owned(),
        Reason::NothingDenied => "Nothing was denied or closed, so there are no reasons to give in writing yet. You \
            can ask after a denial or a closure"
            .to_owned(),
        Reason::FeeCategoryNotAllowed => "The law lets video fees cover only copies, staff time to copy, programming \
            and the disk or drive. Ask for an amount in one of these"
            .to_owned(),
        Reason::FeeUnsettled => {
            "A fee is still open. The copy can be delivered when the fee is paid or waived".to_owned()
        }
        Reason::RedactionUnapproved => "The redacted copy is not finished, or a second person has not approved it. \
            Both must happen first"
            .to_owned(),
        Reason::RedactionNotBegun => {
            "On this request nobody has entered that the copy was begun. Enter \u{201c}Start the \
            redacted copy\u{201d} first; what a second person has approved already counts from then on"
                .to_owned()
        }
        Reason::NoticeOpen => "A person seen or heard still has days to answer, or their answer is still open. It \
            becomes possible when that is settled"
            .to_owned(),
        Reason::MotionLate { last_day } => format!(
            "The thirty days to ask a court to close the footage ended on {}. The footage must be given unless a \
                court decides otherwise",
            EN.day(*last_day)
        ),
        Reason::WrongTrack => {
            "This rule is only for requests made for a civil claim or defense. A new request on that track would be \
                needed"
                .to_owned()
        }
        Reason::RecordingDeleted { on } => format!(
            "The evidence system deleted this recording on {}. What is entered of it stays as it is",
            EN.day(*on)
        ),
        Reason::RateAboveAverage { at_most_cents } => format!(
            "The rate is above the average hourly pay of the staff who do this work, {} an hour, and may not be",
            dollars((*at_most_cents).into())
        ),
        Reason::DepositTooLarge { cents } => format!(
            "A deposit is more than nothing and at most the fee, {}",
            dollars(*cents)
        ),
        Reason::PaymentTooLarge { cents } => format!(
            "A payment is more than nothing and at most what is left to pay, {}",
            dollars(*cents)
        ),
        Reason::LessThanDue { cents } => format!(
            "The request has ended for lack of payment. It goes on only where all that was due, {}, came in time",
            dollars(*cents)
        ),
        Reason::RefundTooLarge { cents } => format!(
            "A refund is more than nothing and at most what was paid and not given back, {}",
            dollars(*cents)
        ),
        Reason::NoFeeAsked => "No fee was asked for, so there is none to record as paid or waived".to_owned(),
        Reason::NoOrderEntered => {
            "No court order waits to be verified. It becomes possible when one has been entered".to_owned()
        }
        Reason::NothingToTakeBack => {
            "There is no act of the office to take back: nothing was done yet, or somebody else \
            has acted since"
                .to_owned()
        }
        Reason::ReceivedByPortal => {
            "The portal itself kept the day of receipt. Only a day that staff entered can be corrected".to_owned()
        }
        Reason::ReceivedAfterEntry { entered } => format!(
            "Staff entered the request on {}, so it had come by then. Name that day or an earlier one",
            EN.day(*entered)
        ),
        Reason::BeforeAsked { asked } => format!(
            "It was asked for only on {}. Name that day or a later one",
            EN.day(*asked)
        ),
        Reason::CameLate { last_day } => format!(
            "The last day was {}, and the request lapsed. What came later can be the new fact on which it is reopened",
            EN.day(*last_day)
        ),
        Reason::BeforeFiling { filed } => {
            format!("It was filed only on {}. Name that day or a later one", EN.day(*filed))
        }
        Reason::BeforeIncident { incident } => format!(
            "This day lies before what the request is about happened. Name {} or a later day",
            EN.day(*incident)
        ),
        Reason::TimeNotExpired { last_day } => format!(
            "The time to bring charges for what happened runs at least through {}. Choose another ground, or wait",
            EN.day(*last_day)
        ),
        Reason::DeletedTooSoon { kept_until } => format!(
            "No retention rule allowed a deletion on that day: the footage had to be kept through {}. If it was deleted \
                all the same, record it as deleted although it had to be kept",
            EN.day(*kept_until)
        ),
        Reason::DeletedWhileHeld { received } => format!(
            "The footage has been held since the request came on {}. If it was deleted all the same, record it as \
                deleted although it had to be kept",
            EN.day(*received)
        ),
        Reason::ProvisionNotListed => {
            "The section is not on the agency's list of those that close footage. Choose one from the list".to_owned()
        }
        Reason::CaseSaysSo => "The case has an entry that says the same already".to_owned(),
        Reason::CaseNotFiled => "Nothing was filed in this case yet. Enter the petition or motion first".to_owned(),
        Reason::CaseEnded => "The case is over. Only an appeal, a petition or an order can follow".to_owned(),
        Reason::CaseNotDecided => "The case has no order and no dismissal yet".to_owned(),
        Reason::NoOrderToStay => "The case has no order that could be stayed".to_owned(),
        Reason::NotStayed => "No stay stands in this case".to_owned(),
        Reason::NotSealed => "Nothing of this case is sealed".to_owned(),
        Reason::BeforeSeal { dated } => {
            format!(
                "The court sealed it on {}. A seal is lifted on that day or later",
                Lang::En.day(*dated)
            )
        }
        Reason::NoSuchEntry => {
            "The case has no such entry, or it is corrected already. Choose one from the list".to_owned()
        }
        Reason::OrderMistaken => {
            "The entry of this order in its court case was corrected: no court gave it so. Enter the order anew"
                .to_owned()
        }
        Reason::OrderStands => {
            "The order of this entry stands in the register of orders. Enter its stay first; then correct the entry"
                .to_owned()
        }
        Reason::NothingWithheld => "A denial in part must say what is withheld. Fill in at least one row".to_owned(),
        Reason::ProvisionNotNamed => {
            "A denial must name the exact provision it rests on. Give its number, for example 610.021(14)".to_owned()
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one sentence for each reason, read top to bottom")]
pub(super) fn reason_spanish(reason: &Reason) -> String {
    const ES: Lang = Lang::Es;
    match reason {
        Reason::WrongStage { stage } => format!(
            "La solicitud está ahora en «{}» y este paso no sigue de ahí. Será posible cuando la solicitud avance",
            ES.stage(*stage)
        ),
        Reason::AlreadyDone => {
            "Esto ya se hizo y no hace falta repetirlo. Será posible si ocurre algo nuevo".to_owned()
        }
        Reason::Ended => "La solicitud terminó. Primero hay que reabrirla por un hecho nuevo".to_owned(),
        Reason::InvestigationActive => "La grabación está cerrada mientras la investigación siga activa. Se abre \
            cuando la investigación quede inactiva o cuando un tribunal lo ordene"
            .to_owned(),
        Reason::Reclosed => "El expediente se cerró de nuevo porque el caso terminó sin condena. Solo una orden \
            judicial puede abrirlo"
            .to_owned(),
        Reason::ConfidentialOther => {
            "Otra ley mantiene confidencial esta grabación. Solo puede abrirla lo que esa ley permita, casi siempre \
                una orden judicial"
                .to_owned()
        }
        Reason::NonpublicClosed => "La grabación se hizo en un lugar que no es público y la agencia puede mantenerla \
            cerrada. Se abre si la agencia lo decide o si un tribunal lo ordena"
            .to_owned(),
        Reason::StatusUnknown => "Nadie ha determinado todavía si la grabación está abierta o cerrada. Primero debe \
            anotarlo el custodio de registros"
            .to_owned(),
        Reason::InvestigationNotActive => "La grabación está abierta o se abrió; por eso no se puede cerrar por una \
            investigación activa. Habría que citar otra disposición"
            .to_owned(),
        Reason::PromiseNotAhead { earliest } => format!(
            "El día que se promete debe estar por venir. Indique el {} o un día posterior",
            ES.day(*earliest)
        ),
        Reason::PromiseTooFar { latest } => format!(
            "La ley pide la hora y la fecha más próximas, y este día está demasiado lejos para serlo. Indique el {} o un \
                día anterior",
            ES.day(*latest)
        ),
        Reason::InFuture { latest } => format!(
            "Ese día aún no ha llegado. Indique el {} o un día anterior",
            ES.day(*latest)
        ),
        Reason::BeforeReceipt { received } => format!(
            "Ese día es anterior al recibo de la solicitud. Indique el {} o un día posterior",
            ES.day(*received)
        ),
        Reason::OrderNotVerified => "Aquí no hay una orden judicial en espera, o no se ha verificado. Una orden tiene \
            efecto cuando la verifica una segunda persona"
            .to_owned(),
        Reason::SamePerson => "Usted registró esta orden y por eso no puede verificarla. Debe hacerlo otra persona de \
            la oficina"
            .to_owned(),
        Reason::OnRecording => "Usted es el agente de una grabación que atiende esta solicitud y por eso no decide \
            sobre ella. Debe hacerlo un colega"
            .to_owned(),
        Reason::SuitPending => "Hay un juicio pendiente; por eso la solicitud no puede darse por retirada. Solo será \
            posible cuando el juicio termine"
            .to_owned(),
        Reason::NotLapsedYet { last_day } => format!(
            "Todavía hay tiempo para responder o pagar, hasta el {}. Solo después de ese día puede darse por retirada \
                la solicitud",
            ES.day(*last_day)
        ),
        Reason::LapseNotAnnounced => "Nunca se avisó a quien presentó la solicitud que el silencio le pondría fin. \
            Primero hay que avisarle, y el tiempo empieza de nuevo"
            .to_owned(),
        Reason::NothingDenied => "No se ha denegado ni cerrado nada; por eso aún no hay motivos que dar por escrito. \
            Puede pedirlos después de una denegación o un cierre"
            .to_owned(),
        Reason::FeeCategoryNotAllowed => "Para videos, la ley solo permite cobrar las copias, el tiempo del personal \
            para copiar, la programación y el disco o la memoria. Pida un monto por uno de estos"
            .to_owned(),
        Reason::FeeUnsettled => {
            "Hay un pago pendiente. La copia se puede entregar cuando se pague o se perdone".to_owned()
        }
        Reason::RedactionUnapproved => "La copia con partes ocultas no está terminada o una segunda persona no la ha \
            aprobado. Primero hacen falta las dos cosas"
            .to_owned(),
        Reason::RedactionNotBegun => "En esta solicitud nadie ha registrado que se empezó la copia. Registre primero \
            «Empezar la copia con partes ocultas»; lo que una segunda persona ya aprobó cuenta desde entonces"
            .to_owned(),
        Reason::NoticeOpen => "Una persona que se ve o se oye todavía tiene días para responder, o su respuesta sigue \
            pendiente. Será posible cuando eso se resuelva"
            .to_owned(),
        Reason::MotionLate { last_day } => format!(
            "Los treinta días para pedir a un tribunal que cierre la grabación terminaron el {}. Hay que entregarla, \
                salvo que un tribunal decida otra cosa",
            ES.day(*last_day)
        ),
        Reason::WrongTrack => "Esta regla es solo para solicitudes por una demanda civil o una defensa. Haría falta \
            una solicitud nueva por esa vía"
            .to_owned(),
        Reason::RecordingDeleted { on } => format!(
            "El sistema de pruebas borró esta grabación el {}. Lo que consta de ella queda como está",
            ES.day(*on)
        ),
        Reason::RateAboveAverage { at_most_cents } => format!(
            "La tarifa pasa del pago medio por hora del personal que hace este trabajo, {} por hora, y no puede",
            dollars((*at_most_cents).into())
        ),
        Reason::DepositTooLarge { cents } => {
            format!("Un depósito es más que nada y a lo sumo el costo, {}", dollars(*cents))
        }
        Reason::PaymentTooLarge { cents } => format!(
            "Un pago es más que nada y a lo sumo lo que falta por pagar, {}",
            dollars(*cents)
        ),
        Reason::LessThanDue { cents } => format!(
            "La solicitud terminó por falta de pago. Solo sigue si llegó a tiempo todo lo que se debía, {}",
            dollars(*cents)
        ),
        Reason::RefundTooLarge { cents } => format!(
            "Una devolución es más que nada y a lo sumo lo que se pagó y no se devolvió, {}",
            dollars(*cents)
        ),
        Reason::NoFeeAsked => {
            "No se pidió ningún pago; por eso no hay nada que anotar como pagado o perdonado".to_owned()
        }
        Reason::NoOrderEntered => {
            "Ninguna orden judicial espera verificación. Será posible cuando se registre una".to_owned()
        }
        Reason::NothingToTakeBack => {
            "No hay una actuación de la oficina que deshacer: aún no se hizo nada, o alguien más \
            actuó después"
                .to_owned()
        }
        Reason::ReceivedByPortal => {
            "El día de recepción lo guardó el propio portal. Solo se corrige un día que anotó el personal".to_owned()
        }
        Reason::ReceivedAfterEntry { entered } => format!(
            "El personal registró la solicitud el {}, así que ya había llegado. Indique ese día o uno anterior",
            ES.day(*entered)
        ),
        Reason::BeforeAsked { asked } => {
            format!("Se pidió apenas el {}. Indique ese día o uno posterior", ES.day(*asked))
        }
        Reason::CameLate { last_day } => format!(
            "El último día fue el {} y la solicitud caducó. Lo que llegó después puede ser el hecho nuevo por el que se \
                reabra",
            ES.day(*last_day)
        ),
        Reason::BeforeFiling { filed } => format!(
            "Se presentó apenas el {}. Indique ese día o uno posterior",
            ES.day(*filed)
        ),
        Reason::BeforeIncident { incident } => format!(
            "Ese día es anterior al hecho de que trata la solicitud. Indique el {} o un día posterior",
            ES.day(*incident)
        ),
        Reason::TimeNotExpired { last_day } => format!(
            "El tiempo para acusar por lo ocurrido corre al menos hasta el {}. Elija otro motivo, o espere",
            ES.day(*last_day)
        ),
        Reason::DeletedTooSoon { kept_until } => format!(
            "Ninguna regla permitía borrar ese día: la grabación debía conservarse hasta el {}. Si aun así se borró, \
                anótela como borrada aunque debía conservarse",
            ES.day(*kept_until)
        ),
        Reason::DeletedWhileHeld { received } => format!(
            "La grabación debía conservarse desde que llegó la solicitud el {}. Si aun así se borró, anótela como borrada \
                aunque debía conservarse",
            ES.day(*received)
        ),
        Reason::ProvisionNotListed => {
            "La sección no está en la lista de la agencia de las que cierran grabaciones. Elija una de la lista"
                .to_owned()
        }
        Reason::CaseSaysSo => "El caso ya tiene un asiento que dice lo mismo".to_owned(),
        Reason::CaseNotFiled => "Aún no se presentó nada en este caso. Anote primero la petición o moción".to_owned(),
        Reason::CaseEnded => "El caso terminó. Solo puede seguir una apelación, una petición o una orden".to_owned(),
        Reason::CaseNotDecided => "El caso aún no tiene orden ni desestimación".to_owned(),
        Reason::NoOrderToStay => "El caso no tiene ninguna orden que se pueda suspender".to_owned(),
        Reason::NotStayed => "Ninguna suspensión rige en este caso".to_owned(),
        Reason::NotSealed => "Nada de este caso está sellado".to_owned(),
        Reason::BeforeSeal { dated } => {
            format!("El tribunal lo selló el {}. Un sello se levanta ese día o después", Lang::Es.day(*dated))
        }
        Reason::NoSuchEntry => "El caso no tiene ese asiento, o ya está corregido. Elija uno de la lista".to_owned(),
        Reason::OrderMistaken => {
            "El asiento de esta orden en su caso judicial fue corregido: ningún tribunal la dictó así. Anote la orden de nuevo"
                .to_owned()
        }
        Reason::OrderStands => {
            "La orden de este asiento rige en el registro de órdenes. Anote primero su suspensión; después corrija el asiento"
                .to_owned()
        }
        Reason::NothingWithheld => {
            "Una denegación en parte debe decir qué se retiene. Llene al menos una fila".to_owned()
        }
        Reason::ProvisionNotNamed => "Una denegación debe citar la disposición exacta en que se apoya. Escriba su \
            número, por ejemplo 610.021(14)"
            .to_owned(),
    }
}
