//! Coverage sheets: which cameras should have recorded an incident, which recordings were found, and why there is a gap.

use serde::{Deserialize, Serialize};

use crate::{bar::Section, request::Media};

/// Why a camera that should have recorded has no recording. The list follows the department's practice on when cameras may be
/// off, and what the city's audit of 2022 asks to be told apart: an exception that is documented, and none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapReason {
    /// The officer or car was sent, and had nothing to record there.
    NoContact,
    /// Off by an exception of the policy, and the officer said why: a victim, a restroom, a private talk.
    PolicyException,
    /// Off, and nobody said why.
    NotActivated,
    /// Begun late or ended early.
    Incomplete,
    /// No camera was assigned.
    NoCamera,
    /// The camera, its battery or its storage failed.
    CameraFailed,
    /// Made, and not uploaded.
    NotUploaded,
    /// Deleted under a retention rule.
    Deleted,
    /// Deleted although it had to be kept.
    DeletedInBreach,
    /// Made by a camera of another agency.
    OtherAgency,
    /// The search did not tell.
    Unexplained,
}

crate::keys::keyed!(GapReason {
    NoContact => "no_contact",
    PolicyException => "policy_exception",
    NotActivated => "not_activated",
    Incomplete => "incomplete",
    NoCamera => "no_camera",
    CameraFailed => "camera_failed",
    NotUploaded => "not_uploaded",
    Deleted => "deleted",
    DeletedInBreach => "deleted_in_breach",
    OtherAgency => "other_agency",
    Unexplained => "unexplained",
});

impl GapReason {
    /// Where the list says so.
    pub const fn source(self) -> Section {
        Section::of(match self {
            Self::NoContact | Self::PolicyException | Self::NotActivated => {
                "Department policy of 2021-03-23, when cameras record"
            }
            Self::Incomplete | Self::NoCamera | Self::CameraFailed | Self::NotUploaded | Self::Unexplained => {
                "City audit of body-worn cameras, 2022"
            }
            Self::Deleted => "RSMo 109.255",
            Self::DeletedInBreach => "RSMo 610.027.1",
            Self::OtherAgency => "RSMo 610.010(6)",
        })
    }

    /// Whether it is a gap that the policy allows, or that has a cause outside of it.
    pub const fn is_explained(self) -> bool {
        !matches!(self, Self::NotActivated | Self::DeletedInBreach | Self::Unexplained)
    }
}

/// A camera that was expected to record: what was found of it, or the gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverageLine {
    /// The officer or car that was sent.
    pub who: String,
    /// Which kind of camera was expected.
    pub camera: Media,
    /// The recording that was found, by its number in the evidence system.
    pub found: Option<String>,
    /// Why there is none, or not all; `None` where there is no gap.
    pub gap: Option<GapReason>,
    /// What justifies the gap, in the words of whoever looked; empty where there is none.
    pub why: String,
}

impl CoverageLine {
    /// Whether the line says what it must: what was found, or a gap with its justification.
    pub fn is_complete(&self) -> bool {
        match self.gap {
            Some(_) => !self.why.trim().is_empty(),
            None => self.found.is_some(),
        }
    }
}

/// Expected, found whole, and gaps.
pub fn tally(lines: &[CoverageLine]) -> (usize, usize, usize) {
    let found = lines.iter().filter(|line| line.found.is_some()).count();
    let gaps = lines.iter().filter(|line| line.gap.is_some()).count();
    (lines.len(), found, gaps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_needs_its_justification_and_a_camera_without_a_gap_its_recording() {
        let line = |found: Option<&str>, gap, why: &str| CoverageLine {
            who: "Car 12".to_owned(),
            camera: Media::InCar,
            found: found.map(str::to_owned),
            gap,
            why: why.to_owned(),
        };
        assert!(line(Some("AX-1"), None, "").is_complete());
        assert!(line(Some("AX-1"), Some(GapReason::Incomplete), "Ended early").is_complete());
        assert!(!line(None, None, "").is_complete());
        assert!(!line(None, Some(GapReason::CameraFailed), " ").is_complete());
        let all = [
            line(Some("AX-1"), None, ""),
            line(None, Some(GapReason::NotActivated), "x"),
        ];
        assert_eq!(tally(&all), (2, 1, 1));
        assert!(!GapReason::NotActivated.is_explained() && GapReason::PolicyException.is_explained());
    }
}
