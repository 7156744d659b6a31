//! A request with its four parts: workflow, status of the footage, fee, hold, and its clocks.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    bar::Bar,
    clock::{Clock, ClockId},
    event::Event,
    fee::Fee,
    hold::Hold,
    order::Order,
    recording::RecordingStatus,
    request::{Act, ActKind, Stage, Track, Workflow},
};

/// Everything that the law looks at when somebody wants to act on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// On what right.
    pub track: Track,
    /// Day of receipt in the agency's time zone.
    pub received_on: Date,
    /// The stage.
    pub workflow: Workflow,
    /// Status of the footage asked for.
    pub footage: RecordingStatus,
    /// The fee.
    pub fee: Fee,
    /// Holds, oldest first.
    pub holds: Vec<Hold>,
    /// Clocks, in order of their start; ended ones stay.
    pub clocks: Vec<Clock>,
    /// An order entered and not yet verified.
    pub entered_order: Option<Order>,
}

/// The rules that decisions are made under.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The agency's profile.
    pub profile: &'a crate::profile::Profile,
    /// Ad-hoc closures of office and court.
    pub closures: &'a [crate::calendar::Closure],
}

/// What is awaited on a request: the facts of the sentence *what, who, by when*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// What is awaited.
    pub what: Awaited,
    /// Who must act.
    pub who: Who,
    /// The clock and day by which, where the law sets one.
    pub by: Option<(ClockId, Date)>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// What is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Awaited {
    Acknowledgement,
    Decision,
    Clarification,
    Payment,
    PromisedAct,
    InvestigationEnd,
    WrittenGrounds,
    Court,
    OrderVerification,
    Redaction,
    PeopleShown,
    Delivery,
    Nothing,
}

crate::keys::keyed!(Awaited {
    Acknowledgement => "acknowledgement",
    Decision => "decision",
    Clarification => "clarification",
    Payment => "payment",
    PromisedAct => "promised_act",
    InvestigationEnd => "investigation_end",
    WrittenGrounds => "written_grounds",
    Court => "court",
    OrderVerification => "order_verification",
    Redaction => "redaction",
    PeopleShown => "people_shown",
    Delivery => "delivery",
    Nothing => "nothing",
});

/// Who must act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Who {
    Custodian,
    Requester,
    Investigators,
    Court,
    PeopleShown,
    Nobody,
}

crate::keys::keyed!(Who {
    Custodian => "custodian",
    Requester => "requester",
    Investigators => "investigators",
    Court => "court",
    PeopleShown => "people_shown",
    Nobody => "nobody",
});

impl Case {
    /// A request as filed: received, held, C1 running (and C3 on the civil track).
    pub fn file(_track: Track, _received_on: Date, _rules: Rules<'_>) -> (Self, Vec<Event>) {
        unimplemented!()
    }

    /// Does an act on a day; the new state and what the docket will say.
    ///
    /// # Errors
    /// The [`Bar`] that stands in the way; the state is as before.
    pub fn decide(self, _act: &Act, _on: Date, _rules: Rules<'_>) -> Result<(Self, Vec<Event>), Bar> {
        unimplemented!()
    }

    /// What stands in the way of an act of this kind today, whatever its facts.
    pub fn bar(&self, _kind: ActKind, _today: Date) -> Option<Bar> {
        unimplemented!()
    }

    /// What is awaited, from whom, by when.
    pub fn next(&self, _today: Date) -> Next {
        unimplemented!()
    }

    /// The stage's name.
    pub fn stage(&self) -> Stage {
        unimplemented!()
    }

    /// The running clock whose day comes first, among those that ask somebody to act.
    pub fn nearest_clock(&self) -> Option<&Clock> {
        unimplemented!()
    }
}
