//! The hold, the facts of a request, and the ways to follow it.

use law::{event::Event, hold::HoldKind, request::Stage};
use leptos::prelude::*;
use office::{Lang, views::PublicStatus};
use texts::{DateWords, LawWords, StatusWords, TimelineWords};

use crate::components::{Day, SummaryList, SummaryRow};

/// Until when the footage is kept, and why.
pub fn hold(lang: Lang, status: &PublicStatus) -> impl IntoView + use<> {
    let words = match status.held_until {
        _ if status.stage == Stage::NoRecord => lang.hold_no_record().to_owned(),
        None => lang.hold_open().to_owned(),
        Some(day) if day < status.today => lang.hold_past(day),
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
pub fn facts(lang: Lang, status: &PublicStatus) -> impl IntoView + use<> {
    let division = status.division.clone().unwrap_or_else(|| lang.not_given().to_owned());
    let media: Vec<&str> = status.media.iter().map(|media| lang.media(*media)).collect();
    let media = media.join(", ");
    let (received, month) = (status.received_on, lang.month(&status.incident_month));
    let (track, footage) = (lang.track(status.track), lang.footage(&status.footage));
    view! {
        <section>
            <h2>{lang.facts_title()}</h2>
            <SummaryList>
                <SummaryRow name=lang.fact_received()><Day date=received/></SummaryRow>
                <SummaryRow name=lang.fact_month()>{month}</SummaryRow>
                <SummaryRow name=lang.fact_division()>{division}</SummaryRow>
                <SummaryRow name=lang.fact_media()>{media}</SummaryRow>
                <SummaryRow name=lang.fact_track()>{track}</SummaryRow>
                <SummaryRow name=lang.fact_footage()>{footage}</SummaryRow>
            </SummaryList>
            <p>{lang.facts_privacy()}</p>
        </section>
    }
}

/// The ways to follow the request.
pub fn follow(lang: Lang, status: &PublicStatus) -> impl IntoView + use<> {
    let at = lang.path(&format!("/requests/{}", status.number));
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
