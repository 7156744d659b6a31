//! People logs, and how to reach the people in them.

use law::{Date, person::Person, span::Spans};
use office::forms::Contact;
use sqlx::{Any, AnyConnection, Executor, FromRow};

use super::{Store, Tx, rows, wishes};
use crate::fault::{Fault, Stored};

const TABLE: &str = "person";

/// A person as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPerson {
    /// Our id.
    pub id: String,
    /// The person, by pseudonym.
    pub person: Person,
    /// Counts its changes.
    pub version: i64,
    /// How many ways to reach them are known.
    pub contacts: i64,
    /// Why they were taken out of the log, if they were.
    pub taken_out: Option<String>,
}

#[derive(FromRow)]
struct Row {
    id: String,
    recording_id: String,
    content: String,
    version: i64,
    contacts: i64,
    taken_out: Option<String>,
}

impl TryFrom<Row> for StoredPerson {
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
            taken_out: row.taken_out,
        })
    }
}

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.recording_id, p.content, p.version, (SELECT COUNT(*) FROM person_contact c ",
            "WHERE c.person_id = p.id) AS contacts, t.reason AS taken_out FROM person p ",
            "LEFT JOIN person_taken_out t ON t.person_id = p.id ",
            $rest
        )
    };
}

/// A person by id.
pub async fn find(db: impl Executor<'_, Database = Any>, id: &str) -> Stored<Option<StoredPerson>> {
    let found: Option<Row> = sqlx::query_as(columns!("WHERE p.id = $1"))
        .bind(id)
        .fetch_optional(db)
        .await?;
    found.map(StoredPerson::try_from).transpose()
}

const OF_RECORDING: &str = columns!("WHERE p.recording_id = $1 ORDER BY p.pseudonym");

/// Everybody in a recording's log, by pseudonym, with those who were taken out of it.
pub async fn logged_in(db: impl Executor<'_, Database = Any>, recording_id: &str) -> Stored<Vec<StoredPerson>> {
    let found: Vec<Row> = sqlx::query_as(OF_RECORDING).bind(recording_id).fetch_all(db).await?;
    found.into_iter().map(StoredPerson::try_from).collect()
}

/// Everybody who is shown in a recording, by pseudonym.
pub async fn of_recording(db: impl Executor<'_, Database = Any>, recording_id: &str) -> Stored<Vec<StoredPerson>> {
    let mut logged = logged_in(db, recording_id).await?;
    logged.retain(|person| person.taken_out.is_none());
    Ok(logged)
}

/// Everybody who is shown in recordings, by pseudonym, in as many statements as in one.
pub async fn of_recordings(conn: &mut AnyConnection, recordings: &[&str]) -> Stored<Vec<StoredPerson>> {
    let of = |list: &str| {
        let all = columns!("");
        format!("{all}WHERE p.recording_id IN {list} AND t.person_id IS NULL ORDER BY p.pseudonym")
    };
    let found: Vec<Row> = rows::of_ids(conn, recordings, of).await?;
    found.into_iter().map(StoredPerson::try_from).collect()
}

/// Adds a person to a log; `false` if the pseudonym is taken there.
pub async fn insert(tx: &mut Tx, id: &str, person: &Person, at: i64, by: &str) -> Stored<bool> {
    const INSERT: &str = "INSERT INTO person (id, recording_id, pseudonym, police_affiliated_at, deceased_at, content, \
         entered_at, entered_by, version) SELECT $1, $2, $3, CAST($4 AS BIGINT), CAST($5 AS BIGINT), $6, \
         CAST($7 AS BIGINT), $8, 1 WHERE NOT EXISTS \
         (SELECT 1 FROM person WHERE recording_id = $2 AND pseudonym = $3) ON CONFLICT DO NOTHING";
    let done = sqlx::query(INSERT)
        .bind(id)
        .bind(&person.recording)
        .bind(&person.pseudonym)
        .bind(person.police_affiliated.then_some(at))
        .bind(person.deceased.then_some(at))
        .bind(serde_json::to_string(person)?)
        .bind(at)
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    place(tx, id, person).await?;
    Ok(true)
}

/// Takes somebody out of a log; `false` if somebody else changed it since `version`. The gate of the database asks no
/// notice of whoever is exempt; that they were taken out says why, here.
pub async fn take_out(
    tx: &mut Tx,
    id: &str,
    reason: &str,
    version: i64,
    by: &str,
    (at, on): (i64, Date),
) -> Stored<bool> {
    const OUT: &str = "UPDATE person SET police_affiliated_at = COALESCE(police_affiliated_at, $1), \
         deceased_at = NULL, version = version + 1 WHERE id = $2 AND version = $3";
    const TAKEN: &str = "INSERT INTO person_taken_out (person_id, reason, at, on_date, taken_out_by) \
         VALUES ($1, $2, $3, $4, $5)";
    sqlx::query(TAKEN)
        .bind(id)
        .bind(reason)
        .bind(at)
        .bind(on.to_string())
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    wishes::end_of_person(tx, id).await?;
    let done = sqlx::query(OUT)
        .bind(at)
        .bind(id)
        .bind(version)
        .execute(tx.conn().await?)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Since when something is known: since the first time, as long as it is.
const SAVE: &str = "UPDATE person SET \
     police_affiliated_at = CASE WHEN $1 = 1 THEN COALESCE(police_affiliated_at, $5) END, \
     deceased_at = CASE WHEN $2 = 1 THEN COALESCE(deceased_at, $5) END, \
     content = $3, version = version + 1 WHERE id = $4 AND version = $6";

/// Keeps what changed of a person; `false` if somebody else changed it since `version`. Where they are shown is entered
/// anew only if it changed: the database refuses that once a notice rests on it.
///
/// # Errors
/// When the database cannot, or refuses.
pub async fn save(tx: &mut Tx, known: &StoredPerson, person: &Person, version: i64, at: i64) -> Stored<bool> {
    let id = &known.id;
    let done = sqlx::query(SAVE)
        .bind(i64::from(person.police_affiliated))
        .bind(i64::from(person.deceased))
        .bind(serde_json::to_string(person)?)
        .bind(id)
        .bind(at)
        .bind(version)
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    if person.seen == known.person.seen && person.heard == known.person.heard {
        return Ok(true);
    }
    sqlx::query("DELETE FROM person_span WHERE person_id = $1")
        .bind(id)
        .execute(tx.conn().await?)
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
                .execute(tx.conn().await?)
                .await?;
        }
    }
    Ok(())
}

