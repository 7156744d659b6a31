//! From what is kept to what is shown.

use law::{clock::Clock, event::Event};
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
            footage: known.state.footage.clone(),
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
        }
    }

    /// A clock with its work, as it was worked out when it started: a closure entered since then
    /// changes no day that people were told.
    fn clock_view(&self, clock: &Clock, known: &StatusRow, now: Moment) -> ClockView {
        let begun = known.docket.iter().find(|line| {
            matches!(&line.event, Event::ClockStarted { clock: started }
                if started.id == clock.id && started.start == clock.start && started.due == clock.due)
        });
        let closures = known_at(&known.closures, begun.map_or(now.at, |line| line.at));
        let deadline = (!clock.rule.is_empty())
            .then(|| {
                self.profile
                    .deadline(&clock.rule, &clock.start.to_string(), &closures)
                    .ok()
            })
            .flatten();
        ClockView {
            deadline,
            days_left: clock.due.since(now.today).map_or(0, |span| span.get_days()),
            late: clock.late(now.today),
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
pub(super) fn staff_docket(docket: &[Line], names: &std::collections::HashMap<String, String>) -> Vec<StaffDocketLine> {
    let name = |line: &Line| line.staff.as_ref().and_then(|id| names.get(id)).cloned();
    docket
        .iter()
        .map(|line| StaffDocketLine {
            line: public_line(line),
            staff: name(line),
        })
        .collect()
}
