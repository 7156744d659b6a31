//! Words for the flaws of a text about the camera program.

use law::{Bilingual, both};
use office::Lang;
use program::{Problem as P, TextError};

use super::fixed;
use crate::DeskWords as _;

/// Line and entry, where they are known, before what is wrong.
pub(super) fn flaw(lang: Lang, flaw: &TextError) -> String {
    let line = flaw.line.map(|line| format!("{}: ", lang.line_of(line as u64)));
    let entry = flaw.entry.as_ref().map(|entry| format!("{entry}: "));
    let (line, entry) = (line.unwrap_or_default(), entry.unwrap_or_default());
    format!("{line}{entry}{}", lang.pick(problem(&flaw.problem)))
}

fn problem(problem: &P) -> Bilingual<String> {
    match problem {
        P::Unreadable(why) => both(
            format!("The text cannot be read: {why}"),
            format!("No se puede leer el texto: {why}"),
        ),
        P::OtherSection(key) => both(
            format!("This is the text of the section \u{201c}{key}\u{201d}."),
            format!("Este es el texto de la sección «{key}»."),
        ),
        P::BadName(name) => both(
            format!("The name \u{201c}{name}\u{201d} may have only small letters, digits and underscores."),
            format!("El nombre «{name}» solo puede tener minúsculas, cifras y guiones bajos."),
        ),
        P::Twice(name) => both(
            format!("The name \u{201c}{name}\u{201d} is used twice."),
            format!("El nombre «{name}» está repetido."),
        ),
        P::Missing(field, "en") => both(
            format!("The English of {field} is missing."),
            format!("Falta el inglés de {field}."),
        ),
        P::Missing(field, _) => both(
            format!("The Spanish of {field} is missing."),
            format!("Falta el español de {field}."),
        ),
        P::BadText(field) => both(
            format!("The text of {field} is longer than 2,000 characters or has characters that cannot be shown."),
            format!("El texto de {field} tiene más de 2,000 caracteres o caracteres que no se pueden mostrar."),
        ),
        P::Unknown(field, value, known) => both(
            format!("The {field} \u{201c}{value}\u{201d} is not known. Known are: {known}."),
            format!("No se conoce «{value}» en {field}. Se conocen: {known}."),
        ),
        P::BadDate(value) => both(
            format!(
                "\u{201c}{value}\u{201d} is no date. Write a year (2021), a month (2021-04) or a day (2021-04-22)."
            ),
            format!("«{value}» no es una fecha. Escriba un año (2021), un mes (2021-04) o un día (2021-04-22)."),
        ),
        P::OneAccount(group) => both(
            format!("The group \u{201c}{group}\u{201d} has only one account, so nothing disagrees."),
            format!("El grupo «{group}» tiene una sola versión, así que nada discrepa."),
        ),
        P::Empty => fixed("Nothing is in it.", "No contiene nada."),
        P::NoSource => fixed("It needs at least one source.", "Necesita al menos una fuente."),
        P::NoDate => fixed(
            "It needs a date: all its sources have one.",
            "Necesita una fecha: todas sus fuentes la tienen.",
        ),
        P::NeverRead => fixed(
            "It needs a date: when it was published (date), or else when it was last read (read).",
            "Necesita una fecha: cuándo se publicó (date) o, si no se sabe, cuándo se leyó por última vez (read).",
        ),
        P::BadRange => fixed(
            "The range ends before it begins.",
            "El intervalo termina antes de empezar.",
        ),
        P::HalfAccount => fixed(
            "A disagreement needs both a group and an account.",
            "Una discrepancia necesita un grupo y una versión.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flaw_is_told_in_both_languages() {
        let name = || "initial_cost".to_owned();
        for known in [
            P::Unreadable(name()),
            P::OtherSection(name()),
            P::Empty,
            P::BadName(name()),
            P::Twice(name()),
            P::Missing("the fact", "en"),
            P::Missing("the fact", "es"),
            P::BadText("the fact"),
            P::Unknown("topic", name(), name()),
            P::BadDate(name()),
            P::NoSource,
            P::NoDate,
            P::NeverRead,
            P::BadRange,
            P::HalfAccount,
            P::OneAccount(name()),
        ] {
            let words = problem(&known);
            assert!(!words.en.is_empty() && words.en != words.es, "{known:?}");
        }
    }
}
