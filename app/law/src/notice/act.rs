//! What can be done to a notice, by name, and whether it can be done now.

use serde::{Deserialize, Serialize};

use super::{
    Attempt, Audience, Channel, Notice, NoticeKind, NoticeState, ProofKind, ReleaseBar, ReleaseReason, Window, court,
};
use crate::{
    Date,
    objection::{ANSWERED, Objection},
    person::Person,
};

/// What is done to a notice, without its facts; each is a transition of [`Notice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeActKind {
    /// It goes out.
    Send,
    /// Receipt is proven.
    Receive,
    /// It came back.
    Return,
    /// An address was looked for.
    Search,
    /// Nobody can find the person.
    Unlocated,
    /// The person objects.
    Object,
    /// The office answers an objection.
    Answer,
    /// The days are over and nothing stands in the way.
    Clear,
    /// The person consents in writing.
    Consent,
    /// Face and voice are removed in the copy.
    RedactOut,
    /// No notice is due to police.
    Exempt,
    /// A court action is known, or more of it.
    Action,
    /// The papers do not show an action that somebody told of.
    Reject,
    /// A court decided.
    Decide,
    /// An exemption, redaction, consent or search is taken back.
    TakeBack,
    /// Somebody of the office talked with the person about consent, whether or not they had asked for it. It is none.
    Talk,
    /// A court's decision was entered by mistake.
    TakeBackDecision,
}

crate::keys::keyed!(NoticeActKind {
    Send => "send",
    Receive => "receive",
    Return => "return",
    Search => "search",
    Unlocated => "unlocated",
    Object => "object",
    Answer => "answer",
    Clear => "clear",
    Consent => "consent",
    RedactOut => "redact_out",
    Exempt => "exempt",
    Action => "action",
    Reject => "reject",
    Decide => "decide",
    TakeBack => "take_back",
    Talk => "talk",
    TakeBackDecision => "take_back_decision",
});

impl NoticeActKind {
    /// Whether it decides what becomes of a person's part of a recording, so that nobody who is on the recording does it.
    /// The rest is service: it brings the notice to the person, or keeps what they or a court's clerk said, with its proof.
    pub const fn decides(self) -> bool {
        match self {
            Self::Unlocated
            | Self::Answer
            | Self::Clear
            | Self::Consent
            | Self::RedactOut
            | Self::Exempt
            | Self::Reject
            | Self::Decide
            | Self::TakeBack
            | Self::TakeBackDecision => true,
            Self::Send | Self::Receive | Self::Return | Self::Search | Self::Object | Self::Action | Self::Talk => {
                false
            }
        }
    }
}

impl Notice {
    /// What stands in the way of an act of this kind on a day, whatever its facts. Days are those of the state;
    /// [`Notice::recount`] brings them up to the closures known.
    pub fn bar(&self, kind: NoticeActKind, person: &Person, today: Date) -> Option<ReleaseBar> {
        let guard = match kind {
            NoticeActKind::Send => self.may_be_sent(),
            NoticeActKind::Receive => self.may_be_received(),
            NoticeActKind::Return => self.may_return(),
            NoticeActKind::Unlocated => self.may_be_unlocated(),
            NoticeActKind::Answer => self.may_be_answered(),
            NoticeActKind::Clear => self.may_be_cleared(today).map(|_| ()),
            NoticeActKind::Consent => self.may_be_consented(),
            NoticeActKind::RedactOut => self.may_be_redacted_out(),
            NoticeActKind::Exempt => self.may_be_exempt(person),
            NoticeActKind::Reject => self.may_be_rejected(),
            NoticeActKind::TakeBack => self.may_be_taken_back(),
            NoticeActKind::TakeBackDecision => self.may_take_back_decision(),
            // An address is looked for, a person speaks and a court decides in every state.
            NoticeActKind::Search
            | NoticeActKind::Object
            | NoticeActKind::Action
            | NoticeActKind::Decide
            | NoticeActKind::Talk => Ok(()),
        };
        guard.err()
    }

    /// To be sent, or sent once more; while a court has the matter, as long as no days have begun; and to whom the days are
    /// over, to tell of a wider audience.
    pub(super) fn may_be_sent(&self) -> Result<(), ReleaseBar> {
        match self.state {
            NoticeState::Identified | NoticeState::Unlocated { .. } | NoticeState::Sent { .. } => Ok(()),
            _ if self.state.in_court() && self.window().is_none() => Ok(()),
            _ if self.widens_to(Audience::Public) => Ok(()),
            _ => self.wrong(),
        }
    }

    /// The person's days are over, or they consented: for the audience that they were told of.
    pub(super) const fn is_settled(&self) -> bool {
        matches!(self.state, NoticeState::Clear { .. } | NoticeState::Consented { .. })
    }

