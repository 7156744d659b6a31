//! Files of recordings.

use async_trait::async_trait;

use crate::{
    OfficeResult,
    permission::Custodian,
    views::{CsvFile, ImportLine, ImportReport, ImportView},
};

/// What custodians may do with a file of recordings. All of its lines are registered, or none.
#[async_trait]
pub trait ImportDesk: Send + Sync {
    /// Whether a file is too long to be registered while whoever sent it waits; what was pasted never is.
    async fn is_long(&self, file: &CsvFile) -> OfficeResult<bool>;

    /// Registers the lines of a file now.
    async fn import(&self, by: &Custodian, file: CsvFile) -> OfficeResult<ImportReport>;

    /// Leaves a file to the worker, which registers its lines in steps; the id of the import.
    async fn begin_import(&self, by: &Custodian, file: CsvFile) -> OfficeResult<String>;

    /// The newest imports that the worker does or did.
    async fn imports(&self, by: &Custodian) -> OfficeResult<Vec<ImportLine>>;

    /// Such an import, with a page of what is wrong with its lines.
    async fn import_job(&self, by: &Custodian, id: &str, page: u32) -> OfficeResult<Option<ImportView>>;

    /// Cancels it. Nothing of it is registered.
    async fn cancel_import(&self, by: &Custodian, id: &str) -> OfficeResult<()>;
}
