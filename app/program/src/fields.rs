//! A text as the fields of a form: which parts it has, which fields a part has, and both ways between fields and TOML.
//!
//! Pages draw what stands here and know no text by itself. What is wrong with a text is told at its field ([`Place`]).

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::{
    Bilingual, Sense, Status, TextKey, Topic, Unit, Weight,
    write::{List, Quoted},
};

law::terms! {
    /// A part of a text: what stands once on its page, or one of its repeated entries.
    Part {
        /// Title and introduction of a section.
        Page "page" { "The page", "La página" }
        /// A source.
        Source "source" { "Source", "Fuente" }
        /// A fact.
        Fact "fact" { "Fact", "Dato" }
        /// A question that sources leave open.
        Question "question" { "Open question", "Pregunta abierta" }
    }
}

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    /// One line.
    Line,
    /// A sentence or more.
    Text,
    /// A year, a month or a day.
    Date,
    /// A whole number, not negative.
    Number,
    /// Keys, with commas between them.
    Keys,
    /// Sources, the best first.
    Sources,
    /// One of these.
    Choice(fn() -> Vec<(&'static str, Bilingual<&'static str>)>),
}

/// A field of a part.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Where it stands in TOML, from the entry: `figure.unit`.
    pub path: &'static str,
    /// Its name in the form, which is that of a column: entries have each one value of it.
    pub column: &'static str,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// Where in a text something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which part.
    pub part: Part,
    /// In which entry of that part, from 0.
    pub entry: usize,
    /// In which field, as [`FieldSpec::path`].
    pub field: &'static str,
}

macro_rules! specs {
    ($($name:ident $part:literal: $($path:literal $column:literal $kind:expr, $optional:literal;)+)+) => {
        $(const $name: &[FieldSpec] = &[$(FieldSpec {
            path: $path,
            column: concat!($part, "_", $column),
            kind: $kind,
            optional: $optional,
        }),+];)+
    };
}

/// The known values of a field, each with its words.
macro_rules! choice {
    ($kind:ident) => {
        FieldKind::Choice(|| $kind::ALL.iter().map(|one| (one.key(), one.words())).collect())
    };
}

specs! {
    PAGE "page":
        "title.en" "title_en" FieldKind::Line, false;
        "title.es" "title_es" FieldKind::Line, false;
        "intro.en" "intro_en" FieldKind::Text, false;
        "intro.es" "intro_es" FieldKind::Text, false;
    SOURCE "source":
        "key" "key" FieldKind::Line, true;
        "name.en" "name_en" FieldKind::Line, false;
        "name.es" "name_es" FieldKind::Line, false;
        "date" "date" FieldKind::Date, true;
        "read" "read" FieldKind::Date, true;
        "weight" "weight" choice!(Weight), false;
    FACT "fact":
        "en" "en" FieldKind::Text, false;
        "es" "es" FieldKind::Text, false;
        "topic" "topic" choice!(Topic), false;
        "date" "date" FieldKind::Date, true;
        "sources" "sources" FieldKind::Sources, false;
        "name.en" "name_en" FieldKind::Line, true;
        "name.es" "name_es" FieldKind::Line, true;
        "figure.value" "figure_value" FieldKind::Number, true;
        "figure.to" "figure_to" FieldKind::Number, true;
        "figure.unit" "figure_unit" choice!(Unit), true;
        "figure.sense" "figure_sense" choice!(Sense), true;
        "divisions" "divisions" FieldKind::Keys, true;
        "status" "status" choice!(Status), true;
        "group" "group" FieldKind::Line, true;
        "account" "account" FieldKind::Line, true;
        "id" "id" FieldKind::Line, true;
    QUESTION "question":
        "en" "en" FieldKind::Text, false;
        "es" "es" FieldKind::Text, false;
        "id" "id" FieldKind::Line, true;
}

