//! Opening the database: connections with their settings, tables brought up to date.

use std::{path::Path, sync::Arc, time::Duration};

use sqlx::{
    AnyConnection, ConnectOptions as _, Executor as _,
    any::{AnyConnectOptions, AnyPoolOptions},
    migrate::Migrator,
};

use super::{Dialect, Store};

static SHARED: Migrator = sqlx::migrate!("../../migrations");
static FOR_SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static FOR_POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// What is needed to open the database.
#[derive(Clone, Debug)]
pub struct StoreSetup {
    /// `sqlite://PATH` or `postgres://…`.
    pub url: String,
    /// Right-hand side of each letter's Message-ID.
    pub mail_domain: String,
    /// How long to wait for a lock or a connection before giving up.
    pub patience: Duration,
}

/// The database cannot be used. Each says what was expected.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Not a database that we know.
    #[error("DATABASE_URL must begin with sqlite:// or postgres://")]
    UnknownScheme,
    /// The folder of the database file cannot be made.
    #[error("the folder {folder} of the database cannot be made: {why}")]
    Folder {
        /// Which folder.
        folder: String,
        /// What the system says.
        why: std::io::Error,
    },
    /// No connection.
    #[error("the database cannot be opened: {0}")]
    Connect(sqlx::Error),
    /// SQLite before 3.51.3 can corrupt a database when two connections write and checkpoint at
    /// once.
    #[error("SQLite {found} is linked, but at least 3.51.3 is needed")]
    OldSqlite {
        /// The version found.
        found: String,
    },
    /// The tables could not be brought up to date.
    #[error("the database could not be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

impl Store {
    /// Opens the database, makes its file if there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// Says what is wrong and what was expected.
    pub async fn open(setup: &StoreSetup) -> Result<Self, OpenError> {
        sqlx::any::install_default_drivers();
        let store = match dialect_of(&setup.url)? {
            Dialect::Sqlite => Self::open_sqlite(setup).await?,
            Dialect::Postgres => Self::open_postgres(setup).await?,
        };
        store.migrate().await?;
        Ok(store)
    }

    async fn open_sqlite(setup: &StoreSetup) -> Result<Self, OpenError> {
        make_folder(&setup.url)?;
        let url = if setup.url.contains('?') {
            setup.url.clone()
        } else {
            format!("{}?mode=rwc", setup.url)
        };
        let options = connect_options(&url)?;
        let busy = setup.patience.as_millis();
        let pragmas: Arc<str> = format!(
            "PRAGMA busy_timeout = {busy}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
             PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; \
             PRAGMA wal_autocheckpoint = 4000;"
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
        let writer = pool(1)
            .after_release(|conn, _| Box::pin(async move { Ok(undone(conn).await) }))
            .connect_with(options.clone())
            .await
            .map_err(OpenError::Connect)?;
        let found: String = sqlx::query_scalar("SELECT sqlite_version()")
            .fetch_one(&writer)
            .await
            .map_err(OpenError::Connect)?;
        if !recent_sqlite(&found) {
            return Err(OpenError::OldSqlite { found });
        }
        let reader = pool(4).connect_lazy_with(options);
        Ok(Self {
            dialect: Dialect::Sqlite,
            reader,
            writer,
            mail_domain: setup.mail_domain.as_str().into(),
            written: Arc::default(),
        })
    }

    async fn open_postgres(setup: &StoreSetup) -> Result<Self, OpenError> {
        let options = connect_options(&setup.url)?;
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
            .after_release(|conn, _| Box::pin(async move { Ok(undone(conn).await) }))
            .connect_with(options)
            .await
            .map_err(OpenError::Connect)?;
        let mail_domain = setup.mail_domain.as_str().into();
        Ok(Self {
            dialect: Dialect::Postgres,
            reader: pool.clone(),
            writer: pool,
            mail_domain,
            written: Arc::default(),
        })
    }

    async fn migrate(&self) -> Result<(), sqlx::migrate::MigrateError> {
        let own = match self.dialect {
            Dialect::Sqlite => &FOR_SQLITE,
            Dialect::Postgres => &FOR_POSTGRES,
        };
        let all = SHARED.iter().chain(own.iter()).cloned().collect();
        Migrator::with_migrations(all).run(&self.writer).await
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

/// Ends a transaction that a dropped future may have left open. `false` closes the connection.
async fn undone(conn: &mut AnyConnection) -> bool {
    match conn.execute("ROLLBACK").await {
        Ok(_) => true,
        // SQLite calls it an error when there is nothing to undo; PostgreSQL does not.
        Err(sqlx::Error::Database(error)) => error.message().contains("no transaction is active"),
        Err(_) => false,
    }
}

fn connect_options(url: &str) -> Result<AnyConnectOptions, OpenError> {
    Ok(url
        .parse::<AnyConnectOptions>()
        .map_err(OpenError::Connect)?
        .disable_statement_logging())
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
    fn the_file_is_read_from_the_url() {
        assert_eq!(sqlite_file("sqlite://data/a.db").as_deref(), Some("data/a.db"));
        assert_eq!(sqlite_file("sqlite:///srv/a.db?mode=rwc").as_deref(), Some("/srv/a.db"));
        assert_eq!(sqlite_file("postgres://x/y"), None);
    }
}
