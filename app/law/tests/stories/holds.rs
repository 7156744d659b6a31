//! What a hold covers.

use jiff::{SignedDuration, Timestamp, civil::date, tz::TimeZone};
use law::hold::{ClockChange, HeldTime};
use proptest::prelude::*;

fn chicago() -> TimeZone {
    TimeZone::get("America/Chicago").unwrap()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn an_hour_that_the_clock_shows_twice_is_held_both_times() {
    let day = date(2026, 11, 1);
    let held = HeldTime::around(
        day.at(1, 0, 0, 0),
        day.at(1, 59, 0, 0),
        &chicago(),
        SignedDuration::ZERO,
    );
    assert_eq!(held.from, instant("2026-11-01T01:00:00-05:00"));
    assert_eq!(held.to, instant("2026-11-01T01:59:00-06:00"));
    // It ended "before it began" on the clock.
    assert!(held.reaches(
        instant("2026-11-01T01:50:00-05:00"),
        instant("2026-11-01T01:10:00-06:00")
    ));
    assert_eq!(
        ClockChange::at(day.at(1, 30, 0, 0), &chicago()),
        Some(ClockChange::Doubled)
    );
    assert_eq!(ClockChange::at(day.at(2, 30, 0, 0), &chicago()), None);
}

#[test]
fn an_hour_that_the_clock_skips_is_held_as_read_before_and_after() {
    let at = date(2027, 3, 14).at(2, 30, 0, 0);
    let held = HeldTime::around(at, at, &chicago(), SignedDuration::ZERO);
    assert_eq!(held.from, instant("2027-03-14T01:30:00-06:00"));
    assert_eq!(held.to, instant("2027-03-14T03:30:00-05:00"));
    assert_eq!(ClockChange::at(at, &chicago()), Some(ClockChange::Skipped));
}

#[test]
fn what_was_recorded_just_outside_of_a_guess_is_held_by_the_margin() {
    let profile = crate::support::kansas_city();
    let day = date(2026, 11, 20);
    let held = profile.held_time(day.at(14, 30, 0, 0), day.at(15, 0, 0, 0));
    assert!(held.reaches(
        instant("2026-11-20T15:03:00-06:00"),
        instant("2026-11-20T15:31:00-06:00")
    ));
    assert!(!held.reaches(
        instant("2026-11-20T15:31:00-06:00"),
        instant("2026-11-20T15:40:00-06:00")
    ));
}

proptest! {
    /// Whatever instant shows a time of the named ones on the clock is held.
    #[test]
    fn no_instant_that_the_clock_showed_in_the_time_named_is_left_out(
        start in 1_735_689_600_i64..1_830_297_600, minutes in 0_i64..3_000, into in 0_i64..3_000,
    ) {
        let zone = chicago();
        let at = Timestamp::from_second(start - start % 60).unwrap();
        let from = zone.to_datetime(at);
        let to = from.saturating_add(SignedDuration::from_mins(minutes));
        let held = HeldTime::around(from, to, &zone, SignedDuration::ZERO);
        let some = at.saturating_add(SignedDuration::from_mins(into)).unwrap();
        let shown = zone.to_datetime(some);
        if from <= shown && shown <= to {
            prop_assert!(held.reaches(some, some));
        }
    }
}
