//! Copies, the release gate, and what was released.

use std::collections::HashMap;

use law::{
    Date, DateTime, keyed,
    notice::{Channel, NoticeKind, ReleaseBar},
    redaction::{CopyActKind, Redaction, RedactionKind, ReleaseCopy, Sha256},
    release::{GateLine, ReleaseProgress, StopGround},
    request::Media,
    viewing::ViewingState,
};

use serde::{Deserialize, Serialize};

use super::{FileContents, NoticeLine, Paper, RecordingLine};
use crate::{TrackingNumber, forms::SeenNotice};

/// A copy made for release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyView {
    /// Our id.
    pub id: String,
    /// The file's name as it was sent.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The copy; people of staff by their names.
    pub copy: ReleaseCopy,
    /// Length in milliseconds.
    pub length_ms: u64,
    /// When the file was taken away, since its footage was lawfully deleted.
    pub removed_on: Option<law::Date>,
    /// Whether it has captions.
    pub captions: bool,
    /// Whether it has a transcript.
    pub transcript: bool,
    /// Who wrote captions or transcript, by name.
    pub words_by: Vec<String>,
    /// What is in it, and what was taken out; `None` of a copy that was kept before copies were made anew, and that
    /// nobody can approve.
    pub contents: Option<FileContents>,
    /// SHA-256 and size of the file as it was sent.
    pub sent: Option<(Sha256, u64)>,
    /// Goes back with a change.
    pub version: i64,
    /// What the reader may do with it now.
    pub acts: Vec<CopyActKind>,
}

/// An original of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginalView {
    /// The file.
    pub file: Paper,
    /// What is in it; `None` of one that was kept before anybody looked.
    pub contents: Option<FileContents>,
    /// When the file was taken away, since its footage was lawfully deleted.
    pub removed_on: Option<law::Date>,
}

/// The files of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesView {
    /// The recording.
    pub recording: RecordingLine,
    /// Originals.
    pub originals: Vec<OriginalView>,
    /// Copies, the newest first; only that one counts.
    pub copies: Vec<CopyView>,
    /// Requests that it answers.
    pub requests: Vec<TrackingNumber>,
    /// Whether the reader may change anything.
    pub may_change: bool,
    /// Whether the reader is the recording's officer, and so does not decide on it.
    pub conflict: bool,
}

/// Where the release on a request stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
pub struct ReleaseView {
    /// The request.
    pub number: TrackingNumber,
    /// The gate's checklist.
    pub checklist: Vec<GateLine>,
    /// Why the database would refuse a release that the checklist lets go, in its own words: nothing, unless the two
    /// disagree.
    pub database: Vec<String>,
    /// What the stage of the request, or its law, puts in the way beside it.
    pub stage_bar: Option<law::bar::Bar>,
    /// Numbers in the evidence system, by the ids of the recordings.
    pub recordings: HashMap<String, String>,
    /// The recordings.
    pub lines: Vec<RecordingLine>,
    /// The notices of this request.
    pub notices: Vec<NoticeLine>,
    /// Those whose letters are out while nothing proves that they were received.
    pub receivable: Vec<NoticeChoice>,
    /// Those whose days are over, for whom the court's docket is to be looked into once more.
    pub clearable: Vec<NoticeChoice>,
    /// First day on which everybody's days are over, as far as they have begun.
    pub opens_on: Option<Date>,
    /// Whether the terms of the orders are confirmed as met.
    pub terms_confirmed: bool,
    /// Whether the requester acknowledged the warning of 610.100.8.
    pub warning_acknowledged: bool,
    /// What was released on it.
    pub released: Vec<ReleasedView>,
    /// What became of each in the public library, in the same order.
    pub publications: Vec<PublicationView>,
    /// How far it has come, by which goes what can be done.
    pub progress: ReleaseProgress,
    /// Whether the reader may release.
    pub may_change: bool,
    /// Whether the reader may be the second person.
    pub may_check: bool,
    /// Whether the reader is the officer of one of the recordings, and so does not decide on them.
    pub conflict: bool,
}

/// A notice among several that are treated alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeChoice {
    /// The notice as it is now.
    pub seen: SeenNotice,
    /// The person, by pseudonym.
    pub pseudonym: String,
    /// Which notice.
    pub kind: NoticeKind,
    /// How and when its newest letter went out.
    pub sent: Option<(Channel, Date)>,
}

/// A file that was released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedView {
    /// Our id, part of its addresses.
    pub id: String,
    /// The request.
    pub number: TrackingNumber,
    /// What sort of camera.
    pub camera: Media,
    /// Beginning of the recording, in the agency's time zone.
    pub started: DateTime,
    /// Length in milliseconds.
    pub length_ms: u64,
    /// Day of release.
    pub on: Date,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// Seconds in which something is withheld.
    pub seconds_withheld: u64,
    /// What is withheld: how, seconds, section. Nobody in it is named.
    pub withheld: Vec<WithheldPart>,
    /// Whether there are captions.
    pub captions: bool,
    /// Whether there is a transcript.
    pub transcript: bool,
    /// Title in the public library, for who sees it there.
    pub title: Option<String>,
    /// Warning before it plays.
    pub warning: Option<String>,
    /// Since when its links have stopped.
    pub stopped_on: Option<Date>,
    /// Why, for the requester: what stopped them, under which section, and the custodian's words. The public is not told.
    pub stop: Option<StopView>,
}

