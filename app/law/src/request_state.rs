//! A request with its four parts: workflow, status of the footage, fee, hold, and its clocks.

use serde::{Deserialize, Serialize};

use self::in_progress::ActInProgress;
use crate::{
    Date,
    bar::Bar,
    clock::{Clock, ClockId},
    denial::Withheld,
    event::Event,
    fee::{Fee, FeeAccount},
    hold::{Hold, HoldKind},
    recording::RecordingStatus,
    request::{Act, ActKind, Reception, ReplyChannel, Stage, Track, Workflow},
    request_order::RequestOrder,
};

mod clocks;
mod court;
mod decide;
mod in_progress;
mod next;
mod preconditions;
mod receipt;
mod step;
mod take_back;

pub use step::OpenStep;
pub use take_back::{Before, can_be_a_slip};

/// Everything that the law looks at when somebody wants to act on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestState {
    /// On what right.
    pub track: Track,
    /// Day of receipt in the agency's time zone.
    pub received_on: Date,
    /// How it reached the office, where staff entered it, put in by whoever loads it; `None` where it came by the portal.
    #[serde(skip)]
    pub channel: Option<ReplyChannel>,
    /// The stage.
    pub workflow: Workflow,
    /// Status of the footage asked for.
    pub footage: RecordingStatus,
    /// The fee.
    pub fee: Fee,
    /// Its estimate, deposit, payments and refunds.
    #[serde(default, skip_serializing_if = "FeeAccount::is_empty")]
    pub account: FeeAccount,
    /// Holds, oldest first.
    pub holds: Vec<Hold>,
    /// Clocks, in order of their start; ended ones stay.
    pub clocks: Vec<Clock>,
    /// Since when what is awaited now is awaited; `None` in states of earlier versions until the next act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<OpenStep>,
    /// What is denied, where a part is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Withheld>,
    /// An order entered and not yet verified.
    pub entered_order: Option<RequestOrder>,
    /// How it stood before each act that can still be taken back, the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Before>,
    /// How many explanations of a delay were taken back: their clocks stay, stopped.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub promises_taken_back: usize,
    /// What the register of recordings says of the footage that answers it, put in by whoever loads it: the status of
    /// all of it, or of the first that is closed. The register has that fact; a request without recordings has its own.
    #[serde(skip)]
    pub register: Option<RecordingStatus>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_zero(n: &usize) -> bool {
    *n == 0
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
    pub what: AwaitedStep,
    /// Who must act.
    pub who: Party,
    /// The clock and day by which, where the law sets one or the agency promised one.
    pub by: Option<(ClockId, Date)>,
    /// The nearest other day that runs beside it: the thirty days of a civil claim while an answer is awaited, or a promise that
    /// was broken.
    pub beside: Option<(ClockId, Date)>,
    /// The day on which this is asked.
    pub today: Date,
    /// Whether one of these days has passed.
    pub overdue: bool,
    /// Since when it is awaited.
    pub since: Date,
    /// The day that the office set itself for this step or, of a request that has ended, for its last; `None` as long as no
    /// such day ever counted. It counts where no clock runs ([`Next::office_day`]).
    pub step_day: Option<Date>,
    /// The last such day of an earlier step, where this one has none: it counts no more, and whoever keeps it is told so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_day: Option<Date>,
}

impl Next {
    /// The day that the office sets itself, where no clock gives a day: never the law's.
    pub fn office_day(&self) -> Option<Date> {
        self.step_day
            .filter(|_| self.nearest().is_none() && self.what != AwaitedStep::Nothing)
    }

    /// The nearest day of a clock.
    pub fn nearest(&self) -> Option<(ClockId, Date)> {
        self.by.into_iter().chain(self.beside).min_by_key(|(_, due)| *due)
    }
}

/// What is awaited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum AwaitedStep {
    Acknowledgement,
    Answer,
    Decision,
    Clarification,
    Payment,
    PromisedAct,
    InvestigationEnd,
    WrittenGrounds,
    Court,
    CourtMatter,
    OrderVerification,
    Redaction,
    PeopleShown,
    Delivery,
    Nothing,
}

