//! Opening the database: connections with their settings, and which version of the tables is there.

use std::{io, path::Path, sync::Arc, time::Duration};

use sqlx::{
    AnyConnection, ConnectOptions as _, Connection as _, Executor as _,
    any::{AnyConnectOptions, AnyPoolOptions},
};
use tokio::time::Instant;

use super::{
    Dialect, Store,
    backup::resolved,
    change_log::ChangeLog,
    schema::{check_version, migrator, program_version},
    transaction::{Turn, Writer},
};
use crate::{
    disk::{private, with_ending},
    fault::Stored,
};

/// Ending of the file by which programs take turns to write to SQLite.
pub(super) const TURN: &str = "-turn";
/// Ending of SQLite's write-ahead log.
pub(super) const WAL: &str = "-wal";
/// How long whoever starts waits for another program that migrates.
const MIGRATES: Duration = Duration::from_mins(10);
/// How often a server that refuses is tried again.
const AGAIN: Duration = Duration::from_millis(200);

/// What is needed to open the database.
#[derive(Clone, Debug)]
pub struct StoreSetup {
    /// `sqlite://PATH` or `postgres://…`.
    pub url: String,
    /// Right-hand side of each letter's Message-ID.
    pub mail_domain: String,
    /// How long to wait for a lock or a connection before giving up.
    pub patience: Duration,
    /// What may be there, and what opening may change.
    pub opening: Opening,
}

/// What opening may find and may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Makes an SQLite file that is not there, and brings the tables to this program's version.
    CreateAndMigrate,
    /// Changes nothing: the database must be there, at this program's version.
    ThisVersion,
    /// Changes nothing: the database must be there, at this program's version or an older one.
    AnyOlderVersion,
}

/// The database cannot be used. Each says what was expected.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Not a database that we know.
    #[error("DATABASE_URL must begin with sqlite:// or postgres://")]
    UnknownScheme,
    /// The folder of the database file cannot be made.
    #[error("DATABASE_URL: the folder {folder} of the database cannot be made: {why}")]
    Folder {
        /// Which folder.
        folder: String,
        /// What the system says.
        why: std::io::Error,
    },
    /// There is no file.
    #[error(
        "DATABASE_URL: there is no database at {place}; set DATABASE_URL, or run this where `daylight serve` runs (only serve, demo, \
         migrate and restore make a new one)"
    )]
    Missing {
        /// The file that was looked for.
        place: String,
    },
    /// It holds something else, or nothing.
    #[error("DATABASE_URL: {place} holds no records of this program; set it, or begin with `daylight migrate`")]
    NotOurs {
        /// The file, or the server without its password.
        place: String,
    },
    /// Its tables are of another version.
    #[error("DATABASE_URL: {place} is at version {found}, this program is at version {expected}: {}", way_on(*found, *expected))]
    Version {
        /// The file, or the server without its password.
        place: String,
        /// The version found: the number of its last migration.
        found: i64,
        /// This program's version.
        expected: i64,
    },
    /// No connection.
    #[error("DATABASE_URL: the database at {place} cannot be opened: {why}")]
    Connect {
        /// The file, or the server without its password.
        place: String,
        /// What the engine says.
        why: sqlx::Error,
    },
    /// SQLite before 3.51.3 can corrupt a database when two connections write and checkpoint at
    /// once.
    #[error("SQLite {found} is linked, but at least 3.51.3 is needed")]
    OldSqlite {
        /// The version found.
        found: String,
    },
    /// The tables could not be brought up to date.
    #[error("DATABASE_URL: the database could not be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

/// What an operator does about another version.
fn way_on(found: i64, expected: i64) -> &'static str {
    if found < expected {
        "make a backup, then run `daylight migrate`"
    } else {
        "use the newer program that wrote it"
    }
}

