//! Each statement that writes is made to fail in turn, as disks and servers fail: nothing is half done, and the same goes
//! through afterwards.

use std::{fs::File, os::unix::fs::FileExt as _};

use law::request::Act;
use office::{
    OfficeResult, Refusal,
    desk::{CustodianDesk as _, PublicDesk as _, RequesterDesk as _},
    forms::{Filing, Message, StaffAct},
};
use records::store::Dialect;
use sqlx::AssertSqlSafe;

use crate::support::{Desk, Filed, Town, message, staff_act};

crate::on_both_engines!(whatever_statement_fails_nothing_is_half_done_and_the_same_goes_through_afterwards,);

/// A use case.
#[derive(Clone, Copy, Debug)]
enum Work {
    Files,
    Writes,
    Acts,
}

/// All that a use case needs, so that nothing else is written when it is done.
enum Ready<'t> {
    Files(Box<Filing>),
    Writes(Filed<'t>, Message),
    Acts(Filed<'t>, Box<StaffAct>),
}

impl Work {
    async fn ready<'t>(self, town: &'t Town, desk: &Desk<'t>) -> Ready<'t> {
        let ana = town.resident("Ana");
        match self {
            Self::Files => Ready::Files(Box::new(town.read(&ana.form()))),
            Self::Writes => Ready::Writes(ana.files().await, message("It was the north corner.")),
            Self::Acts => {
                let filed = ana.files().await;
                let version = desk.sees(filed.number()).await.version;
                Ready::Acts(filed, Box::new(staff_act(Act::AskClarification, version)))
            }
        }
    }
}

impl Ready<'_> {
    async fn is_done(&self, town: &Town, desk: &Desk<'_>) -> OfficeResult<()> {
        match self {
            Self::Files(filing) => town.office.file(Filing::clone(filing)).await.map(|_| ()),
            Self::Writes(filed, message) => town.office.write(&filed.requester(), message.clone()).await,
            Self::Acts(filed, act) => town.office.act(&desk.staff, filed.number(), (**act).clone()).await,
        }
    }
}

/// How a statement fails.
fn failures(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        // SQLite undoes the transaction by itself on a full disk and on most I/O errors; where the database may only be read or
        // a page is corrupt, it leaves it open; the third leaves half a statement behind.
        Dialect::Sqlite => &[
            "RAISE(ROLLBACK, 'disk I/O error')",
            "RAISE(ABORT, 'attempt to write a readonly database')",
            "RAISE(FAIL, 'database disk image is malformed')",
        ],
        // Full, I/O error, corrupt page, read-only, busy; and a server process that ends.
        Dialect::Postgres => &[
            "RAISE EXCEPTION USING ERRCODE = '53100'",
            "RAISE EXCEPTION USING ERRCODE = '58030'",
            "RAISE EXCEPTION USING ERRCODE = 'XX001'",
            "RAISE EXCEPTION USING ERRCODE = '25006'",
            "RAISE EXCEPTION USING ERRCODE = '55P03'",
            "PERFORM pg_terminate_backend(pg_backend_pid())",
        ],
    }
}

async fn runs(town: &Town, sql: String) {
    town.raw(AssertSqlSafe(sql)).await.unwrap();
}

/// What a piece of work writes: tables, and how.
async fn writes_of(town: &Town, work: impl Future<Output = OfficeResult<()>>) -> Vec<(String, String)> {
    let tables = match town.dialect() {
        Dialect::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\'"
        }
        Dialect::Postgres => {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_sqlx%'"
        }
    };
    let tables = town.texts(tables).await;
    let each = || {
        tables
            .iter()
            .flat_map(|table| ["INSERT", "UPDATE", "DELETE"].map(|op| (table, op)))
    };
    let mut watch = vec!["CREATE TABLE seen (what TEXT)".to_owned()];
    if town.dialect() == Dialect::Postgres {
        watch.push(
            "CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             INSERT INTO seen (what) VALUES (TG_TABLE_NAME || ' ' || TG_OP); RETURN NULL; END $$"
                .to_owned(),
        );
    }
    watch.extend(each().map(|(table, op)| match town.dialect() {
        Dialect::Sqlite => format!(
            "CREATE TRIGGER look_{table}_{op} AFTER {op} ON {table} BEGIN INSERT INTO seen (what) VALUES ('{table} {op}'); END"
        ),
        Dialect::Postgres => {
            format!("CREATE TRIGGER look_{op} AFTER {op} ON {table} FOR EACH ROW EXECUTE FUNCTION look()")
        }
    }));
    runs(town, watch.join("; ")).await;
    work.await.unwrap();
    let seen = town.texts("SELECT DISTINCT what FROM seen ORDER BY what").await;
    let mut ends: Vec<String> = each()
        .map(|(table, op)| match town.dialect() {
            Dialect::Sqlite => format!("DROP TRIGGER look_{table}_{op}"),
            Dialect::Postgres => format!("DROP TRIGGER look_{op} ON {table}"),
        })
        .collect();
    ends.push("DROP TABLE seen".to_owned());
    if town.dialect() == Dialect::Postgres {
        ends.push("DROP FUNCTION look()".to_owned());
    }
    runs(town, ends.join("; ")).await;
    let split = |what: String| {
        what.split_once(' ')
            .map(|(table, op)| (table.to_owned(), op.to_owned()))
    };
    seen.into_iter().filter_map(split).collect()
}

