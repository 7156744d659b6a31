//! The queue and the closures.

use law::{Bilingual, both, calendar::CalendarOwner};

/// The Monday-morning sentence.
pub(super) fn sentence_english(overdue: u64, due_today: u64) -> String {
    match (overdue, due_today) {
        (0, 0) => "Nothing is overdue, and nothing is due today.".to_owned(),
        (0, 1) => "Nothing is overdue. One request is due today.".to_owned(),
        (0, n) => format!("Nothing is overdue. {n} requests are due today."),
        (1, 0) => "One request is overdue. Nothing is due today.".to_owned(),
        (n, 0) => format!("{n} requests are overdue. Nothing is due today."),
        (n, m) => format!("{n} overdue, {m} due today."),
    }
}

pub(super) fn sentence_spanish(overdue: u64, due_today: u64) -> String {
    match (overdue, due_today) {
        (0, 0) => "Nada lleva retraso y nada vence hoy.".to_owned(),
        (0, 1) => "Nada lleva retraso. Una solicitud vence hoy.".to_owned(),
        (0, n) => format!("Nada lleva retraso. {n} solicitudes vencen hoy."),
        (1, 0) => "Una solicitud lleva retraso. Nada vence hoy.".to_owned(),
        (n, 0) => format!("{n} solicitudes llevan retraso. Nada vence hoy."),
        (n, m) => format!("{n} con retraso, {m} vencen hoy."),
    }
}

pub(super) const fn office(office: CalendarOwner) -> Bilingual {
    match office {
        CalendarOwner::Custodian => both("The records office", "La oficina de registros"),
        CalendarOwner::Court => both("The circuit court", "El tribunal de circuito"),
    }
}
