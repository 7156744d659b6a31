//! What the office answers: everything a page shows, nothing it may not.

mod notices;
mod orders;
mod program;
mod recordings;
mod releases;
mod statistics;
mod timeline;

use ::statistics::Month;
use law::{
    Date,
    bar::Bar,
    case::{Case, Next},
    clock::Clock,
    deadline::Deadline,
    event::Event,
    keyed,
    recording::RecordingStatus,
    request::{ActKind, Media, Stage, Track},
};
use serde::{Deserialize, Serialize};

pub use notices::{
    DepictedView, Genuine, NoticeLine, NoticeView, NoticesPage, NoticesView, ObjectionReceipt, ObjectionView, Paper,
    PeopleLog, PersonLine, PersonView, PrintRun, SentLetter, newest_answer,
};
pub use orders::{OrderLine, OrderPage, OrderView};
pub use program::{ProgramText, ProgramVersion};
pub use recordings::{
    AuditAct, AuditEntry, AuditLine, AuditPage, BadLine, Imported, KeptFor, RecordingFilter, RecordingLine,
    RecordingPage, RecordingView, RequestRecordings,
};
pub use releases::{CopyView, DisplayWindow, FilesView, LibraryPage, ReleaseView, ReleasedView, Withheld};
pub use statistics::Statistics;
pub use timeline::TimelineSheet;

use crate::{AccessCode, Lang, TrackingNumber, forms::Asked, forms::Notify};

/// Who did something, as coarse as the public may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Who asked.
    Requester,
    /// The records custodian, or who works for them.
    Custodian,
    /// The portal's own clockwork.
    Portal,
}

keyed!(Actor {
    Requester => "requester",
    Custodian => "custodian",
    Portal => "portal",
});

/// What a requester gets on filing: shown once, and the same again when the same form is posted
/// again.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Public number.
    pub number: TrackingNumber,
    /// The secret.
    pub code: AccessCode,
    /// Day of receipt.
    pub received_on: Date,
    /// C1 with its work.
    pub act_by: Deadline,
    /// Last day on which the footage would have been kept without the hold; for a range, of its
    /// first day.
    pub kept_until: Date,
    /// Whether an e-mail copy was posted.
    pub mailed: bool,
}

/// One line of a time line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocketLine {
    /// Number within the request, from 1, without gaps.
    pub seq: i64,
    /// Day, in the agency's time zone.
    pub on: Date,
    /// Who.
    pub by: Actor,
    /// What.
    pub event: Event,
}

/// A clock with its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockView {
    /// The clock.
    pub clock: Clock,
    /// How its day was worked out; `None` for C8, the agency's own promise.
    pub deadline: Option<Deadline>,
    /// Whole days from today to the due day; negative when it has passed.
    pub days_left: i32,
    /// Whether it is overdue, or was met late.
    pub late: bool,
}

/// What everybody may know about a request: never who asked, never free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicStatus {
    /// Number.
    pub number: TrackingNumber,
    /// Day of receipt.
    pub received_on: Date,
    /// On what right.
    pub track: Track,
    /// Kinds of camera.
    pub media: Vec<Media>,
    /// Name of the division, if given.
    pub division: Option<String>,
    /// Year and month of the incident, `YYYY-MM`: coarse on purpose.
    pub incident_month: String,
    /// Today.
    pub today: Date,
    /// Stage.
    pub stage: Stage,
    /// The facts of the sentence on top.
    pub next: Next,
    /// Status of the footage.
    pub footage: RecordingStatus,
    /// The case's holds stand until then; `None` without end, for now.
    pub held_until: Option<Date>,
    /// Clocks, oldest first.
    pub clocks: Vec<ClockView>,
    /// Time line, oldest first.
    pub docket: Vec<DocketLine>,
}

/// A line of the public log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Number.
    pub number: TrackingNumber,
    /// Day of receipt.
    pub received_on: Date,
    /// On what right.
    pub track: Track,
    /// Name of the division, if given.
    pub division: Option<String>,
    /// Year and month of the incident, `YYYY-MM`.
    pub incident_month: String,
    /// Stage.
    pub stage: Stage,
    /// Nearest running clock's due day.
    pub due: Option<Date>,
}

/// What part of the log is wanted. Only [`crate::forms::LogForm`] reads one from the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Words searched in number, division name, month; empty for all.
    pub q: String,
    /// Only this stage.
    pub status: Option<Stage>,
    /// Only those received in this month.
    pub month: Option<Month>,
    /// Only those asked on this right.
    pub track: Option<Track>,
    /// Only this division, by its key.
    pub division: Option<String>,
    /// From 1.
    pub page: u32,
}

/// Entries of the log's feed.
pub const FEED_LINES: u32 = 50;

/// Lines of a page of the public log or of the queue.
pub const PAGE_LINES: u32 = 25;

/// A page of the public log, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPage {
    /// At most [`PAGE_LINES`].
    pub lines: Vec<LogLine>,
    /// How many there are in all pages.
    pub total: u64,
    /// The page shown, from 1; past the end it has no lines.
    pub page: u32,
}

