//! The fields of an act, drawn.

use law::{
    order::{Petitioner, Ruling},
    recording::InactiveGround,
    request::ActKind,
};
use leptos::prelude::*;
use office::{Lang, forms::ActForm};
use texts::{LawWords, StaffWords};

use super::field_list::{self, Kind};
use crate::components::{Choice, Choices, Field, Problems, ProvisionField, TextField};

/// What the fields of one act are drawn from.
pub struct Fields {
    /// Language.
    pub lang: Lang,
    /// Which act.
    pub kind: ActKind,
    /// What is in them.
    pub form: ActForm,
    /// What is wrong with them.
    pub problems: Problems,
}

impl Fields {
    /// One field.
    pub fn field(&self, name: &'static str) -> AnyView {
        let (lang, kind) = (self.lang, self.kind);
        let label = lang.act_label(name, kind);
        let hint = lang.act_field_hint(name, kind).map(str::to_owned);
        let (value, error) = (field_list::typed(&self.form, name), self.problems.field(name));
        match field_list::kind(name) {
            Kind::Text => long(name, label, value, error, hint),
            Kind::Choice => choices(name, label, self.choices(name), vec![value], error, hint),
            Kind::Line if name == "provision" => {
                let known = lang.provisions();
                view! { <ProvisionField name label value error hint=hint.unwrap_or_default() known/> }.into_any()
            }
            Kind::Day => one_line(name, label, value, error, hint, "date", None),
            Kind::Amount => one_line(name, label, value, error, hint, "text", Some("decimal")),
            Kind::Line => one_line(name, label, value, error, hint, "text", None),
        }
    }

    fn choices(&self, name: &str) -> Vec<Choice> {
        let lang = self.lang;
        match name {
            "ground" => InactiveGround::ALL
                .map(|ground| Choice::new(ground.key(), lang.ground(ground)).hint(lang.ground_quote(ground)))
                .to_vec(),
            "by" => Petitioner::ALL
                .map(|by| Choice::new(by.key(), lang.petitioner(by)))
                .to_vec(),
            "ruling" => Ruling::ALL
                .map(|ruling| Choice::new(ruling.key(), lang.ruling(ruling)))
                .to_vec(),
            "waived" => vec![
                Choice::new("", lang.paid_choice()),
                Choice::new("yes", lang.waived_choice()),
            ],
            _ => vec![
                Choice::new("not_made", lang.no_record_not_made()),
                Choice::new("deleted", lang.no_record_deleted()),
                Choice::new("other_agency", lang.no_record_other()),
                Choice::new("not_found", lang.no_record_not_found()),
            ],
        }
    }
}

fn long(
    name: &'static str,
    label: &'static str,
    value: String,
    error: Option<String>,
    hint: Option<String>,
) -> AnyView {
    match hint {
        Some(hint) => view! { <TextField name label value error hint/> }.into_any(),
        None => view! { <TextField name label value error rows=3/> }.into_any(),
    }
}

fn choices(
    name: &'static str,
    legend: &'static str,
    choices: Vec<Choice>,
    chosen: Vec<String>,
    error: Option<String>,
    hint: Option<String>,
) -> AnyView {
    match hint {
        Some(hint) => view! { <Choices name legend choices chosen error hint/> }.into_any(),
        None => view! { <Choices name legend choices chosen error/> }.into_any(),
    }
}

fn one_line(
    name: &'static str,
    label: &'static str,
    value: String,
    error: Option<String>,
    hint: Option<String>,
    kind: &'static str,
    inputmode: Option<&'static str>,
) -> AnyView {
    match (hint, inputmode) {
        (Some(hint), Some(inputmode)) => view! { <Field name label value error hint kind inputmode/> }.into_any(),
        (Some(hint), None) => view! { <Field name label value error hint kind/> }.into_any(),
        (None, Some(inputmode)) => view! { <Field name label value error kind inputmode/> }.into_any(),
        (None, None) => view! { <Field name label value error kind/> }.into_any(),
    }
}
