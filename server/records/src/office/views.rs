//! From what is kept to what is shown.

use law::{calendar::Closure, clock::Clock, event::Event};
use office::views::{ClockView, DocketLine, PublicStatus, StaffDocketLine};

use super::{Moment, RecordsOffice};
use crate::store::{
    closures::known_at,
    status::{Line, StatusRow},
};

impl RecordsOffice {
    /// Name of a division of the profile.
    pub(super) fn division(&self, key: Option<&str>) -> Option<String> {
        let key = key?;
        let known = self.profile.divisions.iter().find(|division| division.key == key);
        Some(known.map_or_else(|| key.to_owned(), |division| division.name.clone()))
    }

    /// What everybody may know of a request.
    pub(super) fn public_status(&self, known: &StatusRow, now: Moment) -> PublicStatus {
        let holds = &known.state.holds;
        let endless = holds.is_empty() || holds.iter().any(|hold| hold.last_day.is_none());
        PublicStatus {
            number: known.number.clone(),
            received_on: known.state.received_on,
            track: known.state.track,
            media: known.media.clone(),
            division: self.division(known.division.as_deref()),
            incident_month: known.incident_from.strftime("%Y-%m").to_string(),
            today: now.today,
            stage: known.stage,
            next: known.state.next(now.today),
            footage: known.state.status().clone(),
            held_until: if endless {
                None
            } else {
                holds.iter().filter_map(|hold| hold.last_day).max()
            },
            clocks: known
                .state
                .clocks
                .iter()
                .map(|clock| self.clock_view(clock, known, now))
                .collect(),
            docket: known.docket.iter().map(public_line).collect(),
            video: known.video(|at| self.local(at).date()),
        }
    }

    /// A clock with its work. The agency's day stays as it was worked out when it started: a closure entered since then gives
    /// the agency no more time. The day of whoever must answer or pay moves on with it.
    fn clock_view(&self, clock: &Clock, known: &StatusRow, now: Moment) -> ClockView {
        let started = known.docket.iter().rev().find_map(|line| match &line.event {
            Event::ClockStarted { clock: started } if started.id == clock.id && started.start == clock.start => {
                Some((line.at, started.due))
            }
            _ => None,
        });
        let reckon = |closures: &[Closure]| {
            let start = clock.start.to_string();
            (!clock.rule.is_empty())
                .then(|| self.profile.deadline(&clock.rule, &start, closures).ok())
                .flatten()
        };
        let moved_from = started.map(|(_, due)| due).filter(|due| *due != clock.due);
        let (all, then) = (
            known_at(&known.closures, now.at),
            known_at(&known.closures, started.map_or(now.at, |(at, _)| at)),
        );
        let later = if all == then { None } else { reckon(&all) };
        let later = later.filter(|later| moved_from.is_none() && later.date != clock.due);
        let reaches = |closure: &Closure| {
            let calendar = self.profile.rule(&clock.rule).and_then(|rule| rule.calendar.as_deref());
            let heeds = calendar
                .and_then(|key| self.profile.calendar(key))
                .and_then(|calendar| calendar.office);
            let until = later.as_ref().map(|later| later.date);
            heeds == Some(closure.office) && closure.on >= clock.start && until.is_some_and(|until| closure.on <= until)
        };
        let unheeded = all
            .iter()
            .filter(|one| !then.contains(one) && reaches(one))
            .cloned()
            .collect();
        ClockView {
            deadline: reckon(if moved_from.is_some() { &all } else { &then }),
            days_left: clock.due.since(now.today).map_or(0, |span| span.get_days()),
            late: clock.late(now.today),
            moved_from,
            unheeded,
            clock: clock.clone(),
        }
    }
}

fn public_line(line: &Line) -> DocketLine {
    DocketLine {
        seq: line.seq,
        on: line.on,
        by: line.by,
        event: line.event.clone(),
    }
}

/// The time line with the names of staff.
pub(super) fn staff_docket(
    docket: &[Line],
    names: &std::collections::HashMap<String, String>,
    batches: &std::collections::HashMap<i64, (u32, u32)>,
) -> Vec<StaffDocketLine> {
    let name = |line: &Line| line.staff.as_ref().and_then(|id| names.get(id)).cloned();
    docket
        .iter()
        .map(|line| StaffDocketLine {
            line: public_line(line),
            staff: name(line),
            batch: batches.get(&line.seq).copied(),
        })
        .collect()
}
