//! Writing a text as an operator edits it: TOML, one field a line, always in the same order.

use std::fmt::{self, Write as _};

use crate::{Bilingual, Fact, Figure, Question, Section, Source};

/// The list of sources.
pub fn sources(sources: &[Source]) -> String {
    let mut text = String::new();
    for (index, source) in sources.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text += "[[source]]\n";
        field(&mut text, "key", Quoted(&source.key));
        field(&mut text, "name", Both(&source.name));
        for (key, date) in [("date", source.date), ("read", source.read)] {
            if let Some(date) = date {
                field(&mut text, key, Quoted(&date.to_string()));
            }
        }
        field(&mut text, "weight", Quoted(source.weight.key()));
    }
    text
}

/// A section.
pub fn section(section: &Section) -> String {
    let mut text = String::new();
    field(&mut text, "key", Quoted(section.key.key()));
    field(&mut text, "title", Both(&section.title));
    field(&mut text, "intro", Both(&section.intro));
    for one in &section.facts {
        fact(&mut text, one);
    }
    for one in &section.questions {
        question(&mut text, one);
    }
    text
}

fn fact(text: &mut String, fact: &Fact) {
    text.push_str("\n[[fact]]\n");
    field(text, "id", Quoted(&fact.id));
    field(text, "topic", Quoted(fact.topic.key()));
    if let Some(name) = &fact.name {
        field(text, "name", Both(name));
    }
    field(text, "en", Quoted(&fact.text.en));
    field(text, "es", Quoted(&fact.text.es));
    field(text, "sources", List(&fact.sources));
    if let Some(date) = fact.date {
        field(text, "date", Quoted(&date.to_string()));
    }
    if let Some(figure) = &fact.figure {
        field(text, "figure", Number(figure));
    }
    if !fact.divisions.is_empty() {
        field(text, "divisions", List(&fact.divisions));
    }
    for (key, value) in [
        ("status", fact.status.map(crate::Status::key)),
        ("group", fact.group.as_deref()),
        ("account", fact.account.as_deref()),
    ] {
        if let Some(value) = value {
            field(text, key, Quoted(value));
        }
    }
}

fn question(text: &mut String, question: &Question) {
    text.push_str("\n[[question]]\n");
    field(text, "id", Quoted(&question.id));
    field(text, "en", Quoted(&question.text.en));
    field(text, "es", Quoted(&question.text.es));
}

fn field(text: &mut String, key: &str, value: impl fmt::Display) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{key} = {value}");
}

/// A basic string of TOML.
pub struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for one in self.0.chars() {
            match one {
                '"' | '\\' => write!(f, "\\{one}")?,
                one if one.is_control() => write!(f, "\\u{:04X}", u32::from(one))?,
                one => f.write_char(one)?,
            }
        }
        f.write_char('"')
    }
}

/// Words in both languages.
struct Both<'a>(&'a Bilingual<String>);

impl fmt::Display for Both<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{ en = {}, es = {} }}", Quoted(&self.0.en), Quoted(&self.0.es))
    }
}

/// A list of strings.
pub struct List<'a>(pub &'a [String]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted: Vec<String> = self.0.iter().map(|one| Quoted(one).to_string()).collect();
        write!(f, "[{}]", quoted.join(", "))
    }
}

/// A figure.
struct Number<'a>(&'a Figure);

impl fmt::Display for Number<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{ value = {}", self.0.value)?;
        if let Some(to) = self.0.to {
            write!(f, ", to = {to}")?;
        }
        write!(
            f,
            ", unit = \"{}\", sense = \"{}\" }}",
            self.0.unit.key(),
            self.0.sense.key()
        )
    }
}
