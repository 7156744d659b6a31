//! A letter before it goes, and the templates that letters are made from.

use law::Date;

use crate::{
    Lang,
    letter::{LetterKind, LetterWay, ParagraphKey, Paragraphs},
};

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterPart {
    /// A heading.
    Heading(String),
    /// Fixed words that follow from what happened.
    Paragraph(String),
    /// A sentence that must be said, with what demands it; nobody can change it.
    Locked {
        /// The sentence.
        words: String,
        /// The section; none for what keeps the access code safe.
        section: Option<String>,
    },
    /// A paragraph of the office's own.
    Own {
        /// Which.
        paragraph: ParagraphKey,
        /// Its words, facts filled in.
        words: String,
    },
    /// Facts with their labels.
    Facts(Vec<(String, String)>),
    /// Lines.
    Lines(Vec<String>),
    /// Somebody's own words.
    Quote(String),
    /// A link with its words.
    Link {
        /// What it is.
        words: String,
        /// Where it leads.
        url: String,
    },
    /// A line before the foot.
    Rule,
}

/// A letter in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterText {
    /// The language.
    pub lang: Lang,
    /// Subject of the mail.
    pub subject: String,
    /// Title.
    pub title: String,
    /// What follows.
    pub parts: Vec<LetterPart>,
}

/// How hard a text is to read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReadingGrade {
    /// Flesch–Kincaid grade level, of English: years of school in the United States.
    SchoolYears(f64),
    /// Fernández Huerta, of Spanish: from 0, very hard, to 100, very easy.
    Ease(f64),
}

/// A letter as it would go now.
#[derive(Clone, Debug, PartialEq)]
pub enum PreviewedLetter {
    /// To whoever filed.
    ToRequester {
        /// Its kind.
        kind: LetterKind,
        /// Name of whoever filed.
        name: String,
        /// Address by e-mail, where letters by e-mail are wanted.
        email: Option<String>,
        /// Address on paper, where one was given.
        postal_address: Option<String>,
        /// The way that it goes if nothing else is chosen; `None`: by none, their private page says it.
        way: Option<LetterWay>,
        /// In their language.
        text: LetterText,
        /// In the custodian's, where that is another.
        beside: Option<LetterText>,
        /// How hard it is to read; none where it says too little.
        grade: Option<ReadingGrade>,
    },
    /// A notice to a person shown: the law's own words, none of which can be changed.
    Notice {
        /// To whom, as on the envelope.
        name: String,
        /// Address: by e-mail, or lines on paper.
        address: String,
        /// Language.
        lang: Lang,
        /// The letter as markup, without its code.
        document: String,
    },
}

/// What an act would send.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LetterPreview {
    /// The letters, in the order in which they are written; empty where none would go.
    pub letters: Vec<PreviewedLetter>,
}

impl LetterPreview {
    /// The letter to whoever filed that can be edited: the last one.
    pub fn to_requester(&self) -> Option<&PreviewedLetter> {
        self.letters
            .iter()
            .rfind(|letter| matches!(letter, PreviewedLetter::ToRequester { .. }))
    }
}

/// A version of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateVersion {
    /// From 1; 0 is what came with the program.
    pub version: i64,
    /// The day.
    pub on: Date,
    /// Who published it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Its paragraphs.
    pub paragraphs: Paragraphs,
}

/// The template of a kind of letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateView {
    /// Which.
    pub kind: LetterKind,
    /// The version that counts; goes back with an edit.
    pub version: i64,
    /// What counts.
    pub paragraphs: Paragraphs,
    /// What came with the program.
    pub built_in: Paragraphs,
    /// Versions, the newest first.
    pub versions: Vec<TemplateVersion>,
}

/// A template in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateLine {
    /// Which.
    pub kind: LetterKind,
    /// Its newest version; 0 where nobody has changed it.
    pub version: i64,
    /// Who changed it last, and when.
    pub changed: Option<(String, Date)>,
}

/// A letter as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentText {
    /// Language.
    pub lang: Lang,
    /// As markup of classes alone: on paper with its letterhead, by e-mail title and words. Empty once erased.
    pub markup: String,
}
