//! What the forms of the console are made of: acts and fields, by name.

use law::{
    court::EntryKind, disclosure_order::OrderActKind, notice::NoticeActKind, proposal::ProposalActKind,
    recording::RecordingActKind, redaction::CopyActKind, release::ReleaseActKind,
};

/// What a form of the console does, as its field `act` carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsoleAct {
    /// Registers a recording.
    Register,
    /// Registers the lines of a file.
    Import,
    /// Something done to a recording.
    Recording(RecordingActKind),
    /// Something done to its files.
    Copy(CopyActKind),
    /// Something said of a person in a people log.
    Person(PersonActKind),
    /// Something done to a notice.
    Notice(NoticeActKind),
    /// Enters an order.
    EnterOrder,
    /// Something done to an order.
    Order(OrderActKind),
    /// Enters a court case.
    EnterCase,
    /// Enters something in a court case.
    Court(EntryKind),
    /// Something done to what waits for a second person.
    Proposal(ProposalActKind),
    /// Something done for a release.
    Release(ReleaseActKind),
}

/// What is said of a person in a people log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonActKind {
    /// What the log says of them.
    Person,
    /// How to reach them.
    Contact,
    /// That they are not in the recording after all.
    TakeOut,
    /// That everybody in the recording is in the log.
    Complete,
}

impl PersonActKind {
    /// Its key, as forms carry it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Contact => "contact",
            Self::TakeOut => "take_out",
            Self::Complete => "complete",
        }
    }

    /// The one with this key, if any.
    pub fn parse(key: &str) -> Option<Self> {
        [Self::Person, Self::Contact, Self::TakeOut, Self::Complete]
            .into_iter()
            .find(|kind| kind.key() == key)
    }
}

impl ConsoleAct {
    /// Its key, as forms and addresses carry it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Import => "import",
            Self::Recording(kind) => kind.key(),
            Self::Copy(kind) => kind.key(),
            Self::Person(kind) => kind.key(),
            Self::Notice(kind) => kind.key(),
            Self::EnterOrder => "order",
            Self::Order(kind) => kind.key(),
            Self::EnterCase => "case",
            Self::Court(kind) => kind.key(),
            Self::Proposal(kind) => kind.key(),
            Self::Release(kind) => kind.key(),
        }
    }
}

macro_rules! acts {
    ($($act:ident($kind:ty)),+) => {
        $(impl From<$kind> for ConsoleAct {
            fn from(kind: $kind) -> Self {
                Self::$act(kind)
            }
        })+
    };
}

acts!(
    Recording(RecordingActKind),
    Copy(CopyActKind),
    Person(PersonActKind),
    Notice(NoticeActKind),
    Order(OrderActKind),
    Court(EntryKind),
    Proposal(ProposalActKind),
    Release(ReleaseActKind)
);

named_fields! {
    /// A field of a form of the console.
    ConsoleField:
    SourceId => "source_id",
    Camera => "camera",
    Officer => "officer",
    Division => "division",
    StartedAt => "started_at",
    EndedAt => "ended_at",
    UploadedAt => "uploaded_at",
    Place => "place",
    IncidentNumber => "incident_number",
    Category => "category",
    LocationKind => "location_kind",
    Csv => "csv",
    CsvFile => "csv_file",
    Change => "change",
    On => "on",
    Ground => "ground",
    Reason => "reason",
    Number => "number",
    Rule => "rule",
    Breach => "breach",
    CrimeScene => "crime_scene",
    PeopleLogged => "people_logged",
    Kind => "kind",
    Court => "court",
    CaseNumber => "case_number",
    Judge => "judge",
    Dated => "dated",
    Effective => "effective",
    LastDay => "last_day",
    Scope => "scope",
    Hide => "hide",
    Excused => "excused",
    TermTime => "term_time",
    TermPlace => "term_place",
    TermMethod => "term_method",
    TermScope => "term_scope",
    TermPersonsPresent => "term_persons_present",
    TermRedactions => "term_redactions",
    TermConfidentiality => "term_confidentiality",
    Document => "document",
    AppealBy => "appeal_by",
    CaseKind => "case_kind",
    Caption => "caption",
    Filing => "filing",
    By => "by",
    FiledOn => "filed_on",
    ServedOn => "served_on",
    RespondBy => "respond_by",
    Numbers => "numbers",
    Sources => "sources",
    Seal => "seal",
    SealDated => "seal_dated",
    FromRequester => "from_requester",
    Role => "role",
    NextDay => "next_day",
    Order => "order",
    Entry => "entry",
    Holder => "holder",
    Papers => "papers",
    Reply => "reply",
    Pseudonym => "pseudonym",
    Seen => "seen",
    Heard => "heard",
    Facts => "facts",
    Receiver => "receiver",
    Name => "name",
    PostalAddress => "postal_address",
    Email => "email",
    EmailAgreedOn => "email_agreed_on",
    Phone => "phone",
    Language => "language",
    SafeContact => "safe_contact",
    Channel => "channel",
    To => "to",
    Audience => "audience",
    Proof => "proof",
    Notice => "notice",
    Checked => "checked",
    How => "how",
    Identity => "identity",
    Filed => "filed",
    Served => "served",
    Action => "action",
    Decision => "decision",
    Until => "until",
    Ends => "ends",
    Copy => "copy",
    Objection => "objection",
    Answer => "answer",
    Reasons => "reasons",
    Relief => "relief",
    Asks => "asks",
    Cut => "cut",
    WaitUntil => "wait_until",
    Grounds => "grounds",
    Capacity => "capacity",
    Words => "words",
    Since => "since",
    FileKind => "file_kind",
    File => "file",
    Redactions => "redactions",
    Sha256 => "sha256",
    Terms => "terms",
    Warned => "warned",
    Release => "release",
    Publication => "publication",
    Title => "title",
    Warning => "warning",
    ToRequester => "to_requester",
    Act => "act",
}

#[cfg(test)]
mod tests;
