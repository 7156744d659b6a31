//! The register of recordings.

use law::{
    Date,
    closeness::{Recorded, Tie},
    recording::{LocationKind, RecordingStatus, Scene},
    request::Media,
    retention::DeletionBar,
};
use serde::{Deserialize, Serialize};
use sqlx::{Any, AnyConnection, Executor, FromRow};

use super::{Store, Tx, rows};
use crate::fault::{Fault, Stored};

pub mod imports;
mod keeps;
mod links;
mod search;

pub use keeps::{HeldRecording, all_held, held_by, keeps};
pub use links::{Link, LinkChange, asked_about, change_link, in_order, is_linked, link, of_request, requests_of};
pub use search::{Filter, page};

const TABLE: &str = "recording";

/// A recording. As JSON it is kept only while an import is on its way: a new field needs a default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// Our id.
    pub id: String,
    /// Its number in the evidence system.
    pub source_id: String,
    /// Kind of camera.
    pub camera: Media,
    /// Who wore the camera or drove, as the evidence system writes it.
    pub officer: String,
    /// Key of the division, where the profile knows it.
    pub division: Option<String>,
    /// The unit as the evidence system writes it.
    pub unit: Option<String>,
    /// Beginning, in microseconds since 1970.
    pub started_at: i64,
    /// End, in microseconds since 1970.
    pub ended_at: i64,
    /// Beginning in the agency's time zone, `YYYY-MM-DDTHH:MM`.
    pub recorded_from: String,
    /// End in the agency's time zone, `YYYY-MM-DDTHH:MM`.
    pub recorded_to: String,
    /// When the evidence system got it, in microseconds since 1970.
    pub uploaded_at: Option<i64>,
    /// Where.
    pub place: String,
    /// Number of the incident.
    pub incident_number: Option<String>,
    /// Its category in the evidence system; none while nobody has classified it.
    pub category: Option<String>,
    /// Where it was made, in law.
    pub location: LocationKind,
    /// Since when it is known to show a crime scene with a deceased person (610.205).
    pub crime_scene_at: Option<i64>,
    /// Legal status.
    pub status: RecordingStatus,
    /// When its people log was declared complete.
    pub people_logged_at: Option<i64>,
    /// Day on which the evidence system deleted it.
    pub deleted_on: Option<Date>,
    /// When it was entered here, in microseconds since 1970.
    pub entered_at: i64,
    /// Its day.
    pub entered_on: Date,
    /// By whom; none for the operator's import.
    pub entered_by: Option<String>,
    /// Counts its changes.
    pub version: i64,
}

impl Recording {
    /// Length in milliseconds.
    pub fn length_ms(&self) -> u64 {
        rows::count(self.ended_at - self.started_at) / 1_000
    }

    /// What notices depend on.
    pub const fn scene(&self) -> Scene {
        Scene {
            location: self.location,
            crime_scene_of_deceased: self.crime_scene_at.is_some(),
        }
    }

    /// The agency's day on which it began.
    ///
    /// # Errors
    /// When the row does not make sense.
    pub fn recorded_on(&self) -> Stored<Date> {
        rows::day(TABLE, &self.id, self.recorded_from.get(..10).unwrap_or_default())
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    source_id: String,
    camera: String,
    officer: String,
    division: Option<String>,
    unit: Option<String>,
    started_at: i64,
    ended_at: i64,
    recorded_from: String,
    recorded_to: String,
    uploaded_at: Option<i64>,
    place: String,
    incident_number: Option<String>,
    category: Option<String>,
    location_kind: String,
    crime_scene_at: Option<i64>,
    status: String,
    people_logged_at: Option<i64>,
    deleted_on: Option<String>,
    entered_at: i64,
    entered_on: String,
    entered_by: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Recording {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let id = &row.id;
        Ok(Self {
            camera: rows::known(TABLE, id, &row.camera, Media::parse)?,
            location: rows::known(TABLE, id, &row.location_kind, LocationKind::parse)?,
            status: serde_json::from_str(&row.status).map_err(|error| rows::corrupt(TABLE, id, error))?,
            deleted_on: rows::day_or_none(TABLE, id, row.deleted_on.as_deref())?,
            entered_on: rows::day(TABLE, id, &row.entered_on)?,
            source_id: row.source_id,
            officer: row.officer,
            division: row.division,
            unit: row.unit,
            started_at: row.started_at,
            ended_at: row.ended_at,
            recorded_from: row.recorded_from,
            recorded_to: row.recorded_to,
            uploaded_at: row.uploaded_at,
            place: row.place,
            incident_number: row.incident_number,
            category: row.category,
            crime_scene_at: row.crime_scene_at,
            people_logged_at: row.people_logged_at,
            entered_at: row.entered_at,
            entered_by: row.entered_by,
            version: row.version,
            id: row.id,
        })
    }
}

/// Every column, for a statement that names the table `r`.
macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.source_id, r.camera, r.officer, r.division, r.unit, r.started_at, r.ended_at, ",
            "r.recorded_from, r.recorded_to, r.uploaded_at, r.place, r.incident_number, r.category, r.location_kind, ",
            "r.crime_scene_at, r.status, r.people_logged_at, d.on_date AS deleted_on, r.entered_at, r.entered_on, ",
            "r.entered_by, r.version FROM recording r LEFT JOIN deleted_recording d ON d.recording_id = r.id ",
            $rest
        )
    };
}
use columns;

