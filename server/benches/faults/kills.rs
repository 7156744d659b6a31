//! The program is killed while people file, and so is PostgreSQL.

use std::time::{Duration, Instant};

use super::{
    Outcome,
    people::{self, Journal, Person},
    portal::Place,
    postgres::Cluster,
};

/// People who file at once.
const PEOPLE: usize = 4;

/// What a trial by kills counted.
#[derive(Debug)]
pub struct Kills {
    /// How often something was killed.
    pub times: u32,
    /// Filings acknowledged, each of which is still there.
    pub acknowledged: usize,
    /// The longest time from a kill until people could file again.
    pub longest_away: Duration,
}

/// Kills the program so many times while so many filings are acknowledged, and starts it again on what is left.
pub async fn of_the_program(place: &Place, kills: u32, filings: usize) -> Outcome<Kills> {
    let journal = Journal::on(&place.home.join("journal.txt"))?;
    let mut longest_away = Duration::ZERO;
    let mut portal = place.serve()?;
    for kill in 1..=kills {
        let share = filings * usize::try_from(kill)? / usize::try_from(kills)?;
        // Somebody is filing at that moment: the last of this share, and a few milliseconds of the next.
        let url = portal.url.clone();
        let files = {
            let journal = journal.clone();
            tokio::spawn(async move { people::file_together(&url, &journal, PEOPLE, usize::MAX).await })
        };
        while journal.len() < share && !files.is_finished() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis(u64::from(kill * 7 % 23))).await;
        let killed = Instant::now();
        portal.kill();
        files.await??;
        portal = place.serve()?;
        longest_away = longest_away.max(killed.elapsed());
    }
    people::file_together(&portal.url, &journal, PEOPLE, filings).await?;
    let acknowledged = journal.all_are_there(&portal.url).await?;
    portal.kill();
    place.is_sound()?;
    Ok(Kills {
        times: kills,
        acknowledged,
        longest_away,
    })
}

/// Kills the postmaster so many times while people file, and starts it again; the program runs on.
pub async fn of_postgres(place: &Place, cluster: &mut Cluster, kills: u32, filings: usize) -> Outcome<Kills> {
    let journal = Journal::on(&place.home.join("journal.txt"))?;
    let mut longest_away = Duration::ZERO;
    let mut portal = place.serve()?;
    let url = portal.url.clone();
    let files = {
        let (journal, url) = (journal.clone(), url.clone());
        tokio::spawn(async move {
            // Whoever gets no answer tries again.
            while journal.len() < filings {
                people::file_together(&url, &journal, PEOPLE, filings).await?;
            }
            Outcome::Ok(())
        })
    };
    let somebody = Person::at(&url)?;
    for kill in 1..=kills {
        tokio::time::sleep(Duration::from_millis(u64::from(100 + kill * 37 % 200))).await;
        let killed = Instant::now();
        cluster.kill();
        cluster.start()?;
        let extra = journal.clone();
        while !matches!(somebody.files(&extra, false).await?, people::Filed::Acknowledged) {
            if killed.elapsed() > Duration::from_secs(30) {
                return Err("nobody could file half a minute after PostgreSQL was killed".into());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        longest_away = longest_away.max(killed.elapsed());
    }
    files.await??;
    if !portal.runs() {
        return Err("the program ended with PostgreSQL".into());
    }
    let acknowledged = journal.all_are_there(&url).await?;
    portal.kill();
    place.is_sound()?;
    cluster.is_sound()?;
    Ok(Kills {
        times: kills,
        acknowledged,
        longest_away,
    })
}
