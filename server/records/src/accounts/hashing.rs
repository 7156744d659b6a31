//! Passwords.

use std::sync::Arc;

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::sync::Semaphore;

use crate::fault::{Fault, Stored};

/// How passwords are hashed: Argon2id, at most two at a time so that memory and processors stay
/// free for others.
#[derive(Clone)]
pub struct Hashing {
    argon: Argon2<'static>,
    permits: Arc<Semaphore>,
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
            permits: Arc::new(Semaphore::new(2)),
        }
    }

    async fn away<T: Send + 'static>(&self, work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static) -> Stored<T> {
        // Taken before the thread is, so that a flood of sign-ins waits here.
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|closed| Fault::Hashing(closed.to_string()))?;
        let argon = self.argon.clone();
        Ok(tokio::task::spawn_blocking(move || {
            let done = work(&argon);
            drop(permit);
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
