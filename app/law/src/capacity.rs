//! Capacities: in which right somebody acts for another, what proves it, and what may be done by it.
//!
//! A person shown, or whoever filed, may be acted for by a parent, a guardian, a conservator, next of kin, a personal
//! representative or an attorney (610.100.2(4), 610.205.1; chapters 473 and 475 on who represents whom). What frees something
//! by the word of one of these, consent and a viewing, needs proof that a member of staff has verified. Serving a notice and
//! taking an objection do not wait for it: the first is owed in any case, the second only holds something back.

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    notice::{ReleaseBar, ReleaseReason},
    person::{Person, Receiver},
};

/// In which right somebody acts for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapacityKind {
    /// A parent of somebody under age (610.100.2(4)).
    Parent,
    /// A guardian of somebody under age or incapacitated (475.120).
    Guardian,
    /// A conservator, who has the care of the estate and not of the person (475.130).
    Conservator,
    /// Next of kin of somebody deceased: spouse, else adult child, else parent (610.205.1).
    NextOfKin,
    /// The personal representative of the estate of somebody deceased (473.787).
    PersonalRepresentative,
    /// An attorney.
    Attorney,
}

crate::keys::keyed!(CapacityKind {
    Parent => "parent",
    Guardian => "guardian",
    Conservator => "conservator",
    NextOfKin => "next_of_kin",
    PersonalRepresentative => "personal_representative",
    Attorney => "attorney",
});

/// What proves a capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CapacityProof {
    /// A court's letters of guardianship, of conservatorship or of administration.
    Appointment,
    /// An attorney's entry of appearance.
    Appearance,
    /// What the person signed to authorize an attorney.
    Authorization,
    /// A birth certificate.
    BirthCertificate,
    /// A death certificate that names who the next of kin is.
    DeathCertificate,
    /// A marriage certificate.
    MarriageCertificate,
}

crate::keys::keyed!(CapacityProof {
    Appointment => "appointment",
    Appearance => "appearance",
    Authorization => "authorization",
    BirthCertificate => "birth_certificate",
    DeathCertificate => "death_certificate",
    MarriageCertificate => "marriage_certificate",
});

/// How a proof was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofShown {
    /// Shown at the counter.
    Counter,
    /// Kept as a paper.
    Paper,
}

crate::keys::keyed!(ProofShown {
    Counter => "counter",
    Paper => "paper",
});

/// What is done in a capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Power {
    /// Receives the notice.
    Receive,
    /// Objects.
    Object,
    /// Consents, and so waives the days.
    Consent,
    /// Views the recording before it is made public.
    View,
}

impl Power {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Receive, Self::Object, Self::Consent, Self::View];
}

/// A capacity as it is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Which.
    pub kind: CapacityKind,
    /// Its first day.
    pub from: Date,
    /// Its last day, where it has one.
    pub until: Option<Date>,
    /// The day on which it ended before that, or was corrected.
    pub ended: Option<Date>,
    /// What proves it and the day on which that was verified.
    pub proof: Option<(CapacityProof, Date)>,
}

impl CapacityKind {
    /// As which receiver of letters somebody in this capacity counts.
    pub const fn receiver(self) -> Receiver {
        match self {
            Self::Parent | Self::Guardian | Self::Conservator => Receiver::ParentOrGuardian,
            Self::NextOfKin | Self::PersonalRepresentative => Receiver::NextOfKin,
            Self::Attorney => Receiver::Attorney,
        }
    }

