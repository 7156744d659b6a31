//! The words of the statistics, English and Spanish, as data.

use law::{
    Bilingual, both,
    disclosure_order::OrderKind,
    hold::HoldKind,
    month_name,
    request::Track,
    request_order::{Petitioner, Ruling},
};

use crate::{
    Deleted, Month, NoticeCount, Outcome, Reason,
    table::{Cell, Label},
};

/// Name of a column or row of sums.
pub const TOTAL: Bilingual = both("Total", "Total");
/// Stands in the place of a hidden number.
pub const HIDDEN: Bilingual = both("hidden", "oculto");
/// Says of a quantile that the curve does not reach it.
pub const NOT_REACHED: Bilingual = both("not reached yet", "todavía no se alcanza");
/// Says of a quantile that it would rest on too few requests.
pub const TOO_FEW: Bilingual = both("too few requests to say", "muy pocas solicitudes para decirlo");
/// Head of the column of keys in a file.
pub const KEY: Bilingual = both("key", "clave");
/// Head of the column of names in a file.
pub const NAME: Bilingual = both("name", "nombre");

/// What a hidden number means, for the foot of a table.
pub fn hidden_note(threshold: u32) -> Bilingual<String> {
    let last = threshold.saturating_sub(1);
    both(
        format!(
            "Numbers from 1 to {last} are hidden, so that nobody can be picked out. Some larger numbers are hidden \
             too, so that the small ones cannot be worked out from the sums. Zero is always shown."
        ),
        format!(
            "Los números del 1 al {last} se ocultan para que no se pueda reconocer a nadie. También se ocultan algunos \
             números mayores, para que los pequeños no se puedan calcular a partir de las sumas. El cero siempre se \
             muestra."
        ),
    )
}

/// A published number in words of a language: the number, or why there is none.
pub fn cell(cell: Cell) -> Bilingual<String> {
    match cell {
        Cell::Shown(number) => same(&number.to_string()),
        Cell::Hidden => HIDDEN.owned(),
        Cell::NotReached => NOT_REACHED.owned(),
        Cell::TooFew => TOO_FEW.owned(),
    }
}

/// The same in both languages.
fn same(word: &str) -> Bilingual<String> {
    both(word.to_owned(), word.to_owned())
}

pub(crate) fn label(key: &str, text: Bilingual) -> Label {
    Label {
        key: key.to_owned(),
        name: text.owned(),
    }
}

/// A name that is the same in both languages, such as a division's.
pub(crate) fn named(key: &str, name: &str) -> Label {
    Label {
        key: key.to_owned(),
        name: same(name),
    }
}

pub(crate) fn month(month: Month) -> Label {
    let Bilingual { en, es } = month_name(month.month);
    Label {
        key: month.to_string(),
        name: both(format!("{en} {}", month.year), format!("{es} de {}", month.year)),
    }
}

/// So many days after receipt.
pub(crate) fn day(days: u32) -> Label {
    Label {
        key: days.to_string(),
        name: both(format!("Day {days}"), format!("Día {days}")),
    }
}

/// Where a request stands.
pub const fn outcome(outcome: Outcome) -> Bilingual {
    match outcome {
        Outcome::Open => both("Being worked on", "En trámite"),
        Outcome::Waiting => both("Waiting: investigation active", "En espera: investigación activa"),
        Outcome::Court => both("Before a court", "Ante un tribunal"),
        Outcome::Released => both("Released", "Entregadas"),
        Outcome::Partial => both("Released in part", "Entregadas en parte"),
        Outcome::DeniedInPart => both(
            "Denied in part, the rest released",
            "Denegadas en parte, el resto entregado",
        ),
        Outcome::Denied => both("Denied", "Denegadas"),
        Outcome::NoRecord => both("No recording", "Sin grabación"),
        Outcome::CourtRefused => both("Court refused", "Negadas por un tribunal"),
        Outcome::Withdrawn => both("Withdrawn", "Retiradas"),
        Outcome::Lapsed => both("Lapsed without an answer", "Vencidas sin respuesta"),
    }
}

