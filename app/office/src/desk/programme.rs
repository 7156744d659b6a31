//! What is publicly known of the programme, and who keeps it up to date.

use std::sync::Arc;

use async_trait::async_trait;
use programme::{Programme, TextKey};

use crate::{
    Answer,
    forms::ProgrammeEdit,
    views::{ProgrammeText, Staff},
};

/// The programme's pages and their texts.
#[async_trait]
pub trait ProgrammeDesk: Send + Sync {
    /// Everything that is published.
    async fn programme(&self) -> Answer<Arc<Programme>>;

    /// A text with its versions, for administrators.
    async fn programme_text(&self, by: &Staff, key: TextKey) -> Answer<ProgrammeText>;

    /// How the programme would stand with an edited text, without publishing it. Refused with every
    /// flaw of the text.
    async fn preview(&self, by: &Staff, key: TextKey, text: &str) -> Answer<Arc<Programme>>;

    /// Publishes an edited text as a new version. Refused with every flaw of the text, and when
    /// somebody published another in the meantime.
    async fn publish(&self, by: &Staff, edit: ProgrammeEdit) -> Answer<()>;
}
