//! `make faults`: kills, full disks, cut connections and long work at full size, against the release build.
//!
//! It prints what it counted, and ends with 1 at the first thing that was acknowledged and is lost. A part alone:
//! `cargo bench --bench faults -- disks`.

#[path = "faults/mod.rs"]
mod trials;

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use sqlx::{Connection as _, Executor as _};
use trials::{
    Outcome, cuts, disks, kills,
    portal::Place,
    postgres::Cluster,
    waits::{self, Waited},
};

/// Kills of the program, and filings acknowledged meanwhile, for each engine.
const KILLS: (u32, usize) = (200, 20_000);
/// Kills of the postmaster, and filings acknowledged meanwhile.
const POSTMASTER_KILLS: (u32, usize) = (50, 5_000);
/// Connections cut, for each engine.
const CUTS: usize = 5_000;
/// Lines of the register that is imported.
const LINES: u32 = 200_000;
/// Residents who file while long work goes on.
const RESIDENTS: usize = 10;
/// The longest that one of them may wait.
const LONGEST: Duration = Duration::from_secs(2);

#[tokio::main]
async fn main() -> Outcome<()> {
    // `cargo test --benches` only wants to know that it builds.
    if !std::env::args().any(|arg| arg == "--bench") {
        return Ok(());
    }
    let named: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let wanted = |part: &str| named.is_empty() || named.iter().any(|name| name == part);
    let begun = Instant::now();
    let dir = tempfile::tempdir()?;
    if wanted("kills") {
        let sqlite = place(dir.path(), "kills", None)?;
        let counted = kills::of_the_program(&sqlite, KILLS.0, KILLS.1).await?;
        print_kills("SQLite: kill -9 of the program", &counted);
        let folder = tempfile::tempdir()?;
        if let Some(mut cluster) = cluster(folder.path())? {
            let on_postgres = place(dir.path(), "kills-postgres", Some(cluster.url()))?;
            let counted = kills::of_the_program(&on_postgres, KILLS.0, KILLS.1).await?;
            print_kills("PostgreSQL: kill -9 of the program", &counted);
            let (kills, filings) = POSTMASTER_KILLS;
            let counted = kills::of_postgres(&on_postgres, &mut cluster, kills, filings).await?;
            print_kills("PostgreSQL: kill -9 of the postmaster", &counted);
        }
    }
    if wanted("cuts") {
        let counted = cuts::of_connections(&place(dir.path(), "cuts", None)?, CUTS).await?;
        print_cuts("SQLite", &counted);
        let folder = tempfile::tempdir()?;
        if let Some(cluster) = cluster(folder.path())? {
            let on_postgres = place(dir.path(), "cuts-postgres", Some(cluster.url()))?;
            print_cuts("PostgreSQL", &cuts::of_connections(&on_postgres, CUTS).await?);
        }
    }
    if wanted("disks") {
        full_disks(&dir.path().join("disks")).await?;
    }
    if wanted("waits") {
        long_work(dir.path()).await?;
    }
    println!("Nothing that was acknowledged is lost, after {:.0?}", begun.elapsed());
    Ok(())
}

/// The release build, with its data in a folder of this name.
fn place(dir: &Path, name: &str, postgres: Option<String>) -> Outcome<Place> {
    let home = dir.join(name);
    std::fs::create_dir_all(&home)?;
    Ok(Place {
        program: program(),
        home,
        postgres,
    })
}

/// The program as it is released, or the one that `DAYLIGHT_PROGRAM` names.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("DAYLIGHT_PROGRAM") {
        return named.into();
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"),
        PathBuf::from,
    );
    target.join("release/daylight")
}

fn cluster(folder: &Path) -> Outcome<Option<Cluster>> {
    let cluster = Cluster::make(folder)?;
    if cluster.is_none() {
        println!("PostgreSQL is not there: not tried");
    }
    Ok(cluster)
}

fn print_kills(what: &str, counted: &kills::Kills) {
    println!(
        "{what}: {} times, {} filings acknowledged, 0 lost, `daylight check` clean; away at most {:.1?}",
        counted.times, counted.acknowledged, counted.longest_away
    );
}

fn print_cuts(engine: &str, counted: &cuts::Cuts) {
    println!(
        "{engine}: {} connections cut after 0 to 20 ms, {} of them answered already; {} filings of others acknowledged, 0 \
         lost, no connection to the database spoiled, `daylight check` clean",
        counted.cut, counted.answered, counted.acknowledged
    );
}

/// Whether a program may have a disk of its own here: it needs a user namespace.
fn disks_are_possible() -> bool {
    let mut unshare = Command::new("unshare");
    unshare.args([
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        "mount -t tmpfs none /mnt",
    ]);
    let quiet = unshare.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

async fn full_disks(dir: &Path) -> Outcome<()> {
    if !disks_are_possible() {
        println!("A disk of its own needs a user namespace, which is not allowed here: full disks were not tried");
        return Ok(());
    }
    let counted = disks::of_each_writer(dir, &program()).await?;
    println!(
        "Full disks: {} filings refused, {} acknowledged, 0 lost, `daylight check` clean",
        counted.refused, counted.acknowledged
    );
    for tried in counted.tried {
        println!("  {tried}");
    }
    println!("  not tried: the disk of PostgreSQL, and power that fails (needs dm-flakey)");
    Ok(())
}

/// Ten residents file while 200,000 lines are imported, copied, exported, checked and counted anew.
async fn long_work(dir: &Path) -> Outcome<()> {
    println!("{RESIDENTS} residents file meanwhile, SQLite:");
    let place = place(dir, "waits", None)?;
    std::fs::write(place.home.join("list.csv"), waits::register(LINES, "BULK"))?;
    let portal = place.serve()?;
    for (work, arguments) in [
        ("import of 200,000 lines", &["recordings", "import", "list.csv"][..]),
        ("backup", &["backup", "copy.db"]),
        ("export of holds", &["holds", "export"]),
        ("check", &["check"]),
    ] {
        let waited = waits::beside(&place, &portal.url, RESIDENTS, arguments).await?;
        print_waited(work, &waited)?;
    }
    let database = format!("sqlite://{}", place.home.join("daylight.db").display());
    let mut database = sqlx::SqliteConnection::connect(&database).await?;
    database
        .execute("UPDATE setting SET content = '0' WHERE name = 'totals_version'")
        .await?;
    database.close().await?;
    let waited = waits::beside(&place, &portal.url, RESIDENTS, &["migrate"]).await?;
    print_waited("statistics counted anew", &waited)?;
    drop(portal);
    place.is_sound()?;
    let demo = self::place(dir, "demo", None)?;
    let portal = demo.serve()?;
    let waited = waits::beside(&demo, &portal.url, RESIDENTS, &["demo", "--requests", "200"]).await?;
    print_waited("demo", &waited)
}

fn print_waited(work: &str, waited: &Waited) -> Outcome<()> {
    println!(
        "  {:24} {:6.1?}, {:6} filed, {} refused, longest answer {:.0?}",
        work, waited.took, waited.filed, waited.refused, waited.longest
    );
    if waited.refused > 0 || waited.longest > LONGEST {
        return Err(format!("{work}: somebody was refused, or waited longer than {LONGEST:?}").into());
    }
    Ok(())
}
