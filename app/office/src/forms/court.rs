//! Court cases: what is typed about one, and what list is asked for.

use std::collections::BTreeSet;

use law::{
    Date,
    bar::{Bar, Reason},
    court::{CaseKind, EntryKind, PartyRole, Who},
};
use serde::{Deserialize, Serialize};

use super::{NewPaper, RefusedValue, TEXT_MAX, field, refused_value::after};
use crate::{Errors, Problem, TrackingNumber};

/// Which cases a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CourtList {
    /// Those that are not over.
    #[default]
    Open,
    /// Of these those with a day in the next seven days, or past.
    Due,
    /// Of these those that the reader has.
    Mine,
    /// Of these those that nobody has.
    Nobody,
    /// Those that are over.
    Ended,
    /// All.
    All,
}

law::keyed!(CourtList {
    Open => "open",
    Due => "due",
    Mine => "mine",
    Nobody => "nobody",
    Ended => "ended",
    All => "all",
});

/// A part of the list of cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourtFilter {
    /// Which.
    pub list: CourtList,
    /// Words of court, number, caption, tracking number or recording.
    pub q: String,
    /// From 1.
    pub page: u32,
}

/// The form at `/staff/court/new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct CourtCaseForm {
    pub act: String,
    pub case_kind: String,
    pub court: String,
    pub case_number: String,
    pub caption: String,
    /// Key of the [`EntryKind`] that begins it: a petition or a motion.
    pub filing: String,
    pub by: String,
    pub filed_on: String,
    pub served_on: String,
    pub respond_by: String,
    /// Tracking numbers, one a line.
    pub numbers: String,
    /// Numbers in the evidence system, one a line.
    pub sources: String,
    /// `yes`: sealed.
    pub seal: String,
    pub seal_dated: String,
    /// `yes`: against whoever filed the request, too.
    pub from_requester: String,
}

echo!(CourtCaseForm {
    case_kind,
    court,
    case_number,
    caption,
    filing,
    by,
    filed_on,
    served_on,
    respond_by,
    numbers,
    sources,
    seal,
    seal_dated,
    from_requester
});

/// A case that can be put to the law.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the form, read")]
pub struct NewCase {
    pub kind: CaseKind,
    pub court: String,
    pub case_number: String,
    pub caption: String,
    pub filing: EntryKind,
    pub by: Who,
    pub filed_on: Date,
    pub served_on: Option<Date>,
    pub respond_by: Option<Date>,
    pub numbers: Vec<TrackingNumber>,
    pub sources: Vec<String>,
    pub seal: Option<Seal>,
    pub document: Option<NewPaper>,
}

/// A seal, as the court's order says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Day of the order.
    pub dated: Date,
    /// Whether it is against whoever filed the request, too.
    pub from_requester: bool,
}

/// Lines that are not empty, each once.
fn lines(text: &str) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let typed = text.split(['\n', ',', ';']).map(str::trim);
    typed.filter(|line| !line.is_empty() && seen.insert(*line)).collect()
}

impl CourtCaseForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self) -> Result<NewCase, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let kind = field::required_choice(e, "case_kind", &self.case_kind, CaseKind::parse);
        let court = field::required(e, "court", &self.court, 120);
        let case_number = field::required(e, "case_number", &self.case_number, 60);
        let caption = field::line(e, "caption", &self.caption, 200);
        let files =
            |key: &str| EntryKind::parse(key).filter(|kind| matches!(kind, EntryKind::Petition | EntryKind::Motion));
        let filing = field::required_choice(e, "filing", &self.filing, files);
        let by = field::required_choice(e, "by", &self.by, Who::parse);
        let filed_on = field::required_date(e, "filed_on", &self.filed_on);
        let served_on = field::date(e, "served_on", &self.served_on);
        field::in_order(e, filed_on, "served_on", served_on);
        let respond_by = field::date(e, "respond_by", &self.respond_by);
        field::in_order(e, filed_on, "respond_by", respond_by);
        let mut numbers = Vec::new();
        for typed in lines(&self.numbers) {
            match TrackingNumber::parse(typed) {
                Ok(number) => numbers.push(number),
                Err(problem) => e.add("numbers", problem),
            }
        }
        let sources: Vec<String> = lines(&self.sources).into_iter().map(str::to_owned).collect();
        if numbers.is_empty() && sources.is_empty() && self.numbers.trim().is_empty() {
            e.add("numbers", Problem::Missing);
        }
        if self.seal.is_empty() && !(self.seal_dated.trim().is_empty() && self.from_requester.is_empty()) {
            e.add("seal", Problem::Missing);
        }
        field::in_order(
            e,
            filed_on,
            "seal_dated",
            field::date(&mut Errors::default(), "seal_dated", &self.seal_dated),
        );
        let seal = (!self.seal.is_empty())
            .then(|| field::required_date(e, "seal_dated", &self.seal_dated))
            .flatten()
            .map(|dated| Seal {
                dated,
                from_requester: !self.from_requester.is_empty(),
            });
        match (kind, filing, by, filed_on) {
            (Some(kind), Some(filing), Some(by), Some(filed_on)) if errors.is_empty() => Ok(NewCase {
                kind,
                court,
                case_number,
                caption,
                filing,
                by,
                filed_on,
                served_on,
                respond_by,
                numbers,
                sources,
                seal,
                document: None,
            }),
            _ => Err(errors),
        }
    }
}

