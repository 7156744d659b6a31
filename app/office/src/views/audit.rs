//! The audit log as people look through it, and who read unusually much.

use jiff::Zoned;
use law::{Date, event::Event, keyed, request::ActKind};

use super::AuditAct;

/// What an entry of the audit log is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum AuditSubject {
    Recording,
    Person,
    Notice,
    Order,
    CourtCase,
    Release,
    Request,
    Account,
    DeletionList,
    Portal,
}

keyed!(AuditSubject {
    Recording => "recording",
    Person => "person",
    Notice => "notice",
    Order => "order",
    CourtCase => "court_case",
    Release => "release",
    Request => "request",
    Account => "account",
    DeletionList => "deletion_list",
    Portal => "portal",
});

/// Every key of what the audit log tells, as [`super::AuditAct::key`] gives it, by what it is about.
pub const AUDIT_KINDS: &[&str] = &[
    "private_opened",
    "names_listed",
    "assigned",
    "code_reissued",
    "objection_opened",
    "sealed_case_opened",
    "paper_opened",
    "file_opened",
    "contact_opened",
    "contact_kept",
    "viewing_offered",
    "viewing_stepped",
    "capacity_entered",
    "capacity_verified",
    "capacity_ended",
    "registered",
    "status",
    "judged",
    "linked",
    "link_taken_back",
    "suggestion_refused",
    "requests_joined",
    "join_taken_back",
    "deleted",
    "deleted_in_breach",
    "coverage_kept",
    "deletion_list_made",
    "deletion_list_acted",
    "deletions_compared",
    "person_logged",
    "person_taken_out",
    "notice_opened",
    "notice_acted",
    "notice_answered",
    "consent_wished",
    "notice_recounted",
    "file_kept",
    "redactions_set",
    "copy_approved",
    "released",
    "publication_proposed",
    "published",
    "publication_sent_back",
    "taken_down",
    "links_stopped",
    "order_entered",
    "order_verified",
    "order_stayed",
    "stay_lifted",
    "proposed",
    "proposal_verified",
    "proposal_refused",
    "account_made",
    "link_made",
    "link_used",
    "password_changed",
    "password_set",
    "account_disabled",
    "account_enabled",
    "role_changed",
    "signed_out",
    "signed_in",
    "tries_slowed",
    "officer_set",
    "factor_enrolled",
    "factor_removed",
    "recovery_codes_made",
    "recovery_code_used",
    "clock_confirmed",
    "template_published",
];

/// Acts of the docket that are the requester's alone, so that no line of the staff's or the portal's has them.
const REQUESTERS_ALONE: [ActKind; 4] = [
    ActKind::AnswerClarification,
    ActKind::AskGrounds,
    ActKind::Write,
    ActKind::Withdraw,
];

/// Every kind that the list is filtered by: [`AUDIT_KINDS`], then the acts on requests, as the docket keys them.
pub fn audit_kinds() -> impl Iterator<Item = &'static str> {
    let acts = ActKind::ALL.into_iter().filter(|kind| !REQUESTERS_ALONE.contains(kind));
    AUDIT_KINDS
        .iter()
        .copied()
        .chain(["file", "erase", "reissue_code"])
        .chain(acts.map(ActKind::key))
}

/// Which entries of audit log and dockets are wanted; what is empty does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Id of an account; [`Self::PORTAL`] for what nobody on the staff did.
    pub who: String,
    /// What it is about.
    pub subject: Option<AuditSubject>,
    /// Id of what it is about; of a request, its number.
    pub id: String,
    /// One of [`audit_kinds`].
    pub act: String,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// From 1.
    pub page: u32,
}

impl AuditFilter {
    /// Stands for whoever has no account: the portal itself, the operator, people who answer.
    pub const PORTAL: &'static str = "portal";
}

/// What a line of the list tells, by the history that keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditDeed {
    /// An entry of the audit log.
    Logged(AuditAct),
    /// An entry of the docket of a request, made by staff or by the portal.
    Docket {
        /// Key of the act, `file` or `erase`.
        act: String,
        /// What happened; the public reads the same.
        event: Event,
    },
}

