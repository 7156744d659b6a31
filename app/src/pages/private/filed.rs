//! What the requester filed.

use leptos::prelude::*;
use office::{Lang, forms::Notify, views::PrivateView};
use texts::{CommonWords, DateWords, FollowingWords, LawWords, StatusWords};

use crate::components::{SummaryList, SummaryRow};

/// What was filed, each answer that was given.
pub fn filed(lang: Lang, private: &PrivateView) -> impl IntoView + use<> {
    let rows: Vec<_> = rows(lang, private)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <SummaryRow name=name><span class="bwc-typed">{value}</span></SummaryRow> })
        .collect();
    view! {
        <section>
            <h2>{lang.filed_title()}</h2>
            <SummaryList>{rows}</SummaryList>
        </section>
    }
}

fn rows(lang: Lang, private: &PrivateView) -> Vec<(&'static str, String)> {
    let (asked, status) = (&private.asked, &private.status);
    let hours = lang.hours(asked.time_from.as_deref(), asked.time_to.as_deref());
    let days = lang.days(asked.incident_date, asked.incident_date_to);
    let when = if hours.is_empty() {
        days
    } else {
        format!("{days}, {hours}")
    };
    let media: Vec<&str> = status.media.iter().map(|media| lang.media(*media)).collect();
    let notify = match private.notify {
        Notify::Email => lang.asked_notify_email(),
        Notify::None => lang.asked_notify_none(),
    };
    vec![
        (lang.fact_received(), lang.day(status.received_on)),
        (lang.fact_track(), lang.track(status.track).to_owned()),
        (lang.asked_when(), when),
        (lang.asked_place(), asked.place.clone()),
        (lang.fact_division(), status.division.clone().unwrap_or_default()),
        (lang.asked_report(), asked.report_number.clone()),
        (lang.asked_officers(), asked.officers.clone()),
        (lang.asked_people(), asked.people.clone()),
        (lang.asked_description(), asked.description.clone()),
        (lang.fact_media(), media.join(", ")),
        (lang.asked_name(), asked.name.clone()),
        (lang.asked_relation(), asked.relation.clone()),
        (lang.asked_represents(), asked.represents.clone()),
        (lang.asked_claim(), asked.civil_claim.clone()),
        (lang.asked_email(), asked.email.clone().unwrap_or_default()),
        (lang.asked_phone(), asked.phone.clone()),
        (lang.asked_postal(), asked.postal_address.clone()),
        (lang.asked_notify(), notify.to_owned()),
        (lang.asked_language(), private.language.language().to_owned()),
        (
            lang.asked_needed(),
            asked.needed_by.map(|day| lang.day(day)).unwrap_or_default(),
        ),
    ]
}
