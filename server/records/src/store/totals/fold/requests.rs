//! Requests, folded from their docket.

use law::{Date, event::Event, request::Track};
use serde::Deserialize;
use sqlx::{AnyConnection, FromRow};
use statistics::{Entry, RequestTally, Totals};

use super::Tally;
use crate::{fault::Stored, store::rows};

/// A request with its tally and some of its docket, the docket as one JSON text: to read it row by row takes several times
/// as long.
#[derive(FromRow)]
pub(super) struct RequestRow {
    pub(super) id: String,
    track: String,
    division: Option<String>,
    tally: Option<String>,
    docket: Option<String>,
}

/// What counts of a docket row.
#[derive(Deserialize)]
pub(super) struct Line {
    seq: i64,
    on: Date,
    event: Event,
}

/// Docket rows after the last one that is counted.
pub(super) const UNCOUNTED: &str = "d.seq > COALESCE(t.seq, 0)";

/// Docket rows that are counted.
pub(super) const COUNTED: &str = "d.seq <= COALESCE(t.seq, 0)";

/// Both engines know `string_agg`, and keep the order given in it.
pub(super) async fn load(
    conn: &mut AnyConnection,
    ids: &[String],
    which: &str,
    tallies: &str,
) -> Stored<Vec<RequestRow>> {
    let sql = format!(
        "SELECT q.id, q.track, q.division, t.content AS tally, (SELECT '[' || \
             string_agg('{{\"seq\":' || d.seq || ',\"on\":\"' || d.on_date || '\",\"event\":' || d.event || '}}', ',' \
             ORDER BY d.seq) || ']' FROM docket d WHERE d.request_id = q.id AND {which}) AS docket \
         FROM records_request q LEFT JOIN tally t ON t.subject = $1 AND t.subject_id = q.id \
         WHERE q.id IN {} ORDER BY q.id",
        rows::list(2, ids.len())
    );
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tallies);
    for id in ids {
        query = query.bind(id);
    }
    Ok(query.fetch_all(conn).await?)
}

impl RequestRow {
    fn lines(&self) -> Stored<Vec<Line>> {
        let docket = self.docket.as_deref().unwrap_or("[]");
        serde_json::from_str(docket).map_err(|why| rows::corrupt("docket", &self.id, why))
    }

    fn entry<'a>(&'a self, track: Track, line: &'a Line) -> Entry<'a> {
        Entry {
            request: &self.id,
            track,
            division: self.division.as_deref(),
            day: line.on,
            event: &line.event,
        }
    }

    /// Counts what is not counted yet; the tally after it, where there was anything.
    pub(super) fn fold(&self, totals: &mut Totals) -> Stored<Option<Tally>> {
        let track = rows::track(&self.id, &self.track)?;
        let lines = self.lines()?;
        let mut tally: Option<RequestTally> = self.tally.as_deref().map(serde_json::from_str).transpose()?;
        if tally.is_none() {
            tally = totals.recount(lines.iter().map(|line| self.entry(track, line)));
        } else {
            for line in &lines {
                totals.count(&mut tally, &self.entry(track, line));
            }
        }
        let last = lines.last().zip(tally);
        last.map(|(line, tally)| Ok((self.id.clone(), line.seq, serde_json::to_string(&tally)?)))
            .transpose()
    }

    pub(super) fn recount(&self, totals: &mut Totals) -> Stored<()> {
        let track = rows::track(&self.id, &self.track)?;
        let lines = self.lines()?;
        totals.recount(lines.iter().map(|line| self.entry(track, line)));
        Ok(())
    }
}
