//! The form to file a request.

use islands::{CLEAR, DRAFT_DAYS, FieldCheck, KeptDraft, MESSAGE, NOTE};
use leptos::prelude::*;
use office::forms::FilingForm;
use texts::FilingWords;

use crate::{
    components::{Button, Choice, Choices, ChoicesKind, Draft, Form, FormProblems, HoneyPot, Layout},
    context::{lang, office, query, refused},
};

mod step_contact;
mod step_footage;
mod step_requester;
mod step_time_place;

use super::custodian::Custodian;
pub use step_contact::StepContact;
pub use step_footage::StepFootage;
pub use step_requester::StepRequester;
pub use step_time_place::StepTimePlace;

/// Id of the form, for the island that checks it.
const FORM: &str = "request-form";

/// What was typed if the form was refused; else what fits most people.
fn filing_draft() -> Draft {
    let (mut form, refusal) = refused::<FilingForm>()
        .map(|refused| (refused.form, refused.refusal))
        .unzip();
    let form = form.get_or_insert_with(|| FilingForm {
        track: "public".to_owned(),
        media: vec!["body_worn".to_owned(), "in_car".to_owned()],
        language: lang().key().to_owned(),
        incident_date: query("incident_date"),
        ..FilingForm::default()
    });
    Draft::new(form, refusal, |lang, name| {
        (lang.field_label(name), lang.field_hint(name))
    })
}

/// The form, in four plain steps on one page.
#[component]
pub fn Request() -> impl IntoView {
    let lang = lang();
    let context = office().filing_context(lang);
    let draft = filing_draft();
    view! {
        <Layout title=lang.request_title() description=lang.request_lead() islands=true failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.request_title()}</h1>
            <p>{lang.request_lead()}</p>
            <DraftNote again={draft.failed()}/>
            <Form id=FORM>
                <input type="hidden" name="asks" value="yes"/>
                <Another draft=draft.clone()/>
                <StepTimePlace draft=draft.clone() context=context.clone()/>
                <StepFootage draft=draft.clone()/>
                <StepRequester draft=draft.clone()/>
                <StepContact draft=draft.clone()/>
                <Send/>
                <HoneyPot value=draft.value("website")/>
                <FieldCheck form=FORM.to_owned() lang today=context.today divisions=context.divisions/>
            </Form>
        </Layout>
    }
}

/// That what is typed is kept in this browser, how long, and the way to clear it; or that its storage is off or full. Shown by
/// the island once it knows which; where a page runs no script nothing is kept, and nothing stands here.
#[component]
fn DraftNote(
    /// Whether the form was refused and is shown again.
    again: bool,
) -> impl IntoView {
    let lang = lang();
    view! {
        <div class="bwc-draft bwc-unprinted" id=NOTE>
            <p class="bwc-draft-kept">{lang.draft_kept(DRAFT_DAYS)}</p>
            <p class="bwc-draft-lost" role="alert">{lang.draft_lost()}</p>
            <p id=MESSAGE role="status"></p>
            <p><a class="bwc-button bwc-button--second" id=CLEAR href=lang.path("/request")>{lang.draft_clear()}</a></p>
            <KeptDraft form=FORM.to_owned() again restored=lang.draft_restored().to_owned()/>
        </div>
    }
}

/// Whether this is another request, asked of whoever has just sent one like it.
#[component]
fn Another(draft: Draft) -> impl IntoView {
    let lang = lang();
    let of = draft.field("another");
    of.error.is_some().then(|| {
        let choices = vec![Choice::new("yes", lang.another_yes())];
        view! {
            <Choices of kind=ChoicesKind::Many choices/>
            <p><a href=lang.path("/request/filed")>{lang.another_receipt()}</a></p>
        }
    })
}

/// What sending does.
#[component]
fn Send() -> impl IntoView {
    let lang = lang();
    view! {
        <section class="bwc-request__step" aria-labelledby="send">
            <h2 id="send">{lang.step_send()}</h2>
            <ul>
                <li>{lang.send_hold()}</li>
                <li>{lang.send_receipt()}</li>
                <li>{lang.send_public()}</li>
            </ul>
            <p><Button>{lang.send_button()}</Button></p>
            <p class="bwc-unprinted">{lang.send_paper()}</p>
            <Custodian/>
        </section>
    }
}
