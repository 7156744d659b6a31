//! People logs and notices: as staff see them, and as the person sees it whom a notice is for.

use law::{
    Date, DateTime,
    capacity::Capacity,
    deadline::Deadline,
    notice::{Audience, Notice, NoticeKind, NoticeStateKind, ReleaseBar, Standing},
    objection::{Objection, ObjectionAnswer},
    person::{Person, Receiver, Shown},
    request::{Media, Track},
    span::Spans,
};

use super::{AuditEntry, FamilyViewing, Paper, ProposalLine, RecordingLine};
use crate::{
    AccessCode, Lang, TrackingNumber,
    forms::{Contact, WishKind},
};

/// A person in a people log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonLine {
    /// Our id.
    pub id: String,
    /// The person, by pseudonym.
    pub person: Person,
    /// Goes back with a change.
    pub version: i64,
    /// Their notices.
    pub notices: Vec<NoticeLine>,
    /// Whether it is known how to reach them.
    pub reachable: bool,
    /// Why they were taken out of the log, if they were.
    pub taken_out: Option<String>,
    /// What waits for a second person.
    pub waiting: Option<ProposalLine>,
}

/// The people log of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleLog {
    /// Whether it was said that everybody seen or heard is in it.
    pub complete: bool,
    /// The recording.
    pub recording: RecordingLine,
    /// Its length in milliseconds.
    pub length_ms: u64,
    /// Everybody in it, by pseudonym.
    pub people: Vec<PersonLine>,
    /// Whether the reader may change it.
    pub may_change: bool,
    /// Whether the reader is the officer of the recording, and so does not decide who is in it.
    pub conflict: bool,
}

/// One person, with how to reach them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// The recording.
    pub recording: RecordingLine,
    /// As in the log.
    pub line: PersonLine,
    /// Contacts, for those who serve notices; each opening is kept.
    pub contacts: Vec<Contact>,
    /// Earlier ones, each with the day until which it stood, the newest first; for the same people.
    pub earlier: Vec<(Date, Contact)>,
    /// What happened, oldest first.
    pub entries: Vec<AuditEntry>,
    /// Whether the reader is the officer of the recording, and so decides neither who is in it nor where.
    pub conflict: bool,
}

/// A line of a list of notices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeLine {
    /// Our id.
    pub id: String,
    /// Which notice.
    pub kind: NoticeKind,
    /// Where it stands.
    pub state: NoticeStateKind,
    /// The person, by pseudonym.
    pub pseudonym: String,
    /// The recording's number in the evidence system.
    pub source_id: String,
    /// The request.
    pub number: TrackingNumber,
    /// Last day, once it is known.
    pub last_day: Option<Date>,
    /// Objections that wait for an answer.
    pub unanswered: u32,
    /// Wishes to agree, or to talk about it, on which nobody has talked with the person yet.
    pub wishes: u32,
    /// Where the newest letter is entered as sent before this portal made it: the day on which it was made, and the day entered.
    pub back_dated: Option<(Date, Date)>,
}

impl NoticeLine {
    /// Whether its last day has passed.
    pub fn over(&self, today: Date) -> bool {
        self.last_day.is_some_and(|last| today > last)
    }
}

/// Which notices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticesView {
    /// Those with something to do: not sent, not received, objected, days over.
    #[default]
    Work,
    /// Those whose days run, or that wait for receipt.
    Running,
    /// All.
    All,
}

/// A page of notices, the nearest day first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticesPage {
    /// Which.
    pub view: NoticesView,
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<NoticeLine>,
    /// How many there are.
    pub total: u64,
    /// From 1.
    pub page: u32,
}

/// An objection with the words that only staff and the person see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionView {
    /// What the law looks at.
    pub objection: Objection,
    /// In their own words.
    pub words: String,
    /// How they want the answer.
    pub reply: String,
    /// Papers that came with it.
    pub papers: Vec<Paper>,
}

/// The wish to agree, or to talk about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishView {
    /// What they wish.
    pub kind: WishKind,
    /// In whose name.
    pub capacity: Receiver,
    /// Day on which it came.
    pub on: Date,
    /// Day on which the office talked with them, or recorded their consent.
    pub heard_on: Option<Date>,
    /// How to reach them, and their language; empty once they were heard, and for whoever does not serve notices.
    pub reach: String,
    /// In their own words; as [`WishView::reach`].
    pub words: String,
    /// Their language.
    pub lang: Lang,
}

/// A letter as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentLetter {
    /// Our id.
    pub id: String,
    /// `notice` or `answer`.
    pub kind: String,
    /// Day of sending.
    pub sent_on: Date,
    /// SHA-256 of exactly what was sent.
    pub sha256: String,
    /// The document, for those who serve notices.
    pub document: Option<String>,
}

/// Which letters of a day are printed together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PrintRun {
    /// Those that are posted.
    #[default]
    Post,
    /// Those that somebody hands over, or sends as a note on safe contact says.
    Hand,
}

