//! Tracking numbers and access codes: Crockford base 32 with two check characters.
//!
//! Input forgives case, spaces, hyphens and `O/0`, `I/L/1`. A slip of the pen is caught by the check
//! characters and told as such.

use crate::Problem;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Two check characters over a payload of base-32 digits: the payload as a number in base 32,
/// modulo 1021 (the largest prime below 32²), so that every single wrong character and every
/// exchange of two neighbors changes them.
fn check(payload: &[u8]) -> [u8; 2] {
    let sum = payload
        .iter()
        .fold(7_u32, |sum, digit| (sum * 32 + u32::from(*digit)) % 1021);
    #[expect(clippy::cast_possible_truncation, reason = "both are below 32")]
    [(sum / 32) as u8, (sum % 32) as u8]
}

fn digit(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    #[expect(clippy::cast_possible_truncation, reason = "a position below 32")]
    ALPHABET
        .iter()
        .position(|known| char::from(*known) == character)
        .map(|position| position as u8)
}

/// Digits of typed text, spaces, hyphens and dots passed over; `None` at any other character.
fn digits(typed: &str) -> Option<Vec<u8>> {
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.' | '_'))
        .map(digit)
        .collect()
}

fn text(digits: &[u8]) -> String {
    digits
        .iter()
        .map(|digit| char::from(ALPHABET[usize::from(*digit)]))
        .collect()
}

/// The public number of a request: agency, year received, four random characters, two check
/// characters, for example `KC-26-7F3K-Q2`. Not sequential, not secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TrackingNumber(String);

/// Random characters of a tracking number.
const NUMBER_RANDOM: usize = 4;

/// Reads a tracking number from a field that has one for a code beside it.
///
/// # Errors
/// As [`TrackingNumber::parse`]; [`Problem::CodeNotNumber`] for a code.
pub fn number_of(typed: &str) -> Result<TrackingNumber, Problem> {
    let is_code = || !matches!(AccessCode::parse(typed), Err(Problem::BadCode | Problem::Missing));
    TrackingNumber::parse(typed).map_err(|problem| {
        if problem == Problem::BadNumber && is_code() {
            Problem::CodeNotNumber
        } else {
            problem
        }
    })
}

/// Reads a code from a field.
///
/// # Errors
/// As [`AccessCode::parse`]; [`Problem::NumberNotCode`] for a tracking number.
pub fn code_of(typed: &str) -> Result<AccessCode, Problem> {
    let is_number = || !matches!(TrackingNumber::parse(typed), Err(Problem::BadNumber | Problem::Missing));
    AccessCode::parse(typed).map_err(|problem| {
        if problem == Problem::BadCode && is_number() {
            Problem::NumberNotCode
        } else {
            problem
        }
    })
}

impl TrackingNumber {
    /// Makes a number from 20 random bits. Agency and year are part of what the check characters
    /// cover.
    pub fn make(agency: &str, year: i16, random: u32) -> Self {
        let random: Vec<u8> = (0..NUMBER_RANDOM)
            .rev()
            .map(|place| u8::try_from((random >> (5 * place)) & 31).unwrap_or_default())
            .collect();
        let head = format!("{agency}-{:02}", year.rem_euclid(100));
        let mark = check(&Self::covered(&head, &random));
        Self(format!("{head}-{}-{}", text(&random), text(&mark)))
    }

    fn covered(head: &str, random: &[u8]) -> Vec<u8> {
        head.bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|byte| byte % 32)
            .chain(random.iter().copied())
            .collect()
    }

    /// Reads a number as typed.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::BadNumber`] for another shape, [`Problem::NumberTypo`] where
    /// the check characters do not fit.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        let bare: String = typed
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if typed.trim().is_empty() {
            return Err(Problem::Missing);
        }
        let strange = typed
            .chars()
            .any(|c| !(c.is_ascii_alphanumeric() || c.is_whitespace() || "-–—._".contains(c)));
        let tail = NUMBER_RANDOM + 2;
        if strange || bare.len() < 2 + 2 + tail || bare.len() > 4 + 2 + tail {
            return Err(Problem::BadNumber);
        }
        let (head, tail) = bare.split_at(bare.len() - tail);
        let (agency, year) = head.split_at(head.len() - 2);
        let year = year.replace('O', "0").replace(['I', 'L'], "1");
        if !agency.bytes().all(|b| b.is_ascii_uppercase()) || !year.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Problem::BadNumber);
        }
        let tail = digits(tail).ok_or(Problem::BadNumber)?;
        let (random, mark) = tail.split_at(NUMBER_RANDOM);
        let head = format!("{agency}-{year}");
        if check(&Self::covered(&head, random)) != mark {
            return Err(Problem::NumberTypo);
        }
        Ok(Self(format!("{head}-{}-{}", text(random), text(mark))))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for TrackingNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The secret that opens a request's private page: 26 random characters (130 bits) and two check
