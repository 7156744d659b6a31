//! What waits for a member of staff, by their role.

use law::{Date, keyed};

use super::{ProposalLine, Role, Staff};

/// A kind of thing that waits for somebody on the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskKind {
    /// Notes that name the reader and that they have not read.
    Mention,
    /// Objections of people shown that wait for an answer.
    Objection,
    /// Wishes of people shown about consent on which nobody has talked with them yet.
    Wish,
    /// Requests whose letters to people shown are out while nothing proves that they were received.
    Receipt,
    /// Requests for whose people shown the court's docket is to be looked into, since their days are over.
    Docket,
    /// Family viewings for which the office must set a day, or say whether they were held.
    Viewing,
    /// Letters that did not arrive.
    FailedLetter,
    /// Letters on paper, to be posted.
    PaperLetter,
    /// Letters that wait because the mail server refuses the portal's sender.
    RefusedSender,
    /// Entries of somebody else that free something once the reader verified them.
    Entry,
    /// Court orders that somebody else entered and nobody verified.
    Order,
    /// Redacted copies that somebody else made and nobody approved.
    Copy,
    /// Proposals of somebody else for the public library.
    Publication,
    /// Open requests past a day of the law.
    Overdue,
    /// Open requests past the office's own day.
    OwnDayPassed,
    /// Open requests that nobody has.
    Unassigned,
    /// Members of staff who are away today and whom nobody stands in for.
    Uncovered,
    /// Requests that wait for an investigation to end.
    Investigation,
    /// Requests before a court.
    BeforeCourt,
    /// Court cases with a day in the next seven days, or past.
    CourtDay,
    /// Days on which somebody opened unusually much of what is private, in the time the report looks at.
    UnusualReading,
    /// Recordings that the evidence system deleted although they had to be kept, recorded in the same time.
    DeletedInBreach,
    /// Accounts whose holder has not chosen a password yet.
    UnusedAccount,
}

keyed!(TaskKind {
    Mention => "mention",
    Objection => "objection",
    Wish => "wish",
    Receipt => "receipt",
    Docket => "docket",
    Viewing => "viewing",
    FailedLetter => "failed_letter",
    PaperLetter => "paper_letter",
    RefusedSender => "refused_sender",
    Entry => "entry",
    Order => "order",
    Copy => "copy",
    Publication => "publication",
    Overdue => "overdue",
    OwnDayPassed => "own_day_passed",
    Unassigned => "unassigned",
    Uncovered => "uncovered",
    Investigation => "investigation",
    BeforeCourt => "before_court",
    CourtDay => "court_day",
    UnusualReading => "unusual_reading",
    DeletedInBreach => "deleted_in_breach",
    UnusedAccount => "unused_account",
});

impl TaskKind {
    /// Whether it is for this member of staff.
    pub fn is_for(self, staff: &Staff) -> bool {
        let role = staff.role;
        match self {
            Self::Mention | Self::Entry | Self::Order | Self::Copy | Self::Publication => role.checks(),
            Self::Objection
            | Self::Wish
            | Self::Viewing
            | Self::Receipt
            | Self::Docket
            | Self::FailedLetter
            | Self::PaperLetter => role.works(),
            Self::RefusedSender => role.works() || staff.administers,
            // A custodian has them as parts of the queue.
            Self::Overdue | Self::OwnDayPassed | Self::Unassigned => role == Role::Supervisor,
            Self::Uncovered => role == Role::Supervisor || staff.administers,
            Self::Investigation | Self::BeforeCourt => role == Role::Prosecutor,
            Self::CourtDay => staff.court_filer().is_ok(),
            Self::UnusualReading => staff.auditor().is_ok(),
            Self::DeletedInBreach => matches!(role, Role::Auditor | Role::Supervisor),
            Self::UnusedAccount => staff.administers,
        }
    }

    /// Where it is done, without the language.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Mention => "/staff/mentions",
            Self::Objection | Self::Wish | Self::Docket => "/staff/notices?view=work",
            Self::Receipt => "/staff/notices?view=running",
            Self::Viewing => "/staff/viewings",
            Self::FailedLetter => "/staff/mail",
            Self::PaperLetter => "/staff/mail?view=paper",
            Self::RefusedSender => "/staff/mail?view=waiting",
            Self::Entry => "/staff/waiting#entries",
            Self::Order => "/staff/waiting#orders",
            Self::Copy => "/staff/waiting#copies",
            Self::Publication => "/staff/library",
            Self::Overdue => "/staff/queue?view=overdue",
            Self::OwnDayPassed => "/staff/queue?due=own_passed",
            Self::Unassigned => "/staff/queue?holder=nobody",
            Self::Uncovered => "/staff/absences",
            Self::Investigation => "/staff/queue?view=waiting",
            Self::BeforeCourt => "/staff/queue?stage=court_pending",
            Self::CourtDay => "/staff/court?list=due",
            Self::UnusualReading => "/staff/audit/reading",
            Self::DeletedInBreach => "/staff/audit?act=deleted_in_breach",
            Self::UnusedAccount => "/staff/accounts",
        }
    }
}

/// Things of a kind that wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub kind: TaskKind,
    /// How many; never zero.
    pub number: u64,
    /// Where the only one is done, without the language, where it is one and has a page of its own.
    pub only: Option<String>,
}

impl Task {
    /// Where it is done, without the language.
    pub fn path(&self) -> &str {
        self.only.as_deref().unwrap_or_else(|| self.kind.path())
    }
}

/// A court order that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderToVerify {
    /// Our id.
    pub id: String,
    /// Court and case number, as entered.
    pub case: String,
    /// Name of who entered it.
    pub entered_by: String,
    /// The day on which it was entered.
    pub entered_on: Date,
    /// Whether the reader entered it.
    pub own: bool,
}

/// A redacted copy that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyToApprove {
    /// Our id of the recording.
    pub recording: String,
    /// The evidence system's number of the recording.
    pub source_id: String,
    /// Name of who made it.
    pub made_by: String,
    /// The day on which it was made.
    pub made_on: Date,
    /// Whether the reader made it.
    pub own: bool,
}

/// All that waits for a second person, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToVerify {
    /// Entries that free something.
    pub entries: Vec<ProposalLine>,
    /// Court orders.
    pub orders: Vec<OrderToVerify>,
    /// Copies: of each recording the newest, while a request that asks for it is open.
    pub copies: Vec<CopyToApprove>,
}
