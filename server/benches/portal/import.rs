//! Files of recordings registered by the worker while residents file, beside bare inserts of rows as wide.

use std::{
    fmt::Write as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use law::profile::Profile;
use office::views::Role;
use records::{NewStaff, RecordsOffice, Setup};
use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::{
    Outcome,
    program::Program,
    queue::{PASSWORD, sign_in},
};

/// Rows of the files.
const ROWS: [u32; 2] = [100_000, 1_000_000];
/// Rows that are inserted bare.
const BARE: u32 = 100_000;
/// How long one resident waits before the next filing.
const BREATH: Duration = Duration::from_millis(50);

/// Each file, and the wait of whoever files meanwhile.
pub async fn files(dir: &Path) -> Outcome<()> {
    let bare = bare_inserts(&dir.join("bare-rows.db")).await?;
    println!("Recordings from a CSV file, SQLite with synchronous=FULL");
    println!("  bare inserts of rows as wide, a thousand a commit {bare:9.0} rows a second");
    for rows in ROWS {
        file(dir, rows, bare).await?;
    }
    Ok(())
}

async fn file(dir: &Path, rows: u32, bare: f64) -> Outcome<()> {
    let home = dir.join(format!("import-{rows}"));
    std::fs::create_dir(&home)?;
    let url = format!("sqlite://{}/daylight.db", home.display());
    let profile = Profile::built_in("kansas-city-mo").ok_or("no profile")?;
    let setup = Setup::new(url.clone(), profile, home.join("secret.key"), "http://127.0.0.1");
    let office = RecordsOffice::open(setup).await?;
    let new = NewStaff {
        email: "cole@records.example".to_owned(),
        name: "Cole".to_owned(),
        role: Role::Custodian,
        password: PASSWORD.to_owned(),
    };
    office.add_staff(new).await?;
    office.close().await;
    let program = Program::start(&home)?;
    let cookie = sign_in(&program.address).await?;
    let idle = filing(
        &program.address,
        Arc::new(AtomicBool::new(false)),
        Some(Duration::from_secs(3)),
    )
    .await?;
    let csv = register(rows);
    let megabytes = csv.len() >> 20;
    let stop = Arc::new(AtomicBool::new(false));
    let resident = tokio::spawn({
        let (address, stop) = (program.address.clone(), Arc::clone(&stop));
        async move { filing(&address, stop, None).await.map_err(|error| error.to_string()) }
    });
    let begun = Instant::now();
    let page = send(&program.address, &cookie, csv).await?;
    let sent = begun.elapsed();
    let (mut stage, mut memory) = (String::new(), 0.0_f64);
    while stage != "done" {
        tokio::time::sleep(Duration::from_millis(100)).await;
        memory = memory.max(program.resident_mb()?);
        let seen = stage_of(&program.address, &cookie, &page).await?;
        if seen != stage {
            eprintln!("  {rows} rows: {seen} after {:.1?}", begun.elapsed());
        }
        if ["refused", "canceled", "failed"].contains(&seen.as_str()) {
            return Err(format!("the import ended as {seen}").into());
        }
        stage = seen;
    }
    let took = begun.elapsed();
    stop.store(true, Ordering::Relaxed);
    let waits = resident.await??;
    let mut db = SqliteConnection::connect(&url).await?;
    let registered: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM recording")
        .fetch_one(&mut db)
        .await?;
    let rate = f64::from(rows) / took.as_secs_f64();
    println!(
        "  {rows} rows, {megabytes} MiB: {registered} registered in {took:.1?} ({sent:.1?} until the page that shows it)"
    );
    println!(
        "    {rate:9.0} rows a second, each with its entry: {:.2} of the rate of bare inserts",
        rate / bare
    );
    println!("    filing meanwhile: {waits}");
    println!("    filing before:    {idle}");
    println!("    {memory:.1} MB resident at most");
    Ok(())
}

/// What one resident waited who filed one request after another.
struct Waits(Vec<Duration>);

impl std::fmt::Display for Waits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (half, most) = (self.0.get(self.0.len() / 2), self.0.last());
        let [half, most] = [half, most].map(|wait| wait.copied().unwrap_or_default());
        write!(
            f,
            "{} filed, half within {half:.1?}, all within {most:.1?}",
            self.0.len()
        )
    }
}

