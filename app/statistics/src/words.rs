//! The words of the statistics, English and Spanish, as data.

use law::{
    disclosure_order::OrderKind,
    hold::HoldKind,
    order::{Petitioner, Ruling},
    profile::Words,
    request::Track,
};

use crate::{
    Deleted, Month, NoticeCount, Outcome, Reason,
    table::{Cell, Label},
};

/// The same in English and in Spanish.
pub type Pair = (&'static str, &'static str);

/// Name of a column or row of sums.
pub const TOTAL: Pair = ("Total", "Total");
/// Stands in the place of a hidden number.
pub const HIDDEN: Pair = ("hidden", "oculto");
/// Says of a quantile that the curve does not reach it.
pub const NOT_REACHED: Pair = ("not reached yet", "todavía no se alcanza");
/// Says of a quantile that it would rest on too few requests.
pub const TOO_FEW: Pair = ("too few requests to say", "muy pocas solicitudes para decirlo");
/// Head of the column of keys in a file.
pub const KEY: Pair = ("key", "clave");
/// Head of the column of names in a file.
pub const NAME: Pair = ("name", "nombre");

/// What a hidden number means, for the foot of a table.
pub fn hidden_note(threshold: u32) -> Words {
    let last = threshold.saturating_sub(1);
    Words {
        en: format!(
            "Numbers from 1 to {last} are hidden, so that nobody can be picked out. Some larger numbers are hidden \
             too, so that the small ones cannot be worked out from the sums. Zero is always shown."
        ),
        es: format!(
            "Los números del 1 al {last} se ocultan para que no se pueda reconocer a nadie. También se ocultan algunos \
             números mayores, para que los pequeños no se puedan calcular a partir de las sumas. El cero siempre se \
             muestra."
        ),
    }
}

/// A published number in words of a language: the number, or why there is none.
pub fn cell(cell: Cell) -> Words {
    match cell {
        Cell::Shown(number) => same(&number.to_string()),
        Cell::Hidden => words(HIDDEN),
        Cell::NotReached => words(NOT_REACHED),
        Cell::TooFew => words(TOO_FEW),
    }
}

/// A pair as owned words.
pub fn words((en, es): Pair) -> Words {
    Words {
        en: en.to_owned(),
        es: es.to_owned(),
    }
}

/// The same in both languages.
fn same(word: &str) -> Words {
    Words {
        en: word.to_owned(),
        es: word.to_owned(),
    }
}

pub(crate) fn label(key: &str, pair: Pair) -> Label {
    Label {
        key: key.to_owned(),
        name: words(pair),
    }
}

/// A name that is the same in both languages, such as a division's.
pub(crate) fn named(key: &str, name: &str) -> Label {
    Label {
        key: key.to_owned(),
        name: same(name),
    }
}

const MONTHS: [Pair; 12] = [
    ("January", "enero"),
    ("February", "febrero"),
    ("March", "marzo"),
    ("April", "abril"),
    ("May", "mayo"),
    ("June", "junio"),
    ("July", "julio"),
    ("August", "agosto"),
    ("September", "septiembre"),
    ("October", "octubre"),
    ("November", "noviembre"),
    ("December", "diciembre"),
];

pub(crate) fn month(month: Month) -> Label {
    let index = usize::try_from(month.month - 1).unwrap_or_default();
    let (en, es) = MONTHS.get(index).copied().unwrap_or_default();
    Label {
        key: month.to_string(),
        name: Words {
            en: format!("{en} {}", month.year),
            es: format!("{es} de {}", month.year),
        },
    }
}

/// So many days after receipt.
pub(crate) fn day(days: u32) -> Label {
    Label {
        key: days.to_string(),
        name: Words {
            en: format!("Day {days}"),
            es: format!("Día {days}"),
        },
    }
}

/// Where a request stands.
pub const fn outcome(outcome: Outcome) -> Pair {
    match outcome {
        Outcome::Open => ("Being worked on", "En trámite"),
        Outcome::Waiting => ("Waiting: investigation active", "En espera: investigación activa"),
        Outcome::Court => ("Before a court", "Ante un tribunal"),
        Outcome::Released => ("Released", "Entregadas"),
        Outcome::Partial => ("Released in part", "Entregadas en parte"),
        Outcome::Denied => ("Denied", "Denegadas"),
        Outcome::NoRecord => ("No recording", "Sin grabación"),
        Outcome::CourtRefused => ("Court refused", "Negadas por un tribunal"),
        Outcome::Withdrawn => ("Withdrawn", "Retiradas"),
        Outcome::Lapsed => ("Lapsed without an answer", "Vencidas sin respuesta"),
    }
}

/// Where a request stands, with the section it rests on where that is always the same.
pub(crate) fn on_its_section(of: Outcome) -> Label {
    let Label { key, name } = label(of.key(), outcome(of));
    let name = match (of.section(), of) {
        (Some(section), _) => Words {
            en: format!("{} ({section})", name.en),
            es: format!("{} ({section})", name.es),
        },
        (None, Outcome::Denied | Outcome::NoRecord) => Words {
            en: format!("{} (see the reasons)", name.en),
            es: format!("{} (véanse los motivos)", name.es),
        },
        (None, _) => name,
    };
    Label { key, name }
}

/// Who asked, in a word or two.
pub const fn track(track: Track) -> Pair {
    match track {
        Track::Public => ("Anyone", "Cualquier persona"),
        Track::Depicted => ("A person shown or heard", "Persona que se ve o se oye"),
        Track::Civil => ("For a civil claim", "Para una demanda civil"),
        Track::Court => ("By court order", "Por orden judicial"),
        Track::NextOfKin => ("Next of kin", "Familiar más cercano"),
    }
}

