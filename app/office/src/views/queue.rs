//! What the console shows of requests.

use law::{
    Date,
    bar::Bar,
    request::{ActKind, Stage, Track},
    request_state::{Next, RequestState},
};
use serde::{Deserialize, Serialize};

use super::{DocketLine, LetterCounts, LettersOf, MessageView, PublicStatus, ToldBy};
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
    /// How many letters need a person.
    pub letters: LetterCounts,
    /// How many proposals for the public library wait for a second person.
    pub proposed: u64,
    /// How much waits for a second person.
    pub proposals: u64,
    /// Today.
    pub today: Date,
    /// Mebibytes free on the disk of the records, where that is little.
    pub little_space: Option<u64>,
    /// Whether the machine's clock cannot be believed: nobody acts then.
    pub clock_wrong: bool,
}

/// A docket line as staff see it: with the name of who acted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffDocketLine {
    /// The public line.
    pub line: DocketLine,
    /// Name of the member of staff who acted.
    pub staff: Option<String>,
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
    /// Messages both ways.
    pub messages: Vec<MessageView>,
    /// Acts of the workflow for this account: possible now, or what stands in the way.
    pub acts: Vec<(ActKind, Option<Bar>)>,
    /// Name of who entered the order that waits for verification.
    pub order_entered_by: Option<String>,
}