/// Why the links of a release stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopView {
    /// What stopped them.
    pub ground: StopGround,
    /// The section that it rests on.
    pub section: String,
    /// The custodian's words to the requester.
    pub words: Option<String>,
}

/// The days of one person shown, as the recipient of the video may know them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DisplayWindow {
    /// Their last day; none while nothing but an answer could tell it.
    pub last_day: Option<Date>,
    /// Whether it is over.
    pub over: bool,
}

/// One line of the public redaction log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithheldPart {
    /// How.
    pub kind: RedactionKind,
    /// From when to when.
    pub span: String,
    /// Begun seconds counted whole.
    pub seconds: u64,
    /// The provision.
    pub citation: String,
}

impl WithheldPart {
    /// What anybody may know of a redaction.
    pub fn of(redaction: &Redaction) -> Self {
        Self {
            kind: redaction.kind,
            span: redaction.span.to_string(),
            seconds: redaction.span.length_ms().div_ceil(1_000),
            citation: redaction.citation.0.to_string(),
        }
    }
}

/// A file of the public library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LibraryFile {
    /// It is there.
    Open(Box<ReleasedView>),
    /// It was, and is there no longer.
    Gone {
        /// Since when; not known of what left when two people became needed.
        on: Option<Date>,
    },
}

/// What became of a release in the public library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationView {
    /// The release's id.
    pub release: String,
    /// What stands in the way of the library now.
    pub checklist: Vec<GateLine>,
    /// Whoever was offered to see it before, by pseudonym, and where each offer stands.
    pub viewings: Vec<(String, ViewingState)>,
    /// The version that is public at this moment.
    pub public: Option<PublicationVersion>,
    /// The version that waits for a second person.
    pub waiting: Option<PublicationVersion>,
    /// Whether the reader proposed what waits.
    pub own: bool,
    /// Every version, the oldest first.
    pub versions: Vec<PublicationVersion>,
    /// When it was taken out, the oldest first.
    pub ends: Vec<PublicationEnd>,
    /// Since when it was public by one person alone, before two were needed. It is shown to nobody any more.
    pub by_one: Option<Date>,
}

/// A version of what a release is called in the public library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationVersion {
    /// Our id.
    pub id: String,
    /// From 1 within the release.
    pub no: u64,
    /// Its title.
    pub title: String,
    /// What is warned of before it plays.
    pub warning: String,
    /// Who proposed it, by name.
    pub proposed_by: String,
    /// When.
    pub proposed_on: Date,
    /// What a second person said of it.
    pub decision: Option<PublicationDecision>,
}

/// What a second person said of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationDecision {
    /// Who, by name.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why it was sent back; `None` where it was approved.
    pub sent_back: Option<String>,
}

/// A release was taken out of the public library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationEnd {
    /// When.
    pub on: Date,
    /// Who, by name; `None` for the portal.
    pub by: Option<String>,
    /// Why.
    pub why: PublicationEnded,
}

/// Why something is no longer in the public library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicationEnded {
    /// A custodian took it out, in their words.
    Office(String),
    /// The law no longer lets it be there.
    Law(ReleaseBar),
    /// Its release stopped.
    Stopped,
    /// One person alone had put it there, before two were needed.
    ByOne,
}

/// Which part of the public library staff look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicationList {
    /// What waits for a second person, the oldest first.
    #[default]
    Waiting,
    /// What is public, the newest first.
    Public,
    /// What no longer is, the newest first.
    Ended,
}

keyed!(PublicationList {
    Waiting => "waiting",
    Public => "public",
    Ended => "ended",
});

/// A line of such a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationLine {
    /// The release's id.
    pub release: String,
    /// The request.
    pub number: TrackingNumber,
    /// Beginning of the recording, in the agency's time zone.
    pub started: DateTime,
    /// Title in the library.
    pub title: String,
    /// What is warned of before it plays.
    pub warning: String,
    /// Who proposed it, by name.
    pub proposed_by: String,
    /// Who approved it, by name.
    pub approved_by: Option<String>,
    /// The day of what the list is about: proposed, public since, ended.
    pub on: Option<Date>,
    /// Why it is there no longer.
    pub ended: Option<PublicationEnd>,
}

/// A page of the public library as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationPage {
    /// Which part.
    pub list: PublicationList,
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<PublicationLine>,
    /// How many wait, are public, and no longer are.
    pub counts: [u64; 3],
    /// From 1.
    pub page: u32,
}

impl PublicationPage {
    /// How many there are in this part.
    pub const fn total(&self) -> u64 {
        let [waiting, public, ended] = self.counts;
        match self.list {
            PublicationList::Waiting => waiting,
            PublicationList::Public => public,
            PublicationList::Ended => ended,
        }
    }
}

/// A page of the public library, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LibraryPage {
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<ReleasedView>,
    /// How many there are.
    pub total: u64,
    /// From 1.
    pub page: u32,
}
