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

impl ReleaseCopy {
    /// What stands in the way of an act of this kind by somebody, whatever its facts.
    pub fn bar(&self, kind: CopyActKind, by: &str) -> Option<ReleaseBar> {
        let made_by = by == self.made_by || self.redactions.iter().any(|one| one.reviewer == by);
        let reason = match kind {
            CopyActKind::Redactions if self.approval.is_some() => ReleaseReason::AlreadyDone,
            CopyActKind::Approve if made_by => ReleaseReason::SamePerson,
            CopyActKind::Approve if self.approved().is_ok() => ReleaseReason::AlreadyDone,
            // A new file takes the place of the one before, whatever that is.
            CopyActKind::Upload | CopyActKind::Redactions | CopyActKind::Approve => return None,
        };
        reason.at::<()>(SECTION).err()
    }

    /// Sets the redaction list. An approved one stays: it says what the approved file withholds.
    ///
    /// # Errors
    /// When the copy is approved, or as [`Self::sound`].
    pub fn redact(self, redactions: Vec<Redaction>, by: &str, length_ms: u64) -> Result<Self, ReleaseBar> {
        if let Some(bar) = self.bar(CopyActKind::Redactions, by) {
            return Err(bar);
        }
        let copy = Self { redactions, ..self };
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
