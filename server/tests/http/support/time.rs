//! Time that passes: everything in a portal's records becomes so many days older, and the portal is started again.

use std::fmt::Write as _;

use jiff::{Span, civil::Date};
use sqlx::Row as _;

use super::{Portal, portal::database};

/// Tables whose days are no part of what happened, or whose rows are proved by a hash.
const AS_THEY_ARE: [&str; 4] = ["setting", "_sqlx_migrations", "staff", "stored_file"];

impl Portal {
    /// So many days pass while nobody does anything. The portal is another afterwards, and nobody is signed in.
    pub async fn after_days(mut self, days: i64) -> Self {
        self.kill();
        grow_older(&mut database(&self).await, days).await;
        self.killed_and_restarted()
    }
}

async fn grow_older(records: &mut sqlx::AnyConnection, days: i64) {
    let triggers = texts(records, "SELECT sql FROM sqlite_master WHERE type = 'trigger'").await;
    for name in texts(records, "SELECT name FROM sqlite_master WHERE type = 'trigger'").await {
        run(records, format!("DROP TRIGGER {name}")).await;
    }
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    for table in texts(records, tables).await {
        if !AS_THEY_ARE.contains(&table.as_str()) {
            table_grows_older(records, &table, days).await;
        }
    }
    for trigger in triggers {
        run(records, trigger).await;
    }
}

async fn table_grows_older(records: &mut sqlx::AnyConnection, table: &str, days: i64) {
    let columns = format!("SELECT name || ' ' || type FROM pragma_table_info('{table}')");
    for column in texts(records, &columns).await {
        let (name, kind) = column.split_once(' ').expect("a name and a type");
        if kind == "BIGINT" {
            // Instants are in microseconds; no count is as large.
            let by = days * 86_400_000_000;
            let older =
                format!("UPDATE {table} SET \"{name}\" = \"{name}\" - {by} WHERE \"{name}\" > 1000000000000000");
            run(records, older).await;
            continue;
        }
        let dated = format!(
            "SELECT DISTINCT \"{name}\" FROM {table} WHERE \"{name}\" GLOB '*20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'"
        );
        for text in texts(records, &dated).await {
            let [old, new] = [&text, &older(&text, days)].map(|text| text.replace('\'', "''"));
            run(
                records,
                format!("UPDATE {table} SET \"{name}\" = '{new}' WHERE \"{name}\" = '{old}'"),
            )
            .await;
        }
    }
}

/// The same text with each of its days so much earlier.
fn older(text: &str, days: i64) -> String {
    let mut moved = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let day = rest.get(..10).filter(|day| day.as_bytes()[4] == b'-');
        if let Some(day) = day.and_then(|day| day.parse::<Date>().ok()) {
            write!(moved, "{}", day - Span::new().days(days)).expect("a text");
            rest = &rest[10..];
        } else {
            moved.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    moved
}

async fn texts(records: &mut sqlx::AnyConnection, sql: &str) -> Vec<String> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql.to_owned()))
        .fetch_all(records)
        .await;
    rows.expect(sql).iter().map(|row| row.get(0)).collect()
}

async fn run(records: &mut sqlx::AnyConnection, sql: String) {
    let done = sqlx::raw_sql(sqlx::AssertSqlSafe(sql.clone())).execute(records).await;
    done.expect(&sql);
}