fn recordings(found: Vec<Row>) -> Stored<Vec<Recording>> {
    found.into_iter().map(Recording::try_from).collect()
}

/// A recording by its id.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<Recording>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE r.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?;
    found.map(Recording::try_from).transpose()
}

/// Recordings by their ids, in as many statements as one.
pub async fn with_ids(conn: &mut AnyConnection, ids: &[&str]) -> Stored<Vec<Recording>> {
    let of = |list: &str| {
        let all = columns!("");
        format!("{all}WHERE r.id IN {list}")
    };
    recordings(rows::of_ids(conn, ids, of).await?)
}

/// Other recordings of the same incident, each with why, by time; at most so many as a page shows.
pub async fn together(store: &Store, recording: &Recording) -> Stored<Vec<(Recording, Tie)>> {
    const MOST: usize = 30;
    /// A recording that overlaps began at most so long before: a day, in microseconds.
    const LONGEST: i64 = 86_400_000_000;
    let recorded = |of: &Recording| {
        let (started_at, ended_at) = (of.started_at, of.ended_at);
        move |other: &Recording| other.started_at < ended_at && started_at < other.ended_at
    };
    let same: Vec<Row> = match &recording.incident_number {
        Some(incident) => {
            sqlx::query_as(columns!(
                "WHERE r.incident_number = $1 AND r.id <> $2 ORDER BY r.started_at LIMIT 30"
            ))
            .bind(incident)
            .bind(&recording.id)
            .fetch_all(store.reader())
            .await?
        }
        None => Vec::new(),
    };
    let beside: Vec<Row> = sqlx::query_as(columns!(
        "WHERE r.started_at < $1 AND r.started_at > $2 AND r.ended_at > $3 AND r.id <> $4 ORDER BY r.started_at LIMIT 300"
    ))
    .bind(recording.ended_at)
    .bind(recording.started_at - LONGEST)
    .bind(recording.started_at)
    .bind(&recording.id)
    .fetch_all(store.reader())
    .await?;
    let own = tied(recording);
    let mut found: Vec<(Recording, Tie)> = Vec::new();
    for other in recordings(same)?
        .into_iter()
        .chain(recordings(beside)?.into_iter().filter(recorded(recording)))
    {
        if let Some(tie) = own.tie(&tied(&other))
            && !found.iter().any(|(known, _)| known.id == other.id)
        {
            found.push((other, tie));
        }
    }
    found.sort_by(|(one, _), (two, _)| (one.started_at, &one.source_id).cmp(&(two.started_at, &two.source_id)));
    found.truncate(MOST);
    Ok(found)
}

fn tied(recording: &Recording) -> Recorded<'_> {
    Recorded {
        incident: recording.incident_number.as_deref(),
        place: &recording.place,
        officer: &recording.officer,
        started_at: recording.started_at,
        ended_at: recording.ended_at,
    }
}

/// The id of a recording by its number in the evidence system: asked within a transaction, so that nobody registers it
/// in between.
pub async fn id_of(tx: &mut Tx, source_id: &str) -> Stored<Option<String>> {
    Ok(sqlx::query_scalar("SELECT id FROM recording WHERE source_id = $1")
        .bind(source_id)
        .fetch_optional(tx.conn().await?)
        .await?)
}

/// Whether a recording of this number is registered, or will be by an import that was accepted.
pub async fn exists(tx: &mut Tx, source_id: &str) -> Stored<bool> {
    Ok(id_of(tx, source_id).await?.is_some() || imports::is_underway(tx, source_id).await?)
}

const COLUMNS: usize = 24;