crate::keys::keyed!(AwaitedStep {
    Acknowledgement => "acknowledgement",
    Answer => "answer",
    Decision => "decision",
    Clarification => "clarification",
    Payment => "payment",
    PromisedAct => "promised_act",
    InvestigationEnd => "investigation_end",
    WrittenGrounds => "written_grounds",
    Court => "court",
    CourtMatter => "court_matter",
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
pub enum Party {
    Custodian,
    Requester,
    Investigators,
    Court,
    PeopleShown,
    Nobody,
}

crate::keys::keyed!(Party {
    Custodian => "custodian",
    Requester => "requester",
    Investigators => "investigators",
    Court => "court",
    PeopleShown => "people_shown",
    Nobody => "nobody",
});

impl RequestState {
    /// A request as filed today: received, held, C1 running (and C3 on the civil track). One that reached the office beside the
    /// portal is held from today, and its clocks run from its true day: that of receipt (610.023.3).
    pub fn file(track: Track, received: Option<Reception>, today: Date, rules: Rules<'_>) -> (Self, Vec<Event>) {
        let received_on = received.map_or(today, |received| received.on);
        let state = Self {
            track,
            received_on,
            channel: received.map(|received| received.channel),
            workflow: Workflow::Received,
            footage: RecordingStatus::Undetermined,
            fee: Fee::None,
            account: FeeAccount::default(),
            holds: vec![Hold::place(HoldKind::Request, today)],
            clocks: Vec::new(),
            step: None,
            withheld: Vec::new(),
            entered_order: None,
            before: Vec::new(),
            promises_taken_back: 0,
            register: None,
        };
        let mut turn = ActInProgress::new(state, today, rules);
        turn.say(Event::Filed { track, received });
        turn.say(Event::HoldPlaced {
            kind: HoldKind::Request,
        });
        turn.start_on(ClockId::C1, received_on);
        if track == Track::Civil {
            turn.start_on(ClockId::C3, received_on);
        }
        turn.done()
    }

    /// Does an act on a day; the new state and what the docket will say.
    ///
    /// # Errors
    /// The [`Bar`] that stands in the way; the state is as before.
    pub fn decide(self, act: &Act, on: Date, rules: Rules<'_>) -> Result<(Self, Vec<Event>), Bar> {
        if let Some(bar) = self.bar(act.kind(), on) {
            return Err(bar);
        }
        let mut turn = ActInProgress::new(self, on, rules);
        turn.check_days(act)?;
        turn.remember(act.kind());
        let (ran, was) = (turn.running_clocks(), turn.state.stage());
        turn.apply(act)?;
        turn.stands_beside(act.kind(), &ran, was);
        turn.settle_holds();
        Ok(turn.done())
    }

    /// What stands in the way of an act of this kind today, whatever its facts.
    pub fn bar(&self, kind: ActKind, today: Date) -> Option<Bar> {
        self.guard(kind, today).err()
    }

    /// The status of the footage: what the register says of its recordings, else what was entered on the request.
    pub const fn status(&self) -> &RecordingStatus {
        match &self.register {
            Some(status) => status,
            None => &self.footage,
        }
    }

    /// What follows for the request from a status that was determined in the register: what waited for the end of an
    /// investigation goes on once it has ended, and what was on its way out stops once the record is closed again.
    pub fn follows(&self) -> Option<Act> {
        match (self.stage(), self.register.as_ref()?) {
            (Stage::WaitInactive, RecordingStatus::InactiveOpen { ground, since }) => Some(Act::RecordInactive {
                ground: *ground,
                since: *since,
            }),
            (
                Stage::Ordered | Stage::Redacting | Stage::NoticeGate | Stage::Ready,
                RecordingStatus::Reclosed { since },
            ) => Some(Act::Reclose { since: *since }),
            _ => None,
        }
    }

    /// The stage's name.
    pub const fn stage(&self) -> Stage {
        self.workflow.stage()
    }

    /// The running clock whose day comes first, among those that ask somebody to act.
    pub fn nearest_clock(&self) -> Option<&Clock> {
        self.clocks
            .iter()
            .filter(|clock| clock.runs() && clock.id != ClockId::C7)
            .min_by_key(|clock| clock.due)
    }

    /// The clock of this name that runs, the latest started if there are several.
    pub fn running(&self, id: ClockId) -> Option<&Clock> {
        self.clocks.iter().rev().find(|clock| clock.id == id && clock.runs())
    }

    /// How often the delay was explained, each time with a day; without what was taken back.
    pub fn promises(&self) -> usize {
        let made = self.clocks.iter().filter(|clock| clock.id == ClockId::C8).count();
        made.saturating_sub(self.promises_taken_back)
    }

    /// Whether a suit was served that is not over, so that nothing may lapse meanwhile (610.027.1). Once a court is done
    /// with it, its hold has a last day.
    pub fn suit_stands(&self, today: Date) -> bool {
        self.holds
            .iter()
            .any(|hold| hold.kind == HoldKind::Lawsuit && hold.last_day.is_none() && hold.stands(today))
    }
}
