//! What was asked, and by whom, ready to be copied into a search.

use leptos::prelude::*;
use office::views::StaffRequest;
use texts::{DateWords, FollowingWords, LawWords, StaffWords, StatusWords};

use crate::{
    context::lang,
    pages::asked::{self, AnswerList},
};

/// What was asked.
#[component]
pub fn AskedFor(request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let (filed, status) = (&request.asked, &request.status);
    let mut rows = asked::footage(lang, filed, status);
    rows.push((lang.fact_footage(), lang.footage(&status.footage)));
    rows.push((lang.fact_received(), lang.day(status.received_on)));
    rows.push(asked::needed(lang, filed));
    view! {
        <section>
            <h2>{lang.asked_title()}</h2>
            <AnswerList rows/>
        </section>
    }
}

/// Who asked, and how they can be reached.
#[component]
pub fn Contact(request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let filed = &request.asked;
    let name = if filed.name.is_empty() {
        lang.contact_anonymous().to_owned()
    } else {
        filed.name.clone()
    };
    let mut rows = vec![
        (lang.asked_name(), name),
        (lang.fact_track(), lang.track(request.status.track).to_owned()),
    ];
    rows.extend(asked::standing(lang, filed));
    rows.extend(asked::reach(lang, filed, request.notify, request.language));
    view! {
        <section>
            <h2>{lang.contact_title()}</h2>
            <p class="bwc-soft">{lang.contact_private()}</p>
            <AnswerList rows/>
        </section>
    }
}
