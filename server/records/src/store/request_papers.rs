//! Papers that came with requests and with what was written on them, either way. They are erased with the requester.

use std::collections::HashMap;

use law::{Date, profile::PaperKind, redaction::Sha256};
use office::{
    TrackingNumber,
    forms::NewPaper,
    views::{Paper, RelationProof},
};
use sqlx::FromRow;

use super::{Store, Tx, copies, rows};
use crate::fault::Stored;

const TABLE: &str = "request_paper";

/// With which entry of a docket papers came, from whom, and what they are to prove.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The request.
    pub request_id: &'a str,
    /// The entry.
    pub docket_seq: i64,
    /// Who of the staff sent or scanned it; none: who filed sent it.
    pub by: Option<&'a str>,
    /// What it is to prove of who sent it.
    pub proof: Option<RelationProof>,
}

/// Keeps a paper that came with an entry of a request's docket. Whether its file was taken away before, and is to be looked for.
pub async fn add(tx: &mut Tx, place: Place<'_>, paper: &NewPaper, at: i64) -> Stored<bool> {
    const ADD: &str = "INSERT INTO request_paper (id, request_id, docket_seq, name, media_type, sha256, added_at, added_by, proof) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let came_again = copies::store_file(tx, &paper.sha256, paper.bytes, at).await?;
    sqlx::query(ADD)
        .bind(crate::ids::new_id())
        .bind(place.request_id)
        .bind(place.docket_seq)
        .bind(&paper.name)
        .bind(paper.kind.media_type())
        .bind(paper.sha256.as_str())
        .bind(at)
        .bind(place.by)
        .bind(place.proof.map(RelationProof::key))
        .execute(tx.conn().await?)
        .await?;
    Ok(came_again)
}

#[derive(FromRow)]
struct Row {
    docket_seq: i64,
    id: String,
    name: String,
    bytes: i64,
    sha256: String,
    proof: Option<String>,
}

/// The papers of a request, by the entries of the docket that they came with, in the order in which they came.
pub async fn of(store: &Store, request_id: &str) -> Stored<HashMap<i64, Vec<Paper>>> {
    const OF: &str = "SELECT p.docket_seq, p.id, p.name, f.bytes, p.sha256, p.proof FROM request_paper p \
         JOIN stored_file f ON f.sha256 = p.sha256 WHERE p.request_id = $1 ORDER BY p.docket_seq, p.added_at, p.id";
    let found: Vec<Row> = sqlx::query_as(OF).bind(request_id).fetch_all(store.reader()).await?;
    let mut papers: HashMap<i64, Vec<Paper>> = HashMap::new();
    for row in found {
        let proof = row.proof.as_deref();
        papers.entry(row.docket_seq).or_default().push(Paper {
            proof: proof
                .map(|key| rows::known(TABLE, &row.id, key, RelationProof::parse))
                .transpose()?,
            id: row.id,
            name: row.name,
            bytes: rows::count(row.bytes),
            sha256: row.sha256,
        });
    }
    Ok(papers)
}

/// A paper as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Under which hash its file is.
    pub sha256: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: PaperKind,
}

/// A paper of this request.
pub async fn find(store: &Store, request_id: &str, id: &str) -> Stored<Option<Held>> {
    let found: Option<(String, String, String)> =
        sqlx::query_as("SELECT sha256, name, media_type FROM request_paper WHERE request_id = $1 AND id = $2")
            .bind(request_id)
            .bind(id)
            .fetch_optional(store.reader())
            .await?;
    let held = |(sha256, name, media_type): (String, String, String)| {
        Ok(Held {
            kind: rows::known(TABLE, id, &media_type, PaperKind::of_media_type)?,
            sha256,
            name,
        })
    };
    found.map(held).transpose()
}

/// How many papers whoever filed has sent with their request.
pub async fn count_sent(store: &Store, number: &TrackingNumber) -> Stored<u64> {
    const COUNT: &str = "SELECT COUNT(*) FROM request_paper p JOIN records_request r ON r.id = p.request_id \
         WHERE r.number = $1 AND p.added_by IS NULL";
    let found: i64 = sqlx::query_scalar(COUNT)
        .bind(number.as_str())
        .fetch_one(store.reader())
        .await?;
    Ok(rows::count(found))
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
        .map(|text| Sha256::parse(text).map_err(|_| rows::corrupt(TABLE, text, "no hash")))
        .collect::<Stored<Vec<Sha256>>>()?;
    let all: Vec<&Sha256> = gone.iter().collect();
    let kept = copies::kept(tx.conn().await?, &all, today).await?;
    let gone: Vec<&Sha256> = all
        .into_iter()
        .filter(|sha256| !kept.contains(sha256.as_str()))
        .collect();
    copies::decide_removal(tx, &gone, at).await
}
