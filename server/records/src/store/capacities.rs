//! In which right somebody acts for a person shown, or for whoever filed: rows that stand, and who it is apart from them.

use law::{
    Date,
    capacity::{Capacity, CapacityKind, CapacityProof, ProofShown},
};
use office::forms::{NewCapacity, SeenProof};
use sqlx::{Any, AnyConnection, Executor, FromRow};

use super::{Tx, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "capacity";

/// For whom: a person of a people log, or whoever filed a request, by our ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub enum Of<'a> {
    Person(&'a str),
    Request(&'a str),
}

/// A capacity as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct StoredCapacity {
    pub id: String,
    pub capacity: Capacity,
    pub name: String,
    pub shown: Option<ProofShown>,
    pub identity_shown: bool,
    pub proof_note: String,
    pub end_reason: String,
    pub entered_by: String,
    pub entered_on: Date,
    pub verified_by: Option<String>,
    pub corrects: Option<String>,
    pub corrected: bool,
}

#[derive(FromRow)]
struct Row {
    id: String,
    kind: String,
    from_day: String,
    until_day: Option<String>,
    corrects: Option<String>,
    entered_on: String,
    entered_by: String,
    proof: Option<String>,
    shown: Option<String>,
    identity_shown: i64,
    verified_on: Option<String>,
    verified_by: Option<String>,
    ended_on: Option<String>,
    name: String,
    proof_note: String,
    end_reason: String,
    corrected: i64,
}

impl TryFrom<Row> for StoredCapacity {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let kind = rows::known(TABLE, &row.id, &row.kind, CapacityKind::parse)?;
        let proof = row.proof.as_deref();
        let proof = proof.map(|key| rows::known(TABLE, &row.id, key, CapacityProof::parse));
        let verified = rows::day_or_none("capacity_proof", &row.id, row.verified_on.as_deref())?;
        let shown = row.shown.as_deref();
        let shown = shown.map(|key| rows::known(TABLE, &row.id, key, ProofShown::parse));
        Ok(Self {
            capacity: Capacity {
                kind,
                from: rows::day(TABLE, &row.id, &row.from_day)?,
                until: rows::day_or_none(TABLE, &row.id, row.until_day.as_deref())?,
                ended: rows::day_or_none("capacity_end", &row.id, row.ended_on.as_deref())?,
                proof: proof.transpose()?.zip(verified),
            },
            shown: shown.transpose()?,
            identity_shown: row.identity_shown == 1,
            entered_on: rows::day(TABLE, &row.id, &row.entered_on)?,
            corrected: row.corrected > 0,
            id: row.id,
            name: row.name,
            proof_note: row.proof_note,
            end_reason: row.end_reason,
            entered_by: row.entered_by,
            verified_by: row.verified_by,
            corrects: row.corrects,
        })
    }
}

macro_rules! capacities {
    ($which:literal) => {
        concat!(
            "SELECT c.id, c.kind, c.from_day, c.until_day, c.corrects, c.entered_on, c.entered_by, p.proof, p.shown, \
             COALESCE(p.identity_shown, 0) AS identity_shown, p.verified_on, p.verified_by, e.ended_on, \
             COALESCE((SELECT w.words FROM capacity_words w WHERE w.capacity_id = c.id AND w.part = 'name'), '') AS name, \
             COALESCE((SELECT w.words FROM capacity_words w WHERE w.capacity_id = c.id AND w.part = 'proof'), '') AS proof_note, \
             COALESCE((SELECT w.words FROM capacity_words w WHERE w.capacity_id = c.id AND w.part = 'end'), '') AS end_reason, \
             (SELECT COUNT(*) FROM capacity n WHERE n.corrects = c.id) AS corrected \
             FROM capacity c LEFT JOIN capacity_proof p ON p.capacity_id = c.id LEFT JOIN capacity_end e ON e.capacity_id = c.id \
             WHERE ",
            $which,
            " ORDER BY c.no DESC"
        )
    };
}

/// Everybody who acts for somebody, or did, the newest first.
pub async fn of(db: impl Executor<'_, Database = Any>, of: Of<'_>) -> Stored<Vec<StoredCapacity>> {
    const OF_PERSON: &str = capacities!("c.person_id = $1");
    const OF_REQUEST: &str = capacities!("c.request_id = $1");
    let (sql, id) = match of {
        Of::Person(id) => (OF_PERSON, id),
        Of::Request(id) => (OF_REQUEST, id),
    };
    let found: Vec<Row> = sqlx::query_as(sql).bind(id).fetch_all(db).await?;
    found.into_iter().map(StoredCapacity::try_from).collect()
}

