//! What the console shows of requests.

use law::{
    Date,
    bar::Bar,
    clock::ClockId,
    keyed,
    request::{ActKind, Stage, Track},
    request_state::{Next, Party, RequestState},
};
use serde::{Deserialize, Serialize};

use super::{CodeGround, DocketLine, LettersOf, MessageView, Paper, PublicStatus, Task, ToldBy};
use crate::{Lang, TrackingNumber, forms::Notify, forms::RequestDetails};

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
    /// Name of the member of staff who has it.
    pub assigned_to: Option<String>,
    /// Name of the requester and place of the incident, as far as they were given; `None` for roles that do not work requests.
    pub private: Option<QueuePrivate>,
}

/// What a line of the queue shows of what the requester wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueuePrivate {
    /// Name of the requester; empty if not given.
    pub name: String,
    /// Place of the incident; empty if not given.
    pub place: String,
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
    /// Open and ended ones, for a search.
    All,
}

keyed!(QueueView {
    Open => "open",
    Overdue => "overdue",
    Waiting => "waiting",
    Ended => "ended",
    All => "all",
});

/// In which days the nearest day of a request lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueIn {
    /// Today.
    Today,
    /// Today or in the six days after.
    Week,
    /// The day that the office set itself, where no clock runs, has passed.
    OwnPassed,
}

keyed!(DueIn {
    Today => "today",
    Week => "week",
    OwnPassed => "own_passed",
});

/// Who has a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Whoever asks, and those for whom they stand in today.
    Mine,
    /// Nobody.
    Nobody,
    /// The account with this id.
    Account(String),
}

/// A column of the queue beside the number, which is always shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueueColumn {
    /// The nearest day.
    Due,
    /// Where the request stands.
    Stage,
    /// What is awaited, and from whom.
    Awaited,
    /// Name of the requester.
    Name,
    /// Place of the incident.
    Place,
    /// Division.
    Division,
    /// On what right.
    Track,
    /// Day of receipt.
    Received,
    /// Needed before this day.
    NeededBy,
    /// Who has it.
    AssignedTo,
}

keyed!(QueueColumn {
    Due => "due",
    Stage => "stage",
    Awaited => "awaited",
    Name => "name",
    Place => "place",
    Division => "division",
    Track => "track",
    Received => "received",
    NeededBy => "needed_by",
    AssignedTo => "assigned_to",
});

impl QueueColumn {
    /// Those shown to whoever has not chosen any.
    pub const DEFAULT: [Self; 6] = [
        Self::Due,
        Self::Stage,
        Self::Name,
        Self::Place,
        Self::Received,
        Self::AssignedTo,
    ];
}

/// How an account wants to see the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueChoice {
    /// Columns, in their own order; chosen as none: those of the start.
    pub columns: Vec<QueueColumn>,
    /// Whether single keys are shortcuts.
    pub shortcuts: bool,
}

impl Default for QueueChoice {
    fn default() -> Self {
        Self {
            columns: QueueColumn::DEFAULT.to_vec(),
            shortcuts: true,
        }
    }
}

/// By what the queue is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueSort {
    /// `None` sorts by number.
    pub column: Option<QueueColumn>,
    /// Whether the last comes first.
    pub descending: bool,
}

/// What part of the queue is wanted. Only [`crate::forms::QueueForm`] reads one from the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Which part.
    pub view: QueueView,
    /// Words searched in number, name, place, report number, officers; empty for all.
    pub q: String,
    /// Only those that this account has.
    pub holder: Option<Holder>,
    /// Only those whose nearest day lies here.
    pub due: Option<DueIn>,
    /// Only those whose nearest day is this clock's.
    pub clock: Option<ClockId>,
    /// Only those that wait for this party.
    pub waits_for: Option<Party>,
    /// Only those asked on this right.
    pub track: Option<Track>,
    /// Only this division, by its key.
    pub division: Option<String>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only those with a message that nobody has acted after.
    pub unread: bool,
    /// Only those that are needed before a day.
    pub needed: bool,
    /// Only those with a letter that failed.
    pub letters: bool,
    /// By what they are sorted; `None`: in the order of the part.
    pub sort: Option<QueueSort>,
    /// From 1.
    pub page: u32,
}

/// How many open requests there are of some kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueueCounts {
    /// Open.
    pub open: u64,
    /// Past their day.
    pub overdue: u64,
    /// Due today.
    pub today: u64,
    /// Due today or in the six days after.
    pub week: u64,
    /// Past a day that the office set itself, where no clock runs.
    pub own_passed: u64,
    /// Of whoever asks, and of those for whom they stand in today.
    pub mine: u64,
    /// Of nobody.
    pub unassigned: u64,
    /// With a message that nobody has acted after.
    pub unread: u64,
}

/// Somebody who can have a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignee {
    /// Id of the account.
    pub id: String,
    /// Name.
    pub name: String,
    /// Last day of an absence that runs today, and who stands in.
    pub away: Option<(Date, Option<String>)>,
}

