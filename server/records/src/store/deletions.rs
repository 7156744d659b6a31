//! Deletion lists: only added to.

use law::{
    Date,
    deletion_list::{Difference, ListActKind, ListState},
    retention::{DeletionBar, KeepCategory},
};
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "deletion_list";

/// A list as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct List {
    pub id: String,
    pub on: Date,
    pub made_by: String,
    /// How many recordings are on it.
    pub recordings: u64,
    /// How many lines of the evidence system's lists tell of a loss.
    pub losses: u64,
    pub state: ListState,
}

#[derive(FromRow)]
struct ListRow {
    id: String,
    on_date: String,
    made_by: String,
    recordings: i64,
    losses: i64,
    act: String,
}

impl TryFrom<ListRow> for List {
    type Error = Fault;

    fn try_from(row: ListRow) -> Stored<Self> {
        let act = match row.act.as_str() {
            "make" => None,
            act => Some(rows::known(TABLE, &row.id, act, ListActKind::parse)?),
        };
        Ok(Self {
            on: rows::day(TABLE, &row.id, &row.on_date)?,
            made_by: row.made_by,
            recordings: u64::try_from(row.recordings).unwrap_or_default(),
            losses: u64::try_from(row.losses).unwrap_or_default(),
            state: ListState::after(act),
            id: row.id,
        })
    }
}

const LISTS: &str = "SELECT l.id, l.on_date, l.made_by, t.act, \
     (SELECT COUNT(*) FROM deletion_list_row w WHERE w.list_id = l.id) AS recordings, \
     (SELECT COUNT(*) FROM deletion_report p WHERE p.list_id = l.id \
     AND p.difference IN ('while_requested', 'while_kept', 'not_listed')) AS losses \
     FROM deletion_list l JOIN deletion_list_state t ON t.list_id = l.id ";

/// All lists, the newest first.
pub async fn all(store: &Store) -> Stored<Vec<List>> {
    let sql = format!("{LISTS}ORDER BY l.made_at DESC, l.id DESC");
    let found: Vec<ListRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(List::try_from).collect()
}

/// A list by its id.
pub async fn find(conn: &mut sqlx::AnyConnection, id: &str) -> Stored<Option<List>> {
    let sql = format!("{LISTS}WHERE l.id = $1");
    let found: Option<ListRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(conn)
        .await?;
    found.map(List::try_from).transpose()
}

/// The recordings whose time has run out before these days, that nothing known to SQL keeps, and that are on no list that is
/// under way; the oldest first. The law looks at each of them once more.
pub async fn due(tx: &mut Tx, today: Date, before: &[(KeepCategory, Date)], most: i64) -> Stored<Vec<String>> {
    const DUE: &str = "SELECT r.id FROM recording r WHERE r.category = $1 AND r.recorded_from < $2 \
         AND r.underlying_kind NOT IN ('active_closed', 'reclosed') \
         AND NOT EXISTS (SELECT 1 FROM deleted_recording d WHERE d.recording_id = r.id) \
         AND NOT EXISTS (SELECT 1 FROM recording_hold h WHERE h.recording_id = r.id \
         AND (h.last_day IS NULL OR h.last_day >= $3)) \
         AND NOT EXISTS (SELECT 1 FROM linked_recording l JOIN records_request q ON q.id = l.request_id \
         WHERE l.recording_id = r.id AND q.ended_on IS NULL) \
         AND NOT EXISTS (SELECT 1 FROM deletion_list_row w JOIN deletion_list_state t ON t.list_id = w.list_id \
         WHERE w.recording_id = r.id AND t.act IN ('make', 'approve')) \
         ORDER BY r.recorded_from, r.id LIMIT $4";
    let mut found = Vec::new();
    for (category, day) in before {
        let left = most - i64::try_from(found.len()).unwrap_or(most);
        let more: Vec<String> = sqlx::query_scalar(DUE)
            .bind(category.key())
            .bind(day.to_string())
            .bind(today.to_string())
            .bind(left)
            .fetch_all(tx.conn().await?)
            .await?;
        found.extend(more);
    }
    Ok(found)
}

/// Whether a request that has not ended has a recording.
pub async fn asked_for(tx: &mut Tx, recording_id: &str) -> Stored<bool> {
    const ASKED: &str = "SELECT COUNT(*) FROM linked_recording l JOIN records_request q ON q.id = l.request_id \
         WHERE l.recording_id = $1 AND q.ended_on IS NULL";
    let open: i64 = sqlx::query_scalar(ASKED)
        .bind(recording_id)
        .fetch_one(tx.conn().await?)
        .await?;
    Ok(open > 0)
}

/// A recording on a list, with the rule whose time ran out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Listed {
    pub recording_id: String,
    pub rule: String,
    pub kept_until: Date,
}