/// Keeps a way to reach a person, in place of an earlier one for the same receiver.
pub async fn keep_contact(tx: &mut Tx, person_id: &str, contact: &Contact, at: i64) -> Stored<()> {
    const VERSION: &str = "INSERT INTO person_contact_version (person_id, receiver, no, content, kept_from, kept_until) \
         SELECT c.person_id, c.receiver, COALESCE((SELECT MAX(v.no) FROM person_contact_version v \
             WHERE v.person_id = c.person_id AND v.receiver = c.receiver), 0) + 1, c.content, c.updated_at, \
             CAST($1 AS BIGINT) FROM person_contact c WHERE c.person_id = $2 AND c.receiver = $3 AND c.content <> $4";
    const KEEP: &str = "INSERT INTO person_contact (person_id, receiver, content, updated_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (person_id, receiver) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at";
    let content = serde_json::to_string(contact)?;
    sqlx::query(VERSION)
        .bind(at)
        .bind(person_id)
        .bind(contact.receiver.key())
        .bind(&content)
        .execute(tx.conn().await?)
        .await?;
    sqlx::query(KEEP)
        .bind(person_id)
        .bind(contact.receiver.key())
        .bind(content)
        .bind(at)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// How a person was reached before, with the instant until which each way stood, the newest first. Whoever asks keeps that
/// they did.
pub async fn earlier_contacts(db: impl Executor<'_, Database = Any>, person_id: &str) -> Stored<Vec<(i64, Contact)>> {
    const EARLIER: &str = "SELECT kept_until, content FROM person_contact_version WHERE person_id = $1 \
         ORDER BY kept_until DESC, receiver";
    let found: Vec<(i64, String)> = sqlx::query_as(EARLIER).bind(person_id).fetch_all(db).await?;
    let read = |(until, content): (i64, String)| {
        let contact =
            serde_json::from_str(&content).map_err(|why| rows::corrupt("person_contact_version", person_id, why))?;
        Ok((until, contact))
    };
    found.into_iter().map(read).collect()
}

/// How to reach a person. Whoever asks keeps that they did.
pub async fn contacts(db: impl Executor<'_, Database = Any>, person_id: &str) -> Stored<Vec<Contact>> {
    let found: Vec<String> =
        sqlx::query_scalar("SELECT content FROM person_contact WHERE person_id = $1 ORDER BY receiver")
            .bind(person_id)
            .fetch_all(db)
            .await?;
    let read =
        |content: String| serde_json::from_str(&content).map_err(|why| rows::corrupt("person_contact", person_id, why));
    found.into_iter().map(read).collect()
}

/// The ids of people of whom the database keeps something else beside their line of the log than it says.
pub async fn differing(store: &Store) -> Stored<Vec<String>> {
    const PAGE: &str = "SELECT p.id, p.content, COALESCE(p.police_affiliated_at, 0), COALESCE(p.deceased_at, 0), \
         (SELECT COUNT(*) FROM person_span s WHERE s.person_id = p.id AND s.sense = 'seen'), \
         (SELECT COUNT(*) FROM person_span s WHERE s.person_id = p.id AND s.sense = 'heard') \
         FROM person p WHERE p.id > $1 AND p.id NOT IN (SELECT t.person_id FROM person_taken_out t) ORDER BY p.id LIMIT 1000";
    let agrees = |(_, content, police, deceased, seen, heard): &(String, String, i64, i64, i64, i64)| {
        serde_json::from_str::<Person>(content).is_ok_and(|person| {
            let spans = |spans: &Spans| spans.iter().count() as u64;
            (person.police_affiliated, person.deceased) == (*police > 0, *deceased > 0)
                && (spans(&person.seen), spans(&person.heard)) == (rows::count(*seen), rows::count(*heard))
        })
    };
    let (mut after, mut differing) = (String::new(), Vec::new());
    loop {
        let page: Vec<(String, String, i64, i64, i64, i64)> =
            sqlx::query_as(PAGE).bind(&after).fetch_all(store.reader()).await?;
        let Some(last) = page.last() else {
            return Ok(differing);
        };
        after.clone_from(&last.0);
        differing.extend(page.into_iter().filter(|one| !agrees(one)).map(|one| one.0));
    }
}
