//! What lies close to a request: recordings that may answer it, requests about the same incident, and what was decided of both.

use law::{
    closeness::{SPELLINGS, Traces, officer_words, place_words, report_spellings},
    request::Stage,
    request_state::RequestState,
};
use office::{TrackingNumber, forms::RequestDetails};
use sqlx::{Any, Executor, FromRow};

use super::{
    Store, Tx,
    recordings::{self, Recording},
    rows,
};
use crate::fault::Stored;

/// Words of a place, and of officers, that order what is suggested; more are not looked at.
const PLACE_WORDS: usize = 4;
const OFFICER_WORDS: usize = 3;
/// A pattern that fits nothing.
const NOTHING: &str = "%\u{1}%";

/// Recordings that may answer a request: those that its holds reach by time, those of its report number, and those that answer a
/// joined request; but for those that are linked already or were refused.
const FOUND: &str = "WITH near AS ( \
     SELECT r.id FROM hold h JOIN recording r ON r.started_at <= COALESCE(h.covers_to, 9223372036854775807) \
         AND r.started_at >= COALESCE(h.covers_from, 0) - 360000000000 AND r.ended_at >= COALESCE(h.covers_from, 0) \
         WHERE h.request_id = $1 AND h.no = 1 \
     UNION SELECT r.id FROM recording r WHERE r.incident_number IN ($2, $3, $4, $5, $6, $7) \
     UNION SELECT l.recording_id FROM joined_request j JOIN linked_recording l ON l.request_id = j.other_id \
         WHERE j.request_id = $1), \
     found AS (SELECT n.id FROM near n \
         WHERE NOT EXISTS (SELECT 1 FROM linked_recording l WHERE l.request_id = $1 AND l.recording_id = n.id) \
         AND NOT EXISTS (SELECT 1 FROM refused_suggestion s WHERE s.request_id = $1 AND s.recording_id = n.id)) ";

/// Ids in the order of [`law::closeness::Closeness::weight`], with the words of a place that fit as the next key, then by how far the
/// beginning lies from the beginning that was asked about. Times are compared without the margin of $15 microseconds.
const CLOSEST: &str = "SELECT r.id FROM found f JOIN recording r ON r.id = f.id \
     JOIN hold h ON h.request_id = $1 AND h.no = 1 ORDER BY \
     CASE WHEN EXISTS (SELECT 1 FROM joined_request j JOIN linked_recording l ON l.request_id = j.other_id \
         WHERE j.request_id = $1 AND l.recording_id = r.id) THEN 25600 ELSE 0 END \
     + CASE WHEN r.incident_number IN ($2, $3, $4, $5, $6, $7) THEN 12800 ELSE 0 END \
     + CASE WHEN LOWER(r.officer) LIKE $8 OR LOWER(r.officer) LIKE $9 OR LOWER(r.officer) LIKE $10 THEN 6400 ELSE 0 END \
     + CASE WHEN LOWER(r.place) LIKE $11 OR LOWER(r.place) LIKE $12 OR LOWER(r.place) LIKE $13 \
         OR LOWER(r.place) LIKE $14 THEN 3200 ELSE 0 END \
     + CASE WHEN LOWER(r.place) LIKE $11 THEN 10 ELSE 0 END + CASE WHEN LOWER(r.place) LIKE $12 THEN 10 ELSE 0 END \
     + CASE WHEN LOWER(r.place) LIKE $13 THEN 10 ELSE 0 END + CASE WHEN LOWER(r.place) LIKE $14 THEN 10 ELSE 0 END \
     + CASE WHEN r.started_at <= h.covers_to - $15 AND r.ended_at >= h.covers_from + $15 THEN 800 ELSE 0 END \
     + CASE WHEN h.division = r.division THEN 1600 ELSE 0 END \
     + CASE WHEN ',' || h.media || ',' LIKE '%,' || r.camera || ',%' THEN 200 ELSE 0 END DESC, \
     ABS(r.started_at - COALESCE(h.covers_from, 0)), r.source_id LIMIT $16 OFFSET $17";

/// What a request is compared by.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Our id.
    pub request_id: &'a str,
    /// What was asked; without the requester's words for whoever may not read them.
    pub traces: &'a Traces,
    /// The margin of holds, in microseconds.
    pub margin: i64,
}

