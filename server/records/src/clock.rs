//! The one place that reads the time.

mod watch;

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

pub use watch::{ClockTrouble, ClockWatch};

/// What time it is.
pub trait Clock: Send + Sync {
    /// The instant.
    fn now(&self) -> Timestamp;

    /// Whether somebody sets it: for tests and fictional data. Then nothing is compared with the machine's.
    fn is_by_hand(&self) -> bool {
        false
    }
}

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the server's clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that is set by hand: for tests and for fictional data.
#[derive(Debug)]
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at this instant.
    pub fn at(now: Timestamp) -> Self {
        Self(AtomicI64::new(now.as_microsecond()))
    }

    /// Sets it.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.as_microsecond(), Ordering::SeqCst);
    }

    /// Sets it to noon of a day in a time zone.
    pub fn set_noon(&self, day: Date, zone: &TimeZone) {
        self.set(noon(day, zone));
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn is_by_hand(&self) -> bool {
        true
    }
}

/// Noon of a day in a time zone: no zone changes its clocks then.
pub fn noon(day: Date, zone: &TimeZone) -> Timestamp {
    let noon = day.at(12, 0, 0, 0);
    zone.to_timestamp(noon).unwrap_or(Timestamp::UNIX_EPOCH)
}
