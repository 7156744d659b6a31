//! Who may ask the records office what: the portal's table of contents.

mod capacities;
mod court;
mod coverage;
mod deletions;
mod imports;
mod intake;
mod letters;
mod matches;
mod notes;
mod notices;
mod program;
mod proposals;
mod recordings;
mod releases;
mod statistics;
mod templates;
mod viewings;

use async_trait::async_trait;
use law::{
    Date,
    calendar::Closure,
    deadline::Deadline,
    profile::{DeadlineError, Profile},
};

use crate::{
    AccessCode, Lang, OfficeResult, TrackingNumber,
    forms::{
        AccountChange, Assign, Extend, Filing, FilingContext, Message, NewAbsence, NewAccount, NewPassword, NewProof,
        StaffAct,
    },
    permission::{Administrator, Custodian},
    views::{
        Absences, Account, AccountView, Assignments, ClosureLine, Erasure, Figures, LinkHolder, LogFilter, LogLine,
        LogPage, OwnAccount, PaperFile, PrivateView, PublicStatus, QueueChoice, QueueFilter, QueuePage, Receipt, Staff,
        StaffRequest, TimelineSheet,
    },
};

pub use capacities::{CapacityDesk, Represented};
pub use court::CourtDesk;
pub use coverage::CoverageDesk;
pub use deletions::DeletionDesk;
pub use imports::ImportDesk;
pub use intake::IntakeDesk;
pub use letters::LetterDesk;
pub use matches::MatchDesk;
pub use notes::NoteDesk;
pub use notices::{Depicted, DepictedDesk, NoticeDesk, PeopleDesk};
pub use program::ProgramDesk;
pub use proposals::ProposalDesk;
pub use recordings::{AUDIT_EXPORT, OrderDesk, RecordingDesk};
pub use releases::{LibraryDesk, ReleaseDesk, ReleasedFile};
pub use statistics::StatisticsDesk;
pub use templates::TemplateDesk;
pub use viewings::ViewingDesk;

/// The whole office.
pub trait Office:
    PublicDesk
    + RequesterDesk
    + CustodianDesk
    + QueueDesk
    + IntakeDesk
    + AdminDesk
    + OwnAccountDesk
    + ProgramDesk
    + StatisticsDesk
    + RecordingDesk
    + CapacityDesk
    + CourtDesk
    + ViewingDesk
    + CoverageDesk
    + DeletionDesk
    + ImportDesk
    + MatchDesk
    + NoteDesk
    + OrderDesk
    + ProposalDesk
    + PeopleDesk
    + NoticeDesk
    + LetterDesk
    + TemplateDesk
    + DepictedDesk
    + ReleaseDesk
    + LibraryDesk
{
}
impl<T> Office for T where
    T: PublicDesk
        + RequesterDesk
        + CustodianDesk
        + QueueDesk
        + IntakeDesk
        + AdminDesk
        + OwnAccountDesk
        + ProgramDesk
        + StatisticsDesk
        + RecordingDesk
        + CapacityDesk
        + CourtDesk
        + ViewingDesk
        + CoverageDesk
        + DeletionDesk
        + ImportDesk
        + MatchDesk
        + NoteDesk
        + OrderDesk
        + ProposalDesk
        + PeopleDesk
        + NoticeDesk
        + LetterDesk
        + TemplateDesk
        + TemplateDesk
        + DepictedDesk
        + ReleaseDesk
        + LibraryDesk
{
}

/// A requester who has shown number and code. Only the session layer makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    /// The request that was opened.
    pub number: TrackingNumber,
}

/// What anybody may ask.
#[async_trait]
pub trait PublicDesk: Send + Sync {
    /// The agency's profile.
    fn profile(&self) -> &Profile;

    /// Today in the agency's time zone.
    fn today(&self) -> Date;

    /// What a filing form is checked against.
    fn filing_context(&self, lang: Lang) -> FilingContext;

    /// A fresh key for a form: 128 random bits in hexadecimal.
    fn submission_key(&self) -> String;

    /// Files a request: hold, docket, clocks and letters in one transaction. The same key again
    /// gives the first receipt.
    async fn file(&self, filing: Filing) -> OfficeResult<Receipt>;

