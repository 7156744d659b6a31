//! The public statistics of two years, small and large: some requests go the real way on a clock that is moved, the
//! others are their copies by SQL, so that the running totals of all are theirs so many times.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::{ToSpan as _, civil::Date};
use law::{
    bar::Section,
    profile::Profile,
    recording::NoRecordReason,
    request::{Act, ActKind, Track},
    request_state::{RequestState, Rules},
};
use office::{
    Lang, TrackingNumber,
    desk::{CustodianDesk as _, PublicDesk as _, Requester, RequesterDesk as _},
    forms::{FilingForm, Message, StaffAct, SubmissionKey},
    views::{Role, Staff},
};
use records::{
    RecordsOffice, Setup,
    clock::{SetClock, noon},
    secret,
};
use sqlx::{Connection as _, Executor as _, SqliteConnection};

use crate::{
    Outcome, SECONDS,
    program::Program,
    wrk::{self, Load},
};

/// Requests in the small and in the large database.
const SIZES: [u32; 2] = [1_000, 1_000_000];
/// Requests that go the real way, one every day or two.
const MODELS: u32 = 500;
/// Docket rows of each request.
const ROWS: usize = 8;
const DAYS: u32 = 730;

/// The page of statistics at both sizes; the totals of the large one counted anew.
pub async fn figures(dir: &Path, pages: bool, recount: bool) -> Outcome<()> {
    let began = Instant::now();
    let models = dir.join("models");
    fs::create_dir(&models)?;
    model(&models).await?;
    eprintln!("{MODELS} requests of two years, filed in {:.1?}", began.elapsed());
    let mut loads = Vec::new();
    for requests in SIZES {
        let large = requests == SIZES[1];
        if !pages && !large {
            continue;
        }
        let began = Instant::now();
        let home = copies(&models, dir, requests).await?;
        eprintln!(
            "{requests} requests with {ROWS} docket rows each, copied in {:.1?}",
            began.elapsed()
        );
        if pages {
            loads.push(page(&home, requests)?);
        }
        if recount && large {
            rebuild(&home, requests).await?;
        }
    }
    if let [small, large] = loads[..] {
        let ratio = |of: fn(Load) -> Duration| of(large).as_secs_f64() / of(small).as_secs_f64();
        println!(
            "  at {} the page takes {:.2} times (p50) and {:.2} times (p99) what it takes at {}",
            SIZES[1],
            ratio(|load| load.p50),
            ratio(|load| load.p99),
            SIZES[0]
        );
    }
    Ok(())
}

/// The page as anybody gets it, and made anew for each who asks (a query keeps it from being ready).
fn page(home: &Path, requests: u32) -> Outcome<Load> {
    let program = Program::start(home)?;
    let ready = wrk::get(&program.address, home, &["/statistics".to_owned()], SECONDS)?;
    let made = wrk::get(&program.address, home, &["/statistics?year=2025".to_owned()], SECONDS)?;
    println!("Statistics of {requests} requests");
    println!("  /statistics            {ready}");
    println!("  made anew for each     {made}");
    println!("  {} resident afterwards", program.resident()?);
    Ok(made)
}

/// The totals counted anew from the docket, beside those that were kept with it.
async fn rebuild(home: &Path, requests: u32) -> Outcome<()> {
    let office = office(home, None).await?;
    let kept = office.totals().await?;
    let began = Instant::now();
    office.recount().await?;
    let time = began.elapsed();
    let same = office.totals().await? == kept;
    println!("Totals of {requests} requests with {ROWS} docket rows each, counted anew");
    println!(
        "  {time:.1?}; {} to the running totals ({} counts)",
        if same { "equal" } else { "NOT EQUAL" },
        kept.len()
    );
    office.close().await;
    Ok(())
}

async fn office(home: &Path, clock: Option<Arc<SetClock>>) -> Outcome<Arc<RecordsOffice>> {
    let url = format!("sqlite://{}/daylight.db", home.display());
    let mut setup = Setup::new(url, profile()?, home.join("secret.key"), "http://127.0.0.1");
    if let Some(clock) = clock {
        setup.clock = clock;
    }
    Ok(RecordsOffice::open(setup).await?)
}

fn profile() -> Outcome<Profile> {
    Profile::built_in("kansas-city-mo").ok_or_else(|| "no profile".into())
}

/// Days after the last, and the act of that day.
type Step = (i64, fn(Date) -> Act);
type Script = [Step; 2];