/// Why there is no recording, or the provision as cited.
pub fn reason(reason: &Reason) -> Words {
    match reason {
        Reason::Provision(cited) => same(cited),
        Reason::NotMade => words(("No camera recorded it", "Ninguna cámara lo grabó")),
        Reason::Deleted => words((
            "Deleted under a retention rule",
            "Borrada según una regla de conservación",
        )),
        Reason::OtherAgency => words(("Another agency holds it", "La tiene otra agencia")),
        Reason::NotFound => words(("A search found nothing", "Una búsqueda no encontró nada")),
    }
}

pub(crate) const fn petitioner(by: Petitioner) -> Pair {
    match by {
        Petitioner::Requester => ("The person who filed the request", "Quien presentó la solicitud"),
        Petitioner::Agency => ("The agency", "La agencia"),
        Petitioner::Prosecutor => ("A prosecutor", "Un fiscal"),
        Petitioner::Other => ("Somebody else", "Otra persona"),
    }
}

pub(crate) const fn ruling(ruling: Ruling) -> Pair {
    match ruling {
        Ruling::Disclose => ("Release the footage", "Entregar la grabación"),
        Ruling::DiscloseInPart => ("Release in part or on terms", "Entregar en parte o con condiciones"),
        Ruling::Refuse => ("Do not release the footage", "No entregar la grabación"),
    }
}

pub(crate) const fn order(kind: OrderKind) -> Pair {
    match kind {
        OrderKind::Disclose => ("Release", "Entregar"),
        OrderKind::Close => ("Keep closed", "Mantener cerrada"),
        OrderKind::Enjoin => ("Do not show", "No mostrar"),
        OrderKind::Redact => ("Hide parts", "Ocultar partes"),
        OrderKind::Preserve => ("Do not delete", "No borrar"),
    }
}

pub(crate) const fn hold(kind: HoldKind) -> Pair {
    match kind {
        HoldKind::Request => ("Kept for a request", "Se conserva por una solicitud"),
        HoldKind::Lawsuit => ("Kept for a lawsuit", "Se conserva por un juicio"),
    }
}

/// Words that several tables share.
pub(crate) mod table {
    use super::Pair;

    pub const REQUESTS: Pair = ("Requests", "Solicitudes");
    pub const NOT_NAMED: Pair = ("Not named", "No indicada");
    pub const OTHER: Pair = ("Other", "Otros");
    pub const IN_TIME: Pair = ("Acted in time", "A tiempo");
    pub const LATE: Pair = ("Late, or not yet", "Tarde o todavía no");
    pub const KEPT: Pair = ("Kept", "Cumplidas");
    pub const BROKEN: Pair = ("Broken", "Incumplidas");
    pub const MOOT: Pair = ("No longer needed", "Ya no necesarias");
    pub const AHEAD: Pair = ("Still ahead", "Aún por cumplir");
    pub const STANDING: Pair = ("Standing now", "Vigentes");
    pub const ENDED: Pair = ("Ended", "Terminadas");
    pub const PROMISES: Pair = ("Promised days", "Fechas prometidas");
    pub const PETITIONS: Pair = ("Petitions and motions", "Peticiones y mociones");
    pub const ORDERS: Pair = ("Orders", "Órdenes");
    pub const CAMERAS: Pair = ("Cameras", "Cámaras");
    pub const GOAL: Pair = ("Stated goal", "Meta declarada");
    pub const NUMBER: Pair = ("Number", "Número");
    pub const COUNTED: Pair = ("Requests counted", "Solicitudes contadas");
    pub const MEDIAN: Pair = ("Half of them by day", "La mitad, hasta el día");
    pub const NINETIETH: Pair = ("Nine in ten by day", "Nueve de cada diez, hasta el día");
    pub const STILL_WAITING: Pair = ("Still waiting, in percent", "Siguen en espera, en por ciento");
    pub const THERE: Pair = (
        "Already there, in percent of all",
        "Ya llegaron, en por ciento de todas",
    );
}

/// Ages of waiting requests, by the last day of each group.
pub(crate) const AGES: [(&str, u32, Pair); 6] = [
    ("to_30", 30, ("Up to 30 days", "Hasta 30 días")),
    ("to_90", 90, ("31 to 90 days", "De 31 a 90 días")),
    ("to_180", 180, ("91 to 180 days", "De 91 a 180 días")),
    ("to_365", 365, ("181 days to a year", "De 181 días a un año")),
    ("to_730", 730, ("One to two years", "De uno a dos años")),
    ("over_730", u32::MAX, ("Over two years", "Más de dos años")),
];

pub(crate) const fn deleted(what: Deleted) -> Pair {
    match what {
        Deleted::ByRule => ("Recordings", "Grabaciones"),
        Deleted::WhileRequested => ("Requests", "Solicitudes"),
    }
}

pub(crate) const fn notice(what: NoticeCount) -> Pair {
    match what {
        NoticeCount::Sent => ("Notices sent", "Avisos enviados"),
        NoticeCount::Received => ("Notices received", "Avisos recibidos"),
        NoticeCount::Unlocated => ("People not found", "Personas no localizadas"),
        NoticeCount::Objection => ("Objections", "Objeciones"),
        NoticeCount::CourtAction => (
            "Court actions filed and served",
            "Acciones judiciales presentadas y notificadas",
        ),
        NoticeCount::Enjoined => ("Display forbidden by a court", "Un tribunal prohibió mostrarla"),
    }
}
