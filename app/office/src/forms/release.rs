//! Copies and releases.

use std::path::PathBuf;

use law::{
    bar::Section,
    keyed,
    notice::{Audience, ProofKind, Receipt},
    redaction::{RedactionKind, Sha256},
    span::Span,
};
use serde::{Deserialize, Serialize};

use super::{field, order::bad_span};
use crate::{Errors, Problem};

/// The forms at `/staff/recordings/{id}/files`: `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct CopyForm {
    /// Key of the [`law::redaction::CopyActKind`].
    pub act: String,
    /// What a file sent is.
    pub file_kind: String,
    pub copy: String,
    pub version: String,
    /// One a line: kind, span, person if it is one, then `|` and the section.
    pub redactions: String,
    /// The hash of the file that was looked at.
    pub sha256: String,
}

echo!(CopyForm { file_kind, redactions });

/// A line of a redaction list as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the law's redaction")]
pub struct NewRedaction {
    pub kind: RedactionKind,
    pub span: Span,
    pub of: Option<String>,
    pub citation: Section,
}

impl CopyForm {
    /// The version that was seen.
    pub fn version(&self) -> i64 {
        self.version.trim().parse().unwrap_or_default()
    }

    /// Reads the redaction list.
    ///
    /// # Errors
    /// Every bad line.
    pub fn redactions(&self) -> Result<Vec<NewRedaction>, Errors> {
        let mut errors = Errors::default();
        let typed = field::text(&mut errors, "redactions", &self.redactions, 20_000);
        let mut list = Vec::new();
        for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match redaction(line) {
                Ok(redaction) => list.push(redaction),
                Err(problem) => errors.add("redactions", problem),
            }
        }
        if errors.is_empty() { Ok(list) } else { Err(errors) }
    }

    /// Reads the hash of the file that was looked at.
    ///
    /// # Errors
    /// When it is none.
    pub fn seen(&self) -> Result<Sha256, Errors> {
        Sha256::parse(self.sha256.trim()).map_err(|_| Errors::one("sha256", Problem::Missing))
    }
}

/// `blur 0:10-0:20 Person B | RSMo 610.100.3`.
fn redaction(line: &str) -> Result<NewRedaction, Problem> {
    let (what, cited) = line.split_once('|').ok_or_else(|| unreadable(line))?;
    let mut words = what.split_whitespace();
    let kind = words.next().and_then(|word| RedactionKind::parse(&word.to_lowercase()));
    let kind = kind.ok_or_else(|| unreadable(line))?;
    let span = words.next().and_then(|word| Span::parse(word).ok());
    let span = span.ok_or_else(|| bad_span(line))?;
    let of = words.collect::<Vec<_>>().join(" ");
    let citation = Section::parse(cited).ok_or_else(|| unreadable(line))?;
    Ok(NewRedaction {
        kind,
        span,
        of: (!of.is_empty()).then_some(of),
        citation,
    })
}

fn unreadable(line: &str) -> Problem {
    Problem::BadRedaction { typed: line.to_owned() }
}

/// The forms at `/staff/requests/{number}/release`: `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct ReleaseForm {
    /// Key of the [`law::release::ReleaseActKind`].
    pub act: String,
    pub channel: String,
    pub terms: String,
    pub warned: String,
    pub release: String,
    pub title: String,
    pub warning: String,
    pub reason: String,
    pub to_requester: String,
    /// Id of what was proposed for the library.
    pub publication: String,
    /// Key of the [`law::notice::Audience`] that letters name.
    pub audience: String,
    /// Notices as they were seen, each a [`SeenNotice`]: whose letters were received, or for whom the court's docket was
    /// looked into.
    pub notice: Vec<String>,
    pub on: String,
    pub proof: String,
    /// `yes` where the court's docket was looked into for them today.
    pub checked: String,
}

/// A notice in the version in which somebody saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenNotice {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: i64,
}

impl SeenNotice {
    /// As a form carries it.
    pub fn value(&self) -> String {
        format!("{}.{}", self.id, self.version)
    }

    fn parse(typed: &str) -> Option<Self> {
        let (id, version) = typed.split_once('.')?;
        Some(Self {
            id: id.to_owned(),
            version: version.parse().ok()?,
        })
    }
}

echo!(ReleaseForm {
    channel,
    audience,
    on,
    proof,
    checked,
    terms,
    warned,
    title,
    warning,
    reason,
    to_requester
});

/// Why a custodian stops a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseStop {
    /// For the audit log.
    pub reason: String,
    /// What the requester is told beside that it stopped, and when.
    pub words: Option<String>,
}

/// What goes into the public library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its title; no name of anybody shown.
    pub title: String,
    /// What is warned of before it plays.
    pub warning: String,
}

impl ReleaseForm {
    /// Reads to whom letters say that the recording is to be shown.
    ///
    /// # Errors
    /// When nothing is chosen.
    pub fn audience(&self) -> Result<Audience, Errors> {
        Audience::parse(&self.audience).ok_or_else(|| Errors::one("audience", Problem::Missing))
    }

