//! Whether a text makes sense; every flaw is noted, with its line.

use serde::de::DeserializeOwned;

use crate::{Bilingual, Fact, Part, Place, Problem, Source, TextError, TextKey};

/// The longest text of a fact, in characters.
const LONGEST: usize = 2_000;

/// A text being read, and what was found wrong with it.
pub struct TextChecker<'t> {
    key: TextKey,
    text: &'t str,
    entry: Option<(&'static str, String)>,
    at: Option<(Part, usize)>,
    flaws: Vec<TextError>,
}

impl<'t> TextChecker<'t> {
    /// Begins with a text.
    pub const fn new(key: TextKey, text: &'t str) -> Self {
        Self {
            key,
            text,
            entry: None,
            at: match key {
                TextKey::Sources => None,
                TextKey::Section(_) => Some((Part::Page, 0)),
            },
            flaws: Vec::new(),
        }
    }

    /// The text in its shape, unless it has none.
    pub fn shape<T: DeserializeOwned>(&mut self) -> Option<T> {
        match toml::from_str(self.text) {
            Ok(read) => Some(read),
            Err(error) => {
                let before = error.span().map(|span| &self.text[..span.start.min(self.text.len())]);
                self.flaws.push(TextError {
                    text: self.key,
                    line: before.map(|before| before.matches('\n').count() + 1),
                    entry: None,
                    place: None,
                    problem: Problem::Unreadable(error.message().to_owned()),
                });
                None
            }
        }
    }

    /// Goes on to an entry, which is found in the text by the field that names it, and in the form by its place among those of
    /// its part.
    pub fn begin(&mut self, part: Part, place: usize, field: &'static str, name: &str) {
        self.entry = Some((field, name.to_owned()));
        self.at = Some((part, place));
    }

    /// Notes a flaw of a field of the entry.
    pub fn note(&mut self, field: &'static str, problem: Problem) {
        let line = self.entry.as_ref().and_then(|(field, name)| self.line_of(field, name));
        self.flaws.push(TextError {
            text: self.key,
            line,
            entry: self.entry.as_ref().map(|(_, name)| name.clone()),
            place: self.at.map(|(part, entry)| Place { part, entry, field }),
            problem,
        });
    }

    fn line_of(&self, field: &str, name: &str) -> Option<usize> {
        let names = |line: &str| {
            let (key, value) = line.split_once('=').unwrap_or_default();
            key.trim() == field && value.trim().trim_matches(['"', '\'']) == name
        };
        // The latest of that name: of two alike, the second is wrong.
        let lines: Vec<&str> = self.text.lines().collect();
        lines.iter().rposition(|line| names(line)).map(|index| index + 1)
    }

    /// What was read, if nothing is wrong with it.
    pub fn close<T>(self, read: T) -> Result<T, Vec<TextError>> {
        if self.flaws.is_empty() {
            Ok(read)
        } else {
            Err(self.flaws)
        }
    }

    /// One of some known values.
    pub fn choice<T>(
        &mut self,
        field: &'static str,
        value: &str,
        parse: impl Fn(&str) -> Option<T>,
        known: String,
    ) -> Option<T> {
        let found = parse(value);
        if found.is_none() {
            self.note(field, Problem::Unknown(name_of(field), value.to_owned(), known));
        }
        found
    }

    /// A fact has sources that are known, and a date unless a source has none itself.
    pub fn rests(&mut self, fact: &Fact, sources: &[Source]) {
        if fact.sources.is_empty() {
            self.note("sources", Problem::NoSource);
        }
        let mut dated = !fact.sources.is_empty();
        for key in &fact.sources {
            if let Some(source) = sources.iter().find(|source| source.key == *key) {
                dated &= source.date.is_some();
            } else {
                let known: Vec<&str> = sources.iter().map(|source| &*source.key).collect();
                self.note("sources", Problem::Unknown("source", key.clone(), known.join(", ")));
                dated = false;
            }
        }
        if dated && fact.date.is_none() {
            self.note("date", Problem::NoDate);
        }
        if fact.group.is_some() != fact.account.is_some() {
            self.note(
                if fact.group.is_some() { "account" } else { "group" },
                Problem::HalfAccount,
            );
        }
    }

    /// In every group somebody disagrees.
    pub fn accounts(&mut self, facts: &[Fact]) {
        for (index, fact) in facts.iter().enumerate() {
            let Some((group, account)) = fact.account() else {
                continue;
            };
            let of_group = |other: &&Fact| other.account().is_some_and(|(name, _)| name == group);
            let first = !facts[..index].iter().any(|other| of_group(&other));
            let alone = facts
                .iter()
                .filter(of_group)
                .all(|other| other.account.as_deref() == Some(account));
            if first && alone {
                self.begin(Part::Fact, index, "id", &fact.id);
                self.note("account", Problem::OneAccount(group.to_owned()));
            }
        }
    }
}

/// The last part of a field's place, as a text in TOML names it.
fn name_of(field: &'static str) -> &'static str {
    field.rsplit('.').next().unwrap_or(field)
}

/// A name is new, and made of small letters, digits and underscores.
pub fn name(desk: &mut TextChecker<'_>, field: &'static str, name: &str, twice: bool) {
    let plain = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '_';
    if name.is_empty() || name.len() > 60 || !name.chars().all(plain) {
        desk.note(field, Problem::BadName(name.to_owned()));
    } else if twice {
        desk.note(field, Problem::Twice(name.to_owned()));
    }
}

/// A text speaks both languages and can be shown. Its fields are `en` and `es` of a name, or of the entry itself.
pub fn spoken(desk: &mut TextChecker<'_>, field: &'static str, [en, es]: [&'static str; 2], words: &Bilingual<String>) {
    for (place, language, text) in [(en, "en", &words.en), (es, "es", &words.es)] {
        if text.trim().is_empty() {
            desk.note(place, Problem::Missing(field, language));
        } else if text.chars().count() > LONGEST || text.chars().any(char::is_control) {
            desk.note(place, Problem::BadText(field));
        }
    }
}
