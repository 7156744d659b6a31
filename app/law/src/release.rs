//! The release gate: a checklist in stable order, and the one way to a [`Release`].
//!
//! Nothing leaves while any person shown, who is not exempt, is neither cleared, consenting nor
//! redacted out of the copy; while an action is pending; outside an order's spans and days; or
//! without a second person's approval of exactly the file that leaves (README.md (a), rows 16 to 19).

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    disclosure_order::DisclosureOrder,
    fee::Fee,
    notice::{Notice, ReleaseBar, ReleaseReason},
    person::Person,
    recording::{RecordingStatus, Scene},
    redaction::{ReleaseCopy, Sha256},
    request_state::Rules,
};

mod act;
mod footage;
mod line;
mod people;

pub use act::{ReleaseActKind, ReleaseProgress, StopGround};
pub(crate) use line::line;
pub use line::{GateItem, GateLine, GateMark, next_act};
pub(crate) use people::hidden;

/// Everything that the gate looks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseFacts {
    /// The day.
    pub today: Date,
    /// What is to leave.
    pub recordings: Vec<ReleaseRecording>,
    /// Everybody in their people logs, each with their notices for this release.
    pub people: Vec<PersonShown>,
    /// All orders about the recordings.
    pub orders: Vec<DisclosureOrder>,
    /// Ids of the orders whose terms are confirmed as met.
    pub terms_confirmed: Vec<String>,
    /// The recipient has acknowledged the warning of 610.100.8.
    pub warning_acknowledged: bool,
    /// The fee.
    pub fee: Fee,
}

/// A recording that is to leave, as its copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseRecording {
    /// Its id.
    pub id: String,
    /// Its length.
    pub length_ms: u64,
    /// Its legal status.
    pub status: RecordingStatus,
    /// Where it was made, and whether 610.205 protects what it shows.
    pub scene: Scene,
    /// Its people log was looked through and declared complete.
    pub people_logged: bool,
    /// The copy, once made.
    pub copy: Option<ReleaseCopy>,
}

/// A person in a people log, and their notices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonShown {
    /// The person.
    pub person: Person,
    /// Their notices for this release, of any kinds.
    pub notices: Vec<Notice>,
    /// Their notices for the release of the same recording on other requests: what a court has there,
    /// it has on every request. Their days and answers are not this one's.
    #[serde(default)]
    pub elsewhere: Vec<Notice>,
}

/// A release that the gate let through. Only [`may_release`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Release {
    on: Date,
    files: Vec<ReleasedFile>,
    checklist: Vec<GateLine>,
}

/// A file that may leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReleasedFile {
    /// The recording's id.
    pub recording: String,
    /// The hash of exactly the file.
    pub sha256: Sha256,
    /// Seconds in which something is withheld.
    pub seconds_withheld: u64,
}

impl Release {
    /// The day.
    pub const fn on(&self) -> Date {
        self.on
    }

    /// The files, in the order of the case.
    pub fn files(&self) -> &[ReleasedFile] {
        &self.files
    }

    /// Whether anything is withheld.
    pub fn partial(&self) -> bool {
        self.files.iter().any(|file| file.seconds_withheld > 0)
    }

    /// The checklist as it was.
    pub fn checklist(&self) -> &[GateLine] {
        &self.checklist
    }
}

/// The checklist: the same lines in the same order for the same case, whatever their marks.
pub fn gate(facts: &ReleaseFacts, rules: Rules<'_>) -> Vec<GateLine> {
    let mut lines = vec![line(GateItem::Chosen, facts.chosen())];
    for recording in &facts.recordings {
        lines.extend(facts.recording_lines(recording));
    }
    for shown in &facts.people {
        lines.extend(facts.person_lines(shown, rules));
    }
    if let Some(terms) = facts.terms() {
        lines.push(line(GateItem::Terms, terms));
    }
    if facts
        .recordings
        .iter()
        .any(|recording| recording.scene.location.protects())
    {
        lines.push(line(GateItem::Warning, facts.warning()));
    }
    lines.push(line(GateItem::Fee, facts.fee_settled()));
    lines
}

/// The release, if every line of the checklist is free.
///
/// # Errors
/// Everything that stands in the way, in the order of the checklist.
pub fn may_release(facts: &ReleaseFacts, rules: Rules<'_>) -> Result<Release, Vec<ReleaseBar>> {
    let checklist = gate(facts, rules);
    let bars: Vec<ReleaseBar> = checklist.iter().filter_map(GateLine::bar).cloned().collect();
    if !bars.is_empty() {
        return Err(bars);
    }
    let file = |recording: &ReleaseRecording| {
        let copy = recording.copy.as_ref()?;
        Some(ReleasedFile {
            recording: recording.id.clone(),
            sha256: copy.sha256.clone(),
            seconds_withheld: copy.seconds_withheld(),
        })
    };
    Ok(Release {
        on: facts.today,
        files: facts.recordings.iter().filter_map(file).collect(),
        checklist,
    })
}

/// Whether what was let go may stay so: see the reasons for which its links stop.
///
/// # Errors
/// The first thing that closes the footage again, or that a court forbids.
pub fn may_stay(facts: &ReleaseFacts) -> Result<(), ReleaseBar> {
    facts.stays_open()
}

/// The orders whose terms a release rests on, by id (610.100.5(5)).
pub fn orders_on_terms(facts: &ReleaseFacts) -> Vec<String> {
    let mut ids: Vec<String> = facts.on_terms().map(|order| order.id.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// First day on which the days of everybody are over, as far as they have begun: the latest person
/// controls (610.100.8). Other lines of the checklist may still stand in the way then.
pub fn opens_on(facts: &ReleaseFacts, rules: Rules<'_>) -> Option<Date> {
    let notices = facts.people.iter().flat_map(|shown| &shown.notices);
    let days = notices.filter_map(|notice| notice.clone().recount(rules).ok()?.opens_on());
    days.max()
}

impl ReleaseFacts {
    fn warning(&self) -> Result<(), ReleaseBar> {
        if self.warning_acknowledged {
            return Ok(());
        }
        ReleaseReason::WarningUnacknowledged.at("RSMo 610.100.8")
    }

    fn fee_settled(&self) -> Result<(), ReleaseBar> {
        if self.fee.unsettled() {
            return ReleaseReason::FeeUnsettled.at("RSMo 610.026.1(2)");
        }
        Ok(())
    }
}
