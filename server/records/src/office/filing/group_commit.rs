//! Requests that are filed at the same moment share one durable commit.
//!
//! A commit waits for the disk; everything else about filing is quick. Whoever has the turn keeps
//! all requests that wait, in one transaction, and each is answered after its commit, never before.
//! When anything goes wrong, the transaction is undone and each is kept in one of its own, so that
//! nobody is refused for another's sake.

use std::sync::{Mutex, PoisonError};

use office::Answer;
use tokio::sync::{Mutex as Turn, oneshot};

use super::PreparedFiling;
use crate::{
    fault::{Fault, Stored},
    office::RecordsOffice,
    store::requests::NewRequest,
};

/// Most requests in one transaction, so that nobody waits long for others.
const MOST: usize = 64;

/// The requests that wait to be kept, and whose turn it is.
#[derive(Default)]
pub struct GroupCommit {
    waiting: Mutex<Vec<Waiting>>,
    turn: Turn<()>,
}

/// A decided and numbered request.
pub(super) struct NumberedFiling {
    pub draft: PreparedFiling,
    pub new: NewRequest,
}

struct Waiting {
    sheet: NumberedFiling,
    tell: oneshot::Sender<Told>,
}

/// The sheet comes back, with whether it was kept: `false` if its number or its form's key is taken.
type Told = (NumberedFiling, Stored<bool>);

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
    pub(super) async fn commit_in_group(&self, sheet: NumberedFiling) -> Answer<(NumberedFiling, bool)> {
        let (tell, mut told) = oneshot::channel();
        self.group_commit.add(Waiting { sheet, tell });
        loop {
            let turn = self.group_commit.turn.lock().await;
            match told.try_recv() {
                Ok((sheet, kept)) => return Ok((sheet, kept?)),
                Err(oneshot::error::TryRecvError::Empty) => self.keep_waiting().await,
                // Whoever had it stopped in the middle.
                Err(oneshot::error::TryRecvError::Closed) => return Err(Fault::Contended.into()),
            }
            drop(turn);
        }
    }

    async fn keep_waiting(&self) {
        let waiting = self.group_commit.take();
        let sheets: Vec<&NumberedFiling> = waiting.iter().map(|one| &one.sheet).collect();
        let kept = match self.keep_all(&sheets).await {
            Ok(kept) => kept.into_iter().map(Ok).collect(),
            Err(Undone::Unbegun(fault)) => unbegun(fault, sheets.len()),
            Err(Undone::Midway(fault)) if sheets.len() == 1 => vec![Err(fault)],
            Err(Undone::Midway(_)) => self.keep_each(&sheets).await,
        };
        for (one, kept) in waiting.into_iter().zip(kept) {
            // Who does not listen any more can ask again with the same form.
            drop(one.tell.send((one.sheet, kept)));
        }
    }

    /// Each in a transaction of its own, for as long as the database begins any.
    async fn keep_each(&self, sheets: &[&NumberedFiling]) -> Vec<Stored<bool>> {
        let mut kept = Vec::with_capacity(sheets.len());
        for sheet in sheets {
            match self.keep_all(&[*sheet]).await {
                Ok(one) => kept.extend(one.into_iter().map(Ok)),
                Err(Undone::Midway(fault)) => kept.push(Err(fault)),
                Err(Undone::Unbegun(fault)) => {
                    kept.extend(unbegun(fault, sheets.len() - kept.len()));
                    break;
                }
            }
        }
        kept
    }

    /// One transaction: all or nothing, but for those whose number or form is taken.
    async fn keep_all(&self, sheets: &[&NumberedFiling]) -> Result<Vec<bool>, Undone> {
        let mut tx = self.store.begin().await.map_err(Undone::Unbegun)?;
        let mut kept = Vec::with_capacity(sheets.len());
        for sheet in sheets {
            let one = self.keep_filed(&mut tx, &sheet.draft, &sheet.new).await;
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
