//! What the requester filed.

use leptos::prelude::*;
use office::views::PrivateView;
use texts::{DateWords, FollowingWords, LawWords, StatusWords};

use crate::{
    components::Held,
    context::lang,
    pages::asked::{self, AnswerList},
};

/// What was filed, each answer that was given.
#[component]
pub fn FiledRequest(private: PrivateView) -> impl IntoView {
    let lang = lang();
    let (filed, status) = (&private.asked, &private.status);
    let mut rows = vec![
        (lang.fact_received(), lang.day(status.received_on)),
        (lang.fact_track(), lang.track(status.track).to_owned()),
    ];
    rows.extend(asked::footage(lang, filed, status));
    rows.push((lang.asked_name(), filed.name.clone()));
    rows.extend(asked::standing(lang, filed));
    rows.extend(asked::reach(lang, filed, private.notify, private.language));
    rows.push(asked::needed(lang, filed));
    let past = status.held_until.filter(|day| *day < status.today);
    let held = match past {
        Some(day) => Some(view! { <p>{lang.hold_past(day)}</p> }.into_any()),
        None => private.held.map(|held| view! { <Held held/> }.into_any()),
    };
    view! {
        <section>
            <h2>{lang.filed_title()}</h2>
            <AnswerList rows/>
            {held}
        </section>
    }
}