/// Where a request stands, with the section it rests on where that is always the same.
pub(crate) fn on_its_section(of: Outcome) -> Label {
    let Label { key, name } = label(of.key(), outcome(of));
    let name = match (of.section(), of) {
        (Some(section), _) => both(format!("{} ({section})", name.en), format!("{} ({section})", name.es)),
        (None, Outcome::Denied | Outcome::DeniedInPart | Outcome::NoRecord) => both(
            format!("{} (see the reasons)", name.en),
            format!("{} (véanse los motivos)", name.es),
        ),
        (None, _) => name,
    };
    Label { key, name }
}

/// Why a camera that should have recorded has no recording.
pub const fn gap(gap: law::coverage::GapReason) -> Bilingual {
    match gap {
        law::coverage::GapReason::NoContact => {
            both("Sent, and had nothing to record", "Enviado, y no había qué grabar")
        }
        law::coverage::GapReason::PolicyException => both(
            "Off by an exception of the policy",
            "Apagada por una excepción de la política",
        ),
        law::coverage::GapReason::NotActivated => both(
            "Not activated, without a reason given",
            "No se activó, sin motivo indicado",
        ),
        law::coverage::GapReason::Incomplete => both("Begun late or ended early", "Empezó tarde o terminó antes"),
        law::coverage::GapReason::NoCamera => both("No camera assigned", "Sin cámara asignada"),
        law::coverage::GapReason::CameraFailed => both(
            "Camera, battery or storage failed",
            "Falló la cámara, la batería o el almacenamiento",
        ),
        law::coverage::GapReason::NotUploaded => both("Not uploaded", "No se subió"),
        law::coverage::GapReason::Deleted => both(
            "Deleted under a retention rule",
            "Borrada según una regla de conservación",
        ),
        law::coverage::GapReason::DeletedInBreach => {
            both("Deleted although it had to be kept", "Borrada aunque debía conservarse")
        }
        law::coverage::GapReason::OtherAgency => both("Camera of another agency", "Cámara de otra agencia"),
        law::coverage::GapReason::Unexplained => both("Not explained", "Sin explicar"),
    }
}

/// Who asked, in a word or two.
pub const fn track(track: Track) -> Bilingual {
    match track {
        Track::Public => both("Anyone", "Cualquier persona"),
        Track::Depicted => both("A person shown or heard", "Persona que se ve o se oye"),
        Track::Civil => both("For a civil claim", "Para una demanda civil"),
        Track::Court => both("By court order", "Por orden judicial"),
        Track::NextOfKin => both("Next of kin", "Familiar más cercano"),
    }
}

/// Why there is no recording, or the provision as cited.
pub fn reason(reason: &Reason) -> Bilingual<String> {
    match reason {
        Reason::Provision(cited) => same(cited),
        Reason::NotMade => both("No camera recorded it", "Ninguna cámara lo grabó").owned(),
        Reason::Deleted => both(
            "Deleted under a retention rule",
            "Borrada según una regla de conservación",
        )
        .owned(),
        Reason::DeletedInBreach => {
            both("Deleted although it had to be kept", "Borrada aunque debía conservarse").owned()
        }
        Reason::OtherAgency => both("Another agency holds it", "La tiene otra agencia").owned(),
        Reason::NotFound => both("A search found nothing", "Una búsqueda no encontró nada").owned(),
    }
}

pub(crate) const fn petitioner(by: Petitioner) -> Bilingual {
    match by {
        Petitioner::Requester => both("The person who filed the request", "Quien presentó la solicitud"),
        Petitioner::Agency => both("The agency", "La agencia"),
        Petitioner::Prosecutor => both("A prosecutor", "Un fiscal"),
        Petitioner::Other => both("Somebody else", "Otra persona"),
    }
}

pub(crate) const fn ruling(ruling: Ruling) -> Bilingual {
    match ruling {
        Ruling::Disclose => both("Release the footage", "Entregar la grabación"),
        Ruling::DiscloseInPart => both("Release in part or on terms", "Entregar en parte o con condiciones"),
        Ruling::Refuse => both("Do not release the footage", "No entregar la grabación"),
    }
}

