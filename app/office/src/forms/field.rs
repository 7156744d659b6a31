//! Reading single fields.

use law::Date;

use crate::{Errors, Problem};

/// Characters that would let text lie about itself: controls other than tab and line ends, and
/// overrides of text direction (Unicode UAX 9).
fn hostile(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
        || (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
}

/// Free text: trimmed, line ends made one kind; empty is allowed.
pub fn text(errors: &mut Errors, name: &str, typed: &str, max: usize) -> String {
    let kept = typed.replace("\r\n", "\n").replace('\r', "\n");
    let kept = kept.trim();
    if kept.chars().any(hostile) {
        errors.add(name, Problem::BadCharacter);
    } else if kept.chars().count() > max {
        errors.add(name, Problem::TooLong { max });
    }
    kept.to_owned()
}

/// One line of text: as [`text`], and a line end is a bad character.
pub fn line(errors: &mut Errors, name: &str, typed: &str, max: usize) -> String {
    let kept = text(errors, name, typed, max);
    if kept.contains(['\n', '\t']) && errors.of(name).is_none() {
        errors.add(name, Problem::BadCharacter);
    }
    kept
}

/// Text that must be there.
pub fn required(errors: &mut Errors, name: &str, typed: &str, max: usize) -> String {
    let kept = text(errors, name, typed, max);
    if kept.is_empty() {
        errors.add(name, Problem::Missing);
    }
    kept
}

/// A day `YYYY-MM-DD`; empty is `None`.
pub fn date(errors: &mut Errors, name: &str, typed: &str) -> Option<Date> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let day = (typed.len() == 10).then(|| typed.parse::<Date>().ok()).flatten();
    if day.is_none() {
        errors.add(name, Problem::NotADate);
    }
    day
}

/// A day that must be there.
pub fn required_date(errors: &mut Errors, name: &str, typed: &str) -> Option<Date> {
    if typed.trim().is_empty() {
        errors.add(name, Problem::Missing);
    }
    date(errors, name, typed)
}

/// A time of day `HH:MM`, kept in that form; empty is `None`.
pub fn time(errors: &mut Errors, name: &str, typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.split_once(':').and_then(|(hour, rest)| {
        let minute = rest.split(':').next()?;
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60 && rest.len() <= 5).then(|| format!("{hour:02}:{minute:02}"))
    });
    if read.is_none() {
        errors.add(name, Problem::NotATime);
    }
    read
}

/// An e-mail address, empty allowed: one `@`, a dot in the domain, no space, at most 254
/// characters (RFC 5321, 4.5.3.1.3). The mail library reads it once more before anything is sent.
pub fn email(errors: &mut Errors, name: &str, typed: &str) -> Option<String> {
    let kept = line(errors, name, typed, 254);
    if kept.is_empty() || errors.of(name).is_some() {
        return None;
    }
    let sound = kept.split_once('@').is_some_and(|(local, domain)| {
        let plain = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
        (1..=64).contains(&local.len())
            && local.chars().all(plain)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            })
    });
    if sound {
        Some(kept)
    } else {
        errors.add(name, Problem::BadEmail);
        None
    }
}

/// One of a set of choices; empty is `None`.
pub fn choice<'a, T>(
    errors: &mut Errors,
    name: &str,
    typed: &'a str,
    read: impl Fn(&'a str) -> Option<T>,
) -> Option<T> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let chosen = read(typed);
    if chosen.is_none() {
        errors.add(name, Problem::UnknownChoice);
    }
    chosen
}

/// One of a set of choices that must be made.
pub fn required_choice<'a, T>(
    errors: &mut Errors,
    name: &str,
    typed: &'a str,
    read: impl Fn(&'a str) -> Option<T>,
) -> Option<T> {
    if typed.trim().is_empty() {
        errors.add(name, Problem::Missing);
    }
    choice(errors, name, typed, read)
}