/// Keeps a list and what is on it.
pub async fn make(tx: &mut Tx, id: &str, on: Date, (at, by): (i64, &str), listed: &[Listed]) -> Stored<()> {
    const MAKE: &str = "INSERT INTO deletion_list (id, on_date, made_at, made_by) VALUES ($1, $2, $3, $4)";
    const ADD: &str = "INSERT INTO deletion_list_row (list_id, recording_id, rule, kept_until) VALUES ($1, $2, $3, $4)";
    sqlx::query(MAKE)
        .bind(id)
        .bind(on.to_string())
        .bind(at)
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    for row in listed {
        sqlx::query(ADD)
            .bind(id)
            .bind(&row.recording_id)
            .bind(&row.rule)
            .bind(row.kept_until.to_string())
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// What is on a list, by its time.
pub async fn listed(conn: &mut sqlx::AnyConnection, id: &str) -> Stored<Vec<Listed>> {
    const ROWS: &str = "SELECT w.recording_id, w.rule, w.kept_until FROM deletion_list_row w \
         JOIN recording r ON r.id = w.recording_id WHERE w.list_id = $1 ORDER BY r.recorded_from, r.source_id";
    let found: Vec<(String, String, String)> = sqlx::query_as(ROWS).bind(id).fetch_all(conn).await?;
    let read = |(recording_id, rule, kept_until): (String, String, String)| {
        Ok(Listed {
            kept_until: rows::day("deletion_list_row", &recording_id, &kept_until)?,
            recording_id,
            rule,
        })
    };
    found.into_iter().map(read).collect()
}

/// What was done with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Step {
    pub no: i64,
    pub act: ListActKind,
    pub reason: String,
    pub at: i64,
    pub on: Date,
    pub by: String,
}

/// What was done with a list, in order.
pub async fn steps(conn: &mut sqlx::AnyConnection, id: &str) -> Stored<Vec<Step>> {
    const STEPS: &str = "SELECT no, act, reason, at, on_date, done_by FROM deletion_list_step \
         WHERE list_id = $1 ORDER BY no";
    type Found = (i64, String, String, i64, String, String);
    let found: Vec<Found> = sqlx::query_as(STEPS).bind(id).fetch_all(conn).await?;
    let read = |(no, act, reason, at, on, by): Found| {
        Ok(Step {
            no,
            act: rows::known("deletion_list_step", id, &act, ListActKind::parse)?,
            reason,
            at,
            on: rows::day("deletion_list_step", id, &on)?,
            by,
        })
    };
    found.into_iter().map(read).collect()
}

/// Keeps what was done with a list.
pub async fn step(tx: &mut Tx, id: &str, step: &Step) -> Stored<()> {
    const STEP: &str = "INSERT INTO deletion_list_step (list_id, no, act, reason, at, on_date, done_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(STEP)
        .bind(id)
        .bind(step.no)
        .bind(step.act.key())
        .bind(&step.reason)
        .bind(step.at)
        .bind(step.on.to_string())
        .bind(&step.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// A line of the evidence system's own list, as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Report {
    pub no: i64,
    pub line: i64,
    pub source_id: String,
    pub recording_id: Option<String>,
    pub on: Date,
    pub difference: Option<Difference>,
    pub kept_for: Option<DeletionBar>,
}

/// Keeps what the evidence system says that it deleted.
pub async fn report(tx: &mut Tx, id: &str, lines: &[Report]) -> Stored<()> {
    const REPORT: &str = "INSERT INTO deletion_report (list_id, no, line, source_id, recording_id, on_date, difference, \
         kept_for) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    for line in lines {
        let kept_for = line.kept_for.as_ref().map(serde_json::to_string).transpose()?;
        sqlx::query(REPORT)
            .bind(id)
            .bind(line.no)
            .bind(line.line)
            .bind(&line.source_id)
            .bind(line.recording_id.as_deref())
            .bind(line.on.to_string())
            .bind(line.difference.map(Difference::key))
            .bind(kept_for)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// All that the evidence system said of a list, in order.
pub async fn reports(conn: &mut sqlx::AnyConnection, id: &str) -> Stored<Vec<Report>> {
    const REPORTS: &str = "SELECT no, line, source_id, recording_id, on_date, difference, kept_for FROM deletion_report \
         WHERE list_id = $1 ORDER BY no, line";
    type Found = (i64, i64, String, Option<String>, String, Option<String>, Option<String>);
    let found: Vec<Found> = sqlx::query_as(REPORTS).bind(id).fetch_all(conn).await?;
    let read = |(no, line, source_id, recording_id, on, difference, kept_for): Found| {
        let difference = difference.map(|key| rows::known("deletion_report", id, &key, Difference::parse));
        let kept_for = kept_for.map(|kept_for| serde_json::from_str(&kept_for));
        Ok(Report {
            no,
            line,
            source_id,
            recording_id,
            on: rows::day("deletion_report", id, &on)?,
            difference: difference.transpose()?,
            kept_for: kept_for
                .transpose()
                .map_err(|why| rows::corrupt("deletion_report", id, why))?,
        })
    };
    found.into_iter().map(read).collect()
}
