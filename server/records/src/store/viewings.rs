//! Family viewings: offers and steps that stand, and their words apart from them.

use std::collections::HashMap;

use law::{
    Date,
    person::Receiver,
    viewing::{Viewing, ViewingStep, ViewingWay},
};
use sqlx::{AnyConnection, FromRow};

use super::{Store, Tx, rows};
use crate::fault::Stored;

const TABLE: &str = "viewing";

/// A step as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct StoredStep {
    pub step: ViewingStep,
    pub on: Date,
    pub day: Option<Date>,
    pub by: Option<String>,
    pub words: String,
}

/// An offer as kept, with its steps.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct StoredViewing {
    pub id: String,
    pub notice_id: String,
    pub receiver: Receiver,
    pub way: ViewingWay,
    pub offered_on: Date,
    pub answer_by: Date,
    pub by: String,
    pub support: String,
    pub steps: Vec<StoredStep>,
}

impl StoredViewing {
    /// What the law looks at.
    pub fn viewing(&self) -> Viewing {
        Viewing {
            offered: self.offered_on,
            answer_by: self.answer_by,
            steps: self.steps.iter().map(|step| (step.step, step.on)).collect(),
            appointment: self.steps.iter().rev().find_map(|step| step.day),
        }
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    notice_id: String,
    receiver: String,
    way: String,
    offered_on: String,
    answer_by: String,
    entered_by: String,
    support: String,
}

#[derive(FromRow)]
struct StepRow {
    viewing_id: String,
    step: String,
    on_date: String,
    day: Option<String>,
    entered_by: Option<String>,
    words: String,
}

macro_rules! viewings {
    ($which:literal) => {
        concat!(
            "SELECT v.id, v.notice_id, v.receiver, v.way, v.offered_on, v.answer_by, v.entered_by, \
             COALESCE((SELECT w.words FROM viewing_words w WHERE w.viewing_id = v.id AND w.no = 0), '') AS support \
             FROM viewing v ",
            $which,
            " ORDER BY v.notice_id, v.no"
        )
    };
}

macro_rules! steps {
    ($which:literal) => {
        concat!(
            "SELECT s.viewing_id, s.step, s.on_date, s.day, s.entered_by, \
             COALESCE((SELECT w.words FROM viewing_words w WHERE w.viewing_id = s.viewing_id AND w.no = s.no), '') AS words \
             FROM viewing_step s JOIN viewing v ON v.id = s.viewing_id ",
            $which,
            " ORDER BY s.viewing_id, s.no"
        )
    };
}

fn joined(found: Vec<Row>, steps: Vec<StepRow>) -> Stored<Vec<StoredViewing>> {
    let mut of = HashMap::<String, Vec<StoredStep>>::new();
    for row in steps {
        let id = &row.viewing_id;
        let step = ViewingStep::parse(&row.step).ok_or_else(|| rows::corrupt("viewing_step", id, "an unknown step"))?;
        let step = StoredStep {
            step,
            on: rows::day("viewing_step", id, &row.on_date)?,
            day: rows::day_or_none("viewing_step", id, row.day.as_deref())?,
            by: row.entered_by,
            words: row.words,
        };
        of.entry(row.viewing_id).or_default().push(step);
    }
    let viewing = |row: Row| {
        let unknown = |what| rows::corrupt(TABLE, &row.id, what);
        Ok(StoredViewing {
            receiver: Receiver::parse(&row.receiver).ok_or_else(|| unknown("an unknown receiver"))?,
            way: ViewingWay::parse(&row.way).ok_or_else(|| unknown("an unknown way"))?,
            offered_on: rows::day(TABLE, &row.id, &row.offered_on)?,
            answer_by: rows::day(TABLE, &row.id, &row.answer_by)?,
            steps: of.remove(&row.id).unwrap_or_default(),
            by: row.entered_by,
            support: row.support,
            id: row.id,
            notice_id: row.notice_id,
        })
    };
    found.into_iter().map(viewing).collect()
}

/// The offers of a notice, the oldest first.
pub async fn of_notice(conn: &mut AnyConnection, notice_id: &str) -> Stored<Vec<StoredViewing>> {
    const FOUND: &str = viewings!("WHERE v.notice_id = $1");
    const STEPS: &str = steps!("WHERE v.notice_id = $1");
    let found: Vec<Row> = sqlx::query_as(FOUND).bind(notice_id).fetch_all(&mut *conn).await?;
    let steps: Vec<StepRow> = sqlx::query_as(STEPS).bind(notice_id).fetch_all(&mut *conn).await?;
    joined(found, steps)
}

/// The offers to whoever is shown in a recording that answers a request.
pub async fn of_release(conn: &mut AnyConnection, request_id: &str, recording_id: &str) -> Stored<Vec<StoredViewing>> {
    const FOUND: &str =
        viewings!("JOIN notice n ON n.id = v.notice_id WHERE n.request_id = $1 AND n.recording_id = $2");
    const STEPS: &str = steps!("JOIN notice n ON n.id = v.notice_id WHERE n.request_id = $1 AND n.recording_id = $2");
    let found: Vec<Row> = sqlx::query_as(FOUND)
        .bind(request_id)
        .bind(recording_id)
        .fetch_all(&mut *conn)
        .await?;
    let steps: Vec<StepRow> = sqlx::query_as(STEPS)
        .bind(request_id)
        .bind(recording_id)
        .fetch_all(&mut *conn)
        .await?;
    joined(found, steps)
}

/// The newest offer of each notice that is not held, missed or declined, with whom its request is, however the request stands:
/// what was promised to a family stays promised. Whether its day to answer has passed, the law says.
pub async fn open(store: &Store) -> Stored<Vec<(StoredViewing, Option<String>)>> {
    const FOUND: &str = viewings!(
        "WHERE v.no = (SELECT MAX(o.no) FROM viewing o WHERE o.notice_id = v.notice_id) \
         AND COALESCE((SELECT s.step FROM viewing_step s WHERE s.viewing_id = v.id ORDER BY s.no DESC LIMIT 1), '') \
             NOT IN ('hold', 'miss', 'decline')"
    );
    const STEPS: &str = steps!(
        "WHERE v.no = (SELECT MAX(o.no) FROM viewing o WHERE o.notice_id = v.notice_id) \
         AND (SELECT e.step FROM viewing_step e WHERE e.viewing_id = v.id ORDER BY e.no DESC LIMIT 1) \
             NOT IN ('hold', 'miss', 'decline')"
    );
    const HOLDERS: &str = "SELECT DISTINCT n.id, q.assigned_to FROM viewing v JOIN notice n ON n.id = v.notice_id \
         JOIN records_request q ON q.id = n.request_id WHERE q.assigned_to IS NOT NULL";
    let found: Vec<Row> = sqlx::query_as(FOUND).fetch_all(store.reader()).await?;
    let steps: Vec<StepRow> = sqlx::query_as(STEPS).fetch_all(store.reader()).await?;
    let holders: Vec<(String, Option<String>)> = sqlx::query_as(HOLDERS).fetch_all(store.reader()).await?;
    let holders: HashMap<String, Option<String>> = holders.into_iter().collect();
    let with = |viewing: StoredViewing| {
        let holder = holders.get(&viewing.notice_id).cloned().flatten();
        (viewing, holder)
    };
    Ok(joined(found, steps)?.into_iter().map(with).collect())
}

async fn words(tx: &mut Tx, id: &str, no: i64, words: &str) -> Stored<()> {
    if !words.is_empty() {
        sqlx::query("INSERT INTO viewing_words (viewing_id, no, words) VALUES ($1, $2, $3)")
            .bind(id)
            .bind(no)
            .bind(words)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// Keeps an offer.
pub async fn offer(tx: &mut Tx, new: &StoredViewing, at: i64) -> Stored<()> {
    const OFFER: &str = "INSERT INTO viewing (id, notice_id, no, receiver, way, offered_on, answer_by, entered_at, entered_by) \
         SELECT $1, $2, (SELECT COALESCE(MAX(o.no), 0) + 1 FROM viewing o WHERE o.notice_id = $2), $3, $4, $5, $6, \
         CAST($7 AS BIGINT), $8";
    sqlx::query(OFFER)
        .bind(&new.id)
        .bind(&new.notice_id)
        .bind(new.receiver.key())
        .bind(new.way.key())
        .bind(new.offered_on.to_string())
        .bind(new.answer_by.to_string())
        .bind(at)
        .bind(&new.by)
        .execute(tx.conn().await?)
        .await?;
    words(tx, &new.id, 0, &new.support).await
}

/// Keeps the next step of an offer.
pub async fn step(tx: &mut Tx, viewing: &StoredViewing, new: &StoredStep, at: i64) -> Stored<()> {
    const STEP: &str = "INSERT INTO viewing_step (viewing_id, no, step, on_date, day, entered_at, entered_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let no = i64::try_from(viewing.steps.len()).unwrap_or(i64::MAX - 1) + 1;
    sqlx::query(STEP)
        .bind(&viewing.id)
        .bind(no)
        .bind(new.step.key())
        .bind(new.on.to_string())
        .bind(new.day.map(|day| day.to_string()))
        .bind(at)
        .bind(new.by.as_deref())
        .execute(tx.conn().await?)
        .await?;
    words(tx, &viewing.id, no, &new.words).await
}

/// Erases who came, where, and what was said, of the viewings on a request.
pub(super) async fn erase(tx: &mut Tx, request_id: &str) -> Stored<()> {
    const ERASE: &str = "DELETE FROM viewing_words WHERE viewing_id IN \
         (SELECT v.id FROM viewing v JOIN notice n ON n.id = v.notice_id WHERE n.request_id = $1)";
    sqlx::query(ERASE).bind(request_id).execute(tx.conn().await?).await?;
    Ok(())
}