    /// The receipt of a request filed under this key, for showing it again.
    async fn receipt(&self, key: &crate::forms::SubmissionKey) -> OfficeResult<Option<Receipt>>;

    /// The public log.
    async fn log(&self, filter: LogFilter) -> OfficeResult<LogPage>;

    /// The newest lines of a part of the log, for its feed: at most [`crate::views::FEED_LINES`].
    async fn newest(&self, filter: LogFilter) -> OfficeResult<Vec<LogLine>>;

    /// What everybody may know about a request.
    async fn status(&self, number: &TrackingNumber) -> OfficeResult<Option<PublicStatus>>;

    /// The public time line of a request, to print and to certify.
    async fn timeline(&self, number: &TrackingNumber) -> OfficeResult<Option<TimelineSheet>>;

    /// Opens a request with its code; `None` when the two do not fit or the number is unknown.
    async fn open(&self, number: &TrackingNumber, code: &AccessCode) -> OfficeResult<Option<Requester>>;

    /// A deadline with its work, closures included.
    async fn deadline(&self, rule: &str, start: &str) -> OfficeResult<Result<Deadline, DeadlineError>>;

    /// Figures for the home page.
    async fn figures(&self) -> OfficeResult<Figures>;

    /// Asks to follow a request by e-mail; nothing is sent but a letter to confirm the address. The
    /// answer is the same whether or not the address follows already.
    async fn follow(&self, number: &TrackingNumber, email: &str, lang: Lang) -> OfficeResult<()>;

    /// Confirms an address by the token of the letter; the request's number, or `None` for an
    /// unknown token.
    async fn confirm_following(&self, token: &str) -> OfficeResult<Option<TrackingNumber>>;

    /// The request that a token of a letter is about, to confirm or to stop; `None` for a token that is known to nobody.
    async fn followed_by(&self, token: &str) -> OfficeResult<Option<TrackingNumber>>;

    /// Stops following by the token in each letter; stopping twice is no error.
    async fn stop_following(&self, token: &str) -> OfficeResult<Option<TrackingNumber>>;
}

/// What the requester may ask behind number and code.
#[async_trait]
pub trait RequesterDesk: Send + Sync {
    /// The private page.
    async fn private(&self, by: &Requester) -> OfficeResult<PrivateView>;

    /// Writes to the custodian.
    async fn write(&self, by: &Requester, message: Message) -> OfficeResult<()>;

    /// Answers the custodian's question.
    async fn answer(&self, by: &Requester, message: Message) -> OfficeResult<()>;

    /// Sends proof of who they are to a person in the footage: a message with papers.
    async fn send_proof(&self, by: &Requester, proof: NewProof) -> OfficeResult<()>;

    /// A paper of the request: one that they sent, or that was sent to them. `None` for any other.
    async fn private_paper(&self, by: &Requester, id: &str) -> OfficeResult<Option<PaperFile>>;

    /// Accepts the estimate or the fee.
    async fn accept_fee(&self, by: &Requester) -> OfficeResult<()>;

    /// Asks for less, so that it costs less.
    async fn narrow(&self, by: &Requester, message: Message) -> OfficeResult<()>;

    /// Says what is wrong with the estimate or the fee.
    async fn challenge_fee(&self, by: &Requester, message: Message) -> OfficeResult<()>;

    /// Asks for the written grounds of a denial or closure.
    async fn ask_grounds(&self, by: &Requester) -> OfficeResult<()>;

    /// Changes the address that letters by e-mail go to; none: no letters by e-mail any more.
    async fn change_mail(&self, by: &Requester, email: Option<String>) -> OfficeResult<()>;

    /// Withdraws the request.
    async fn withdraw(&self, by: &Requester) -> OfficeResult<()>;
}

/// What staff may ask of the queue: what is in it, who has what, who stands in for whom.
#[async_trait]
pub trait QueueDesk: Send + Sync {
    /// A part of the queue.
    async fn queue(&self, by: &Staff, filter: QueueFilter) -> OfficeResult<QueuePage>;

    /// Gives requests to somebody or to nobody, each with an entry of its own in the audit log, all or none.
    async fn assign(&self, by: &Custodian, assign: Assign) -> OfficeResult<()>;

