//! Editing the template of a kind of letter.

use law::both;
use serde::{Deserialize, Serialize};

use super::field;
use crate::{
    Errors, Problem,
    letter::{LetterKind, PARAGRAPH_MAX, ParagraphKey, Paragraphs},
};

/// The form at `/staff/letters/templates/{kind}`: each paragraph in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct TemplateForm {
    /// `preview` or `publish`.
    pub act: String,
    /// The version that was seen.
    pub version: String,
    pub greeting_en: String,
    pub greeting_es: String,
    pub opening_en: String,
    pub opening_es: String,
    pub advice_en: String,
    pub advice_es: String,
    pub closing_en: String,
    pub closing_es: String,
    /// Why it is changed.
    pub reason: String,
}

echo!(TemplateForm {
    greeting_en,
    greeting_es,
    opening_en,
    opening_es,
    advice_en,
    advice_es,
    closing_en,
    closing_es,
    reason
});

/// The names of a paragraph's fields, English and Spanish.
pub const fn template_fields(paragraph: ParagraphKey) -> [&'static str; 2] {
    match paragraph {
        ParagraphKey::Greeting => ["greeting_en", "greeting_es"],
        ParagraphKey::Opening => ["opening_en", "opening_es"],
        ParagraphKey::Advice => ["advice_en", "advice_es"],
        ParagraphKey::Closing => ["closing_en", "closing_es"],
    }
}

/// A template that can be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateEdit {
    /// Of which letter.
    pub kind: LetterKind,
    /// The version that was seen.
    pub version: i64,
    /// Its paragraphs.
    pub paragraphs: Paragraphs,
    /// Why.
    pub reason: String,
}

impl TemplateForm {
    /// A form with these paragraphs in it.
    pub fn of(version: i64, paragraphs: &Paragraphs) -> Self {
        let mut form = Self {
            version: version.to_string(),
            ..Self::default()
        };
        for (paragraph, words) in paragraphs {
            let [en, es] = form.places(*paragraph);
            en.clone_from(&words.en);
            es.clone_from(&words.es);
        }
        form
    }

    const fn places(&mut self, paragraph: ParagraphKey) -> [&mut String; 2] {
        match paragraph {
            ParagraphKey::Greeting => [&mut self.greeting_en, &mut self.greeting_es],
            ParagraphKey::Opening => [&mut self.opening_en, &mut self.opening_es],
            ParagraphKey::Advice => [&mut self.advice_en, &mut self.advice_es],
            ParagraphKey::Closing => [&mut self.closing_en, &mut self.closing_es],
        }
    }

    const fn typed(&self, paragraph: ParagraphKey) -> [&String; 2] {
        match paragraph {
            ParagraphKey::Greeting => [&self.greeting_en, &self.greeting_es],
            ParagraphKey::Opening => [&self.opening_en, &self.opening_es],
            ParagraphKey::Advice => [&self.advice_en, &self.advice_es],
            ParagraphKey::Closing => [&self.closing_en, &self.closing_es],
        }
    }

    /// The paragraphs alone, for a preview: both languages of each, or none at all.
    ///
    /// # Errors
    /// Every paragraph that is missing, too long, names a fact that its letter does not have, or leaves out one that it must name.
    pub fn paragraphs(&self, kind: LetterKind) -> Result<Paragraphs, Errors> {
        let mut errors = Errors::default();
        let read = self.read(&mut errors, kind);
        if errors.is_empty() { Ok(read) } else { Err(errors) }
    }

    /// Reads the whole form.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self, kind: LetterKind) -> Result<TemplateEdit, Errors> {
        let mut errors = Errors::default();
        let paragraphs = self.read(&mut errors, kind);
        let reason = field::required(&mut errors, "reason", &self.reason, 500);
        let version = self.version.trim().parse();
        match version {
            Ok(version) if errors.is_empty() => Ok(TemplateEdit {
                kind,
                version,
                paragraphs,
                reason,
            }),
            Ok(_) => Err(errors),
            Err(_) => {
                errors.add("version", Problem::Missing);
                Err(errors)
            }
        }
    }

    fn read(&self, errors: &mut Errors, kind: LetterKind) -> Paragraphs {
        let mut paragraphs = Paragraphs::new();
        for paragraph in kind.paragraphs() {
            let [en, es] = template_fields(*paragraph);
            let [english, spanish] = self.typed(*paragraph);
            let mut one = |name: &str, typed: &str| {
                let words = field::required(errors, name, typed, PARAGRAPH_MAX);
                if !words.is_empty()
                    && let Some(flaw) = kind.flaw(*paragraph, &words)
                {
                    errors.add(name, flaw);
                }
                words
            };
            let words = both(one(en, english), one(es, spanish));
            paragraphs.insert(*paragraph, words);
        }
        paragraphs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_in_one_language_is_none() {
        let kind = LetterKind::Denied;
        let whole = TemplateForm {
            version: "0".into(),
            greeting_en: "Dear {name},".into(),
            greeting_es: "A {name}:".into(),
            opening_en: "Request {number}.".into(),
            opening_es: "Solicitud {number}.".into(),
            closing_en: "{agency}".into(),
            closing_es: "{agency}".into(),
            reason: "Kinder words".into(),
            ..TemplateForm::default()
        };
        assert!(whole.check(kind).is_ok());
        let english = TemplateForm {
            opening_es: "  ".into(),
            ..whole
        };
        let errors = english.check(kind).expect_err("half a template");
        assert_eq!(errors.of("opening_es"), Some(&Problem::Missing));
    }
}
