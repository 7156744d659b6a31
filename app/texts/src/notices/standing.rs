//! Where a notice stands, and what became of the video, in the words of the person.

use law::{
    Bilingual, Date, both,
    notice::{NoticeKind, Standing},
    person::Shown,
    span::Spans,
};
use office::{
    Lang,
    views::{NoticeEnd, ReleasedOn},
};

use super::shown;
use crate::DateWords as _;

/// Where a notice stands. Once the video left, what the office or a court does is no promise that it stays.
pub(super) fn words(lang: Lang, standing: &Standing, of: Shown, left: bool) -> String {
    let fixed = match standing {
        Standing::TakenOut => return shown::taken_out(lang, of),
        Standing::Hidden => return shown::hidden(lang, of, left),
        Standing::Forbidden { parts, until } => return forbidden(lang, parts.as_ref(), *until),
        Standing::Exempt => both(
            "No notice is due: the law exempts people who belong to a law enforcement agency (RSMo 610.100.8). You need not answer. If that is wrong, tell the records office.",
            "No se debe aviso: la ley exceptúa a quienes pertenecen a una agencia policial (RSMo 610.100.8). No tiene que responder. Si no es así, dígalo a la oficina de registros.",
        ),
        Standing::Consented => both("You agreed to the release.", "Usted aceptó la entrega."),
        Standing::NotBegun => both(
            "Your days have not begun. You can answer already.",
            "Sus días aún no han empezado. Ya puede responder.",
        ),
        Standing::Objected { waits: true, .. } | Standing::Waits if left => both(
            "You objected. Your objection waits for our answer in writing.",
            "Usted se opuso. Su objeción espera nuestra respuesta por escrito.",
        ),
        Standing::Kept if left => both("We agreed with your objection.", "Aceptamos su objeción."),
        Standing::InCourt if left => both("A court action is pending.", "Hay una acción judicial pendiente."),
        Standing::Running => both("You have time to answer.", "Tiene tiempo para responder."),
        Standing::Objected {
            begun: false,
            waits: true,
        } => both(
            "You objected before your days began. The release waits for our answer in writing.",
            "Usted se opuso antes de que empezaran sus días. La entrega espera nuestra respuesta por escrito.",
        ),
        Standing::Objected {
            begun: false,
            waits: false,
        } => both(
            "You objected before your days began.",
            "Usted se opuso antes de que empezaran sus días.",
        ),
        Standing::Objected {
            begun: true,
            waits: true,
        } => both(
            "You objected. The release waits for our answer in writing, and your days go on.",
            "Usted se opuso. La entrega espera nuestra respuesta por escrito, y sus días siguen corriendo.",
        ),
        Standing::Objected {
            begun: true,
            waits: false,
        } => both(
            "You objected. Your days go on.",
            "Usted se opuso. Sus días siguen corriendo.",
        ),
        Standing::Waits => both(
            "You objected in time. Your days are over, and the video is not released before we have answered you in writing.",
            "Usted se opuso a tiempo. Sus días terminaron, y el video no se entrega antes de que le respondamos por escrito.",
        ),
        Standing::Kept => both(
            "We agreed with your objection: the video is not released as you objected to it.",
            "Aceptamos su objeción: el video no se entrega en la forma a la que se opuso.",
        ),
        Standing::Over => both(
            "Your days are over and nothing is pending.",
            "Sus días terminaron y no hay nada pendiente.",
        ),
        Standing::InCourt => both(
            "A court action is pending. The video is not released or shown before the court decides.",
            "Hay una acción judicial pendiente. El video no se entrega ni se muestra antes de que decida el tribunal.",
        ),
    };
    lang.pick(fixed).to_owned()
}

fn forbidden(lang: Lang, parts: Option<&Spans>, until: Option<Date>) -> String {
    match lang {
        Lang::En => {
            let what = parts.map_or_else(
                || "the video".to_owned(),
                |spans| format!("these parts of the video: {spans}"),
            );
            let until = until.map_or_else(String::new, |day| format!(", through {}", lang.day(day)));
            format!("A court forbade showing {what}{until}.")
        }
        Lang::Es => {
            let what = parts.map_or_else(
                || "el video".to_owned(),
                |spans| format!("estas partes del video: {spans}"),
            );
            let until = until.map_or_else(String::new, |day| format!(", hasta el {}, inclusive", lang.day(day)));
            format!("Un tribunal prohibió mostrar {what}{until}.")
        }
    }
}

/// What is so after the last day, and what can still be done (README.md (b) of the law: a late action blocks once an order
/// exists).
pub(super) const fn over(end: NoticeEnd) -> Bilingual {
    match end {
        NoticeEnd::Kept => both(
            "The days are over. An objection sent now is late: it is passed on to the records custodian and read, but it does not hold the release. You can still go to court: an action filed now does not stop the release by itself; an order of the court does.",
            "Los días terminaron. Una objeción enviada ahora es tardía: se pasa al custodio de registros y se lee, pero no detiene la entrega. Todavía puede acudir al tribunal: una acción presentada ahora no detiene por sí sola la entrega; una orden del tribunal sí.",
        ),
        NoticeEnd::Released => both(
            "The days are over. An objection sent now is passed on to the records custodian, who can stop the video; nothing obliges them to. You can still go to court: an order of the court stops it.",
            "Los días terminaron. Una objeción enviada ahora se pasa al custodio de registros, que puede detener el video; nada le obliga. Todavía puede acudir al tribunal: una orden del tribunal lo detiene.",
        ),
        NoticeEnd::HandedOver => both(
            "The days are over: whoever has the video may show it. You can still go to court: only an order of the court forbids it to them.",
            "Los días terminaron: quien tiene el video puede mostrarlo. Todavía puede acudir al tribunal: solo una orden del tribunal se lo prohíbe.",
        ),
        NoticeEnd::Stopped => both(
            "The days are over, and the release was stopped. What you send now is passed on to the records custodian. Before the video leaves again, the law is asked anew.",
            "Los días terminaron y la entrega se detuvo. Lo que envíe ahora se pasa al custodio de registros. Antes de que el video salga otra vez, se vuelve a aplicar la ley.",
        ),
    }
}

pub(super) fn released_english(kind: NoticeKind, left: ReleasedOn, opens_on: Option<Date>) -> String {
    let on = Lang::En.day(left.on);
    let stopped = if left.stopped {
        " It was stopped since: it cannot be watched through this portal any more."
    } else {
        ""
    };
    match (kind, opens_on) {
        (NoticeKind::Statute8, Some(day)) => format!(
            "The video was handed to whoever asked for it on {on}. They must not show or describe it before {}.{stopped}",
            Lang::En.day(day)
        ),
        (NoticeKind::Statute8, None) => format!("The video was handed to whoever asked for it on {on}.{stopped}"),
        _ => format!("The video was released on {on}.{stopped}"),
    }
}

pub(super) fn released_spanish(kind: NoticeKind, left: ReleasedOn, opens_on: Option<Date>) -> String {
    let on = Lang::Es.day(left.on);
    let stopped = if left.stopped {
        " Después se detuvo: ya no puede verse en este portal."
    } else {
        ""
    };
    match (kind, opens_on) {
        (NoticeKind::Statute8, Some(day)) => format!(
            "El video se entregó a quien lo pidió el {on}. No debe mostrarlo ni describirlo antes del {}.{stopped}",
            Lang::Es.day(day)
        ),
        (NoticeKind::Statute8, None) => format!("El video se entregó a quien lo pidió el {on}.{stopped}"),
        _ => format!("El video se entregó el {on}.{stopped}"),
    }
}
