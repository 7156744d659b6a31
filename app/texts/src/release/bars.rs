//! Why a notice, an order, a copy, a release or a deletion may not go on.

use law::{
    notice::{ReleaseBar, ReleaseReason},
    retention::{DeletionBar, KeepReason},
    span::Spans,
};
use office::Lang;

use super::{ReleaseWords as _, terms};
use crate::{DateWords as _, LawWords as _};

pub(super) fn english(bar: &ReleaseBar) -> String {
    format!("{} ({}).", reason_english(&bar.reason), bar.section)
}

pub(super) fn spanish(bar: &ReleaseBar) -> String {
    format!("{} ({}).", reason_spanish(&bar.reason), bar.section)
}

fn left(seen: &Spans, heard: &Spans, words: (&str, &str)) -> String {
    let part = |word: &str, spans: &Spans| (!spans.is_empty()).then(|| format!("{word} {spans}"));
    let parts: Vec<String> = [part(words.0, seen), part(words.1, heard)]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

#[expect(clippy::too_many_lines, reason = "one sentence for each reason, read top to bottom")]
fn reason_english(reason: &ReleaseReason) -> String {
    const EN: Lang = Lang::En;
    match reason {
        ReleaseReason::WrongState { state } => format!(
            "The notice stands at \u{201c}{}\u{201d}, and this does not follow from there",
            terms::reached(*state).en
        ),
        ReleaseReason::InFuture { latest } => format!(
            "This day has not come yet. The last day that can be named is {}",
            EN.day(*latest)
        ),
        ReleaseReason::TooEarly { earliest } => format!(
            "This day comes before what it follows from. The first day that can be named is {}",
            EN.day(*earliest)
        ),
        ReleaseReason::AlreadyDone => "This was done already".to_owned(),
        ReleaseReason::NotDepicted => "The people log says neither where the person is seen nor where heard".to_owned(),
        ReleaseReason::PublicPlace => "This notice concerns recordings made in a nonpublic place only".to_owned(),
        ReleaseReason::NoDeceased => "This notice concerns crime-scene video of a deceased person only".to_owned(),
        ReleaseReason::NotPoliceAffiliated => {
            "Only people affiliated with a law enforcement agency are exempt".to_owned()
        }
        ReleaseReason::ReceiverUnfit { receiver } => format!(
            "\u{201c}{}\u{201d} cannot receive for this person",
            EN.receiver(*receiver)
        ),
        ReleaseReason::CapacityUnproven { receiver } => format!(
            "Nobody has verified that \u{201c}{}\u{201d} may act for this person",
            EN.receiver(*receiver)
        ),
        ReleaseReason::CapacityTooNarrow { receiver } => format!(
            "What is proven of \u{201c}{}\u{201d} does not reach so far: the care of an estate decides nothing personal",
            EN.receiver(*receiver)
        ),
        ReleaseReason::ViewingNotOffered => "No family viewing was offered".to_owned(),
        ReleaseReason::ViewingOpen => "An offered family viewing is not answered, or not held yet".to_owned(),
        ReleaseReason::ViewingStepUnfit => "This does not follow from where the family viewing stands".to_owned(),
        ReleaseReason::CapacityProofUnfit => "This paper does not prove this capacity".to_owned(),
        ReleaseReason::IdentityUnverified => "Consent needs the verified identity of the one who gives it".to_owned(),
        ReleaseReason::ContentMissing { .. } => "The letter lacks something that it must say".to_owned(),
        ReleaseReason::NothingTried => "Nobody can be called impossible to find before a try is logged".to_owned(),
        ReleaseReason::ProofUnfit { proof } => format!(
            "\u{201c}{}\u{201d} does not follow from how the notice was sent",
            EN.proof(*proof)
        ),
        ReleaseReason::AlreadyReceived { received } => format!(
            "Receipt on {} is proven already. Only proof of a later day would change the days",
            EN.day(*received)
        ),
        ReleaseReason::RuleMissing { rule } => {
            format!("The agency’s profile lacks the rule {rule}, so no last day can be worked out")
        }
        ReleaseReason::NoticeMissing => "No notice of this kind was opened for the person".to_owned(),
        ReleaseReason::NotSent => "The notice has not been sent".to_owned(),
        ReleaseReason::ReceiptUnproven => "Sent, but receipt is not proven, so the ten days have not begun".to_owned(),
        ReleaseReason::Unlocated => "The person cannot be found: hide them in the copy, or ask the court".to_owned(),
        ReleaseReason::WindowOpen { last_day } => format!("The person still has days, up to {}", EN.day(*last_day)),
        ReleaseReason::DocketUnchecked { from } => format!(
            "The days are over. Look into the court’s docket once more, on {} or later, and clear the notice",
            EN.day(*from)
        ),
        ReleaseReason::ObjectionUnanswered { received } => {
            format!("The objection of {} is not answered in writing yet", EN.day(*received))
        }
        ReleaseReason::ObjectionAccepted => {
            "The office agreed not to release the recording with this person in it".to_owned()
        }
        ReleaseReason::PromiseUnkept { left } => {
            format!("The answer to an objection promised more than the copy does. Still there: {left}")
        }
        ReleaseReason::WaitPromised { day } => {
            format!("The answer to an objection promised to wait until {}", EN.day(*day))
        }
        ReleaseReason::ObjectionIdUnknownOrTaken => "There is no such objection".to_owned(),
        ReleaseReason::ReliefMissing => "Nothing is asked for".to_owned(),
        ReleaseReason::AlreadyAnswered => "The objection was answered; the answer stays".to_owned(),
        ReleaseReason::ReasonsMissing => "An objection is overruled with reasons".to_owned(),
        ReleaseReason::ActionPending { filed, served } => format!(
            "A court action, filed {} and served {}, is pending",
            EN.day(*filed),
            EN.day(*served)
        ),
        ReleaseReason::ActionDiffers => "This action is known with another day or court".to_owned(),
        ReleaseReason::NoSuchAction => "No such action is pending".to_owned(),
        ReleaseReason::NoSuchDecision => "No such decision of a court is entered here, or it was taken back".to_owned(),
        ReleaseReason::Enjoined { until } => match until {
            Some(until) => format!("A court forbade the display until {}", EN.day(*until)),
            None => "A court forbade the display".to_owned(),
        },
        ReleaseReason::SpansRestrained { spans } => format!("The copy shows what a court closed or forbade: {spans}"),
        ReleaseReason::OrderedRedactionMissing { spans } => {
            format!("A court ordered redactions that the copy lacks: {spans}")
        }
        ReleaseReason::FootageClosed { closed } => EN.bar_reason(closed),
        ReleaseReason::OrderMissing => {
            "The footage is open by a court’s order, and no such order is entered".to_owned()
        }
        ReleaseReason::OutsideOrder { spans } => format!("The copy shows more than the order opens: {spans}"),
        ReleaseReason::OrderExpired { last_day } => format!("The order ran out on {}", EN.day(*last_day)),
        ReleaseReason::OrderNotYetEffective { first_day } => {
            format!("The order has effect from {}", EN.day(*first_day))
        }
        ReleaseReason::OrderStayed => "The order is stayed".to_owned(),
        ReleaseReason::OrderNotVerified => {
            "A second person must compare the order with the court’s document first".to_owned()
        }
        ReleaseReason::SamePerson => "Two people are needed, and this is one".to_owned(),
        ReleaseReason::SecondPersonAwaited => {
            "Something entered before waits for a second person: it is verified or refused first".to_owned()
        }
        ReleaseReason::RestNotEntered => {
            "What this forbids is kept and holds now. What it frees was not kept, for something entered before waits for a second person: enter it again once that is verified or refused".to_owned()
        }
        ReleaseReason::FreedByOne => {
            "One person alone entered a consent, an exemption, or that somebody is of the police: it is taken back, entered anew and verified first".to_owned()
        }
        ReleaseReason::OnRecording => {
            "You are the officer of this recording, so you do not decide on it. A colleague must".to_owned()
        }
        ReleaseReason::ScopeMissing => "The order must name the recordings it is about".to_owned(),
        ReleaseReason::NothingChosen => "No recording is linked to the request".to_owned(),
        ReleaseReason::ReleaseStopped => {
            "What was released on this request was stopped. It goes on only by a new release".to_owned()
        }
        ReleaseReason::NothingReleased => "Nothing has been released on this request".to_owned(),
        ReleaseReason::Mismatched => "A recording or person stands here twice, or belongs elsewhere".to_owned(),
        ReleaseReason::PeopleLogOpen => "The people log is not declared complete".to_owned(),
        ReleaseReason::CopyMissing => "There is no copy for release".to_owned(),
        ReleaseReason::CopyUnapproved => "No second person has approved the copy".to_owned(),
        ReleaseReason::HashChanged => {
            "The approval was given for another file. Look at this one and approve it".to_owned()
        }
        ReleaseReason::RedactionUnsound => {
            "A redaction names no section or no reviewer, or lies beyond the end".to_owned()
        }
        ReleaseReason::StillShown { seen, heard } if seen.is_empty() && heard.is_empty() => {
            "The person is not hidden everywhere in the copy".to_owned()
        }
        ReleaseReason::StillShown { seen, heard } => format!(
            "The person is not hidden everywhere in the copy: {}",
            left(seen, heard, ("seen", "heard"))
        ),
        ReleaseReason::TermsUnconfirmed => "Nobody has confirmed that the order’s terms are met".to_owned(),
        ReleaseReason::WarningUnacknowledged => "The recipient has not acknowledged the warning yet".to_owned(),
        ReleaseReason::FeeUnsettled => "A fee is still unpaid and not waived".to_owned(),
        ReleaseReason::TrackNotPublic => {
            "Only what was asked for on the public track can become public. What was delivered on this request is for whoever the law gives it to, and stays with them".to_owned()
        }
        ReleaseReason::NotClearedForPublic { spans } => format!(
            "Only open footage of a public place is public by itself. For {spans}, no order in force opens it to the public"
        ),
        ReleaseReason::TermAgainstPublic { term } => format!(
            "An order sets a term (\u{201c}{}\u{201d}) that a public library cannot keep",
            EN.term_kind(*term)
        ),
        ReleaseReason::PublicNotTold => {
            "The person is still shown, and neither a notice that they received nor their consent named the public"
                .to_owned()
        }
        ReleaseReason::NewerCopy => "A newer copy of the recording was made than the one released".to_owned(),
        ReleaseReason::NothingProposed => "Nothing waits for a second person here".to_owned(),
        ReleaseReason::NothingPublic => "Nothing of this request is in the public library".to_owned(),
    }
}

#[expect(clippy::too_many_lines, reason = "one sentence for each reason, read top to bottom")]
fn reason_spanish(reason: &ReleaseReason) -> String {
    const ES: Lang = Lang::Es;
    match reason {
        ReleaseReason::WrongState { state } => format!(
            "El aviso está en \u{ab}{}\u{bb}, y esto no sigue de ahí",
            terms::reached(*state).es
        ),
        ReleaseReason::InFuture { latest } => format!(
            "Ese día aún no ha llegado. El último día que se puede indicar es el {}",
            ES.day(*latest)
        ),
        ReleaseReason::TooEarly { earliest } => format!(
            "Ese día es anterior a aquello de lo que depende. El primer día que se puede indicar es el {}",
            ES.day(*earliest)
        ),
        ReleaseReason::AlreadyDone => "Esto ya se hizo".to_owned(),
        ReleaseReason::NotDepicted => {
            "El registro de personas no dice dónde se ve ni dónde se oye a la persona".to_owned()
        }
        ReleaseReason::PublicPlace => "Este aviso es solo para grabaciones hechas en un lugar no público".to_owned(),
        ReleaseReason::NoDeceased => {
            "Este aviso es solo para videos de una persona fallecida en la escena de un delito".to_owned()
        }
        ReleaseReason::NotPoliceAffiliated => "Solo está exento quien pertenece a una agencia policial".to_owned(),
        ReleaseReason::ReceiverUnfit { receiver } => format!(
            "\u{ab}{}\u{bb} no puede recibir por esta persona",
            ES.receiver(*receiver)
        ),
        ReleaseReason::CapacityUnproven { receiver } => format!(
            "Nadie ha verificado que \u{ab}{}\u{bb} pueda actuar por esta persona",
            ES.receiver(*receiver)
        ),
        ReleaseReason::CapacityTooNarrow { receiver } => format!(
            "Lo que está probado de \u{ab}{}\u{bb} no llega a tanto: el cuidado de unos bienes no decide nada personal",
            ES.receiver(*receiver)
        ),
        ReleaseReason::ViewingNotOffered => "No se ofreció a la familia ver la grabación".to_owned(),
        ReleaseReason::ViewingOpen => "El visionado ofrecido a la familia no tiene respuesta, o aún no se celebró".to_owned(),
        ReleaseReason::ViewingStepUnfit => "Esto no sigue de cómo está el visionado de la familia".to_owned(),
        ReleaseReason::CapacityProofUnfit => "Este papel no prueba esta capacidad".to_owned(),
        ReleaseReason::IdentityUnverified => "El consentimiento exige verificar la identidad de quien lo da".to_owned(),
        ReleaseReason::ContentMissing { .. } => "A la carta le falta algo que debe decir".to_owned(),
        ReleaseReason::NothingTried => {
            "No se puede decir que alguien no se encuentra antes de anotar un intento".to_owned()
        }
        ReleaseReason::ProofUnfit { proof } => format!(
            "\u{ab}{}\u{bb} no corresponde a la forma en que se envió el aviso",
            ES.proof(*proof)
        ),
        ReleaseReason::AlreadyReceived { received } => format!(
            "Ya está probada la recepción el {}. Solo la prueba de un día posterior cambiaría los días",
            ES.day(*received)
        ),
        ReleaseReason::RuleMissing { rule } => {
            format!("Al perfil de la agencia le falta la regla {rule}, por eso no se puede calcular el último día")
        }
        ReleaseReason::NoticeMissing => "No se abrió ningún aviso de este tipo para la persona".to_owned(),
        ReleaseReason::NotSent => "El aviso no se ha enviado".to_owned(),
        ReleaseReason::ReceiptUnproven => {
            "Enviado, pero sin prueba de recepción; los diez días no han empezado".to_owned()
        }
        ReleaseReason::Unlocated => "No se encuentra a la persona: ocúltela en la copia o acuda al tribunal".to_owned(),
        ReleaseReason::WindowOpen { last_day } => {
            format!("La persona todavía tiene días, hasta el {}", ES.day(*last_day))
        }
        ReleaseReason::DocketUnchecked { from } => format!(
            "Los días terminaron. Revise otra vez el registro del tribunal, el {} o después, y dé el aviso por libre",
            ES.day(*from)
        ),
        ReleaseReason::ObjectionUnanswered { received } => format!(
            "La objeción del {} aún no tiene respuesta por escrito",
            ES.day(*received)
        ),
        ReleaseReason::ObjectionAccepted => {
            "La oficina aceptó no entregar la grabación con esta persona en ella".to_owned()
        }
        ReleaseReason::PromiseUnkept { left } => {
            format!("La respuesta a una objeción prometió más de lo que hace la copia. Todavía queda: {left}")
        }
        ReleaseReason::WaitPromised { day } => {
            format!("La respuesta a una objeción prometió esperar hasta el {}", ES.day(*day))
        }
        ReleaseReason::ObjectionIdUnknownOrTaken => "No existe esa objeción".to_owned(),
        ReleaseReason::ReliefMissing => "No se pide nada".to_owned(),
        ReleaseReason::AlreadyAnswered => "La objeción ya tiene respuesta, y la respuesta se mantiene".to_owned(),
        ReleaseReason::ReasonsMissing => "Una objeción se rechaza con razones".to_owned(),
        ReleaseReason::ActionPending { filed, served } => format!(
            "Hay una acción judicial pendiente, presentada el {} y notificada el {}",
            ES.day(*filed),
            ES.day(*served)
        ),
        ReleaseReason::ActionDiffers => "Esta acción consta con otro día u otro tribunal".to_owned(),
        ReleaseReason::NoSuchAction => "No hay ninguna acción pendiente así".to_owned(),
        ReleaseReason::NoSuchDecision => "Aquí no hay anotada ninguna decisión judicial así, o se retiró".to_owned(),
        ReleaseReason::Enjoined { until } => match until {
            Some(until) => format!("Un tribunal prohibió mostrarla hasta el {}", ES.day(*until)),
            None => "Un tribunal prohibió mostrarla".to_owned(),
        },
        ReleaseReason::SpansRestrained { spans } => {
            format!("La copia muestra lo que un tribunal cerró o prohibió: {spans}")
        }
        ReleaseReason::OrderedRedactionMissing { spans } => {
            format!("Un tribunal ordenó supresiones que faltan en la copia: {spans}")
        }
        ReleaseReason::FootageClosed { closed } => ES.bar_reason(closed),
        ReleaseReason::OrderMissing => {
            "La grabación está abierta por orden judicial, y no hay ninguna orden registrada".to_owned()
        }
        ReleaseReason::OutsideOrder { spans } => format!("La copia muestra más de lo que abre la orden: {spans}"),
        ReleaseReason::OrderExpired { last_day } => format!("La orden venció el {}", ES.day(*last_day)),
        ReleaseReason::OrderNotYetEffective { first_day } => {
            format!("La orden tiene efecto desde el {}", ES.day(*first_day))
        }
        ReleaseReason::OrderStayed => "La orden está suspendida".to_owned(),
        ReleaseReason::OrderNotVerified => {
            "Primero, una segunda persona debe comparar la orden con el documento del tribunal".to_owned()
        }
        ReleaseReason::SamePerson => "Se necesitan dos personas, y esta es una".to_owned(),
        ReleaseReason::SecondPersonAwaited => {
            "Algo anotado antes espera a una segunda persona: primero se verifica o se rechaza".to_owned()
        }
        ReleaseReason::RestNotEntered => {
            "Lo que esto prohíbe quedó guardado y ya vale. Lo que libera no se guardó, porque algo anotado antes espera a una segunda persona: anótelo de nuevo cuando se haya verificado o rechazado".to_owned()
        }
        ReleaseReason::FreedByOne => {
            "Una sola persona anotó un consentimiento, una exención o que alguien es de la policía: primero se retira, se anota de nuevo y se verifica".to_owned()
        }
        ReleaseReason::OnRecording => {
            "Usted es el agente de esta grabación y por eso no decide sobre ella. Debe hacerlo un colega".to_owned()
        }
        ReleaseReason::ScopeMissing => "La orden debe nombrar las grabaciones de las que trata".to_owned(),
        ReleaseReason::NothingChosen => "No hay ninguna grabación vinculada a la solicitud".to_owned(),
        ReleaseReason::ReleaseStopped => {
            "Lo que se entregó en esta solicitud se detuvo. Solo sigue con una entrega nueva".to_owned()
        }
        ReleaseReason::NothingReleased => "En esta solicitud no se ha entregado nada".to_owned(),
        ReleaseReason::Mismatched => "Una grabación o persona está dos veces, o es de otro lugar".to_owned(),
        ReleaseReason::PeopleLogOpen => "El registro de personas no está declarado completo".to_owned(),
        ReleaseReason::CopyMissing => "No hay copia para entregar".to_owned(),
        ReleaseReason::CopyUnapproved => "Ninguna segunda persona ha aprobado la copia".to_owned(),
        ReleaseReason::HashChanged => "La aprobación se dio para otro archivo. Mire este y apruébelo".to_owned(),
        ReleaseReason::RedactionUnsound => {
            "Una supresión no nombra artículo o revisor, o está más allá del final".to_owned()
        }
        ReleaseReason::StillShown { seen, heard } if seen.is_empty() && heard.is_empty() => {
            "La persona no está oculta en toda la copia".to_owned()
        }
        ReleaseReason::StillShown { seen, heard } => format!(
            "La persona no está oculta en toda la copia: {}",
            left(seen, heard, ("se ve", "se oye"))
        ),
        ReleaseReason::TermsUnconfirmed => "Nadie ha confirmado que se cumplen los términos de la orden".to_owned(),
        ReleaseReason::WarningUnacknowledged => "Quien recibe el video aún no ha reconocido la advertencia".to_owned(),
        ReleaseReason::FeeUnsettled => "Hay un costo sin pagar que no se ha perdonado".to_owned(),
        ReleaseReason::TrackNotPublic => {
            "Solo puede hacerse público lo que se pidió por la vía pública. Lo entregado en esta solicitud es para quien la ley se lo da, y queda con esa persona".to_owned()
        }
        ReleaseReason::NotClearedForPublic { spans } => format!(
            "Por sí misma solo es pública la grabación abierta de un lugar público. Para {spans}, ninguna orden vigente la abre al público"
        ),
        ReleaseReason::TermAgainstPublic { term } => format!(
            "Una orden pone un término («{}») que una biblioteca pública no puede cumplir",
            ES.term_kind(*term)
        ),
        ReleaseReason::PublicNotTold => {
            "La persona aún aparece, y ni un aviso que haya recibido ni su consentimiento nombraron al público"
                .to_owned()
        }
        ReleaseReason::NewerCopy => "Se hizo una copia de la grabación más nueva que la entregada".to_owned(),
        ReleaseReason::NothingProposed => "Aquí nada espera a una segunda persona".to_owned(),
        ReleaseReason::NothingPublic => "Nada de esta solicitud está en la biblioteca pública".to_owned(),
    }
}

pub(super) fn kept_english(why: &DeletionBar) -> String {
    const EN: Lang = Lang::En;
    let reason = match &why.reason {
        KeepReason::Held { ground, last_day: None } => format!("{}. Nobody may delete it", EN.keep_ground(*ground)),
        KeepReason::Held {
            ground,
            last_day: Some(day),
        } => format!(
            "{}. Nobody may delete it before the end of {}",
            EN.keep_ground(*ground),
            EN.day(*day)
        ),
        KeepReason::Unclassified => "Nobody has classified it, and what is not classified is kept".to_owned(),
        KeepReason::NoSchedule { category } => {
            format!("No length of keeping is known for what the evidence system calls “{category}”, so it is kept")
        }
        KeepReason::Young { kept_until } => format!("It is kept until {}", EN.day(*kept_until)),
    };
    format!("{reason} ({}).", why.section)
}

pub(super) fn kept_spanish(why: &DeletionBar) -> String {
    const ES: Lang = Lang::Es;
    let reason = match &why.reason {
        KeepReason::Held { ground, last_day: None } => format!("{}. Nadie puede borrarla", ES.keep_ground(*ground)),
        KeepReason::Held {
            ground,
            last_day: Some(day),
        } => format!(
            "{}. Nadie puede borrarla antes de que termine el {}",
            ES.keep_ground(*ground),
            ES.day(*day)
        ),
        KeepReason::Unclassified => "Nadie la ha clasificado, y lo que no está clasificado se conserva".to_owned(),
        KeepReason::NoSchedule { category } => {
            format!(
                "No se conoce plazo de conservación para lo que el sistema de pruebas llama «{category}»; por eso se conserva"
            )
        }
        KeepReason::Young { kept_until } => format!("Se conserva hasta el {}", ES.day(*kept_until)),
    };
    format!("{reason} ({}).", why.section)
}