/// What a custodian does to a request, on which day after the last.
fn script(number: u32) -> Script {
    let first = [1, 2, 3, 8][number as usize % 4];
    let taken_up = |_: Date| Act::Acknowledge;
    let last: [fn(Date) -> Act; 5] = [
        |_| Act::AskClarification,
        |today| Act::CloseActive { confirmed_on: today },
        |_| Act::Deny {
            provision: Section::of("RSMo 610.021(14)"),
        },
        |_| Act::FindNoRecord {
            why: NoRecordReason::NotMade,
        },
        |today| Act::ExplainDelay {
            promised: today.saturating_add(20.days()),
        },
    ];
    [
        (first, taken_up),
        (i64::from(1 + number % 23), last[number as usize % 5]),
    ]
}

/// Some requests made by the use cases, evenly over two years; the requester writes as often as it takes until the
/// docket has its rows.
async fn model(home: &Path) -> Outcome<()> {
    let profile = profile()?;
    let (zone, divisions) = (profile.time_zone(), &profile.divisions);
    let rules = Rules {
        profile: &profile,
        closures: &[],
    };
    let begin = jiff::civil::date(2024, 1, 2);
    let clock = Arc::new(SetClock::at(noon(begin, &zone)));
    let office = office(home, Some(Arc::<SetClock>::clone(&clock))).await?;
    let cole = Staff {
        id: "bench".to_owned(),
        name: "Bench".to_owned(),
        email: "bench@records.example".to_owned(),
        role: Role::Custodian,
        administers: false,
        officer: None,
        session: None,
    };
    for number in 0..MODELS {
        let mut today = begin.saturating_add(i64::from(number * DAYS / MODELS).days());
        clock.set(noon(today, &zone));
        let track = Track::ALL[number as usize % 2];
        let script = script(number);
        let (script, mut writes) = fitting(track, &script, today, rules)?;
        let form = FilingForm {
            key: office.submission_key(),
            incident_date: today.yesterday()?.to_string(),
            place: "Truman Road and Prospect Avenue".to_owned(),
            division: divisions[number as usize % divisions.len()].key.clone(),
            ..FilingForm::default()
        };
        let mut filing = form
            .check(&office.filing_context(Lang::En))
            .map_err(|errors| format!("{errors:?}"))?;
        filing.track = track;
        let filed = office.file(filing).await?.number;
        for (days, act) in script {
            today = today.saturating_add(days.days());
            clock.set(noon(today, &zone));
            does(&office, &cole, &filed, act(today)).await?;
            for _ in 0..std::mem::take(&mut writes) {
                let by = Requester { number: filed.clone() };
                let text = "The north-east corner, I believe.".to_owned();
                office
                    .write(
                        &by,
                        Message {
                            key: key()?,
                            text,
                            papers: Vec::new(),
                        },
                    )
                    .await?;
            }
        }
    }
    office.fold_statistics().await?;
    office.close().await;
    Ok(())
}

/// The script, without its first act if that is one too many, and how often the requester must write so that the docket
/// comes to its rows.
fn fitting<'s>(track: Track, script: &'s Script, filed: Date, rules: Rules<'_>) -> Outcome<(&'s [Step], usize)> {
    for script in [&script[..], &script[1..]] {
        let (mut state, events) = RequestState::file(track, None, filed, rules);
        let (mut rows, mut today) = (events.len(), filed);
        for (days, act) in script {
            today = today.saturating_add(days.days());
            let (next, events) = state
                .decide(&act(today), today, rules)
                .map_err(|bar| format!("{bar:?}"))?;
            rows += events.len();
            state = next;
        }
        if let Some(writes) = ROWS.checked_sub(rows) {
            return Ok((script, writes));
        }
    }
    Err("no script has so few docket rows".into())
}

fn key() -> Outcome<SubmissionKey> {
    SubmissionKey::parse(&secret::key()).ok_or_else(|| "no key".into())
}

async fn does(office: &RecordsOffice, by: &Staff, number: &TrackingNumber, act: Act) -> Outcome<()> {
    let seen = office.request(by, number).await?.ok_or("no request")?;
    let next_step = (act.kind() == ActKind::Deny).then(|| "You can ask a court.".to_owned());
    let text = (act.kind() != ActKind::Acknowledge && act.kind() != ActKind::CloseActive)
        .then(|| "The custodian explains why.".to_owned());
    let act = StaffAct {
        key: key()?,
        version: seen.version,
        act,
        text,
        next_step,
        scope: None,
        in_part: None,
        rate_basis: None,
        search: None,
        papers: Vec::new(),
    };
    Ok(office.act(by, number, act).await?)
}

