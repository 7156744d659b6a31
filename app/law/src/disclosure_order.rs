//! A court's order about recordings, as data: what it opens, closes, enjoins, hides or preserves,
//! in which spans, on which terms, until when (RSMo 610.100.5, 610.027.1).

mod act;

use serde::{Deserialize, Serialize};

pub use act::{OrderAct, OrderActKind};

use crate::{
    Date,
    notice::{Audience, ReleaseBar, ReleaseReason},
    person::Person,
    redaction::{RedactionKind, Sha256},
    request_order::Ruling,
    retention::{Keep, KeepGround},
    span::Spans,
};

/// What an order does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderKind {
    /// Opens recordings, whole or in part (610.100.5).
    Disclose,
    /// Closes them.
    Close,
    /// Enjoins their display (610.100.8).
    Enjoin,
    /// Opens or leaves them open, but hides parts (610.100.5(5)).
    Redact,
    /// Forbids their destruction (610.027.1).
    Preserve,
    /// Refuses the disclosure that a request asks for (610.100.5). It closes nothing that is open.
    Refuse,
}

crate::keys::keyed!(OrderKind {
    Disclose => "disclose",
    Close => "close",
    Enjoin => "enjoin",
    Redact => "redact",
    Preserve => "preserve",
    Refuse => "refuse",
});

/// On what an order sets terms (610.100.5(5)(a) to (f)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "named by the statute")]
pub enum TermKind {
    Time,
    Place,
    Method,
    Scope,
    PersonsPresent,
    Redactions,
    Confidentiality,
}

crate::keys::keyed!(TermKind {
    Time => "time",
    Place => "place",
    Method => "method",
    Scope => "scope",
    PersonsPresent => "persons_present",
    Redactions => "redactions",
    Confidentiality => "confidentiality",
});

impl TermKind {
    /// Whether such a term stands against a public library: it says when, where, how or to whom the recording is shown, not
    /// what of it (610.100.5(5)).
    pub const fn bars_public(self) -> bool {
        match self {
            Self::Time | Self::Place | Self::Method | Self::PersonsPresent | Self::Confidentiality => true,
            Self::Scope | Self::Redactions => false,
        }
    }
}

/// One term of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// On what.
    pub kind: TermKind,
    /// In the order's words.
    pub words: String,
}

/// A recording that an order is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The recording's id.
    pub recording: String,
    /// Which spans; none means all of it.
    pub spans: Option<Spans>,
    /// For an order that hides: how. None means image and sound.
    pub hide: Option<RedactionKind>,
}

/// A person whom nobody can find and whose notice the court excused.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ExcusedPerson {
    /// The recording's id.
    pub recording: String,
    /// The person.
    pub pseudonym: String,
}

/// An order as entered from the court's document. It opens nothing until a second person verified
/// it; what it forbids is heeded at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureOrder {
    /// The caller's id for it.
    pub id: String,
    /// The court's name.
    pub court: String,
    /// Case number as the court writes it.
    pub case_number: String,
    /// The judge.
    pub judge: String,
    /// Day of the order.
    pub dated: Date,
    /// What it does.
    pub kind: OrderKind,
    /// The recordings it is about; at least one.
    pub scope: Vec<Scope>,
    /// Its terms.
    pub terms: Vec<Term>,
    /// People whose notice it excuses.
    pub excused: Vec<ExcusedPerson>,
    /// To whom it opens what it discloses.
    #[serde(default)]
    pub audience: Audience,
    /// First day on which it has effect.
    pub effective: Date,
    /// Last day, if it names one.
    pub last_day: Option<Date>,
    /// Since when it is stayed, if it is.
    pub stayed_since: Option<Date>,
    /// SHA-256 of the court's document.
    pub document: Option<Sha256>,
    /// Who entered it.
    pub entered_by: String,
    /// Who verified it against the document.
    pub verified_by: Option<String>,
}

const SECTION: &str = "RSMo 610.100.5";