/// From now on such a statement fails.
async fn breaks(town: &Town, (table, op): &(String, String), failure: &str) {
    let sql = match town.dialect() {
        Dialect::Sqlite => format!("CREATE TRIGGER broken BEFORE {op} ON {table} BEGIN SELECT {failure}; END"),
        Dialect::Postgres => format!(
            "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {failure}; RETURN NEW; END $$; \
             CREATE TRIGGER broken BEFORE {op} ON {table} FOR EACH ROW EXECUTE FUNCTION broken()"
        ),
    };
    runs(town, sql).await;
}

async fn is_mended(town: &Town, (table, _): &(String, String)) {
    let sql = match town.dialect() {
        Dialect::Sqlite => "DROP TRIGGER broken".to_owned(),
        Dialect::Postgres => format!("DROP TRIGGER broken ON {table}; DROP FUNCTION broken()"),
    };
    runs(town, sql).await;
}

async fn whatever_statement_fails_nothing_is_half_done_and_the_same_goes_through_afterwards(town: Town) {
    const ENTRIES: &str =
        "SELECT (SELECT COUNT(*) FROM docket) + (SELECT COUNT(*) FROM outbox) + (SELECT COUNT(*) FROM hold)";
    let desk = town.custodian().await;
    for work in [Work::Files, Work::Writes, Work::Acts] {
        let ready = work.ready(&town, &desk).await;
        let writes = writes_of(&town, ready.is_done(&town, &desk)).await;
        assert!(
            writes.iter().any(|(table, _)| table == "docket"),
            "{work:?}: {writes:?}"
        );
        for write in &writes {
            for failure in failures(town.dialect()) {
                let ready = work.ready(&town, &desk).await;
                let before = town.count(ENTRIES).await;
                breaks(&town, write, failure).await;
                let refused = ready.is_done(&town, &desk).await;
                is_mended(&town, write).await;
                assert!(
                    matches!(refused, Err(Refusal::Unavailable { .. })),
                    "{work:?}, {write:?}, {failure}: {refused:?}"
                );
                assert_eq!(town.count(ENTRIES).await, before, "{work:?}, {write:?}, {failure}");
                let again = ready.is_done(&town, &desk).await;
                assert!(again.is_ok(), "{work:?}, {write:?}, {failure}: {again:?}");
            }
        }
    }
    let filed = town.count("SELECT COUNT(*) FROM records_request").await;
    let second = town.second_counter().await;
    assert_eq!(i64::try_from(second.figures().await.unwrap().filed), Ok(filed));
    town.is_sound().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_is_corrupt_ends_a_filing_and_no_other_once_it_is_mended() {
    let town = Town::on_sqlite().await;
    town.resident("Ana").files().await;
    let path = town.folder().join("data/daylight.db");
    let file = File::options().read(true).write(true).open(path).unwrap();
    let size = usize::try_from(town.count("SELECT page_size FROM pragma_page_size").await).unwrap();
    let pages = town
        .texts("SELECT CAST(rootpage AS TEXT) FROM sqlite_master WHERE rootpage > 1 AND tbl_name <> 'setting'")
        .await;
    let mut refused = 0;
    for page in pages {
        town.raw("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
        let at = (page.parse::<u64>().unwrap() - 1) * size as u64;
        let mut sound = vec![0; size];
        file.read_exact_at(&mut sound, at).unwrap();
        file.write_all_at(&vec![0xA5; size], at).unwrap();
        // Somebody else writes: what a connection has read before counts no more.
        let mark = format!("INSERT INTO setting (name, content) VALUES ('page {page}', 'x')");
        runs(&town, mark).await;
        let filing = town.read(&town.resident("Bela").form());
        let first = town.office.file(filing.clone()).await;
        file.write_all_at(&sound, at).unwrap();
        if first.is_err() {
            assert!(matches!(first, Err(Refusal::Unavailable { .. })), "{page}: {first:?}");
            refused += 1;
        }
        let again = town.office.file(filing).await;
        assert!(again.is_ok(), "page {page}: {again:?}");
    }
    assert!(refused > 5, "{refused} were refused");
    town.is_sound().await;
}