impl RefusedValue for CourtCaseForm {
    fn refused_by(&self, bar: &Bar) -> Option<&'static str> {
        match &bar.reason {
            Reason::InFuture { latest } => Some(if after(&self.filed_on, *latest) {
                "filed_on"
            } else if after(&self.served_on, *latest) {
                "served_on"
            } else {
                "seal_dated"
            }),
            Reason::MotionLate { .. } => Some("filed_on"),
            Reason::BeforeFiling { .. } => Some("served_on"),
            _ => None,
        }
    }
}

/// The forms at `/staff/court/{id}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct CourtEntryForm {
    /// Key of the [`EntryKind`].
    pub act: String,
    pub version: String,
    pub on: String,
    pub by: String,
    pub role: String,
    pub next_day: String,
    /// Our id of the order that is stayed.
    pub order: String,
    /// The number of the entry that is corrected, sealed or unsealed; `0`: the whole case.
    pub entry: String,
    pub number: String,
    pub source_id: String,
    pub holder: String,
    pub reason: String,
    /// `yes`: against whoever filed the request, too.
    pub from_requester: String,
}

echo!(CourtEntryForm {
    on,
    by,
    role,
    next_day,
    entry,
    source_id,
    reason,
    from_requester
});

/// An entry as typed, without our ids.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the form, read")]
pub struct NewEntry {
    pub kind: EntryKind,
    /// `None`: today.
    pub on: Option<Date>,
    pub by: Option<Who>,
    pub role: Option<PartyRole>,
    pub next: Option<Date>,
    /// Our id of an order or an account.
    pub about: Option<String>,
    pub number: Option<TrackingNumber>,
    pub source_id: Option<String>,
    pub entry: Option<i64>,
    pub from_requester: bool,
    pub reason: String,
    pub document: Option<NewPaper>,
}

impl NewEntry {
    /// An entry of a kind and a day, and nothing else.
    pub const fn of(kind: EntryKind, on: Option<Date>) -> Self {
        Self {
            kind,
            on,
            by: None,
            role: None,
            next: None,
            about: None,
            number: None,
            source_id: None,
            entry: None,
            from_requester: false,
            reason: String::new(),
            document: None,
        }
    }
}

impl CourtEntryForm {
    /// What is entered, if it is known.
    pub fn kind(&self) -> Option<EntryKind> {
        EntryKind::parse(&self.act)
    }

    /// Reads the entry, with the version that was seen. An order comes by the register of orders.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self) -> Result<(NewEntry, i64), Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let kind = self.kind().filter(|kind| *kind != EntryKind::Order);
        let Some(kind) = kind else {
            return Err(Errors::one("act", Problem::Missing));
        };
        let mut entry = NewEntry::of(kind, None);
        if kind.is_of_court() || matches!(kind, EntryKind::Seal | EntryKind::Unseal) {
            entry.on = field::required_date(e, "on", &self.on);
        }
        if kind.has_who() {
            entry.by = field::required_choice(e, "by", &self.by, Who::parse);
        }
        if kind.has_next() {
            entry.next = field::date(e, "next_day", &self.next_day);
            field::in_order(e, entry.on, "next_day", entry.next);
        }
        match kind {
            EntryKind::Party => entry.role = field::required_choice(e, "role", &self.role, PartyRole::parse),
            EntryKind::Stay | EntryKind::StayLifted => {
                entry.about = Some(self.order.trim().to_owned()).filter(|order| !order.is_empty());
            }
            EntryKind::Holder => entry.about = Some(self.holder.trim().to_owned()).filter(|id| !id.is_empty()),
            EntryKind::Request => {
                let typed = field::required(e, "number", &self.number, 40);
                if !typed.is_empty() {
                    entry.number = TrackingNumber::parse(&typed)
                        .map_err(|problem| e.add("number", problem))
                        .ok();
                }
            }
            EntryKind::Recording => entry.source_id = Some(field::required(e, "source_id", &self.source_id, 80)),
            EntryKind::Seal | EntryKind::Unseal | EntryKind::Correction => {
                let number = self.entry.trim().parse::<i64>().ok();
                if number.is_none() {
                    e.add("entry", Problem::Missing);
                }
                entry.entry = number.filter(|no| *no > 0);
                entry.from_requester = kind == EntryKind::Seal && !self.from_requester.is_empty();
                entry.reason = field::required(e, "reason", &self.reason, TEXT_MAX);
            }
            _ => {}
        }
        match self.version.trim().parse() {
            Ok(version) if errors.is_empty() => Ok((entry, version)),
            Err(_) if errors.is_empty() => Err(Errors::one("act", Problem::Missing)),
            _ => Err(errors),
        }
    }
}

impl RefusedValue for CourtEntryForm {
    fn refused_by(&self, bar: &Bar) -> Option<&'static str> {
        match &bar.reason {
            Reason::InFuture { .. } | Reason::BeforeFiling { .. } | Reason::MotionLate { .. } => Some("on"),
            Reason::NoSuchEntry => Some("entry"),
            Reason::CaseSaysSo => Some(match self.kind()? {
                EntryKind::Party => "role",
                EntryKind::Request => "number",
                EntryKind::Recording => "source_id",
                EntryKind::Holder => "holder",
                kind if kind.is_of_court() => "on",
                _ => return None,
            }),
            _ => None,
        }
    }

    fn refused_by_release(&self, bar: &law::notice::ReleaseBar) -> Option<&'static str> {
        matches!(bar.reason, law::notice::ReleaseReason::InFuture { .. }).then_some("on")
    }
}
