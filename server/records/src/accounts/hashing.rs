//! Passwords.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::fault::{Fault, Stored};

/// At most so many passwords are hashed at once: each takes 64 MiB.
const AT_ONCE: usize = 2;
/// So many more may wait for their turn, a few seconds together; whoever comes then is told to come again.
const QUEUE: usize = 16;
/// So many answers to wrong passwords may be held back at once.
const HELD_BACK: usize = 128;

/// How passwords are hashed: Argon2id, a few at a time so that memory and a processor stay free for others, and a few more in
/// the queue.
#[derive(Clone)]
pub struct Hashing {
    argon: Argon2<'static>,
    permits: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

/// How many passwords may be hashed at once on this many processors: one processor stays free.
fn at_once(processors: usize) -> usize {
    processors.saturating_sub(1).clamp(1, AT_ONCE)
}

impl Hashing {
    /// 64 MiB, three passes: about 0.2 s.
    pub fn full() -> Self {
        Self::with(64 * 1024, 3)
    }

    /// As little as Argon2 can, for tests.
    pub fn quick() -> Self {
        Self::with(Params::MIN_M_COST, 1)
    }

    fn with(memory_kib: u32, passes: u32) -> Self {
        let params = Params::new(memory_kib, passes, 1, None).unwrap_or_default();
        Self {
            argon: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            permits: Arc::new(Semaphore::new(at_once(
                std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
            ))),
            queue: Arc::new(Semaphore::new(QUEUE)),
            waiting: Arc::new(Semaphore::new(HELD_BACK)),
        }
    }

    /// A place for an answer that is held back, where one is free.
    pub(super) fn waiting_room(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.waiting).try_acquire_owned().ok()
    }

    async fn away<T: Send + 'static>(&self, work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static) -> Stored<T> {
        // Taken before the thread is, so that a flood of sign-ins waits here, and no longer than its queue.
        let queued = Arc::clone(&self.queue).try_acquire_owned().map_err(|_| Fault::Busy)?;
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|closed| Fault::Hashing(closed.to_string()))?;
        let argon = self.argon.clone();
        Ok(tokio::task::spawn_blocking(move || {
            let done = work(&argon);
            drop((permit, queued));
            done
        })
        .await?)
    }

    pub(super) async fn hash(&self, password: String) -> Stored<String> {
        let hash = self.away(move |argon| {
            argon
                .hash_password(password.as_bytes())
                .map(|hash: PasswordHash| hash.to_string())
        });
        hash.await?.map_err(|error| Fault::Hashing(error.to_string()))
    }

    /// Whether a password fits. Without a hash to compare to, as much work is done in vain, so that
    /// time does not tell whether an account exists.
    pub(super) async fn fits(&self, password: String, hash: Option<String>) -> Stored<bool> {
        let Some(hash) = hash else {
            self.hash(password).await?;
            return Ok(false);
        };
        self.away(move |argon| {
            let known = PasswordHash::new(&hash).map_err(|error| Fault::Hashing(error.to_string()))?;
            Ok(argon.verify_password(password.as_bytes(), &known).is_ok())
        })
        .await?
    }
}

impl std::fmt::Debug for Hashing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hashing")
            .field("params", self.argon.params())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_processor_stays_free() {
        assert_eq!([1, 2, 3, 64].map(at_once), [1, 1, 2, 2]);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn whoever_finds_the_queue_full_is_told_at_once() {
        let hashing = Hashing::full();
        let tries = (0..100).map(|_| {
            let hashing = hashing.clone();
            tokio::spawn(async move { hashing.hash("a long enough password".into()).await })
        });
        let (mut done, mut busy) = (0, 0);
        for one in tries.collect::<Vec<_>>() {
            match one.await.unwrap() {
                Ok(_) => done += 1,
                Err(Fault::Busy) => busy += 1,
                Err(other) => panic!("{other}"),
            }
        }
        assert!((1..=2 * QUEUE).contains(&done), "{done} done");
        assert_eq!(done + busy, 100);
    }
}
