//! Letters: what one must say, how it goes out, what proves its receipt, and the log of all tries.

use serde::{Deserialize, Serialize};

use crate::{Date, person::Receiver};

/// To whom a recording is to be shown: what a notice says of the intended display (RSMo 610.100.8), what a consent is given
/// for, and to whom an order opens it (610.100.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// To the person who asked for it, and to nobody else. What says nothing means this.
    #[default]
    Requester,
    /// To the public.
    Public,
}

crate::keys::keyed!(Audience {
    Requester => "requester",
    Public => "public",
});

impl Audience {
    /// Whether it is what nothing said means; for fields that are left out then.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub(crate) const fn is_requester(&self) -> bool {
        matches!(self, Self::Requester)
    }
}

/// What a notice must say (RSMo 610.100.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// What the recording is, without sensitive detail.
    Recording,
    /// Where and when it was made.
    PlaceAndDate,
    /// What will be shown, where, when, and in which role somebody wants it.
    IntendedDisplay,
    /// The right to file and serve an action.
    RightToFile,
    /// How the last day is counted.
    LastDay,
    /// The court.
    Court,
    /// Where to find help without an attorney.
    SelfHelp,
    /// What an objection in the portal does and does not do.
    PortalEffect,
}

crate::keys::keyed!(Content {
    Recording => "recording",
    PlaceAndDate => "place_and_date",
    IntendedDisplay => "intended_display",
    RightToFile => "right_to_file",
    LastDay => "last_day",
    Court => "court",
    SelfHelp => "self_help",
    PortalEffect => "portal_effect",
});

/// How a notice goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Handed over.
    Personal,
    /// Letter; only a reply or a hand-over proves its receipt.
    Mail,
    /// Certified mail, with a card that comes back.
    CertifiedMail,
    /// Electronic, where the person agreed to it (432.220.2), in a form they can keep (432.235.1).
    EmailAgreed,
    /// Published, where a court ordered it.
    Publication,
}

crate::keys::keyed!(Channel {
    Personal => "personal",
    Mail => "mail",
    CertifiedMail => "certified_mail",
    EmailAgreed => "email_agreed",
    Publication => "publication",
});

/// What proves that the notice was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// It was handed over, and whoever did says so.
    Personal,
    /// The signed card of certified mail.
    CertifiedMail,
    /// Electronic record of receipt, where the person agreed to e-mail (432.220.2).
    EmailAgreed,
    /// The person replied: an objection, a call, the tear-off.
    Reply,
    /// The code of the letter was entered on the portal.
    CodeEntered,
    /// Their attorney accepted it.
    AttorneyAccepted,
    /// The Secretary of State accepted it for a protected address (589.663).
    SecretaryOfState,
    /// A publication that a court ordered has run.
    Publication,
}

crate::keys::keyed!(ProofKind {
    Personal => "personal",
    CertifiedMail => "certified_mail",
    EmailAgreed => "email_agreed",
    Reply => "reply",
    CodeEntered => "code_entered",
    AttorneyAccepted => "attorney_accepted",
    SecretaryOfState => "secretary_of_state",
    Publication => "publication",
});

impl ProofKind {
    /// Those that the office enters. That the letter's code was entered, the portal knows itself.
    pub fn of_office() -> Vec<Self> {
        Self::ALL.into_iter().filter(|one| *one != Self::CodeEntered).collect()
    }
}

/// A notice as it goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// Day it goes out.
    pub on: Date,
    /// How.
    pub channel: Channel,
    /// To whom.
    pub to: Receiver,
    /// What it says.
    pub contents: Vec<Content>,
    /// To whom it says that the recording is to be shown.
    pub audience: Audience,
}

impl super::Notice {
    /// Who received for the person: whoever consented, else whoever the last letter went to.
    pub fn reached(&self) -> Option<Receiver> {
        if let super::NoticeState::Consented { by, .. } = self.state {
            return Some(by);
        }
        self.attempts.iter().rev().find_map(|attempt| match attempt {
            Attempt::Sent { to, .. } => Some(*to),
            _ => None,
        })
    }

