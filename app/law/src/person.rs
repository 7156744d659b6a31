//! A person seen or heard in a recording, by pseudonym, and who receives letters for them.

use serde::{Deserialize, Serialize};

use crate::{
    notice::{Notice, ReleaseBar, ReleaseReason},
    span::Spans,
};

/// A line of a recording's people log. No name, no address: those are kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts that a custodian ticks"
)]
pub struct Person {
    /// What the office calls the person, for example `Person B`; unique within a recording.
    pub pseudonym: String,
    /// The recording's id.
    pub recording: String,
    /// Where the person is seen.
    pub seen: Spans,
    /// Where the person is heard.
    pub heard: Spans,
    /// "Affiliated with a law enforcement agency": no notice is due to them (610.100.8).
    pub police_affiliated: bool,
    /// Under age: a parent or guardian receives for them.
    pub minor: bool,
    /// Incapacitated: a guardian receives for them.
    pub incapacitated: bool,
    /// Deceased: next of kin receive for them.
    pub deceased: bool,
}

/// Who receives letters and answers for a person, or at whose address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Receiver {
    /// The person.
    Person,
    /// A parent or guardian, by analogy with 610.100.2(4).
    ParentOrGuardian,
    /// Next of kin of a deceased person: spouse, else adult child, else parent (610.205.1).
    NextOfKin,
    /// Their attorney.
    Attorney,
    /// The Secretary of State, agent for service of people whose address is protected (589.663).
    SecretaryOfState,
}

crate::keys::keyed!(Receiver {
    Person => "person",
    ParentOrGuardian => "parent_or_guardian",
    NextOfKin => "next_of_kin",
    Attorney => "attorney",
    SecretaryOfState => "secretary_of_state",
});

/// Whom a notice is about, as its reader is told: themselves, or somebody they answer for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shown {
    /// The reader. Also where a letter reaches them through the Secretary of State.
    #[default]
    Reader,
    /// The child or the person in the reader's care.
    InCare,
    /// A member of the reader's family, who died.
    Relative,
    /// Whom the reader represents as an attorney.
    Represented,
}

impl Receiver {
    /// Whom a letter to this receiver is about.
    pub const fn shown(self) -> Shown {
        match self {
            Self::Person | Self::SecretaryOfState => Shown::Reader,
            Self::ParentOrGuardian => Shown::InCare,
            Self::NextOfKin => Shown::Relative,
            Self::Attorney => Shown::Represented,
        }
    }
}

impl Person {
    /// Whether the log says where: a person is in it because "image or sound" is (610.100.8).
    ///
    /// # Errors
    /// [`ReleaseReason::NotDepicted`].
    pub fn depicted(&self) -> Result<(), ReleaseBar> {
        if self.seen.is_empty() && self.heard.is_empty() {
            return ReleaseReason::NotDepicted.at("RSMo 610.100.8");
        }
        Ok(())
    }

    /// Whether this line of the log may take another's place, as far as one notice goes: nobody becomes
    /// exempt (610.100.8) while an objection of theirs waits for its answer, or an action for its end.
    ///
    /// # Errors
    /// What is open.
    pub fn may_replace(&self, was: &Self, notice: &Notice) -> Result<(), ReleaseBar> {
        if !self.police_affiliated || was.police_affiliated {
            return Ok(());
        }
        notice.may_be_let_go()
    }

    /// Everywhere the person is seen or heard.
    pub fn spans(&self) -> Spans {
        self.seen.union(&self.heard)
    }

    /// Whether somebody may receive and consent for this person. A child or an incapacitated adult
    /// does not receive for themselves; only next of kin or an attorney does for the dead.
    ///
    /// # Errors
    /// [`ReleaseReason::ReceiverUnfit`].
    pub fn receives_by(&self, receiver: Receiver) -> Result<(), ReleaseBar> {
        let dependent = self.minor || self.incapacitated;
        let fits = match receiver {
            Receiver::Attorney => true,
            Receiver::NextOfKin => self.deceased,
            Receiver::Person => !self.deceased && !dependent,
            Receiver::ParentOrGuardian => !self.deceased && dependent,
            Receiver::SecretaryOfState => !self.deceased,
        };
        if fits {
            return Ok(());
        }
        let section = if self.deceased {
            "RSMo 610.205.1"
        } else {
            "RSMo 610.100.2(4)"
        };
        ReleaseReason::ReceiverUnfit { receiver }.at(section)
    }

    /// Those who may receive for this person, the usual one first.
    pub fn receivers(&self) -> Vec<Receiver> {
        let fits = |one: &Receiver| self.receives_by(*one).is_ok();
        Receiver::ALL.into_iter().filter(fits).collect()
    }
}