/// A notice as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub struct NoticeView {
    /// Who acts for the person, and whether that is proven.
    pub capacities: Vec<Capacity>,
    /// As in the list.
    pub line: NoticeLine,
    /// Papers that show its receipt, such as the green card; for those who serve notices.
    pub proofs: Vec<Paper>,
    /// The notice.
    pub notice: Notice,
    /// The person, by pseudonym.
    pub person: Person,
    /// Id of the person.
    pub person_id: String,
    /// Id of the recording.
    pub recording_id: String,
    /// The last day with its work, once it is known.
    pub deadline: Option<Deadline>,
    /// What stands in the way of a release, as far as this notice goes.
    pub bar: Option<ReleaseBar>,
    /// Objections, the oldest first.
    pub objections: Vec<ObjectionView>,
    /// Wishes to agree, or to talk about it, the oldest first.
    pub wishes: Vec<WishView>,
    /// Letters, the oldest first.
    pub letters: Vec<SentLetter>,
    /// Whether the request is of the public track, so that a letter may name the public.
    pub public_track: bool,
    /// Those who may receive for the person.
    pub receivers: Vec<Receiver>,
    /// Whether one of them agreed to notice by e-mail (432.220.2).
    pub email_agreed: bool,
    /// Goes back with a change.
    pub version: i64,
    /// Today.
    pub today: Date,
    /// What happened, oldest first.
    pub entries: Vec<AuditEntry>,
    /// Whether the reader serves notices.
    pub may_change: bool,
    /// What waits for a second person.
    pub waiting: Option<ProposalLine>,
    /// Whether the reader is the officer of the recording, and so decides nothing on it.
    pub conflict: bool,
}

/// When a video left, and whether it can still be watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReleasedOn {
    /// The first day.
    pub on: Date,
    /// Whether nobody can watch it any more: each release of it was stopped.
    pub stopped: bool,
}

/// What can still be done once a person's days are over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeEnd {
    /// The video has not left.
    Kept,
    /// It was released.
    Released,
    /// It was handed to who asked for it, who may show it now (610.100.8).
    HandedOver,
    /// It was released, and every release of it was stopped since.
    Stopped,
}

/// What the person sees whom a notice is for. Nothing of anybody else in the recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepictedView {
    /// Which notice.
    pub kind: NoticeKind,
    /// Where it stands.
    pub state: NoticeStateKind,
    /// The same, as they read it.
    pub standing: Standing,
    /// Whom the newest letter tells of, or else who usually gets one.
    pub shown: Shown,
    /// When the office took back a court's decision that it had entered by mistake, if it did.
    pub corrected: Option<Date>,
    /// When the video left on the request, if it did.
    pub released: Option<ReleasedOn>,
    /// First day on which their days leave room for a release or display.
    pub opens_on: Option<Date>,
    /// What sort of camera.
    pub camera: Media,
    /// Beginning of the recording, in the agency's time zone.
    pub started: DateTime,
    /// Where it was made.
    pub place: String,
    /// On what right somebody asked for it; never who.
    pub track: Track,
    /// To whom it is to be shown, as the newest letter says.
    pub audience: Audience,
    /// Where the person is seen.
    pub seen: Spans,
    /// Where the person is heard.
    pub heard: Spans,
    /// Who may answer for the person.
    pub receivers: Vec<Receiver>,
    /// Last day with its work, once receipt is known.
    pub deadline: Option<Deadline>,
    /// The last day, with all that has lengthened it since.
    pub last_day: Option<Date>,
    /// The last day at first, where a closure of the court, entered after receipt, moved it.
    pub moved_from: Option<Date>,
    /// Days left, today and the last one included.
    pub days_left: u32,
    /// Their objections with the answers.
    pub objections: Vec<ObjectionView>,
    /// The newest offer to see the recording before it is public, if one was made.
    pub viewing: Option<FamilyViewing>,
    /// Their wishes to agree, or to talk about it, the oldest first.
    pub wishes: Vec<WishView>,
    /// Today.
    pub today: Date,
    /// Language of the letter.
    pub lang: Lang,
}

/// What is shown once after an objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectionReceipt {
    /// Opens the notice again, with the answer.
    pub code: AccessCode,
    /// Day of receipt.
    pub received_on: Date,
    /// Whether it came after the last day.
    pub late: bool,
    /// What it asked, with the papers that came.
    pub asked: ReceivedObjection,
}

/// An objection as its receipt repeats it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedObjection {
    /// The objection with its words and papers.
    pub objection: ObjectionView,
    /// Whether it holds the release until it is answered.
    pub holds: bool,
    /// First day on which the days leave room for a release, while that is still to come.
    pub opens_on: Option<Date>,
    /// Whom the notice tells of.
    pub shown: Shown,
}

/// A letter of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenuineLetter {
    /// Day of sending.
    pub sent_on: Date,
}

/// The newest answer to an objection, if there is one.
pub fn newest_answer(objections: &[ObjectionView]) -> Option<&ObjectionAnswer> {
    objections.iter().rev().find_map(|view| view.objection.answer.as_ref())
}
