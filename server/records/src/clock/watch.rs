//! Whether the machine's clock can be believed: a legal day that was passed by a wrong clock lets out what people still have
//! days for, and ends what nobody was late with.

use std::{
    fmt,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};

/// What clocks of two servers, or one clock before and after it was put right, may differ by.
const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// How far ahead of the clock anything is dated at most. The database takes nothing that lies more than 24 hours ahead
/// (`migrations/*/0026_clock.sql`); what is less leaves room for the time until it looks.
const FARTHEST: SignedDuration = SignedDuration::from_mins(24 * 60 - 5);

/// How far the clock may be past a confirmation that this program has just seen: whoever reads it later looks at another time.
const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// What is wrong with the machine's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockTrouble {
    /// It is behind the newest entry of docket or audit log.
    Behind {
        /// The newest entry.
        newest: Timestamp,
        /// What the clock says.
        clock: Timestamp,
    },
    /// It was set while the program ran: it went by more, or by less, than the time that passed.
    Jumped {
        /// What it would say.
        expected: Timestamp,
        /// What it says.
        clock: Timestamp,
    },
}

impl fmt::Display for ClockTrouble {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Behind { newest, clock } => write!(
                to,
                "the clock says {clock:.0}, but the newest entry of the records is of {newest:.0}: set the clock right, or, if \
                 it is right and the entry is not, run `daylight clock confirm`"
            ),
            Self::Jumped { expected, clock } => write!(
                to,
                "the clock says {clock:.0}, but by the time that passed since the start it is {expected:.0}: set it right, or, \
                 if the new time is right, run `daylight clock confirm` or start the program again"
            ),
        }
    }
}

/// Compares the machine's clock with the time that passes, which nobody can set, and with the newest entry known.
#[derive(Debug)]
pub struct ClockWatch {
    anchor: Mutex<Anchor>,
    /// Microseconds since 1970.
    newest: AtomicI64,
    /// The newest confirmation known, in microseconds since 1970; none yet known is `i64::MIN`.
    confirmed: AtomicI64,
}

/// From when on the time that passes is counted.
#[derive(Clone, Copy, Debug)]
struct Anchor {
    at: Timestamp,
    /// Time since the machine started, by then.
    passing: Duration,
    /// The clock was behind the newest entry ever since the program started.
    began_behind: bool,
    /// The clock was found right beside a newest entry.
    was_right: bool,
}

/// The time since the machine started, with the time that it slept (`CLOCK_BOOTTIME`): nobody can set it.
fn since_boot() -> Duration {
    let passed = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(passed.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(passed.tv_nsec).unwrap_or_default())
}

impl Anchor {
    fn expected(&self) -> Timestamp {
        let passed = SignedDuration::try_from(since_boot().saturating_sub(self.passing)).unwrap_or(SignedDuration::MAX);
        self.at.saturating_add(passed).unwrap_or(self.at)
    }
}

impl ClockWatch {
    /// Begins at what the clock says now.
    pub fn begin(began: Timestamp) -> Self {
        Self {
            anchor: Mutex::new(Anchor {
                at: began,
                passing: since_boot(),
                began_behind: false,
                was_right: false,
            }),
            newest: AtomicI64::new(i64::MIN),
            confirmed: AtomicI64::new(i64::MIN),
        }
    }

    /// At this instant of a machine's clock, in microseconds since 1970, an operator said that the clock is right; 0 where nobody
    /// ever did. The time is counted from here on where that is new since this program started, and this clock says the same.
    pub fn confirm(&self, at: i64, clock: Timestamp) {
        let known = self.confirmed.swap(at, Ordering::Relaxed);
        if known == at || known == i64::MIN {
            return;
        }
        let said = Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
        if clock.duration_since(said).abs() <= FRESH {
            *self.anchor.lock().unwrap_or_else(PoisonError::into_inner) = Anchor {
                at: clock,
                passing: since_boot(),
                began_behind: false,
                was_right: true,
            };
        }
    }

