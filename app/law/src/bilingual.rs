//! A text in both languages of the portal.

use serde::{Deserialize, Serialize};

/// The same in English and in Spanish. Data and words know no reader: `office::Lang::pick` takes the reader's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual<T = &'static str> {
    /// English.
    pub en: T,
    /// Spanish.
    pub es: T,
}

/// The same in English and in Spanish.
pub const fn both<T>(en: T, es: T) -> Bilingual<T> {
    Bilingual { en, es }
}

impl<T> Bilingual<T> {
    /// Makes the same of either language.
    pub fn map<U>(self, make: impl Fn(T) -> U) -> Bilingual<U> {
        both(make(self.en), make(self.es))
    }
}

impl Bilingual<&str> {
    /// As a text of its own.
    pub fn owned(self) -> Bilingual<String> {
        self.map(str::to_owned)
    }
}