/// Registers recordings, each as version 1. Ask [`exists`] first.
///
/// # Errors
/// When the database cannot; a unique violation where a number is registered.
pub async fn insert_all(tx: &mut Tx, new: &[Recording]) -> Stored<()> {
    let sql = format!(
        "INSERT INTO recording (id, source_id, camera, officer, division, unit, started_at, ended_at, recorded_from, \
         recorded_to, uploaded_at, place, incident_number, category, location_kind, crime_scene_at, status, \
         status_kind, underlying_kind, people_logged_at, entered_at, entered_on, entered_by, version) VALUES {}",
        rows::values(new.len(), COLUMNS)
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for one in new {
        query = query
            .bind(&one.id)
            .bind(&one.source_id)
            .bind(one.camera.key())
            .bind(&one.officer)
            .bind(one.division.as_deref())
            .bind(one.unit.as_deref())
            .bind(one.started_at)
            .bind(one.ended_at)
            .bind(&one.recorded_from)
            .bind(&one.recorded_to)
            .bind(one.uploaded_at)
            .bind(&one.place)
            .bind(one.incident_number.as_deref())
            .bind(one.category.as_deref())
            .bind(one.location.key())
            .bind(one.crime_scene_at)
            .bind(serde_json::to_string(&one.status)?)
            .bind(one.status.kind().key())
            .bind(one.status.underlying().kind().key())
            .bind(one.people_logged_at)
            .bind(one.entered_at)
            .bind(one.entered_on.to_string())
            .bind(one.entered_by.as_deref())
            .bind(1_i64);
    }
    query.execute(tx.conn().await?).await?;
    Ok(())
}

const SAVE: &str = "UPDATE recording SET location_kind = $1, crime_scene_at = $2, status = $3, status_kind = $4, \
     underlying_kind = $5, people_logged_at = $6, category = $7, incident_number = $8, version = version + 1 \
     WHERE id = $9 AND version = $10";

/// Keeps what may change of a recording: place in law, crime scene, status, people log, category, incident. `false` if
/// somebody else changed it since `version`.
pub async fn save(tx: &mut Tx, changed: &Recording) -> Stored<bool> {
    let done = sqlx::query(SAVE)
        .bind(changed.location.key())
        .bind(changed.crime_scene_at)
        .bind(serde_json::to_string(&changed.status)?)
        .bind(changed.status.kind().key())
        .bind(changed.status.underlying().kind().key())
        .bind(changed.people_logged_at)
        .bind(changed.category.as_deref())
        .bind(changed.incident_number.as_deref())
        .bind(&changed.id)
        .bind(changed.version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Holds a recording still until the end of the transaction, so that of two who decide about it at once the second
/// sees what the first did.
pub async fn hold_still(tx: &mut Tx, id: &str) -> Stored<()> {
    sqlx::query("UPDATE recording SET version = version WHERE id = $1")
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// What the evidence system deleted.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Deletion<'a> {
    pub recording_id: &'a str,
    pub on: Date,
    pub rule: &'a str,
    pub at: i64,
    pub by: &'a str,
}

/// Keeps a deletion. The database refuses it while anything holds the recording.
///
/// # Errors
/// When the database cannot, or refuses.
pub async fn delete(tx: &mut Tx, deletion: &Deletion<'_>) -> Stored<()> {
    const DELETE: &str =
        "INSERT INTO deletion (recording_id, on_date, rule, recorded_at, recorded_by) VALUES ($1, $2, $3, $4, $5)";
    sqlx::query(DELETE)
        .bind(deletion.recording_id)
        .bind(deletion.on.to_string())
        .bind(deletion.rule)
        .bind(deletion.at)
        .bind(deletion.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Keeps that the evidence system deleted what had to be kept.
pub async fn delete_in_breach(tx: &mut Tx, deletion: &Deletion<'_>, kept_for: &DeletionBar) -> Stored<()> {
    const BREACH: &str = "INSERT INTO deletion_breach (recording_id, on_date, rule, kept_for, recorded_at, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    sqlx::query(BREACH)
        .bind(deletion.recording_id)
        .bind(deletion.on.to_string())
        .bind(deletion.rule)
        .bind(serde_json::to_string(kept_for)?)
        .bind(deletion.at)
        .bind(deletion.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Why a recording had to be kept when it was deleted all the same.
pub async fn breach(store: &Store, id: &str) -> Stored<Option<DeletionBar>> {
    let kept_for: Option<String> = sqlx::query_scalar("SELECT kept_for FROM deletion_breach WHERE recording_id = $1")
        .bind(id)
        .fetch_optional(store.reader())
        .await?;
    let read =
        |kept_for: String| serde_json::from_str(&kept_for).map_err(|why| rows::corrupt("deletion_breach", id, why));
    kept_for.map(read).transpose()
}

/// The newest day on which a recording is known to have been there: it was entered, or linked to a request.
pub async fn still_there(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<Date>> {
    const NEWEST: &str = "SELECT MAX(d.on_date) FROM (SELECT entered_on AS on_date FROM recording WHERE id = $1 \
         UNION ALL SELECT linked_on FROM request_recording WHERE recording_id = $1) d";
    let found: Option<String> = sqlx::query_scalar(NEWEST).bind(id).fetch_one(db).await?;
    rows::day_or_none(TABLE, id, found.as_deref())
}
