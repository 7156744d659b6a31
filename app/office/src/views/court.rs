//! Court cases, as staff and whoever filed see them.

use law::{
    Date,
    bar::Bar,
    court::{CaseKind, CaseNext, CourtHold, Entry, EntryKind, PartyRole, Standing, Who},
    request_order::CourtCase,
};

use super::{OrderLine, Paper};
use crate::TrackingNumber;

/// A case among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtLine {
    /// Our id.
    pub id: String,
    /// Court and number.
    pub case: CourtCase,
    /// As the court writes it; empty if it was not typed.
    pub caption: String,
    /// What the court is asked.
    pub kind: CaseKind,
    /// Where it stands.
    pub standing: Standing,
    /// Who is in it.
    pub parties: Vec<(Who, PartyRole)>,
    /// The day of filing.
    pub filed_on: Option<Date>,
    /// The day the custodian was served.
    pub served_on: Option<Date>,
    /// The day it was decided or ended.
    pub decided_on: Option<Date>,
    /// What is awaited; `None` once it is over.
    pub next: Option<CaseNext>,
    /// Name of who has it.
    pub holder: Option<String>,
    /// The requests that it concerns.
    pub requests: Vec<TrackingNumber>,
    /// The recordings that it names: our id, and number in the evidence system.
    pub recordings: Vec<(String, String)>,
    /// Whether the whole case is sealed.
    pub sealed: bool,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtPage {
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<CourtLine>,
    /// How many there are.
    pub total: u64,
    /// From 1.
    pub page: u32,
    /// The day on which it was asked.
    pub today: Date,
}

/// An entry of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtEntryView {
    /// From 1, without gaps.
    pub no: i64,
    /// The day it was entered.
    pub entered_on: Date,
    /// Name of who entered it; `None`: the portal.
    pub by: Option<String>,
    /// What.
    pub entry: Entry,
    /// What it is about, in words that people know it by, and its page without the language.
    pub about: Option<(String, Option<String>)>,
    /// Why it was corrected, sealed or unsealed; else empty.
    pub reason: String,
    /// SHA-256 of the court's paper.
    pub document: Option<String>,
    /// The entry that corrected it.
    pub corrected_by: Option<i64>,
    /// Whether it alone is sealed.
    pub sealed: bool,
}

/// A case with everything known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtView {
    /// As in the list.
    pub line: CourtLine,
    /// Everything that was entered, in order.
    pub entries: Vec<CourtEntryView>,
    /// The court's papers that no entry names: they came with what was entered already, or with what waits for a second person.
    pub papers: Vec<Paper>,
    /// The orders of the register that belong to it.
    pub orders: Vec<OrderLine>,
    /// The hold that the suit placed on its recordings.
    pub hold: Option<CourtHold>,
    /// What this account enters, and what stands in the way.
    pub acts: Vec<(EntryKind, Option<Bar>)>,
    /// Who can have it: id and name.
    pub holders: Vec<(String, String)>,
    /// Whether the reader is the officer of a recording that it concerns.
    pub conflict: bool,
    /// Goes back with a change.
    pub version: i64,
    /// Today.
    pub today: Date,
}

/// A case that concerns a request, for whoever filed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCase {
    /// Court and number; `None` where the case is sealed against whoever filed, too.
    pub case: Option<CourtCase>,
    /// What the court is asked.
    pub kind: CaseKind,
    /// Where it stands.
    pub standing: Standing,
    /// What is awaited.
    pub next: Option<CaseNext>,
    /// What happened: what, on which day, by whom; without what is sealed against whoever filed.
    pub happened: Vec<(EntryKind, Date, Option<Who>)>,
}
