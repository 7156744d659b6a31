//! One request, told event by event: what it counts for now, and what each event adds.

use std::collections::HashMap;

use law::{
    Date,
    clock::{ClockEnd, ClockId, Ending},
    event::{ClockMoved, Event},
    hold::HoldKind,
    recording::NoRecordReason,
    request::{ActKind, Stage, Track},
    request_order::Petitioner,
};
use serde::{Deserialize, Serialize};

use crate::{Count, Deleted, MilestoneEnd, Month, Outcome, Reason, Span, Timeliness, calendar::days};

/// One row of the docket, with what the tables need of its request.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Any key that tells requests apart.
    pub request: &'a str,
    /// On what right.
    pub track: Track,
    /// Key of the division, if one was named.
    pub division: Option<&'a str>,
    /// The day of the row.
    pub day: Date,
    /// What happened.
    pub event: &'a Event,
}

/// What is to be added to counts, each count once, none by nothing, in the order of their texts.
pub type Increments = Vec<(Count, i64)>;

/// What the totals must remember of one request: no personal data, a few hundred bytes as JSON.
///
/// It can be kept beside the request, or told again from the request's own docket rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestTally {
    track: Track,
    division: String,
    filed_on: Date,
    outcome: Outcome,
    reason: Option<Reason>,
    /// The day from which the outcome stands.
    since: Date,
    /// The day from which the request has been at an end, whatever the end.
    ended_on: Option<Date>,
    /// The day C1 ended, and whether as met; where taking up alone ended it, the day of the first answer.
    acted: Option<(Date, bool)>,
    /// The day on which it was taken up, or (`false`) was answered or ended before anybody took it up.
    #[serde(default)]
    taken_up: Option<(Date, bool)>,
    /// Whether taking up alone ended C1, as earlier versions read the law.
    #[serde(default)]
    by_taking_up: bool,
    /// The day of the first release.
    released_on: Option<Date>,
    /// Kinds of holds placed, with the last day of each once it is known.
    holds: Vec<(HoldKind, Option<Date>)>,
    /// The day on which what it asks for was deleted, as it was told last.
    #[serde(default)]
    deleted_on: Option<Date>,
    /// What is true again once a correction or a court brings an earlier stage back: the reason told last, how the
    /// request ended last, and the day on which it was last closed for an active investigation.
    #[serde(default)]
    earlier: Earlier,
    /// What each denial that stands withholds, the newest last: the provisions of one in part, none of a whole one.
    #[serde(default)]
    denials: Vec<Option<Reason>>,
}

/// What a stage that comes back needs of what was told before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Earlier {
    reason: Option<Reason>,
    end: Option<Outcome>,
    closed_on: Option<Date>,
}

impl RequestTally {
    /// Tells the next event and gives the steps that the totals must take. `None` before the first.
    pub fn count(tally: &mut Option<Self>, entry: &Entry<'_>) -> Increments {
        let before = tally.as_ref().map(Self::stands).unwrap_or_default();
        let told = tally.get_or_insert_with(|| Self::begin(entry));
        let mut steps = told.advance(entry);
        steps.extend(told.stands());
        steps.extend(before.into_iter().map(|(count, step)| (count, -step)));
        net(steps)
    }

    /// Where the request stands.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The day of receipt, from which the days are counted.
    pub const fn filed_on(&self) -> Date {
        self.filed_on
    }

    /// A request of which nothing is known yet but its first entry.
    pub(crate) fn begin(entry: &Entry<'_>) -> Self {
        Self {
            track: entry.track,
            division: entry.division.unwrap_or_default().replace('/', "_"),
            filed_on: entry.day,
            outcome: Outcome::Open,
            reason: None,
            since: entry.day,
            ended_on: None,
            acted: None,
            taken_up: None,
            by_taking_up: false,
            released_on: None,
            holds: Vec::new(),
            deleted_on: None,
            earlier: Earlier::default(),
            denials: Vec::new(),
        }
    }