    /// An entry of this instant, in microseconds since 1970, is in the records.
    pub fn know(&self, newest: i64) {
        self.newest.store(newest, Ordering::Relaxed);
    }

    /// What is wrong, as far as is known. From a clock that is right the time is counted anew, so that small steps do not add
    /// up; so it is where the clock was behind from the start and then comes up to the newest entry: it was set right.
    pub fn trouble(&self, clock: Timestamp) -> Option<ClockTrouble> {
        let mut anchor = self.anchor.lock().unwrap_or_else(PoisonError::into_inner);
        let newest = self.newest();
        let found = trouble(clock, anchor.expected(), newest);
        let came_up = anchor.began_behind && newest.is_some_and(|newest| newest.duration_since(clock) <= TOLERANCE);
        match found {
            Some(ClockTrouble::Jumped { .. }) if !came_up => found,
            Some(ClockTrouble::Behind { .. }) => {
                anchor.began_behind = !anchor.was_right;
                found
            }
            _ => {
                *anchor = Anchor {
                    at: clock,
                    passing: since_boot(),
                    began_behind: false,
                    was_right: newest.is_some(),
                };
                None
            }
        }
    }

    /// The time to be believed: the clock's; while it cannot be, what it would say, and not before the newest entry. Never so far
    /// ahead of the clock that the database refuses it: a newest entry of a wrong clock keeps nobody from filing.
    pub fn believed(&self, clock: Timestamp) -> Timestamp {
        self.trouble(clock)
            .map_or(clock, |trouble| believed(trouble, self.newest()))
    }

    fn newest(&self) -> Option<Timestamp> {
        Timestamp::from_microsecond(self.newest.load(Ordering::Relaxed)).ok()
    }
}

fn trouble(clock: Timestamp, expected: Timestamp, newest: Option<Timestamp>) -> Option<ClockTrouble> {
    if clock.duration_since(expected).abs() > TOLERANCE {
        return Some(ClockTrouble::Jumped { expected, clock });
    }
    let newest = newest.filter(|newest| newest.duration_since(clock) > TOLERANCE)?;
    Some(ClockTrouble::Behind { newest, clock })
}

