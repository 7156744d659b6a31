//! The guide for asking a court, with a worksheet to write on.

use std::collections::BTreeMap;

use law::event::Event;
use leptos::prelude::*;
use office::{Problem, Refusal, TrackingNumber, views::PublicStatus};
use texts::{DateWords, FollowingWords, LawWords, PetitionWords, StatusWords};

use crate::{
    components::{
        Banner, BulletList, Button, Draft, Field, FormProblems, Inset, Layout, SummaryList, SummaryRow, Timeline,
        TimelineLine, Tone, footage_sentence, standing_sentence,
    },
    context::{lang, load, office, query, set_status},
};

/// Lines to write an answer on.
const RULES: usize = 6;

/// The guide; with a number, filled with what is public about the request.
#[component]
pub fn Petition() -> impl IntoView {
    let office = office();
    let typed = query("number").trim().to_owned();
    let asked = typed.clone();
    load(
        async move {
            if asked.is_empty() {
                return Ok(Ok(None));
            }
            let number = match TrackingNumber::parse(&asked) {
                Ok(number) => number,
                Err(problem) => return Ok(Err(problem)),
            };
            let status = office.status(&number).await?;
            Ok(status.map(Some).ok_or(Problem::NoSuchRequest))
        },
        move |found| view! { <Guide typed found/> },
    )
}

/// What it costs comes before anything that sounds easy.
#[component]
fn Guide(typed: String, found: Result<Option<PublicStatus>, Problem>) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let refusal = found
        .as_ref()
        .err()
        .map(|problem| Refusal::field("number", problem.clone()));
    let draft = Draft::new(&BTreeMap::from([("number", typed)]), refusal, |lang, _| {
        (lang.petition_number(), Some(lang.petition_about_form()))
    });
    if draft.failed() {
        set_status(422);
    }
    let about = match found {
        Ok(Some(status)) => view! { <RequestFacts status/> }.into_any(),
        _ => view! { <NumberForm draft=draft.clone()/> }.into_any(),
    };
    view! {
        <Layout title=lang.petition_title() description=lang.petition_lead() failed={draft.failed()}>
            <div class="bwc-sheet">
                <FormProblems draft/>
                <h1>{lang.petition_title()}</h1>
                <Banner title=lang.petition_costs_title() tone=Tone::Waiting>
                    {lang.petition_costs().map(|text| view! { <p>{text}</p> }).into_iter().collect_view()}
                </Banner>
                <p>{lang.petition_lead()}</p>
                {about}
                <section aria-labelledby="who">
                    <h2 id="who">{lang.petition_who()}</h2>
                    <BulletList lines=lang.petition_who_text()/>
                </section>
                <section aria-labelledby="where">
                    <h2 id="where">{lang.petition_where()}</h2>
                    <p>{lang.petition_where_text(&office.profile().court)}</p>
                    <p>{lang.petition_clerk()}</p>
                    <BulletList lines=lang.petition_clerk_list()/>
                </section>
                <section aria-labelledby="bring">
                    <h2 id="bring">{lang.petition_bring()}</h2>
                    <Boxes lines=lang.petition_bring_list().to_vec()/>
                </section>
                <Questions/>
                <Outcomes/>
                <section aria-labelledby="not">
                    <h2 id="not">{lang.petition_not()}</h2>
                    <BulletList lines=lang.petition_not_list()/>
                    <p class="bwc-unprinted"><a href=lang.path("/law")>{lang.petition_more()}</a></p>
                </section>
            </div>
        </Layout>
    }
}

