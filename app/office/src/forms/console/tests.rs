//! Labels and fields of the console fit each other.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::date, tz::TimeZone};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::*;
use crate::{
    Errors,
    forms::{
        CopyForm, CourtCaseForm, CourtEntryForm, ImportForm, NoticeForm, OrderActForm, OrderForm, PersonForm,
        RecordingActForm, RecordingContext, RecordingForm, ReleaseForm,
    },
};

/// Files are no text of a form.
const FILES: [ConsoleField; 4] = [
    ConsoleField::CsvFile,
    ConsoleField::Papers,
    ConsoleField::Document,
    ConsoleField::File,
];

fn names<F: Serialize + Default>() -> BTreeSet<String> {
    match serde_json::to_value(F::default()) {
        Ok(Value::Object(fields)) => fields.keys().cloned().collect(),
        other => panic!("a form is an object: {other:?}"),
    }
}

/// The form with this text in every field.
fn filled<F: Serialize + DeserializeOwned + Default>(text: &str, act: &str) -> F {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(F::default()) else {
        panic!("a form is an object");
    };
    for (name, value) in fields.iter_mut().filter(|(_, value)| value.is_string()) {
        *value = Value::String(if name == "act" { act } else { text }.to_owned());
    }
    serde_json::from_value(Value::Object(fields)).expect("a form of text")
}

fn wrong<T>(checked: Result<T, Errors>) -> Vec<String> {
    let errors = checked.err().unwrap_or_default();
    errors.0.into_iter().map(|(name, _)| name).collect()
}

#[test]
fn every_field_with_a_label_is_a_field_of_a_form() {
    let forms = [
        names::<RecordingForm>(),
        names::<ImportForm>(),
        names::<RecordingActForm>(),
        names::<CopyForm>(),
        names::<PersonForm>(),
        names::<NoticeForm>(),
        names::<OrderForm>(),
        names::<OrderActForm>(),
        names::<CourtCaseForm>(),
        names::<CourtEntryForm>(),
        names::<ReleaseForm>(),
    ];
    for field in ConsoleField::ALL.iter().filter(|field| !FILES.contains(field)) {
        assert!(forms.iter().any(|form| form.contains(field.key())), "{field:?}");
    }
}

#[test]
fn every_problem_of_a_form_is_at_a_field_with_a_label() {
    let today = date(2026, 2, 4);
    let context = RecordingContext {
        now: Timestamp::UNIX_EPOCH,
        zone: TimeZone::UTC,
        divisions: Vec::new(),
    };
    let mut names = Vec::new();
    for text in ["", "nonsense", "\u{202e}"] {
        for kind in NoticeActKind::ALL {
            names.extend(wrong(filled::<NoticeForm>(text, kind.key()).check()));
        }
        for kind in OrderActKind::ALL {
            names.extend(wrong(filled::<OrderActForm>(text, kind.key()).check()));
        }
        names.extend(wrong(filled::<NoticeForm>(text, "nothing").check()));
        names.extend(wrong(filled::<OrderForm>(text, "").check()));
        names.extend(wrong(filled::<RecordingForm>(text, "").check(&context)));
        let recording: RecordingActForm = filled(text, "");
        names.extend(wrong(recording.status()));
        names.extend(wrong(recording.scene()));
        names.extend(wrong(recording.link()));
        names.extend(wrong(recording.deletion(today)));
        let person: PersonForm = filled(text, "");
        names.extend(wrong(person.person("V1")));
        names.extend(wrong(person.contact()));
        let copy: CopyForm = filled(text, "");
        names.extend(wrong(copy.redactions()));
        names.extend(wrong(copy.seen()));
        names.extend(wrong(filled::<ReleaseForm>(text, "").publication()));
    }
    assert!(names.len() > 50, "{names:?}");
    for name in names {
        assert!(ConsoleField::parse(&name).is_some(), "{name}");
    }
}
