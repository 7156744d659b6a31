//! What a person shown asks for when a notice reaches them, and what they are answered in writing.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    notice::{ReleaseBar, ReleaseReason},
    person::Receiver,
    span::Spans,
};

/// An objection. It has no stated effect in the statute, where the remedy is an action filed and
/// served; under the agency's policy one that comes in time holds the release until it is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The caller's id for it.
    pub id: String,
    /// Its true day: when it came in, also where paper is keyed later.
    pub received: Date,
    /// In whose capacity it is made. Objections are taken from whoever makes them.
    pub capacity: Receiver,
    /// What is asked for.
    pub relief: Relief,
    /// On which grounds.
    pub grounds: Vec<Ground>,
    /// It came after the last day. Set by [`crate::notice::Notice::object`].
    pub late: bool,
    /// The answer, once given.
    pub answer: Option<ObjectionAnswer>,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "relief", rename_all = "snake_case")]
pub enum Relief {
    /// Do not release the recording.
    Whole,
    /// Release it, but.
    Part {
        /// What is to be done first; at least one.
        asks: Vec<Ask>,
    },
}

/// One thing asked for in part, or promised in an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Ask {
    /// Make me unrecognizable wherever I am seen.
    BlurMe,
    /// Take out the sound wherever I am heard.
    MuteMe,
    /// Take these spans out.
    Cut {
        /// The spans.
        spans: Spans,
    },
    /// Not before a day.
    WaitUntil {
        /// The first day on which it may be released.
        day: Date,
    },
}

/// On which ground, after 610.100.5(3) and 610.100.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// A private matter in which the public has no legitimate concern.
    Privacy,
    /// Shame or humiliation to a person of ordinary sensibilities.
    Shame,
    /// Danger to somebody.
    Safety,
    /// A child is shown.
    Minor,
    /// Medical treatment or condition.
    Medical,
    /// Victim of an offense.
    Victim,
    /// Another reason, in own words.
    Other,
}

crate::keys::keyed!(Ground {
    Privacy => "privacy",
    Shame => "shame",
    Safety => "safety",
    Minor => "minor",
    Medical => "medical",
    Victim => "victim",
    Other => "other",
});

/// The custodian's answer in writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum ObjectionAnswer {
    /// What was asked for will be done.
    Accepted {
        /// Day of the answer.
        on: Date,
    },
    /// The copy will be redacted so, which settles it (610.100.3).
    SettledByRedaction {
        /// Day of the answer.
        on: Date,
        /// What the copy will show or not; at least one.
        asks: Vec<Ask>,
        /// Why not all of what was asked, in the words of the letter; may be empty.
        #[serde(default)]
        reasons: String,
    },
    /// The release goes on, for these reasons; not before the window's end.
    Overruled {
        /// Day of the answer.
        on: Date,
        /// The reasons, in the words of the letter.
        reasons: String,
    },
}

/// An answer's name without its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the Answer variant of the same name")]
pub enum AnswerKind {
    Accepted,
    SettledByRedaction,
    Overruled,
}

crate::keys::keyed!(AnswerKind {
    Accepted => "accepted",
    SettledByRedaction => "settled_by_redaction",
    Overruled => "overruled",
});

/// Law and policy on the answer.
pub(crate) const ANSWERED: &str = "Department practice; RSMo 610.100.3";

impl ObjectionAnswer {
    /// Its name.
    pub const fn kind(&self) -> AnswerKind {
        match self {
            Self::Accepted { .. } => AnswerKind::Accepted,
            Self::SettledByRedaction { .. } => AnswerKind::SettledByRedaction,
            Self::Overruled { .. } => AnswerKind::Overruled,
        }
    }

    /// Day of the answer.
    pub const fn on(&self) -> Date {
        match self {
            Self::Accepted { on } | Self::SettledByRedaction { on, .. } | Self::Overruled { on, .. } => *on,
        }
    }
}

impl Objection {
    /// Refuses one that asks for nothing, or that comes from the future.
    pub(crate) fn check(&self, today: Date) -> Result<(), ReleaseBar> {
        ReleaseReason::not_after(self.received, today, ANSWERED)?;
        match &self.relief {
            Relief::Part { asks } if !sound(asks) => ReleaseReason::ReliefMissing.at(ANSWERED),
            _ => Ok(()),
        }
    }

