//! What is done to the files of a recording on their way to a release.

use serde::{Deserialize, Serialize};

use super::{Approval, Redaction, ReleaseCopy, SECTION, Sha256};
use crate::{
    Date,
    notice::{ReleaseBar, ReleaseReason},
};

/// What is done to a recording's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyActKind {
    /// A file is sent: the original, a copy, its captions or transcript.
    Upload,
    /// The redaction list of the copy is set.
    Redactions,
    /// A second person approves exactly the copy they looked at.
    Approve,
}

crate::keys::keyed!(CopyActKind {
    Upload => "upload",
    Redactions => "redactions",
    Approve => "approve",
});

impl CopyActKind {
    /// Whether it decides what of a recording is shown, so that nobody who is on it does it. Each does: whoever makes a copy
    /// chooses what it hides. The original alone, as the camera made it, anybody may send.
    pub const fn decides(self) -> bool {
        match self {
            Self::Upload | Self::Redactions | Self::Approve => true,
        }
    }
}

impl ReleaseCopy {
    /// What stands in the way of an act of this kind by somebody, whatever its facts.
    pub fn bar(&self, kind: CopyActKind, by: &str) -> Option<ReleaseBar> {
        let reason = match kind {
            CopyActKind::Redactions if self.approval.is_some() => ReleaseReason::AlreadyDone,
            CopyActKind::Approve if self.is_of(by) => ReleaseReason::SamePerson,
            CopyActKind::Approve if self.approved().is_ok() => ReleaseReason::AlreadyDone,
            // A new file takes the place of the one before, whatever that is.
            CopyActKind::Upload | CopyActKind::Redactions | CopyActKind::Approve => return None,
        };
        reason.at::<()>(SECTION).err()
    }

    /// Sets the redaction list. A line that stands in it already keeps who looked at it; of any other it is who sets the
    /// list, and whoever changes anything is an author. An approved list stays: it says what the approved file withholds.
    ///
    /// # Errors
    /// When the copy is approved, or as [`Self::sound`].
    pub fn redact(self, redactions: Vec<Redaction>, by: &str, length_ms: u64) -> Result<Self, ReleaseBar> {
        if let Some(bar) = self.bar(CopyActKind::Redactions, by) {
            return Err(bar);
        }
        let mut before = self.redactions.clone();
        let same = |one: &Redaction, line: &Redaction| {
            (one.kind, one.span, &one.of, &one.citation) == (line.kind, line.span, &line.of, &line.citation)
        };
        let kept = |line: Redaction| match before.iter().position(|one| same(one, &line)) {
            Some(place) => before.remove(place),
            None => Redaction {
                reviewer: by.to_owned(),
                ..line
            },
        };
        let redactions: Vec<Redaction> = redactions.into_iter().map(kept).collect();
        let changed = !before.is_empty() || redactions.len() != self.redactions.len();
        let mut authors = self.authors.clone();
        if changed && !authors.iter().any(|author| author == by) {
            authors.push(by.to_owned());
        }
        let copy = Self {
            redactions,
            authors,
            ..self
        };
        copy.sound(length_ms)?;
        Ok(copy)
    }

    /// A second person looked at exactly this file.
    ///
    /// # Errors
    /// When it is the person who made it or set its redactions, it is approved already, or the file is another by now.
    pub fn approve(self, by: &str, seen: &Sha256, on: Date) -> Result<Self, ReleaseBar> {
        if let Some(bar) = self.bar(CopyActKind::Approve, by) {
            return Err(bar);
        }
        if *seen != self.sha256 {
            return ReleaseReason::HashChanged.at(SECTION);
        }
        let approval = Approval {
            by: by.to_owned(),
            on,
            sha256: seen.clone(),
        };
        Ok(Self {
            approval: Some(approval),
            ..self
        })
    }
}