impl Part {
    /// The parts of a text, in its order; the first of a section stands once, the others any number of times.
    pub const fn of(key: TextKey) -> &'static [Self] {
        match key {
            TextKey::Sources => &[Self::Source],
            TextKey::Section(_) => &[Self::Page, Self::Fact, Self::Question],
        }
    }

    /// Whether it can stand more than once.
    pub const fn repeats(self) -> bool {
        !matches!(self, Self::Page)
    }

    /// Its fields, in the order of the form.
    pub const fn fields(self) -> &'static [FieldSpec] {
        match self {
            Self::Page => PAGE,
            Self::Source => SOURCE,
            Self::Fact => FACT,
            Self::Question => QUESTION,
        }
    }

    /// Its field at a place in TOML.
    pub fn field(self, path: &str) -> Option<&'static FieldSpec> {
        self.fields().iter().find(|field| field.path == path)
    }

    /// The order of its fields in TOML.
    const fn order(self) -> &'static [&'static str] {
        match self {
            Self::Page => &["title.en", "title.es", "intro.en", "intro.es"],
            Self::Source => &["key", "name.en", "name.es", "date", "read", "weight"],
            Self::Fact => &[
                "id",
                "topic",
                "name.en",
                "name.es",
                "en",
                "es",
                "sources",
                "date",
                "figure.value",
                "figure.to",
                "figure.unit",
                "figure.sense",
                "divisions",
                "status",
                "group",
                "account",
            ],
            Self::Question => &["id", "en", "es"],
        }
    }

    /// The field that names an entry.
    const fn name(self) -> Option<&'static str> {
        match self {
            Self::Page => None,
            Self::Source => Some("key"),
            Self::Fact | Self::Question => Some("id"),
        }
    }

    /// The field from whose words a name is made where none was typed.
    const fn named_by(self) -> &'static str {
        match self {
            Self::Source => "name.en",
            _ => "en",
        }
    }
}

/// What is in the fields of an entry, by their places in TOML. A list has several values, all else one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    values: BTreeMap<&'static str, Vec<String>>,
}

impl Entry {
    /// What is in a field; several only in a list.
    pub fn values(&self, path: &str) -> &[String] {
        self.values.get(path).map_or(&[], Vec::as_slice)
    }

    /// What is in a field of one value; empty if nothing is.
    pub fn value(&self, path: &str) -> &str {
        self.values(path).first().map_or("", String::as_str)
    }

    /// Puts something into a field; what is empty is nothing.
    pub fn set(&mut self, path: &'static str, values: Vec<String>) {
        let kept: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
        if kept.is_empty() {
            self.values.remove(path);
        } else {
            self.values.insert(path, kept);
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    fn of(part: Part, table: &Table) -> Self {
        let mut entry = Self::default();
        for field in part.fields() {
            let mut parts = field.path.split('.');
            let first = parts.next().and_then(|first| table.get(first));
            let found = parts.fold(first, |value, next| value.and_then(|value| value.get(next)));
            entry.set(field.path, found.map(words).unwrap_or_default());
        }
        entry
    }

    /// Writes it, in the order of its part.
    fn write(&self, text: &mut String, part: Part) {
        let mut paths = part.order().iter().copied().peekable();
        while let Some(path) = paths.next() {
            let Some((table, _)) = path.split_once('.') else {
                if let Some(written) = self.written(part, path) {
                    line(text, path, &written);
                }
                continue;
            };
            let mut inner = Vec::new();
            let mut of_table = vec![path];
            while let Some(next) = paths.next_if(|next| next.split_once('.').is_some_and(|(of, _)| of == table)) {
                of_table.push(next);
            }
            // A table is there as a whole or not at all, so that what is missing in it is told.
            let all_optional = of_table
                .iter()
                .all(|path| part.field(path).is_none_or(|field| field.optional));
            if all_optional && of_table.iter().all(|path| self.values(path).is_empty()) {
                continue;
            }
            for path in of_table {
                let key = path.rsplit('.').next().unwrap_or(path);
                let written = self
                    .written(part, path)
                    .or_else(|| (path != "figure.to").then(|| Quoted("").to_string()));
                inner.extend(written.map(|written| format!("{key} = {written}")));
            }
            line(text, table, &format!("{{ {} }}", inner.join(", ")));
        }
    }

    /// A value as TOML; `None` for an empty one that may be left out.
    fn written(&self, part: Part, path: &str) -> Option<String> {
        let field = part.field(path)?;
        let (value, values) = (self.value(path), self.values(path));
        let named = part.name() == Some(path);
        match field.kind {
            FieldKind::Keys | FieldKind::Sources if values.is_empty() && field.optional => None,
            FieldKind::Keys | FieldKind::Sources => Some(List(values).to_string()),
            _ if value.is_empty() && field.optional && !named => None,
            FieldKind::Number => value
                .parse::<u64>()
                .map_or_else(|_| Some(Quoted(value).to_string()), |number| Some(number.to_string())),
            _ => Some(Quoted(value).to_string()),
        }
    }
}

fn line(text: &mut String, key: &str, value: &str) {
    text.push_str(key);
    text.push_str(" = ");
    text.push_str(value);
    text.push('\n');
}

/// What a value says, as it is typed.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(all) => all.iter().flat_map(words).collect(),
        Value::Integer(number) => vec![number.to_string()],
        // No field takes another kind.
        _ => Vec::new(),
    }
}

