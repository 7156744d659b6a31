//! What the office answers: everything a page shows, nothing it may not.

mod audit;
mod capacities;
mod contents;
mod court;
mod coverage;
mod deletions;
mod home;
mod imports;
mod letter_preview;
mod letters;
mod log;
mod matches;
mod notes;
mod notices;
mod orders;
mod papers;
mod private;
mod program;
mod proposals;
mod queue;
mod recordings;
mod releases;
mod request;
mod staff;
mod statistics;
mod tasks;
mod timeline;
mod viewings;
pub use audit::{
    AUDIT_KINDS, AuditDeed, AuditFilter, AuditLine, AuditPage, AuditSubject, READING_DAYS, ReadingLine, ReadingReport,
    audit_kinds,
};
pub use capacities::{CapacitiesView, CapacityLine};
pub use contents::{FileContents, FileTrack, RemovedKind, RemovedPart, TrackKind};
pub use court::{CourtEntryView, CourtLine, CourtPage, CourtView, OwnCase};
pub use coverage::CoverageView;
pub use deletions::{
    DeletionDifference, DeletionListLine, DeletionListView, DeletionStep, KeptOnList, ListedRecording,
};
pub use home::Figures;
pub use imports::{CsvFile, ImportFault, ImportLine, ImportStage, ImportView};
pub use letter_preview::{
    LetterPart, LetterPreview, LetterText, PreviewedLetter, ReadingGrade, SentText, TemplateLine, TemplateVersion,
    TemplateView,
};
pub use letters::{
    LetterActKind, LetterCause, LetterCounts, LetterView, LettersOf, LettersPage, LettersView, MailLine, MailState,
    PaperLine, ToldBy,
};
pub use log::{FEED_LINES, LogFilter, LogLine, LogPage, PAGE_LINES};
pub use matches::{
    LinkedRecording, RequestRecordings, SIMILAR_COMPARED, SUGGESTED_LINES, SimilarRequest, SuggestedRecording,
};
pub use notes::{MentionLine, NoteLine, NoteSubject, Notes};
pub use notices::{
    DepictedView, GenuineLetter, NoticeEnd, NoticeLine, NoticeView, NoticesPage, NoticesView, ObjectionReceipt,
    ObjectionView, PeopleLog, PersonLine, PersonView, PrintRun, ReceivedObjection, ReleasedOn, SentLetter, WishView,
    newest_answer,
};
pub use orders::{OrderLine, OrderPage, OrderView};
pub use papers::{Paper, PaperFile, RelationProof};
pub use private::{MessageView, PrivateView};
pub use program::{ProgramText, ProgramVersion};
pub use proposals::{ProposalLine, ProposalView};
pub use queue::{
    AbsenceLine, Absences, Assignee, AssignmentLine, Assignments, CodeReissueView, DueIn, Holder, PrivatePart,
    QueueChoice, QueueColumn, QueueCounts, QueueFilter, QueueLine, QueuePage, QueuePrivate, QueueSort, QueueView,
    StaffDocketLine, StaffRequest,
};
pub use recordings::{
    AuditAct, AuditEntry, BadLine, CodeGround, ImportReport, KeptFor, RecordingFilter, RecordingLine, RecordingPage,
    RecordingView,
};
pub use releases::{
    CopyView, DisplayWindow, FilesView, LibraryFile, LibraryPage, NoticeChoice, OriginalView, PublicationDecision,
    PublicationEnd, PublicationEnded, PublicationLine, PublicationList, PublicationPage, PublicationVersion,
    PublicationView, ReleaseView, ReleasedView, StopView, WithheldPart,
};
pub use request::{Actor, ClockView, DocketLine, HeldView, PublicStatus, Receipt, VideoStanding};
pub use staff::{
    Account, AccountEvent, AccountView, ClosureLine, Enrollment, Erasure, LinkHolder, LinkPurpose, OneTimeLink,
    OwnAccount, Role, Staff, StaffSession,
};
pub use statistics::Statistics;
pub use tasks::{CopyToApprove, OrderToVerify, Task, TaskKind, ToVerify};
pub use timeline::TimelineSheet;
pub use viewings::{FamilyViewing, ViewingLine, ViewingStepView, ViewingView, ViewingsView};