impl Store {
    /// Opens the database, as far as its setup allows that.
    ///
    /// # Errors
    /// Says what is wrong and what was expected.
    pub async fn open(setup: &StoreSetup) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let dialect = dialect_of(&setup.url)?;
        let creates = setup.opening == Opening::CreateAndMigrate;
        if !creates {
            check_version(setup, dialect).await?;
        }
        match dialect {
            Dialect::Sqlite => Self::open_sqlite(setup).await,
            Dialect::Postgres => {
                if creates {
                    migrate_postgres(setup).await?;
                }
                Self::open_postgres(setup).await
            }
        }
    }

    async fn open_sqlite(setup: &StoreSetup) -> Result<Self, OpenError> {
        let creates = setup.opening == Opening::CreateAndMigrate;
        if creates {
            make_file(&setup.url)?;
        }
        let options = connect_options(&setup.url, creates)?;
        let busy = setup.patience.as_millis();
        let file = sqlite_file(&setup.url).unwrap_or_default();
        let changes = ChangeLog::of(Path::new(&file));
        let (pages, bytes) = (changes.pages(), changes.usual_bytes());
        let pragmas: Arc<str> = format!(
            "PRAGMA busy_timeout = {busy}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
             PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; \
             PRAGMA secure_delete = ON; \
             PRAGMA wal_autocheckpoint = {pages}; PRAGMA journal_size_limit = {bytes};"
        )
        .into();
        let pool = |connections: u32| {
            let pragmas = Arc::clone(&pragmas);
            AnyPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(setup.patience)
                .test_before_acquire(false)
                .idle_timeout(None)
                .max_lifetime(None)
                .after_connect(move |conn, _| {
                    let pragmas = sqlx::AssertSqlSafe(Arc::clone(&pragmas));
                    Box::pin(async move { conn.execute(sqlx::raw_sql(pragmas)).await.map(|_| ()) })
                })
        };
        let connect = |why| cannot_connect(&setup.url, why);
        // A file that is no database is told as what it is: the pool would try again until its patience ends.
        let mut first = options.connect().await.map_err(connect)?;
        let looked = first.execute(sqlx::raw_sql("PRAGMA schema_version")).await;
        first.close().await.map_err(connect)?;
        looked.map_err(connect)?;
        // A pool would only say that it waited.
        reach(&options, setup.patience).await.map_err(connect)?;
        let writer = pool(1).connect_with(options.clone()).await.map_err(connect)?;
        let found: String = sqlx::query_scalar("SELECT sqlite_version()")
            .fetch_one(&writer)
            .await
            .map_err(connect)?;
        if !recent_sqlite(&found) {
            return Err(OpenError::OldSqlite { found });
        }
        let reader = pool(4).connect_lazy_with(options);
        let written = Arc::default();
        let turn = with_ending(&resolved(Path::new(&file)), TURN);
        if creates {
            // Two programs that start at once do it one after the other.
            let mut turns = Turn::of(turn.clone(), MIGRATES);
            let taken = turns.taken().await;
            migrator(Dialect::Sqlite).run(&writer).await?;
            drop(taken);
        }
        Ok(Self {
            dialect: Dialect::Sqlite,
            reader,
            line: Some(Writer::in_line(
                writer.clone(),
                Arc::clone(&written),
                turn,
                setup.patience,
            )),
            writer,
            patience: setup.patience,
            mail_domain: setup.mail_domain.as_str().into(),
            written,
            claim: None,
            correspondence: None,
            still: false,
            changes: Some(changes),
            watch: Arc::default(),
        })
    }

    async fn open_postgres(setup: &StoreSetup) -> Result<Self, OpenError> {
        let options = connect_options(&setup.url, false)?;
        let patience = setup.patience.as_millis();
        let settings: Arc<str> = format!(
            "SET client_min_messages = error; SET lock_timeout = {patience}; SET statement_timeout = 30000; \
             SET idle_in_transaction_session_timeout = 30000"
        )
        .into();
        let pool = AnyPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(setup.patience)
            .after_connect(move |conn, _| {
                let settings = sqlx::AssertSqlSafe(Arc::clone(&settings));
                Box::pin(async move { conn.execute(sqlx::raw_sql(settings)).await.map(|_| ()) })
            })
            // Ends what was not committed; where nothing is open it does nothing.
            .after_release(|conn, _| Box::pin(async move { Ok(conn.execute("ROLLBACK").await.is_ok()) }))
            .connect_lazy_with(options.clone());
        let answers = reach(&options, setup.patience).await;
        answers.map_err(|why| cannot_connect(&setup.url, why))?;
        let mail_domain = setup.mail_domain.as_str().into();
        Ok(Self {
            dialect: Dialect::Postgres,
            reader: pool.clone(),
            line: None,
            writer: pool,
            patience: setup.patience,
            mail_domain,
            written: Arc::default(),
            claim: None,
            correspondence: None,
            still: false,
            changes: None,
            watch: Arc::default(),
        })
    }

    /// The same database as it is now, whatever is written from now on: for what reads long, and all of one moment. It has one
    /// connection to read with, so nobody may hold one while asking for another. Close its reader.
    pub(crate) async fn at_one_moment(&self) -> Stored<Self> {
        let begin = match self.dialect {
            // The moment is that of the first look.
            Dialect::Sqlite => "BEGIN DEFERRED; SELECT COUNT(*) FROM setting",
            Dialect::Postgres => {
                "SET client_min_messages = error; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; \
                 BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            }
        };
        let options = AnyConnectOptions::clone(&self.reader.connect_options());
        let reader = AnyPoolOptions::new()
            .max_connections(1)
            .acquire_timeout(self.patience)
            .test_before_acquire(false)
            .idle_timeout(None)
            .max_lifetime(None)
            .after_connect(move |conn, _| Box::pin(async move { conn.execute(sqlx::raw_sql(begin)).await.map(|_| ()) }))
            .connect_with(options)
            .await?;
        Ok(Self {
            reader,
            still: true,
            ..self.clone()
        })
    }

    /// The version of the tables that is there: the number of the last migration that ran.
    ///
    /// # Errors
    /// [`Fault::Database`](crate::fault::Fault::Database).
    pub async fn version(&self) -> Stored<i64> {
        let newest: Option<i64> = sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success")
            .fetch_one(&self.reader)
            .await?;
        Ok(newest.unwrap_or_default())
    }

    /// This program's version of the tables: the number of the last migration.
    pub fn program_version(&self) -> i64 {
        program_version(self.dialect)
    }
}

