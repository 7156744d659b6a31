//! Editing a text of the program in a form with a field for each of its values.

use std::{collections::BTreeMap, fmt};

use program::{Entry, FieldKind, Part, TextDraft, TextKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Echo, ProgramEdit, field, row_field};
use crate::{Errors, Problem, Refusal};

/// Longest value of a field, in characters.
const MOST: usize = 2_000;

/// The form at `/staff/program/{key}/fields`: columns of values, a row for each entry of a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgramFieldsForm {
    /// What was pressed: [`ProgramFieldsAct`].
    pub act: String,
    /// The version that was seen.
    pub version: String,
    /// Why it is changed.
    pub reason: String,
    /// Values by the names of their columns. Those of a list name their row: `2:press_2021`, from 0.
    columns: BTreeMap<String, Vec<String>>,
}

/// What a button of the form does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramFieldsAct {
    /// Shows the page as it would be.
    Preview,
    /// Publishes.
    Publish,
    /// Adds an empty entry.
    Add(Part),
    /// Takes an entry out, by its place from 0.
    Remove(Part, usize),
    /// Puts an entry before the one above it.
    Up(Part, usize),
}

impl ProgramFieldsAct {
    /// As the button says it.
    pub fn key(self) -> String {
        match self {
            Self::Preview => "preview".to_owned(),
            Self::Publish => "publish".to_owned(),
            Self::Add(part) => format!("add-{}", part.key()),
            Self::Remove(part, place) => format!("remove-{}-{place}", part.key()),
            Self::Up(part, place) => format!("up-{}-{place}", part.key()),
        }
    }

    /// What was pressed; anything unknown shows a preview, which changes nothing.
    fn parse(typed: &str) -> Self {
        let mut words = typed.split('-');
        let (verb, part) = (words.next().unwrap_or_default(), words.next().and_then(Part::parse));
        let place = words.next().and_then(|place| place.parse().ok());
        match (verb, part, place) {
            ("publish", None, None) => Self::Publish,
            ("add", Some(part), None) => Self::Add(part),
            ("remove", Some(part), Some(place)) => Self::Remove(part, place),
            ("up", Some(part), Some(place)) => Self::Up(part, place),
            _ => Self::Preview,
        }
    }
}

/// The value of a choice in a list, which names its row.
pub fn listed(row: usize, key: &str) -> String {
    format!("{row}:{key}")
}

impl ProgramFieldsForm {
    /// The form with a text in it.
    pub fn of(version: i64, draft: &TextDraft) -> Self {
        let mut form = Self {
            version: version.to_string(),
            ..Self::default()
        };
        form.fill(draft);
        form
    }

    fn fill(&mut self, draft: &TextDraft) {
        self.columns.clear();
        for part in Part::of(draft.key) {
            for field in part.fields() {
                let mut column = Vec::new();
                for (row, entry) in draft.entries(*part).iter().enumerate() {
                    match field.kind {
                        FieldKind::Sources => {
                            column.extend(entry.values(field.path).iter().map(|key| listed(row, key)));
                        }
                        FieldKind::Keys => column.push(entry.values(field.path).join(", ")),
                        _ => column.push(entry.value(field.path).to_owned()),
                    }
                }
                self.columns.insert(field.column.to_owned(), column);
            }
        }
    }

    /// What was pressed.
    pub fn pressed(&self) -> ProgramFieldsAct {
        ProgramFieldsAct::parse(&self.act)
    }

    /// The form with an entry added, taken out or moved, and all else as it was typed; `None` if another button was pressed.
    pub fn changed(&self, key: TextKey) -> Option<Self> {
        let mut draft = self.draft(key);
        let of_text = |part: Part| part.repeats() && Part::of(key).contains(&part);
        match self.pressed() {
            ProgramFieldsAct::Add(part) if of_text(part) => draft.entries_mut(part).push(Entry::default()),
            ProgramFieldsAct::Remove(part, place) if of_text(part) => {
                let entries = draft.entries_mut(part);
                if place < entries.len() {
                    entries.remove(place);
                }
            }
            ProgramFieldsAct::Up(part, place) if of_text(part) => {
                let entries = draft.entries_mut(part);
                if (1..entries.len()).contains(&place) {
                    entries.swap(place - 1, place);
                }
            }
            _ => return None,
        }
        let mut form = self.clone();
        form.fill(&draft);
        Some(form)
    }

    /// What was typed, as fields of a text.
    pub fn draft(&self, key: TextKey) -> TextDraft {
        self.read(key, &mut Errors::default())
    }

