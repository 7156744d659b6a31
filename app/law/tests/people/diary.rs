//! A naive reading of the rules: everything that happened, in order, and one long question whether
//! a release would be lawful today. It shares nothing with the crate but dates.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Weekday};
use law::Date;

/// Holidays of 2026 within the stories' months (RSMo 9.010).
const HOLIDAYS: [&str; 7] = [
    "2026-02-16",
    "2026-05-08",
    "2026-05-25",
    "2026-06-19",
    "2026-09-07",
    "2026-10-12",
    "2026-11-11",
];

/// What happened to a person's notice.
#[derive(Clone, Debug)]
pub enum Entry {
    Sent(Date),
    Received(Date),
    Returned,
    Unlocated,
    Consented,
    RedactedOut,
    TakenBack,
    Cleared(Date),
    Objected {
        id: usize,
        on: Date,
        whole: bool,
        late: bool,
    },
    Answered {
        id: usize,
        granted: bool,
    },
    Sued {
        id: usize,
        filed: Option<Date>,
        served: Option<Date>,
    },
    Decided {
        id: usize,
        dated: Date,
        until: Option<Date>,
        what: Verdict,
        ends: bool,
    },
}

/// What a court said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Freed,
    Whole,
    OwnPart,
}

/// The tenth day after receipt, moved on past days on which the court is closed.
pub fn last_day(received: Date, closed: &[Date]) -> Date {
    let mut last = received.saturating_add(10.days());
    loop {
        let weekend = matches!(last.weekday(), Weekday::Saturday | Weekday::Sunday);
        if !weekend && !closed.contains(&last) && !HOLIDAYS.contains(&last.to_string().as_str()) {
            return last;
        }
        last = last.saturating_add(1.days());
    }
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "naive on purpose")]
struct Person {
    out: Option<Date>,
    received: Option<Date>,
    consented: bool,
    redacted: bool,
    unlocated: bool,
    cleared: Option<Date>,
    freed: bool,
    objections: BTreeMap<usize, Objection>,
    suits: BTreeMap<usize, Suit>,
}

struct Objection {
    on: Date,
    whole: bool,
    late: bool,
    /// Whether it was granted, once answered.
    granted: Option<bool>,
}

#[derive(Default)]
struct Suit {
    filed: Option<Date>,
    served: Option<Date>,
    ended: bool,
    enjoined: Option<(Verdict, Option<Date>)>,
}

fn read(entries: &[Entry], closed: &[Date]) -> Person {
    let mut person = Person::default();
    for entry in entries {
        person.unlocated &= match entry {
            Entry::Sued { .. } | Entry::Answered { .. } => true,
            Entry::Decided { what, .. } => *what == Verdict::Freed,
            _ => false,
        };
        match entry {
            Entry::Sent(on) => person.out = Some(person.out.map_or(*on, |out| out.min(*on))),
            Entry::Received(on) => {
                person.received = person.received.max(Some(*on));
                // Whoever is given days is judged by them, not by what was decided before.
                (person.consented, person.redacted) = (false, false);
            }
            Entry::Unlocated => person.unlocated = true,
            Entry::Consented | Entry::RedactedOut | Entry::Returned | Entry::TakenBack => {
                person.consented = matches!(entry, Entry::Consented);
                person.redacted = matches!(entry, Entry::RedactedOut);
                (person.received, person.cleared, person.freed) = (None, None, false);
                if matches!(entry, Entry::Returned) {
                    person.out = None;
                }
            }
            Entry::Cleared(checked) => person.cleared = Some(*checked),
            Entry::Objected { id, on, whole, late } => {
                person.consented = false;
                if person.received.is_none() && person.out.is_some_and(|sent| sent <= *on) {
                    person.received = Some(*on);
                }
                let (on, whole, late) = (*on, *whole, *late);
                person.objections.insert(
                    *id,
                    Objection {
                        on,
                        whole,
                        late,
                        granted: None,
                    },
                );
            }
            Entry::Answered { id, granted } => {
                let objection = person.objections.get_mut(id).expect("an objection");
                objection.granted = Some(*granted);
            }
            Entry::Sued { id, filed, served } => {
                let suit = person.suits.entry(*id).or_default();
                (suit.filed, suit.served) = (suit.filed.or(*filed), suit.served.or(*served));
                let last = person.received.map(|received| last_day(received, closed));
                let both = suit.filed.zip(suit.served).map(|(filed, served)| filed.max(served));
                if !suit.ended && both.is_some_and(|both| last.is_none_or(|last| both <= last)) {
                    // The court has it now, whatever was decided before.
                    (person.consented, person.redacted, person.unlocated) = (false, false, false);
                }
            }
            Entry::Decided {
                id,
                dated,
                until,
                what,
                ends,
            } => {
                (person.consented, person.redacted) = match what {
                    Verdict::Freed => (person.consented, person.redacted),
                    _ => (false, false),
                };
                let received = person.received;
                let days_over = received.is_some_and(|received| *dated > last_day(received, closed));
                person.freed |= *what == Verdict::Freed && days_over;
                let suit = person.suits.entry(*id).or_default();
                suit.ended = *ends;
                suit.enjoined = (*what != Verdict::Freed).then_some((*what, *until));
            }
        }
    }
    person
}

/// Whether a release today would be lawful toward this person. `hidden`: the copy leaves out all
/// of them.
pub fn lawful(entries: &[Entry], closed: &[Date], today: Date, hidden: bool) -> bool {
    let person = read(entries, closed);
    let last = person.received.map(|received| last_day(received, closed));
    let within = |day: Date| last.is_none_or(|last| day <= last);
    for suit in person.suits.values() {
        let counts = suit
            .filed
            .zip(suit.served)
            .is_some_and(|(filed, served)| within(filed) && within(served));
        if counts && !suit.ended {
            return false;
        }
        match suit.enjoined {
            Some((_, Some(until))) if until < today => {}
            Some((Verdict::Whole, _)) => return false,
            Some((Verdict::OwnPart, _)) if !hidden => return false,
            _ => {}
        }
    }
    for objection in person.objections.values() {
        let in_time = !objection.late || last.is_some_and(|last| objection.on <= last);
        let waived = person.consented;
        if (in_time && objection.granted.is_none() && !waived)
            || (objection.granted == Some(true) && objection.whole && !waived && !hidden)
        {
            return false;
        }
    }
    if person.consented {
        return true;
    }
    if person.redacted || person.unlocated {
        return hidden;
    }
    let heard = person.freed || person.suits.values().any(|suit| suit.enjoined.is_some());
    match last {
        None => false,
        Some(last) => today > last && (heard || person.cleared.is_some_and(|checked| checked > last)),
    }
}