    /// Reads whose letters were received, when, and what proves it.
    ///
    /// # Errors
    /// Every problem.
    pub fn received(&self) -> Result<(Vec<SeenNotice>, Receipt), Errors> {
        let mut errors = Errors::default();
        let seen = seen(&mut errors, &self.notice);
        if seen.is_empty() && errors.is_empty() {
            errors.add("notice", Problem::Missing);
        }
        let on = field::required_date(&mut errors, "on", &self.on);
        let proof = field::required_choice(&mut errors, "proof", &self.proof, ProofKind::parse);
        match (on, proof) {
            (Some(on), Some(proof)) if errors.is_empty() => Ok((seen, Receipt { on, proof })),
            _ => Err(errors),
        }
    }

    /// Reads for whom the court's docket was looked into today; nobody, where that is not said.
    ///
    /// # Errors
    /// When what the page carried is no longer readable.
    pub fn cleared(&self) -> Result<Vec<SeenNotice>, Errors> {
        let mut errors = Errors::default();
        let seen = if self.checked == "yes" {
            seen(&mut errors, &self.notice)
        } else {
            Vec::new()
        };
        if errors.is_empty() { Ok(seen) } else { Err(errors) }
    }

    /// Reads which proposal is decided on.
    ///
    /// # Errors
    /// When none is chosen.
    pub fn proposed(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let id = field::required(&mut errors, "publication", &self.publication, 60);
        if errors.is_empty() { Ok(id) } else { Err(errors) }
    }

    /// Reads which proposal goes back, and why.
    ///
    /// # Errors
    /// Every problem.
    pub fn sent_back(&self) -> Result<(String, String), Errors> {
        self.with_reason("publication", &self.publication)
    }

    /// Reads which release leaves the library, and why.
    ///
    /// # Errors
    /// Every problem.
    pub fn taken_down(&self) -> Result<(String, String), Errors> {
        self.with_reason("release", &self.release)
    }

    fn with_reason(&self, name: &str, typed: &str) -> Result<(String, String), Errors> {
        let mut errors = Errors::default();
        let id = field::required(&mut errors, name, typed, 60);
        let reason = field::required(&mut errors, "reason", &self.reason, 500);
        if errors.is_empty() {
            Ok((id, reason))
        } else {
            Err(errors)
        }
    }

    /// Reads why a release is stopped.
    ///
    /// # Errors
    /// Every problem.
    pub fn stop(&self) -> Result<ReleaseStop, Errors> {
        let mut errors = Errors::default();
        if self.release.trim().is_empty() {
            errors.add("release", Problem::Missing);
        }
        let reason = field::required(&mut errors, "reason", &self.reason, 500);
        let words = field::text(&mut errors, "to_requester", &self.to_requester, 2_000);
        if !errors.is_empty() {
            return Err(errors);
        }
        let words = (!words.is_empty()).then_some(words);
        Ok(ReleaseStop { reason, words })
    }

    /// Reads title and warning.
    ///
    /// # Errors
    /// Every problem.
    pub fn publication(&self) -> Result<Publication, Errors> {
        let mut errors = Errors::default();
        if self.release.trim().is_empty() {
            errors.add("release", Problem::Missing);
        }
        let title = field::required(&mut errors, "title", &self.title, 200);
        let warning = field::required(&mut errors, "warning", &self.warning, 500);
        if errors.is_empty() {
            Ok(Publication { title, warning })
        } else {
            Err(errors)
        }
    }
}

fn seen(errors: &mut Errors, typed: &[String]) -> Vec<SeenNotice> {
    let mut all = Vec::new();
    for one in typed {
        match SeenNotice::parse(one) {
            Some(seen) => all.push(seen),
            None => errors.add("notice", Problem::UnknownChoice),
        }
    }
    all
}

/// A file that has arrived for a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// What it is said to be.
    pub kind: FileKind,
    /// Where it waits.
    pub at: PathBuf,
    /// As it was called.
    pub name: String,
    /// What a copy hides, where that is said with it.
    pub redactions: Vec<NewRedaction>,
}

impl NewFile {
    /// A file of which nothing more is said.
    pub const fn of(kind: FileKind, at: PathBuf, name: String) -> Self {
        Self {
            kind,
            at,
            name,
            redactions: Vec::new(),
        }
    }
}

/// A file that has arrived whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReceipt {
    /// As it was called.
    pub name: String,
    /// Its SHA-256, worked out from what is kept.
    pub sha256: Sha256,
    /// SHA-256 of what was sent: another one where something was taken out before it was kept.
    pub sent: Sha256,
    /// Size of what is kept, in bytes.
    pub bytes: u64,
}

/// What a file of a recording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// As the camera made it.
    Original,
    /// Made for release.
    Copy,
    /// Captions of the newest copy, as `WebVTT`.
    Captions,
    /// The newest copy's words, as plain text.
    Transcript,
}

keyed!(FileKind {
    Original => "original",
    Copy => "copy",
    Captions => "captions",
    Transcript => "transcript",
});
