//! At which field of its form the law refuses a value. What cannot be done at all, whatever was typed, is told as a refusal of
//! the whole.

use law::{
    Date,
    bar::{Bar, Reason},
    notice::{NoticeActKind, ReleaseBar, ReleaseReason},
    redaction::CopyActKind,
    release::ReleaseActKind,
    request::ActKind,
};

use super::{
    ActField, ActForm, CapacityActKind, CapacityForm, ConsoleField, CopyForm, NoticeForm, OrderActForm, OrderForm,
    PersonForm, RecordingActForm, ReleaseForm, ViewingForm,
};
use crate::{Errors, Problem, Refusal};

/// A form of the console that knows its fields.
pub trait RefusedValue {
    /// The field whose value a bar on a request or a recording is about; `None` where it is about no value.
    fn refused_by(&self, _: &Bar) -> Option<&'static str> {
        None
    }

    /// The field whose value a bar on a notice, an order or a copy is about; `None` where it is about no value.
    fn refused_by_release(&self, _: &ReleaseBar) -> Option<&'static str> {
        None
    }
}

/// The same refusal, told at the field whose value it is about.
pub fn at_its_field(form: &impl RefusedValue, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Barred { bar } => match form.refused_by(&bar) {
            Some(field) => Refusal::field(field, bar),
            None => Refusal::Barred { bar },
        },
        Refusal::Stopped { bars } => {
            let told = bars
                .iter()
                .map(|bar| Some((form.refused_by_release(bar)?.to_owned(), bar.clone().into())));
            match told.collect::<Option<Vec<(String, Problem)>>>() {
                Some(errors) if !errors.is_empty() => Errors(errors).into(),
                _ => Refusal::Stopped { bars },
            }
        }
        other => other,
    }
}

fn day(typed: &str) -> Option<Date> {
    typed.trim().parse().ok()
}

/// Whether a day lies after another.
pub(super) fn after(typed: &str, latest: Date) -> bool {
    day(typed).is_some_and(|day| day > latest)
}

impl RefusedValue for ActForm {
    fn refused_by(&self, bar: &Bar) -> Option<&'static str> {
        let kind = self.kind()?;
        let field = match (&bar.reason, kind) {
            (Reason::ProvisionNotNamed, _) => ActField::Provision,
            (Reason::FeeCategoryNotAllowed, _) => ActField::FeeCopy,
            (Reason::InFuture { latest }, ActKind::RecordPetition) if after(&self.served_on, *latest) => {
                ActField::ServedOn
            }
            (Reason::MotionLate { .. }, _) => ActField::FiledOn,
            // The day that was said already.
            (Reason::AlreadyDone, ActKind::ExplainDelay | ActKind::CloseActive | ActKind::CorrectReceipt)
            | (
                Reason::InFuture { .. }
                | Reason::BeforeReceipt { .. }
                | Reason::PromiseNotAhead { .. }
                | Reason::PromiseTooFar { .. }
                | Reason::BeforeAsked { .. }
                | Reason::CameLate { .. }
                | Reason::BeforeFiling { .. }
                | Reason::BeforeIncident { .. }
                | Reason::TimeNotExpired { .. }
                | Reason::DeletedTooSoon { .. }
                | Reason::DeletedWhileHeld { .. },
                _,
            ) => day_of(kind)?,
            _ => return None,
        };
        Some(field.key())
    }

    /// An order that is entered on a request is kept in the register of orders.
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        match &bar.reason {
            _ if self.kind() != Some(ActKind::EnterOrder) => None,
            ReleaseReason::InFuture { .. } => Some(ActField::Dated.key()),
            ReleaseReason::ScopeMissing => Some(ActField::Scope.key()),
            _ => None,
        }
    }
}

/// The field of the day that an act names.
const fn day_of(kind: ActKind) -> Option<ActField> {
    Some(match kind {
        ActKind::ExplainDelay => ActField::Promised,
        ActKind::CloseActive => ActField::ConfirmedOn,
        ActKind::RecordInactive | ActKind::Reclose => ActField::Since,
        ActKind::RecordPetition => ActField::FiledOn,
        ActKind::EnterOrder => ActField::Dated,
        ActKind::RecordAnswer | ActKind::SettleFee | ActKind::CorrectReceipt => ActField::ReceivedOn,
        ActKind::EndPetition => ActField::EndedOn,
        ActKind::FindNoRecord => ActField::DeletedOn,
        _ => return None,
    })
}

