//! What is wrong with an edited text, told so that an operator can mend it.

use std::fmt;

use law::both;

use crate::{Bilingual, TextKey};

/// One thing that is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Which text.
    pub text: TextKey,
    /// The line, from 1, where that can be told.
    pub line: Option<usize>,
    /// The fact, question or source, by its name, if the flaw is in one.
    pub entry: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It cannot be read at all; what the reader says, in English.
    Unreadable(String),
    /// It belongs to another section.
    OtherSection(String),
    /// It has no facts, or no sources.
    Empty,
    /// A name is not made of small letters, digits and underscores.
    BadName(String),
    /// Two entries have the same name.
    Twice(String),
    /// A text is missing in a language: `en` or `es`, and of which field.
    Missing(&'static str, &'static str),
    /// A text is longer than 2,000 characters, or has characters that cannot be shown.
    BadText(&'static str),
    /// A value is none of those that a field can have; the field, the value, the possible ones.
    Unknown(&'static str, String, String),
    /// A date is none.
    BadDate(String),
    /// A fact without a source.
    NoSource,
    /// A fact without a date, though all its sources have one.
    NoDate,
    /// A source without any date.
    NeverRead,
    /// A range that ends before it begins.
    BadRange,
    /// A disagreement needs both a group and an account.
    HalfAccount,
    /// A group in which nobody disagrees.
    OneAccount(String),
}

impl Problem {
    /// In words of both languages.
    pub fn words(&self) -> Bilingual<String> {
        match self {
            Self::Unreadable(why) => both(
                format!("The text cannot be read: {why}"),
                format!("No se puede leer el texto: {why}"),
            ),
            Self::OtherSection(key) => both(
                format!("This is the text of the section \u{201c}{key}\u{201d}."),
                format!("Este es el texto de la sección «{key}»."),
            ),
            Self::BadName(name) => both(
                format!("The name \u{201c}{name}\u{201d} may have only small letters, digits and underscores."),
                format!("El nombre «{name}» solo puede tener minúsculas, cifras y guiones bajos."),
            ),
            Self::Twice(name) => both(
                format!("The name \u{201c}{name}\u{201d} is used twice."),
                format!("El nombre «{name}» está repetido."),
            ),
            Self::Missing(field, "en") => both(
                format!("The English of {field} is missing."),
                format!("Falta el inglés de {field}."),
            ),
            Self::Missing(field, _) => both(
                format!("The Spanish of {field} is missing."),
                format!("Falta el español de {field}."),
            ),
            Self::BadText(field) => both(
                format!("The text of {field} is longer than 2,000 characters or has characters that cannot be shown."),
                format!("El texto de {field} tiene más de 2,000 caracteres o caracteres que no se pueden mostrar."),
            ),
            Self::Unknown(field, value, known) => both(
                format!("The {field} \u{201c}{value}\u{201d} is not known. Known are: {known}."),
                format!("No se conoce «{value}» en {field}. Se conocen: {known}."),
            ),
            Self::BadDate(value) => both(
                format!(
                    "\u{201c}{value}\u{201d} is no date. Write a year (2021), a month (2021-04) or a day (2021-04-22)."
                ),
                format!("«{value}» no es una fecha. Escriba un año (2021), un mes (2021-04) o un día (2021-04-22)."),
            ),
            Self::OneAccount(group) => both(
                format!("The group \u{201c}{group}\u{201d} has only one account, so nothing disagrees."),
                format!("El grupo «{group}» tiene una sola versión, así que nada discrepa."),
            ),
            plain => plain.fixed().owned(),
        }
    }

    /// The problems that need no names.
    fn fixed(&self) -> Bilingual {
        match self {
            Self::Empty => both("Nothing is in it.", "No contiene nada."),
            Self::NoSource => both("It needs at least one source.", "Necesita al menos una fuente."),
            Self::NoDate => both(
                "It needs a date: all its sources have one.",
                "Necesita una fecha: todas sus fuentes la tienen.",
            ),
            Self::NeverRead => both(
                "It needs a date: when it was published (date), or else when it was last read (read).",
                "Necesita una fecha: cuándo se publicó (date) o, si no se sabe, cuándo se leyó por última vez (read).",
            ),
            Self::BadRange => both(
                "The range ends before it begins.",
                "El intervalo termina antes de empezar.",
            ),
            _ => both(
                "A disagreement needs both a group and an account.",
                "Una discrepancia necesita un grupo y una versión.",
            ),
        }
    }
}

impl fmt::Display for Flaw {
    /// In English, for logs and tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text.key())?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(entry) = &self.entry {
            write!(f, ", {entry}")?;
        }
        write!(f, ": {}", self.problem.words().en)
    }
}
