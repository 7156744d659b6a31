//! Copies for release: what is blurred, muted or cut, on which provision, and who approved exactly
//! which file (RSMo 610.100.3, 610.024.1).

mod act;

use serde::{Deserialize, Serialize};

pub use act::CopyActKind;

use crate::{
    Date,
    bar::Section,
    notice::{ReleaseBar, ReleaseReason},
    person::Person,
    span::{Span, Spans},
};

/// How a part is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RedactionKind {
    /// Something in the picture is covered.
    Blur,
    /// All sound is taken out.
    Mute,
    /// Picture and sound are taken out.
    Cut,
}

crate::keys::keyed!(RedactionKind {
    Blur => "blur",
    Mute => "mute",
    Cut => "cut",
});

/// One line of a copy's redaction list, in times of the original.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// How.
    pub kind: RedactionKind,
    /// From when to when.
    pub span: Span,
    /// The person covered, by pseudonym, where it is one. A blur covers nobody else; a number plate
    /// or a screen is nobody.
    pub of: Option<String>,
    /// The provision it rests on.
    pub citation: Section,
    /// Who looked at it.
    pub reviewer: String,
}

/// A file's SHA-256, as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sha256(String);

/// Not a SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a SHA-256 is 64 hexadecimal digits")]
pub struct BadSha256;

/// A copy made for release, redacted or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseCopy {
    /// The file's hash, as computed from what is stored.
    pub sha256: Sha256,
    /// Who made it.
    pub made_by: String,
    /// What is withheld in it.
    pub redactions: Vec<Redaction>,
    /// Who wrote its captions or its transcript, or ever changed its redaction list. None of them approves it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// The approval, once given.
    pub approval: Option<Approval>,
}

/// A second person's approval of exactly one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who approved.
    pub by: String,
    /// When.
    pub on: Date,
    /// The hash of the file that they looked at.
    pub sha256: Sha256,
}

const SECTION: &str = "RSMo 610.100.3, 610.024.1";

impl Sha256 {
    /// Reads 64 hexadecimal digits.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(text: &str) -> Result<Self, BadSha256> {
        if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Self(text.to_ascii_lowercase()));
        }
        Err(BadSha256)
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Sha256 {
    type Error = BadSha256;

    fn try_from(text: String) -> Result<Self, BadSha256> {
        Self::parse(&text)
    }
}

impl From<Sha256> for String {
    fn from(hash: Sha256) -> Self {
        hash.0
    }
}

impl std::fmt::Display for Sha256 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl ReleaseCopy {
    /// Whether somebody made it, or wrote anything that is part of it.
    pub fn is_of(&self, by: &str) -> bool {
        self.made_by == by
            || self.authors.iter().any(|author| author == by)
            || self.redactions.iter().any(|one| one.reviewer == by)
    }

    /// Whether another person than its makers approved exactly this file.
    ///
    /// # Errors
    /// What the approval lacks.
    pub fn approved(&self) -> Result<(), ReleaseBar> {
        match &self.approval {
            None => ReleaseReason::CopyUnapproved.at(SECTION),
            Some(approval) if self.is_of(&approval.by) => ReleaseReason::SamePerson.at(SECTION),
            Some(approval) if approval.sha256 != self.sha256 => ReleaseReason::HashChanged.at(SECTION),
            Some(_) => Ok(()),
        }
    }

    /// Whether every redaction names its provision and reviewer, and lies within the recording.
    ///
    /// # Errors
    /// [`ReleaseReason::RedactionUnsound`].
    pub fn sound(&self, length_ms: u64) -> Result<(), ReleaseBar> {
        let sound = |one: &Redaction| {
            Section::parse(&one.citation.0).is_some()
                && !one.reviewer.trim().is_empty()
                && one.span.to_ms() <= length_ms
        };
        if self.redactions.iter().all(sound) {
            return Ok(());
        }
        ReleaseReason::RedactionUnsound.at(SECTION)
    }

    /// All spans withheld in one way.
    pub fn withheld_by(&self, kind: RedactionKind) -> Spans {
        let of_kind = self.redactions.iter().filter(|one| one.kind == kind);
        of_kind.map(|one| one.span).collect()
    }

    /// All spans in which anything is withheld.
    pub fn withheld(&self) -> Spans {
        self.redactions.iter().map(|one| one.span).collect()
    }

    /// Seconds in which anything is withheld, begun ones counted whole.
    pub fn seconds_withheld(&self) -> u64 {
        self.withheld().length_ms().div_ceil(1_000)
    }

    /// What of the recording is left in it, blurred or muted or not.
    pub fn shown(&self, length_ms: u64) -> Spans {
        Spans::whole(length_ms).subtract(&self.withheld_by(RedactionKind::Cut))
    }

    /// Where a person is still seen: neither cut nor blurred as theirs.
    pub fn still_seen(&self, person: &Person) -> Spans {
        let theirs = |one: &&Redaction| one.kind == RedactionKind::Blur && one.of.as_ref() == Some(&person.pseudonym);
        let blurred: Spans = self.redactions.iter().filter(theirs).map(|one| one.span).collect();
        person
            .seen
            .subtract(&self.withheld_by(RedactionKind::Cut))
            .subtract(&blurred)
    }

    /// Where a person is still heard: neither cut nor muted.
    pub fn still_heard(&self, person: &Person) -> Spans {
        let cut = self.withheld_by(RedactionKind::Cut);
        person
            .heard
            .subtract(&cut)
            .subtract(&self.withheld_by(RedactionKind::Mute))
    }

    /// What of some spans is not withheld in a given way; without one, not in image and sound.
    pub fn not_withheld(&self, spans: &Spans, hide: Option<RedactionKind>) -> Spans {
        let uncut = spans.subtract(&self.withheld_by(RedactionKind::Cut));
        let unblurred = uncut.subtract(&self.withheld_by(RedactionKind::Blur));
        let unmuted = uncut.subtract(&self.withheld_by(RedactionKind::Mute));
        match hide {
            Some(RedactionKind::Cut) => uncut,
            Some(RedactionKind::Blur) => unblurred,
            Some(RedactionKind::Mute) => unmuted,
            None => unblurred.union(&unmuted),
        }
    }
}
