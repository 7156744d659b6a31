//! The register of recordings, as staff see it.

use jiff::civil::DateTime;
use law::{
    Date,
    bar::Bar,
    capacity::{CapacityKind, CapacityProof},
    closeness::Tie,
    deletion_list::ListActKind,
    notice::{NoticeActKind, NoticeStateKind, ReleaseBar},
    person::Person,
    proposal::ProposalKind,
    recording::{RecordingStatus, Scene, StatusChangeKind},
    release::StopGround,
    request::Media,
    request_order::CourtCase,
    retention::{DeletionBar, KeepGround},
    viewing::ViewingStep,
};

use super::{AccountEvent, orders::OrderLine};
use crate::{Errors, TrackingNumber, forms::FileKind};

/// What a list of recordings is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordingFilter {
    /// Part of the number, place, officer or incident number; empty for all.
    pub q: String,
    /// The day on which it was made.
    pub day: Option<Date>,
    /// From 1.
    pub page: u32,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordingLine {
    /// Our id.
    pub id: String,
    /// Number in the evidence system.
    pub source_id: String,
    /// Which kind of camera.
    pub camera: Media,
    /// Whose camera.
    pub officer: String,
    /// Beginning, in the agency's time zone.
    pub started: DateTime,
    /// Where.
    pub place: String,
    /// Legal status.
    pub status: RecordingStatus,
    /// Day of deletion, if it is gone.
    pub deleted_on: Option<Date>,
}

/// A page of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordingPage {
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<RecordingLine>,
    /// How many fit the filter.
    pub total: u64,
    /// From 1.
    pub page: u32,
}

/// One entry of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Day, in the agency's time zone.
    pub on: Date,
    /// Name of the member of staff who did it; none for what came through the portal or by a command.
    pub staff: Option<String>,
    /// What was done.
    pub act: AuditAct,
    /// The provision that was relied on.
    pub citation: Option<String>,
}