pub(crate) const fn order(kind: OrderKind) -> Bilingual {
    match kind {
        OrderKind::Disclose => both("Release", "Entregar"),
        OrderKind::Close => both("Keep closed", "Mantener cerrada"),
        OrderKind::Enjoin => both("Do not show", "No mostrar"),
        OrderKind::Redact => both("Hide parts", "Ocultar partes"),
        OrderKind::Refuse => both("Do not release", "No entregar"),
        OrderKind::Preserve => both("Do not delete", "No borrar"),
    }
}

pub(crate) const fn hold(kind: HoldKind) -> Bilingual {
    match kind {
        HoldKind::Request => both("Kept for a request", "Se conserva por una solicitud"),
        HoldKind::Lawsuit => both("Kept for a lawsuit", "Se conserva por un juicio"),
    }
}

/// Words that several tables share.
pub(crate) mod table {
    use super::{Bilingual, both};

    pub const GAPS: Bilingual = both("Gaps", "Huecos");
    pub const REQUESTS: Bilingual = both("Requests", "Solicitudes");
    pub const NOT_NAMED: Bilingual = both("Not named", "No indicada");
    pub const OTHER: Bilingual = both("Other", "Otros");
    pub const IN_TIME: Bilingual = both("Acted in time", "A tiempo");
    pub const LATE: Bilingual = both("Late, or not yet", "Tarde o todavía no");
    pub const KEPT: Bilingual = both("Kept", "Cumplidas");
    pub const BROKEN: Bilingual = both("Broken", "Incumplidas");
    pub const MOOT: Bilingual = both("No longer needed", "Ya no necesarias");
    pub const AHEAD: Bilingual = both("Still ahead", "Aún por cumplir");
    pub const STANDING: Bilingual = both("Standing now", "Vigentes");
    pub const ENDED: Bilingual = both("Ended", "Terminadas");
    pub const PROMISES: Bilingual = both("Promised days", "Fechas prometidas");
    pub const PETITIONS: Bilingual = both("Petitions and motions", "Peticiones y mociones");
    pub const ORDERS: Bilingual = both("Orders", "Órdenes");
    pub const CAMERAS: Bilingual = both("Cameras", "Cámaras");
    pub const GOAL: Bilingual = both("Stated goal", "Meta declarada");
    pub const NUMBER: Bilingual = both("Number", "Número");
    pub const COUNTED: Bilingual = both("Requests counted", "Solicitudes contadas");
    pub const MEDIAN: Bilingual = both("Half of them by day", "La mitad, hasta el día");
    pub const NINETIETH: Bilingual = both("Nine in ten by day", "Nueve de cada diez, hasta el día");
    pub const STILL_WAITING: Bilingual = both("Still waiting, in percent", "Siguen en espera, en por ciento");
    pub const THERE: Bilingual = both(
        "Already there, in percent of all",
        "Ya llegaron, en por ciento de todas",
    );
}

/// Ages of waiting requests, by the last day of each group.
pub(crate) const AGES: [(&str, u32, Bilingual); 6] = [
    ("to_30", 30, both("Up to 30 days", "Hasta 30 días")),
    ("to_90", 90, both("31 to 90 days", "De 31 a 90 días")),
    ("to_180", 180, both("91 to 180 days", "De 91 a 180 días")),
    ("to_365", 365, both("181 days to a year", "De 181 días a un año")),
    ("to_730", 730, both("One to two years", "De uno a dos años")),
    ("over_730", u32::MAX, both("Over two years", "Más de dos años")),
];

pub(crate) const fn deleted(what: Deleted) -> Bilingual {
    match what {
        Deleted::ByRule => both("Recordings", "Grabaciones"),
        Deleted::WhileRequested => both("Requests", "Solicitudes"),
    }
}

pub(crate) const fn notice(what: NoticeCount) -> Bilingual {
    match what {
        NoticeCount::Sent => both("Notices sent", "Avisos enviados"),
        NoticeCount::Received => both("Notices received", "Avisos recibidos"),
        NoticeCount::Unlocated => both("People not found", "Personas no localizadas"),
        NoticeCount::Objection => both("Objections", "Objeciones"),
        NoticeCount::CourtAction => both(
            "Court actions filed and served",
            "Acciones judiciales presentadas y notificadas",
        ),
        NoticeCount::Enjoined => both("Display forbidden by a court", "Un tribunal prohibió mostrarla"),
    }
}
