//! Requests that are filed at the same moment share one durable commit.
//!
//! A commit waits for the disk; everything else about filing is quick. Whoever comes first keeps all requests that wait, in
//! one transaction, and each is answered after its commit, never before. When anything goes wrong, the transaction is undone
//! and each is kept in one of its own, so that nobody is refused for another's sake. `make bench` shows what it is worth:
//! nearly twice the filings a second.

use std::sync::{Mutex, PoisonError};

use office::Answer;
use tokio::sync::{Mutex as AsyncMutex, oneshot};

use super::PreparedFiling;
use crate::{
    fault::{Fault, Stored},
    office::RecordsOffice,
    store::requests::NewRequest,
};

/// Most requests in one transaction, so that nobody waits long for others.
const MOST: usize = 64;

/// The requests that wait to be kept, and whether somebody keeps them.
#[derive(Default)]
pub struct GroupCommit {
    waiting: Mutex<Vec<Waiting>>,
    writing: AsyncMutex<()>,
}

/// A decided and numbered request.
pub(super) struct NumberedFiling {
    pub draft: PreparedFiling,
    pub new: NewRequest,
}

struct Waiting {
    filing: NumberedFiling,
    reply: oneshot::Sender<Reply>,
}

/// The filing comes back, with whether it was kept: `false` if its number or its form's key is taken.
type Reply = (NumberedFiling, Stored<bool>);

impl GroupCommit {
    fn add(&self, waiting: Waiting) {
        self.lock().push(waiting);
    }

    /// The oldest that wait.
    fn take(&self) -> Vec<Waiting> {
        let mut waiting = self.lock();
        let most = waiting.len().min(MOST);
        waiting.drain(..most).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Waiting>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl RecordsOffice {
    /// Keeps a request, in one commit with others that wait.
    pub(super) async fn commit_in_group(&self, filing: NumberedFiling) -> Answer<(NumberedFiling, bool)> {
        let (reply, mut replied) = oneshot::channel();
        self.group_commit.add(Waiting { filing, reply });
        loop {
            let writing = self.group_commit.writing.lock().await;
            match replied.try_recv() {
                Ok((filing, kept)) => return Ok((filing, kept?)),
                Err(oneshot::error::TryRecvError::Empty) => {
                    // In a task of its own: whoever goes away takes nobody else's filing along.
                    let office = self.clone();
                    let kept = tokio::spawn(async move { office.keep_waiting().await });
                    kept.await.map_err(Fault::from)?;
                }
                // It broke off in the middle.
                Err(oneshot::error::TryRecvError::Closed) => return Err(Fault::Contended.into()),
            }
            drop(writing);
        }
    }

    async fn keep_waiting(&self) {
        let waiting = self.group_commit.take();
        let filings: Vec<&NumberedFiling> = waiting.iter().map(|one| &one.filing).collect();
        let kept = match self.keep_all(&filings).await {
            Ok(kept) => kept.into_iter().map(Ok).collect(),
            Err(Undone::Unbegun(fault)) => unbegun(fault, filings.len()),
            Err(Undone::Midway(fault)) if filings.len() == 1 => vec![Err(fault)],
            Err(Undone::Midway(_)) => self.keep_each(&filings).await,
        };
        for (one, kept) in waiting.into_iter().zip(kept) {
            // Who does not listen any more can ask again with the same form.
            drop(one.reply.send((one.filing, kept)));
        }
    }

    /// Each in a transaction of its own, for as long as the database begins any.
    async fn keep_each(&self, filings: &[&NumberedFiling]) -> Vec<Stored<bool>> {
        let mut kept = Vec::with_capacity(filings.len());
        for filing in filings {
            match self.keep_all(&[*filing]).await {
                Ok(one) => kept.extend(one.into_iter().map(Ok)),
                Err(Undone::Midway(fault)) => kept.push(Err(fault)),
                Err(Undone::Unbegun(fault)) => {
                    kept.extend(unbegun(fault, filings.len() - kept.len()));
                    break;
                }
            }
        }
        kept
    }

    /// One transaction: all or nothing, but for those whose number or form is taken.
    async fn keep_all(&self, filings: &[&NumberedFiling]) -> Result<Vec<bool>, Undone> {
        let mut tx = self.store.begin().await.map_err(Undone::Unbegun)?;
        let mut kept = Vec::with_capacity(filings.len());
        for filing in filings {
            let one = self.keep_filed(&mut tx, &filing.draft, &filing.new).await;
            kept.push(one.map_err(Undone::Midway)?);
        }
        tx.commit().await.map_err(Undone::Midway)?;
        Ok(kept)
    }
}

/// Why nothing was kept.
enum Undone {
    /// The database is locked or gone: for everybody.
    Unbegun(Fault),
    /// Something went wrong with one of them, or with the commit. Whether that commit was made after
    /// all is found out by keeping the same form again.
    Midway(Fault),
}

/// The same answer for so many.
fn unbegun(fault: Fault, many: usize) -> Vec<Stored<bool>> {
    let shared = (1..many)
        .map(|_| Err(Fault::Shared(fault.to_string())))
        .collect::<Vec<_>>();
    std::iter::once(Err(fault)).chain(shared).collect()
}