/// What can happen to a recording.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum AuditAct {
    /// It was entered.
    Registered,
    /// Its legal status became this.
    Status {
        /// The new status.
        status: RecordingStatus,
        /// Why, in the custodian's words.
        reason: String,
    },
    /// What it shows was judged.
    Judged {
        /// Where it was made.
        scene: Scene,
        /// Whether its people log is complete.
        people_logged: bool,
    },
    /// It answers a request.
    Linked {
        /// Its number.
        number: String,
    },
    /// It was linked to a request by mistake.
    LinkTakenBack {
        /// The request's number.
        number: String,
        /// Why, in the custodian's words.
        reason: String,
    },
    /// A coverage sheet was kept on a request.
    CoverageKept {
        /// How many cameras were expected.
        cameras: u64,
        /// How many gaps it has.
        gaps: u64,
    },
    /// A deletion list was made.
    DeletionListMade {
        /// How many recordings are on it.
        recordings: u64,
    },
    /// A deletion list was approved, sent back, or compared.
    DeletionListActed {
        /// What was done.
        done: ListActKind,
    },
    /// What the evidence system deleted was compared with a deletion list.
    DeletionsCompared {
        /// How many recordings it named.
        reported: u64,
        /// How many of them had to stay, or nobody let go.
        losses: u64,
        /// How many of the list it did not name.
        not_deleted: u64,
    },
    /// The evidence system deleted it although it had to be kept: a breach.
    DeletedInBreach {
        /// The retention rule relied on.
        rule: String,
        /// Why it had to be kept.
        kept_for: DeletionBar,
    },
    /// Somebody was taken out of the people log.
    PersonTakenOut {
        /// Why, in the custodian's words.
        reason: String,
    },
    /// The evidence system deleted it.
    Deleted {
        /// The retention rule relied on.
        rule: String,
    },
    /// A person was added to the people log, or what it says of them changed.
    PersonLogged {
        /// What it said before, where it said anything.
        was: Option<Box<Person>>,
        /// What it says now.
        is: Box<Person>,
    },
    /// Somebody opened how to reach a person.
    ContactOpened,
    /// How to reach a person was kept.
    ContactKept,
    /// A family viewing was offered.
    ViewingOffered,
    /// A step of a family viewing was taken.
    ViewingStepped {
        /// Which.
        step: ViewingStep,
    },
    /// Somebody was entered who acts for a person shown, or for whoever filed.
    CapacityEntered {
        /// In which capacity.
        kind: CapacityKind,
        /// Whether it takes the place of a wrong entry.
        corrects: bool,
    },
    /// What proves a capacity was seen.
    CapacityVerified {
        /// Which capacity.
        kind: CapacityKind,
        /// What proves it.
        proof: CapacityProof,
    },
    /// A capacity ended.
    CapacityEnded {
        /// Which.
        kind: CapacityKind,
    },
    /// A notice was opened.
    NoticeOpened,
    /// Something was done to a notice.
    NoticeActed {
        /// What.
        did: NoticeActKind,
        /// The state that followed.
        state: NoticeStateKind,
        /// The number of the entry of this notice that it takes back, if it does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<i64>,
        /// The day on which it happened, as it was entered, where that lies before the entry.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Date>,
    },
    /// The person entered the letter's code, or objected.
    NoticeAnswered {
        /// The state that followed.
        state: NoticeStateKind,
    },
    /// The person wrote that they are ready to agree, or want to talk about it.
    ConsentWished,
    /// A closure of the court lengthened the person's days.
    NoticeRecounted {
        /// The last of them now.
        last_day: Date,
    },
    /// A file of the recording was kept.
    FileKept {
        /// What it is.
        what: FileKind,
        /// Its SHA-256.
        sha256: String,
        /// SHA-256 of what was sent, where something was taken out of it before it was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sent: Option<String>,
    },
    /// The redaction list of a copy was set.
    RedactionsSet {
        /// How many lines it has.
        lines: u64,
    },
    /// A second person approved exactly this file.
    CopyApproved {
        /// Its SHA-256.
        sha256: String,
    },
    /// A copy was released on a request.
    Released {
        /// Its number.
        number: String,
        /// SHA-256 of the file.
        sha256: String,
    },
    /// Somebody proposed a released copy for the public library, or another title or warning there.
    PublicationProposed {
        /// Its title there.
        title: String,
        /// Which version of the release in the library, from 1.
        no: u64,
    },
    /// A released copy was put into the public library.
    Published {
        /// Its title there.
        title: String,
        /// Which version; not known where one person alone put it there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        no: Option<u64>,
    },
    /// What was proposed for the public library was sent back.
    PublicationSentBack {
        /// Which version.
        no: u64,
        /// Why.
        reason: String,
    },
    /// A released copy was taken out of the public library, while its delivery went on.
    TakenDown {
        /// In a custodian's words, where one did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// What no longer lets it be there, where the portal did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bar: Option<ReleaseBar>,
    },
    /// Its links stopped: the footage was closed again, or a court forbids what it shows.
    LinksStopped {
        /// Why; not known of those that stopped long ago.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ground: Option<StopGround>,
        /// In a custodian's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// An order was entered.
    OrderEntered,
    /// A second person compared the order with the court's document.
    OrderVerified,
    /// A court stayed the order.
    OrderStayed {
        /// Since when.
        since: Date,
    },
    /// The stay ended.
    StayLifted,
    /// Something that frees was entered: it waits for a second person.
    Proposed {
        /// What.
        kind: ProposalKind,
    },
    /// A second person verified it: it is done.
    ProposalVerified {
        /// What.
        kind: ProposalKind,
    },
    /// It was refused, and is not done.
    ProposalRefused {
        /// What.
        kind: ProposalKind,
        /// Why.
        reason: String,
    },
    /// Somebody opened what a requester wrote of themselves and of what they ask for.
    PrivateOpened,
    /// Somebody opened the queue with names and places of requesters.
    NamesListed,
    /// A request was given to somebody.
    Assigned {
        /// Name of who was given it; `None`: nobody has it from then on.
        to: Option<String>,
        /// Which of those that were given together, from 1.
        no: u32,
        /// How many were given together.
        of: u32,
    },
    /// It was suggested for a request, and somebody said that it does not answer it.
    SuggestionRefused {
        /// Number of the request.
        number: String,
    },
    /// A request was joined with another about the same incident.
    RequestsJoined {
        /// Number of the other.
        number: String,
    },
    /// That join was taken back.
    JoinTakenBack {
        /// Number of the other.
        number: String,
    },
    /// Somebody opened what a person shown wrote in their objections, and how they want the answer.
    ObjectionOpened,
    /// Somebody opened a court case in which something is sealed.
    SealedCaseOpened,
    /// Somebody opened a paper that came with an objection.
    PaperOpened {
        /// Its SHA-256.
        sha256: String,
    },
    /// Somebody opened an original or a copy.
    FileOpened {
        /// Which.
        what: FileKind,
        /// Its SHA-256.
        sha256: String,
    },
    /// A new access code was given out to who said that they filed a request.
    CodeReissued {
        /// What showed that it is theirs.
        ground: CodeGround,
    },
    /// Something happened to an account.
    Account(AccountEvent),
    /// The template of a kind of letter was changed.
    TemplatePublished {
        /// Key of the kind.
        kind: String,
        /// The version's number.
        version: i64,
        /// Why.
        reason: String,
    },
    /// An operator confirmed the machine's clock.
    ClockConfirmed {
        /// So many entries ahead of it were set aside: no day is taken from them any more.
        set_aside: u64,
        /// Why.
        reason: String,
    },
}

