//! The templates of letters.

use async_trait::async_trait;

use crate::{
    Lang, OfficeResult,
    forms::TemplateEdit,
    letter::{LetterKind, Paragraphs},
    permission::Administrator,
    views::{LetterText, Staff, TemplateLine, TemplateView},
};

/// Templates as staff read them and administrators change them.
#[async_trait]
pub trait TemplateDesk: Send + Sync {
    /// All of them.
    async fn templates(&self, by: &Staff) -> OfficeResult<Vec<TemplateLine>>;

    /// One, with its versions.
    async fn template(&self, by: &Staff, kind: LetterKind) -> OfficeResult<TemplateView>;

    /// A letter of example facts in these words.
    fn letter_example(&self, kind: LetterKind, paragraphs: &Paragraphs, lang: Lang) -> LetterText;

    /// Publishes a new version, which counts from the next letter on. Refused when somebody published another in the meantime.
    async fn publish_template(&self, by: &Administrator, edit: TemplateEdit) -> OfficeResult<()>;
}
