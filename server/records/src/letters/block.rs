//! What a letter is made of.

use std::borrow::Cow;

use office::Lang;
use texts::LetterWords as _;

use super::Sender;

/// A piece of a letter. Words by others stand only in [`Block::Quote`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Facts with their labels.
    Facts(Vec<(Cow<'static, str>, String)>),
    /// Lines, one beside a dash each.
    List(Vec<String>),
    /// What somebody else wrote, kept apart from what the office says.
    Quote(String),
    /// A link with its words; the address is always shown.
    Link(&'static str, String),
    /// A thin line before the foot.
    Rule,
}

/// A whole letter: title and blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

impl Body {
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            blocks: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(super) fn heading(&mut self, words: impl Into<String>) {
        self.push(Block::Heading(words.into()));
    }

    pub(super) fn paragraph(&mut self, words: impl Into<String>) {
        self.push(Block::Paragraph(words.into()));
    }

    /// Facts with their labels.
    pub(super) fn facts<L: Into<Cow<'static, str>>>(&mut self, facts: Vec<(L, String)>) {
        let facts = facts.into_iter().map(|(label, fact)| (label.into(), fact));
        self.push(Block::Facts(facts.collect()));
    }

    /// Lines, if there are any.
    pub(super) fn list(&mut self, lines: Vec<String>) {
        if !lines.is_empty() {
            self.push(Block::List(lines));
        }
    }

    pub(super) fn link(&mut self, words: &'static str, url: String) {
        self.push(Block::Link(words, url));
    }

    /// Words by others under a heading, if there are any.
    pub(super) fn quoted(&mut self, heading: &'static str, words: Option<&str>) {
        if let Some(words) = words.map(str::trim).filter(|words| !words.is_empty()) {
            self.heading(heading);
            self.push(Block::Quote(words.to_owned()));
        }
    }

    /// The foot of every letter: why it came, that it is no advice, who sent it, from where.
    pub(super) fn foot(&mut self, sender: &Sender, lang: Lang, why: &[&str]) {
        self.push(Block::Rule);
        for line in why {
            self.paragraph(*line);
        }
        self.paragraph(lang.letter_not_advice());
        self.paragraph(format!("{} · {}", sender.agency, sender.url(lang, "/")));
    }
}
