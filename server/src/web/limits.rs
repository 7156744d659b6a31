//! How often one subscriber may ask: coarse limits in memory, so that nobody wears the portal out.
//!
//! What guards secrets (codes, passwords) is counted in the database instead, where every replica
//! sees it.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use office::Refusal;

use super::address::{neighborhood, site};

/// What is limited apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Any page or form.
    Any,
    /// Public pages for which something was typed: each is made anew.
    Search,
    /// Requests filed.
    Filing,
    /// Letters to addresses that somebody typed.
    Following,
    /// Every other form.
    Form,
}

/// A rate limiter for each class.
pub struct Limits {
    on: bool,
    any: Keyed,
    search: Keyed,
    filing: Keyed,
    following: Keyed,
    form: Keyed,
}

/// What one neighborhood may do, and what a whole site (the /48 of an IPv6 address) may.
struct Keyed {
    near: DefaultKeyedRateLimiter<IpAddr>,
    site: DefaultKeyedRateLimiter<IpAddr>,
}

/// A site may do so many times as much as one neighborhood of it.
const SITE: u32 = 8;

/// At most `burst` at once, then one every `every`.
fn keyed(burst: u32, every: Duration) -> Keyed {
    let limiter = |burst: u32, every: Duration| {
        let quota = Quota::with_period(every).unwrap_or_else(|| Quota::per_second(NonZeroU32::MIN));
        RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN)))
    };
    Keyed {
        near: limiter(burst, every),
        site: limiter(burst * SITE, every / SITE),
    }
}

fn check(limiter: &DefaultKeyedRateLimiter<IpAddr>, from: IpAddr) -> Result<(), Refusal> {
    limiter.check_key(&from).map_err(|early| {
        let wait = early.wait_time_from(limiter.clock().now()).as_secs() + 1;
        Refusal::TooMany {
            seconds: u32::try_from(wait).unwrap_or(u32::MAX),
        }
    })
}

impl Limits {
    /// The portal's limits, or none. A library or a phone network shows many people as one address,
    /// so they are far above what one person does.
    pub fn new(on: bool) -> Self {
        Self {
            on,
            any: keyed(600, Duration::from_millis(20)),
            search: keyed(60, Duration::from_millis(500)),
            filing: keyed(20, Duration::from_secs(20)),
            following: keyed(10, Duration::from_mins(1)),
            form: keyed(60, Duration::from_secs(2)),
        }
    }

    /// Whether there are any.
    pub const fn on(&self) -> bool {
        self.on
    }

    /// Counts one of this class from this address.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait.
    pub fn count(&self, class: Class, from: IpAddr) -> Result<(), Refusal> {
        if !self.on {
            return Ok(());
        }
        let limiter = match class {
            Class::Any => &self.any,
            Class::Search => &self.search,
            Class::Filing => &self.filing,
            Class::Following => &self.following,
            Class::Form => &self.form,
        };
        check(&limiter.near, neighborhood(from))?;
        site(from).map_or(Ok(()), |site| check(&limiter.site, site))
    }

    /// Forgets whoever has been quiet long enough. Called now and then.
    pub fn tidy(&self) {
        let pairs = [&self.any, &self.search, &self.filing, &self.following, &self.form];
        for limiter in pairs.iter().flat_map(|pair| [&pair.near, &pair.site]) {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_files_without_end_is_told_how_long_to_wait() {
        let limits = Limits::new(true);
        let from = IpAddr::from([198, 51, 100, 7]);
        let refused = (0..30)
            .find_map(|_| limits.count(Class::Filing, from).err())
            .expect("a limit");
        assert!(matches!(refused, Refusal::TooMany { seconds: 1..=21 }), "{refused:?}");
        assert_eq!(
            limits.count(Class::Filing, IpAddr::from([198, 51, 100, 8])),
            Ok(()),
            "another subscriber"
        );
        assert_eq!(limits.count(Class::Any, from), Ok(()), "another class");
    }

    #[test]
    fn whoever_has_a_whole_site_is_limited_however_many_networks_they_use() {
        let limits = Limits::new(true);
        let from = |site: u16, network: u16| IpAddr::from([0x2001, 0xdb8, site, network, 0, 0, 0, 1]);
        let passed = (0..1000)
            .filter(|network| limits.count(Class::Filing, from(1, *network)).is_ok())
            .count();
        assert!((20..200).contains(&passed), "{passed}");
        assert_eq!(limits.count(Class::Filing, from(2, 0)), Ok(()), "another site");
    }
}