impl DisclosureOrder {
    /// Refuses an order that cannot be one.
    ///
    /// # Errors
    /// When it names no recording or an empty set of spans, is dated after today, or runs out before
    /// it begins. One on a request names none where none was found yet; it then opens none.
    pub fn check(&self, today: Date, on_request: bool) -> Result<(), ReleaseBar> {
        ReleaseReason::not_after(self.dated, today, SECTION)?;
        let empty = |scope: &Scope| scope.spans.as_ref().is_some_and(Spans::is_empty);
        let needs_scope = !on_request || self.ruling().is_none();
        if needs_scope && self.scope.is_empty() || self.scope.iter().any(empty) {
            return ReleaseReason::ScopeMissing.at(SECTION);
        }
        match self.last_day {
            Some(last_day) => ReleaseReason::not_before(last_day, self.effective, SECTION),
            None => Ok(()),
        }
    }

    /// What it says of the request that it was given on, where it decides about disclosure.
    pub fn ruling(&self) -> Option<Ruling> {
        let parts = self.scope.iter().any(|scope| scope.spans.is_some());
        match self.kind {
            OrderKind::Disclose if parts || !self.terms.is_empty() => Some(Ruling::DiscloseInPart),
            OrderKind::Disclose => Some(Ruling::Disclose),
            OrderKind::Refuse => Some(Ruling::Refuse),
            OrderKind::Close | OrderKind::Enjoin | OrderKind::Redact | OrderKind::Preserve => None,
        }
    }

    /// Whether it can open something on a day: verified by a second person, and in effect.
    ///
    /// # Errors
    /// What it lacks.
    pub fn in_force(&self, today: Date) -> Result<(), ReleaseBar> {
        match &self.verified_by {
            None => return ReleaseReason::OrderNotVerified.at(SECTION),
            Some(by) if *by == self.entered_by => return ReleaseReason::SamePerson.at(SECTION),
            Some(_) => {}
        }
        self.in_effect(today)
    }

    /// Whether it has effect on a day, verified or not.
    fn in_effect(&self, today: Date) -> Result<(), ReleaseBar> {
        if self.stayed_since.is_some_and(|since| since <= today) {
            return ReleaseReason::OrderStayed.at(SECTION);
        }
        let first_day = self.effective;
        if today < first_day {
            return ReleaseReason::OrderNotYetEffective { first_day }.at(SECTION);
        }
        match self.last_day {
            Some(last_day) if today > last_day => ReleaseReason::OrderExpired { last_day }.at(SECTION),
            _ => Ok(()),
        }
    }

    /// Whether what it forbids is to be heeded on a day, verified or not.
    pub fn heeded(&self, today: Date) -> bool {
        self.in_effect(today).is_ok()
    }

    /// Whether its terms are to be heeded on a day, verified or not: while an order that opens is stayed, too, for one person
    /// enters that stay.
    pub fn terms_heeded(&self, today: Date) -> bool {
        let opens = self.kind == OrderKind::Disclose;
        let runs = self.effective <= today && self.last_day.is_none_or(|last_day| today <= last_day);
        self.heeded(today) || opens && runs
    }

    /// Whether it names a recording.
    pub fn names(&self, recording: &str) -> bool {
        self.scope.iter().any(|scope| scope.recording == recording)
    }

    /// What it says about a recording of this length.
    pub fn spans(&self, recording: &str, length_ms: u64) -> Spans {
        let here = self.scope.iter().filter(|scope| scope.recording == recording);
        here.map(|scope| scope.within(length_ms))
            .fold(Spans::none(), |all, spans| all.union(&spans))
    }

    /// The reason that it gives to keep a recording, if it orders preservation: from the day it is
    /// entered, verified or not (610.027.1).
    pub fn keep(&self, recording: &str) -> Option<Keep> {
        let preserves = self.kind == OrderKind::Preserve && self.names(recording);
        preserves.then_some(Keep {
            ground: KeepGround::Order,
            last_day: self.last_day,
        })
    }

    /// Whether it excuses the notice of a person whom nobody can find.
    pub fn excuses(&self, person: &Person) -> bool {
        let same =
            |excused: &ExcusedPerson| excused.recording == person.recording && excused.pseudonym == person.pseudonym;
        self.excused.iter().any(same)
    }
}

impl Scope {
    /// Its spans in a recording of this length: what lies beyond the end is not there.
    pub fn within(&self, length_ms: u64) -> Spans {
        let whole = Spans::whole(length_ms);
        match &self.spans {
            Some(spans) => spans.intersect(&whole),
            None => whole,
        }
    }
}