/// The court's factors, each with room for an answer.
#[component]
fn Questions() -> impl IntoView {
    let lang = lang();
    let questions = lang.petition_factors().map(|(question, help, prompt)| {
        let rules = (0..RULES).map(|_| view! { <span class="bwc-sheet__rule"></span> });
        view! {
            <li class="bwc-sheet__question">
                <h3>{question}</h3>
                <p>{help}</p>
                <p><strong>{lang.petition_answer()}": "</strong>{prompt}</p>
                <div aria-hidden="true">{rules.collect_view()}</div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="factors">
            <h2 id="factors">{lang.petition_questions()}</h2>
            <p>{lang.petition_questions_lead()}</p>
            <ol>{questions.into_iter().collect_view()}</ol>
        </section>
    }
}

#[component]
fn Outcomes() -> impl IntoView {
    let lang = lang();
    view! {
        <section aria-labelledby="may">
            <h2 id="may">{lang.petition_may()}</h2>
            {lang.petition_may_list().map(|text| view! { <p>{text}</p> }).into_iter().collect_view()}
            <BulletList lines=lang.petition_terms()/>
            {lang.petition_after().map(|text| view! { <p>{text}</p> }).into_iter().collect_view()}
        </section>
    }
}

/// Things to tick off on paper.
#[component]
fn Boxes(lines: Vec<&'static str>) -> impl IntoView {
    let items: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul class="bwc-sheet__boxes">{items}</ul> }
}

/// Asks for the number of a request.
#[component]
fn NumberForm(draft: Draft) -> impl IntoView {
    let lang = lang();
    view! {
        <section class="bwc-unprinted" aria-labelledby="about">
            <h2 id="about">{lang.petition_about()}</h2>
            <form class="bwc-form" method="get" action=lang.path("/law/petition")>
                <Field of=draft.field("number").optional() autocomplete="off" code=true/>
                <Button>{lang.petition_fill()}</Button>
            </form>
        </section>
    }
}

/// What is public about the request, as far as a court needs it.
#[component]
fn RequestFacts(status: PublicStatus) -> impl IntoView {
    let lang = lang();
    let division = status.division.clone().unwrap_or_else(|| lang.not_given().to_owned());
    let media: Vec<&str> = status.media.iter().map(|media| lang.media(*media)).collect();
    let standing = format!("{}: {}", lang.stage(status.stage), standing_sentence(lang, &status));
    let rows = [
        (lang.petition_number(), status.number.to_string()),
        (lang.fact_received(), lang.day(status.received_on)),
        (lang.fact_month(), lang.month(&status.incident_month)),
        (lang.fact_division(), division),
        (lang.fact_media(), media.join(", ")),
        (lang.fact_track(), lang.track(status.track).to_owned()),
        (lang.fact_footage(), footage_sentence(lang, &status)),
        (lang.col_stage(), standing),
    ];
    let rows = rows.map(|(name, value)| view! { <SummaryRow name=name>{value}</SummaryRow> });
    let rows = rows.into_iter().collect_view();
    let lines: Vec<TimelineLine> = status
        .docket
        .iter()
        .filter(|line| matters(&line.event))
        .map(|line| TimelineLine::of(line, lang))
        .collect();
    let events = (!lines.is_empty()).then(|| view! { <h3>{lang.petition_events()}</h3><Timeline lines/> });
    let at = lang.path(&format!("/requests/{}", status.number));
    view! {
        <section aria-labelledby="about">
            <h2 id="about">{lang.petition_about()}</h2>
            <SummaryList>{rows}</SummaryList>
            <p>{lang.petition_facts_as_of()}" "<a class="bwc-unprinted" href=at.clone()>{lang.mail_back()}</a></p>
            {events}
            <Inset><p><a href=format!("{at}/timeline")>{lang.petition_timeline()}</a></p></Inset>
            <p class="bwc-unprinted"><a href=lang.path("/law/petition")>{lang.petition_other()}</a></p>
        </section>
    }
}

/// What closes, opens or brings a request before a court.
const fn matters(event: &Event) -> bool {
    matches!(
        event,
        Event::Filed { .. }
            | Event::ClosedActive { .. }
            | Event::ActiveConfirmed { .. }
            | Event::BecameInactive { .. }
            | Event::Reclosed { .. }
            | Event::Denied { .. }
            | Event::DeniedInPart { .. }
            | Event::NoRecord { .. }
            | Event::GroundsAsked
            | Event::GroundsGiven
            | Event::FeeAsked { .. }
            | Event::FeeSettled { .. }
            | Event::CourtAsked { .. }
            | Event::OrderVerified { .. }
            | Event::CourtEntered { .. }
            | Event::CourtMatter
            | Event::Released { .. }
    )
}
