//! Notices, folded from what they say now.

use law::notice::Notice;
use sqlx::{AnyConnection, FromRow};
use statistics::{Totals, notice_counts};

use super::Tally;
use crate::{fault::Stored, store::rows};

/// A notice as it is now, with what it counted for when it was counted last.
#[derive(FromRow)]
pub(super) struct NoticeRow {
    pub(super) id: String,
    version: i64,
    content: String,
    tally_seq: Option<i64>,
    tally: Option<String>,
}

pub(super) async fn load(conn: &mut AnyConnection, ids: &[String], tallies: &str) -> Stored<Vec<NoticeRow>> {
    let sql = format!(
        "SELECT n.id, n.version, n.content, t.seq AS tally_seq, t.content AS tally FROM notice n \
         LEFT JOIN tally t ON t.subject = $1 AND t.subject_id = n.id WHERE n.id IN {} ORDER BY n.id",
        rows::list(2, ids.len())
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tallies);
    for id in ids {
        query = query.bind(id);
    }
    Ok(query.fetch_all(conn).await?)
}

impl NoticeRow {
    fn now(&self) -> Stored<Totals> {
        let notice: Notice =
            serde_json::from_str(&self.content).map_err(|why| rows::corrupt("notice", &self.id, why))?;
        Ok(notice_counts(&notice).into_iter().collect())
    }

    fn before(&self) -> Stored<Totals> {
        Ok(self
            .tally
            .as_deref()
            .map(serde_json::from_str)
            .transpose()?
            .unwrap_or_default())
    }

    /// Counts what it counts for now, less what it counted for.
    pub(super) fn fold(&self, totals: &mut Totals) -> Stored<Tally> {
        let now = self.now()?;
        totals.take(owned(&now));
        let less = owned(&self.before()?).into_iter().map(|(count, step)| (count, -step));
        totals.take(less.collect());
        Ok((self.id.clone(), self.version, serde_json::to_string(&now)?))
    }

    pub(super) fn counted(&self) -> Stored<statistics::Increments> {
        let is_newest = self.tally_seq == Some(self.version);
        Ok(owned(&if is_newest { self.now()? } else { self.before()? }))
    }
}

pub(super) fn owned(totals: &Totals) -> statistics::Increments {
    totals.rows().map(|(count, step)| (count.clone(), step)).collect()
}
