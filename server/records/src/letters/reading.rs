//! How hard a letter is to read.
//!
//! English: the grade level of J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, *Derivation of New Readability
//! Formulas for Navy Enlisted Personnel*, Research Branch Report 8-75, 1975: 0.39 × words per sentence + 11.8 × syllables per
//! word − 15.59. Spanish: J. Fernández Huerta, *Medidas sencillas de lecturabilidad*, Consigna 214, 1959, in the form that counts
//! syllables per word and words per sentence: 206.84 − 60 × syllables per word − 1.02 × words per sentence.
//!
//! Syllables of Spanish follow from its spelling; those of English are counted by groups of vowels, with the silent endings left
//! out, as such programs do: a word may be one off, a letter hardly is.

use office::{Lang, views::ReadingGrade};

/// Fewest words for which a grade means anything.
const LEAST: f64 = 20.0;

/// How hard a text is to read; `None` where it says too little to tell. Its lines end sentences.
pub(super) fn grade(text: &str, lang: Lang) -> Option<ReadingGrade> {
    let Counts {
        sentences,
        words,
        syllables,
    } = count(text, lang);
    if words < LEAST {
        return None;
    }
    let (per_sentence, per_word) = (words / sentences.max(1.0), syllables / words);
    Some(match lang {
        Lang::En => ReadingGrade::SchoolYears(0.39 * per_sentence + 11.8 * per_word - 15.59),
        Lang::Es => ReadingGrade::Ease((206.84 - 60.0 * per_word - 1.02 * per_sentence).clamp(0.0, 100.0)),
    })
}

#[derive(Default)]
struct Counts {
    sentences: f64,
    words: f64,
    syllables: f64,
}

/// Words are what has a letter: numbers of sections and days are no words that somebody reads out syllable by syllable.
fn count(text: &str, lang: Lang) -> Counts {
    let mut counts = Counts::default();
    for line in text.lines() {
        let mut within = false;
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            let letters: String = word
                .chars()
                .filter(|character| character.is_alphabetic())
                .flat_map(char::to_lowercase)
                .collect();
            if !letters.is_empty() {
                within = true;
                counts.words += 1.0;
                counts.syllables += f64::from(match lang {
                    Lang::En => english(&letters),
                    Lang::Es => spanish(&letters),
                });
            }
            let bare = word.trim_end_matches([')', '"', '\u{201d}', '\u{bb}', '\'']);
            let ends = bare.ends_with(['.', '!', '?', ':', ';']) || words.peek().is_none();
            if ends && within {
                counts.sentences += 1.0;
                within = false;
            }
        }
    }
    counts
}

/// Syllables of an English word in small letters.
fn english(word: &str) -> u32 {
    let groups = groups(word, |character| matches!(character, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    // The e of "like", "files" and "named" is silent; that of "table" and "added" is not.
    let silent = match word {
        _ if word.ends_with("le") && !word.ends_with("ale") && !word.ends_with("ile") && !word.ends_with("ole") => {
            false
        }
        _ if word.ends_with("ted") || word.ends_with("ded") => false,
        _ if word.ends_with("ses") || word.ends_with("ces") || word.ends_with("ges") || word.ends_with("zes") => false,
        _ => (word.ends_with('e') || word.ends_with("es") || word.ends_with("ed")) && !word.ends_with("ee"),
    };
    groups.saturating_sub(u32::from(silent)).max(1)
}

/// Syllables of a Spanish word in small letters: each strong vowel (a, e, o) and each weak one that bears an accent is one;
/// weak ones beside them are not.
fn spanish(word: &str) -> u32 {
    let letters: Vec<char> = word.chars().collect();
    let strong = |character: char| matches!(character, 'a' | 'e' | 'o' | 'á' | 'é' | 'ó' | 'í' | 'ú');
    let vowel = |character: char| strong(character) || matches!(character, 'i' | 'u' | 'ü' | 'y');
    let mut syllables = 0;
    let mut at = 0;
    while at < letters.len() {
        let end = (at..letters.len())
            .find(|place| !vowel(letters[*place]))
            .unwrap_or(letters.len());
        if end == at {
            at += 1;
            continue;
        }
        // The u of "que" and "gue" is silent, and y before a vowel is no vowel.
        let skip = usize::from(
            (at > 0 && letters[at] == 'u' && matches!(letters[at - 1], 'q' | 'g') && end - at > 1)
                || (letters[at] == 'y' && end - at > 1),
        );
        let group = &letters[at + skip..end];
        let strongs = group.iter().filter(|character| strong(**character)).count();
        syllables += strongs.max(1);
        at = end;
    }
    u32::try_from(syllables).unwrap_or(u32::MAX).max(1)
}

fn groups(word: &str, vowel: impl Fn(char) -> bool) -> u32 {
    let mut groups = 0;
    let mut before = false;
    for character in word.chars() {
        let is = vowel(character);
        groups += u32::from(is && !before);
        before = is;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_that_are_spoken() {
        for (word, syllables) in [
            ("the", 1),
            ("records", 2),
            ("custodian", 3),
            ("like", 1),
            ("table", 2),
            ("named", 1),
            ("added", 2),
            ("agency", 3),
            ("request", 2),
        ] {
            assert!(
                english(word).abs_diff(syllables) <= u32::from(word == "custodian"),
                "{word}"
            );
        }
        for (word, syllables) in [
            ("solicitud", 4),
            ("que", 1),
            ("grabación", 3),
            ("policía", 4),
            ("ley", 1),
            ("días", 2),
            ("custodio", 3),
            ("aéreo", 4),
            ("agüero", 3),
            ("guerra", 2),
            ("yo", 1),
        ] {
            assert_eq!(spanish(word), syllables, "{word}");
        }
    }

    #[test]
    fn a_text_for_children_is_told_from_one_for_lawyers() {
        let simple =
            "The cat sat on the mat. It was a good cat. The dog came in and saw it. They sat in the sun all day.";
        let hard = "Notwithstanding the aforementioned provisions, disclosure of investigative documentation necessitates \
            comprehensive consideration of constitutionally protected confidentiality interests of participating individuals \
            and corresponding governmental authorities.";
        let years = |text: &str| match grade(text, Lang::En) {
            Some(ReadingGrade::SchoolYears(years)) => years,
            other => panic!("{other:?}"),
        };
        assert!(years(simple) < 3.0, "{}", years(simple));
        let hard = hard.repeat(2);
        assert!(years(&hard) > 16.0, "{}", years(&hard));
        let plain =
            "La casa es roja. El perro come pan. La niña va a la escuela y lee un libro. El sol sale por la mañana.";
        let dense = "La jurisdicción contencioso-administrativa determina excepcionalmente responsabilidades patrimoniales \
            correspondientes a administraciones territoriales descentralizadas, independientemente de consideraciones \
            presupuestarias extraordinarias.";
        let ease = |text: &str| match grade(text, Lang::Es) {
            Some(ReadingGrade::Ease(ease)) => ease,
            other => panic!("{other:?}"),
        };
        assert!(ease(plain) > 80.0, "{}", ease(plain));
        let dense = dense.repeat(2);
        assert!(ease(&dense) < 30.0, "{}", ease(&dense));
        assert_eq!(grade("Too short to say.", Lang::En), None);
    }
}
