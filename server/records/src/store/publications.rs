//! The public library: versions that somebody proposed, what a second person said of them, and what left it. Rows are only
//! added; the database refuses what the gate of the library would not let in (migrations 0023 to 0025).

use std::collections::HashMap;

use law::{Date, notice::ReleaseBar, request::Track};
use office::views::{PAGE_LINES, PublicationList};
use sqlx::{AnyConnection, FromRow};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// A version that is in the library, as far as rows alone can tell: the law is asked once more whenever it is shown.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Published {
    pub publication_id: String,
    pub release_id: String,
    pub no: i64,
    pub title: String,
    pub warning: String,
}

/// What a release is called in the library, if it is there.
pub async fn of_release(conn: &mut AnyConnection, release_id: &str) -> Stored<Option<Published>> {
    const OF: &str = "SELECT publication_id, release_id, no, title, warning FROM published WHERE release_id = $1";
    Ok(sqlx::query_as(OF).bind(release_id).fetch_optional(conn).await?)
}

/// The same of several releases, by their ids, in as many statements as of one.
pub async fn of_releases(conn: &mut AnyConnection, releases: &[&str]) -> Stored<HashMap<String, Published>> {
    let of = |list: &str| {
        format!("SELECT publication_id, release_id, no, title, warning FROM published WHERE release_id IN {list}")
    };
    let found: Vec<Published> = rows::of_ids(conn, releases, of).await?;
    Ok(found.into_iter().map(|one| (one.release_id.clone(), one)).collect())
}

/// On what right each of several releases was asked for, and whether one person alone freed something of it, before two had
/// to; by their ids, in as many statements as of one.
pub async fn asked_and_freed(conn: &mut AnyConnection, releases: &[&str]) -> Stored<HashMap<String, (Track, bool)>> {
    let of = |list: &str| {
        format!(
            "SELECT e.id, q.track, (SELECT COUNT(*) FROM freed_by_one f \
             WHERE f.request_id = e.request_id AND f.recording_id = e.recording_id) \
             FROM release e JOIN records_request q ON q.id = e.request_id WHERE e.id IN {list}"
        )
    };
    let found: Vec<(String, String, i64)> = rows::of_ids(conn, releases, of).await?;
    let read = |(id, track, freed): (String, String, i64)| {
        let track = rows::track(&id, &track)?;
        Ok((id, (track, freed > 0)))
    };
    found.into_iter().map(read).collect()
}

/// Everything in the library, by the ids of the releases, the newest there first.
pub async fn all(store: &Store) -> Stored<Vec<String>> {
    const ALL: &str = "SELECT release_id FROM published ORDER BY since DESC, release_id";
    Ok(sqlx::query_scalar(ALL).fetch_all(store.reader()).await?)
}

/// Those of it that may have to leave with a day alone, or because a copy came by another way: orders say something of their
/// recording, or its newest copy is another.
pub async fn to_look_at(store: &Store) -> Stored<Vec<String>> {
    const LOOK: &str = "SELECT b.release_id FROM published b JOIN release e ON e.id = b.release_id \
         WHERE EXISTS (SELECT 1 FROM order_scope s WHERE s.recording_id = e.recording_id) \
             OR NOT EXISTS (SELECT 1 FROM newest_copy c WHERE c.copy_id = e.copy_id)";
    Ok(sqlx::query_scalar(LOOK).fetch_all(store.reader()).await?)
}

/// What of a recording is in the library, by the ids of the releases.
pub async fn of_recording(tx: &mut Tx, recording_id: &str) -> Stored<Vec<String>> {
    const OF: &str = "SELECT b.release_id FROM published b JOIN release e ON e.id = b.release_id \
         WHERE e.recording_id = $1 ORDER BY b.release_id";
    Ok(sqlx::query_scalar(OF)
        .bind(recording_id)
        .fetch_all(tx.conn().await?)
        .await?)
}

/// A version as kept, with what became of it.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct VersionRow {
    pub id: String,
    pub no: i64,
    pub title: String,
    pub warning: String,
    pub proposed_by: String,
    pub proposed_on: String,
    pub kind: Option<String>,
    pub reason: Option<String>,
    pub decided_by: Option<String>,
    pub decided_on: Option<String>,
}

