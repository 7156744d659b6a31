//! What everybody may know of a request.

use law::{
    Date, DateTime,
    calendar::Closure,
    clock::Clock,
    deadline::Deadline,
    event::Event,
    hold::ClockChange,
    keyed,
    recording::{NoRecordReason, RecordingStatus},
    request::{Media, Stage, Track},
    request_state::Next,
};
use serde::{Deserialize, Serialize};

use crate::{AccessCode, TrackingNumber};

/// Who did something, as coarse as the public may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Who asked.
    Requester,
    /// The records custodian, or who works for them.
    Custodian,
    /// The portal's own clockwork.
    Portal,
}

keyed!(Actor {
    Requester => "requester",
    Custodian => "custodian",
    Portal => "portal",
});

/// What a requester gets on filing: shown once, and the same again when the same form is posted
/// again.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Public number.
    pub number: TrackingNumber,
    /// The secret.
    pub code: AccessCode,
    /// Day of receipt.
    pub received_on: Date,
    /// C1 with its work.
    pub act_by: Deadline,
    /// Last day on which the footage would have been kept without the hold; for a range, of its
    /// first day.
    pub kept_until: Date,
    /// What is held; `None` for a request whose hold lies in its recordings alone.
    pub held: Option<HeldView>,
    /// Whether an e-mail copy was posted.
    pub mailed: bool,
    /// On what right.
    pub track: Track,
    /// Kinds of camera.
    pub media: Vec<Media>,
    /// Name of the division, if given.
    pub division: Option<String>,
    /// What was asked.
    pub asked: crate::forms::RequestDetails,
    /// C3 with its work: the days of a civil claim.
    pub provide_by: Option<Deadline>,
}

/// The time that a request holds, on the agency's clock: all that was recorded in it, by any camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldView {
    /// First moment.
    pub from: DateTime,
    /// Last moment.
    pub to: DateTime,
    /// What the clock did at the time that was named.
    pub change: Option<ClockChange>,
}

/// One line of a time line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocketLine {
    /// Number within the request, from 1, without gaps but for what is sealed: of that the first entry of an act stands for all.
    pub seq: i64,
    /// Day, in the agency's time zone.
    pub on: Date,
    /// Who.
    pub by: Actor,
    /// What.
    pub event: Event,
}

/// A clock with its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockView {
    /// The clock.
    pub clock: Clock,
    /// How its day was worked out; `None` for C8, the agency's own promise.
    pub deadline: Option<Deadline>,
    /// Whole days from today to the due day; negative when it has passed.
    pub days_left: i32,
    /// Whether it is overdue, or was met late.
    pub late: bool,
    /// The day that it had at first, where a closure entered later moved it.
    pub moved_from: Option<Date>,
    /// Closures entered since it started that would have given more days, had they been known then: they move no day by
    /// which the agency must act.
    pub unheeded: Vec<Closure>,
}

/// What everybody may know about a request: never who asked, never free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicStatus {
    /// Number.
    pub number: TrackingNumber,
    /// Day of receipt.
    pub received_on: Date,
    /// On what right.
    pub track: Track,
    /// Kinds of camera.
    pub media: Vec<Media>,
    /// Name of the division, if given.
    pub division: Option<String>,
    /// Year and month of the incident, `YYYY-MM`: coarse on purpose.
    pub incident_month: String,
    /// Today.
    pub today: Date,
    /// Stage.
    pub stage: Stage,
    /// The facts of the sentence on top.
    pub next: Next,
    /// Status of the footage.
    pub footage: RecordingStatus,
    /// The case's holds stand until then; `None` without end, for now.
    pub held_until: Option<Date>,
    /// Clocks, oldest first.
    pub clocks: Vec<ClockView>,
    /// Time line, oldest first.
    pub docket: Vec<DocketLine>,
    /// What became of the video that was released on it; none before one was.
    pub video: Option<VideoStanding>,
}

impl PublicStatus {
    /// Whether the written reasons of what was last denied, withheld or closed were given (610.023.4).
    pub fn grounds_given(&self) -> bool {
        let mut events = self.docket.iter().rev().map(|line| &line.event);
        let last = events.find(|event| {
            matches!(
                event,
                Event::Denied { .. }
                    | Event::DeniedInPart { .. }
                    | Event::Released { .. }
                    | Event::ClosedActive { .. }
                    | Event::GroundsGiven
            )
        });
        last == Some(&Event::GroundsGiven)
    }

    /// Why there is no recording, where the search ended so.
    pub fn no_record(&self) -> Option<&NoRecordReason> {
        self.docket.iter().rev().find_map(|line| match &line.event {
            Event::NoRecord { why } => Some(why),
            _ => None,
        })
    }
}

/// What became of the video that was released on a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VideoStanding {
    /// How many recordings can be watched now.
    pub going: u64,
    /// The newest day on which one was stopped that has not been released anew; none if all can be watched.
    pub stopped_on: Option<Date>,
}
