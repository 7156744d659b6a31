//! How often a secret may be tried: counted in the database, where every replica sees it.

use std::time::Duration;

use office::{OfficeResult, Refusal};

use super::SECOND;
use crate::{
    RecordsOffice,
    store::{Dialect, attempts},
};

impl RecordsOffice {
    fn window(&self, key: &str, seconds: u32) -> (String, i64, u32) {
        let (now, length) = (self.now_micros(), i64::from(seconds.max(1)) * SECOND);
        let start = now - now.rem_euclid(length);
        let wait = (start + length - now).div_euclid(SECOND) + 1;
        (
            self.secret().hash("attempt", key),
            start,
            u32::try_from(wait).unwrap_or(seconds),
        )
    }

    /// Whether a secret may be tried: fewer than `limit` failures in this window. `key` names what
    /// it is tried on or from; only a hash of it is kept.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait.
    pub async fn allow(&self, key: &str, limit: u64, window_seconds: u32) -> OfficeResult<()> {
        let (hash, start, seconds) = self.window(key, window_seconds);
        if attempts::failures(self.store(), &hash, start).await? < limit {
            Ok(())
        } else {
            Err(Refusal::TooMany { seconds })
        }
    }

    /// Counts a failure for [`Self::allow`] with the same window.
    pub async fn failed(&self, key: &str, window_seconds: u32) -> OfficeResult<()> {
        self.count(key, window_seconds).await.map(|_| ())
    }

    /// Counts a try before it is made, so that many at once cannot slip through.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait when this one is over the limit.
    pub async fn count_attempt(&self, key: &str, limit: u64, window_seconds: u32) -> OfficeResult<()> {
        let (tries, seconds) = self.count(key, window_seconds).await?;
        if tries <= limit {
            Ok(())
        } else {
            Err(Refusal::TooMany { seconds })
        }
    }

    /// Forgets the tries of a key: the secret was right.
    pub async fn forget_attempts(&self, key: &str) -> OfficeResult<()> {
        let hash = self.secret().hash("attempt", key);
        let mut tx = self.store().begin().await?;
        attempts::forget(&mut tx, &hash).await?;
        Ok(tx.commit().await?)
    }

    /// Counts one of something that may be done `burst` times at once, and then once in each span of `every`, by all programs on
    /// this database together. `key` names what is counted and whose it is; only a hash of it is kept. With SQLite one program
    /// serves, which counts by itself.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait.
    pub async fn count_shared(&self, key: &str, burst: u32, every: Duration) -> OfficeResult<()> {
        if self.store().dialect() == Dialect::Sqlite {
            return Ok(());
        }
        let hash = self.secret().hash("rate", key);
        let every = i64::try_from(every.as_micros()).unwrap_or(i64::MAX);
        let mut tx = self.store().begin().await?;
        let early = attempts::use_rate(&mut tx, &hash, self.now_micros(), every, burst).await?;
        tx.commit().await?;
        early.map_or(Ok(()), |micros| {
            let seconds = u32::try_from(micros.div_euclid(SECOND) + 1).unwrap_or(u32::MAX);
            Err(Refusal::TooMany { seconds })
        })
    }

    /// Forgets who has been quiet long enough for [`Self::count_shared`].
    pub async fn forget_shared_counts(&self) -> OfficeResult<()> {
        if self.store().dialect() == Dialect::Postgres {
            attempts::forget_rates(self.store(), self.now_micros()).await?;
        }
        Ok(())
    }

    async fn count(&self, key: &str, window_seconds: u32) -> OfficeResult<(u64, u32)> {
        let (hash, start, seconds) = self.window(key, window_seconds);
        let mut tx = self.store().begin().await?;
        let tries = attempts::count(&mut tx, &hash, start).await?;
        tx.commit().await?;
        Ok((tries, seconds))
    }
}
