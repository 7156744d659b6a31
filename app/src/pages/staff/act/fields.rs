//! The fields of an act, drawn.

use law::{
    denial::{GivenPart, WithheldPart},
    fee::FeeCategory,
    profile::Profile,
    recording::InactiveGround,
    request::{ActKind, ReceiptMistake, ReplyChannel},
    request_order::{PetitionEnd, Petitioner, Ruling},
};
use leptos::prelude::*;
use office::{
    Lang,
    forms::{ActField, ActForm, row_field},
};
use texts::{LawWords, StaffWords};

use super::field_list::{self, Kind};
use crate::{
    components::{Button, ButtonKind, Choice, Choices, Field, FieldState, Problems, ProvisionField, Select, TextField},
    context::office,
};

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
            Kind::Provision => {
                view! { <ProvisionField of known=provisions(self.lang, office().profile())/> }.into_any()
            }
            Kind::Day => view! { <Field of kind="date"/> }.into_any(),
            Kind::Amount => view! { <Field of inputmode="decimal"/> }.into_any(),
            Kind::Line => view! { <Field of/> }.into_any(),
        }
    }

    /// What is withheld, row by row, and a button for another row, which sends nothing.
    pub fn withheld(&self) -> AnyView {
        let lang = self.lang;
        let known = provisions(lang, office().profile());
        let rows: Vec<_> = (1..=self.form.withheld_rows())
            .map(|row| self.withheld_row(row, known.clone()))
            .collect();
        view! {
            <section>
                <h2>{lang.withheld_title()}</h2>
                <p class="bwc-soft">{lang.withheld_hint()}</p>
                {rows}
                <Button kind=ButtonKind::Second name="more" value="1">{lang.withheld_more()}</Button>
            </section>
        }
        .into_any()
    }

    fn withheld_row(&self, row: usize, known: Vec<(String, String)>) -> impl IntoView + use<> {
        let lang = self.lang;
        let cell = |name: &'static str, label: &'static str, column: &[String]| {
            let id = row_field(name, row);
            FieldState {
                error: self.problems.field(&id, label),
                id: Some(id),
                name,
                label,
                hint: None,
                values: vec![column.get(row - 1).cloned().unwrap_or_default()],
                optional: false,
            }
        };
        let what = cell("withheld_what", lang.withheld_what(), &self.form.withheld_what);
        let provision = cell(
            "withheld_provision",
            lang.withheld_provision(),
            &self.form.withheld_provision,
        );
        let why = cell("withheld_why", lang.withheld_why(), &self.form.withheld_why);
        let options = WithheldPart::ALL
            .map(|part| (part.key().to_owned(), lang.withheld_part(part).to_owned()))
            .to_vec();
        view! {
            <fieldset class="bwc-rows">
                <legend>{lang.withheld_row(row)}</legend>
                <Select of=what options/>
                <ProvisionField of=provision known/>
                <TextField of=why rows=2/>
            </fieldset>
        }
    }

    /// The lines of a fee that the profile's law allows, each with its two numbers and its amount.
    pub fn fee_lines(&self, allowed: &[FeeCategory]) -> Vec<AnyView> {
        allowed
            .iter()
            .filter_map(|category| Some((*category, field_list::fee_fields(*category)?)))
            .map(|(category, fields)| {
                let inside: Vec<AnyView> = fields.into_iter().map(|field| self.field(field)).collect();
                let title = self.lang.fee_category(category);
                view! { <fieldset><legend class="bwc-choices__legend">{title}</legend><div class="bwc-form__pair">{inside}</div></fieldset> }.into_any()
            })
            .collect()
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
                Choice::new("no", lang.paid_choice()),
                Choice::new("yes", lang.waived_choice()),
            ],
            ActField::Channel => ReplyChannel::ALL
                .map(|channel| Choice::new(channel.key(), lang.reply_channel(channel)))
                .to_vec(),
            ActField::Mistake => ReceiptMistake::ALL
                .map(|why| Choice::new(why.key(), lang.receipt_mistake(why)))
                .to_vec(),
            ActField::PetitionEnd => PetitionEnd::ALL
                .map(|how| Choice::new(how.key(), lang.petition_end(how)))
                .to_vec(),
            ActField::Given => GivenPart::ALL
                .map(|part| Choice::new(part.key(), lang.given_part(part)))
                .to_vec(),
            ActField::Rule => {
                let office = office();
                let rules = office.profile().retention_rules.clone();
                let none = Choice::new("", lang.no_record_no_rule());
                std::iter::once(none)
                    .chain(rules.into_iter().map(|rule| Choice::new(rule.clone(), rule)))
                    .collect()
            }
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

/// The provisions that a denial may rest on, with what each is about.
pub fn provisions(lang: Lang, profile: &Profile) -> Vec<(String, String)> {
    let of = |known: &law::denial::DenialProvision| (known.section.to_string(), lang.pick(known.about.clone()));
    profile.denials().iter().map(of).collect()
}
