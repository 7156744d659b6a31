//! What is publicly known of the program, and who keeps it up to date.

use std::sync::Arc;

use async_trait::async_trait;
use program::{Program, TextKey};

use crate::{OfficeResult, forms::ProgramEdit, permission::Administrator, views::ProgramText};

/// The program's pages and their texts.
#[async_trait]
pub trait ProgramDesk: Send + Sync {
    /// Everything that is published.
    async fn program(&self) -> OfficeResult<Arc<Program>>;

    /// A text with its versions, for administrators.
    async fn program_text(&self, by: &Administrator, key: TextKey) -> OfficeResult<ProgramText>;

    /// How the program would stand with an edited text, without publishing it. Refused with every
    /// flaw of the text.
    async fn preview(&self, by: &Administrator, key: TextKey, text: &str) -> OfficeResult<Arc<Program>>;

    /// Publishes an edited text as a new version. Refused with every flaw of the text, and when
    /// somebody published another in the meantime.
    async fn publish(&self, by: &Administrator, edit: ProgramEdit) -> OfficeResult<()>;
}
