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
use crate::components::{Choice, Choices, Field, FieldState, Problems, ProvisionField, TextField};

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
        let of = FieldState {
            name,
            label: self.lang.act_label(name, self.kind),
            hint: self.lang.act_field_hint(name, self.kind).map(str::to_owned),
            values: vec![field_list::typed(&self.form, name)],
            error: self.problems.field(name),
            optional: false,
        };
        match field_list::kind(name) {
            Kind::Text => {
                let rows = if of.hint.is_some() { 5 } else { 3 };
                view! { <TextField of rows/> }.into_any()
            }
            Kind::Choice => view! { <Choices of choices=self.choices(name)/> }.into_any(),
            Kind::Line if name == "provision" => view! { <ProvisionField of known=self.lang.provisions()/> }.into_any(),
            Kind::Day => view! { <Field of kind="date"/> }.into_any(),
            Kind::Amount => view! { <Field of inputmode="decimal"/> }.into_any(),
            Kind::Line => view! { <Field of/> }.into_any(),
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
