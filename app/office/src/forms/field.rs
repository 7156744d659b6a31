//! Reading single fields.

use law::Date;

use crate::{Errors, Problem};

/// The text without what nobody can see or type: controls, marks and overrides of text direction (Unicode UAX 9),
/// zero-width spaces and byte order marks, as they come along when text is copied. They are taken out, never refused:
/// whoever pasted them cannot find them. C1 controls are what Windows-1252 makes of its quotes and dashes, and become
/// those. Joiners stay, because scripts and emoji need them.
pub fn visible(typed: &str) -> String {
    typed.chars().filter_map(visible_character).collect()
}

fn visible_character(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\t' => Some(character),
        '\u{80}'..='\u{9F}' => windows_1252(character),
        '\u{AD}'
        | '\u{061C}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FFFE}'
        | '\u{FFFF}' => None,
        _ if character.is_control() => None,
        _ => Some(character),
    }
}

/// What a C1 control was before it was decoded as ISO 8859-1.
fn windows_1252(control: char) -> Option<char> {
    const FROM_80: [char; 32] = [
        '\u{20AC}', '\0', '\u{201A}', '\u{0192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{02C6}',
        '\u{2030}', '\u{0160}', '\u{2039}', '\u{0152}', '\0', '\u{017D}', '\0', '\0', '\u{2018}', '\u{2019}',
        '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{02DC}', '\u{2122}', '\u{0161}', '\u{203A}',
        '\u{0153}', '\0', '\u{017E}', '\u{0178}',
    ];
    let place = u32::from(control).checked_sub(0x80)?;
    FROM_80
        .get(usize::try_from(place).ok()?)
        .copied()
        .filter(|known| *known != '\0')
}

/// Free text: trimmed, line ends made one kind, without what nobody can see; empty is allowed.
pub fn text(errors: &mut Errors, name: &str, typed: &str, max: usize) -> String {
    let kept = visible(typed).replace("\r\n", "\n").replace('\r', "\n");
    let kept = kept.trim();
    if kept.chars().count() > max {
        errors.add(name, Problem::TooLong { max });
    }
    kept.to_owned()
}

/// One line of text: as [`text`], and a line end or tab is a space.
pub fn line(errors: &mut Errors, name: &str, typed: &str, max: usize) -> String {
    text(
        errors,
        name,
        &typed.trim().replace("\r\n", " ").replace(['\n', '\r', '\t'], " "),
        max,
    )
}

/// How many letters a text has.
pub fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
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
    let typed = visible(typed);
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

/// Two days in their order: what follows cannot come first.
pub fn in_order(errors: &mut Errors, first: Option<Date>, name: &str, second: Option<Date>) {
    if first.zip(second).is_some_and(|(first, second)| second < first) {
        errors.add(name, Problem::EndBeforeStart);
    }
}

/// A time of day, kept as `HH:MM`; empty is `None`. Typed as `14:30`, `2:30 pm` or `1430`; `24:00` is midnight at the end of
/// the day.
pub fn time(errors: &mut Errors, name: &str, typed: &str) -> Option<String> {
    let typed = visible(typed)
        .to_lowercase()
        .replace(['.', ' ', '\u{A0}', '\u{202F}'], "");
    if typed.is_empty() {
        return None;
    }
    let read = hour_and_minute(&typed);
    if read.is_none() {
        errors.add(name, Problem::NotATime);
    }
    read.map(|(hour, minute)| format!("{hour:02}:{minute:02}"))
}

fn hour_and_minute(typed: &str) -> Option<(u8, u8)> {
    let (clock, afternoon) = match (typed.strip_suffix("am"), typed.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(false)),
        (_, Some(clock)) => (clock, Some(true)),
        _ => (typed, None),
    };
    let digits = |text: &str| {
        text.chars()
            .all(|digit| digit.is_ascii_digit())
            .then(|| text.parse::<u8>().ok())
            .flatten()
    };
    let (hour, minute) = match clock.split_once(':') {
        Some((hour, rest)) => {
            let (minute, seconds) = rest.split_once(':').unwrap_or((rest, "00"));
            (digits(seconds).is_some_and(|seconds| seconds < 60) && minute.len() == 2).then_some(())?;
            (digits(hour)?, digits(minute)?)
        }
        None if matches!(clock.len(), 3 | 4) && clock.is_ascii() => {
            let (hour, minute) = clock.split_at(clock.len() - 2);
            (digits(hour)?, digits(minute)?)
        }
        None => (afternoon.is_some().then(|| digits(clock)).flatten()?, 0),
    };
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    (hour < 24 && minute < 60 || (hour, minute) == (24, 0)).then_some((hour, minute))
}