/// The models with what belongs to them, numbered.
const MODEL: [&str; 6] = [
    "CREATE TEMP TABLE m AS SELECT ROW_NUMBER() OVER (ORDER BY id) - 1 AS no, id FROM records_request",
    "CREATE TEMP TABLE m_request AS SELECT m.no, r.* FROM m JOIN records_request r ON r.id = m.id",
    "CREATE TEMP TABLE m_requester AS SELECT m.no, r.* FROM m JOIN requester r ON r.request_id = m.id",
    "CREATE TEMP TABLE m_docket AS SELECT m.no AS model, d.* FROM m JOIN docket d ON d.request_id = m.id",
    "CREATE TEMP TABLE m_hold AS SELECT m.no AS model, h.* FROM m JOIN hold h ON h.request_id = m.id",
    "CREATE TEMP TABLE m_tally AS SELECT m.no, t.seq, t.content FROM m JOIN tally t ON t.subject = 'request' AND t.subject_id = m.id",
];

/// Their copies, each under an id and a number of its own.
const COPY: [&str; 5] = [
    "INSERT INTO records_request (id, number, submission_hash, code_hash, profile, channel, track, media, division, \
     incident_from, incident_to, received_at, received_on, state, version, docket_seq, stage, next_clock, next_due, \
     office_due, step_since, lapses_on, confirmed_on, ended_on, closed_on, needed_by, unread, order_entered_by, log_text) \
     SELECT c.id, c.number, c.id || 's', c.id || 'c', r.profile, r.channel, r.track, r.media, r.division, \
     r.incident_from, r.incident_to, r.received_at + c.no, r.received_on, r.state, r.version, r.docket_seq, r.stage, \
     r.next_clock, r.next_due, r.office_due, r.step_since, r.lapses_on, r.confirmed_on, r.ended_on, r.closed_on, r.needed_by, r.unread, \
     r.order_entered_by, r.log_text FROM c JOIN m_request r ON r.no = c.model ORDER BY c.no",
    "INSERT INTO requester (request_id, language, notify, email, asked, salt) \
     SELECT c.id, r.language, r.notify, r.email, r.asked, r.salt \
     FROM c JOIN m_requester r ON r.no = c.model ORDER BY c.no",
    "INSERT INTO docket (request_id, seq, at, on_date, actor, staff_id, act, event, calendar, commitment) \
     SELECT c.id, d.seq, d.at, d.on_date, d.actor, d.staff_id, d.act, d.event, d.calendar, d.commitment \
     FROM c JOIN m_docket d ON d.model = c.model ORDER BY c.no, d.seq",
    "INSERT INTO hold (request_id, no, kind, placed_on, last_day, recorded_from, recorded_to, division, media, covers_from, \
     covers_to) SELECT c.id, h.no, h.kind, h.placed_on, h.last_day, h.recorded_from, h.recorded_to, h.division, h.media, \
     h.covers_from, h.covers_to \
     FROM c JOIN m_hold h ON h.model = c.model ORDER BY c.no, h.no",
    "INSERT INTO tally (subject, subject_id, seq, content) \
     SELECT 'request', c.id, t.seq, t.content FROM c JOIN m_tally t ON t.no = c.model ORDER BY c.no",
];

/// A folder with a database in which each model stands so many times.
async fn copies(models: &Path, dir: &Path, requests: u32) -> Outcome<PathBuf> {
    let home = dir.join(format!("statistics-{requests}"));
    fs::create_dir(&home)?;
    for name in ["daylight.db", "secret.key"] {
        fs::copy(models.join(name), home.join(name))?;
    }
    let url = format!("sqlite://{}/daylight.db", home.display());
    let mut db = SqliteConnection::connect(&url).await?;
    db.execute(
        "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; \
         PRAGMA temp_store = MEMORY",
    )
    .await?;
    let rows: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM docket")
        .fetch_one(&mut db)
        .await?;
    let expected = i64::from(MODELS) * i64::try_from(ROWS)?;
    if rows != expected {
        return Err(format!("the models have {rows} docket rows, not {expected}").into());
    }
    db.execute("BEGIN").await?;
    db.execute("CREATE TEMP TABLE c (no INTEGER PRIMARY KEY, id TEXT, number TEXT, model INTEGER)")
        .await?;
    for copy in MODELS..requests {
        // 20 bits spread over the million numbers of a year, none twice: an odd factor permutes them.
        let number = TrackingNumber::make("KC", 2019, copy.wrapping_mul(0x9E37_79B1) & 0xF_FFFF);
        sqlx::query("INSERT INTO c (no, id, number, model) VALUES ($1, $2, $3, $4)")
            .bind(copy)
            .bind(format!("copy-{copy:08}"))
            .bind(number.as_str())
            .bind(copy % MODELS)
            .execute(&mut db)
            .await?;
    }
    for statement in MODEL.into_iter().chain(COPY) {
        db.execute(statement).await?;
    }
    sqlx::query("UPDATE total SET number = number * $1")
        .bind(requests / MODELS)
        .execute(&mut db)
        .await?;
    db.execute("COMMIT").await?;
    db.execute("PRAGMA journal_mode = WAL").await?;
    db.close().await?;
    Ok(home)
}
