//! The portal under load, each figure beside its comparison from the same run.
//!
//! `cargo bench --bench portal` fills databases, starts the release build of the program on them and
//! drives it with `wrk`. It prints and never fails: whoever reads it judges. A part alone:
//! `cargo bench --bench portal -- filing`.

#[path = "portal/fill.rs"]
mod fill;
#[path = "portal/import.rs"]
mod import;
#[path = "portal/media.rs"]
mod media;
#[path = "portal/program.rs"]
mod program;
#[path = "portal/public.rs"]
mod public;
#[path = "portal/queue.rs"]
mod queue;
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
/// Readers of one video at once.
const READERS: u64 = 200;
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
    if wanted("queue") {
        queue::pages(dir.path()).await?;
    }
    if wanted("filing") {
        filing(dir.path()).await?;
    }
    if wanted("import") {
        import::files(dir.path()).await?;
    }
    if wanted("public") {
        public::pages(dir.path()).await?;
    }
    if wanted("statistics") || wanted("totals") {
        years::figures(dir.path(), wanted("statistics"), wanted("totals")).await?;
    }
    if wanted("media") {
        released_video(dir.path()).await?;
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

/// Many readers of one released video beside a plain read of the same file, and what they cost in memory.
async fn released_video(dir: &Path) -> Outcome<()> {
    let home = dir.join("media");
    std::fs::create_dir(&home)?;
    let (path, file) = media::release(&home).await?;
    let program = Program::start(&home)?;
    let time = Duration::from_secs(SECONDS.into());
    let plain = media::plain_read(&file, time)?;
    let idle = program.resident_mb()?;
    let load = tokio::spawn({
        let address = program.address.clone();
        async move {
            let read = media::readers(&address, &path, READERS, time).await;
            read.map_err(|error| error.to_string())
        }
    });
    let mut most = idle;
    while !load.is_finished() {
        most = most.max(program.resident_mb()?);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let read = load.await??;
    println!("A released video of {} MiB, read by ranges", media::BYTES >> 20);
    println!("  one plain read of the file {plain:9.0} MB a second");
    println!("  {READERS} readers together      {read:9.0} MB a second");
    println!("  {:.2} of the rate of the plain read", read / plain);
    println!(
        "  resident: {idle:.1} MB idle, {most:.1} MB at most while they read, {:.1} MB more (target: 64)",
        most - idle
    );
    Ok(())
}
