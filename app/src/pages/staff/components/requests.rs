//! What is said of requests, notices and released video.

use law::{fee::Fee, hold::ClockChange, request::Stage};
use leptos::prelude::*;
use office::{
    Lang,
    views::{Actor, MessageView},
};
use texts::{ComponentWords, FeeWords, FollowingWords, LawWords, StatusWords};

use super::{Specimen, samples, state};
use crate::{
    components::{
        Byline, ClockList, ClockWork, FeeTable, Held, Messages, NextDate, ObjectionItem, PaperList, PaperReader,
        Released, StatusHead, StatusTag, Timeline, TimelineLine,
    },
    context::lang,
};

/// Where a request stands, and what happened.
#[component]
pub fn RequestComponents() -> impl IntoView {
    let lang = lang();
    let tags = Stage::ALL.map(|stage| view! { <li><StatusTag stage/></li> });
    let next = move |days_left: i32| view! { <NextDate label=lang.next_short(&samples::status().next) date=samples::TODAY days_left/> };
    let work = samples::deadline().map(|deadline| {
        view! {
            {state(lang.state_closed(), view! { <ClockWork deadline=deadline.clone()/> })}
            {state(lang.state_open(), view! { <ClockWork deadline open=true/> })}
        }
    });
    let held = [None, Some(ClockChange::Doubled), Some(ClockChange::Skipped)]
        .map(|change| view! { <Held held=samples::held(change)/> })
        .collect_view();
    let lines = samples::docket()
        .iter()
        .map(|line| TimelineLine::of(line, lang))
        .collect();
    view! {
        <Specimen name="StatusTag">
            <ul>{tags.collect_view()}<li><StatusTag stage=Stage::UnderReview late=true/></li></ul>
        </Specimen>
        <Specimen name="FeeTable">
            {state(lang.fee_total_estimated(), view! { <FeeTable fee=Fee::None account=samples::estimated()/> })}
            {state(lang.fee_left(), view! { <FeeTable fee=samples::fee() account=samples::account()/> })}
        </Specimen>
        <Specimen name="StatusHead"><StatusHead title=lang.request() status=samples::status()>""</StatusHead></Specimen>
        <Specimen name="NextDate">
            {state(lang.state_in_time(), view! { {next(3)} })}
            {state(lang.state_late(), view! { {next(-2)} })}
        </Specimen>
        <Specimen name="ClockWork">{work}</Specimen>
        <Specimen name="Held">{held}</Specimen>
        <Specimen name="ClockList"><ClockList clocks=samples::clocks()/></Specimen>
        <Specimen name="Timeline"><Timeline lines/></Specimen>
        <Specimen name="Messages">
            <Messages title=lang.messages_title() none=lang.messages_none() messages=samples::messages() byline reader=PaperReader::Staff/>
        </Specimen>
        <Specimen name="PaperList"><PaperList papers=samples::papers() reader=PaperReader::Requester(samples::number())/></Specimen>
    }
}

fn byline(lang: Lang, message: &MessageView) -> Byline {
    Byline {
        by: lang.actor(message.by),
        act: Some(lang.act(message.act)),
        mine: message.by == Actor::Requester,
    }
}

/// Objections to a release, and what was released.
#[component]
pub fn FootageComponents() -> impl IntoView {
    let lang = lang();
    view! {
        <Specimen name="ObjectionItem">
            {state(lang.state_open(), view! { <ul class="bwc-notice-objections"><ObjectionItem of=samples::objection(false)/></ul> })}
            {state(lang.state_answered(), view! { <ul class="bwc-notice-objections"><ObjectionItem of=samples::objection(true)/></ul> })}
        </Specimen>
        <Specimen name="Released">
            <Released video=samples::video() at="#Released".to_owned() title=lang.components_title().to_owned() sample=true/>
        </Specimen>
    }
}
