//! About this portal: privacy and accessibility.

use leptos::prelude::*;
use texts::AboutWords;

use crate::{
    components::{BulletList, Layout},
    context::{lang, office},
};

/// Privacy: what is kept, who sees it.
#[component]
pub fn Privacy() -> impl IntoView {
    let lang = lang();
    view! {
        <Layout title=lang.privacy_title() description=lang.privacy_lead()>
            <h1>{lang.privacy_title()}</h1>
            <p>{lang.privacy_lead()}</p>
            <h2>{lang.privacy_public()}</h2>
            <BulletList lines=lang.privacy_public_list()/>
            <h2>{lang.privacy_office()}</h2>
            <p>{lang.privacy_office_text()}</p>
            <p>{lang.privacy_anonymous()}</p>
            <h2>{lang.privacy_code()}</h2>
            <p>{lang.privacy_code_text()}</p>
            <h2>{lang.privacy_cookies()}</h2>
            <p>{lang.privacy_cookies_text()}</p>
            <BulletList lines=lang.privacy_cookies_list()/>
            <h2>{lang.privacy_draft()}</h2>
            <p>{lang.privacy_draft_text(islands::DRAFT_DAYS)}</p>
            <h2>{lang.privacy_shown()}</h2>
            <BulletList lines=lang.privacy_shown_list()/>
            <h2>{lang.privacy_keeping()}</h2>
            <p>{lang.privacy_keeping_text()}</p>
            <p>{lang.privacy_letters_text(office().profile().sent_letters_days)}</p>
        </Layout>
    }
}

/// Accessibility: what works, what does not, what to do.
#[component]
pub fn Accessibility() -> impl IntoView {
    let lang = lang();
    view! {
        <Layout title=lang.access_title() description=lang.access_lead()>
            <h1>{lang.access_title()}</h1>
            <p>{lang.access_lead()}</p>
            <h2>{lang.access_works()}</h2>
            <BulletList lines=lang.access_works_list()/>
            <h2>{lang.access_not_yet()}</h2>
            <BulletList lines=lang.access_not_yet_list()/>
            <h2>{lang.access_help()}</h2>
            <p>{lang.access_help_text()}</p>
        </Layout>
    }
}
