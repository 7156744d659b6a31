//! What is publicly known of the camera program: facts as data, each with its source and date.
//!
//! The facts come with the program ([`Program::built_in`]) in seven sections and a list of sources,
//! each a small text in English and Spanish. An operator can edit a text and have it read back
//! ([`Program::with`]); what is wrong with it is told flaw by flaw ([`TextError`]), with its line.
//! Nothing here says more than its sources, and where they disagree every account is kept.

mod check;
mod fact;
mod fields;
mod flaw;
mod keys;
mod read;
mod section;
#[cfg(test)]
mod tests;
mod topic;
mod when;
mod write;

pub use fact::{Fact, Figure, Question, Sense, ShownDate, Source, Status, Unit, Weight};
pub use fields::{Entry, FieldKind, FieldSpec, Part, Place, TextDraft};
pub use flaw::{Problem, TextError};
pub use keys::{SectionKey, TextKey};
pub use law::Bilingual;
pub use section::Section;
pub use topic::Topic;
pub use when::PartialDate;

/// Everything that is known, section by section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    sources: Vec<Source>,
    sections: Vec<Section>,
}

impl Program {
    /// The facts that come with the program.
    pub fn built_in() -> Self {
        // The test `the_facts_that_come_with_the_program_are_sound` keeps the texts readable.
        Self::with(&[]).unwrap_or_else(|_| Self {
            sources: Vec::new(),
            sections: Vec::new(),
        })
    }

    /// The facts with some texts replaced by edited ones, checked as a whole.
    ///
    /// # Errors
    /// Everything that is wrong, text by text, from the top.
    pub fn with(edited: &[(TextKey, &str)]) -> Result<Self, Vec<TextError>> {
        let text = |key: TextKey| {
            let edit = edited.iter().rev().find(|(one, _)| *one == key);
            edit.map_or_else(|| key.built_in(), |(_, text)| *text)
        };
        let mut flaws = Vec::new();
        let sources = read::sources(text(TextKey::Sources)).unwrap_or_else(|found| {
            flaws.extend(found);
            Vec::new()
        });
        // Without its sources no fact can be checked.
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let mut sections = Vec::new();
        for key in SectionKey::ALL {
            match read::section(key, text(TextKey::Section(key)), &sources) {
                Ok(section) => sections.push(section),
                Err(found) => flaws.extend(found),
            }
        }
        if flaws.is_empty() {
            Ok(Self { sources, sections })
        } else {
            Err(flaws)
        }
    }

    /// Every source.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// A fact's sources, in its order.
    pub fn sources_of(&self, fact: &Fact) -> impl Iterator<Item = &Source> {
        fact.sources.iter().filter_map(|key| self.source(key))
    }

    /// The date told beside a fact: its own, else the one of its best source.
    pub fn dated(&self, fact: &Fact) -> Option<ShownDate> {
        let of_source = |source: &Source| {
            source
                .date
                .map(ShownDate::Published)
                .or(source.read.map(ShownDate::Read))
        };
        let own = fact.date.map(ShownDate::AsOf);
        own.or_else(|| self.sources_of(fact).next().and_then(of_source))
    }

    /// How much weight a fact has: that of its best source.
    pub fn weight_of(&self, fact: &Fact) -> Option<Weight> {
        self.sources_of(fact).map(|source| source.weight).min()
    }

    /// Every section, in the order of the pages.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The section with this key.
    pub fn section(&self, key: SectionKey) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// A text as an operator edits it: the same facts give the same text, and it can be read back.
    pub fn text(&self, key: TextKey) -> String {
        match key {
            TextKey::Sources => write::sources(&self.sources),
            TextKey::Section(key) => self.section(key).map(write::section).unwrap_or_default(),
        }
    }

    /// Facts that give a number of cameras handed out, in service or expected, and the goal, in order of their
    /// days. What was only approved or announced is left out: the same cameras come later.
    pub fn cameras(&self) -> Vec<&Fact> {
        let stands = |fact: &&Fact| {
            let known = [Status::InService, Status::Deployed, Status::Expected, Status::Goal];
            fact.counts(Unit::Cameras) && fact.status.is_some_and(|status| known.contains(&status))
        };
        let section = self.section(SectionKey::WhoHasCameras);
        let facts = section.into_iter().flat_map(|section| &section.facts);
        let mut found: Vec<&Fact> = facts.filter(stands).collect();
        found.sort_by_key(|fact| fact.date.map(PartialDate::first));
        found
    }
}
