//! The closures.

use law::{Bilingual, both, calendar::CalendarOwner};

pub(super) const fn office(office: CalendarOwner) -> Bilingual {
    match office {
        CalendarOwner::Custodian => both("The records office", "La oficina de registros"),
        CalendarOwner::Court => both("The circuit court", "El tribunal de circuito"),
    }
}
