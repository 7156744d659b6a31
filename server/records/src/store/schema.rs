//! The tables: their migrations, and which version of them a database has.

use std::path::Path;

use sqlx::{AnyConnection, Connection as _, migrate::Migrator};

use super::{
    Dialect, OpenError, Opening, StoreSetup,
    open::{cannot_connect, connect_options, place, reach, sqlite_file},
};

#[cfg(test)]
mod immutable;
#[cfg(test)]
mod tests;

static SHARED: Migrator = sqlx::migrate!("../../migrations");
static FOR_SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static FOR_POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// All migrations for an engine.
pub(super) fn migrator(dialect: Dialect) -> Migrator {
    let own = match dialect {
        Dialect::Sqlite => &FOR_SQLITE,
        Dialect::Postgres => &FOR_POSTGRES,
    };
    Migrator::with_migrations(SHARED.iter().chain(own.iter()).cloned().collect())
}

/// This program's version of the tables: the number of the last migration.
pub(super) fn program_version(dialect: Dialect) -> i64 {
    let migrations = migrator(dialect);
    migrations.iter().map(|one| one.version).max().unwrap_or_default()
}

/// Whether a database is there, and ours, and of a version that the setup allows. Writes nothing into it.
pub(super) async fn check_version(setup: &StoreSetup, dialect: Dialect) -> Result<(), OpenError> {
    let place = || place(&setup.url);
    if sqlite_file(&setup.url).is_some_and(|file| !Path::new(&file).exists()) {
        return Err(OpenError::Missing { place: place() });
    }
    let options = connect_options(&setup.url, false)?;
    let found = async {
        let mut conn = reach(&options, setup.patience).await?;
        let found = version(&mut conn, dialect).await?;
        conn.close().await?;
        Ok(found)
    };
    let found = found
        .await
        .map_err(|why| cannot_connect(&setup.url, why))?
        .ok_or_else(|| OpenError::NotOurs { place: place() })?;
    let expected = program_version(dialect);
    if found == expected || (setup.opening == Opening::AnyOlderVersion && found < expected) {
        return Ok(());
    }
    Err(OpenError::Version {
        place: place(),
        found,
        expected,
    })
}

/// The number of the last migration that ran, before the first of this program's that did not: a database may have run a later
/// one first. `None` where none ever did.
async fn version(conn: &mut AnyConnection, dialect: Dialect) -> Result<Option<i64>, sqlx::Error> {
    let tables = match dialect {
        Dialect::Sqlite => "SELECT COUNT(*) FROM sqlite_master WHERE name = '_sqlx_migrations'",
        Dialect::Postgres => "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('_sqlx_migrations')",
    };
    let tables: i64 = sqlx::query_scalar(tables).fetch_one(&mut *conn).await?;
    if tables == 0 {
        return Ok(None);
    }
    let ran: Vec<i64> = sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success ORDER BY version")
        .fetch_all(conn)
        .await?;
    let own = migrator(dialect);
    let missing = own.iter().map(|one| one.version).find(|version| !ran.contains(version));
    // A later program's migrations are not known here: they count as they are numbered.
    let known = missing.filter(|missing| ran.iter().any(|ran| ran > missing));
    Ok(match known {
        Some(missing) if ran.last().is_some_and(|last| *last <= program_version(dialect)) => {
            ran.into_iter().filter(|ran| *ran < missing).max()
        }
        _ => ran.last().copied(),
    })
}
