//! What went wrong inside. The log gets a [`Fault`] once, with an incident number; people get the
//! number alone.

use office::{Problem, Refusal};

/// Something that should not happen did. Holds no personal data: what a statement was bound to is
/// never part of it.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database did not do what it was asked.
    #[error("database: {}", without_details(.0))]
    Database(#[from] sqlx::Error),
    /// A row does not make sense.
    #[error("{table} {id}: {why}")]
    Corrupt {
        /// Its table.
        table: &'static str,
        /// Its key.
        id: String,
        /// What is wrong.
        why: String,
    },
    /// Work stopped in the middle: it panicked, or the program is shutting down.
    #[error("a task stopped: {0}")]
    Task(#[from] tokio::task::JoinError),
    /// A password could not be hashed.
    #[error("hashing: {0}")]
    Hashing(String),
    /// More passwords came at once than can be looked at.
    #[error("too many passwords at once")]
    Busy,
    /// What was encrypted cannot be read: it was changed, or another secret encrypted it.
    #[error("{0} cannot be decrypted")]
    Sealed(&'static str),
    /// A request kept being changed while an act was put to it.
    #[error("too many changes of one request at once")]
    Contended,
    /// The commit that several share was not made.
    #[error("commit: {0}")]
    Commit(String),
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
    /// The form whose work this is has done it: nothing that is wrong, and nothing for the log.
    #[error("the form was sent before")]
    SentBefore,
    /// What a custodian wrote into a letter is in none that would go: nothing that is wrong, and nothing for the log.
    #[error("another letter would go")]
    LetterChanged,
    /// Something cannot be written down.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// A database error without details, which may quote a row.
fn without_details(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(known) => {
            format!("{} ({})", known.message(), known.code().unwrap_or_default())
        }
        other => other.to_string(),
    }
}

/// What a look-up or change in the store gives.
pub type Stored<T> = Result<T, Fault>;

impl From<Fault> for Refusal {
    /// Logs the fault, once, under a number that the reader is told.
    fn from(fault: Fault) -> Self {
        if matches!(fault, Fault::SentBefore) {
            return Self::SentBefore;
        }
        if matches!(fault, Fault::LetterChanged) {
            return Self::field("letter", Problem::LetterChanged);
        }
        let incident = crate::secret::incident();
        metrics::counter!("daylight_faults_total", "kind" => fault.kind()).increment(1);
        tracing::error!(%incident, %fault, "The office could not answer");
        Self::Unavailable { incident }
    }
}

impl Fault {
    /// What kind it is, for the metrics.
    const fn kind(&self) -> &'static str {
        match self {
            Self::Database(_) | Self::Commit(_) => "database",
            Self::Corrupt { .. } | Self::Json(_) => "data",
            Self::File(_) => "file",
            _ => "program",
        }
    }

    /// Whether a row that must be the only one of its kind is there already.
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
    }
}
