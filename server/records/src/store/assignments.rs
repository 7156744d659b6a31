//! Who has a request, and who stands in for whom.

use law::Date;
use office::views::Assignee;

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// An assignment to be kept.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct New<'a> {
    pub request_id: &'a str,
    /// `None`: nobody has it from then on.
    pub staff_id: Option<&'a str>,
    pub note: &'a str,
    pub at: i64,
    pub on: Date,
    pub by: &'a str,
}

/// Gives a request to somebody; `false` if they have it already and nothing is noted.
pub async fn assign(tx: &mut Tx, new: New<'_>) -> Stored<bool> {
    const GIVE: &str = "UPDATE records_request SET assigned_to = $1 WHERE id = $2 \
         AND (COALESCE(assigned_to, '') <> COALESCE($1, '') OR $3 <> '')";
    const KEEP: &str = "INSERT INTO assignment (request_id, no, staff_id, at, on_date, assigned_by) \
         SELECT $1, COALESCE(MAX(no), 0) + 1, $2, CAST($3 AS BIGINT), $4, $5 FROM assignment WHERE request_id = $1";
    const NOTE: &str = "INSERT INTO assignment_note (request_id, no, words) \
         SELECT $1, MAX(no), $2 FROM assignment WHERE request_id = $1";
    let given = sqlx::query(GIVE)
        .bind(new.staff_id)
        .bind(new.request_id)
        .bind(new.note)
        .execute(tx.conn().await?)
        .await?;
    if given.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(KEEP)
        .bind(new.request_id)
        .bind(new.staff_id)
        .bind(new.at)
        .bind(new.on.to_string())
        .bind(new.by)
        .execute(tx.conn().await?)
        .await?;
    if !new.note.is_empty() {
        sqlx::query(NOTE)
            .bind(new.request_id)
            .bind(new.note)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(true)
}

/// An assignment as kept: day, ids of who was given it and of who gave it, note.
pub type Kept = (Date, Option<String>, String, String);

/// Who had a request, newest first.
pub async fn of_request(store: &Store, request_id: &str) -> Stored<Vec<Kept>> {
    let found: Vec<(String, Option<String>, String, String)> = sqlx::query_as(
        "SELECT a.on_date, a.staff_id, a.assigned_by, COALESCE(n.words, '') FROM assignment a \
         LEFT JOIN assignment_note n ON n.request_id = a.request_id AND n.no = a.no \
         WHERE a.request_id = $1 ORDER BY a.no DESC",
    )
    .bind(request_id)
    .fetch_all(store.reader())
    .await?;
    let read = |(on, to, by, note): (String, _, _, _)| Ok((rows::day("assignment", request_id, &on)?, to, by, note));
    found.into_iter().map(read).collect()
}

/// Enabled accounts that work requests, by name, with their absence of today.
pub async fn assignees(store: &Store, today: Date) -> Stored<Vec<Assignee>> {
    const ALL: &str = "SELECT s.id, s.name, a.last_day, c.name FROM staff s \
         LEFT JOIN staff_absence a ON a.staff_id = s.id AND a.first_day <= $1 AND a.last_day >= $1 \
         LEFT JOIN staff c ON c.id = a.cover_id \
         WHERE s.disabled_at IS NULL AND s.role = 'custodian' ORDER BY s.name, s.id, a.last_day DESC";
    let found: Vec<(String, String, Option<String>, Option<String>)> = sqlx::query_as(ALL)
        .bind(today.to_string())
        .fetch_all(store.reader())
        .await?;
    let mut assignees: Vec<Assignee> = Vec::with_capacity(found.len());
    for (id, name, last_day, cover) in found {
        if assignees.last().is_some_and(|last| last.id == id) {
            continue;
        }
        let last_day = rows::day_or_none("staff_absence", &id, last_day.as_deref())?;
        let away = last_day.map(|day| (day, cover));
        assignees.push(Assignee { id, name, away });
    }
    Ok(assignees)
}

/// Ids and names of those for whom an account stands in today.
pub async fn stands_in_for(store: &Store, staff_id: &str, today: Date) -> Stored<Vec<(String, String)>> {
    const FOR: &str = "SELECT DISTINCT s.id, s.name FROM staff_absence a JOIN staff s ON s.id = a.staff_id \
         WHERE a.cover_id = $1 AND a.first_day <= $2 AND a.last_day >= $2 ORDER BY s.name";
    Ok(sqlx::query_as(FOR)
        .bind(staff_id)
        .bind(today.to_string())
        .fetch_all(store.reader())
        .await?)
}

/// An absence as kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct AbsenceRow {
    pub id: String,
    pub staff_id: String,
    pub who: String,
    pub first_day: Date,
    pub last_day: Date,
    pub cover: Option<String>,
}

/// Absences that run or are to come, the nearest first.
pub async fn absences(store: &Store, today: Date) -> Stored<Vec<AbsenceRow>> {
    const ALL: &str = "SELECT a.id, a.staff_id, s.name, a.first_day, a.last_day, c.name FROM staff_absence a \
         JOIN staff s ON s.id = a.staff_id LEFT JOIN staff c ON c.id = a.cover_id \
         WHERE a.last_day >= $1 ORDER BY a.first_day, s.name";
    type Found = (String, String, String, String, String, Option<String>);
    let found: Vec<Found> = sqlx::query_as(ALL)
        .bind(today.to_string())
        .fetch_all(store.reader())
        .await?;
    let read = |(id, staff_id, who, first, last, cover): Found| {
        Ok(AbsenceRow {
            first_day: rows::day("staff_absence", &id, &first)?,
            last_day: rows::day("staff_absence", &id, &last)?,
            id,
            staff_id,
            who,
            cover,
        })
    };
    found.into_iter().map(read).collect()
}

/// An absence to be kept.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct NewAbsenceRow<'a> {
    pub id: &'a str,
    pub staff_id: &'a str,
    pub first_day: Date,
    pub last_day: Date,
    pub cover_id: Option<&'a str>,
    pub at: i64,
    pub by: &'a str,
}

/// Keeps an absence.
pub async fn keep_absence(tx: &mut Tx, new: NewAbsenceRow<'_>) -> Stored<()> {
    const KEEP: &str = "INSERT INTO staff_absence (id, staff_id, first_day, last_day, cover_id, entered_at, entered_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    sqlx::query(KEEP)
        .bind(new.id)
        .bind(new.staff_id)
        .bind(new.first_day.to_string())
        .bind(new.last_day.to_string())
        .bind(new.cover_id)
        .bind(new.at)
        .bind(new.by)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Ends an absence from a day on: the day before is its last.
pub async fn end_absence(tx: &mut Tx, id: &str, today: Date) -> Stored<()> {
    let last = today.yesterday().unwrap_or(today);
    sqlx::query("UPDATE staff_absence SET last_day = $1 WHERE id = $2 AND last_day > $1")
        .bind(last.to_string())
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
