//! Pages that say no: what happened, what was kept, what to do.

use leptos::prelude::*;
use office::Refusal;
use texts::{AccountWords, CommonWords};

use super::send_again::SendAgain;
use crate::{
    components::Layout,
    context::{KeptForm, TypedValues, lang, set_status, status_of, visitor},
};

/// No such page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! { <RefusalPage refusal=Refusal::NotFound/> }
}

/// What the office refused, with the status code that goes with it.
#[component]
pub fn RefusalPage(
    /// Why.
    refusal: Refusal,
) -> impl IntoView {
    set_status(status_of(&refusal));
    let lang = lang();
    let typed = use_context::<TypedValues>().map_or_else(Vec::new, |typed| typed.0);
    let kept_form = use_context::<KeptForm>();
    let (sent, all_kept) = (kept_form.is_some(), kept_form.is_some_and(|form| form.sends));
    let kept = lang.refusal_kept(&refusal, !typed.is_empty());
    let typed = (!sent && !typed.is_empty()).then(|| {
        let texts = typed
            .into_iter()
            .map(|text| view! { <p class="bwc-message__text">{text}</p> })
            .collect_view();
        view! { <h2>{lang.refusal_typed()}</h2>{texts} }
    });
    let incident = match &refusal {
        Refusal::Unavailable { incident } => Some(incident.clone()),
        _ => None,
    };
    let signed_out = refusal == Refusal::SignIn;
    let again = matches!(
        refusal,
        Refusal::SignIn
            | Refusal::Confirm
            | Refusal::Enroll
            | Refusal::TooMany { .. }
            | Refusal::Unavailable { .. }
            | Refusal::ClockWrong
            | Refusal::VideoWaits
            | Refusal::SentBefore
    );
    let first = match (&refusal, visitor().path.starts_with("/staff")) {
        (Refusal::SignIn, true) => Some(("/staff/sign-in", lang.again_sign_in())),
        (Refusal::SignIn, false) => Some(("/track", lang.again_open())),
        (Refusal::Enroll, _) => Some(("/staff/account", lang.again_enroll())),
        _ => None,
    };
    let (title, happened, next) = if signed_out && sent {
        (
            lang.signed_out_title(),
            lang.signed_out_happened(all_kept).to_owned(),
            String::new(),
        )
    } else {
        (
            lang.refusal_title(&refusal),
            lang.refusal_happened(&refusal),
            lang.refusal_next(&refusal, false),
        )
    };
    view! {
        <Layout title=title noindex=true>
            <h1>{title}</h1>
            <p data-incident=incident>{happened}</p>
            <p>{kept}" "{next}</p>
            <SendAgain again first/>
            {typed}
            <WaysOn refusal=refusal.clone()/>
        </Layout>
    }
}

/// Where to go from here.
#[component]
fn WaysOn(refusal: Refusal) -> impl IntoView {
    let visitor = visitor();
    let lang = visitor.lang;
    let console = visitor.path.starts_with("/staff");
    let links: Vec<(&str, &str)> = match (&refusal, console) {
        (Refusal::SignIn, true) => vec![("/staff/sign-in", lang.footer_staff())],
        (Refusal::Confirm, true) => vec![("/staff/confirm", lang.confirm_title())],
        (Refusal::Enroll, true) => vec![("/staff/account", lang.own_title())],
        (_, true) => vec![("/staff/queue", lang.staff_queue()), ("/", lang.nav_home())],
        (Refusal::SignIn, false) => vec![("/track", lang.nav_track()), ("/request", lang.nav_request())],
        (_, false) => vec![
            ("/", lang.nav_home()),
            ("/request", lang.nav_request()),
            ("/track", lang.nav_track()),
            ("/requests", lang.nav_log()),
        ],
    };
    view! {
        <ul>
            {links
                .into_iter()
                .map(|(path, words)| view! { <li><a href=lang.path(path)>{words}</a></li> })
                .collect_view()}
        </ul>
    }
}
