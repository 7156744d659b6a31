//! Requests that staff enter, their receipts, and new access codes.

use law::{clock::ClockId, request::ReplyChannel};
use leptos::prelude::*;
use office::{
    Lang, Refusal, TrackingNumber,
    forms::{CodeReissueForm, FilingForm, IntakeForm},
    views::{CodeGround, PublicStatus, Receipt},
};
use texts::{FilingWords, IntakeWords, LawWords, ReceiptWords, StaffWords};

use super::signed_in;
use crate::{
    components::{
        Banner, Button, Choice, Choices, ClockWork, Code, CodeKind, Draft, Field, Form, FormProblems, Held, Layout,
        NextDate, PapersField, Qr, TextField, Tone, days_between,
    },
    context::{lang, load, number, office, refused, site_info, visitor},
    pages::{
        custodian::Custodian,
        filed::Asked,
        request::{StepContact, StepFootage, StepRequester, StepTimePlace},
    },
};

/// The form of `/request`, with the day and the way on which a request came, and what came with it.
#[component]
pub fn NewRequest() -> impl IntoView {
    let staff = signed_in();
    load(async move { staff?.custodian() }, |_| view! { <Enter/> })
}

/// What was typed if the form was refused; else what fits most of what comes.
fn draft() -> Draft {
    let refused = refused::<IntakeForm>().map(|refused| (refused.form, refused.refusal));
    let (form, refusal) = refused.unzip();
    let form = form.unwrap_or_else(|| {
        IntakeForm(FilingForm {
            track: "public".to_owned(),
            media: vec!["body_worn".to_owned(), "in_car".to_owned()],
            language: lang().key().to_owned(),
            notify: "none".to_owned(),
            received_on: office().today().to_string(),
            ..FilingForm::default()
        })
    });
    Draft::new(&form, refusal, |lang, name| match name {
        "received_on" => (lang.intake_received_on(), Some(lang.intake_received_on_hint())),
        "channel" => (lang.intake_channel(), None),
        "papers" => (lang.intake_papers(), Some(lang.intake_papers_hint())),
        name => (lang.field_label(name), lang.field_hint(name)),
    })
}

#[component]
fn Enter() -> impl IntoView {
    let lang = lang();
    let context = office().filing_context(lang);
    let draft = draft();
    let channels = ReplyChannel::ALL
        .map(|channel| Choice::new(channel.key(), lang.intake_channel_choice(channel)))
        .to_vec();
    view! {
        <Layout title=lang.intake_title() islands=true failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            <p><a href=lang.path("/staff/queue")>{lang.back_to_queue()}</a></p>
            <h1>{lang.intake_title()}</h1>
            <p>{lang.intake_intro()}</p>
            <Form files=true>
                <section class="bwc-request__step" aria-labelledby="came">
                    <h2 id="came">{lang.intake_step()}</h2>
                    <Field of=draft.field("received_on") kind="date"/>
                    <Choices of=draft.field("channel") choices=channels/>
                    <PapersField draft=draft.clone()/>
                    <p>{lang.intake_words()}</p>
                </section>
                <StepTimePlace draft=draft.clone() context/>
                <StepFootage draft=draft.clone()/>
                <StepRequester draft=draft.clone()/>
                <StepContact draft/>
                <p>{lang.intake_after()}</p>
                <Button>{lang.intake_send()}</Button>
            </Form>
        </Layout>
    }
}

/// The receipt to hand over, as long as this browser holds it: one sheet for the file, one with the code.
#[component]
pub fn RequestReceipt() -> impl IntoView {
    let (office, number, staff, open) = (office(), number(), signed_in(), visitor().filed);
    load(
        async move {
            let (staff, number) = (staff?, number?);
            staff.custodian()?;
            let status = office.status(&number).await?.ok_or(Refusal::NotFound)?;
            for receipt in &open {
                if let Some(receipt) = office.entered_receipt(&staff, &number, &receipt.key).await? {
                    return Ok((status, Some(receipt)));
                }
            }
            Ok((status, None))
        },
        |(status, receipt)| match receipt {
            Some(receipt) => view! { <Sheets status receipt/> }.into_any(),
            None => view! { <Gone number=status.number/> }.into_any(),
        },
    )
}

/// The receipt of what was entered last in this browser: where whoever sends the form twice at once is led.
#[component]
pub fn NewestReceipt() -> impl IntoView {
    let (office, staff, open) = (office(), signed_in(), visitor().filed);
    load(
        async move {
            staff?.custodian()?;
            for receipt in &open {
                if let Some(receipt) = office.receipt(&receipt.key).await? {
                    let status = office.status(&receipt.number).await?.ok_or(Refusal::NotFound)?;
                    return Ok((status, receipt));
                }
            }
            Err(Refusal::NotFound)
        },
        |(status, receipt)| view! { <Sheets status receipt/> },
    )
}

/// The way back to the request.
fn back(lang: Lang, number: &TrackingNumber) -> impl IntoView + use<> {
    let href = lang.path(&format!("/staff/requests/{number}"));
    let words = texts::StatusWords::request_title(lang, number.as_str());
    view! { <p class="bwc-unprinted"><a href=href class="bwc-number">{words}</a></p> }
}