/// A page of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub struct QueuePage {
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<QueueLine>,
    /// How many are wanted.
    pub total: u64,
    /// From 1.
    pub page: u32,
    /// How many of all open ones are of which kind.
    pub counts: QueueCounts,
    /// How whoever asks wants to see it.
    pub choice: QueueChoice,
    /// Whether names and places stay closed, because that they are listed cannot be entered now.
    pub names_closed: bool,
    /// Whether requests that ended before the program was updated are still being made ready to be searched, filtered and
    /// sorted; those that are open are.
    pub incomplete: bool,
    /// Who can have a request.
    pub assignees: Vec<Assignee>,
    /// Names of those for whom whoever asks stands in today.
    pub stands_in_for: Vec<String>,
    /// What waits for whoever asks, beside requests.
    pub tasks: Vec<Task>,
    /// Today.
    pub today: Date,
    /// Mebibytes free on the disk of the records, where that is little.
    pub little_space: Option<u64>,
    /// Whether the virus scan does not answer, so that no file is taken.
    pub scan_silent: bool,
    /// Whether the machine's clock cannot be believed: nobody acts then.
    pub clock_wrong: bool,
    /// The day of the last trace of work before a start that nobody has confirmed the clock after.
    pub clock_unconfirmed: Option<Date>,
}

/// Who was given a request, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentLine {
    /// The day.
    pub on: Date,
    /// Name of who was given it; `None`: nobody has it since then.
    pub to: Option<String>,
    /// Name of who gave it.
    pub by: String,
    /// What whoever gave it wrote; empty if nothing, and for roles that do not work requests.
    pub note: String,
}

/// Who has a request, and who can have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignments {
    /// Number.
    pub number: TrackingNumber,
    /// Who had it, newest first.
    pub lines: Vec<AssignmentLine>,
    /// Who can have it.
    pub assignees: Vec<Assignee>,
}

/// An absence with who stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsenceLine {
    /// Id.
    pub id: String,
    /// Name of who is away.
    pub who: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Name of who stands in.
    pub cover: Option<String>,
    /// Whether whoever asks may end it.
    pub may_end: bool,
}

/// The absences of the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absences {
    /// Those that run or are to come, the nearest first.
    pub lines: Vec<AbsenceLine>,
    /// Who can stand in.
    pub assignees: Vec<Assignee>,
}

/// A docket line as staff see it: with the name of who acted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffDocketLine {
    /// The public line.
    pub line: DocketLine,
    /// Name of the member of staff who acted.
    pub staff: Option<String>,
    /// Where it was entered with others by an act on a selection: which of how many.
    pub batch: Option<(u32, u32)>,
}

/// Whether what a requester wrote of themselves and of what they ask for is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrivatePart {
    /// It is, and that is in the audit log.
    Open,
    /// It is for whoever works the request; other roles see the public part and the docket.
    ForWhoWorksIt,
    /// That it is opened cannot be entered now, so it stays closed.
    NotEntered,
}

/// A request as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRequest {
    /// What everybody may know.
    pub status: PublicStatus,
    /// Whether the private part is shown; else `asked` and `messages` are blank.
    pub private: PrivatePart,
    /// The requester's side.
    pub asked: RequestDetails,
    /// Language of letters.
    pub language: Lang,
    /// How they hear of changes.
    pub notify: Notify,
    /// The whole state.
    pub state: RequestState,
    /// Goes back with an act, so that two custodians cannot overwrite each other.
    pub version: i64,
    /// Time line with names.
    pub docket: Vec<StaffDocketLine>,
    /// A question or a fee waits for an answer, and nothing shows that whoever filed was told of it: no letter went out,
    /// and they have not opened their page since. The request does not lapse before that.
    pub answer_unannounced: bool,
    /// How whoever filed hears of the last entry.
    pub told_by: ToldBy,
    /// The letters to whoever filed.
    pub letters: LettersOf,
    /// Papers that came with it, or with a step that has no words; blank where the private part is not shown.
    pub papers: Vec<Paper>,
    /// New access codes that were given out; blank where the private part is not shown.
    pub codes: Vec<CodeReissueView>,
    /// Whether whoever looks is an officer on a recording that answers it, and so decides nothing on it.
    pub conflict: bool,
    /// Messages both ways.
    pub messages: Vec<MessageView>,
    /// Messages of the requester that nobody has acted after or marked as read.
    pub unread: u32,
    /// Acts of the workflow for this account: possible now, or what stands in the way.
    pub acts: Vec<(ActKind, Option<Bar>)>,
    /// Name of who entered the order that waits for verification.
    pub order_entered_by: Option<String>,
    /// Who has it, newest first; empty where nobody ever had it.
    pub assignments: Vec<AssignmentLine>,
}

/// A new access code that was given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeReissueView {
    /// The day.
    pub on: Date,
    /// Name of who gave it out.
    pub by: String,
    /// What showed that the request is theirs.
    pub ground: CodeGround,
    /// Which facts or paper; empty once the requester was erased.
    pub note: String,
}
