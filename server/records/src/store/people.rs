//! People logs, and how to reach the people in them.

use law::{person::Person, span::Spans};
use office::forms::Contact;
use sqlx::FromRow;

use super::{Store, Tx, rows};
use crate::fault::{Fault, Stored};

const TABLE: &str = "person";

/// A person as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Our id.
    pub id: String,
    /// The person, by pseudonym.
    pub person: Person,
    /// Counts its changes.
    pub version: i64,
    /// How many ways to reach them are known.
    pub contacts: i64,
}

#[derive(FromRow)]
struct Row {
    id: String,
    recording_id: String,
    content: String,
    version: i64,
    contacts: i64,
}

impl TryFrom<Row> for Logged {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let person: Person = serde_json::from_str(&row.content).map_err(|why| rows::corrupt(TABLE, &row.id, why))?;
        Ok(Self {
            person: Person {
                recording: row.recording_id,
                ..person
            },
            id: row.id,
            version: row.version,
            contacts: row.contacts,
        })
    }
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.recording_id, p.content, p.version, (SELECT COUNT(*) FROM person_contact c ",
            "WHERE c.person_id = p.id) AS contacts FROM person p ",
            $rest
        )
    };
}

/// A person by id.
///
/// # Errors
/// When the database cannot.
pub async fn find(store: &Store, id: &str) -> Stored<Option<Logged>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE p.id = $1"))
        .bind(id)
        .fetch_optional(store.reader())
        .await?;
    found.map(Logged::try_from).transpose()
}

/// The same inside a transaction, to be changed.
///
/// # Errors
/// When the database cannot.
pub async fn load(tx: &mut Tx, id: &str) -> Stored<Option<Logged>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE p.id = $1"))
        .bind(id)
        .fetch_optional(tx.conn())
        .await?;
    found.map(Logged::try_from).transpose()
}

const OF_RECORDING: &str = columns!("WHERE p.recording_id = $1 ORDER BY p.pseudonym");

/// Everybody in a recording's log, by pseudonym.
///
/// # Errors
/// When the database cannot.
pub async fn of_recording(store: &Store, recording_id: &str) -> Stored<Vec<Logged>> {
    let found: Vec<Row> = sqlx::query_as(OF_RECORDING)
        .bind(recording_id)
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(Logged::try_from).collect()
}

/// The same inside a transaction, for the gate.
///
/// # Errors
/// When the database cannot.
pub async fn of_recording_now(tx: &mut Tx, recording_id: &str) -> Stored<Vec<Logged>> {
    let found: Vec<Row> = sqlx::query_as(OF_RECORDING)
        .bind(recording_id)
        .fetch_all(tx.conn())
        .await?;
    found.into_iter().map(Logged::try_from).collect()
}

/// Adds a person to a log; `false` if the pseudonym is taken there.
///
/// # Errors
/// When the database cannot.
pub async fn insert(tx: &mut Tx, id: &str, person: &Person, at: i64, by: &str) -> Stored<bool> {
    const INSERT: &str = "INSERT INTO person (id, recording_id, pseudonym, police_affiliated_at, content, entered_at, \
         entered_by, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT DO NOTHING";
    let done = sqlx::query(INSERT)
        .bind(id)
        .bind(&person.recording)
        .bind(&person.pseudonym)
        .bind(person.police_affiliated.then_some(at))
        .bind(serde_json::to_string(person)?)
        .bind(at)
        .bind(by)
        .execute(tx.conn())
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    place(tx, id, person).await?;
    Ok(true)
}

/// Keeps what changed of a person; `false` if somebody else changed it since `version`.
///
/// # Errors
/// When the database cannot.
pub async fn save(tx: &mut Tx, id: &str, person: &Person, version: i64, at: i64) -> Stored<bool> {
    const SAVE: &str = "UPDATE person SET police_affiliated_at = $1, content = $2, version = version + 1 \
         WHERE id = $3 AND version = $4";
    let done = sqlx::query(SAVE)
        .bind(person.police_affiliated.then_some(at))
        .bind(serde_json::to_string(person)?)
        .bind(id)
        .bind(version)
        .execute(tx.conn())
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("DELETE FROM person_span WHERE person_id = $1")
        .bind(id)
        .execute(tx.conn())
        .await?;
    place(tx, id, person).await?;
    Ok(true)
}

/// Where the person is seen and heard, for the gate of the database.
async fn place(tx: &mut Tx, id: &str, person: &Person) -> Stored<()> {
    const PLACE: &str = "INSERT INTO person_span (person_id, sense, from_ms, to_ms) VALUES ($1, $2, $3, $4)";
    let senses: [(&str, &Spans); 2] = [("seen", &person.seen), ("heard", &person.heard)];
    for (sense, spans) in senses {
        for span in spans.iter() {
            sqlx::query(PLACE)
                .bind(id)
                .bind(sense)
                .bind(rows::ms(span.from_ms()))
                .bind(rows::ms(span.to_ms()))
                .execute(tx.conn())
                .await?;
        }
    }
    Ok(())
}

/// Keeps a way to reach a person, in place of an earlier one for the same receiver.
///
/// # Errors
/// When the database cannot.
pub async fn keep_contact(tx: &mut Tx, person_id: &str, contact: &Contact, at: i64) -> Stored<()> {
    const KEEP: &str = "INSERT INTO person_contact (person_id, receiver, content, updated_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (person_id, receiver) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at";
    sqlx::query(KEEP)
        .bind(person_id)
        .bind(contact.receiver.key())
        .bind(serde_json::to_string(contact)?)
        .bind(at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// How to reach a person. Whoever asks keeps that they did.
///
/// # Errors
/// When the database cannot.
pub async fn contacts(tx: &mut Tx, person_id: &str) -> Stored<Vec<Contact>> {
    let found: Vec<String> =
        sqlx::query_scalar("SELECT content FROM person_contact WHERE person_id = $1 ORDER BY receiver")
            .bind(person_id)
            .fetch_all(tx.conn())
            .await?;
    let read =
        |content: String| serde_json::from_str(&content).map_err(|why| rows::corrupt("person_contact", person_id, why));
    found.into_iter().map(read).collect()
}
