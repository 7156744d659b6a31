//! What is said of the letter in the form of an act: its preview, and what was made of it there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::field;
use crate::{
    Errors, Lang, Problem,
    letter::{LetterEdits, LetterKind, LetterWay, PARAGRAPH_MAX, ParagraphKey},
};

/// The fields of a letter, in whatever form it stands. All empty where no preview was shown: then the template speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct LetterEditForm {
    /// `preview` by the button that only shows the letter.
    pub go: String,
    pub letter_kind: String,
    pub letter_lang: String,
    pub letter_way: String,
    pub letter_greeting: String,
    pub letter_opening: String,
    pub letter_advice: String,
    pub letter_closing: String,
}

/// The name of the field of a paragraph.
pub const fn letter_field(paragraph: ParagraphKey) -> &'static str {
    match paragraph {
        ParagraphKey::Greeting => "letter_greeting",
        ParagraphKey::Opening => "letter_opening",
        ParagraphKey::Advice => "letter_advice",
        ParagraphKey::Closing => "letter_closing",
    }
}

impl LetterEditForm {
    /// Whether only a preview is wanted.
    pub fn previews(&self) -> bool {
        self.go == "preview"
    }

    /// What was typed as a paragraph.
    pub fn typed(&self, paragraph: ParagraphKey) -> &str {
        match paragraph {
            ParagraphKey::Greeting => &self.letter_greeting,
            ParagraphKey::Opening => &self.letter_opening,
            ParagraphKey::Advice => &self.letter_advice,
            ParagraphKey::Closing => &self.letter_closing,
        }
    }

    /// The letter that was shown, if one was.
    pub fn kind(&self) -> Option<LetterKind> {
        LetterKind::parse(&self.letter_kind)
    }

    /// What the letter is to be; `None` where none was shown.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self) -> Result<Option<LetterEdits>, Errors> {
        if self.letter_kind.is_empty() {
            return Ok(None);
        }
        let mut errors = Errors::default();
        let e = &mut errors;
        let kind = field::required_choice(e, "letter_kind", &self.letter_kind, LetterKind::parse);
        let lang = field::required_choice(e, "letter_lang", &self.letter_lang, Lang::parse);
        let way = if self.letter_way.is_empty() {
            None
        } else {
            field::required_choice(e, "letter_way", &self.letter_way, LetterWay::parse)
        };
        let mut paragraphs = BTreeMap::new();
        for paragraph in kind.map(LetterKind::paragraphs).unwrap_or_default() {
            let name = letter_field(*paragraph);
            let words = field::required(e, name, self.typed(*paragraph), PARAGRAPH_MAX);
            paragraphs.insert(*paragraph, words);
        }
        match (kind, lang) {
            (Some(kind), Some(lang)) if errors.is_empty() => Ok(Some(LetterEdits {
                kind,
                lang,
                paragraphs,
                way,
            })),
            _ => {
                if errors.is_empty() {
                    errors.add("letter_kind", Problem::UnknownChoice);
                }
                Err(errors)
            }
        }
    }
}