    /// To whom the person knows that the recording is to be shown: as they consented, else as the letter said whose receipt
    /// is proven. Of several that were on their way then, the narrowest counts, for nobody knows which one it was. `None` of
    /// somebody who was told nothing, or whose letter came back.
    pub fn told_audience(&self) -> Option<Audience> {
        if let super::NoticeState::Consented { audience, .. } = self.state {
            return Some(audience);
        }
        let (mut waiting, mut told) = (None::<Audience>, None);
        for attempt in &self.attempts {
            match attempt {
                Attempt::Sent { audience, .. } => {
                    waiting = Some(waiting.map_or(*audience, |known| known.min(*audience)));
                }
                Attempt::Received { .. } => told = waiting.take().or(told),
                Attempt::Returned { .. } => (waiting, told) = (None, None),
                Attempt::Searched { .. } => {}
            }
        }
        told
    }

    /// Whether the person knows that the public is to see the recording, and no letter since told them otherwise.
    pub fn told_of_public(&self) -> bool {
        self.told_audience() == Some(Audience::Public) && self.named_audience() == Audience::Public
    }

    /// Whether a person whose days are over, or who consented, is to be told of a wider audience.
    pub fn widens_to(&self, audience: Audience) -> bool {
        self.is_settled() && self.named_audience() < audience
    }

    /// Whether a letter ever went out, or consent was given without one.
    pub fn was_sent(&self) -> bool {
        let sent = |attempt: &Attempt| matches!(attempt, Attempt::Sent { .. });
        matches!(self.state, super::NoticeState::Consented { .. }) || self.attempts.iter().any(sent)
    }

    /// To whom the recording is to be shown as the newest letter says it, or the consent; before either, to who asked.
    pub fn named_audience(&self) -> Audience {
        if let super::NoticeState::Consented { audience, .. } = self.state {
            return audience;
        }
        let newest = self.attempts.iter().rev().find_map(|attempt| match attempt {
            Attempt::Sent { audience, .. } => Some(*audience),
            _ => None,
        });
        newest.unwrap_or_default()
    }
}

impl Sending {
    /// A letter that says everything it must.
    pub fn complete(on: Date, channel: Channel, to: Receiver) -> Self {
        Self {
            on,
            channel,
            to,
            contents: Content::ALL.to_vec(),
            audience: Audience::Requester,
        }
    }

    /// The same letter, which says that the recording is to be shown to somebody.
    #[must_use]
    pub fn naming(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    /// The first thing that it must say and does not.
    pub fn missing(&self) -> Option<Content> {
        Content::ALL
            .into_iter()
            .find(|content| !self.contents.contains(content))
    }
}

/// Proof of receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The day on which it was received: not the day of sending, nor that of keying.
    pub on: Date,
    /// What proves it.
    pub proof: ProofKind,
}

/// One try to reach a person. The log of tries is never shortened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "attempt", rename_all = "snake_case")]
pub enum Attempt {
    /// An address was looked for.
    Searched {
        /// The day.
        on: Date,
        /// Where, in the words entered.
        how: String,
    },
    /// A notice went out.
    Sent {
        /// The day.
        on: Date,
        /// How.
        channel: Channel,
        /// To whom.
        to: Receiver,
        /// To whom it said that the recording is to be shown.
        #[serde(default, skip_serializing_if = "Audience::is_requester")]
        audience: Audience,
    },
    /// It came back.
    Returned {
        /// The day.
        on: Date,
    },
    /// It was received.
    Received {
        /// The day.
        on: Date,
        /// What proves it.
        proof: ProofKind,
    },
}

impl Attempt {
    /// Its day.
    pub const fn on(&self) -> Date {
        match self {
            Self::Searched { on, .. } | Self::Sent { on, .. } | Self::Returned { on } | Self::Received { on, .. } => {
                *on
            }
        }
    }

    /// Whether this sending can have led to such a proof of receipt.
    pub(super) fn leads_to(&self, receipt: Receipt) -> bool {
        let Self::Sent { on, channel, to, .. } = self else {
            return false;
        };
        let fits = match receipt.proof {
            ProofKind::Personal | ProofKind::Reply | ProofKind::CodeEntered | ProofKind::AttorneyAccepted => true,
            ProofKind::CertifiedMail => *channel == Channel::CertifiedMail,
            ProofKind::EmailAgreed => *channel == Channel::EmailAgreed,
            ProofKind::SecretaryOfState => *to == Receiver::SecretaryOfState,
            ProofKind::Publication => *channel == Channel::Publication,
        };
        fits && *on <= receipt.on
    }
}