    /// How and on which day the newest letter of it went out, if one did.
    pub fn newest_letter(&self) -> Option<(Channel, Date)> {
        self.attempts.iter().rev().find_map(|attempt| match attempt {
            Attempt::Sent { on, channel, .. } => Some((*channel, *on)),
            _ => None,
        })
    }

    /// Something is on its way whose receipt begins or moves the days, or is kept beside an answer.
    pub(super) fn may_be_received(&self) -> Result<(), ReleaseBar> {
        if !self.awaits_receipt() && !self.has_answer() {
            return self.wrong();
        }
        if self.on_its_way().any(|attempt| matches!(attempt, Attempt::Sent { .. })) {
            return Ok(());
        }
        ReleaseReason::NotSent.at(self.kind.section())
    }

    pub(super) const fn awaits_receipt(&self) -> bool {
        self.state.in_court() || self.is_out()
    }

    /// Whether days that an answer began, or consent, leave room for a proof that is no answer.
    pub(super) fn has_answer(&self) -> bool {
        match self.window() {
            Some(window) => window.proof == ProofKind::Reply,
            None => matches!(self.state, NoticeState::Consented { .. }),
        }
    }

    const fn is_out(&self) -> bool {
        matches!(
            self.state,
            NoticeState::Sent { .. } | NoticeState::WindowOpen { .. } | NoticeState::Objected { .. }
        )
    }

    pub(super) fn may_return(&self) -> Result<(), ReleaseBar> {
        if self.is_out() { Ok(()) } else { self.wrong() }
    }

    /// Nobody is called unlocated before anything was tried, or while a notice is on its way.
    pub(super) fn may_be_unlocated(&self) -> Result<(), ReleaseBar> {
        match self.state {
            NoticeState::Identified if self.attempts.is_empty() => ReleaseReason::NothingTried.at(self.kind.section()),
            NoticeState::Identified => Ok(()),
            _ => self.wrong(),
        }
    }

    fn may_be_answered(&self) -> Result<(), ReleaseBar> {
        match self.objections.as_slice() {
            [] => ReleaseReason::ObjectionIdUnknownOrTaken.at(ANSWERED),
            all if all.iter().all(Objection::is_answered) => ReleaseReason::AlreadyAnswered.at(ANSWERED),
            _ => Ok(()),
        }
    }

    /// The days, once they are over and no objection that came in time forbids the release.
    pub(super) fn may_be_cleared(&self, today: Date) -> Result<&Window, ReleaseBar> {
        let (NoticeState::WindowOpen { window } | NoticeState::Objected { window }) = &self.state else {
            return self.wrong();
        };
        if window.is_open(today) {
            let last_day = window.last_day;
            return ReleaseReason::WindowOpen { last_day }.at(self.kind.section());
        }
        self.objections_settled()?;
        Ok(window)
    }

    pub(super) fn may_be_consented(&self) -> Result<(), ReleaseBar> {
        self.no_court()?;
        match self.state {
            NoticeState::Exempt => self.wrong(),
            NoticeState::Consented {
                audience: Audience::Public,
                ..
            } => ReleaseReason::AlreadyDone.at(self.kind.section()),
            _ => Ok(()),
        }
    }

    pub(super) fn may_be_redacted_out(&self) -> Result<(), ReleaseBar> {
        self.no_court()?;
        match self.state {
            NoticeState::Exempt => self.wrong(),
            NoticeState::RedactedOut { .. } => ReleaseReason::AlreadyDone.at(self.kind.section()),
            _ => Ok(()),
        }
    }

    /// The exemption of 610.100.8 says nothing of next of kin.
    pub(super) fn may_be_exempt(&self, person: &Person) -> Result<(), ReleaseBar> {
        self.no_court()?;
        if !person.police_affiliated || self.kind == NoticeKind::NextOfKin {
            return ReleaseReason::NotPoliceAffiliated.at(self.kind.section());
        }
        match self.state {
            NoticeState::Exempt => ReleaseReason::AlreadyDone.at(self.kind.section()),
            _ => Ok(()),
        }
    }

    fn may_be_rejected(&self) -> Result<(), ReleaseBar> {
        if self.actions.iter().any(court::Action::runs) {
            return Ok(());
        }
        ReleaseReason::NoSuchAction.at(court::SECTION)
    }

    pub(super) fn may_be_taken_back(&self) -> Result<(), ReleaseBar> {
        match self.state {
            NoticeState::Exempt
            | NoticeState::RedactedOut { .. }
            | NoticeState::Consented { .. }
            | NoticeState::Unlocated { .. } => Ok(()),
            _ => self.wrong(),
        }
    }
}
