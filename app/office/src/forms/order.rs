//! A court's order about recordings, as a custodian types it from the court's document.

use law::{
    Date,
    disclosure_order::{OrderAct, OrderActKind, OrderKind, Term, TermKind},
    notice::Audience,
    redaction::RedactionKind,
    span::Spans,
};
use serde::{Deserialize, Serialize};

use super::{NewPaper, SubmissionKey, field};
use crate::{Errors, Problem, TrackingNumber};

/// The form at `/staff/orders/new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct OrderForm {
    pub key: String,
    pub kind: String,
    pub court: String,
    pub case_number: String,
    pub judge: String,
    pub dated: String,
    pub effective: String,
    pub last_day: String,
    /// The last day to appeal, as the court's paper says; may stay empty.
    pub appeal_by: String,
    /// Tracking number of the request it answers; may stay empty.
    pub number: String,
    /// One recording a line: its number in the evidence system, then spans, if not all of it.
    pub scope: String,
    /// How an order that hides hides; empty for image and sound.
    pub hide: String,
    /// One person a line whose notice is excused: number of the recording, then the pseudonym.
    pub excused: String,
    /// Key of the [`Audience`]: to whom it opens what it discloses.
    pub audience: String,
    pub term_time: String,
    pub term_place: String,
    pub term_method: String,
    pub term_scope: String,
    pub term_persons_present: String,
    pub term_redactions: String,
    pub term_confidentiality: String,
}

echo!(OrderForm {
    kind,
    court,
    case_number,
    judge,
    dated,
    effective,
    last_day,
    appeal_by,
    scope,
    hide,
    excused,
    audience,
    term_time,
    term_place,
    term_method,
    term_scope,
    term_persons_present,
    term_redactions,
    term_confidentiality
});

/// Recordings by their numbers in the evidence system, with spans; none means all of it.
pub type OrderScope = Vec<(String, Option<Spans>)>;

/// An order that can be put to the law; recordings are named as in the evidence system.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the law's order")]
pub struct NewOrder {
    pub key: SubmissionKey,
    pub kind: OrderKind,
    pub court: String,
    pub case_number: String,
    pub judge: String,
    pub dated: Date,
    pub effective: Date,
    pub last_day: Option<Date>,
    pub appeal_by: Option<Date>,
    pub number: Option<TrackingNumber>,
    /// Number in the evidence system, and spans; none means all of it.
    pub scope: OrderScope,
    pub hide: Option<RedactionKind>,
    /// Number in the evidence system, and pseudonym.
    pub excused: Vec<(String, String)>,
    /// To whom it opens what it discloses.
    pub audience: Audience,
    pub terms: Vec<Term>,
    /// The court's document, arrived and looked at.
    pub document: Option<NewPaper>,
}

impl OrderForm {
    /// The words of a term.
    pub fn term(&self, kind: TermKind) -> &str {
        match kind {
            TermKind::Time => &self.term_time,
            TermKind::Place => &self.term_place,
            TermKind::Method => &self.term_method,
            TermKind::Scope => &self.term_scope,
            TermKind::PersonsPresent => &self.term_persons_present,
            TermKind::Redactions => &self.term_redactions,
            TermKind::Confidentiality => &self.term_confidentiality,
        }
    }

    /// Reads the form.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self) -> Result<NewOrder, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let kind = field::required_choice(e, "kind", &self.kind, OrderKind::parse);
        let court = field::required(e, "court", &self.court, 120);
        let case_number = field::required(e, "case_number", &self.case_number, 60);
        let judge = field::line(e, "judge", &self.judge, 120);
        let dated = field::required_date(e, "dated", &self.dated);
        let effective = field::date(e, "effective", &self.effective).or(dated);
        let last_day = field::date(e, "last_day", &self.last_day);
        if let (Some(first), Some(last)) = (effective, last_day)
            && last < first
        {
            e.add("last_day", Problem::EndBeforeStart);
        }
        let appeal_by = field::date(e, "appeal_by", &self.appeal_by);
        field::in_order(e, dated, "appeal_by", appeal_by);
        let number = match self.number.trim() {
            "" => None,
            typed => TrackingNumber::parse(typed)
                .map_err(|problem| e.add("number", problem))
                .ok(),
        };
        let scope = order_scope(e, &self.scope);
        let hide = field::choice(e, "hide", &self.hide, RedactionKind::parse);
        let excused = self.excused(e);
        // An order that says nothing of the public opens nothing to it.
        let audience = field::choice(e, "audience", &self.audience, Audience::parse).unwrap_or_default();
        let terms = self.terms(e);
        let key = SubmissionKey::parse(&self.key);
        if key.is_none() {
            e.add("kind", Problem::Missing);
        }
        match (key, kind, dated, effective) {
            (Some(key), Some(kind), Some(dated), Some(effective)) if errors.is_empty() => Ok(NewOrder {
                key,
                kind,
                court,
                case_number,
                judge,
                dated,
                effective,
                last_day,
                appeal_by,
                number,
                scope,
                hide,
                excused,
                audience,
                terms,
                document: None,
            }),
            _ => Err(errors),
        }
    }

    fn excused(&self, e: &mut Errors) -> Vec<(String, String)> {
        let mut excused = Vec::new();
        for line in lines(&self.excused) {
            match line.split_once(char::is_whitespace) {
                Some((source, pseudonym)) => excused.push((source.to_owned(), pseudonym.trim().to_owned())),
                None => e.add("excused", Problem::BadExcused { typed: line.to_owned() }),
            }
        }
        excused
    }

    fn terms(&self, e: &mut Errors) -> Vec<Term> {
        let mut terms = Vec::new();
        for kind in TermKind::ALL {
            let words = field::text(e, &format!("term_{}", kind.key()), self.term(kind), 1_000);
            if !words.is_empty() {
                terms.push(Term { kind, words });
            }
        }
        terms
    }
}

/// Reads what an order names: a recording a line, with its moments if it has some.
pub(super) fn order_scope(e: &mut Errors, typed: &str) -> OrderScope {
    let mut scope = Vec::new();
    for line in lines(typed) {
        let (source, spans) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let spans = match spans.trim() {
            "" => None,
            typed => match Spans::parse(typed) {
                Ok(spans) if !spans.is_empty() => Some(spans),
                _ => {
                    e.add("scope", bad_span(line));
                    None
                }
            },
        };
        scope.push((source.to_owned(), spans));
    }
    if scope.is_empty() {
        e.add("scope", Problem::Missing);
    }
    scope
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Spans that cannot be read.
pub(super) fn bad_span(line: &str) -> Problem {
    Problem::BadSpans { typed: line.to_owned() }
}

/// The forms at `/staff/orders/{id}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct OrderActForm {
    /// Key of the [`OrderActKind`].
    pub act: String,
    pub version: String,
    pub since: String,
}

echo!(OrderActForm { since });

impl OrderActForm {
    /// Reads the act, with the version that was seen.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self) -> Result<(OrderAct, i64), Errors> {
        let mut errors = Errors::default();
        let act = OrderActKind::parse(&self.act).and_then(|kind| match kind {
            OrderActKind::Verify => Some(OrderAct::Verify),
            OrderActKind::Stay => {
                let since = field::required_date(&mut errors, "since", &self.since);
                since.map(|since| OrderAct::Stay { since })
            }
            OrderActKind::Lift => Some(OrderAct::Lift),
        });
        match (act, self.version.trim().parse()) {
            (Some(act), Ok(version)) => Ok((act, version)),
            _ if errors.is_empty() => Err(Errors::one("act", Problem::Missing)),
            _ => Err(errors),
        }
    }
}