    /// Takes an event in; gives what it adds to the counts of things that happened.
    pub(crate) fn advance(&mut self, entry: &Entry<'_>) -> Increments {
        let (event, day) = (entry.event, entry.day);
        let back = matches!(event, Event::TakenBack { .. } | Event::PetitionEnded { .. });
        self.denials(event);
        let in_part = self.denials.last().cloned().flatten();
        let outcome = match self.outcome.after(event) {
            Outcome::Partial | Outcome::Released if in_part.is_some() => Outcome::DeniedInPart,
            Outcome::Withdrawn if back => self.earlier.end.unwrap_or(Outcome::Withdrawn),
            outcome => outcome,
        };
        if matches!(event, Event::ClosedActive { .. }) {
            self.earlier.closed_on = Some(day);
        }
        if outcome != self.outcome {
            let waited = self.earlier.closed_on.filter(|_| outcome == Outcome::Waiting);
            (self.outcome, self.since) = (outcome, waited.unwrap_or(day));
            if outcome.ended() {
                self.earlier.end = Some(outcome);
            }
            self.ended_on = outcome.ended().then(|| self.ended_on.unwrap_or(day));
        }
        if outcome == Outcome::DeniedInPart {
            self.reason = in_part;
        } else if let Some(reason) = Reason::of(event) {
            self.reason = Some(reason.clone());
            self.earlier.reason = Some(reason);
        } else if back && matches!(outcome, Outcome::Denied | Outcome::NoRecord) {
            self.reason.clone_from(&self.earlier.reason);
        } else if !matches!(outcome, Outcome::Denied | Outcome::NoRecord) {
            self.reason = None;
        }
        self.answered(event, day);
        match event {
            Event::Released { .. } => {
                self.released_on.get_or_insert(day);
            }
            Event::NoRecord {
                why: NoRecordReason::Deleted { on } | NoRecordReason::DeletedInBreach { on },
            } => self.deleted_on = Some(*on),
            Event::HoldPlaced { kind } => self.hold(*kind, None),
            Event::HoldEnds { kind, last_day } => self.hold(*kind, Some(*last_day)),
            _ => {}
        }
        self.happened(event, day)
    }

    /// Denials pile up, so that one that is taken back leaves the one before it; reopened, all is decided anew.
    fn denials(&mut self, event: &Event) {
        match event {
            Event::Denied { .. } => self.denials.push(None),
            Event::DeniedInPart { withheld, .. } => self.denials.push(Some(Reason::of_parts(withheld))),
            Event::TakenBack {
                act: ActKind::Deny | ActKind::DenyInPart,
                ..
            } => {
                self.denials.pop();
            }
            Event::Reopened => self.denials.clear(),
            _ => {}
        }
    }

    /// Tells being taken up apart from being answered. Taking up is the first act on a request, so a C1 that has ended when
    /// it is told ended by it alone.
    fn answered(&mut self, event: &Event, day: Date) {
        if matches!(event, Event::Acknowledged) {
            self.taken_up.get_or_insert((day, true));
            self.by_taking_up |= self.acted.take().is_some();
            return;
        }
        if let Event::TakenBack {
            stage: Stage::Received, ..
        } = event
        {
            // Whatever was done is undone: it waits to be taken up.
            (self.taken_up, self.by_taking_up, self.acted) = (None, false, None);
            return;
        }
        let answer = match event {
            Event::ClarificationAsked { .. }
            | Event::DelayExplained { .. }
            | Event::FeeAsked { .. }
            | Event::ClosedActive { .. }
            | Event::CourtAsked {
                by: Petitioner::Agency, ..
            }
            | Event::NoRecord { .. }
            | Event::Denied { .. }
            | Event::DeniedInPart { .. }
            | Event::Released { .. } => true,
            Event::Withdrawn | Event::Lapsed | Event::OrderVerified { .. } => false,
            _ => return,
        };
        self.taken_up.get_or_insert((day, false));
        if self.by_taking_up {
            self.acted.get_or_insert((day, answer));
        }
    }

    /// What an event adds to the counts of things that happened.
    fn happened(&mut self, event: &Event, day: Date) -> Increments {
        match event {
            Event::ClockStarted { clock } => self.clock_started(clock.id, clock.start, clock.due),
            Event::ClockResumed { clock, was } => self.clock_resumed(clock.id, clock.due, *was),
            Event::ClockEnded { clock, due, how } => self.clock_ended(*clock, *due, *how, day),
            Event::ReceiptCorrected { received, clocks, .. } => {
                self.filed_on = received.on;
                clocks.iter().flat_map(clock_moved).collect()
            }
            Event::CourtAsked { by, filed_on, .. } => vec![(
                Count::Petition {
                    month: Month::of(*filed_on),
                    by: *by,
                },
                1,
            )],
            Event::OrderVerified { ruling, dated, .. } => vec![(
                Count::Order {
                    month: Month::of(*dated),
                    ruling: *ruling,
                },
                1,
            )],
            _ => Increments::new(),
        }
    }

    /// A hold of a kind is placed, stands again, or gets its last day.
    fn hold(&mut self, kind: HoldKind, until: Option<Date>) {
        match self.holds.iter_mut().find(|(known, _)| *known == kind) {
            Some(hold) => hold.1 = until,
            None => self.holds.push((kind, until)),
        }
    }

