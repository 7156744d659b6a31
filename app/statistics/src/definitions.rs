//! What each figure counts, out of what, over which time, and what it does not say.

use law::Bilingual;

mod caveats;
mod data;

pub use caveats::Caveat;
pub use data::ALL;

/// What a figure means, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The key of the figure, for links and open data.
    pub key: &'static str,
    /// Its name.
    pub title: Bilingual,
    /// What is counted.
    pub numerator: Bilingual,
    /// Out of what; none for a plain count.
    pub denominator: Option<Bilingual>,
    /// Over which time.
    pub period: Bilingual,
    /// What it does not say.
    pub caveats: &'static [Caveat],
}

/// The definition of the figure with this key, if any.
pub fn of(key: &str) -> Option<&'static Definition> {
    ALL.iter().find(|definition| definition.key == key)
}

#[cfg(test)]
mod tests {
    use super::{ALL, Caveat, of};

    #[test]
    fn every_figure_speaks_both_languages() {
        for figure in ALL {
            let pairs = [
                Some(figure.title),
                Some(figure.numerator),
                figure.denominator,
                Some(figure.period),
            ];
            for law::Bilingual { en, es } in pairs.into_iter().flatten() {
                assert!(
                    !en.is_empty() && !es.is_empty() && en != es,
                    "{}: {en:?}, {es:?}",
                    figure.key
                );
            }
            assert!(
                !figure.caveats.is_empty(),
                "{} has a limit that should be told",
                figure.key
            );
            assert_eq!(of(figure.key), Some(figure));
        }
    }

    #[test]
    fn every_caveat_is_used_and_named_once() {
        for (index, caveat) in Caveat::ALL.iter().enumerate() {
            assert!(
                ALL.iter().any(|figure| figure.caveats.contains(caveat)),
                "{}",
                caveat.key()
            );
            assert!(Caveat::ALL[..index].iter().all(|other| other.key() != caveat.key()));
        }
    }
}
