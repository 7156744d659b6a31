//! Whether anybody has written anything: another program too, to the same database.

use sqlx::{AnyConnection, ConnectOptions as _, Connection as _};
use tokio::sync::Mutex;

use super::{Dialect, Store};
use crate::{fault::Stored, secret};

/// What tells whether anything was written: as long as it stays the same, every reader sees the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version(String, String);

/// The connection on which versions can be compared with each other.
#[derive(Debug, Default)]
pub(super) struct VersionWatch(Mutex<Option<(AnyConnection, String)>>);

impl VersionWatch {
    /// Closes the connection.
    pub(super) async fn close(&self) {
        if let Some((conn, _)) = self.0.lock().await.take() {
            // Should that fail, it is closed all the same.
            let _ = conn.close().await;
        }
    }
}

impl Store {
    /// The version of what the database holds. It is not kept, and compares only with those that the same program was told.
    ///
    /// # Errors
    /// When the database is gone.
    pub async fn database_version(&self) -> Stored<Version> {
        // With SQLite a number of this connection's own, which changes with each commit of another
        // (https://sqlite.org/pragma.html#pragma_data_version); with PostgreSQL which transactions a reader would see.
        let sql = match self.dialect {
            Dialect::Sqlite => "SELECT CAST(data_version AS TEXT) FROM pragma_data_version",
            Dialect::Postgres => "SELECT CAST(pg_current_snapshot() AS TEXT)",
        };
        let mut watch = self.watch.0.lock().await;
        // Whoever fails half way, or goes away, leaves none behind: the next connection counts anew.
        let (mut conn, begun) = match watch.take() {
            Some((conn, begun)) => (conn, begun),
            None => (self.reader.connect_options().connect().await?, secret::key()),
        };
        let version: String = sqlx::query_scalar(sql).fetch_one(&mut conn).await?;
        let told = Version(begun.clone(), version);
        *watch = Some((conn, begun));
        Ok(told)
    }
}
