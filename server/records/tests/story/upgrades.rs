//! Databases of earlier versions come through, whichever migrations they ran first.

use records::{
    RecordsOffice,
    store::{Dialect, Opening},
};
use sqlx::{AnyConnection, Connection as _, migrate::Migrator};

use crate::support::Town;

crate::on_both_engines!(a_database_that_ran_a_later_migration_before_earlier_ones_comes_through,);

static SHARED: Migrator = sqlx::migrate!("../../migrations");
static FOR_SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static FOR_POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// Some migrations of an engine.
fn some(dialect: Dialect, wanted: impl Fn(i64) -> bool) -> Migrator {
    let own = match dialect {
        Dialect::Sqlite => &FOR_SQLITE,
        Dialect::Postgres => &FOR_POSTGRES,
    };
    let all = SHARED.iter().chain(own.iter());
    Migrator::with_migrations(all.filter(|one| wanted(one.version)).cloned().collect())
}

/// Tables, indexes, views and triggers as the engine keeps them.
async fn schema_of(town: &Town, url: &str) -> Vec<String> {
    let mut conn = AnyConnection::connect(url).await.unwrap();
    let sql = match town.dialect() {
        Dialect::Sqlite => "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master ORDER BY 1",
        Dialect::Postgres => {
            "SELECT CAST(said AS TEXT) FROM ( \
             SELECT 'view ' || viewname || ' ' || definition AS said FROM pg_views WHERE schemaname = current_schema() \
             UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
             WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND NOT t.tgisinternal \
             UNION ALL SELECT 'function ' || p.proname || ' ' || p.prosrc FROM pg_proc p \
             WHERE p.pronamespace = CAST(current_schema() AS regnamespace) \
             UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = current_schema() \
             UNION ALL SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable \
             FROM information_schema.columns WHERE table_schema = current_schema()) s ORDER BY 1"
        }
    };
    let mut found: Vec<String> = sqlx::query_scalar(sql).fetch_all(&mut conn).await.unwrap();
    if town.dialect() == Dialect::Postgres {
        let name: String = sqlx::query_scalar("SELECT CAST(current_schema() AS TEXT)")
            .fetch_one(&mut conn)
            .await
            .unwrap();
        for said in &mut found {
            *said = said.replace(&name, "here");
        }
        found.sort();
    }
    conn.close().await.unwrap();
    found
}

async fn a_database_that_ran_a_later_migration_before_earlier_ones_comes_through(town: Town) {
    // Whoever does not migrate is told that one is missing, although the last of all has run.
    let mut setup = town.empty_beside().await;
    let mut conn = AnyConnection::connect(&setup.database_url).await.unwrap();
    let all_but_one = some(town.dialect(), |version| version != 36);
    all_but_one.run_direct(None, &mut conn, false).await.unwrap();
    conn.close().await.unwrap();
    setup.opening = Opening::ThisVersion;
    let refused = RecordsOffice::open(setup).await.map(|_| ());
    assert!(
        refused.is_err_and(|why| why.to_string().contains("35")),
        "the last before it"
    );
    let now = schema_of(&town, town.database_url()).await;
    // The migrations that such a database has not run.
    for missing in [&[36, 37, 39][..], &[36], &[37, 39]] {
        let setup = town.empty_beside().await;
        let mut conn = AnyConnection::connect(&setup.database_url).await.unwrap();
        let older = some(town.dialect(), |version| version <= 38 && !missing.contains(&version));
        older.run_direct(None, &mut conn, false).await.unwrap();
        conn.close().await.unwrap();
        // What does not migrate says that it is older, although its last migration is one of the newest.
        let mut only = setup.clone();
        only.opening = Opening::ThisVersion;
        let refused = RecordsOffice::open(only).await.map(|_| ());
        assert!(refused.is_err(), "without {missing:?}");
        let office = RecordsOffice::open(setup.clone()).await.unwrap();
        assert_eq!(
            office.check().await.unwrap(),
            Vec::<String>::new(),
            "without {missing:?}"
        );
        drop(office);
        let upgraded = schema_of(&town, &setup.database_url).await;
        for said in &now {
            assert!(upgraded.contains(said), "without {missing:?}: lost {said}");
        }
        assert_eq!(upgraded.len(), now.len(), "without {missing:?}");
    }
}