/// characters, shown in groups of four.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessCode(String);

/// Random characters of an access code.
const CODE_RANDOM: usize = 26;

impl AccessCode {
    /// Makes a code from random bytes: the low five bits of each of 26.
    pub fn make(random: &[u8; CODE_RANDOM]) -> Self {
        let mut digits: Vec<u8> = random.iter().map(|byte| byte & 31).collect();
        let mark = check(&digits);
        digits.extend(mark);
        Self(text(&digits))
    }

    /// Reads a code as typed.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::BadCode`] for another shape, [`Problem::CodeTypo`] where the
    /// check characters do not fit.
    pub fn parse(typed: &str) -> Result<Self, Problem> {
        if typed.trim().is_empty() {
            return Err(Problem::Missing);
        }
        let digits = digits(typed).ok_or(Problem::BadCode)?;
        if digits.len() != CODE_RANDOM + 2 {
            return Err(Problem::BadCode);
        }
        let (random, mark) = digits.split_at(CODE_RANDOM);
        if check(random) == mark {
            Ok(Self(text(&digits)))
        } else {
            Err(Problem::CodeTypo)
        }
    }

    /// Without groups: what is hashed.
    pub fn bare(&self) -> &str {
        &self.0
    }

    /// In groups of four, as shown.
    pub fn grouped(&self) -> String {
        self.0
            .as_bytes()
            .chunks(4)
            .map(String::from_utf8_lossy)
            .collect::<Vec<_>>()
            .join("-")
    }
}

impl std::fmt::Debug for AccessCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccessCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_is_read_back_however_it_is_typed(random in 0_u32..1 << 20, year in 2020_i16..2099) {
            let number = TrackingNumber::make("KC", year, random);
            let sloppy = format!(" {} ", number.as_str().to_lowercase().replace('-', " ").replace('0', "o"));
            prop_assert_eq!(TrackingNumber::parse(&sloppy), Ok(number));
        }

        #[test]
        fn a_slip_of_the_pen_in_a_code_is_told_as_a_typo(
            random in prop::array::uniform26(any::<u8>()), place in 0_usize..28, other in 1_u8..32,
        ) {
            let code = AccessCode::make(&random);
            prop_assert_eq!(AccessCode::parse(&code.grouped()), Ok(code.clone()));
            let mut typed: Vec<u8> = code.bare().chars().filter_map(digit).collect();
            typed[place] = (typed[place] + other) % 32;
            prop_assert_eq!(AccessCode::parse(&text(&typed)), Err(Problem::CodeTypo));
        }

        #[test]
        fn exchanged_neighbors_in_a_code_are_told_as_a_typo(
            random in prop::array::uniform26(any::<u8>()), place in 0_usize..27,
        ) {
            let code = AccessCode::make(&random);
            let mut typed = code.bare().as_bytes().to_vec();
            prop_assume!(typed[place] != typed[place + 1]);
            typed.swap(place, place + 1);
            prop_assert_eq!(AccessCode::parse(&String::from_utf8_lossy(&typed)), Err(Problem::CodeTypo));
        }
    }

    #[test]
    fn what_is_no_code_at_all_is_told_apart_from_a_typo() {
        assert_eq!(AccessCode::parse(""), Err(Problem::Missing));
        assert_eq!(AccessCode::parse("hello"), Err(Problem::BadCode));
        assert_eq!(AccessCode::parse("<script>"), Err(Problem::BadCode));
        assert_eq!(TrackingNumber::parse("12"), Err(Problem::BadNumber));
        assert_eq!(TrackingNumber::parse("KC-26-7F3K-Q9-'; DROP"), Err(Problem::BadNumber));
    }
}