/// Files one request after another until told to stop, or for so long.
async fn filing(address: &str, stop: Arc<AtomicBool>, time: Option<Duration>) -> Outcome<Waits> {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let (begun, mut waits) = (Instant::now(), Vec::new());
    while !stop.load(Ordering::Relaxed) && time.is_none_or(|time| begun.elapsed() < time) {
        let key = records::secret::key();
        let asked = Instant::now();
        let answer = client
            .post(format!("http://{address}/request"))
            .header("Origin", format!("http://{address}"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(format!(
                "key={key}&incident_date=2026-01-15&place=Truman+Road&track=public"
            ))
            .send()
            .await?;
        if answer.status() != 303 {
            return Err(format!("a filing was answered with {}", answer.status()).into());
        }
        waits.push(asked.elapsed());
        tokio::time::sleep(BREATH).await;
    }
    waits.sort_unstable();
    Ok(Waits(waits))
}

/// Sends the file; the page that shows how far it is.
async fn send(address: &str, cookie: &str, csv: String) -> Outcome<String> {
    const BOUNDARY: &str = "7f1a6c9e";
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let part = |name: &str| format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"");
    let mut body = format!(
        "{}\r\n\r\n\r\n{}; filename=\"register.csv\"\r\n\r\n",
        part("csv"),
        part("csv_file")
    );
    body.push_str(&csv);
    let _ = write!(body, "\r\n--{BOUNDARY}--\r\n");
    let answer = client
        .post(format!("http://{address}/staff/recordings/import"))
        .header("Cookie", cookie)
        .header("Origin", format!("http://{address}"))
        .header("Content-Type", format!("multipart/form-data; boundary={BOUNDARY}"))
        .body(body)
        .send()
        .await?;
    let onward = answer.headers().get("location").and_then(|onward| onward.to_str().ok());
    let onward = onward.filter(|onward| onward.contains("/imports/")).map(str::to_owned);
    onward.ok_or_else(|| format!("the file was answered with {}", answer.status()).into())
}

async fn stage_of(address: &str, cookie: &str, page: &str) -> Outcome<String> {
    let client = reqwest::Client::new();
    let page = client
        .get(format!("http://{address}{page}"))
        .header("Cookie", cookie)
        .send()
        .await?;
    let page = page.text().await?;
    let stage = page
        .split("data-import=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    Ok(stage.ok_or("no stage on the page")?.to_owned())
}

/// A register of so many short recordings.
fn register(rows: u32) -> String {
    let mut csv = "source_id,camera,officer,division,started_at,ended_at,uploaded_at,place,incident_number,category,\
                   location_kind\n"
        .to_owned();
    for row in 0..rows {
        let (day, hour, minute) = (row / 1440 % 28 + 1, row / 60 % 24, row % 60);
        let start = format!("2026-06-{day:02}T{hour:02}:{minute:02}");
        let _ = writeln!(
            csv,
            "AX-{row:07},body_worn,{},central,{start}:00Z,{start}:59Z,,Post {},26-{row:06},non_evidence,public",
            1000 + row % 900,
            row % 500
        );
    }
    csv
}

/// Rows a second of one table with one index, as wide as a recording.
async fn bare_inserts(file: &Path) -> Outcome<f64> {
    let mut db = SqliteConnection::connect(&format!("sqlite://{}?mode=rwc", file.display())).await?;
    db.execute("PRAGMA journal_mode = WAL").await?;
    db.execute("PRAGMA synchronous = FULL").await?;
    db.execute("CREATE TABLE bare (id TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL)")
        .await?;
    let words = "a row of some words, as long as what is kept of a recording ".repeat(5);
    let begun = Instant::now();
    for row in 0..BARE {
        if row % 1_000 == 0 {
            db.execute("BEGIN").await?;
        }
        sqlx::query("INSERT INTO bare (id, words) VALUES ($1, $2)")
            .bind(format!("{row:032}"))
            .bind(&words)
            .execute(&mut db)
            .await?;
        if row % 1_000 == 999 {
            db.execute("COMMIT").await?;
        }
    }
    Ok(f64::from(BARE) / begun.elapsed().as_secs_f64())
}
