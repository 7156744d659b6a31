//! The triggers of rows that stand are made from one list, for both engines.

use std::{collections::BTreeSet, fmt::Write as _, path::Path};

use sqlx::{Connection as _, SqliteConnection};

use super::{
    immutable::{GUARDS, Guard, IMMUTABLE, ImmutableTable},
    migrator,
};
use crate::store::Dialect;

const HEAD: &str =
    "-- Made from the lists in server/records/src/store/schema/immutable.rs; the test there writes it anew.
";

/// `prefix.a, prefix.b` of `a, b`.
fn each(columns: &str, prefix: &str) -> String {
    let each: Vec<String> = columns.split(", ").map(|column| format!("{prefix}.{column}")).collect();
    each.join(", ")
}

/// When an update changes what stays.
fn changed(one: &ImmutableTable, always: &str) -> String {
    let differ = |columns: &str| {
        format!(
            "({})\n    IS DISTINCT FROM ({})",
            each(columns, "NEW"),
            each(columns, "OLD")
        )
    };
    let mut all = differ(always);
    for columns in one.once {
        let first = columns.split(", ").next().unwrap_or_default();
        let _ = write!(all, "\n    OR OLD.{first} IS NOT NULL AND {}", differ(columns));
    }
    all
}

/// When a row to be inserted has a key that a row has.
fn taken(one: &ImmutableTable) -> String {
    let keys = one.keys.iter().map(|key| {
        let (columns, only) = key.split_once(" WHERE ").unwrap_or((key, ""));
        let mut same: Vec<String> = columns.split(", ").map(|c| format!("o.{c} = NEW.{c}")).collect();
        same.extend((!only.is_empty()).then(|| format!("o.{only}")));
        same.join(" AND ")
    });
    let keys: Vec<String> = keys.chain(["o.rowid = NEW.rowid".to_owned()]).collect();
    format!(
        "EXISTS (SELECT 1 FROM {} o WHERE {})",
        one.table,
        keys.join("\n    OR ")
    )
}

fn sqlite_trigger(name: &str, before: &str, table: &str, when: Option<&str>, then: &str) -> String {
    let when = when.map(|when| format!("WHEN {when}\n")).unwrap_or_default();
    format!("\nCREATE TRIGGER {name} BEFORE {before} ON {table}\n{when}BEGIN SELECT {then}; END;\n")
}

fn sqlite() -> String {
    let mut file = HEAD.to_owned();
    let abort = |message: &str| format!("RAISE(ABORT, '{message}')");
    for one in IMMUTABLE {
        let (table, then) = (one.table, abort(one.message));
        let changed = one.always.map(|always| changed(one, &format!("rowid, {always}")));
        let name = |end: &str| format!("{table}_no_{end}");
        file += &sqlite_trigger(&name("update"), "UPDATE", table, changed.as_deref(), &then);
        if !one.deleted_under_guard {
            file += &sqlite_trigger(&name("delete"), "DELETE", table, None, &then);
        }
        if !one.keys.is_empty() {
            // Two administrators may publish the next version at once: the later finds that nothing was added.
            let then = if table == "program_text" {
                "RAISE(IGNORE)"
            } else {
                &then
            };
            file += &sqlite_trigger(&name("replace"), "INSERT", table, Some(&taken(one)), then);
        }
    }
    for guard in GUARDS {
        let then = abort(guard.message);
        file += &sqlite_trigger(guard.name, guard.before, guard.table, Some(guard.never), &then);
    }
    file
}

fn postgres_guard(guard: &Guard) -> String {
    let Guard {
        name,
        before,
        table,
        never,
        message,
    } = guard;
    let row = if *before == "DELETE" { "OLD" } else { "NEW" };
    format!(
        "\nCREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n    IF {never} THEN\n        \
         RAISE EXCEPTION '{message}';\n    END IF;\n    RETURN {row};\nEND;\n$$;\n\
         CREATE TRIGGER {name} BEFORE {before} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();\n"
    )
}

fn postgres() -> String {
    let mut file = format!(
        "{HEAD}\nCREATE FUNCTION stands() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n    \
         RAISE EXCEPTION '%', TG_ARGV[0];\nEND;\n$$;\n"
    );
    for one in IMMUTABLE {
        let (table, then) = (one.table, format!("EXECUTE FUNCTION stands('{}')", one.message));
        let _ = match one.always {
            Some(always) => write!(
                file,
                "\nCREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW\n    WHEN ({})\n    {then};\n",
                changed(one, always)
            ),
            None => write!(
                file,
                "\nCREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW\n    {then};\n"
            ),
        };
        if !one.deleted_under_guard {
            let _ = write!(
                file,
                "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW\n    {then};\n"
            );
        }
        let _ = write!(
            file,
            "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT\n    {then};\n"
        );
    }
    file + &GUARDS.iter().map(postgres_guard).collect::<String>()
}

#[test]
fn the_triggers_of_rows_that_stand_are_those_of_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    for (engine, made) in [("sqlite", sqlite()), ("postgres", postgres())] {
        let file = folder.join(engine).join("0006_stands.sql");
        if std::env::var_os("WRITE_TRIGGERS").is_some() {
            std::fs::write(&file, &made).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap();
        assert!(
            committed == made,
            "{} is not what the list makes: write it anew with `WRITE_TRIGGERS=1 cargo nextest run -p records -E \
             'test(rows_that_stand)'`, and commit it",
            file.display()
        );
    }
}

/// Keys that a later migration gave a table, with a trigger of its own against their replacement.
const LATER_KEYS: &[(&str, &[&str])] = &[("release", &["id", "request_id, recording_id WHERE stopped_at IS NULL"])];

/// `INSERT OR REPLACE` deletes by every key that is unique.
#[tokio::test]
async fn every_unique_key_of_a_table_that_stands_is_in_the_list() {
    const KEYS: &str = "SELECT GROUP_CONCAT(name, ', ') FROM (SELECT l.name AS key, c.name FROM pragma_index_list($1) l \
         JOIN pragma_index_info(l.name) c WHERE l.\"unique\" ORDER BY l.name, c.seqno) GROUP BY key";
    let mut database = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    for one in migrator(Dialect::Sqlite).iter() {
        sqlx::raw_sql(one.sql.clone()).execute(&mut database).await.unwrap();
    }
    for one in IMMUTABLE.iter().filter(|one| !one.keys.is_empty()) {
        let found: Vec<String> = sqlx::query_scalar(KEYS)
            .bind(one.table)
            .fetch_all(&mut database)
            .await
            .unwrap();
        let keys = LATER_KEYS
            .iter()
            .find(|(table, _)| *table == one.table)
            .map_or(one.keys, |(_, keys)| keys);
        let listed = keys.iter().map(|key| key.split(" WHERE ").next().unwrap_or(key));
        assert_eq!(
            found.iter().map(String::as_str).collect::<BTreeSet<_>>(),
            listed.collect(),
            "{}",
            one.table
        );
    }
}
