//! What was asked, and by whom, ready to be copied into a search.

use leptos::prelude::*;
use office::{Lang, forms::Notify, views::StaffRequest};
use texts::{CommonWords, DateWords, FollowingWords, LawWords, StaffWords, StatusWords};

use crate::components::{SummaryList, SummaryRow};

/// What was asked.
pub fn asked(lang: Lang, request: &StaffRequest) -> impl IntoView + use<> {
    let (asked, status) = (&request.asked, &request.status);
    let hours = lang.hours(asked.time_from.as_deref(), asked.time_to.as_deref());
    let days = lang.days(asked.incident_date, asked.incident_date_to);
    let when = if hours.is_empty() {
        days
    } else {
        format!("{days}, {hours}")
    };
    let media: Vec<&str> = status.media.iter().map(|media| lang.media(*media)).collect();
    let rows = [
        (lang.asked_when(), when),
        (lang.asked_place(), asked.place.clone()),
        (lang.fact_division(), status.division.clone().unwrap_or_default()),
        (lang.asked_report(), asked.report_number.clone()),
        (lang.asked_officers(), asked.officers.clone()),
        (lang.asked_people(), asked.people.clone()),
        (lang.asked_description(), asked.description.clone()),
        (lang.fact_media(), media.join(", ")),
        (lang.fact_footage(), lang.footage(&status.footage)),
        (lang.fact_received(), lang.day(status.received_on)),
        (
            lang.asked_needed(),
            asked.needed_by.map(|day| lang.day(day)).unwrap_or_default(),
        ),
    ];
    view! {
        <section>
            <h2>{lang.asked_title()}</h2>
            {list(rows.to_vec())}
        </section>
    }
}

/// Who asked, and how they can be reached.
pub fn contact(lang: Lang, request: &StaffRequest) -> impl IntoView + use<> {
    let asked = &request.asked;
    let notify = match request.notify {
        Notify::Email => lang.asked_notify_email(),
        Notify::None => lang.asked_notify_none(),
    };
    let name = if asked.name.is_empty() {
        lang.contact_anonymous().to_owned()
    } else {
        asked.name.clone()
    };
    let rows = [
        (lang.asked_name(), name),
        (lang.fact_track(), lang.track(request.status.track).to_owned()),
        (lang.asked_relation(), asked.relation.clone()),
        (lang.asked_represents(), asked.represents.clone()),
        (lang.asked_claim(), asked.civil_claim.clone()),
        (lang.asked_email(), asked.email.clone().unwrap_or_default()),
        (lang.asked_phone(), asked.phone.clone()),
        (lang.asked_postal(), asked.postal_address.clone()),
        (lang.asked_notify(), notify.to_owned()),
        (lang.asked_language(), request.language.language().to_owned()),
    ];
    view! {
        <section>
            <h2>{lang.contact_title()}</h2>
            <p class="bwc-soft">{lang.contact_private()}</p>
            {list(rows.to_vec())}
        </section>
    }
}

fn list(rows: Vec<(&'static str, String)>) -> impl IntoView {
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <SummaryRow name=name><span class="bwc-typed">{value}</span></SummaryRow> })
        .collect();
    view! { <SummaryList>{rows}</SummaryList> }
}