/// An e-mail address, empty allowed: one `@`, a dot in the domain, at most 254 characters (RFC 5321, 4.5.3.1.3). What comes
/// along when it is copied (`Name <…>`, `mailto:`, spaces, a dot at the end) is taken off. What stands before and after the
/// `@` may have letters of any language (RFC 6531, 3.3; the former at most 64 bytes, RFC 5321, 4.5.3.1.1); the mail library
/// reads the address once more before anything is sent.
pub fn email(errors: &mut Errors, name: &str, typed: &str) -> Option<String> {
    let kept = bare_address(&line(errors, name, typed, 254));
    if kept.is_empty() || errors.of(name).is_some() {
        return None;
    }
    let sound = kept.split_once('@').is_some_and(|(local, domain)| {
        let plain = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
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
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            })
    });
    if sound {
        Some(kept)
    } else {
        errors.add(name, Problem::BadEmail);
        None
    }
}

fn bare_address(typed: &str) -> String {
    let inner = typed.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>'));
    let address = inner.map_or(typed, |(address, _)| address).trim();
    let scheme = address.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let address = scheme.map_or(address, |scheme| &address[scheme.len()..]);
    let address: String = address.chars().filter(|sign| !sign.is_whitespace()).collect();
    address.trim_end_matches('.').to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T>(read: impl Fn(&mut Errors, &str, &str) -> T, typed: &str) -> Result<T, Errors> {
        let mut errors = Errors::default();
        let value = read(&mut errors, "field", typed);
        if errors.is_empty() { Ok(value) } else { Err(errors) }
    }

    #[test]
    fn what_nobody_can_see_is_taken_out_and_never_refused() {
        for (typed, kept) in [
            ("\u{202D}+1 (816) 555-0100\u{202C}", "+1 (816) 555-0100"),
            ("\u{200E}816-555-0100", "816-555-0100"),
            ("Blue car\u{FEFF} stopped", "Blue car stopped"),
            ("26-081101\u{200B}", "26-081101"),
            ("Officer\u{92}s car", "Officer’s car"),
            ("\u{2068}ليلى\u{2069}", "ليلى"),
            ("one\ttwo\r\nthree", "one two three"),
            ("Chloé O’Brien, Nʻguyen", "Chloé O’Brien, Nʻguyen"),
            (
                "Ma\u{200C}ria \u{1F469}\u{200D}\u{1F680}",
                "Ma\u{200C}ria \u{1F469}\u{200D}\u{1F680}",
            ),
        ] {
            assert_eq!(
                read(|e, name, typed| line(e, name, typed, 60), typed).as_deref(),
                Ok(kept),
                "{typed:?}"
            );
        }
        assert_eq!(
            read(|e, name, typed| text(e, name, typed, 60), "a\0b\r\nc").as_deref(),
            Ok("ab\nc")
        );
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, kept) in [
            ("23:40", "23:40"),
            ("7:05", "07:05"),
            ("23:40:59", "23:40"),
            ("24:00", "24:00"),
            ("11:30 pm", "23:30"),
            ("12:15 a.m.", "00:15"),
            ("12 PM", "12:00"),
            ("2330", "23:30"),
            ("930", "09:30"),
        ] {
            assert_eq!(read(time, typed), Ok(Some(kept.to_owned())), "{typed}");
        }
        for typed in [
            "25:00",
            "24:01",
            "13:00 pm",
            "0:00 am",
            "7",
            "12:5",
            "12:60",
            "half past",
            "12:00:60",
            "1:2:3:4",
        ] {
            assert_eq!(
                read(time, typed),
                Err(Errors::one("field", Problem::NotATime)),
                "{typed}"
            );
        }
    }

    #[test]
    fn an_address_is_freed_of_what_came_along_with_it() {
        for (typed, kept) in [
            ("ana@correo.español.example", "ana@correo.español.example"),
            ("ana@correo.xn--espaol-zwa.example", "ana@correo.xn--espaol-zwa.example"),
            ("ana+kc@example.org", "ana+kc@example.org"),
            ("josé@example.org", "josé@example.org"),
            ("jose\u{301}@example.org", "jose\u{301}@example.org"),
            ("José <josé.peña@español.example>", "josé.peña@español.example"),
            ("用户@example.org", "用户@example.org"),
            ("अनीता@example.org", "अनीता@example.org"),
            ("jos\u{202E}é@example.org", "josé@example.org"),
            ("Ana Ruiz <ana@example.org>", "ana@example.org"),
            ("mailto:ana@example.org", "ana@example.org"),
            ("ana@example.org.", "ana@example.org"),
            ("ana @example.org", "ana@example.org"),
            ("ana@example.org\u{200B}", "ana@example.org"),
            ("ana@example.org\u{A0}", "ana@example.org"),
        ] {
            assert_eq!(read(email, typed), Ok(Some(kept.to_owned())), "{typed:?}");
        }
        for typed in [
            "ana",
            "ana@",
            "ana@example",
            "a@b@example.org",
            "ana@-a.example",
            "ana@exa_mple.org",
            "jo,sé@example.org",
            "jo\"sé@example.org",
            "éééééééééééééééééééééééééééééééééé@example.org",
        ] {
            assert_eq!(
                read(email, typed),
                Err(Errors::one("field", Problem::BadEmail)),
                "{typed}"
            );
        }
    }
}
