//! Residents file while long work goes on, in the same program or beside it.

use std::{
    fmt::Write as _,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use super::{
    Outcome,
    people::{Filed, Journal, Person},
    portal::{Place, both},
};

/// What residents saw while some work went on.
#[derive(Debug)]
pub struct Waited {
    /// How long the work took.
    pub took: Duration,
    /// Filings acknowledged meanwhile.
    pub filed: usize,
    /// Filings refused meanwhile.
    pub refused: usize,
    /// The longest that anybody waited for an answer.
    pub longest: Duration,
}

/// A register of so many short recordings.
pub fn register(lines: u32, prefix: &str) -> String {
    let mut csv = "source_id,camera,officer,division,started_at,ended_at,uploaded_at,place,incident_number,category,\
                   location_kind\n"
        .to_owned();
    for line in 0..lines {
        let (day, hour, minute) = (line / 1440 % 28 + 1, line / 60 % 24, line % 60);
        let start = format!("2026-06-{day:02}T{hour:02}:{minute:02}");
        let _ = writeln!(
            csv,
            "{prefix}-{line:07},body_worn,{},central,{start}:00Z,{start}:59Z,,Post {},26-{line:06},non_evidence,public",
            1000 + line % 900,
            line % 500
        );
    }
    csv
}

/// So many residents file as long as a command of the program runs beside the portal at this address.
pub async fn beside(place: &Place, url: &str, residents: usize, arguments: &[&str]) -> Outcome<Waited> {
    let (place, arguments) = (
        place.clone(),
        arguments.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>(),
    );
    let journal = Journal::on(&place.home.join("journal.txt"))?;
    let runs = tokio::task::spawn_blocking(move || {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        place.run(&arguments, "")
    });
    let stop = Arc::new(AtomicBool::new(false));
    let mut filing = tokio::task::JoinSet::new();
    for _ in 0..residents {
        filing.spawn(files(Person::at(url)?, journal.clone(), Arc::clone(&stop)));
    }
    let begun = Instant::now();
    let done = runs.await??;
    let took = begun.elapsed();
    stop.store(true, Ordering::Relaxed);
    let mut waited = Waited {
        took,
        filed: 0,
        refused: 0,
        longest: Duration::ZERO,
    };
    while let Some(one) = filing.join_next().await {
        let (refused, longest) = one??;
        waited.refused += refused;
        waited.longest = waited.longest.max(longest);
    }
    if !done.status.success() {
        return Err(both(&done).into());
    }
    waited.filed = journal.all_are_there(url).await?;
    Ok(waited)
}

async fn files(person: Person, journal: Journal, stop: Arc<AtomicBool>) -> Outcome<(usize, Duration)> {
    let (mut refused, mut longest) = (0, Duration::ZERO);
    while !stop.load(Ordering::Relaxed) {
        let begun = Instant::now();
        match person.files(&journal, false).await? {
            Filed::Acknowledged => {}
            Filed::Refused(_) | Filed::Broken => refused += 1,
        }
        longest = longest.max(begun.elapsed());
        // A resident takes a breath; ten of them are ten who file, not a load test.
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok((refused, longest))
}
