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

/// The name of a month, from 1.
pub fn month_name(month: i8) -> Bilingual {
    let index = usize::try_from(month - 1).unwrap_or_default();
    MONTHS.get(index).copied().unwrap_or_default()
}

const MONTHS: [Bilingual; 12] = [
    both("January", "enero"),
    both("February", "febrero"),
    both("March", "marzo"),
    both("April", "abril"),
    both("May", "mayo"),
    both("June", "junio"),
    both("July", "julio"),
    both("August", "agosto"),
    both("September", "septiembre"),
    both("October", "octubre"),
    both("November", "noviembre"),
    both("December", "diciembre"),
];

/// Makes an enum of terms, each with its key and its words in both languages.
#[macro_export]
macro_rules! terms {
    ($(#[$doc:meta])* $kind:ident { $($(#[$note:meta])* $name:ident $key:literal { $en:literal, $es:literal $(,)? })+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $kind {
            $($(#[$note])* $name),+
        }

        $crate::keyed!($kind { $($name => $key),+ });

        impl $kind {
            /// In words.
            pub const fn words(self) -> $crate::Bilingual {
                match self {
                    $(Self::$name => $crate::both($en, $es)),+
                }
            }
        }
    };
}
