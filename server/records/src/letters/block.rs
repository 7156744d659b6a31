//! What a letter is made of.

use std::borrow::Cow;

use office::{Lang, letter::ParagraphKey, views::LetterPart};
use texts::LetterWords as _;

use super::Sender;

/// A piece of a letter. Words by others stand only in [`Block::Quote`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A paragraph of the office's own, of its template or as a custodian changed it.
    Own(ParagraphKey, String),
    /// A sentence that must be said, with the section that demands it; without one it keeps the access code safe.
    Locked(String, Option<String>),
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

    /// A sentence that the law requires.
    pub(super) fn required(&mut self, words: impl Into<String>, section: impl Into<String>) {
        self.push(Block::Locked(words.into(), Some(section.into())));
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

    /// The letter's parts, as a preview shows them.
    pub(super) fn parts(&self) -> Vec<LetterPart> {
        let part = |block: &Block| match block.clone() {
            Block::Heading(words) => LetterPart::Heading(words),
            Block::Paragraph(words) => LetterPart::Paragraph(words),
            Block::Own(paragraph, words) => LetterPart::Own { paragraph, words },
            Block::Locked(words, section) => LetterPart::Locked { words, section },
            Block::Facts(facts) => {
                let facts = facts.into_iter().map(|(label, fact)| (label.into_owned(), fact));
                LetterPart::Facts(facts.collect())
            }
            Block::List(lines) => LetterPart::Lines(lines),
            Block::Quote(words) => LetterPart::Quote(words),
            Block::Link(words, url) => LetterPart::Link {
                words: words.to_owned(),
                url,
            },
            Block::Rule => LetterPart::Rule,
        };
        self.blocks.iter().map(part).collect()
    }

    /// What is read as sentences: headings, facts, links and the foot are not.
    pub(super) fn prose(&self) -> String {
        let mut prose = String::new();
        for block in self.blocks.iter().take_while(|block| **block != Block::Rule) {
            let words: &[String] = match block {
                Block::Paragraph(words) | Block::Own(_, words) | Block::Locked(words, _) | Block::Quote(words) => {
                    std::slice::from_ref(words)
                }
                Block::List(lines) => lines,
                Block::Heading(_) | Block::Facts(_) | Block::Link(..) | Block::Rule => &[],
            };
            for one in words {
                prose.push_str(one);
                // Each ends a sentence, also where nobody set a full stop.
                prose.push('\n');
            }
        }
        prose
    }
}