/// What is so today: of a request that nobody has acted on yet as on the receipt of whoever files, of any other its status.
#[component]
fn Sheets(status: PublicStatus, receipt: Receipt) -> impl IntoView {
    let lang = lang();
    let code = receipt.code.grouped();
    let late = status.next.nearest().filter(|_| status.next.overdue).map(|(_, day)| {
        view! { <Banner title=lang.intake_late(day) tone=Tone::Stop><p>{lang.intake_late_means()}</p></Banner> }
    });
    let runs = |id: ClockId| {
        status
            .clocks
            .iter()
            .any(|view| view.clock.id == id && view.clock.runs())
    };
    let first = if runs(ClockId::C1) {
        let deadline = receipt.act_by.clone();
        let days_left = days_between(office().today(), deadline.date);
        view! {
            <NextDate label=lang.filed_act_by() date=deadline.date clock=Some(ClockId::C1) days_left/>
            <p>{lang.filed_acting()}</p>
            <ClockWork deadline open=true/>
        }
        .into_any()
    } else {
        view! {
            <p><strong>{lang.sheet_stands()}" "{lang.stage(status.stage)}</strong></p>
            <p>{lang.next_sentence(&status.next)}</p>
        }
        .into_any()
    };
    let received = if status.held_until.is_none() {
        lang.sheet_received(receipt.received_on)
    } else {
        lang.filed_received_on(receipt.received_on)
    };
    let held = receipt.held.filter(|_| status.held_until.is_none());
    let asked = Receipt {
        provide_by: receipt.provide_by.clone().filter(|_| runs(ClockId::C3)),
        ..receipt.clone()
    };
    view! {
        <Layout title=lang.sheet_title() noindex=true>
            <div class="bwc-receipt">
                {back(lang, &receipt.number)}
                <div class="bwc-unprinted">{late}<p>{lang.sheet_hand_over()}</p></div>
                <h1>{lang.sheet_title()}</h1>
                <p>{received}</p>
                <p>{lang.filed_number()}": "<Code text=receipt.number.to_string() small=true/></p>
                {first}
                {held.map(|held| view! { <Held held/> })}
                <p>{lang.sheet_code_apart()}</p>
                <Asked receipt=asked/>
                <Custodian/>
                <details class="bwc-unprinted">
                    <summary>{lang.sheet_show_code()}</summary>
                    <Code text=code kind=CodeKind::Access/>
                </details>
            </div>
            <Sealed receipt/>
        </Layout>
    }
}

/// The sheet with the code: on paper alone, so that it does not stand on a screen that others see.
#[component]
fn Sealed(receipt: Receipt) -> impl IntoView {
    let lang = lang();
    let (number, code) = (receipt.number.to_string(), receipt.code.grouped());
    let track = format!("{}{}", site_info().base_url, lang.path("/track"));
    let address = format!("{track}#{number}.{}", receipt.code.bare());
    view! {
        <section class="bwc-sealed" aria-label=lang.filed_card()>
            <p class="bwc-sealed__fold">{lang.sheet_sealed()}</p>
            <dl class="bwc-card__codes">
                <dt>{lang.filed_number()}</dt>
                <dd><Code text=number/></dd>
                <dt>{lang.filed_code()}</dt>
                <dd><Code text=code kind=CodeKind::Access/><p>{lang.filed_code_hint()}</p></dd>
            </dl>
            <p>{lang.sheet_use(&track)}</p>
            <Qr text=address title=lang.filed_qr()/>
        </section>
    }
}

#[component]
fn Gone(number: TrackingNumber) -> impl IntoView {
    let lang = lang();
    let code = lang.path(&format!("/staff/requests/{number}/code"));
    view! {
        <Layout title=lang.sheet_title() noindex=true>
            {back(lang, &number)}
            <h1>{lang.filed_gone_title()}</h1>
            <p>{lang.sheet_gone()}</p>
            <p><a href=code>{lang.code_title()}</a></p>
        </Layout>
    }
}

/// Gives out a new access code.
#[component]
pub fn NewCode() -> impl IntoView {
    let (office, number, staff) = (office(), number(), signed_in());
    load(
        async move {
            let number = number?;
            staff?.custodian()?;
            office.status(&number).await?.ok_or(Refusal::NotFound)?;
            Ok(number)
        },
        |number| view! { <Reissue number/> },
    )
}

#[component]
fn Reissue(number: TrackingNumber) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(CodeReissueForm::default, |lang, name| match name {
        "ground" => (lang.code_ground_label(), None),
        _ => (lang.code_note(), Some(lang.code_note_hint())),
    });
    let grounds = CodeGround::ALL
        .map(|ground| Choice::new(ground.key(), lang.code_ground(ground)))
        .to_vec();
    view! {
        <Layout title=lang.code_title() failed={draft.failed()}>
            <FormProblems draft=draft.clone()/>
            {back(lang, &number)}
            <h1>{lang.code_title()}</h1>
            <p>{lang.code_intro()}</p>
            <Form>
                <Choices of=draft.field("ground") choices=grounds/>
                <TextField of=draft.field("note") rows=2/>
                <Button>{lang.code_send()}</Button>
            </Form>
        </Layout>
    }
}
