//! What was asked and by whom, in rows, for the requester's own page and for staff.

use law::request::Media;
use leptos::prelude::*;
use office::{
    Lang,
    forms::{Notify, RequestDetails},
    views::PublicStatus,
};
use texts::{CommonWords, DateWords, FollowingWords, LawWords, StatusWords};

use crate::components::{SummaryList, SummaryRow};

/// A name and what was answered; nothing, where nothing was.
pub type Row = (&'static str, String);

/// Which footage.
pub fn footage(lang: Lang, asked: &RequestDetails, status: &PublicStatus) -> Vec<Row> {
    footage_of(lang, asked, &status.media, status.division.clone())
}

/// Which footage, by its cameras and the name of its division.
pub fn footage_of(lang: Lang, asked: &RequestDetails, media: &[Media], division: Option<String>) -> Vec<Row> {
    let hours = lang.hours(asked.time_from.as_deref(), asked.time_to.as_deref());
    let days = lang.days(asked.incident_date, asked.incident_date_to);
    let when = if hours.is_empty() {
        days
    } else {
        format!("{days}, {hours}")
    };
    let media: Vec<&str> = media.iter().map(|media| lang.media(*media)).collect();
    vec![
        (lang.asked_when(), when),
        (lang.asked_place(), asked.place.clone()),
        (lang.fact_division(), division.unwrap_or_default()),
        (lang.asked_report(), asked.report_number.clone()),
        (lang.asked_officers(), asked.officers.clone()),
        (lang.asked_people(), asked.people.clone()),
        (lang.asked_description(), asked.description.clone()),
        (lang.fact_media(), media.join(", ")),
    ]
}

/// In what part they ask.
pub fn standing(lang: Lang, asked: &RequestDetails) -> Vec<Row> {
    vec![
        (lang.asked_relation(), asked.relation.clone()),
        (lang.asked_represents(), asked.represents.clone()),
        (lang.asked_claim(), asked.civil_claim.clone()),
    ]
}

/// How they can be reached, and in which language.
pub fn reach(lang: Lang, asked: &RequestDetails, notify: Notify, language: Lang) -> Vec<Row> {
    let notify = match notify {
        Notify::Email => lang.asked_notify_email(),
        Notify::None => lang.asked_notify_none(),
    };
    vec![
        (lang.asked_email(), asked.email.clone().unwrap_or_default()),
        (lang.asked_phone(), asked.phone.clone()),
        (lang.asked_postal(), asked.postal_address.clone()),
        (lang.asked_notify(), notify.to_owned()),
        (lang.asked_language(), language.language().to_owned()),
    ]
}

/// By when they need it.
pub fn needed(lang: Lang, asked: &RequestDetails) -> Row {
    let day = asked.needed_by.map(|day| lang.day(day));
    (lang.asked_needed(), day.unwrap_or_default())
}

/// The rows that say something.
#[component]
pub fn AnswerList(rows: Vec<Row>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <SummaryRow name=name><span class="bwc-typed">{value}</span></SummaryRow> })
        .collect();
    view! { <SummaryList>{rows}</SummaryList> }
}