/// What the law looks at, of a person shown.
pub async fn known(conn: &mut AnyConnection, person_id: &str) -> Stored<Vec<Capacity>> {
    let found = of(&mut *conn, Of::Person(person_id)).await?;
    Ok(found.into_iter().map(|kept| kept.capacity).collect())
}

async fn words(tx: &mut Tx, id: &str, part: &'static str, words: &str) -> Stored<()> {
    const WORDS: &str =
        "INSERT INTO capacity_words (capacity_id, part, words) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    if !words.is_empty() {
        sqlx::query(WORDS)
            .bind(id)
            .bind(part)
            .bind(words)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// Keeps a capacity.
pub async fn insert(
    tx: &mut Tx,
    (id, of): (&str, Of<'_>),
    new: &NewCapacity,
    by: &str,
    (at, today): (i64, Date),
) -> Stored<()> {
    const INSERT: &str = "INSERT INTO capacity (id, person_id, request_id, no, kind, from_day, until_day, corrects, \
         entered_at, entered_on, entered_by) SELECT $1, $2, $3, \
         (SELECT COALESCE(MAX(o.no), 0) + 1 FROM capacity o WHERE o.person_id = $2 OR o.request_id = $3), \
         $4, $5, $6, $7, CAST($8 AS BIGINT), $9, $10";
    let (person, request) = match of {
        Of::Person(id) => (Some(id), None),
        Of::Request(id) => (None, Some(id)),
    };
    sqlx::query(INSERT)
        .bind(id)
        .bind(person)
        .bind(request)
        .bind(new.kind.key())
        .bind(new.from.to_string())
        .bind(new.until.map(|day| day.to_string()))
        .bind(new.corrects.as_ref().map(|(first, _)| first))
        .bind(at)
        .bind(today.to_string())
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    words(tx, id, "name", &new.name).await
}

/// Keeps what proves a capacity; `false` if something did before.
pub async fn verify(tx: &mut Tx, id: &str, seen: &SeenProof, by: &str, at: i64) -> Stored<bool> {
    const VERIFY: &str = "INSERT INTO capacity_proof (capacity_id, proof, shown, identity_shown, verified_at, verified_on, \
         verified_by) SELECT $1, $2, $3, CAST($4 AS BIGINT), CAST($5 AS BIGINT), $6, $7 \
         WHERE NOT EXISTS (SELECT 1 FROM capacity_proof WHERE capacity_id = $1)";
    let done = sqlx::query(VERIFY)
        .bind(id)
        .bind(seen.proof.key())
        .bind(seen.shown.key())
        .bind(i64::from(seen.identity_shown))
        .bind(at)
        .bind(seen.on.to_string())
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    words(tx, id, "proof", &seen.note).await?;
    Ok(true)
}

/// Keeps that a capacity ended, and why; `false` if it had before.
pub async fn end(tx: &mut Tx, id: &str, (on, reason): (Date, &str), by: &str, at: i64) -> Stored<bool> {
    const END: &str = "INSERT INTO capacity_end (capacity_id, ended_on, entered_at, entered_by) \
         SELECT $1, $2, CAST($3 AS BIGINT), $4 WHERE NOT EXISTS (SELECT 1 FROM capacity_end WHERE capacity_id = $1)";
    let done = sqlx::query(END)
        .bind(id)
        .bind(on.to_string())
        .bind(at)
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    words(tx, id, "end", reason).await?;
    Ok(true)
}

/// Erases who acts for whoever filed a request, and for the people shown who have a notice on it and on no other request whose
/// requester is still known.
pub(super) async fn erase(tx: &mut Tx, request_id: &str) -> Stored<()> {
    const ERASE: &str = "DELETE FROM capacity_words WHERE capacity_id IN (SELECT c.id FROM capacity c \
         WHERE c.request_id = $1 OR c.person_id IN (SELECT n.person_id FROM notice n WHERE n.request_id = $1) \
         AND NOT EXISTS (SELECT 1 FROM notice o JOIN requester r ON r.request_id = o.request_id \
             WHERE o.person_id = c.person_id AND o.request_id <> $1 AND r.erased_at IS NULL))";
    sqlx::query(ERASE).bind(request_id).execute(tx.conn().await?).await?;
    Ok(())
}
