//! Between text columns and typed values. A row's shape ends here.

use std::fmt::Write as _;

use law::{
    Date,
    request::{Media, Stage, Track},
};
use office::{Lang, TrackingNumber};
use sqlx::{AnyConnection, FromRow, any::AnyRow};

use crate::fault::{Fault, Stored};

/// `($1, $2), ($3, $4)`: the placeholders of an insert of several rows.
pub fn values(rows: usize, columns: usize) -> String {
    let mut list = String::with_capacity(rows * columns * 5);
    for row in 0..rows {
        list.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns {
            let comma = if column == 0 { "" } else { ", " };
            let _ = write!(list, "{comma}${}", row * columns + column + 1);
        }
        list.push(')');
    }
    list
}

/// At most so many ids are asked for by one statement.
pub const MOST_IDS: usize = 500;

/// `($2, $3, $4)`: so many placeholders, the first of this number.
pub fn list(first: usize, length: usize) -> String {
    let mut list = "(".to_owned();
    for number in first..first + length {
        let comma = if number == first { "" } else { ", " };
        let _ = write!(list, "{comma}${number}");
    }
    list.push(')');
    list
}

/// The rows of these ids, in as few statements as may be. `sql` makes the statement from the placeholders of its `IN`; each of its
/// statements has at most [`MOST_IDS`] of them.
///
/// # Errors
/// [`Fault::Database`].
pub async fn of_ids<R>(conn: &mut AnyConnection, ids: &[&str], sql: impl Fn(&str) -> String) -> Stored<Vec<R>>
where
    R: for<'r> FromRow<'r, AnyRow> + Send + Unpin,
{
    let mut all = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MOST_IDS) {
        let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql(&list(1, ids.len()))));
        for id in ids {
            query = query.bind(*id);
        }
        all.extend(query.fetch_all(&mut *conn).await?);
    }
    Ok(all)
}

/// A column that holds something else than it should.
pub fn corrupt(table: &'static str, id: &str, why: impl std::fmt::Display) -> Fault {
    Fault::Corrupt {
        table,
        id: id.to_owned(),
        why: why.to_string(),
    }
}

/// A legal day.
pub fn day(table: &'static str, id: &str, text: &str) -> Stored<Date> {
    text.parse().map_err(|_| corrupt(table, id, "not a day"))
}

/// A legal day that may be missing.
pub fn day_or_none(table: &'static str, id: &str, text: Option<&str>) -> Stored<Option<Date>> {
    text.map(|text| day(table, id, text)).transpose()
}

/// A value known by its key.
pub fn known<T>(table: &'static str, id: &str, key: &str, read: impl Fn(&str) -> Option<T>) -> Stored<T> {
    read(key).ok_or_else(|| corrupt(table, id, "an unknown key"))
}

/// A tracking number, in its canonical form.
pub fn number(text: &str) -> Stored<TrackingNumber> {
    TrackingNumber::parse(text).map_err(|_| corrupt("records_request", text, "not a tracking number"))
}

/// A stage.
pub fn stage(id: &str, key: &str) -> Stored<Stage> {
    known("records_request", id, key, Stage::parse)
}

/// A track.
pub fn track(id: &str, key: &str) -> Stored<Track> {
    known("records_request", id, key, Track::parse)
}

/// Kinds of camera as one text.
pub fn media_text(media: &[Media]) -> String {
    media.iter().map(|kind| kind.key()).collect::<Vec<_>>().join(",")
}

/// Kinds of camera from one text.
pub fn media(id: &str, text: &str) -> Stored<Vec<Media>> {
    text.split(',')
        .map(|key| known("records_request", id, key, Media::parse))
        .collect()
}

/// A language.
pub fn lang(table: &'static str, id: &str, key: &str) -> Stored<Lang> {
    known(table, id, key, Lang::parse)
}

/// Milliseconds of a recording, of which a hundred hours at most.
pub fn ms(at: u64) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// A count, which is never negative.
pub fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_count_through_all_rows() {
        assert_eq!(super::values(2, 3), "($1, $2, $3), ($4, $5, $6)");
    }
}