    fn read(&self, key: TextKey, errors: &mut Errors) -> TextDraft {
        let mut draft = TextDraft::new(key);
        for part in Part::of(key) {
            let column = |name: &str| self.columns.get(name).map_or(&[][..], Vec::as_slice);
            let single = |kind: FieldKind| !matches!(kind, FieldKind::Sources);
            let rows = part.fields().iter().filter(|field| single(field.kind));
            let rows = rows.map(|field| column(field.column).len()).max().unwrap_or(0);
            let rows = if part.repeats() { rows } else { 1 };
            for row in 0..rows {
                let mut entry = Entry::default();
                for field in part.fields() {
                    let name = row_field(field.column, row + 1);
                    let typed = column(field.column).get(row).map_or("", String::as_str);
                    let values = match field.kind {
                        FieldKind::Sources => {
                            let of_row = column(field.column).iter().filter_map(|value| value.split_once(':'));
                            let of_row = of_row.filter(|(at, _)| at.parse() == Ok(row));
                            of_row.map(|(_, key)| key.to_owned()).collect()
                        }
                        FieldKind::Keys => {
                            let typed = field::line(errors, &name, typed, MOST);
                            typed.split([',', ';']).map(|key| key.trim().to_owned()).collect()
                        }
                        FieldKind::Number => {
                            let typed = field::line(errors, &name, typed, MOST);
                            // As people write thousands.
                            let number = typed.replace([',', ' ', '\u{A0}'], "");
                            if !number.is_empty() && number.parse::<u64>().is_err() {
                                errors.add(&name, Problem::NotANumber);
                                vec![typed]
                            } else {
                                vec![number]
                            }
                        }
                        FieldKind::Line | FieldKind::Text | FieldKind::Date | FieldKind::Choice(_) => {
                            vec![field::line(errors, &name, typed, MOST)]
                        }
                    };
                    entry.set(field.path, values);
                }
                draft.entries_mut(*part).push(entry);
            }
        }
        draft
    }

    /// The text in TOML, for a preview.
    ///
    /// # Errors
    /// What no text could hold, each at its field.
    pub fn text(&self, key: TextKey) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let (text, _) = self.read(key, &mut errors).write();
        if errors.is_empty() { Ok(text) } else { Err(errors) }
    }

    /// Reads the whole form.
    ///
    /// # Errors
    /// Every problem that shows without the other texts.
    pub fn check(&self, key: TextKey) -> Result<ProgramEdit, Errors> {
        let mut errors = Errors::default();
        let (text, _) = self.read(key, &mut errors).write();
        let reason = field::required(&mut errors, "reason", &self.reason, 500);
        let version = self.version.trim().parse();
        if version.is_err() {
            errors.add("version", Problem::Missing);
        }
        match version {
            Ok(version) if errors.is_empty() => Ok(ProgramEdit {
                key,
                version,
                text,
                reason,
            }),
            _ => Err(errors),
        }
    }

    /// A refusal of the text, each flaw at the field of the form that it is in.
    pub fn at_its_fields(&self, key: TextKey, refusal: Refusal) -> Refusal {
        let Refusal::Invalid { errors } = refusal else {
            return refusal;
        };
        let (_, written) = self.draft(key).write();
        let placed = errors.0.into_iter().map(|(name, problem)| {
            let Problem::Program(mut flaw) = problem else {
                return (name, problem);
            };
            if flaw.text != key {
                return ("fields".to_owned(), Problem::Program(flaw));
            }
            // The lines are those of a text that nobody typed.
            flaw.line = None;
            let field = flaw.place.as_ref().and_then(|place| {
                let field = place.part.field(place.field)?;
                let row = written.get(&place.part)?.get(place.entry)?;
                Some(row_field(field.column, row + 1))
            });
            let added = ProgramFieldsAct::Add(match key {
                TextKey::Sources => Part::Source,
                TextKey::Section(_) => Part::Fact,
            });
            if field.is_some() {
                flaw.entry = None;
            }
            (field.unwrap_or_else(|| added.key()), Problem::Program(flaw))
        });
        Errors(placed.collect()).into()
    }
}

impl Echo for ProgramFieldsForm {
    fn echo(&self) -> Vec<&str> {
        let typed = self.columns.values().flatten().map(String::as_str);
        std::iter::once(&*self.reason).chain(typed).collect()
    }
}

/// One value or several, as a browser sends the fields of one name.
struct Values(Vec<String>);

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;

        impl<'de> de::Visitor<'de> for OneOrSeveral {
            type Value = Values;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one value or several")
            }

            fn visit_str<E: de::Error>(self, one: &str) -> Result<Values, E> {
                Ok(Values(vec![one.to_owned()]))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut all: A) -> Result<Values, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = all.next_element()? {
                    values.push(value);
                }
                Ok(Values(values))
            }
        }

        from.deserialize_any(OneOrSeveral)
    }
}

impl<'de> Deserialize<'de> for ProgramFieldsForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut columns: BTreeMap<String, Values> = BTreeMap::deserialize(from)?;
        let mut one = |name: &str| match columns.remove(name).map(|values| values.0) {
            Some(mut values) if values.len() == 1 => Ok(values.remove(0)),
            Some(_) => Err(de::Error::custom("a field that stands once came twice")),
            None => Ok(String::new()),
        };
        Ok(Self {
            act: one("act")?,
            version: one("version")?,
            reason: one("reason")?,
            columns: columns.into_iter().map(|(name, values)| (name, values.0)).collect(),
        })
    }
}

impl Serialize for ProgramFieldsForm {
    fn serialize<S: Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = into.serialize_map(None)?;
        map.serialize_entry("act", &self.act)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("reason", &self.reason)?;
        for (name, values) in &self.columns {
            map.serialize_entry(name, values)?;
        }
        map.end()
    }
}
