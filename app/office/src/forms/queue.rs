//! The search of the queue, as its address holds it, and the forms beside it.

use law::{
    Date,
    clock::ClockId,
    profile::Profile,
    request::{Stage, Track},
    request_state::Party,
};
use serde::{Deserialize, Serialize};

use super::{TEXT_MAX, field, log::page};
use crate::{
    Errors, Problem, TrackingNumber,
    views::{DueIn, Holder, QueueChoice, QueueColumn, QueueFilter, QueueSort, QueueView},
};

/// Longest search, in characters.
const Q_MAX: usize = 100;

/// Longest note to whoever takes a request over, in characters.
const NOTE_MAX: usize = 1000;

/// The values of the address; what is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct QueueForm {
    pub q: String,
    pub view: String,
    /// `me`, `nobody`, or the id of an account.
    pub holder: String,
    pub due: String,
    pub clock: String,
    pub waits_for: String,
    pub track: String,
    pub division: String,
    pub stage: String,
    pub unread: String,
    pub needed: String,
    pub letters: String,
    /// Key of a column, or `number`; a `-` before it turns the order round.
    pub sort: String,
    pub page: String,
}

impl QueueForm {
    /// Fields by name, without the page.
    pub fn values(&self) -> [(&'static str, &str); 13] {
        [
            ("q", &self.q),
            ("view", &self.view),
            ("holder", &self.holder),
            ("due", &self.due),
            ("clock", &self.clock),
            ("waits_for", &self.waits_for),
            ("track", &self.track),
            ("division", &self.division),
            ("stage", &self.stage),
            ("unread", &self.unread),
            ("needed", &self.needed),
            ("letters", &self.letters),
            ("sort", &self.sort),
        ]
    }

    /// Reads what part of the queue is wanted. A search without a part looks through open and ended requests.
    ///
    /// # Errors
    /// Every value that names nothing.
    pub fn check(&self, profile: &Profile) -> Result<QueueFilter, Errors> {
        let mut errors = Errors::default();
        let q = field::line(&mut errors, "q", &self.q, Q_MAX);
        let view = field::choice(&mut errors, "view", &self.view, QueueView::parse);
        let division = |typed: &str| profile.divisions.iter().find(|division| division.key == typed);
        let filter = QueueFilter {
            view: view.unwrap_or(if q.is_empty() { QueueView::Open } else { QueueView::All }),
            holder: field::choice(&mut errors, "holder", &self.holder, holder),
            due: field::choice(&mut errors, "due", &self.due, DueIn::parse),
            clock: field::choice(&mut errors, "clock", &self.clock, ClockId::parse),
            waits_for: field::choice(&mut errors, "waits_for", &self.waits_for, Party::parse),
            track: field::choice(&mut errors, "track", &self.track, Track::parse),
            division: field::choice(&mut errors, "division", &self.division, |typed| {
                division(typed).map(|division| division.key.clone())
            }),
            stage: field::choice(&mut errors, "stage", &self.stage, Stage::parse),
            unread: ticked(&mut errors, "unread", &self.unread),
            needed: ticked(&mut errors, "needed", &self.needed),
            letters: ticked(&mut errors, "letters", &self.letters),
            sort: field::choice(&mut errors, "sort", &self.sort, sort),
            page: page(&mut errors, &self.page),
            q,
        };
        if errors.is_empty() { Ok(filter) } else { Err(errors) }
    }
}

fn holder(typed: &str) -> Option<Holder> {
    let id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    match typed {
        "me" => Some(Holder::Mine),
        "nobody" => Some(Holder::Nobody),
        typed => (typed.len() <= 64 && typed.chars().all(id)).then(|| Holder::Account(typed.to_owned())),
    }
}

/// The account that was named, if any was.
fn account(holder: Option<Holder>) -> Option<String> {
    match holder {
        Some(Holder::Account(id)) => Some(id),
        _ => None,
    }
}

fn sort(typed: &str) -> Option<QueueSort> {
    let (key, descending) = match typed.strip_prefix('-') {
        Some(key) => (key, true),
        None => (typed, false),
    };
    let column = match key {
        "number" => None,
        key => Some(QueueColumn::parse(key)?),
    };
    Some(QueueSort { column, descending })
}

/// A box that is ticked or not there.
fn ticked(errors: &mut Errors, name: &str, typed: &str) -> bool {
    field::choice(errors, name, typed, |typed| (typed == "1").then_some(true)).unwrap_or_default()
}

/// What is done in the queue: requests are given to somebody, or columns are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct QueueActForm {
    /// `assign`, `choice` or `read`.
    pub act: String,
    /// `1` where the button that explains a delay was pressed, in the form that assigns.
    pub extend: String,
    /// `1` where the button that prints was pressed, in the form that assigns.
    pub print: String,
    /// The day promised with the explanation.
    pub promised: String,
    /// What causes the delay.
    pub text: String,
    /// Version of the request whose new messages were read.
    pub version: String,
    pub number: Vec<String>,
    /// Id of an account, or `nobody`.
    pub to: String,
    pub note: String,
    pub column: Vec<String>,
    /// `1` where single keys are shortcuts.
    pub shortcuts: String,
}

echo!(QueueActForm {
    to,
    note,
    promised,
    text,
    shortcuts
});

/// Requests that are given to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assign {
    /// Which.
    pub numbers: Vec<TrackingNumber>,
    /// Id of the account; `None`: nobody.
    pub to: Option<String>,
    /// What whoever takes them over should know; empty if nothing.
    pub note: String,
}

