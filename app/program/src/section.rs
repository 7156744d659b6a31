//! One page of facts, by topic, by day, and where sources disagree.

use std::collections::BTreeMap;

use crate::{Bilingual, Fact, PartialDate, Question, SectionKey, Topic};

/// A section: one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which.
    pub key: SectionKey,
    /// Its title.
    pub title: Bilingual<String>,
    /// What it is about, in a sentence or two.
    pub intro: Bilingual<String>,
    /// Its facts, in the order of the text.
    pub facts: Vec<Fact>,
    /// What its sources leave open.
    pub questions: Vec<Question>,
}

impl Section {
    /// The topics of its facts, each once, in order of first mention.
    pub fn topics(&self) -> Vec<Topic> {
        let mut topics = Vec::new();
        for fact in &self.facts {
            if !topics.contains(&fact.topic) {
                topics.push(fact.topic);
            }
        }
        topics
    }

    /// Its facts on a topic, in the order of the text.
    pub fn on(&self, topic: Topic) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.topic == topic)
    }

    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// Facts with a name and a date, in order of their days: a time line.
    pub fn timeline(&self) -> Vec<&Fact> {
        let told = |fact: &&Fact| fact.name.is_some() && fact.date.is_some();
        let mut facts: Vec<&Fact> = self.facts.iter().filter(told).collect();
        facts.sort_by_key(|fact| fact.date.map(PartialDate::first));
        facts
    }

    /// Where sources disagree: for each matter its accounts, both by name, with the facts of each.
    pub fn disagreements(&self) -> BTreeMap<&str, BTreeMap<&str, Vec<&Fact>>> {
        let mut matters = BTreeMap::<&str, BTreeMap<&str, Vec<&Fact>>>::new();
        for fact in &self.facts {
            if let Some((matter, account)) = fact.account() {
                matters
                    .entry(matter)
                    .or_default()
                    .entry(account)
                    .or_default()
                    .push(fact);
            }
        }
        matters
    }
}