/// All versions of a release, the oldest first.
pub async fn versions(conn: &mut AnyConnection, release_id: &str) -> Stored<Vec<VersionRow>> {
    const OF: &str = "SELECT p.id, p.no, p.title, p.warning, p.proposed_by, p.proposed_on, d.kind, d.reason, \
         d.decided_by, d.decided_on FROM publication p LEFT JOIN publication_decision d ON d.publication_id = p.id \
         WHERE p.release_id = $1 ORDER BY p.no";
    Ok(sqlx::query_as(OF).bind(release_id).fetch_all(conn).await?)
}

/// That a release left the library, as kept.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct EndRow {
    pub up_to: i64,
    pub reason: String,
    pub ended_by: Option<String>,
    pub ended_on: String,
}

/// When a release left the library, the oldest first.
pub async fn ends(conn: &mut AnyConnection, release_id: &str) -> Stored<Vec<EndRow>> {
    const OF: &str =
        "SELECT up_to, reason, ended_by, ended_on FROM publication_end WHERE release_id = $1 ORDER BY up_to";
    Ok(sqlx::query_as(OF).bind(release_id).fetch_all(conn).await?)
}

/// A version that waits for a second person.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Waiting {
    pub publication_id: String,
    pub release_id: String,
    pub no: i64,
    pub title: String,
    pub proposed_by: String,
}

/// One version on a request, if it waits.
pub async fn waiting(tx: &mut Tx, request_id: &str, id: &str) -> Stored<Option<Waiting>> {
    const WAITING: &str = "SELECT w.publication_id, w.release_id, w.no, w.title, w.proposed_by \
         FROM publication_waiting w JOIN release e ON e.id = w.release_id \
         WHERE w.publication_id = $1 AND e.request_id = $2";
    Ok(sqlx::query_as(WAITING)
        .bind(id)
        .bind(request_id)
        .fetch_optional(tx.conn().await?)
        .await?)
}

/// The version of a release that waits, if one does.
pub async fn waiting_of(conn: &mut AnyConnection, release_id: &str) -> Stored<Option<String>> {
    const WAITING: &str = "SELECT publication_id FROM publication_waiting WHERE release_id = $1";
    Ok(sqlx::query_scalar(WAITING)
        .bind(release_id)
        .fetch_optional(conn)
        .await?)
}

/// How many on a request wait, and how many are in the library.
pub async fn count(tx: &mut Tx, request_id: &str) -> Stored<(usize, usize)> {
    const COUNT: &str = "SELECT \
         (SELECT COUNT(*) FROM publication_waiting w JOIN release e ON e.id = w.release_id WHERE e.request_id = $1), \
         (SELECT COUNT(*) FROM published b JOIN release e ON e.id = b.release_id WHERE e.request_id = $1)";
    let (waiting, public): (i64, i64) = sqlx::query_as(COUNT)
        .bind(request_id)
        .fetch_one(tx.conn().await?)
        .await?;
    let few = |count: i64| usize::try_from(count).unwrap_or_default();
    Ok((few(waiting), few(public)))
}

/// Who does something, and when.
#[derive(Clone, Copy, Debug)]
pub struct Done<'a> {
    /// Which account; none for the portal.
    pub by: Option<&'a str>,
    /// In microseconds since 1970.
    pub at: i64,
    /// Its day.
    pub on: Date,
}

/// The number of the next version of a release.
pub async fn next(tx: &mut Tx, release_id: &str) -> Stored<i64> {
    const NEXT: &str = "SELECT COALESCE(MAX(no), 0) + 1 FROM publication WHERE release_id = $1";
    Ok(sqlx::query_scalar(NEXT)
        .bind(release_id)
        .fetch_one(tx.conn().await?)
        .await?)
}

