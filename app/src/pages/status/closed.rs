//! Why footage is closed, how it can open, and what remains when a request has ended.

use law::{
    recording::{InactiveGround, NoRecordReason, RecordingStatus},
    request::Stage,
    request_state::AwaitedStep,
};
use leptos::prelude::*;
use office::views::PublicStatus;
use texts::{LawWords, PetitionWords, StatusWords};

use crate::{
    components::{Banner, Tone},
    context::{lang, office},
};

/// "Why is this closed?", while an investigation keeps it closed.
#[component]
pub fn Closed(status: PublicStatus) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let confirmed = match status.footage {
        RecordingStatus::ActiveClosed { confirmed_on } => Some(confirmed_on),
        _ => None,
    };
    let waits = status.stage == Stage::WaitInactive || (confirmed.is_some() && !status.stage.ended());
    let guide = lang.path(&format!("/law/petition?number={}", status.number));
    waits.then(|| {
        view! {
            <section>
                <h2 id="closed">{lang.closed_title()}</h2>
                <p>{lang.closed_law()}</p>
                {confirmed.map(|day| view! { <p>{lang.closed_confirmed(day)}</p> })}
                <p>{lang.closed_ways()}</p>
                <ol>{InactiveGround::ALL.map(|ground| view! { <li>{lang.ground_long(ground)}</li> }).collect_view()}</ol>
                <p>{lang.closed_years()}</p>
                <h3>{lang.court_title()}</h3>
                <p>{lang.court_way(&office.profile().court)}</p>
                <p>{lang.court_weighs()}</p>
                <Banner title=lang.court_costs_title() tone=Tone::Waiting><p>{lang.court_costs()}</p></Banner>
                <p><a href=guide>{lang.petition_link()}</a></p>
            </section>
        }
    })
}

/// What can still be done after some ends, and when a duty was missed.
#[component]
pub fn After(
    /// Where it stands.
    status: PublicStatus,
    /// Whether whoever filed reads it on their own page, which offers what they can do themselves.
    #[prop(optional)]
    own: bool,
) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let ways = lang.after(status.stage, status.no_record()).unwrap_or_default();
    // Whoever has asked, or was given them, need not be told that they can ask.
    let given = status.grounds_given();
    let offered = own && matches!(status.stage, Stage::Denied | Stage::Partial);
    let asked = given || offered || status.next.what == AwaitedStep::WrittenGrounds;
    let given = (given && !own).then(|| view! { <p>{lang.grounds_given()}</p> });
    let ways = if asked { ways.get(1..).unwrap_or_default() } else { ways };
    let guide = (status.stage == Stage::Denied).then(|| {
        let path = lang.path(&format!("/law/petition?number={}", status.number));
        view! { <p><a href=path>{lang.petition_link()}</a></p> }
    });
    let lost =
        status.stage == Stage::NoRecord && matches!(status.no_record(), Some(NoRecordReason::DeletedInBreach { .. }));
    let enforce =
        (status.next.overdue || status.stage == Stage::Denied || lost).then(|| lang.enforce(&office.profile().court));
    (!ways.is_empty() || given.is_some() || enforce.is_some()).then(|| {
        view! {
            <section>
                <h2>{lang.after_title()}</h2>
                {given}
                {ways.iter().map(|way| view! { <p>{*way}</p> }).collect_view()}
                {enforce.map(|way| view! { <p>{way}</p> })}
                {guide}
            </section>
        }
    })
}