/// Requests whose delay is explained in the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extend {
    /// Which.
    pub numbers: Vec<TrackingNumber>,
    /// The day promised to each.
    pub promised: Date,
    /// What causes the delay.
    pub text: String,
}

impl QueueActForm {
    /// The requests selected, each once, in the order of their numbers.
    ///
    /// # Errors
    /// None is selected, or what is selected is no tracking number.
    pub fn selected(&self) -> Result<Vec<TrackingNumber>, Errors> {
        let mut errors = Errors::default();
        let numbers = self.numbers(&mut errors);
        if errors.is_empty() { Ok(numbers) } else { Err(errors) }
    }

    fn numbers(&self, errors: &mut Errors) -> Vec<TrackingNumber> {
        let numbers: Vec<_> = self
            .number
            .iter()
            .map(|typed| TrackingNumber::parse(typed).ok())
            .collect();
        if numbers.is_empty() {
            errors.add("number", Problem::Missing);
        }
        if numbers.contains(&None) {
            errors.add("number", Problem::UnknownChoice);
        }
        let mut numbers: Vec<_> = numbers.into_iter().flatten().collect();
        numbers.sort();
        numbers.dedup();
        numbers
    }

    /// Reads which delays are explained, how and until when.
    ///
    /// # Errors
    /// No request is selected, or day or words are missing or cannot be read.
    pub fn extension(&self) -> Result<Extend, Errors> {
        let mut errors = Errors::default();
        let numbers = self.numbers(&mut errors);
        let promised = field::required_date(&mut errors, "promised", &self.promised);
        let text = field::required(&mut errors, "text", &self.text, TEXT_MAX);
        match promised {
            Some(promised) if errors.is_empty() => Ok(Extend {
                numbers,
                promised,
                text,
            }),
            _ => Err(errors),
        }
    }

    /// Reads who is given which requests.
    ///
    /// # Errors
    /// No request or nobody chosen, or the note is too long.
    pub fn assign(&self) -> Result<Assign, Errors> {
        let mut errors = Errors::default();
        let numbers = self.numbers(&mut errors);
        if self.to.is_empty() {
            errors.add("to", Problem::Missing);
        }
        let to = field::choice(&mut errors, "to", &self.to, holder);
        let note = field::text(&mut errors, "note", &self.note, NOTE_MAX);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Assign {
            numbers,
            to: account(to),
            note,
        })
    }

    /// The columns chosen, in their own order, and whether single keys are shortcuts.
    pub fn choice(&self) -> QueueChoice {
        let chosen = |column: &QueueColumn| self.column.iter().any(|key| key == column.key());
        QueueChoice {
            columns: QueueColumn::ALL.into_iter().filter(chosen).collect(),
            shortcuts: self.shortcuts == "1",
        }
    }
}

/// An absence, as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct AbsenceForm {
    /// Id of who is away; empty: whoever enters it.
    pub staff: String,
    pub from: String,
    pub to: String,
    pub cover: String,
    /// Id of the absence that ends, in the form that ends one.
    pub id: String,
}

echo!(AbsenceForm {
    staff,
    from,
    to,
    cover,
    id
});

/// An absence to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAbsence {
    /// Id of who is away; `None`: whoever enters it.
    pub staff: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Id of who stands in.
    pub cover: Option<String>,
}

impl AbsenceForm {
    /// Reads an absence.
    ///
    /// # Errors
    /// A day that is missing or none, or the last before the first.
    pub fn check(&self) -> Result<NewAbsence, Errors> {
        let mut errors = Errors::default();
        let from = field::required_date(&mut errors, "from", &self.from);
        let to = field::required_date(&mut errors, "to", &self.to);
        field::in_order(&mut errors, from, "to", to);
        let staff = account(field::choice(&mut errors, "staff", &self.staff, holder));
        let cover = account(field::choice(&mut errors, "cover", &self.cover, holder));
        match (from, to) {
            (Some(from), Some(to)) if errors.is_empty() => Ok(NewAbsence { staff, from, to, cover }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(form: &QueueForm) -> Result<QueueFilter, Errors> {
        form.check(&Profile::built_in("kansas-city-mo").expect("the profile"))
    }

    #[test]
    fn a_search_looks_through_ended_requests_too_unless_a_part_is_named() {
        let q = || "Shoal".to_owned();
        let all = QueueForm {
            q: q(),
            ..QueueForm::default()
        };
        assert_eq!(read(&all).expect("read").view, QueueView::All);
        let open = QueueForm {
            q: q(),
            view: "open".into(),
            ..QueueForm::default()
        };
        assert_eq!(read(&open).expect("read").view, QueueView::Open);
        assert_eq!(read(&QueueForm::default()).expect("read").view, QueueView::Open);
    }

    #[test]
    fn an_address_that_names_nothing_is_told_and_not_guessed() {
        for name in [
            "view",
            "due",
            "clock",
            "waits_for",
            "track",
            "division",
            "stage",
            "unread",
            "sort",
            "page",
        ] {
            let pairs = [(name, "nonsense!")];
            let text = serde_json::to_string(&std::collections::BTreeMap::from(pairs)).expect("JSON");
            let form: QueueForm = serde_json::from_str(&text).expect("a form");
            let errors = read(&form).expect_err(name);
            assert!(errors.of(name).is_some(), "{name}");
        }
    }

    #[test]
    fn an_order_can_be_turned_round() {
        let form = QueueForm {
            sort: "-received".into(),
            ..QueueForm::default()
        };
        let wanted = QueueSort {
            column: Some(QueueColumn::Received),
            descending: true,
        };
        assert_eq!(read(&form).expect("read").sort, Some(wanted));
    }
}