impl AuditDeed {
    /// Its kind, one of [`audit_kinds`].
    pub fn key(&self) -> &str {
        match self {
            Self::Logged(act) => act.key(),
            Self::Docket { act, .. } => act,
        }
    }
}

/// An entry of audit log or docket with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// Key of the [`AuditSubject`].
    pub subject: String,
    /// Its id; of a request, its number.
    pub id: String,
    /// When, in the agency's time zone.
    pub at: Zoned,
    /// Its day there.
    pub on: Date,
    /// Name of the member of staff who did it; none for what nobody on the staff did.
    pub staff: Option<String>,
    /// What was done.
    pub deed: AuditDeed,
    /// The provision that was relied on.
    pub citation: Option<String>,
}

/// A page of audit log and dockets together, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditPage {
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<AuditLine>,
    /// How many there are.
    pub total: u64,
    /// From 1.
    pub page: u32,
    /// Every account: id and name, by name.
    pub people: Vec<(String, String)>,
}

/// What somebody opened on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingLine {
    /// Account's id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The day.
    pub on: Date,
    /// Private parts of requests, words of objections and their papers.
    pub private_parts: u64,
    /// Originals and copies.
    pub files: u64,
    /// Ways to reach a person.
    pub contacts: u64,
    /// The queue with names and words of requesters: its lists, and what is found in it.
    pub lists: u64,
}

impl ReadingLine {
    /// All together.
    pub const fn opened(&self) -> u64 {
        self.private_parts + self.files + self.contacts + self.lists
    }
}

/// Who opened unusually much, with the figures that say what is unusual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingReport {
    /// First day looked at.
    pub from: Date,
    /// Last day looked at.
    pub to: Date,
    /// How many days of somebody with at least one opening there were.
    pub days: u64,
    /// The median of what somebody opened on such a day; of two middle ones the lower.
    pub median: u64,
    /// From how many openings a day on it is listed.
    pub threshold: u64,
    /// The days listed, the most first.
    pub lines: Vec<ReadingLine>,
}

/// A day with fewer openings is never unusual.
const NEVER_BELOW: u64 = 10;
/// More than so many times the median is unusual.
const TIMES: u64 = 3;
/// Days looked at.
pub const READING_DAYS: i32 = 90;

impl ReadingReport {
    /// Finds the days on which somebody opened unusually much: more than three times the median, and at least ten.
    pub fn of(from: Date, to: Date, mut all: Vec<ReadingLine>) -> Self {
        all.sort_by_key(ReadingLine::opened);
        let median = all.get(all.len().saturating_sub(1) / 2).map_or(0, ReadingLine::opened);
        let threshold = (median * TIMES + 1).max(NEVER_BELOW);
        let days = u64::try_from(all.len()).unwrap_or(u64::MAX);
        all.retain(|line| line.opened() >= threshold);
        all.reverse();
        Self {
            from,
            to,
            days,
            median,
            threshold,
            lines: all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_filtered_by_a_key_of_its_own() {
        let mut kinds: Vec<_> = audit_kinds().collect();
        let all = kinds.len();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), all);
    }

    #[test]
    fn a_day_is_unusual_by_what_is_usual_here() {
        let day: Date = "2026-02-04".parse().expect("a day");
        let line = |opened| ReadingLine {
            id: "a".into(),
            name: "Ana".into(),
            on: day,
            private_parts: opened,
            files: 0,
            contacts: 0,
            lists: 0,
        };
        let few = ReadingReport::of(day, day, [1, 2, 2, 9].map(line).to_vec());
        assert_eq!((few.median, few.threshold, few.lines.len()), (2, 10, 0));
        let many = ReadingReport::of(day, day, [4, 5, 5, 16, 40].map(line).to_vec());
        assert_eq!((many.median, many.threshold), (5, 16));
        let listed: Vec<u64> = many.lines.iter().map(ReadingLine::opened).collect();
        assert_eq!(listed, [40, 16]);
        assert_eq!(ReadingReport::of(day, day, Vec::new()).threshold, 10);
    }
}
