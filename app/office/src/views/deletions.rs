//! Deletion lists, as staff see them.

use law::{
    Date,
    deletion_list::{Difference, ListActKind, ListBar, ListState},
    retention::DeletionBar,
};

use super::RecordingLine;

/// A list among all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletionListLine {
    /// Our id.
    pub id: String,
    /// The day as of which it was made.
    pub on: Date,
    /// Name of who made it.
    pub made_by: String,
    /// How many recordings are on it.
    pub recordings: u64,
    /// How many lines of the evidence system tell of footage that is gone and had to stay, or that nobody let go.
    pub losses: u64,
    /// Where it stands.
    pub state: ListState,
}

/// A recording on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRecording {
    /// The recording.
    pub line: RecordingLine,
    /// The rule whose time ran out.
    pub rule: String,
    /// The last day on which it had to be kept.
    pub kept_until: Date,
}

/// A recording on a list that something keeps now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOnList {
    /// Our id.
    pub id: String,
    /// Number in the evidence system.
    pub source_id: String,
    /// What keeps it.
    pub why: DeletionBar,
}

/// What was done with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletionStep {
    /// What.
    pub act: ListActKind,
    /// The day.
    pub on: Date,
    /// Name of who did it.
    pub by: String,
    /// Why it was sent back; else empty.
    pub reason: String,
}

/// What is different between a list and what the evidence system says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletionDifference {
    /// Our id, where the register knows the recording.
    pub id: Option<String>,
    /// Number in the evidence system.
    pub source_id: String,
    /// The day of deletion; none for what was not deleted.
    pub on: Option<Date>,
    /// What is different.
    pub difference: Difference,
    /// What kept it on that day.
    pub kept_for: Option<DeletionBar>,
}

/// A list with everything about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletionListView {
    /// Our id.
    pub id: String,
    /// The day as of which it was made.
    pub on: Date,
    /// Name of who made it.
    pub made_by: String,
    /// Where it stands.
    pub state: ListState,
    /// What is on it.
    pub rows: Vec<ListedRecording>,
    /// What of it something keeps now.
    pub kept_now: Vec<KeptOnList>,
    /// What was done with it.
    pub steps: Vec<DeletionStep>,
    /// How many lines the evidence system's own lists have.
    pub reported: u64,
    /// What is different.
    pub differences: Vec<DeletionDifference>,
    /// What this account may do, and what stands in the way.
    pub acts: Vec<(ListActKind, Option<ListBar>)>,
}