/// A message between requester and custodian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageView {
    /// Day.
    pub on: Date,
    /// Who wrote.
    pub by: Actor,
    /// What it belongs to, for example the question asked.
    pub act: ActKind,
    /// The words.
    pub text: String,
}

/// A requester's own view of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateView {
    /// What everybody may know.
    pub status: PublicStatus,
    /// What was asked.
    pub asked: Asked,
    /// Language of letters.
    pub language: Lang,
    /// How they hear of changes.
    pub notify: Notify,
    /// Messages both ways, oldest first.
    pub messages: Vec<MessageView>,
    /// What the requester can do now, and what stands in the way of the rest:
    /// `AnswerClarification`, `AskGrounds`, `Write`, `Withdraw`.
    pub acts: Vec<(ActKind, Option<Bar>)>,
}

/// A signed-in member of staff. Only the session layer makes one, after checking the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Account's id.
    pub id: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Whether they may also administer: every administrator, and the first account.
    pub administers: bool,
}

/// Roles of staff accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Role {
    Custodian,
    Reviewer,
    Supervisor,
    Prosecutor,
    Auditor,
    Admin,
}

keyed!(Role {
    Custodian => "custodian",
    Reviewer => "reviewer",
    Supervisor => "supervisor",
    Prosecutor => "prosecutor",
    Auditor => "auditor",
    Admin => "admin",
});

impl Role {
    /// Whether this role works requests, registers recordings and serves notices.
    pub const fn works(self) -> bool {
        matches!(self, Self::Custodian)
    }

    /// Whether this role is a second pair of eyes: verifies orders and approves copies. A custodian is one for what
    /// another custodian did.
    pub const fn checks(self) -> bool {
        matches!(self, Self::Custodian | Self::Reviewer | Self::Supervisor)
    }

    /// Whether this role does this act on a request. Orders are verified by a second person, who may
    /// also be a reviewer or supervisor; everything else is the custodian's.
    pub const fn may(self, act: ActKind) -> bool {
        match self {
            Self::Custodian => true,
            Self::Reviewer | Self::Supervisor => matches!(act, ActKind::VerifyOrder),
            Self::Prosecutor | Self::Auditor | Self::Admin => false,
        }
    }
}

/// A line of the custodian's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueLine {
    /// Number.
    pub number: TrackingNumber,
    /// Day of receipt.
    pub received_on: Date,
    /// On what right.
    pub track: Track,
    /// Name of the division, if given.
    pub division: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// What is awaited.
    pub next: Next,
    /// Needed before this day, says the requester.
    pub needed_by: Option<Date>,
    /// Unread messages of the requester since the custodian's last act.
    pub unread: u32,
}

/// What part of the queue is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueueView {
    /// Open requests, those whose clock runs out first on top.
    #[default]
    Open,
    /// Only those past their day.
    Overdue,
    /// Waiting for an investigation to end, longest unconfirmed first.
    Waiting,
    /// Ended ones, latest first.
    Ended,
}

/// A page of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuePage {
    /// Which part.
    pub view: QueueView,
    /// At most [`PAGE_LINES`].
    pub lines: Vec<QueueLine>,
    /// How many in this part.
    pub total: u64,
    /// From 1.
    pub page: u32,
    /// How many of all open ones are past their day.
    pub overdue: u64,
    /// How many are due today.
    pub due_today: u64,
    /// How many are open.
    pub open: u64,
    /// Today.
    pub today: Date,
}

/// A docket line as staff see it: with the name of who acted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffDocketLine {
    /// The public line.
    pub line: DocketLine,
    /// Name of the member of staff who acted.
    pub staff: Option<String>,
}

/// A request as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRequest {
    /// What everybody may know.
    pub status: PublicStatus,
    /// The requester's side.
    pub asked: Asked,
    /// Language of letters.
    pub language: Lang,
    /// How they hear of changes.
    pub notify: Notify,
    /// The whole state.
    pub case: Case,
    /// Goes back with an act, so that two custodians cannot overwrite each other.
    pub version: i64,
    /// Time line with names.
    pub docket: Vec<StaffDocketLine>,
    /// A question or a fee waits for an answer, and nothing shows that whoever filed was told of it: no letter went out,
    /// and they have not opened their page since. The request does not lapse before that.
    pub answer_unannounced: bool,
    /// Messages both ways.
    pub messages: Vec<MessageView>,
    /// Acts of the workflow for this account: possible now, or what stands in the way.
    pub acts: Vec<(ActKind, Option<Bar>)>,
    /// Name of who entered the order that waits for verification.
    pub order_entered_by: Option<String>,
}

/// The figures on the home page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// All requests ever filed.
    pub filed: u64,
    /// Open ones.
    pub open: u64,
    /// Waiting for an investigation to end.
    pub waiting: u64,
    /// Open and past their day.
    pub overdue: u64,
}

/// A staff account in the list of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The person.
    pub staff: Staff,
    /// Day the account was made.
    pub created_on: Date,
    /// Day it was closed.
    pub disabled_on: Option<Date>,
}
