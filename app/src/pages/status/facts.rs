//! The hold, the facts of a request, and the ways to follow it.

use law::{event::Event, hold::HoldKind, request::Stage};
use leptos::prelude::*;
use office::{TrackingNumber, views::PublicStatus};
use texts::{DateWords, LawWords, StatusWords, TimelineWords};

use crate::{
    components::{Day, SummaryList, SummaryRow, footage_sentence},
    context::lang,
};

/// Until when the footage is kept, and why.
#[component]
pub fn Hold(status: PublicStatus) -> impl IntoView {
    let lang = lang();
    let words = match status.held_until {
        Some(day) if day < status.today => lang.hold_past(day),
        _ if status.stage == Stage::NoRecord => lang.hold_no_record(status.no_record()).to_owned(),
        None => lang.hold_open().to_owned(),
        Some(day) => lang.hold_until(day),
    };
    let sued = |event: &Event| {
        matches!(
            event,
            Event::HoldPlaced {
                kind: HoldKind::Lawsuit
            }
        )
    };
    let lawsuit = status.docket.iter().any(|line| sued(&line.event));
    view! {
        <section>
            <h2>{lang.hold_title()}</h2>
            <p>{words}</p>
            {lawsuit.then(|| view! { <p>{lang.hold_lawsuit()}</p> })}
        </section>
    }
}

/// What everybody may know about the request.
#[component]
pub fn Facts(status: PublicStatus) -> impl IntoView {
    let lang = lang();
    let division = status.division.clone().unwrap_or_else(|| lang.not_given().to_owned());
    let media: Vec<&str> = status.media.iter().map(|media| lang.media(*media)).collect();
    let footage = footage_sentence(lang, &status);
    view! {
        <section>
            <h2>{lang.facts_title()}</h2>
            <SummaryList>
                <SummaryRow name=lang.fact_received()><Day date=status.received_on/></SummaryRow>
                <SummaryRow name=lang.fact_month()>{lang.month(&status.incident_month)}</SummaryRow>
                <SummaryRow name=lang.fact_division()>{division}</SummaryRow>
                <SummaryRow name=lang.fact_media()>{media.join(", ")}</SummaryRow>
                <SummaryRow name=lang.fact_track()>{lang.track(status.track)}</SummaryRow>
                <SummaryRow name=lang.fact_footage()>{footage}</SummaryRow>
            </SummaryList>
            <p>{lang.facts_privacy()}</p>
        </section>
    }
}

/// The ways to follow the request.
#[component]
pub fn WaysToFollow(number: TrackingNumber) -> impl IntoView {
    let lang = lang();
    let at = lang.path(&format!("/requests/{number}"));
    view! {
        <section>
            <h2>{lang.follow_title()}</h2>
            <ul>
                <li><a href=format!("{at}/follow")>{lang.follow_email()}</a></li>
                <li><a href=format!("{at}/calendar.ics")>{lang.follow_calendar()}</a></li>
                <li><a href=format!("{at}/feed.atom") type="application/atom+xml">{lang.follow_feed()}</a></li>
                <li><a href=format!("{at}/timeline")>{lang.sheet_link()}</a></li>
                <li><a href=format!("{at}/private")>{lang.follow_private()}</a></li>
            </ul>
        </section>
    }
}
