//! Papers that came with requests. They are erased with the requester.

use law::{Date, redaction::Sha256};
use office::{forms::NewPaper, views::Paper};

use super::{Store, Tx, copies, rows};
use crate::fault::Stored;

/// Keeps a paper that came with an entry of a request's docket. Whether its file was taken away before, and is to be looked for.
pub async fn add(
    tx: &mut Tx,
    (request_id, docket_seq): (&str, i64),
    paper: &NewPaper,
    by: Option<&str>,
    at: i64,
) -> Stored<bool> {
    const ADD: &str = "INSERT INTO request_paper (id, request_id, docket_seq, name, media_type, sha256, added_at, added_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let came_again = copies::store_file(tx, &paper.sha256, paper.bytes, at).await?;
    sqlx::query(ADD)
        .bind(crate::ids::new_id())
        .bind(request_id)
        .bind(docket_seq)
        .bind(&paper.name)
        .bind(paper.media_type)
        .bind(paper.sha256.as_str())
        .bind(at)
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    Ok(came_again)
}

/// The papers of a request, in the order in which they came.
pub async fn of(store: &Store, request_id: &str) -> Stored<Vec<Paper>> {
    const OF: &str = "SELECT p.id, p.name, f.bytes, p.sha256 FROM request_paper p \
         JOIN stored_file f ON f.sha256 = p.sha256 WHERE p.request_id = $1 ORDER BY p.docket_seq, p.added_at, p.id";
    let found: Vec<(String, String, i64, String)> =
        sqlx::query_as(OF).bind(request_id).fetch_all(store.reader()).await?;
    let paper = |(id, name, bytes, sha256)| Paper {
        id,
        name,
        bytes: rows::count(bytes),
        sha256,
    };
    Ok(found.into_iter().map(paper).collect())
}

/// The numbers of the requests with which a file came.
pub async fn requests_with(store: &Store, sha256: &Sha256) -> Stored<Vec<String>> {
    const WITH: &str = "SELECT DISTINCT r.number FROM request_paper p JOIN records_request r ON r.id = p.request_id \
         WHERE p.sha256 = $1 ORDER BY r.number";
    Ok(sqlx::query_scalar(WITH)
        .bind(sha256.as_str())
        .fetch_all(store.reader())
        .await?)
}

/// Takes away the papers of a request; their files go too, unless something else keeps them.
pub(super) async fn erase(tx: &mut Tx, request_id: &str, (at, today): (i64, Date)) -> Stored<()> {
    let gone: Vec<String> = sqlx::query_scalar("SELECT DISTINCT sha256 FROM request_paper WHERE request_id = $1")
        .bind(request_id)
        .fetch_all(tx.conn().await?)
        .await?;
    sqlx::query("DELETE FROM request_paper WHERE request_id = $1")
        .bind(request_id)
        .execute(tx.conn().await?)
        .await?;
    let gone = gone
        .iter()
        .map(|text| Sha256::parse(text).map_err(|_| rows::corrupt("request_paper", text, "no hash")))
        .collect::<Stored<Vec<Sha256>>>()?;
    let all: Vec<&Sha256> = gone.iter().collect();
    let kept = copies::kept(tx.conn().await?, &all, today).await?;
    let gone: Vec<&Sha256> = all
        .into_iter()
        .filter(|sha256| !kept.contains(sha256.as_str()))
        .collect();
    copies::decide_removal(tx, &gone, at).await
}
