//! How long to wait before a letter is tried again.

use std::time::Duration;

/// Pause after the first attempt; doubled after each further one.
const FIRST: Duration = Duration::from_mins(1);
/// No pause is longer.
const LONGEST: Duration = Duration::from_mins(30);
/// When all pauses together would be longer than this, a person must look.
const LIMIT: Duration = Duration::from_hours(72);

/// The pause after so many attempts: one minute, doubling up to thirty. `None` when a letter has been
/// tried for 72 hours.
pub(super) fn pause(attempts: i64) -> Option<Duration> {
    let mut waited = Duration::ZERO;
    let mut pause = FIRST;
    for _ in 1..attempts {
        waited += pause;
        if waited >= LIMIT {
            return None;
        }
        pause = (pause * 2).min(LONGEST);
    }
    Some(pause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_from_one_minute_to_thirty() {
        let minutes: Vec<u64> = (1..=8).map(|attempt| pause(attempt).unwrap().as_secs() / 60).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 30, 30, 30]);
        assert_eq!(pause(0), Some(FIRST));
    }

    #[test]
    fn a_letter_is_tried_for_seventy_two_hours() {
        let total: Duration = (1..).map_while(pause).sum();
        assert!(total >= LIMIT && total < LIMIT + LONGEST, "{total:?}");
        assert_eq!(pause(i64::from(u16::MAX)), None);
    }
}
