//! Who gets the daily mail of what is due, and what is due to them.

use law::{Date, clock::ClockId};
use office::{Lang, TrackingNumber};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// An account that the mail of a day has not been written to yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Receiver {
    pub id: String,
    pub email: String,
    pub language: Lang,
}

/// Accounts that work requests, want the mail, and have not been written to today. The first goes out on the day after the
/// account was made.
pub async fn receivers(store: &Store, today: Date) -> Stored<Vec<Receiver>> {
    const WAITING: &str = "SELECT s.id, s.email, s.daily_mail_language FROM staff s WHERE s.role = 'custodian' \
         AND s.disabled_at IS NULL AND s.password_hash <> '' AND s.daily_mail_off_at IS NULL AND s.created_on < $1 \
         AND NOT EXISTS (SELECT 1 FROM daily_mail d WHERE d.staff_id = s.id AND d.on_date = $1) ORDER BY s.id";
    let found: Vec<(String, String, Option<String>)> = sqlx::query_as(WAITING)
        .bind(today.to_string())
        .fetch_all(store.reader())
        .await?;
    let receiver = |(id, email, language): (String, String, Option<String>)| Receiver {
        id,
        email,
        language: language.as_deref().and_then(Lang::parse).unwrap_or(Lang::En),
    };
    Ok(found.into_iter().map(receiver).collect())
}

/// Keeps that an account is done for today; `false` if another worker was faster. What waits of earlier days is not sent any
/// more.
pub async fn claim(tx: &mut Tx, receiver: &Receiver, today: Date) -> Stored<bool> {
    const CLAIM: &str = "INSERT INTO daily_mail (staff_id, on_date) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    const OLD: &str =
        "DELETE FROM outbox WHERE kind = 'daily' AND recipient = $1 AND sent_at IS NULL AND lease_until IS NULL";
    let done = sqlx::query(CLAIM)
        .bind(&receiver.id)
        .bind(today.to_string())
        .execute(tx.conn().await?)
        .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(OLD).bind(&receiver.email).execute(tx.conn().await?).await?;
    sqlx::query("DELETE FROM daily_mail WHERE staff_id = $1 AND on_date < $2")
        .bind(&receiver.id)
        .bind(today.to_string())
        .execute(tx.conn().await?)
        .await?;
    Ok(true)
}

/// A request with something due: numbers and days alone, nothing of whoever filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// Its id.
    pub request_id: String,
    /// Its number.
    pub number: TrackingNumber,
    /// The clock whose day it is; `None`: the office's own day.
    pub clock: Option<ClockId>,
    /// The day.
    pub day: Date,
    /// Id of the account that has it.
    pub assigned_to: Option<String>,
}

/// A line as the database gives it.
type Found = (String, String, Option<String>, String, Option<String>);

/// Open requests of these accounts, and of nobody, on which the office owes an act by a day: the nearest first, so many at
/// most, and how many there are.
pub async fn due(store: &Store, own: &[String], last: Date, most: u32) -> Stored<(Vec<DueLine>, u64)> {
    let places = rows::list(2, own.len());
    let wanted = format!(
        "FROM records_request r WHERE r.closed_on IS NULL AND COALESCE(r.next_due, r.office_due) <= $1 \
         AND COALESCE(r.next_clock, '') <> 'C6' AND (r.assigned_to IN {places} OR r.assigned_to IS NULL \
         OR r.assigned_to NOT IN (SELECT h.id FROM staff h WHERE h.disabled_at IS NULL AND h.role = 'custodian'))"
    );
    let last = last.to_string();
    let count = format!("SELECT COUNT(*) {wanted}");
    let mut counted = sqlx::query_scalar(sqlx::AssertSqlSafe(count)).bind(&last);
    for id in own {
        counted = counted.bind(id);
    }
    let total: i64 = counted.fetch_one(store.reader()).await?;
    let lines = format!(
        "SELECT r.id, r.number, r.next_clock, COALESCE(r.next_due, r.office_due), r.assigned_to {wanted} \
         ORDER BY 4, r.received_at, r.id LIMIT {most}"
    );
    let mut asked = sqlx::query_as(sqlx::AssertSqlSafe(lines)).bind(&last);
    for id in own {
        asked = asked.bind(id);
    }
    let found: Vec<Found> = asked.fetch_all(store.reader()).await?;
    let line = |(request_id, number, clock, day, assigned_to): Found| {
        Ok(DueLine {
            number: rows::number(&number)?,
            clock: clock.as_deref().and_then(ClockId::parse),
            day: rows::day("records_request", &request_id, &day)?,
            request_id,
            assigned_to,
        })
    };
    Ok((found.into_iter().map(line).collect::<Stored<_>>()?, rows::count(total)))
}

/// Whether an account wants the mail.
pub async fn wants(store: &Store, id: &str) -> Stored<bool> {
    let off: Option<i64> = sqlx::query_scalar("SELECT daily_mail_off_at FROM staff WHERE id = $1")
        .bind(id)
        .fetch_optional(store.reader())
        .await?
        .flatten();
    Ok(off.is_none())
}

/// Keeps whether an account wants it, and in which language.
pub async fn choose(tx: &mut Tx, id: &str, on: bool, lang: Lang, now: i64) -> Stored<()> {
    sqlx::query("UPDATE staff SET daily_mail_off_at = $1, daily_mail_language = $2 WHERE id = $3")
        .bind((!on).then_some(now))
        .bind(lang.key())
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