/// Keeps a proposal as a version of a release.
///
/// # Errors
/// When the database cannot, or its gate refuses.
pub async fn propose(
    tx: &mut Tx,
    id: &str,
    (release_id, no): (&str, i64),
    (title, warning): (&str, &str),
    done: Done<'_>,
) -> Stored<()> {
    const ADD: &str = "INSERT INTO publication (id, release_id, no, title, warning, proposed_by, proposed_at, proposed_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    sqlx::query(ADD)
        .bind(id)
        .bind(release_id)
        .bind(no)
        .bind(title)
        .bind(warning)
        .bind(done.by)
        .bind(done.at)
        .bind(done.on.to_string())
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Keeps what a second person said of a version: with a reason it goes back, without one it is in the library.
///
/// # Errors
/// When the database cannot, or its gate refuses.
pub async fn decide(tx: &mut Tx, id: &str, sent_back: Option<&str>, done: Done<'_>) -> Stored<()> {
    const ADD: &str = "INSERT INTO publication_decision (publication_id, kind, reason, decided_by, decided_at, decided_on) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    sqlx::query(ADD)
        .bind(id)
        .bind(if sent_back.is_some() { "sent_back" } else { "approved" })
        .bind(sent_back)
        .bind(done.by)
        .bind(done.at)
        .bind(done.on.to_string())
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Why something leaves the library.
#[derive(Clone, Copy, Debug)]
pub enum EndReason<'a> {
    /// In a custodian's words.
    Office(&'a str),
    /// What no longer lets it be there.
    Law(&'a ReleaseBar),
}

impl EndReason<'_> {
    /// The section that it rests on.
    pub fn section(&self) -> &str {
        match self {
            Self::Office(_) => "RSMo 610.023",
            Self::Law(bar) => &bar.section.0,
        }
    }
}

/// Takes a release out of the library, with all its versions until now.
pub async fn end(tx: &mut Tx, release_id: &str, why: EndReason<'_>, done: Done<'_>) -> Stored<()> {
    const ADD: &str = "INSERT INTO publication_end (release_id, up_to, reason, citation, ended_by, ended_at, ended_on) \
         SELECT $1, MAX(p.no), $2, $3, $4, CAST($5 AS BIGINT), $6 FROM publication p WHERE p.release_id = $1";
    let reason = match why {
        EndReason::Office(words) => words.to_owned(),
        EndReason::Law(bar) => serde_json::to_string(bar)?,
    };
    sqlx::query(ADD)
        .bind(release_id)
        .bind(reason)
        .bind(why.section())
        .bind(done.by)
        .bind(done.at)
        .bind(done.on.to_string())
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// A line of the library as staff see it.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct LineRow {
    pub release_id: String,
    pub number: String,
    pub started_at: i64,
    pub title: Option<String>,
    pub warning: Option<String>,
    pub proposed_by: Option<String>,
    pub approved_by: Option<String>,
    /// The instant by which the list is in order.
    pub at: i64,
    /// Its day, where it is known.
    pub on_date: Option<String>,
    pub ended_by: Option<String>,
    pub reason: Option<String>,
    /// `office`, `law`, `stopped`, `by_one`; none for what did not end.
    pub ended: Option<String>,
}

/// The lines of one list, each engine alike.
macro_rules! list {
    (waiting) => {
        "SELECT w.release_id, q.number, r.started_at, w.title, w.warning, w.proposed_by, NULL AS approved_by, \
         w.proposed_at AS at, w.proposed_on AS on_date, NULL AS ended_by, NULL AS reason, NULL AS ended \
         FROM publication_waiting w JOIN release e ON e.id = w.release_id \
         JOIN records_request q ON q.id = e.request_id JOIN recording r ON r.id = e.recording_id"
    };
    (public) => {
        "SELECT b.release_id, q.number, r.started_at, b.title, b.warning, b.proposed_by, b.decided_by AS approved_by, \
         b.since AS at, d.decided_on AS on_date, NULL AS ended_by, NULL AS reason, NULL AS ended \
         FROM published b JOIN publication_decision d ON d.publication_id = b.publication_id \
         JOIN release e ON e.id = b.release_id \
         JOIN records_request q ON q.id = e.request_id JOIN recording r ON r.id = e.recording_id"
    };
    // Taken out; stopped while it was there; there by one person alone.
    (ended) => {
        "SELECT x.release_id, q.number, r.started_at, v.title, v.warning, v.proposed_by, d.decided_by AS approved_by, \
         x.ended_at AS at, x.ended_on AS on_date, x.ended_by, x.reason, \
         CASE WHEN x.ended_by IS NULL THEN 'law' ELSE 'office' END AS ended \
         FROM publication_end x JOIN publication v ON v.release_id = x.release_id \
         JOIN publication_decision d ON d.publication_id = v.id AND d.kind = 'approved' \
         JOIN release e ON e.id = x.release_id \
         JOIN records_request q ON q.id = e.request_id JOIN recording r ON r.id = e.recording_id \
         WHERE v.no = (SELECT MAX(l.no) FROM publication l JOIN publication_decision m ON m.publication_id = l.id \
             AND m.kind = 'approved' WHERE l.release_id = x.release_id AND l.no <= x.up_to) \
         UNION ALL \
         SELECT e.id, q.number, r.started_at, v.title, v.warning, v.proposed_by, d.decided_by, e.stopped_at, NULL, \
         e.stopped_by, e.stopped_reason, 'stopped' \
         FROM release e JOIN publication v ON v.release_id = e.id \
         JOIN publication_decision d ON d.publication_id = v.id AND d.kind = 'approved' \
         JOIN records_request q ON q.id = e.request_id JOIN recording r ON r.id = e.recording_id \
         WHERE e.stopped_at IS NOT NULL \
         AND v.no = (SELECT MAX(l.no) FROM publication l JOIN publication_decision m ON m.publication_id = l.id \
             AND m.kind = 'approved' WHERE l.release_id = e.id) \
         AND NOT EXISTS (SELECT 1 FROM publication_end x WHERE x.release_id = e.id AND x.up_to >= v.no) \
         UNION ALL \
         SELECT e.id, q.number, r.started_at, e.title, e.warning, NULL, NULL, e.published_at, NULL, NULL, NULL, 'by_one' \
         FROM release e JOIN records_request q ON q.id = e.request_id JOIN recording r ON r.id = e.recording_id \
         WHERE e.published_at IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM publication_decision d JOIN publication v ON v.id = d.publication_id \
             WHERE v.release_id = e.id AND d.kind = 'approved')"
    };
}

/// A page of one list.
pub async fn page(store: &Store, list: PublicationList, page: u32) -> Stored<Vec<LineRow>> {
    const WAITING: &str = concat!(list!(waiting), " ORDER BY at, release_id LIMIT $1 OFFSET $2");
    const PUBLIC: &str = concat!(list!(public), " ORDER BY at DESC, release_id LIMIT $1 OFFSET $2");
    const ENDED: &str = concat!(
        "SELECT * FROM (",
        list!(ended),
        ") o ORDER BY at DESC, release_id LIMIT $1 OFFSET $2"
    );
    let sql = match list {
        PublicationList::Waiting => WAITING,
        PublicationList::Public => PUBLIC,
        PublicationList::Ended => ENDED,
    };
    Ok(sqlx::query_as(sql)
        .bind(i64::from(PAGE_LINES))
        .bind(i64::from(page.max(1) - 1) * i64::from(PAGE_LINES))
        .fetch_all(store.reader())
        .await?)
}

/// How many wait, are public, and no longer are.
pub async fn counts(store: &Store) -> Stored<[u64; 3]> {
    const COUNTS: &str = concat!(
        "SELECT (SELECT COUNT(*) FROM publication_waiting), (SELECT COUNT(*) FROM published), (SELECT COUNT(*) FROM (",
        list!(ended),
        ") o)"
    );
    let (waiting, public, ended): (i64, i64, i64) = sqlx::query_as(COUNTS).fetch_one(store.reader()).await?;
    Ok([waiting, public, ended].map(rows::count))
}

/// Whether a release was ever let into the library by two people.
pub async fn ever(conn: &mut AnyConnection, release_id: &str) -> Stored<bool> {
    const EVER: &str = "SELECT COUNT(*) FROM publication p JOIN publication_decision d ON d.publication_id = p.id \
         WHERE p.release_id = $1 AND d.kind = 'approved'";
    let approved: i64 = sqlx::query_scalar(EVER).bind(release_id).fetch_one(conn).await?;
    Ok(approved > 0)
}

/// What is in the library and should not be: the id of the release, and why. Days that pass and what people say later are
/// no fault of a publication.
pub async fn unsound(store: &Store) -> Stored<Vec<(String, String)>> {
    const UNSOUND: &str = "SELECT DISTINCT b.release_id, o.reason FROM published b \
         JOIN publication_obstacle o ON o.publication_id = b.publication_id AND o.step = 'approved' \
         WHERE o.rank IN (2, 4) \
         UNION SELECT b.release_id, 'one person proposed and approved it' FROM published b \
         WHERE b.proposed_by = b.decided_by ORDER BY 1, 2";
    Ok(sqlx::query_as(UNSOUND).fetch_all(store.reader()).await?)
}