    /// C1 starts on the day of receipt, which for a paper filing lies before the day of the entry.
    fn clock_started(&mut self, id: ClockId, start: Date, due: Date) -> Increments {
        if id == ClockId::C1 && self.acted.is_none() {
            self.filed_on = start;
        }
        let how = Timeliness::Running;
        counted(id)
            .then_some((Count::Clock { id, due, how }, 1))
            .into_iter()
            .collect()
    }

    /// What ended a clock was taken back: it counts as running again.
    fn clock_resumed(&mut self, id: ClockId, due: Date, was: ClockEnd) -> Increments {
        let taken_back = self.clock_ended(id, due, was.how, was.on);
        if id == ClockId::C1 {
            self.acted = None;
        }
        taken_back.into_iter().map(|(count, step)| (count, -step)).collect()
    }

    fn clock_ended(&mut self, id: ClockId, due: Date, ending: Ending, day: Date) -> Increments {
        if id == ClockId::C1 {
            self.acted.get_or_insert((day, ending == Ending::Met));
        }
        if !counted(id) {
            return Increments::new();
        }
        let how = timeliness(due, Some(ClockEnd { on: day, how: ending }));
        let running = Timeliness::Running;
        vec![
            (Count::Clock { id, due, how: running }, -1),
            (Count::Clock { id, due, how }, 1),
        ]
    }

    /// What the request counts for now.
    pub(crate) fn stands(&self) -> Increments {
        let filed = Month::of(self.filed_on);
        let mut counts = vec![
            Count::Request {
                filed,
                track: self.track,
                division: self.division.clone(),
                outcome: self.outcome,
            },
            self.way_to(Span::TakenUp, self.taken_up),
            self.way_to(Span::FirstAction, self.acted),
            self.way_to(Span::Release, self.release()),
        ];
        if let Some(reason) = self.reason.clone() {
            counts.push(Count::Reason {
                filed,
                outcome: self.outcome,
                reason,
            });
        }
        if let Some(on) = self.deleted_on.filter(|on| *on >= self.filed_on) {
            counts.push(Count::Deletion {
                month: Month::of(on),
                what: Deleted::WhileRequested,
            });
        }
        if self.outcome == Outcome::Waiting {
            counts.push(Count::Waiting {
                filed: filed.year,
                since: self.since,
            });
        }
        counts.extend(self.holds.iter().map(|&(kind, until)| Count::Hold {
            filed: filed.year,
            kind,
            until,
        }));
        counts.into_iter().map(|count| (count, 1)).collect()
    }

    /// The day of the first release, or on which it ended without one.
    fn release(&self) -> Option<(Date, bool)> {
        let ended = self.ended_on.map(|day| (day, false));
        self.released_on.map(|day| (day, true)).or(ended)
    }

    fn way_to(&self, span: Span, end: Option<(Date, bool)>) -> Count {
        match end {
            None => Count::OnTheWay {
                span,
                filed: self.filed_on,
            },
            Some((day, reached)) => Count::Passed {
                span,
                filed: self.filed_on.year(),
                how: if reached {
                    MilestoneEnd::Reached
                } else {
                    MilestoneEnd::Left
                },
                days: days(self.filed_on, day),
            },
        }
    }
}

/// How a clock with this day counts, once it has ended so.
fn timeliness(due: Date, ended: Option<ClockEnd>) -> Timeliness {
    match ended {
        None => Timeliness::Running,
        Some(end) if end.on > due => Timeliness::Late,
        Some(end) if end.how == Ending::Met => Timeliness::InTime,
        Some(_) => Timeliness::Moot,
    }
}

/// A clock that follows a corrected day counts by its new day, and no more by the one before.
fn clock_moved(moved: &ClockMoved) -> Increments {
    let (id, ended) = (moved.clock.id, moved.clock.ended);
    if !counted(id) {
        return Increments::new();
    }
    let count = |due| Count::Clock {
        id,
        due,
        how: timeliness(due, ended),
    };
    vec![(count(moved.was), -1), (count(moved.clock.due), 1)]
}

const fn counted(id: ClockId) -> bool {
    matches!(id, ClockId::C1 | ClockId::C8)
}

/// Puts steps on the same count together, leaves out what comes to nothing, in the order of texts.
pub(crate) fn net(steps: Increments) -> Increments {
    let mut sums: HashMap<Count, i64> = HashMap::new();
    for (count, step) in steps {
        *sums.entry(count).or_insert(0) += step;
    }
    let mut steps: Increments = sums.into_iter().filter(|(_, step)| *step != 0).collect();
    steps.sort_by_cached_key(|(count, _)| count.to_string());
    steps
}
