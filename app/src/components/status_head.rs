//! The answer that a person needs on the bus: status, sentence, date.

use law::{
    Date,
    recording::RecordingStatus,
    request::{Stage, section},
    request_state::AwaitedStep,
};
use leptos::prelude::*;
use office::{
    Lang,
    views::{PublicStatus, VideoStanding},
};
use texts::{LawWords, LibraryWords, StatusWords};

use super::{Code, Day, NextDate, StatusTag};
use crate::context::lang;

/// What is happening: of a request that ended with a video, what became of the video.
pub fn standing_sentence(lang: Lang, status: &PublicStatus) -> String {
    match status.video.filter(|_| status.next.what == AwaitedStep::Nothing) {
        None => lang.next_sentence(&status.next),
        Some(VideoStanding { stopped_on: None, .. }) => lang.video_ready().to_owned(),
        Some(VideoStanding {
            going: 0,
            stopped_on: Some(day),
        }) => lang.video_stopped(day),
        Some(VideoStanding {
            stopped_on: Some(day), ..
        }) => lang.video_stopped_in_part(day),
    }
}

/// The same to who filed it, on the page where the video is.
fn own_sentence(lang: Lang, status: &PublicStatus) -> String {
    match status.video.filter(|_| status.next.what == AwaitedStep::Nothing) {
        Some(VideoStanding { stopped_on: None, .. }) => lang.video_ready_here().to_owned(),
        Some(VideoStanding {
            going: 1..,
            stopped_on: Some(day),
        }) => lang.video_stopped_in_part_here(day),
        _ => standing_sentence(lang, status),
    }
}

/// What is known of the footage. Of a request that has ended nothing is still to be determined.
pub fn footage_sentence(lang: Lang, status: &PublicStatus) -> String {
    match (status.stage, &status.footage) {
        (Stage::NoRecord, _) => lang.footage_none(status.no_record()).to_owned(),
        (Stage::OrderDenied, RecordingStatus::Undetermined) => lang.footage_refused().to_owned(),
        (stage, RecordingStatus::Undetermined) if stage.ended() => lang.footage_undetermined().to_owned(),
        (_, footage) => lang.footage(footage),
    }
}

/// What ended the request and under which section, where it has ended: the reason belongs to the answer.
fn ending(lang: Lang, status: &PublicStatus) -> Option<String> {
    let mut events = status.docket.iter().rev().map(|line| &line.event);
    let (event, by) = events
        .find_map(|event| Some((event, event.ends_by()?)))
        .filter(|_| status.stage.ended())?;
    let (words, section) = (lang.event(event), section(by));
    // Most name their own.
    let named = words.contains("RSMo");
    Some(if named {
        words
    } else {
        format!("{words} {}", lang.ended_under(&section))
    })
}

/// Status tag, sentence and next date of a request under the heading of its page; the children follow the date.
#[component]
pub fn StatusHead(
    /// What the page is, before the number.
    title: &'static str,
    /// Where the request stands.
    status: PublicStatus,
    /// Whether whoever filed reads it on their own page.
    #[prop(optional)]
    own: bool,
    children: Children,
) -> impl IntoView {
    let lang = lang();
    let next = &status.next;
    let left = |date: Date| (date - status.today).get_days();
    let date = next.by.map(|(clock, date)| {
        view! { <NextDate label=lang.next_short(next) date clock=Some(clock) days_left=left(date)/> }
    });
    let beside = next.beside.map(|(clock, date)| {
        view! { <NextDate label=lang.clock(clock) date clock=Some(clock) days_left=left(date)/> }
    });
    let own_day = next.office_day().map(|date| {
        view! { <p data-office-day=date.to_string()>{lang.office_day_label()}": "<strong><Day date/></strong></p> }
    });
    let sentence = if own { own_sentence } else { standing_sentence };
    let (sentence, end) = (sentence(lang, &status), ending(lang, &status));
    view! {
        <div class="bwc-status-head">
            <h1 class="bwc-status-head__title">{title}" "<Code text=status.number.as_str() small=true/></h1>
            <p class="bwc-status-head__tag"><StatusTag stage=status.stage late=next.overdue/></p>
            <p class="bwc-status-head__sentence">{sentence}</p>
            {end.map(|end| view! { <p>{end}</p> })}
            {date}
            {beside}
            {own_day}
            {children()}
        </div>
    }
}
