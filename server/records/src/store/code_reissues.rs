//! New access codes that staff gave out, and what showed that the request is theirs.

use office::views::{CodeGround, CodeReissueView};

use super::{Store, Tx, rows};
use crate::fault::Stored;

/// Keeps what was shown before a code was given out, with the entry of the docket that says so.
pub async fn add(tx: &mut Tx, request_id: &str, docket_seq: i64, ground: CodeGround, note: &str) -> Stored<()> {
    sqlx::query("INSERT INTO code_reissue (request_id, docket_seq, ground, note) VALUES ($1, $2, $3, $4)")
        .bind(request_id)
        .bind(docket_seq)
        .bind(ground.key())
        .bind(note)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Codes of a request that were given out, the oldest first.
pub async fn of(store: &Store, request_id: &str) -> Stored<Vec<CodeReissueView>> {
    const OF: &str = "SELECT c.ground, c.note, d.on_date, s.name FROM code_reissue c \
         JOIN docket d ON d.request_id = c.request_id AND d.seq = c.docket_seq \
         JOIN staff s ON s.id = d.staff_id WHERE c.request_id = $1 ORDER BY c.docket_seq";
    let found: Vec<(String, String, String, String)> =
        sqlx::query_as(OF).bind(request_id).fetch_all(store.reader()).await?;
    let view = |(ground, note, on, by): (String, String, String, String)| {
        Ok(CodeReissueView {
            on: rows::day("docket", request_id, &on)?,
            by,
            ground: rows::known("code_reissue", request_id, &ground, CodeGround::parse)?,
            note,
        })
    };
    found.into_iter().map(view).collect()
}