/// A page of recordings that may answer a request, the closest first, and how many there are.
pub async fn suggested(store: &Store, asked: Asked<'_>, lines: u32, page: u32) -> Stored<(Vec<Recording>, u64)> {
    let mut reports = report_spellings(&asked.traces.report);
    reports.resize(SPELLINGS, String::new());
    let like = |words: Vec<String>, most: usize| {
        let mut patterns: Vec<String> = words.iter().take(most).map(|word| format!("%{word}%")).collect();
        patterns.resize(most, NOTHING.to_owned());
        patterns
    };
    let officers = like(officer_words(&asked.traces.officers), OFFICER_WORDS);
    let places = like(place_words(&asked.traces.place), PLACE_WORDS);
    let count = format!("{FOUND}SELECT COUNT(*) FROM found");
    let closest = format!("{FOUND}{CLOSEST}");
    let mut counted = sqlx::query_scalar(sqlx::AssertSqlSafe(count)).bind(asked.request_id);
    let mut ids = sqlx::query_scalar(sqlx::AssertSqlSafe(closest)).bind(asked.request_id);
    for number in &reports {
        // A recording without a number is no match for a request without one.
        let number = if number.is_empty() { "\u{1}" } else { number };
        counted = counted.bind(number);
        ids = ids.bind(number);
    }
    for pattern in officers.iter().chain(&places) {
        ids = ids.bind(pattern);
    }
    let total: i64 = counted.fetch_one(store.reader()).await?;
    let ids: Vec<String> = ids
        .bind(asked.margin)
        .bind(i64::from(lines))
        .bind(i64::from(page.max(1) - 1) * i64::from(lines))
        .fetch_all(store.reader())
        .await?;
    Ok((recordings::in_order(store, &ids).await?, rows::count(total)))
}

/// Suggestions for a request that were refused and are not linked since, by time.
pub async fn refused(store: &Store, request_id: &str) -> Stored<Vec<Recording>> {
    const REFUSED: &str = "SELECT s.recording_id FROM refused_suggestion s JOIN recording r ON r.id = s.recording_id \
         WHERE s.request_id = $1 AND NOT EXISTS (SELECT 1 FROM linked_recording l \
         WHERE l.request_id = $1 AND l.recording_id = s.recording_id) ORDER BY r.started_at, r.source_id";
    let ids: Vec<String> = sqlx::query_scalar(REFUSED)
        .bind(request_id)
        .fetch_all(store.reader())
        .await?;
    recordings::in_order(store, &ids).await
}