/// Of the newest entry's own instant while the clock is behind it, and not later: so the clock comes up to it.
fn believed(trouble: ClockTrouble, newest: Option<Timestamp>) -> Timestamp {
    let (believed, clock) = match trouble {
        ClockTrouble::Behind { newest, clock } => (newest, clock),
        ClockTrouble::Jumped { expected, clock } => (expected, clock),
    };
    let believed = newest.map_or(believed, |newest| newest.max(believed));
    believed.min(clock.saturating_add(FARTHEST).unwrap_or(clock))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn believed(clock: Timestamp, expected: Timestamp, newest: Option<Timestamp>) -> Timestamp {
        trouble(clock, expected, newest).map_or(clock, |trouble| super::believed(trouble, newest))
    }

    #[test]
    fn a_clock_that_goes_with_the_time_that_passes_is_believed() {
        let (clock, newest) = (at("2026-03-02T12:00:00Z"), at("2026-03-02T12:03:00Z"));
        assert_eq!(trouble(clock, at("2026-03-02T12:04:00Z"), Some(newest)), None);
        assert_eq!(believed(clock, clock, Some(newest)), clock);
        assert_eq!(believed(clock, clock, None), clock);
    }

    #[test]
    fn a_clock_set_ahead_or_back_is_not_believed_until_it_is_right_again() {
        let expected = at("2026-03-02T12:00:00Z");
        for clock in [at("2026-03-12T12:00:00Z"), at("2026-03-02T11:00:00Z")] {
            assert_eq!(
                trouble(clock, expected, None),
                Some(ClockTrouble::Jumped { expected, clock })
            );
            assert_eq!(believed(clock, expected, None), expected, "nobody's day moves by it");
        }
        assert_eq!(trouble(at("2026-03-02T12:01:00Z"), expected, None), None);
    }

    #[test]
    fn what_comes_under_a_clock_behind_is_never_dated_before_the_newest_entry() {
        let (clock, newest) = (at("2026-03-01T12:00:00Z"), at("2026-03-02T10:00:00Z"));
        assert_eq!(
            trouble(clock, clock, Some(newest)),
            Some(ClockTrouble::Behind { newest, clock })
        );
        assert_eq!(believed(clock, clock, Some(newest)), newest);
        let back = at("2026-03-01T11:00:00Z");
        assert_eq!(believed(back, clock, None), clock);
    }

    #[test]
    fn a_clock_that_was_behind_from_the_start_is_believed_once_it_is_set_right() {
        let (clock, newest) = (at("2026-03-01T12:00:00Z"), at("2026-03-02T10:00:00Z"));
        let watch = ClockWatch::begin(clock);
        watch.know(newest.as_microsecond());
        assert!(matches!(watch.trouble(clock), Some(ClockTrouble::Behind { .. })));
        let still_behind = at("2026-03-02T09:00:00Z");
        assert!(watch.trouble(still_behind).is_some());
        let right = at("2026-03-02T10:30:00Z");
        assert_eq!(watch.trouble(right), None);
        // And from then on it goes with the time that passes.
        let jumped = watch.trouble(at("2026-03-12T10:30:00Z"));
        assert!(matches!(jumped, Some(ClockTrouble::Jumped { .. })), "{jumped:?}");
    }

    #[test]
    fn small_steps_that_set_a_clock_right_do_not_add_up() {
        let watch = ClockWatch::begin(at("2026-03-01T12:00:00Z"));
        assert_eq!(watch.trouble(at("2026-03-01T12:04:00Z")), None);
        assert_eq!(watch.trouble(at("2026-03-01T12:08:00Z")), None);
    }

    #[test]
    fn an_entry_of_a_wrong_clock_lies_so_far_ahead_that_nothing_is_dated_by_it() {
        let (clock, newest) = (at("2026-03-01T12:00:00Z"), at("2026-03-31T12:00:00Z"));
        let farthest = at("2026-03-02T11:55:00Z");
        assert_eq!(believed(clock, clock, Some(newest)), farthest, "the database takes it");
        assert_eq!(believed(clock, newest, None), farthest);
        // While the clock is ahead, nobody's entry is: what is entered then lies in nobody's way afterwards.
        assert_eq!(believed(newest, clock, Some(clock)), clock);
    }

    #[test]
    fn a_clock_that_jumped_is_believed_once_an_operator_has_said_that_it_is_right() {
        let began = at("2026-03-01T12:00:00Z");
        let watch = ClockWatch::begin(began);
        let earlier = at("2026-02-20T12:00:00Z").as_microsecond();
        watch.confirm(earlier, began);
        // The machine stood still for a while, and was set right then.
        let clock = at("2026-03-01T12:40:00Z");
        assert!(watch.trouble(clock).is_some());
        watch.confirm(earlier, clock);
        assert!(watch.trouble(clock).is_some(), "that was before");
        // Said of another clock than this one.
        watch.confirm(at("2026-03-01T14:00:00Z").as_microsecond(), clock);
        assert!(watch.trouble(clock).is_some());
        watch.confirm(clock.as_microsecond(), at("2026-03-01T12:40:30Z"));
        assert_eq!(watch.trouble(at("2026-03-01T12:41:00Z")), None);
    }

    #[test]
    fn the_operator_is_told_what_to_do() {
        let clock = at("2026-03-01T12:00:00Z");
        let told = ClockTrouble::Behind {
            newest: at("2026-03-02T12:00:00Z"),
            clock,
        }
        .to_string();
        assert!(
            told.contains("2026-03-02T12:00:00Z") && told.contains("set the clock right"),
            "{told}"
        );
        let told = ClockTrouble::Jumped {
            expected: clock,
            clock: at("2026-03-09T12:00:00Z"),
        }
        .to_string();
        assert!(told.contains("start the program again"), "{told}");
    }
}