/// What shows that a request is somebody's who lost its access code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeGround {
    /// They told facts of the incident that only who filed knows.
    Facts,
    /// They showed who they are.
    Identity,
    /// They showed that they act for who filed.
    Authority,
}

law::keyed!(CodeGround {
    Facts => "facts",
    Identity => "identity",
    Authority => "authority",
});

impl AuditAct {
    /// Its key, as in JSON.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Status { .. } => "status",
            Self::Judged { .. } => "judged",
            Self::Linked { .. } => "linked",
            Self::LinkTakenBack { .. } => "link_taken_back",
            Self::DeletedInBreach { .. } => "deleted_in_breach",
            Self::PersonTakenOut { .. } => "person_taken_out",
            Self::Deleted { .. } => "deleted",
            Self::PersonLogged { .. } => "person_logged",
            Self::ContactOpened => "contact_opened",
            Self::ContactKept => "contact_kept",
            Self::ViewingOffered => "viewing_offered",
            Self::ViewingStepped { .. } => "viewing_stepped",
            Self::CapacityEntered { .. } => "capacity_entered",
            Self::CapacityVerified { .. } => "capacity_verified",
            Self::CapacityEnded { .. } => "capacity_ended",
            Self::NoticeOpened => "notice_opened",
            Self::NoticeActed { .. } => "notice_acted",
            Self::NoticeAnswered { .. } => "notice_answered",
            Self::ConsentWished => "consent_wished",
            Self::NoticeRecounted { .. } => "notice_recounted",
            Self::FileKept { .. } => "file_kept",
            Self::RedactionsSet { .. } => "redactions_set",
            Self::CopyApproved { .. } => "copy_approved",
            Self::Released { .. } => "released",
            Self::PublicationProposed { .. } => "publication_proposed",
            Self::Published { .. } => "published",
            Self::PublicationSentBack { .. } => "publication_sent_back",
            Self::TakenDown { .. } => "taken_down",
            Self::LinksStopped { .. } => "links_stopped",
            Self::OrderEntered => "order_entered",
            Self::OrderVerified => "order_verified",
            Self::OrderStayed { .. } => "order_stayed",
            Self::StayLifted => "stay_lifted",
            Self::Proposed { .. } => "proposed",
            Self::ProposalVerified { .. } => "proposal_verified",
            Self::ProposalRefused { .. } => "proposal_refused",
            Self::ClockConfirmed { .. } => "clock_confirmed",
            Self::CoverageKept { .. } => "coverage_kept",
            Self::DeletionListMade { .. } => "deletion_list_made",
            Self::DeletionListActed { .. } => "deletion_list_acted",
            Self::DeletionsCompared { .. } => "deletions_compared",
            Self::TemplatePublished { .. } => "template_published",
            Self::PrivateOpened => "private_opened",
            Self::NamesListed => "names_listed",
            Self::Assigned { .. } => "assigned",
            Self::SuggestionRefused { .. } => "suggestion_refused",
            Self::RequestsJoined { .. } => "requests_joined",
            Self::JoinTakenBack { .. } => "join_taken_back",
            Self::ObjectionOpened => "objection_opened",
            Self::SealedCaseOpened => "sealed_case_opened",
            Self::PaperOpened { .. } => "paper_opened",
            Self::FileOpened { .. } => "file_opened",
            Self::CodeReissued { .. } => "code_reissued",
            Self::Account(event) => event.key(),
        }
    }
}

