//! A fact with everything that must be told beside it.

use law::both;

use crate::{Bilingual, PartialDate, Topic};

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its name in texts and links; never changes, for it is the fact's address.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// A short name, for a table or a time line.
    pub name: Option<Bilingual<String>>,
    /// The fact itself.
    pub text: Bilingual<String>,
    /// Keys of its sources, the best first.
    pub sources: Vec<String>,
    /// When it happened, or as of when it is told.
    pub date: Option<PartialDate>,
    /// Its number, where it has one.
    pub figure: Option<Figure>,
    /// Keys of the divisions it is about.
    pub divisions: Vec<String>,
    /// Where it stands, as far as a source says.
    pub status: Option<Status>,
    /// The matter on which sources disagree.
    pub group: Option<String>,
    /// Which account of the matter it belongs to.
    pub account: Option<String>,
}

/// A number with what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number, or the least.
    pub value: u64,
    /// The greatest, where the source gives a range.
    pub to: Option<u64>,
    /// What is counted.
    pub unit: Unit,
    /// How it is meant.
    pub sense: Sense,
}

/// What the sources of a section leave open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in texts and links.
    pub id: String,
    /// The question, and what is known.
    pub text: Bilingual<String>,
}

/// The date that is told beside a fact: its own, else that of its best source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownDate {
    /// When it happened, or as of when it is told.
    AsOf(PartialDate),
    /// When its source was published.
    Published(PartialDate),
    /// When its source was last read.
    Read(PartialDate),
}

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name in texts.
    pub key: String,
    /// As people are told.
    pub name: Bilingual<String>,
    /// When it was published, where that is known.
    pub date: Option<PartialDate>,
    /// When it was last read, where that is all that is known.
    pub read: Option<PartialDate>,
    /// How far it can be relied on.
    pub weight: Weight,
}

law::terms! {
    /// How far a source can be relied on, the best first.
    Weight {
        /// The statute itself, read in full.
        Law "law" { "The law", "La ley" }
        /// The agency's or another office's own words.
        Official "official" { "Official page", "Página oficial" }
        /// A rule of this portal.
        Portal "portal" { "Rule of this portal", "Regla de este portal" }
        /// The press.
        Press "press" { "Press report", "Noticia de prensa" }
        /// Notes by others that we could not check.
        Weak "weak" { "Not confirmed", "Sin confirmar" }
    }
}

law::terms! {
    /// Where something stands, as far as a source says.
    Status {
        /// A source says that it is in use.
        InService "in_service" { "In use, a source says", "En uso, según una fuente" }
        /// A source says that it was handed out then; whether it still is in use is not known.
        Deployed "deployed" { "Handed out then, a source says", "Se entregó entonces, según una fuente" }
        /// The department said that it is in place; nobody has checked since.
        SaidInPlace "said_in_place" {
            "In place, the department said on April 21, 2021; not checked since",
            "En marcha, dijo el departamento el 21 de abril de 2021; no se ha comprobado desde entonces"
        }
        /// It was expected; whether it came is not known.
        Expected "expected" { "Expected; we do not know if it came", "Se esperaba; no sabemos si llegó" }
        /// It was announced; where it stands is not known.
        Announced "announced" { "Announced; we do not know how it stands today", "Anunciado; no sabemos cómo está hoy" }
        /// A goal.
        Goal "goal" { "A goal", "Una meta" }
        /// It was there before the program.
        InPlaceBefore "in_place_before" { "In place before 2020", "Ya existía antes de 2020" }
    }
}

law::terms! {
    /// What a number counts.
    Unit {
        /// Cameras.
        Cameras "cameras" { "cameras", "cámaras" }
        /// Officers.
        Officers "officers" { "officers", "agentes" }
        /// US dollars, once.
        Dollars "dollars" { "dollars", "dólares" }
        /// US dollars each year.
        DollarsAYear "dollars_a_year" { "dollars a year", "dólares al año" }
        /// Days.
        Days "days" { "days", "días" }
        /// Business days.
        BusinessDays "business_days" { "business days", "días hábiles" }
        /// Years.
        Years "years" { "years", "años" }
        /// Percent.
        Percent "percent" { "percent", "por ciento" }
    }
}

law::terms! {
    /// How a number is meant.
    Sense {
        /// As given.
        Exact "exact" { "", "" }
        /// Roughly.
        About "about" { "about", "cerca de" }
        /// Not less.
        AtLeast "at_least" { "at least", "al menos" }
    }
}

impl Fact {
    /// Whether it gives a number of something.
    pub fn counts(&self, unit: Unit) -> bool {
        self.figure.is_some_and(|figure| figure.unit == unit)
    }

    /// The matter on which sources disagree, and which account it belongs to.
    pub fn account(&self) -> Option<(&str, &str)> {
        self.group.as_deref().zip(self.account.as_deref())
    }
}

impl Figure {
    /// In words: `at least 340 cameras`, `cerca de 2,500,000 dólares`.
    pub fn words(self) -> Bilingual<String> {
        let range = |and: &str| match self.to {
            Some(to) => format!("{} {and} {}", grouped(self.value), grouped(to)),
            None => grouped(self.value),
        };
        let (sense, unit) = (self.sense.words(), self.unit.words());
        let phrase =
            |sense: &str, number: String, unit: &str| format!("{sense} {number} {unit}").trim_start().to_owned();
        both(
            phrase(sense.en, range("to"), unit.en),
            phrase(sense.es, range("a"), unit.es),
        )
    }
}

/// A number with commas between thousands, as both languages write it here.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
