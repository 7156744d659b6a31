//! How a date was worked out, line by line.

use law::{
    Bilingual, both,
    deadline::{DayOff, Span, Step},
};
use office::Lang;

use super::LawWords;
use crate::DateWords;

pub(super) fn english(step: &Step) -> String {
    const EN: Lang = Lang::En;
    match step {
        Step::LocalDay { on, zone } => format!(
            "The moment given falls on {} in the agency's time zone ({zone}).",
            EN.day(*on)
        ),
        Step::FirstDayExcluded { on } => {
            format!("{} is the first day. It is not counted (Rule 44.01(a)).", EN.day(*on))
        }
        Step::Counted { on, number } => format!("Day {number}: {}.", EN.day(*on)),
        Step::Skipped { on, why } => format!("{} is passed over: {}.", EN.day(*on), EN.day_off(why)),
        Step::Added { span, to, clamped } => {
            let clamped = if *clamped {
                " That month has no such day, so its last day is taken (RSMo 1.020(11))."
            } else {
                ""
            };
            format!("{} later is {}.{clamped}", EN.span(*span), EN.day(*to))
        }
        Step::Rolled { from, why } => format!(
            "{} cannot be the last day: {}. The last day moves on.",
            EN.day(*from),
            EN.day_off(why)
        ),
        Step::DayAfter { on } => format!("The rule names the day after the last day: {}.", EN.day(*on)),
    }
}

pub(super) fn spanish(step: &Step) -> String {
    const ES: Lang = Lang::Es;
    match step {
        Step::LocalDay { on, zone } => format!(
            "El momento indicado cae en el {} en la zona horaria de la agencia ({zone}).",
            ES.day(*on)
        ),
        Step::FirstDayExcluded { on } => format!("El {} es el primer día. No se cuenta (Regla 44.01(a)).", ES.day(*on)),
        Step::Counted { on, number } => format!("Día {number}: {}.", ES.day(*on)),
        Step::Skipped { on, why } => format!("El {} no se cuenta: {}.", ES.day(*on), ES.day_off(why)),
        Step::Added { span, to, clamped } => {
            let clamped = if *clamped {
                " Ese mes no tiene ese día, así que se toma su último día (RSMo 1.020(11))."
            } else {
                ""
            };
            format!("{} después es el {}.{clamped}", ES.span(*span), ES.day(*to))
        }
        Step::Rolled { from, why } => format!(
            "El {} no puede ser el último día: {}. El último día pasa al siguiente.",
            ES.day(*from),
            ES.day_off(why)
        ),
        Step::DayAfter { on } => format!("La regla toma el día después del último: {}.", ES.day(*on)),
    }
}

pub(super) fn day_off_english(off: &DayOff) -> String {
    match off {
        DayOff::Saturday => "it is a Saturday".to_owned(),
        DayOff::Sunday => "it is a Sunday".to_owned(),
        DayOff::Holiday { name, observed: true } => format!("{} is kept on this day", Lang::En.holiday(name)),
        DayOff::Holiday { name, observed: false } => format!("it is a holiday, {}", Lang::En.holiday(name)),
        DayOff::Closure { reason } => format!("closed on that day ({reason})"),
    }
}

pub(super) fn day_off_spanish(off: &DayOff) -> String {
    match off {
        DayOff::Saturday => "es sábado".to_owned(),
        DayOff::Sunday => "es domingo".to_owned(),
        DayOff::Holiday { name, observed: true } => format!("ese día se observa el {}", Lang::Es.holiday(name)),
        DayOff::Holiday { name, observed: false } => format!("es feriado, {}", Lang::Es.holiday(name)),
        DayOff::Closure { reason } => format!("cerrado ese día ({reason})"),
    }
}

pub(super) fn span_english(span: Span) -> String {
    match span {
        Span::BusinessDays(1) => "1 business day".to_owned(),
        Span::BusinessDays(n) => format!("{n} business days"),
        Span::Days(1) => "1 day".to_owned(),
        Span::Days(n) => format!("{n} days"),
        Span::Months(1) => "1 month".to_owned(),
        Span::Months(n) => format!("{n} months"),
        Span::Years(1) => "1 year".to_owned(),
        Span::Years(n) => format!("{n} years"),
    }
}

pub(super) fn span_spanish(span: Span) -> String {
    match span {
        Span::BusinessDays(1) => "1 día hábil".to_owned(),
        Span::BusinessDays(n) => format!("{n} días hábiles"),
        Span::Days(1) => "1 día".to_owned(),
        Span::Days(n) => format!("{n} días"),
        Span::Months(1) => "1 mes".to_owned(),
        Span::Months(n) => format!("{n} meses"),
        Span::Years(1) => "1 año".to_owned(),
        Span::Years(n) => format!("{n} años"),
    }
}

/// A holiday by its key; an unknown key, from a profile file of another place, names itself.
pub(super) fn holiday(key: &str) -> Bilingual<String> {
    let known = HOLIDAYS.iter().find(|(known, _)| *known == key);
    known.map_or_else(
        || both(key, key).map(|key| key.replace('_', " ")),
        |(_, name)| name.owned(),
    )
}

/// The holidays of RSMo 9.010, by the keys of [`DayOff::Holiday`].
pub(super) const HOLIDAYS: [(&str, Bilingual); 13] = [
    ("new_year", both("New Year's Day", "Año Nuevo")),
    ("king", both("Martin Luther King Day", "Día de Martin Luther King")),
    ("lincoln", both("Lincoln Day", "Día de Lincoln")),
    ("washington", both("Washington's Birthday", "Natalicio de Washington")),
    ("truman", both("Truman Day", "Día de Truman")),
    ("memorial", both("Memorial Day", "Día de los Caídos")),
    ("juneteenth", both("Juneteenth", "Día de la Emancipación (Juneteenth)")),
    ("independence", both("Independence Day", "Día de la Independencia")),
    ("labor", both("Labor Day", "Día del Trabajo")),
    ("columbus", both("Columbus Day", "Día de Colón")),
    ("veterans", both("Veterans Day", "Día de los Veteranos")),
    ("thanksgiving", both("Thanksgiving Day", "Día de Acción de Gracias")),
    ("christmas", both("Christmas Day", "Navidad")),
];