    /// What proves it, the usual proof first.
    pub const fn proofs(self) -> &'static [CapacityProof] {
        use CapacityProof as P;
        match self {
            Self::Parent => &[P::BirthCertificate],
            Self::Guardian | Self::Conservator | Self::PersonalRepresentative => &[P::Appointment],
            Self::NextOfKin => &[P::DeathCertificate, P::MarriageCertificate, P::BirthCertificate],
            Self::Attorney => &[P::Appearance, P::Authorization],
        }
    }

    /// Whether somebody in this capacity has a power, once it is proven. Who has the care of an estate alone decides nothing
    /// that is personal: only next of kin speak for the dead (610.205.1), only guardians for an incapacitated person.
    pub const fn has(self, power: Power) -> bool {
        match self {
            Self::Conservator | Self::PersonalRepresentative => matches!(power, Power::Receive | Power::Object),
            Self::Parent | Self::Guardian | Self::NextOfKin | Self::Attorney => true,
        }
    }

    /// Where the law names it.
    pub const fn section(self) -> &'static str {
        match self {
            Self::Parent | Self::Attorney => "RSMo 610.100.2(4)",
            Self::Guardian => "RSMo 475.120",
            Self::Conservator => "RSMo 475.130",
            Self::NextOfKin => "RSMo 610.205.1",
            Self::PersonalRepresentative => "RSMo 473.787",
        }
    }

    /// Whether somebody can act for this person in it: for somebody under age, incapacitated or deceased, as it says.
    ///
    /// # Errors
    /// [`ReleaseReason::ReceiverUnfit`].
    pub fn fits(self, person: &Person) -> Result<(), ReleaseBar> {
        let minor_alone = self == Self::Parent && !person.minor;
        if minor_alone {
            let receiver = self.receiver();
            return ReleaseReason::ReceiverUnfit { receiver }.at(self.section());
        }
        person.receives_by(self.receiver())
    }
}

impl Capacity {
    /// Whether it stands on a day.
    pub fn stands_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until) && self.ended.is_none_or(|ended| day < ended)
    }

    /// Refuses days that cannot be: an end before the beginning.
    ///
    /// # Errors
    /// Names the first day.
    pub fn check(&self) -> Result<(), ReleaseBar> {
        match self.until {
            Some(until) => ReleaseReason::not_before(until, self.from, self.kind.section()),
            None => Ok(()),
        }
    }
}

/// Whether a proof is one of this capacity.
///
/// # Errors
/// [`ReleaseReason::CapacityProofUnfit`].
pub fn proves(proof: CapacityProof, kind: CapacityKind) -> Result<(), ReleaseBar> {
    if kind.proofs().contains(&proof) {
        return Ok(());
    }
    ReleaseReason::CapacityProofUnfit.at(kind.section())
}

/// Whether somebody who counts as this receiver has a power for a person, by the capacities that are entered of the person.
/// Everybody speaks for themselves. The Secretary of State takes what is served on somebody whose address is protected, and
/// speaks no word for them (589.663). A notice goes out, and an objection is taken, without proof; not once every capacity that
/// was entered has ended, for then whoever had it acts for nobody. An attorney is sent nothing before it is proven that they
/// represent the person.
///
/// # Errors
/// What is missing: a proof, or the power itself.
pub fn may(power: Power, receiver: Receiver, known: &[Capacity], today: Date) -> Result<(), ReleaseBar> {
    if receiver == Receiver::SecretaryOfState && matches!(power, Power::Consent | Power::View) {
        return ReleaseReason::CapacityTooNarrow { receiver }.at("RSMo 589.663");
    }
    if matches!(receiver, Receiver::Person | Receiver::SecretaryOfState) || power == Power::Object {
        return Ok(());
    }
    let of: Vec<&Capacity> = known.iter().filter(|one| one.kind.receiver() == receiver).collect();
    let mut standing = of.iter().filter(|one| one.stands_on(today)).peekable();
    let served = power == Power::Receive && receiver != Receiver::Attorney;
    if served && (of.is_empty() || standing.peek().is_some()) {
        return Ok(());
    }
    let section = match receiver {
        Receiver::NextOfKin => "RSMo 610.205.1",
        _ => "RSMo 610.100.2(4)",
    };
    let proven: Vec<_> = standing.filter(|one| one.proof.is_some()).collect();
    if proven.is_empty() {
        return ReleaseReason::CapacityUnproven { receiver }.at(section);
    }
    if proven.iter().any(|one| one.kind.has(power)) {
        return Ok(());
    }
    ReleaseReason::CapacityTooNarrow { receiver }.at(section)
}

