//! How often one subscriber may ask: coarse limits in memory, so that nobody wears the portal out.
//!
//! What guards secrets (codes, passwords) is counted in the database instead, where every replica
//! sees it; so is what is filed and what sends letters, where there can be replicas.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use office::{OfficeResult, Refusal};
use records::RecordsOffice;

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

/// How often one neighborhood may do something.
#[derive(Clone, Copy)]
struct Rate {
    /// So many at once.
    burst: u32,
    /// Then one in each of these spans.
    every: Duration,
}

impl Class {
    /// A library or a phone network shows many people as one address, so it is far above what one person does.
    const fn rate(self) -> Rate {
        let (burst, every) = match self {
            Self::Any => (600, Duration::from_millis(20)),
            Self::Search => (60, Duration::from_millis(500)),
            Self::Filing => (20, Duration::from_secs(20)),
            Self::Following => (10, Duration::from_mins(1)),
            Self::Form => (60, Duration::from_secs(2)),
        };
        Rate { burst, every }
    }

    /// Under what it is counted where every replica sees it; `None` for what each counts by itself.
    const fn shared_name(self) -> Option<&'static str> {
        match self {
            Self::Filing => Some("filing"),
            Self::Following => Some("following"),
            Self::Any | Self::Search | Self::Form => None,
        }
    }
}

impl Rate {
    /// What a whole site may do.
    fn of_site(self) -> Self {
        Self {
            burst: self.burst * SITE,
            every: self.every / SITE,
        }
    }
}

/// A site may do so many times as much as one neighborhood of it.
const SITE: u32 = 8;

fn keyed(class: Class) -> Keyed {
    let limiter = |Rate { burst, every }: Rate| {
        let quota = Quota::with_period(every).unwrap_or_else(|| Quota::per_second(NonZeroU32::MIN));
        RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN)))
    };
    Keyed {
        near: limiter(class.rate()),
        site: limiter(class.rate().of_site()),
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
    /// The portal's limits, or none.
    pub fn new(on: bool) -> Self {
        Self {
            on,
            any: keyed(Class::Any),
            search: keyed(Class::Search),
            filing: keyed(Class::Filing),
            following: keyed(Class::Following),
            form: keyed(Class::Form),
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

    /// The same for a form. What is filed and what sends letters is also counted where every replica sees it.
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait; [`Refusal::Unavailable`] without the database.
    pub async fn count_form(&self, records: &RecordsOffice, class: Class, from: IpAddr) -> OfficeResult<()> {
        self.count(class, from)?;
        let Some(name) = class.shared_name().filter(|_| self.on) else {
            return Ok(());
        };
        let near = (neighborhood(from), class.rate());
        let site = site(from).map(|site| (site, class.rate().of_site()));
        for (whose, Rate { burst, every }) in [Some(near), site].into_iter().flatten() {
            records.count_shared(&format!("{name} {whose}"), burst, every).await?;
        }
        Ok(())
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
