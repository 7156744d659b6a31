//! Counting everything anew, while people write.
//!
//! It takes minutes with many requests, so each subject is counted in a short step into a set of tallies of its own, beside
//! the ones that are shown. The last step puts the new totals and the name of their set in the place of the old ones. Until
//! then nothing is folded, so that whatever happens meanwhile still waits in `uncounted` for the new set.

use std::time::Duration;

use sqlx::{AnyConnection, Executor as _};
use statistics::Totals;

use super::{Steps, Subject, VERSION, add, alone, outdated, page, save, set_aside, steps};
use crate::{
    fault::{Fault, Stored},
    secret,
    store::{Store, Tx, settings},
};

/// How long after its last step a count is taken for broken off, in microseconds.
const LEASE: i64 = 60 * 1_000_000;
/// How often whoever waits for the count of another program looks.
const LOOKS: Duration = Duration::from_millis(200);
/// Tallies of an old set taken away at once.
const SWEPT: i64 = 1_000;

/// The set of tallies that is shown: empty for the first one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TallySet(String);

impl TallySet {
    /// The one that is shown.
    pub(super) async fn shown(conn: &mut AnyConnection) -> Stored<Self> {
        let name = settings::get_within(conn, settings::TALLIES).await?;
        Ok(Self(name.unwrap_or_default()))
    }

    fn fresh() -> Self {
        Self(secret::key())
    }

    /// What its rows have in `tally.subject`.
    pub(super) fn key(&self, subject: Subject) -> String {
        if self.0.is_empty() {
            subject.key().to_owned()
        } else {
            format!("{}.{}", subject.key(), self.0)
        }
    }
}

/// Whether somebody counts anew at this moment: then nothing is folded.
pub(super) async fn is_underway(conn: &mut AnyConnection, at: i64) -> Stored<bool> {
    Ok(lease(conn).await?.is_some_and(|(_, until)| until > at))
}

/// Whose count is under way, and until when it is believed.
async fn lease(conn: &mut AnyConnection) -> Stored<Option<(TallySet, i64)>> {
    let kept = settings::get_within(conn, settings::RECOUNT).await?;
    let read = |kept: String| {
        let (set, until) = kept.split_once(' ')?;
        Some((TallySet(set.to_owned()), until.parse().ok()?))
    };
    Ok(kept.and_then(read))
}

/// Counts everything anew in the place of what is kept, as soon as no other program does; only if the totals are
/// [`outdated`], where that is asked. `now` tells the microseconds since 1970.
///
/// # Errors
/// [`Fault::Database`]; then what was kept still stands.
pub async fn recount(store: &Store, now: impl Fn() -> i64, only_outdated: bool) -> Stored<()> {
    let set = TallySet::fresh();
    loop {
        if only_outdated && !outdated(&mut *store.read().await?).await? {
            return Ok(());
        }
        if begin(store, &set, now()).await? {
            break;
        }
        tokio::time::sleep(LOOKS).await;
    }
    sweep(store).await?;
    let mut anew = Anew::default();
    for subject in [Subject::Request, Subject::Notice] {
        let mut after = String::new();
        loop {
            let mut conn = store.read().await?;
            let Some(ids) = page(&mut conn, subject, &mut after).await? else {
                break;
            };
            let counted = steps(&mut conn, subject, &ids, &set).await?;
            drop(conn);
            let mut tx = step(store, &set, now()).await?;
            save(&mut tx, &set.key(subject), &counted.tallies).await?;
            tx.commit().await?;
            anew.take(subject, counted);
        }
    }
    let mut tx = step(store, &set, now()).await?;
    anew.show(&mut tx, &set).await?;
    tx.commit().await?;
    sweep(store).await
}

/// Takes the right to count anew; `false` while another program has it.
async fn begin(store: &Store, set: &TallySet, at: i64) -> Stored<bool> {
    let mut tx = store.begin_alone().await?;
    alone(&mut tx).await?;
    if is_underway(tx.conn().await?, at).await? {
        tx.give_up().await?;
        return Ok(false);
    }
    renew(&mut tx, set, at).await?;
    tx.commit().await?;
    Ok(true)
}

async fn renew(tx: &mut Tx, set: &TallySet, at: i64) -> Stored<()> {
    let until = at.saturating_add(LEASE);
    settings::set(tx, settings::RECOUNT, &format!("{} {until}", set.0)).await
}

/// A step, as long as nobody has taken the count for broken off.
async fn step(store: &Store, set: &TallySet, at: i64) -> Stored<Tx> {
    let mut tx = store.begin_alone().await?;
    alone(&mut tx).await?;
    match lease(tx.conn().await?).await? {
        Some((holder, _)) if holder == *set => renew(&mut tx, set, at).await?,
        _ => return Err(Fault::Contended),
    }
    Ok(tx)
}

/// What was counted so far.
#[derive(Default)]
struct Anew {
    totals: Totals,
    unreadable: Vec<(Subject, String)>,
}

impl Anew {
    fn take(&mut self, subject: Subject, counted: Steps) {
        self.totals.merge(counted.totals);
        let unreadable = counted.unreadable.into_iter().map(|id| (subject, id));
        self.unreadable.extend(unreadable);
    }

    /// Puts it in the place of what is shown.
    async fn show(&self, tx: &mut Tx, set: &TallySet) -> Stored<()> {
        for old in [
            "DELETE FROM total",
            "UPDATE uncounted SET set_aside = 0 WHERE set_aside = 1",
        ] {
            tx.conn().await?.execute(old).await?;
        }
        add(tx, &self.totals).await?;
        for (subject, id) in &self.unreadable {
            set_aside(tx, *subject, id).await?;
        }
        settings::set(tx, settings::TALLIES, &set.0).await?;
        settings::set(tx, settings::TOTALS, VERSION).await?;
        settings::remove(tx, settings::RECOUNT).await
    }
}

/// Takes away the tallies of every set but the one that is shown, in steps.
async fn sweep(store: &Store) -> Stored<()> {
    const OLD: &str = "DELETE FROM tally WHERE subject = $1 AND subject_id IN \
         (SELECT subject_id FROM tally WHERE subject = $1 ORDER BY subject_id LIMIT $2)";
    let mut conn = store.read().await?;
    let shown = TallySet::shown(&mut conn).await?;
    let kept: Vec<String> = sqlx::query_scalar("SELECT DISTINCT subject FROM tally")
        .fetch_all(&mut *conn)
        .await?;
    drop(conn);
    for old in kept {
        if [Subject::Request, Subject::Notice]
            .map(|subject| shown.key(subject))
            .contains(&old)
        {
            continue;
        }
        loop {
            let mut tx = store.begin_alone().await?;
            let gone = sqlx::query(OLD)
                .bind(&old)
                .bind(SWEPT)
                .execute(tx.conn().await?)
                .await?;
            tx.commit().await?;
            if gone.rows_affected() == 0 {
                break;
            }
        }
    }
    Ok(())
}
