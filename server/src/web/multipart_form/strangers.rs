//! Strangers who send files at once: few in all, fewer from one neighborhood. What they send is bounded by its form, and
//! each form by its minutes, so that what is on its way is bounded too.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use office::{OfficeResult, Refusal};

use crate::web::address::neighborhood;

/// Most forms with files of strangers at once.
const MOST: usize = 24;
/// Most of them from one neighborhood: a library or a phone network shows many people as one address.
const MOST_EACH: usize = 6;
/// How long to wait where all places are taken, in seconds.
const WAIT: u32 = 30;

/// Strangers who send files now, by their neighborhoods.
#[derive(Debug, Default)]
pub struct StrangerUploads(Mutex<HashMap<IpAddr, usize>>);

/// One stranger's place. It is free again with this value.
#[derive(Debug)]
pub struct StrangerPlace {
    all: Arc<StrangerUploads>,
    from: IpAddr,
}

impl StrangerUploads {
    /// Takes a place.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] when all are taken.
    pub fn enter(self: &Arc<Self>, from: IpAddr) -> OfficeResult<StrangerPlace> {
        let from = neighborhood(from);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (total, here) = (all.values().sum::<usize>(), all.get(&from).copied().unwrap_or_default());
        if total >= MOST || here >= MOST_EACH {
            return Err(Refusal::TooMany { seconds: WAIT });
        }
        all.insert(from, here + 1);
        drop(all);
        Ok(StrangerPlace {
            all: Arc::clone(self),
            from,
        })
    }
}

impl Drop for StrangerPlace {
    fn drop(&mut self) {
        let mut all = self.all.0.lock().unwrap_or_else(PoisonError::into_inner);
        match all.get_mut(&self.from) {
            Some(here) if *here > 1 => *here -= 1,
            _ => drop(all.remove(&self.from)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_send_few_files_at_once_and_fewer_from_one_place() {
        let all = Arc::new(StrangerUploads::default());
        let from = |last: u8| IpAddr::from([198, 51, 100, last]);
        let mine: Vec<_> = (0..MOST_EACH).map(|_| all.enter(from(1)).expect("a place")).collect();
        assert!(matches!(all.enter(from(1)), Err(Refusal::TooMany { .. })));
        let others: Vec<_> = (MOST_EACH..MOST)
            .zip(2..)
            .map(|(_, last)| all.enter(from(last)).expect("a place"))
            .collect();
        assert!(matches!(all.enter(from(200)), Err(Refusal::TooMany { .. })));
        drop(mine);
        all.enter(from(1)).expect("free again");
        drop(others);
        assert!(all.0.lock().expect("a lock").is_empty());
    }
}
