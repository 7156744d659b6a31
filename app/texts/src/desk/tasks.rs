//! Words about what waits for a member of staff.

use law::Date;
use office::{Lang, views::TaskKind};

use crate::DateWords as _;

fn counted(n: u64, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

words! {
    /// Words about what waits for a member of staff.
    pub trait TaskWords:
    tasks_title() -> &'static str { "What waits for you", "Lo que le espera" }
    tasks_none() -> &'static str { "Nothing waits for you.", "No le espera nada." }
    tasks_requests() -> &'static str { "Requests", "Solicitudes" }
    task(kind: TaskKind, n: u64) -> String { en(kind, n), es(kind, n) }
    verify_intro() -> &'static str {
        "Whoever entered or made one of these cannot verify it.",
        "Quien anotó o hizo una de estas cosas no puede verificarla."
    }
    verify_entries() -> &'static str { "Entries that free something", "Anotaciones que liberan algo" }
    verify_orders() -> &'static str { "Court orders", "Órdenes judiciales" }
    verify_copies() -> &'static str { "Redacted copies", "Copias con ocultaciones" }
    verify_no_orders() -> &'static str { "No order waits to be verified.", "Ninguna orden espera verificación." }
    verify_no_copies() -> &'static str {
        "No copy for an open request waits to be approved.",
        "Ninguna copia para una solicitud abierta espera aprobación."
    }
    verify_made(name: &str, on: Date) -> String {
        format!("Made by {name} on {}", Lang::En.day(on)),
        format!("La hizo {name} el {}", Lang::Es.day(on))
    }
    verify_own() -> &'static str { "yours: somebody else verifies it", "suya: la verifica otra persona" }
}

fn en(kind: TaskKind, n: u64) -> String {
    let (one, many) = match kind {
        TaskKind::Mention => ("note names you", "notes name you"),
        TaskKind::FailedLetter => ("letter failed", "letters failed"),
        TaskKind::Objection => ("objection to answer", "objections to answer"),
        TaskKind::Wish => ("wish about consent to talk about", "wishes about consent to talk about"),
        TaskKind::Receipt => (
            "request waits for proof that a letter was received",
            "requests wait for proof that letters were received",
        ),
        TaskKind::Docket => (
            "request waits for a look into the court’s docket",
            "requests wait for a look into the court’s docket",
        ),
        TaskKind::Viewing => (
            "family viewing to arrange or to close",
            "family viewings to arrange or to close",
        ),
        TaskKind::PaperLetter => ("letter on paper to be posted", "letters on paper to be posted"),
        TaskKind::RefusedSender => (
            "letter waits because our sender is refused",
            "letters wait because our sender is refused",
        ),
        TaskKind::Entry => ("entry to verify", "entries to verify"),
        TaskKind::Order => ("court order to verify", "court orders to verify"),
        TaskKind::Copy => ("redacted copy to approve", "redacted copies to approve"),
        TaskKind::Publication => (
            "proposal for the library to decide",
            "proposals for the library to decide",
        ),
        TaskKind::Overdue => ("request past a day of the law", "requests past a day of the law"),
        TaskKind::OwnDayPassed => (
            "request past the office’s own day",
            "requests past the office’s own day",
        ),
        TaskKind::Unassigned => ("request that nobody has", "requests that nobody has"),
        TaskKind::Uncovered => (
            "person away today, and nobody stands in",
            "people away today, and nobody stands in",
        ),
        TaskKind::Investigation => (
            "request waits for an investigation to end",
            "requests wait for an investigation to end",
        ),
        TaskKind::BeforeCourt => ("request before a court", "requests before a court"),
        TaskKind::CourtDay => (
            "court case with a day within a week or past",
            "court cases with a day within a week or past",
        ),
        TaskKind::UnusualReading => ("day of unusual reading", "days of unusual reading"),
        TaskKind::DeletedInBreach => (
            "recording deleted although it had to be kept",
            "recordings deleted although they had to be kept",
        ),
        TaskKind::UnusedAccount => (
            "account whose holder has not chosen a password",
            "accounts whose holders have not chosen a password",
        ),
    };
    counted(n, one, many)
}

fn es(kind: TaskKind, n: u64) -> String {
    let (one, many) = match kind {
        TaskKind::Mention => ("nota le menciona", "notas le mencionan"),
        TaskKind::FailedLetter => ("carta falló", "cartas fallaron"),
        TaskKind::Objection => ("objeción por responder", "objeciones por responder"),
        TaskKind::Wish => (
            "deseo sobre el consentimiento por hablar",
            "deseos sobre el consentimiento por hablar",
        ),
        TaskKind::Receipt => (
            "solicitud espera prueba de que se recibió una carta",
            "solicitudes esperan prueba de que se recibieron cartas",
        ),
        TaskKind::Docket => (
            "solicitud espera que se revise el registro del tribunal",
            "solicitudes esperan que se revise el registro del tribunal",
        ),
        TaskKind::Viewing => (
            "visionado de familia por fijar o cerrar",
            "visionados de familias por fijar o cerrar",
        ),
        TaskKind::PaperLetter => ("carta en papel por enviar", "cartas en papel por enviar"),
        TaskKind::RefusedSender => (
            "carta espera porque se rechaza nuestro remitente",
            "cartas esperan porque se rechaza nuestro remitente",
        ),
        TaskKind::Entry => ("anotación por verificar", "anotaciones por verificar"),
        TaskKind::Order => ("orden judicial por verificar", "órdenes judiciales por verificar"),
        TaskKind::Copy => (
            "copia con ocultaciones por aprobar",
            "copias con ocultaciones por aprobar",
        ),
        TaskKind::Publication => (
            "propuesta para la biblioteca por decidir",
            "propuestas para la biblioteca por decidir",
        ),
        TaskKind::Overdue => (
            "solicitud con un plazo de la ley vencido",
            "solicitudes con un plazo de la ley vencido",
        ),
        TaskKind::OwnDayPassed => (
            "solicitud con el día propio de la oficina vencido",
            "solicitudes con el día propio de la oficina vencido",
        ),
        TaskKind::Unassigned => ("solicitud que nadie tiene", "solicitudes que nadie tiene"),
        TaskKind::Uncovered => (
            "persona ausente hoy, y nadie la sustituye",
            "personas ausentes hoy, y nadie las sustituye",
        ),
        TaskKind::Investigation => (
            "solicitud espera a que termine una investigación",
            "solicitudes esperan a que termine una investigación",
        ),
        TaskKind::CourtDay => (
            "caso judicial con día en una semana o vencido",
            "casos judiciales con día en una semana o vencido",
        ),
        TaskKind::BeforeCourt => ("solicitud ante un tribunal", "solicitudes ante un tribunal"),
        TaskKind::UnusualReading => ("día de lectura inusual", "días de lectura inusual"),
        TaskKind::DeletedInBreach => (
            "grabación borrada aunque debía conservarse",
            "grabaciones borradas aunque debían conservarse",
        ),
        TaskKind::UnusedAccount => (
            "cuenta cuyo titular no ha elegido contraseña",
            "cuentas cuyos titulares no han elegido contraseña",
        ),
    };
    counted(n, one, many)
}
