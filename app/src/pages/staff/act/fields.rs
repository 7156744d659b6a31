//! The fields of an act, drawn.

use law::{
    recording::InactiveGround,
    request::{ActKind, ReplyChannel},
    request_order::{PetitionEnd, Petitioner, Ruling},
};
use leptos::prelude::*;
use office::{
    Lang,
    forms::{ActField, ActForm},
};
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
    /// What tells their ids apart from those of other forms on the page; empty on the act's own page.
    pub within: &'static str,
}

impl Fields {
    /// One field.
    pub fn field(&self, field: ActField) -> AnyView {
        let name = field.key();
        let label = self.lang.act_label(field, self.kind);
        let of = FieldState {
            id: (!self.within.is_empty()).then(|| format!("{}-{name}", self.within)),
            name,
            label,
            hint: self.lang.act_field_hint(field, self.kind).map(str::to_owned),
            values: vec![self.form.typed(field).clone()],
            error: self.problems.field(name, label),
            optional: false,
        };
        match field_list::kind(field) {
            Kind::Text => {
                let rows = if of.hint.is_some() { 5 } else { 3 };
                view! { <TextField of rows/> }.into_any()
            }
            Kind::Choice => view! { <Choices of choices=self.choices(field)/> }.into_any(),
            Kind::Provision => view! { <ProvisionField of known=self.lang.provisions()/> }.into_any(),
            Kind::Day => view! { <Field of kind="date"/> }.into_any(),
            Kind::Amount => view! { <Field of inputmode="decimal"/> }.into_any(),
            Kind::Line => view! { <Field of/> }.into_any(),
        }
    }

    fn choices(&self, field: ActField) -> Vec<Choice> {
        let lang = self.lang;
        match field {
            ActField::Ground => InactiveGround::ALL
                .map(|ground| Choice::new(ground.key(), lang.ground(ground)).hint(lang.ground_quote(ground)))
                .to_vec(),
            ActField::By => Petitioner::ALL
                .map(|by| Choice::new(by.key(), lang.petitioner(by)))
                .to_vec(),
            ActField::Ruling => Ruling::ALL
                .map(|ruling| Choice::new(ruling.key(), lang.ruling(ruling)))
                .to_vec(),
            ActField::Waived => vec![
                Choice::new("", lang.paid_choice()),
                Choice::new("yes", lang.waived_choice()),
            ],
            ActField::Channel => ReplyChannel::ALL
                .map(|channel| Choice::new(channel.key(), lang.reply_channel(channel)))
                .to_vec(),
            ActField::PetitionEnd => PetitionEnd::ALL
                .map(|how| Choice::new(how.key(), lang.petition_end(how)))
                .to_vec(),
            ActField::Why => vec![
                Choice::new("not_made", lang.no_record_not_made()),
                Choice::new("deleted", lang.no_record_deleted()),
                Choice::new("deleted_in_breach", lang.no_record_breach()),
                Choice::new("other_agency", lang.no_record_other()),
                Choice::new("not_found", lang.no_record_not_found()),
            ],
            _ => Vec::new(),
        }
    }
}