/// A text as fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextDraft {
    /// Which text.
    pub key: TextKey,
    entries: BTreeMap<Part, Vec<Entry>>,
}

impl TextDraft {
    /// A text with nothing in it.
    pub fn new(key: TextKey) -> Self {
        Self {
            key,
            entries: BTreeMap::new(),
        }
    }

    /// The fields of a text in TOML; `None` if it cannot be read. Comments are left out.
    pub fn read(key: TextKey, text: &str) -> Option<Self> {
        let table: Table = text.parse().ok()?;
        let mut draft = Self::new(key);
        for part in Part::of(key) {
            let entries = if part.repeats() {
                let all = table.get(part.key()).and_then(Value::as_array);
                let tables = all.into_iter().flatten().filter_map(Value::as_table);
                tables.map(|table| Entry::of(*part, table)).collect()
            } else {
                vec![Entry::of(*part, &table)]
            };
            draft.entries.insert(*part, entries);
        }
        Some(draft)
    }

    /// Its entries of a part.
    pub fn entries(&self, part: Part) -> &[Entry] {
        self.entries.get(&part).map_or(&[], Vec::as_slice)
    }

    /// The entries of a part, to be changed.
    pub fn entries_mut(&mut self, part: Part) -> &mut Vec<Entry> {
        self.entries.entry(part).or_default()
    }

    /// As TOML, in which an entry without a name has one made from its English words; and which entries are in it, each by
    /// its place among those of its part, for those that are empty are passed over.
    pub fn write(&self) -> (String, BTreeMap<Part, Vec<usize>>) {
        let mut text = String::new();
        let mut written = BTreeMap::<Part, Vec<usize>>::new();
        if let TextKey::Section(section) = self.key {
            line(&mut text, "key", &Quoted(section.key()).to_string());
        }
        let mut names: Vec<String> = Vec::new();
        for part in Part::of(self.key) {
            let path = part.name();
            let typed = self.entries(*part).iter().filter_map(|entry| Some(entry.value(path?)));
            names.extend(typed.filter(|name| !name.is_empty()).map(str::to_owned));
        }
        for part in Part::of(self.key) {
            for (place, entry) in self.entries(*part).iter().enumerate() {
                if part.repeats() && entry.is_empty() {
                    continue;
                }
                written.entry(*part).or_default().push(place);
                let mut entry = entry.clone();
                if let Some(path) = part.name().filter(|path| entry.value(path).is_empty()) {
                    let name = new_name(entry.value(part.named_by()), &names);
                    names.push(name.clone());
                    entry.set(path, vec![name]);
                }
                if part.repeats() {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str("[[");
                    text.push_str(part.key());
                    text.push_str("]]\n");
                }
                entry.write(&mut text, *part);
            }
        }
        (text, written)
    }
}

/// A name of small letters, digits and underscores, made from the first words of a text, that none of the others is.
fn new_name(words: &str, others: &[String]) -> String {
    let plain: String = words
        .to_lowercase()
        .chars()
        .map(|one| if one.is_ascii_alphanumeric() { one } else { ' ' })
        .collect();
    let first: Vec<&str> = plain.split_whitespace().take(5).collect();
    let mut name: String = first.join("_").chars().take(40).collect();
    if name.is_empty() {
        "entry".clone_into(&mut name);
    }
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    std::iter::once(name.clone())
        .chain(numbered)
        .find(|name| !others.contains(name))
        .unwrap_or(name)
}