impl RefusedValue for RecordingActForm {
    fn refused_by(&self, bar: &Bar) -> Option<&'static str> {
        let of_the_day = matches!(
            bar.reason,
            Reason::InFuture { .. } | Reason::BeforeIncident { .. } | Reason::TimeNotExpired { .. }
        );
        (of_the_day && !self.on.trim().is_empty()).then_some(ConsoleField::On.key())
    }
}

impl RefusedValue for NoticeForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        let action = NoticeActKind::parse(&self.act)? == NoticeActKind::Action;
        let field = match &bar.reason {
            ReleaseReason::InFuture { latest } if action && after(&self.filed, *latest) => ConsoleField::Filed,
            ReleaseReason::InFuture { .. } | ReleaseReason::TooEarly { .. } if action => ConsoleField::Served,
            ReleaseReason::TooEarly { earliest } if day(&self.until).is_some_and(|day| day < *earliest) => {
                ConsoleField::Until
            }
            ReleaseReason::InFuture { .. }
            | ReleaseReason::TooEarly { .. }
            | ReleaseReason::AlreadyReceived { .. }
            | ReleaseReason::DocketUnchecked { .. } => ConsoleField::On,
            ReleaseReason::ProofUnfit { .. } => ConsoleField::Proof,
            ReleaseReason::ReceiverUnfit { .. }
            | ReleaseReason::CapacityUnproven { .. }
            | ReleaseReason::CapacityTooNarrow { .. } => ConsoleField::To,
            ReleaseReason::IdentityUnverified => ConsoleField::Identity,
            ReleaseReason::ActionDiffers => ConsoleField::Court,
            ReleaseReason::ReasonsMissing => ConsoleField::Reasons,
            ReleaseReason::ReliefMissing => ConsoleField::Asks,
            _ => return None,
        };
        Some(field.key())
    }
}

impl RefusedValue for ReleaseForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        let field = match &bar.reason {
            ReleaseReason::DocketUnchecked { .. } if self.act == ReleaseActKind::Release.key() => ConsoleField::Checked,
            _ if self.act != ReleaseActKind::ReceiveAll.key() => return None,
            ReleaseReason::InFuture { .. } | ReleaseReason::TooEarly { .. } | ReleaseReason::AlreadyReceived { .. } => {
                ConsoleField::On
            }
            ReleaseReason::ProofUnfit { .. } => ConsoleField::Proof,
            _ => return None,
        };
        Some(field.key())
    }
}

impl RefusedValue for OrderForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        let field = match &bar.reason {
            ReleaseReason::InFuture { .. } => ConsoleField::Dated,
            ReleaseReason::TooEarly { .. } => ConsoleField::LastDay,
            ReleaseReason::ScopeMissing => ConsoleField::Scope,
            _ => return None,
        };
        Some(field.key())
    }
}

impl RefusedValue for OrderActForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        matches!(bar.reason, ReleaseReason::InFuture { .. }).then_some(ConsoleField::Since.key())
    }
}

impl RefusedValue for CopyForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        let lists = self.act == CopyActKind::Redactions.key();
        (lists && bar.reason == ReleaseReason::RedactionUnsound).then_some(ConsoleField::Redactions.key())
    }
}

impl RefusedValue for PersonForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        matches!(bar.reason, ReleaseReason::NotDepicted).then_some(ConsoleField::Seen.key())
    }
}

impl RefusedValue for CapacityForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        let entering = self.kind() == Some(CapacityActKind::Enter);
        Some(match &bar.reason {
            ReleaseReason::ReceiverUnfit { .. } => "capacity",
            ReleaseReason::CapacityProofUnfit => "proof",
            ReleaseReason::InFuture { .. } if entering => "from_day",
            ReleaseReason::InFuture { .. } | ReleaseReason::TooEarly { .. } => "on",
            _ => return None,
        })
    }
}

impl RefusedValue for ViewingForm {
    fn refused_by_release(&self, bar: &ReleaseBar) -> Option<&'static str> {
        Some(match &bar.reason {
            ReleaseReason::ReceiverUnfit { .. }
            | ReleaseReason::CapacityUnproven { .. }
            | ReleaseReason::CapacityTooNarrow { .. } => "receiver",
            ReleaseReason::TooEarly { .. } if self.act == "offer" => "answer_by",
            ReleaseReason::InFuture { .. } | ReleaseReason::TooEarly { .. } => "on",
            _ => return None,
        })
    }
}