pub(super) fn cannot_connect(url: &str, why: sqlx::Error) -> OpenError {
    OpenError::Connect { place: place(url), why }
}

/// Where a database is, for people: the whole path of a file, or a server without its password.
pub(super) fn place(url: &str) -> String {
    if let Some(file) = sqlite_file(url) {
        return std::path::absolute(&file).map_or(file, |path| path.display().to_string());
    }
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, server))) => {
            format!("{scheme}://…@{}", server.split('?').next().unwrap_or(server))
        }
        _ => url.split('?').next().unwrap_or(url).to_owned(),
    }
}

/// Brings the tables up to date on a connection of its own, which no limit cuts off. sqlx holds a lock meanwhile, for which
/// another replica waits.
async fn migrate_postgres(setup: &StoreSetup) -> Result<(), OpenError> {
    const NO_LIMITS: &str = "SET client_min_messages = error; SET lock_timeout = 0; SET statement_timeout = 0; \
         SET idle_in_transaction_session_timeout = 0";
    let told = |why| cannot_connect(&setup.url, why);
    let options = connect_options(&setup.url, false)?;
    let mut conn = reach(&options, setup.patience).await.map_err(told)?;
    conn.execute(sqlx::raw_sql(NO_LIMITS)).await.map_err(told)?;
    migrator(Dialect::Postgres).run(&mut conn).await?;
    conn.close().await.map_err(told)
}