/// Keeps that a suggestion was refused; `false` if it was before.
pub async fn refuse(tx: &mut Tx, link: &recordings::Link<'_>) -> Stored<bool> {
    const REFUSE: &str = "INSERT INTO refused_suggestion (request_id, recording_id, at, on_date, refused_by) \
         SELECT $1, $2, CAST($3 AS BIGINT), $4, $5 WHERE NOT EXISTS \
         (SELECT 1 FROM refused_suggestion WHERE request_id = $1 AND recording_id = $2)";
    let done = sqlx::query(REFUSE)
        .bind(link.request_id)
        .bind(link.recording_id)
        .bind(link.at)
        .bind(link.on.to_string())
        .bind(link.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Recordings that answer requests joined with one, with the number of that request, and are neither linked to the one nor refused
/// for it, nor deleted.
pub async fn of_joined(
    db: impl Executor<'_, Database = Any>,
    request_id: &str,
) -> Stored<Vec<(String, TrackingNumber)>> {
    const OF: &str = "SELECT l.recording_id, q.number FROM joined_request j \
         JOIN linked_recording l ON l.request_id = j.other_id JOIN records_request q ON q.id = j.other_id \
         WHERE j.request_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM linked_recording o WHERE o.request_id = $1 AND o.recording_id = l.recording_id) \
         AND NOT EXISTS (SELECT 1 FROM refused_suggestion s WHERE s.request_id = $1 AND s.recording_id = l.recording_id) \
         AND NOT EXISTS (SELECT 1 FROM deletion d WHERE d.recording_id = l.recording_id) \
         ORDER BY q.number, l.linked_at, l.recording_id";
    let found: Vec<(String, String)> = sqlx::query_as(OF).bind(request_id).fetch_all(db).await?;
    found
        .into_iter()
        .map(|(id, number)| Ok((id, rows::number(&number)?)))
        .collect()
}

/// A request that lies close to another.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Near {
    pub id: String,
    pub number: TrackingNumber,
    pub stage: Stage,
    pub state: RequestState,
    /// What its first hold covers, with the margin, in microseconds since 1970.
    pub covers: Option<(i64, i64)>,
    pub division: Option<String>,
    pub media: String,
    pub asked: RequestDetails,
    pub joined: bool,
    /// How many recordings answer both.
    pub shared: u64,
    /// How many answer it.
    pub recordings: u64,
}

#[derive(FromRow)]
struct NearRow {
    id: String,
    number: String,
    stage: String,
    state: String,
    covers_from: Option<i64>,
    covers_to: Option<i64>,
    division: Option<String>,
    media: String,
    asked: String,
    joined: i64,
    shared: i64,
    recordings: i64,
}

impl NearRow {
    fn read(self) -> Stored<Near> {
        Ok(Near {
            number: rows::number(&self.number)?,
            stage: rows::stage(&self.id, &self.stage)?,
            state: serde_json::from_str(&self.state).map_err(|why| rows::corrupt("records_request", &self.id, why))?,
            covers: self.covers_from.zip(self.covers_to),
            division: self.division,
            media: self.media,
            // The parser's message could quote what was asked.
            asked: serde_json::from_str(&self.asked)
                .map_err(|_| rows::corrupt("requester", &self.id, "what was asked cannot be read"))?,
            joined: self.joined > 0,
            shared: rows::count(self.shared),
            recordings: rows::count(self.recordings),
            id: self.id,
        })
    }
}

/// Requests whose time touches that of one, that name its report number, that share a recording with it, or are joined with it: joined
/// ones first, then those that share recordings, then the nearest in time. At most as many as asked for.
pub async fn near(store: &Store, request_id: &str, report: &str, most: u32) -> Stored<Vec<Near>> {
    const NEAR: &str = "WITH near AS ( \
         SELECT h.request_id AS id FROM hold o JOIN hold h ON h.no = 1 \
             AND h.covers_from <= COALESCE(o.covers_to, 9223372036854775807) AND h.covers_to >= COALESCE(o.covers_from, 0) \
             WHERE o.request_id = $1 AND o.no = 1 \
         UNION SELECT s.request_id FROM requester_search s WHERE $2 <> '' AND (s.words LIKE $2 OR s.words LIKE $3 OR s.words LIKE $4) \
         UNION SELECT other.request_id FROM linked_recording l JOIN linked_recording other \
             ON other.recording_id = l.recording_id WHERE l.request_id = $1 \
         UNION SELECT j.other_id FROM joined_request j WHERE j.request_id = $1), \
         ranked AS (SELECT n.id, \
             (SELECT COUNT(*) FROM joined_request j WHERE j.request_id = $1 AND j.other_id = n.id) AS joined, \
             (SELECT COUNT(*) FROM linked_recording l JOIN linked_recording other ON other.recording_id = l.recording_id \
                 WHERE l.request_id = $1 AND other.request_id = n.id) AS shared \
             FROM near n WHERE n.id <> $1) \
         SELECT q.id, q.number, q.stage, q.state, h.covers_from, h.covers_to, h.division, h.media, r.asked, n.joined, n.shared, \
             (SELECT COUNT(*) FROM linked_recording l WHERE l.request_id = n.id) AS recordings \
         FROM ranked n JOIN records_request q ON q.id = n.id JOIN requester r ON r.request_id = n.id \
         JOIN hold h ON h.request_id = n.id AND h.no = 1 JOIN hold o ON o.request_id = $1 AND o.no = 1 \
         ORDER BY n.joined DESC, n.shared DESC, ABS(COALESCE(h.covers_from, 0) - COALESCE(o.covers_from, 0)), \
             q.received_at DESC, q.number LIMIT $5";
    let mut patterns: Vec<String> = report_spellings(report)
        .into_iter()
        .take(3)
        .map(|number| format!("%{}%", number.to_lowercase().replace(['%', '_'], "")))
        .collect();
    if patterns.is_empty() {
        // Without a report number nobody is searched by one.
        patterns.push(String::new());
    }
    patterns.resize(3, NOTHING.to_owned());
    let mut query = sqlx::query_as(NEAR).bind(request_id);
    for pattern in &patterns {
        query = query.bind(pattern);
    }
    let found: Vec<NearRow> = query.bind(i64::from(most)).fetch_all(store.reader()).await?;
    found.into_iter().map(NearRow::read).collect()
}

/// A change of a join: two ids in any order.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct JoinChange<'a> {
    pub one: &'a str,
    pub other: &'a str,
    /// Whether they are joined from now on.
    pub joined: bool,
    pub at: i64,
    pub on: law::Date,
    pub by: &'a str,
}

/// Keeps that two requests are joined, or no longer are; `false` if that is so already.
pub async fn change_join(tx: &mut Tx, change: JoinChange<'_>) -> Stored<bool> {
    const JOINED: &str = "SELECT COUNT(*) FROM joined_request WHERE request_id = $1 AND other_id = $2";
    const CHANGE: &str = "INSERT INTO request_join (request_id, other_id, no, taken_back_at, at, on_date, changed_by) \
         SELECT $1, $2, COALESCE(MAX(no), 0) + 1, CAST($3 AS BIGINT), CAST($4 AS BIGINT), $5, $6 \
         FROM request_join WHERE request_id = $1 AND other_id = $2";
    let (first, second) = if change.one < change.other {
        (change.one, change.other)
    } else {
        (change.other, change.one)
    };
    // Two people at once: one sees what the other did.
    super::requests::hold_still(tx, first).await?;
    let joined: i64 = sqlx::query_scalar(JOINED)
        .bind(first)
        .bind(second)
        .fetch_one(tx.conn().await?)
        .await?;
    if (joined > 0) == change.joined {
        return Ok(false);
    }
    sqlx::query(CHANGE)
        .bind(first)
        .bind(second)
        .bind((!change.joined).then_some(change.at))
        .bind(change.at)
        .bind(change.on.to_string())
        .bind(change.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(true)
}
