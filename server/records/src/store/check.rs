//! Is everything there that must be?

use std::io;

use law::{redaction::Sha256, request::Stage, request_state::RequestState};

use super::{Dialect, Store};
use crate::{
    fault::Stored,
    files::{Condition, Files},
    media::mp4,
};

/// Each looks for requests that should not exist; the words say what is wrong with them.
const SOUND: [(&str, &str); 6] = [
    (
        "the docket has a gap",
        "SELECT r.number FROM records_request r JOIN docket d ON d.request_id = r.id \
         GROUP BY r.id, r.number HAVING COUNT(*) <> MAX(d.seq) OR MIN(d.seq) <> 1 LIMIT 20",
    ),
    (
        "the docket's last entry is not the one that the request names",
        "SELECT r.number FROM records_request r WHERE r.docket_seq <> \
         COALESCE((SELECT MAX(d.seq) FROM docket d WHERE d.request_id = r.id), 0) LIMIT 20",
    ),
    (
        "there is no hold",
        "SELECT r.number FROM records_request r WHERE NOT EXISTS \
         (SELECT 1 FROM hold h WHERE h.request_id = r.id) LIMIT 20",
    ),
    (
        "the private part is missing",
        "SELECT r.number FROM records_request r WHERE NOT EXISTS \
         (SELECT 1 FROM requester q WHERE q.request_id = r.id) LIMIT 20",
    ),
    (
        "the letter that confirms the filing is missing",
        "SELECT r.number FROM records_request r JOIN requester q ON q.request_id = r.id WHERE q.notify = 'email' \
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.request_id = r.id AND o.kind = 'filed') LIMIT 20",
    ),
    (
        "a message belongs to no entry of the docket",
        "SELECT r.number FROM message m JOIN records_request r ON r.id = m.request_id WHERE NOT EXISTS \
         (SELECT 1 FROM docket d WHERE d.request_id = m.request_id AND d.seq = m.docket_seq) LIMIT 20",
    ),
];

/// Looks at everything; what is wrong, line by line.
///
/// # Errors
/// When the database cannot be read.
pub async fn all(store: &Store) -> Stored<Vec<String>> {
    let mut wrong = match store.dialect() {
        Dialect::Sqlite => sqlite(store).await?,
        Dialect::Postgres => Vec::new(),
    };
    for (what, sql) in SOUND {
        let numbers: Vec<String> = sqlx::query_scalar(sql).fetch_all(store.reader()).await?;
        wrong.extend(numbers.into_iter().map(|number| format!("{number}: {what}")));
    }
    states(store, &mut wrong).await?;
    Ok(wrong)
}

/// Looks at every file that is named by its hash; what is wrong, line by line.
///
/// # Errors
/// When one cannot be read.
pub fn files(named: &[String], files: &Files) -> io::Result<Vec<String>> {
    let mut wrong = Vec::new();
    for text in named {
        let condition = match Sha256::parse(text) {
            Ok(sha256) => files.condition(&sha256)?,
            Err(_) => Condition::Missing,
        };
        match condition {
            Condition::Sound => {}
            Condition::Missing => wrong.push(format!("file {text}: it is missing")),
            Condition::Damaged => wrong.push(format!("file {text}: it holds something else")),
        }
    }
    Ok(wrong)
}

/// Reads the copies that are out; which holds more than picture and sound, line by line. One that is missing or damaged
/// is told by [`files`].
///
/// # Errors
/// When one cannot be read.
pub fn copies(out: &[String], files: &Files) -> io::Result<Vec<String>> {
    let mut wrong = Vec::new();
    for sha256 in out.iter().filter_map(|text| Sha256::parse(text).ok()) {
        match mp4::prove(&files.path(&sha256)) {
            Ok(Ok(())) => {}
            Ok(Err(unclean)) => wrong.push(format!("the copy {sha256} must not leave: {unclean}")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(wrong)
}

async fn sqlite(store: &Store) -> Stored<Vec<String>> {
    let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(store.reader())
        .await?;
    let mut wrong: Vec<String> = said.into_iter().filter(|line| line != "ok").collect();
    let loose: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM pragma_foreign_key_check")
        .fetch_one(store.reader())
        .await?;
    if loose > 0 {
        wrong.push(format!("{loose} rows refer to rows that are not there"));
    }
    Ok(wrong)
}

/// Each state can be read, and lists show the stage it is in.
async fn states(store: &Store, wrong: &mut Vec<String>) -> Stored<()> {
    const PAGE: &str = "SELECT number, stage, state FROM records_request WHERE number > $1 ORDER BY number LIMIT 1000";
    let mut after = String::new();
    loop {
        let page: Vec<(String, String, String)> = sqlx::query_as(PAGE).bind(&after).fetch_all(store.reader()).await?;
        let Some((last, _, _)) = page.last() else {
            return Ok(());
        };
        after.clone_from(last);
        for (number, stage, state) in page {
            match serde_json::from_str::<RequestState>(&state) {
                Ok(state) if Some(state.stage()) == Stage::parse(&stage) => {}
                Ok(_) => wrong.push(format!("{number}: lists show another stage than the state")),
                Err(_) => wrong.push(format!("{number}: the state cannot be read")),
            }
        }
    }
}
