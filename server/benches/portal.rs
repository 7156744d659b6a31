//! The portal under load, each figure beside its comparison from the same run.
//!
//! `cargo bench --bench portal` fills databases, starts the release build of the program on them and
//! drives it with `wrk`. It prints and never fails: whoever reads it judges. A part alone:
//! `cargo bench --bench portal -- filing`.

#[path = "portal/fill.rs"]
mod fill;
#[path = "portal/program.rs"]
mod program;
#[path = "portal/public.rs"]
mod public;
#[path = "portal/wrk.rs"]
mod wrk;
#[path = "portal/years.rs"]
mod years;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use program::Program;
use wrk::Load;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Requests in the small and in the large database.
const SIZES: [u32; 2] = [1_000, 50_000];
/// Seconds of load for each figure.
const SECONDS: u32 = 8;

#[tokio::main]
async fn main() -> Outcome<()> {
    // `cargo test --benches` only wants to know that it builds.
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let named: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let wanted = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    let dir = tempfile::tempdir()?;
    if wanted("status") {
        status_pages(dir.path()).await?;
    }
    if wanted("filing") {
        filing(dir.path()).await?;
    }
    if wanted("public") {
        public::pages(dir.path()).await?;
    }
    if wanted("statistics") || wanted("totals") {
        years::figures(dir.path(), wanted("statistics"), wanted("totals")).await?;
    }
    Ok(())
}

/// The public status page in a small and in a large database.
async fn status_pages(dir: &Path) -> Outcome<()> {
    let mut status = Vec::new();
    for requests in SIZES {
        let home = dir.join(requests.to_string());
        std::fs::create_dir(&home)?;
        let began = Instant::now();
        let numbers = fill::fill(&home, requests).await?;
        eprintln!(
            "{requests} requests with {} docket rows each, filled in {:.1?}",
            fill::ROWS,
            began.elapsed()
        );
        status.push(status_page(&home, requests, &numbers)?);
    }
    println!(
        "  p99 at {} is {:.2} times that at {}",
        SIZES[1],
        status[1].p99.as_secs_f64() / status[0].p99.as_secs_f64(),
        SIZES[0]
    );
    Ok(())
}

/// The public status page beside the same server's `/healthz`.
fn status_page(home: &Path, requests: u32, numbers: &[String]) -> Outcome<Load> {
    let program = Program::start(home)?;
    let paths: Vec<String> = numbers.iter().map(|number| format!("/requests/{number}")).collect();
    let alive = wrk::get(&program.address, home, &["/healthz".to_owned()], SECONDS)?;
    let status = wrk::get(&program.address, home, &paths, SECONDS)?;
    println!(
        "Public status page, {requests} requests with {} docket rows each",
        fill::ROWS
    );
    println!("  /healthz         {alive}");
    println!("  /requests/NUMBER {status}");
    println!("  one {:.1}th of the rate of /healthz", alive.rate / status.rate);
    println!("  {} resident afterwards", program.resident()?);
    Ok(status)
}

/// Filing by form beside bare commits on the same disk.
async fn filing(dir: &Path) -> Outcome<()> {
    let bare = fill::bare_commits(&dir.join("bare.db"), Duration::from_secs(SECONDS.into())).await?;
    let home = dir.join("filing");
    std::fs::create_dir(&home)?;
    let program = Program::start(&home)?;
    let filed = wrk::post(&program.address, &home, SECONDS)?;
    println!("Filing by form, SQLite with synchronous=FULL");
    println!("  bare commits of one row {bare:9.0} a second");
    println!("  POST /request    {filed}");
    println!("  {:.2} of the rate of bare commits", filed.rate / bare);
    println!("  {} resident afterwards", program.resident()?);
    Ok(())
}
