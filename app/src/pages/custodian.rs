//! Where the custodian of records is.

use leptos::prelude::*;
use texts::ReceiptWords;

use crate::context::{lang, office};

/// Address, telephone and hours, as far as the profile knows them.
#[component]
pub fn Custodian() -> impl IntoView {
    let (lang, office) = (lang(), office());
    let profile = office.profile();
    let lines = std::iter::once(profile.agency.clone()).chain(profile.return_address.lines().map(str::to_owned));
    let lines: Vec<_> = lines
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { {line}<br/> })
        .collect();
    let telephone = (!profile.telephone.is_empty()).then(|| {
        view! { <p>{lang.custodian_telephone()}": "{profile.telephone.clone()}</p> }
    });
    let hours = lang.pick(profile.hours.clone());
    let hours = (!hours.is_empty()).then(|| view! { <p>{lang.custodian_hours()}": "{hours}</p> });
    view! {
        <section data-custodian="">
            <h2>{lang.custodian_title()}</h2>
            <address>{lines}</address>
            {telephone}
            {hours}
        </section>
    }
}
