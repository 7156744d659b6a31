//! The form to file a request.
#![expect(clippy::needless_pass_by_value, reason = "a leptos component owns its props")]

use islands::FieldCheck;
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{FilingContext, FilingForm, SubmissionKey},
};
use texts::FilingWords;

use crate::{
    components::{Button, ErrorSummary, Form, HoneyPot, Layout, Problems, RefusalNotice},
    context::{office, query, refused, visitor},
};

mod step_contact;
mod step_footage;
mod step_requester;
mod step_time_place;

use step_contact::Hear;
use step_footage::What;
use step_requester::You;
use step_time_place::When;

/// Id of the form, for the island that checks it.
const FORM: &str = "request-form";

/// What is in the form, and what is wrong with it.
#[derive(Clone, Debug)]
struct Draft {
    form: FilingForm,
    problems: Problems,
    lang: Lang,
}

impl Draft {
    /// What was typed if the form was refused; else what fits most people.
    fn now(context: &FilingContext) -> (Self, Option<Refusal>) {
        let lang = context.lang;
        let (mut form, refusal) = match refused::<FilingForm>() {
            Some(refused) => (refused.form, Some(refused.refusal)),
            None => (fresh(lang), None),
        };
        if SubmissionKey::parse(&form.key).is_none() {
            form.key = office().submission_key();
        }
        let problems = Problems::of(refusal.as_ref());
        (Self { form, problems, lang }, refusal)
    }

    fn error(&self, name: &str) -> Option<String> {
        self.problems.field(name)
    }

    fn label(&self, name: &str) -> &'static str {
        self.lang.field_label(name)
    }
}

fn fresh(lang: Lang) -> FilingForm {
    FilingForm {
        track: "public".to_owned(),
        media: vec!["body_worn".to_owned(), "in_car".to_owned()],
        language: lang.key().to_owned(),
        incident_date: query("incident_date"),
        ..FilingForm::default()
    }
}

/// The form, in four plain steps on one page.
#[component]
pub fn Request() -> impl IntoView {
    let lang = visitor().lang;
    let context = office().filing_context(lang);
    let (draft, refusal) = Draft::now(&context);
    let (key, website) = (draft.form.key.clone(), draft.form.website.clone());
    let label = move |name: &str| lang.field_label(name).to_owned();
    view! {
        <Layout title=lang.request_title() description=lang.request_lead() islands=true failed={refusal.is_some()}>
            <ErrorSummary problems=draft.problems.clone() label/>
            <RefusalNotice refusal/>
            <h1>{lang.request_title()}</h1>
            <p>{lang.request_lead()}</p>
            <Form id=FORM key>
                <When draft=draft.clone() context=context.clone()/>
                <What draft=draft.clone()/>
                <You draft=draft.clone()/>
                <Hear draft/>
                <Send/>
                <HoneyPot value=website/>
                <FieldCheck form=FORM.to_owned() lang today=context.today divisions=context.divisions/>
            </Form>
        </Layout>
    }
}

/// What sending does.
#[component]
fn Send() -> impl IntoView {
    let lang = visitor().lang;
    view! {
        <section class="bwc-request-step" aria-labelledby="send">
            <h2 id="send">{lang.step_send()}</h2>
            <ul>
                <li>{lang.send_hold()}</li>
                <li>{lang.send_receipt()}</li>
                <li>{lang.send_public()}</li>
            </ul>
            <p><Button>{lang.send_button()}</Button></p>
            <p class="bwc-unprinted">{lang.send_paper()}</p>
        </section>
    }
}