/// Whether it is proven that somebody who counts as this receiver acts for the person. What they say is heeded at once; whoever
/// answers it reads that it is not.
pub fn is_proven(receiver: Receiver, known: &[Capacity], today: Date) -> bool {
    let proven = |one: &Capacity| one.kind.receiver() == receiver && one.stands_on(today) && one.proof.is_some();
    matches!(receiver, Receiver::Person | Receiver::SecretaryOfState) || known.iter().any(proven)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = Date::constant(2026, 3, 2);

    fn of(kind: CapacityKind, proven: bool) -> Capacity {
        Capacity {
            kind,
            from: DAY,
            until: None,
            ended: None,
            proof: proven.then(|| (kind.proofs()[0], DAY)),
        }
    }

    #[test]
    fn whoever_frees_something_for_another_proves_that_they_may() {
        let kin = Receiver::NextOfKin;
        for power in [Power::Consent, Power::View] {
            for known in [
                vec![],
                vec![of(CapacityKind::NextOfKin, false)],
                vec![of(CapacityKind::Attorney, true)],
            ] {
                let bar = may(power, kin, &known, DAY).expect_err("unproven");
                assert_eq!(bar.reason, ReleaseReason::CapacityUnproven { receiver: kin });
            }
            let estate = [of(CapacityKind::PersonalRepresentative, true)];
            let bar = may(power, kin, &estate, DAY).expect_err("the estate alone");
            assert_eq!(bar.reason, ReleaseReason::CapacityTooNarrow { receiver: kin });
            assert_eq!(
                may(power, kin, &[estate[0], of(CapacityKind::NextOfKin, true)], DAY),
                Ok(())
            );
        }
    }

    #[test]
    fn a_notice_does_not_wait_for_proof_but_goes_to_nobody_whose_capacity_ended() {
        let parent = Receiver::ParentOrGuardian;
        assert_eq!(may(Power::Receive, parent, &[], DAY), Ok(()));
        assert_eq!(
            may(Power::Receive, parent, &[of(CapacityKind::Guardian, false)], DAY),
            Ok(())
        );
        let ended = Capacity {
            ended: Some(DAY),
            ..of(CapacityKind::Guardian, true)
        };
        assert!(may(Power::Receive, parent, &[ended], DAY).is_err());
        assert!(may(Power::Receive, Receiver::Attorney, &[], DAY).is_err());
        assert_eq!(
            may(
                Power::Receive,
                Receiver::Attorney,
                &[of(CapacityKind::Attorney, true)],
                DAY
            ),
            Ok(())
        );
        assert_eq!(may(Power::Object, Receiver::Attorney, &[], DAY), Ok(()));
        assert!(!is_proven(Receiver::Attorney, &[], DAY));
    }

    #[test]
    fn a_capacity_stands_from_its_first_to_its_last_day() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let term = Capacity {
            from: day("2026-03-02"),
            until: Some(day("2026-03-04")),
            ..of(CapacityKind::Guardian, true)
        };
        let stands = ["2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"].map(|text| term.stands_on(day(text)));
        assert_eq!(stands, [false, true, true, false]);
        assert!(
            Capacity {
                until: Some(day("2026-03-01")),
                ..term
            }
            .check()
            .is_err()
        );
    }

    #[test]
    fn only_a_parent_of_a_child_and_kin_of_the_dead_can_be_entered() {
        let mut person: Person = serde_json::from_value(serde_json::json!({
            "pseudonym": "A", "recording": "r", "seen": [], "heard": [],
            "police_affiliated": false, "minor": false, "incapacitated": true, "deceased": false,
        }))
        .expect("a person");
        assert!(CapacityKind::Guardian.fits(&person).is_ok() && CapacityKind::Parent.fits(&person).is_err());
        person.deceased = true;
        assert!(CapacityKind::NextOfKin.fits(&person).is_ok() && CapacityKind::Guardian.fits(&person).is_err());
        assert!(CapacityKind::Attorney.fits(&person).is_ok());
    }
}
