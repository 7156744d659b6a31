//! Papers that people sent with something.

use std::collections::HashMap;

use office::{forms::NewPaper, views::Paper};

use super::{Store, Tx, copies, rows};
use crate::fault::Stored;

/// Keeps a paper of something: `objection`, `order`, `court` or `receipt`, and its id; of the receipt of a notice, that of the notice. Whether its file
/// was taken away before, and is to be looked for.
pub async fn add(
    tx: &mut Tx,
    (subject, id): (&'static str, &str),
    paper: &NewPaper,
    by: Option<&str>,
    at: i64,
) -> Stored<bool> {
    const ADD: &str = "INSERT INTO attachment (id, subject, subject_id, name, media_type, sha256, added_at, added_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let came_again = copies::store_file(tx, &paper.sha256, paper.bytes, at).await?;
    sqlx::query(ADD)
        .bind(crate::ids::new_id())
        .bind(subject)
        .bind(id)
        .bind(&paper.name)
        .bind(paper.kind.media_type())
        .bind(paper.sha256.as_str())
        .bind(at)
        .bind(by)
        .execute(tx.conn().await?)
        .await?;
    Ok(came_again)
}

/// The papers of a notice's objections, by the objections' ids.
pub async fn of_notice(store: &Store, notice_id: &str) -> Stored<HashMap<String, Vec<Paper>>> {
    const OF: &str = "SELECT a.subject_id, a.id, a.name, f.bytes, a.sha256 FROM attachment a \
         JOIN stored_file f ON f.sha256 = a.sha256 JOIN objection o ON o.id = a.subject_id \
         WHERE a.subject = 'objection' AND o.notice_id = $1 ORDER BY a.added_at, a.id";
    let found: Vec<(String, String, String, i64, String)> =
        sqlx::query_as(OF).bind(notice_id).fetch_all(store.reader()).await?;
    let mut papers: HashMap<String, Vec<Paper>> = HashMap::new();
    for (objection, id, name, bytes, sha256) in found {
        papers.entry(objection).or_default().push(Paper {
            id,
            name,
            bytes: rows::count(bytes),
            sha256,
            proof: None,
        });
    }
    Ok(papers)
}

/// The papers of something, as [`add`] kept them.
pub async fn of(store: &Store, (subject, id): (&'static str, &str)) -> Stored<Vec<Paper>> {
    const OF: &str = "SELECT a.id, a.name, f.bytes, a.sha256 FROM attachment a JOIN stored_file f ON f.sha256 = a.sha256 \
         WHERE a.subject = $1 AND a.subject_id = $2 ORDER BY a.added_at, a.id";
    let found: Vec<(String, String, i64, String)> = sqlx::query_as(OF)
        .bind(subject)
        .bind(id)
        .fetch_all(store.reader())
        .await?;
    let paper = |(id, name, bytes, sha256)| Paper {
        id,
        name,
        bytes: rows::count(bytes),
        sha256,
        proof: None,
    };
    Ok(found.into_iter().map(paper).collect())
}

/// Whether a file is a court's paper, of an order or of a case.
pub async fn is_of_order(store: &Store, sha256: &str) -> Stored<bool> {
    const IS: &str = "SELECT COUNT(*) FROM attachment WHERE sha256 = $1 AND subject IN ('order', 'court')";
    let found: i64 = sqlx::query_scalar(IS).bind(sha256).fetch_one(store.reader()).await?;
    Ok(found > 0)
}

/// The cases in which something is sealed and with which, or with an order of which, a file came.
pub async fn sealed_cases_with(store: &Store, sha256: &str) -> Stored<Vec<String>> {
    const WITH: &str = "SELECT s.case_id FROM court_seal s JOIN attachment a ON a.subject_id = s.case_id \
         WHERE a.sha256 = $1 AND a.subject = 'court' \
         UNION SELECT s.case_id FROM court_seal s JOIN court_entry e ON e.case_id = s.case_id WHERE e.document_sha256 = $1 \
         UNION SELECT s.case_id FROM court_seal s JOIN court_order o ON o.case_id = s.case_id \
         JOIN attachment a ON a.subject_id = o.order_id WHERE a.sha256 = $1 AND a.subject = 'order' ORDER BY 1";
    Ok(sqlx::query_scalar(WITH).bind(sha256).fetch_all(store.reader()).await?)
}

/// The notices with whose objections a file came, or whose receipt it shows.
pub async fn notices_with(store: &Store, sha256: &str) -> Stored<Vec<String>> {
    const WITH: &str = "SELECT o.notice_id FROM attachment a JOIN objection o ON o.id = a.subject_id \
         WHERE a.sha256 = $1 AND a.subject = 'objection' \
         UNION SELECT subject_id FROM attachment WHERE sha256 = $1 AND subject = 'receipt' ORDER BY 1";
    Ok(sqlx::query_scalar(WITH).bind(sha256).fetch_all(store.reader()).await?)
}

/// How many papers came with a notice's objections.
pub async fn count_of_notice(store: &Store, notice_id: &str) -> Stored<u64> {
    const COUNT: &str = "SELECT COUNT(*) FROM attachment a JOIN objection o ON o.id = a.subject_id \
         WHERE a.subject = 'objection' AND o.notice_id = $1";
    let found: i64 = sqlx::query_scalar(COUNT)
        .bind(notice_id)
        .fetch_one(store.reader())
        .await?;
    Ok(rows::count(found))
}