/// Why a recording must be kept, from whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFor {
    /// The reason.
    pub ground: KeepGround,
    /// The suit that holds it, where one does: our id of the case, court and number.
    pub suit: Option<(String, CourtCase)>,
    /// The request that holds it, where one does.
    pub number: Option<TrackingNumber>,
    /// Last day, if there is one.
    pub last_day: Option<Date>,
}

/// A recording with everything that the office knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordingView {
    /// How many hours after its end it was uploaded, where that was late: more than a day.
    pub uploaded_late: Option<i64>,
    /// Other recordings of the same incident, each with why, by time.
    pub together: Vec<(RecordingLine, Tie)>,
    /// As in the list.
    pub line: RecordingLine,
    /// End, in the agency's time zone.
    pub ended: DateTime,
    /// When it reached the evidence system.
    pub uploaded: Option<DateTime>,
    /// Name of the division.
    pub division: Option<String>,
    /// Number of the incident.
    pub incident_number: Option<String>,
    /// Category of the evidence system; none while nobody has classified it.
    pub category: Option<String>,
    /// Where it was made, and whether 610.205 protects what it shows.
    pub scene: Scene,
    /// Goes back with a change, so that two custodians cannot overwrite each other.
    pub version: i64,
    /// Today.
    pub today: Date,
    /// Changes of its status: possible now, or what stands in the way.
    pub changes: Vec<(StatusChangeKind, Option<Bar>)>,
    /// Whether its people log was declared complete.
    pub people_logged: bool,
    /// Orders that name it.
    pub orders: Vec<OrderLine>,
    /// Requests that it answers.
    pub requests: Vec<TrackingNumber>,
    /// Requests that ask about this time, and are not linked.
    pub suggested: Vec<TrackingNumber>,
    /// What it must be kept for.
    pub kept_for: Vec<KeptFor>,
    /// Why it had to be kept when it was deleted all the same.
    pub breach: Option<DeletionBar>,
    /// Why it may not be deleted today; none if it may.
    pub undeletable: Option<DeletionBar>,
    /// What happened, oldest first.
    pub entries: Vec<AuditEntry>,
    /// Whether the reader may change anything.
    pub may_change: bool,
    /// Whether the reader is its officer, and so does not decide on it.
    pub conflict: bool,
}

/// A line of a CSV file that cannot be registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Line of the file, from 1; the header is line 1.
    pub line: u64,
    /// What is wrong, by column.
    pub errors: Errors,
}

/// How an import went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Recordings registered, or that would be.
    pub good: u64,
    /// Lines that cannot be.
    pub bad: Vec<BadLine>,
    /// Whether anything was written.
    pub kept: bool,
}
