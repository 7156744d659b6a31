//! Coverage sheets of requests: only added to.

use law::{Date, coverage::CoverageLine};
use sqlx::{Any, Executor};

use super::{Tx, rows};
use crate::fault::Stored;

/// A sheet as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Sheet {
    pub no: i64,
    pub on: Date,
    pub by: String,
    pub lines: Vec<CoverageLine>,
}

/// The newest sheet of a request.
pub async fn newest(db: impl Executor<'_, Database = Any>, request_id: &str) -> Stored<Option<Sheet>> {
    const NEWEST: &str = "SELECT no, on_date, entered_by, content FROM coverage_sheet WHERE request_id = $1 \
         ORDER BY no DESC LIMIT 1";
    let found: Option<(i64, String, String, String)> =
        sqlx::query_as(NEWEST).bind(request_id).fetch_optional(db).await?;
    let read = |(no, on, by, content): (i64, String, String, String)| {
        Ok(Sheet {
            no,
            on: rows::day("coverage_sheet", request_id, &on)?,
            by,
            lines: serde_json::from_str(&content).map_err(|why| rows::corrupt("coverage_sheet", request_id, why))?,
        })
    };
    found.map(read).transpose()
}

/// Keeps a sheet and its gaps.
pub async fn keep(tx: &mut Tx, request_id: &str, sheet: &Sheet, at: i64) -> Stored<()> {
    const KEEP: &str = "INSERT INTO coverage_sheet (request_id, no, at, on_date, entered_by, content) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    const GAP: &str = "INSERT INTO coverage_gap (request_id, no, line, reason) VALUES ($1, $2, $3, $4)";
    sqlx::query(KEEP)
        .bind(request_id)
        .bind(sheet.no)
        .bind(at)
        .bind(sheet.on.to_string())
        .bind(&sheet.by)
        .bind(serde_json::to_string(&sheet.lines)?)
        .execute(tx.conn().await?)
        .await?;
    for (line, reason) in (1_i64..)
        .zip(&sheet.lines)
        .filter_map(|(no, line)| Some((no, line.gap?)))
    {
        sqlx::query(GAP)
            .bind(request_id)
            .bind(sheet.no)
            .bind(line)
            .bind(reason.key())
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}