/// A connection, or why there is none: one that is refused is tried again for as long as we have patience, since a server may
/// be starting.
pub(super) async fn reach(options: &AnyConnectOptions, patience: Duration) -> Result<AnyConnection, sqlx::Error> {
    let until = Instant::now() + patience;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match tokio::time::timeout(left, options.connect()).await {
            Ok(Err(sqlx::Error::Io(why))) if why.kind() == io::ErrorKind::ConnectionRefused && !left.is_zero() => {
                tokio::time::sleep(AGAIN.min(left)).await;
                if Instant::now() >= until {
                    return Err(why.into());
                }
            }
            Ok(done) => return done,
            Err(_) => {
                let why = format!("it did not answer within {} seconds", patience.as_secs());
                return Err(io::Error::new(io::ErrorKind::TimedOut, why).into());
            }
        }
    }
}

/// Makes an SQLite file that is not there, for its owner alone, with its folder. SQLite gives the files beside it the same
/// rights.
fn make_file(url: &str) -> Result<(), OpenError> {
    make_folder(url)?;
    let file = sqlite_file(url).unwrap_or_default();
    match private(Path::new(&file)) {
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => Err(cannot_connect(url, why.into())),
        _ => Ok(()),
    }
}

/// Makes the folder of an SQLite file.
fn make_folder(url: &str) -> Result<(), OpenError> {
    let file = sqlite_file(url).unwrap_or_default();
    let folder = Path::new(&file)
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let Some(folder) = folder else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(|why| OpenError::Folder {
        folder: folder.display().to_string(),
        why,
    })
}

pub(super) fn connect_options(url: &str, creates: bool) -> Result<AnyConnectOptions, OpenError> {
    let with_mode = if sqlite_file(url).is_none() || url.contains('?') {
        url.to_owned()
    } else {
        format!("{url}?mode={}", if creates { "rwc" } else { "rw" })
    };
    let options = with_mode
        .parse::<AnyConnectOptions>()
        .map_err(|why| cannot_connect(url, why))?;
    // Tests that count statements listen for them; the log of the program does not.
    if tracing::enabled!(target: "sqlx::query", tracing::Level::DEBUG) {
        return Ok(options);
    }
    Ok(options.disable_statement_logging())
}

fn dialect_of(url: &str) -> Result<Dialect, OpenError> {
    match url.split_once(':').map(|(scheme, _)| scheme) {
        Some("sqlite") => Ok(Dialect::Sqlite),
        Some("postgres" | "postgresql") => Ok(Dialect::Postgres),
        _ => Err(OpenError::UnknownScheme),
    }
}

/// The file of an SQLite URL.
pub(crate) fn sqlite_file(url: &str) -> Option<String> {
    let rest = url.strip_prefix("sqlite:")?;
    let path = rest.strip_prefix("//").unwrap_or(rest);
    Some(path.split('?').next().unwrap_or(path).to_owned())
}

fn recent_sqlite(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= (3, 51, 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_sqlite_before_the_repair_of_its_log_is_refused() {
        assert!(!recent_sqlite("3.40.1"));
        assert!(!recent_sqlite("3.51.2"));
        assert!(recent_sqlite("3.51.3"));
        assert!(recent_sqlite("4.0"));
    }

    #[test]
    fn a_server_is_named_without_its_password() {
        let named = place("postgres://daylight:geheim@db.example:5432/records?options=x");
        assert_eq!(named, "postgres://…@db.example:5432/records");
        assert!(place("sqlite://data/a.db").ends_with("/data/a.db"));
    }

    #[test]
    fn the_file_is_read_from_the_url() {
        assert_eq!(sqlite_file("sqlite://data/a.db").as_deref(), Some("data/a.db"));
        assert_eq!(sqlite_file("sqlite:///srv/a.db?mode=rwc").as_deref(), Some("/srv/a.db"));
        assert_eq!(sqlite_file("postgres://x/y"), None);
    }
}
