//! The custodian's queue with 50,000 open requests, beside the same pages with 1,000.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use law::profile::Profile;
use office::{desk::PublicDesk as _, views::Role};
use records::{NewStaff, RecordsOffice, Setup};
use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::{Outcome, SIZES, fill, program::Program};

/// Pages, each with what it is.
const PAGES: [(&str, &str); 12] = [
    ("first page", ""),
    ("a page in the middle", "?page=20"),
    ("mine", "?holder=me"),
    ("due within 7 days", "?due=week"),
    ("one division, one right", "?division=central&track=public"),
    ("with new messages, by day of receipt", "?unread=1&sort=-received"),
    ("sorted by name", "?sort=name"),
    ("sorted by who has it", "?sort=assigned_to"),
    ("a name that many have", "?q=alvarez"),
    ("three words", "?q=alvarez+troost+26-"),
    ("words that nobody wrote", "?q=zanzibar"),
    ("a letter failed", "?letters=1"),
];

/// Answers measured for each page, one after the other.
const TIMES: u32 = 30;

/// Of every account here.
pub const PASSWORD: &str = "a long enough password";

/// Each page of the queue in a small and in a large database.
pub async fn pages(dir: &Path) -> Outcome<()> {
    let mut measured = Vec::new();
    for requests in SIZES {
        let home = dir.join(format!("queue-{requests}"));
        std::fs::create_dir(&home)?;
        fill::fill(&home, requests).await?;
        vary(&home).await?;
        let program = Program::start(&home)?;
        let cookie = sign_in(&program.address).await?;
        let mut of_size = Vec::new();
        for (_, query) in PAGES {
            of_size.push(page(&program.address, &cookie, query).await?);
        }
        measured.push(of_size);
    }
    println!(
        "The queue, made anew for each answer, with {} open requests beside {}",
        SIZES[1], SIZES[0]
    );
    for (index, (name, _)) in PAGES.iter().enumerate() {
        let [small, large] = [0, 1].map(|size: usize| measured[size][index]);
        println!(
            "  {name:<38} half within {:6.1?}, all within {:6.1?} (of {}: {:6.1?}, {:6.1?})",
            large.0, large.1, SIZES[0], small.0, small.1
        );
    }
    Ok(())
}

/// Makes the copies differ: days, divisions, messages, names, places, who has them.
async fn vary(home: &Path) -> Outcome<()> {
    let url = format!("sqlite://{}/daylight.db", home.display());
    let profile = Profile::built_in("kansas-city-mo").ok_or("no profile")?;
    let office = RecordsOffice::open(Setup::new(
        url.clone(),
        profile,
        home.join("secret.key"),
        "http://127.0.0.1",
    ))
    .await?;
    for name in ["Cole", "Dana", "Emil"] {
        let new = NewStaff {
            email: format!("{}@records.example", name.to_lowercase()),
            name: name.to_owned(),
            role: Role::Custodian,
            password: PASSWORD.to_owned(),
        };
        office.add_staff(new).await?;
    }
    let today = office.today();
    drop(office);
    let mut db = SqliteConnection::connect(&url).await?;
    let days = format!(
        "UPDATE records_request SET next_due = date('{today}', (rowid % 60 - 20) || ' days'), unread = rowid % 9 = 0, \
         division = CASE rowid % 4 WHEN 0 THEN 'central' WHEN 1 THEN 'north' WHEN 2 THEN 'south' ELSE 'east' END, \
         assigned_to = (SELECT s.id FROM staff s \
         WHERE (SELECT COUNT(*) FROM staff o WHERE o.id < s.id) = records_request.rowid % 4)"
    );
    db.execute(sqlx::AssertSqlSafe(days)).await?;
    db.execute(
        "UPDATE requester_search SET name = CASE rowid % 5 WHEN 0 THEN 'maria alvarez ' ELSE 'john doe ' END || rowid * 7919 % 50021, \
         place = rowid % 9000 || ' troost avenue', words = CASE rowid % 5 WHEN 0 THEN 'maria alvarez ' ELSE 'john doe ' END \
         || rowid || ' ' || rowid % 9000 || ' troost avenue 26-' || rowid || ' officer ' || rowid % 700",
    )
    .await?;
    db.execute("ANALYZE").await?;
    db.close().await?;
    Ok(())
}

/// Signs in; the cookie.
pub async fn sign_in(address: &str) -> Outcome<String> {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let body = format!("email=cole%40records.example&password={}", PASSWORD.replace(' ', "+"));
    let answer = client
        .post(format!("http://{address}/staff/sign-in"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", format!("http://{address}"))
        .body(body)
        .send()
        .await?;
    let cookies = answer.headers().get_all("set-cookie").iter();
    let cookies: Vec<&str> = cookies
        .filter_map(|cookie| cookie.to_str().ok()?.split(';').next())
        .collect();
    Ok(cookies.join("; "))
}

/// Half of the answers came within the first time, all within the second.
async fn page(address: &str, cookie: &str, query: &str) -> Outcome<(Duration, Duration)> {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;
    let mut times = Vec::new();
    for time in 0..=TIMES {
        let began = Instant::now();
        let answer = client
            .get(format!("http://{address}/staff/queue{query}"))
            .header("Cookie", cookie)
            .send()
            .await?;
        let status = answer.status();
        answer.bytes().await?;
        if status != 200 {
            return Err(format!("{query}: {status}").into());
        }
        // The first opens connections and is not counted.
        if time > 0 {
            times.push(began.elapsed());
        }
    }
    times.sort_unstable();
    Ok((times[times.len() / 2], times[times.len() - 1]))
}
