//! Reading a text: its shape by serde, which refuses unknown keys; its sense by [`crate::check`].

use serde::Deserialize;

use law::both;

use crate::{
    Bilingual, Fact, Figure, Part, PartialDate, Problem, Question, Section, SectionKey, Sense, Source, Status,
    TextError, TextKey, Topic, Unit, Weight,
    check::{TextChecker, name, spoken},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourcesText {
    #[serde(default)]
    source: Vec<SourceText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceText {
    key: String,
    name: Bilingual<String>,
    date: Option<String>,
    read: Option<String>,
    weight: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionText {
    key: String,
    title: Bilingual<String>,
    intro: Bilingual<String>,
    #[serde(default)]
    fact: Vec<FactText>,
    #[serde(default)]
    question: Vec<QuestionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactText {
    id: String,
    topic: String,
    name: Option<Bilingual<String>>,
    en: String,
    es: String,
    sources: Vec<String>,
    date: Option<String>,
    figure: Option<FigureText>,
    #[serde(default)]
    divisions: Vec<String>,
    status: Option<String>,
    group: Option<String>,
    account: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureText {
    value: u64,
    to: Option<u64>,
    unit: String,
    sense: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionText {
    id: String,
    en: String,
    es: String,
}

/// Reads the list of sources.
pub fn sources(text: &str) -> Result<Vec<Source>, Vec<TextError>> {
    let mut desk = TextChecker::new(TextKey::Sources, text);
    let Some(read) = desk.shape::<SourcesText>() else {
        return desk.close(Vec::new());
    };
    if read.source.is_empty() {
        desk.note("", Problem::Empty);
    }
    let mut sources: Vec<Source> = Vec::new();
    for (place, source) in read.source.into_iter().enumerate() {
        desk.begin(Part::Source, place, "key", &source.key);
        name(
            &mut desk,
            "key",
            &source.key,
            sources.iter().any(|known| known.key == source.key),
        );
        spoken(&mut desk, "name", ["name.en", "name.es"], &source.name);
        if source.date.is_none() && source.read.is_none() {
            desk.note("date", Problem::NeverRead);
        }
        let weight = desk.choice("weight", &source.weight, Weight::parse, keys(&Weight::ALL, Weight::key));
        sources.push(Source {
            date: desk.date("date", source.date.as_deref()),
            read: desk.date("read", source.read.as_deref()),
            key: source.key,
            name: source.name,
            weight: weight.unwrap_or(Weight::Weak),
        });
    }
    desk.close(sources)
}

/// Reads a section whose facts rest on these sources.
pub fn section(key: SectionKey, text: &str, sources: &[Source]) -> Result<Section, Vec<TextError>> {
    let mut desk = TextChecker::new(TextKey::Section(key), text);
    let Some(read) = desk.shape::<SectionText>() else {
        return desk.close(empty(key));
    };
    if read.key != key.key() {
        desk.note("", Problem::OtherSection(read.key));
    }
    spoken(&mut desk, "title", ["title.en", "title.es"], &read.title);
    spoken(&mut desk, "intro", ["intro.en", "intro.es"], &read.intro);
    if read.fact.is_empty() {
        desk.note("", Problem::Empty);
    }
    let mut section = Section {
        title: read.title,
        intro: read.intro,
        ..empty(key)
    };
    for (place, text) in read.fact.into_iter().enumerate() {
        let twice = section.fact(&text.id).is_some();
        desk.begin(Part::Fact, place, "id", &text.id);
        let fact = fact(&mut desk, text, twice);
        desk.rests(&fact, sources);
        section.facts.push(fact);
    }
    for (place, text) in read.question.into_iter().enumerate() {
        desk.begin(Part::Question, place, "id", &text.id);
        let twice = section.questions.iter().any(|known| known.id == text.id) || section.fact(&text.id).is_some();
        name(&mut desk, "id", &text.id, twice);
        let (id, text) = (text.id, both(text.en, text.es));
        spoken(&mut desk, "the question", ["en", "es"], &text);
        section.questions.push(Question { id, text });
    }
    desk.accounts(&section.facts);
    desk.close(section)
}

fn empty(key: SectionKey) -> Section {
    let none = Bilingual::<String>::default();
    Section {
        key,
        title: none.clone(),
        intro: none,
        facts: Vec::new(),
        questions: Vec::new(),
    }
}

fn fact(desk: &mut TextChecker<'_>, read: FactText, twice: bool) -> Fact {
    name(desk, "id", &read.id, twice);
    let topic = desk.choice("topic", &read.topic, Topic::parse, keys(&Topic::ALL, Topic::key));
    let text = both(read.en, read.es);
    spoken(desk, "the fact", ["en", "es"], &text);
    if let Some(name) = &read.name {
        spoken(desk, "name", ["name.en", "name.es"], name);
    }
    let named = [
        ("divisions", read.divisions.iter().collect::<Vec<_>>()),
        ("group", read.group.iter().collect()),
        ("account", read.account.iter().collect()),
    ];
    for (field, keys) in named {
        for key in keys {
            name(desk, field, key, false);
        }
    }
    let status = read.status.as_deref();
    Fact {
        topic: topic.unwrap_or(Topic::Phase),
        name: read.name,
        text,
        date: desk.date("date", read.date.as_deref()),
        figure: read.figure.and_then(|read| figure(desk, &read)),
        status: status.and_then(|key| desk.choice("status", key, Status::parse, keys(&Status::ALL, Status::key))),
        id: read.id,
        sources: read.sources,
        divisions: read.divisions,
        group: read.group,
        account: read.account,
    }
}

fn figure(desk: &mut TextChecker<'_>, read: &FigureText) -> Option<Figure> {
    if read.to.is_some_and(|to| to <= read.value) {
        desk.note("figure.to", Problem::BadRange);
    }
    let unit = desk.choice("figure.unit", &read.unit, Unit::parse, keys(&Unit::ALL, Unit::key));
    let sense = desk.choice("figure.sense", &read.sense, Sense::parse, keys(&Sense::ALL, Sense::key));
    let (value, to) = (read.value, read.to);
    Some(Figure {
        value,
        to,
        unit: unit?,
        sense: sense?,
    })
}

/// Keys in a row, to tell which are known.
fn keys<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|one| key(*one)).collect::<Vec<_>>().join(", ")
}

impl TextChecker<'_> {
    /// A date, if one is given.
    fn date(&mut self, field: &'static str, text: Option<&str>) -> Option<PartialDate> {
        let text = text?;
        let date = text.parse().ok();
        if date.is_none() {
            self.note(field, Problem::BadDate(text.to_owned()));
        }
        date
    }
}
