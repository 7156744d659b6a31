//! Who may ask, what closes a video, and what opens it.

use leptos::prelude::*;
use texts::{LawPageWords, LawWords, PetitionWords};

use crate::{
    components::{Banner, BulletList, Tone},
    context::{lang, office},
};

/// Who may ask, and on what right.
#[component]
pub fn Party() -> impl IntoView {
    let lang = lang();
    view! {
        <section aria-labelledby="who">
            <h2 id="who">{lang.law_who()}</h2>
            <BulletList lines=[lang.law_who_anyone(), lang.law_who_depicted(), lang.law_who_civil(), lang.law_who_kin()]/>
        </section>
    }
}

/// Closed by an active investigation, and the three ways in which that ends.
#[component]
pub fn Closed() -> impl IntoView {
    let lang = lang();
    view! {
        <section aria-labelledby="closed">
            <h2 id="closed">{lang.law_closed()}</h2>
            <p>{lang.law_closed_text()}</p>
            <BulletList lines=[lang.law_ground_dropped(), lang.law_ground_time(), lang.law_ground_final()]/>
            <p>{lang.law_closed_note()}</p>
            <p>{lang.law_places()}</p>
        </section>
    }
}

/// The court way with its four factors and its price.
#[component]
pub fn Court() -> impl IntoView {
    let lang = lang();
    view! {
        <section aria-labelledby="court">
            <h2 id="court">{lang.law_court()}</h2>
            <p>{lang.law_court_text()}</p>
            <BulletList lines=[lang.law_factor_benefit(), lang.law_factor_private(), lang.law_factor_shame(), lang.law_factor_place()]/>
            <p>{lang.law_court_where(&office().profile().court)}</p>
            <Banner title=lang.law_costs_title() tone=Tone::Waiting><p>{lang.law_costs()}</p></Banner>
            <p><a href=lang.path("/law/petition")>{lang.petition_link()}</a></p>
        </section>
    }
}

/// The people shown: the recipient's duty and the agency's own practice, never mixed.
#[component]
pub fn People() -> impl IntoView {
    let lang = lang();
    view! {
        <section aria-labelledby="people">
            <h2 id="people">{lang.law_people()}</h2>
            <p>{lang.law_people_recipient()}</p>
            <p>{lang.law_people_agency()}</p>
            <p>{lang.law_people_objection()}</p>
        </section>
    }
}

/// What may be charged.
#[component]
pub fn Fees() -> impl IntoView {
    let lang = lang();
    let allowed: Vec<&'static str> = office()
        .profile()
        .fees_allowed()
        .iter()
        .map(|category| lang.fee_category(*category))
        .collect();
    view! {
        <section aria-labelledby="fees">
            <h2 id="fees">{lang.law_fees()}</h2>
            <p>{lang.law_fees_text()}</p>
            <BulletList lines=allowed/>
            <p>{lang.law_fees_not()}</p>
        </section>
    }
}

/// What to do when the law is not followed.
#[component]
pub fn Remedy() -> impl IntoView {
    let lang = lang();
    view! {
        <section aria-labelledby="remedy">
            <h2 id="remedy">{lang.law_remedy()}</h2>
            <p>{lang.law_remedy_text()}</p>
        </section>
    }
}