    /// Explains the delay of requests in the same words, each with an entry of its own that says of how many, all or none.
    async fn extend(&self, by: &Custodian, extend: Extend) -> OfficeResult<()>;

    /// Who has a request, and who can have it.
    async fn assignments(&self, by: &Custodian, number: &TrackingNumber) -> OfficeResult<Option<Assignments>>;

    /// Takes the mark of new messages off a request, without an act upon it.
    async fn mark_read(&self, by: &Custodian, number: &TrackingNumber, version: i64) -> OfficeResult<()>;

    /// Keeps how this account wants to see the queue; no columns are those of the start.
    async fn choose(&self, by: &Staff, choice: QueueChoice) -> OfficeResult<()>;

    /// Absences that run or are to come, with who stands in.
    async fn absences(&self, by: &Staff) -> OfficeResult<Absences>;

    /// Enters an absence of one's own, or of a colleague where one administers.
    async fn enter_absence(&self, by: &Staff, absence: NewAbsence) -> OfficeResult<()>;

    /// Ends an absence from today on.
    async fn end_absence(&self, by: &Staff, id: &str) -> OfficeResult<()>;
}

/// What staff may ask; acts need the role (see [`crate::views::Role::may`]).
#[async_trait]
pub trait CustodianDesk: Send + Sync {
    /// A request with everything that staff may see.
    async fn request(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<StaffRequest>>;

    /// Does an act on a request.
    async fn act(&self, by: &Staff, number: &TrackingNumber, act: StaffAct) -> OfficeResult<()>;
}

/// What everybody on the staff may do with their own account.
#[async_trait]
pub trait OwnAccountDesk: Send + Sync {
    /// The account.
    async fn own_account(&self, by: &Staff) -> OfficeResult<OwnAccount>;

    /// Chooses another password; every other session ends.
    async fn change_password(&self, by: &Staff, old: &str, new: String) -> OfficeResult<()>;

    /// Ends every other session.
    async fn end_other_sessions(&self, by: &Staff) -> OfficeResult<()>;
}

/// What administrators may ask, and how accounts begin.
#[async_trait]
pub trait AdminDesk: Send + Sync {
    /// All accounts.
    async fn accounts(&self, by: &Administrator) -> OfficeResult<Vec<Account>>;

    /// One account, with the one-time link that waits for its holder.
    async fn account(&self, by: &Administrator, id: &str) -> OfficeResult<Option<AccountView>>;

    /// Makes an account whose holder chooses the password by a one-time link; its id.
    async fn invite(&self, by: &Administrator, new: NewAccount) -> OfficeResult<String>;

    /// Changes an account. The last account that administers can neither be disabled nor lose that.
    async fn change_account(&self, by: &Administrator, id: &str, change: AccountChange) -> OfficeResult<()>;

    /// Whose a one-time link is; `None` for one that does not work, whatever the reason.
    async fn link_holder(&self, token: &str) -> OfficeResult<Option<LinkHolder>>;

    /// Sets the password by a one-time link, which is then used up, and ends every session.
    async fn use_link(&self, token: &str, password: String) -> OfficeResult<Staff>;

    /// Whether a one-time link for the first account is good.
    async fn first_account_open(&self, token: &str) -> OfficeResult<bool>;

    /// Makes the first account (role `admin` is not enough to work a queue, so the first account is
    /// a custodian who may also administer) from the one-time link, which is then used up.
    async fn first_account(&self, account: NewPassword) -> OfficeResult<Staff>;

    /// Closures of office and court, oldest first, those that were taken back too.
    async fn closures(&self) -> OfficeResult<Vec<ClosureLine>>;

    /// Takes back a closure that was entered by mistake, by an entry that says so. Days that begin from then on are worked out
    /// without it; days that people were told do not get shorter.
    async fn take_back_closure(&self, by: &Administrator, closure: Closure) -> OfficeResult<()>;

    /// Whether who filed a request was erased, when and why.
    async fn erasure(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<Erasure>>;

    /// Erases who filed a request and their words; the docket stays, and says so.
    async fn erase(&self, by: &Administrator, number: &TrackingNumber, reason: String) -> OfficeResult<()>;

    /// Adds a closure with its reason; deadlines worked out from then on take it into account.
    async fn add_closure(&self, by: &Administrator, closure: Closure) -> OfficeResult<()>;
}
