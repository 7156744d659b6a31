//! Filling a database: one request goes the real way, the others are its copies under numbers of
//! their own.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use law::{profile::Profile, request::ActKind};
use office::{
    Lang, TrackingNumber,
    desk::{CustodianDesk as _, PublicDesk as _, Requester, RequesterDesk as _},
    forms::{ActForm, FilingForm, MessageForm},
    views::{Role, Staff},
};
use records::{RecordsOffice, Setup};
use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::Outcome;

/// Docket rows of each request: filed, held, clock started; taken up, clock ended; a question asked,
/// clock started; a message, which answers it, clock ended.
pub const ROWS: u32 = 10;

/// Fills `daylight.db` in a folder; the tracking numbers of at most a thousand requests, spread
/// over all.
pub async fn fill(home: &Path, requests: u32) -> Outcome<Vec<String>> {
    let file = home.join("daylight.db");
    let model = model(home, &file).await?;
    let mut db = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await?;
    let rows: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM docket")
        .fetch_one(&mut db)
        .await?;
    if rows != i64::from(ROWS) {
        return Err(format!("the model request has {rows} docket rows, not {ROWS}").into());
    }
    db.execute("BEGIN").await?;
    let mut numbers = Vec::new();
    for copy in 1..requests {
        // 20 bits spread over the million numbers of a year, none twice: an odd factor permutes them.
        let number = TrackingNumber::make("KC", 2025, copy.wrapping_mul(0x9E37_79B1) & 0xF_FFFF);
        copy_of(&mut db, &model, copy, number.as_str()).await?;
        if copy % (requests / 1000).max(1) == 0 {
            numbers.push(number.as_str().to_owned());
        }
    }
    sqlx::query("UPDATE total SET number = number * $1")
        .bind(i64::from(requests))
        .execute(&mut db)
        .await?;
    db.execute("COMMIT").await?;
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    db.close().await?;
    Ok(numbers)
}

/// One request made by the use cases; its id.
async fn model(home: &Path, file: &Path) -> Outcome<String> {
    let profile = Profile::built_in("kansas-city-mo").ok_or("no profile")?;
    let url = format!("sqlite://{}", file.display());
    let office = RecordsOffice::open(Setup::new(url, profile, home.join("secret.key"), "http://127.0.0.1")).await?;
    let form = FilingForm {
        key: office.submission_key(),
        incident_date: office.today().to_string(),
        place: "Truman Road and Prospect Avenue".to_owned(),
        division: "central".to_owned(),
        ..FilingForm::default()
    };
    let filing = form
        .check(&office.filing_context(Lang::En))
        .map_err(|errors| format!("{errors:?}"))?;
    let number = office.file(filing).await?.number;
    let custodian = Staff {
        id: "bench".to_owned(),
        name: "Bench".to_owned(),
        email: "bench@records.example".to_owned(),
        role: Role::Custodian,
        administers: false,
        officer: None,
        session: None,
    };
    for (version, kind) in [(1, ActKind::Acknowledge), (2, ActKind::AskClarification)] {
        let form = ActForm {
            key: office.submission_key(),
            version: version.to_string(),
            text: "Which corner was it?".to_owned(),
            ..ActForm::default()
        };
        let act = form.check(kind).map_err(|errors| format!("{errors:?}"))?;
        office.act(&custodian, &number, act).await?;
    }
    let message = MessageForm {
        key: office.submission_key(),
        text: "The north-east corner, I believe.".to_owned(),
    };
    let message = message.check().map_err(|errors| format!("{errors:?}"))?;
    office.write(&Requester { number }, message).await?;
    office.fold_statistics().await?;
    drop(office);
    let mut db = SqliteConnection::connect(&format!("sqlite://{}", file.display())).await?;
    Ok(sqlx::query_scalar("SELECT id FROM records_request")
        .fetch_one(&mut db)
        .await?)
}

/// A copy of a request with its docket, hold, messages and requester.
async fn copy_of(db: &mut SqliteConnection, model: &str, copy: u32, number: &str) -> Outcome<()> {
    let id = format!("copy-{copy:08}");
    sqlx::query(
        "INSERT INTO records_request (id, number, submission_hash, code_hash, profile, channel, track, media, division, \
         incident_from, incident_to, received_at, received_on, state, version, docket_seq, stage, next_clock, next_due, \
         office_due, step_since, lapses_on, confirmed_on, ended_on, closed_on, needed_by, unread, order_entered_by, log_text, waits_for) \
         SELECT $1, $2, $1 || 's', $1 || 'c', profile, channel, track, media, division, incident_from, incident_to, \
         received_at + $3, received_on, state, version, docket_seq, stage, next_clock, next_due, office_due, step_since, lapses_on, confirmed_on, \
         ended_on, closed_on, needed_by, unread, order_entered_by, log_text, waits_for FROM records_request WHERE id = $4",
    )
    .bind(&id)
    .bind(number)
    .bind(i64::from(copy))
    .bind(model)
    .execute(&mut *db)
    .await?;
    for statement in [
        "INSERT INTO requester (request_id, language, notify, email, asked, salt) \
         SELECT $1, language, notify, email, asked, salt FROM requester WHERE request_id = $2",
        "INSERT INTO requester_search (request_id, name, place, words) \
         SELECT $1, name, place, words FROM requester_search WHERE request_id = $2",
        "INSERT INTO docket (request_id, seq, at, on_date, actor, staff_id, act, event, calendar, commitment) \
         SELECT $1, seq, at, on_date, actor, staff_id, act, event, calendar, commitment FROM docket WHERE request_id = $2",
        "INSERT INTO hold (request_id, no, kind, placed_on, last_day, recorded_from, recorded_to, division, media, covers_from, \
         covers_to) SELECT $1, no, kind, placed_on, last_day, recorded_from, recorded_to, division, media, covers_from, \
         covers_to FROM hold WHERE request_id = $2",
        "INSERT INTO tally (subject, subject_id, seq, content) \
         SELECT subject, $1, seq, content FROM tally WHERE subject_id = $2",
    ] {
        sqlx::query(statement).bind(&id).bind(model).execute(&mut *db).await?;
    }
    Ok(())
}

/// Commits a second of one row each, durable as the portal's are.
pub async fn bare_commits(file: &Path, time: Duration) -> Outcome<f64> {
    let mut db = SqliteConnection::connect(&format!("sqlite://{}?mode=rwc", file.display())).await?;
    db.execute("PRAGMA journal_mode = WAL").await?;
    db.execute("PRAGMA synchronous = FULL").await?;
    db.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
        .await?;
    let began = Instant::now();
    let mut commits = 0_u32;
    while began.elapsed() < time {
        sqlx::query("INSERT INTO bare (words) VALUES ($1)")
            .bind("a row of some words")
            .execute(&mut db)
            .await?;
        commits += 1;
    }
    Ok(f64::from(commits) / began.elapsed().as_secs_f64())
}