    /// Gives the answer. An answer once given stays; a new objection can be made and answered.
    ///
    /// # Errors
    /// When it is answered already, the day is impossible, no reasons are given for overruling, or
    /// nothing is promised to settle it.
    pub fn answered(self, answer: ObjectionAnswer, today: Date) -> Result<Self, ReleaseBar> {
        if self.is_answered() {
            return ReleaseReason::AlreadyAnswered.at(ANSWERED);
        }
        ReleaseReason::not_after(answer.on(), today, ANSWERED)?;
        ReleaseReason::not_before(answer.on(), self.received, ANSWERED)?;
        match &answer {
            ObjectionAnswer::Overruled { reasons, .. } if reasons.trim().is_empty() => {
                ReleaseReason::ReasonsMissing.at(ANSWERED)
            }
            ObjectionAnswer::SettledByRedaction { asks, .. } if !sound(asks) => {
                ReleaseReason::ReliefMissing.at(ANSWERED)
            }
            _ => Ok(Self {
                answer: Some(answer),
                ..self
            }),
        }
    }

    /// Whether its answer was given.
    pub const fn is_answered(&self) -> bool {
        self.answer.is_some()
    }

    /// Whether it came in time and nobody has answered it yet.
    pub const fn open(&self) -> bool {
        !self.late && !self.is_answered()
    }

    /// What the answer promised of the copy: nothing while unanswered, or when overruled.
    pub fn promised(&self) -> &[Ask] {
        match (&self.answer, &self.relief) {
            (Some(ObjectionAnswer::Accepted { .. }), Relief::Part { asks })
            | (Some(ObjectionAnswer::SettledByRedaction { asks, .. }), _) => asks,
            _ => &[],
        }
    }

    /// What was asked and the answer does not give; nothing while unanswered, or when accepted. A cut asked for counts as given
    /// where what is cut covers it, a day where the promised one is no earlier.
    pub fn not_granted(&self) -> NotGranted {
        let given: &[Ask] = match &self.answer {
            None | Some(ObjectionAnswer::Accepted { .. }) => return NotGranted::default(),
            Some(ObjectionAnswer::SettledByRedaction { asks, .. }) => asks,
            Some(ObjectionAnswer::Overruled { .. }) => &[],
        };
        match &self.relief {
            Relief::Whole => NotGranted {
                whole: true,
                asks: Vec::new(),
            },
            Relief::Part { asks } => NotGranted {
                whole: false,
                asks: asks.iter().filter_map(|ask| ask.left_of(given)).collect(),
            },
        }
    }

    /// Whether the office agreed not to release the recording with this person in it.
    pub const fn keeps_whole(&self) -> bool {
        matches!(
            (&self.answer, &self.relief),
            (Some(ObjectionAnswer::Accepted { .. }), Relief::Whole)
        )
    }
}

/// What was asked and not granted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotGranted {
    /// Not to release the recording.
    pub whole: bool,
    /// What was asked in part, of a cut what is left of it.
    pub asks: Vec<Ask>,
}

impl NotGranted {
    /// Whether all of it was granted.
    pub const fn is_empty(&self) -> bool {
        !self.whole && self.asks.is_empty()
    }
}

impl Ask {
    /// What of this the answer does not give.
    fn left_of(&self, given: &[Self]) -> Option<Self> {
        match self {
            Self::BlurMe | Self::MuteMe => (!given.contains(self)).then(|| self.clone()),
            Self::Cut { spans } => {
                let mut left = spans.clone();
                for cut in given {
                    if let Self::Cut { spans } = cut {
                        left = left.subtract(spans);
                    }
                }
                (!left.is_empty()).then_some(Self::Cut { spans: left })
            }
            Self::WaitUntil { day } => {
                let waits = given
                    .iter()
                    .any(|one| matches!(one, Self::WaitUntil { day: promised } if promised >= day));
                (!waits).then(|| self.clone())
            }
        }
    }
}

/// At least one thing is asked for, and no cut of nothing.
fn sound(asks: &[Ask]) -> bool {
    let empty = |ask: &Ask| matches!(ask, Ask::Cut { spans } if spans.is_empty());
    !asks.is_empty() && !asks.iter().any(empty)
}
