//! How many connections may be open, in all and from one neighborhood, so that nobody keeps others from connecting.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use crate::web::address::neighborhood;

/// Most connections in all, where the system lets us have so many files.
const MOST: usize = 4_096;
/// Most from one neighborhood. A library or a phone network shows many people as one address.
const MOST_OF_ONE: usize = 512;
/// Files that are kept for the database, for videos and for the log.
const OTHER_FILES: usize = 256;
/// What is believed where the system does not say how many files may be open.
const USUAL_FILES: usize = 1_024;

/// Counts open connections. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Connections {
    most: usize,
    /// `None` where all come from proxies of one's own, which count for themselves.
    most_of_one: Option<usize>,
    open: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A connection that counts until it is dropped.
#[derive(Debug)]
pub struct Counted {
    open: Arc<Mutex<HashMap<IpAddr, usize>>>,
    from: IpAddr,
}

impl Connections {
    /// As many as this process may have files; `proxies` of one's own stand in front.
    pub fn allowed(proxies: usize) -> Self {
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
        let most = open_files(&limits).saturating_sub(OTHER_FILES).clamp(64, MOST);
        Self::at_most(most, (proxies == 0).then(|| (most / 4).min(MOST_OF_ONE)))
    }

    /// So many in all, and from one neighborhood.
    pub fn at_most(most: usize, most_of_one: Option<usize>) -> Self {
        Self {
            most,
            most_of_one,
            open: Arc::default(),
        }
    }

    /// Counts a new connection; `None` where there are too many already.
    pub fn count(&self, from: IpAddr) -> Option<Counted> {
        let from = neighborhood(from.to_canonical());
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, of_one) = (
            open.values().sum::<usize>(),
            open.get(&from).copied().unwrap_or_default(),
        );
        if all >= self.most || self.most_of_one.is_some_and(|most| of_one >= most) {
            return None;
        }
        open.insert(from, of_one + 1);
        drop(open);
        Some(Counted {
            open: Arc::clone(&self.open),
            from,
        })
    }

    /// How many are open.
    pub fn open(&self) -> usize {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).values().sum()
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.from) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.from);
            }
        }
    }
}

/// The soft limit of open files, as `/proc/self/limits` says it.
fn open_files(limits: &str) -> usize {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().next());
    soft.and_then(|soft| soft.parse().ok()).unwrap_or(USUAL_FILES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn one_neighborhood_leaves_room_for_others() {
        let connections = Connections::at_most(5, Some(3));
        let first: Vec<_> = (0..10)
            .filter_map(|_| connections.count(address("198.51.100.7")))
            .collect();
        assert_eq!(first.len(), 3);
        // All addresses of a /64 are one neighborhood, and an IPv4 address is one however it is written.
        let same = connections.count(address("::ffff:198.51.100.7"));
        assert!(same.is_none());
        let other: Vec<_> = ["2001:db8::1", "2001:db8::2", "2001:db8::3"]
            .iter()
            .filter_map(|from| connections.count(address(from)))
            .collect();
        assert_eq!((other.len(), connections.open()), (2, 5), "five in all");
        drop(first);
        assert!(connections.count(address("198.51.100.7")).is_some());
        assert_eq!(connections.open(), 2);
    }

    #[test]
    fn the_limit_of_the_system_is_read() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units\n\
                      Max open files            20000                524288               files\n";
        assert_eq!(open_files(limits), 20_000);
        assert_eq!(open_files(""), USUAL_FILES);
    }
}
