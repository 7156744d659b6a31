//! Why a notice, an order, a copy or a release may not go on: a typed reason with its section.

use serde::{Deserialize, Serialize};

use super::{Content, NoticeStateKind, ProofKind};
use crate::{
    Date,
    bar::{Reason, Section},
    disclosure_order::TermKind,
    person::Receiver,
    span::Spans,
};

/// The law or the agency's policy does not let this happen now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{reason:?} ({section})")]
pub struct ReleaseBar {
    /// What stands in the way.
    pub reason: ReleaseReason,
    /// Where the law or the policy says so.
    pub section: Section,
}

/// What stands in the way of an act on a notice, an order or a copy, or of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum ReleaseReason {
    /// The act does not follow from the state that the notice is in.
    WrongState {
        /// The state now.
        state: NoticeStateKind,
    },
    /// Said, it is, to have happened on a day that has not come yet.
    InFuture {
        /// The last day that may be named.
        latest: Date,
    },
    /// Said, it is, to have happened before what it follows from.
    TooEarly {
        /// The first day that may be named.
        earliest: Date,
    },
    /// Already done.
    AlreadyDone,
    /// The people log says neither where the person is seen nor where heard.
    NotDepicted,
    /// The notice of 610.100.8 concerns recordings made in a nonpublic place only.
    PublicPlace,
    /// The notice to next of kin concerns crime-scene video of a deceased person only.
    NoDeceased,
    /// Only people affiliated with a law enforcement agency are exempt.
    NotPoliceAffiliated,
    /// This receiver cannot stand for this person.
    ReceiverUnfit {
        /// Who was named.
        receiver: Receiver,
    },
    /// No family viewing was offered, which the profile demands.
    ViewingNotOffered,
    /// An offered family viewing is not answered, or not held yet.
    ViewingOpen,
    /// The step does not follow from where the offer stands.
    ViewingStepUnfit,
    /// Nobody has verified that whoever acts as this receiver may act for the person.
    CapacityUnproven {
        /// As whom.
        receiver: Receiver,
    },
    /// The capacity that is proven does not reach so far.
    CapacityTooNarrow {
        /// As whom.
        receiver: Receiver,
    },
    /// This paper does not prove this capacity.
    CapacityProofUnfit,
    /// Consent needs the identity of the one who gives it.
    IdentityUnverified,
    /// The letter lacks something that it must say.
    ContentMissing {
        /// The first thing missing.
        content: Content,
    },
    /// Nobody is called unlocated before anything was tried.
    NothingTried,
    /// This kind of proof does not follow from how the notice was sent.
    ProofUnfit {
        /// The proof offered.
        proof: ProofKind,
    },
    /// Receipt is proven; only a later day of receipt would change the window.
    AlreadyReceived {
        /// The day it rests on.
        received: Date,
    },
    /// The profile has no such rule, so no window can be worked out.
    RuleMissing {
        /// Its name.
        rule: String,
    },
    /// No notice of this kind was opened for the person.
    NoticeMissing,
    /// The notice has not been sent.
    NotSent,
    /// Sent, but receipt is not proven; the days have not begun.
    ReceiptUnproven,
    /// The person cannot be found: redact them out, or ask the court.
    Unlocated,
    /// The person still has days.
    WindowOpen {
        /// The last of them.
        last_day: Date,
    },
    /// The days are over; the court's docket must be looked at once more.
    DocketUnchecked {
        /// First day on which looking counts.
        from: Date,
    },
    /// An objection that came in time is not answered in writing yet.
    ObjectionUnanswered {
        /// The day it came.
        received: Date,
    },
    /// The office agreed not to release the recording with this person in it.
    ObjectionAccepted,
    /// The answer to an objection promised more than the copy does.
    PromiseUnkept {
        /// What the copy still shows or plays.
        left: Spans,
    },
    /// The answer to an objection promised to wait.
    WaitPromised {
        /// The first day on which it may be released.
        day: Date,
    },
    /// No objection has this id, or one has it already.
    ObjectionIdUnknownOrTaken,
    /// Nothing is asked for.
    ReliefMissing,
    /// The answer was given; it stays.
    AlreadyAnswered,
    /// An objection is overruled with reasons.
    ReasonsMissing,
    /// An action filed and served in time is pending.
    ActionPending {
        /// Day of filing.
        filed: Date,
        /// Day of service.
        served: Date,
    },
    /// The action is known with another day or court.
    ActionDiffers,
    /// No pending action has this id.
    NoSuchAction,
    /// No decision of a court that counts is entered here, or none of this number.
    NoSuchDecision,
    /// A court enjoined the display whole.
    Enjoined {
        /// Last day of the injunction, if it has one.
        until: Option<Date>,
    },
    /// The copy shows spans that a court closed or enjoined.
    SpansRestrained {
        /// Those shown all the same.
        spans: Spans,
    },
    /// A court ordered redactions that the copy lacks.
    OrderedRedactionMissing {
        /// Those spans.
        spans: Spans,
    },
    /// The footage is closed, and no order in force opens it.
    FootageClosed {
        /// Why it is closed.
        closed: Reason,
    },
    /// The footage is open by a court's order, and no such order is at hand.
    OrderMissing,
    /// The copy shows more than the order opens.
    OutsideOrder {
        /// What lies outside.
        spans: Spans,
    },
    /// The order has run out.
    OrderExpired {
        /// Its last day.
        last_day: Date,
    },
    /// The order has not come into effect.
    OrderNotYetEffective {
        /// Its first day.
        first_day: Date,
    },
    /// The order is stayed.
    OrderStayed,
    /// A court order must be verified by a second person before it has effect.
    OrderNotVerified,
    /// Two people are needed, and this is one.
    SamePerson,
    /// Something entered before waits for a second person.
    SecondPersonAwaited,
    /// What an entry forbids was kept. What it frees was not, for something else waits for a second person.
    RestNotEntered,
    /// One person alone freed something before two had to.
    FreedByOne,
    /// Whoever would decide is the officer of the recording.
    OnRecording,
    /// An order of this kind names the recordings it is about.
    ScopeMissing,
    /// Nothing was chosen for release.
    NothingChosen,
    /// Nothing was released on the request.
    NothingReleased,
    /// What was released has stopped: it goes on only by a new release.
    ReleaseStopped,
    /// A person or notice names a recording that is not part of the release, or a recording or
    /// person stands in it twice.
    Mismatched,
    /// The people log of the recording is not declared complete.
    PeopleLogOpen,
    /// There is no copy for release.
    CopyMissing,
    /// The copy is not approved by a second person.
    CopyUnapproved,
    /// The approval was given for a file with another SHA-256.
    HashChanged,
    /// A redaction has no provision of law, no reviewer, or lies beyond the recording's end.
    RedactionUnsound,
    /// The person is not hidden everywhere in the copy.
    StillShown {
        /// Where the person is seen.
        seen: Spans,
        /// Where the person is heard.
        heard: Spans,
    },
    /// The order's terms are not confirmed as met (610.100.5(5)).
    TermsUnconfirmed,
    /// The recipient has not acknowledged the warning of 610.100.8.
    WarningUnacknowledged,
    /// A fee is still unpaid and not waived.
    FeeUnsettled,
    /// The request is not of the public track: what is delivered on it is for whoever the law gives it to.
    TrackNotPublic,
    /// The recording is not of a public place, or is closed, and no order in force opens to the public what the copy shows.
    NotClearedForPublic {
        /// What no such order opens.
        spans: Spans,
    },
    /// An order in force says how, where or to whom the recording is shown, which a public library cannot keep.
    TermAgainstPublic {
        /// On what.
        term: TermKind,
    },
    /// A person who is still shown was not told that the public is to see it, and did not consent to that.
    PublicNotTold,
    /// A newer copy of the recording was made than the one released.
    NewerCopy,
    /// Nothing waits for a second person before it goes into the public library.
    NothingProposed,
    /// Nothing of it is in the public library.
    NothingPublic,
}

impl ReleaseReason {
    /// The refusal for this reason.
    pub(crate) fn at<T>(self, section: &'static str) -> Result<T, ReleaseBar> {
        Err(ReleaseBar {
            reason: self,
            section: Section::of(section),
        })
    }

    pub(crate) fn not_after(day: Date, latest: Date, section: &'static str) -> Result<(), ReleaseBar> {
        if day > latest {
            return Self::InFuture { latest }.at(section);
        }
        Ok(())
    }

    /// Refuses a day that lies before the earliest possible one.
    ///
    /// # Errors
    /// Names the earliest day.
    pub fn not_before(day: Date, earliest: Date, section: &'static str) -> Result<(), ReleaseBar> {
        if day < earliest {
            return Self::TooEarly { earliest }.at(section);
        }
        Ok(())
    }
}
